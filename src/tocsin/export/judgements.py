"""Judgements in a reader's words."""

from tocsin.model import Anchor, Incident, Judgement


def judged(judgement: Judgement) -> str:
    """Return a judgement in one line: id, who, what, when, why."""
    why = f": {judgement.why}" if judgement.why else ""
    return f"{judgement.id}  {judgement.by}, {judgement.at:%Y-%m-%d %H:%M} UTC: {deed(judgement)}{why}"


def deed(judgement: Judgement) -> str:
    """Return what was decided, in words."""
    subject, other = _side(judgement.subject), _side(judgement.other)
    match judgement.verdict:
        case "undo":
            return f"undo of {judgement.undoes}"
        case "same":
            return f"same incident: {subject} and {other}"
        case "different":
            return f"different incidents: {subject} and {other}"
        case "correct" if judgement.correction:
            return f"{judgement.correction.field} is {judgement.correction.text} ({subject})"
    return f"{judgement.verdict}ed{' as an account' if judgement.level == 'mention' else ''} ({subject})"


def in_short(incident: Incident) -> str:
    """Return an incident in one line, with what was decided of it."""
    reports = f"{len(incident.reports)} report{'' if len(incident.reports) == 1 else 's'}"
    corrected = f", corrected: {', '.join(incident.corrected)}" if incident.corrected else ""
    review = "" if incident.review == "unreviewed" else f", {incident.review}"
    return f"{incident.id}  {incident.title} ({reports}{review}{corrected})"


def _side(anchors: tuple[Anchor, ...]) -> str:
    """Return the mentions of a side: the first with its words, the rest as a number."""
    if not anchors:
        return "nothing"
    first = anchors[0]
    name = first.mention or f"{first.report} (not read now)"
    more = f" and {len(anchors) - 1} more" if len(anchors) > 1 else ""
    return f"“{first.trigger.text}” {name}{more}"
