from pathlib import Path

import pytest

from tocsin.errors import SettingsError
from tocsin.settings import Settings, load


def test_flags_go_before_environment_before_file_before_defaults(tmp_path: Path) -> None:
    file = tmp_path / "tocsin.toml"
    file.write_text('port = 1111\nhost = "127.0.0.2"\nfetch_timeout = 3\n')
    environment = {"TOCSIN_PORT": "2222", "TOCSIN_HOST": "127.0.0.3", "TOCSIN_CONFIG": str(file)}
    settings = load({"port": 3333, "host": None}, environment)
    assert (settings.port, settings.host, settings.fetch_timeout) == (3333, "127.0.0.3", 3.0)
    assert settings.max_input_bytes == Settings().max_input_bytes


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({"TOCSIN_PORT": "high"}, "setting port is 'high': it takes a whole number above 0"),
        ({"TOCSIN_PORT": "0"}, "whole number above 0"),
        ({"TOCSIN_FETCH_TIMEOUT": "-1"}, "number above 0"),
        ({"TOCSIN_ALLOW_PRIVATE_HOSTS": "maybe"}, "true or false"),
        ({"TOCSIN_CONFIG": "/nowhere/at/all.toml"}, "can't read settings"),
    ],
)
def test_a_wrong_setting_is_named_with_what_it_takes(environment: dict[str, str], message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        load(environment=environment)


def test_an_unknown_key_in_the_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "tocsin.toml"
    file.write_text("prot = 1\n")
    with pytest.raises(SettingsError, match="unknown settings: prot"):
        load(environment={}, file=file)


def test_booleans_and_paths(tmp_path: Path) -> None:
    settings = load({"store": str(tmp_path / "a.sqlite")}, {"TOCSIN_ALLOW_PRIVATE_HOSTS": "yes"})
    assert settings.allow_private_hosts is True
    assert settings.store_url == f"sqlite:///{tmp_path / 'a.sqlite'}"
    assert load({"store": "postgresql://db/x"}, {}).store_url == "postgresql://db/x"
    assert load({}, {}).gazetteer_path.name == "gazetteer.sqlite"
