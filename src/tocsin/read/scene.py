"""When and where: the time and the place that the grammar ties to a trigger."""

import dataclasses
import re

from spacy.tokens import Token

from tocsin.model import Timex, Toponym
from tocsin.read.document import Document, Sentence
from tocsin.read.drafts import Draft
from tocsin.read.triggers import Trigger

_FINENESS = {"site": 0, "district": 1, "city": 2, "admin1": 3, "region": 4, "country": 5, "unknown": 3}
_LOCATIVE = {
    "in", "at", "near", "outside", "inside", "on", "off", "around", "within", "from", "of", "between", "across",
    "along", "over", "into", "north", "south", "east", "west", "throughout", "close", "beside", "to", "toward", "through",
}  # fmt: skip
_NEAR = re.compile(
    r"\b(?:near|outside|close to|in the vicinity of|vicinity of|off|north of|south of|east of|west of|"
    r"kilomet(?:er|re)s from|miles from|km from|northeast of|northwest of|southeast of|southwest of|on the outskirts of)"
    r"(?:\s+\w+){0,4}\s*$",
    re.IGNORECASE,
)


def times_of(document: Document, sentence: Sentence, trigger: Trigger) -> tuple[Timex, ...]:
    """Return the times of a sentence, those nearest to the trigger in the parse first."""
    found = [t for t in document.timexes if t.spans and sentence.start <= t.spans[0].start < sentence.end]
    ranked = sorted(found, key=lambda t: _distance(document, sentence, trigger.token, t.spans[0].start))
    return tuple(t for t in ranked if _belongs(document, trigger.token, t))


def _token_at(document: Document, sentence: Sentence, char: int) -> Token | None:
    return next((token for token in sentence.slice if token.idx + len(token.text) > char), None)


def _distance(document: Document, sentence: Sentence, token: Token, char: int) -> float:
    other = _token_at(document, sentence, char)
    if other is None:
        return 99.0
    return path_length(token, other) + abs(other.i - token.i) / 50


def path_length(one: Token, other: Token) -> int:
    """Return the number of edges between two tokens of one sentence's parse; 20 where they aren't joined."""
    up = [one, *one.ancestors]
    places = {token.i: steps for steps, token in enumerate(up)}
    for steps, token in enumerate([other, *other.ancestors]):
        if token.i in places:
            return steps + places[token.i]
    return 20


def _belongs(document: Document, trigger: Token, time: Timex) -> bool:
    """Say whether a time may date the trigger: not one that hangs on a verb of saying or in another clause."""
    sentence = document.sentence_at(time.spans[0].start)
    token = _token_at(document, sentence, time.spans[0].start)
    if token is None:
        return False
    host = token
    while host.head is not host and host.pos_ not in {"VERB", "AUX"} and host is not trigger:
        host = host.head
    saying = host.lemma_.lower() in {"say", "tell", "report", "announce", "state", "inform", "add", "condemn"}
    return not (
        saying
        and host is not trigger
        and len(list(document.timexes)) > 1
        and trigger.i not in {t.i for t in token.ancestors}
        and _later_saying(host, token)
    )


def _later_saying(host: Token, time: Token) -> bool:
    """Say whether the time stands directly behind the verb of saying ("said Monday")."""
    return 0 < time.i - host.i <= 3


def places_of(document: Document, sentence: Sentence, trigger: Trigger) -> tuple[Toponym, ...]:
    """Return the places of a sentence that may be the act's own, the nearest in the parse first."""
    found: list[tuple[float, Toponym]] = []
    for place in document.toponyms:
        for span in place.spans:
            if not sentence.start <= span.start < sentence.end:
                continue
            token = _token_at(document, sentence, span.start)
            if token is None or not _is_location(document, token, span.end):
                continue
            distance = _distance(document, sentence, trigger.token, span.start)
            relation = (
                "near"
                if _NEAR.search(document.report.text[max(sentence.start, span.start - 60) : span.start])
                else place.relation
            )
            found.append((distance, dataclasses.replace(place, relation=relation)))
            break
    return tuple(place for _, place in sorted(found, key=lambda pair: pair[0]))


def _is_location(document: Document, token: Token, end: int) -> bool:
    """Say whether a place name stands for where, not for who: behind a preposition, or "Baghdad's market"."""
    head = token
    for _ in range(6):
        if head.dep_ in {"pobj"}:
            return head.head.lower_ in _LOCATIVE
        if head.dep_ in {"compound", "appos", "conj", "nmod", "amod", "npadvmod", "nummod", "poss", "punct"}:
            if head.dep_ == "amod" and head.ent_type_ == "NORP":
                return False
            if head.dep_ == "npadvmod":
                return True
            head = head.head
            continue
        break
    return head.dep_ in {"pobj", "npadvmod", "ROOT", "dobj", "nsubjpass"} and head is not token


def finest(places: tuple[Toponym, ...]) -> Toponym | None:
    """Return the place to record: the finest of those that name one spot, led by the nearest."""
    if not places:
        return None
    first = places[0]
    near = [p for p in places[:4] if _compatible(first, p)]
    return min(near, key=lambda p: (_FINENESS[p.precision], near.index(p)))


def _compatible(one: Toponym, other: Toponym) -> bool:
    return one.country == other.country or one.country is None or other.country is None


def place_of(document: Document, draft: Draft) -> Toponym | None:
    """Return where a joined draft happened."""
    return finest(draft.places)
