"""Finds where someone is said to say something: the verb, who, and what."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from tocsin.read.document import Document, Sentence
from tocsin.read.lexicon import words
from tocsin.read.quotes import Quote

_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj"})
_CLAUSE = frozenset({"ccomp", "xcomp", "parataxis"})
_RELATIVE = frozenset({"who", "which", "that"})


@dataclass(frozen=True, slots=True)
class Cue:
    """One report of speech. `speaker` is the head of who speaks (None: left out), `lemma` the verb's.

    `passive`: the agent speaks; `negated`: "did not say"; `start`, `end` bound the clause in the sentence.
    """

    sentence: Sentence
    verb: Token
    lemma: str
    speaker: Token | None
    content: tuple[Token, ...]
    negated: bool = False


def stances() -> dict[str, str]:
    """Return what each verb of speech says of the stance."""
    lists = words("speech")
    return {verb: stance for stance in lists if stance not in {"needs_content", "documents"} for verb in lists[stance]}


def find_cues(document: Document, quotes: tuple[Quote, ...]) -> tuple[Cue, ...]:
    """Return the cues of a document in text order; words inside quotations make none."""
    found: list[Cue] = []
    for sentence in document.sentences:
        if not sentence.is_title:
            found += [cue for cue in _in_sentence(sentence) if not _inside(cue.verb, quotes)]
    return tuple(found)


def _inside(token: Token, quotes: tuple[Quote, ...]) -> bool:
    return any(quote.start <= token.idx < quote.end for quote in quotes)


def _in_sentence(sentence: Sentence) -> Iterator[Cue]:
    known, talkless = stances(), frozenset(words("speech")["needs_content"])
    for token in sentence.slice:
        if token.lower_ == "according" and (cue := _according(sentence, token)):
            yield cue
        lemma = token.lemma_.lower()
        if lemma not in known or token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"amod", "compound"}:
            continue
        cue = _cue(sentence, token, lemma)
        if cue is None or (lemma in talkless and not _has_content(cue)):
            continue
        yield cue


def _according(sentence: Sentence, token: Token) -> Cue | None:
    """Read "according to X": X speaks, the rest of the sentence is said."""
    whom = next((t for t in _right(token, 3) if t.dep_ == "pobj"), None)
    if whom is None:
        return None
    apart = {t.i for t in whom.subtree} | {token.i}
    content = tuple(t for t in sentence.slice if t.i not in apart)
    return Cue(sentence, token, "say", whom, content)


def _right(token: Token, count: int) -> list[Token]:
    doc: Doc = token.doc
    return [t for t in doc[token.i + 1 : token.i + 12] if t.dep_ == "pobj"][:1] if count else []


def _cue(sentence: Sentence, verb: Token, lemma: str) -> Cue | None:
    passive = any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)
    agent = next((t for by in verb.children if by.dep_ == "agent" for t in by.children if t.dep_ == "pobj"), None)
    if passive and agent is None:
        return None
    speaker = agent if passive else _subject(verb)
    if verb.tag_ == "VBN" and not passive and agent is None and verb.dep_ in {"acl", "advcl"}:
        return None
    negated = any(child.dep_ == "neg" for child in verb.children)
    apart = {t.i for t in speaker.subtree} if speaker is not None and speaker.head == verb else set()
    content = tuple(t for t in verb.subtree if t.i != verb.i and t.i not in apart)
    return Cue(sentence, verb, lemma, speaker, content, negated)


def _subject(verb: Token) -> Token | None:
    """Return who speaks: the verb's subject, that of the verb it is joined to, or what a relative clause is about."""
    own = next((child for child in verb.children if child.dep_ in _SUBJECT), None)
    if own is not None:
        if own.lower_ in _RELATIVE and verb.dep_ == "relcl":
            return verb.head
        return own
    if verb.dep_ in {"conj", "advcl", "xcomp"} and verb.head.pos_ in {"VERB", "AUX"} and verb.head != verb:
        return _subject(verb.head)
    if verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VBG":
        return verb.head if verb.head.pos_ in {"PROPN", "NOUN", "PRON"} else None
    return _inverted(verb)


def _inverted(verb: Token) -> Token | None:
    """Find the subject after the verb: '…," said the minister'."""
    after = [child for child in verb.rights if child.dep_ in {"dobj", "attr", "oprd", "npadvmod"}]
    before = verb.nbor(-1) if verb.i else None
    if after and before is not None and (before.is_quote or before.is_punct):
        return after[0]
    return None


def _has_content(cue: Cue) -> bool:
    """Say whether a clause, a quotation or an infinitive follows, or the sentence hangs on the verb."""
    if any(child.dep_ in _CLAUSE for child in cue.verb.children):
        return True
    if any(token.is_quote for token in cue.sentence.slice):
        return True
    return cue.lemma in {
        "report",
        "describe",
        "order",
        "dismiss",
        "reject",
        "authorize",
        "authorise",
        "salute",
        "thank",
    }
