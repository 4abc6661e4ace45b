"""A local stand-in of a web API: it gives canned answers, and remembers what it was asked and with which headers."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

Parameters = dict[str, str]


@dataclass(frozen=True)
class Answer:
    """What is sent back."""

    body: Any = None
    """Bytes as they are; anything else as JSON."""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    """Seconds before it is sent."""


@dataclass
class StandIn:
    """A running server."""

    url: str = ""
    asked: list[Parameters] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)


@contextmanager
def stand_in(answer: Callable[[Parameters], Answer]) -> Iterator[StandIn]:
    """A server on 127.0.0.1 that asks `answer` what to say; gone at the end of the block."""
    state = StandIn()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parameters = dict(parse_qsl(urlsplit(self.path).query))
            state.asked.append(parameters)
            state.agents.append(self.headers["User-Agent"])
            given = answer(parameters)
            time.sleep(given.delay)
            self._send(given, given.body if isinstance(given.body, bytes) else json.dumps(given.body).encode())

        def _send(self, given: Answer, body: bytes) -> None:
            try:
                self.send_response(given.status)
                for name, value in {"Content-Length": str(len(body)), **given.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                state.agents.append("gone")  # the client did not wait

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Nothing: the tests say what is wrong."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        state.url = f"http://127.0.0.1:{server.server_address[1]}/w/api.php"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield state
        finally:
            server.shutdown()
            thread.join()
