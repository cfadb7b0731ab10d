"""A text as the choice of fillers sees it."""

from typing import NamedTuple

from tocsin.read.roles.encoder import Marked
from tocsin.read.roles.hints import NO_HINTS, Hints
from tocsin.read.roles.parse import Parse


class Sight(NamedTuple):
    """The parse of a text, what the encoder makes of it, and what the rules see in it."""

    parse: Parse
    marked: Marked
    hints: Hints = NO_HINTS
