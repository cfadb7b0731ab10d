"""Plain text and Markdown to a draft.

A text may begin with a head of `Key: value` lines, closed by a blank line. Known keys are Title, Headline, Outlet,
Source, Agency, Author, By, Date, Published, URL, Link, Language and Note; a note is for people and is dropped. An
indented line goes on with the value above. Then comes the title, where the first line looks like one, and the body:
paragraphs parted by blank lines. A text without a title keeps an empty one: none is made up.
"""

import re
from collections.abc import Mapping

from tocsin.acquire.byline import is_date_line
from tocsin.acquire.draft import Draft
from tocsin.acquire.fields import as_date

_KEYS = frozenset(
    ("title", "headline", "outlet", "source", "agency", "author", "by", "date", "published", "url", "link", "language")
) | {"note"}
_HEAD_LINE = re.compile(r"([A-Za-z]{2,10}):(?:\s+(.*)|\s*)")
_DATELINE_LIKE = re.compile(r"[A-Z][A-Z .,'’-]{2,}(?:,\s*\w[\w .]*)?\s*(?:\(|--|[–—]|-\s)")
_LONGEST_TITLE = 220


def from_plain(text: str) -> Draft:
    """Build a draft from plain text."""
    head, rest = _split_head(text)
    paragraphs = paragraphs_of(rest)
    title = head.get("title") or head.get("headline") or ""
    if not title and len(paragraphs) > 1 and looks_like_title(paragraphs[0]):
        title, paragraphs = paragraphs[0], paragraphs[1:]
    return Draft(
        paragraphs=paragraphs,
        title=title,
        outlet=head.get("outlet") or head.get("source"),
        agency=head.get("agency"),
        author=head.get("author") or head.get("by"),
        url=head.get("url") or head.get("link"),
        published=as_date(head.get("published") or head.get("date")),
        language=head.get("language"),
    )


def from_markdown(text: str) -> Draft:
    """Build a draft from Markdown: its head may stand between `---` lines; marks, images and link targets go."""
    fenced = re.match(r"---\n(.*?)\n---\n+", text, re.DOTALL)
    if fenced:
        text = f"{fenced[1]}\n\n{text[fenced.end() :]}"
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text)
    text = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"^(#{1,6})[ ]+(.*?)[ #]*$", r"\n\2\n", text, flags=re.MULTILINE)
    text = re.sub(r"^(?:>[ ]?|[*+-][ ]+)", "", text, flags=re.MULTILINE)
    return from_plain(re.sub(r"(\*\*|__)(.+?)\1", r"\2", text))


def _split_head(text: str) -> tuple[Mapping[str, str], str]:
    """Return the head by lower-case key, and the text after it; a first block with any other line is no head."""
    block, _, rest = text.strip("\n").partition("\n\n")
    head: dict[str, str] = {}
    key = ""
    for line in block.split("\n"):
        found = _HEAD_LINE.fullmatch(line)
        if found and found[1].lower() in _KEYS:
            key = found[1].lower()
            head[key] = (found[2] or "").strip().strip("\"'")
        elif key and line.startswith(" "):
            head[key] = f"{head[key]} {line.strip()}"
        else:
            return {}, text
    return head, rest


def paragraphs_of(text: str) -> tuple[str, ...]:
    """Part the text at blank lines; a block of lines is one paragraph where they are one text wrapped, else several."""
    paragraphs: list[str] = []
    for block in re.split(r"\n[ ]*\n", text):
        lines = [re.sub(r" {2,}", " ", line).strip() for line in block.split("\n")]
        lines = [line for line in lines if line]
        if lines:
            paragraphs.extend(_unwrapped(lines))
    return tuple(paragraphs)


def _unwrapped(lines: list[str]) -> list[str]:
    """Join lines that were wrapped at a width: all but the last about as long, and few of them ending a sentence."""
    if len(lines) == 1:
        return lines
    if looks_like_title(lines[0]) and len(lines[0]) < 0.7 * max(map(len, lines)) and lines[1][:1].isupper():
        return [lines[0], *_unwrapped(lines[1:])]
    inner = lines[:-1]
    widest = max(map(len, lines))
    ended = sum(line.endswith((".", "!", "?", '."', ".”", ":")) for line in inner)
    if 30 <= widest <= 130 and min(map(len, inner)) > 0.6 * widest and ended <= len(inner) / 2:
        return [" ".join(lines)]
    if widest <= 130 and any(line[:1].islower() for line in lines[1:]):
        return [" ".join(lines)]
    return lines


def looks_like_title(line: str) -> bool:
    """Say whether a line is a title rather than the first sentence: short, no full stop, no dateline, no date alone."""
    if not 8 <= len(line) <= _LONGEST_TITLE or "\n" in line:
        return False
    if line.endswith((".", ",", ";", ":")) and not re.search(r"\.\.\.$|\b[A-Z]\.[A-Z]\.$", line):
        return False
    if is_date_line(line) or _DATELINE_LIKE.match(line) or line.startswith(("By ", "BY ")):
        return False
    return not re.search(r"[.!?][\"”]?\s+[A-Z“\"]\w+\s\w+\s\w+\s\w+\s\w+", line)
