"""What a report says of where an act happened: each place that it names, and how the name stands to the act."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tocsin.model import Toponym
from tocsin.read.document import Document, within
from tocsin.read.drafts import Draft
from tocsin.read.geography import finest, is_finer, lies_in
from tocsin.read.scene import path_length
from tocsin.read.where import Standing, standings, token_at
from tocsin.read.wordlists import Lexicon

_LEAD = 2
_STEPS = (0, 1, 2, 3, 4, 6, 8, 12)
_RECENT = 3
_MOST = 40


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that an act may have happened at (None: the report doesn't say), and the names of what speaks of it."""

    place: Toponym | None
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """The places that a document names, each with its occurrences in text order, and what is counted over all."""

    places: tuple[tuple[Standing, ...], ...]
    country: str | None
    first: int


def identity(place: Toponym) -> str:
    """Return what makes two names name one place."""
    if place.precision == "country" and place.country:
        return f"country {place.country}"
    return place.place or f"{place.name.lower()} {place.country}"


def name_places(document: Document, lexicon: Lexicon) -> Named:
    """Return the places that a document names, each with all its occurrences; countries by their people's name too.

    The ends of a way ("a train from Dover to Leeds") are left out, for nothing need have happened there.
    """
    found: dict[str, list[Standing]] = {}
    for sentence in document.sentences:
        for each in standings(document, sentence, lexicon):
            if each.manner != "way":
                found.setdefault(identity(each.place), []).append(each)
        for nation in within(document.nations, sentence.start, sentence.end):
            token = token_at(sentence, nation.spans[0].start)
            if token is not None:
                found.setdefault(identity(nation), []).append(Standing(nation, sentence, token, "people"))
    counts = Counter(o.place.country for each in found.values() for o in each if o.place.country)
    first = next((s.index for s in document.sentences if not s.is_title), 0)
    return Named(tuple(map(tuple, found.values())), counts.most_common(1)[0][0] if counts else None, first)


def candidates(named: Named, draft: Draft, told: Sequence[Draft]) -> list[Candidate]:
    """Return the places that may be an act's, with the evidence for each; the last is no place at all.

    `told` are the acts that the report tells of, this one among them.
    """
    whole = _Act(named, draft, [other for other in told if other is not draft])
    found = [Candidate(whole.nearest(each).place, tuple(whole.of(each))) for each in named.places[:_MOST]]
    return [*found, Candidate(None, tuple(whole.of_none(found)))]


