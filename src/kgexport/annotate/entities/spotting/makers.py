"""Tells by a preposition what a name names: "a film by X" a person, "radio station X" a medium; knows no names."""

from __future__ import annotations

from kgexport.annotate.entities.found import Found
from kgexport.annotate.entities.lexicon import Lexicon, coarse
from kgexport.model import Sentence, Token

_BY = 2.5
_MEDIUM = 3.5
_AIRED = frozenset(("radio", "television", "tv", "news", "broadcasting", "fm"))
_MEDIA = frozenset(("station", "channel", "network", "outlet", "broadcaster", "agency", "site", "portal", "website"))
_MARKS = frozenset(('"', "“", "”", "''", "``", "’", "'"))


def add_makers(found: Found, sentence: Sentence, lexicon: Lexicon) -> None:
    """Add what "by" beside a name says of it, and a noun for a medium."""
    if found.titles or not found.first:
        return
    before = sentence.tokens[max(0, found.first - 3) : found.first]
    after = sentence.tokens[found.end : found.end + 3]
    if before[-1].text in _MARKS and len(after) > 2 and after[0].text in _MARKS and after[1].form == "by":
        if after[2].form[0].isupper():
            found.add("CreativeWork", _MEDIUM, "quoted")  # "“Zama” by X"
    elif (
        before[-1].form == "by" and found.end - found.first > 1 and _is_made(sentence, before[-1], before[:-1], lexicon)
    ):
        found.add("Person", _BY, "made-by")
    elif (
        len(before) > 1 and before[-1].lemma in _MEDIA and before[-1].tag == "NN" and before[-2].form.lower() in _AIRED
    ):
        found.add("NewsMediaOrganization", _MEDIUM, "medium-noun")


def _is_made(sentence: Sentence, by: Token, before: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether "by" tells who made a work: "the novel by", "“The Title” by", "directed by"."""
    head = sentence.head(by)
    if head.lemma.lower() in lexicon.words["making_verbs"] and by.dep in ("agent", "prep"):
        return True
    noun = head.tag == "NN" and coarse(lexicon.heads.get(head.lemma.lower(), "")) == "WORK"
    named = head.lemma.lower() in lexicon.words["work_nouns"] or head.lemma.lower() in lexicon.words["shown_works"]
    return (noun and named) or (bool(before) and before[-1].text in _MARKS and head.pos == "PROPN")
