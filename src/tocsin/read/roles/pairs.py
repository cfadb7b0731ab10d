"""The evidence for two fillers of one role being one: names of one group, words for the same people."""

from tocsin.read.roles.evidence import Row
from tocsin.read.roles.wording import within

NAMES = (
    "role",
    "words",
    "words of the other",
    "shared",
    "same last",
    "same first",
    "one in the other",
    "initials",
    "same last but for its number",
    "shared of the shorter",
    "same beginning",
)
_SMALL = frozenset({"of", "for", "and"})


def compare(one: str, other: str, role: int) -> Row:
    """Return the evidence for two normalised strings; their order doesn't matter."""
    one, other = sorted((one, other))
    first, second = one.split(), other.split()
    mine, theirs = set(first), set(second)
    shared = len(mine & theirs)
    return [
        role,
        len(first),
        len(second),
        shared / len(mine | theirs),
        first[-1] == second[-1],
        first[0] == second[0],
        within(one, other) or within(other, one),
        one == _initials(second) or other == _initials(first),
        first[-1].rstrip("s") == second[-1].rstrip("s"),
        shared / min(len(mine), len(theirs)),
        one[:4] == other[:4],
    ]


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if word not in _SMALL) if len(words) > 1 else ""
