"""Sends requests to a store: pooled connections, time-outs, retries, and what a bad answer means; knows no graph."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter

from kgexport.errors import OutsideError, shown
from kgexport.store.base import RefusedError
from kgexport.store.credentials import PASSWORD, TOKEN, USER, Credentials
from kgexport.store.limits import Limits
from kgexport.store.profiles import Profile
from kgexport.store.retry import AGAIN, FailingError, Retry, Transient

CONNECT_TIMEOUT = 10.0
"""Seconds to wait for a connection."""
BYTES_A_SECOND = 200_000
"""A slow store takes in so many: a large graph has as much longer before it counts as not answered."""
_SHOWN = 200
"""Characters of a server's words that a message repeats."""


class _OnePool(HTTPAdapter):
    """The connections of one store's servers.

    Without it, the pool is looked up by address, certificates and proxies for each request.
    """

    def __init__(self, connections: int) -> None:
        super().__init__(pool_maxsize=connections)
        self._found: dict[str, Any] = {}

    def get_connection_with_tls_context(self, request: Any, verify: Any, proxies: Any = None, cert: Any = None) -> Any:
        """The pool of the server that the request goes to; certificates and proxies are the same for all requests."""
        scheme, _, rest = request.url.partition("://")
        server = f"{scheme}://{rest.partition('/')[0]}"
        if server not in self._found:
            self._found[server] = super().get_connection_with_tls_context(request, verify, proxies, cert)
        return self._found[server]


