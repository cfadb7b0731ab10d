"""What a report is news about: its title, its lead, and the leads of its short items."""

import re
from dataclasses import dataclass

from tocsin.model.vocabulary import Scope
from tocsin.read.document import Document, Sentence
from tocsin.read.drafts import Draft
from tocsin.read.wordlists import Lexicon

_LEAD_SENTENCES = 2
_HEADING_WORDS = 14
_ASIDE = {"following", "since", "for"}
_FRESH_DAYS = 21
_JUST_NOW = 3
"""An act of so few days ago is news, whatever inquiry or charge the lead tells of too."""
_SHORTEST_LEAD = 6
_OLDEST_NEWS = 1980
"""An act of an earlier year is history, even in a report without a date."""
_COURT = re.compile(
    r"\b(?:trial|pleads?|pleaded|convicts?|convicted|sentenced?|testif\w+|verdict|acquitted|indicted|hearing|inquiry|"
    r"investigation into|probe into|commission of inquiry|funeral|memorial|anniversary|commemorat\w+|vigil|"
    r"charged with|faces? charges?|years? after|years? ago|bail|lawsuit|identified in court|in court|documentary)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Leads:
    """The sentences that tell the news, by index, whether they tell of courts or remembrance, and the next sentence.

    `items` are the first sentences of a brief's items, where it has several under headings of their own.
    """

    sentences: frozenset[int]
    looks_back: bool
    next: Sentence | None = None
    items: tuple[int, ...] = ()

    def holds(self, sentence: Sentence) -> bool:
        """Say whether a sentence is of the title or a lead."""
        return sentence.index in self.sentences

    def item(self, sentence: Sentence) -> int:
        """Return the number of the item that a sentence stands in; a report without headings is one item."""
        return sum(start <= sentence.index for start in self.items)


def find_leads(document: Document) -> Leads:
    """Return the title's sentences, the first two of the body and the first two behind each heading."""
    found: set[int] = set()
    paragraphs: dict[int, list[Sentence]] = {}
    for sentence in document.sentences:
        paragraphs.setdefault(sentence.paragraph, []).append(sentence)
    items: list[int] = []
    take = True
    taken = 0
    for number in sorted(paragraphs):
        sentences = paragraphs[number]
        if number == 0 or _is_heading(sentences):
            found.update(s.index for s in sentences)
            items += [sentences[0].index] if number else []
            take, taken = True, 0
            continue
        for sentence in sentences if take else ():
            found.add(sentence.index)
            taken += _is_told(sentence)
            if taken >= _LEAD_SENTENCES:
                take = False
                break
    behind = max(found, default=-1) + 1
    following = document.sentences[behind] if behind < len(document.sentences) else None
    return Leads(frozenset(found), _looks_back(document, found), following, tuple(items) if len(items) > 1 else ())


def is_aside(draft: Draft) -> bool:
    """Say whether a lead tells of an act only by the way: "revenge for", "since the invasion"."""
    if draft.sentences[0].is_title:
        return False
    path = [draft.trigger.token, *draft.trigger.token.ancestors]
    return any(t.dep_ in {"prep", "mark"} and t.lower_ in _ASIDE for t in path)


def _is_told(sentence: Sentence) -> bool:
    """Say whether a sentence is one: not a dateline, a heading or a line of an agency's form."""
    words = [token for token in sentence.slice if token.is_alpha]
    return len(words) >= _SHORTEST_LEAD and any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in words)


def scope_of(document: Document, draft: Draft, leads: Leads) -> Scope:
    """Return whether a joined draft is what the report is news about."""
    published, time = document.report.published, draft.time
    if not draft.lead and time is not None and time.start == published is not None and draft.sentences[0] is leads.next:
        return "headline"
    age = (published - time.end).days if published and time and time.end else None
    if time is not None and time.end is not None and time.end.year < _OLDEST_NEWS:
        return "background"
    of_court = leads.looks_back and draft.family != "arrest" and (age is None or age > _JUST_NOW)
    if not draft.lead or of_court or (age is not None and age > _FRESH_DAYS):
        return "background"
    return "headline"


def _is_heading(sentences: list[Sentence]) -> bool:
    if len(sentences) != 1:
        return False
    text = sentences[0].text.strip()
    return len(text.split()) <= _HEADING_WORDS and not text.endswith((".", "?", "!", '"', "”", ":", ","))


def _looks_back(document: Document, leads: set[int]) -> bool:
    first = [document.sentences[index] for index in sorted(leads)[:2]]
    return any(_COURT.search(sentence.text) for sentence in first)


def is_about_sport(document: Document, lexicon: Lexicon) -> bool:
    """Say whether the report is a sports report: many words of play and none of blood."""
    words = [token.lower_ for token in document.doc if token.is_alpha]
    lemmas = [token.lemma_.lower() for token in document.doc if token.is_alpha]
    sport = sum(
        word in lexicon.cues["sports"] or lemma in lexicon.cues["sports"]
        for word, lemma in zip(words, lemmas, strict=True)
    )
    blood = sum(lemma in lexicon.cues["blood"] for lemma in lemmas)
    return sport >= max(4, len(words) / 60) and sport > 2 * blood
