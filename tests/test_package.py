"""What a user installs: a small public library, no heavy parts, everything it needs in the wheel."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import tocsin

HEAVY = ("torch", "ray", "psycopg")


def test_the_core_imports_and_reads_without_any_extra() -> None:
    blocked = "".join(f"sys.modules[{name!r}] = None\n" for name in HEAVY)
    program = f"import sys\n{blocked}import tocsin\nprint(len(tocsin.read('Gunmen killed two people.').mentions))"
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() == "1", done.stderr


def test_importing_the_library_loads_no_model() -> None:
    program = "import sys, tocsin; print([name for name in ('spacy', 'sqlalchemy', 'fastapi') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_every_public_name_is_there() -> None:
    assert all(hasattr(tocsin, name) for name in tocsin.__all__)


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", str(folder)]
    subprocess.run([*command, str(root)], check=True, capture_output=True, timeout=120)
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_the_wheel_ships_data_pages_and_the_built_front_end(wheel: zipfile.ZipFile, root: Path) -> None:
    names = set(wheel.namelist())
    package = root / "src" / "tocsin"
    needed = [
        path.relative_to(root / "src").as_posix()
        for path in package.rglob("*")
        if path.suffix in {".py", ".yaml", ".tsv", ".html", ".css", ".js"} and "__pycache__" not in path.parts
    ]
    assert not [name for name in needed if name not in names]
    assert any(name.startswith("tocsin/serve/web/static/") and name.endswith(".js") for name in names)
    assert "tocsin/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
