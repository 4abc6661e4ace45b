"""The graph's picture as a file of its own: SVG, or PNG by a renderer; knows no page."""

from __future__ import annotations

from functools import lru_cache

from kgexport.errors import MissingExtraError
from kgexport.graph import ArticleGraph
from kgexport.view.kinds import BY_NAME, ENTITIES
from kgexport.view.network import Network, network
from kgexport.view.templates import render
from kgexport.view.things import Things
from kgexport.view.wording import plain

_SHOWN = tuple(BY_NAME[name] for name in (*ENTITIES, "event"))
_FRAME = 24


def frame(drawn: Network) -> tuple[int, int, int, int]:
    """Left, top, width and height of what is drawn, with a margin."""
    if not drawn.boxes:
        return 0, 0, 400, 120
    left = min(box.x - box.width // 2 for box in drawn.boxes) - _FRAME
    top = min(box.y - box.height // 2 for box in drawn.boxes) - _FRAME
    right = max(box.x + box.width // 2 for box in drawn.boxes) + _FRAME
    bottom = max(box.y + box.height // 2 for box in drawn.boxes) + _FRAME
    return left, top, right - left, bottom - top


def graph_picture(graph: ArticleGraph) -> bytes:
    """The entities and events of an article and the ties between them as SVG 1.1; the same bytes on every run."""
    things = Things(graph)
    drawn = network(things, graph)
    values = {"drawn": drawn, "frame": frame(drawn), "kinds": _SHOWN, "title": plain(things.article.name)}
    return render("picture.svg", **values)


def png_of(svg: bytes, width: int = 2400) -> bytes:
    """The picture as PNG. Raises MissingExtraError where the renderer is not installed."""
    try:
        import resvg_py
    except ImportError as error:
        raise MissingExtraError("a picture as PNG", "kgexport[picture]") from error
    return bytes(resvg_py.svg_to_bytes(svg_string=svg.decode(), width=width))


@lru_cache(maxsize=1)
def has_renderer() -> bool:
    """Whether PNG can be made here: asked before an article is read."""
    from importlib.util import find_spec

    return find_spec("resvg_py") is not None
