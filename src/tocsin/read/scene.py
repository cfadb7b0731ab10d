"""When and where: the times and places of a sentence, each given to the trigger that it stands nearest to."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from spacy.tokens import Token

from tocsin.model import Timex, Toponym
from tocsin.read.document import Document, Sentence
from tocsin.read.drafts import Draft
from tocsin.read.triggers import Trigger
from tocsin.read.where import PLACING, is_while, standings, stands_elsewhere, token_at
from tocsin.read.wordlists import Lexicon

_SAYING = {
    "say", "tell", "report", "announce", "state", "inform", "add", "condemn", "confirm", "claim", "note", "warn",
}  # fmt: skip
_ELSEWHERE = {"for", "after", "over", "about", "since", "following", "into", "before", "despite", "from"}
_FRESH = 6
_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|to(?:day|night)|yesterday|last night|this (?:morning|afternoon)|"
    r"\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december))\b",
    re.IGNORECASE,
)

V = TypeVar("V", Timex, Toponym)


@dataclass(frozen=True, slots=True)
class Scene:
    """The times and places of one trigger, the nearest first."""

    times: tuple[Timex, ...] = ()
    places: tuple[Toponym, ...] = ()


def scenes_of(
    document: Document, sentence: Sentence, triggers: Sequence[Trigger], lexicon: Lexicon
) -> dict[int, Scene]:
    """Return the scene of each trigger of a sentence, by the index of its head token."""
    times: dict[int, list[tuple[float, Timex]]] = {t.token.i: [] for t in triggers}
    places: dict[int, list[tuple[float, Toponym]]] = {t.token.i: [] for t in triggers}
    for time in document.timexes:
        for span in time.spans:
            token = token_at(sentence, span.start)
            if token is not None:
                fitting = [t for t in triggers if _may_date(t.token, token)]
                _give(times, _ranked(fitting, token), time)
                break
    for each in standings(document, sentence, lexicon):
        if each.manner in PLACING:
            here = [t for t in triggers if not stands_elsewhere(t.token, each.token)]
            _give(places, _ranked(here, each.token), each.place)
    _share(places, triggers)
    return {
        t.token.i: Scene(
            tuple(time for _, time in sorted(times[t.token.i], key=lambda pair: pair[0])),
            tuple(place for _, place in sorted(places[t.token.i], key=lambda pair: pair[0])),
        )
        for t in triggers
    }


def _ranked(triggers: Sequence[Trigger], token: Token) -> list[tuple[float, Trigger]]:
    """Return the triggers with their distances to a token, near ones first; a clause apart costs more."""
    ranked = [(path_length(t.token, token) + abs(t.token.i - token.i) / 50, t) for t in triggers]
    return sorted(ranked, key=lambda pair: pair[0])


def _give(scenes: dict[int, list[tuple[float, V]]], ranked: list[tuple[float, Trigger]], value: V) -> None:
    for distance, trigger in ranked:
        if distance <= ranked[0][0] + 1.5:
            scenes[trigger.token.i].append((distance, value))


def _share(places: dict[int, list[tuple[float, Toponym]]], triggers: Sequence[Trigger]) -> None:
    """Give an act that stands at no place that of what it happened in the course of."""
    for act in triggers:
        if not places[act.token.i]:
            hosts = [t for t in triggers if places[t.token.i] and is_while(act.token, t.token)]
            places[act.token.i] = list(places[hosts[0].token.i]) if hosts else []


def path_length(one: Token, other: Token) -> int:
    """Return the number of edges between two tokens of one sentence's parse; 20 where they aren't joined."""
    up = [one, *one.ancestors]
    places = {token.i: steps for steps, token in enumerate(up)}
    for steps, token in enumerate([other, *other.ancestors]):
        if token.i in places:
            return steps + places[token.i]
    return 20


def _may_date(trigger: Token, time: Token) -> bool:
    """Say whether a time may date the trigger: not one of another clause's verb, nor of who said it when."""
    if trigger is time or trigger in list(time.ancestors):
        return True
    host = time
    while host.head != host and host.pos_ not in {"VERB", "AUX"}:
        host = host.head
    above = [trigger, *trigger.ancestors]
    if host not in above:
        joint = next((t for t in host.ancestors if t in above), None)
        path = above if joint is None else above[: above.index(joint)]
        return host.lemma_.lower() not in _SAYING and not _leads_elsewhere(path)
    path = above[: above.index(host)]
    if host.lemma_.lower() in _SAYING and any(t.dep_ in {"ccomp", "dobj"} for t in path):
        return time.i < host.i and not _closer(path, time)
    return not _leads_elsewhere(path)


def _leads_elsewhere(path: list[Token]) -> bool:
    return any(t.dep_ in {"prep", "mark"} and t.lower_ in _ELSEWHERE for t in path)


def _closer(path: list[Token], time: Token) -> bool:
    """Say whether the clause below the verb of saying has a time of its own."""
    own = {t.i for t in path[-1].subtree} if path else set()
    return any(t.ent_type_ in {"DATE", "TIME"} and t.i in own for t in time.sent)


def time_of(document: Document, draft: Draft, *, fresh: bool) -> Timex | None:
    """Return when a joined draft happened: its first time, a finer one within it, or for `fresh` news its lead's."""
    if draft.times:
        return _finest(draft.times)
    published = document.report.published
    for sentence in draft.sentences[:2] if fresh and published is not None else ():
        for time in document.timexes:
            told = time.spans and sentence.start <= time.spans[0].start < sentence.end
            dated = told and published and time.start and time.precision in {"day", "time"}
            if dated and published and time.start and 0 <= (published - time.start).days <= _FRESH:
                return time
    return None


def _finest(times: Sequence[Timex]) -> Timex:
    """Return the first time that names a day or more, or a finer one that lies in it."""
    first = next((t for t in times if t.start or t.end or _DAY.search(_words(t))), times[0])
    if first.start is None or first.end is None:
        return first
    inside = [t for t in times if t.start and t.end and first.start <= t.start and t.end <= first.end]
    return min([first, *inside], key=lambda t: (t.end - t.start) if t.start and t.end else dt.timedelta.max)


def _words(time: Timex) -> str:
    return " ".join(span.text for span in time.spans)
