"""`kgexport embed` as users call it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.support.components import program
from tests.support.process import Run, kgexport

START, END = '<script type="application/ld+json" id="kgexport">', "</script>"
HEADLINE = "Norland sends ten boats to Sudland"
PAGE = (
    '<!DOCTYPE html>\r\n<html lang="en">\r\n<head>\r\n<meta charset="utf-8">\r\n<title>Böats</title>\r\n'
    '<link rel="canonical" href="https://news.example/boats">\r\n</head>\r\n<body><article>\r\n'
    f"<h1>{HEADLINE}</h1>\r\n<p>Norland sent ten boats to Sudland on Friday, Minister Ada Berg said.</p>\r\n"
    '<p>"We will help," Berg told reporters in Oslo.</p>\r\n</article></body>\r\n</html>\r\n'
).encode()
THEIRS = b'<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Boats!"}</script>\r\n</head>'
MARKUP: dict[str, Any] = {
    "@context": "https://schema.org",
    "@id": "https://news.example/boats#article",
    "@type": "NewsArticle",
    "headline": "Bøats",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with two pages, one of them with markup of its own, and markup for them."""
    (tmp_path / "site" / "more").mkdir(parents=True)
    (tmp_path / "site" / "a.html").write_bytes(PAGE)
    (tmp_path / "site" / "more" / "b.htm").write_bytes(PAGE.replace(b"</head>", THEIRS))
    (tmp_path / "markup.jsonld").write_text(json.dumps(MARKUP))
    return tmp_path


def embed(site: Path, *arguments: str, stdin: bytes = b"") -> Run:
    return kgexport("embed", *arguments, cwd=site, stdin=stdin)


def of_graph(site: Path, *arguments: str, stdin: bytes = b"") -> Run:
    return embed(site, "--graph", "markup.jsonld", *arguments, stdin=stdin)


def split(page: bytes) -> tuple[Any, bytes]:
    """The object of the one script, and the page without the script."""
    before, _, rest = page.decode().partition(START)
    text, _, after = rest.partition(END)
    assert START not in after
    return json.loads(text), (before + after).encode()


@pytest.mark.slow
def test_a_folder_is_embedded_from_the_pages_themselves(site: Path) -> None:
    (site / "site" / "bad.html").write_bytes(b"%PDF-1.7")
    first = embed(site, "site")
    assert first.code == 2, first.err
    assert first.out == ""
    lines = first.err.splitlines()
    assert lines[-1] == "3 pages: 1 failed, 2 inserted"
    assert "kgexport: site/bad.html is a PDF document, not text; save the article as plain text or HTML" in lines
    warnings = [line for line in lines if "warning" in line]
    assert warnings == [
        "site/more/b.htm: warning: the page describes the article also as NewsArticle in JSON-LD (line 7); "
        "--merge brings both together"
    ]
    data, rest = split((site / "site" / "a.html").read_bytes())
    assert rest == PAGE
    assert (data["@id"], data["headline"]) == ("https://news.example/boats#article", HEADLINE)
    assert (site / "site" / "bad.html").read_bytes() == b"%PDF-1.7"

    (site / "site" / "bad.html").unlink()
    before = {path: path.read_bytes() for path in (site / "site").rglob("*.htm*")}
    again = embed(site, "--check", "site")
    assert (again.code, again.err.splitlines()[-1]) == (0, "2 pages: 2 unchanged")
    assert {path: path.read_bytes() for path in (site / "site").rglob("*.htm*")} == before

    (site / "site" / "a.html").write_bytes(
        before[site / "site" / "a.html"].replace(b"<h1>Norland sends ten", b"<h1>Norland sends six")
    )
    stale = embed(site, "--check", "site")
    assert stale.code == 1
    assert "site/a.html: not up to date" in stale.err.splitlines()
    assert stale.err.splitlines()[-1] == "2 pages: 1 not up to date, 1 unchanged"


