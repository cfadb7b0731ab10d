import pytest

from tocsin.model import Report
from tocsin.resolve.toponym_nations import Nations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gunmen fired in a Pakistani village.", [("Pakistani", "PK")]),
        ("Afghans and Iraqis met.", [("Afghans", "AF"), ("Iraqis", "IQ")]),
        ("A Chechen fighter was held.", [("Chechen", "RU")]),
        ("European leaders met.", []),
        ("He went to polish his boots.", []),
        ("gunmen fired in a pakistani village.", [("pakistani", "PK")]),
    ],
)
def test_countries_are_found_by_their_people_and_adjective(text: str, found: list[tuple[str, str]]) -> None:
    toponyms = Nations().find(Report(id="r", title="", body=text))
    assert [(one.spans[0].text, one.country) for one in toponyms] == found
    assert {(one.precision, one.relation) for one in toponyms} <= {("country", "unknown")}
