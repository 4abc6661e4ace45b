"""Serves bytes as pages on 127.0.0.1, with or without saying their encoding, as servers do."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(slots=True)
class Served:
    """What is on the server: put a page there, get its address."""

    root: str
    pages: dict[str, tuple[str, bytes]] = field(default_factory=lambda: {"/favicon.ico": ("image/x-icon", b"")})

    def put(self, path: str, body: bytes, content_type: str) -> str:
        """Serve the bytes under the path from now on, with exactly this Content-Type."""
        self.pages[path] = (content_type, body)
        return self.root + path


@contextmanager
def serving_pages() -> Iterator[Served]:
    """A server on a free port; a thread for each connection, as a browser opens some that it never uses."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content_type, body = served.pages.get(self.path, ("", b""))
            with suppress(ConnectionError):  # a browser that goes on to another page leaves the icon of this one
                self.send_response(200 if content_type else 404)
                self.send_header("Content-Type", content_type or "text/plain")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Tests write nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as httpd:
        httpd.daemon_threads = True
        served = Served(f"http://127.0.0.1:{httpd.server_port}")
        thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield served
        finally:
            httpd.shutdown()
            thread.join()
