"""Starts the Oxigraph server over a store on disk, waits until it answers, ends it; knows no console and no graph.

The commands and their options are those of `oxigraph serve-read-only --help` of oxigraph 0.5.13.
"""

from __future__ import annotations

import errno
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import IO

from kgexport.errors import InputError, OutsideError

HOST = "127.0.0.1"
START = 60.0
"""Seconds that the server may take until it answers; a large store on a slow disk takes a few."""
STOP = 10.0
"""Seconds that it may take to end before it is killed."""

_POLL = 0.05
_LAST_WORDS = 4096
_NOISE = ("stack backtrace:", "caused by:", "listening for requests")


class Server:
    """A running server, read-only, on this machine only; a context manager that always ends it.

    Raises OutsideError where the port is busy or the server cannot start or dies, with its last words, and InputError
    for a port that no server can have.
    """

    def __init__(self, program: Path, store: Path, port: int = 0) -> None:
        self._program, self._store = program, store
        self.port = _usable(port)
        self._log: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed in __exit__
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where the query page is."""
        return f"http://{HOST}:{self.port}"

    def __enter__(self) -> Server:
        command = [str(self._program), "serve-read-only", "--location", str(self._store)]
        command += ["--bind", f"{HOST}:{self.port}", "--union-default-graph"]
        try:
            # a session of its own: Ctrl-C reaches kgexport alone, which then ends the server
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log, start_new_session=True
            )
        except OSError as error:
            self._log.close()
            raise OutsideError(f"{self._program} cannot be started ({error.strerror}); install it again") from error
        try:
            self._wait_until_it_answers()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        process = self._process
        if process is not None and process.poll() is None:
            process.terminate()
            try:
                process.wait(STOP)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._log.close()

    def wait(self) -> None:
        """Until the server ends, which by itself it should not: raises OutsideError with its last words."""
        if self._process is not None:
            self._process.wait()
            raise OutsideError(self._obituary("the server ended by itself"))

    def _wait_until_it_answers(self) -> None:
        end = time.monotonic() + START
        while time.monotonic() < end:
            if self._process is None or self._process.poll() is not None:
                raise OutsideError(self._obituary("the server did not start"))
            if _answers(self.port):
                return
            time.sleep(_POLL)
        raise OutsideError(self._obituary(f"the server did not answer within {START:g} s"))

    def _obituary(self, what: str) -> str:
        code = None if self._process is None else self._process.poll()
        words = self._last_words()
        ended = "" if code is None else f" (exit {code})" if code >= 0 else f" (signal {-code})"
        return f"{what}{ended}: {words or 'it said nothing'}; start it again, and report it if it comes back"

    def _last_words(self) -> str:
        """What the server said last that is meant for people: the last line before a backtrace."""
        self._log.seek(0)
        text = self._log.read()[-_LAST_WORDS:].decode(errors="replace")
        lines = [line.strip() for line in text.splitlines()]
        said = [line for line in lines if line and not line.lower().startswith(_NOISE) and not _is_frame(line)]
        return said[-1].removeprefix("Error: ") if said else ""


def _is_frame(line: str) -> bool:
    """Whether a line belongs to a backtrace: `12: name` or `at file:line`."""
    return line.partition(":")[0].isdigit() or line.startswith("at ")


def _usable(port: int) -> int:
    """The port itself, or a free one for 0."""
    if not 0 <= port <= 65535:
        raise InputError(f"--port {port}: ports are 1 to 65535; leave it out for a free one")
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise OutsideError(_refusal(port, error)) from error
        return int(probe.getsockname()[1])


def _refusal(port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is in use on {HOST}; choose another with --port, or leave it out for a free one"
    if error.errno == errno.EACCES:
        return f"port {port} may not be used by this user; choose one above 1023, or leave --port out"
    return f"port {port} cannot be used on {HOST} ({error.strerror}); leave --port out for a free one"


def _answers(port: int) -> bool:
    """Whether somebody takes connections there."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.settimeout(1)
        return probe.connect_ex((HOST, port)) == 0
