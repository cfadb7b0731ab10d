"""Tells counts from the other numbers of news: dates, times, ages, money, measures and the numbers of things."""

from tocsin.resolve.numerals import UNITS, Numeral
from tocsin.resolve.quantity_ages import is_age
from tocsin.resolve.quantity_fractions import is_parted
from tocsin.resolve.quantity_labels import is_address, is_label, numbers_a_line
from tocsin.resolve.tokens import Token, at, words

MONTHS = words(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
TIMES = words(
    "second minute hour day week weekend month year decade century centurie night morning evening afternoon summer "
    "winter hr min sec yr fortnight season semester"
)
_CLOCK = words("am pm a.m. p.m. a.m p.m gmt utc o'clock hrs est edt cet zulu")
_MONEY = words(
    "dollar euro cent peso rupee ruble rouble yen yuan shekel dinar rial riyal dirham lira franc mark krona krone baht "
    "rand naira shilling bolivar quetzal colon real sucre cordoba birr afghani pence usd eur gbp won"
)
_MEASURES = words(
    "km kms kilometer kilometre mile meter metre m ft feet foot inch inche cm mm kg kilo kilogram gram ton tonne pound "
    "lb lbs ounce liter litre gallon barrel hectare acre degree mph kph kmh knot volt watt megawatt mw kw yard block "
    "point percent percentage cent % ° ℃ square cubic nautical caliber calibre mm. bps megabyte gigabyte mb gb hz "
    "bpd"
)
_UNITS = TIMES | _MONEY | _MEASURES | _CLOCK
_SKIPPED = words("more other additional long full straight consecutive further us u.s. american swiss")
_ADJECTIVES = words("weekend summer winter night morning evening afternoon")
_COMPARED = words("more as higher greater larger the that")
_HALVES = words("half quarter third")
_ONE_AFTER = words("another hand day time way side sided thing point part reason such must can who that")
_ONE_BEFORE = words("the this that which every each any number square loved air force day phase stage channel he she")
_IS = words("is was are were be been being as became become remains remain considered")
_SUPERLATIVES = words("most first last few many only main major key top best latest world country largest")
_WHOLES = words("three 3 four 4 five 5 six eight ten 10 20 hundred 100")
_PROPORTIONAL = words("about nearly almost roughly some than least to and or that with as of by over for")
_PUT_AT = words(
    "toll put stood stands standing number numbers count figure total remained remains losses dead estimated"
)
_CURRENCY = words("$ € £ ¥ ₪ ₹ rs us$ usd eur")
_LINKS = words("- – /")
_DATE_LINKS = words("to and - – ,")


def is_no_count(tokens: list[Token], start: int, end: int, first: Numeral, *, modified: bool, title_end: int) -> bool:
    """Say whether the number at tokens [start, end) counts nothing; `first` is it or its lower end."""
    before = at(tokens, start - 1).low
    return (
        (tokens[start].low == "many" and before in {"how", "so", "too", "as", "not"})
        or is_parted(tokens, end)
        or _is_share(tokens, start, end)
        or _is_bound(tokens, start, end)
        or _has_unit(tokens, end)
        or _is_money(tokens, start)
        or _is_date(tokens, start, end)
        or _is_clock(tokens, start, end, first)
        or is_age(tokens, start, end, first)
        or is_address(tokens, start, end)
        or (not modified and is_label(tokens, start, end, title_end))
        or (not modified and _is_year(tokens, start, end, first))
        or _is_years(tokens, start, end)
        or (first.value == 1 and first.words and _is_pronoun(tokens, start, end))
    )


def _stem(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("'")
    return word[:-1] if len(word) > 2 and word.endswith("s") else word


def _is_unit(token: Token) -> bool:
    return token.low in _UNITS or _stem(token.low) in _UNITS


def _is_bound(tokens: list[Token], start: int, end: int) -> bool:
    """Say whether the number is a part of something larger: "AK-47", "9mm", "9/11", "24:00", "239(4)", "two-thirds"."""
    return _bound_before(tokens, start) or _bound_after(tokens, end) or numbers_a_line(tokens, start, end)


def _bound_before(tokens: list[Token], start: int) -> bool:
    first, before, earlier = tokens[start], at(tokens, start - 1), at(tokens, start - 2)
    if before.low in {"(", "["} and before.glued and earlier.low[-1:].isalnum():
        return True
    if not first.glued or not before.low:
        return False
    if before.low == ".":
        # a lost space after a full stop: "…in a statement.Four men…"
        return not (before.glued and earlier.low.isalpha() and len(earlier.low) > 2)
    return before.low[-1].isalnum() or before.low in {"/", ":", "#", "_"} or (before.low in _LINKS and before.glued)


def _bound_after(tokens: list[Token], end: int) -> bool:
    after, beyond = at(tokens, end), at(tokens, end + 1)
    if not after.glued or not after.low:
        return False
    if after.low[0].isalnum() or (after.low == "]" and at(tokens, end - 2).low == "["):
        return True
    if not beyond.glued or not beyond.low[:1].isalnum():
        return False
    if after.low == ".":
        return not beyond.capital
    # "10-15" was read as one range by now; what is left is a date, a score, a compound ("two-day")
    return after.low in _LINKS | {":", ","}


def _has_unit(tokens: list[Token], end: int) -> bool:
    """Say whether a unit of time, money or measure follows, or a share: "five more years", "one in five"."""
    index = end + (at(tokens, end).low == "of")
    after, beyond = at(tokens, index), at(tokens, index + 1)
    return (
        (_is_unit(after) and not _is_adjective(after, beyond))
        or (after.low in _SKIPPED and _is_unit(beyond))
        or (after.low == "per" and beyond.low == "cent")
        or (after.low == "times" and beyond.low in _COMPARED)
        or (after.low == "and" and beyond.low in {"a", "one"} and at(tokens, index + 2).low in _HALVES)
    )


def _is_share(tokens: list[Token], start: int, end: int) -> bool:
    """Say whether it is a side of a share of no told number: "one in five", "nine out of ten"."""
    before, earlier = at(tokens, start - 1).low, at(tokens, start - 2).low
    if before == "in" and _small(at(tokens, start - 2)):
        return _is_ratio(tokens, start - 2, start)
    if before == "of" and earlier == "out" and _small(at(tokens, start - 3)):
        return at(tokens, start).low in _WHOLES
    after, beyond = at(tokens, end), at(tokens, end + 1)
    if after.low == "out" and beyond.low == "of":
        return at(tokens, end + 2).low in _WHOLES
    return after.low == "in" and end == start + 1 and _is_ratio(tokens, start, end + 1)


def _is_ratio(tokens: list[Token], start: int, whole: int) -> bool:
    """Say whether "two in three" is a share, and not what befell two people in three places."""
    part, before = _small(at(tokens, start)), at(tokens, start - 1).low
    of = at(tokens, whole).low
    return (
        of in _WHOLES
        and part < (_small(at(tokens, whole)) or 100)
        and (not before.isalnum() or before in _PROPORTIONAL)
    )


def _small(token: Token) -> int:
    """Return the value of a number below twenty, 0 for anything else."""
    return (
        int(token.low)
        if token.low.isascii() and token.low.isdigit() and len(token.low) < 3
        else UNITS.get(token.low, 0)
    )


def _is_adjective(after: Token, beyond: Token) -> bool:
    """Let "12 second-year students" and "five weekend shootings" pass: the unit describes what is counted."""
    return (beyond.low == "-" and beyond.glued and after.low == "second") or (
        after.low in _ADJECTIVES and beyond.low.isalpha() and beyond.low not in {"of", "and", "before", "ago", "in"}
    )


def _is_money(tokens: list[Token], start: int) -> bool:
    before = at(tokens, start - 1)
    return before.low in _CURRENCY and (not before.low.isalpha() or before.low in {"usd", "eur", "rs"})


def _is_date(tokens: list[Token], start: int, end: int) -> bool:
    """Say whether a month stands beside it: "August 14", "20 and 21 August", "14th of August"."""
    if not tokens[start].low[0].isdigit():
        return False
    before, after = at(tokens, start - 1), at(tokens, end)
    if before.low == ".":
        before = at(tokens, start - 2)
    day = at(tokens, start - 2).low
    if before.low == "," and day.isdigit() and len(day) < 3 and len(tokens[start].low) == 4:
        return True
    if before.low in MONTHS or after.low in MONTHS:
        return _month_is_name(before if before.low in MONTHS else after)
    return _joins_date(tokens, start, end)


def _joins_date(tokens: list[Token], start: int, end: int) -> bool:
    """Say whether it is one of two days of a month: the 5 of "March 3 to 5", the 20 of "20 and 21 August"."""
    before, after = at(tokens, start - 1).low, at(tokens, end).low
    if before in _DATE_LINKS and at(tokens, start - 2).low.isdigit() and at(tokens, start - 3).low in MONTHS:
        return not after.isalpha() or after in {"and", "when", "in", "at"}
    second = after in _DATE_LINKS and at(tokens, end + 1).low.isdigit()
    return second and at(tokens, end + 2).low in MONTHS - {"may", "march"}


def _month_is_name(token: Token) -> bool:
    return token.low not in {"may", "march"} or token.capital or token.text.islower()


def _is_clock(tokens: list[Token], start: int, end: int, first: Numeral) -> bool:
    """Say whether it is a time of day: "0150", "at 1620", "at two in the morning"."""
    text, before, after = tokens[start].low, at(tokens, start - 1).low, at(tokens, end).low
    if (
        text.isdigit()
        and len(text) == 4
        and (text[0] == "0" or (before in {"at", "until", "by", "about"} and after != "of"))
    ):
        return text[0] == "0" or (first.value < 2400 and first.value % 100 < 60)
    if after == "local" and at(tokens, end + 1).low == "time":
        return True
    if before == "at" and first.value <= 12 and at(tokens, start - 2).low not in _PUT_AT:
        return after in {"in", "on", "this", "yesterday", "today", ",", ".", "and"}
    return text.isdigit() and len(text) > 1 and text[0] == "0"


def _is_year(tokens: list[Token], start: int, end: int, first: Numeral) -> bool:
    """Say whether a bare figure is a year: 1989, but not "2000 soldiers"."""
    text = tokens[start].low
    if not (text.isdigit() and len(text) == 4 and 1700 <= first.value < 2060):
        return False
    before, after = at(tokens, start - 1).low, at(tokens, end).low
    counted = after.isalpha() and after.endswith(("s", "people", "men", "women", "children", "troops", "more"))
    dated = before in {"in", "since", "of", "by", "until", "from", "the", "during", "after", "before", "late", "early"}
    return not (counted and not dated and first.value % 50 == 0)


def _is_years(tokens: list[Token], start: int, end: int) -> bool:
    """Say whether it is a range of years: "between 2014 and 2017"."""
    ends = [token.low for token in tokens[start:end] if token.low.isdigit()]
    return len(ends) == 2 and all(len(text) == 4 and "1700" <= text < "2060" for text in ends)


def _is_pronoun(tokens: list[Token], start: int, end: int) -> bool:
    """Say whether "one" counts nothing: "one another", "one of the largest", "the one", "one day"."""
    before, after = at(tokens, start - 1), at(tokens, end)
    if after.low in _ONE_AFTER or before.low in _ONE_BEFORE or after.low == "'s" or tokens[start].low == "one's":
        return True
    if after.low != "of":
        return False
    if at(tokens, end + 1).low in {"them", "whom", "which", "those", "these"}:
        return False
    if before.low in _IS | {",", "", "-", "–", "("} or before.low == "to":
        return True
    near = [at(tokens, end + step).low for step in range(1, 5)]
    return any(word in _SUPERLATIVES or word.endswith("est") for word in near)
