"""Text that wants out of the page of `view`, looked at in a browser with and without the page's own policy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from kgexport.export import export_graph
from kgexport.graph import ArticleGraph
from kgexport.mapping import map_article
from kgexport.model import Annotations
from kgexport.validate import Report
from kgexport.view import entry_of, index_page, view_page
from kgexport.view.wording import plain, printable
from tests.browser.attacked import attacked_annotations
from tests.browser.attacks import attacks, encodable, in_batches
from tests.support.browser import Watched, watched

ATTACKS = [attack for attack in encodable(attacks()) if attack.strip()]
REPORT = Report.of([], 1)
READ = """() => {
  const text = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll('a.opens').forEach((sign) => sign.remove());
    return copy.textContent;
  };
  document.querySelectorAll('details').forEach((part) => { part.open = true; });
  document.querySelector('a.m').click();
  const panel = document.querySelector('dialog');
  return {
    title: document.title,
    headline: text(document.querySelector('h1')),
    paragraphs: [...document.querySelectorAll('.text p')].map(text),
    names: [...document.querySelectorAll('main .card h3 .name')].map(text),
    opened: panel.open,
    shown: text(panel),
    data: ['turtle', 'jsonld'].map((id) => document.getElementById(id).textContent),
    scripts: document.scripts.length,
    handlers: [...document.querySelectorAll('*')].flatMap((element) => element.getAttributeNames())
        .filter((name) => name.startsWith('on') || name === 'srcdoc' || name === 'autofocus'),
    links: [...document.querySelectorAll('[href]')].map((link) => link.getAttribute('href'))
        .filter((href) => !/^(#|https?:)/.test(href)),
    foreign: document.querySelectorAll('iframe, img, object, embed, link, base, meta, style, form').length,
  };
}"""


@pytest.fixture(scope="module")
def seen(browser: Browser) -> Iterator[Watched]:
    """A page in a browser that knows no Content Security Policy, so that escaping alone has to hold."""
    with watched(browser, bypass_csp=True) as page:
        yield page


@pytest.fixture(scope="module")
def sealed(browser: Browser) -> Iterator[Watched]:
    """A page as readers have it: what the policy of the page holds back is told on the console."""
    with watched(browser) as page:
        yield page


def _graph(annotations: Annotations) -> ArticleGraph:
    return map_article(annotations, "https://kgexport.example/", True)


def _in_line(text: str) -> str:
    """A name as the page shows it."""
    return printable(" ".join(text.split()))


def _visited(seen: Watched, path: Path, page: bytes, script: str) -> Any:
    """What is read out of the page, after a look at all that it did."""
    seen.forget()
    path.write_bytes(page)
    seen.page.goto(path.as_uri())
    read = seen.page.evaluate(script)
    assert (seen.canary, seen.requests, seen.traces) == ("untouched", [path.as_uri()], [])
    return read


def _built(seen: Watched, path: Path, strings: list[str]) -> tuple[int, list[str], int]:
    """What could run or load in the page, after a look at whether each string is where it belongs."""
    notes = attacked_annotations(strings)
    graph, article = _graph(notes), notes.article
    read = _visited(seen, path, view_page(article, notes, graph, REPORT), READ)
    headline, *blocks = [printable(block.span.of(article.text)) for block in article.blocks]
    assert headline in read["headline"]
    assert read["title"] == plain(headline)
    assert read["paragraphs"] == blocks
    assert set(map(_in_line, strings)) <= {" ".join(name.split()) for name in read["names"]}
    assert read["opened"]
    assert _in_line(strings[0]) in " ".join(read["shown"].split())
    assert read["data"] == [export_graph(graph, form).decode() for form in ("turtle", "jsonld")]
    assert read["handlers"] == []
    return read["scripts"], read["links"], read["foreign"]


@pytest.mark.parametrize("batch", in_batches(ATTACKS, 40), ids=lambda batch: f"{batch[0]!r:.30}")
def test_nothing_gets_out_of_articles_with_attacks_everywhere(batch: list[str], seen: Watched, tmp_path: Path) -> None:
    path = tmp_path / "view.html"
    calm = _built(seen, path, ["Ada Berg"])
    assert calm[0] == 1
    assert [some for some in in_batches(batch, 5) if _built(seen, path, some) != calm] == []


@pytest.mark.parametrize("policy", [True, False], ids=["with-policy", "without-policy"])
def test_nothing_gets_out_of_an_article_with_many(policy: bool, seen: Watched, sealed: Watched, tmp_path: Path) -> None:
    used, path = sealed if policy else seen, tmp_path / "view.html"
    assert _built(used, path, ATTACKS[:60]) == _built(used, path, ["Ada Berg"])


def test_nothing_gets_out_of_an_index_over_all(seen: Watched, tmp_path: Path) -> None:
    entries = []
    for number, attack in enumerate(ATTACKS):
        notes = attacked_annotations([attack])
        entries.append(entry_of(f"{number}.html", notes.article, _graph(notes), REPORT))
    script = "() => [document.querySelector('main').textContent, document.scripts.length]"
    text, scripts = _visited(seen, tmp_path / "index.html", index_page(entries), script)
    assert scripts == 1
    shown = " ".join(text.split())
    assert [attack for attack in ATTACKS if _in_line(attack) not in shown] == []
