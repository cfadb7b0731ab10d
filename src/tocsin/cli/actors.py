"""`tocsin actors`: who is meant by a name, what is known of an actor, and the user's own actors."""

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Literal

import typer

from tocsin.cli.options import as_day
from tocsin.errors import ActorError, FormatError, NotFoundError, SettingsError
from tocsin.model import Actor, Alias, Relation, to_json
from tocsin.ontology.actors import Registry, load_registry
from tocsin.ontology.check import Finding, check_all
from tocsin.ontology.holders import load_holders
from tocsin.ontology.own_actors import add_entries, check_entries, read_entries
from tocsin.ontology.scheme_names import actors_of
from tocsin.settings import load

app = typer.Typer(help="Ask the registry of actors, check it, and add your own.", no_args_is_help=True)
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="The day that counts (YYYY-MM-DD).")]


@app.command()
def find(
    name: Annotated[str, typer.Argument(help='A name as a report or a data set has it: "RSF", "the army".')],
    context: Annotated[str, typer.Option(help="Words of the report around the name.")] = "",
    on: On = None,
    scheme: Annotated[
        Literal["ucdp", "acled"] | None, typer.Option(help="Take the name for that scheme's name of an actor.")
    ] = None,
) -> None:
    """Print who is meant by a name, in a context and on a day where these are given.

    Several lines: nothing decides between them. A list of a scheme's names gives each party's actors in turn.
    """
    registry, day = load_registry(load().actors_path), as_day(on)
    if scheme:
        found = [actor for party in actors_of(registry, scheme, name) for actor in party]
    else:
        found = list(registry.find(name, context, day))
    lines = [_line(actor) for actor in found] or ([] if scheme else list(_in_text(registry, name, context, day)))
    if not lines:
        near = ", ".join(f"{actor.id} ({actor.name})" for actor in _other(registry, name))
        advice = f"perhaps {near}" if near else "give words of the report with --context, or another spelling"
        raise NotFoundError(f"no actor goes by {name!r} here", advice=advice)
    typer.echo("\n".join(lines))


def _other(registry: Registry, name: str) -> tuple[Actor, ...]:
    """Return whom the name means in some other context, else those whose names are spelt alike."""
    return registry.meant(name) or registry.near(name)


def _in_text(registry: Registry, name: str, context: str, day: dt.date | None) -> Iterator[str]:
    """Yield who is meant as if a report in that context said something of them: bodies, offices, capitals."""
    from tocsin.model import Report  # noqa: PLC0415  # only now is it needed
    from tocsin.resolve.actors import Actors  # noqa: PLC0415  # likewise

    report = Report(
        id="asked", title="", body=f"Reported in {context}.\n\n{name[:1].upper()}{name[1:]} said so.", published=day
    )
    start = report.text.rindex("\n\n")
    for each in Actors(registry).find(report, ()):
        if each.actor and each.spans[0].start > start:
            who = f"{each.name}, {each.role} of " if each.role and each.name else ""
            yield who + _line(registry.get(each.actor))


def _line(actor: Actor) -> str:
    codes = [part for part in (actor.kind, actor.country, actor.sector) if part]
    return f"{actor.id}  {actor.name}  ({', '.join(codes)})"


@app.command()
def show(
    actor: Annotated[str, typer.Argument(metavar="ID", help="An actor's id, or a name that only one goes by.")],
    on: On = None,
    json_: Annotated[bool, typer.Option("--json", help="Print the full record as JSON.")] = False,
) -> None:
    """Show an actor's names, codes and relations, each with its dates and what it rests on."""
    registry, day = load_registry(load().actors_path), as_day(on)
    held = _one(registry, actor)
    if json_:
        typer.echo(to_json(held))
        return
    typer.echo(_line(held))
    for lines in (_codes(held), _names(held.aliases, day), _offices(held, day), _relations(registry, held, day)):
        for line in lines:
            typer.echo(line)


def _one(registry: Registry, name: str) -> Actor:
    found = registry.meant(name)
    if len(found) == 1:
        return found[0]
    choices = tuple((each.id, each.name) for each in (found or registry.near(name)))
    listed = ", ".join(f"{id_} ({title})" for id_, title in choices)
    message = f"{name!r} is the name of {len(found)} actors" if found else f"no actor {name!r} in the registry"
    raise ActorError(message, name=name, advice=f"perhaps {listed}" if listed else "", candidates=choices)


