"""Recognises copies of a report: the same article word for word, or as another outlet prints it.

A signature is a MinHash of the body's five-word runs; the share of equal numbers estimates how much two bodies have
in common. To look copies up in a database, keep the keys of `bands` in an index: two reports that share no key are
no twins, and those that share one are compared by `is_twin`.
"""

import hashlib
import random
import re

from tocsin.acquire.byline import strip_dateline
from tocsin.model import Report

SIZE = 60
"""Numbers in a signature, each below 2^32."""
TWIN = 0.6
"""The similarity from which a report is a copy: a shortened copy of one wire story has this much in common."""

_RUN = 5
_ROWS = 3
_PRIME = (1 << 61) - 1
_LOW = (1 << 32) - 1
_seeded = random.Random(20231208)  # noqa: S311  # the functions must be the same in every run; nothing is secret
_FUNCTIONS = tuple((_seeded.randrange(1, _PRIME), _seeded.randrange(_PRIME)) for _ in range(SIZE))


def signature(report: Report) -> tuple[int, ...]:
    """Return the body's signature; () for a body of fewer than five words, which is like no other."""
    words = re.findall(r"\w+", strip_dateline(report.body).casefold())
    runs = {" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
    hashes = [int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), "big") for run in runs]
    if not hashes:
        return ()
    return tuple(min((a * hashed + b) % _PRIME for hashed in hashes) & _LOW for a, b in _FUNCTIONS)


def similarity(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Return the estimated share, 0 to 1, of five-word runs that two bodies have in common."""
    if not one or not other:
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def is_twin(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Say whether two signatures are of copies of one article."""
    return similarity(one, other) >= TWIN


def bands(signature: tuple[int, ...]) -> tuple[str, ...]:
    """Return 20 keys for an index; twins share at least one of them in more than 99 of 100 cases."""
    return tuple(
        f"{at // _ROWS:02d}:" + "".join(f"{number:08x}" for number in signature[at : at + _ROWS])
        for at in range(0, len(signature), _ROWS)
    )
