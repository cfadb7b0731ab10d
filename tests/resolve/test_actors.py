import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.model import Name, Report
from tocsin.ontology.actors import load_registry
from tocsin.resolve.actors import Actors

Row = tuple[str, str | None, str | None]


@pytest.fixture(scope="module")
def finder() -> Actors:
    return Actors(load_registry())


def actors(finder: Actors, body: str, title: str = "") -> list[Row]:
    found = finder.find(Report(id="r", title=title, body=body), ())
    return [(each.spans[0].text, each.name, each.actor) for each in found]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Fighters of the Popular Multitude fired.", "Popular Multitude", "group:pmf"),
        ("He said al-Qa'ida was behind it.", "al-Qa'ida", "group:al-qaeda"),
        ("Kata’ib Hezbollah said so.", "Kata’ib Hezbollah", "group:kataib-hezbollah"),
        ("Seven Taliban militants were killed.", "Taliban militants", "group:taliban"),
        ("The Iraqi government condemned it.", "Iraqi government", "gov:IQ"),
        ("US forces left.", "US forces", "mil:US"),
        ("The Syrian army shelled the town.", "Syrian army", "mil:SY"),
        ("Turkish police arrested ten.", "Turkish police", "pol:TR"),
        ("Two Nigerian soldiers died.", "Nigerian soldiers", "mil:NG"),
        ("The French Foreign Ministry protested.", "French Foreign Ministry", "gov:FR"),
        ("The Kremlin denied it.", "Kremlin", "gov:RU"),
        ("Isis claimed it.", "Isis", "group:islamic-state"),
        ("The WHO said so.", "WHO", "org:who"),
        ("Israel's attack went on.", "Israel", "state:IL"),
        ("On Monday, Iraq said so.", "Iraq", "state:IQ"),
        ("An Israeli air raid hit it.", "Israeli", "state:IL"),
        ("Guinea's military government knew.", "Guinea's military government", "gov:GN"),
        ("Afghan and Polish forces fought.", "Afghan", "mil:AF"),
        ("The “Islamic State” militant group did it.", "Islamic State” militant group", "group:islamic-state"),
        ("South Korea's defense ministry said so.", "South Korea's defense ministry", "gov:KR"),
    ],
)
def test_name_links_to_its_actor(finder: Actors, text: str, words: str, actor: str) -> None:
    assert (words, actor) in [(span, linked) for span, _, linked in actors(finder, text)]


@pytest.mark.parametrize(
    "text",
    [
        "The man who told us it is so lives as an aid.",
        "He lives in Washington and flew to Iraq from Tehran.",
        "The Washington Post wrote it.",
        "A bus in Moscow was late.",
        "Rockets fell on Baghdad, Iraq.",
        "A US-led raid began.",
        "Kenya Airways flew on.",
        "He visited Russia today.",
        "They met in Iraq and Syria.",
    ],
)
def test_words_that_only_look_like_actors_stay_out(finder: Actors, text: str) -> None:
    assert not [row for row in actors(finder, text) if row[2] and row[2].startswith(("gov:", "state:", "org:"))]


@pytest.mark.parametrize(
    "text", ["Washington said it knew.", "The raid was denied by Tehran.", "Moscow has since vowed it."]
)
def test_capital_stands_for_its_government_where_it_acts(finder: Actors, text: str) -> None:
    assert [actor for _, _, actor in actors(finder, text) if actor and actor.startswith("gov:")]


def test_context_decides_whose_acronym_it_is(finder: Actors) -> None:
    assert actors(finder, "The RSF shelled Khartoum in Sudan.")[0][2] == "group:rsf"
    assert actors(finder, "RSF, the press freedom group, protested.")[0][2] == "ngo:rsf"
    assert not actors(finder, "The RSF was there.")


def test_bare_body_is_the_one_of_the_country_that_the_report_is_set_in(finder: Actors) -> None:
    found = actors(finder, "Gunmen fired in Lima on Monday. The army came to Lima. Police in Peru arrested two.")
    assert ("army", "Peruvian army", "mil:PE") in found
    assert ("Police", "Peruvian police", "pol:PE") in found


def test_bare_body_stays_unlinked_where_no_country_is_clear(finder: Actors) -> None:
    (found,) = finder.find(Report(id="r", title="", body="He saw the army come."), ())
    assert (found.name, found.actor, found.kind, found.sector) == (None, None, "military", "MIL")


def test_copy_without_capitals_is_read_too(finder: Actors) -> None:
    text = "the peruvian police said that the mrta, who told us, had blown up a car in lima. " * 4
    found = {actor for _, _, actor in actors(finder, text)}
    assert found == {"pol:PE", "group:mrta"}


def test_name_in_a_longer_name_is_not_the_state(finder: Actors) -> None:
    report = Report(id="r", title="", body="The Iraq Body Count group counted.")
    names = [Name(report.span(6, 21), "ORG")]
    assert report.text[6:21] == "Iraq Body Count"
    assert "state:IQ" not in [each.actor for each in finder.find(report, names)]


def test_spans_are_the_words_in_order_and_apart(finder: Actors) -> None:
    report = Report(id="r", title="Hamas and Israel", body="The Israeli army fought Hamas; al-Shabaab didn't.")
    found = finder.find(report, ())
    spans = [each.spans[0] for each in found]
    assert [span.text for span in spans] == ["Hamas", "Israel", "Israeli army", "Hamas", "al-Shabaab"]
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(report.text[span.start : span.end] == span.text for span in spans)


def test_office_without_its_holder_is_the_governments(finder: Actors) -> None:
    (found,) = finder.find(Report(id="r", title="", body="The Iraqi prime minister left."), ())
    assert (found.name, found.actor, found.role) == (None, "gov:IQ", "prime minister")


def test_word_in_a_shouting_title_is_no_acronym(finder: Actors) -> None:
    assert not actors(finder, "Nothing else.", title="MAYOR WHO CALLED FOR AID QUITS")


WORDS = st.sampled_from(
    ["Hamas", "the", "US", "Iraqi", "army", "police", "al-", "—", "(KH)", "\n\n", "St.", "  ", "’s", "of", "Front", "É"]
)


@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=25).map(" ".join)))
def test_any_text_gives_spans_in_order_and_apart(finder: Actors, body: str) -> None:
    report = Report(id="r", title="", body=body)
    spans = [each.spans[0] for each in finder.find(report, ())]
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(report.text[span.start : span.end] == span.text for span in spans)


def test_long_gaps_cost_no_time(finder: Actors) -> None:
    started = time.process_time()
    finder.find(Report(id="r", title="", body=("Hamas" + " " * 5000 + "(") * 20), ())
    assert time.process_time() - started < 1


def test_report_of_400_words_takes_milliseconds(finder: Actors) -> None:
    body = "The Iraqi army fought Islamic State near Mosul while the US military and NATO watched from afar on Monday. "
    report = Report(id="r", title="", body=body * 21)
    finder.find(report, ())
    taken = []
    for _ in range(5):
        started = time.process_time()
        finder.find(report, ())
        taken.append(time.process_time() - started)
    assert min(taken) < 0.02
