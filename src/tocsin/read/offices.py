"""Finds the offices that a report gives to persons: "Interior Minister X", "X, a spokesman for Y", "Y's leader X"."""

import re
from dataclasses import dataclass

from tocsin.read.document import Document
from tocsin.read.lexicon import words
from tocsin.read.people import Person, folded, offices

_OFFICES = dict(offices())
_TITLES = "|".join(re.escape(word) for word, _ in offices())
_RANKS = "|".join(re.escape(word) for word in sorted(words("offices")["ranks"], key=len, reverse=True))
_BEFORE = re.compile(
    rf"(?<![\w-])(?P<title>{_TITLES})(?:\s+(?P<prep>of|for|at)\s+(?P<body>(?:the\s+)?[^,.;:()“”\"]{{2,70}}?))?"
    rf"(?P<gap>,?\s+)(?:(?:{_RANKS})\.?\s+)*$"
)
_DIRECT = re.compile(rf"(?<![\w-])(?P<title>{_TITLES})(?P<prep>)(?P<body>)(?P<gap>,?\s+)(?:(?:{_RANKS})\.?\s+)*$")
_RANK_BEFORE = re.compile(rf"(?<![\w-])(?P<title>{_RANKS})\.?\s+(?:(?:{_RANKS})\.?\s+)*$")
_AFTER = re.compile(
    r"^(?P<acronym>\s*\((?P<letters>[^)]{2,40})\))?"
    r"(?P<link>,|\s+(?:is|was|who\s+is|,\s*who\s+(?:is|was|serves?\s+as))|,?\s+who\s+(?:is|was|serves\s+as)|\s*[-–—]+|\s*\()\s*"
    r"(?:(?:\d\d|aged\s+\d\d),\s*)?(?P<det>(?:the|a|an|one\s+of\s+the|its|their|his|another)\s+)?"
    rf"(?P<mods>(?:[\w.'’&-]+\s+){{0,7}}?)(?P<title>{_TITLES})(?![\w-])"
    r"(?:\s+(?P<prep>of|for|at|to|in|with|from)\s+(?P<body>[^,.;:()“”\"\n]{2,80}))?",
    re.IGNORECASE,
)
_BODY_END = re.compile(
    r"\s+(?:who|which|that|said|says|told|and|was|were|is|has|had|have|in|on|at|after|during|when|as|by|to|since|until|from|"
    r"where|because|while|but|added|noted|today|yesterday|will|would|ordered|confirmed|warned|did|known|called|based|linked|involved|"
    r"accused|wanted|held|killed|arrested|made|sent|responsible|fighting|operating)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_CLAUSE = re.compile(
    r"\b(?:who|which|that|said|says|told|was|were|is|has|had|have|called|when|as|by|to|because|while|but|met|with)\b",
    re.IGNORECASE,
)
_REACH = 160
_STOP = frozenset({"VERB", "AUX", "ADP", "CCONJ", "SCONJ", "PRON", "PUNCT", "SPACE", "ADV", "NUM"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office: whose, the words, its class, and the body that it belongs to as the words give it.

    `mods` are the words before the office, `body` those after "of", "for" or before a possessive.
    """

    start: int
    end: int
    person: str
    role: str
    kind: str
    title: str
    mods: str = ""
    body: str = ""
    former: bool = False


def find_offices(document: Document, people: tuple[Person, ...]) -> tuple[Office, ...]:
    """Return the offices of a document in text order; an unnamed holder has none."""
    found: list[Office] = []
    for person in people:
        found += [office for office in (_before(document, person), _after(document, person)) if office]
    return tuple(found)


def _bounds(document: Document, person: Person) -> tuple[int, int]:
    """Return the sentence's bounds, and those of what the parser cut off before it without a full stop."""
    sentence = document.sentence_at(person.start)
    start = sentence.start
    while sentence.index and not re.search(r"[.!?:;\"”’)\n]\s*$", document.report.text[max(0, start - 3) : start]):
        sentence = document.sentences[sentence.index - 1]
        start = sentence.start
    return start, max(document.sentence_at(person.start).end, person.end)


def _before(document: Document, person: Person) -> Office | None:
    start = max(_bounds(document, person)[0], person.start - _REACH)
    left = document.report.text[start : person.start]
    small = folded(left)
    match = _DIRECT.search(small) or _BEFORE.search(small)
    if match is None or _CLAUSE.search(match["body"]):
        return _rank(document, person, start, left)
    title = match["title"]
    mods_start = _mods_start(document, start, start + match.start())
    mods = document.report.text[mods_start : start + match.start()].strip()
    body = _cut(left[match.start("body") : match.end("body")]) if match["body"] else ""
    follow = re.match(
        r"\s+of\s+((?:the\s+)?[\w.’'-]+(?:\s+[A-Z][\w.’'-]+){0,4})", document.report.text[person.end : person.end + 60]
    )
    if not body and follow:
        body = _cut(follow[1])
    acronym = re.match(r"\s*\(([\w-]{2,20})\)", document.report.text[person.end : person.end + 24])
    if not body and not mods and acronym:
        body = acronym[1]
    role = f"{mods} {left[match.start() : match.end()].strip(' ,')}".strip()
    return Office(mods_start, person.end, person.name, role, _OFFICES[title], title, mods, body, _former(mods))


def _rank(document: Document, person: Person, start: int, left: str) -> Office | None:
    match = _RANK_BEFORE.search(folded(left))
    if match is None:
        return None
    mods_start = _mods_start(document, start, start + match.start())
    mods = document.report.text[mods_start : start + match.start()].strip()
    return Office(
        mods_start,
        person.end,
        person.name,
        f"{mods} {left[match.start() :].strip()}".strip(),
        "rank",
        match["title"],
        mods,
    )


def _mods_start(document: Document, floor: int, end: int) -> int:
    """Return where the words before an office begin: back to a verb, preposition, mark or the sentence's start."""
    start = end
    for token in reversed(document.doc[: _token_at(document, end)]):
        hyphen = token.text in {"-", "'s", "’s", "'", "’", "&", "(", ")", "[", "]"} or _in_brackets(document, token.i)
        if token.idx < floor or (
            token.pos_ in _STOP
            and not hyphen
            and not (
                token.text[:1].isupper()
                and token.pos_ not in {"PUNCT", "SPACE"}
                and (token.idx != floor or token.text.isupper())
            )
        ):
            break
        start = token.idx
        if token.dep_ == "det" or token.tag_ in {"PRP$", "DT"}:
            break
    return start


def _in_brackets(document: Document, index: int) -> bool:
    """Say whether a token stands in brackets opened and closed within eight tokens."""
    before = [token.text for token in document.doc[max(0, index - 6) : index]]
    after = [token.text for token in document.doc[index + 1 : index + 7]]
    return bool({"(", "["} & set(before)) and bool({")", "]"} & set(after)) and not {")", "]"} & set(before)


def _token_at(document: Document, char: int) -> int:
    low, high = 0, len(document.doc)
    while low < high:
        middle = (low + high) // 2
        if document.doc[middle].idx < char:
            low = middle + 1
        else:
            high = middle
    return low


def _after(document: Document, person: Person) -> Office | None:
    _, end = _bounds(document, person)
    right = document.report.text[person.end : end]
    match = _AFTER.match(right)
    if match is None:
        return None
    if not match["link"].startswith((",", "-", "–", "—", "(")) and _owned_before(document, person):
        return None
    mods = match["mods"].strip()
    if re.search(r"\b(?:who|said|says|told|was|were|is|and|has|had|by|with|met|as|that)\b", mods, re.IGNORECASE):
        return None
    title = match["title"].lower()
    body = _cut(match["body"] or "")
    words_end = person.end + (match.start("body") + len(body) if body else match.end("title"))
    role = right[match.start("mods") : match.end("title")] + (f" {match['prep']} {body}" if body else "")
    return Office(person.start, words_end, person.name, role, _OFFICES[title], title, mods, body, _former(mods))


def _owned_before(document: Document, person: Person) -> bool:
    """Say whether the name is only part of a longer phrase ("aides to X were …"), so that what follows isn't on it."""
    return bool(
        re.search(
            r"\b(?:of|by|to|with|for|from|against)\s$", document.report.text[max(0, person.start - 9) : person.start]
        )
    )


def _cut(body: str) -> str:
    return _BODY_END.sub("", body).strip(" -–—'’\"“”")


def _former(mods: str) -> bool:
    return bool(re.search(r"\b(?:former|ex|late|then|ousted|deposed)\b", mods, re.IGNORECASE))