class _Act:
    """An act as the evidence is asked of it."""

    def __init__(self, named: Named, draft: Draft, others: Sequence[Draft]) -> None:
        self.named, self.draft = named, draft
        self.triggers = [t.token for t in draft.triggers]
        self.rivals = [t.token for other in others for t in other.triggers]
        self.news = "news" if draft.lead else "past"
        self.first = draft.sentences[0]
        self._nearest: dict[int, Standing] = {}
        self.main = next((s.index for s in draft.sentences if s.start <= draft.trigger.token.idx < s.end), -1)
        self.rule = finest(draft.places)
        self.scene = [identity(p) for p in draft.places]
        earlier = [d for d in others if d.places and d.sentences[0].index <= self.first.index]
        self.told_at = identity(earlier[-1].places[0]) if earlier else None
        self.news_at = {identity(p) for d in others if d.lead for p in d.places[:1]}

    def distance(self, occurrence: Standing) -> int:
        """Return the length of the way in the parse to the nearest trigger, 20 from another sentence."""
        return min(path_length(t, occurrence.token) for t in self.triggers)

    def nearest(self, occurrences: Sequence[Standing]) -> Standing:
        """Return the occurrence that speaks most for a place: nearest in the parse, then in the text."""
        key = occurrences[0].token.i
        if key not in self._nearest:
            self._nearest[key] = min(occurrences, key=self._remoteness)
        return self._nearest[key]

    def _remoteness(self, occurrence: Standing) -> tuple[int, int, int]:
        worse = 2 if occurrence.manner in _NOT_WHERE else 0
        return self.distance(occurrence) + worse, abs(occurrence.sentence.index - self.first.index), occurrence.token.i

    def where(self, occurrence: Standing) -> str:
        """Say where a name stands from the act: in its sentence, before it, in the title."""
        sentence, first = occurrence.sentence, self.first
        if occurrence.manner == "dateline":
            return "dateline"
        if any(s.index == sentence.index for s in self.draft.sentences):
            return ("own" if sentence.index == self.main else "again") if self.distance(occurrence) < 20 else "told"
        if sentence.is_title:
            return "title"
        gap = first.index - sentence.index
        near = "paragraph" if sentence.paragraph == first.paragraph else "text"
        if 0 < gap <= 2:
            return f"{near} {gap} before"
        if sentence.index < self.named.first + _LEAD:
            return "lead"
        if gap > 0:
            return "paragraph before" if near == "paragraph" else "before"
        return f"{near} after" if gap >= -2 else "after"

    def of(self, occurrences: Sequence[Standing]) -> Iterator[str]:
        """Yield the evidence for a place."""
        best = self.nearest(occurrences)
        place, where = best.place, self.where(best)
        key = identity(place)
        yield f"{where}"
        yield f"{self.news} {where}"
        yield f"{where} {best.manner}"
        yield f"{where} {place.precision}"
        yield f"{self.news} {place.precision}"
        yield f"{best.manner}"
        yield f"{self.draft.family} {where.split()[0]}"
        if where in {"own", "again"}:
            yield from self._in_sentence(best, key, where)
        if self.rule is not None and identity(self.rule) == key:
            yield "rule"
            yield f"{self.news} rule"
            yield f"rule {place.precision}"
            yield f"rule {best.manner}"
            yield f"rule {where}"
        yield from self._elsewhere(occurrences, key, place)
        yield from self._holding(place, where)

    def _in_sentence(self, best: Standing, key: str, where: str) -> Iterator[str]:
        mine = self.distance(best)
        step = max(s for s in _STEPS if s <= mine)
        theirs = min((path_length(t, best.token) for t in self.rivals if t.sent == best.token.sent), default=99)
        yield f"path {step}"
        yield f"path {step} {best.manner}"
        yield "another act nearer" if theirs < mine else "this act nearest"
        rank = self.scene.index(key) if key in self.scene else -1
        yield f"scene {min(rank, 2)}"
        yield f"{where} scene {min(rank, 2)}"
        above = {t.i for t in best.token.ancestors}
        if any(t.i in above for t in self.triggers):
            yield "below the act"
            yield f"{where} below the act"
        if any(t.i in above for t in self.rivals) and theirs < mine:
            yield "below another act"
        yield f"scene {min(rank, 2)} {best.place.precision}"

    def _elsewhere(self, occurrences: Sequence[Standing], key: str, place: Toponym) -> Iterator[str]:
        spots = {self.where(o) for o in occurrences}
        for spot in ("title", "lead", "dateline"):
            if spot in spots:
                yield f"also {spot}"
                yield f"{self.news} also {spot}"
        yield f"named {min(len(occurrences), 4)}"
        yield f"{self.news} named {min(len(occurrences), 4)}"
        yield "main country" if place.country == self.named.country else "other country"
        manners = {o.manner for o in occurrences}
        for manner in ("in", "near"):
            if manner in manners:
                yield f"somewhere {manner}"
        if self.told_at:
            yield "the act before stands there" if key == self.told_at else "the act before doesn't"
        if self.news_at:
            yield f"{self.news} news there" if key in self.news_at else f"{self.news} news elsewhere"
        if key in self._recent():
            yield f"recent {self._recent().index(key)}"

    def _recent(self) -> list[str]:
        """Return the places named last before the act's sentence, the nearest first."""
        first = self.first.start
        before = [o for each in self.named.places for o in each if o.token.idx < first and o.manner not in _NOT_WHERE]
        ordered = sorted(before, key=lambda o: -o.token.idx)
        return list(dict.fromkeys(identity(o.place) for o in ordered))[:_RECENT]

    def _holding(self, place: Toponym, where: str) -> Iterator[str]:
        for each in self.named.places:
            other = each[0].place
            if identity(other) == identity(place):
                continue
            there = self.where(self.nearest(each))
            if is_finer(other, place) and lies_in(other, place):
                yield f"holds a finer one {there.split()[0]}"
                if there == where:
                    yield "holds a finer one beside it"
            elif is_finer(place, other) and lies_in(place, other):
                yield f"lies in one {there.split()[0]}"

    def of_none(self, found: Sequence[Candidate]) -> Iterator[str]:
        """Yield the evidence for a report's not saying where."""
        yield "none"
        yield f"none {self.news}"
        yield f"none {self.draft.family}"
        yield f"none {self.draft.status}"
        yield f"none of {min(len(found), 5)}"
        here = sum("own" in c.evidence or "again" in c.evidence for c in found)
        yield f"none of {min(here, 3)} here"
        yield f"none of {min(here, 3)} here, {self.news}"
        yield "none but a scene" if self.scene else "none and no scene"
        yield f"none {'but a scene' if self.scene else 'and no scene'}, {self.news}"
        yield f"none, told {'once' if len(self.draft.sentences) == 1 else 'often'}"
        if self.first.is_title:
            yield "none in the title"


_NOT_WHERE = {"people", "in a name", "dateline"}
