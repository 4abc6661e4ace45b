"""What `dev.py test` sets up beside Python packages: pinned by hash, only once, and no failure where it is missing."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from tests.support.components import NODE_MODULES
from tests.support.process import ROOT

NODE = ROOT / "requirements" / "node"


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """`dev.py` as a module, with an environment of its own and no programs to find."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "venv").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("KGEXPORT_VENV", str(tmp_path / "venv"))
    spec = importlib.util.spec_from_file_location("dev_under_test", ROOT / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _program(folder: Path, name: str, script: str) -> None:
    path = folder / "bin" / name
    path.write_text(f"#!/bin/sh\necho {name} >> '{folder}/calls'\n{script}\n")
    path.chmod(0o755)


def test_the_node_lock_pins_every_package_by_hash_and_names_no_address() -> None:
    wanted = json.loads((NODE / "package.json").read_text())["dependencies"]
    packages = json.loads((NODE / "package-lock.json").read_text())["packages"]
    assert packages.pop("")["dependencies"] == wanted
    assert all(version[0].isdigit() for version in wanted.values())
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert [name for name, package in packages.items() if not package["integrity"].startswith("sha512-")] == []
    assert "://" not in "".join(path.read_text() for path in NODE.iterdir())


def test_what_is_missing_is_said_and_no_failure(dev: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    dev.set_up_components()
    said = capsys.readouterr().err
    for package, command in dev.COMPONENTS.items():
        assert f"{command} is missing (Debian: apt-get install {package})" in said


def test_packages_that_cannot_be_installed_are_said_and_tried_again(
    dev: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _program(tmp_path, "npm", "exit 1")
    dev.set_up_node_packages()
    dev.set_up_node_packages()
    assert "tests that need them skip" in capsys.readouterr().err
    assert (tmp_path / "calls").read_text().split() == ["npm", "npm"]


def test_packages_are_installed_once_where_the_tests_look(dev: ModuleType, tmp_path: Path) -> None:
    _program(tmp_path, "npm", "exit 0")
    dev.set_up_node_packages()
    dev.set_up_node_packages()
    assert (tmp_path / "calls").read_text().split() == ["npm"]
    assert (tmp_path / "venv" / "node" / "package-lock.json").read_bytes() == (NODE / "package-lock.json").read_bytes()
    assert NODE_MODULES.parts[-2:] == ("node", "node_modules")


def test_only_missing_programs_are_installed(dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.os, "geteuid", lambda: 0)
    for name in dev.COMPONENTS.values():
        _program(tmp_path, name, "exit 0")
    _program(tmp_path, "apt-get", f"echo \"$@\" >> '{tmp_path}/asked'")
    dev.set_up_components()
    assert not (tmp_path / "asked").exists()
    (tmp_path / "bin" / "chromium").unlink()
    dev.set_up_components()
    asked = (tmp_path / "asked").read_text()
    assert asked.splitlines() == ["update -qq", "install -y -qq --no-install-recommends chromium"]
