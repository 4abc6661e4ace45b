"""Forms of words and phrases for the names of events; knows English, and no entity."""

from __future__ import annotations

import re

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.groups import group_of
from kgexport.model import Sentence, Token

_IRREGULAR = {"be": "is", "have": "has", "quit": "quits"}
LONGEST = 80
"""Characters of a name."""
_WIDEST = 6
_LONGEST_COMPLEMENT = 12
_QUOTING = {"statement", "question", "forecast"}
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


def own_words(draft: Draft) -> list[Token]:
    """The trigger words that are words of the pattern: "approved", not the object, in "approved the merger"."""
    trigger = draft.trigger
    known = set(trigger.pattern.words)
    own = [w for w in trigger.words if w.i == trigger.head.i or not known.isdisjoint((w.lemma.lower(), w.text.lower()))]
    return own or list(trigger.words)


def article(sentence: Sentence, head: Token, words: str) -> str:
    """The words of a phrase with the article that the text has before it: "a gunman", "the suspect"."""
    found = {child.text.lower() for child in sentence.children(head, "det") if child.i < head.i}
    if not words or not found & {"a", "an", "the"}:
        return words
    if "the" in found:
        return f"the {words}"
    printed = next((t.text for t in sentence.tokens if t.text.lower() in ("a", "an") and t.head == head.i), "a").lower()
    adjacent = any(t.text == words.split()[0] for t in sentence.tokens[head.i : head.i + 1])
    an = printed if adjacent else "an" if words[0].lower() in "aeio" else "a"
    return f"{an} {words}"


def count(sentence: Sentence, head: Token) -> str:
    """The number before a noun, with a space behind it: "five ", "1.5 million "; empty where there is none."""
    for number in sentence.children(head, "nummod"):
        words = [*sentence.children(number, "compound"), number]
        if number.i < head.i and all(word.pos == "NUM" for word in words):
            before = sentence.tokens[max(0, words[0].i - 1)]
            currency = before.text if before.tag == "$" and before.i < words[0].i else ""
            return currency + " ".join(word.form.lower() for word in words) + " "
    return ""


def of(sentence: Sentence, head: Token) -> str:
    """The noun that "of" adds to a noun, with its "of": " of force"; empty where there is none, or a longer one."""
    for preposition in sentence.children(head, "prep"):
        nouns = sentence.children(preposition, "pobj")
        if preposition.form == "of" and len(nouns) == 1 and nouns[0].pos in ("NOUN", "PROPN"):
            return " of " + article(sentence, nouns[0], count(sentence, nouns[0]) + phrase(sentence, nouns[0]))
    return ""


def complement(draft: Draft) -> str:
    """What an act of speech or a decision is about, in the words of the text, shortened: "to ban the rally"."""
    if group_of(draft.type) not in _TOLD:
        return ""
    slots, sentence = draft.trigger.slots, draft.sentence
    last = max(word.i for word in own_words(draft))
    if draft.type in _QUOTING and is_verbatim(draft):
        return ""
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
    own = own_words(draft)
    behind = sentence.children(own[-1], "pobj") if own[-1].dep == "prep" and own[-1].i == last else []
    if behind and not any(behind[0].span.overlaps(role.mention.span) for role in draft.roles):
        return _shortened(sentence.subtree(behind[0]))
    anchors = {word.i for word in (*own, draft.trigger.governed)}
    found = [
        token
        for name in _ABOUT
        for token in slots.get(name, ())
        if token.i > last
        and token.label not in ("DATE", "TIME")
        and name not in draft.trigger.pattern.words
        and sentence.head(token).lemma.lower() == name
        and sentence.head(token).head in anchors
    ]
    if not found:
        return ""
    first = min(found, key=lambda token: token.i)
    return _shortened([sentence.head(first), *sentence.subtree(first)])


def is_verbatim(draft: Draft) -> bool:
    """Whether the words that an act of speech tells stand in quotation marks, and no "that" leads them."""
    said = draft.trigger.said
    return said is not None and bool(said.keys) and not any(key.startswith("claim") for key in said.keys)


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


def shortened(text: str, longest: int = LONGEST) -> str:
    """A text cut between words, not behind a word that needs another nor inside quotation marks."""
    if len(text) <= longest:
        return text
    words = text[: max(1, longest - 1)].rsplit(" ", 1)[0].removesuffix(" …").split(" ")
    while len(words) > 1 and _is_open(words):
        words.pop()
    return " ".join(words).rstrip(" ,;:–—-") + " …"


def _is_open(words: list[str]) -> bool:
    """Whether a cut text ends in a word that needs another, or in a mark that opens a phrase."""
    return words[-1].lower().strip('“"(') in _WEAK_ENDS or words[-1] in ("“", '"', "(", "")
