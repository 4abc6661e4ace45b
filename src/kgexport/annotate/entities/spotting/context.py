"""Collects evidence for what a name names from the words around it, not from lists of names."""

from __future__ import annotations

from kgexport.annotate.entities.found import Found, quoted_whole
from kgexport.annotate.entities.lexicon import LANDS, Lexicon, coarse
from kgexport.annotate.entities.spotting.areas import add_area
from kgexport.annotate.entities.spotting.dealings import Dealings, in_shares
from kgexport.annotate.entities.spotting.games import Games, is_about_sport
from kgexport.annotate.entities.spotting.makers import add_makers
from kgexport.annotate.entities.spotting.names import NameFinder
from kgexport.annotate.entities.spotting.nouns import add_nouns, sort_of_noun
from kgexport.annotate.entities.spotting.work_titles import work_title
from kgexport.model import BlockKind, Sentence, Token

_PRODUCTS = frozenset(("Product", "Vehicle", "SoftwareApplication", "Drug"))


_SHOWN = frozenset(("film", "movie", "novel", "album", "sitcom", "musical", "blockbuster", "bestseller", "single"))
"""Nouns of works that hardly ever stand before the name of somebody else: "in the 1999 movie X Y"."""


class ContextCues:
    """Reads the context of the names of one article, in order of the text."""

    def __init__(self, lexicon: Lexicon, names: NameFinder, sentences: tuple[Sentence, ...]) -> None:
        self._lexicon = lexicon
        self._words = lexicon.words
        self._names = names
        self._dealings = Dealings(lexicon, names, sentences)
        self._games = Games(lexicon, names)
        self._sentences = sentences
        self._list: tuple[int, int, str] = (-1, 0, "")
        """Sentence, end and class of the last name of a list of examples: "gods such as X, Y and Z"."""
        self.sport = is_about_sport(lexicon, sentences)
        """Whether the article is about a game."""

    def collect(self, found: Found) -> None:
        """Add what the sentence around a name says of it."""
        sentence = self._sentences[found.sentence]
        tokens = list(sentence.tokens[found.first : found.end])
        self._before(found, sentence)
        self._after(found, sentence)
        add_nouns(found, sentence, self._lexicon)
        add_area(found, sentence, self._lexicon)
        add_makers(found, sentence, self._lexicon)
        self._quoted(found, sentence)
        if self.sport:
            self._games.collect(found, sentence, tokens)
        self._grammar(found, sentence, tokens)
        self._examples(found, sentence)

    def _before(self, found: Found, sentence: Sentence) -> None:
        if found.titles or not found.first:
            return
        tokens = sentence.tokens
        before = tokens[found.first - 1]
        form, article = before.form.lower(), False
        if self._is_role(sentence, before):
            found.add("Person", 3.0, "role-name")
            return
        if before.form in self._words["people_nouns"] and len(found.words) > 1:
            found.add("Person", 2.5, "people-noun")  # "Spaniard X Y"
        if form == "the" and found.first > 1:
            found.add("Person", -1.5, "article")
            found.add("Organization", 0.3, "article")
            before = tokens[found.first - 2]
            form, article = before.form.lower(), True
        elif form in self._words["place_prepositions"] and not _is_no_place(sentence, found):
            found.add("Place", self._of_preposition(found, sentence), "place-preposition")
            found.add("Person", -0.8, "place-preposition")
        hypernym = sort_of_noun(sentence, before, self._lexicon) if before.form.islower() and not article else ""
        if form == "," and tokens[found.end - 1].dep == "appos" and found.first > 1:
            noun = tokens[found.first - 2]
            hypernym = self._lexicon.heads.get(noun.lemma.lower(), "") if noun.form.islower() else ""
            before = noun
        if (
            hypernym
            and hypernym != "Person"
            and before.tag == "NN"
            and _fits(hypernym, found)
            and self._names_it(found, sentence, before)
        ):
            found.add(hypernym, 3.0, "noun-before")
            found.add("Person", -3.0 if coarse(hypernym) in ("PROD", "WORK") else -2.0, "noun-before")
        elif form in self._words["membership_verbs"]:
            found.add("Organization", 1.4, "membership")
        if form == "of" and found.first > 2 and self._member_of(sentence, before.i - 1):
            found.add("Organization", 1.5, "membership")
        elif form == "of" and found.first > 1 and tokens[found.first - 2].lemma.lower() in self._words["place_nouns"]:
            found.add("Place", 2.5, "place-noun")

    def _of_preposition(self, found: Found, sentence: Sentence) -> float:
        """How much "in" and its like say of a place; enough by itself in prose before a word never written small."""
        before, after = sentence.tokens[found.first - 1], sentence.tokens[found.end : found.end + 1]
        form = before.form.lower()
        owner = bool(after) and after[0].tag == "POS"  # "headed in Jane Doe's cross"
        if form not in ("in", "near", "outside", "around") or before.tag == "RP" or owner:
            return 1.0
        tokens = sentence.tokens[found.first : found.end]
        small = any(t.form.lower() in self._names.wording.lower for t in tokens)
        plain = all(t.tag in ("NNP", "NNPS") and not t.recased for t in tokens) and not found.text.isupper()
        headline = sentence.block is BlockKind.HEADLINE
        return 1.6 if plain and not small and not headline and form != "around" else 1.4

    def _is_role(self, sentence: Sentence, token: Token) -> bool:
        """Whether a word before a name is a noun for a person ("cornerback"), and not "the official X agency"."""
        if not token.form.islower() or token.tag == "NNS":
            return False
        if token.form in ("official", "executive", "general", "chief", "model") and token.dep == "amod":
            return False
        words = [t.form for t in sentence.tokens[max(0, token.i - 1) : token.i + 1]]
        return token.lemma.lower() in self._lexicon.roles or self._lexicon.is_role(words)

    @staticmethod
    def _names_it(found: Found, sentence: Sentence, noun: Token) -> bool:
        """Whether a noun before a name says what it is, by the grammar: not in "the email Smith sent"."""
        inside = range(found.first, found.end)
        beside = noun.i == found.first - 1 and noun.dep not in ("pobj", "dobj", "nsubj")
        beside = beside or (noun.i == found.first - 1 and found.end - found.first > 1 and noun.lemma in _SHOWN)
        return beside or noun.head in inside or any(sentence.tokens[i].head == noun.i for i in inside)

    def _member_of(self, sentence: Sentence, i: int) -> bool:
        return sentence.tokens[i].lemma.lower() in self._words["member_nouns"]

    def _after(self, found: Found, sentence: Sentence) -> None:
        tokens = sentence.tokens[found.end : found.end + 9]
        if len(tokens) < 2 or tokens[0].text not in (",", "("):
            if tokens and tokens[0].form in ("'s", "’s") and len(tokens) > 1:
                self._possessed(found, tokens[1])
            return
        if tokens[1].text.isdigit() and len(tokens[1].text) == 2 and len(tokens) > 2 and tokens[2].text in ",).;":
            found.add("Person", 3.0, "age")
        elif tokens[1].form == "who":
            found.add("Person", 1.5, "who")
        elif tokens[0].text == ",":
            self._apposition(found, tokens[1:])

    def _apposition(self, found: Found, tokens: tuple[Token, ...]) -> None:
        """ ", the chairman of …", ", editor at large": a noun for a person in the first words after the comma."""
        for token in tokens[:7]:
            if _ends_apposition(token) or token.form in ("and", "who", "which"):
                return
            noun = token.lemma.lower()
            person = noun in self._lexicon.roles or noun in ("man", "woman", "boy", "girl")
            if person and token.tag == "NN" and token.dep in ("appos", "conj", "npadvmod"):
                found.add("Person", 2.5, "apposition")
                return
            kind = self._lexicon.heads.get(noun, "Person")
            if kind != "Person" and token.dep == "appos" and token.form.islower():
                found.add(kind, 3.0, "apposition")
                return
        if tokens[0].form[0].isupper() and any(c.types[0] in LANDS for c in self._names.candidates(tokens[0].text)):
            found.add("Place", 1.5, "place-in-place")

    def _quoted(self, found: Found, sentence: Sentence) -> None:
        """A name that fills its quotation marks is the title of a work or a nickname: "Gone Girl"."""
        is_work = work_title(sentence, found.first) == found.end
        if found.titles or not (is_work or quoted_whole(sentence, found.first, found.end)):
            return
        for cls in ("Person", "Place", "Organization"):
            found.add(cls, -3.0, "quoted")
        if found.end - found.first > 1:
            found.add("CreativeWork", 2.0, "quoted")

    def _possessed(self, found: Found, token: Token) -> None:
        low = token.form.lower()
        if any(e.rule == "given-name" and e.weight > 2 for e in found.evidence):
            return  # "Jane Doe's government"
        if low in ("capital", "government", "parliament", "president", "population", "border", "army", "economy"):
            found.add("Person", -1.0, "possessed")
            found.add("Place", 0.5, "possessed")
        elif self._lexicon.heads.get(token.lemma.lower()) == "Person" and low in ("wife", "husband", "son", "daughter"):
            found.add("Person", 2.0, "possessed")

    def _grammar(self, found: Found, sentence: Sentence, tokens: list[Token]) -> None:
        last = tokens[-1]
        head = sentence.head(last)
        if found.first <= head.i < found.end:
            last = next((t for t in tokens if not found.first <= t.head < found.end or t.head == t.i), last)
            head = sentence.head(last)
        if last.dep in ("nsubj", "nsubjpass") or (last.dep == "pobj" and head.form == "to" and head.head == head.i):
            if head.lemma in self._words["speech_verbs"]:
                found.add("Person", 1.2, "speaks")
                found.add("Organization", 0.9, "speaks")
            elif head.lemma in self._words["human_verbs"]:
                found.add("Person", 1.0, "acts")
        elif last.dep in ("compound", "amod", "nmod") and head.i >= found.end and head.form[0].islower():
            if self._lexicon.heads.get(head.lemma.lower()) in _PRODUCTS:
                found.add("Product", 2.5, "product-noun")
            elif head.i == found.end and head.lemma.lower() in self._words["medium_nouns"]:
                land = any(c.types[0] in LANDS for c in self._names.candidates(found.text))
                found.add("Place" if land else "NewsMediaOrganization", 1.5, "medium-noun")
            elif head.lemma.lower() in self._lexicon.roles and head.i == found.end:
                found.add("Person", -1.0, "premodifier")
                found.add("Organization", 0.6, "premodifier")
        if last.dep == "pobj" and head.form == "by" and sentence.head(head).lemma in self._words["owner_verbs"]:
            found.add("Organization", 1.6, "owner")
            found.add("Person", -1.0, "owner")
        given = any(e.rule == "given-name" and e.weight > 0 for e in found.evidence)
        if given and last.dep == "dobj" and head.lemma in self._words["verbs_to_persons"]:
            found.add("Person", 0.6, "acts")
        self._dealings.collect(found, sentence, last)
        if last.dep == "nsubj" and any(
            t.form.lower() in ("his", "her", "he", "she") for t in sentence.tokens[found.end : found.end + 25]
        ):
            found.add("Person", 0.8, "pronoun")
        if last.dep == "pobj" and head.form == "to" and sentence.head(head).lemma in ("accord", "speak", "tell"):
            found.add("Person", 0.4, "speaks")

    def _examples(self, found: Found, sentence: Sentence) -> None:
        """The class that a list of examples gives: "countries such as X and Y"."""
        between = [t.form for t in sentence.tokens[max(0, found.first - 3) : found.first]]
        cls = ""
        number, end, listed = self._list
        if number == found.sentence and 0 < found.first - end <= 2 and between[-1] in (",", "and", "or"):
            cls = listed
        elif between[-2:] == ["such", "as"] or between[-1:] in (["including"], ["like"]):
            at = found.first - (3 if between[-1] == "as" else 2)
            at -= at > 0 and sentence.tokens[at].text == ","
            noun = sentence.tokens[at].lemma.lower() if at >= 0 and sentence.tokens[at].tag == "NNS" else ""
            person = noun in self._lexicon.roles or noun in self._words["example_persons"]
            cls = "Person" if person else self._words_class(noun)
        if cls:
            found.add(cls, 2.5, "example")
            self._list = (found.sentence, found.end, cls)

    def _words_class(self, noun: str) -> str:
        cls = self._lexicon.heads.get(noun, "")
        vague = noun in self._words["vague_places"]  # "sites such as X" may be on the web
        return "" if vague or cls == "Person" else cls


def _fits(hypernym: str, found: Found) -> bool:
    """Whether a noun can say what a name is: an address on the web is no site on the ground."""
    return hypernym != "Place" or "." not in found.text.strip(".")


def _is_no_place(sentence: Sentence, found: Found) -> bool:
    """Whether a name after "in" is who does it, "ended in Jane Doe scoring", or whose shares they are."""
    after = sentence.tokens[found.end : found.end + 1]
    given = any(e.rule == "given-name" and e.weight > 0 for e in found.evidence)
    return (given and bool(after) and after[0].tag == "VBG") or in_shares(found, sentence)


def _ends_apposition(token: Token) -> bool:
    """Whether a token cannot stand before the head of an apposition; "state-run" can."""
    return (token.pos in ("PUNCT", "AUX", "ADP") and token.form != "-") or token.tag in ("VBD", "VBZ", "VBP", "MD")
