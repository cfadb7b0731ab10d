"""Who was held responsible, by whom, and as of when; and which of it still stands."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tocsin.model import ActorMention, Attribution, Responsibility, Statement
from tocsin.model.vocabulary import AttributionState
from tocsin.ontology import fold
from tocsin.reconcile import actors
from tocsin.reconcile.account import Account
from tocsin.reconcile.voices import original

STRENGTH: tuple[AttributionState, ...] = ("claimed", "accused", "reported", "suspected", "denied", "unclaimed")
"""The states, the strongest first: the first of those that stand is the incident's."""

_OWN_WORD: frozenset[AttributionState] = frozenset({"claimed", "denied"})
_NOBODY = -1

Voice = tuple[int, str]
"""Of whom something is said, by number, and who says it."""


def attribution_history(accounts: Sequence[Account], twins: Mapping[str, str]) -> tuple[Attribution, ...]:
    """Return each account's attributions as of its report's day, in the order of accounts, with what stands.

    A story says each once: a reprint adds what its original doesn't say, and nothing else.
    """
    originals = {a.report.id: a.report.twin_of for a in accounts if a.report.twin_of} | dict(twins)
    told: set[tuple[object, ...]] = set()
    found: list[Attribution] = []
    for account in accounts:
        story = original(account.report.id, originals)
        for held in _of(account):
            key = (story, held.state, held.actor.actor or actors.key(held.actor), held.attributed_by)
            if key not in told:
                told.add(key)
                found.append(held)
    standing = _standing(found, _voices(found))
    return tuple(replace(held, stands=number in standing) for number, held in enumerate(found))


def responsibilities(attributions: Iterable[Attribution]) -> tuple[Responsibility, ...]:
    """Return who was held responsible as of each day on which that changed, undated words last."""
    given = sorted(attributions, key=_day)
    voices = _voices(given)
    found: list[Responsibility] = []
    before: Mapping[object, Attribution] = {}
    for day in sorted({_day(held) for held in given}):
        told = [held for held in given if _day(held) <= day]
        now = _distinct(told, voices, _standing(told, voices))
        if now.keys() != before.keys():
            new = tuple(held for key, held in now.items() if key not in before)
            held = tuple(now.values())
            known = None if day == dt.date.max else day
            found.append(Responsibility(day=known, state=state_of(held), held=held, new=new))
        before = now
    return tuple(found)


def state_of(standing: Iterable[Attribution]) -> AttributionState | None:
    """Return the strongest state of those that stand, None where none does."""
    states = {held.state for held in standing}
    return next((state for state in STRENGTH if state in states), None)


def _day(held: Attribution) -> dt.date:
    return held.as_of or dt.date.max


def _distinct(
    told: Sequence[Attribution], voices: Sequence[Voice], standing: Collection[int]
) -> dict[object, Attribution]:
    """Return what stands, each once by the first that says it."""
    found: dict[object, Attribution] = {}
    for number in sorted(standing):
        found.setdefault((voices[number], told[number].state), replace(told[number], stands=True))
    return found


def _standing(told: Sequence[Attribution], voices: Sequence[Voice]) -> set[int]:
    """Return the numbers of the attributions that stand.

    Of what one voice says of one actor, the latest day's word stands, and what it said before of the same; what it
    took back doesn't. The actor's own voice claims and denies, those of others accuse, suspect and report. After a
    claim, the reports' own suspicion of the claimant doesn't stand apart, and "unclaimed" stands only where no claim
    does. Undated words give way to dated ones.
    """
    said: dict[Voice, list[int]] = {}
    for number in range(len(told)):
        said.setdefault(voices[number], []).append(number)
    latest = {number for numbers in said.values() for number in _latest(told, numbers)}
    claimants = {voices[number][0] for number in latest if told[number].state == "claimed"}
    return {number for number in latest if not _settled(told[number], voices[number], claimants)}


def _latest(told: Sequence[Attribution], numbers: Sequence[int]) -> Iterator[int]:
    """Yield those whose state is one of the last day's."""
    last = max((day for number in numbers if (day := told[number].as_of)), default=None)
    states = {told[number].state for number in numbers if told[number].as_of == last}
    yield from (number for number in numbers if told[number].state in states)


def _settled(held: Attribution, voice: Voice, claimants: Collection[int]) -> bool:
    """Say whether a claim has settled what is held."""
    if held.state == "unclaimed":
        return bool(claimants)
    return held.state not in _OWN_WORD and held.attributed_by is None and voice[0] in claimants


def _voices(told: Iterable[Attribution]) -> list[Voice]:
    """Return the voice of each attribution: of which actor, and whether itself, a name or the reports say it."""
    cast: list[ActorMention] = []
    return [
        (_NOBODY, "") if held.state == "unclaimed" else (_number(cast, held.actor), _speaker(held)) for held in told
    ]


def _speaker(held: Attribution) -> str:
    return "itself" if held.state in _OWN_WORD else f"by {fold(held.attributed_by or '')}"


def _number(cast: list[ActorMention], actor: ActorMention) -> int:
    """Return the actor's number in the cast, which one that wasn't met before joins; those without words are one."""
    nameless = not actor.actor and not actors.key(actor)
    for number, known in enumerate(cast):
        if actors.same(known, actor) or (nameless and not known.actor and not actors.key(known)):
            return number
    cast.append(actor)
    return len(cast) - 1


def _of(account: Account) -> Iterator[Attribution]:
    for held in account.mention.perpetrators:
        yield _attribution(account, held.attribution, held.actor, held.attributed_by)
    for statement in account.said:
        yield from _accused(account, statement) if statement.stance == "accuse" else _answered(account, statement)


def _accused(account: Account, statement: Statement) -> Iterator[Attribution]:
    """Yield the accusation that a statement makes of those whom its words name and whom nobody else accuses."""
    for held in account.mention.perpetrators:
        named = any(outer.covers(span) for outer in statement.spans for span in held.actor.spans)
        if named and held.attributed_by is None and not actors.same(held.actor, statement.speaker):
            yield _attribution(account, "accused", held.actor, statement.speaker.name, statement.id)


def _answered(account: Account, statement: Statement) -> Iterator[Attribution]:
    """Yield the claim or denial of a body that the registry knows, where the mention doesn't hold it already."""
    state: AttributionState = "claimed" if statement.stance == "claim" else "denied"
    actor = replace(statement.speaker, spans=statement.spans)
    if actor.actor is None or actor.kind in {"person", "media"}:
        return
    known = (held.actor for held in account.mention.perpetrators if held.attribution == state)
    if not any(actors.same(each, actor) for each in known):
        yield _attribution(account, state, actor, None, statement.id)


def _attribution(
    account: Account, state: AttributionState, actor: ActorMention, by: str | None, statement: str | None = None
) -> Attribution:
    return Attribution(
        state=state,
        actor=actor,
        attributed_by=by,
        as_of=account.report.published,
        report=account.report.id,
        mention=account.mention.id,
        statement=statement,
    )
