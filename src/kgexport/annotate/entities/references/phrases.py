"""Says with which pronouns a name or a common noun agrees, and what sort of thing it stands for."""

from __future__ import annotations

from kgexport.annotate.entities.concrete import is_person_noun
from kgexport.annotate.entities.lexicon import LANDS, coarse, lexicon
from kgexport.annotate.entities.references.genders import of_noun
from kgexport.annotate.entities.references.reference_words import reference_words
from kgexport.model import Entity, Sentence, Token

_MANY_NAMED = frozenset(("SportsTeam", "SportsOrganization", "MusicGroup", "PerformingGroup"))
"""Bodies that are "they" as much as "it"."""
_NO_HEADS = frozenset(("compound", "nmod", "amod", "npadvmod", "attr", "oprd", "appos", "nummod", "quantmod"))
_PLURAL = ("are", "were", "have")
_VALUES = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"))
_INFANTS = frozenset(("baby", "child", "infant", "toddler", "newborn"))
_BY_GENDER = {"m": {"he"}, "f": {"she"}, "": {"he", "she"}}


def sort_of(cls: str) -> str:
    """person, land, team, body, place or thing for a schema.org class."""
    if cls in _MANY_NAMED:
        return "team"
    if cls in LANDS:
        return "land"
    return {"PER": "person", "ORG": "body", "LOC": "place"}.get(coarse(cls), "thing")


def forms_of_entity(entity: Entity, gender: str) -> set[str]:
    """The pronouns that a named thing agrees with."""
    cls = entity.types[0]
    if cls == "Person":
        return set(_BY_GENDER[gender])
    if cls in _MANY_NAMED and entity.name.endswith(("s", "x")):
        return {"they"}  # the Red Sox
    return {"it", "they"} if coarse(cls) == "ORG" or cls in LANDS else {"it"}


def is_phrase_head(sentence: Sentence, token: Token) -> bool:
    """Whether a token heads a noun phrase that a pronoun could stand for."""
    if token.pos not in ("NOUN", "PROPN", "NUM") or token.dep in _NO_HEADS:
        return False
    named = token.pos == "PROPN" and any(t.pos == "PROPN" for t in sentence.children(token, "compound"))
    if token.label in _VALUES and not named:
        return False
    if token.pos == "NUM":
        return token.dep in ("nsubj", "nsubjpass", "dobj", "pobj") and not token.text[:1].isdigit()
    return not reference_words().has("empty_nouns", token.lemma.lower())


def _forms_of_unread(token: Token) -> set[str]:
    """The pronouns of a name that no rule took for one: it may be a person, unless the model knows better."""
    if token.label == "PERSON":
        return {"he", "she"}
    return {"he", "she", "it"} if not token.label or token.label in _VALUES else {"it"}


def forms_of_noun(token: Token) -> tuple[set[str], str]:
    """The pronouns that a common noun (or unread name) agrees with, and its sort."""
    words, lemma = lexicon(), token.lemma.lower()
    gender = of_noun(token.form.lower()) or of_noun(lemma)
    person = bool(gender) or lemma in words.roles or words.heads.get(lemma) == "Person"
    person = person or (is_person_noun(lemma) and not reference_words().has("kin", lemma))  # "her agent said she"
    cls = words.heads.get(lemma, "Thing")
    sort = "person" if person else "land" if cls in ("Country", "City") else sort_of(cls)
    if lemma == "one":
        return {"he", "she", "it"}, "thing"
    if token.tag in ("NNS", "NNPS") or token.pos == "NUM":
        return {"they"}, sort
    if token.pos == "PROPN" and not person:
        return _forms_of_unread(token), "thing"
    if person:
        return _BY_GENDER[gender] | ({"it"} if lemma in _INFANTS else set()), "person"
    if lemma in _INFANTS:
        return {"he", "she", "it"}, "person"
    if reference_words().has("plural_bodies", lemma):
        return {"it", "they"} if lemma not in ("police", "people", "couple", "pair") else {"they"}, "body"
    return {"it"}, sort


def other_kin(sentence: Sentence, noun: Token) -> Token:
    """What else a relative is called before the name, "uncle" of "Ann's uncle and Tom's father, X"; else the noun."""
    above, kin = sentence.head(noun), reference_words().lists["kin"]
    one = noun.dep == "conj" and above.tag == noun.tag == "NN" and bool(sentence.children(noun, "poss"))
    verb = sentence.head(above)
    many = any(t.form.lower() in _PLURAL for t in (verb, *sentence.children(verb, "aux", "auxpass")))
    kinds = {above.lemma.lower(), noun.lemma.lower()}
    apart = len(kinds) == 1 or many or bool(sentence.children(above, "appos", "det"))
    return above if one and not apart and kinds <= kin else noun
