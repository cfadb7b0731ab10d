"""Who is held responsible and by whom: reported, accused, claimed, unclaimed, suspected, denied."""

import dataclasses
import re

from spacy.tokens import Token

from tocsin.model import ActorMention, Component, Perpetrator
from tocsin.model.vocabulary import AttributionState
from tocsin.read.document import Document, Sentence
from tocsin.read.drafts import Agent
from tocsin.read.phrases import Phrase, agents_by, is_passive, phrase_at, prepositional, subjects
from tocsin.read.targets import named
from tocsin.read.triggers import REFERENCES, Trigger
from tocsin.read.wordlists import Lexicon

UNKNOWN = re.compile(r"\b(?:unidentified|unknown|unnamed|masked|mystery|hooded)\b", re.IGNORECASE)
_SUSPECT = re.compile(
    r"\b(?:suspect(?:ed|s)?|alleged(?:ly)?|accused|charged|believed|presumed|convicted)\b", re.IGNORECASE
)
_SAY = {
    "say", "tell", "report", "state", "announce", "claim", "allege", "accuse", "blame", "confirm", "charge",
    "add", "maintain", "assert", "denounce", "indicate", "inform", "acknowledge",
}  # fmt: skip
_ANYONE = {"man", "woman", "boy", "girl", "teenager", "student", "people", "person", "soldier", "officer", "suspect"}
_NOT_YET = re.compile(
    r"\bno (?:group|one|organi[sz]ation|militia)\b.*?\bclaimed\b"
    r".*?\b(?:but|although|though|while)\b(?P<who>.*?)\bclaimed\b",
    re.IGNORECASE | re.DOTALL,
)
_GROUPS = {"armed_group", "organisation", "group", "party", "alliance", "unknown"}
_DENIED = {"responsibility", "involvement", "role", "part", "accusation", "charge", "allegation"}
_CHARGED = {"charge", "convict", "indict", "arrest", "detain", "sentence"}
_CLAIM = {"claim", "take", "accept", "admit", "assume"}


def agent_of(document: Document, phrase: Phrase, trigger: Trigger, lexicon: Lexicon, rules: Component) -> Agent:
    """Return a phrase as a perpetrator, with the attribution that its sentence gives."""
    state: AttributionState = "reported"
    by = None
    if UNKNOWN.search(phrase.span.text):
        state = "unclaimed"
    elif _SUSPECT.search(phrase.span.text):
        state = "accused"
    else:
        speaker = speaker_over(trigger.token)
        if speaker is not None and speaker.i != phrase.head.i and not _same_side(document, speaker, phrase, lexicon):
            state, by = "accused", _name_of(phrase_at(document, speaker))
            if phrase.actor is None and lexicon.is_a(phrase.lemma, "attackers"):
                state, by = "unclaimed", None
    return Agent(Perpetrator(actor=named(phrase, rules), attribution=state, attributed_by=by), phrase)


def _name_of(phrase: Phrase) -> str:
    if phrase.actor is not None and phrase.actor.name:
        return phrase.actor.name
    return phrase.span.text


def _same_side(document: Document, speaker: Token, agent: Phrase, lexicon: Lexicon) -> bool:
    """Say whether the speaker is the side that acted: then it is told as fact, not as an accusation."""
    if lexicon.is_a(agent.lemma, "state") and lexicon.is_a(speaker.lemma_.lower(), "state", "officials"):
        return True
    said = phrase_at(document, speaker)
    return said.actor is not None and agent.actor is not None and said.actor.name == agent.actor.name


def speaker_over(token: Token) -> Token | None:
    """Return the subject of the verb of saying that governs a token's clause."""
    verb = token
    for _ in range(8):
        if verb.lemma_.lower() in _SAY and verb is not token and verb.pos_ == "VERB":
            found = [c for c in verb.children if c.dep_ == "nsubj"] or (agents_by(verb) if is_passive(verb) else [])
            return found[0] if found and found[0].pos_ in {"NOUN", "PROPN"} else None
        said = [
            c for c in verb.children if c.dep_ in {"parataxis", "ccomp"} and c.lemma_.lower() in _SAY and c.i > verb.i
        ]
        for each in said:
            found = [c for c in each.children if c.dep_ == "nsubj"]
            if found and found[0].pos_ in {"NOUN", "PROPN"}:
                return found[0]
        if verb.head == verb:
            return None
        verb = verb.head
    return None


