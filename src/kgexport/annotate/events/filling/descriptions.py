"""Reads noun phrases that describe people or bodies: "two officers", "a 32-year-old man", "Peru's rail authority".

Knows the nouns of actors.tsv and the grammar of noun phrases; no event, and not who is meant by two descriptions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kgexport.annotate.events.filling.actor_nouns import actor_class, is_vague, loose_words
from kgexport.annotate.events.reading import Reading
from kgexport.model import BlockKind, Mention, MentionKind, Sentence, Token

UNNAMED, GROUP = "events/actor", "events/group"
"""The rules that unnamed people and bodies are found by; a group is told from others: "Rwandan rebels"."""
GROUP_TYPES = ("Organization", "Group")
"""schema:Organization, which schema.org's agent asks for, and the project's own class beside it."""
CONFIDENCE = 0.6
COUNTS = frozenset(("dozen", "hundred", "thousand", "million", "score", "ten"))
_WIDEST = 8
_LONGEST_OF = 7
_MODIFYING = ("amod", "compound", "nmod", "nummod", "npadvmod", "advmod", "punct", "quantmod", "poss", "case")
_MANY = {"people", "police", "personnel", "troops"}
_OURS = {"your", "my", "our"}
_NOBODY = {"no", "neither", "any", "every", "each", "whatever", "which", "what", "few", "nor", "either"}
_FRESH = {"a", "an", "another", "one", "some", "other", "more", "further", "additional", "second", "third", "fellow"}
_DEFINITE = {"the", "this", "that", "these", "those", "both", "same"}


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase that describes people or a body."""

    head: Token
    words: tuple[str, ...]
    """Its words in lower case without the head: what says which one is meant."""
    name: str
    types: tuple[str, ...]
    mention: Mention
    many: bool
    definite: bool
    fresh: bool
    """Whether it brings in somebody new: "a man", "another man"."""
    headline: bool

    @property
    def lasting(self) -> bool:
        """Whether the same words mean the same all through an article: "police", "residents", "12 people"."""
        return (self.many and not self.fresh) or self.types[0] not in ("Person", "Organization") or self.definite

    @property
    def slug(self) -> str:
        """The words of the name, for a key."""
        return re.sub(r"[^a-z0-9]+", "-", self.name.casefold()).strip("-") or "x"


def describe(
    sentence: Sentence, head: Token, reading: Reading, counter: Token | None = None, *, vague: bool = False
) -> Description | None:
    """The description with this head; None where it is of nobody in particular.

    `counter`: "dozens" in "dozens of people"; `vague`: a noun alone is enough, as for those who speak ("officials").
    """
    people = is_people(head, reading)
    cls = "Person" if people else actor_class(head)
    if not cls or not (people or _is_common(head)) or head.span.begin in reading.times:
        return None
    before = _before(sentence, head)
    small = {t.text.lower() for t in (*before, *sentence.children(head, "det", "predet", "neg"))}
    owner = next((t for t in sentence.children(head, "poss") if t.i < head.i), None)
    count, told = _counting(sentence, head, counter), _telling(before, reading)
    whole = [] if owner else _of_phrase(sentence, head)
    owned = _owner(sentence, owner, reading) if owner else []
    words = [*owned, *(_printed(t, reading) for t in _joined(told))]
    many = head.tag in ("NNS", "NNPS") or head.lemma.lower() in _MANY
    numbered = bool(count) or any(t.pos == "NUM" or t.dep == "nummod" for t in told)
    said = vague or numbered or people or bool(whole) or any(any(c.isalpha() for c in word) for word in words)
    ours = owner is not None and owner.text.lower() in _OURS
    if small & _NOBODY or ours or not (said or _is_specific(sentence, head, small)):
        return None
    noun = head.form.lower() if head.i == 0 and not people else _printed(head, reading)
    apart = people or _is_told_apart(head, told, reading)
    owners = [t for t in before if owner and t.i <= owner.i and t.pos != "DET"] if owned else []
    span = [*count, *owners, *told, head][0].span.to((whole or [head])[-1].span)
    name = _spaced([*(t.form.lower() for t in count), *words, noun]) + _tail(whole)
    return Description(
        head,
        tuple(word.lower() for word in name.split() if word.lower() != head.form.lower()),
        name,
        _types(cls, many, numbered),
        Mention(span, MentionKind.NOMINAL, GROUP if apart else UNNAMED, CONFIDENCE),
        many,
        definite=bool(small & _DEFINITE) or owner is not None,
        fresh=bool(small & _FRESH) and not small & _DEFINITE,
        headline=sentence.block is BlockKind.HEADLINE,
    )