class Client:
    """One store's connections; may be used from several threads at once."""

    def __init__(self, address: str, profile: Profile, credentials: Credentials, limits: Limits, retry: Retry) -> None:
        self.address = address
        self.retry = retry
        self._credentials, self._limits = credentials, limits
        self._session = self._opened()
        self._auth = credentials.authentication(profile)
        self._template = self._session.prepare_request(requests.Request("GET", address))

    def _opened(self) -> requests.Session:
        """A session with proxies and certificates of the environment, which requests would else look up each time."""
        session = requests.Session()
        found = session.merge_environment_settings(self.address, {}, None, None, None)
        session.proxies, session.verify = dict(found["proxies"]), found["verify"]
        session.trust_env = False
        session.headers["User-Agent"] = "kgexport"
        adapter = _OnePool(self._limits.jobs)
        session.mount("http://", adapter)
        session.mount("https://", adapter)
        return session

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def send(
        self,
        method: str,
        url: str,
        *,
        body: bytes | None = None,
        media_type: str | None = None,
        accept: str | None = None,
        may_be: tuple[int, ...] = (),
    ) -> requests.Response:
        """The answer, read to its end: one of 2xx, or a status of `may_be`. `method` must be one to repeat safely.

        Raises RefusedError where the next request would fail like this one, FailingError where the store went on
        failing though it was asked again, else OutsideError.
        """
        headers = {"Content-Type": media_type, "Accept": accept}

        def once() -> requests.Response:
            return self._once(method, url, body, {k: v for k, v in headers.items() if v}, may_be)

        try:
            return self.retry.call(once)
        except Transient as reason:
            text = f"{self.address}: {reason}"
            if reason.unreachable:
                raise RefusedError(f"{text}; check that the store runs and that the address is right") from reason
            times = f"tried {self.retry.retries + 1} times" if self.retry.retries else "tried once"
            raise FailingError(f"{text}; {times}, so try again later{reason.advice}") from reason

    def _once(
        self, method: str, url: str, body: bytes | None, headers: dict[str, str], may_be: tuple[int, ...]
    ) -> requests.Response:
        seconds = self._limits.timeout + len(body or b"") / BYTES_A_SECOND
        try:
            # no redirects: a PUT would come out as a GET (RFC 9110, section 15.4), and secrets would go elsewhere
            request = self._prepared(method, url, body, headers)
            timeout = (min(CONNECT_TIMEOUT, seconds), seconds)
            answer = self._session.send(request, timeout=timeout, allow_redirects=False)
        except requests.exceptions.ConnectTimeout:
            raise Transient("no connection in time", unreachable=True) from None
        except requests.exceptions.Timeout:
            raise Transient("no answer in time", advice=" or give a longer --timeout") from None
        except requests.exceptions.SSLError as error:
            raise RefusedError(f"{self.address}: no secure connection ({reason_of(error)})") from None
        except (requests.exceptions.ConnectionError, requests.exceptions.ChunkedEncodingError) as error:
            broken = f"the connection broke ({reason_of(error)})"
            raise Transient(broken, unreachable=_never_came(error)) from None
        except requests.exceptions.RequestException as error:
            raise RefusedError(f"{self.address}: the request cannot be sent ({reason_of(error)})") from None
        if answer.status_code < 300 or answer.status_code in may_be:
            return answer
        raise self._failure(answer)

    def _prepared(self, method: str, url: str, body: bytes | None, headers: dict[str, str]) -> requests.PreparedRequest:
        """The request as it is sent; `Session.request` would parse and encode the same address for each graph again."""
        request = self._template.copy()
        request.method, request.url, request.body = method, url, body
        request.headers.update(headers)
        request.prepare_content_length(body)
        if self._auth is not None:
            request.prepare_auth(self._auth)
        return request

    def _failure(self, answer: requests.Response) -> Exception:
        """What an answer other than 2xx means for this request and for the next ones."""
        status = answer.status_code
        reason = shown(self._credentials.redacted(answer.reason or ""))
        said = f"the store answered {status} {reason}".strip() + self._words(answer)
        if status in AGAIN:
            return Transient(said, self.retry.asked_wait(answer.headers.get("Retry-After")))
        advice = _NOT_ACCEPTED if status == 401 and self._credentials else _REFUSALS.get(status)
        if 300 <= status < 400:
            advice = f"it sends elsewhere ({self._elsewhere(answer)}); give that address as --store"
        if advice is not None:
            return RefusedError(f"{self.address}: {said}; {advice}")
        return OutsideError(f"{self.address}: {said}" + _ADVICE.get(status, ""))

    def _words(self, answer: requests.Response) -> str:
        """The first words of the answer, on one line."""
        if "html" in answer.headers.get("Content-Type", ""):
            return ""
        text = " ".join(answer.content[: 4 * _SHOWN].decode("utf-8", "replace").split())
        text = shown(self._credentials.redacted(text))
        return f" ({text[:_SHOWN]}{'…' if len(text) > _SHOWN else ''})" if text else ""

    @staticmethod
    def _elsewhere(answer: requests.Response) -> str:
        parts = urlsplit(answer.headers.get("Location", ""))
        return (
            shown(f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}")
            if parts.netloc
            else "not said where"
        )


_WHO = f"set {USER} and {PASSWORD}, or {TOKEN}"
_NOT_ACCEPTED = (
    f"it does not accept your name and password, or your token; check {USER} and {PASSWORD}, {TOKEN} or netrc"
)
_REFUSALS = {
    401: f"it wants to know who you are: {_WHO}",
    403: f"it does not allow you to do this: {_WHO} of somebody who may",
    404: "there is no such endpoint; check the address and --store-type",
    405: "it does not take this request here; check --store-type, or use --protocol update",
    407: "the proxy wants a password",
    501: "it cannot do this; check --store-type, or use --protocol update",
    507: "it has no space left; free some and run this again",
}
"""Statuses after which no other graph has better luck."""
_ADVICE = {
    413: "; give a smaller --chunk-bytes",
    415: "; it does not take this format: check --store-type",
}


def _never_came(error: requests.exceptions.RequestException) -> bool:
    """Whether there was no connection at all, as when no server listens or the name is unknown."""
    inner = error.args[0] if error.args else error
    return type(getattr(inner, "reason", None)).__name__ in ("NewConnectionError", "NameResolutionError")


def reason_of(error: BaseException) -> str:
    """The innermost cause in a few words."""
    inner: BaseException = error
    while (cause := inner.__cause__ or inner.__context__) is not None:
        inner = cause
    return shown(getattr(inner, "strerror", None) or type(inner).__name__)
