"""Tells a happening from a habit, a figure, an instruction, a mere name; knows telling.tsv and no other draft."""

from __future__ import annotations

from functools import cache

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.filling.descriptions import BODY, GROUP, UNNAMED
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.lexicon import lexicon, rows
from kgexport.model import BlockKind, MentionKind, Modality, Polarity, Role, RoleName, Token

_DETERMINERS = {"the", "this", "that", "these", "those", "a", "an", "another"}
_NAMING = (MentionKind.NAME, MentionKind.ADJECTIVE)
_THIRD = {"he", "she", "him", "her", "his"}
_REACH = 40
"""How many words on either side may say that a figure sums up a season."""
_SPANS = {"day", "week", "month", "year", "summer", "winter", "spring", "autumn", "season", "morning", "night", "time"}
_WANTED = (Modality.DESIRED, Modality.POSSIBLE, Modality.ALLEGED)
_INWARD = {"reaction", "learning", "perception", "causation", "achievement", "failure", "comeback", "start", "support"}
_GOVERNING = {"VERB", "NOUN", "ADJ", "ADV", "ADP"}
_MAKING = {"founder", "co-founder", "cofounder", "organizer", "organiser", "curator", "veteran", "alumnus", "member"}
_FEW = {"one", "two", "three", "1", "2", "3"}

_CAUSING = {"cause", "force", "trigger", "spark", "prompt"}
_RACES = {"metre", "meter", "hurdle"}
"""What a number before it makes a race: "won the 100 metres"."""


@cache
def rules_of_telling() -> dict[str, frozenset[str]]:
    """The lists of telling.tsv by their names."""
    return {name: frozenset(words.split(",")) for name, words in rows("telling.tsv", 2)}


def is_of(draft: Draft, rule: str) -> bool:
    """Whether the type of a draft, or its group, is in a list."""
    return not rules_of_telling()[rule].isdisjoint((draft.type, group_of(draft.type)))


def is_statistics(draft: Draft) -> bool:
    """Whether a number says how often: "scored 20 goals this season", "the first to win 10 games"."""
    if not is_of(draft, "sport") or not _is_of_a_season(draft):
        return False
    heads = [*draft.trigger.slots.get("object", ()), draft.trigger.head]
    if draft.type == "sport-victory" and any(head.lemma.lower() in _RACES for head in heads):
        return False
    numbers = [
        number.text.lower() for head in heads if head.tag == "NNS" for number in draft.sentence.children(head, "nummod")
    ]
    return any(number not in _FEW for number in numbers)


def _is_of_a_season(draft: Draft) -> bool:
    """Whether it sums up a season or a career: "this season", "in his career"; or no day or game is named."""
    tokens, at = draft.sentence.tokens, draft.trigger.head.i
    near = tokens[max(0, at - _REACH) : at + _REACH]
    words = {token.lemma.lower() for token in near if tokens[max(0, token.i - 1)].text != "-"}
    return not words.isdisjoint(rules_of_telling()["stretch"]) or draft.type not in rules_of_telling()["play"]


def is_named_occasion(draft: Draft) -> bool:
    """Whether a noun is the name of an occasion, or has one: "the Oscars", "the Venice film festival"."""
    head = draft.trigger.head
    stands = draft.standing
    if draft.type not in rules_of_telling()["occasion"] or stands.generic or stands.present or not is_definite(draft):
        return False
    if is_led(draft):
        return False
    words = [head, *draft.sentence.children(head, "compound", "nmod")]
    return not draft.trigger.pattern.verb and any(word.pos == "PROPN" for word in words)


def is_led(draft: Draft) -> bool:
    """Whether an occasion only says what somebody is: "founder of the Lima Film Festival"."""
    preposition = draft.sentence.head(draft.trigger.head)
    who = draft.sentence.head(preposition)
    classes = lexicon().classes_of.get(who.lemma.lower(), frozenset())
    leading = not classes.isdisjoint(("office", "group")) or who.lemma.lower() in _MAKING
    return preposition.lemma.lower() == "of" and who.pos in ("NOUN", "PROPN") and leading


def is_habit(draft: Draft, headline: bool) -> bool:
    """Whether it happens "often", or to nobody in particular in the simple present: "storms hit the coast"."""
    if headline or any(True for _ in draft.calendar()):
        return False
    verbs = [draft.trigger.governed, *filter(None, (draft.trigger.support,))]
    if any(t.lemma.lower() in rules_of_telling()["often"] for v in verbs for t in draft.sentence.children(v, "advmod")):
        return True
    if _is_repeated(draft):
        return True
    return draft.standing.present and draft.trigger.head.tag == "NNS" and not draft.role(*RoleName)


