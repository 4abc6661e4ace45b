#!/usr/bin/env python3
"""Set-up and checks for people who work on kgexport; needs Python 3.11+ and nothing else.

python3 dev.py sample       set up .venv and export the sample article to out/
python3 dev.py test         set up .venv, lint, type-check and run all tests (more arguments go to pytest); as root on
                            Debian it installs Chromium and Node if they are missing, for the tests in a real browser
python3 dev.py lint         ruff and mypy only
python3 dev.py golden       write the expected graphs of tests/golden anew
python3 dev.py benchmark    what each stage costs
python3 dev.py lock         pin the tested versions, with hashes, in requirements/
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = Path(os.environ.get("KGEXPORT_VENV", ROOT / ".venv"))
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCK = ROOT / "requirements" / "tested.txt"
CHECKED = ["src", "tests", "tools", "benchmarks", "dev.py"]
COMPONENTS = {
    "chromium": "chromium",
    "nodejs": "node",
    "npm": "npm",
    "php-cli": "php",
    "patch": "patch",
    "virtuoso-opensource-7-bin": "virtuoso-t",
}
"""Debian packages that tests need, and the command that shows that each is there, wherever it came from."""
NODE_LOCK = ROOT / "requirements" / "node"
"""package.json and package-lock.json of the Node packages that tests need: versions and hashes, no addresses."""


def run(*command: str | Path) -> None:
    """Run a command in the checkout; end with its exit code if it fails."""
    code = subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode
    if code:
        sys.exit(code)


def set_up() -> None:
    """A virtual environment with the tested versions (hash-checked) and kgexport itself, made anew when they change."""
    wanted = hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    stamp = VENV / "kgexport-set-up"
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    if VENV.exists() and not stamp.is_file():
        sys.exit(f"{VENV} is there, but this program did not make it; remove it, or name another with KGEXPORT_VENV")
    if sys.version_info < (3, 11):  # noqa: UP036 - this file runs before anything is installed
        sys.exit("kgexport needs Python 3.11 or later")
    shutil.rmtree(VENV, ignore_errors=True)
    VENV.mkdir(parents=True)
    stamp.write_text("begun")
    venv.create(VENV, with_pip=True)
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, "--require-hashes", "--requirement", LOCK)
    run(*pip, "--no-deps", "--no-build-isolation", "--editable", ".")
    stamp.write_text(wanted)


def set_up_components() -> None:
    """The programs that the tests in a browser need; what cannot be had is said, and the tests that need it skip."""
    missing = [package for package, command in COMPONENTS.items() if not shutil.which(command)]
    if missing and shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *missing]):
            subprocess.run(["apt-get", *step], env=quiet, stdout=subprocess.DEVNULL, check=False)
    for package, command in COMPONENTS.items():
        if not shutil.which(command):
            print(f"{command} is missing (Debian: apt-get install {package}): tests that need it skip", file=sys.stderr)
    if shutil.which("npm"):
        set_up_node_packages()


def set_up_node_packages() -> None:
    """The Node packages of the lock (hash-checked) in .venv/node, where tests.support.components looks for them."""
    folder, files = VENV / "node", sorted(NODE_LOCK.glob("*.json"))
    wanted = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    stamp = folder / "kgexport-set-up"
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for file in files:
        shutil.copy(file, folder)
    npm = [shutil.which("npm") or "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if subprocess.run(npm, cwd=folder, stdout=subprocess.DEVNULL, check=False).returncode == 0:
        stamp.write_text(wanted)
    else:
        print("the Node packages could not be installed: tests that need them skip", file=sys.stderr)


def lint() -> None:
    """Format, lint and types."""
    run(PYTHON, "-m", "ruff", "format", "--check", "--quiet", *CHECKED)
    run(PYTHON, "-m", "ruff", "check", "--quiet", *CHECKED)
    run(PYTHON, "-m", "mypy")


def lock() -> None:
    """Resolve pyproject.toml with its test extra and write exact versions and hashes, without any address."""
    run(PYTHON, "-m", "pip", "install", "--quiet", "uv")
    run(
        *(
            PYTHON,
            "-m",
            "uv",
            "pip",
            "compile",
            "--quiet",
            "--universal",
            "--python-version",
            "3.11",
            "--extra",
            "test",
        ),
        *("--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate", "--output-file", LOCK),
        *("pyproject.toml", "requirements/build.in"),
    )


def main(arguments: list[str]) -> None:
    """Carry out one of the commands above."""
    command = arguments[0] if arguments else ""
    if command not in ("sample", "test", "lint", "golden", "benchmark", "lock"):
        sys.exit(__doc__)
    set_up() if LOCK.is_file() or command != "lock" else venv.create(VENV, with_pip=True)
    if command == "sample":
        run(BIN / "kgexport", "export", "seeds/albania-kamikaze-drones.txt", *arguments[1:])
    elif command == "test":
        set_up_components()
        lint()
        run(PYTHON, "-m", "pytest", "-n", "auto", "--dist", "loadfile", *arguments[1:])
    elif command == "lint":
        lint()
    elif command == "golden":
        run(PYTHON, "-m", "tests.golden.regenerate")
    elif command == "benchmark":
        run(PYTHON, "benchmarks/stages.py", *arguments[1:])
    else:
        lock()


if __name__ == "__main__":
    main(sys.argv[1:])
