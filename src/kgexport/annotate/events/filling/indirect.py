"""Finds people, bodies and places inside an object or a clause, for the indirect slots of frames.tsv; fills no role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kgexport.annotate.events.clause import clause_subjects, counted
from kgexport.annotate.events.filling.actor_nouns import actor_class
from kgexport.annotate.events.filling.fillers import Fillers
from kgexport.annotate.events.filling.things import coarse_class
from kgexport.annotate.events.finding.trigger import Trigger
from kgexport.annotate.events.lexicon import Slot
from kgexport.annotate.events.passives import is_ordered
from kgexport.annotate.events.setting.named_places import only_places
from kgexport.model import Sentence, Token

_REACH = (
    "of",
    "by",
    "against",
    "on",
    "for",
    "from",
    "with",
    "between",
    "to",
    "among",
    "over",
    "into",
)
_TOLD = tuple(name for name in _REACH if name != "by")
"""Inside a clause: not who did what is spoken of ("work for the firm founded by X")."""
_OWNED = ("of", "by", "against", "with", "for", "from", "between", "into", "to")
_PHRASE = ("amod", "compound", "nmod", "poss", "prep", "pobj", "conj", "appos", "agent", "acl", "dobj", "npadvmod")
_AROUND = ("object", "for", "to", "on", "against", "of", "with", "about", "over", "in")
_PLACING = {"in", "at", "near", "throughout", "during", "after", "before", "since", "until"}
_STANDING = {"building", "site", "vehicle", "market", "product"}
"""Things that a land does not stand for."""
_UNDERGONE = {"release", "liberation", "repatriation", "extradition", "freedom", "rescue", "protection", "safety"}
_UNDERGONE |= {"sentence", "punishment", "penalty", "term", "conviction", "acquittal", "execution"}
"""What is demanded for somebody, of others: "demanded the release of X"."""
_DEEPEST = 6


def indirect(sentence: Sentence, trigger: Trigger, slot: Slot, fillers: Fillers) -> Iterator[Token]:
    """The heads that stand in a slot that is not beside the trigger: inside an object, or in a clause."""
    match slot.name:
        case "within" if _is_spoken_of(trigger):
            return
        case "within":
            for name in _AROUND:
                for head in trigger.slots.get(name, ()):
                    if head.lemma == "order":  # "in order to help X"
                        continue
                    if name != "in" or head.i > trigger.head.i:  # not "In a statement to X, Y denied"
                        if (
                            name not in ("object", "in", "over")
                            and fillers.is_name(head)
                            and fillers.is_actor(sentence, head)
                        ):
                            yield head
                        yield from _actors_within(sentence, head, fillers, _REACH)
        case "owner":
            for head in trigger.slots.get("object", ()):
                if not fillers.is_actor(sentence, counted(sentence, head)):
                    yield from _actors_within(sentence, head, fillers, _OWNED)
        case _:
            clauses = [t for t in trigger.slots.get(slot.name, ()) if not is_ordered(sentence, t)]
            yield from _of_clauses(sentence, clauses, fillers, 0)


def _is_spoken_of(trigger: Trigger) -> bool:
    """Whether those who are named inside take no part: "demanded the release of X", "agreed on the status of X"."""
    if trigger.pattern.frame == "agree":
        return trigger.pattern.words[-1] in ("on", "upon")
    objects = trigger.slots.get("object", ())
    return trigger.pattern.frame == "ask" and any(head.lemma.lower() in _UNDERGONE for head in objects)


def _actors_within(sentence: Sentence, token: Token, fillers: Fillers, reach: tuple[str, ...]) -> Iterator[Token]:
    """The people, bodies and places that a phrase names, the nearest to its head first."""
    level = [token]
    for _ in range(_DEEPEST):
        following: list[Token] = []
        for head in level:
            named = fillers.is_name(head)
            for child in sentence.children(head, *_PHRASE):
                if _only_describes(sentence, child, head, fillers) or only_places(child, head, fillers):
                    continue
                if named and child.i < head.i:  # "Lima's Jorge Chavez Airport" is the airport
                    continue
                of_thing = fillers.of_things and not fillers.reading.kinds(sentence, head).isdisjoint(_STANDING)
                if of_thing and child.dep == "amod":
                    continue  # "an Italian hotel" is not Italy
                if child.dep not in ("prep", "agent") or child.lemma.lower() in reach:
                    following.append(child)
                    if fillers.is_actor(sentence, child):
                        yield child
        level = following


def _only_describes(sentence: Sentence, child: Token, head: Token, fillers: Fillers) -> bool:
    """Whether a name only says which one is meant: "the Lee-led government", "the Canadian province of Nova Scotia"."""
    if child.dep == "npadvmod":
        return head.dep == "amod" and bool(actor_class(sentence.head(head)))
    region = coarse_class(head) == "LOC"
    return region and (child.dep == "amod" or (fillers.of_nature and child.dep == "prep"))


def _of_clauses(sentence: Sentence, clauses: Iterable[Token], fillers: Fillers, depth: int) -> Iterator[Token]:
    """Who is asked or met in a clause: its own subject, then its objects, then those behind its prepositions."""
    if depth > 2:
        return
    for clause in clauses:
        yield from (t for t in clause_subjects(sentence, clause) if fillers.is_actor(sentence, counted(sentence, t)))
        phrases = [p for p in sentence.children(clause, "dative", "dobj", "attr", "oprd") if p.pos != "ADP"]
        for preposition in sentence.children(clause, "prep", "dative", "agent"):
            if preposition.lemma.lower() not in _PLACING:
                phrases += sentence.children(preposition, "pobj")
        yield from (p for p in phrases if fillers.is_actor(sentence, counted(sentence, p)))
        for phrase in phrases:
            yield from _actors_within(sentence, phrase, fillers, _TOLD)
        yield from _of_clauses(sentence, sentence.children(clause, "xcomp", "ccomp", "advcl"), fillers, depth + 1)