def test_a_page_without_a_headline_is_not_called_an_article(site: Path) -> None:
    page = site / "site" / "links.html"
    page.write_bytes(b"<!DOCTYPE html><html><body><nav><a href=x>Home</a></nav></body></html>")
    done = embed(site, "site/links.html")
    message = "site/links.html has no headline, so it is taken for no article; give one with --source"
    assert (done.code, done.err) == (2, f"kgexport: {message}\n")
    assert b"kgexport" not in page.read_bytes()


@pytest.mark.slow
def test_a_source_in_the_place_of_the_page(site: Path) -> None:
    (site / "article.txt").write_text("Sudland thanks Norland\n\nSudland thanked Norland on Monday.\n")
    done = embed(site, "--source", "article.txt", "--url", "https://news.example/thanks", "site/a.html")
    assert done.code == 0, done.err
    data, rest = split((site / "site" / "a.html").read_bytes())
    assert rest == PAGE
    assert (data["@id"], data["headline"]) == ("https://news.example/thanks#article", "Sudland thanks Norland")


@pytest.mark.slow
def test_merging_keeps_the_publisher_s_word_and_can_be_done_again(site: Path) -> None:
    path = site / "site" / "more" / "b.htm"
    done = embed(site, "--merge", "site/more/b.htm")
    assert (done.code, done.err) == (0, "site/more/b.htm: inserted\n")
    data, rest = split(path.read_bytes())
    named = THEIRS.replace(b'{"@type"', b'{"@id": "https://news.example/boats#article", "@type"')
    assert rest == PAGE.replace(b"</head>", named)
    assert "headline" not in data
    assert data["@id"] == "https://news.example/boats#article"
    assert embed(site, "--merge", "--check", "site/more/b.htm").code == 0


def test_a_graph_file_becomes_the_markup(site: Path) -> None:
    done = of_graph(site, "site/a.html")
    assert (done.code, done.out, done.err) == (0, "", "site/a.html: inserted\n")
    assert split((site / "site" / "a.html").read_bytes()) == (MARKUP, PAGE)
    assert of_graph(site, "site/a.html").err == "site/a.html: unchanged\n"
    (site / "markup.jsonld").write_text(json.dumps({**MARKUP, "headline": "New"}))
    assert of_graph(site, "site/a.html").err == "site/a.html: replaced\n"
    assert split((site / "site" / "a.html").read_bytes())[1] == PAGE


def test_standard_input_goes_to_standard_output(site: Path) -> None:
    done = kgexport("embed", "--graph", "markup.jsonld", "-", cwd=site, stdin=PAGE)
    assert (done.code, done.err) == (0, "-: inserted\n")
    assert split(done.out.encode())[0] == MARKUP
    assert of_graph(site, "--check", "-", stdin=PAGE).out == ""


def test_a_dry_run_prints_what_patch_takes_and_writes_nothing(site: Path) -> None:
    done = of_graph(site, "--dry-run", "site/a.html")
    assert (done.code, done.err) == (0, "site/a.html: would be inserted\n")
    assert (site / "site" / "a.html").read_bytes() == PAGE
    assert f"+{START}" in done.out
    patch = program("patch")
    raw = subprocess.run(
        [patch, "--binary", "-p0"], cwd=site, input=done.out.encode(), check=False, capture_output=True
    )
    assert raw.returncode == 0, raw.stdout
    assert of_graph(site, "--check", "site/a.html").code == 0
    assert of_graph(site, "--dry-run", "site/a.html").out == ""


def test_check_and_dry_run_together_show_what_is_missing(site: Path) -> None:
    done = of_graph(site, "--check", "--dry-run", "site/a.html")
    assert (done.code, done.err) == (1, "site/a.html: not up to date\n")
    assert done.out.startswith("--- site/a.html\n+++ site/a.html\n@@ ")


