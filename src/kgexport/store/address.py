"""The address of a store: checked, without secrets, and the endpoints behind it; sends nothing."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

from pyoxigraph import NamedNode

from kgexport.errors import InputError, shown
from kgexport.store.profiles import Profile

_SCHEMES = ("http", "https")
_NOT_IN_URLS = frozenset('<>"{}|\\^`')


def is_url(store: str) -> bool:
    """Whether a store is named by a URL, and not by a folder."""
    return "://" in store or store.lower().startswith(("http:", "https:"))


def checked_address(address: str) -> str:
    """The address without a slash at its end. Raises InputError for what is no address of a store.

    A user name or a password in it is refused and not repeated: addresses stand in messages and in resume files.
    """
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise InputError("--store: the address is not a valid URL; write it as http://HOST:PORT/PATH") from None
    if "@" in parts.netloc:
        raise InputError(
            f"--store: the address of {host} has a user name or a password in it; leave them out and set "
            "KGEXPORT_STORE_USER and KGEXPORT_STORE_PASSWORD"
        )
    printable = shown(address)
    if parts.scheme.lower() not in _SCHEMES:
        raise InputError(f"--store {printable}: not an http(s) address or a folder")
    if not host or port == 0:
        raise InputError(f"--store {printable}: no host in the address; write it as http://HOST:PORT/PATH")
    if "?" in address or "#" in address:
        raise InputError(f"--store {printable.partition('?')[0]}: give the address without '?' and '#'")
    if any(sign in _NOT_IN_URLS or sign.isspace() or not sign.isprintable() for sign in address):
        raise InputError(f"--store {printable}: a character that no URL has; percent-encode it")
    path = quote(parts.path, safe="/%:@!$&'()*+,;=-._~").rstrip("/")
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), path, "", ""))


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Where a store takes graphs, queries and updates; None where it does not."""

    graph_store: str | None
    query: str | None
    update: str | None

    @classmethod
    def of(cls, address: str, profile: Profile) -> Endpoints:
        """Those of a checked address, which may also be that of one of the endpoints."""
        base = _without_endpoint(address, profile)
        places = (profile.graph_store, profile.query, profile.update)
        return cls(*(None if place is None else base + place for place in places))


def _without_endpoint(address: str, profile: Profile) -> str:
    for place in sorted(filter(None, (profile.graph_store, profile.query, profile.update)), key=len, reverse=True):
        plain = place.rstrip("/")
        if address.endswith(plain):
            return address.removesuffix(plain)
    return address


def graph_url(endpoint: str, name: NamedNode) -> str:
    """The URL of a graph at a Graph Store endpoint (Graph Store HTTP Protocol, section 4.2), all of it encoded."""
    return f"{endpoint}?graph={quote(name.value, safe='')}"
