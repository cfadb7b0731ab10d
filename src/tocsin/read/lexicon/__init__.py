"""Word lists of the reader, as data."""

from functools import cache
from importlib.resources import files

import yaml


@cache
def words(name: str) -> dict[str, tuple[str, ...]]:
    """Return the lists of `<name>.yaml`, each a tuple of lower-case words; read once."""
    text = files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return {key: tuple(str(word) for word in values) for key, values in yaml.safe_load(text).items()}
