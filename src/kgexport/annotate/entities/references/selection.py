"""Says by its verb what sort of thing a pronoun can be: who is arrested is no thing, what is sold is nobody.

Knows word lists and one clause; a mismatch only counts against a referent, for nouns and verbs have other senses.
"""

from __future__ import annotations

from kgexport.annotate.entities.concrete import is_person_noun
from kgexport.annotate.entities.references.discourse import Referent
from kgexport.annotate.entities.references.grammar import (
    SUBJECTS,
    clause_of,
    governing,
    is_verb,
    subject_of,
    top,
)
from kgexport.annotate.entities.references.reference_words import reference_words
from kgexport.model import Sentence, Token

_LIVING = frozenset(("person", "team"))
_BODIES = frozenset(("body", "land"))
_UNLIKELY = 0.35
_TELLING = frozenset(("tell", "promise", "assure", "inform", "warn"))
_PROMISING = frozenset(("would", "will", "'ll", "'d", "’ll", "’d"))
_WHILE = frozenset(("when", "as", "after", "before", "while", "until"))
_CHAIN, _HERE_TOO, _LOCAL, _ELSEWHERE, _SAME_PART, _BY_THE_WAY, _ACCUSED = 120.0, 120.0, 60.0, 0.6, 50.0, 0.7, 300.0
_OTHER_PART, _HARMED = 20.0, 200.0
_KILLING = frozenset("kill shoot stab hit strike injure wound attack beat crush".split())
_DEATHS = frozenset("death killing murder shooting stabbing manslaughter".split())
_AS_OBJECT = 120
_OBLIQUE = 80


def likelihood(sentence: Sentence, token: Token, form: str, referent: Referent) -> float:
    """1 where the verb lets the pronoun be a thing of this sort, less where it hardly does; only for it and they."""
    if form not in ("it", "they"):
        return _as_promised(sentence, token, referent)
    if referent.sort == "unclear" or token.head == token.i:
        return 1.0
    words, verb = reference_words(), sentence.head(token)
    lemma, living, body = verb.lemma.lower(), _is_living(referent), _is_body(referent)
    if token.dep in ("dobj", "nsubjpass"):
        if words.has("done_to_persons", lemma):
            return 1.0 if living or (form == "they" and body) else _UNLIKELY
        if words.has("done_to_things", lemma):
            return _UNLIKELY if living or body else 1.0
    if form == "they" and token.dep == "nsubj" and _acts(sentence, verb):
        return 1.0 if living or body else _UNLIKELY
    return 1.0


def _acts(sentence: Sentence, verb: Token) -> bool:
    """Whether only people and bodies do what a verb says, in the active voice."""
    words, lemma = reference_words(), verb.lemma.lower()
    acting = words.has("agent_verbs", lemma) and not words.has("loose_agent_verbs", lemma)
    acting = acting or (words.has("agent_verbs_with_object", lemma) and bool(sentence.children(verb, "dobj", "xcomp")))
    return acting and not sentence.children(verb, "auxpass")


def _is_body(referent: Referent) -> bool:
    noun, words = referent.head.lower(), reference_words()
    return referent.sort in _BODIES or words.has("own_bodies", noun) or words.has("deciding_bodies", noun)


def _is_living(referent: Referent) -> bool:
    noun = referent.head.lower()
    if referent.members:
        return all(_is_living(member) or _is_body(member) for member in referent.members)
    return referent.sort in _LIVING or (bool(noun) and is_person_noun(noun.removesuffix("s")))


def continues(sentence: Sentence, token: Token, form: str, referent: Referent) -> float:
    """What the mentions before add: the same pronoun for it, an object that stays one, who was accused and denies."""
    here = [sentence.tokens[i] for i in referent.ranks if i < token.i]
    extra = 0.0
    if token.tag != "PRP$" and any(t.form.lower() == token.form.lower() for t in here):
        extra += _HERE_TOO
    if token.dep == "dobj" and not here and referent.last == _AS_OBJECT and form in ("it", "they"):
        extra += _SAME_PART + (_CHAIN if referent.last_form == token.form.lower() else 0.0)
    if token.dep == "dobj" and not here and referent.was_subject and form in ("it", "they"):
        extra -= _OTHER_PART
    if (
        token.dep in SUBJECTS
        and referent.accused
        and reference_words().has("answering_verbs", sentence.head(token).lemma.lower())
    ):
        extra += _ACCUSED
    if token.dep in SUBJECTS and referent.harmed and sentence.head(token).lemma.lower() == "die":
        extra += _HARMED
    return extra


def nearness(sentence: Sentence, token: Token, form: str, referent: Referent) -> tuple[float, float]:
    """A factor and an addition for "it": "searched a river for those who were on a ferry when it sank"."""
    here = [sentence.tokens[i] for i in referent.ranks if i < token.i]
    if form != "it" or not here:
        return 1.0, 0.0
    if token.dep == "dobj" and referent.last <= _OBLIQUE:
        return _BY_THE_WAY, 0.0  # "found a wallet on a bus and handed it in"
    clause = clause_of(sentence, token)
    above = sentence.head(clause)
    marked = any(t.form.lower() in _WHILE for t in sentence.children(clause, "mark", "advmod"))
    if token.dep not in SUBJECTS or clause.dep != "advcl" or not marked or above.dep != "relcl" or token.i < above.i:
        return 1.0, 0.0
    inside = any(clause_of(sentence, t).i == above.i for t in here)
    return (1.0, _LOCAL) if inside else (_ELSEWHERE, 0.0)


def promised(sentence: Sentence, clause: Token, token: Token) -> Token | None:
    """The speaker in "X told Y he would help him": who makes a promise to somebody; "he would go to jail" is open."""
    if not any(t.pos == "PRON" for t in sentence.children(clause, "dobj", "dative")):
        return None
    if token.dep != "nsubj" or not any(t.form.lower() in _PROMISING for t in sentence.children(clause, "aux")):
        return None
    before = next((v for v in governing(sentence, clause)[:1] if v.lemma in _TELLING), None)
    if before is None or not sentence.children(before, "dobj", "dative"):
        return None
    subject = subject_of(sentence, before)
    if subject is not None and subject.form.lower() == "who" and before.dep == "relcl":
        return sentence.head(before)
    return subject


def _as_promised(sentence: Sentence, token: Token, referent: Referent) -> float:
    """Less for whoever does not make the promise: in "X told Y he would help him" he is not Y."""
    speaker = promised(sentence, clause_of(sentence, token), token)
    return 1.0 if speaker is None or top(sentence, speaker).i in _tops(sentence, referent) else _UNLIKELY


def _tops(sentence: Sentence, referent: Referent) -> set[int]:
    return {top(sentence, sentence.tokens[i]).i for i in referent.ranks}


def is_accused(sentence: Sentence, token: Token) -> bool:
    """Whether somebody is charged with something here: "charged X with fraud", "X was accused"."""
    verb = sentence.head(token)
    told = is_verb(verb) and reference_words().has("accusing_verbs", verb.lemma.lower())
    return told and token.dep in ("dobj", "nsubjpass")


def is_harmed(sentence: Sentence, token: Token) -> bool:
    """Whether somebody is hurt or killed here: "shot X", "X was hit", "the death of X"."""
    above = sentence.head(token)
    if token.dep in ("dobj", "nsubjpass"):
        return is_verb(above) and above.lemma.lower() in _KILLING
    of = token.dep == "pobj" and above.form.lower() == "of"
    return (sentence.head(above) if of else above).lemma.lower() in _DEATHS and (of or token.dep == "poss")