def test_a_backup_is_the_page_as_it_was(site: Path) -> None:
    assert of_graph(site, "--backup", "site/a.html").code == 0
    assert (site / "site" / "a.html.bak").read_bytes() == PAGE
    assert of_graph(site, "--backup", "site/a.html").code == 0
    assert sorted(path.name for path in (site / "site").iterdir()) == ["a.html", "a.html.bak", "more"]


def test_a_page_that_is_up_to_date_is_not_written(site: Path) -> None:
    assert of_graph(site, "site/a.html").code == 0
    before = (site / "site" / "a.html").stat()
    assert of_graph(site, "site/a.html").code == 0
    after = (site / "site" / "a.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_permissions_and_links_stay(site: Path) -> None:
    page, link = site / "site" / "a.html", site / "link.html"
    page.chmod(0o640)
    link.symlink_to(page)
    assert of_graph(site, "link.html").code == 0
    assert link.is_symlink()
    assert page.stat().st_mode & 0o777 == 0o640
    assert split(page.read_bytes()) == (MARKUP, PAGE)


def test_messages_can_be_json(site: Path) -> None:
    done = kgexport("--log-format", "json", "embed", "--graph", "markup.jsonld", "site/more/b.htm", cwd=site)
    assert [json.loads(line) for line in done.err.splitlines()] == [
        {
            "level": "info",
            "source": "site/more/b.htm",
            "warning": "the page describes the article also as NewsArticle in JSON-LD (line 7); "
            "--merge brings both together",
            "line": 7,
        },
        {"level": "info", "source": "site/more/b.htm", "outcome": "inserted"},
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("none.html",), "none.html: there is no such file; check the path"),
        (("empty",), "empty has no pages in it (.htm .html .xht .xhtml); name the files"),
        (("https://news.example/a",), "https://news.example/a is an address, and embed changes files; give a path"),
        (("--graph", "markup.jsonld", "site"), "--graph is for one page, but there are several; embed them one by one"),
        (("--url", "https://a.example/", "site"), "--url is for one page, but there are several"),
        (("--graph", "markup.jsonld", "--source", "a.txt", "site/a.html"), "--source and --graph both say what"),
        (("--graph", "none.ttl", "site/a.html"), "none.ttl"),
        (("--base", "no base", "site/a.html"), "no base"),
        (("--graph", "markup.jsonld", "open.html"), "open.html:1: the script 'kgexport' has no </script>"),
        (("--graph", "markup.jsonld", "notes.txt"), "notes.txt is no HTML page; give the page, and the article's text"),
        (("--graph", "markup.jsonld", "markup.jsonld"), "markup.jsonld is no HTML page"),
        (("text.html",), "text.html is a page without text; give the page of an article"),
    ],
)  # fmt: skip
def test_what_cannot_work_is_one_line_and_changes_nothing(arguments: tuple[str, ...], message: str, site: Path) -> None:
    (site / "empty").mkdir()
    (site / "open.html").write_text(START)
    (site / "text.html").write_text("<p></p>")
    (site / "notes.txt").write_text("a <b> c")
    before = {path: path.read_bytes() for path in site.rglob("*.*") if path.is_file()}
    done = embed(site, *arguments)
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
    assert message in done.err
    assert {path: path.read_bytes() for path in site.rglob("*.*") if path.is_file()} == before


def test_a_budget_is_for_the_bytes_that_the_script_holds(site: Path) -> None:
    text = PAGE.replace(b"Ada Berg", "Åda Bergström Ýrsdóttir Þórarinsson".encode() * 6)
    (site / "site" / "a.html").write_bytes(text)
    whole = embed(site, "site/a.html", "--dry-run")
    assert whole.code == 0
    sizes = []
    for budget in (100_000, 1500):
        done = embed(site, "site/a.html", "--max-bytes", str(budget))
        assert done.code == 0, done.err
        page = (site / "site" / "a.html").read_bytes()
        sizes.append(len(page.partition(START.encode())[2].partition(END.encode())[0]))
        assert sizes[-1] <= budget
    assert sizes[1] < sizes[0]
    assert "left out" in done.err
