"""Tells by what is done with it what a name names: "to acquire X", "X's headquarters"; knows no lists of names."""

from __future__ import annotations

from kgexport.annotate.entities.found import Found
from kgexport.annotate.entities.lexicon import Lexicon
from kgexport.annotate.entities.spotting.names import NameFinder
from kgexport.model import Sentence, Token

_SPONSORS = frozenset(("Corporation", "Airline", "BankOrCreditUnion", "Organization", "Brand", "Product"))
"""What grounds are called after."""
_BUYING = frozenset(("buy", "purchase"))
_SHARES = frozenset("share shares stock stake holding".split())
_RUN = frozenset("store outlet branch employee subscriber shop dealership restaurant factory warehouse".split())
"""What companies have many of: "X has 300 stores"."""
_REACH = 9
"""Tokens behind "X's" in which "its" is X's."""


class Dealings:
    """Reads deals, possessions and contests in one article."""

    def __init__(self, lexicon: Lexicon, names: NameFinder, sentences: tuple[Sentence, ...]) -> None:
        self._words = lexicon.words
        self._names = names
        self.business = is_about_business(lexicon, sentences)
        """Whether the article is about companies: what is bought then is one."""

    def collect(self, found: Found, sentence: Sentence, last: Token) -> None:
        """Add evidence; `last`: the word of the name that hangs from outside of it."""
        head = sentence.head(last)
        self._acquired(found, sentence, last, head)
        self._competes(found, sentence, last, head)
        after = sentence.tokens[found.end : found.end + _REACH]
        if len(after) > 1 and after[0].form in ("'s", "’s"):
            self._publishes(found, after[1:])

    def _acquired(self, found: Found, sentence: Sentence, last: Token, head: Token) -> None:
        """ "to acquire X", "the takeover of X", "X shares": a body."""
        bought = last.dep in ("dobj", "nsubjpass") and head.lemma in self._words["acquisition_verbs"]
        bought = bought or (last.dep == "dobj" and head.lemma in _BUYING and self.business)
        above = sentence.head(head)
        bought = bought or (last.dep == "pobj" and head.form == "with" and above.lemma == "merge")
        nouns = self._words["acquisition_nouns"]
        deal = last.dep == "pobj" and head.form in ("of", "with") and above.form.lower() in nouns
        deal = deal or in_shares(found, sentence) or (self.business and _has_many(sentence, last, head))
        shares = last.dep in ("compound", "nmod") and head.i == found.end and head.form in nouns
        if (bought or deal or shares) and not any(e.rule == "title-name" for e in found.evidence):
            found.add("Organization", 1.6, "acquired")
            found.add("Person", -1.5, "acquired")
            found.add("Place", -0.8, "acquired")

    def _competes(self, found: Found, sentence: Sentence, last: Token, head: Token) -> None:
        """ "Kenya's X Y won": two words that nobody knows, behind a land, and a verb of sport."""
        owner = sentence.tokens[max(0, found.first - 2) : found.first]
        plain = found.end - found.first == 2 and not any(e.rule.endswith("-word") for e in found.evidence)
        verb = head.lemma in self._words["game_verbs"] or head.lemma in ("finish", "run")
        owned = len(owner) == 2 and owner[1].tag == "POS" and self._names.is_land(owner[0].form)
        if owned and plain and verb and last.dep in ("nsubj", "dobj") and not self._names.is_known(found.text):
            found.add("Person", 1.6, "of-a-team")

    def _publishes(self, found: Found, after: tuple[Token, ...]) -> None:
        """ "X Y's report of its own sales", "X's spokesman": a body."""
        nouns = {t.form.lower() for t in after[:2]}
        if nouns & self._words["owned_by_bodies"]:
            found.add("Organization", 1.6, "possessed")
            found.add("Person", -0.8, "possessed")
        elif found.end - found.first > 1 and nouns & self._words["published"] and any(t.form == "its" for t in after):
            found.add("Organization", 1.6, "possessed")


def in_shares(found: Found, sentence: Sentence) -> bool:
    """Whether a name stands behind "shares in", where it is no place."""
    before = [t.form.lower() for t in sentence.tokens[max(0, found.first - 2) : found.first]]
    return len(before) == 2 and before[0] in _SHARES and before[1] == "in"


def _has_many(sentence: Sentence, last: Token, head: Token) -> bool:
    """ "X has 300 stores", "X operates 20 factories"."""
    if last.dep != "nsubj" or head.lemma not in ("have", "operate", "run", "own", "employ"):
        return False
    counted = (t for t in sentence.children(head, "dobj") if t.lemma in _RUN and t.tag == "NNS")
    return any(sentence.children(noun, "nummod") for noun in counted)


def is_ground(found: Found, sentence: Sentence) -> bool:
    """Whether a body of one word is where the game was: "at the Emirates"; no team and no acronym."""
    before = [t.form.lower() for t in sentence.tokens[max(0, found.first - 2) : found.first]]
    place = any(e.rule == "model" and e.cls == "Place" and e.weight >= 0.5 for e in found.evidence)
    body = place or any(e.rule in ("gazetteer", "authority") and e.cls in _SPONSORS for e in found.evidence)
    return body and before == ["at", "the"] and found.end - found.first == 1 and not found.text.isupper()


def is_about_business(lexicon: Lexicon, sentences: tuple[Sentence, ...]) -> bool:
    """Whether an article tells of companies: three different words of it, one for every 100 words in a long text."""
    words = lexicon.words["deal_words"]
    found = [t.lemma.lower() for s in sentences for t in s.tokens if t.lemma.lower() in words]
    return len(set(found)) >= 3 and len(found) * 100 >= sum(len(s.tokens) for s in sentences)