def _is_specific(sentence: Sentence, head: Token, small: set[str]) -> bool:
    """Whether a noun without a telling word before it means somebody: not "officials", not "parents" alone."""
    if not is_vague(head, many=True):
        return True
    if is_vague(head, many=False):
        return False
    behind = any(t.i > head.i for t in sentence.children(head, "prep", "relcl", "acl"))
    return head.tag not in ("NNS", "NNPS") or behind or "the" in small


def _is_told_apart(head: Token, told: list[Token], reading: Reading) -> bool:
    """Whether a noun or name before it says which people they are: "Rwandan rebels", not "angry residents"."""
    names = (t.pos in ("NOUN", "PROPN") or t.form[:1].isupper() or reading.named(t) is not None for t in told)
    return head.tag in ("NNS", "NNPS") and any(names)


def _owner(sentence: Sentence, owner: Token, reading: Reading) -> list[str]:
    """Whose it is, in the words of the text; for a pronoun that is resolved the name: "Karl Holm's"."""
    if owner.pos == "PRON" or owner.tag == "WP$":
        named = reading.named(owner)
        said = named.entity.name if named else _antecedent(sentence, owner, reading)
        return [f"{said}{'’s' if '’' in reading.text else chr(39) + 's'}"] if said else []
    tokens = [t for t in sentence.subtree(owner) if t.pos != "DET" and t.i <= owner.i + 1]
    return _spaced([_printed(t, reading) for t in _joined(tokens)]).split() if len(tokens) <= _WIDEST else []


def _antecedent(sentence: Sentence, owner: Token, reading: Reading) -> str:
    """Whom "whose" stands for: "the director, whose widow sued"; empty for any other pronoun."""
    above = owner
    while owner.text.lower() == "whose" and above.dep != "relcl" and above.head != above.i:
        above = sentence.head(above)
    if above.dep != "relcl":
        return ""
    noun = sentence.head(above)
    named = reading.named(noun)
    return (
        named.entity.name
        if named
        else " ".join(_printed(t, reading) for t in (*_telling(_before(sentence, noun), reading), noun))
    )


def _printed(word: Token | str, reading: Reading) -> str:
    """A word as a name has it: capitals only where the word has them of its own."""
    if isinstance(word, str):
        return word
    own = word.form[:1].isupper() and (word.i > 0 or word.pos == "PROPN" or reading.named(word) is not None)
    return word.form if own or (len(word.form) > 1 and word.form.isupper()) else word.form.lower()


def is_people(head: Token, reading: Reading) -> bool:
    """Whether a head is the plural of a demonym, a faith or a people: "Algerians", "Kurds"."""
    if head.tag not in ("NNS", "NNPS") or not head.form[:1].isupper():
        return False
    named = reading.named(head)
    return named.mention.kind is MentionKind.ADJECTIVE if named else head.label == "NORP"


def _is_common(head: Token) -> bool:
    """Whether a head is a common noun, also where a headline writes it with a capital."""
    if head.pos == "NOUN":
        return head.tag in ("NN", "NNS", "NNP", "NNPS")
    return head.pos == "PROPN" and (head.form.islower() or head.i == 0)


