"""Reads the common nouns of a text: "his wife", "the two countries", "the minister", and those who have no name."""

from __future__ import annotations

from kgexport.annotate.entities.lexicon import lexicon
from kgexport.annotate.entities.references.definite_phrases import Phrase, definite
from kgexport.annotate.entities.references.definites import Definites
from kgexport.annotate.entities.references.descriptions import is_kind_of
from kgexport.annotate.entities.references.discourse import Referent
from kgexport.annotate.entities.references.grammar import clause_of, rank, subject_of
from kgexport.annotate.entities.references.kin import Kin
from kgexport.annotate.entities.references.nations import Nations
from kgexport.annotate.entities.references.pairs import members, pair_phrase
from kgexport.annotate.entities.references.phrases import forms_of_noun, is_phrase_head
from kgexport.annotate.entities.references.reference_words import reference_words
from kgexport.annotate.entities.references.sole import holder
from kgexport.annotate.entities.references.state import State
from kgexport.annotate.entities.spotting.named_places import Place
from kgexport.model import BlockKind, MentionKind, Sentence, Span, Token

OF_SEVERAL = 0.6
"""Confidence in what stands for two."""
SUBJECT_OF = {"his": "he", "her": "she"}
_FIXED = ("the", "this", "that", "these", "those")


class Nouns:
    """Reads the nouns of one article, in order."""

    def __init__(self, state: State, definites: Definites, nations: Nations, leads: dict[int, str]) -> None:
        self._state = state
        self._definites = definites
        self._nations = nations
        self._leads = leads
        """Where the lead's "the former mayor" ends -> the key of who is named behind it."""
        self.offices: dict[int, str] = {}
        """Where an office with its land ends -> the key of who holds it."""
        self.kin = Kin(state.gender)
        self._parents: list[tuple[Sentence, Token]] = []
        """"The parents" of whom the text had not yet told."""
        self._countries = {key for key, e in state.entities.items() if e.types[0] == "Country"}

    def read(self, sentence: Sentence, token: Token, places: list[Place]) -> None:
        """Note what a common noun stands for."""
        if sentence.block is not BlockKind.HEADLINE and self._relative_or_pair(sentence, token):
            return
        if token.lemma.lower() == "parent" and not sentence.children(token, "poss"):
            self._parents.append((sentence, token))
        phrase = definite(sentence, token, self._state.text)
        if phrase is not None and sentence.block is not BlockKind.HEADLINE:
            holder = self.offices.get(token.span.end)
            key = holder or self._of_its_lands(sentence, phrase, places)
            if key is not None:
                if not holder:
                    self._state.note(key, phrase.span, MentionKind.NOMINAL, 0.7)
                self._state.mention(self._state.referent(key), sentence, token, rank(sentence, token))
                return
        if self._holder(sentence, token, places):
            return
        if not is_phrase_head(sentence, token) or (token.label == "PERSON" and token.dep == "compound"):
            return
        self._unnamed(sentence, token)
        if token.dep == "conj" or sentence.children(token, "conj"):
            self._state.coordination(sentence, token)

    def _holder(self, sentence: Sentence, token: Token, places: list[Place]) -> bool:
        """Whether the phrase is "the former mayor of X", of whom the text has said so without the place."""
        lead = self._leads.get(token.span.end)
        key = lead or holder(sentence, token, places, self._state.described, self._definites.sole)
        if key is None or sentence.block is BlockKind.HEADLINE:
            return False
        if not lead:
            self._state.note(key, sentence.subtree(token)[0].span.to(token.span), MentionKind.NOMINAL, 0.7)
        self._state.mention(self._state.referent(key), sentence, token, rank(sentence, token))
        return True

    def _of_its_lands(self, sentence: Sentence, phrase: Phrase, places: list[Place]) -> str | None:
        """What a phrase stands for: with "Swedish" in it nobody of another land (or none told, of several)."""
        inside = [p[2] for p in places if phrase.span.begin < sentence.tokens[p[0]].span.begin and p[0] < phrase.head.i]
        key = self._definites.choose(sentence, phrase)
        if key is None and len(inside) == 1:
            return self._only_one_of(inside[0], phrase)
        if key is None or not inside:
            return key
        was = key in self._nations.former and "former" not in phrase.words
        unsure = (
            key not in self._nations.of and self._state.entities[key].types[0] == "Person" and len(self._countries) > 1
        )
        return key if self._nations.agrees(key, inside) and not was and not unsure else None

    def _only_one_of(self, land: str, phrase: Phrase) -> str | None:
        """The only one of a land that is called so: "the Swedish striker", "the southern Chinese province"."""
        classes = reference_words().bodies.get(phrase.noun, frozenset())
        known = [
            k
            for k in (*self._nations.bearers(land), *(a for a, of in self._nations.areas.items() if of == land))
            if k in self._state.referents and k not in self._nations.former
            if phrase.noun in self._state.described[k].nouns or self._state.entities[k].types[0] in classes
        ]
        directions = lexicon().words["directions"]
        if len(known) != 1:
            return None
        said = self._state.described[known[0]].words
        fits = all(w.lower() in said or w.lower() in directions for w in phrase.words)
        return known[0] if fits else None

    def named(self, sentence: Sentence, first: int, end: int, key: str) -> None:
        """Remember of whom a name says that he is the son, she the wife; "his wife" of earlier sentences is she."""
        self.kin.note(sentence, first, end, key, self._state.owners)
        for known, span in self.kin.named_now(self._state.discourse.number):
            self._state.note(known, span, MentionKind.NOMINAL, OF_SEVERAL, "kin")

    def end_sentence(self, sentence: Sentence) -> None:
        """Look again at "his father", where the sentence itself has told whose son somebody is."""
        nouns, self.kin.open = self.kin.open, []
        for noun in nouns:
            self._relative(sentence, noun)
        self.kin.open = []

    def finish(self) -> None:
        """Settle who "the parents" were that came before their names."""
        for sentence, token in self._parents:
            if (found := self.kin.parents(sentence, token, self._state.owners)) is not None:
                for key in found[0]:
                    self._state.note(key, found[1], MentionKind.NOMINAL, OF_SEVERAL, "pair")

    def _relative_or_pair(self, sentence: Sentence, token: Token) -> bool:
        """Whether the phrase is "his wife" or "the two countries", of whom the text has said the names."""
        if self._relative(sentence, token):
            return True
        if (found := self._two(sentence, token)) is None:
            return False
        pair, span = found
        for member in pair:
            self._state.note(member.key, span, MentionKind.NOMINAL, OF_SEVERAL, "pair")
        self._state.mention(Referent({"they"}, sort="both", members=pair), sentence, token, rank(sentence, token))
        return True

    def _relative(self, sentence: Sentence, token: Token) -> bool:
        number = self._state.discourse.number
        kin = self.kin.find(sentence, token, number, self._state.owners, self._state.possible)
        if kin is not None:
            self._state.note(kin.key, kin.span, MentionKind.NOMINAL, 0.7, "kin")
            if kin.guessed:
                self._settle(sentence, kin.owner, kin.guessed)
            self._state.mention(self._state.referent(kin.key), sentence, token, rank(sentence, token))
        return kin is not None

    def _settle(self, sentence: Sentence, pronoun: Token, key: str) -> None:
        """Whose wife she is says whom "his" means, and the "he" who is the subject of the clause."""
        subject = subject_of(sentence, clause_of(sentence, pronoun))
        alike = subject is not None and SUBJECT_OF.get(pronoun.form.lower()) == subject.form.lower()
        for token in (pronoun, *((subject,) if subject is not None and alike else ())):
            if token.span.begin not in self._state.meant:
                self._state.meant[token.span.begin] = (key,)
                self._state.note(key, token.span, MentionKind.PRONOUN, OF_SEVERAL)
                self._state.mention(self._state.referent(key), sentence, token, rank(sentence, token))

    def _two(self, sentence: Sentence, token: Token) -> tuple[tuple[Referent, Referent], Span] | None:
        """The two that "her parents" or "both countries" stand for, and where the phrase stands."""
        if (parents := self.kin.parents(sentence, token, self._state.owners)) is not None:
            (one, other), span = parents
            return (self._state.referent(one), self._state.referent(other)), span
        two = pair_phrase(sentence, token)
        if two is None:
            return None
        pair = members(two[0], token, self._state.discourse, self._state.described, self._countries)
        return (pair, two[1]) if pair is not None else None

    def _unnamed(self, sentence: Sentence, token: Token) -> None:
        """Note what has no name; "the judge" is the judge spoken of before."""
        told = [t for t in sentence.children(token, "appos") if t.pos == "NOUN" and is_kind_of(t, True)]
        forms, sort = forms_of_noun(told[0] if told else token)
        if _speaks(sentence, token):
            forms, sort = {"he", "she"}, "person"
        noun = token.form.lower()
        fixed = any(t.form.lower() in _FIXED for t in sentence.children(token, "det"))
        known = next((r for r in self._state.discourse if fixed and not r.key and r.head == noun), None)
        referent = known or Referent(forms, sort=sort, head=noun)
        self._state.mention(referent, sentence, token, rank(sentence, token))


def _speaks(sentence: Sentence, token: Token) -> bool:
    """Whether a noun of a thing is somebody who says something: "a senior source confirmed that …"."""
    told = token.dep == "nsubj" and token.tag == "NN" and sentence.head(token).lemma in lexicon().words["speech_verbs"]
    return told and reference_words().has("speaking_persons", token.lemma.lower())
