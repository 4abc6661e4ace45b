"""Chooses what a pronoun stands for among the referents of the discourse; none where two readings are left.

Filters (agreement, binding, quotation marks) come first, then prominence with preferences of grammar: the subject of
"X said he", the owner next to "Y and his wife", who a relative clause is about, like roles. The most prominent
referent has to lead by a margin.
"""

from __future__ import annotations

from dataclasses import dataclass

from kgexport.annotate.entities.lexicon import lexicon
from kgexport.annotate.entities.references.binding import conflicts, is_loose, is_only_owner, named_below
from kgexport.annotate.entities.references.discourse import RECENT, Discourse, Referent
from kgexport.annotate.entities.references.expletives import is_expletive
from kgexport.annotate.entities.references.grammar import (
    SUBJECTS,
    argument_verb,
    clause_of,
    is_joined,
    is_possessive,
    is_under,
    subject_of,
    top,
)
from kgexport.annotate.entities.references.preferences import (
    ALIKE,
    acts,
    is_called_a_thing,
    is_subject,
    preference,
    said_by,
)
from kgexport.annotate.entities.references.selection import continues, likelihood, nearness
from kgexport.model import Sentence, Span, Token

FORMS = {
    "he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she",
    "herself": "she", "it": "it", "its": "it", "itself": "it", "they": "they", "them": "they", "their": "they",
    "theirs": "they", "themselves": "they", "both": "they",
}  # fmt: skip
_LEAST = {"he": 30.0, "she": 30.0, "it": 60.0, "they": 60.0}
_MARGIN = {"he": 1.6, "she": 1.6, "it": 1.7, "they": 1.7}
_EARLIER = 0.7
"""What is left of those of earlier sentences where a subject of this one agrees."""
_RIVALS, _OVER_UNNAMED, _OVER_EITHER = 1.75, 1.4, 1.3
_UNNAMED, _UNNAMED_HERE, _UNCLEAR, _PASSIVE_BODY, _AT_HOME = 0.75, 0.85, 0.5, 0.5, 0.6
_UNSURE_GENDER = 0.75
_OBLIQUE = 80
"""The weight of a place that is only named as where something is: "it" is hardly that."""
_FAR = 40.0
_ACTING = ("body", "team", "land")


@dataclass(frozen=True, slots=True)
class Choice:
    """What a pronoun stands for, and how far ahead of the next best."""

    referent: Referent
    lead: float


