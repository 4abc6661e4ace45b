"""Forms of words and phrases for the names of events; knows English, and no entity."""

from __future__ import annotations

import re

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.passives import is_ordered
from kgexport.annotate.events.wording.forms import past_participle
from kgexport.model import Sentence, Token

LONGEST = 80
"""Characters of a name."""
_WIDEST = 6
_LONGEST_COMPLEMENT = 12
_WHEN = {"after", "before", "since", "while", "during", "until", "by", "upon", "without"}
"""Prepositions before a clause that says when or how, not what."""
_ABOUT = ("against", "of", "about", "over", "on", "for")
_TOLD = {"communication", "diplomacy", "politics", "justice"}
"""Groups whose verbs say little without what they are about."""
_COUNTING = {"no", "another", "every", "each", "neither", "either"}
"""What stands in the place of an article and changes what is said: "no country"."""
_ASKING = {"that", "whether", "how", "why", "what", "who", "when", "where", "which"}
_WEAK_ENDS = frozenset(
    "the a an of to and or in for with by on at from into over under about after before as than but its his her their "
    "that which who is are was were has have be not ,".split()
)


def participle(verb: Token, base: str) -> str:
    """The past participle as the text has it; where it has another form, that of the base form."""
    text = verb.text.lower()
    return text if verb.tag == "VBN" or (verb.tag == "VBD" and text.endswith("ed")) else past_participle(base)


def phrase(sentence: Sentence, head: Token) -> str:
    """A noun with the words that describe it, without determiner, possessive and numbers."""
    words = [head]
    for token in reversed(sentence.tokens[max(0, head.i - _WIDEST) : head.i]):
        hyphened = token.tag == "HYPH" or words[0].tag == "HYPH"
        measured = token.dep in ("nummod", "quantmod") and token.head in {word.i for word in words[:-1]}
        describes = token.dep in ("amod", "compound", "nmod") and token.head in {word.i for word in words}
        if not (hyphened or measured or describes):
            break
        words.insert(0, token)
    while words and words[0].tag == "HYPH":
        words.pop(0)
    words += _firm(sentence, head)
    if words[0].pos == "NUM" and words[0].i and sentence.tokens[words[0].i - 1].tag == "$":  # "a $5-million deal"
        words.insert(0, sentence.tokens[words[0].i - 1])
    return "".join(
        (" " if at and words[at - 1].span.end < word.span.begin else "")
        + (word.form.lower() if word.i == 0 and word.pos != "PROPN" and word.form[1:].islower() else word.form)
        for at, word in enumerate(words)
    )


def _firm(sentence: Sentence, head: Token) -> list[Token]:
    """The rest of a name that "&" joins: "& Noble"."""
    behind = sentence.tokens[head.i + 1 : head.i + 3]
    joined = len(behind) == 2 and behind[0].text == "&" and head.pos == behind[1].pos == "PROPN"
    return list(behind) if joined else []


def printed(words: list[Token]) -> str:
    """The words with the spaces of the text between them."""
    return "".join(
        (" " if at and words[at - 1].span.end < word.span.begin else "") + word.form for at, word in enumerate(words)
    )


def own_words(draft: Draft) -> list[Token]:
    """The trigger words that are words of the pattern: "approved", not the object, in "approved the merger"."""
    trigger = draft.trigger
    known = set(trigger.pattern.words)
    own = [w for w in trigger.words if w.i == trigger.head.i or not known.isdisjoint((w.lemma.lower(), w.text.lower()))]
    return own or list(trigger.words)


def article(sentence: Sentence, head: Token, words: str) -> str:
    """The words of a phrase with the article that the text has before it: "a gunman", "the suspect"."""
    found = {child.text.lower() for child in sentence.children(head, "det") if child.i < head.i}
    if words and (counting := found & _COUNTING):
        return f"{min(counting)} {words}"
    if not words or not found & {"a", "an", "the"} or (head.tag in ("NNS", "NNPS") and "the" not in found):
        return words
    if "the" in found:
        return f"the {words}"
    printed = next((t.text for t in sentence.tokens if t.text.lower() in ("a", "an") and t.head == head.i), "a").lower()
    before = sentence.tokens[head.i - 1].text.lower() if head.i else ""
    adjacent = head.text == words.split()[0] and before in ("a", "an")
    an = printed if adjacent else "an" if re.match(r"[aeio]|un(?!i|anim)|8|1[18]\b", words, re.IGNORECASE) else "a"
    return f"{an} {words}"


def count(sentence: Sentence, head: Token) -> str:
    """The number before a noun, with a space behind it: "five ", "1.5 million "; empty where there is none."""
    for number in sentence.children(head, "nummod"):
        if ends := _range(sentence, head, number):
            return ends
        behind = sentence.tokens[number.i + 1 : number.i + 2]
        if behind and behind[0].tag == "HYPH":  # "the 15-inch model"
            continue
        words = [*sentence.children(number, "compound"), number]
        if number.i < head.i and all(word.pos == "NUM" for word in words):
            before = sentence.tokens[max(0, words[0].i - 1)]
            currency = before.text if before.tag == "$" and before.i < words[0].i else ""
            return currency + " ".join(word.form.lower() for word in words) + " "
    return ""


