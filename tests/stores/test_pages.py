"""The commands of docs/stores.md that it calls tested, run as they stand there, against the real servers."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.cli.test_serve import serving
from tests.docs.commands import blocks, commands
from tests.support.corpora import make_corpus
from tests.support.process import ROOT, child_environ
from tests.support.stores import COMUNICA_SERVER, RealStore, comunica, free_port, oxigraph, running, virtuoso

pytestmark = pytest.mark.slow

PAGE = ROOT / "docs" / "stores.md"
SERVE, LOCAL, OXIGRAPH, VIRTUOSO, COMUNICA = (
    "No store: `kgexport serve`",
    "A local store",
    "Oxigraph",
    "OpenLink Virtuoso",
    "Comunica",
)
TESTED = (SERVE, LOCAL, OXIGRAPH, VIRTUOSO, COMUNICA)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A place with `out` and the command `kgexport`."""
    make_corpus(tmp_path / "out", 3)
    script = tmp_path / "bin" / "kgexport"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kgexport "$@"\n')
    script.chmod(0o755)
    return tmp_path


def scripts(section: str) -> list[str]:
    text = PAGE.read_text(encoding="utf-8")
    begin = text.index(f"\n## {section}\n")
    end = text.find("\n## ", begin + 1)
    lines = (text[:begin].count("\n"), text[:end].count("\n"))
    return [command.script for command in commands(PAGE) if lines[0] < command.line <= lines[1]]


def run_all(section: str, folder: Path, port: tuple[str, str], **environ: str) -> str:
    """What all commands of a section say, with the port of this test in the place of the one in the page."""
    found = scripts(section)
    assert found, f"no commands under {section}"
    path = f"{folder / 'bin'}:{child_environ()['PATH']}"
    said = ""
    for script in found:
        done = subprocess.run(
            ["bash", "-euc", script.replace(*port)],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            env={**child_environ(), **environ, "PATH": path},
        )
        assert done.returncode == 0, f"{script}\n{done.stderr}"
        said += done.stdout + done.stderr
    return said


def test_serve(folder: Path) -> None:
    port = free_port()
    with serving(folder, "out", "--port", str(port)):
        assert "headline" in run_all(SERVE, folder, ("7878", str(port)))


def test_local_store(folder: Path) -> None:
    assert "(2 rows)" in run_all(LOCAL, folder, ("", ""))


@pytest.mark.parametrize(
    ("section", "make", "port"),
    [(OXIGRAPH, oxigraph, "7878"), (VIRTUOSO, virtuoso, "8890"), (COMUNICA, comunica, "3000")],
    ids=["oxigraph", "virtuoso", "comunica"],
)
def test_servers(section: str, make: Callable[[Path], RealStore], port: str, folder: Path) -> None:
    with running(make, folder / "server") as store:
        said = run_all(section, folder, (port, str(urlsplit(store.address).port)), **store.environ)
    assert "verified 4 graphs" in said
    assert "(2 rows)" in said


def test_the_server_of_the_page_is_the_one_that_is_tested() -> None:
    (shown,) = (text for _, text in blocks(PAGE, "js"))
    assert shown == COMUNICA_SERVER.read_text(encoding="utf-8")
    wanted = json.loads((ROOT / "requirements/node/package.json").read_text())["dependencies"]
    packages = [f"{name}@{wanted[name]}" for name in ("@comunica/query-sparql-rdfjs", "n3")]
    assert f"\nnpm install {' '.join(packages)}\n" in PAGE.read_text(encoding="utf-8")


def test_the_page_says_of_all_other_stores_that_they_are_not_tested() -> None:
    sections = re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.M)[1:]
    titles = [section.partition("\n")[0] for section in sections]
    assert titles[-2:] == ["Any other store", "What `kgexport load` does, precisely"]
    for title, section in zip(titles[:-2], sections, strict=False):
        assert ("*Not tested here; from " in section) is (title not in TESTED), title
        assert ("```sh\n" in section) is (title in TESTED), f"{title}: only tested commands stand in sh blocks"
        assert title in (SERVE, LOCAL) or "Source" in section, title
