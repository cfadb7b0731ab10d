"""Counts of killed, injured, abducted and detained: from one phrase, over a sentence, over a report."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tocsin.model import Component, Quantity
from tocsin.read.document import Document
from tocsin.read.drafts import Figure
from tocsin.read.phrases import Phrase
from tocsin.read.wordlists import Lexicon

COUNTED_EFFECTS = ("killed", "injured", "abducted", "detained")
_BODIES = {
    "force",
    "police",
    "army",
    "military",
    "family",
    "crowd",
    "mob",
    "gang",
    "patrol",
    "group",
    "team",
    "network",
}
_PLACES = {"district", "province", "city", "town", "village", "area", "region", "valley", "country", "neighbourhood"}
_THINGS = ("facilities", "vehicles", "infrastructure", "groups", "state")
_TOTALS = {"people", "person", "victim", "death", "life", "dead", "fatality", "total", "casualty", "toll", "body"}
_DISPUTED = re.compile(
    r"\bbut\b|\bhowever\b|\bwhile\b|\bpreliminary\b|\binitial(?:ly)?\b|\bearlier reports?\b|\baccording to\b|"
    r"\bput the\b|\btoll\b|\bsaid\b|\bsays?\b|\breported(?:ly)?\b|\breports?\b|\bclaim(?:s|ed)?\b",
    re.IGNORECASE,
)
_RISEN = re.compile(r"\b(?:rose|risen|rises|climbed|increased|updated|now stands?|later died|revised)\b", re.IGNORECASE)


def count_of(phrase: Phrase, effect: str, lexicon: Lexicon) -> tuple[int | None, int | None, bool] | None:
    """Return how many people a phrase counts: its number, 2 or more for a bare plural, 1 for a person, else None."""
    if phrase.quantity is not None:
        return phrase.quantity.low, phrase.quantity.high, phrase.quantity.approximate
    if phrase.lemma in _PLACES:
        return None
    if phrase.lemma in {"another", "one"}:
        return 1, 1, False
    if phrase.lemma == "other" and phrase.is_plural:
        return 2, None, False
    human = phrase.is_person or (effect == "detained" and any(c.lower_ in {"a", "an"} for c in phrase.head.lefts))
    human = human or lexicon.is_a(phrase.lemma, "civilians", "officials", "attackers", "police", "military")
    if phrase.lemma in _BODIES | _TOTALS - {"people", "person", "victim"} or (
        not human and lexicon.is_a(phrase.lemma, *_THINGS)
    ):
        return None
    if phrase.is_plural:
        return None if phrase.is_definite or not human else (2, None, False)
    if not human and (phrase.actor is not None and phrase.actor.kind not in {"person", "unknown"}):
        return None
    return (1, 1, False) if human or effect in {"killed", "abducted"} else None


def figure_of(
    effect: str, phrase: Phrase, *, sentence: int, trigger: int, also: bool, lexicon: Lexicon, rules: Component
) -> Figure | None:
    """Return a phrase's count as a figure; `trigger` is the token that says what became of them.

    `also` says that the trigger tells of them beside others: "they also detained two men".
    """
    counted = count_of(phrase, effect, lexicon) if effect in COUNTED_EFFECTS else None
    if counted is None:
        return None
    low, high, rough = counted
    quantity = Quantity(low=low, high=high, approximate=rough, spans=(phrase.span,), by=rules.id)
    return Figure(
        effect,
        quantity,
        sentence,
        phrase.lemma,
        trigger,
        phrase.is_definite,
        more=phrase.is_beside_others or (also and effect == "detained"),
    )


def sum_up(figures: Sequence[Quantity]) -> Quantity:
    """Add sub-groups of one toll."""
    if len(figures) == 1:
        return figures[0]
    highs = [q.high for q in figures]
    return Quantity(
        low=sum(q.low or 0 for q in figures),
        high=None if None in highs else sum(high for high in highs if high is not None),
        approximate=any(q.approximate for q in figures),
        replaces=_all_replaced(figures),
        spans=tuple(span for q in figures for span in q.spans),
        by=figures[0].by,
    )


def _all_replaced(figures: Sequence[Quantity]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(number for figure in figures for number in figure.replaces))


def total(document: Document, figures: Sequence[Figure], effect: str) -> Quantity | None:
    """Return the toll over all sentences, None where none is told.

    The first figure of the body leads; a later one replaces a vague one or one that has risen, and widens the range
    where another source gives it; smaller figures of sub-groups say nothing new.
    """
    by_sentence: dict[int, list[Figure]] = {}
    for figure in figures:
        if figure.effect == effect:
            by_sentence.setdefault(figure.sentence, []).append(figure)
    values = [(index, group, _of_sentence(document, group)) for index, group in sorted(by_sentence.items())]
    values.sort(key=lambda v: (document.sentences[v[0]].is_title, all(f.definite for f in v[1]), v[0]))
    if not values:
        return None
    _, first, best = values[0]
    general = any(f.head in _TOTALS for f in first)
    told = list(first)
    for index, group, other in values[1:]:
        added = _with_more(document, best, group, told)
        told += group
        if any(f.revised for f in group):
            best = replace(other, replaces=_replaced(best, other))
        elif added is not None:
            best = added
        elif _is_replaced(best, other):
            continue
        elif not document.sentences[index].is_title and not all(f.definite for f in group):
            same = _same_heads(first, group, general=general)
            apart = effect == "detained" and not same and _is_one(first) and (other.low or 0) > 1
            words = document.sentences[index].text
            best = sum_up([best, other]) if apart else _reconcile(best, other, words, same=same)
    return best


def _is_one(figures: Sequence[Figure]) -> bool:
    """Say whether one person is told of, not as known already: "a commander"."""
    return all((f.quantity.low, f.quantity.high) == (1, 1) and not f.definite for f in figures) and len(figures) == 1


def _with_more(document: Document, best: Quantity, group: Sequence[Figure], told: Sequence[Figure]) -> Quantity | None:
    """Return the toll with those whom a later sentence tells of beside the ones known; None where it tells of none.

    A sentence that names the known ones too ("the leader and two more") gives the whole. Who was counted as "more"
    before is told again, not anew.
    """
    known = {(f.head, f.quantity.low) for f in told if f.more}
    more = [f for f in group if f.more and not f.definite and f.quantity.low]
    again = any((f.head, f.quantity.low) in known for f in more)
    if not more or again or document.sentences[group[0].sentence].is_title:
        return None
    if len(more) == len(group):
        return sum_up([best, *(f.quantity for f in more)])
    whole = sum_up(list(_once(group)))
    return whole if _is_vague(best) or (whole.low or 0) > (best.low or 0) else best


def _replaced(best: Quantity, newer: Quantity) -> tuple[int, ...]:
    """Return what a revised figure replaces: what its sentence says, else the figure that stood till then."""
    same = best.number is None or (best.low, best.high) == (newer.low, newer.high)
    return newer.replaces or (best.replaces if same or best.number is None else (best.number,))


def _is_replaced(best: Quantity, other: Quantity) -> bool:
    """Say whether a figure is one that the text says was replaced."""
    return other.number in best.replaces


def _same_heads(first: Sequence[Figure], group: Sequence[Figure], *, general: bool) -> bool:
    """Say whether a later figure counts the same people, not a part of them."""
    heads = {f.head for f in first}
    with_known = any(f.definite for f in group) and not all(f.definite for f in group)
    return (
        with_known
        or any(f.head in heads or f.head in _TOTALS or f.head.isdigit() for f in group)
        or (general and all(f.head in _TOTALS for f in group))
    )


def _of_sentence(document: Document, group: Sequence[Figure]) -> Quantity:
    """Sum what one word counts, and what several do; figures set against each other widen the range instead."""
    newest = [figure for figure in group if figure.revised]
    if newest:
        return newest[-1].quantity
    by_trigger: dict[int, list[Figure]] = {}
    for figure in group:
        by_trigger.setdefault(figure.trigger, []).append(figure)
    parts = [(list(_once(figures)), figures) for figures in by_trigger.values()]
    if len(parts) == 1:
        return sum_up(parts[0][0])
    starts = sorted(figures[0].quantity.spans[0].start for _, figures in parts)
    between = document.report.text[starts[0] : starts[-1]]
    if _DISPUTED.search(between):
        best = sum_up(parts[0][0])
        for quantities, _ in parts[1:]:
            best = _spanned(best, sum_up(quantities))
        return best
    fresh = [f for _, figures in parts for f in figures if not f.definite] or list(group)
    return sum_up(list(_once(fresh)))


def _once(figures: Sequence[Figure]) -> list[Quantity]:
    found: list[Quantity] = []
    for figure in figures:
        if figure.quantity not in found:
            found.append(figure.quantity)
    return found


def _reconcile(best: Quantity, other: Quantity, words: str, *, same: bool) -> Quantity:
    if (best.low, best.high) == (other.low, other.high) or other.low is None:
        return best
    if best.low is None:
        return _spanned(best, other) if same else best
    if _is_vague(best):
        return other if other.low >= best.low else best
    if other.low > best.low and (_RISEN.search(words) or (best.low, best.high) == (1, 1)):
        return other if same or _RISEN.search(words) else best
    if same and not _is_vague(other) and _DISPUTED.search(words):
        return _spanned(best, other)
    if same and other.low > best.low:
        return other
    return best


def _is_vague(quantity: Quantity) -> bool:
    return quantity.high is None and quantity.low in {1, 2, 3}


def _spanned(one: Quantity, other: Quantity) -> Quantity:
    """Return the range from the lowest floor to the highest closed figure, open where the highest is open."""
    lows = [q.low for q in (one, other) if q.low is not None]
    top = max((one, other), key=lambda q: (q.low or q.high or 0, q.high is None, q.high or 0))
    low = min(lows) if lows else None
    high = None if top.high is None else max(q.high or 0 for q in (one, other))
    return Quantity(
        low=low,
        high=high,
        approximate=one.approximate or other.approximate,
        replaces=_all_replaced((one, other)),
        spans=one.spans + other.spans,
        by=one.by,
    )
