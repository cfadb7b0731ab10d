"""Names of bodies as relations give them: the registry's where it knows the words, else the words trimmed."""

import re

from tocsin.model import ActorMention
from tocsin.read.countries import countries
from tocsin.read.document import Document
from tocsin.read.lexicon import words

_POLICY = frozenset(words("bodies")["policy"])
_COMMON = frozenset(words("bodies")["common"])


GENERIC = frozenset(words("bodies")["generic"])
"""Words too general to be a body's name by themselves."""


def _significant(text: str) -> list[str]:
    plain = words("offices")["plain"]
    return [
        word
        for word in re.findall(r"[\w.’'()&-]+", text)
        if word.lower().strip(".'’s") not in plain and word.lower() not in plain
    ]


def has_body(text: str) -> bool:
    """Say whether words name a body: something beyond policy areas and trimmings."""
    kept = [word for word in _significant(text) if word.lower() not in _POLICY]
    return any(
        word[:1].isupper()
        or word.lower().rstrip("'’s") in _COMMON
        or re.search(r"\d", word)
        or word.lower() in countries()
        for word in kept
    ) or (bool(kept) and text == text.lower() and any(word not in _POLICY for word in kept) and len(kept[0]) > 2)


def is_country(text: str) -> bool:
    """Say whether words are a country's name or adjective and nothing else."""
    bare = re.sub(r"^(?:the|republic of)\s+|[’']s?$", "", text.strip(), flags=re.IGNORECASE)
    return bare.lower() in countries()


def body_name(document: Document, text: str, start: int) -> str:
    """Return a body's name: the registry's if an actor's words are most of it, else its own words."""
    end = start + len(text)
    if start >= 0:
        for actor in document.actors:
            for span in actor.spans:
                most = min(end, span.end) - max(start, span.start) > 0.6 * len(_bare(text))
                if actor.name and actor.kind != "person" and most:
                    return usual_name(actor)
    kept = _bare(expand(document, _bare(text)))
    return _cased(kept) if kept == kept.lower() else kept


def usual_name(actor: ActorMention) -> str:
    """Return an actor's name; agencies that go by their initials keep them."""
    words_ = actor.spans[0].text if actor.spans else ""
    initials = (actor.actor or "").startswith("agency:") and re.fullmatch(r"[A-Z]{3,5}", words_)
    return words_ if initials else actor.name or words_


def _bare(text: str) -> str:
    plain = words("offices")["plain"]
    parts = text.split()
    while len(parts) > 1 and parts[0].lower() in plain:
        parts.pop(0)
    bare = re.sub(r"\s*\([^)]*\)?", "", " ".join(parts))
    return re.sub(r"[’']s?$", "", bare).strip(" ,")


def _cased(text: str) -> str:
    return " ".join(
        word if word in {"of", "the", "for", "and", "de"} else word[:1].upper() + word[1:] for word in text.split()
    )


def expand(document: Document, text: str) -> str:
    """Return what an acronym stands for where the report says so: "X (ABC)" or "abc (x)"; else the words."""
    bare = text.strip(" ()")
    if not re.fullmatch(r"[\w.&-]{2,12}", bare):
        return text
    whole = document.report.text
    after = re.search(rf"(?<!\w){re.escape(bare)}\s*[(\[]([^)\]]{{6,80}})[)\]]", whole)
    if after and _stands_for(bare, after[1]):
        return after[1]
    before = re.search(rf"((?:[\w.’'-]+\s+){{1,8}}?)\({re.escape(bare)}\)", whole)
    for match in re.finditer(rf"\(\s*{re.escape(bare)}\s*\)", whole) if before else ():
        parts = whole[max(0, match.start() - 90) : match.start()].split()
        for length in range(8, 0, -1):
            candidate = " ".join(parts[-length:])
            if _stands_for(bare, candidate):
                return candidate
    return text


def _stands_for(acronym: str, words_: str) -> bool:
    letters = re.sub(r"[^a-z0-9]", "", acronym.lower())
    parts = re.findall(r"[a-z0-9]+", words_.lower())
    initials = "".join(
        word if word.isdigit() else word[0]
        for word in parts
        if word not in {"the", "of", "for", "and", "de", "in", "to"}
    )
    everything = "".join(word if word.isdigit() else word[0] for word in parts)
    return (letters in {initials, everything} or sorted(letters) == sorted(initials)) and len(parts) > 1


def region_name(document: Document, text: str) -> str:
    """Return the place in the report that an adjective comes from: "Dagestani" → "Dagestan"."""
    bare = re.sub(r"[’']s?$", "", text)
    for match in re.finditer(r"\b[A-Z]\w{3,}", document.report.text):
        if bare.startswith(match[0]) and 1 <= len(bare) - len(match[0]) <= 3 and len(match[0]) > 4:
            return match[0]
    return bare
