"""Finds phrases that parsers or English put elsewhere: torn agents, shared objects, causers; knows no event type."""

from __future__ import annotations

from kgexport.annotate.entities.concrete import is_made_thing, is_person_noun
from kgexport.annotate.events.clause import expanded, subjects
from kgexport.annotate.events.filling.actor_nouns import may_act
from kgexport.annotate.events.lexicon import lexicon
from kgexport.model import Sentence, Token

_GOING = frozenset("come go return arrive travel rush run stop try fly wait sit stand rise fall die sleep".split())
"""Verbs that share no object with the verb behind them: "went and saw X"."""
_CAUSED_BY = {"have", "get"}
_NEAREST = 3
_PLEADING = {"plead"}
_SHOOTING = {"fire", "launch", "shoot", "hurl", "throw", "lob"}
AMMUNITION = frozenset(
    "round shell missile rocket mortar bullet shot grenade bomb torpedo drone stone rock bottle gas cannon arrow flare "
    "firebomb cocktail brick projectile".split()
)
"""What is shot or thrown at somebody."""
_WIELDING = set("fire launch plant detonate set lay drop throw hurl drive fly pilot operate".split())
"""What somebody does with a weapon or vehicle that hits others."""


def causer(sentence: Sentence, verb: Token) -> list[Token]:
    """Who has something done: the king in "the king had rebels shot"; not who suffers it, "had his car stolen"."""
    above = sentence.head(verb)
    own = sentence.children(verb, "nsubj", "nsubjpass")
    hers = any(t.pos in ("PRON", "DET") for o in own for t in sentence.children(o, "poss"))
    return [] if hers or above.lemma not in _CAUSED_BY else subjects(sentence, above)


def turn_fined(slots: dict[str, list[Token]], verb: Token) -> None:
    """Whom a fine is laid on, where the sum stands as the object: "fined the firm a million"."""
    if verb.text.lower().startswith("fin") and slots["dative"] and slots["object"]:
        slots["object"] = slots.pop("dative")


def torn_agent(sentence: Sentence, verb: Token) -> list[Token]:
    """Who did it where the parser hangs "by" on a noun: "an alliance sacked by him", "was found in a bag by a boy"."""
    nouns = [t for prep in sentence.children(verb, "prep") for t in sentence.children(prep, "pobj")]
    nouns += [t for noun in nouns for prep in sentence.children(noun, "prep") for t in sentence.children(prep, "pobj")]
    behind = [sentence.head(verb)] if verb.dep == "acl" else []
    torn = [by for noun in nouns if not _tells(noun) for by in sentence.children(noun, "prep") if by.lemma == "by"]
    torn += [by for noun in behind for by in sentence.children(noun, "prep") if by.lemma == "by" and by.i == verb.i + 1]
    torn = [*(by for by in sentence.children(verb, "prep") if by.lemma == "by"), *torn]
    people = [t for by in torn for t in sentence.children(by, "pobj") if t.pos == "PROPN" or may_act(t)]
    return [
        t for first in people[:1] if not first.label.startswith(("DATE", "TIME")) for t in expanded(sentence, first)
    ]


def _tells(noun: Token) -> bool:
    """Whether a noun tells of what somebody does: "in an attack by rebels", "a book by him"."""
    return noun.lemma.lower() in lexicon().nouns or noun.lemma.lower() in lexicon().classes["work"]


def shared_object(sentence: Sentence, verb: Token) -> list[Token]:
    """What two verbs share that are joined without a word between them: "arrested and charged X"."""
    if verb.lemma in _GOING or sentence.children(verb, "ccomp", "xcomp", "prt", "dative"):
        return []
    for other in sentence.children(verb, "conj"):
        between = sentence.tokens[verb.i + 1 : other.i]
        joined = other.tag == verb.tag and all(t.dep in ("cc", "punct", "advmod") or t.pos == "VERB" for t in between)
        apart = any(t.text.lower() in ("but", "also") for t in between)  # "not only resigned but also left the party"
        if joined and not apart and len(between) <= _NEAREST:
            return [t for own in sentence.children(other, "dobj") for t in expanded(sentence, own)]
    return []


def is_demanded(sentence: Sentence, clause: Token) -> bool:
    """Whether a clause says what is called for: "called for troops to be withdrawn"."""
    words = ("with", "for") if sentence.head(clause).lemma in _PLEADING else ("for",)
    marks = [t for t in sentence.children(clause, "mark") if t.text.lower() in words]
    near = bool(marks) and 0 < marks[0].i - clause.head <= _NEAREST
    return near and any(t.tag == "TO" for t in sentence.children(clause, "aux"))


def called(sentence: Sentence, word: Token) -> Token | None:
    """Who is called something in a clause without a verb: "him" of "declared him the winner"."""
    if word.pos not in ("NOUN", "PROPN", "ADJ") or sentence.children(word, "aux", "auxpass", "cop", "mark"):
        return None
    return next((t for t in sentence.children(word, "nsubj") if t.i < word.i), None)


def is_party(sentence: Sentence, preposition: Token, people: Token) -> bool:
    """Whether those behind "with" take part, and a clause says more of them: "clashes with students marching"."""
    above = sentence.head(preposition)
    return above.pos == "NOUN" and people.tag == "NNS" and is_person_noun(people.lemma.lower())


def is_score(sentence: Sentence, number: Token) -> bool:
    """Whether a number is one of "2-0", which parsers take for an object."""
    around = (sentence.tokens[max(0, number.i - 2) : number.i], sentence.tokens[number.i + 1 : number.i + 3][::-1])
    return number.pos == "NUM" and any(
        len(pair) == 2 and pair[0].pos == "NUM" and pair[1].text in ("-", "–", "—") for pair in around
    )


def is_beaten(name: Token, verb: Token) -> bool:
    """In "Lions beat Tigers 2-0" the Tigers, which parsers take for an adverb."""
    return name.pos == "PROPN" and name.i > verb.i and name.label not in ("DATE", "TIME")


def turn_shot(verb: Token, slots: dict[str, list[Token]]) -> None:
    """Take what is shot for the means, where the target is told: "fired rockets at the port"."""
    targets = any(slots.get(name) for name in ("at", "into", "toward", "towards", "on"))
    shot = [t for t in slots.get("object", ()) if t.lemma.lower() in AMMUNITION]
    others = [t for t in slots.get("object", ()) if t not in shot]
    if verb.lemma in _SHOOTING and shot and (targets or others):
        slots["with"] += shot
        slots["object"] = others


def _is_weapon(token: Token) -> bool:
    return (token.lemma.lower() in AMMUNITION or is_made_thing(token)) and token.lemma.lower() != "bomb"


def turn_wielded(sentence: Sentence, slots: dict[str, list[Token]]) -> None:
    """Take a weapon for the means and who used it for who acts: "a drone fired by Iran hit a ship"."""
    weapons = slots.get("subject", [])
    if not weapons or not all(_is_weapon(t) for t in weapons):
        return
    used = [part for t in weapons for part in sentence.children(t, "acl") if part.lemma in _WIELDING]
    agents = [by for part in used for by in sentence.children(part, "agent")]
    people = [t for by in agents for phrase in sentence.children(by, "pobj") for t in expanded(sentence, phrase)]
    if people:
        slots["with"] += weapons
        slots["subject"] = people
