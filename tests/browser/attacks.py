"""Strings that break out of badly escaped pages: every way out of a context, combined with every thing to run then."""

from __future__ import annotations

from itertools import islice, product

OUTSIDE = "http://outside.example"
CANARY = "canary='sung'"
"""What a payload runs; `tests.support.browser` watches it."""

WAYS_OUT = (
    "",
    "</script>",
    "</SCRIPT\t/>",
    "</script\n x='>'>",
    "<!--<script>",
    "--><!-- --!>",
    "-->",
    "]]>",
    "<![CDATA[",
    "</title></textarea></style></xmp></noscript></template>",
    "</svg></math></desc></select></table>",
    '">',
    "'>",
    '\\"}]}',
    "\\u003c/script\\u003e",
    "\\\\\\",
    "&lt;/script&gt;",
    "&#60;/script&#x3e;&quot;&amp;lt;",
    "\u2028",
    "\u2029//",
    "\u202e\u2066\u200f</script>",
    "\ufeff\ufffe\uffff</script>",
    "\0</scr\0ipt>",
    "\x0b\x0c\x1b$B\x0e\x85",
    "*/",
    "//\r\n",
    "`${",
    "{{constructor.constructor('",
    "{% raw %}{{ '</script>' | safe }}{# ",
    "<%= '</script>' %><?php ?>",
    "%3C/script%3E",
    "+ADw-/script+AD4-",
    "\uff1c/script\uff1e",
    "𝒜😀é\u0301</script>",
)
"""What ends a script, a comment, an attribute, a string in a script, a template; or pretends to."""

PAYLOADS = (
    f"<script>{CANARY}</script>",
    f"<img src=x onerror={CANARY}>",
    f"<svg onload={CANARY}>",
    f'" autofocus tabindex=1 onfocus="{CANARY}" x="',
    f"' onmouseover='{CANARY}' style='position:fixed;inset:0' x='",
    f";{CANARY};alert(1);//",
    f"<iframe srcdoc='<script>parent.{CANARY.replace(chr(39), '&#39;')}</script>'></iframe>",
    f'<a href="javascript:{CANARY}" autofocus>x</a><details open ontoggle={CANARY}>',
    f"<link rel=stylesheet href={OUTSIDE}/a><base href={OUTSIDE}/><meta http-equiv=refresh content=0;url={OUTSIDE}/b>",
)
"""What sings: each touches the canary, asks in a dialog, or sends a request."""

AT_ONCE = [payload for payload in PAYLOADS if payload.startswith(("<script", "<img", "<svg", "<iframe", "<a "))]
"""Those that sing without anybody's doing."""

SPECIAL = (
    "\ud800",
    "\udc00\ud800 wrong way round",
    "\udfff</script>" + PAYLOADS[0],
    "a" * 20_000 + "</script>" + PAYLOADS[0],
    "</script>" * 2_000,
    "<!--<script>" * 500 + PAYLOADS[1],
    "<" * 5_000,
    "&" * 5_000,
    "\\" * 4_999,
    '"' * 4_999,
    "\u202e" * 500 + "x",
    "".join(map(chr, range(1, 0x250))),
    "javascript:" + CANARY,
    "__proto__",
    "constructor",
    "toString",
    " leading and trailing ",
    "\t\n",
    "null",
    "</script",
)
"""Lone surrogates, long ones, and what programs take for something of their own."""


def attacks() -> list[str]:
    """All of them, each once."""
    return [*map("".join, product(WAYS_OUT, PAYLOADS)), *SPECIAL]


def encodable(texts: list[str]) -> list[str]:
    """Those that text files can hold: without halves of surrogate pairs."""
    return [text for text in texts if not any("\ud800" <= character <= "\udfff" for character in text)]


def in_batches(texts: list[str], size: int) -> list[list[str]]:
    """Slices of that size, the last one shorter."""
    rest = iter(texts)
    return list(iter(lambda: list(islice(rest, size)), []))
