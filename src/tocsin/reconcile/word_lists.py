"""The word lists that comparing accounts needs, kept beside this module as data."""

from functools import lru_cache
from importlib.resources import files

import yaml


@lru_cache(maxsize=8)
def word_list(name: str) -> frozenset[str]:
    """Return a list of `word_lists.yaml`."""
    lists = yaml.safe_load((files("tocsin.reconcile") / "word_lists.yaml").read_text(encoding="utf-8"))
    return frozenset(lists[name].split())
