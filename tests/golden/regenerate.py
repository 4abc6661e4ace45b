"""Writes the expected graphs anew: `python3 dev.py golden`. Read the difference before you commit it."""

from __future__ import annotations

from tests.golden.cases import HERE, graphs

if __name__ == "__main__":
    graphs(HERE / "expected")
