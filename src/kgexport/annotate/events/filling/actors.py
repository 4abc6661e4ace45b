"""Makes nodes of people and bodies that the text describes but does not name: "police", "two officers", "a gunman".

Knows who is meant by two descriptions, no event. One description is one node only where that is safe: a body, a counted
or plural phrase that is repeated, a definite phrase with one fitting antecedent.
"""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from kgexport.annotate.events.filling.actor_nouns import actor_class, slug_of, speaking_nouns
from kgexport.annotate.events.filling.descriptions import (
    CONFIDENCE,
    GROUP_TYPES,
    UNNAMED,
    Description,
    describe,
    describe_modifier,
)
from kgexport.annotate.events.filling.given_names import alias_of, printed_name
from kgexport.annotate.events.filling.phrase_parts import COUNTS, larger_count
from kgexport.annotate.events.reading import Reading
from kgexport.model import Entity, Mention, MentionKind, Sentence, Token

_LOOKED_BACK = 12
"""How many earlier descriptions with the same noun are compared: keeps the work linear."""
_MEASURES = ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL")
_SOME = {"several", "many", "few"}
"""What says of others roughly how many they are."""


@dataclass
class Actors:
    """The unnamed people and bodies of one article, sentence by sentence."""

    reading: Reading
    _by_noun: dict[str, list[tuple[str, Description]]] = field(default_factory=lambda: defaultdict(list))
    _at: dict[int, tuple[Entity, Mention] | None] = field(default_factory=dict)
    _tried: set[tuple[int, bool, bool]] = field(default_factory=set)
    lands: dict[str, frozenset[str]] = field(default_factory=dict)
    """Key -> keys of the lands or bodies whose officials, forces or body it is."""
    _numbers: Counter[str] = field(default_factory=Counter)
    """How many were described in the same words."""
    _names: dict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    """Key -> the forms by which the text describes it, each once, in the order of the text."""
    _given: dict[str, str] = field(default_factory=dict)
    """Key -> the name by which somebody goes: "a hacker known as Kestrel"."""

    def at(
        self,
        sentence: Sentence,
        head: Token,
        count: Token | None = None,
        *,
        patient: bool = False,
        speaks: bool = False,
        plays: bool = False,
    ) -> tuple[Entity, Mention] | None:
        """The node of the phrase with this head, or None.

        `count`: the head above it in "dozens of people"; `patient`: something is done to it, so it may be a building;
        `speaks`: it says something, so "a source" is somebody; `plays`: it plays a part itself, so that "people" are.
        """
        if patient and actor_class(head) == "site":
            return None
        begin = head.span.begin
        if begin not in self._at:
            self._at[begin] = None
        speaks = speaks and head.lemma.lower() in speaking_nouns()
        if self._at[begin] is None and (begin, plays, speaks) not in self._tried:
            self._tried.add((begin, plays, speaks))
            described = describe(sentence, head, self.reading, count, plays=plays, speaks=speaks)
            self._at[begin] = self._node(described) if described else None
            made = self._at[begin]
            if made and made[0].types == ("Person",) and (alias := alias_of(sentence, head)):
                self._given.setdefault(made[0].key, printed_name(alias))
        return self._at[begin]

    def before(self, sentence: Sentence, noun: Token) -> tuple[Entity, Mention] | None:
        """The node of those whom a noun before another one names: "rebels" of "rebel violence"."""
        described = describe_modifier(sentence, noun, self.reading)
        return self._node(described) if described else None

    def counted(self, sentence: Sentence, token: Token) -> tuple[Entity, Mention] | None:
        """The people of whom only the number is told: "five" in "killing five", "two others", "hundreds"."""
        before = [t for t in sentence.children(token, "nummod") if t.i < token.i and t.pos == "NUM"]
        plain = token.lemma.lower()
        if plain == "other" and token.tag == "NNS":  # "several others"
            before = before or [t for t in sentence.children(token, "amod") if t.lemma.lower() in _SOME]
        many = plain in COUNTS and token.tag == "NNS"
        others = plain == "other" and bool(before)
        alone = token.pos == "NUM" and not token.label.startswith(_MEASURES) and plain not in ("one", "1")
        behind = [t for t in sentence.children(token, "prep") if t.i > token.i]
        of = sentence.children(behind[0], "pobj") if len(behind) == 1 and behind[0].text.lower() == "of" else []
        part = of[0] if alone and of and actor_class(of[0]) in ("Person", "Group", "force", "either") else None
        if (behind and not part) or not (many or others or alone) or token.span.begin in self.reading.times:
            return None
        number = " ".join(t.form.lower() for t in [*before, *(t for t in sentence.children(token, "compound")), token])
        name = number if others else f"{number} of people" if many else f"{number} people"
        first = min([*before, *sentence.children(token, "compound"), token], key=lambda t: t.i)
        if many and (larger := larger_count(sentence, first)):
            first = larger[0]
            name = f"{first.form.lower()} of {name}"
        if part:  # "eight of the 14 victims"
            name = " ".join([number, *(t.form.lower() for t in sentence.tokens[token.i + 1 : part.i + 1])])
        mention = Mention(first.span.to((part or token).span), MentionKind.NOMINAL, UNNAMED, CONFIDENCE)
        key = f"nominal:{slug_of(name)}"
        self._names[key][name] = None
        return Entity(key, GROUP_TYPES, name, (mention,)), mention

    def _node(self, new: Description) -> tuple[Entity, Mention]:
        noun = new.head.lemma.lower()
        key = self._known(new, self._by_noun[noun][-_LOOKED_BACK:])
        if not key:
            self._numbers[new.slug] += 1
            number = self._numbers[new.slug]
            key = f"nominal:{new.slug}" if number == 1 else f"nominal:{new.slug}-{number}"
        self._names[key][new.name] = None
        self._by_noun[noun].append((key, new))
        self.lands[key] = self.lands.get(key, frozenset()) | frozenset(new.lands)
        return Entity(key, new.types, new.name, (new.mention,)), new.mention

    def finished(self, entity: Entity) -> Entity:
        """The entity with the fullest of its forms as name, and the others as alternate names."""
        forms = list(self._names.get(entity.key, ()))
        if given := self._given.get(entity.key):
            return dataclasses.replace(entity, name=given, alternate_names=tuple(forms))
        if len(forms) < 2:
            return entity
        name = max(forms, key=lambda form: len(form.split()))
        return dataclasses.replace(entity, name=name, alternate_names=tuple(form for form in forms if form != name))

    @staticmethod
    def _known(new: Description, earlier: list[tuple[str, Description]]) -> str:
        """The key of the one that was described before, where the text leaves no choice."""
        same = [(key, old) for key, old in earlier if old.types == new.types and old.many is new.many]
        if new.is_body and not new.fresh:
            return _known_body(new, same)
        if new.lasting:
            exact = [key for key, old in same if old.words == new.words]
            if len(set(exact)) == 1 or (exact and not new.definite):
                return exact[-1]
        if new.definite:
            fuller = {key for key, old in same if set(new.words) <= set(old.words)}
            return fuller.pop() if len(fuller) == 1 else ""
        if new.fresh or new.many:
            heads = (
                (key, old) for key, old in same if old.headline and not (old.loose and old.many)
            )  # "people": any people
            told = {key for key, old in heads if set(old.words) <= set(new.words)}
            others = {key for key, old in same if not old.headline}
            return told.pop() if len(told) == 1 and not new.headline and not others & told else ""
        return ""


def _known_body(new: Description, earlier: list[tuple[str, Description]]) -> str:
    """The key of the body that is meant: "police" after "Nepalese police" alone, "Nepalese police" after "police"."""
    exact = [key for key, old in earlier if set(old.sense) == set(new.sense)]
    if exact:
        return exact[-1]
    fitting = {
        key
        for key, old in earlier
        if not new.words or not old.words or (new.definite and set(new.sense) <= set(old.sense))
    }
    return fitting.pop() if len(fitting) == 1 else ""
