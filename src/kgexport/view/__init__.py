"""Pages to look at: one self-contained HTML file an article, an index over several, the graph as a picture.

The stable entries: `view_page(article, annotations, graph, report) -> bytes`, `index_page(entries) -> bytes` and
`graph_picture(graph) -> bytes` (SVG). Knows no console and reads no source; asks no network, and neither do its pages.
"""

from kgexport.view.index import Entry, entry_of, index_page
from kgexport.view.page import view_page
from kgexport.view.picture import graph_picture, png_of

__all__ = ["Entry", "entry_of", "graph_picture", "index_page", "png_of", "view_page"]
