"""Opening sources: every way it can fail is one line that says what, where and what to do."""

from __future__ import annotations

import io
import os
import socket
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from kgexport import fetch
from kgexport.errors import InputError, OutsideError, shown
from kgexport.fetch import media_type, open_source
from tests.support.server import serving

PAGES: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, {"Content-Type": "text/html; charset=ISO-8859-1"}, b"<p>caf\xe9</p>"),
    "/plain": (200, {"Content-Type": "text/plain"}, b"Just text."),
    "/mislabelled": (200, {"Content-Type": "text/plain; charset=utf-8"}, b"<!DOCTYPE html><p>text"),
    "/untyped": (200, {}, b"<html><p>text"),
    "/moved": (302, {"Location": "/page#part"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/file": (302, {"Location": "file:///etc/hostname"}, b""),
    "/missing": (404, {}, b"no"),
    "/broken": (503, {}, b"no"),
    "/empty": (200, {"Content-Type": "text/html"}, b""),
    "/pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.4"),
    "/large": (200, {"Content-Type": "text/plain"}, b"x" * 2000),
    "/cut": (200, {"Content-Type": "text/plain", "Content-Length": "500"}, b"x"),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, headers, body = PAGES[self.path.split("?")[0]]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as in the base class
        """Tests are silent."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving(Handler) as address:
        yield address


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")


def one_line(error: BaseException) -> str:
    message = str(error)
    assert message
    assert "\n" not in message
    return message


def test_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Text.")
    source = open_source(str(path))
    assert (source.body, source.media_type, source.name, source.url) == (b"Text.", "text/plain", str(path), None)
    assert source.stem == "a"


@pytest.mark.parametrize(
    ("name", "body", "expected"),
    [
        ("a.html", b"text", "text/html"),
        ("a.HTM", b"text", "text/html"),
        ("a.xhtml", b"text", "application/xhtml+xml"),
        ("a", b"text", "text/plain"),
        ("a.md", b"text", "text/plain"),
        ("a.json", b"{}", "application/json"),
        ("a.txt", b"\n<!doctype HTML>", "text/html"),
        ("a", b"<html lang=en>", "text/html"),
        ("a", b"\xef\xbb\xbf<!-- saved --><HTML>", "text/html"),
        ("a", b"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC>", "text/html"),
        ("a", "<!doctype html>".encode("utf-16"), "text/html"),
        ("a.txt", b"<htmlx>", "text/plain"),
        ("a.txt", b"About <html> pages", "text/plain"),
    ],
)
def test_media_type_of_files(tmp_path: Path, name: str, body: bytes, expected: str) -> None:
    (tmp_path / name).write_bytes(body)
    assert open_source(str(tmp_path / name)).media_type == expected


def test_stated_media_type_wins_where_it_says_something() -> None:
    assert media_type(b"<html>", "application/json") == "application/json"
    assert media_type(b"<html>", "application/octet-stream") == "text/html"


def test_stdin() -> None:
    source = open_source("-", io.BytesIO(b"Text."))
    assert (source.body, source.name, source.stem) == (b"Text.", "-", "article")


def test_closed_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match="stdin is closed"):
        open_source("-")


def test_empty_name() -> None:
    with pytest.raises(InputError, match="empty name"):
        open_source("")


def test_the_stem_of_an_odd_file_name_is_its_own(tmp_path: Path) -> None:
    (tmp_path / "a\nb?.txt").write_bytes(b"Text.")
    assert open_source(str(tmp_path / "a\nb?.txt")).stem == "a\nb?"


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such file") as caught:
        open_source(str(tmp_path / "none.txt"))
    assert str(tmp_path / "none.txt") in one_line(caught.value)


def test_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        open_source(str(tmp_path))


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Text.")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match="may not be read; check its permissions"):
        open_source(str(path))


@pytest.mark.parametrize("where", ["a\0b", "x" * 5000, "a\nb.txt", ""])
def test_impossible_names(where: str) -> None:
    with pytest.raises(InputError) as caught:
        open_source(where)
    one_line(caught.value)


def test_empty(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    with pytest.raises(InputError, match=r"a\.txt is empty"):
        open_source(str(tmp_path / "a.txt"))
    with pytest.raises(InputError, match="- is empty"):
        open_source("-", io.BytesIO(b""))


def test_large_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(fetch.SIZE_LIMIT + 1)

    def refuse(*_: object) -> None:
        raise AssertionError("the file was opened")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match="more than 20,000,000 bytes"):
        open_source(str(path))


def test_endless_streams_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "SIZE_LIMIT", 1000)
    with pytest.raises(InputError, match="more than 1,000 bytes"):
        open_source("-", io.BytesIO(b"x" * 1001))
    if Path("/dev/zero").exists():
        with pytest.raises(InputError, match="more than 1,000 bytes"):
            open_source("/dev/zero")


def test_limit_itself_is_fine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "SIZE_LIMIT", 1000)
    assert len(open_source("-", io.BytesIO(b"x" * 1000)).body) == 1000


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_named_pipe(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(b"Text.",))
    writer.start()
    assert open_source(str(path)).body == b"Text."
    writer.join()


def test_binary_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 ...")
    with pytest.raises(InputError, match=r"a\.pdf is a PDF document, not text"):
        open_source(str(tmp_path / "a.pdf"))
    with pytest.raises(InputError, match="a zero byte at offset 1"):
        open_source("-", io.BytesIO(b"a\0b"))


def test_wide_text_is_no_binary() -> None:
    assert open_source("-", io.BytesIO("Some text.".encode("utf-16-le"))).media_type == "text/plain"


def test_url(server: str) -> None:
    source = open_source(f"{server}/page#part")
    assert (source.body, source.media_type, source.charset) == (b"<p>caf\xe9</p>", "text/html", "iso-8859-1")
    assert source.url == source.name == f"{server}/page"


@pytest.mark.parametrize(
    ("path", "expected"), [("/plain", "text/plain"), ("/mislabelled", "text/html"), ("/untyped", "text/html")]
)
def test_media_type_of_pages(server: str, path: str, expected: str) -> None:
    assert open_source(server + path).media_type == expected


def test_redirection_gives_the_last_url(server: str) -> None:
    assert open_source(f"{server}/moved").url == f"{server}/page"


def test_credentials_are_not_told(server: str) -> None:
    source = open_source(server.replace("://", "://jane:secret@") + "/page")
    assert source.url == source.name == f"{server}/page"
    with pytest.raises(OutsideError) as caught:
        open_source(server.replace("://", "://jane:secret@") + "/missing")
    assert "secret" not in one_line(caught.value)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/missing", "the server answered 404 Not Found"),
        ("/broken", "the server answered 503 Service Unavailable"),
        ("/loop", "the network failed"),
        ("/file", "the network failed"),
        ("/cut", "the network failed"),
    ],
)
def test_what_fails_outside(server: str, path: str, message: str) -> None:
    with pytest.raises(OutsideError, match=message) as caught:
        open_source(server + path)
    assert one_line(caught.value).startswith(server + path)
    assert caught.value.exit_code == 3


def test_unreachable_server() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        with pytest.raises(OutsideError, match="the network failed") as caught:
            open_source(f"http://127.0.0.1:{port}/")
    one_line(caught.value)


def test_time_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "TIMEOUT", 0.2)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        with pytest.raises(OutsideError, match=r"no answer within 0\.2 s"):
            open_source(f"http://127.0.0.1:{silent.getsockname()[1]}/")


@pytest.mark.parametrize("path", ["/empty", "/pdf"])
def test_unusable_pages(server: str, path: str) -> None:
    with pytest.raises(InputError):
        open_source(server + path)


def test_large_pages(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "SIZE_LIMIT", 1000)
    with pytest.raises(InputError, match="more than 1,000 bytes"):
        open_source(f"{server}/large")


@pytest.mark.parametrize(
    "where", ["ftp://example.com/a", "file:///etc/hostname", "http://", "http://[bad", "https://exa mple/"]
)
def test_unusable_urls(where: str) -> None:
    with pytest.raises(InputError) as caught:
        open_source(where)
    one_line(caught.value)


def test_shown_is_one_line() -> None:
    assert shown("a\nb\tc\x1b[1m é") == r"a\nb\tc\x1b[1m é"
