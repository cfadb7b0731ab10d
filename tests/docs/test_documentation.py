import dataclasses
import importlib.util
import re
import textwrap
from pathlib import Path
from types import ModuleType

import pytest
import typer

import tocsin
from tocsin.cli.main import app
from tocsin.settings import Settings


@pytest.fixture(scope="module")
def generator(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_generate", root / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_is_what_the_code_says(generator: ModuleType, root: Path) -> None:
    for name, page in generator.PAGES.items():
        written = (root / "docs" / "reference" / name).read_text(encoding="utf-8")
        assert written == page(), f"docs/reference/{name} is stale: run `make docs`"


def test_every_command_is_documented_and_explained(root: Path) -> None:
    reference = (root / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")

    def walk(command: typer.core.TyperGroup, name: str) -> None:
        assert f"## `{name}`" in reference
        assert command.help, f"{name} has no help"
        for parameter in command.params:
            described = getattr(parameter, "help", "")
            assert described or "--help" in parameter.opts, f"{name} {parameter.name} has no help"
        for child, sub in getattr(command, "commands", {}).items():
            walk(sub, f"{name} {child}")

    walk(typer.main.get_command(app), "tocsin")  # type: ignore[arg-type]  # typer's own class


def test_every_setting_and_public_name_is_documented(root: Path) -> None:
    page = (root / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")
    assert all(f"`TOCSIN_{field.name.upper()}`" in page for field in dataclasses.fields(Settings))
    pages = "".join(path.read_text(encoding="utf-8") for path in (root / "docs").rglob("*.md"))
    assert all(name in pages for name in tocsin.__all__ if not name.startswith("_"))
    assert len(tocsin.__all__) <= 15


def test_links_between_pages_lead_somewhere(root: Path) -> None:
    for path in [root / "README.md", root / "CONTRIBUTING.md", *(root / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (path.parent / target).exists(), f"{path.name} links to {target}"


def test_commands_that_the_pages_show_exist(root: Path) -> None:
    known = set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]  # typer's own class
    for path in [root / "README.md", *(root / "docs").rglob("*.md")]:
        shown = set(re.findall(r"^\s*(?:\$ )?tocsin ([a-z]+)", path.read_text(encoding="utf-8"), re.MULTILINE))
        assert shown <= known, f"{path.name} shows {shown - known}"


def test_the_python_that_the_pages_show_runs(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (root / "README.md", root / "docs" / "howto" / "python.md"):
        blocks = re.findall(r"(?<=\n\n)(?:    .*\n|\n)+", path.read_text(encoding="utf-8"))
        programs = [textwrap.dedent(block) for block in blocks if "import" in block]
        assert programs
        for program in programs:
            exec(compile(program, path.name, "exec"), {})  # noqa: S102  # our own pages
            assert capsys.readouterr().out.strip(), f"{path.name}: an example prints nothing"
