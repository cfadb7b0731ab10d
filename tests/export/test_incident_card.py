import datetime as dt

from rich.console import Console

from tocsin.export.incident_card import incident_card
from tocsin.model import ActorMention, Entry, Incident, Ledger, Span, Statement, Tally
from tocsin.pipeline.tally_check import Comparison


def test_the_record_stands_under_the_tally_and_the_code_beside_the_speaker() -> None:
    incident = Incident(
        id="inc-1",
        title="Rockets in Basra",
        mentions=("r1:m1",),
        reports=("r1",),
        counted=True,
        scope="headline",
        kind=Ledger(entries=(Entry(value="rocket_or_shelling", mentions=("r1:m1",), reports=("r1",)),), published=0),
        status=Ledger(),
        time=Ledger(),
        place=Ledger(),
    )
    said = Statement(
        id="r1:s1",
        report="r1",
        speaker=ActorMention(name="Iraq"),
        stance="condemn",
        spans=(Span("r1", 0, 4, "Iraq"),),
    )
    tally = Tally(id="r1:t1", report="r1", what="attacks", low=80, high=80, since=dt.date(2023, 10, 7))
    held = Comparison(tally="r1:t1", outcome="fewer", verdict="record holds fewer", text="The record holds 3 of them.")
    console = Console(width=160, color_system=None)
    with console.capture() as captured:
        console.print(incident_card(incident, {}, (said,), (tally,), (held,)))
    printed = captured.get()
    assert "80 attacks since 2023-10-07" in printed
    assert printed.index("80 attacks") < printed.index("→ record holds fewer: The record")
    assert "[PLOVER ACCUSE/disapprove]" in printed
