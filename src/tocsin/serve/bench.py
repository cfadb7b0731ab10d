"""Who may judge here, on what, and under which name."""

from collections.abc import Callable
from dataclasses import dataclass

from tocsin.errors import ForbiddenError
from tocsin.pipeline.judging import Bench


@dataclass(frozen=True, slots=True)
class Desk:
    """The bench of a server, None where it is read only; `reviewer` is the name that forms suggest.

    The bench is asked for when the first judgement is made: it loads the registry.
    """

    bench: Callable[[], Bench] | None = None
    reviewer: str = ""

    def open(self) -> Bench:
        """Return the bench. ForbiddenError where nobody may judge."""
        if self.bench is None:
            raise ForbiddenError("this server is read only", advice="judge with `tocsin judge`, or serve on localhost")
        return self.bench()
