"""Finds the nouns that tell of events; knows nothing of roles or times."""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.annotate.events.clause import subjects
from kgexport.annotate.events.filling.slots import noun_slots, verb_slots
from kgexport.annotate.events.finding.carriers import add_carried, carrier_of
from kgexport.annotate.events.finding.trigger import INSIDE_NOUN, Trigger, is_met, is_word
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.lexicon import Pattern, lexicon
from kgexport.annotate.events.passives import is_passive
from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.reality.specific import rules_of_telling
from kgexport.model import BlockKind, MentionKind, Sentence, Token

_UNRULY = set("riot clash armed-attack armed-conflict crime killing assault outbreak fire flood".split())
"""What those who stop it do not do."""
_QUOTES = frozenset(('"', "“", "”", "``", "''", "'", "‘", "’"))
_LONGEST_TITLE = 8


def noun_triggers(sentence: Sentence, reading: Reading) -> Iterator[Trigger]:
    """The nouns of a sentence that tell of events, the longest fitting pattern for each."""
    taken = -1
    for start in range(len(sentence.tokens)):
        if start <= taken:
            continue
        for pattern, words in _noun_candidates(sentence, start):
            trigger = _noun_trigger(sentence, pattern, words, reading)
            if trigger:
                taken = words[-1].i
                yield trigger
                break


def _noun_candidates(sentence: Sentence, start: int) -> Iterator[tuple[Pattern, tuple[Token, ...]]]:
    token = sentence.tokens[start]
    table = lexicon().nouns
    keys = {token.lemma.lower(), token.text.lower()}
    if token.pos == "PROPN":
        keys.add(token.text.lower().removesuffix("s"))
    patterns = [pattern for key in sorted(keys) for pattern in table.get(key, ())]
    for pattern in sorted(patterns, key=lambda p: p.rank):
        words = sentence.tokens[start : start + len(pattern.words)]
        if len(words) == len(pattern.words) and all(map(is_word, words, pattern.words)):
            yield pattern, words


def _noun_trigger(sentence: Sentence, pattern: Pattern, words: tuple[Token, ...], reading: Reading) -> Trigger | None:
    places = {word.i for word in words}
    head = next(word for word in words if word.head not in places or word.head == word.i)
    if head.dep in INSIDE_NOUN and sentence.head(head).lemma.lower() in lexicon().classes["light"]:
        head, words = _light(sentence, head, words)
    if head.pos not in ("NOUN", "PROPN") and not (
        head.tag == "VBG" and head.dep in ("nsubj", "dobj", "pobj", "nsubjpass")
    ):
        return None
    if head.dep in (*INSIDE_NOUN, "oprd") or _is_inside_name(head, reading) or head.span.begin in reading.times:
        return None
    if (
        _is_in_title(sentence, head)
        or _is_only_called(sentence, head)
        or (len(words) == 1 and _is_part_of_name(sentence, head, pattern))
    ):
        return None
    carrier, support = carrier_of(sentence, head)
    slots = noun_slots(sentence, head, words)
    if carrier and support:
        add_carried(sentence, carrier, support, slots)
        if support.effect == "stop" and pattern.type in _UNRULY:  # "police stopped the riots"
            slots["subject"].clear()
    if not carrier and group_of(pattern.type) == "sport":
        slots["subject"] += _side(sentence, head)
    if not carrier and pattern.type == "injury":
        slots["undergoer"] += _hurt(sentence, head)
    if any(need.slot == "support" for need in pattern.needs) and not carrier:
        return None
    needs = [need for need in pattern.needs if need.slot not in ("args", "support")]
    if not all(is_met(sentence, need, slots, reading) for need in needs):
        return None
    words = (*_crime(sentence, head, pattern), *words)
    effect, harm = (support.effect, support.subject == "harm") if support else ("", False)
    return Trigger(pattern, head, words, slots, carrier, effect, harm)


def _crime(sentence: Sentence, noun: Token, pattern: Pattern) -> list[Token]:
    """The deed before a word of justice: "assault" of "assault conviction", "fire" of "fire investigation"."""
    before = sentence.tokens[noun.i - 1] if noun.i else noun
    deed = before.dep == "compound" and before.head == noun.i and before.pos == "NOUN"
    told = deed and group_of(pattern.type) == "justice" and pattern.words == (noun.lemma.lower(),)
    return [before] if told and before.lemma.lower() in lexicon().nouns else []


