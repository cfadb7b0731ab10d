"""Choices to learn where acts happened from: the places that a report names, and which of them annotators gave."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from tocsin.evaluate.conditional_logit import Choice
from tocsin.evaluate.similarity import incident, pair_up, same_place
from tocsin.model import Mention, Toponym
from tocsin.read.document import Document
from tocsin.read.drafts import Draft
from tocsin.read.mentions import ANSWERS, as_mention, judged_drafts, worthy
from tocsin.read.place_evidence import Candidate, candidates, name_places
from tocsin.read.scope import find_leads
from tocsin.read.wordlists import load_lexicon

IsRight = Callable[[Toponym | None], bool]
AsCase = Callable[[Mention], Mapping[str, Any]]
"""Gives a mention as an incident of the case format."""
_LIKE = 0.25
"""How alike an act must be to a gold one but for the place, to be taken for it."""


def from_case(document: Document, gold: Sequence[Mapping[str, Any]], as_case: AsCase) -> Iterator[Choice]:
    """Yield a choice for each incident of an annotated case that is found, by its gold place."""
    leads = find_leads(document)
    told = worthy(judged_drafts(document, leads))
    drafts = [each.draft for each, _ in told]
    ours = [as_mention(document, leads, each, None, kind) for each, kind in told]
    placeless = [{**each, "place": None} for each in gold]
    alike = {
        (i, j): incident(one, dict(as_case(other))) for i, one in enumerate(placeless) for j, other in enumerate(ours)
    }
    for number, found in pair_up(alike, _LIKE):
        right = _is_like(gold[number]["place"], ours[found], as_case)
        yield choice(document, drafts[found], drafts, right)


def _is_like(place: Mapping[str, Any] | None, mention: Mention, as_case: AsCase) -> IsRight:
    gold = None if place is None else dict(place)
    return lambda one: same_place(gold, as_case(dataclasses.replace(mention, place=one))["place"])


def from_trigger(document: Document, trigger: tuple[int, int], places: Iterable[tuple[int, int]]) -> Iterator[Choice]:
    """Yield a choice for the act whose trigger is at the characters given, by the characters of its places.

    An act that isn't found yields none, nor one whose places no name stands at.
    """
    drafts = [each.draft for each in judged_drafts(document, find_leads(document))]
    start, end = trigger
    act = next((d for d in drafts if any(start <= t.token.idx < end for t in d.triggers)), None)
    told = list(places)
    named = {
        one.name
        for one in document.toponyms
        if any(first <= one.spans[0].start and one.spans[0].end <= last for first, last in told)
    }
    if act is not None and bool(told) == bool(named):
        yield choice(document, act, drafts, lambda one: one.name in named if one is not None else not named)


def from_news(document: Document, is_right: IsRight) -> Iterator[Choice]:
    """Yield a choice for the violence that a report is news of, between the places named; none where it has no news."""
    told = worthy(judged_drafts(document, find_leads(document)))
    drafts = [each.draft for each, _ in told]
    news = next((each.draft for each, kind in told if each.draft.lead and kind not in ANSWERS), None)
    if news is not None:
        yield choice(document, news, drafts, is_right)


def choice(document: Document, draft: Draft, drafts: Sequence[Draft], is_right: IsRight) -> Choice:
    """Return the choice of an act's place, with the candidates that are right."""
    found: list[Candidate] = candidates(name_places(document, load_lexicon()), draft, drafts)
    right = frozenset(number for number, one in enumerate(found) if is_right(one.place))
    return Choice(tuple(one.evidence for one in found), right)
