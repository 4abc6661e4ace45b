"""Finds the place that "there", "here", "where", "in the area" stands for; knows no event.

It is the only place that this sentence names before the word, else the only one of the sentence before: where there
are two that do not lie in each other, none.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.annotate.events.filling.things import Things
from kgexport.annotate.events.reading import Named, Reading
from kgexport.annotate.events.setting.lying import Sorts
from kgexport.annotate.events.setting.sites import lands_before, site_at
from kgexport.annotate.events.setting.tables import POINTED, setting_words
from kgexport.model import BlockKind, Mention, MentionKind, Sentence, Token

CONFIDENCE = 0.6
_HIGHEST = 4
_DEFINITE = {"the", "this", "that"}
_WHICH = {"which", "where"}


class Pointing:
    """Places by words that point to them, for one article."""

    def __init__(self, reading: Reading, things: Things) -> None:
        self._reading, self._things = reading, things
        self._sorts = Sorts(reading.annotations.entities)
        self._before = dict(_neighbours(reading))
        self._dateline = _of_dateline(reading)
        """Where the article was written: "here" in a report."""
        self._kinds = dict(_first_names(reading))

    def meant(self, sentence: Sentence, token: Token) -> Named | None:
        """The place that a word or phrase stands for; None where that is not clear."""
        if self._reading.is_quoted(token):
            return None
        if kind := _sort_of_land(sentence, token):
            return self._only_before(kind, token)
        if not _points(sentence, token):
            return None
        if token.text.lower() == "here" and self._dateline is not None:
            return self._dateline
        found = list(self._told(sentence, token.i))
        before = self._before.get(sentence.span.begin)
        if not found and before is not None and token.lemma.lower() != "where":
            found = list(self._told(before, len(before.tokens)))
        keys = self._sorts.most_specific(named.entity.key for named in found)
        return next((n for n in found if n.entity.key in keys), None) if len(keys) == 1 else None

    def _only_before(self, kind: str, token: Token) -> Named | None:
        """The only place of a kind that the text has named before: "the province" behind one province."""
        known = [e for e in self._kinds.get(kind, ()) if e[0] < token.span.begin]
        return known[0][1] if len(known) == 1 else None

    def antecedent(self, sentence: Sentence, verb: Token) -> Iterator[Named]:
        """The place that a clause with "where" or "in which" hangs on: "the office where X was questioned"."""
        if verb.dep != "relcl" or not _is_of_place(sentence, verb):
            return
        noun = sentence.head(verb)
        for _ in range(_HIGHEST):
            found = list(self._at(sentence, noun))
            if not found and (meant := self.meant(sentence, noun)):
                found = [Named(meant.entity, Mention(noun.span, MentionKind.NOMINAL, POINTED, CONFIDENCE))]
            if found:
                yield from found
                return
            above = sentence.head(noun)
            if noun.dep != "pobj" or above.head == above.i:
                return
            noun = sentence.head(above)

    def _at(self, sentence: Sentence, token: Token) -> Iterator[Named]:
        named = self._reading.named(token)
        if named:
            if not self._reading.kinds(sentence, token).isdisjoint({"place", "site"}):
                yield named
            return
        site = site_at(sentence, token, self._things)
        if site:
            yield site
            yield from lands_before(sentence, token, self._reading)

    def _told(self, sentence: Sentence, end: int) -> Iterator[Named]:
        """The places with a name that a sentence tells of before a word, behind a preposition of place."""
        seen: set[str] = set()
        lists = setting_words()
        for token in sentence.tokens[:end]:
            word = sentence.head(token).lemma.lower()
            placed = token.dep == "pobj" and (word in lists["local"] or word in ("to", "of", "off"))
            named = self._reading.named(token) if placed or token.dep in ("dobj", "appos", "conj") else None
            if named is None or named.entity.key in seen or not self._is_name_of_place(sentence, token, named):
                continue
            if word in ("of", "from") and "person" in self._reading.kinds(
                sentence, sentence.head(sentence.head(token))
            ):
                continue  # "Ann Lee, 45, of Leeds, died at the scene"
            seen.add(named.entity.key)
            yield named

    def _is_name_of_place(self, sentence: Sentence, token: Token, named: Named) -> bool:
        told = named.mention.kind is not MentionKind.ADJECTIVE and not named.entity.key.startswith("nominal:")
        return told and "place" in self._reading.kinds(sentence, token)


def _is_of_place(sentence: Sentence, verb: Token) -> bool:
    if any(t.text.lower() == "where" for t in sentence.children(verb, "advmod")):
        return True
    before = [p for p in sentence.children(verb, "prep") if p.lemma in ("in", "at", "on")]
    return any(w.text.lower() in _WHICH for p in before for w in sentence.children(p, "pobj"))


def _of_dateline(reading: Reading) -> Named | None:
    dateline = reading.annotations.article.dateline
    found = [
        Named(entity, mention)
        for entity in reading.annotations.entities
        for mention in entity.mentions
        if dateline is not None and mention.span.overlaps(dateline.span) and entity.types[0] in ("City", "Place")
    ]
    return found[0] if len({named.entity.key for named in found}) == 1 else None


def _first_names(reading: Reading) -> Iterator[tuple[str, list[tuple[int, Named]]]]:
    """Regions and cities, each with the place in the text of its first name; not that of the dateline."""
    dateline = reading.annotations.article.dateline
    for kind in ("AdministrativeArea", "City"):
        found = []
        for entity in reading.annotations.entities:
            named = [m for m in entity.mentions if m.kind is MentionKind.NAME]
            named = [m for m in named if dateline is None or not m.span.overlaps(dateline.span)]
            if named and entity.types[0] == kind:
                found.append((named[0].span.begin, Named(entity, named[0])))
        yield kind, found


def _sort_of_land(sentence: Sentence, token: Token) -> str:
    """The type of place that "the province", "the city" goes back to; empty for a phrase that says more."""
    bare = [t.text.lower() for t in sentence.children(token) if t.dep != "punct"]
    if token.dep != "pobj" or bare not in (["the"], ["this"], ["that"]):
        return ""
    if token.lemma.lower() in setting_words()["land"]:
        return "AdministrativeArea"
    return "City" if token.lemma.lower() in setting_words()["town"] else ""


def _points(sentence: Sentence, token: Token) -> bool:
    word = token.text.lower()
    if word in ("there", "here"):
        return token.dep == "advmod"
    words = {t.text.lower() for t in sentence.children(token, "det")}
    return token.lemma.lower() in setting_words()["scene"] and bool(words & _DEFINITE)


def _neighbours(reading: Reading) -> Iterator[tuple[int, Sentence]]:
    """Where a sentence begins -> the sentence before it, where both stand in the body."""
    last: Sentence | None = None
    for sentence in reading.annotations.sentences:
        if last is not None and BlockKind.HEADLINE not in (last.block, sentence.block):
            yield sentence.span.begin, last
        last = sentence
