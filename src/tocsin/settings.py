"""All settings in one frozen value, built once by the command line and passed down."""

import getpass
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

import platformdirs

from tocsin.errors import SettingsError


def data_folder() -> Path:
    """Return the user's data folder for Tocsin."""
    return Path(platformdirs.user_data_dir("tocsin", appauthor=False))


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run may be told; each field is also the variable `TOCSIN_<FIELD>` and a key of the settings file."""

    store: str = ""
    """Where the record is kept: a SQLite file's path or a database URL; empty: `tocsin.sqlite` in the data folder."""
    gazetteer: str = ""
    """The gazetteer file; empty: `gazetteer.sqlite` in the data folder, built when it is missing."""
    actors: str = ""
    """The file of your own actors, read beside the shipped ones; empty: `actors.yaml` in the data folder."""
    max_input_bytes: int = 10_000_000
    """An input larger than this is left out with an error."""
    fetch_timeout: float = 20.0
    """Seconds that a fetched URL may take."""
    allow_private_hosts: bool = False
    """Whether a URL may lead to a private or loopback address."""
    host: str = "127.0.0.1"
    """The address that the server binds to."""
    port: int = 8765
    """The port that the server binds to."""
    triage: bool = True
    """Whether ingest skips reports that surely tell of nothing to read; they are kept, and named as skipped."""
    triage_threshold: float = 0.3
    """The chance, 0 to 1, below which a report is skipped."""
    reviewer: str = ""
    """The name that judgements are kept under; empty: the name of the user of this computer."""

    @property
    def store_url(self) -> str:
        """The store as a database URL."""
        if "://" in self.store:
            return self.store
        return f"sqlite:///{Path(self.store or data_folder() / 'tocsin.sqlite').expanduser().absolute()}"

    @property
    def actors_path(self) -> Path:
        """The path of the file of own actors, which needn't be there."""
        return Path(self.actors or data_folder() / "actors.yaml").expanduser().absolute()

    @property
    def judges_as(self) -> str:
        """The name that judgements are kept under."""
        if self.reviewer.strip():
            return self.reviewer.strip()
        try:
            return getpass.getuser()
        except (OSError, KeyError, ImportError):
            # A computer may know its users by number only.
            return "somebody"

    @property
    def gazetteer_path(self) -> Path:
        """The gazetteer file's path."""
        return Path(self.gazetteer or data_folder() / "gazetteer.sqlite").expanduser().absolute()


_BOOLEANS = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}


def load(
    overrides: Mapping[str, object] | None = None,
    environment: Mapping[str, str] | None = None,
    file: Path | None = None,
) -> Settings:
    """Build the settings: defaults, then the TOML file, then the environment, then `overrides` that aren't None.

    Raises SettingsError that names the setting and what it takes.
    """
    environment = os.environ if environment is None else environment
    values: dict[str, object] = {}
    kinds = {field.name: field.type for field in fields(Settings)}
    path = file or (Path(environment["TOCSIN_CONFIG"]) if environment.get("TOCSIN_CONFIG") else None)
    if path is not None:
        values |= _read_file(path, kinds)
    values |= {name: environment[f"TOCSIN_{name.upper()}"] for name in kinds if f"TOCSIN_{name.upper()}" in environment}
    values |= {name: value for name, value in (overrides or {}).items() if value is not None}
    return Settings(**{name: _convert(name, value, kinds[name]) for name, value in values.items()})  # type: ignore[arg-type]  # _convert checks each


def _read_file(path: Path, kinds: Mapping[str, object]) -> dict[str, object]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(
            f"can't read settings from {path}: {error}", advice="see docs/reference/settings.md"
        ) from error
    unknown = sorted(set(table) - set(kinds))
    if unknown:
        raise SettingsError(
            f"{path} holds unknown settings: {', '.join(unknown)}", advice=f"known are {', '.join(kinds)}"
        )
    return table


def _number(value: object, kind: type[int] | type[float]) -> float:
    number = kind(str(value))
    if number <= 0:
        raise ValueError(value)
    return number


def _convert(name: str, value: object, kind: object) -> object:
    try:
        if kind is bool:
            return _BOOLEANS[str(value).lower()]
        if kind is int:
            return int(_number(value, int))
        return _number(value, float) if kind is float else str(value)
    except (KeyError, ValueError) as error:
        wanted = {bool: "true or false", int: "a whole number above 0", float: "a number above 0"}
        advice = f"it takes {next(text for known, text in wanted.items() if known is kind)}"
        raise SettingsError(f"setting {name} is {value!r}", advice=advice) from error
