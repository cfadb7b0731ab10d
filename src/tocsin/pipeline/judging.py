"""Judgements made: names understood, the judgement kept, and what it touches settled anew, in one transaction."""

import datetime as dt
import secrets
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace

from tocsin.errors import JudgementError
from tocsin.model import Correction, Judgement, Mention, anchor
from tocsin.model.vocabulary import VERDICTS, Level, Verdict
from tocsin.pipeline.anchoring import reanchor
from tocsin.pipeline.judged_before import mentions_of, related
from tocsin.pipeline.judged_names import Named, name_of, without
from tocsin.pipeline.settling import Coder, Settled, settle
from tocsin.reconcile.judgements import undoings
from tocsin.reconcile.standing import standings
from tocsin.store import Store, Writer

Correct = Callable[[str, str, str | None], Correction]
"""Understands a field's new value: field, text, and the country (alpha-2) that the incident is in, if any."""

_LONGEST_NAME, _LONGEST_WHY = 100, 2000


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(microsecond=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A judgement as a person words it. `subject` and `other` name incidents, reports or mentions by their ids.

    `same` makes one of all that are named. `different` takes a subject and another; where the other is an incident
    that holds the subject, the subject is split off it. The rest take one subject, `correct` a field and its value.
    """

    verdict: str
    subject: tuple[str, ...]
    other: tuple[str, ...] = ()
    field: str | None = None
    value: str | None = None
    by: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A judgement as it was kept, the incidents (ids) that its mentions are in now, and what it contradicts.

    `settled` says which incidents were put or dropped for it.
    """

    judgement: Judgement
    incidents: tuple[str, ...]
    contradicts: tuple[Judgement, ...] = ()
    settled: Settled = field(default_factory=Settled)


@dataclass(frozen=True, slots=True)
class Bench:
    """Makes judgements on a store. `correct` understands new values, `code` codes incidents, `now` is the clock."""

    store: Store
    code: Coder
    correct: Correct
    now: Callable[[], dt.datetime] = _now

    def judge(self, draft: Draft) -> Made:
        """Keep the judgement and settle what it touches. JudgementError says what is wrong with it."""
        verdict = _verdict(draft.verdict)
        by, why = _signed(draft.by, draft.why)
        with self.store.write() as writer:
            subject, other = _sides(writer, verdict, draft)
            judgement = Judgement(
                id=new_id(),
                verdict=verdict,
                by=by,
                at=self.now(),
                why=why,
                level=_level(verdict, subject),
                subject=tuple(anchor(each) for each in _mentions(subject)),
                other=tuple(anchor(each) for each in _mentions(other)),
                correction=self._correction(draft, subject) if verdict == "correct" else None,
            )
            return self._keep(writer, judgement)

    def undo(self, judgement_id: str, by: str, why: str = "") -> Made:
        """Undo a judgement by a further one; to undo an undo is to revive what it undid."""
        by, why = _signed(by, why)
        with self.store.write() as writer:
            undone = writer.judgement(judgement_id)
            already = undoings((undone, *writer.undoings(judgement_id))).get(judgement_id)
            if already is not None:
                raise JudgementError(f"{judgement_id} is undone already", advice=f"undo {already} to revive it")
            judgement = Judgement(id=new_id(), verdict="undo", by=by, at=self.now(), why=why, undoes=judgement_id)
            return self._keep(writer, judgement)

    def add(self, judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
        """Keep those judgements of another store that this one lacks, after its own, and settle what they touch.

        Returns them in their order, each with its mentions as this store's readings hold them.
        """
        fresh = {each.id: each for each in judgements}
        with self.store.write() as writer:
            names = [name for name in fresh if not writer.knows_judgement(name)]
            for name in names:
                writer.add_judgement(_unplaced(fresh[name]))
            for report in sorted({each.report for name in names for each in fresh[name].anchors}):
                reanchor(writer, report, writer.mentions(writer.mentions_of([report])))
            added = tuple(writer.judgement(name) for name in names)
            self._settle(writer, added)
            return added

    def _correction(self, draft: Draft, subject: Collection[Named]) -> Correction:
        if not draft.field or draft.value is None:
            raise JudgementError("a correction names a field and its value", advice="for example killed 5")
        country = next((named.country for named in subject if named.country), None)
        return self.correct(draft.field, draft.value, country)

    def _keep(self, writer: Writer, judgement: Judgement) -> Made:
        kept = writer.add_judgement(judgement)
        settled = self._settle(writer, [kept])
        touched = _touched(writer, [kept])
        fellows = related(writer, touched)
        incidents = writer.incidents_of(mentions_of(fellows).union(touched))
        owner = {name: incident.id for incident in incidents for name in incident.mentions}
        held = standings(fellows, owner)
        against = [each for each in fellows if held[each.id].state == "set aside" and kept.id in held[each.id].by]
        now = tuple(dict.fromkeys(owner[name] for name in touched if name in owner))
        return Made(kept, now, tuple(against), settled)

    def _settle(self, writer: Writer, kept: Iterable[Judgement]) -> Settled:
        mentions = writer.mentions(_touched(writer, kept))
        names = [mention.id for mention in mentions]
        return settle(writer, writer.incidents_of(names), names, {mention.report for mention in mentions}, self.code)


def new_id() -> str:
    """Return an id that no judgement of any store has."""
    return f"jdg-{secrets.token_hex(6)}"


def _unplaced(judgement: Judgement) -> Judgement:
    """Return the judgement with its mentions nowhere: where another store had them says nothing here."""
    subject, other = (
        tuple(replace(each, mention=None) for each in side) for side in (judgement.subject, judgement.other)
    )
    return replace(judgement, subject=subject, other=other)


def _verdict(text: str) -> Verdict:
    verdict = next((known for known in VERDICTS if known == text and known != "undo"), None)
    if verdict is None:
        known = ", ".join(each for each in VERDICTS if each != "undo")
        raise JudgementError(f"{text!r} is no verdict", advice=f"it is one of {known}")
    return verdict


def _signed(by: str, why: str) -> tuple[str, str]:
    by, why = " ".join(by.split()), why.strip()
    if not by or len(by) > _LONGEST_NAME:
        raise JudgementError("a judgement needs a name", advice=f"say who judges, in 1 to {_LONGEST_NAME} letters")
    if len(why) > _LONGEST_WHY:
        raise JudgementError("the reason is too long", advice=f"keep it to {_LONGEST_WHY} letters")
    return by, why


def _sides(writer: Writer, verdict: Verdict, draft: Draft) -> tuple[list[Named], list[Named]]:
    if not draft.subject:
        raise JudgementError(
            "nothing is named to be judged", advice="name an incident, a report or a mention by its id"
        )
    if verdict in {"same", "different"}:
        return _two_sides(writer, verdict, draft)
    if len(draft.subject) > 1 or draft.other:
        raise JudgementError(f"{verdict} takes one incident or mention", advice="judge the others one by one")
    named = name_of(writer, draft.subject[0])
    if verdict == "correct" and not named.whole:
        (incident,) = writer.incidents_of([named.mentions[0].id])
        named = name_of(writer, incident.id)
    return [named], []


def _two_sides(writer: Writer, verdict: Verdict, draft: Draft) -> tuple[list[Named], list[Named]]:
    if not draft.other:
        raise JudgementError(f"{verdict} needs two to compare", advice="name both by their ids")
    whole = [name_of(writer, name) for name in draft.other if name.startswith("inc-")]
    among = {mention.id for named in whole for mention in named.mentions} if verdict == "different" else ()
    subject = [name_of(writer, name, among) for name in draft.subject]
    inside = {mention.id for mention in _mentions(subject)}
    other = whole + [name_of(writer, name) for name in draft.other if not name.startswith("inc-")]
    if verdict == "different":
        other = without(other, inside)
    elif {mention.id for mention in _mentions(other)} == inside and len(inside) > 1 and draft.subject != draft.other:
        # Somebody else was quicker: the second says so too, of all that the incident holds now.
        held = _mentions(subject)
        return [Named(tuple(held[:1]))], [Named(tuple(held[1:]))]
    if not other or {mention.id for mention in _mentions(other)} == inside:
        advice = "`tocsin judge split` parts reports of one incident" if verdict == "different" else "name two"
        raise JudgementError("both names lead to the same", advice=advice)
    return subject, other


def _level(verdict: Verdict, subject: Collection[Named]) -> Level:
    single = verdict in {"accept", "reject"} and not all(named.whole for named in subject)
    return "mention" if single else "incident"


def _mentions(side: Iterable[Named]) -> list[Mention]:
    return list({mention.id: mention for named in side for mention in named.mentions}.values())


def _touched(writer: Writer, kept: Iterable[Judgement]) -> list[str]:
    """Return the mentions of judgements, or of those that they undo, however long the chain."""
    names: dict[str, None] = {}
    for judgement in kept:
        while judgement.undoes is not None and writer.knows_judgement(judgement.undoes):
            judgement = writer.judgement(judgement.undoes)  # noqa: PLW2901  # down to what is undone in the end
        names |= dict.fromkeys((*judgement.subjects, *judgement.others))
    return list(names)
