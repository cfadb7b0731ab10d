"""Groups of mentions as judgements bind them, the latest first: what contradicts a bond is set aside."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

Pair = tuple[str, str]


class Bond(NamedTuple):
    """How judgements bind two mentions, and the ids of those that do it.

    "alone": one of the two was judged to be no account of an incident.
    """

    how: Literal["same", "different", "alone"]
    by: frozenset[str]


class Bonds:
    """Mentions joined and parted, each bond with the judgement that made it.

    `aside` names the judgements that found something bound against them, and the ones that had bound it.
    """

    def __init__(self) -> None:
        self.alone: dict[str, str] = {}
        self.aside: dict[str, set[str]] = defaultdict(set)
        self._admitted: set[str] = set()
        self._parent: dict[str, str] = {}
        self._edges: dict[str, list[Pair]] = defaultdict(list)
        self._apart: dict[str, dict[str, tuple[str, str, str]]] = defaultdict(dict)

    def root(self, name: str) -> str:
        """Return the mention that stands for the group of this one."""
        while (above := self._parent.get(name, name)) != name:
            self._parent[name] = self._parent.get(above, above)
            name = above
        return name

    def join(self, names: Sequence[str], by: str, *, implied: bool = False) -> list[str]:
        """Make the mentions one group as far as they may, and return one mention of each group that came of it.

        Where the judgement doesn't say that they are one, but only takes it for granted (`implied`), nothing is noted.
        """
        heads: list[str] = []
        for name in names:
            if name in self.alone:
                self._set_aside(by, {self.alone[name]}, implied=implied)
            elif not any(self._joined(head, name, by) for head in heads):
                for head in heads:
                    self._set_aside(by, self._parting(head, name), implied=implied)
                heads.append(name)
        return heads

    def part(self, ours: Iterable[str], theirs: Iterable[str], by: str) -> None:
        """Keep the groups of ours from those of theirs."""
        others = list(theirs)
        for one in ours:
            for other in others:
                a, b = self.root(one), self.root(other)
                if a == b:
                    self.aside[by] |= self._path(one, other)
                else:
                    self._apart[a].setdefault(b, (one, other, by))
                    self._apart[b].setdefault(a, (other, one, by))

    def seclude(self, names: Iterable[str], by: str) -> None:
        """Take mentions out of all groups, but for those that were bound or admitted later."""
        for name in names:
            if self._edges[name]:
                self.aside[by] |= {judgement for _, judgement in self._edges[name]}
            elif name not in self._admitted:
                self.alone.setdefault(name, by)

    def admit(self, names: Iterable[str], by: str) -> None:
        """Let no earlier judgement take the mentions out."""
        for name in names:
            if name in self.alone:
                self.aside[by].add(self.alone[name])
            self._admitted.add(name)

    def between(self, one: str, other: str) -> Bond | None:
        """Return how two mentions are bound, directly or by way of others; None where no judgement binds them."""
        secluded = {self.alone[name] for name in (one, other) if name in self.alone}
        if secluded:
            return Bond("alone", frozenset(secluded))
        if self.root(one) == self.root(other):
            return Bond("same", frozenset(self._path(one, other)))
        if self.root(other) in self._apart[self.root(one)]:
            return Bond("different", frozenset(self._parting(one, other)))
        return None

    def joined(self) -> Iterator[Pair]:
        """Yield the pairs that were joined, in order of ids."""
        for one, edges in self._edges.items():
            yield from ((one, other) for other, _ in edges if one < other)

    def parted(self) -> Iterator[Pair]:
        """Yield a pair for each two groups that are kept apart, in order of ids."""
        for others in self._apart.values():
            yield from ((one, other) for one, other, _ in others.values() if one < other)

    def _joined(self, one: str, other: str, by: str) -> bool:
        a, b = self.root(one), self.root(other)
        if a == b:
            return True
        if b in self._apart[a]:
            return False
        self._parent[b] = a
        for far, (near, there, judgement) in self._apart.pop(b, {}).items():
            del self._apart[far][b]
            self._apart[a].setdefault(far, (near, there, judgement))
            self._apart[far].setdefault(a, (there, near, judgement))
        self._edges[one].append((other, by))
        self._edges[other].append((one, by))
        return True

    def _set_aside(self, by: str, later: set[str], *, implied: bool) -> None:
        if not implied:
            self.aside[by] |= later

    def _parting(self, one: str, other: str) -> set[str]:
        """Return the judgements that keep two mentions apart: the parting one, and those that lead to it."""
        near, far, by = self._apart[self.root(one)][self.root(other)]
        return {by} | self._path(one, near) | self._path(other, far)

    def _path(self, start: str, end: str) -> set[str]:
        """Return the judgements on the way from one mention to another of its group."""
        came: dict[str, tuple[str, str]] = {}
        edge = deque([start])
        while edge and end not in came and start != end:
            here = edge.popleft()
            for there, by in self._edges[here]:
                if there != start and there not in came:
                    came[there] = (here, by)
                    edge.append(there)
        found: set[str] = set()
        while end != start:
            end, by = came[end]
            found.add(by)
        return found
