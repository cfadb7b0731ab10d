"""When and where: the times and places of a sentence, each given to the trigger that it stands nearest to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from spacy.tokens import Token

from tocsin.model import Timex, Toponym
from tocsin.read.document import Document, Sentence
from tocsin.read.triggers import Trigger
from tocsin.read.when import dated_by
from tocsin.read.where import PLACING, is_while, standings, stands_elsewhere, token_at
from tocsin.read.wordlists import Lexicon

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
                _give(times, _ranked(dated_by(triggers, token, span.end), token), time)
                break
    for each in standings(document, sentence, lexicon):
        if each.manner in PLACING:
            here = [t for t in triggers if not stands_elsewhere(t.token, each.token)]
            _give(places, _ranked(here, each.token), each.place)
    _share(places, triggers)
    _share(times, triggers)
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


def _share(scenes: dict[int, list[tuple[float, V]]], triggers: Sequence[Trigger]) -> None:
    """Give an act that stands at no place, or day, that of what it happened in the course of."""
    for act in triggers:
        if not scenes[act.token.i]:
            hosts = [t for t in triggers if scenes[t.token.i] and is_while(act.token, t.token)]
            scenes[act.token.i] = list(scenes[hosts[0].token.i]) if hosts else []


def path_length(one: Token, other: Token) -> int:
    """Return the number of edges between two tokens of one sentence's parse; 20 where they aren't joined."""
    up = [one, *one.ancestors]
    places = {token.i: steps for steps, token in enumerate(up)}
    for steps, token in enumerate([other, *other.ancestors]):
        if token.i in places:
            return steps + places[token.i]
    return 20
