"""What the tests in a browser rely on: a script that does run is noticed in each of the ways that they look at."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.browser import Watched
from tests.support.components import absent

ACTS = """<!DOCTYPE html><title>t</title><script>
canary = 'sung'; console.log('said'); alert('asked'); window.open('about:blank#popup');
new Image().src = 'http://outside.example/leak';
setTimeout(() => { throw new Error('thrown'); });
</script>"""


def test_everything_that_a_page_does_is_recorded(watched_page: Watched, tmp_path: Path) -> None:
    path = tmp_path / "acts.html"
    path.write_text(ACTS)
    with watched_page.page.expect_event("pageerror"):
        watched_page.page.goto(path.as_uri())
    assert watched_page.canary == "sung"
    assert "log: said" in watched_page.console
    assert watched_page.dialogs == ["alert: asked"]
    assert "thrown" in watched_page.errors[0]
    assert watched_page.opened
    assert watched_page.requests[:2] == [path.as_uri(), "http://outside.example/leak"]


def test_a_page_that_does_nothing_leaves_no_trace(watched_page: Watched, tmp_path: Path) -> None:
    path = tmp_path / "calm.html"
    path.write_text("<!DOCTYPE html><title>t</title><p>calm")
    watched_page.page.goto(path.as_uri())
    assert (watched_page.canary, watched_page.traces) == ("untouched", [])
    assert watched_page.requests == [path.as_uri()]


@pytest.mark.parametrize(("ci", "outcome"), [("true", pytest.fail.Exception), ("", pytest.skip.Exception)])
def test_an_absent_component_skips_and_in_ci_fails(
    ci: str, outcome: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome, match="browser is not there"):
        absent("the browser")
