"""Writes docs/reference from the code: commands, settings, records, errors. `make docs` runs it; a test compares."""

import ast
import dataclasses
import inspect
import sys
from pathlib import Path

import typer

from tocsin import errors, settings
from tocsin.cli.main import app
from tocsin.model import RECORDS

HERE = Path(__file__).parent / "reference"
NOTE = "<!-- Written by docs/generate.py from the code: change that, then run `make docs`. -->\n"


def commands() -> str:
    """Return the reference of every command with its arguments and options."""
    lines = ["# Commands", NOTE]
    root = typer.main.get_command(app)

    def describe(command: typer.core.TyperCommand | typer.core.TyperGroup, name: str) -> None:
        lines.extend([f"## `{name}`", "", inspect.cleandoc(command.help or ""), ""])
        rows = []
        for parameter in command.params:
            option = parameter.param_type_name == "option"
            shown = ", ".join(parameter.opts) if option else parameter.metavar or (parameter.name or "").upper()
            if "--help" in parameter.opts:
                continue
            rows.append(f"| `{shown}` | {' '.join((getattr(parameter, 'help', None) or '').split())} |")
        if rows:
            lines.extend(["| argument or option | is |", "|---|---|", *rows, ""])
        for child, sub in getattr(command, "commands", {}).items():
            describe(sub, f"{name} {child}")

    describe(root, "tocsin")  # type: ignore[arg-type]  # typer's own class
    lines.extend(
        ["## Exit codes", "", "0: all done. 1: something was left out or went wrong, and is named on standard"]
    )
    lines.extend(["error. 2: the command line itself was wrong.", ""])
    return "\n".join(lines)


def settings_page() -> str:
    """Return the reference of every setting: default and meaning."""
    tree = ast.parse(inspect.getsource(settings.Settings)).body[0]
    assert isinstance(tree, ast.ClassDef)  # what getsource of a class gives
    meanings: dict[str, str] = {}
    for statement, follower in zip(tree.body, tree.body[1:], strict=False):
        if isinstance(statement, ast.AnnAssign) and isinstance(follower, ast.Expr):
            meanings[ast.unparse(statement.target)] = ast.literal_eval(follower.value)
    rows = [
        f"| `{field.name}` | `TOCSIN_{field.name.upper()}` | `{field.default!r}` | {meanings[field.name]} |"
        for field in dataclasses.fields(settings.Settings)
    ]
    head = [
        "# Settings",
        NOTE,
        "Each setting is a key of a TOML file (named by `TOCSIN_CONFIG`) and an environment variable. A flag goes",
        "before the environment, the environment before the file.",
        "",
        "| setting | variable | default | is |",
        "|---|---|---|---|",
    ]
    return "\n".join([*head, *rows, ""])


def records() -> str:
    """Return the reference of every record: what it is and its fields."""
    lines = ["# Records", NOTE, "`tocsin schema` prints the same as JSON Schema.", ""]
    for kind in RECORDS:
        lines.extend(
            [f"## {kind.__name__}", "", inspect.cleandoc(kind.__doc__ or ""), "", "| field | type |", "|---|---|"]
        )
        for field in dataclasses.fields(kind):
            shown = (
                field.type if isinstance(field.type, str) else getattr(field.type, "__name__", "") or str(field.type)
            )
            text = inspect.formatannotation(field.type) if "[" in str(field.type) or "|" in str(field.type) else shown
            if "Literal[" in text:
                text = "one of " + text.replace("typing.Literal", "").strip("[]").replace("'", "")
            lines.append(f"| `{field.name}` | {_plain(text)} |")
        lines.append("")
    return "\n".join(lines)


def _plain(text: str) -> str:
    for prefix in (
        "tocsin.model.values.",
        "tocsin.model.provenance.",
        "tocsin.model.reading.",
        "tocsin.model.incident.",
        "tocsin.model.history.",
        "tocsin.model.judgement.",
    ):
        text = text.replace(prefix, "")
    text = text.replace("tocsin.model.identity.", "").replace("datetime.", "").replace("typing.", "")
    return text.replace("|", "or")


def errors_page() -> str:
    """Return the reference of every error with its HTTP status."""
    lines = [
        "# Errors",
        NOTE,
        "```",
        inspect.cleandoc(errors.__doc__ or ""),
        "```",
        "",
        "| error | HTTP status | is |",
        "|---|---|---|",
    ]
    for name, kind in inspect.getmembers(errors, inspect.isclass):
        if issubclass(kind, errors.TocsinError):
            lines.append(f"| `{name}` | {kind.status} | {(kind.__doc__ or '').splitlines()[0]} |")
    return "\n".join([*lines, ""])


PAGES = {"cli.md": commands, "settings.md": settings_page, "records.md": records, "errors.md": errors_page}


def main() -> None:
    """Write every page."""
    HERE.mkdir(exist_ok=True)
    for name, page in PAGES.items():
        (HERE / name).write_text(page(), encoding="utf-8")
        sys.stdout.write(f"wrote docs/reference/{name}\n")


if __name__ == "__main__":
    main()
