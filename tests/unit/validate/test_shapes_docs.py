"""The page of all rules is what the rules say now."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from kgexport.validate.catalogue import rules

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "docs" / "shapes.md"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("shapes_docs", ROOT / "tools" / "shapes_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_of_the_rules_is_up_to_date(tool: ModuleType) -> None:
    said = "write it anew with `python tools/shapes_docs.py`"
    assert PAGE.read_text(encoding="utf-8") == tool.page(), said


def test_every_rule_is_on_the_page_once() -> None:
    titles = re.findall(r"^#### (.+)$", PAGE.read_text(encoding="utf-8"), re.M)
    assert sorted(titles) == sorted(rule.name for rule in rules())


def test_every_section_that_the_contents_name_is_there() -> None:
    text = PAGE.read_text(encoding="utf-8")
    headings = {
        re.sub(r"[^a-z0-9 -]", "", line.lower()).replace(" ", "-") for line in re.findall(r"^### (.+)$", text, re.M)
    }
    linked = re.findall(r"^\| \[[^]]+\]\(#([^)]+)\) \|", text, re.M)
    assert sorted(linked) == sorted(headings)
