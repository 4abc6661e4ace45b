"""Reads the common nouns of a text: "his wife", "the two countries", "the minister", and those who have no name."""

from __future__ import annotations

from kgexport.annotate.entities.references.definite_phrases import definite
from kgexport.annotate.entities.references.definites import Definites
from kgexport.annotate.entities.references.descriptions import is_kind_of
from kgexport.annotate.entities.references.discourse import Referent
from kgexport.annotate.entities.references.grammar import rank
from kgexport.annotate.entities.references.kin import Kin
from kgexport.annotate.entities.references.pairs import members, pair_phrase
from kgexport.annotate.entities.references.phrases import forms_of_noun, is_phrase_head
from kgexport.annotate.entities.references.state import State
from kgexport.model import BlockKind, MentionKind, Sentence, Token

OF_SEVERAL = 0.6
"""Confidence in what stands for two."""
_FIXED = ("the", "this", "that", "these", "those")


class Nouns:
    """Reads the nouns of one article, in order."""

    def __init__(self, state: State, definites: Definites) -> None:
        self._state = state
        self._definites = definites
        self.kin = Kin()
        self._countries = {key for key, e in state.entities.items() if e.types[0] == "Country"}

    def read(self, sentence: Sentence, token: Token) -> None:
        """Note what a common noun stands for."""
        if sentence.block is not BlockKind.HEADLINE and self._relative_or_pair(sentence, token):
            return
        phrase = definite(sentence, token, self._state.text)
        if phrase is not None and sentence.block is not BlockKind.HEADLINE:
            key = self._definites.choose(sentence, phrase)
            if key is not None:
                self._state.note(key, phrase.span, MentionKind.NOMINAL, 0.7)
                self._state.mention(self._state.referent(key), sentence, token, rank(sentence, token))
                return
        if not is_phrase_head(sentence, token) or (token.label == "PERSON" and token.dep == "compound"):
            return
        self._unnamed(sentence, token)
        if token.dep != "conj":
            self._state.coordination(sentence, token)

    def _relative_or_pair(self, sentence: Sentence, token: Token) -> bool:
        """Whether the phrase is "his wife" or "the two countries", of whom the text has said the names."""
        if (kin := self.kin.find(sentence, token, self._state.owner)) is not None:
            self._state.note(kin[0], kin[1], MentionKind.NOMINAL, 0.7, "kin")
            self._state.mention(self._state.referent(kin[0]), sentence, token, rank(sentence, token))
            return True
        two = pair_phrase(sentence, token)
        if two is None:
            return False
        pair = members(two[0], token, self._state.discourse, self._state.described, self._countries)
        if pair is None:
            return False
        for member in pair:
            self._state.note(member.key, two[1], MentionKind.NOMINAL, OF_SEVERAL, "pair")
        self._state.mention(Referent({"they"}, sort="both", members=pair), sentence, token, rank(sentence, token))
        return True

    def _unnamed(self, sentence: Sentence, token: Token) -> None:
        """Note what has no name; "the judge" is the judge spoken of before."""
        told = [t for t in sentence.children(token, "appos") if t.pos == "NOUN" and is_kind_of(t, True)]
        forms, sort = forms_of_noun(told[0] if told else token)
        noun = token.form.lower()
        fixed = any(t.form.lower() in _FIXED for t in sentence.children(token, "det"))
        known = next((r for r in self._state.discourse if fixed and not r.key and r.head == noun), None)
        referent = known or Referent(forms, sort=sort, head=noun)
        self._state.mention(referent, sentence, token, rank(sentence, token))
