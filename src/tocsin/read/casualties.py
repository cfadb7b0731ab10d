"""Counts of killed, injured, abducted and detained: from one phrase, over a sentence, over a report."""

from collections.abc import Sequence

from tocsin.model import Component, Quantity
from tocsin.read.document import Document
from tocsin.read.drafts import Figure
from tocsin.read.wordlists import Lexicon
from tocsin.read.phrases import Phrase

COUNTED_EFFECTS = ("killed", "injured", "abducted", "detained")
_LOOSE = {"other", "others", "another", "more", "dead", "death", "fatality", "injury", "wounded", "injured", "life"}
_SINGULAR_DET = {"a", "an", "another", "one", "the", "this", "his", "her", "their", "its"}


def count_of(phrase: Phrase, lexicon: Lexicon) -> tuple[int | None, int | None, bool] | None:
    """Return how many people a phrase counts: its number, 2 or more for a bare plural, 1 for a person, else None."""
    if phrase.quantity is not None:
        return phrase.quantity.low, phrase.quantity.high, phrase.quantity.approximate
    human = phrase.is_person or lexicon.is_a(phrase.lemma, "civilians", "officials", "attackers", "police", "military")
    if phrase.lemma == "another":
        return 1, 1, False
    if phrase.lemma == "other" and phrase.is_plural:
        return 2, None, False
    if not human or phrase.lemma in {"force", "police", "army", "military", "family", "crowd", "mob", "gang", "patrol"}:
        return None
    if phrase.is_plural:
        return None if phrase.is_definite else (2, None, False)
    return 1, 1, False


def figure_of(effect: str, phrase: Phrase, sentence: int, lexicon: Lexicon, rules: Component) -> Figure | None:
    """Return a phrase's count as a figure."""
    counted = count_of(phrase, lexicon)
    if counted is None or effect not in COUNTED_EFFECTS:
        return None
    low, high, rough = counted
    spans = phrase.quantity.spans if phrase.quantity is not None else ()
    start = min([phrase.span.start, *(s.start for s in spans)])
    end = max([phrase.span.end, *(s.end for s in spans)])
    span = phrase.span if (start, end) == (phrase.span.start, phrase.span.end) else None
    return Figure(
        effect,
        Quantity(low=low, high=high, approximate=rough, spans=(span or phrase.span,), by=rules.id),
        sentence,
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
        spans=tuple(span for q in figures for span in q.spans),
        by=figures[0].by,
    )


def total(document: Document, figures: Sequence[Figure], effect: str) -> Quantity | None:
    """Return the toll over all sentences: the first sentence's sum, spanned by what later ones say otherwise."""
    by_sentence: dict[int, list[Quantity]] = {}
    for figure in figures:
        if figure.effect == effect:
            group = by_sentence.setdefault(figure.sentence, [])
            if figure.quantity not in group:
                group.append(figure.quantity)
    sums = [(index, sum_up(group)) for index, group in by_sentence.items()]
    if not sums:
        return None
    best = sums[0][1]
    for index, other in sums[1:]:
        best = _reconcile(best, other, _disputes(document, index))
    return best


def _disputes(document: Document, sentence: int) -> bool:
    """Say whether a sentence sets its figure against an earlier one."""
    words = document.sentences[sentence].text.lower()
    return any(
        cue in words
        for cue in (
            "but ",
            "however",
            "while ",
            "preliminary",
            "initial",
            "earlier report",
            "according to",
            " put the ",
            "toll",
        )
    )


def _reconcile(best: Quantity, other: Quantity, disputed: bool) -> Quantity:
    if (best.low, best.high) == (other.low, other.high):
        return best
    if other.low is not None and best.low is not None and other.low < best.low and not disputed:
        return best
    if (
        best.low is not None
        and other.low is not None
        and other.low > best.low
        and not disputed
        and best.high is not None
    ):
        vague = best.low >= 2 and best.high is None
        if vague or best.low == 1:
            return other
    if best.low is not None and best.high is None and other.low is not None and other.low >= best.low:
        return other if other.high is not None else best
    lows = [q.low for q in (best, other) if q.low is not None]
    highs = [q.high for q in (best, other) if q.high is not None]
    return Quantity(
        low=min(lows) if lows else None,
        high=max(highs) if highs and max(highs) >= (min(lows) if lows else 0) else None,
        approximate=best.approximate or other.approximate,
        spans=best.spans + other.spans,
        by=best.by,
    )
