"""Puts the drafts of one sentence together that tell of one act."""

from spacy.tokens import Token

from tocsin.read.drafts import Draft, merge
from tocsin.read.join import close_kinds
from tocsin.read.scene import path_length
from tocsin.read.status import is_definite
from tocsin.read.triggers import Trigger

_MARKED = {
    "after",
    "following",
    "before",
    "since",
    "over",
    "retaliation",
    "response",
    "revenge",
    "for",
    "despite",
    "like",
}
_SEPARATORS = {"follow", "come", "precede", "avenge", "trigger", "spark", "investigate", "prompt", "respond", "kill"}
_UNFOLD = {"begin", "start", "unfold", "happen", "occur", "end", "involve", "come", "take"}
_REACTIONS = {"protest", "retaliation", "response", "revenge"}


def group(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts of one sentence, those of one act made one, in text order."""
    groups: list[list[Draft]] = []
    acts = [d for d in drafts if not d.harm_only and not d.allusive]
    rest = [d for d in drafts if d.harm_only or d.allusive]
    for draft in acts:
        home = next((g for g in groups if _at_home(g, draft)), None)
        groups.append([draft]) if home is None else home.append(draft)
    for draft in rest:
        fitting = [g for g in groups if _harm_fits(g, draft)]
        if fitting:
            min(fitting, key=lambda g: min(_length(d, draft) for d in g)).append(draft)
        else:
            groups.append([draft])
    return [_merged(g) for g in sorted(groups, key=lambda g: min(d.trigger.first for d in g))]


def _at_home(group_: list[Draft], draft: Draft) -> bool:
    return all(_one_act(known, draft) for known in group_) or (
        _unfolds(group_[0].trigger.token, draft.trigger.token) and group_[0].family == draft.family
    )


def _merged(drafts: list[Draft]) -> Draft:
    one = drafts[0]
    for other in drafts[1:]:
        one = merge(one, other)
    return one


def _length(one: Draft, other: Draft) -> int:
    return path_length(one.trigger.token, other.trigger.token)


def _one_act(known: Draft, new: Draft) -> bool:
    if known.family != new.family or known.vague != new.vague or new.another or not _status_fits(known, new):
        return False
    if apart(known.trigger, new.trigger):
        return False
    if _unfolds(known.trigger.token, new.trigger.token):
        return True
    if not close_kinds(known, new) and _length(known, new) > 1:
        return False
    return not (_other_agents(known, new) or _other_times(known, new) or _other_places(known, new))


def _unfolds(act: Token, part: Token) -> bool:
    """Say whether an act is told by its parts: "the attack began when a bomber blew himself up and gunmen shot"."""
    verb = act.head
    begins = act.dep_ in {"nsubj", "nsubjpass"} and verb.lemma_.lower() in _UNFOLD and is_definite(act)
    return begins and verb in set(part.ancestors)


def _status_fits(known: Draft, new: Draft) -> bool:
    if known.status == new.status:
        return True
    return {known.status, new.status} <= {"attempted", "foiled", "planned"}


def _other_agents(known: Draft, new: Draft) -> bool:
    """Say whether each of two verbs has its own subject."""
    if not (known.trigger.is_verb and new.trigger.is_verb):
        return False
    one, other = ({a.phrase.head.i for a in d.agents} for d in (known, new))
    return bool(one and other and not one & other) and known.patients != ()


def _other_times(known: Draft, new: Draft) -> bool:
    one, other = known.time, new.time
    return bool(one and other and one.start and other.start and (one.start, one.end) != (other.start, other.end))


def _other_places(known: Draft, new: Draft) -> bool:
    """Say whether each of two nouns stands at its own place ("bombings in A and a shooting in B")."""
    one, other = ({p.place or p.name for p in d.places[:1]} for d in (known, new))
    return bool(one and other and not one & other) and _length(known, new) > 4


def _harm_fits(group_: list[Draft], harm: Draft) -> bool:
    first = group_[0]
    if first.harm_only or first.allusive:
        return all(not apart(d.trigger, harm.trigger) and d.status == harm.status for d in group_)
    near = min(_length(d, harm) for d in group_)
    if first.family in {"arrest", "protest", "coup", "cyber"} and not harm.allusive:
        return False
    if first.family != "violence" and near > 3:
        return False
    return near <= 4 or not all(apart(d.trigger, harm.trigger) for d in group_)


def apart(one: Trigger, other: Trigger) -> bool:
    """Say whether words between two triggers tell that the acts are two ("a protest after the killing")."""
    first, second = sorted((one.token, other.token), key=lambda token: token.i)
    lowest = next((t for t in [second, *second.ancestors] if t is first or t in set(first.ancestors)), None)
    path = [*_up(second, lowest), *_up(first, lowest)]
    if any(t.lower_ in _MARKED and t.dep_ in {"prep", "mark", "advmod", "pcomp"} for t in path):
        return True
    if any(c.lower_ in _MARKED and c.dep_ == "mark" and not _goes_on(t) for t in path for c in t.children):
        return True
    if lowest is not None and lowest is not first and lowest.lemma_ in _SEPARATORS - {"kill"}:
        return True
    return any(t.lower_ in _REACTIONS for t in path if t is not second and t is not first)


def _goes_on(verb: Token) -> bool:
    """Say whether a clause goes on with who acted before: "fired at guests before they set fire to the hall"."""
    return any(c.dep_ == "nsubj" and c.pos_ == "PRON" for c in verb.children)


def _up(token: Token, top: Token | None) -> list[Token]:
    path: list[Token] = []
    for step in [token, *token.ancestors]:
        if step is top:
            break
        path.append(step)
    return path
