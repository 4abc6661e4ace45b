"""What an export found, in a line or two."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kgexport.pipeline import Result


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """`1 event`, `2 events`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def as_record(name: str, result: Result, files: Sequence[Path], evidence: bool) -> dict[str, Any]:
    """The summary as data, for `--log-format json`."""
    notes = result.annotations
    return {
        "source": name,
        "entities": len(notes.entities),
        "linked": sum(entity.identity is not None for entity in notes.entities),
        "events": len(notes.events),
        "quotations": len(notes.quotations),
        "claims": len(notes.claims),
        "amounts": len(notes.amounts),
        "triples": len(result.graph.knowledge) + (len(result.graph.evidence) if evidence else 0),
        "conforms": result.report.conforms,
        "findings": len(result.report.findings),
        "focus_nodes": result.report.focus_count,
        "files": [str(file) for file in files],
    }


def as_text(record: dict[str, Any]) -> str:
    """The summary for a person."""
    found = (
        f"{counted(record['entities'], 'entity', 'entities')} ({record['linked']} linked)",
        counted(record["events"], "event"),
        counted(record["quotations"], "quotation"),
        counted(record["claims"], "claim"),
        counted(record["amounts"], "amount"),
    )
    verdict = "conforms" if record["conforms"] else "does NOT conform"
    checked = f"{verdict} ({counted(record['focus_nodes'], 'focus node')}, {counted(record['findings'], 'finding')})"
    lines = [
        record["source"],
        f"  found    {', '.join(found)}",
        f"  graph    {counted(record['triples'], 'triple')}, {checked}",
    ]
    if record["files"]:
        lines.append(f"  written  {', '.join(record['files'])}")
    return "\n".join(lines)
