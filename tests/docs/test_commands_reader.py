from __future__ import annotations

import pytest

from tests.docs.commands import agrees


@pytest.mark.parametrize(
    ("shown", "real", "expected"),
    [
        ("a b", "a   b\n", True),
        ("a b", "a c", False),
        ("found … things", "found 12 things", True),
        ("…\nlast", "first\nsecond\nlast", True),
        ("…\nlast", "first\nsecond", False),
        ("first\n…\nlast\n…", "first\nx\ny\nlast\nz", True),
    ],
)
def test_ellipsis_stands_for_anything(shown: str, real: str, expected: bool) -> None:
    assert agrees(shown, real) is expected
