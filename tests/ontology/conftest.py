"""The registry as it comes with the package, read once for all tests."""

import pytest

from tocsin.ontology import Registry, load_registry


@pytest.fixture(scope="session")
def registry() -> Registry:
    return load_registry()
