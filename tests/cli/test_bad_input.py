"""Bad input gets one line that says what and where, the documented exit code, and leaves nothing half written."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pytest

from kgexport.errors import InputError
from kgexport.fetch import open_source
from tests.support.privileges import unprivileged
from tests.support.process import Run, kgexport

ARTICLE = "A storm hit the coast\n\nA storm hit the coast of Norland on Monday. Nobody was hurt.\n"


@dataclass(frozen=True)
class Bad:
    """A wrong call: how the folder is laid out, what is called, what must be said."""

    name: str
    arguments: tuple[str, ...]
    says: str
    code: int = 2
    lay_out: Callable[[Path], object] = lambda folder: None
    stdin: bytes = b""


def _file(name: str, content: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_bytes(content)


def _text(folder: Path) -> object:
    return (folder / "a.txt").write_text(ARTICLE)


def _two_of_one_name(folder: Path) -> object:
    (folder / "b").mkdir()
    (folder / "b" / "a.txt").write_text(ARTICLE)
    return _text(folder)


def _output_is_a_file(folder: Path) -> object:
    (folder / "out").write_text("precious")
    return _text(folder)


def _output_cannot_be_made(folder: Path) -> object:
    (folder / "graphs").mkdir()
    (folder / "graphs" / "a.ttl").mkdir()
    return _text(folder)


def _closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


EXPORT = (
    Bad("missing file", ("export", "a.txt"), "a.txt"),
    Bad("folder", ("export", "d"), "folder", lay_out=lambda folder: (folder / "d").mkdir()),
    Bad("empty file", ("export", "a.txt"), "empty", lay_out=_file("a.txt", b"")),
    Bad("only white space", ("export", "a.txt"), "a.txt", lay_out=_file("a.txt", b" \n\n\t\n")),
    Bad("only a byte order mark", ("export", "a.txt"), "a.txt", lay_out=_file("a.txt", b"\xef\xbb\xbf")),
    Bad("binary", ("export", "a.txt"), "a.txt", lay_out=_file("a.txt", bytes(range(256)) * 4)),
    Bad("picture", ("export", "a.txt"), "a.txt", lay_out=_file("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")),
    Bad("PDF", ("export", "a.pdf"), "PDF", lay_out=_file("a.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj")),
    Bad("50 MB of text", ("export", "a.txt"), "20,000,000", lay_out=_file("a.txt", b"word " * 10_000_000)),
    Bad(
        "only a source line", ("export", "a.txt"), "a.txt", lay_out=_file("a.txt", b"Original Source: www.x.example\n")
    ),
    Bad("no words", ("export", "a.txt"), "a.txt", lay_out=_file("a.txt", b"*** --- ***\n")),
    Bad("empty stdin", ("export", "-", "-o", "-"), "-"),
    Bad("unknown format", ("export", "-f", "turtel", "a.txt"), "did you mean turtle?", lay_out=_text),
    Bad("unknown reader", ("export", "--from", "docx", "a.txt"), "known: html, text", lay_out=_text),
    Bad("unknown model", ("export", "--model", "nothing_here", "a.txt"), "nothing_here", lay_out=_text),
    Bad("unknown linker", ("export", "--linker", "magic", "a.txt"), "known:", lay_out=_text),
    Bad("base without scheme", ("export", "--base", "example", "a.txt"), "absolute", lay_out=_text),
    Bad("base with a broken host", ("export", "--base", "https://[x/", "a.txt"), "absolute", lay_out=_text),
    Bad("base with a fragment", ("export", "--base", "https://x.example/#", "a.txt"), "absolute", lay_out=_text),
    Bad("package that is no model", ("export", "--model", "os", "a.txt"), "no language model 'os'", lay_out=_text),
    Bad("empty name", ("export", ""), "empty name"),
    Bad("unknown schema scheme", ("export", "--schema-iri", "ftp", "a.txt"), "http, https", lay_out=_text),
    Bad("no date", ("export", "--published", "yesterday", "a.txt"), "'yesterday' is no date", lay_out=_text),
    Bad("date that no calendar has", ("export", "--published", "2024-02-31", "a.txt"), "no date", lay_out=_text),
    Bad("date before all calendars", ("export", "--published", "0000", "a.txt"), "'0000' is no date", lay_out=_text),
    Bad("date by week", ("export", "--published", "2024-W41-4", "a.txt"), "no date", lay_out=_text),
    Bad(
        "no such zone",
        ("export", "--published", "2024-10-10T12:00+20:00", "a.txt"),
        "no date",
        lay_out=_text,
    ),
    Bad("no URL", ("export", "--url", "story", "a.txt"), "no absolute URL", lay_out=_text),
    Bad("URL without host", ("export", "--url", "https:///a", "a.txt"), "no absolute URL", lay_out=_text),
    Bad("URL not in UTF-8", ("export", "--url", "https://x.example/\udcff", "a.txt"), "no absolute", lay_out=_text),
    Bad(
        "one URL for two articles", ("export", "--url", "https://x.example/", "a.txt", "b.txt"), "--url", lay_out=_text
    ),
    Bad(
        "two formats to stdout",
        ("export", "-o", "-", "-f", "trig", "-f", "turtle", "a.txt"),
        "one format",
        lay_out=_text,
    ),
    Bad("two JSON-LDs to stdout", ("export", "-o", "-", "-f", "jsonld", "a.txt", "b.txt"), "JSON-LD", lay_out=_text),
    Bad("output is a file", ("export", "a.txt"), "out", lay_out=_output_is_a_file),
    Bad("file in the way", ("export", "-o", "graphs", "a.txt"), "a.ttl", lay_out=_output_cannot_be_made),
    Bad(
        "one name twice", ("export", "-f", "nt", "a.txt", "b/a.txt"), "just written for a.txt", lay_out=_two_of_one_name
    ),
    Bad("FTP", ("export", "ftp://x.example/a.txt"), "ftp"),
    Bad("no server", ("export", f"http://127.0.0.1:{_closed_port()}/a"), "127.0.0.1", code=3),
    Bad("bad settings file", ("export", "a.txt"), "did you mean base", lay_out=_file("kgexport.toml", b"bas = 'x'")),
)
OTHERS = (
    Bad("validate a missing file", ("validate", "a.ttl"), "a.ttl"),
    Bad("validate bad Turtle", ("validate", "a.ttl"), "a.ttl", lay_out=_file("a.ttl", b"<a> <b> .")),
    Bad("validate an unknown format", ("validate", "a.docx"), "a.docx", lay_out=_file("a.docx", b"x")),
    Bad("query without a query", ("query", "a.nt"), "--query", lay_out=_file("a.nt", b"")),
    Bad("query that is none", ("query", "a.nt", "-q", "SELECT"), "the query", lay_out=_file("a.nt", b"")),
    Bad("query over bad N-Triples", ("query", "a.nt", "-q", "ASK {}"), "a.nt", lay_out=_file("a.nt", b"<a>")),
    Bad(
        "query with unknown result",
        ("query", "a.nt", "-q", "ASK {}", "-f", "xls"),
        "known:",
        lay_out=_file("a.nt", b""),
    ),
    Bad("query file that is missing", ("query", "a.nt", "--file", "q.rq"), "q.rq", lay_out=_file("a.nt", b"")),
    Bad(
        "query that names a closed server",
        (
            "query",
            "a.nt",
            "--service",
            "-q",
            f"SELECT * {{ SERVICE <http://127.0.0.1:{_closed_port()}/> {{ ?s ?p ?o }} }}",
        ),
        "the query cannot be answered",
        code=3,
        lay_out=_file("a.nt", b""),
    ),
    Bad(
        "query that names a server, unasked",
        ("query", "a.nt", "-q", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"),
        "--service",
        lay_out=_file("a.nt", b""),
    ),
    Bad("inspect a missing file", ("inspect", "a.txt"), "a.txt"),
)


def _check(case: Bad, done: Run) -> None:
    assert done.code == case.code, done.err
    assert "Traceback" not in done.err
    errors = [line for line in done.err.splitlines() if line.startswith("kgexport: ")]
    assert len(errors) == 1, done.err
    assert case.says in errors[0]
    assert done.out == ""


@pytest.mark.slow
@pytest.mark.parametrize("case", [*EXPORT, *OTHERS], ids=lambda case: case.name)
def test_bad_input_gets_one_line(case: Bad, tmp_path: Path) -> None:
    case.lay_out(tmp_path)
    before = _files(tmp_path)
    done = kgexport(*case.arguments, cwd=tmp_path, stdin=case.stdin)
    _check(case, done)
    kept = {path: data for path, data in _files(tmp_path).items() if path in before}
    assert kept == before
    if case.name != "one name twice":
        assert _files(tmp_path) == before


def _files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_no_permission(tmp_path: Path) -> None:
    _text(tmp_path)
    source = tmp_path / "a.txt"
    source.chmod(0)
    with unprivileged(), pytest.raises(InputError, match="may not be read; check its permissions") as caught:
        open_source(str(source))
    assert str(source) in str(caught.value)
    assert caught.value.exit_code == 2


@pytest.mark.slow
def test_usage_errors_exit_with_two(tmp_path: Path) -> None:
    for arguments in (("export",), ("nothing",), ("export", "--nothing", "a.txt"), ("validate",)):
        done = kgexport(*arguments, cwd=tmp_path)
        assert done.code == 2
        assert "Traceback" not in done.err
        assert done.out == ""


@pytest.mark.slow
def test_a_bad_source_does_not_lose_the_others(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(ARTICLE)
    (tmp_path / "bad.txt").write_bytes(b"")
    done = kgexport("--log-format", "json", "export", "bad.txt", "good.txt", "missing.txt", cwd=tmp_path)
    assert done.code == 2
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["good.jsonld", "good.ttl"]
    assert [line.split('"')[3] for line in done.err.splitlines()] == ["error", "info", "error"]


def _write_to(stdout: int | IO[bytes], folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Export to a stdout that does not take it."""
    _text(folder)
    command = [sys.executable, "-m", "kgexport", "export", "a.txt", "-o", "-"]
    return subprocess.run(command, cwd=folder, stdout=stdout, stderr=subprocess.PIPE, check=False)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_full_disk_behind_stdout_gets_one_line(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = _write_to(full, tmp_path)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("kgexport: cannot write to stdout")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.slow
def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = _write_to(writing, tmp_path)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
def test_a_closed_stdout_gets_one_line(tmp_path: Path) -> None:
    _text(tmp_path)
    command = ["sh", "-c", 'exec "$0" -m kgexport export a.txt -o - >&-', sys.executable]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stderr.decode() == "kgexport: stdout is closed; give a folder with --output\n"


@pytest.mark.slow
def test_an_error_of_our_own_gets_one_line_and_its_own_code(tmp_path: Path) -> None:
    program = (
        "import kgexport.cli, kgexport.pipeline, kgexport.settings, sys\n"
        "def broken(*_): raise RuntimeError('two\\nlines')\n"
        "kgexport.pipeline.process_article = broken\n"
        "kgexport.settings.load_settings = broken if sys.argv.pop() == 'early' else kgexport.settings.load_settings\n"
        "kgexport.cli.main()"
    )
    _text(tmp_path)
    for when in ("early", "late"):
        command = [sys.executable, "-c", program, "export", "a.txt", when]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 70
        assert "internal error in <string>:2 (RuntimeError: two lines); please report it" in done.stderr
        assert done.stderr.count("\n") == 1


@pytest.mark.slow
def test_an_existing_file_is_replaced_as_a_whole_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.ttl").write_text("old")
    (tmp_path / "out" / "a.jsonld").mkdir()
    done = kgexport("export", "a.txt", cwd=tmp_path)
    assert done.code == 2
    assert (tmp_path / "out" / "a.ttl").read_text() != ""
    assert not [path for path in (tmp_path / "out").iterdir() if path.name not in ("a.ttl", "a.jsonld")]
