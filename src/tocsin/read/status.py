"""The reality filter: whether what a trigger tells of happened."""

from spacy.tokens import Token

from tocsin.model.vocabulary import Status
from tocsin.read.document import Sentence
from tocsin.read.wordlists import Lexicon
from tocsin.read.triggers import Trigger

UNREAL = "unreal"
_INFINITIVE_REAL = {
    "use", "manage", "go", "begin", "start", "continue", "proceed", "return", "come", "succeed", "report", "appear",
    "seem", "confirm", "say", "know", "happen", "believe", "think", "stop", "leave", "dare", "rush", "help", "find",
}  # fmt: skip
_TITLE_VERBS = {"VBZ", "VBP"}


def status_of(trigger: Trigger, sentence: Sentence, lexicon: Lexicon) -> Status | None:
    """Return the status of what a trigger tells, None where it tells nothing that was, is or is meant to be done."""
    if _is_negated(trigger.token):
        return None
    own = _of_words(trigger, lexicon)
    if own is not None:
        return own
    token, steps = trigger.token, 0
    while steps < 6:
        verdict = _of_step(token, trigger, sentence, lexicon)
        if verdict == UNREAL:
            return None
        if verdict is not None:
            return verdict  # type: ignore[return-value]  # every other verdict is a status
        if token.head is token or token.dep_ in {"relcl", "ROOT", "acl"} and token.tag_ not in {"VB", "VBG"}:
            break
        token, steps = token.head, steps + 1
    return "occurred"


def _is_negated(token: Token) -> bool:
    if any(
        child.dep_ == "neg" or child.lower_ in {"no", "never", "without"} and child.i < token.i
        for child in token.children
    ):
        return True
    return bool(token.dep_ == "pobj" and token.head.lower_ in {"without", "despite"} and token.head.lower_ == "without")


def _of_words(trigger: Trigger, lexicon: Lexicon) -> Status | None:
    """Judge by the words that stand on the trigger itself: "attempted murder", "alleged attack", "coup plot"."""
    words = {c.lower_ for c in trigger.token.children if c.dep_ in {"amod", "advmod", "compound", "acl"}}
    words |= {token.lower_ for token in trigger.token.doc[trigger.first : trigger.last + 1]}
    head = trigger.token.head
    if head.pos_ == "NOUN" and trigger.token.dep_ in {"compound", "amod"}:
        words.add(head.lemma_.lower())
    cues = lexicon.cues
    if words & {"attempt", "attempted", "failed", "unsuccessful", "botched", "abortive", "attempts"}:
        return "attempted"
    if words & {"foiled", "thwarted", "averted"}:
        return "foiled"
    if words & {"planned", "plot", "plots", "plan", "plans"}:
        return "planned"
    if words & {"threatened", "threat", "threats"}:
        return "threatened"
    if words & cues["alleged"]:
        return "alleged"
    return None


def _of_step(token: Token, trigger: Trigger, sentence: Sentence, lexicon: Lexicon) -> str | None:
    """Judge one step up the parse: the token's own modals, and what it hangs on."""
    if token.pos_ in {"VERB", "AUX"}:
        verdict = _of_verb(token, trigger, sentence, lexicon)
        if verdict is not None:
            return verdict
    head = token.head
    if head is token:
        return None
    return _of_governor(token, head, lexicon)


def _of_verb(verb: Token, trigger: Trigger, sentence: Sentence, lexicon: Lexicon) -> str | None:
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    words = {c.lower_ for c in auxiliaries}
    if words & {"will", "'ll", "shall"}:
        return "planned" if trigger.family in {"protest"} else UNREAL
    if words & lexicon.cues["unreal_modals"] and not words & {"have"}:
        return UNREAL
    if any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether", "lest"} for c in verb.children):
        return UNREAL
    if verb is trigger.token and _is_habit(verb, words, sentence):
        return UNREAL
    return None


def _is_habit(verb: Token, auxiliaries: set[str], sentence: Sentence) -> bool:
    """Say whether a verb in the plain present tells a habit; titles tell news in it."""
    if sentence.is_title or sentence.index == 0 or auxiliaries & {"has", "have", "had", "was", "were", "been"}:
        return False
    if verb.tag_ in _TITLE_VERBS and not auxiliaries:
        return True
    return verb.tag_ == "VBN" and bool(auxiliaries & {"are", "is", "be"}) and "being" not in auxiliaries


def _of_governor(token: Token, head: Token, lexicon: Lexicon) -> str | None:
    cues, lemma = lexicon.cues, head.lemma_.lower()
    infinitive = token.pos_ in {"VERB", "AUX"} and any(c.tag_ == "TO" for c in token.children)
    clause = token.dep_ in {"xcomp", "ccomp", "advcl", "dobj", "pobj", "pcomp", "prep", "acl", "nsubjpass", "relcl"}
    if not clause or head.dep_ == "":
        return None
    if lemma in {"threaten", "vow"} or (lemma == "threat" and token.dep_ in {"prep", "acl"}):
        return "threatened"
    if lemma in cues["planned"] and token.dep_ != "nsubjpass":
        return "planned"
    if lemma in {"foil", "thwart", "avert", "disrupt", "defuse"}:
        return "foiled"
    if lemma in {"try", "attempt", "fail", "seek"} and (infinitive or token.dep_ in {"prep", "pcomp", "dobj"}):
        return "attempted"
    if lemma == "allege" and token.dep_ == "ccomp":
        return "alleged"
    if lemma in cues["denied"] and token.dep_ in {"ccomp", "dobj", "xcomp", "pcomp"}:
        return UNREAL
    if lemma in {"prevent", "avoid", "stop"} and token.dep_ in {"dobj", "prep", "pcomp", "xcomp"}:
        return UNREAL
    if lemma in cues["unreal"] and (infinitive or token.dep_ in {"dobj", "pcomp", "prep", "ccomp", "xcomp", "acl"}):
        return None if head.lemma_ == "responsible" else UNREAL
    if infinitive and token.dep_ in {"advcl", "xcomp", "acl", "relcl"} and lemma not in _INFINITIVE_REAL:
        return UNREAL
    return None
