"""Whether a sentence speaks of a time as to come: "will meet on Friday", "the vote is on Sunday"."""

from tocsin.resolve.timex_words import CLOSERS
from tocsin.resolve.tokens import Token, at, words

_COMING = words(
    "will would shall scheduled slated expected expects expect due planned plans plan upcoming won't wouldn't"
)
_SET = words("set scheduled planned called slated due")
_STARTS = words(
    "is are begins begin opens open starts start ends end expires expire runs run closes close resumes resume returns "
    "return votes vote meets meet convenes leaves leave sits goes takes falls arrives"
)
"""Verbs whose present tense before a date tells of what is set: "the trial opens in April"."""
_SAID = words(
    "said says told announced reported stated added confirmed declared claimed denied warned wrote condemned killed "
    "met signed was were had has have did"
)
_PAST_SHAPES = words("held shot killed seen taken made sent found caught hit born")
_LASTING = words("is are stays stay remains remain lasts last holds continues has have")
_OVER = words("was were had did been")
_NEXT_CLAUSE = words("and but who which that while when")
_MARKS = words('" “ ” ( )')


def is_coming(tokens: list[Token], start: int, end: int) -> bool:
    """Say whether the sentence speaks of the expression at [start, end) as to come."""
    before = _back(tokens, start)
    if _is_set(before):
        return True
    if any(token.low in _SAID for token in before[-2:]):
        return False
    for index in range(len(before) - 1, -1, -1):
        word = before[index].low
        if _looks_ahead(before, index):
            return True
        if word == "have" and at(before, index - 1).low == "to":
            continue
        if word in _SAID or word in {"that", ","} or word in _MARKS:
            break
    return _is_subject_of_coming(tokens, before, end)


def _is_set(before: list[Token]) -> bool:
    """Say whether the words right before set a date: "is called for", "the trial opens in", "is to be held"."""
    near = [token.low for token in before[-4:]]
    if near[-1:] == ["for"] and set(near[-3:]) & _SET:
        return True
    if near[-1:] in (["until"], ["till"]):
        held = {token.low for token in before}
        return bool(held & _LASTING) and not held & _OVER
    verb = near[-2:-1] if near and near[-1] in {"on", "in", "at", "from", "for", "by"} else near[-1:]
    return bool(set(verb) & _STARTS) and not set(near) & (_OVER | {"who", "when"})


def _looks_ahead(before: list[Token], index: int) -> bool:
    word, after = before[index].low, at(before, index + 1).low
    if word in {"would", "will"} and after == "have":
        return False
    if word in _COMING or word.endswith("'ll"):
        return True
    if word in {"is", "are"} and after == "to":
        return True
    if word in {"was", "were"} and after == "to" and at(before, index + 2).low == "have":
        return True
    return word in {"go", "goes", "head", "heads"} and after == "to" and at(before, index + 3).low == "polls"


def _is_subject_of_coming(tokens: list[Token], before: list[Token], end: int) -> bool:
    """Say whether the expression belongs to what the sentence says will be: "the talks on Dec. 18 will be"."""
    words_before = [token for token in before if token.low.isalpha()]
    noun = words_before[-2:-1] if words_before and words_before[-1].low in {"on", "in", "for", "at"} else []
    done = any(token.low.endswith("ed") or token.low in _PAST_SHAPES for token in noun)
    if done or any(token.low in _SAID for token in before):
        return False
    ahead = _forth(tokens, end)
    near = ahead[: 8 if len(before) <= 2 else 3]
    if any(token.low in {"will", "shall"} for token in near):
        return True
    starts = len(before) <= 2 and before[:1] and before[0].low == "in"
    return bool(starts) and any(token.low in _STARTS for token in ahead)


def _back(tokens: list[Token], start: int) -> list[Token]:
    found: list[Token] = []
    for index in range(start - 1, max(start - 13, -1), -1):
        if tokens[index].low in CLOSERS and not _is_point_of_short_form(tokens, index):
            break
        found.append(tokens[index])
    return found[::-1]


def _is_point_of_short_form(tokens: list[Token], index: int) -> bool:
    """Say whether a point ends a short form ("Mr.", "Dec.") and no sentence."""
    return tokens[index].low == "." and tokens[index].glued and len(at(tokens, index - 1).text) <= 2


def _forth(tokens: list[Token], end: int) -> list[Token]:
    found: list[Token] = []
    for token in tokens[end : end + 8]:
        if token.low in CLOSERS or token.low in _SAID or token.low in _NEXT_CLAUSE:
            break
        found.append(token)
    return found
