"""Reads a text as sentences, tokens and dependencies, and mends what the parser tears apart."""

from kgexport.annotate.language.annotator import PARSED, LanguageAnnotator, load_model

__all__ = ["PARSED", "LanguageAnnotator", "load_model"]