def claims_in(document: Document, sentence: Sentence, lexicon: Lexicon, rules: Component) -> list[Agent]:
    """Return who claims, denies, is blamed or suspected in a sentence that speaks of an act told elsewhere."""
    found: list[Agent] = []
    for token in sentence.slice:
        lemma = token.lemma_.lower()
        if lemma in _DENIED and token.head.lemma_.lower() in {"deny", "reject"} and token.dep_ == "dobj":
            found += _accused(document, token.head, subjects(token.head), "denied", rules)
        elif lemma == "responsibility":
            found += _responsibility(document, token, rules)
        elif lemma in {"blame", "accuse", "suspect"} and token.pos_ == "VERB":
            found += _blamed(document, token, rules)
        elif lemma == "attribute" and token.pos_ == "VERB":
            accused = list(prepositional(token, "to"))
            found += _accused(document, token, accused, "accused", rules)
        elif lemma in _CHARGED and token.pos_ == "VERB" and is_passive(token) and _for_an_act(token, lexicon):
            found += _accused(document, token, subjects(token), "accused", rules)
        elif lemma == "behind" and token.dep_ == "prep" and token.head.lemma_ in {"be", "stand"}:
            found += _accused(document, token.head, subjects(token.head), "accused", rules)
    return found


def _for_an_act(verb: Token, lexicon: Lexicon) -> bool:
    """Say whether someone is charged or arrested for an act: "with murder", "over the incident"."""
    for child in verb.children:
        if child.dep_ != "prep" or child.lower_ not in {"with", "of", "for", "over", "in", "on", "after", "to"}:
            continue
        words = {t.lemma_.lower() for t in child.subtree}
        if words & REFERENCES or any((word,) in lexicon.act_nouns or word in lexicon.act_verbs for word in words):
            return True
    return False


def _responsibility(document: Document, noun: Token, rules: Component) -> list[Agent]:
    verb = noun.head
    if noun.dep_ not in {"dobj", "nsubjpass", "conj"} or verb.lemma_.lower() not in _CLAIM:
        return []
    heads = agents_by(verb) if is_passive(verb) else subjects(verb)
    phrases = [phrase_at(document, head) for head in heads if head.pos_ != "PRON" or head.lower_ in {"one", "nobody"}]
    denied = any(c.dep_ == "neg" for c in verb.children)
    return [_claim(phrase, rules, denied=denied) for phrase in phrases]


def _claim(phrase: Phrase, rules: Component, *, denied: bool) -> Agent:
    nobody = phrase.span.text.lower().startswith(("no ", "nobody", "none", "neither"))
    if nobody or denied:
        spans = (phrase.span,)
        actor = ActorMention(name=None, kind="unknown", spans=spans, by=rules.id)
        return Agent(Perpetrator(actor=actor, attribution="unclaimed"), phrase)
    return Agent(Perpetrator(actor=named(phrase, rules), attribution="claimed"), phrase)


def _blamed(document: Document, verb: Token, rules: Component) -> list[Agent]:
    state: AttributionState = "suspected" if verb.lemma_.lower() == "suspect" else "accused"
    if is_passive(verb) and not any(prepositional(verb, "on")):
        return _accused(document, verb, subjects(verb), state, rules)
    objects = [c for c in verb.children if c.dep_ == "dobj"] + list(prepositional(verb, "on"))
    return _accused(document, verb, objects, state, rules)


def _accused(
    document: Document, verb: Token, heads: list[Token], state: AttributionState, rules: Component
) -> list[Agent]:
    speakers = [] if is_passive(verb) else subjects(verb)
    by = _name_of(phrase_at(document, speakers[0])) if speakers and speakers[0] not in heads else None
    phrases = [phrase_at(document, head) for head in heads if head.pos_ in {"NOUN", "PROPN"}]
    return [
        Agent(Perpetrator(actor=named(phrase, rules), attribution=state, attributed_by=by), phrase)
        for phrase in phrases
        if phrase.actor is not None or phrase.head.pos_ == "PROPN" or phrase.lemma in _ANYONE
    ]


def suspected_instead(document: Document, sentence: Sentence, rules: Component) -> list[Agent]:
    """Return the group that is named where no one has claimed the act but it has claimed others."""
    match = _NOT_YET.search(sentence.text)
    if match is None:
        return []
    start, end = sentence.start + match.start("who"), sentence.start + match.end("who")
    groups = [a for a in document.actors if a.kind in _GROUPS and start <= a.spans[0].start < end]
    return [_suspected(document, group, sentence, rules) for group in groups[-1:]]


def _suspected(document: Document, group: ActorMention, sentence: Sentence, rules: Component) -> Agent:
    head = next(t for t in reversed(sentence.slice) if t.idx < group.spans[0].end)
    phrase = dataclasses.replace(phrase_at(document, head), span=group.spans[0], actor=group)
    return Agent(Perpetrator(actor=named(phrase, rules), attribution="suspected"), phrase)
