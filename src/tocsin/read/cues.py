"""Finds where someone is said to say something: the verb, who, and what."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from tocsin.read.document import Document, Sentence
from tocsin.read.lexicon import words
from tocsin.read.phrases import is_passive
from tocsin.read.quotes import Quote
from tocsin.read.voices import is_personal

_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj"})
_CLAUSE = frozenset({"ccomp", "xcomp", "parataxis"})
_RELAYS = frozenset({"cite", "quote", "report"})
_SAYS = frozenset({"say", "tell", "write", "state"})
_RELATIVE = frozenset({"who", "which", "that"})
_ACTIVE = frozenset({"claim", "order", "call", "continue", "describe", "demand", "reject"})
_SUMMONED = frozenset({"police", "strike", "meeting", "witness", "election", "ambulance", "number", "conference"})
_NAMES = frozenset({"call", "term", "brand", "label"})
_TAKES = frozenset({"take", "accept", "assume", "bear"})
_TAKEN = frozenset({"responsibility", "credit", "blame"})
_ASKS, _ASKED = frozenset({"ask", "call"}), frozenset({"for", "on", "upon"})
_LISTS = frozenset({"needs_content", "talk", "issues", "documents", "voices", "acts", "object_is_talk"})


@dataclass(frozen=True, slots=True)
class Cue:
    """One report of speech. `speaker` is the head of who speaks (None: left out), `lemma` the verb's.

    `negated`: "did not say"; `content` are the words of the verb's clause without the speaker.
    """

    sentence: Sentence
    verb: Token
    lemma: str
    speaker: Token | None
    content: tuple[Token, ...]
    negated: bool = False


@cache
def stances() -> dict[str, str]:
    """Return what each verb of speech says of the stance."""
    lists = words("speech")
    return {verb: stance for stance in lists if stance not in _LISTS for verb in lists[stance]}


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
    known = stances()
    for token in sentence.slice:
        if token.lower_ == "according" and (cue := _according(sentence, token)):
            yield cue
        lemma = "claim" if _takes_on(token) else token.lemma_.lower()
        if lemma not in known or token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"amod", "compound"}:
            continue
        cue = _cue(sentence, token, lemma)
        if cue is not None and _is_talk(cue):
            yield cue


def _takes_on(token: Token) -> bool:
    """Say whether a verb is that of taking responsibility."""
    if token.lemma_.lower() not in _TAKES:
        return False
    return any(child.dep_ == "dobj" and child.lemma_.lower() in _TAKEN for child in token.children)


def _according(sentence: Sentence, token: Token) -> Cue | None:
    """Read "according to X": X speaks, the rest of the sentence is said."""
    doc: Doc = token.doc
    whom = next((t for t in doc[token.i + 1 : token.i + 12] if t.dep_ == "pobj"), None)
    if whom is None:
        return None
    apart = {t.i for t in whom.subtree} | {token.i}
    content = tuple(t for t in sentence.slice if t.i not in apart)
    return Cue(sentence, token, "say", whom, content)


def _cue(sentence: Sentence, verb: Token, lemma: str) -> Cue | None:
    if lemma in _RELAYS and (cue := _relayed(sentence, verb)):
        return cue
    agent = next((t for by in verb.children if by.dep_ == "agent" for t in by.children if t.dep_ == "pobj"), None)
    passive = is_passive(verb) and not _is_said(verb)
    if passive and agent is None:
        return None
    speaker = agent if passive else _subject(verb)
    negated = any(child.dep_ == "neg" for child in verb.children)
    apart = {t.i for t in speaker.subtree} if speaker is not None and speaker.head == verb else set()
    content = tuple(t for t in verb.subtree if t.i != verb.i and t.i not in apart)
    return Cue(sentence, verb, lemma, speaker, content, negated)


def _relayed(sentence: Sentence, verb: Token) -> Cue | None:
    """Read "the agency cited X as saying": X speaks."""
    saying = next((t for by in verb.children if by.lower_ == "as" for t in by.children if t.lemma_ in _SAYS), None)
    whom = next((t for t in verb.children if t.dep_ in {"dobj", "nsubjpass"}), None)
    if saying is None or whom is None:
        return None
    content = tuple(t for t in saying.subtree if t.i != saying.i)
    return Cue(sentence, saying, "say", whom, content)


def _is_said(verb: Token) -> bool:
    """Say whether a participle behind a noun is a past tense that the parser misread: "an agent alleged that"."""
    if verb.dep_ == "ROOT":
        return not any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
    clause = any(child.dep_ == "ccomp" for child in verb.children)
    return verb.dep_ == "acl" and clause and not any(child.dep_ == "auxpass" for child in verb.children)


def _subject(verb: Token) -> Token | None:
    """Return who speaks: the verb's subject, that of the verb it is joined to, or what a relative clause is about."""
    own = next((child for child in verb.children if child.dep_ in _SUBJECT), None)
    if own is not None:
        return _antecedent(verb, own) if own.lower_ in _RELATIVE and verb.dep_ == "relcl" else own
    if verb.dep_ in {"conj", "advcl", "xcomp"} and verb.head.pos_ in {"VERB", "AUX"} and verb.head != verb:
        return _subject(verb.head)
    if verb.dep_ in {"acl", "relcl"}:
        return verb.head if verb.head.pos_ in {"PROPN", "NOUN", "PRON"} else None
    return _inverted(verb) or _just_before(verb)


