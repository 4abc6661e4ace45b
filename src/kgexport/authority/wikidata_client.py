"""Asks the API of Wikidata politely: one request at a time, not too many, waiting where it asks to; reads no item."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from kgexport import __version__
from kgexport.authority.cache import DiskCache
from kgexport.errors import OutsideError

if TYPE_CHECKING:
    import requests

USER_AGENT = f"kgexport/{__version__} (https://w3id.org/kgexport/ns) python-requests"
"""Who asks (https://meta.wikimedia.org/wiki/User-Agent_policy)."""
INTERVAL = 0.1
"""Least seconds between two requests."""
TIMEOUT = 30.0
"""Seconds to wait for a connection, and for each next piece of an answer."""
TRIES = 4
LONGEST_WAIT = 60.0
"""Seconds; a server that asks for more is left alone."""
EMPTY_FOR = 30 * 24 * 3600.0
"""Seconds after which it is asked again whether something bears a name that nothing had."""
MAXLAG = "5"
"""Seconds that the servers may lag before they turn us away (https://www.mediawiki.org/wiki/Manual:Maxlag_parameter)."""

_BUSY = (429, 502, 503, 504)
_BUSY_CODES = ("maxlag", "ratelimited", "readonly")


class WikidataClient:
    """One conversation with the API. `clock`, `sleep` and `today` are those of the system but in tests."""

    def __init__(
        self,
        url: str,
        cache: DiskCache,
        *,
        timeout: float = TIMEOUT,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        today: Callable[[], float] = time.time,
    ) -> None:
        self.url = url
        self._cache = cache
        self._timeout = timeout
        self._clock, self._sleep, self._today = clock, sleep, today
        self._next = 0.0
        self._lock = threading.Lock()

    def ask(self, part: str, keep: Callable[[Any], Any] = lambda whole: whole, **parameters: str) -> Any:
        """What `keep` takes of that part of the answer to a request; it is stored, and given without asking next time.

        An empty answer holds for a while, then it is asked for again if the network is there. Raises OutsideError where
        the answer is not to be had.
        """
        request = {"url": self.url, **parameters}
        with self._lock:
            kept = self._cache.get(request)
            is_kept = isinstance(kept, dict) and part in kept
            if is_kept and (kept[part] or self._today() - self._cache.written(request) < EMPTY_FOR):
                return kept[part]
            try:
                kept = {part: keep(self._part(part, parameters))}
            except OutsideError:
                if is_kept:
                    return kept[part]
                raise
            self._cache.put(request, kept)
        return kept[part]

    def _part(self, part: str, parameters: Mapping[str, str]) -> Any:
        answer = self._answer({**parameters, "format": "json", "maxlag": MAXLAG})
        if part not in answer:
            raise OutsideError(f"{self.url}: the answer has no {part!r}; check KGEXPORT_WIKIDATA_URL")
        return answer[part]

    def _answer(self, parameters: Mapping[str, str]) -> dict[str, Any]:
        for tried in range(1, TRIES + 1):
            response = self._get(parameters)
            answer = None if response.status_code in _BUSY else self._read(response)
            if answer is not None:
                return answer
            if tried < TRIES:
                self._sleep(self._wait(response, tried))
        raise OutsideError(f"{self.url}: busy after {TRIES} tries; try again later, what is known so far is kept")

    def _get(self, parameters: Mapping[str, str]) -> requests.Response:
        import requests

        wait = self._next - self._clock()
        if wait > 0:
            self._sleep(wait)
        try:
            return requests.get(
                self.url, params=dict(parameters), headers={"User-Agent": USER_AGENT}, timeout=self._timeout
            )
        except requests.exceptions.Timeout:
            raise OutsideError(f"{self.url}: no answer within {self._timeout:g} s; try again later") from None
        except requests.exceptions.RequestException as error:
            what = type(error).__name__
            raise OutsideError(
                f"{self.url}: the network failed ({what}); check the connection, or leave out --link-online"
            ) from None
        finally:
            self._next = self._clock() + INTERVAL

    def _read(self, response: requests.Response) -> dict[str, Any] | None:
        """The answer; None where the API says that it is busy. Raises OutsideError for any other error."""
        if response.status_code != 200:
            status = f"{response.status_code} {response.reason or ''}".strip()
            raise OutsideError(f"{self.url}: the server answered {status}; try again later")
        try:
            answer = response.json()
        except ValueError:
            raise OutsideError(f"{self.url}: the answer is no JSON; check KGEXPORT_WIKIDATA_URL") from None
        if not isinstance(answer, dict):
            raise OutsideError(f"{self.url}: the answer is not that of Wikidata; check KGEXPORT_WIKIDATA_URL")
        error = answer.get("error")
        if error is None:
            return answer
        code = str(error.get("code") if isinstance(error, dict) else error)
        if code in _BUSY_CODES:
            return None
        raise OutsideError(f"{self.url}: the API refused the request ({code}); try again later")

    def _wait(self, response: requests.Response, tried: int) -> float:
        """Seconds that the server asks for, else one, two, four …"""
        stated = response.headers.get("Retry-After", "").strip()
        seconds = float(stated) if stated.isdigit() else 2.0 ** (tried - 1)
        if seconds > LONGEST_WAIT:
            raise OutsideError(f"{self.url}: busy, asks to wait {seconds:g} s; try again later")
        return seconds
