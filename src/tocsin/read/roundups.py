"""Sentences that sum up acts which a report goes on to tell one by one: no act of their own."""

import re
from collections.abc import Sequence

from tocsin.read.document import Sentence
from tocsin.read.drafts import Draft

_SEVERAL = re.compile(
    r"\b(?:separate|different|various|unrelated)\s(?:[\w-]+\s){0,4}"
    r"(?:operations|attacks|incidents|engagements|clashes|strikes|airstrikes|raids|bombings|shootings|explosions)\b",
    re.IGNORECASE,
)


def without_roundups(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without those of a sentence that sums up what later sentences tell and count for themselves."""
    return [draft for draft in drafts if not (_sums_up(draft) and _is_told_apart(draft, drafts))]


def _sums_up(draft: Draft) -> bool:
    return bool(draft.figures) and _SEVERAL.search(draft.sentences[0].text) is not None


def _is_told_apart(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Say whether a later sentence counts the same harm at a place, and is no round-up itself."""
    effects = {figure.effect for figure in draft.figures}
    later = [each for each in drafts if _behind(each.sentences[0], draft.sentences[0]) and not _sums_up(each)]
    return any(each.family == draft.family and effects & {f.effect for f in each.figures} for each in later)


def _behind(one: Sentence, other: Sentence) -> bool:
    return one.index > other.index
