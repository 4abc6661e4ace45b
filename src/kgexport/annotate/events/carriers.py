"""Finds the verb that carries an event noun ("hold talks", "a quake struck"); knows support.tsv and no event type."""

from __future__ import annotations

from kgexport.annotate.events.clause import Slots, is_passive, verb_slots
from kgexport.annotate.events.lexicon import Support, lexicon
from kgexport.annotate.events.trigger import is_word
from kgexport.model import Sentence, Token


def carrier_of(sentence: Sentence, noun: Token) -> tuple[Token | None, Support | None]:
    """The verb that carries a noun, and its row."""
    while noun.dep == "conj":
        noun = sentence.head(noun)
    above, place = sentence.head(noun), ""
    if noun.dep in ("dobj", "nsubjpass", "oprd"):
        place = "object"
    elif noun.dep == "nsubj":
        place = "subject" if not is_passive(sentence, above) else "object"
    elif noun.dep == "attr" and any(child.dep == "expl" for child in sentence.children(above)):
        return above, Support(("be",), "subject", "none", "")
    elif noun.dep == "pobj" and above.dep == "prep":
        place, above = above.lemma.lower(), sentence.head(above)
    if not place or above.pos not in ("VERB", "AUX"):
        return None, None
    for support in lexicon().support.get(above.lemma, ()):
        if support.noun == place and _carries(sentence, above, support, place):
            return above, support
    return None, None


def _carries(sentence: Sentence, verb: Token, support: Support, place: str) -> bool:
    rest = [word for word in support.words[1:] if word != place]
    near = sentence.tokens[verb.i + 1 : verb.i + 2 + len(rest)]
    return all(any(is_word(token, word) for token in near) for word in rest)


def add_carried(sentence: Sentence, verb: Token, support: Support, slots: Slots) -> None:
    """Add what stands around the verb to the slots of the noun that it carries."""
    carried = verb_slots(sentence, verb, ())
    if support.subject == "harm":
        slots["undergoer"] += carried["object"]
        return
    actors = carried["subject"] if support.noun != "subject" else []
    if support.subject != "none" and actors:
        slots[support.subject] += actors
    if support.noun == "subject":
        slots["struck"] += [*carried["object"], *carried["into"], *carried["through"], *carried["across"]]
    for name, heads in carried.items():
        if name in ("subject", "object", "attr", "clause"):
            continue
        if not slots.get("to" if name == "dative" else name):
            slots["to" if name == "dative" else name] += heads
