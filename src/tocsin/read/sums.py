"""Mends sums that the parse gives wrong: too few parts ("5 policemen and 7 militants dead"), or one of another fate."""

import dataclasses
import re
from collections.abc import Sequence

from tocsin.model import Quantity, Span
from tocsin.read.document import Document, Sentence, within
from tocsin.read.drafts import Draft, Figure
from tocsin.read.harm_words import split
from tocsin.read.harms import Harm, harms_in

_VERB = re.compile(
    r"\s+(?:others\s+)?(?:were|was|had been|have been)\s+(?:\w+ly\s+)?(killed|injured|wounded|hurt)\b", re.IGNORECASE
)


def with_sums(document: Document, sentence: Sentence, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts of a sentence, their counts of killed and injured made whole by the lists that it counts in."""
    counts = within(document.quantities, sentence.start, sentence.end)
    figures = [figure for draft in drafts for figure in draft.figures]
    if len(counts) < 2 or not figures:  # a sum has two parts
        return list(drafts)
    drafts = [dataclasses.replace(draft, figures=_by_own_verb(sentence, draft.figures)) for draft in drafts]
    figures = [figure for draft in drafts for figure in draft.figures]
    lists = [harm for harm in harms_in(split(sentence.text, sentence.start, counts)) if _is_list(harm, counts, figures)]
    made = list(drafts)
    for harm in lists:
        made = [_completed(draft, harm, counts) for draft in made]
    return made


def _by_own_verb(sentence: Sentence, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Return the figures, each with the fate that a verb right behind it tells: "killed two and 20 were hurt"."""
    made: list[Figure] = []
    for figure in figures:
        match = _VERB.match(sentence.text[figure.quantity.spans[-1].end - sentence.start :])
        effect = "killed" if match and match[1].lower() == "killed" else "injured"
        wrong = match and made and figure.effect in {"killed", "injured"} and figure.effect != effect
        made.append(dataclasses.replace(figure, effect=effect) if wrong else figure)
    return tuple(made)


def _is_list(harm: Harm, counts: Sequence[Quantity], figures: Sequence[Figure]) -> bool:
    """Say whether it sums up several counts, none of which is one of another fate."""
    parts = [count for count in counts if _in(harm, count.spans[0])]
    others = any(_in(harm, figure.quantity.spans[0]) for figure in figures if figure.effect != harm.fate)
    return len(parts) > 1 and harm.form == "count" and harm.low is not None and not others


def _in(harm: Harm, span: Span) -> bool:
    return harm.start <= span.start < harm.end


def _completed(draft: Draft, harm: Harm, counts: Sequence[Quantity]) -> Draft:
    """Return the draft with the list's sum for those of its parts that it holds, where they come to less."""
    held = [each for each in draft.figures if each.effect == harm.fate and _in(harm, each.quantity.spans[0])]
    told = sum(each.quantity.low or 0 for each in held)
    if not held or told >= (harm.low or 0):
        return draft
    words = [span for each in held for span in each.quantity.spans]
    words += [count.spans[0] for count in counts if _in(harm, count.spans[0])]
    spans: list[Span] = []
    for span in sorted(words, key=lambda each: (each.start, -each.end)):
        if not any(span.overlaps(known) for known in spans):
            spans.append(span)
    rough = any(count.approximate for count in counts if _in(harm, count.spans[0]))
    summed = Quantity(low=harm.low, high=harm.high, approximate=rough, spans=tuple(spans), by=held[0].quantity.by)
    whole = dataclasses.replace(held[0], quantity=summed)
    kept = tuple(each for each in draft.figures if each not in held)
    return dataclasses.replace(draft, figures=(*kept, whole))
