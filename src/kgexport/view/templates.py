"""Fills the templates of pages, with everything escaped, and seals a page against any other script; knows no graph."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING, Any

from kgexport.view.kinds import KINDS
from kgexport.view.wording import plain, printable

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


@cache
def _environment() -> Environment:
    """Templates of this package only: an unknown name is an error, and every value is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    def shown(value: object) -> object:
        return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    made = Environment(
        loader=PackageLoader("kgexport.view", "assets"),
        autoescape=True,
        finalize=shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["plain"] = plain
    return made


def render(template: str, **values: Any) -> bytes:
    """A template of `assets/`, filled; UTF-8."""
    return _environment().get_template(template).render(**values).encode("utf-8")


def render_page(template: str, **values: Any) -> bytes:
    """An HTML page with its style and its script in it, and a policy that lets nothing else run or load.

    Content Security Policy Level 3, sections 6.7.3 (hashes) and 3.3 (the `meta` element).
    """
    style, script = _style(), _source("view.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return render(template, style=style, script=script, policy=policy, kinds=KINDS, **values)


def verbatim(data: bytes) -> Markup:
    """Text to be copied out of a page: escaped, and no sign in it replaced. Only for what has no raw NUL or CR."""
    from markupsafe import escape

    return escape(data.decode("utf-8"))


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _source(name: str) -> str:
    environment = _environment()
    assert environment.loader is not None
    return environment.loader.get_source(environment, name)[0]


@cache
def _style() -> str:
    """The style sheet with the colours of the table of kinds before it."""
    colours = "".join(f"  --{kind.name}: light-dark({kind.light}, {kind.dark});\n" for kind in KINDS)
    rules = "".join(
        f".k-{kind.name} {{ --kind: var(--{kind.name}); --line: {kind.line}; }}\n"
        f'.text[data-hide~="{kind.name}"] .m.k-{kind.name} {{ background: none; text-decoration: none; }}\n'
        for kind in KINDS
    )
    return f":root {{\n{colours}}}\n{rules}{_source('view.css')}"
