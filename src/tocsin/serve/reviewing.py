"""What was decided of an incident, as its page and the API show it."""

from collections.abc import Iterable
from dataclasses import dataclass

from tocsin.model import Anchor, Incident, Judgement
from tocsin.model.vocabulary import CORRECTABLE
from tocsin.pipeline.judged_before import stand
from tocsin.reconcile.standing import Standing
from tocsin.serve import wording
from tocsin.store.interface import View


@dataclass(frozen=True, slots=True)
class Shown:
    """A judgement in words: who decided what and when, and how it stands."""

    id: str
    by: str
    when: str
    what: str
    why: str
    state: str
    against: tuple[str, ...]

    @property
    def undoable(self) -> bool:
        """Whether it can be undone."""
        return self.state != "undone"


@dataclass(frozen=True, slots=True)
class Reviewing:
    """All that was decided of an incident, the latest first, and what can be decided.

    `accounts` are its reports' accounts: the mention's id, and the report in words.
    """

    state: str
    corrected: tuple[str, ...]
    history: tuple[Shown, ...]
    accounts: tuple[tuple[str, str], ...]
    fields: tuple[str, ...] = CORRECTABLE


def reviewing(view: View, incident: Incident, outlets: dict[str, str]) -> Reviewing:
    """Return what was decided of an incident; `outlets` names its reports."""
    held = stand(view, view.judgements(incident.mentions))
    reports = {mention.id: outlets.get(mention.report, mention.report) for mention in view.mentions(incident.mentions)}
    return Reviewing(
        state=incident.review,
        corrected=tuple(wording.words(field) for field in incident.corrected),
        history=history(reversed(held)),
        accounts=tuple((mention, reports[mention]) for mention in incident.mentions if mention in reports),
    )


def history(held: Iterable[tuple[Judgement, Standing]]) -> tuple[Shown, ...]:
    """Return judgements in words, in their order."""
    return tuple(
        Shown(
            id=judgement.id,
            by=judgement.by,
            when=f"{wording.date(judgement.at.date())}, {judgement.at:%H:%M} UTC",
            what=_deed(judgement),
            why=judgement.why,
            state=standing.state,
            against=standing.by,
        )
        for judgement, standing in held
    )


def _deed(judgement: Judgement) -> str:
    match judgement.verdict:
        case "undo":
            return f"undid {judgement.undoes}"
        case "same":
            return f"made one incident of {_side(judgement.subject)} and {_side(judgement.other)}"
        case "different":
            return f"kept {_side(judgement.subject)} apart from {_side(judgement.other)}"
        case "correct" if judgement.correction:
            field, text = judgement.correction.field, judgement.correction.text
            return f"corrected {field} to {wording.words(text) if field in {'kind', 'status'} else text}"
    return f"{judgement.verdict}ed {'one account' if judgement.level == 'mention' else 'the incident'}"


def _side(anchors: tuple[Anchor, ...]) -> str:
    number = len(anchors)
    words = f"“{anchors[0].trigger.text}”" if anchors else "nothing"
    place = f" in {anchors[0].place}" if anchors and anchors[0].place else ""
    return f"{words}{place} ({number} account{'' if number == 1 else 's'})"