def _range(sentence: Sentence, head: Token, number: Token) -> str:
    """ "10 to 15 ", "between 10 and 15 ", "300-400 "; empty for one number."""
    ends = [t for t in sentence.children(number, "quantmod", "conj") if t.pos == "NUM" and t.i < head.i]
    behind = sentence.tokens[number.i + 1 : number.i + 3]
    if not ends and len(behind) == 2 and behind[0].text in ("-", "–") and behind[1].text[0].isdigit():
        ends = [behind[1]]
    before = sentence.tokens[max(0, number.i - 2) : number.i]
    if not ends and len(before) == 2 and before[1].text in ("-", "–") and before[0].pos == "NUM":  # "a 28-13 victory"
        ends = [before[0]]
    if not ends:
        return ""
    first, last = min(number.i, ends[0].i), max(number.i, ends[0].i)
    between = first > 0 and sentence.tokens[first - 1].text.lower() == "between"
    return printed(list(sentence.tokens[first - between : last + 1])).lower() + " "


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
    if is_verbatim(draft):
        return ""
    if told := clause_words(draft):
        return told
    own = own_words(draft)
    behind = sentence.children(own[-1], "pobj", "pcomp") if own[-1].dep == "prep" and own[-1].i == last else []
    if behind and not any(behind[0].span.overlaps(role.mention.span) for role in draft.roles):
        return clipped(sentence.subtree(behind[0]))
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
    return clipped([sentence.head(first), *sentence.subtree(first)])


def clause_words(draft: Draft) -> str:
    """The clause that tells what somebody says, learns, decides, in the words of the text, shortened."""
    sentence, last = draft.sentence, max(word.i for word in own_words(draft))
    clauses = draft.trigger.slots.get("clause", ())
    clause = next((t for t in clauses if t.i > last and sentence.head(t).lemma.lower() not in _WHEN), None)
    if clause is None or any(t.i < last for t in sentence.children(clause, "nsubj", "nsubjpass")):
        return ""  # "The bank will, says Ann Lee, raise rates"
    words = [token for token in sentence.subtree(clause) if token.i > last]
    if is_ordered(sentence, clause):  # "ordered him removed"
        words = [t for own in sentence.children(sentence.head(clause), "dobj") for t in sentence.subtree(own)] + words
    while words and words[0].text in (",", ":", "-", "–", "—"):
        words.pop(0)
    told = draft.trigger.words[-1].text.lower() == "that"
    lead = "that " if not told and _needs_that(sentence, clause, words) else ""
    if clause.tag == "VBG" and sentence.head(clause).pos == "ADP" and sentence.head(clause).i > last:
        words.insert(0, sentence.head(clause))
    return lead + clipped(words)


def learned(draft: Draft) -> str:
    """What somebody learns, helps do, takes up doing: for verbs that tell nothing, where its first word says so."""
    found = clause_words(draft) if draft.trigger.said is None else ""
    clause = next((t for t in draft.trigger.slots.get("clause", ()) if t.i > draft.trigger.head.i), None)
    if clause is None or (found.startswith("that ") and not draft.sentence.children(clause, "mark")):
        return ""
    return found if found.split(" ")[0].lower() in _ASKING or clause.tag in ("VBG", "VB") else ""


def infinitive(draft: Draft) -> str:
    """What somebody chooses, proposes, manages to do, in the words of the text, shortened; empty for other verbs."""
    last = max(word.i for word in own_words(draft))
    aims = draft.trigger.slots.get("purpose", ()) if draft.type == "participation" else ()
    told = [*draft.trigger.slots.get("infinitive", ()), *(t for t in aims if t.tag == "VB")]
    found = (t for t in told if t.i > last and t.head == draft.trigger.head.i)
    clause = next(found, None)
    return clipped([t for t in draft.sentence.subtree(clause) if t.i > last]) if clause is not None else ""


def is_verbatim(draft: Draft) -> bool:
    """Whether the words that an act of speech tells stand in quotation marks, and no "that" leads them."""
    said = draft.trigger.said
    return said is not None and bool(said.keys) and not any(key.startswith("claim") for key in said.keys)


def _needs_that(sentence: Sentence, clause: Token, words: list[Token]) -> bool:
    finite = clause.tag in ("VBD", "VBZ", "VBP") or any(
        child.tag in ("MD", "VBZ", "VBP", "VBD") or (child.dep == "nsubj" and clause.tag == "VBN")
        for child in sentence.children(clause, "aux", "auxpass", "nsubj")
    )
    return (
        finite and bool(words) and words[0].text.lower() not in ("that", "whether", "how", "why", "what", "who", "if")
    )


def clipped(words: list[Token]) -> str:
    """The words as printed; cut after a dozen, and not behind a word that needs another."""
    shown = words[:_LONGEST_COMPLEMENT]
    if len(words) > len(shown):
        while shown and shown[-1].text.lower() in _WEAK_ENDS:
            shown.pop()
    text = ""
    for at, word in enumerate(shown):
        glued = at and shown[at - 1].span.end == word.span.begin
        text += ("" if glued or not at else " ") + word.form
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
