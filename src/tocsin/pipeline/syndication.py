"""Syndicated copies: the reports that print one article, and which of them counts as the original."""

import datetime as dt
from dataclasses import dataclass

from tocsin.acquire.twins import bands, is_twin, signature
from tocsin.model import Report
from tocsin.store import Writer


@dataclass(frozen=True, slots=True)
class Group:
    """The ids of the reports that print one article, and of those whose original changed as one came in."""

    members: tuple[str, ...]
    changed: frozenset[str]


def note_twins(writer: Writer, report: Report) -> Group:
    """Keep what a stored report's copies are recognised by and settle its group.

    Groups are connected components of likeness, and the original is the earliest published (the least id decides
    between equals): neither depends on the order in which the reports came.
    """
    mark = signature(report)
    keys = bands(mark)
    alike = [other for other, known in writer.fingerprints(keys).items() if is_twin(mark, known)]
    writer.put_fingerprint(report.id, mark, keys)
    group = writer.syndicated([report.id, *alike])
    first = min(group, key=lambda member: (member.published or dt.date.max, member.id)).id
    told = {member.id: None if member.id == first else first for member in group}
    changed = {member.id: told[member.id] for member in group if member.twin_of != told[member.id]}
    writer.set_twins(changed)
    return Group(tuple(told), frozenset(changed))
