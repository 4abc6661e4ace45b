"""Finds the body that somebody speaks for: "an Acme spokesman said the company …"; resolves nothing by class alone."""

from __future__ import annotations

from collections.abc import Iterable

from kgexport.annotate.entities.references.discourse import Referent
from kgexport.annotate.entities.references.grammar import clause_of, governing, subject_of
from kgexport.model import Sentence, Token

_BODIES = ("body", "team")


def speaks_for(sentence: Sentence, token: Token, referents: Iterable[Referent]) -> str | None:
    """The key of the only body that the phrase of the speaker names besides its head; None where nobody says it."""
    referents = list(referents)
    for verb in governing(sentence, clause_of(sentence, token)):
        subject = subject_of(sentence, verb)
        if subject is None:
            continue
        phrase = {t.i for t in sentence.subtree(subject)} - {subject.i}
        bodies = {r.key for r in referents if r.key and r.sort in _BODIES and phrase & set(r.ranks)}
        return bodies.pop() if len(bodies) == 1 else None
    return None
