"""`tocsin serve`: the pages and their JSON interface."""

import errno
import ipaddress
import socket
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Annotated

import typer

from tocsin import __version__
from tocsin.cli.options import Store
from tocsin.errors import SettingsError
from tocsin.settings import Settings, load
from tocsin.store import open_store
from tocsin.store.interface import Store as Held

if TYPE_CHECKING:
    from tocsin.pipeline.judging import Bench
    from tocsin.serve.bench import Desk

_BACKLOG = 2048
_LARGEST = 65535
_EVERYWHERE = {"0.0.0.0", "::"}  # noqa: S104  # named here in order to warn of it


def serve(
    host: Annotated[str | None, typer.Option(help="The address to bind to. Default: 127.0.0.1.")] = None,
    port: Annotated[int | None, typer.Option(help="The port to bind to. Default: 8765.")] = None,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Also answer requests for this name or address; may be given again."),
    ] = None,
    store: Store = None,
) -> None:
    """Serve the record's pages and JSON interface until Ctrl-C."""
    import uvicorn  # noqa: PLC0415  # only those who serve wait for the web framework

    from tocsin.serve.app import create_app  # noqa: PLC0415  # likewise

    settings = load({"store": store, "host": host, "port": port})
    held = open_store(settings.store_url, create=False)
    try:
        with _listen(settings) as listener:
            typer.echo(f"Tocsin serves {_name(settings)} on {_address(settings)} (Ctrl-C ends it)")
            _warn(settings)
            names = [*(allow_host or ()), *({settings.host} - _EVERYWHERE)]
            app = create_app(held, version=__version__, hosts=names, desk=_desk(held, settings, allow_host))
            config = uvicorn.Config(
                app, log_level="warning", access_log=False, proxy_headers=False, server_header=False
            )
            # Once it has shut down, uvicorn raises the signal that it was ended by again.
            with suppress(KeyboardInterrupt):
                uvicorn.Server(config).run(sockets=[listener])
    finally:
        held.close()


def _desk(held: Held, settings: Settings, others: list[str] | None) -> "Desk":
    """Return where judgements are made: under this machine's own names alone, for nobody is asked who he is."""
    from tocsin.serve.bench import Desk  # noqa: PLC0415  # as above

    def bench() -> "Bench":
        from tocsin.pipeline.benches import build_bench  # noqa: PLC0415  # loads the registry, once it is needed

        return build_bench(held, settings)

    return Desk(cache(bench) if _is_local(settings.host) and not others else None, settings.judges_as)


def _name(settings: Settings) -> str:
    """Return the store as people know it: the path of a file, the URL of anything else."""
    return settings.store_url.removeprefix("sqlite:///")


def _listen(settings: Settings) -> socket.socket:
    """Return a socket that listens already, so that the address is good as soon as it is printed."""
    if settings.port > _LARGEST:
        raise SettingsError(f"setting port is {settings.port}", advice=f"it takes a number up to {_LARGEST}")
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=_BACKLOG)
    except OSError as error:
        raise _fault(settings, error) from error


def _fault(settings: Settings, error: OSError) -> SettingsError:
    if error.errno == errno.EADDRINUSE:
        advice = f"end what listens there, or take another: tocsin serve --port {settings.port + 1}"
        return SettingsError(f"port {settings.port} on {settings.host} is in use", advice=advice)
    if error.errno == errno.EACCES:
        return SettingsError(f"port {settings.port} needs more rights", advice="take one above 1023 with --port")
    return SettingsError(
        f"can't listen on {settings.host}, port {settings.port} ({error.strerror})",
        advice="give an address of this machine with --host",
    )


def _address(settings: Settings) -> str:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}"


def _warn(settings: Settings) -> None:
    if not _is_local(settings.host):
        text = f"warning: {settings.host} can be reached from other machines, and Tocsin asks nobody for a password"
        typer.echo(f"{text}; so nobody can judge there", err=True)


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
