"""Reads headlines again where the model, which was taught on whole sentences, missed the verb; knows spaCy's documents.

Two things are mended: a present that looks like a plural ("Club sacks manager"), and a participle without its auxiliary
that was taken for a past ("Dozens hurt as train derails"). Words, offsets and the number of tokens stay.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kgexport.annotate.values.tables import rows

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_PLURALS = frozenset({"NNS", "NNPS", "CD"})
_CROWDS = frozenset({"police", "people", "troops", "crew", "staff"})
_NO_SUBJECT = frozenset({"DT", "JJ", "IN", "TO", "PRP$", "POS", "CC", "RB"})
_BEHIND_NONE = frozenset({"IN", "RP", "RB", "TO", "CC"})
"""How what follows a verb is tagged where no object does."""
_LONGEST = 30
"""Tokens of a headline that is read again."""
_TRIES = 3
_CLEAR = "took"
"""A past that is no participle; it stands in for a form in -s that agrees: few plurals stand before another noun."""
_NO_PASSIVE = frozenset({"dobj", "ccomp", "xcomp", "aux", "auxpass", "attr", "oprd", "dative"})


@dataclass(frozen=True, slots=True)
class HeadlineVerbs:
    """The table of verbs in headlines."""

    past: dict[str, tuple[str, str]]
    """Present form, in lower case -> base form and past."""
    intransitive: frozenset[str]
    """Base forms that need no object."""
    passive: frozenset[str]
    """Participles that are no past without an object."""


@cache
def headline_verbs() -> HeadlineVerbs:
    """Read the table, once; raises InputError where it is missing."""
    table = rows("headline-verbs.tsv")
    finite = [row for row in table if row["kind"] != "passive"]
    past = {form: (row["word"], row["past"]) for row in finite for form in (row["word"], _third_person(row["word"]))}
    intransitive = frozenset(row["word"] for row in finite if row["kind"] == "intransitive")
    return HeadlineVerbs(past, intransitive, frozenset(row["word"] for row in table if row["kind"] == "passive"))


def _third_person(base: str) -> str:
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def reread(nlp: Language, doc: Doc) -> Doc:
    """The parsed headline, or a better reading of it with the same words at the same places."""
    if len(doc) > _LONGEST:
        return doc
    found = _with_verb(nlp, doc)
    for token in found:
        if _is_participle(token):
            token.tag_ = "VBN"
            for subject in [child for child in token.lefts if child.dep_ == "nsubj"]:
                subject.dep_ = "nsubjpass"
    return found


def _is_participle(token: Token) -> bool:
    """Whether a past that heads a clause has nothing that a past would need: "Bank robbed by gang"."""
    clause = token.tag_ in ("VBD", "VBN") and token.dep_ in ("ROOT", "conj", "advcl")
    if not clause or token.lower_ not in headline_verbs().passive:
        return False
    deps = {child.dep_ for child in token.children}
    return "nsubj" in deps and not deps & _NO_PASSIVE


def _with_verb(nlp: Language, doc: Doc) -> Doc:
    """The reading with one noun as the verb that is missing; the document itself where there is none."""
    if any(token.tag_ in _FINITE and token.dep_ != "compound" for token in doc):
        return doc
    for token in [token for token in doc if _may_be_verb(token)][:_TRIES]:
        base, past = headline_verbs().past[token.lower_]
        agrees = token.lower_ != base and token.nbor(-1).tag_ not in _PLURALS
        for stand_in in (past, _CLEAR) if agrees else (past,):
            read = nlp(_document(doc, [stand_in if other.i == token.i else other.text for other in doc]))
            if _is_verb(read[token.i], needs_object=stand_in == _CLEAR or base not in headline_verbs().intransitive):
                return _restored(doc, read, token.i, base)
    return doc


def _may_be_verb(token: Token) -> bool:
    if not 0 < token.i < len(token.doc) - 1 or token.lower_ not in headline_verbs().past:
        return False
    before, behind = token.nbor(-1), token.nbor(1)
    if before.is_punct or before.tag_ in _NO_SUBJECT or behind.lower_ in ("of", ",", ":"):
        return False
    plural = before.tag_ in _PLURALS or before.text.endswith("s") or before.lower_ in _CROWDS
    return plural or token.lower_ != headline_verbs().past[token.lower_][0]


def _is_verb(token: Token, *, needs_object: bool) -> bool:
    """Whether the second reading has the verb as its head, with all before it as the subject, and an object."""
    subjects = [child for child in token.lefts if child.dep_ == "nsubj"]
    if token.dep_ != "ROOT" or token.tag_ != "VBD" or not subjects or subjects[0].right_edge.i != token.i - 1:
        return False
    objects = any(child.dep_ == "dobj" for child in token.rights) and token.nbor(1).tag_ not in _BEHIND_NONE
    return objects or not needs_object


def _document(doc: Doc, words: list[str]) -> Doc:
    from spacy.tokens import Doc as Made

    return Made(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])


def _restored(doc: Doc, read: Doc, place: int, base: str) -> Doc:
    """The second reading over the first one's words."""
    from spacy.tokens import Doc as Made

    tag = "VBP" if doc[place].lower_ == base else "VBZ"
    return Made(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[tag if token.i == place else token.tag_ for token in read],
        pos=[token.pos_ for token in read],
        lemmas=[base if token.i == place else token.lemma_ for token in read],
        heads=[token.head.i for token in read],
        deps=[token.dep_ for token in read],
        ents=[f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O" for token in read],
    )
