"""Chooses the kind of an act from the votes of its words, weapons, actors and targets."""

from tocsin.model.vocabulary import Kind
from tocsin.read.drafts import Draft
from tocsin.read.phrases import Phrase
from tocsin.read.wordlists import Lexicon

_DIGITAL = {"network", "server", "website", "computer", "database", "email", "e-mail"}
_STATE_KINDS = {"military", "police", "state", "government", "ministry", "alliance"}


def kind_of(draft: Draft, lexicon: Lexicon) -> Kind | None:
    """Return the kind of a joined draft, None where nothing tells of an act."""
    kind = _voted(draft)
    return _by_sides(kind, draft, lexicon)


def _voted(draft: Draft) -> str | None:
    votes = draft.strong_kinds
    if votes:
        return max(votes.items(), key=lambda pair: pair[1])[0]
    open_kinds = [kind for kind, _ in draft.kinds]
    if not open_kinds:
        return "harm" if draft.harm_only else None
    return open_kinds[0]


def is_state(phrase: Phrase, lexicon: Lexicon) -> bool:
    """Say whether a phrase names a state or its forces."""
    if phrase.actor is not None and phrase.actor.kind not in {"unknown", "person"}:
        return phrase.actor.kind in _STATE_KINDS
    return (
        phrase.head.lower_ != "state"
        and lexicon.is_a(phrase.lemma, "state")
        and not lexicon.is_a(phrase.lemma, "attackers")
    )


def _by_sides(kind: str | None, draft: Draft, lexicon: Lexicon) -> Kind | None:
    agents = [a.phrase for a in draft.agents if a.perpetrator.attribution != "denied"]
    by_state = any(is_state(p, lexicon) for p in agents)
    killed = [p for p in draft.patients if p.target.effect == "killed"]
    official = any(lexicon.is_a(p.phrase.lemma, "officials") or _is_official(p.phrase, lexicon) for p in killed)
    crowd = any(lexicon.is_a(p.phrase.lemma, "crowds") for p in draft.patients)
    if kind in {"generic", "killing", "harm", "armed_attack", "military_operation"} and by_state and crowd:
        return "crackdown"
    if kind == "battle" and any(lexicon.is_a(p.lemma, "crowds") for p in agents):
        return "riot"
    if kind == "generic" and any(p.phrase.lemma in _DIGITAL for p in draft.patients):
        return "cyberattack"
    if kind == "seizure":
        return _seizure(draft, lexicon, by_state=by_state)
    if kind == "raid":
        return _raid(draft, by_state=by_state)
    if kind in {"killing", "harm", "generic"}:
        if official and kind != "generic":
            return "assassination"
        return "military_operation" if by_state else "armed_attack"
    if kind == "armed_attack" and official and not by_state:
        return "assassination"
    if kind == "military_operation" and _only_arrests(draft):
        return "arrest_or_raid"
    return kind  # type: ignore[return-value]  # every other vote is a Kind


def _seizure(draft: Draft, lexicon: Lexicon, *, by_state: bool) -> Kind:
    """Tell captured persons, arrested or abducted, from captured places, fought for or attacked."""
    if any(p.target.effect == "detained" for p in draft.patients):
        return "arrest_or_raid" if by_state else "abduction"
    attackers = any(lexicon.is_a(a.phrase.lemma, "attackers") for a in draft.agents)
    return "armed_attack" if attackers and not by_state else "battle"


def _raid(draft: Draft, *, by_state: bool) -> Kind:
    if any(f.effect == "killed" and (f.quantity.low or 0) > 0 for f in draft.figures):
        return "military_operation" if by_state else "armed_attack"
    return "arrest_or_raid" if by_state else "armed_attack"


def _only_arrests(draft: Draft) -> bool:
    effects = {f.effect for f in draft.figures}
    return "detained" in effects and "killed" not in effects


def _is_official(phrase: Phrase, lexicon: Lexicon) -> bool:
    """Say whether a title before the name, or words behind it, make the person one."""
    doc, start = phrase.head.doc, phrase.head.i
    words = [token.lemma_.lower() for token in doc[max(0, phrase.head.left_edge.i) : min(len(doc), start + 9)]]
    titled = any(lexicon.is_a(c.lemma_.lower(), "officials") for c in phrase.head.lefts if c.dep_ == "compound")
    return titled or (phrase.is_person and any(lexicon.is_a(word, "officials") for word in words))
