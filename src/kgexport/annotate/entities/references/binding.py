"""Says what grammar allows a pronoun to stand for in its own sentence (binding); weighs nothing."""

from __future__ import annotations

from kgexport.annotate.entities.references.discourse import Referent
from kgexport.annotate.entities.references.grammar import (
    SUBJECTS,
    argument_verb,
    clause_of,
    governing,
    is_under,
    possessed,
    subject_of,
    top,
)
from kgexport.annotate.entities.references.phrases import forms_of_noun
from kgexport.model import Sentence, Token


def conflicts(sentence: Sentence, token: Token, referent: Referent) -> bool:
    """Whether grammar forbids that a phrase and a referent of the same sentence are the same (binding)."""
    here = [sentence.tokens[i] for i in referent.ranks if i != token.i]
    reflexive = token.form.lower().endswith(("self", "selves"))
    if not here:
        return reflexive  # "the company to sell itself": nothing of another sentence
    if reflexive:
        subject = subject_of(sentence, clause_of(sentence, token))
        return subject is None or all(top(sentence, subject).i != top(sentence, t).i for t in here)
    owned = possessed(sentence, token)
    if owned is not None:
        return any(_is_the_owned(sentence, owned, t) for t in here) and (
            referent.sort != "person" or forms_of_noun(owned)[1] == "person"
        )
    verb = argument_verb(sentence, token)
    own = subject_of(sentence, verb) if verb is not None else None
    for other in here:
        if verb is not None and argument_verb(sentence, other) == verb:
            return True
        if own is not None and own.i != token.i and top(sentence, own).i == top(sentence, other).i:
            return verb is None or not is_loose(verb)
        if verb is not None and verb.dep == "relcl" and sentence.head(verb).i == other.i and token.dep in SUBJECTS:
            return True
    return False


def _is_the_owned(sentence: Sentence, owned: Token, other: Token) -> bool:
    """Whether a phrase is what the pronoun owns: itself, beside it ("X, its rival"), or "X is its rival"."""
    if owned.i == other.i or (owned.dep == "appos" and sentence.head(owned).i == other.i):
        return True
    if other.dep == "appos" and sentence.head(other).i == owned.i:
        return True
    above = sentence.head(owned)
    return owned.dep == "attr" and other.dep in SUBJECTS and other.head == above.i


def is_speaker(sentence: Sentence, token: Token, referent: Referent) -> bool:
    """Whether somebody says what a phrase stands in: in "X said the star fell" the star is not X."""
    here = {top(sentence, sentence.tokens[i]).i for i in referent.ranks}
    subjects = (subject_of(sentence, verb) for verb in governing(sentence, clause_of(sentence, token)))
    return any(subject is not None and top(sentence, subject).i in here for subject in subjects)


def named_below(sentence: Sentence, token: Token, verb: Token, referent: Referent) -> float:
    """How far a name behind the pronoun, in what its verb governs, speaks against it: 1 not at all, 0 forbids.

    In "he said Smith left" he is not Smith; in a relative clause further on ("X, who had told Smith") writers do so.
    """
    against = 1.0
    for i in sorted(referent.names):
        name = sentence.tokens[i]
        if i < token.i or token.dep not in SUBJECTS or not is_under(sentence, name, verb):
            continue
        between = {t.dep for t in sentence.ancestors(name) if t.i > verb.i}
        against = min(against, 0.5 if between & {"relcl", "advcl", "acl"} else 0.0)
    return against


def is_loose(verb: Token) -> bool:
    """Whether a participle's subject may be the whole clause: "he waited, enabling him to …"."""
    return verb.dep == "advcl" and verb.tag == "VBG"


def is_only_owner(sentence: Sentence, token: Token, referent: Referent) -> bool:
    """Whether the sentence has a referent only as the owner of somebody: "his son was hurt; he …"."""
    here = [sentence.tokens[i] for i in referent.ranks if i < token.i]
    if not here or any(t.dep != "poss" for t in here):
        return False
    owned = [sentence.head(t) for t in here]
    return any(forms_of_noun(t)[1] == "person" and t.pos == "NOUN" and not is_under(sentence, token, t) for t in owned)
