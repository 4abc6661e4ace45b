"""What stays the same about a finding from one run to the next; knows no file and no format of reports."""

from __future__ import annotations

import hashlib
import json
from pathlib import PurePath

from kgexport.validate.report import Finding


def fingerprint(finding: Finding, source: str) -> str:
    """32 hexadecimal digits of verdict, shape, thing, property and value, whatever the order, the count and the words.

    What has no IRI is known by its source and what readers call it.
    """
    named = finding.focus and finding.focus != "_:"
    thing = [finding.focus] if named else [PurePath(source).as_posix(), finding.thing]
    value = None if finding.value is None else str(finding.value)  # as in N-Triples
    parts = [finding.verdict, finding.shape, thing, finding.property, value]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode()).hexdigest()[:32]
