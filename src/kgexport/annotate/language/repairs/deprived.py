"""Hangs "of" on the verb that takes it with its object, where the parser hung it on the object; knows no parser.

"Stripped Ann Lee of her medals": the medals are what she loses, and nothing that she is of. A name behind "of" stays
with the object ("robbed the Bank of England").
"""

from __future__ import annotations

from kgexport.annotate.language.trees import attach
from kgexport.model import Token

_VERBS = frozenset(
    "strip rob deprive divest rid relieve accuse convict suspect acquit inform notify remind assure cheat".split()
)
_OBJECTS = ("dobj", "nsubjpass")


def with_deprived(tokens: list[Token]) -> None:
    """Mend in place what somebody is stripped, robbed or accused of."""
    for token in list(tokens):
        above = tokens[token.head]
        if token.text.lower() != "of" or above.dep not in _OBJECTS or above.i > token.i:
            continue
        verb = tokens[above.head]
        lost = [t for t in tokens[token.i + 1 : token.i + 12] if t.head == token.i and t.dep in ("pobj", "pcomp")]
        somebody = above.pos in ("PROPN", "PRON")
        if somebody and verb.lemma in _VERBS and verb.i < token.i and lost and lost[0].pos in ("NOUN", "VERB"):
            attach(tokens, token.i, verb.i, "prep")