def _is_repeated(draft: Draft) -> bool:
    """Whether the clause says "every year" or "each time"."""
    tokens = draft.sentence.tokens
    repeated = (t for t in tokens[:-1] if t.text.lower() in ("every", "each"))
    return any(tokens[t.i + 1].lemma.lower() in _SPANS for t in repeated)


def is_specific(draft: Draft) -> bool:
    """Whether an everyday happening took place, is going on or is planned; not what somebody does in order to do it."""
    stands, head = draft.standing, draft.trigger.head
    if _is_wanted(draft):
        return True
    if stands.polarity is Polarity.NEGATIVE or stands.modality not in (Modality.ASSERTED, Modality.PLANNED):
        return False
    infinitive = any(t.tag == "TO" for t in draft.sentence.children(head, "aux"))
    free = head.dep in ("advcl", "relcl", "acl") or not stands.governors
    purpose = infinitive and free and draft.sentence.block is not BlockKind.HEADLINE
    return not (stands.modality is Modality.PLANNED and purpose)


def _is_wanted(draft: Draft) -> bool:
    """Whether somebody with a name is asked, allowed, accused or trying to do it: "asked Ann Lee to join"."""
    stands, head, sentence = draft.standing, draft.trigger.head, draft.sentence
    if stands.polarity is Polarity.NEGATIVE or stands.modality not in _WANTED or draft.type in _INWARD:
        return False
    if not has_name(draft) or not any(word.pos in _GOVERNING for word in stands.governors):
        return False
    above = sentence.head(head)
    noun = head.dep == "acl" and ("n", above.lemma.lower()) in lexicon().governors
    said = stands.modality is Modality.ALLEGED and head.dep in ("ROOT", "relcl")
    return noun or said or head.dep in ("xcomp", "ccomp", "pcomp", "oprd", "conj")


def is_instruction(draft: Draft) -> bool:
    """Whether the reader is told what to do: "you will return the form", "How to return a form"."""
    head, sentence = draft.trigger.head, draft.sentence
    asked = any(t.tag == "WRB" for t in sentence.children(head, "advmod"))
    if asked and any(t.tag == "TO" for t in sentence.children(head, "aux")):
        return True
    return any(t.text.lower() == "you" for t in draft.trigger.slots.get("subject", ())) and not has_name(draft)


def is_definite(draft: Draft) -> bool:
    """Whether a noun has an article, an owner, a number or a name before it."""
    words = draft.sentence.children(draft.trigger.head, "det", "poss", "nummod", "compound")
    return any(_defines(word) for word in words)


def _defines(word: Token) -> bool:
    return word.text.lower() in _DETERMINERS or word.dep == "poss" or word.pos in ("PROPN", "NUM")


def has_name(draft: Draft, text: str = "") -> bool:
    """Whether a name plays a role; with the `text` of the article also whether "he" or "she" does, who has one."""
    return any(
        role.mention.kind in _NAMING or (text and role.mention.span.of(text).lower() in _THIRD) for role in draft.roles
    )


def says_name(draft: Draft, role: Role) -> bool:
    """Whether a description says by a name who they are: "commanders of the Peruvian Army"."""
    sentence = draft.sentence
    heads = sentence.tokens_in(role.mention.span) if role.mention.annotator in (BODY, GROUP, UNNAMED) else []
    of = [t for head in heads for t in sentence.children(head, "prep") if t.lemma == "of"]
    return any(name.pos == "PROPN" for preposition in of for name in sentence.children(preposition, "pobj"))


def _brings_about(draft: Draft, verb: Token) -> bool:
    """Whether a certain happening caused something: "the drivers' strike forces the closing of two stations"."""
    sentence = draft.sentence
    certain = is_definite(draft) or bool(sentence.children(draft.trigger.head, "poss"))
    done = verb.tag == "VBD" or (verb.tag == "VBZ" and certain)
    return verb.lemma in _CAUSING and done and bool(sentence.children(verb, "dobj", "ccomp", "xcomp"))


def has_result(draft: Draft) -> bool:
    """Whether something is said to have come of it: "a bribery investigation led to the arrest of the mayor"."""
    head, sentence = draft.trigger.head, draft.sentence
    verb = sentence.head(head)
    results = {"lead": "to", "result": "in"}.get(verb.lemma, "")
    came = verb.tag in ("VBD", "VBN") and any(t.lemma.lower() == results for t in sentence.children(verb, "prep"))
    came = came or (_brings_about(draft, verb) and is_of(draft, "carried"))
    sure = draft.standing.real and not draft.standing.generic and not is_of(draft, "soft")
    return head.dep == "nsubj" and head.tag == "NN" and came and sure
