"""Recognises a line that names where a text was taken from, `Original Source: www.ekathimerini.com`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from kgexport.read.rules import alternatives, rules

_LONGEST = 300
_MOST_WORDS = 8
_URL = re.compile(r"https?://[^\s<>\"()]{3,}", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,6}[a-z]{2,24}(?:/[^\s<>\"()]*)?")


@dataclass(frozen=True, slots=True)
class Credit:
    """What a source line states."""

    name: str
    """As printed; of a URL its host."""
    url: str | None


def credit(line: str) -> Credit | None:
    """The source that a line names by a URL, a domain or a short name; None for any other line."""
    if len(line) > _LONGEST:
        return None
    match = re.match(rf"[\[(*_\s]*(?:{alternatives(rules().source_labels)})\s*:\s*", line, re.IGNORECASE)
    value = line[match.end() :].strip(" \t\n*_[]") if match else ""
    if not any(c.isalnum() for c in value):
        return None
    address = _address(value)
    if address is None:
        return Credit(value, None) if _is_name(value) else None
    printed, url = address
    name = value.replace(printed, "").strip(" \t\n,;:.|–—-()<>")
    if name and not _is_name(name):
        return None
    return Credit(name or (_host(url) if "://" in printed else printed.split("/")[0]), url)


def _address(value: str) -> tuple[str, str] | None:
    """The first URL or domain, as printed and as a URL."""
    match = _URL.search(value)
    if match:
        printed = match[0].rstrip(".,;")
        return (printed, _normal(printed)) if _host(printed) else None
    for word in value.split():
        bare = word.strip("()<>,;").rstrip(".")
        if _DOMAIN.fullmatch(bare):
            return bare, _normal(f"https://{bare}")
    return None


def _normal(url: str) -> str:
    """Scheme and host in lower case, and never without a path (RFC 3986, section 6.2)."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.lower(), path=parts.path or "/"))


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _is_name(value: str) -> bool:
    """A name and not a sentence: few words, a capital or digit at the start, no full stop at the end."""
    words = value.split()
    return len(words) <= _MOST_WORDS and not words[0][0].islower() and not re.search(r"[^.\s]{3,}[.!?]$", value)
