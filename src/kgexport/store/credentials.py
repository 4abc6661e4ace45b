"""Who one is to a store: from the environment or netrc, and nowhere else; keeps secrets out of messages."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field

from requests import PreparedRequest
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
from requests.utils import get_netrc_auth

from kgexport.errors import InputError
from kgexport.store.profiles import Profile, Scheme

USER, PASSWORD, TOKEN = "KGEXPORT_STORE_USER", "KGEXPORT_STORE_PASSWORD", "KGEXPORT_STORE_TOKEN"
_SHORTEST = 4
"""Secrets with fewer characters are not looked for in messages: they stand in every other word."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """A user with a password, or a token, or nothing. Its `repr` shows none of them."""

    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    def __bool__(self) -> bool:
        return bool(self.user or self.token)

    @classmethod
    def found(cls, environ: Mapping[str, str], address: str) -> Credentials:
        """Those of the environment, else the entry of the host in netrc; raises InputError for half of them."""
        user, password, token = (environ.get(name, "") for name in (USER, PASSWORD, TOKEN))
        if token and (user or password):
            raise InputError(f"{TOKEN} and {USER} are both set; unset the one that the store does not want")
        if password and not user:
            raise InputError(f"{PASSWORD} is set, but {USER} is not")
        for name, value in ((USER, user), (TOKEN, token)):
            if not value.isprintable() or (name == TOKEN and not value.isascii()):
                raise InputError(f"{name} has a character that cannot be sent; check that it was copied whole")
        if not user and not token:
            user, password = get_netrc_auth(address) or ("", "")
        return cls(user, password, token)

    def authentication(self, profile: Profile) -> AuthBase | None:
        """What signs each request for that kind of store."""
        if self.token:
            return _Token(profile.token, self.token)
        if not self.user:
            return None
        # as bytes, since requests would write text as Latin-1 (RFC 7617, section 2.1)
        user, password = self.user.encode(), self.password.encode()
        return (
            HTTPDigestAuth(self.user, self.password)
            if profile.scheme is Scheme.DIGEST
            else HTTPBasicAuth(user, password)
        )

    def redacted(self, text: str) -> str:
        """The text without the secrets, which a server may have repeated."""
        basic = b64encode(f"{self.user}:{self.password}".encode()).decode() if self.user else ""
        for secret in (self.password, self.token, basic):
            if len(secret) >= _SHORTEST:
                text = text.replace(secret, "***")
        return text


class _Token(AuthBase):
    """A token in `Authorization` (RFC 6750, section 2.1); an AuthBase, since netrc would replace a mere header."""

    def __init__(self, word: str, token: str) -> None:
        self._value = f"{word} {token}"

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        request.headers["Authorization"] = self._value
        return request
