"""Reads noun phrases that describe people or bodies: "two officers", "a 32-year-old man", "Peru's rail authority".

Knows the nouns of actors.tsv and the grammar of noun phrases; no event, and not who is meant by two descriptions.
"""

from __future__ import annotations

from dataclasses import dataclass

from kgexport.annotate.events.filling.actor_nouns import (
    actor_class,
    in_letters,
    is_needy,
    is_shared,
    is_vague,
    slug_of,
    speaking_class,
)
from kgexport.annotate.events.filling.deciding import decides
from kgexport.annotate.events.filling.noun_phrases import (
    plural,
    printed,
    spaced,
    tail,
)
from kgexport.annotate.events.filling.phrase_parts import parts_of
from kgexport.annotate.events.reading import Reading
from kgexport.model import BlockKind, Mention, MentionKind, Sentence, Token

UNNAMED, GROUP, BODY = "events/actor", "events/group", "events/body"
"""The rules that unnamed people and bodies are found by; a group is told from others ("Rwandan rebels"), a body or its
people by whose it is ("Nepalese police", "Afghan officials")."""
GROUP_TYPES = ("Organization", "Group")
"""schema:Organization, which schema.org's agent asks for, and the project's own class beside it."""
CONFIDENCE = 0.6
_BEFORE = 2
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
    sense: tuple[str, ...] = ()
    """Its words, with the name of the land for its adjective: "Nepal police" are "Nepalese police"."""
    lands: tuple[str, ...] = ()
    """Keys of the lands or bodies whose officials, forces or body these are."""
    loose: bool = False
    """Whether the noun alone means other people each time: "people fled"."""

    @property
    def lasting(self) -> bool:
        """Whether the same words mean the same all through an article: "police", "residents", "12 people"."""
        if self.loose:
            return False
        return (self.many and not self.fresh) or self.is_body or self.definite

    @property
    def is_body(self) -> bool:
        """Whether it is a body of a sort of which there is mostly one: "police", "the court"."""
        return self.types[0] not in ("Person", "Organization")

    @property
    def slug(self) -> str:
        """The words of the name, for a key."""
        return slug_of(self.name)


def describe(
    sentence: Sentence,
    head: Token,
    reading: Reading,
    counter: Token | None = None,
    *,
    plays: bool = False,
    speaks: bool = False,
) -> Description | None:
    """The description with this head; None where it is of nobody.

    `counter`: "dozens" in "dozens of people"; `plays`: the sentence itself says what they do or suffer, so that a noun
    alone is enough ("people fled"); `speaks`: they say something ("a source said").
    """
    people = is_people(head, reading)
    cls = "Person" if people else actor_class(head) or (speaking_class(head) if speaks else "")
    common = people or _is_common(head) or _is_office(sentence, head, reading)
    if not cls or not common or head.span.begin in reading.times:
        return None
    phrase = parts_of(sentence, head, reading, counter)
    said = speaks or phrase.numbered or people or bool(phrase.whole) or phrase.telling
    if phrase.of_nobody or not (said or _is_specific(sentence, head, phrase.small, plays)):
        return None
    apart = people or _is_told_apart(head, phrase.told, reading)
    rule = BODY if phrase.lands else GROUP if apart else UNNAMED
    noun = head.form.lower() if head.i == 0 and not people else printed(head, reading)
    name = spaced([*(t.form.lower() for t in phrase.count), *phrase.words, noun]) + tail(phrase.whole)
    name = f"the {name}" if is_needy(head) else name  # "missing" alone says nothing
    bare = not (phrase.telling or phrase.whole or phrase.numbered)
    return Description(
        head,
        tuple(in_letters(word.lower()) for word in name.split() if word.lower() != head.form.lower()),
        name,
        _types(cls, phrase.many, phrase.numbered),
        Mention(phrase.span, MentionKind.NOMINAL, rule, CONFIDENCE),
        phrase.many,
        definite=bool(phrase.small & _DEFINITE) or phrase.owner is not None,
        fresh=bool(phrase.small & _FRESH) and not phrase.small & _DEFINITE,
        headline=sentence.block is BlockKind.HEADLINE,
        sense=(*phrase.owned, *(_sense(t, reading) for t in (*phrase.count, *phrase.told, *phrase.whole))),
        lands=phrase.lands,
        loose=bare and not speaks and not phrase.small & _DEFINITE and is_shared(head),
    )


def _sense(word: Token, reading: Reading) -> str:
    """What a word says: for the adjective of a land its name."""
    named = reading.named(word)
    return named.entity.name.lower() if named else word.form.lower()


def describe_modifier(sentence: Sentence, noun: Token, reading: Reading) -> Description | None:
    """Those whom a noun before another one names: "rebels" of "rebel violence", "police" of "a police raid"."""
    cls = actor_class(noun)
    if not cls or noun.pos not in ("NOUN", "PROPN") or noun.tag not in ("NN", "NNP") or is_vague(noun):
        return None
    before = [t for t in sentence.tokens[max(0, noun.i - _BEFORE) : noun.i] if t.head == noun.head or t.head == noun.i]
    told = [t for t in before if t.dep in ("amod", "compound") and (t.form[:1].isupper() or reading.named(t))]
    told = told if told and told[-1].i == noun.i - 1 else []
    many = cls in ("Person", "either", "force")
    words = [printed(t, reading) for t in told]
    return Description(
        noun,
        tuple(word.lower() for word in words),
        spaced([*words, plural(noun.form.lower()) if many else noun.form.lower()]),
        _types(cls, many, numbered=False),
        Mention([*told, noun][0].span.to(noun.span), MentionKind.NOMINAL, UNNAMED, CONFIDENCE),
        many,
        definite=False,
        fresh=False,
        headline=sentence.block is BlockKind.HEADLINE,
        sense=tuple(_sense(t, reading) for t in told),
    )


def _is_specific(sentence: Sentence, head: Token, small: set[str], plays: bool) -> bool:
    """Whether a noun without a telling word before it means somebody: not "figures", not "officials" in passing."""
    if is_vague(head):
        return plays and bool(small & {"the", "a", "an"}) and decides(sentence, head)
    if plays or not is_shared(head):
        return True
    behind = any(t.i > head.i for t in sentence.children(head, "prep", "relcl", "acl"))
    return head.tag not in ("NNS", "NNPS") or behind or "the" in small


def _is_told_apart(head: Token, told: list[Token], reading: Reading) -> bool:
    """Whether a noun or name before it says which people they are: "Rwandan rebels", not "angry residents"."""
    names = (t.pos in ("NOUN", "PROPN") or t.form[:1].isupper() or reading.named(t) is not None for t in told)
    return head.tag in ("NNS", "NNPS") and any(names)


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


def _is_office(sentence: Sentence, head: Token, reading: Reading) -> bool:
    """Whether a capital stands on an office or body that is not named: "the President", "Taiwan's Foreign Minister"."""
    if head.pos != "PROPN" or head.tag != "NNP" or reading.named(head):
        return False
    following = sentence.tokens[head.i + 1 : head.i + 2]
    if any(t.pos == "PROPN" for t in following) or sentence.children(head, "appos"):
        return False
    before = [t for t in sentence.children(head, "det", "poss") if t.i < head.i]
    return any(t.tag in ("NN", "NNS", "NNP", "PRP$") or t.text.lower() == "the" for t in before)


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
