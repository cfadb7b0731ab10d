"""Tells the numbers of things from counts: "bus 165", "Resolution 1973", "Channel One", "won 3-1", telephone numbers."""

from tocsin.resolve.numerals import UNITS
from tocsin.resolve.tokens import Token, at, words

_DESIGNATORS = words(
    "no number no. nos nos. # route routes highway hwy road rd interstate motorway bus flight train line track gate "
    "platform pier terminal dock unit room ward floor apartment apt suite block house building cell camp tower tent "
    "resolution article section clause chapter paragraph page volume part verse act law bill decree directive "
    "resolutions articles sections "
    "amendment title case form annex phase stage level grade class year zone sector district precinct region channel "
    "radio group g type mark mk model version boeing airbus antonov division brigade battalion squadron regiment "
    "company platoon troop day week month group ak ar m f su mig mi b c tu il an hill point checkpoint area "
    "exit lot seat figure table appendix schedule round game match season series psalm apollo fifa top "
    "seal area force one minus"
)
_WORDED = words("week day phase stage chapter year round part act page grade platform")
_AFTER_DESIGNATORS = words("brigade battalion division squadron regiment street avenue road lane")
_STREETS = words("street avenue road st lane drive boulevard")
_ABBREVIATED = words("no nos art sec para gen")
_JOINTS = words("and or , to")
_CALLS = words("dial call ring phone telephone tel hotline text fax extension on is")
_RANKED = words(
    "won win wins lost lose loses beat beaten beats draw drew drawn victory defeat defeated score scored vote votes "
    "voted ruled ruling tied led"
)
_CONTESTED = words("for against in to on at that but and over")
_HEADLINE = 3
"""How many capitalised words around make a headline."""


def is_label(tokens: list[Token], start: int, end: int, title_end: int) -> bool:
    """Say whether the number at tokens [start, end) names a thing; the first `title_end` characters are a title."""
    return (
        _is_designated(tokens, start, end)
        or _is_named(tokens, start, end, title_end)
        or _is_score(tokens, start, end)
        or _is_telephone(tokens, start, end)
    )


def _is_designated(tokens: list[Token], start: int, end: int) -> bool:
    """Say whether a word beside it says what it numbers."""
    first, before, after = tokens[start], at(tokens, start - 1), at(tokens, end)
    if before.low == "." and at(tokens, start - 2).low in _ABBREVIATED and before.glued:
        before = at(tokens, start - 2)
    if first.low.isalpha():
        return before.low in _WORDED and not after.low.isalnum() and not before.low.endswith("s")
    if before.low in _JOINTS and at(tokens, start - 2).low.isdigit() and at(tokens, start - 3).low in _DESIGNATORS:
        return not after.low.isalpha() or after.low in {"were", "are", "and", "of"}
    if before.low in _DESIGNATORS:
        return True
    if first.low.isdigit() and after.capital:
        return after.low in _AFTER_DESIGNATORS or at(tokens, end + 1).low in _STREETS
    return False


def _is_named(tokens: list[Token], start: int, end: int, title_end: int) -> bool:
    """Say whether it is a part of a name: "Channel One", "Sovereign 9."."""
    first, before, after = tokens[start], at(tokens, start - 1), at(tokens, end)
    if first.start <= title_end or first.start - before.end > 1 or not before.capital or not before.low.isalpha():
        return False
    if first.low.isalpha():
        return first.capital and not _is_headline(tokens, start)
    opens = not at(tokens, start - 2).low or at(tokens, start - 2).low in {".", '"', "“"}
    return first.low.isdigit() and not opens and not after.low.isalnum() and not _is_headline(tokens, start)


def _is_headline(tokens: list[Token], index: int) -> bool:
    """Say whether the long words around are all capitalised."""
    near = [token for token in tokens[max(index - 4, 0) : index + 5] if token.low.isalpha() and len(token.low) > 3]
    return len(near) >= _HEADLINE and all(token.capital for token in near)


def _is_score(tokens: list[Token], start: int, end: int) -> bool:
    """Say whether it is a result, or one side of it: "won 3-1", "voted 52 to 48 for"."""
    if at(tokens, start - 1).low in {"to", "-", "–"} and at(tokens, start - 2).low.isdigit():
        start -= 2
    elif at(tokens, end).low in {"to", "-", "–"} and at(tokens, end + 1).low.isdigit():
        end += 2
    if end - start < 3 or not all(1 <= len(token.low) < 4 for token in tokens[start:end:2]):
        return False
    after = at(tokens, end)
    if after.low.isalpha() and after.low not in _CONTESTED and at(tokens, start - 1).low != "of":
        return False
    return any(token.low in _RANKED for token in tokens[max(start - 5, 0) : start])


def _is_telephone(tokens: list[Token], start: int, end: int) -> bool:
    """Say whether it is a part of a row of figures, or stands behind "dial": "020 7946 0958", "dial 112"."""
    first, before, after = tokens[start], at(tokens, start - 1), at(tokens, end)
    if not first.low.isdigit():
        return False
    if before.low == "+" and before.end == first.start:
        return True
    if before.low.isdigit() and not _is_year(before) and len(before.low) + len(first.low) > 3:
        return True
    if after.low.isdigit() and len(after.low) + len(first.low) > 4 and not _is_year(first):
        return True
    called = before.low in _CALLS - {"on", "is"} and len(first.low) > 2
    return called and (not after.low.isalpha() or after.low in {"with", "for", "or", "if", "and", "in", "to"})


def _is_year(token: Token) -> bool:
    return len(token.low) == 4 and "1700" <= token.low < "2060"


def numbers_a_line(tokens: list[Token], start: int, end: int) -> bool:
    """Say whether it numbers the lines of a list: "1. The …", "2) The …"."""
    first, before, after = tokens[start], at(tokens, start - 1), at(tokens, end)
    if not first.low.isdigit() or not after.glued or after.low not in {".", ")"} or len(first.low) > 2:
        return False
    parted = before.low in {"", '"', "“"} or before.end + 2 <= first.start or (before.low == "," and first.low < "9")
    return parted and bool(at(tokens, end + 1).low)
