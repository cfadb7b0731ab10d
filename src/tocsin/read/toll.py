"""The toll of what a report is about: killed and injured, chosen together from all that the report says."""

import dataclasses
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tocsin.model import Component, Mention, Quantity, Span
from tocsin.model.vocabulary import Kind
from tocsin.read.document import Document
from tocsin.read.harms import Fate
from tocsin.read.sources import sourced
from tocsin.read.toll_evidence import Evidence, Told, gather, number_of
from tocsin.read.toll_model import Pair, chances, weights

RULES = Component("read.toll", "2", json.dumps(dict(weights()), sort_keys=True))
_LEARNT: frozenset[Kind] = frozenset({"armed_attack", "assassination", "execution", "stabbing", "other_violence"})
_LEAST = 0.4
"""From which likelihood on a number is taken."""
_DEAD: frozenset[Fate] = frozenset({"killed"})
_HURT: frozenset[Fate] = frozenset({"injured", "shot"})
_MOST_SPANS = 3


@dataclass(frozen=True, slots=True)
class _Choice:
    """A number chosen for a figure: what was known, how likely each number is, and whose fates it counts."""

    known: Quantity | None
    number: int
    shares: Mapping[int, float]
    fates: frozenset[Fate]

    def sure(self, number: int) -> float:
        """Return how likely a number is, to two places."""
        return round(self.shares.get(number, 0.0), 2)


def with_toll(document: Document, mention: Mention) -> Mention:
    """Return the mention with the likeliest toll of the report that it stands for.

    Grammar gives figures clause by clause ("two were killed"), and they are evidence like the rest. What clauses alone
    don't say is weighed here: that of four shot one died, that the wounded man of the lead is dead by the end, that a
    count in the title leaves the attacker out, that a number belongs to another year's attacks. Figures that the
    choice agrees with keep their range and words, and so do those where it isn't sure. Where nobody counts or denies
    victims and no word tells of harm, a figure stays unsaid. Only for the kinds of act that the weights were learnt
    from is anything weighed: how wars and bombings are counted they don't know.
    """
    if mention.kind not in _LEARNT or mention.status in {"planned", "threatened"}:
        return mention
    evidence = gather(document, mention.killed, mention.injured, RULES)
    if not evidence.told and not evidence.names:
        return mention
    likely = chances(evidence, weights())
    best = max(likely, key=lambda pair: (likely[pair], pair))
    killed = _settled(document, evidence, _Choice(mention.killed, best[0], _share(likely, 0), _DEAD))
    injured = _settled(document, evidence, _Choice(mention.injured, best[1], _share(likely, 1), _HURT))
    by = mention.by if RULES.id in mention.by else (*mention.by, RULES.id)
    return dataclasses.replace(mention, killed=killed, injured=injured, by=by)


def _share(likely: Mapping[Pair, float], slot: int) -> dict[int, float]:
    """Return how likely each number of killed (slot 0) or injured (slot 1) is, whatever the other."""
    found: dict[int, float] = {}
    for pair, chance in likely.items():
        found[pair[slot]] = found.get(pair[slot], 0.0) + chance
    return found


def _settled(document: Document, evidence: Evidence, choice: _Choice) -> Quantity | None:
    """Return the figure for a chosen number: the known one where it agrees, else as the words count it."""
    known, number = choice.known, choice.number
    if known is not None and known.replaces:
        # a report that revises its toll says which figure stands
        return known
    if choice.sure(number) < _LEAST or (known is not None and _holds(known, number)):
        kept = number_of(known)
        return known if known is None or kept is None else dataclasses.replace(known, confidence=choice.sure(kept))
    if number == 0:
        return None
    told = _tellers(evidence.told, number, choice.fates)
    counted = next((each.harm for each in told if each.harm.number == number and each.harm.quantity), None)
    rough = counted is not None and counted.quantity is not None and counted.quantity.approximate
    figure = Quantity(
        low=counted.low if counted else number,
        high=counted.high if counted else number,
        approximate=rough,
        spans=_spans(document, told, known),
        by=RULES.id,
        confidence=choice.sure(number),
    )
    return sourced(document, figure)


def _holds(known: Quantity, number: int) -> bool:
    """Say whether a number is one that the figure allows, its open end taken as printed."""
    low = number_of(known) or 0
    return low <= number <= (known.high if known.high is not None else low)


def _tellers(told: Iterable[Told], number: int, fates: frozenset[Fate]) -> list[Told]:
    """Return the counts that a figure rests on: those of this number and fate, else of the fate, else of victims."""
    near = [each for each in told if each.place != "beyond"]
    own = [each for each in near if each.harm.fate in fates]
    same = [each for each in own if each.harm.number == number]
    return same or own or [each for each in near if each.harm.fate in _HURT | {"victims"}]


def _spans(document: Document, told: list[Told], known: Quantity | None) -> tuple[Span, ...]:
    """Return the words that a figure rests on; the first sentence where no one is counted."""
    if told:
        return tuple(document.span(each.harm.start, each.harm.end) for each in told[:_MOST_SPANS])
    first = document.sentences[0]
    return known.spans if known else (document.span(first.start, first.end),)
