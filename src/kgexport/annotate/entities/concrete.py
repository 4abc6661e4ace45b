"""Decides which noun phrases without a name are worth an entity; knows word lists only, no use of a phrase."""

from __future__ import annotations

from functools import cache

from kgexport.annotate.entities.lexicon import LANDS, coarse, lexicon, read_table
from kgexport.model import Token
from kgexport.resources import path

_BARE = frozenset(("PROD", "WORK", "LOC"))
"""Kinds of things that say enough with a noun alone: "a gun", "the bridge"."""
_PERSON_ENDINGS = ("person", "people", "man", "men", "woman", "women", "child", "children")


def names_a_thing(phrase: list[Token]) -> bool:
    """Whether a phrase (modifiers and head, without determiners and quantities) names a concrete thing.

    Persons, groups of persons without a name, happenings and what is abstract are none. A noun of a weapon, building or
    document is one by itself, any other noun only with a modifier that says which ("psychological warfare tools").
    """
    *modifiers, head = phrase
    noun = head.lemma.lower()
    words = lexicon()
    cls = words.heads.get(noun, "")
    unknown_name = head.form[0].isupper() and (not cls or head.i > 0)
    if not noun.isalpha() or unknown_name or is_person_noun(noun) or noun in words.words["unnamed_groups"]:
        return False
    said = bool([token for token in modifiers if token.form[0].isalpha()])
    if coarse(cls) in _BARE:
        vague = noun in words.words["vague_places"] or cls in LANDS
        return (said or not vague) and not (cls in ("CreativeWork", "Legislation") and noun in _happenings())
    if noun in _happenings() or is_abstract(noun):
        return False
    return said or cls == "GovernmentOrganization"


def is_person_noun(noun: str) -> bool:
    """Whether a noun (singular, lower case) stands for a person or for people."""
    words = lexicon()
    if words.heads.get(noun) == "Person" or noun in words.roles:
        return True
    listed = words.heads.get(noun) is not None
    return not listed and (noun in _people() or noun.endswith(_PERSON_ENDINGS))


def is_made_thing(head: Token) -> bool:
    """Whether a noun stands for a thing that people make and use: "knife", "lorry"."""
    return coarse(lexicon().heads.get(head.lemma.lower(), "")) == "PROD"


@cache
def is_abstract(noun: str) -> bool:
    """Whether a noun is listed as abstract, or ends like one and is not listed as a thing."""
    nouns, endings = _abstract()
    if noun in lexicon().heads:
        return False
    return noun in nouns or any(noun.endswith(end) and len(noun) > len(end) + 2 for end in endings)


@cache
def _abstract() -> tuple[frozenset[str], tuple[str, ...]]:
    rows = [row[0] for row in read_table("abstract-nouns.tsv")]
    endings = tuple(row.removeprefix("-") for row in rows if row.startswith("-"))
    return frozenset(row for row in rows if not row.startswith("-")), endings


@cache
def _happenings() -> frozenset[str]:
    """Nouns that tell of events: the triggers of the event annotator."""
    rows = _rows("lexicon.tsv")
    return frozenset(word.strip() for row in rows if len(row) > 1 and row[1] == "n" for word in row[0].split(","))


@cache
def _people() -> frozenset[str]:
    """Nouns of people by the classes of the event annotator."""
    return frozenset(
        w for row in _rows("word-classes.tsv") if row[0] in ("group", "official") for w in row[1].split("|")
    )


def _rows(name: str) -> list[list[str]]:
    lines = path("ontology", "events", name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
