"""`dev.py`, which sets up a checkout: it needs nothing that is not there, and takes nothing away."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.support.process import ROOT


def _dev(*arguments: str, environment: Path) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "KGEXPORT_VENV": str(environment)}
    command = [sys.executable, str(ROOT / "dev.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environ)


def test_an_environment_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "precious").write_text("x")
    done = _dev("sample", environment=tmp_path / "mine")
    assert done.returncode == 1
    assert "did not make it" in done.stderr
    assert (tmp_path / "mine" / "precious").read_text() == "x"


def test_an_unknown_command_lists_the_known_ones(tmp_path: Path) -> None:
    done = _dev("nothing", environment=tmp_path / "none")
    assert done.returncode == 1
    assert "dev.py sample" in done.stderr
    assert not (tmp_path / "none").exists()


def test_the_lock_pins_every_requirement_by_hash_and_names_no_address() -> None:
    text = (ROOT / "requirements" / "tested.txt").read_text(encoding="utf-8")
    entries = [entry for entry in text.replace("\\\n", " ").splitlines() if entry.strip()]
    assert len(entries) > 50
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []
    assert "://" not in text
