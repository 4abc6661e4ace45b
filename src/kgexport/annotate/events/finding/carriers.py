"""Finds the verb that carries an event noun ("hold talks", "a quake struck"); knows support.tsv and no event type."""

from __future__ import annotations

from kgexport.annotate.events.filling.slots import Slots, verb_slots
from kgexport.annotate.events.finding.trigger import is_word
from kgexport.annotate.events.lexicon import Support, lexicon
from kgexport.annotate.events.passives import is_passive
from kgexport.model import BlockKind, Sentence, Token

_SPANS = {"hour", "day", "week", "month", "round"}
"""What counts a happening by its length: "launched ten days of talks"."""
_COURSES = {"course", "campaign", "spate", "string", "flurry"}
"""What a happening goes on as: "completed a course of treatment"."""
_NEAREST = 2
"""How many words behind a noun the participle that carries it stands: "a deal brokered by"."""
_VICTIMS = {"victim", "target", "subject", "focus"}


def carrier_of(sentence: Sentence, noun: Token) -> tuple[Token | None, Support | None]:
    """The verb that carries a noun, and its row; else that of the clause behind it."""
    verb, support = _outer(sentence, noun)
    return (verb, support) if verb else _in_relative(sentence, noun) or (None, None)


def _outer(sentence: Sentence, noun: Token) -> tuple[Token | None, Support | None]:
    while noun.dep == "conj" and noun.head != noun.i:
        noun = sentence.head(noun)
    noun = _counting(sentence, noun)
    planned = _planned(sentence, noun)
    if planned:
        return planned
    if suffered := _suffered(sentence, noun):
        return suffered
    above, place = _raised(sentence, noun, sentence.head(noun)), ""
    if noun.dep in ("dobj", "oprd") or (noun.dep == "nsubjpass" and above.i == noun.head):
        place = "object"
    elif noun.dep in ("nsubj", "nsubjpass"):
        place = "subject" if not is_passive(sentence, above) else "object"
    elif noun.dep == "pobj" and above.dep == "agent":
        place, above = "subject", sentence.head(above)
    elif noun.dep == "attr" and any(child.dep == "expl" for child in sentence.children(above)):
        return above, Support(("be",), "subject", "none", "")
    elif noun.dep == "pobj" and above.dep == "prep":
        place, above = above.lemma.lower(), sentence.head(above)
    if place in ("in", "at", "on") and sentence.block is BlockKind.HEADLINE and above.pos in ("NOUN", "PROPN", "ADV"):
        return _without_be(sentence, above), Support(("be",), place, "subject", "ongoing")
    if doers := _verbless(sentence, noun):
        return doers[0], Support(("be",), "in", "subject", "ongoing")
    if not place or above.pos not in ("VERB", "AUX"):
        return None, None
    if above.lemma in ("start", "begin") and _is_priced(sentence, above):
        return None, None
    if above.lemma == "be" and sentence.children(above, "acomp", "attr"):
        return None, None
    for support in lexicon().support.get(above.lemma, ()):
        if support.noun == place and _carries(sentence, above, support, place):
            return above, _undergone(support) if noun.lemma.lower() == "course" else support
    return None, None


def _undergone(support: Support) -> Support:
    """In "completed a course of treatment" who does so is who was treated."""
    name = "undergoer" if support.subject == "subject" else support.subject
    return Support(support.words, support.noun, name, support.effect)


def _verbless(sentence: Sentence, noun: Token) -> list[Token]:
    """Who is in what a headline tells without any verb: "Director still in talks; filming may slip"."""
    bare = sentence.head(noun)
    headline = sentence.block is BlockKind.HEADLINE and noun.dep == "pobj" and bare.dep in ("ROOT", "prep")
    return sentence.children(bare, "nsubj") if headline and bare.lemma.lower() == "in" else []


def _without_be(sentence: Sentence, above: Token) -> Token:
    """In the headline "Director still in talks" the director, who is in them."""
    return sentence.head(above) if above.pos == "ADV" else above


def _planned(sentence: Sentence, noun: Token) -> tuple[Token, Support] | None:
    """In "the meeting set to take place in May" the verb behind, and its row."""
    for part in sentence.children(noun, "acl"):
        if part.tag == "VBN":
            for clause in sentence.children(part, "xcomp", "advcl"):
                for support in lexicon().support.get(clause.lemma, ()):
                    if support.noun == "subject" and _carries(sentence, clause, support, "subject"):
                        return clause, support
    return None


