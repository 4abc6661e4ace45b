"""Words for what one player scores and no team does: "a brace", the halves of "hat-trick"; knows no names."""

from __future__ import annotations

FEATS = frozenset("brace hat trick hattrick header volley treble".split())
