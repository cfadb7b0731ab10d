"""The reality filter: whether what a trigger tells of happened."""

from typing import Literal

from spacy.tokens import Token

from tocsin.model.vocabulary import Status
from tocsin.read.document import Sentence
from tocsin.read.phrases import subjects
from tocsin.read.triggers import Trigger
from tocsin.read.wordlists import Lexicon

Unreal = Literal["unreal"]
UNREAL: Unreal = "unreal"
_MAX_STEPS = 7
_DEFINITE = {"the", "this", "that", "these", "those"}
_NEGATIVE = {"no", "nobody", "none", "neither", "nor", "never"}
_PAST = {"was", "were", "had", "has", "have", "'ve", "been"}
_MARKS = {"if", "unless", "whether", "lest"}
_CLAUSES = {
    "xcomp", "ccomp", "advcl", "dobj", "pobj", "pcomp", "prep", "acl", "nsubjpass", "relcl", "conj", "attr", "nsubj",
    "oprd", "dative",
}  # fmt: skip
_PRESENT = {"VBZ", "VBP"}
_FILLERS = {"be", "have", "do", "can", "could", "may", "might", "must", "shall", "should", "would", "will"}


def status_of(trigger: Trigger, sentence: Sentence, lexicon: Lexicon) -> Status | None:
    """Return the status of what a trigger tells, None where it tells nothing that was, is or is meant to be done."""
    if _is_negated(trigger.token) or _is_staged(trigger.token, lexicon):
        return None
    own = _of_words(trigger, lexicon)
    if own is not None:
        return own
    if not trigger.is_verb and _is_presupposed(trigger.token):
        return _of_presupposed(trigger.token, lexicon)
    return _climb(trigger, sentence, lexicon)


def _climb(trigger: Trigger, sentence: Sentence, lexicon: Lexicon) -> Status | None:
    """Judge each step from the trigger up to the first clause that is told as fact."""
    token = trigger.token
    if token.dep_ == "csubj":
        return None
    for _ in range(_MAX_STEPS):
        if token.pos_ in {"VERB", "AUX"}:
            if _is_unreal(token, trigger, sentence, lexicon):
                return "planned" if trigger.family == "protest" and _is_future(token) else None
            if _is_past(token):
                return _of_believer(token, lexicon)
            if token is not trigger.token and _is_custom(token, sentence, lexicon):
                return None
        if token.head == token or (token.dep_ in {"relcl", "acl"} and token.tag_ in {"VBN", "VBD"}):
            break
        if token.head.lemma_.lower() in lexicon.cues["factive"] and token.dep_ != "conj":
            break
        verdict = _of_governor(token, token.head, lexicon)
        if verdict == UNREAL:
            return None
        if verdict == "planned" and _is_foiled(token.head, lexicon):
            return "foiled"
        if verdict is not None:
            return verdict
        token = token.head
    return "occurred"


def _is_negated(token: Token) -> bool:
    if any(c.dep_ == "neg" or (c.lower_ in {"no", "never", "without"} and c.i < token.i) for c in token.children):
        return True
    if token.dep_ in {"pobj", "pcomp"} and token.head.lower_ == "without":
        return True
    arguments = [c for c in token.children if c.dep_ == "dobj"]
    arguments += subjects(token) if token.pos_ in {"VERB", "AUX"} else []
    return any(a.lower_ in _NEGATIVE or any(c.lower_ == "no" for c in a.children) for a in arguments)


def _is_staged(token: Token, lexicon: Lexicon) -> bool:
    """Say whether the word itself belongs to a drill or a film."""
    words = {c.lemma_.lower() for c in token.children} | {t.lemma_.lower() for t in list(token.ancestors)[:2]}
    return bool(words & (lexicon.cues["drills"] | lexicon.cues["fiction"]))


def _of_words(trigger: Trigger, lexicon: Lexicon) -> Status | None:
    """Judge by the words that stand on the trigger itself: "attempted murder", "alleged attack", "coup plot"."""
    words = {c.lower_ for c in trigger.token.children if c.dep_ in {"amod", "advmod", "compound"}}
    words |= {token.lower_ for token in trigger.token.doc[trigger.first : trigger.last + 1]}
    head = trigger.token.head
    if head.pos_ == "NOUN" and trigger.token.dep_ in {"compound", "amod", "nmod"}:
        words.add(head.lemma_.lower())
        words |= {c.lower_ for c in head.children if c.dep_ == "amod"}
    if _is_foiled(trigger.token, lexicon):
        return "foiled"
    for status in ("foiled", "attempted", "planned", "threatened", "alleged"):
        if words & lexicon.cues[f"own_{status}"]:
            return status
    return None


def _is_foiled(token: Token, lexicon: Lexicon) -> bool:
    """Say whether what directly governs a plan or an act stopped it; titles are often parsed as compounds."""
    near = [c for c in token.children if c.dep_ in {"compound", "nsubj", "amod"}]
    near += [token.head] if token.dep_ in {"dobj", "nsubjpass", "compound"} else []
    near += [c for head in near if head.dep_ == "compound" for c in [head.head]]
    return any(word.lemma_.lower() in lexicon.cues["foiled"] for word in near)