def _codes(actor: Actor) -> Iterator[str]:
    for title, code in (
        ("ACLED", actor.acled_name),
        ("ACLED type", actor.acled_type),
        ("UCDP", actor.ucdp_name),
        ("source", actor.source),
    ):
        if code is not None:
            yield f"  {title}: {code}"


def _names(aliases: Iterable[Alias], day: dt.date | None) -> Iterator[str]:
    shown = [alias for alias in aliases if _holds(alias.since, alias.until, day)]
    if shown:
        yield "  names:"
    for alias in shown:
        parts = [_span(alias.since, alias.until), f"beside {', '.join(alias.context)}" if alias.context else ""]
        parts.append("" if alias.language == "en" else alias.language)
        more = "; ".join(part for part in parts if part)
        yield f"    {alias.name}" + (f"  [{more}]" if more else "")


def _offices(actor: Actor, day: dt.date | None) -> Iterator[str]:
    for each in load_holders().held(actor.id, day):
        yield f"  {each.office}: {each.name}  [{_span(each.since, each.until)}]"


def _relations(registry: Registry, actor: Actor, day: dt.date | None) -> Iterator[str]:
    shown = registry.related(actor.id, on=day)
    if shown:
        yield "  relations:"
    for relation in shown:
        other = registry.get(relation.object)
        span = _span(relation.since, relation.until) or _undated(registry, relation)
        yield f"    {relation.predicate} {other.name} ({other.id})  [{span}]  {relation.source}"
    below = registry.members(actor.id, day)
    if below:
        yield f"  {len(below)} actors belong to it"


def _undated(registry: Registry, relation: Relation) -> str:
    own = registry.get(relation.subject).id.split(":")[0] in {"gov", "mil", "pol"}
    return "as long as both exist" if own and relation.predicate == "part_of" else "beginning not known"


def _span(since: str | None, until: str | None) -> str:
    return " ".join(part for part in (f"since {since}" if since else "", f"until {until}" if until else "") if part)


def _holds(since: str | None, until: str | None, day: dt.date | None) -> bool:
    text = day.isoformat() if day else ""
    return not day or ((not since or text[: len(since)] >= since) and (not until or text[: len(until)] <= until))


@app.command()
def check(
    file: Annotated[
        Path | None, typer.Argument(help="A file of actors, checked beside the shipped and your own ones.")
    ] = None,
) -> None:
    """Print each fault of the registry, or that a file of actors has or would bring; exit code 1 where there is one."""
    own = load().actors_path
    if file is None:
        registry = load_registry(own)
        _report(check_all(registry), f"{len(registry)} actors")
        return
    entries = read_entries(file)
    _report(
        check_entries(entries, file.name, read_entries(own) if own.is_file() else ()),
        f"{len(entries)} entries of {file}",
    )


def _report(findings: tuple[Finding, ...], checked: str) -> None:
    for finding in findings:
        typer.echo(str(finding))
    typer.echo(f"{checked}, {_faults(findings)}")
    if findings:
        raise typer.Exit(1)


def _faults(findings: tuple[Finding, ...]) -> str:
    return "1 fault" if len(findings) == 1 else f"{len(findings)} faults"


@app.command()
def add(file: Annotated[Path, typer.Argument(help="A YAML or CSV file of actors.")]) -> None:
    """Make the actors of a file part of the registry from now on, unless the check finds a fault.

    They are kept in one file (setting `actors`), in which an entry takes the place of the earlier one with its id.
    """
    own, entries = load().actors_path, read_entries(file)
    if not entries:
        raise FormatError(f"{file} holds no actors", advice="see docs/howto/actors.md")
    findings = check_entries(entries, file.name, read_entries(own) if own.is_file() else ())
    for finding in findings:
        typer.echo(str(finding), err=True)
    if findings:
        raise FormatError(f"{file}: {_faults(findings)}, nothing was added", advice="mend them and add it again")
    try:
        added = add_entries(entries, own)
    except OSError as error:
        raise SettingsError(f"{own} can't be written ({error})", advice="set TOCSIN_ACTORS to another file") from error
    typer.echo(f"{added.new} new, {added.changed} changed, {added.same} unchanged in {own}")
