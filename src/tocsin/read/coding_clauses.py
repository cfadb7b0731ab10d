"""What a sentence says in PLOVER: the act of its verb, as speech, intention, refusal and negation around make it."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from tocsin.read.coding_acts import Act, act_of, lemma, noun_act
from tocsin.read.coding_said import FRIENDLY, HOSTILE, Said, changed, meant, of_act, of_noun, threatened, undone
from tocsin.read.coding_states import has_no, none_of, of_state, of_subject
from tocsin.read.coding_words import frame
from tocsin.read.phrases import subjects

_PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i", "who", "which", "that"})
_THEIRS = frozenset({"its", "their", "his", "her"})
_KINDS = ("refuse", "stop", "commit", "intend", "through")
_DECIDED = frozenset({"CONSULT", "COOPERATE", "AID", "SUPPORT"})
_DEEPEST = 6
_FIRM, _ENOUGH, _VAGUE, _LOWER = 3.0, 1.5, 1.0, 0.2
_ORDERED = 2.5


def said_best(sentence: Span) -> Said | None:
    """Return what a sentence says: the clause of its root, unless one below says it better, or else a noun of it."""
    best, worth = None, 0.0
    for verb, depth in _verbs(sentence.root):
        said = said_in(verb)
        if said is not None and said.score - _LOWER * depth > worth:
            best, worth = said, said.score - _LOWER * depth
        if best is not None and best.score >= _ENOUGH:
            return best
    return best or next(filter(None, map(of_noun, sentence)), None)


def _verbs(root: Token) -> Iterator[tuple[Token, int]]:
    """Yield the verbs of a sentence from its root down, left to right, with how deep they stand."""
    level, depth = [root], 0
    while level:
        yield from ((token, depth) for token in level if _is_verb(token) or token is root)
        level, depth = [child for token in level for child in token.children], depth + 1


def _is_verb(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"amod", "compound"}


def said_in(verb: Token, speakers: tuple[Token, ...] = (), depth: int = 0) -> Said | None:
    """Return what the clause of a verb says; `speakers` are those whose words it gives."""
    if depth > _DEEPEST:
        return None
    own = tuple(subjects(verb))
    act = act_of(verb, list(own or speakers) if verb.dep_ == "pcomp" else list(own))
    heads = own or speakers
    found = (
        none_of(verb, heads)
        or of_state(verb, own, lambda inner: said_in(inner, own, depth + 1))
        or _of_speech(verb, heads, act, depth)
        or _of_control(verb, heads, act, depth)
        or _of_plan(verb, own, depth)
        or (_of_own(act, verb, own) if act is not None else None)
        or _considered(verb, own)
        or of_subject(verb, own)
    )
    if found is None:
        return None
    return _around(verb, _by_speaker(found, own, speakers), own, speakers)


def _of_own(act: Act, verb: Token, own: tuple[Token, ...]) -> Said:
    said = of_act(act, verb, own)
    if said.event != "THREATEN" or said.mode:
        return said
    mode, older = _threat_in(verb)
    return replace(said, mode=mode, older=older)


def _threat_in(verb: Token) -> tuple[str, tuple[str, str]]:
    """Return with what a verb threatens: the mode, and the type and mode of version 0.5."""
    for child in verb.children:
        inner = None
        if child.dep_ in {"xcomp", "ccomp", "advcl"}:
            inner = said_in(child, (), 1)
        elif child.dep_ == "dobj":
            inner = of_noun(child)
        if inner is not None and inner.event in HOSTILE | {"RETREAT"}:
            threat = threatened(inner)
            return threat.mode, threat.older
    return "", ("THREATEN", "")


def _of_speech(verb: Token, speakers: tuple[Token, ...], act: Act | None, depth: int) -> Said | None:
    """Return what is reported: the content of "said", unless the verb of speech is an act itself ("demanded that")."""
    if lemma(verb) not in frame("report"):
        return None
    speaks = act is not None and not act.rule.weak and act.rule.event != "CONSULT"
    for child in verb.children:
        if child.dep_ not in {"ccomp", "parataxis"} or child.pos_ not in {"VERB", "AUX"}:
            continue
        if speaks and verb.i < child.i:
            continue
        found = said_in(child, speakers, depth + 1) or _promise(child, speakers)
        if found is not None:
            return found
    return None


def _promise(verb: Token, speakers: tuple[Token, ...]) -> Said | None:
    """Return AGREE where speakers say that they will do something that no rule knows."""
    own = subjects(verb)
    ahead = any(child.dep_ == "aux" and child.lower_ in frame("will") for child in verb.children)
    if not ahead or not speakers or not own or any(head.lower_ not in _PRONOUNS for head in own):
        return None
    event = "REJECT" if any(child.dep_ == "neg" for child in verb.children) else "AGREE"
    return Said(event, "", (event, ""), _VAGUE, verb, (verb,), speakers)


def _of_control(verb: Token, own: tuple[Token, ...], act: Act | None, depth: int) -> Said | None:
    """Return what an infinitive or participle says under the verb that governs it."""
    word = lemma(verb)
    kind = next((each for each in _KINDS if word in frame(each)), "")
    firm = act is not None and act.score >= _FIRM
    if not kind or (firm and kind in {"through", "intend"}):
        return None
    for child in _governs(verb):
        if word in frame("wish") and any(each.dep_ in {"nsubj", "nsubjpass"} for each in child.children):
            return Said("REQUEST", "", ("REQUEST", ""), _ORDERED, verb, (verb,), own)
        done = _governed(kind, verb, said_in(child, own, depth + 1), _who(child, own))
        if done is not None:
            return done
    return None


def _governs(verb: Token) -> Iterator[Token]:
    """Yield the clauses that a verb governs: "began to throw", "resorted to throwing"."""
    for child in verb.children:
        clause = child.dep_ == "ccomp" and lemma(verb) not in {"propose", "rule"}
        if (clause or child.dep_ == "xcomp") and child.pos_ in {"VERB", "AUX", "NOUN", "ADJ"}:
            yield child
        elif child.dep_ == "prep" and child.lower_ in {"to", "in", "from"}:
            yield from (each for each in child.children if each.dep_ == "pcomp" and each.pos_ == "VERB")


def _of_plan(verb: Token, own: tuple[Token, ...], depth: int) -> Said | None:
    """Return what a plan is for: "announced a decision to suspend aid", "an attempt to kill him was foiled"."""
    if lemma(verb) not in frame("planning"):
        return None
    for child in verb.children:
        if child.dep_ not in {"dobj", "nsubj", "nsubjpass", "attr"} or lemma(child) not in frame("plans"):
            continue
        for each in child.children:
            inner = said_in(each, own, depth + 1) if each.dep_ == "acl" and each.tag_ in {"VB", "VBG"} else None
            if inner is not None:
                inner = replace(inner, verb=verb, words=(child, *inner.words), actors=() if child in own else own)
                return meant(inner) if lemma(child) in frame("intents") else inner
    return None


def _who(child: Token, own: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return who acts in a governed clause: its own subject where that is named, "X will come, Y promised"."""
    trailing = child.dep_ == "ccomp" and child.i < child.head.i
    return tuple(each for each in subjects(child) if trailing and each.lower_ not in _PRONOUNS) or own


