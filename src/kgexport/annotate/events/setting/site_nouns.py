"""Says which common nouns name a sort of place where things happen; knows no phrase."""

from __future__ import annotations

from kgexport.annotate.entities.lexicon import LANDS, coarse, lexicon
from kgexport.annotate.events.filling.actor_nouns import actor_class
from kgexport.annotate.events.setting.tables import setting_words
from kgexport.model import Sentence, Token


def is_ward(sentence: Sentence, token: Token) -> bool:
    """Whether a part of a hospital is meant: "the emergency department", "an intensive care unit"."""
    if token.lemma.lower() not in setting_words()["part"]:
        return False
    return any(t.text.lower() in setting_words()["care"] for t in sentence.children(token, "compound", "amod", "nmod"))


def is_site(token: Token) -> bool:
    """Whether a common noun names a sort of place where things happen."""
    noun, lists = token.lemma.lower(), setting_words()
    if token.pos != "NOUN" and not (token.pos == "PROPN" and token.form.islower()):
        return False
    cls = lexicon().heads.get(noun, "")
    listed = noun in lists["site"] or noun in lists["small"] or actor_class(token) == "site"
    return listed or (coarse(cls) == "LOC" and cls not in LANDS and noun not in lists["loose"])
