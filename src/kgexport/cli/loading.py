"""What `kgexport load` does with its files: opens the store, says what happens, sums it up."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from kgexport.cli.console import emit, internal_error, messages, progress
from kgexport.errors import KgexportError

if TYPE_CHECKING:
    from kgexport.inputs import Source
    from kgexport.store.base import Target
    from kgexport.store.inputs import Job
    from kgexport.store.journal import Journal
    from kgexport.store.limits import Limits
    from kgexport.store.opening import Where
    from kgexport.store.results import Result, Summary
    from kgexport.store.retry import Retry

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells give it (128 + SIGINT)."""
WORTH_FINISHING = 100_000
"""So many triples of one run make it worth while to put a local store in order."""

_BLANK = " " * 78
"""What wipes the line of progress away."""


class Run:
    """One run. A reason that several graphs fail for is said once."""

    def __init__(self, where: Where, limits: Limits, retry: Retry, job: Job, resume: Path | None) -> None:
        self._where, self._limits, self._retry, self._job, self._resume = where, limits, retry, job, resume
        self._said: set[str] = set()
        self._code = 0

    def load(self, files: list[Source]) -> int:
        """Load the files; the exit code. Raises KgexportError where not even the store can be opened."""
        from kgexport.store.journal import Journal
        from kgexport.store.opening import check, identity_of
        from kgexport.store.results import Summary

        check(self._where)
        identity = identity_of(self._where.store)
        with Journal(self._resume, identity) as journal:
            summary, began = Summary(self._where.store, self._job.action), time.monotonic()
            target = self._opened()
            try:
                with _patient_end():
                    self._work(target, journal, files, summary)
            except KeyboardInterrupt:
                progress(_BLANK)
                messages.error("stopped; run it again to load the rest")
                self._code = INTERRUPTED
            finally:
                if target is not None:
                    target.close()
        messages.info(summary.as_text(time.monotonic() - began), **summary.as_record())
        return max(self._code, summary.exit_code)

    def _opened(self) -> Target | None:
        from kgexport.store.opening import open_store

        return None if self._job.dry_run else open_store(self._where, self._limits, self._retry)

    def _work(self, target: Target | None, journal: Journal, files: list[Source], summary: Summary) -> None:
        from kgexport.store.base import BulkTarget
        from kgexport.store.loading import Loader

        loader = Loader(target, journal, self._job, self._retry.stopped)
        for result in loader.run(files):
            summary.add(result)
            self._tell(result)
            progress(f"{sum(summary.counts.values()):,} graphs of {len(files):,} files, {summary.failed:,} failed")
        summary.unsure = loader.unsure
        progress(_BLANK)
        if isinstance(target, BulkTarget) and summary.triples >= WORTH_FINISHING:
            target.finish()

    def _tell(self, result: Result) -> None:
        """Say what a person must know of one graph: a plan or a failure."""
        from kgexport.store.results import Outcome

        if result.outcome is Outcome.PLANNED and result.graph is not None:
            line = (self._job.action, result.graph.value, result.triples, result.file)
            emit(("\t".join(map(str, line)) + "\n").encode("utf-8", "backslashreplace"))
        if isinstance(result.error, KgexportError):
            self._tell_error(result, str(result.error))
        elif result.error is not None:
            self._code = internal_error(result.error, result.file)

    def _tell_error(self, result: Result, text: str) -> None:
        if text not in self._said:
            self._said.add(text)
            progress(_BLANK)
            # the error of a store does not know the file; a refusal is about all of them
            messages.error(text if text.startswith(result.file) else f"{result.file}: {text}", source=result.file)


@contextmanager
def _patient_end() -> Iterator[None]:
    """The first Ctrl-C lets the graphs that are under way arrive, and says so; the next one ends the process."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        messages.info("stopping when the graphs under way have arrived; Ctrl-C again stops at once")
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
