"""Fetches one page, and never from where it mustn't.

Every hop's host is resolved here, each of its addresses must be public, and the connection goes to the address that
was checked: a name that resolves anew in between gains nothing.
"""

import ipaddress
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass

import httpx

from tocsin.errors import FetchError
from tocsin.settings import Settings

_MOST_HOPS = 5
_HEADERS = {
    "User-Agent": "tocsin",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,application/json;q=0.8",
    "Accept-Encoding": "identity",
}
_REASONS = {
    401: ("is behind a login", "save the page from your browser and give the file"),
    402: ("is behind a paywall", "save the page from your browser and give the file"),
    403: ("is behind a login or refuses programs", "save the page from your browser and give the file"),
    404: ("isn't there (404)", "check the address"),
    410: ("is gone (410)", "look for the page in a web archive"),
    429: ("asks for fewer requests (429)", "try again later"),
    451: ("is withheld for legal reasons (451)", "look for another outlet's report"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What was fetched: the address after redirects, the bytes, and the encoding that the server names."""

    url: str
    data: bytes
    charset: str | None = None
    media: str = "text/html"


def fetch(url: str, settings: Settings) -> Page:
    """Fetch a page, following redirects by hand; FetchError names the address and says what to do."""
    deadline = time.monotonic() + settings.fetch_timeout
    asked = url
    with httpx.Client(timeout=settings.fetch_timeout, trust_env=False, follow_redirects=False) as client:
        for _ in range(_MOST_HOPS + 1):
            request = _checked_request(client, url, asked, settings)
            try:
                answer = client.send(request, stream=True)
                try:
                    if answer.has_redirect_location:
                        url = str(httpx.URL(url).join(answer.headers["location"]))
                        continue
                    return _page(answer, url, asked, settings, deadline)
                finally:
                    answer.close()
            except httpx.TimeoutException as error:
                raise _slow(asked, settings) from error
            except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ValueError) as error:
                raise FetchError(
                    f"{asked} can't be fetched ({_one_line(error)})", advice="check the address and the connection"
                ) from error
    raise FetchError(f"{asked} redirects more than {_MOST_HOPS} times", advice="give the page's final address")


def _checked_request(client: httpx.Client, url: str, asked: str, settings: Settings) -> httpx.Request:
    """Build the request to an address of the host that was checked, under the host's own name."""
    try:
        target = httpx.URL(url)
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(f"{asked} is no web address", advice="give one that begins with https://") from error
    if target.scheme not in {"http", "https"} or not target.host:
        raise FetchError(f"{asked} leads to {target.scheme or 'no'} address", advice="only http and https are fetched")
    port = target.port or (443 if target.scheme == "https" else 80)
    address = _address(target.host, port, asked, settings)
    headers = {**_HEADERS, "Host": target.netloc.decode("ascii")}
    pinned = target.copy_with(host=address, username=None, password=None)
    return client.build_request("GET", pinned, headers=headers, extensions={"sni_hostname": target.host})


def _address(host: str, port: int, asked: str, settings: Settings) -> str:
    """Resolve the host; every address that it has must be one that may be fetched from."""
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{asked}: host {host} isn't known", advice="check the address and the connection") from error
    addresses = [str(entry[4][0]).partition("%")[0] for entry in found]
    if not settings.allow_private_hosts and not all(map(is_public, addresses)):
        raise FetchError(
            f"{asked} leads to the internal address {host}",
            advice="set TOCSIN_ALLOW_PRIVATE_HOSTS=1 if that is meant",
        )
    return addresses[0]


def is_public(address: str) -> bool:
    """Say whether an IP address is on the open internet: not private, loopback, link-local, reserved or mapped."""
    ip: ipaddress.IPv4Address | ipaddress.IPv6Address = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def _page(answer: httpx.Response, url: str, asked: str, settings: Settings, deadline: float) -> Page:
    if answer.status_code >= 400:  # where HTTP's errors begin
        what, advice = _REASONS.get(
            answer.status_code,
            (f"answers with error {answer.status_code}", "try again later, or give the page as a file"),
        )
        raise FetchError(f"{asked} {what}", advice=advice)
    media = answer.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
    if media.partition("/")[0] in {"image", "video", "audio", "font"} or media in {
        "application/pdf",
        "application/zip",
    }:
        raise FetchError(f"{asked} is no page but {media}", advice="give the address of a page with the report's text")
    chunks: list[bytes] = []
    size = 0
    for chunk in _until(answer.iter_bytes(), deadline, asked, settings):
        chunks.append(chunk)
        size += len(chunk)
        if size > settings.max_input_bytes:
            raise FetchError(
                f"{asked} is larger than {settings.max_input_bytes} bytes",
                advice="give the article's text as a file, or raise TOCSIN_MAX_INPUT_BYTES",
            )
    return Page(url=url, data=b"".join(chunks), charset=answer.charset_encoding, media=media)


def _until(chunks: Iterator[bytes], deadline: float, asked: str, settings: Settings) -> Iterator[bytes]:
    """Pass the chunks on, up to the deadline: a server that sends a byte now and then can't hold us."""
    for chunk in chunks:
        if time.monotonic() > deadline:
            raise _slow(asked, settings)
        yield chunk


def _slow(asked: str, settings: Settings) -> FetchError:
    return FetchError(
        f"{asked} took longer than {settings.fetch_timeout:g} seconds",
        advice="try again later, or raise TOCSIN_FETCH_TIMEOUT",
    )


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:160] or type(error).__name__
