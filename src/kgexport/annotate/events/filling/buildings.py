"""Makes entities of buildings without a name that something is done to; knows noun phrases, no event."""

from __future__ import annotations

import dataclasses

from kgexport.annotate.entities.lexicon import coarse, lexicon
from kgexport.annotate.entities.nominals import phrase_class
from kgexport.annotate.events.filling.actor_nouns import actor_class
from kgexport.annotate.events.filling.actors import Actors
from kgexport.model import Entity, Mention, MentionKind, Sentence, Token

_CONFIDENCE = 0.6


def building(sentence: Sentence, token: Token, actors: Actors) -> Entity | None:
    """A school or hotel as a building ("razed an Italian hotel"), or a number of houses ("18 houses")."""
    cls = phrase_class(token, lexicon())
    counting = [t for t in sentence.children(token, "nummod") if t.i == token.i - 1]
    if token.tag == "NNS" and counting and coarse(cls) == "LOC":
        name = f"{counting[0].form.lower()} {token.form.lower()}"
        mention = Mention(counting[0].span.to(token.span), MentionKind.NOMINAL, "entities/nominal", _CONFIDENCE)
        return Entity(f"nominal:{name.replace(' ', '-').replace(',', '')}", ("Place",), name, (mention,))
    made = actors.at(sentence, token) if actor_class(token) == "site" else None
    return dataclasses.replace(made[0], types=("Place" if cls == "Organization" else cls,)) if made else None
