"""Why two accounts are taken for one incident, or not: what each piece of evidence weighed, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tocsin.model import Quantity
from tocsin.ontology.folding import fold_text
from tocsin.reconcile import places
from tocsin.reconcile.doubts import WEIGHTS, Doubt, doubts
from tocsin.reconcile.evidence import MEASURES, Side, days_between, evidence, perpetrators, targets
from tocsin.reconcile.similarity import as_score, shipped, vetoed
from tocsin.reconcile.sketch import CLASSES, STEM, stem

SHOWN_TERMS = 5
_SMALL = 0.05

_GROUPS: Mapping[str, tuple[str, ...]] = {
    **{sort: tuple(f"{sort} {measure}" for measure in MEASURES) for sort in CLASSES},
    "when": ("published", "days", "stated", "fresh", "looking back"),
    "where": ("kilometres", "place", "streets"),
    "who": ("perpetrators", "targets"),
    "what": ("kind", "weapons"),
    "figures": ("killed", "injured", "harmed"),
    "length": ("longer", "shorter"),
}
_VETOES: Mapping[str, str] = {
    "report": "both are told by one report, as two incidents",
    "kind": "one is never called the other: {} and {}",
    "status": "what is {} isn't {}",
    "days": "both are news, and of days apart: {} and {}",
}
_DOUBTS: Mapping[Doubt, str] = {
    "days": "both are news, of days and reports days apart",
    "years": "one is news, and the other lies more than a year back",
    "place": "news of places too far apart",
    "country": "in two countries",
    "streets": "on different streets",
    "words": "next to no words in common",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """What one group of evidence adds to the log-odds, or takes away, and why in words."""

    name: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """The score with its reasons, the weightiest first; `start` and all weights together are its log-odds.

    `veto` says in words what makes the score 0, whatever the reasons; None where nothing does.
    """

    score: float
    veto: str | None
    start: float
    reasons: tuple[Reason, ...]


def explain(a: Side, b: Side) -> Explanation:
    """Return why the two accounts score what they do."""
    start, parts = shipped().forest.parts(evidence(a, b))
    weighed = [Reason(name, sum(parts[each] for each in names), _words(name, a, b)) for name, names in _GROUPS.items()]
    reasons = [each for each in weighed if abs(each.weight) >= _SMALL]
    rest = sum(each.weight for each in weighed if abs(each.weight) < _SMALL)
    if rest:
        reasons.append(Reason("other", rest, "all else"))
    reasons += [Reason("doubt", -WEIGHTS[doubt], _DOUBTS[doubt]) for doubt in doubts(a, b)]
    veto = vetoed(a, b)
    total = start + sum(each.weight for each in reasons)
    ordered = sorted(reasons, key=lambda each: (-abs(each.weight), each.name))
    return Explanation(0.0 if veto else as_score(total), _veto(veto, a, b) if veto else None, start, tuple(ordered))


def _veto(veto: str, a: Side, b: Side) -> str:
    one, other = a.account.mention, b.account.mention
    told = {
        "kind": (one.kind, other.kind),
        "status": (one.status, other.status),
        "days": (str(a.days.start), str(b.days.start)),
    }
    return _VETOES[veto].format(*(each.replace("_", " ") for each in told.get(veto, ())))


def _words(name: str, a: Side, b: Side) -> str:
    if name in CLASSES:
        return _shared(name, a, b)
    telling = {"when": _when, "where": _where, "who": _who, "what": _what, "figures": _figures, "length": _length}
    return "; ".join(telling[name](a, b)) or "nothing said"


def _shared(sort: str, a: Side, b: Side) -> str:
    ours, theirs = (side.terms[CLASSES.index(sort)] for side in (a, b))
    common = sorted(ours.keys() & theirs.keys(), key=lambda term: (-ours[term], term))
    what = {"title": "words of the titles", "pairs": "full names", "words": "rare words"}.get(sort, sort)
    if not common:
        return f"no {what} in common"
    more = f" and {len(common) - SHOWN_TERMS} more" if len(common) > SHOWN_TERMS else ""
    return f"{what} in common: {', '.join(_whole(term, a, b) for term in common[:SHOWN_TERMS])}{more}"


def _whole(term: str, a: Side, b: Side) -> str:
    """Return the word that a stem was made of, where a title or sentence has it; else the stem, marked as cut."""
    if " " in term or len(term) < STEM:
        return term
    for side in (a, b):
        account = side.account
        for text in (account.report.title, *(span.text for span in account.mention.evidence)):
            for word in fold_text(text).split():
                if stem(word) == term:
                    return word
    return f"{term}…"


def _when(a: Side, b: Side) -> Iterator[str]:
    one, other = a.account.report.published, b.account.report.published
    if one and other:
        apart = abs((one - other).days)
        yield f"published {apart} days apart" if apart != 1 else "published a day apart"
    if a.days.stated and b.days.stated:
        gap = days_between(a.days, b.days)
        yield f"told of days {gap} apart" if gap else "told of the same days"
    for side in (a, b):
        if side.looks_back:
            yield "one looks back" if a.looks_back != b.looks_back else "both look back"
            return


def _where(a: Side, b: Side) -> Iterator[str]:
    one, other = a.account.mention.place, b.account.mention.place
    if one is None or other is None:
        yield "one says no place" if one or other else "neither says a place"
    else:
        far = places.kilometres(one, other)
        same = places.same_name(one, other)
        yield one.name if same else f"{one.name} and {other.name}" + ("" if far is None else f", {far:.0f} km apart")
    if a.streets and b.streets:
        yield "a street in common" if a.streets & b.streets else "no street in common"


def _who(a: Side, b: Side) -> Iterator[str]:
    one, other = a.account.mention, b.account.mention
    for name, value in (("perpetrators", perpetrators(one, other)), ("targets", targets(one, other))):
        yield f"{name} in common" if value > 0 else f"other {name}" if value < 0 else f"no {name} to compare"


def _what(a: Side, b: Side) -> Iterator[str]:
    one, other = (side.account.mention.kind.replace("_", " ") for side in (a, b))
    yield one if one == other else f"{one} and {other}"


def _figures(a: Side, b: Side) -> Iterator[str]:
    for name in ("killed", "injured"):
        one, other = (_count(getattr(side.account.mention, name)) for side in (a, b))
        if one or other:
            yield f"{one or 'unsaid'} and {other or 'unsaid'} {name}"


def _count(figure: Quantity | None) -> str:
    return "" if figure is None or figure.low is None else str(figure.low)


def _length(a: Side, b: Side) -> Iterator[str]:
    yield f"{len(a.terms[0])} and {len(b.terms[0])} words told"
