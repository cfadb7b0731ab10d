"""What a clause says in PLOVER, and what ending it, meaning to do it, or threatening with it makes of that."""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from tocsin.read.coding_acts import Act, noun_act

FRIENDLY = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "THREATEN"})
_THREATS = {
    **dict.fromkeys(("discontinue", "withdraw"), "relations"),
    **dict.fromkeys(("expel", "deport"), "expel"),
    **dict.fromkeys(("curfew", "martial-law", "censor", "restrict", "seize"), "restrict"),
    "arrest": "arrest",
    "ban": "ban",
}
"""With what somebody threatens who threatens an act of a mode."""
_UNDONE = {
    **dict.fromkeys(("CONSULT", "COOPERATE", "AID", "SUPPORT", "AGREE"), "SANCTION"),
    **dict.fromkeys(("COERCE", "SANCTION", "THREATEN", "ACCUSE", "REQUEST", "PROTEST"), "CONCEDE"),
    **dict.fromkeys(("ASSAULT", "MOBILIZE"), "RETREAT"),
    "RETREAT": "ASSAULT",
    "CONCEDE": "COERCE",
}
"""What ending an act is."""
_FAINT = 0.5


@dataclass(frozen=True, slots=True)
class Said:
    """A clause's act: type and mode, those of PLOVER 0.5, how well they fit, the verb whose subject acts.

    `words` are those that decided, `actors` the heads of who acts, `towards` of who is told to.
    """

    event: str
    mode: str
    older: tuple[str, str]
    score: float
    verb: Token
    words: tuple[Token, ...]
    actors: tuple[Token, ...] = ()
    towards: tuple[Token, ...] = ()


def of_act(act: Act, verb: Token, own: tuple[Token, ...]) -> Said:
    """Return what a verb with this act says of its own subject."""
    words = (verb,) if act.noun is None else (verb, act.noun)
    said = Said(act.rule.event, act.rule.mode, act.rule.older, act.score, verb, words, own)
    return undone(said) if act.undone else said


def of_noun(noun: Token) -> Said | None:
    """Return what a noun says where no verb says anything."""
    act = noun_act(noun) if noun.pos_ in {"NOUN", "PROPN"} else None
    return None if act is None else Said(act.rule.event, act.rule.mode, act.rule.older, _FAINT, noun, (noun,))


def changed(said: Said, event: str, mode: str = "", *, verb: Token | None = None, older: str = "") -> Said:
    """Return the act with another type; the words of the verb that changes it come first."""
    words = said.words if verb is None else (verb, *said.words)
    return replace(said, event=event, mode=mode, older=(event, older or mode), words=words)


def undone(said: Said, verb: Token | None = None) -> Said:
    """Return what it is to end the act."""
    return changed(said, _UNDONE.get(said.event, said.event), verb=verb)


def threatened(said: Said, verb: Token | None = None) -> Said:
    """Return the threat to do what is said."""
    if said.event == "THREATEN":
        return said
    mode = "violence" if said.event == "ASSAULT" else _THREATS.get(said.mode, "")
    older = said.mode if said.mode in {"curfew", "martial-law"} else ""
    return changed(said, "THREATEN", mode, verb=verb, older=older)


def meant(said: Said, verb: Token | None = None) -> Said:
    """Return what it is to say that one will do it: a promise, or a threat."""
    if said.mode == "resign" or said.event in {"ACCUSE", "REQUEST", "REJECT"}:
        return said
    return threatened(said, verb) if said.event in HOSTILE else changed(said, "AGREE", verb=verb)
