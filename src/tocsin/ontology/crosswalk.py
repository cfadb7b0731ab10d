"""Incidents and statements in the vocabularies of others: PLOVER, ACLED-style, UCDP GED-style and CAMEO."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tocsin.errors import FormatError
from tocsin.model import Coding, Incident, Statement
from tocsin.ontology.actors import Registry
from tocsin.ontology.columns import columns
from tocsin.ontology.crosswalk_files import Conditions, Crosswalk, Reader, Rule, read_conditions
from tocsin.ontology.facts import Facts, facts_of
from tocsin.ontology.files import data, read_yaml
from tocsin.ontology.folding import fold_text
from tocsin.ontology.vocabularies import Vocabulary, load_vocabularies

SCHEMES = ("PLOVER", "ACLED", "UCDP", "CAMEO")


@dataclass(frozen=True, slots=True)
class Crosswalks:
    """The vocabularies, and the rules that lead from our labels into them."""

    vocabularies: Mapping[str, Vocabulary]
    conditions: Conditions
    schemes: Mapping[str, Crosswalk]
    stances: Mapping[str, tuple[Rule, ...]]


def load_crosswalks() -> Crosswalks:
    """Read the crosswalks that come with the package; FormatError names the file and place of a fault."""
    vocabularies = load_vocabularies()
    source = data("crosswalks", "conditions.yaml")
    conditions = read_conditions(source.name, read_yaml(source), vocabularies["ACLED"])

    schemes = {}
    for scheme in SCHEMES:
        reader, content = _open(f"{scheme.lower()}.yaml", vocabularies, conditions)
        schemes[scheme] = reader.crosswalk(content)
    reader, content = _open("statements.yaml", vocabularies, conditions)
    return Crosswalks(vocabularies, conditions, schemes, reader.stances(content))


def _open(
    file: str, vocabularies: Mapping[str, Vocabulary], conditions: Conditions
) -> tuple[Reader, Mapping[str, Any]]:
    content = read_yaml(data("crosswalks", file))
    scheme = str(content.get("scheme")) if isinstance(content, dict) else ""
    if scheme not in vocabularies:
        raise FormatError(f"{file}: scheme: {scheme!r} is no vocabulary", advice="see data/vocabularies")
    return Reader(file, vocabularies[scheme], conditions.values()), content


_shipped = cache(load_crosswalks)


def codings(incident: Incident, registry: Registry, crosswalks: Crosswalks | None = None) -> tuple[Coding, ...]:
    """Return the incident in every scheme; what a scheme can't hold is not eligible, and `why` says so.

    The crosswalks that come with the package are read once, at the first call.
    """
    if incident.kind.value is None:
        return ()
    book = crosswalks or _shipped()
    facts = facts_of(incident, registry, book.conditions)
    return tuple(_coding(incident, facts, book, crosswalk) for crosswalk in book.schemes.values())


def _coding(incident: Incident, facts: Facts, book: Crosswalks, crosswalk: Crosswalk) -> Coding:
    status = incident.status.value or "occurred"
    if incident.counted:
        rule = next(rule for rule in crosswalk.kinds[str(incident.kind.value)] if facts.meet(rule))
        why = rule.why
    else:
        rule = crosswalk.statuses.get(status, Rule({}, {}))
        why = book.conditions.uncounted[status]
    if not rule.codes:
        return Coding(scheme=crosswalk.scheme, codes={}, eligible=False, why=why)
    codes = _ordered(rule, book.vocabularies[crosswalk.scheme])
    more = columns(incident, facts, crosswalk, rule, codes=codes, types=book.conditions.sides)
    missing = [reason for name, reason in crosswalk.needs.items() if more.get(name) is None]
    return Coding(scheme=crosswalk.scheme, codes=codes | more, eligible=not missing, why=" ".join(missing) or why)


def _ordered(rule: Rule, vocabulary: Vocabulary) -> dict[str, str | int | None]:
    """Return the rule's codes and those above them, from broad to fine as the vocabulary lists its fields."""
    codes = {**vocabulary.above(rule.codes), **rule.codes}
    return {name: codes[name] for name in vocabulary.fields if name in codes}


def statement_coding(statement: Statement, crosswalks: Crosswalks | None = None) -> Coding | None:
    """Return the statement in PLOVER, None where its stance has no type there: neutral talk, claims, denials."""
    book = crosswalks or _shipped()
    spans = (*statement.spans, *filter(None, (statement.quote, statement.label)))
    text = " " + fold_text(" ".join(span.text for span in spans))
    for rule in book.stances[statement.stance]:
        if not rule.words or any(f" {fold_text(word)}" in text for word in rule.words):
            return Coding(scheme="PLOVER", codes=_ordered(rule, book.vocabularies["PLOVER"]), why=rule.why)
    return None
