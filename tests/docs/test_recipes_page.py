"""docs/recipes.md is what the recipes say."""

from __future__ import annotations

import importlib.util

from tests.support.process import ROOT


def test_the_page_is_current() -> None:
    spec = importlib.util.spec_from_file_location("recipes_docs", ROOT / "tools" / "recipes_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (ROOT / "docs" / "recipes.md").read_text(encoding="utf-8") == module.page(), "run tools/recipes_docs.py"
