"""What the pages promise is true: their commands run, their Python runs, their output is the real one."""

from __future__ import annotations

import doctest
import importlib
import json
import os
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import kgexport
from tests.docs.commands import Command, agrees, blocks, commands
from tests.support.process import ROOT

README = ROOT / "README.md"
PAGES = sorted((ROOT / "docs").glob("*.md"))
TEST_RUN = "python3 dev.py test"
"""What runs these tests; it cannot run inside itself."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A stand-in for the checkout: its files, and a `.venv` that is the environment of this test run."""
    made = tmp_path_factory.mktemp("clone")
    for name in ("seeds", "dev.py", "pyproject.toml", "requirements"):
        (made / name).symlink_to(ROOT / name)
    commands_folder = made / ".venv" / "bin"
    commands_folder.mkdir(parents=True)
    for name, call in (("kgexport", "-m kgexport"), ("python", "")):
        script = commands_folder / name
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" {call} "$@"\n')
        script.chmod(0o755)
    return made


def _run(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "OMP_NUM_THREADS": "1", "KGEXPORT_VENV": sys.prefix}
    return subprocess.run(
        ["bash", "-euc", script], cwd=folder, capture_output=True, text=True, check=False, env=environ
    )


def _is_set_up_by_dev() -> bool:
    return (Path(sys.prefix) / "kgexport-set-up").is_file()


@pytest.mark.slow
def test_every_command_of_the_readme_runs_and_prints_what_is_shown(folder: Path) -> None:
    found = commands(README)
    assert [c.script.strip() for c in found].count(TEST_RUN) == 1
    for command in found:
        if command.script.strip() != TEST_RUN:
            _check(command, folder)


def _check(command: Command, folder: Path) -> None:
    if "dev.py" in command.script and not _is_set_up_by_dev():
        sample = next((ROOT / "seeds").glob("*.txt")).name
        command = Command(command.line, f".venv/bin/kgexport export seeds/{sample}", command.output)
    done = _run(command.script, folder)
    assert done.returncode == 0, f"README.md:{command.line}: {done.stderr}"
    if command.output is not None:
        assert agrees(command.output, done.stdout + done.stderr), (
            f"README.md:{command.line}:\n{done.stdout}{done.stderr}"
        )


@pytest.mark.slow
def test_the_graph_shown_in_the_readme_is_the_real_one(folder: Path) -> None:
    done = _run(".venv/bin/kgexport export seeds/*.txt -o -", folder)
    (_, shown), *_ = blocks(README, "turtle")
    real = {line.strip() for line in done.stdout.splitlines()}
    assert [line for line in shown.splitlines() if line.strip() and line.strip() not in real] == []


@pytest.mark.slow
def test_the_picture_in_the_readme_shows_the_real_graph(folder: Path) -> None:
    graph = json.loads(_run(".venv/bin/kgexport export seeds/*.txt -f jsonld -o -", folder).stdout)
    text = json.dumps(graph, ensure_ascii=False)
    (_, picture), *_ = blocks(README, "mermaid")
    labels = re.findall(r'"([^"]+)"', picture)
    assert len(labels) > 8
    assert [label for label in labels if f'"{label}"' not in text and f"schema:{label}" not in text] == []


@pytest.mark.slow
@pytest.mark.parametrize("page", [p for p in (README, *PAGES) if blocks(p, "python")], ids=lambda page: page.name)
def test_the_python_of_the_pages_runs(page: Path, folder: Path) -> None:
    program = "\n".join(code for _, code in blocks(page, "python"))
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_every_link_leads_somewhere() -> None:
    for page in (README, *PAGES):
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_page_is_reached_from_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    assert [page.name for page in PAGES if f"docs/{page.name}" not in text] == []


@pytest.mark.slow
def test_the_command_reference_is_up_to_date() -> None:
    command = [
        sys.executable,
        "-c",
        "import sys; sys.path.insert(0, 'tools'); import cli_reference as r; print(r.reference())",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert (ROOT / "docs" / "cli-reference.md").read_text(encoding="utf-8").strip() == done.stdout.strip()


def _modules() -> list[str]:
    found = pkgutil.walk_packages(kgexport.__path__, "kgexport.")
    return sorted(module.name for module in found if not module.name.endswith("__main__"))


@pytest.mark.parametrize("name", _modules())
def test_examples_in_docstrings_are_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
