"""When and where: the times and places of a sentence, each given to the trigger that it stands nearest to."""

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from spacy.tokens import Token

from tocsin.model import Timex, Toponym
from tocsin.read.document import Document, Sentence
from tocsin.read.geography import is_route_end
from tocsin.read.triggers import Trigger
from tocsin.read.when import dated_by
from tocsin.read.wordlists import Lexicon

_LOCATIVE = {
    "in", "at", "near", "outside", "inside", "on", "off", "around", "within", "from", "of", "between", "across",
    "along", "over", "into", "north", "south", "east", "west", "throughout", "close", "beside", "to", "toward",
    "through", "against", "under", "behind", "towards", "for", "upon",
}  # fmt: skip
_NEAR = re.compile(
    r"\b(?:near|outside|close to|in the vicinity of|vicinity of|off|north of|south of|east of|west of|"
    r"kilomet(?:er|re)s from|miles from|km from|northeast of|northwest of|southeast of|southwest of|"
    r"on the outskirts of)"
    r"(?:\s+(?!in\b|at\b)\w+){0,4}\s*$",
    re.IGNORECASE,
)
_DATELINE = 45
_DASHES = {"-", "--", "–", "—"}
_THEN = {"since", "after", "before", "following"}
_MOVES = {"dep", "compound", "appos", "conj", "nmod", "amod", "nummod", "poss", "punct"}

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
            token = _token_at(sentence, span.start)
            if token is not None:
                _give(times, _ranked(dated_by(triggers, token, span.end), token), time)
                break
    for place, token in _places(document, sentence, lexicon):
        here = [t for t in triggers if not _stands_elsewhere(t.token, token)]
        _give(places, _ranked(here, token), place)
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


def _token_at(sentence: Sentence, char: int) -> Token | None:
    if not sentence.start <= char < sentence.end:
        return None
    return next((token for token in sentence.slice if token.idx + len(token.text) > char), None)


def path_length(one: Token, other: Token) -> int:
    """Return the number of edges between two tokens of one sentence's parse; 20 where they aren't joined."""
    up = [one, *one.ancestors]
    places = {token.i: steps for steps, token in enumerate(up)}
    for steps, token in enumerate([other, *other.ancestors]):
        if token.i in places:
            return steps + places[token.i]
    return 20


def _stands_elsewhere(trigger: Token, place: Token) -> bool:
    """Say whether a place belongs to what a trigger came after: "the first attack since the war in Dorun began"."""
    below = [trigger, *trigger.ancestors]
    path = [place, *place.ancestors]
    joint = next((t for t in path if t in below), None)
    between = path if joint is None else path[: path.index(joint)]
    marks = [c for t in between for c in t.children if c.dep_ == "mark"]
    return any(t.lower_ in _THEN for t in [*between, *marks])


def _places(document: Document, sentence: Sentence, lexicon: Lexicon) -> list[tuple[Toponym, Token]]:
    """Return the places of a sentence that stand for where, each with its token."""
    found: list[tuple[Toponym, Token]] = []
    text = document.report.text
    for place in document.toponyms:
        for span in place.spans:
            token = _token_at(sentence, span.start)
            if (
                token is None
                or _is_dateline(sentence, token)
                or is_route_end(sentence, span)
                or _is_in_name(document, span.start, span.end)
                or not _is_where(token, lexicon)
            ):
                continue
            near = _NEAR.search(text[max(sentence.start, span.start - 60) : span.start])
            found.append((dataclasses.replace(place, relation="near") if near else place, token))
            break
    return found


def _is_dateline(sentence: Sentence, token: Token) -> bool:
    """Say whether a place opens a report before a dash: "KABUL, Afghanistan (Jan. 5) -"."""
    dash = next((t for t in sentence.slice[:_DATELINE] if t.text in _DASHES), None)
    if dash is None or token.i > dash.i:
        return False
    return any(t.is_upper and len(t.text) > 3 for t in sentence.slice[: dash.i - sentence.slice.start])


def _is_in_name(document: Document, start: int, end: int) -> bool:
    """Say whether a place name is a part of an organisation's name ("Islamic Movement of Uzbekistan")."""
    longer = [n.span for n in document.names if n.label in {"ORG", "NORP", "PERSON"}]
    longer += [s for a in document.actors if a.kind in {"armed_group", "party", "organisation", "igo"} for s in a.spans]
    return any(s.start <= start and end <= s.end and s.end - s.start > end - start + 3 for s in longer)


def _is_where(token: Token, lexicon: Lexicon) -> bool:
    """Say whether a place name stands for where, not for who: behind a preposition, "Baghdad's market", an object."""
    head = token
    for _ in range(6):
        if head.dep_ == "pobj":
            return head.head.lower_ in _LOCATIVE and not _is_origin(head.head, lexicon)
        if head.dep_ == "npadvmod":
            return True
        if head.dep_ not in _MOVES or (head.dep_ == "amod" and head.ent_type_ == "NORP"):
            break
        if head.dep_ == "poss" and _is_whose(head.head, lexicon):
            return False
        head = head.head
    if head.dep_ in {"dobj", "nsubjpass"}:
        return head.head.lemma_.lower() in lexicon.act_verbs or head.head.lemma_.lower() in lexicon.harm_verbs
    return head.dep_ in {"ROOT", "pcomp"} and head != token


def _is_whose(noun: Token, lexicon: Lexicon) -> bool:
    """Say whether a possessor tells whose people or whose act it is: "Kenya's operation"."""
    lemma = noun.lemma_.lower()
    return (lemma,) in lexicon.act_nouns or lexicon.is_a(lemma, "officials", "state", "civilians")


def _is_origin(preposition: Token, lexicon: Lexicon) -> bool:
    """Say whether a preposition tells whose or where from: "the president of Iraq", "a man from Leeds"."""
    lemma = preposition.head.lemma_.lower()
    if preposition.lower_ == "from":
        return (
            lexicon.is_a(lemma, "civilians", "officials", "attackers", "state")
            or preposition.head.ent_type_ == "PERSON"
        )
    return preposition.lower_ in {"of", "to", "for"} and lexicon.is_a(lemma, "officials", "state")
