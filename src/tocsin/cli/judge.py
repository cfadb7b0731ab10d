"""`tocsin judge`: what a person decides about incidents."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from tocsin.cli.options import Store
from tocsin.export.judgements import in_short, judged
from tocsin.pipeline.judging import Bench, Draft, Made
from tocsin.settings import load
from tocsin.store import open_store

app = typer.Typer(
    help="Decide what the machine can't: merge, split, accept, reject and correct incidents, and undo it again.",
    no_args_is_help=True,
)

Why = Annotated[str, typer.Option(help="The reason; it is kept with the judgement.")]
By = Annotated[
    str | None, typer.Option(metavar="NAME", help="Who judges. Default: TOCSIN_REVIEWER, else this computer's user.")
]
Name = Annotated[str, typer.Argument(metavar="ID", help="An incident (inc-…), a report or a mention (REPORT:m1).")]


@app.command("same")
def same(
    names: Annotated[
        list[str], typer.Argument(metavar="ID ID…", help="Incidents (inc-…), reports or mentions (REPORT:m1).")
    ],
    why: Why = "",
    by: By = None,
    store: Store = None,
) -> None:
    """Make one incident of two or more; undoing it restores them as they were."""
    _judge("same", names[:1], names[1:], why=why, by=by, store=store)


@app.command("different")
def different(one: Name, other: Name, why: Why = "", by: By = None, store: Store = None) -> None:
    """Keep two incidents, reports or mentions apart."""
    _judge("different", [one], [other], why=why, by=by, store=store)


@app.command("split")
def split(
    incident: Annotated[str, typer.Argument(metavar="INCIDENT", help="The incident (inc-…) that is two.")],
    reports: Annotated[
        list[str], typer.Argument(metavar="REPORT…", help="Reports or mentions of it that tell of the other one.")
    ],
    why: Why = "",
    by: By = None,
    store: Store = None,
) -> None:
    """Part an incident in two: the named reports become one of their own, the rest stays together."""
    _judge("different", reports, [incident], why=why, by=by, store=store)


@app.command("accept")
def accept(name: Name, why: Why = "", by: By = None, store: Store = None) -> None:
    """Confirm an incident, or a report's account of it."""
    _judge("accept", [name], why=why, by=by, store=store)


@app.command("reject")
def reject(name: Name, why: Why = "", by: By = None, store: Store = None) -> None:
    """Say that an incident is none: it is kept and labelled, and counts nowhere. Or take a misread account out."""
    _judge("reject", [name], why=why, by=by, store=store)


@app.command("correct")
def correct(
    name: Name,
    field: Annotated[
        str,
        typer.Argument(
            help="kind, status, time, place, killed, injured, abducted, detained, perpetrator or title.",
        ),
    ],
    value: Annotated[
        str,
        typer.Argument(
            help="Its right value: 5, 'at least 5', 2024-05-03/2024-05-05, 'Basra, IQ @ 30.51,47.81', "
            "'Example Front (claimed)', unknown."
        ),
    ],
    why: Why = "",
    by: By = None,
    store: Store = None,
) -> None:
    """Publish another value of a field; what the reports say stays beside it."""
    _judge("correct", [name], field=field, value=value, why=why, by=by, store=store)


@app.command("undo")
def undo(
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="A judgement's id (jdg-…).")],
    why: Why = "",
    by: By = None,
    store: Store = None,
) -> None:
    """Undo a judgement by a further one; to undo an undo revives what it undid."""
    with bench(store) as (made_on, reviewer):
        _say(made_on, made_on.undo(judgement, by or reviewer, why))


@contextmanager
def bench(store: str | None) -> Iterator[tuple[Bench, str]]:
    """Give the bench over the store that the options name, and the name to judge under."""
    from tocsin.pipeline.benches import build_bench  # noqa: PLC0415  # loads the registry, which takes a moment

    settings = load({"store": store})
    held = open_store(settings.store_url, create=False)
    try:
        yield build_bench(held, settings), settings.judges_as
    finally:
        held.close()


def _judge(
    verdict: str,
    subject: list[str],
    other: list[str] | None = None,
    *,
    field: str | None = None,
    value: str | None = None,
    why: str,
    by: str | None,
    store: str | None,
) -> None:
    with bench(store) as (made_on, reviewer):
        draft = Draft(
            verdict=verdict,
            subject=tuple(subject),
            other=tuple(other or ()),
            field=field,
            value=value,
            by=by or reviewer,
            why=why,
        )
        _say(made_on, made_on.judge(draft))


def _say(made_on: Bench, made: Made) -> None:
    typer.echo(judged(made.judgement))
    for name in made.incidents:
        typer.echo(f"→ {in_short(made_on.store.incident(name))}")
    for each in made.contradicts:
        typer.echo(f"contradicts {judged(each)}: both are kept, the later holds")
