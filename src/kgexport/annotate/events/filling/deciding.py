"""Says where a noun that may be a thing as well is somebody: "the board approved", "a panel headed by Ann Lee"."""

from __future__ import annotations

from kgexport.annotate.events.filling.actor_nouns import is_deciding
from kgexport.model import Sentence, Token

_LED = {"lead", "head", "chair", "appoint", "elect"}
_ACTS = {"rush", "travel", "meet", "vote", "convene", "decide", "rule", "perform", "resign", "apologise", "apologize"}
"""What only people do, though nothing is done to anybody."""


def decides(sentence: Sentence, head: Token) -> bool:
    """Whether a noun of actors.tsv, row "deciding", does or says something to somebody there, or is led by somebody."""
    if not is_deciding(head):
        return False
    above = sentence.head(head)
    doing = bool(sentence.children(above, "dobj", "ccomp", "xcomp")) and not sentence.children(above, "auxpass")
    led = any(t.lemma in _LED for t in sentence.children(head, "acl"))
    acts = above.pos == "VERB" and (doing or above.lemma in _ACTS)
    return led or (head.dep == "nsubj" and acts) or above.dep == "agent"