def is_definite(token: Token) -> bool:
    """Say whether "the", "this" or a possessor makes a noun one that the reader knows of."""
    return any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in token.children)


def _is_presupposed(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN"} and is_definite(token)


def _of_presupposed(token: Token, lexicon: Lexicon) -> Status | None:
    """Take a known act as fact, unless what directly governs it says that it was only planned or stopped."""
    head, dep = token.head, token.dep_
    if dep == "pobj":
        head, dep = head.head, "prep"
    lemma = head.lemma_.lower()
    if lemma in lexicon.cues["planned"] and dep in {"dobj", "prep"}:
        return "planned"
    if lemma in lexicon.cues["foiled"] and dep in {"dobj", "nsubjpass"}:
        return "foiled"
    if lemma in {"threat", "possibility", "risk", "prospect", "danger"} and dep == "prep":
        return None
    return "occurred"


def _is_unreal(verb: Token, trigger: Trigger, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Say whether a verb's own modals, marks or tense say that it tells nothing done."""
    words = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if words & {"will", "'ll", "shall"}:
        return True
    if words & lexicon.cues["unreal_modals"] and not (words & {"have"} and words & {"may", "might", "could"}):
        return True
    if any(c.dep_ == "mark" and c.lower_ in _MARKS for c in verb.children):
        return True
    if any(c.dep_ == "neg" for c in verb.children) and verb is not trigger.token and trigger.token.dep_ != "ccomp":
        return not is_definite(trigger.token) and trigger.token.head == verb
    return verb is trigger.token and _is_habit(verb, words, sentence)


def _is_future(verb: Token) -> bool:
    return any(c.lower_ in {"will", "'ll", "shall"} for c in verb.children if c.dep_ == "aux")


def _is_habit(verb: Token, auxiliaries: set[str], sentence: Sentence) -> bool:
    """Say whether a verb in the plain present tells a habit; titles tell news in it."""
    if sentence.is_title or sentence.index == 0 or auxiliaries & _PAST:
        return False
    if verb.tag_ in _PRESENT and not auxiliaries:
        return True
    return verb.tag_ == "VBN" and bool(auxiliaries & {"are", "is", "be"}) and "being" not in auxiliaries


def _is_custom(verb: Token, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Say whether a verb above the trigger tells what someone does as a rule: "he leads attacks", "targets them"."""
    lemma = verb.lemma_.lower()
    if (
        verb.tag_ not in _PRESENT
        or lemma in _FILLERS
        or lemma in lexicon.cues["factive"] | lexicon.cues["present_news"]
    ):
        return False
    return _is_habit(verb, {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}, sentence)


def _is_past(verb: Token) -> bool:
    """Say whether a verb is finite and tells of the past."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if auxiliaries & {"to"}:
        return False
    return (verb.tag_ == "VBD" and verb.dep_ not in {"acl", "amod"}) or bool(auxiliaries & _PAST)


def _of_believer(verb: Token, lexicon: Lexicon) -> Status | None:
    """Judge a clause in the past by who holds it: "denied that", "alleged that", "feared that"."""
    if verb.dep_ not in {"ccomp", "xcomp"}:
        return "occurred"
    lemma = verb.head.lemma_.lower()
    if lemma in lexicon.cues["denied"] or lemma in {"fear", "doubt", "imagine", "pretend", "worry"}:
        return None
    return "alleged" if lemma == "allege" else "occurred"


def _of_governor(token: Token, head: Token, lexicon: Lexicon) -> Status | Unreal | None:
    cues, lemma, dep = lexicon.cues, head.lemma_.lower(), token.dep_
    infinitive = token.pos_ in {"VERB", "AUX"} and any(c.tag_ == "TO" for c in token.children)
    if dep not in _CLAUSES or lemma in _FILLERS:
        return None
    object_ = dep in {"dobj", "xcomp", "pcomp", "prep", "acl", "pobj", "nsubjpass"}
    if lemma in cues["threatened"] and object_:
        return "threatened"
    if lemma in cues["foiled"] and dep in {"dobj", "nsubjpass", "pobj"}:
        return "foiled"
    if lemma in cues["planned"] and object_ and dep != "nsubjpass":
        return "planned"
    if lemma in cues["attempted"] and (infinitive or dep == "dobj" or (dep == "prep" and head.pos_ == "NOUN")):
        return "attempted"
    if lemma == "allege" and dep == "ccomp":
        return "alleged"
    if lemma in cues["denied"] and dep in {"ccomp", "dobj", "xcomp", "pcomp"}:
        return UNREAL
    if lemma in cues["prevented"] and object_:
        return UNREAL
    if lemma in cues["unreal"] and (infinitive or object_ or dep == "ccomp"):
        return UNREAL
    if infinitive and dep == "advcl" and (lemma in cues["foiled"] or lemma in cues["planned"]):
        return "foiled" if lemma in cues["foiled"] else "planned"
    if infinitive and dep == "advcl" and lemma in cues["threatened"]:
        return "threatened"
    if infinitive and dep in {"advcl", "xcomp", "acl", "relcl"} and lemma not in cues["infinitive_real"]:
        return UNREAL
    return None
