"""Programs that are no Python packages (Chromium, Node): where they are, and what a test does that lacks one."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import NoReturn

import pytest

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
NODE_MODULES = Path(sys.prefix) / "node" / "node_modules"
"""Where `python3 dev.py test` installs the packages of requirements/node."""


def absent(what: str) -> NoReturn:
    """Skip the test that lacks a component; in CI, which has to have every one, fail it."""
    reason = f"{what} is not there; `python3 dev.py test` as root on Debian installs it"
    if os.environ.get("CI", "").lower() in ("1", "true"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def program(*names: str) -> str:
    """The path of the first of the programs that is there."""
    return next(filter(None, map(shutil.which, names)), None) or absent(names[0])


def node_module(name: str) -> Path:
    """The folder of an installed Node package."""
    folder = NODE_MODULES / name
    return folder if (folder / "package.json").is_file() else absent(f"the Node package {name}")
