"""Opens a store by what the user calls it: an address or a folder; knows no graph."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from kgexport.errors import InputError, UnknownNameError
from kgexport.store.address import Endpoints, checked_address, is_url
from kgexport.store.base import Target

if TYPE_CHECKING:
    from kgexport.store.limits import Limits
    from kgexport.store.profiles import Profile
    from kgexport.store.retry import Retry


class Protocol(StrEnum):
    """How graphs of a remote store are changed."""

    AUTO = "auto"
    GRAPH_STORE = "graph-store"
    UPDATE = "update"


@dataclass(frozen=True, slots=True)
class Where:
    """What the user says about a store."""

    store: str
    """A URL or a folder."""
    kind: str | None = None
    """Name of a profile; None: to be found out."""
    protocol: str = Protocol.AUTO
    query_url: str | None = None
    """The endpoint of queries, where it is not the one of the profile."""
    environ: Mapping[str, str] = field(default_factory=lambda: dict(os.environ), repr=False)
    """Where credentials are looked for."""


def identity_of(store: str) -> str:
    """What tells a store from others in a resume file, without asking it; raises InputError as `open_store` does."""
    return checked_address(store) if is_url(store) else Path(store).resolve().as_uri()


def check(where: Where) -> None:
    """Raises InputError for what no store can be called, without asking it."""
    from kgexport.store.profiles import by_name

    if not where.store.strip():
        raise InputError("--store: is empty; give the address of a store, or a folder")
    if where.protocol not in list(Protocol):
        raise UnknownNameError("protocol", where.protocol, list(Protocol))
    if is_url(where.store):
        checked_address(where.store)
        if where.kind is not None:
            by_name(where.kind)
        return
    for name, value in (("--store-type", where.kind), ("--query-url", where.query_url)):
        if value is not None:
            raise InputError(f"{name} is about a store at an address, but --store {where.store} is a folder")


def open_store(where: Where, limits: Limits, retry: Retry) -> Target:
    """The store, which is not asked for anything yet unless its kind has to be found out.

    Raises InputError for what no store can be called, and OutsideError where it does not answer.
    """
    check(where)
    if is_url(where.store):
        return _remote(where, limits, retry)
    from kgexport.store.local import LocalStore

    return LocalStore(Path(where.store))


def _remote(where: Where, limits: Limits, retry: Retry) -> Target:
    from kgexport.store.client import Client
    from kgexport.store.credentials import Credentials
    from kgexport.store.remote import GraphStore, SparqlUpdate

    address = checked_address(where.store)
    credentials = Credentials.found(where.environ, address)
    profile = _profile(where, address, retry)
    endpoints = Endpoints.of(address, profile)
    if where.query_url is not None:
        endpoints = replace(endpoints, query=checked_address(where.query_url))
    chosen = _protocol(where.protocol, profile)
    client = Client(address, profile, credentials, limits, retry)
    return (GraphStore if chosen is Protocol.GRAPH_STORE else SparqlUpdate)(client, endpoints, profile, limits.chunk)


def _profile(where: Where, address: str, retry: Retry) -> Profile:
    from kgexport.store.profiles import by_name

    if where.kind is not None:
        return by_name(where.kind)
    from kgexport.store.detect import detect

    return detect(address, retry)


def _protocol(wanted: str, profile: Profile) -> Protocol:
    places = {Protocol.GRAPH_STORE: profile.graph_store, Protocol.UPDATE: profile.update}
    if wanted == Protocol.AUTO:
        return Protocol.UPDATE if profile.graph_store is None else Protocol.GRAPH_STORE
    if places[Protocol(wanted)] is None:
        raise InputError(f"--protocol {wanted}: {profile.label} does not have it; leave --protocol out")
    return Protocol(wanted)
