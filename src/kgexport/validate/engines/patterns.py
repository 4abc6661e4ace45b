"""Regular expressions of shapes in Python's words; knows no engine.

Of XPath's expressions, which SHACL uses (section 4.4.3), `$` is the end of the text only; for Python it is also the
place before a last line break.
"""

from __future__ import annotations

import re

_END = re.compile(r"(\\.|\[\^?\]?(?:\\.|[^\]\\])*\])|\$", re.DOTALL)
"""What is escaped or in a class of characters, or an end."""


def whole_text_only(compiled: re.Pattern[str]) -> re.Pattern[str]:
    """The same expression, whose `$` is the end of the text only; not for one in the mode of many lines."""
    return re.compile(_END.sub(lambda match: match[1] or r"\Z", compiled.pattern), compiled.flags)
