"""Leaves out what a page adds to an article: comment forms, share bars, related links, notices, credits.

The wordings are in boilerplate.yaml. A paragraph of prose is only left out where it is unmistakable.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class _Wordings:
    """The compiled lists of boilerplate.yaml."""

    comments: re.Pattern[str]
    links: re.Pattern[str]
    share: re.Pattern[str]
    lines: re.Pattern[str]
    credits: re.Pattern[str]


@lru_cache(maxsize=1)
def _wordings() -> _Wordings:
    lists = yaml.safe_load((files("tocsin.acquire") / "boilerplate.yaml").read_text(encoding="utf-8"))
    words = "|".join(sorted(lists["share"].split(), key=len, reverse=True))
    return _Wordings(
        comments=_any(lists["comments"]),
        links=_any(f"{pattern}\\s*:?" for pattern in lists["links"]),
        share=re.compile(rf"(?:(?:{words})(?:[\s:,|•·./()!-]+|$))+", re.IGNORECASE),
        lines=_any(lists["lines"]),
        credits=_any(lists["credits"]),
    )


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_SOURCE_LINE = re.compile(
    r".{5,300}[”\"’']?\s+[—–-]+\s+[^—–]{2,60},\s+[A-Z][a-z]+\.?\s+\d{1,2},\s+\d{4}(?:\s*\([^)]{2,30}\))?\.?"
)
_SIGNATURE = re.compile(r"[—–―-]{1,2}\s?[A-Z][^.!?]{2,100}")
_QUOTED_BY = re.compile(r"(?P<words>.{15,300}?)\s*[—–―]\s*[A-Z][^.!?]{2,80}")

_INLINE = (
    (re.compile(r"(?<=[.!?”\"’)])\s?ADVERTISEMENT(?=[A-Z“\"]|\s|$)", re.IGNORECASE), " "),
    (re.compile(r"(?<=[.!?”\"’)])\s*\(?End\s?item\)?$"), ""),
    (re.compile(r"(?<=[.!?”\"’)])Read more: .{5,140}?(?<=[a-z?!])(?=[A-Z“\"][a-z]*\s)"), " "),
    (
        re.compile(
            r"==\s*(?:See also|References|External links|Sources|Notes|Further reading)\s*==.*?(?===\s*[A-Z][^=]*==|$)",
            re.DOTALL,
        ),
        "",
    ),
    (
        re.compile(
            r"(?<=[.!?”\"’])\s?(?:[A-Z][\w.]+ ){1,4}can be reached at \S+@\S+\w\.?"
            r"(?: Follow (?:him|her|them) on [^.]{3,60}\.?)?"
        ),
        "",
    ),
    (
        re.compile(
            r"(?<=[.!?”\"’])(?:Every \w+, [^.]{5,160}\. )?(?:You can )?"
            r"[Ss]ign up to receive (?:it|them|our)[^.]{0,60}\.(?:Watch video.*)?$"
        ),
        "",
    ),
    (re.compile(r"\[(?:\d{1,3}|citation needed|edit)\]"), ""),
)
_SENTENCE_END = re.compile(r"[.!?…:;][\"”’')\]]*$")


def drop_boilerplate(paragraphs: tuple[str, ...], title: str = "") -> tuple[str, ...]:
    """Return the article's own paragraphs, a repeated title left out."""
    kept = [_without_inline(paragraph) for paragraph in paragraphs]
    kept = _cut_comments([paragraph for paragraph in kept if paragraph])
    kept = _drop_link_lists(kept)
    kept = [paragraph for paragraph in kept if not _is_boilerplate(paragraph)]
    kept = _drop_pull_quotes(kept)
    while kept and title and _same(kept[0], title):
        kept = kept[1:]
    return tuple(kept)


def _without_inline(paragraph: str) -> str:
    for pattern, replacement in _INLINE:
        paragraph = pattern.sub(replacement, paragraph)
    return re.sub(r" {2,}", " ", paragraph).strip()


def _cut_comments(paragraphs: list[str]) -> list[str]:
    """Cut from the line that opens the comments; one that stands before most of the text is only a link to them."""
    total = sum(map(len, paragraphs))
    seen = 0
    for at, paragraph in enumerate(paragraphs):
        if _wordings().comments.fullmatch(paragraph) and seen and (at and seen * 5 >= total):
            return paragraphs[:at]
        seen += len(paragraph)
    return paragraphs


def _drop_link_lists(paragraphs: list[str]) -> list[str]:
    kept: list[str] = []
    in_list = False
    for paragraph in paragraphs:
        if _wordings().links.fullmatch(paragraph):
            in_list = True
        elif not (in_list and is_link_like(paragraph)):
            in_list = False
            kept.append(paragraph)
    return kept


def is_link_like(paragraph: str) -> bool:
    """Say whether the paragraph is short and no sentence, as titles in a list of links are."""
    return len(paragraph) < 160 and (not _SENTENCE_END.search(paragraph) or bool(_SOURCE_LINE.fullmatch(paragraph)))


def _is_boilerplate(paragraph: str) -> bool:
    wordings = _wordings()
    patterns = (wordings.lines, wordings.share, wordings.credits, wordings.comments, _SOURCE_LINE)
    return not any(map(str.isalnum, paragraph)) or any(pattern.fullmatch(paragraph) for pattern in patterns)


def _drop_pull_quotes(paragraphs: list[str]) -> list[str]:
    """Leave out words that a page repeats in large type, and the line below that says whose they are."""
    kept: list[str] = []
    for paragraph in paragraphs:
        quoted = _QUOTED_BY.fullmatch(paragraph)
        if _SIGNATURE.fullmatch(paragraph):
            if kept and len(kept) > 1 and len(kept[-1]) < 300 and '"' not in kept[-1] and "“" not in kept[-1]:
                kept.pop()
        elif not (quoted and any(_folded(quoted["words"])[:60] in _folded(p) for p in paragraphs if p != paragraph)):
            kept.append(paragraph)
    return kept


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _same(paragraph: str, title: str) -> bool:
    return _folded(paragraph) == _folded(title)
