"""How well sentences are coded in PLOVER: type, mode, and the country or kind of who acts and who is acted upon."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from tocsin.errors import FormatError
from tocsin.evaluate.json_lines import numbered_lines
from tocsin.evaluate.plover_versions import country_of, mode_of, older_type, type_of
from tocsin.model import ActorMention
from tocsin.pipeline.sentence_coding import party_code
from tocsin.read.coding import EventCoding


@dataclass(frozen=True, slots=True)
class GoldCoding:
    """A sentence with its known coding in today's names; codes of parties are countries, IGO, NGO or IMG.

    `sectors` of source and target are roles such as GOV or REB where the record says more than a country.
    """

    id: str
    part: str
    text: str
    event: str
    mode: str
    source: frozenset[str]
    target: frozenset[str]
    sectors: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


class Pair(NamedTuple):
    """A gold sentence and what was answered for it."""

    gold: GoldCoding
    answer: EventCoding | None

    @property
    def event(self) -> str:
        """The answered type as the gold's version has it, "" where the sentence was left without one."""
        return self.answer.older[0] if self.answer else ""

    @property
    def mode(self) -> str:
        """The answered mode as the gold's version has it."""
        return mode_of(self.event, self.answer.older[1]) if self.answer else ""


@dataclass(frozen=True, slots=True)
class TypeScores:
    """Precision, recall and F1 of one type, with its numbers: right, given, gold."""

    right: int
    given: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of the answers of this type that are right."""
        return _share(self.right, self.given)

    @property
    def recall(self) -> float:
        """Share of the sentences of this type that are found."""
        return _share(self.right, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return _share(2 * self.right, self.given + self.gold)


def read_codings(path: Path) -> list[GoldCoding]:
    """Return the sentences of a JSON Lines file in PLOVER's own format; FormatError names a line that isn't one."""
    return [_gold(path, number, line) for number, line in numbered_lines(path)]


def _gold(path: Path, number: int, line: str) -> GoldCoding:
    try:
        row: dict[str, Any] = json.loads(line)
        source, target = (_codes(row.get(side)) for side in ("source", "target"))
        return GoldCoding(
            id=str(row.get("id", number)),
            part=str(row.get("part", "all")),
            text=str(row["text"]).strip(),
            event=type_of(row["event"]),
            mode=mode_of(row["event"], row.get("mode") or ""),
            source=frozenset(map(country_of, source)) - {""},
            target=frozenset(map(country_of, target)) - {""},
            sectors=(_roles(source), _roles(target)),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        advice = "one JSON object a line, with text, event, and source and target as lists of objects with a code"
        raise FormatError(f"{path}, line {number}: {error!r}", advice=advice) from error


def _codes(side: Any) -> list[str]:
    """Return the codes of a party; records leave a party out, or give it as a string that says nothing."""
    return [str(each.get("code") or "") for each in side] if isinstance(side, list) else []


def _roles(codes: Iterable[str]) -> frozenset[str]:
    return frozenset(code.split()[1] for code in codes if len(code.split()) > 1)


def code_all(gold: Iterable[GoldCoding], code: Callable[[str], EventCoding | None]) -> list[Pair]:
    """Return each sentence with its answer; only the text is read."""
    return [Pair(each, code(each.text)) for each in gold]


def figures(pairs: Sequence[Pair]) -> dict[str, Any]:
    """Return all figures by name: shares of sentences, and P, R, F1 by type."""
    types = by_type(pairs)
    moded = [pair for pair in pairs if pair.gold.mode]
    found: dict[str, Any] = {
        "sentences": len(pairs),
        "type_accuracy": _share(sum(pair.event == pair.gold.event for pair in pairs), len(pairs)),
        "macro_f1": round(sum(each.f1 for each in types.values()) / len(types), 4) if types else 0.0,
        "uncoded": sum(not pair.event for pair in pairs),
        "mode_accuracy": _share(sum(_same_mode(pair) for pair in moded), len(moded)),
        "with_mode": len(moded),
    }
    for number, side in enumerate(("source", "target")):
        named = [pair for pair in pairs if getattr(pair.gold, side)]
        same = [codes(pair.answer, side) == getattr(pair.gold, side) for pair in named]
        some = [bool(codes(pair.answer, side) & getattr(pair.gold, side)) for pair in named]
        found |= {
            f"{side}_sector_accuracy": _share(sum(same), len(named)),
            f"{side}_sector_any": _share(sum(some), len(named)),
            f"with_{side}": len(named),
        }
        roles = [pair for pair in pairs if pair.gold.sectors[number]]
        if roles:
            hits = [_sectors(pair.answer, side) == pair.gold.sectors[number] for pair in roles]
            found[f"{side}_role_accuracy"] = _share(sum(hits), len(roles))
    found["types"] = {
        name: {"precision": each.precision, "recall": each.recall, "f1": each.f1, "gold": each.gold}
        for name, each in types.items()
    }
    return found


def by_type(pairs: Sequence[Pair]) -> dict[str, TypeScores]:
    """Return the scores of each type that the gold has, by name."""
    return {
        name: TypeScores(
            right=sum(pair.event == pair.gold.event == name for pair in pairs),
            given=sum(pair.event == name for pair in pairs),
            gold=sum(pair.gold.event == name for pair in pairs),
        )
        for name in sorted({pair.gold.event for pair in pairs})
    }


def by_part(pairs: Sequence[Pair]) -> dict[str, list[Pair]]:
    """Return the pairs by the part of the gold that they belong to, all of them last where there are several."""
    parts: dict[str, list[Pair]] = {}
    for pair in pairs:
        parts.setdefault(pair.gold.part, []).append(pair)
    return parts if len(parts) == 1 else parts | {"all": list(pairs)}


def _same_mode(pair: Pair) -> bool:
    return pair.event == pair.gold.event and pair.mode == pair.gold.mode


def codes(answer: EventCoding | None, side: str) -> frozenset[str]:
    """Return the codes of an answer's source or target."""
    return frozenset(map(party_code, _parties(answer, side))) - {""}


def _sectors(answer: EventCoding | None, side: str) -> frozenset[str]:
    return frozenset(party.sector for party in _parties(answer, side) if party.sector)


def _parties(answer: EventCoding | None, side: str) -> tuple[ActorMention, ...]:
    return getattr(answer, side, ())


def write_codings(path: Path, pairs: Iterable[Pair]) -> None:
    """Write the answers in the format of the data, a JSON line for each sentence."""
    with path.open("w", encoding="utf-8") as file:
        for pair in pairs:
            file.write(json.dumps(_row(pair), ensure_ascii=False) + "\n")


def _row(pair: Pair) -> dict[str, Any]:
    gold, answer = pair
    row: dict[str, Any] = {
        "id": gold.id,
        "event": pair.event or None,
        "mode": pair.mode,
        "older_event": older_type(pair.event, answer.mode) if answer else None,
    }
    for side in ("source", "target"):
        row[side] = [
            {
                "actorText": party.spans[0].text if party.spans else party.name,
                "code": party_code(party),
                "sector": party.sector,
            }
            for party in _parties(answer, side)
        ]
    if answer is not None:
        row["today"] = {"event": answer.event, "mode": answer.mode}
        row |= {"eventText": " ".join(span.text for span in answer.spans), "confidence": answer.confidence}
    row["gold"] = {
        "event": gold.event,
        "mode": gold.mode,
        "source": sorted(gold.source),
        "target": sorted(gold.target),
    }
    return row


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