def _governed(kind: str, verb: Token, inner: Said | None, own: tuple[Token, ...]) -> Said | None:
    """Return what an act is under a verb that refuses, ends, promises, means or does it."""
    word = lemma(verb)
    if kind == "refuse":
        if inner is not None and inner.event in HOSTILE and word in {"fail", "omit", "neglect", "hesitate"}:
            return replace(inner, verb=verb, actors=own)
        words = (verb, *(inner.words if inner else ()))
        return Said("REJECT", "", ("REJECT", ""), _FIRM, verb, words, own)
    if inner is None:
        return Said("AGREE", "", ("AGREE", ""), _ENOUGH, verb, (verb,), own) if kind == "commit" else None
    inner = replace(inner, verb=verb, actors=own or inner.actors)
    if kind == "stop":
        return undone(inner, verb)
    together = inner.event in HOSTILE and word in {"agree", "accept", "consent", "commit", "undertake"}
    if kind in {"commit", "intend"} and not together:
        return meant(inner, verb)
    if word in {"decide", "choose", "resolve"} and inner.event in _DECIDED:
        return changed(inner, "AGREE", verb=verb)
    return inner


def _considered(verb: Token, own: tuple[Token, ...]) -> Said | None:
    """Return what is meant with a noun: "is considering sanctions"."""
    if lemma(verb) not in frame("intend"):
        return None
    for child in verb.children:
        act = noun_act(child) if child.dep_ == "dobj" else None
        if act is not None:
            return meant(replace(of_act(act, verb, own), score=2.0), verb)
    return None


def _by_speaker(found: Said, own: tuple[Token, ...], speakers: tuple[Token, ...]) -> Said:
    """Put the speaker in for "it", "they" and "their forces", and for whoever says who was behind it."""
    blaming = found.event == "ACCUSE" and lemma(found.words[0]) in frame("wrongs")
    if blaming and speakers and own and found.actors == own:
        return replace(found, actors=speakers, towards=own)
    heads = found.actors or own
    named = [head for head in heads if head.lower_ not in _PRONOUNS and not _is_theirs(head)]
    return replace(found, actors=speakers) if heads and not named and speakers else found


def _is_theirs(head: Token) -> bool:
    """Say whether a head goes back to whoever speaks: "their forces", "removing the sanctions"."""
    owned = any(child.dep_ == "poss" and child.lower_ in _THEIRS for child in head.children)
    return owned or head.pos_ in {"VERB", "AUX"}


def _around(verb: Token, found: Said, own: tuple[Token, ...], speakers: tuple[Token, ...]) -> Said:
    """Return the act as the clause's own auxiliaries and negation make it."""
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if helpers & frame("must") or _has_to(verb):
        if not (speakers and own and found.actors == own):
            return found
        mode = found.mode if found.event == "REQUEST" else ""
        asked = changed(found, "REQUEST", mode)
        return replace(asked, actors=speakers, towards=own, score=max(found.score, _ORDERED))
    denied = any(child.dep_ == "neg" or child.lower_ in frame("negation") for child in verb.children)
    denied |= any(has_no(word) for word in (*own, *found.words))
    ahead = bool(helpers & (frame("will") | frame("may"))) or _is_going_to(verb)
    if found.event in FRIENDLY - {"RETREAT", "CONCEDE"} and any(child.lower_ == "longer" for child in verb.children):
        return changed(found, "SANCTION", "discontinue")
    if denied and found.event in FRIENDLY:
        return changed(found, "REJECT")
    if denied and ahead and found.event in HOSTILE:
        return changed(found, "AGREE")
    return meant(found) if ahead else found


def _has_to(verb: Token) -> bool:
    """Say whether "have to" or "need to" governs the verb."""
    return verb.dep_ == "xcomp" and lemma(verb.head) in {"have", "need"} and verb.tag_ == "VB"


def _is_going_to(verb: Token) -> bool:
    """Say whether "is to" or "is going to" governs the verb."""
    helped = any(child.dep_ == "aux" and child.lower_ in {"is", "are", "was", "were"} for child in verb.children)
    return (helped and verb.tag_ == "VB") or (verb.dep_ == "xcomp" and verb.head.lower_ == "going")
