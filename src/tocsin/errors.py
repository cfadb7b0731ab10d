"""Every error that Tocsin raises on purpose, each with one line that says what to do.

TocsinError
├── InputError          an input that can't become a report (empty, binary, too large, no article in it)
│   ├── FetchError      a URL that can't or mustn't be fetched
│   └── FormatError     a file whose structure is broken (JSONL line, gold case)
├── SettingsError       a setting, flag or environment variable with a wrong value
│   └── ActorError      a name that is no actor's, or that several actors go by
├── StoreError          the store can't be opened, migrated or written
├── NotFoundError       an id that the store doesn't hold
├── ForbiddenError      a write that the server doesn't take (it is read only, or another site asks)
├── JudgementError      a judgement that can't be made (a value that its field doesn't take, nothing left to judge)
└── MissingPartError    an extra, model or gazetteer that isn't installed or built
"""

from typing import ClassVar


class TocsinError(Exception):
    """The root; `status` is the HTTP status that the server answers with, `advice` what the user can do."""

    status: ClassVar[int] = 500

    def __init__(self, message: str, *, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message}: {self.advice}" if self.advice else self.message


class InputError(TocsinError):
    """An input that can't become a report."""

    status = 422


class FetchError(InputError):
    """A URL that can't or mustn't be fetched."""


class FormatError(InputError):
    """A file whose structure is broken."""


class SettingsError(TocsinError):
    """A setting with a wrong value."""

    status = 400


class ActorError(SettingsError):
    """A `name` that is no actor's, or that several go by; `candidates` are ids and names to choose from."""

    def __init__(
        self, message: str, *, name: str, advice: str = "", candidates: tuple[tuple[str, str], ...] = ()
    ) -> None:
        super().__init__(message, advice=advice)
        self.name = name
        self.candidates = candidates


class StoreError(TocsinError):
    """The store can't be opened, migrated or written."""

    status = 503


class NotFoundError(TocsinError):
    """An id that the store doesn't hold."""

    status = 404


class ForbiddenError(TocsinError):
    """A write that the server doesn't take."""

    status = 403


class JudgementError(TocsinError):
    """A judgement that can't be made."""

    status = 422


class MissingPartError(TocsinError):
    """An extra, model or gazetteer that isn't there yet."""

    status = 503