def _just_before(verb: Token) -> Token | None:
    """Find a subject that the parser missed: the noun right before a finite verb."""
    doc: Doc = verb.doc
    if verb.tag_ not in {"VBD", "VBZ", "VBP", "VBN"} or verb.i == 0:
        return None
    at = verb.i - 1
    while at > verb.sent.start and (doc[at].pos_ in {"AUX", "ADV"} or doc[at].is_space):
        at -= 1
    if doc[at].text == ")":
        at = next((i for i in range(at, max(at - 6, verb.sent.start), -1) if doc[i].text == "("), at) - 1
    noun = doc[at]
    return noun if noun.pos_ in {"PROPN", "NOUN"} and noun.dep_ != "dobj" else None


def _antecedent(verb: Token, relative: Token) -> Token:
    """Return what "who" or "which" goes back to: for "who" the nearest noun up the phrase that is a person."""
    noun = verb.head
    if relative.lower_ == "who":
        for above in [verb.head, *verb.head.ancestors]:
            if above.pos_ in {"NOUN", "PROPN"} and is_personal(above):
                return above
            if above.pos_ in {"VERB", "AUX"}:
                break
    return noun


def _inverted(verb: Token) -> Token | None:
    """Find the subject after the verb: '…," said the minister'."""
    after = [child for child in verb.rights if child.dep_ in {"dobj", "attr", "oprd", "npadvmod"}]
    before = verb.nbor(-1) if verb.i else None
    if after and before is not None and (before.is_quote or before.is_punct):
        return after[0]
    return None


def _is_talk(cue: Cue) -> bool:
    """Say whether the verb reports speech here: what it governs is a clause, a quotation or talk."""
    objects = {child.lemma_.lower() for child in cue.verb.children if child.dep_ in {"dobj", "dative"}}
    nested = {token.lemma_.lower() for token in cue.content[:6]}
    if cue.lemma in _ACTIVE and (objects | nested) & set(words("speech")["acts"]):
        return False
    if cue.negated and cue.lemma in words("speech")["neutral"]:
        return False
    if cue.lemma == "say" and objects & {"nothing", "no", "anything"}:
        return False
    if cue.lemma == "continue":
        return _beside_quote(cue)
    if cue.lemma == "call" and not _calls_out(cue):
        return False
    return cue.lemma not in words("speech")["needs_content"] or _has_content(cue)


def _calls_out(cue: Cue) -> bool:
    """Say whether to call is to demand or to name here, not to telephone or to summon."""
    for child in cue.verb.children:
        if child.dep_ in {"oprd", "ccomp", "xcomp"} or (child.dep_ in {"prep", "prt"} and child.lower_ in _ASKED):
            return True
    whom = [child for child in cue.verb.children if child.dep_ in {"dobj", "dative"}]
    named = any(child.pos_ == "PROPN" or child.lemma_.lower() in _SUMMONED for child in whom)
    return bool(whom) and not named and not cue.verb.dep_.startswith("acl")


def _beside_quote(cue: Cue) -> bool:
    """Say whether a mark of quotation stands within four words of the verb."""
    doc: Doc = cue.verb.doc
    near = doc[max(cue.sentence.slice.start, cue.verb.i - 4) : min(cue.sentence.slice.end, cue.verb.i + 5)]
    return any(token.is_quote for token in near)


def _has_content(cue: Cue) -> bool:
    """Say whether a clause, a quotation or an infinitive follows, or the verb's object is talk."""
    if any(child.dep_ in _CLAUSE for child in cue.verb.children):
        return True
    objects = {child.lemma_.lower() for child in cue.verb.children if child.dep_ == "dobj"}
    if objects & set(words("speech")["talk"]):
        return True
    if cue.lemma in _ASKS and any(c.lower_ in _ASKED for c in cue.verb.children if c.dep_ in {"prep", "prt"}):
        return True
    if cue.lemma in _NAMES and any(child.dep_ == "oprd" for child in cue.verb.children):
        return True
    return any(token.is_quote for token in cue.sentence.slice) or cue.lemma in words("speech")["object_is_talk"]
