"""Events: what happened, who took part, when and where, and whether the text says that it did happen."""

from kgexport.annotate.events.annotator import EventAnnotator

__all__ = ["EventAnnotator"]