@dataclass(slots=True)
class Pronouns:
    """Resolves the pronouns of one article."""

    discourse: Discourse

    def choose(self, sentence: Sentence, token: Token, quote: Span | None, speaker: Referent | None) -> Choice | None:
        """The referent a pronoun stands for; None where nothing leads.

        `quote` and `speaker`: the quoted words around it, and who says them; None where the sentence does not tell.
        Then only somebody is meant whom the same quoted words have mentioned.
        """
        form = FORMS[token.form.lower()]
        scored: list[tuple[float, int, Referent]] = []
        for referent in self.discourse:
            if form not in referent.forms or referent is speaker or (referent.quoted and quote is None):
                continue
            if not _may_be_both(sentence, token, referent) or (
                quote and speaker is None and referent.inside != quote.begin
            ):
                continue
            if quote is not None and form in ("it", "they") and not _is_within(sentence, referent, quote):
                continue
            if not self._fits(sentence, token, form, referent) or conflicts(sentence, token, referent):
                continue
            score = self._score(sentence, token, form, referent)
            if score > 0:
                scored.append((score, -referent.begin, referent))
        if not scored or self._follows(sentence, token, form):
            return None
        if any(self._leads_here(sentence, token, r) for _, _, r in scored):
            scored = [(s if r.here(token.i) else s * _EARLIER, b, r) for s, b, r in scored]
        scored.sort(key=lambda item: item[:2], reverse=True)
        best, second = scored[0], scored[1][0] if len(scored) > 1 else 0.0
        margin = _MARGIN[form]
        if len(scored) > 1 and self._are_rivals(token, best[2], scored[1][2]):
            margin = _RIVALS
        elif form in ("he", "she") and best[2].key and self._is_only_name(scored):
            margin = _OVER_UNNAMED
        if len(scored) > 1 and _is_sure(form, best[2], scored[1][2]):
            margin = min(margin, _OVER_EITHER)
        if best[0] < _LEAST[form] or best[0] < margin * second or (form == "they" and best[2].sort == "land"):
            return None
        return Choice(best[2], best[0] / second if second else 9.0)

    @staticmethod
    def _is_only_name(scored: list[tuple[float, int, Referent]]) -> bool:
        """Whether nobody else with a name competes."""
        return sum(bool(referent.key) for _, _, referent in scored) == 1

    def _are_rivals(self, token: Token, one: Referent, other: Referent) -> bool:
        """Whether two with names stand in one earlier sentence: "A met B. He …" may be either."""
        before = not one.here(token.i) and not other.here(token.i) and one.seen == other.seen
        return before and bool(one.key and other.key)

    @staticmethod
    def _leads_here(sentence: Sentence, token: Token, referent: Referent) -> bool:
        """Whether a subject of the sentence, before the pronoun, stands for a referent."""
        before = [sentence.tokens[i] for i in referent.ranks if i < token.i]
        said = said_by(sentence, clause_of(sentence, token), token, "") if token.dep not in SUBJECTS else set()
        return any(
            is_subject(sentence, t) and not is_joined(sentence, t) and top(sentence, t).i not in said for t in before
        )

    def _follows(self, sentence: Sentence, token: Token, form: str) -> bool:
        """Whether the owner may only come: "questions about his health worry Smith"."""
        verb = clause_of(sentence, token)
        own = subject_of(sentence, verb)
        if form not in ("he", "she") or not is_possessive(token) or own is None or not is_under(sentence, token, own):
            return False
        if sentence.head(token).i == own.i:
            return False
        objects = {t.i for t in sentence.children(verb, "dobj", "xcomp")}
        objects |= {t.i for x in sentence.children(verb, "xcomp") for t in sentence.children(x, "dobj")}
        return any(r.key and form in r.forms and objects & set(r.ranks) for r in self.discourse)

    def _fits(self, sentence: Sentence, token: Token, form: str, referent: Referent) -> bool:
        """Whether what is said of "it" can be said of a thing of this sort."""
        if form == "they" and token.dep == "nsubj" and sentence.head(token).lemma in lexicon().words["speech_verbs"]:
            if referent.sort == "body" and referent.was_subject and referent.seen == self.discourse.number - 1:
                return True
            if referent.sort in ("thing", "place") and not referent.key:
                return False
        if form == "they" and referent.sort == "body" and referent.key:
            here = [sentence.tokens[i] for i in referent.ranks if i < token.i]
            return any(is_subject(sentence, t) for t in here)
        if form != "it":
            return True
        if referent.sort in _ACTING and referent.key and token.dep in ("dobj", "pobj", "dative"):
            return False
        if referent.sort in ("land", "place") and referent.last <= _OBLIQUE and not is_possessive(token):
            return False
        if referent.sort in _ACTING and is_called_a_thing(sentence, token):
            return False
        acting = acts(sentence, token)
        return acting is None or referent.sort in (_ACTING if acting else (*_ACTING, "place", "thing"))

    def _score(self, sentence: Sentence, token: Token, form: str, referent: Referent) -> float:
        score = referent.prominence(token.i)
        if score <= 0:
            return self._announced(sentence, token, referent)
        score += preference(sentence, token, form, referent) + continues(sentence, token, form, referent)
        factor, extra = nearness(sentence, token, form, referent)
        score = (score * factor + extra) * likelihood(sentence, token, form, referent)
        near = referent.seen >= self.discourse.number - 1 and not referent.here(token.i)
        if near and referent.was_subject and token.dep in SUBJECTS:
            score += ALIKE
        if form in ("he", "she") and {"he", "she"} <= referent.forms:
            score *= _UNSURE_GENDER * referent.doubt
        if form == "it" and referent.sort in _ACTING and token.dep in SUBJECTS and not acts(sentence, token):
            score *= _PASSIVE_BODY
        if form == "they" and "it" in referent.forms:
            score *= {"team": 1.0, "body": 0.7}.get(referent.sort, 0.5)
        verb = argument_verb(sentence, token)
        if verb is not None:
            score *= named_below(sentence, token, verb, referent)
        if not referent.ranks and referent.seen < self.discourse.number - 1:
            score = score * _EARLIER if score >= _FAR else 0.0
        if verb is not None and is_loose(verb) and token.dep not in SUBJECTS:
            score *= _AT_HOME
        if token.dep in SUBJECTS and is_only_owner(sentence, token, referent):
            score *= _AT_HOME
        if not referent.key:
            score *= _UNCLEAR if referent.sort == "unclear" else _unnamed(token, form, referent)
        return score

    def _announced(self, sentence: Sentence, token: Token, referent: Referent) -> float:
        """In "After calling his mother, Smith left" the subject that follows."""
        main = sentence.root
        subject = subject_of(sentence, main)
        if subject is None or subject.i < token.i or subject.i not in referent.ranks:
            return 0.0
        opening = next((c for c in sentence.children(main, "advcl", "prep") if is_under(sentence, token, c)), None)
        return RECENT + 170 if opening is not None and opening.i < subject.i else 0.0


def _unnamed(token: Token, form: str, referent: Referent) -> float:
    """How much less a person without a name is meant than one with a name."""
    if form not in ("he", "she"):
        return 1.0
    return _UNNAMED_HERE if referent.here(token.i) else _UNNAMED


def _is_sure(form: str, best: Referent, second: Referent) -> bool:
    """Whether the text tells the gender of the one and not of the other, who has no name: "his wife and a guest"."""
    return best.forms == {form} and not second.key and {"he", "she"} <= second.forms


def _may_be_both(sentence: Sentence, token: Token, referent: Referent) -> bool:
    """Whether a referent is two, where the pronoun is "both"; no single body where they do something together."""
    near = sentence.tokens[max(0, token.i - 1) : token.i + 2]
    together = token.form.lower() == "they" and any(t.form.lower() == "together" for t in near)
    if together and referent.key and referent.sort == "body":
        return False
    return token.form.lower() != "both" or len(referent.members) == 2


def _is_within(sentence: Sentence, referent: Referent, quote: Span) -> bool:
    """Whether the quoted words themselves mention a referent, in this sentence."""
    return any(quote.covers(sentence.tokens[i].span) for i in referent.ranks)


def is_pronoun(token: Token) -> bool:
    """Whether a word stands for somebody or something: "they", "both were", not "both sides"."""
    if token.form.lower() not in FORMS or token.pos not in ("PRON", "DET") or token.dep == "compound":
        return False  # "HE Sheikh X": His Excellency
    return token.form.lower() != "both" or token.dep in (*SUBJECTS, "dobj")


def stands_for_nothing(sentence: Sentence, token: Token) -> bool:
    """Whether a pronoun is an empty "it"."""
    return token.form.lower() == "it" and is_expletive(sentence, token)
