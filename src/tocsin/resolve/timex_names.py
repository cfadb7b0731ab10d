"""Names that hold words of time and are no times: "the 17 November group", "the Sunday Times", "Black Friday"."""

from tocsin.resolve.timex_words import MONTHS, WEEKDAYS
from tocsin.resolve.tokens import Token, at, words

_BODIES = words(
    "group movement brigade brigades organisation organization organisations front army battalion regiment command "
    "alliance coalition party faction guerrillas revolutionary"
)
_DAYS_BY_NAME = words("black bloody")
_PAPERS = words("times post mail telegraph herald express mirror star tribune observer vision standard people")
_PLACES = words("street avenue square bridge road boulevard stadium hospital mosque school university district")
_MARKS = words("\" “ ” ' ’ ) (")
STARTS = set(WEEKDAYS) | set(MONTHS) | _DAYS_BY_NAME | {"the"}


def name_end(tokens: list[Token], index: int) -> int | None:
    """Return the index after a name that starts at a token and holds words of time, None where none does."""
    index += tokens[index].low == "the"
    token = at(tokens, index)
    if token.low in WEEKDAYS and token.capital:
        after = at(tokens, index + 1)
        return index + 2 if after.low in _PAPERS and after.capital and not after.text.isupper() else None
    if token.low in _DAYS_BY_NAME and token.capital and at(tokens, index + 1).low in WEEKDAYS:
        return index + 2
    day_end = _day_end(tokens, index)
    if day_end is None:
        return None
    end = day_end
    while at(tokens, end).low in _MARKS and end < day_end + 2:
        end += 1
    after = at(tokens, end)
    body = after.low in _BODIES and (after.capital or end > day_end or after.low in {"group", "movement"})
    return day_end if body or (after.low in _PLACES and after.capital) else None


def _day_end(tokens: list[Token], index: int) -> int | None:
    """Return the index after "17 November", "19th of April" or "May 19"."""
    first, second = at(tokens, index), at(tokens, index + 1)
    if first.low in MONTHS and second.low.isdecimal() and len(second.low) <= 2:
        after = index + 2
        return after + (at(tokens, after).glued and at(tokens, after).low in {"st", "nd", "rd", "th"})
    if not first.low.isdecimal() or len(first.low) > 2:
        return None
    after = index + 1
    after += at(tokens, after).glued and at(tokens, after).low in {"st", "nd", "rd", "th"}
    after += at(tokens, after).low == "of"
    return after + 1 if at(tokens, after).low in MONTHS else None
