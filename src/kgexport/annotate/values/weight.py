"""Tells pounds of weight from pounds of money; must not know anything else of either."""

from __future__ import annotations

import re

_BEFORE = re.compile(
    r"\b(?:weigh\w{0,4}|los[est]\w{0,3}|gain\w{0,3}|lift\w{0,3}|shed\w{0,4}|haul\w{0,3}|carr(?:y|ied|ies|ying)|load\w{0,3}|"
    r"heavier|lighter|bench\w{0,4}|catch|caught|eat|ate|thrust|payload|seiz\w{0,3})\b[^.;:!?]{0,30}\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s(?:of\s(?!(?:taxpayers|public|government|debt|funding|aid|investment|money|damage|profit|cash|savings|income|tax|"
    r"spending|support|loans?|assets|revenue|sales|cuts|private)\b)|overweight|heavier|lighter|in weight|per square)",
    re.IGNORECASE,
)
_HYPHEN = re.compile(r"-pound\b(?!s)", re.IGNORECASE)


def is_weight(text: str, begin: int, end: int) -> bool:
    """Whether the "pound(s)" that ends at `end`, with its number at `begin`, weighs something."""
    if _AFTER.match(text, end, min(len(text), end + 40)) or _BEFORE.search(text, max(0, begin - 50), begin):
        return True
    return bool(_HYPHEN.search(text, begin, end)) and not re.search(r"(?i)illion|thousand|\dbn", text[begin:end])
