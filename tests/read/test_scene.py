"""The day and the place that belong to an act, and not to its neighbours."""

import datetime as dt
from collections.abc import Callable

import pytest

from tocsin.model import Mention
from tocsin.read.document import Document
from tocsin.read.scene import Scene, path_length, scenes_of
from tocsin.read.triggers import triggers_of
from tocsin.read.wordlists import load_lexicon

Reads = Callable[..., Document]
Finds = Callable[..., tuple[Mention, ...]]
THURSDAY, MONDAY = dt.date(2024, 5, 9), dt.date(2024, 5, 6)


def told(mention: Mention) -> tuple[dt.date | None, str | None]:
    return (mention.time.start if mention.time else None), (mention.place.name if mention.place else None)


def scenes(document: Document) -> dict[str, Scene]:
    """Return the scenes of the last sentence's triggers, by their lemma."""
    sentence, lexicon = document.sentences[-1], load_lexicon()
    triggers = triggers_of(sentence, lexicon)
    found = scenes_of(document, sentence, triggers, lexicon)
    return {trigger.lemma: found[trigger.token.i] for trigger in triggers}


@pytest.mark.parametrize(
    "sentence",
    [
        "Gunmen killed nine people in Dorun on Thursday.",
        "In Dorun on Thursday, gunmen killed nine people.",
        "Gunmen killed nine people in Dorun on Thursday, the police said on Friday.",
        "The police said on Friday that gunmen had killed nine people in Dorun on Thursday.",
        "Gunmen shot dead a man from Karvali in Dorun on Thursday.",
        "Gunmen killed the mayor of Karvali in Dorun on Thursday.",
        "Rebels from Karvali attacked a base in Dorun on Thursday.",
        "Rebels moved from Karvali to Dorun and attacked a base there on Thursday.",
        "Rebels of the Karvali Liberation Front attacked a base in Dorun on Thursday.",
        "Rebels shelled Dorun on Thursday.",
        "Dorun's market was bombed on Thursday.",
        "KARVALI, Axland (May 9) - Gunmen killed nine people in Dorun on Thursday.",
        "KARVALI, Axland -- A bomb exploded in Dorun on Thursday.",
    ],
)
def test_who_said_it_whence_they_came_and_the_dateline_are_not_the_scene(mentions: Finds, sentence: str) -> None:
    (mention,) = mentions(sentence)
    assert told(mention) == (THURSDAY, "Dorun")


def test_a_dateline_is_not_where_it_happened(document: Reads) -> None:
    read = document("KARVALI, Axland (May 9) - A bomb exploded on Thursday.")
    assert scenes(read)["explode"].places == ()


@pytest.mark.parametrize(
    ("sentence", "act", "known"),
    [
        ("Gunmen shot dead a judge in Karvali on Thursday after a bombing in Dorun on Monday.", "shoot", "bombing"),
        (
            "Police in Karvali arrested a man on Thursday over the killing of a judge in Dorun on Monday.",
            "arrest",
            "killing",
        ),
        (
            "Nine people in Karvali protested on Thursday over the killing of a judge in Dorun on Monday.",
            "protest",
            "killing",
        ),
    ],
)
def test_each_of_two_acts_has_its_own_day_and_place(document: Reads, sentence: str, act: str, known: str) -> None:
    found = scenes(document(sentence))
    first, second = found[act], found[known]
    assert (first.times[0].start, first.places[0].name) == (THURSDAY, "Karvali")
    assert (second.times[0].start, second.places[0].name) == (MONDAY, "Dorun")


def test_the_place_of_what_it_came_after_is_not_its_own(document: Reads) -> None:
    (scene,) = scenes(document("It was the first attack in Karvali since the war in Dorun began.")).values()
    assert [place.name for place in scene.places] == ["Karvali"]


def test_the_day_of_a_clause_is_nearer_than_the_day_of_its_telling(mentions: Finds) -> None:
    (mention,) = mentions(
        "On Thursday the minister told reporters that a bomb killed nine people in Karvali on Monday."
    )
    assert told(mention) == (MONDAY, "Karvali")


@pytest.mark.parametrize(
    "words",
    ["near Karvali", "20 kilometres from Karvali", "north of Karvali", "on the outskirts of Karvali", "off Karvali"],
)
def test_near_is_told_from_at(mentions: Finds, words: str) -> None:
    (near,) = mentions(f"A bomb exploded {words} on Thursday.")
    (at,) = mentions("A bomb exploded in Karvali on Thursday.")
    assert near.place is not None
    assert at.place is not None
    assert (near.place.relation, at.place.relation) == ("near", "at")


def test_the_finer_place_and_the_finer_day_are_recorded(mentions: Finds) -> None:
    (quarter,) = mentions("Gunmen attacked a hotel in the Old Harbour of Karvali on Thursday.")
    (city,) = mentions("The attack happened on Thursday in Karvali, Axland.")
    (day,) = mentions("Gunmen killed nine people in Karvali last week, on Tuesday.")
    assert told(quarter)[1] == "Old Harbour"
    assert told(city)[1] == "Karvali"
    assert told(day)[0] == dt.date(2024, 5, 7)


def test_news_without_a_day_takes_its_leads_and_old_news_none(mentions: Finds) -> None:
    fresh = mentions("The minister said on Friday that gunmen killed nine people in Karvali.")
    (undated,) = mentions("Gunmen attacked a hotel in Karvali.")
    assert [told(mention)[0] for mention in fresh] == [dt.date(2024, 5, 10)]
    assert undated.time is None


def test_without_a_publication_day_a_weekday_stays_open(mentions: Finds) -> None:
    (mention,) = mentions("Gunmen attacked a hotel in Karvali on Thursday.", published=None)
    assert mention.time is not None
    assert (mention.time.start, mention.time.spans[0].text) == (None, "on Thursday")


def test_path_length_counts_the_edges_of_the_parse(document: Reads) -> None:
    read = document("Gunmen attacked a hotel in Karvali. It was late.")
    words = {token.text: token for token in read.doc}
    assert path_length(words["attacked"], words["attacked"]) == 0
    assert path_length(words["attacked"], words["Gunmen"]) == 1
    assert path_length(words["Gunmen"], words["hotel"]) == 2
    assert path_length(words["Gunmen"], words["late"]) == 20
