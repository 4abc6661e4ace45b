"""Names and identifiers of known things: what the entity annotator and the linker look names up in."""

from kgexport.authority.base import Authority, Candidate

__all__ = ["Authority", "Candidate"]
