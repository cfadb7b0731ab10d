"""Judged mentions found again as their report is read anew."""

from collections.abc import Sequence

from tocsin.model import Mention
from tocsin.reconcile.anchors import find_again
from tocsin.store import Writer


def reanchor(writer: Writer, report_id: str, mentions: Sequence[Mention]) -> frozenset[str]:
    """Note where the judged mentions of a report stand in its reading of now.

    Returns the reports that have a part in a judgement which found a mention again, or lost one: what they tell of
    must be settled anew.
    """
    judged = writer.judged(report_id)
    here = [each for judgement in judged for each in judgement.anchors if each.report == report_id]
    if not here:
        return frozenset()
    found = find_again(here, mentions)
    writer.move_anchors(report_id, found)
    moved = {each for each in here if found[each] != each.mention}
    changed = [judgement for judgement in judged if not moved.isdisjoint(judgement.anchors)]
    return frozenset(each.report for judgement in changed for each in judgement.anchors)
