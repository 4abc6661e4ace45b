"""What `kgexport validate` does with its sources: check each of them, accept what is known; prints no report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kgexport.cli.console import INTERNAL_ERROR, guarded, messages
from kgexport.errors import InputError

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from kgexport.inputs import Source
    from kgexport.validate.baseline import Baseline
    from kgexport.validate.outputs import Outcome, Run
    from kgexport.validate.report import Report, Verdict


class Checker:
    """Checks sources one by one; what is wrong with one of them is said, kept as its outcome, and loses no other."""

    def __init__(
        self,
        verdicts: tuple[Verdict, ...],
        of_pages: tuple[Verdict, ...],
        engine: str,
        vocabulary: Path | None,
        sample: Sample,
    ) -> None:
        from kgexport.validate.engines import make_engine
        from kgexport.validate.report import Verdict

        if vocabulary and not vocabulary.is_file():
            raise InputError(f"{vocabulary}: no such file; --vocabulary is a release of schema.org as RDF")
        if set(verdicts) - {Verdict.SPEC}:
            make_engine(engine)  # says what to install before anything is read
        self._verdicts, self._of_pages = verdicts, of_pages
        self._options = (engine, vocabulary)
        self._sample = sample
        self._outcomes: list[Outcome] = []

    def check_all(self, sources: Iterable[Source]) -> tuple[list[Outcome], int]:
        """The outcomes in the same order, and the highest exit code of a source that could not be read; 0 for none."""
        chosen = self._sample.choose(sources)
        codes = [guarded(source.name, partial(self._check, source)) for source in chosen]
        return self._outcomes, max(codes, default=0)

    def _check(self, source: Source, name: str) -> int:
        from kgexport.validate.outputs import Outcome

        try:
            report = self._report(source)
        except Exception as error:
            self._outcomes.append(Outcome(name, None, " ".join(str(error).split()) or type(error).__name__))
            raise
        self._outcomes.append(Outcome(name, report))
        for note in source.notes:
            messages.info(f"{name}: {note}", source=name, message=note)
        return 0

    def _report(self, source: Source) -> Report:
        from kgexport.validate import validate_triples

        quads = list(source)
        try:
            report = validate_triples(quads, self._of_pages if source.page else self._verdicts, *self._options)
        except InputError as error:
            raise InputError(f"{source.name}: {error}") from error
        self._sample.keep(len(self._outcomes), quads)
        return report


class Sample:
    """Keeps some of the graphs while they are checked, evenly spread, and has the engines compared over them."""

    def __init__(self, size: int | None, verdicts: tuple[Verdict, ...]) -> None:
        from kgexport.validate.engines import ENGINES, make_engine
        from kgexport.validate.report import Verdict

        self._size = size or 0
        self._verdicts = tuple(verdict for verdict in verdicts if verdict is not Verdict.SPEC)
        self._wanted: frozenset[int] = frozenset()
        self._kept: dict[int, list[Quad]] = {}
        if self._size and not self._verdicts:
            raise InputError("--compare is about the engines of shapes; the profile spec has none, add another one")
        for engine in ENGINES if self._size else ():
            make_engine(engine)

    def choose(self, sources: Iterable[Source]) -> Iterable[Source]:
        """The same sources; which of them to keep depends on how many there are."""
        if not self._size:
            return sources
        from kgexport.validate.engines.compare import sample_of

        whole = list(sources)
        self._wanted = frozenset(sample_of(len(whole), self._size))
        return whole

    def keep(self, place: int, quads: list[Quad]) -> None:
        """Keep the quads of the source at that place, if it is in the sample."""
        if place in self._wanted:
            self._kept[place] = quads

    def compare(self, count: int) -> int:
        """Say on stderr what the engines differ in over the sample of that many sources; the exit code.

        That is the one of an error of our own where they differ.
        """
        if not self._size:
            return 0
        from kgexport.validate.engines.compare import compare

        places = list(self._kept)
        found = compare(list(self._kept.values()), len(places), self._verdicts)
        differences = tuple(replace(item, position=places[item.position]) for item in found.differences)
        told = replace(found, graphs=count, positions=tuple(places), differences=differences)
        messages.info(told.to_text(), message=told.to_text(), compared=len(places), differences=len(differences))
        return 0 if told.agrees else INTERNAL_ERROR


class Acceptance:
    """What to do about known findings: which file names them, and which file is to name those of this run."""

    def __init__(self, baseline: Path | None, write_to: Path | None) -> None:
        from kgexport.validate.baseline import Baseline

        self._known = Baseline.read(baseline) if baseline else Baseline({})
        self._write_to = write_to

    def applied(self, outcomes: Sequence[Outcome]) -> Run:
        """The outcomes without what is accepted, after the new file, if one is wanted, has been written.

        A source that could not be read would lose its entries: then there is no new file.
        """
        from kgexport.validate.outputs import Run

        unread = [outcome.source for outcome in outcomes if outcome.report is None]
        if self._write_to and not unread:
            return Run(self._renewed(outcomes, self._write_to).apply(outcomes))
        if self._write_to:
            messages.error(f"{self._write_to} is not written: {unread[0]} could not be checked")
        stale = tuple(entry.words() for entry in self._known.stale(outcomes))
        return Run(self._known.apply(outcomes), stale)

    def _renewed(self, outcomes: Sequence[Outcome], path: Path) -> Baseline:
        from kgexport.export.writing import write_atomically

        renewed = self._known.renewed(outcomes)
        write_atomically(path, renewed.to_json().encode("utf-8"))
        messages.info(f"{path}: {len(renewed.entries)} accepted", output=str(path), accepted=len(renewed.entries))
        return renewed
