"""Tells the numbers of things from counts: "bus 165", "Resolution 1973", "Channel One", "won 3-1", telephones."""

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
    "seal area force one minus km kilometre kilometer"
)
_WORDED = words("week day night phase stage chapter year round part act page grade platform")
_AFTER_DESIGNATORS = words("brigade battalion division squadron regiment news")
_STREETS = words("street avenue ave road rd st lane ln drive dr boulevard blvd place court ct terrace way highway")
_LONGEST_STREET = 5
_PAGED = words("image photo slide page part")
_ABBREVIATED = words("no nos art sec para gen")
_PLACED = words("at in near on just and reported that")
_JOINTS = words("and or , to")
_CALLS = words("dial dialed dialled call called calls ring phone telephone tel hotline text fax extension")
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
        or is_telephone(tokens, start, end)
    )


def is_address(tokens: list[Token], start: int, end: int) -> bool:
    """Say whether it numbers a house or a road: "84 West Park Place", "U.S. 98"."""
    if not tokens[start].low.isdigit() or end != start + 1:
        return False
    for index in range(end, end + _LONGEST_STREET):
        token = at(tokens, index)
        if index > end and token.capital and token.low in _STREETS:
            return True
        if not token.capital and token.low not in {".", "-"} and not token.low[:1].isdigit():
            return False
    return False


def _is_designated(tokens: list[Token], start: int, end: int) -> bool:
    """Say whether a word beside it says what it numbers."""
    first, before, after = tokens[start], at(tokens, start - 1), at(tokens, end)
    if before.low == "." and at(tokens, start - 2).low in _ABBREVIATED and before.glued:
        before = at(tokens, start - 2)
    if first.low.isalpha():
        return before.low in _WORDED and (not after.low.isalnum() or after.low == "in") and not before.low.endswith("s")
    if before.low in _JOINTS and at(tokens, start - 2).low.isdigit() and at(tokens, start - 3).low in _DESIGNATORS:
        return not after.low.isalpha() or after.low in {"were", "are", "and", "of"}
    if before.low in _DESIGNATORS or (before.low in {"news", "local", "image", "slide"} and before.capital):
        return True
    if before.low == "of" and at(tokens, start - 2).low.isdigit() and at(tokens, start - 3).low in _PAGED:
        return True
    if first.low.isdigit() and after.capital and after.low in _AFTER_DESIGNATORS:
        return True
    return _is_branded(first, before, after)


def _is_branded(first: Token, before: Token, after: Token) -> bool:
    """Say whether a small figure belongs to the capitals before it: "NBC 6", "U.S. 98"."""
    brand = before.low == "u.s." or (before.text.isupper() and before.text.isalpha() and 1 < len(before.text) < 5)
    goes_on = after.low.isalpha() and not (after.capital and not after.text.isupper()) and after.low not in _PLACED
    return brand and first.low.isdigit() and len(first.low) < 3 and not goes_on


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


def is_telephone(tokens: list[Token], start: int, end: int) -> bool:
    """Say whether it is a part of a row of figures, or stands behind "dial": "020 7946 0958", "dial 112"."""
    first, before, after = tokens[start], at(tokens, start - 1), at(tokens, end)
    if not first.low.isdigit():
        return False
    if (before.low == "+" and before.end == first.start) or first.low == "911":
        return True
    if before.low == "(" and after.low == ")":
        word = at(tokens, start - 2).text
        dialled = len(first.low) > 2 and (at(tokens, end + 1).low.isdigit() or at(tokens, end + 1).text.isupper())
        return dialled or (len(first.low) > 3 and len(word) > 3 and word.isupper())
    last = tokens[end - 1]
    if end == start + 3 and (len(first.low), len(last.low)) == (3, 4) and last.low.isdigit() and last.glued:
        # 555-0147, but not 500-1000
        return not (first.low.endswith("0") and last.low.endswith("00"))
    if before.low.isdigit() and not _is_year(before):
        return True
    if after.low.isdigit() and not _is_year(first):
        return len(after.low) + len(first.low) > 4 or at(tokens, end + 1).low.isdigit()
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
