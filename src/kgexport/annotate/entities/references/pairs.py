"""Finds whom "the two countries", "both sides", "the couple" stand for: two that were spoken of, and no third."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from kgexport.annotate.entities.references.descriptions import Description
from kgexport.annotate.entities.references.discourse import Discourse, Referent
from kgexport.annotate.entities.references.genders import of_noun
from kgexport.annotate.entities.references.reference_words import reference_words
from kgexport.model import Sentence, Span, Token

_NEAR = {"land": 4, "person": 2, "body": 3, "any": 3, "team": 3}
"""Sentences back in which both have to be spoken of."""
_TWO = frozenset(("two", "both"))
_FIXED = frozenset(("the", "both", "these", "those"))
_SAYS_MORE = ("relcl", "acl", "poss")


def pair_phrase(sentence: Sentence, noun: Token) -> tuple[str, Span] | None:
    """What sort of two a phrase means (land, person, body, team, any) and where it stands; None for other phrases."""
    lists = reference_words().lists
    lemma = noun.lemma.lower()
    before = [t for t in sentence.children(noun) if t.i < noun.i and t.dep != "punct"]
    small = {t.form.lower() for t in before}
    if noun.dep in ("compound", "nmod", "amod", "appos", "attr") or sentence.children(noun, *_SAYS_MORE):
        return None
    if any(c.dep == "prep" and c.i == noun.i + 1 and c.form in ("of", "from", "in") for c in sentence.children(noun)):
        return None
    alone = lemma in lists["couples"] and noun.tag == "NN" and small == {"the"}
    two = noun.tag == "NNS" and bool(small & _TWO) and bool(small & _FIXED)
    free = all(t.form.lower() in _FIXED | _TWO or t.form.lower() in lists["pair_modifiers"] for t in before)
    sort = "person" if alone else next((s for s in _NEAR if lemma in lists[f"pair_{s}"]), "") if two and free else ""
    if not sort:
        return None
    first = min((t.i for t in before), default=noun.i)
    return sort, sentence.tokens[first].span.to(noun.span)


def members(
    sort: str, noun: Token, discourse: Discourse, described: Mapping[str, Description], countries: Set[str]
) -> tuple[Referent, Referent] | None:
    """The two that a phrase stands for; None where there are fewer or more. `countries`: keys of the lands."""
    recent = [r for r in discourse if r.seen >= discourse.number - _NEAR[sort] and not r.quoted]
    recent = [r for r in recent if r.sort != "land" or r.key in countries]
    if sort == "any":
        return _only_two(recent, "land") or _only_two(recent, "body") or _only_two(recent, "team")
    if sort != "person":
        return _only_two(recent, sort)
    gender = of_noun(noun.lemma.lower())
    lemma = noun.lemma.lower()
    called = [r for r in recent if r.key and lemma in described[r.key].nouns and r.sort == "person"]
    if len(called) == 2:
        return called[0], called[1]
    unnamed = [r for r in recent if not r.key and r.sort == "person" and not r.members]
    people = [r for r in recent if not gender or {"m": "he", "f": "she"}[gender] in r.forms]
    return None if unnamed else _only_two(people, "person")


def _only_two(recent: Iterable[Referent], sort: str) -> tuple[Referent, Referent] | None:
    """The only two with names of a sort."""
    found = sorted((r for r in recent if r.key and r.sort == sort), key=lambda r: (-r.prominence(), r.begin))
    if len(found) == 2:
        return found[0], found[1]
    return None
