"""Finds out what kind of store an address is that of; changes nothing there."""

from __future__ import annotations

import requests

from kgexport.errors import InputError
from kgexport.store.base import RefusedError
from kgexport.store.client import CONNECT_TIMEOUT, reason_of
from kgexport.store.profiles import PROFILES, Profile, by_address, by_server
from kgexport.store.retry import Retry, Transient


def detect(address: str, retry: Retry) -> Profile:
    """The profile by what only one kind of store has in its address, else by the `Server` header of an answer.

    No credentials are sent: it is not known yet whom they would go to. Raises InputError where neither tells, and
    RefusedError where nothing answers.
    """
    profile = by_address(address)
    if profile is not None:
        return profile
    try:
        said = retry.call(lambda: _server_header(address))
    except Transient as reason:
        raise RefusedError(f"{address}: {reason}; check that the store runs and that the address is right") from reason
    profile = by_server(said)
    if profile is None:
        names = ", ".join(known.name for known in PROFILES)
        raise InputError(f"{address}: cannot tell what kind of store this is; say it with --store-type: {names}")
    return profile


def _server_header(address: str) -> str:
    try:
        with requests.get(
            address,
            timeout=CONNECT_TIMEOUT,
            stream=True,
            allow_redirects=False,
            headers={"User-Agent": "kgexport"},
            auth=_nobody,
        ) as answer:
            return answer.headers.get("Server", "")
    except (requests.exceptions.RequestException, OSError) as error:
        raise Transient(f"no answer ({reason_of(error)})", unreachable=True) from None


def _nobody(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Signs nothing; given, so that requests does not take an entry of netrc."""
    return request
