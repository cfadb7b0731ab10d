"""Bytes to text: which encoding, and whether it is text at all."""

import codecs
import re
import unicodedata

from tocsin.errors import FormatError, InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x7fELF",
    b"\x1f\x8b",
    b"Rar!",
    b"\xd0\xcf\x11",
)
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,30})""", re.IGNORECASE)
_UNSAFE = frozenset({"utf-7", "utf7", "unicode-1-1-utf-7"})
_MISREAD = re.compile(r"(?:[À-ô][\u0080-¿ŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]{1,3})+")
_ADVICE_TEXT = "save it as UTF-8 text"


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """Return the text of the bytes, its line ends and spaces made regular and misread UTF-8 mended.

    Byte order mark, UTF-8, the page's own word (`declared`, from HTTP, or its meta element) and windows-1252 are
    tried in that order. Raises InputError for an empty or binary input, FormatError for an encoding that can't be
    told.
    """
    if not data.strip():
        raise InputError(f"{name} is empty", advice="give a file or page with a report's text")
    if data.startswith(_BINARY):
        raise InputError(f"{name} is a binary file", advice="give text, HTML or JSON Lines")
    text = _decoded(data, name, declared)
    _refuse_junk(text, name)
    return tidy(text)


def _decoded(data: bytes, name: str, declared: str | None) -> str:
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return data.decode(marked, errors="replace")
    if data[:200].count(0) > len(data[:200]) // 4:
        # UTF-16 without a mark: in Western text every other byte is zero.
        return data.decode("utf-16-be" if data[0] == 0 else "utf-16-le", errors="replace")
    for encoding in ("utf-8", declared, _declared_inside(data), "windows-1252"):
        if encoding and encoding.lower() not in _UNSAFE:
            try:
                return data.decode(encoding)
            except (UnicodeDecodeError, LookupError):
                continue
    if _nearly_utf8(data):
        return data.decode("utf-8", errors="replace")
    raise FormatError(f"{name} is in no encoding that can be told", advice=_ADVICE_TEXT)


def _declared_inside(data: bytes) -> str | None:
    found = _META.search(data[:4096])
    return found[1].decode("ascii") if found else None


def _nearly_utf8(data: bytes) -> bool:
    """Say whether the bytes are UTF-8 but for a few, such as a character cut in two."""
    text = data.decode("utf-8", errors="replace")
    return text.count("\ufffd") <= max(1, len(text) // 200)


def tidy(text: str) -> str:
    """Make line ends and spaces regular, mend misread UTF-8, drop invisible and control characters."""
    text = re.sub(r"\r\n?|[\u2028\u2029\x0b\x0c]", "\n", text)
    text = re.sub(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]", "", text)
    text = re.sub(r"[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]", " ", text)
    return unicodedata.normalize("NFC", _mended(text))


def _refuse_junk(text: str, name: str) -> None:
    """Refuse what decoded but can't be meant: control characters, or a foreign alphabet read as Western letters."""
    size = len(text)
    odd = sum(
        unicodedata.category(character) in {"Cc", "Co", "Cn", "Cs"}
        for character in text
        if character not in "\n\r\t\f\v"
    )
    if odd > max(1, size // 50):
        raise InputError(f"{name} is a binary file", advice="give text, HTML or JSON Lines")
    letters = sum(character.isalpha() for character in text)
    western = sum("À" <= character <= "ÿ" for character in text)
    if text.count("\ufffd") > max(2, size // 50) or (western > 20 and western > letters * 0.3):
        raise FormatError(f"{name} is in no encoding that can be told", advice=_ADVICE_TEXT)


def _mended(text: str) -> str:
    """Mend UTF-8 that was once read as windows-1252 ("itâ€™s"), and drop stray control characters."""
    text = "".join(c for c in text if c == "\n" or unicodedata.category(c) not in {"Cc", "Cs"} or "\x80" <= c <= "\x9f")
    text = _MISREAD.sub(_reread, text)
    return re.sub(r"[\x80-\x9f]", "", text)


def _reread(found: re.Match[str]) -> str:
    try:
        return b"".join(_byte(character) for character in found[0]).decode("utf-8")
    except UnicodeError:
        return found[0]


def _byte(character: str) -> bytes:
    try:
        return character.encode("windows-1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")
