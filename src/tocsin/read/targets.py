"""What kind of target a phrase names, and its name."""

from tocsin.model import ActorMention, Component, Target
from tocsin.model.vocabulary import ActorKind, Effect, TargetKind
from tocsin.read.lexicon import words
from tocsin.read.phrases import Phrase, prepositional
from tocsin.read.wordlists import Lexicon

_BY_ACTOR: dict[ActorKind, TargetKind] = {
    "person": "person",
    "military": "military",
    "police": "police",
    "armed_group": "group",
    "group": "group",
    "party": "organisation",
    "organisation": "organisation",
    "company": "organisation",
    "media": "organisation",
    "government": "organisation",
    "ministry": "organisation",
    "igo": "organisation",
    "alliance": "organisation",
}
_BY_CLASS: tuple[tuple[str, TargetKind], ...] = (
    ("police", "police"),
    ("military", "military"),
    ("facilities", "facility"),
    ("infrastructure", "infrastructure"),
    ("vehicles", "vehicle"),
    ("attackers", "group"),
    ("civilians", "civilians"),
    ("groups", "group"),
    ("officials", "person"),
)


_AMOUNTS = {"dozen", "hundred", "thousand", "score", "number", "couple", "ten", "dozens", "scores"}
_OFFICERS = {"officer", "official"}

_COMMON = {word for name in ("attackers", "civilians", "crowds") for word in words("people")[name]}
"""Nouns that name nobody, though the tagger takes a capital for a name's: "Gunmen killed …"."""


def target_kind(phrase: Phrase, lexicon: Lexicon) -> TargetKind:
    """Return the kind of target that a phrase names."""
    if phrase.is_person:
        return "person"
    lemma = phrase.lemma
    if lemma in _AMOUNTS:
        lemma = next((obj.lemma_.lower() for obj in prepositional(phrase.head, "of")), lemma)
    if lemma in _OFFICERS:
        return "police" if "polic" in phrase.span.text.lower() or lemma == "officer" else "other"
    for name, kind in _BY_CLASS:
        if lexicon.is_a(lemma, name):
            singular = not phrase.is_plural and kind in {"civilians", "group"} and name in {"civilians", "attackers"}
            return "person" if singular else kind
    if phrase.actor is not None:
        return _BY_ACTOR.get(phrase.actor.kind, "other")
    return "other"


def named(phrase: Phrase, rules: Component) -> ActorMention:
    """Return the actor that a phrase names, its words as span; the name is None where the words are only common."""
    actor, spans = phrase.actor, (phrase.span,)
    if actor is not None:
        return ActorMention(
            name=actor.name,
            actor=actor.actor,
            kind=actor.kind,
            country=actor.country,
            sector=actor.sector,
            role=actor.role,
            spans=spans,
            by=rules.id,
        )
    opens = phrase.head.is_sent_start and not phrase.head.ent_type_
    common = phrase.head.lower_ in _COMMON or phrase.lemma in _COMMON
    name = phrase.span.text if phrase.head.pos_ == "PROPN" and not opens and not common else None
    return ActorMention(name=name, kind="unknown", spans=spans, by=rules.id)


def target_of(phrase: Phrase, effect: Effect, lexicon: Lexicon, rules: Component) -> Target:
    """Return a phrase as a target."""
    return Target(actor=named(phrase, rules), kind=target_kind(phrase, lexicon), effect=effect)
