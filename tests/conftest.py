from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of annotated cases and tuning data, which only the project's developers have."""
    if not (SHARED / "cases").is_dir():
        pytest.skip("needs ../shared, the annotated cases, which isn't part of the project")
    return SHARED


@pytest.fixture(scope="session")
def examples(root: Path) -> Path:
    """The reports that come with the project."""
    return root / "examples"
