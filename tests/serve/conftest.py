import importlib.util
import warnings
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tocsin.serve.app import create_app
from tocsin.store import open_store
from tocsin.store.interface import Store

with warnings.catch_warnings():
    # Starlette would rather have a successor of httpx that isn't among our packages.
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient


@pytest.fixture(scope="session")
def record() -> ModuleType:
    """The module that makes the record which these tests serve."""
    spec = importlib.util.spec_from_file_location("served_record", Path(__file__).parent / "record.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def store(record: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = str(tmp_path_factory.mktemp("serve") / "record.sqlite")
    record.write_record(path)
    held = open_store(path)
    yield held
    held.close()


def client_of(store: Store, static: Path) -> TestClient:
    app = create_app(store, version="1", static=static)
    return TestClient(app, base_url="http://localhost:8765", headers={"accept": "text/html"}, follow_redirects=False)


@pytest.fixture(scope="session")
def client(store: Store, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A browser without a built front end."""
    return client_of(store, tmp_path_factory.mktemp("static") / "missing")


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[TestClient]:
    """A browser on an empty record."""
    held = open_store(str(tmp_path / "empty.sqlite"))
    yield client_of(held, tmp_path)
    held.close()
