from rich.console import Console
from tests.reconcile.accounts import DAY, count, held, make_account, span

from tocsin.export import words
from tocsin.export.ledger_card import ledger_card
from tocsin.model import Attribution, Quantity
from tocsin.pipeline.chronicle import Chronicle
from tocsin.reconcile.clashes import clashes
from tocsin.reconcile.histories import history
from tocsin.reconcile.incidents import build_incident


def printed(*accounts: object) -> str:
    members = [account for account in accounts if hasattr(account, "mention")]
    incident = build_incident(members)  # type: ignore[arg-type]  # accounts, by the line above
    made = Chronicle(incident, history(members), (DAY,), None, clashes(incident))  # type: ignore[arg-type]  # the same
    console = Console(width=200, color_system=None)
    with console.capture() as captured:
        console.print(ledger_card(made, {}))
    return captured.get()


def test_every_value_stands_with_who_gives_it_and_what_it_clashes_with() -> None:
    official = Quantity(low=9, high=9, said_by="police", official=True, spans=(span("r2", "nine"),))
    text = printed(
        make_account("r1", killed=count(5), perpetrators=(held("Red [Front]", "accused", "police"),)),
        make_account("r2", killed=official),
    )
    assert "Killed  9  [official figure]" in text
    assert "● 9  given by police (official)" in text
    assert "○ 5" in text
    assert text.count("≠ can't be right beside") == 2
    assert "+ Red [Front] accused by police" in text


def test_an_incident_without_figures_or_culprits_is_short() -> None:
    text = printed(make_account())
    assert "Killed" not in text
    assert "Attribution" not in text
    assert "history" not in text


def test_attributions_in_words() -> None:
    def said(state: str, by: str | None = None) -> str:
        actor = held("Red Front", state).actor
        return words.attribution(Attribution(state=state, actor=actor, attributed_by=by, report="r", mention="m"))  # type: ignore[arg-type]  # a state

    assert said("claimed") == "claimed by Red Front"
    assert said("denied") == "denied by Red Front"
    assert said("accused", "police") == "Red Front accused by police"
    assert said("unclaimed") == "unclaimed"


def test_who_is_held_responsible_leaves_out_what_no_longer_stands() -> None:
    def of(state: str, *, stands: bool = True) -> Attribution:
        actor = held("Red Front", state).actor
        return Attribution(state=state, actor=actor, report="r", mention="m", stands=stands)  # type: ignore[arg-type]  # a state

    assert (
        words.responsible([of("unclaimed", stands=False), of("accused"), of("denied")]) == "Red Front (accused, denied)"
    )
    assert words.responsible([of("claimed", stands=False)]) == "?"
