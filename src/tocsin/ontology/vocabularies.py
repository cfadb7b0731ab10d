"""The vocabularies that incidents are coded in, read from `data/vocabularies/`: codes, labels, our own definitions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from tocsin.errors import FormatError, NotFoundError
from tocsin.ontology.files import data, read_yaml, yaml_files

Code = str | int

_ADVICE = "see the format in tocsin/ontology/data/README.md"
_TERM = {"code", "label", "definition", "of"}


@dataclass(frozen=True, slots=True)
class Term:
    """One code of a field; `of` is the code above it in the field that the vocabulary names for that."""

    code: Code
    label: str
    definition: str
    of: Code | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A scheme of codes by field; `within` names the field above a field (sub_event_type → event_type)."""

    scheme: str
    title: str
    source: str
    fields: Mapping[str, tuple[Term, ...]]
    within: Mapping[str, str]

    def has(self, field: str, code: Code, of: Code | None = None) -> bool:
        """Say whether the field has the code, below `of` where that is given."""
        return any(term.code == code and of in (None, term.of) for term in self.fields.get(field, ()))

    def term(self, field: str, code: Code, of: Code | None = None) -> Term:
        """Return the term of a code; NotFoundError names a code that isn't there."""
        for term in self.fields.get(field, ()):
            if term.code == code and of in (None, term.of):
                return term
        raise NotFoundError(f"{self.scheme} has no {field} {code!r}", advice="see data/vocabularies")

    def above(self, codes: Mapping[str, Code]) -> dict[str, Code]:
        """Return the codes that the given ones imply by the field above theirs, the nearest first."""
        found: dict[str, Code] = {}
        todo = dict(codes)
        while todo:
            field, code = todo.popitem()
            upper = self.within.get(field)
            if upper is None or upper in codes:
                continue
            above = self.term(field, code).of
            if above is not None:
                found[upper] = todo[upper] = above
        return found


def load_vocabularies() -> dict[str, Vocabulary]:
    """Read the vocabularies that come with the package, by scheme; FormatError names file and place."""
    read = [read_vocabulary(source) for source in yaml_files(data("vocabularies"))]
    return {vocabulary.scheme: vocabulary for vocabulary in read}


def read_vocabulary(source: Traversable) -> Vocabulary:
    """Read one vocabulary; FormatError names the file and the term that is wrong."""
    content = read_yaml(source)
    if not isinstance(content, dict) or not {"scheme", "title", "source", "fields"} <= content.keys():
        raise FormatError(f"{source.name}: needs scheme, title, source and fields", advice=_ADVICE)
    vocabulary = Vocabulary(
        scheme=content["scheme"],
        title=content["title"],
        source=content["source"],
        fields={
            field: tuple(_term(source.name, f"fields.{field}[{at}]", item) for at, item in enumerate(items))
            for field, items in content["fields"].items()
        },
        within=content.get("within", {}),
    )
    for fault in _faults(vocabulary):
        raise FormatError(f"{source.name}: {fault}", advice=_ADVICE)
    return vocabulary


def _term(file: str, path: str, item: Any) -> Term:
    if not isinstance(item, dict) or set(item) - _TERM or not {"code", "definition"} <= item.keys():
        raise FormatError(f"{file}: {path}: a term has code, definition and maybe label and of", advice=_ADVICE)
    return Term(item["code"], str(item.get("label", item["code"])), item["definition"], item.get("of"))


def _faults(vocabulary: Vocabulary) -> Iterator[str]:
    for field, terms in vocabulary.fields.items():
        upper = vocabulary.within.get(field)
        seen: set[tuple[Code, Code | None]] = set()
        for at, term in enumerate(terms):
            place = f"fields.{field}[{at}]: {term.code!r}"
            if (term.code, term.of) in seen:
                yield f"{place} stands twice"
            seen.add((term.code, term.of))
            if not term.definition.endswith("."):
                yield f"{place} needs a definition that is a sentence"
            if term.of is not None and (upper is None or not vocabulary.has(upper, term.of)):
                yield f"{place} is of {term.of!r}, which is no code of {upper}"
