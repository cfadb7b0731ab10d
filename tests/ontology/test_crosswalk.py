"""Incidents and statements get their codes in PLOVER, ACLED-style, UCDP and CAMEO, or the reason why they have none."""

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar, get_args

import pytest

from tocsin.model import (
    ActorMention,
    Attribution,
    Coding,
    Entry,
    FigureLedger,
    Incident,
    Ledger,
    Quantity,
    Span,
    Statement,
    Target,
    Timex,
    Toponym,
    Weapon,
)
from tocsin.model.vocabulary import COUNTED, KINDS, STANCES, STATUSES, AttributionState, Kind, Status, TargetKind
from tocsin.ontology import Registry, codings, load_vocabularies, statement_coding

V = TypeVar("V")
DAY = dt.date(2024, 5, 1)

IRAQI_ARMY = ActorMention(name="Iraqi Armed Forces", actor="mil:IQ", kind="military", country="IQ")
US_ARMY = ActorMention(name="US forces", actor="mil:US", kind="military", country="US")
POLICE = ActorMention(name="Iraqi Police", actor="pol:IQ", kind="police", country="IQ")
ISIS = ActorMention(name="Islamic State", actor="group:islamic-state", kind="armed_group", country="IQ")
KATAIB = ActorMention(name="Kataib Hezbollah", actor="group:kataib-hezbollah", kind="armed_group", country="IQ")
GUNMEN = ActorMention(name=None, kind="group")
UNKNOWN = ActorMention(name="Black Banner Brigade", kind="armed_group")


def ledger(*values: V) -> Ledger[V]:
    entries = tuple(Entry(value=value, mentions=("m1",), reports=("r1",)) for value in values)
    return Ledger(entries=entries, published=0 if values else None)


def figure(number: int | None) -> FigureLedger:
    return FigureLedger() if number is None else FigureLedger(low=number, best=number, high=number)


def hit(kind: TargetKind, actor: ActorMention | None = None, effect: Any = "unknown") -> Target:
    return Target(actor=actor or ActorMention(name=None), kind=kind, effect=effect)


CIVILIANS = hit("civilians")


def incident(
    kind: Kind,
    *by: ActorMention,
    status: Status = "occurred",
    targets: tuple[Target, ...] = (),
    weapon: str = "",
    killed: int | None = None,
    injured: int | None = None,
    days: int | None = 1,
    place: Toponym | None = None,
    held: AttributionState = "accused",
) -> Incident:
    time = Timex(start=DAY, end=DAY + dt.timedelta(days - 1), precision="day") if days else None
    return Incident(
        id="inc-1",
        title="An incident",
        mentions=("m1",),
        reports=("r1",),
        counted=status in COUNTED,
        kind=ledger(kind),
        status=ledger(status),
        scope="headline",
        time=ledger(*([time] if time else [])),
        place=ledger(place or Toponym(name="Mosul", country="IQ", precision="city", relation="at")),
        killed=figure(killed),
        injured=figure(injured),
        targets=ledger(*targets),
        weapons=ledger(*([Weapon(name=weapon, quantity=Quantity(low=None, high=None))] if weapon else [])),
        attributions=tuple(Attribution(state=held, actor=actor, report="r1", mention="m1") for actor in by),
    )


Code = Callable[[str, Incident], Coding]


@pytest.fixture
def code(registry: Registry) -> Code:
    def coded(scheme: str, of: Incident) -> Coding:
        return next(coding for coding in codings(of, registry) if coding.scheme == scheme)

    return coded


