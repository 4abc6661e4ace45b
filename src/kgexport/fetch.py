"""Opens a path, `-` or a URL as bytes: the only inbound network; knows nothing of what an article is."""

from __future__ import annotations

import re
import sys
import time
from email.message import Message
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urldefrag, urlsplit, urlunsplit

from kgexport.errors import InputError, OutsideError, shown
from kgexport.model import Source
from kgexport.read.encoding import refuse_binary

if TYPE_CHECKING:
    from requests import Response

SIZE_LIMIT = 20_000_000
"""Bytes that a source may have, file or page: far more than any article."""
TIMEOUT = 30.0
"""Seconds to wait for a connection, and for each next piece of an answer."""
DEADLINE = 120.0
"""Seconds that a whole download may take."""

_PIECE = 1 << 16
_AGENT = "kgexport"
_ARTICLES = "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5"
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_BY_EXTENSION = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".xml": "application/xml",
    ".rss": "application/rss+xml",
    ".csv": "text/csv",
    ".ttl": "text/turtle",
    ".nt": "application/n-triples",
    ".nq": "application/n-quads",
    ".trig": "application/trig",
}


def open_source(where: str, stdin: BinaryIO | None = None) -> Source:
    """Read all bytes of a file, of standard input (`-`; `stdin` in its place in tests) or of an http(s) URL.

    Raises InputError for what is missing, empty, binary, larger than `SIZE_LIMIT` or otherwise unreadable, and
    OutsideError where the network or the server failed.
    """
    scheme = _SCHEME.match(where)
    if not where:
        raise InputError("a source has an empty name; give a path, an http(s) URL, or - for stdin")
    if where == "-":
        source = _from_stream(_stdin() if stdin is None else stdin)
    elif scheme is None:
        source = _from_file(where)
    elif scheme[1].lower() in ("http", "https"):
        source = open_url(where)
    else:
        raise InputError(f"{shown(where)}: {scheme[1]} addresses cannot be read; give a path or an http(s) URL")
    if not source.body:
        raise InputError(f"{source.name} is empty; give a file or page with the text of an article")
    refuse_binary(source.body, source.name)
    return source


def media_type(body: bytes, stated: str | None) -> str:
    """The media type of some bytes: what is stated, unless that says no more than "text" or "bytes"."""
    if stated is not None and stated not in ("text/plain", "application/octet-stream"):
        return stated
    start = body[:8192].removeprefix(b"\xef\xbb\xbf")
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        start = start[2:].replace(b"\0", b"")
    return "text/html" if _HTML_START.match(start) else "text/plain"


def _too_large(name: str) -> InputError:
    return InputError(f"{name} has more than {SIZE_LIMIT:,} bytes; give one article, not a collection")


def _stdin() -> BinaryIO:
    if sys.stdin is None:
        raise InputError("-: stdin is closed; give a path or an http(s) URL")
    return sys.stdin.buffer


def _from_stream(stream: BinaryIO) -> Source:
    body = stream.read(SIZE_LIMIT + 1)
    if len(body) > SIZE_LIMIT:
        raise _too_large("-")
    return Source(body, media_type(body, None), "-")


def _from_file(where: str) -> Source:
    name, path = shown(where), Path(where)
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise _too_large(name)
        if path.is_dir():
            raise InputError(f"{name} is a folder; give the files in it, e.g. {name.rstrip('/')}/*.txt")
        with path.open("rb") as file:
            body = file.read(SIZE_LIMIT + 1)
    except FileNotFoundError:
        raise InputError(f"{name}: there is no such file; check the path") from None
    except PermissionError:
        raise InputError(f"{name} may not be read; check its permissions") from None
    except (OSError, ValueError) as error:
        raise InputError(
            f"{name} cannot be read: {getattr(error, 'strerror', None) or error}; check the path"
        ) from None
    if len(body) > SIZE_LIMIT:
        raise _too_large(name)
    return Source(body, media_type(body, _BY_EXTENSION.get(path.suffix.lower())), name, file=path)


def open_url(where: str, accept: str = _ARTICLES) -> Source:
    """What an http(s) URL answers when it is asked for the media types of `accept`; it may be empty or binary.

    Raises InputError for what is no URL or too large, and OutsideError where the network or the server failed.
    """
    import requests

    headers = {"User-Agent": _AGENT, "Accept": accept}
    try:
        name = shown(_public(where))
    except ValueError:
        raise InputError(f"{shown(where)} is not a valid URL; check the address") from None
    try:
        with requests.get(where, headers=headers, timeout=TIMEOUT, stream=True) as response:
            if response.status_code >= 400:
                status = f"{response.status_code} {response.reason or ''}".strip()
                raise OutsideError(f"{name}: the server answered {status}; check the address or try again later")
            body = _download(response, name)
            stated = Message()
            stated["Content-Type"] = response.headers.get("Content-Type", "")
            url = _public(response.url or where)
    except (requests.exceptions.InvalidURL, UnicodeError):
        raise InputError(f"{name} is not a valid URL; check the address") from None
    except requests.exceptions.Timeout:
        raise OutsideError(f"{name}: no answer within {TIMEOUT:g} s; try again later") from None
    except (requests.exceptions.RequestException, OSError) as error:
        raise OutsideError(
            f"{name}: the network failed ({_reason(error)}); check the address and the connection"
        ) from None
    header = stated.get_content_type() if stated["Content-Type"] else None
    return Source(body, media_type(body, header), name, url, stated.get_content_charset())


def _download(response: Response, name: str) -> bytes:
    length = response.headers.get("Content-Length", "")
    if length.isdigit() and int(length) > SIZE_LIMIT:
        raise _too_large(name)
    end, pieces, size = time.monotonic() + DEADLINE, [], 0
    for piece in response.iter_content(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > SIZE_LIMIT:
            raise _too_large(name)
        if time.monotonic() > end:
            raise OutsideError(f"{name}: not complete after {DEADLINE:g} s; try again later")
    return b"".join(pieces)


def _public(url: str) -> str:
    """The URL without fragment, user name and password: what may be printed and published."""
    parts = urlsplit(urldefrag(url)[0])
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _reason(error: Exception) -> str:
    """The innermost cause of a network error in a few words."""
    inner: BaseException = error
    while (cause := inner.__cause__ or inner.__context__) is not None:
        inner = cause
    return shown(getattr(inner, "strerror", None) or type(inner).__name__)