def _light(sentence: Sentence, noun: Token, words: tuple[Token, ...]) -> tuple[Token, tuple[Token, ...]]:
    """The noun behind an event noun that says no more than it, as the head: "search operation", "hosting stint"."""
    light = sentence.head(noun)
    behind = light.i == words[-1].i + 1 and light.pos == "NOUN"
    return (light, (*words, light)) if behind else (noun, words)


def _side(sentence: Sentence, noun: Token) -> list[Token]:
    """Who does something with a win: "Rovers secured promotion with a 3-1 win over City"."""
    preposition = sentence.head(noun)
    verb = sentence.head(preposition)
    if noun.dep != "pobj" or preposition.lemma.lower() not in ("with", "by", "via", "through"):
        return []
    if verb.pos == "NOUN" and verb.dep == "dobj":
        verb = sentence.head(verb)
    return subjects(sentence, verb) if verb.pos == "VERB" and not is_passive(sentence, verb) else []


def _hurt(sentence: Sentence, noun: Token) -> list[Token]:
    """Who has an injury: "was taken to hospital with burns", "left him with a broken leg", "treated for wounds"."""
    preposition = sentence.head(noun)
    verb = sentence.head(preposition)
    while verb.pos == "NOUN" and verb.dep in ("pobj", "dobj"):  # "taken to hospital with burns"
        verb = sentence.head(sentence.head(verb)) if verb.dep == "pobj" else sentence.head(verb)
    if noun.dep != "pobj" or preposition.lemma.lower() not in ("with", "for", "of", "from") or verb.pos != "VERB":
        return []
    hurt = lexicon().classes["hurt"]
    if verb.lemma not in hurt or (preposition.lemma.lower() == "for" and verb.lemma != "treat"):
        return []
    slots = verb_slots(sentence, verb, ())
    return slots["object"] if verb.lemma not in ("die", "escape", "recover", "survive") else slots["subject"]


def _is_part_of_name(sentence: Sentence, noun: Token, pattern: Pattern) -> bool:
    """Whether a common word with a capital belongs to a name that nobody recognised: "Fire and Rescue"."""
    if noun.pos != "PROPN" or sentence.block is BlockKind.HEADLINE or noun.i == 0:
        return False
    if noun.form == "Games":  # "the Fire Games" is no match; "the Asian Games" are
        before = [t.text.lower() for t in sentence.children(noun, "compound", "amod", "nmod")]
        return bool(before) and lexicon().classes["multi-sport"].isdisjoint(before)
    if pattern.type in rules_of_telling()["occasion"] and sentence.head(noun).pos == "ADP":  # "at the Lima Keynote"
        return False
    return noun.form[:1].isupper() and group_of(pattern.type) not in ("culture", "sport", "conflict")


def _is_in_title(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun stands in quotation marks among a few words with capitals, or has a "The": the title of a work."""
    tokens = sentence.tokens
    if sentence.block is not BlockKind.HEADLINE and noun.form[:1].isupper() and not noun.form.isupper():
        articles = (t for t in sentence.children(noun, "det") if t.form == "The" and t.i > 0)
        if any(tokens[t.i - 1].form.islower() for t in articles):  # "her book is The Battle of the Fields"
            return True
    before = [t.i for t in tokens[max(0, noun.i - _LONGEST_TITLE) : noun.i] if t.text in _QUOTES]
    behind = [t.i for t in tokens[noun.i + 1 : noun.i + 1 + _LONGEST_TITLE] if t.text in _QUOTES]
    if not (before and behind and behind[0] - before[-1] <= _LONGEST_TITLE):
        return False
    inside = tokens[before[-1] + 1 : behind[0]]
    return len(inside) > 1 and all(t.form[:1].isupper() for t in inside if t.pos in ("NOUN", "PROPN", "ADJ", "VERB"))


def _is_only_called(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is what somebody calls something: "labelled it a genocide", "described as an attack"."""
    above = sentence.head(noun)
    calling = "naming" in lexicon().classes_of.get(above.lemma, ())
    return (noun.dep == "pobj" and above.lemma == "as") or (
        calling and noun.dep in ("ccomp", "attr", "xcomp", "acomp", "dobj")
    )


def _is_inside_name(token: Token, reading: Reading) -> bool:
    named = reading.named(token)
    if named is None or named.mention.kind is not MentionKind.NAME:
        return False
    return not any(name in ("Event", "Festival", "SportsEvent") for name in named.entity.types)