def _suffered(sentence: Sentence, noun: Token) -> tuple[Token, Support] | None:
    """In "was the victim of an assault" the "was": who was it suffered it."""
    of = sentence.head(noun)
    what = sentence.head(of)
    be = sentence.head(what)
    if noun.dep != "pobj" or of.lemma != "of" or what.dep != "attr" or be.lemma != "be":
        return None
    return (be, Support(("be",), "of", "undergoer", "")) if what.lemma.lower() in _VICTIMS else None


def _in_relative(sentence: Sentence, noun: Token) -> tuple[Token, Support] | None:
    """In "the treatment she received" the verb behind, and its row."""
    for clause in sentence.children(noun, "relcl", "acl"):
        if sentence.children(clause, "dobj", "xcomp", "ccomp") or clause.tag not in ("VBD", "VBN"):
            continue
        own = sentence.children(clause, "nsubj", "nsubjpass")
        passive = is_passive(sentence, clause)
        near = clause.i - noun.i <= _NEAREST and all(t.pos != "PUNCT" for t in sentence.tokens[noun.i + 1 : clause.i])
        if clause.dep == "acl" and not (passive and not own and near):  # "a deal brokered by", "talks held in"
            continue
        if clause.dep == "relcl" and (not own or (own[0].tag in ("WDT", "WP")) is not passive):
            continue
        for support in lexicon().support.get(clause.lemma, ()):
            if support.noun == "object" and _carries(sentence, clause, support, "object"):
                return clause, support
    return None


def _raised(sentence: Sentence, noun: Token, above: Token) -> Token:
    """In "the meeting is set to take place" the verb that tells of it."""
    if noun.dep not in ("nsubj", "nsubjpass"):
        return above
    for holder in (above, *sentence.children(above, "acomp")):
        if sentence.children(holder, "dobj"):  # "the fire forced people to leave": they leave
            continue
        for clause in sentence.children(holder, "xcomp"):
            if (
                any(child.tag == "TO" for child in sentence.children(clause, "aux"))
                and clause.lemma in lexicon().support
            ):
                return clause
    return above


def _is_priced(sentence: Sentence, verb: Token) -> bool:
    """Whether it starts at a price: "tours start at 10 euros"."""
    at = (child for child in sentence.children(verb, "prep") if child.lemma == "at")
    return any(phrase.label == "MONEY" for preposition in at for phrase in sentence.children(preposition, "pobj"))


def _counting(sentence: Sentence, noun: Token) -> Token:
    """In "a series of earthquakes", "ten days of talks" the series or days, which stand for them in the sentence."""
    of = sentence.head(noun)
    if noun.dep == "appos" and of.lemma.lower() == "magnitude":  # "a magnitude 6.1 earthquake"
        return of
    if noun.dep == "pobj" and of.lemma == "of":
        counting = sentence.head(of)
        word = counting.lemma.lower()
        if word in _SPANS | _COURSES or "quantity" in lexicon().classes_of.get(word, ()):
            return counting
    return noun


def _carries(sentence: Sentence, verb: Token, support: Support, place: str) -> bool:
    rest = [word for word in support.words[1:] if word != place]
    near = sentence.tokens[verb.i + 1 : verb.i + 2 + len(rest)]
    return all(any(is_word(token, word) for token in near) for word in rest)


def add_carried(sentence: Sentence, verb: Token, support: Support, slots: Slots) -> None:
    """Add what stands around the verb to the slots of the noun that it carries."""
    if verb.pos in ("NOUN", "PROPN"):  # a headline without its "is"
        slots[support.subject].append(verb)
        return
    carried = verb_slots(sentence, verb, ())
    if support.subject == "harm":
        slots["undergoer"] += carried["object"]
        return
    actors = carried["subject"] if support.noun != "subject" else []
    if support.noun in ("in", "for") and is_passive(sentence, verb):
        actors = carried["object"]
    if support.subject != "none" and actors:
        slots[support.subject] += actors
    if support.noun == "subject":
        slots["struck"] += [*carried["object"], *carried["into"], *carried["through"], *carried["across"]]
    for name, heads in carried.items():
        if name in ("subject", "object", "attr", "clause"):
            continue
        if not slots.get("to" if name == "dative" else name):
            slots["to" if name == "dative" else name] += heads
