import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.model import Report, Toponym
from tocsin.resolve.kilometres import kilometres
from tocsin.resolve.toponym_offsets import move_by_ways, way_to

MOSUL = (36.34, 43.13)


def mosul(report: Report) -> Toponym:
    start = report.text.index("Mosul")
    return Toponym(
        name="Mosul",
        place="mosul",
        lat=MOSUL[0],
        lon=MOSUL[1],
        precision="city",
        spans=(report.span(start, start + 5),),
    )


@pytest.mark.parametrize(
    ("text", "length", "bearing", "words"),
    [
        ("Rockets fell 40 km south of Mosul.", 40, 180, "40 km south of"),
        ("It lies about 12 miles (19 km) north-west of the city of Mosul.", 19.308, 315, "12 miles (19 km) north-west"),
        ("They met twenty-five kilometers to the southeast of the capital, Mosul.", 25, 135, "twenty-five kilometers"),
        ("A convoy was hit 1.5km east of central Mosul.", 1.5, 90, "1.5km east of"),
        ("A mine lay 500 metres west of Mosul.", 0.5, 270, "500 metres west of"),
        ("Shells fell 30 kilometres east-northeast of Mosul.", 30, 67.5, "30 kilometres east-northeast of"),
        ("Shells fell ten miles away to the north of Mosul.", 16.09, 0, "ten miles away"),
    ],
)
def test_reads_a_way(text: str, length: float, bearing: float, words: str) -> None:
    report = Report(id="r", title="", body=text)
    way = way_to(report, mosul(report))
    assert way is not None
    assert way.kilometres == pytest.approx(length)
    assert way.bearing == pytest.approx(bearing, abs=0.1)
    assert way.span.text.startswith(words)


@pytest.mark.parametrize(
    "text",
    [
        "Rockets fell 5 kilometres from Mosul.",
        "Rockets fell south of Mosul.",
        "The border is 1,200 km south of Mosul.",
        "40 km south of Kirkuk, Mosul waited.",
        "Rockets fell 0 km south of Mosul.",
    ],
)
def test_without_side_and_length_nothing_moves(text: str) -> None:
    report = Report(id="r", title="", body=text)
    assert move_by_ways(report, [mosul(report)]) == (mosul(report),)


def test_the_point_is_moved_and_rests_on_the_words_of_the_way() -> None:
    report = Report(id="r", title="", body="Rockets fell 40 km south of Mosul.")
    (found,) = move_by_ways(report, [mosul(report)])
    assert found.lat == pytest.approx(35.98, abs=0.01)
    assert found.lon == pytest.approx(43.13)
    assert (found.name, found.relation, found.precision) == ("Mosul", "near", "district")
    assert [span.text for span in found.spans] == ["Mosul", "40 km south of"]


def test_a_name_that_no_place_bears_lies_where_the_way_ends() -> None:
    report = Report(id="r", title="", body="Shells hit Zal Qala, a village 12 km south of Mosul.")
    start = report.text.index("Zal")
    unknown = Toponym(name="Zal Qala", spans=(report.span(start, start + 8),))
    village, town = move_by_ways(report, [unknown, mosul(report)])
    assert (village.name, village.relation, village.precision) == ("Zal Qala", "at", "city")
    assert (village.lat, village.lon) == (town.lat, town.lon)


def test_a_province_stays_as_wide_as_it_is() -> None:
    report = Report(id="r", title="", body="They met 12 km south of Mosul.")
    province = Toponym(name="Mosul", lat=MOSUL[0], lon=MOSUL[1], precision="admin1", spans=mosul(report).spans)
    assert move_by_ways(report, [province])[0].precision == "admin1"


@given(
    st.integers(1, 300), st.sampled_from(["north", "south-east", "west"]), st.floats(-80, 80), st.floats(-179.9, 179.9)
)
def test_the_end_lies_as_far_off_as_told(length: int, side: str, lat: float, lon: float) -> None:
    report = Report(id="r", title="", body=f"It fell {length} km {side} of Mosul.")
    start = report.text.index("Mosul")
    town = Toponym(name="Mosul", lat=lat, lon=lon, precision="city", spans=(report.span(start, start + 5),))
    (found,) = move_by_ways(report, [town])
    assert found.lat is not None
    assert found.lon is not None
    assert kilometres(lat, lon, found.lat, found.lon) == pytest.approx(length, rel=0.2, abs=0.1)