def _types(cls: str, many: bool, numbered: bool) -> tuple[str, ...]:
    if cls == "Person":
        return GROUP_TYPES if many else ("Person",)
    if cls == "either":
        return ("Organization",) if many else ("Person",)
    if cls == "force":
        return ("Person",) if not many else GROUP_TYPES if numbered else ("Organization",)
    if cls == "Group":
        return GROUP_TYPES
    if many and numbered:
        return GROUP_TYPES if cls == "GovernmentOrganization" else ("Organization",)
    return ("Organization",) if cls in ("site", "NGO", "WorkersUnion") else (cls,)


def _counting(sentence: Sentence, head: Token, count: Token | None) -> list[Token]:
    """ "dozens of" before a head; empty where there is more between them."""
    if count is None or count.i == head.i or count.lemma.lower() not in COUNTS:
        return []
    words = sentence.tokens[count.i : head.i]
    return list(words[:2]) if len(words) > 1 and words[1].text.lower() == "of" and words[1].head == count.i else []


def _before(sentence: Sentence, head: Token) -> list[Token]:
    """The words before a head that belong to it."""
    taken: list[Token] = []
    for token in reversed(sentence.tokens[max(0, head.i - _WIDEST) : head.i]):
        if not _reaches(sentence, token, head) or token.text in (",", ";", ":", "(", ")", '"', "“", "”", "—", "–"):
            break
        taken.insert(0, token)
    return taken


def _telling(before: list[Token], reading: Reading) -> list[Token]:
    """The words before a head that say who or how many, without article, owner, loose words and a day."""
    owner = max((t.i for t in before if t.dep == "poss" or t.tag in ("POS", "PRP$")), default=-1)
    told = [t for t in before if t.i > owner and t.pos not in ("DET", "PRON")]
    while told and (
        told[0].text.lower() in loose_words() or told[0].tag == "JJS" or told[0].pos in ("ADV", "PUNCT", "ADP", "SYM")
    ):
        if len(told) > 1 and told[1].tag == "HYPH" and told[0].span.end == told[1].span.begin:  # "high-ranking"
            break
        told.pop(0)
    while told and told[0].span.begin in reading.times:  # "On Monday Lima police"
        told.pop(0)
    return told


def _joined(tokens: list[Token]) -> Iterator[Token | str]:
    """Tokens, those that are printed without a space between them as one word: "32-year-old"."""
    run: list[Token] = []
    for token in tokens:
        if run and run[-1].span.end != token.span.begin:
            yield run[0] if len(run) == 1 else "".join(t.form for t in run)
            run = []
        run.append(token)
    if run:
        yield run[0] if len(run) == 1 else "".join(t.form for t in run)


def _spaced(words: list[str]) -> str:
    return re.sub(r"- (?=\S)", "-", " ".join(words))


def _of_phrase(sentence: Sentence, head: Token) -> list[Token]:
    """ "of" and a short noun phrase behind a head: "supporters of the coup"; without what follows its noun."""
    for preposition in sentence.children(head, "prep"):
        nouns = [t for t in sentence.children(preposition, "pobj") if t.pos in ("NOUN", "PROPN")]
        speaks = head.lemma.lower().startswith("spokes") and preposition.text.lower() == "for"
        if preposition.i != head.i + 1 or not nouns or not (speaks or preposition.text.lower() == "of"):
            continue
        words = sentence.tokens[preposition.i : nouns[0].i + 1]
        inside = all(_reaches(sentence, t, nouns[0]) for t in words[1:]) and not sentence.children(nouns[0], "conj")
        if inside and len(words) <= _LONGEST_OF:
            return list(words)
    return []


def _reaches(sentence: Sentence, token: Token, head: Token) -> bool:
    """Whether a word before a noun belongs to it."""
    for _ in range(4):
        if token.i == head.i:
            return True
        if token.dep not in (*_MODIFYING, "det", "predet"):
            return False
        token = sentence.head(token)
    return False


def _tail(tokens: list[Token]) -> str:
    return "".join(
        (" " if t.i == tokens[0].i or tokens[at - 1].span.end < t.span.begin else "") + t.form
        for at, t in enumerate(tokens)
    )
