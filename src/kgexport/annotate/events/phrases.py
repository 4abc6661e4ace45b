"""Forms of words and phrases for the names of events; knows English, and no entity."""

from __future__ import annotations

import re

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.groups import group_of
from kgexport.model import Sentence, Token

_IRREGULAR = {"be": "is", "have": "has", "quit": "quits"}
_WIDEST = 6
_LONGEST_COMPLEMENT = 12
_ABOUT = ("against", "of", "about", "over", "on", "for")
_TOLD = {"communication", "diplomacy", "politics", "justice"}
"""Groups whose verbs say little without what they are about."""
_WEAK_ENDS = {
    "the",
    "a",
    "an",
    "of",
    "to",
    "and",
    "in",
    "for",
    "with",
    "by",
    "on",
    "at",
    "its",
    "his",
    "her",
    "their",
    "that",
    ",",
}


def third_person(verb: str) -> str:
    """The third person of a verb in the present: "undergoes"."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if re.search(r"(s|x|z|ch|sh|o)$", verb):
        return verb + "es"
    return verb[:-1] + "ies" if re.search(r"[^aeiou]y$", verb) else verb + "s"


def participle(verb: Token) -> str:
    """The past participle as the text has it; empty where the text has another form that does not tell it."""
    text = verb.text.lower()
    return text if verb.tag == "VBN" or (verb.tag == "VBD" and text.endswith("ed")) else ""


def gerund(verb: str) -> str:
    """The form in -ing: "signing", "making", "cutting"."""
    if re.search(r"[^aeiouy]e$", verb) or verb.endswith("ue"):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprt]", verb) else "") + "ing"


def phrase(sentence: Sentence, head: Token) -> str:
    """A noun with the words that describe it, without determiner, possessive and numbers."""
    words = [head]
    for token in reversed(sentence.tokens[max(0, head.i - _WIDEST) : head.i]):
        hyphened = token.tag == "HYPH" or words[0].tag == "HYPH"
        if not hyphened and (token.head != head.i or token.dep not in ("amod", "compound", "nmod")):
            break
        words.insert(0, token)
    while words and words[0].tag == "HYPH":
        words.pop(0)
    shown = ""
    for at, word in enumerate(words):
        glued = at and words[at - 1].span.end == word.span.begin
        shown += ("" if glued or not at else " ") + (word.form if word.pos == "PROPN" or word.i else word.form.lower())
    return shown


def count(sentence: Sentence, head: Token) -> str:
    """The number before a noun, with a space behind it: "five ", "1.5 million "; empty where there is none."""
    for number in sentence.children(head, "nummod"):
        words = [*sentence.children(number, "compound"), number]
        if number.i < head.i and all(word.pos == "NUM" for word in words):
            return " ".join(word.form.lower() for word in words) + " "
    return ""


def of(sentence: Sentence, head: Token) -> str:
    """The noun that "of" adds to a noun, with its "of": " of force"; empty where there is none, or a longer one."""
    for preposition in sentence.children(head, "prep"):
        nouns = sentence.children(preposition, "pobj")
        if preposition.form == "of" and len(nouns) == 1 and nouns[0].pos in ("NOUN", "PROPN"):
            return f" of {phrase(sentence, nouns[0])}"
    return ""


def complement(draft: Draft) -> str:
    """What an act of speech or a decision is about, in the words of the text, shortened: "to ban the rally"."""
    if group_of(draft.type) not in _TOLD:
        return ""
    slots, sentence = draft.trigger.slots, draft.sentence
    last = max(word.i for word in draft.trigger.words)
    clause = next((token for token in slots.get("clause", ()) if token.i > last), None)
    if clause is not None:
        words = [token for token in sentence.subtree(clause) if token.i > last]
        while words and words[0].text in (",", ":", "-", "–", "—"):
            words.pop(0)
        told = draft.trigger.words[-1].text.lower() == "that"
        lead = "that " if not told and _needs_that(sentence, clause, words) else ""
        if clause.tag == "VBG" and sentence.head(clause).pos == "ADP" and sentence.head(clause).i > last:
            words.insert(0, sentence.head(clause))
        return lead + _shortened(words)
    for name in _ABOUT:
        for token in slots.get(name, ()):
            if (
                token.i > last
                and token.label not in ("DATE", "TIME")
                and name not in draft.trigger.pattern.words
                and sentence.head(token).lemma.lower() == name
            ):
                return _shortened([sentence.head(token), *sentence.subtree(token)])
    return ""


def _needs_that(sentence: Sentence, clause: Token, words: list[Token]) -> bool:
    finite = clause.tag in ("VBD", "VBZ", "VBP") or any(
        child.tag in ("MD", "VBZ", "VBP", "VBD") for child in sentence.children(clause, "aux", "auxpass")
    )
    return (
        finite and bool(words) and words[0].text.lower() not in ("that", "whether", "how", "why", "what", "who", "if")
    )


def _shortened(words: list[Token]) -> str:
    """The words as printed; cut after a dozen, and not behind a word that needs another."""
    shown = words[:_LONGEST_COMPLEMENT]
    if len(words) > len(shown):
        while shown and shown[-1].text.lower() in _WEAK_ENDS:
            shown.pop()
    text = ""
    for at, word in enumerate(shown):
        glued = at and shown[at - 1].span.end == word.span.begin
        text += ("" if glued or not at else " ") + word.text
    return text.strip(' ,;"“”') + (" …" if len(words) > _LONGEST_COMPLEMENT else "")