def test_rockets_near_an_embassy_are_coded_as_the_design_says(code: Code) -> None:
    embassy = incident("rocket_or_shelling", targets=(hit("facility"),), weapon="rockets", killed=0)
    assert code("PLOVER", embassy).codes == {
        "quad": "material conflict",
        "event": "ASSAULT",
        "mode": "heavy-weapons",
        "contexts": "military",
    }
    acled = code("ACLED", embassy)
    assert acled.eligible
    assert acled.codes["event_type"] == "Explosions/Remote violence"
    assert acled.codes["sub_event_type"] == "Shelling/artillery/missile attack"
    assert (code("UCDP", embassy).eligible, code("UCDP", embassy).why) == (False, "Nobody was killed.")
    assert code("CAMEO", embassy).codes == {"quad_class": 4, "root": "19", "base": "194", "code": "194"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("status", STATUSES)
def test_every_kind_in_every_status_is_coded_or_says_why_not(registry: Registry, kind: Kind, status: Status) -> None:
    vocabularies = load_vocabularies()
    for by in ((), (IRAQI_ARMY,), (ISIS,)):
        for coding in codings(incident(kind, *by, status=status, targets=(CIVILIANS,), killed=3), registry):
            assert coding.eligible or coding.why
            assert coding.eligible == bool(coding.codes)
            for field, value in coding.codes.items():
                if field in vocabularies[coding.scheme].fields and value is not None:
                    assert vocabularies[coding.scheme].has(field, value), (coding.scheme, field, value)


@pytest.mark.parametrize("status", sorted(set(STATUSES) - COUNTED))
def test_what_is_not_counted_is_no_event_except_for_threats(code: Code, status: Status) -> None:
    bombing = incident("bombing", ISIS, status=status, targets=(CIVILIANS,), killed=3)
    for scheme in ("ACLED", "UCDP"):
        assert (code(scheme, bombing).eligible, code(scheme, bombing).codes) == (False, {})
    threat = status == "threatened"
    assert code("PLOVER", bombing).eligible == code("CAMEO", bombing).eligible == threat
    if threat:
        assert code("PLOVER", bombing).codes["event"] == "THREATEN"
        assert code("CAMEO", bombing).codes["code"] == "138"


def test_an_incident_that_a_person_rejected_is_no_event(registry: Registry) -> None:
    rejected = Incident(
        id="inc-1",
        title="Rejected",
        mentions=("m1",),
        reports=("r1",),
        counted=False,
        kind=ledger("bombing"),
        status=ledger("occurred"),
        scope="headline",
        time=Ledger(),
        place=Ledger(),
    )
    assert {coding.eligible for coding in codings(rejected, registry)} == {False}
    assert {coding.why for coding in codings(rejected, registry)} == {"A judgement says that it doesn't count."}


def test_an_incident_without_kind_has_no_codings(registry: Registry) -> None:
    nothing = incident("bombing")
    bare = Incident(**{name: getattr(nothing, name) for name in nothing.__slots__} | {"kind": Ledger()})
    assert codings(bare, registry) == ()


@pytest.mark.parametrize(
    ("by", "targets", "violence", "sides"),
    [
        ((IRAQI_ARMY,), (hit("group", ISIS),), 1, ("Government of Iraq", "IS")),
        ((US_ARMY,), (hit("group", KATAIB),), 1, ("Government of United States of America", "Kataib Hezbollah")),
        ((ISIS,), (hit("police", POLICE),), 1, ("IS", "Government of Iraq")),
        ((ISIS,), (CIVILIANS, hit("military", IRAQI_ARMY)), 1, ("IS", "Government of Iraq")),
        ((GUNMEN,), (hit("military"),), 1, (None, "Government of Iraq")),
        ((ISIS,), (hit("group", KATAIB),), 2, ("IS", "Kataib Hezbollah")),
        ((UNKNOWN,), (hit("group", ISIS),), 2, ("Black Banner Brigade", "IS")),
        ((ISIS,), (CIVILIANS,), 3, ("IS", "Civilians")),
        ((IRAQI_ARMY,), (hit("person"),), 3, ("Government of Iraq", "Civilians")),
    ],
)
def test_the_sides_decide_the_type_of_violence(
    code: Code,
    by: tuple[ActorMention, ...],
    targets: tuple[Target, ...],
    violence: int,
    sides: tuple[str | None, str | None],
) -> None:
    coding = code("UCDP", incident("armed_attack", *by, targets=targets, killed=4))
    assert coding.eligible
    assert coding.codes["type_of_violence"] == violence
    assert (coding.codes["side_a"], coding.codes["side_b"]) == sides


@pytest.mark.parametrize(
    ("of", "why"),
    [
        (incident("bombing", ISIS, targets=(CIVILIANS,), killed=0), "Nobody was killed."),
        (incident("bombing", ISIS, targets=(CIVILIANS,)), "No death is reported."),
        (incident("bombing", targets=(CIVILIANS,), killed=3), "No organised side is named as the perpetrator."),
        (incident("bombing", GUNMEN, targets=(CIVILIANS,), killed=3), "No organised side is named as the perpetrator."),
        (incident("bombing", ISIS, held="denied", targets=(CIVILIANS,), killed=3), "No organised side is named"),
        (incident("bombing", ISIS, killed=3), "Whom it was against isn't known."),
        (incident("riot", killed=3), "A crowd is no organised side."),
        (incident("cyberattack"), "An attack on computers"),
        (incident("bombing", ISIS, targets=(CIVILIANS,), killed=3, days=None), "No date within a year is known."),
        (incident("bombing", ISIS, targets=(CIVILIANS,), killed=3, days=500), "No date within a year is known."),
    ],
)
def test_what_ucdp_cannot_hold_says_why(code: Code, of: Incident, why: str) -> None:
    coding = code("UCDP", of)
    assert not coding.eligible
    assert coding.why.startswith(why)


def test_both_sides_of_a_battle_may_stand_as_perpetrators(code: Code) -> None:
    battle = incident("battle", IRAQI_ARMY, ISIS, killed=12)
    assert code("UCDP", battle).codes["type_of_violence"] == 1
    assert code("ACLED", battle).codes["interaction"] == 12


@pytest.mark.parametrize(
    ("of", "sub_event"),
    [
        (incident("bombing", weapon="suicide vest"), "Suicide bomb"),
        (incident("bombing", weapon="hand grenades"), "Grenade"),
        (incident("bombing", weapon="car bomb"), "Remote explosive/landmine/IED"),
        (incident("rocket_or_shelling", weapon="shells with chlorine"), "Chemical weapon"),
        (incident("airstrike_or_drone", weapon="drone"), "Air/drone strike"),
        (incident("armed_attack", targets=(hit("police"),)), "Armed clash"),
        (incident("armed_attack", targets=(CIVILIANS,)), "Attack"),
        (incident("assassination", weapon="bomb"), "Remote explosive/landmine/IED"),
        (incident("assassination", targets=(hit("person"),)), "Attack"),
        (incident("battle", ISIS), "Armed clash"),
        (incident("battle", ISIS, targets=(hit("other", effect="taken"),)), "Non-state actor overtakes territory"),
        (incident("battle", IRAQI_ARMY, targets=(hit("other", effect="taken"),)), "Government regains territory"),
        (incident("military_operation", IRAQI_ARMY), "Other"),
        (incident("arrest_or_raid", IRAQI_ARMY), "Arrests"),
        (incident("abduction"), "Abduction/forced disappearance"),
        (incident("hijacking"), "Looting/property destruction"),
        (incident("execution", ISIS), "Attack"),
        (incident("arson_or_sabotage"), "Looting/property destruction"),
        (incident("arson_or_sabotage", killed=2), "Attack"),
        (incident("protest"), "Peaceful protest"),
        (incident("protest", weapon="tear gas"), "Protest with intervention"),
        (incident("protest", killed=1), "Excessive force against protesters"),
        (incident("riot"), "Violent demonstration"),
        (incident("crackdown"), "Protest with intervention"),
        (incident("crackdown", injured=20), "Excessive force against protesters"),
        (incident("stabbing", targets=(hit("person"),)), "Attack"),
    ],
)
def test_kind_weapon_target_and_figures_decide_the_acled_category(code: Code, of: Incident, sub_event: str) -> None:
    assert code("ACLED", of).codes["sub_event_type"] == sub_event


def test_a_sentence_of_the_state_is_no_acled_event(code: Code) -> None:
    assert "court" in code("ACLED", incident("execution", IRAQI_ARMY, killed=1)).why


@pytest.mark.parametrize(
    ("of", "sides"),
    [
        (incident("armed_attack", ISIS, targets=(CIVILIANS,)), (2, 7, 27)),
        (incident("armed_attack", targets=(hit("police", POLICE),)), (3, 1, 13)),
        (incident("airstrike_or_drone", US_ARMY, targets=(hit("group", ISIS),)), (8, 2, 28)),
        (incident("bombing"), (3, None, 30)),
        (incident("protest"), (6, None, 60)),
        (incident("crackdown", POLICE), (6, 1, 16)),
    ],
)
def test_sides_give_actor_types_and_their_interaction(
    code: Code, of: Incident, sides: tuple[int, int | None, int]
) -> None:
    codes = code("ACLED", of).codes
    assert (codes["inter1"], codes["inter2"], codes["interaction"]) == sides


def test_the_forces_of_a_state_abroad_are_external(code: Code) -> None:
    at_home = Toponym(name="Fort Worth", country="US", precision="city")
    assert code("ACLED", incident("armed_attack", US_ARMY)).codes["inter1"] == 8
    assert code("ACLED", incident("armed_attack", US_ARMY, place=at_home)).codes["inter1"] == 1


def test_gunmen_who_die_in_their_own_attack_are_not_whom_it_was_against(code: Code) -> None:
    attack = incident("armed_attack", ISIS, targets=(CIVILIANS, hit("group", GUNMEN, "killed")), killed=9)
    assert code("ACLED", attack).codes["sub_event_type"] == "Attack"
    raid = incident("armed_attack", POLICE, targets=(CIVILIANS, hit("group", GUNMEN, "killed")), killed=9)
    assert code("ACLED", raid).codes["sub_event_type"] == "Armed clash"


def test_victims_of_whom_nothing_is_said_are_taken_for_civilians(code: Code) -> None:
    of = incident("bombing", ISIS, targets=(hit("other", effect="killed"),), killed=2)
    assert code("UCDP", of).codes["type_of_violence"] == 3
    assert not code("UCDP", incident("bombing", ISIS, targets=(hit("other", effect="damaged"),), killed=2)).eligible


def test_the_known_perpetrator_stands_before_the_unnamed_one(code: Code) -> None:
    attack = incident("bombing", GUNMEN, ISIS, targets=(CIVILIANS,), killed=9)
    assert (code("ACLED", attack).codes["actor1"], code("ACLED", attack).codes["inter1"]) == ("Islamic State", 2)


def test_violence_against_civilians_has_them_as_its_second_side(code: Code) -> None:
    abduction = incident("abduction", ISIS, targets=(CIVILIANS, hit("police", POLICE, "killed")), killed=1)
    assert code("ACLED", abduction).codes["interaction"] == 27


def test_attacks_on_civilians_are_marked(code: Code) -> None:
    marked = code("ACLED", incident("bombing", ISIS, targets=(CIVILIANS,)))
    assert marked.codes["civilian_targeting"] == "Civilian targeting"
    assert code("ACLED", incident("bombing", ISIS)).codes["civilian_targeting"] is None


@pytest.mark.parametrize(
    ("days", "acled", "ucdp"), [(1, 1, 1), (2, 2, 2), (7, 2, 3), (8, 3, 4), (31, 3, 4), (32, None, 5), (366, None, 5)]
)
def test_spans_give_the_precision_of_the_date(code: Code, days: int, acled: int | None, ucdp: int) -> None:
    of = incident("bombing", ISIS, targets=(CIVILIANS,), killed=1, days=days)
    assert code("ACLED", of).codes["time_precision"] == acled
    assert code("ACLED", of).eligible == (acled is not None)
    assert code("UCDP", of).codes["date_prec"] == ucdp


@pytest.mark.parametrize(
    ("place", "acled", "ucdp"),
    [
        (Toponym(name="x", precision="site"), 1, 1),
        (Toponym(name="x", precision="city", relation="near"), 2, 2),
        (Toponym(name="x", precision="district"), 2, 3),
        (Toponym(name="x", precision="admin1", relation="near"), 3, 4),
        (Toponym(name="x", precision="country"), None, 6),
        (Toponym(name="x"), None, None),
    ],
)
def test_places_give_the_precision_of_the_place(
    code: Code, place: Toponym, acled: int | None, ucdp: int | None
) -> None:
    of = incident("bombing", ISIS, targets=(CIVILIANS,), killed=1, place=place)
    assert (code("ACLED", of).codes["geo_precision"], code("ACLED", of).eligible) == (acled, acled is not None)
    assert (code("UCDP", of).codes["where_prec"], code("UCDP", of).eligible) == (ucdp, ucdp is not None)


def test_an_attempt_on_a_life_differs_from_a_murder(code: Code) -> None:
    assert code("CAMEO", incident("assassination", killed=1)).codes["code"] == "186"
    assert code("CAMEO", incident("assassination", status="attempted")).codes["code"] == "185"


def said(stance: Any, words: str) -> Statement:
    speaker = ActorMention(name="A minister")
    return Statement(id="r1:s1", report="r1", speaker=speaker, stance=stance, spans=(Span("r1", 0, len(words), words),))


@pytest.mark.parametrize(
    ("stance", "words", "event", "mode"),
    [
        ("condemn", "He condemned the attack.", "ACCUSE", "disapprove"),
        ("accuse", "He accused the rebels.", "ACCUSE", "allege"),
        ("order", "He ordered an investigation.", "ACCUSE", "investigate"),
        ("order", "He ordered the army to Basra.", "REQUEST", None),
        ("appeal", "He called for a ceasefire.", "REQUEST", "yield"),
        ("appeal", "He asked for talks.", "REQUEST", "meet"),
        ("appeal", "He asked the world to listen.", "REQUEST", None),
        ("threaten", "We will strike again.", "THREATEN", "violence"),
        ("threaten", "They will face sanctions.", "THREATEN", "restrict"),
        ("threaten", "They will be sorry.", "THREATEN", None),
        ("pledge", "We will rebuild the town.", "AGREE", None),
        ("praise", "They did well.", "SUPPORT", None),
    ],
)
def test_a_stance_has_a_type_in_plover(stance: str, words: str, event: str, mode: str | None) -> None:
    coding = statement_coding(said(stance, words))
    assert coding is not None
    assert (coding.scheme, coding.codes["event"], coding.codes.get("mode")) == ("PLOVER", event, mode)


@pytest.mark.parametrize("stance", ["claim", "deny", "announce", "inform", "comment", "warn"])
def test_neutral_talk_has_no_type_in_plover(stance: str) -> None:
    assert statement_coding(said(stance, "He said that it rained.")) is None


@pytest.mark.parametrize("stance", STANCES)
def test_every_stance_can_be_coded(stance: str) -> None:
    coding = statement_coding(said(stance, "Words."))
    assert coding is None or "quad" in coding.codes


def test_every_kind_of_target_and_actor_is_coded(registry: Registry) -> None:
    for kind in get_args(TargetKind):
        assert len(codings(incident("bombing", targets=(hit(kind),), killed=1), registry)) == 4
