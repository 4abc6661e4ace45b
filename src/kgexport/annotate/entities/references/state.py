"""What the steps of reference share: entities, what is said of them, the discourse, what was found; no rule."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from kgexport.annotate.entities.references.descriptions import Description, describe
from kgexport.annotate.entities.references.discourse import Discourse, Referent
from kgexport.annotate.entities.references.genders import of_person
from kgexport.annotate.entities.references.grammar import SUBJECTS, conjuncts, is_joined, rank, top
from kgexport.annotate.entities.references.phrases import forms_of_entity, sort_of
from kgexport.annotate.entities.references.reference_words import reference_words
from kgexport.annotate.entities.references.selection import is_accused, is_harmed
from kgexport.annotate.entities.spotting.named_places import named_places
from kgexport.annotate.speech.quoted import find_quoted
from kgexport.model import Annotations, Mention, MentionKind, Sentence, Span, Token

_BY_NOUN = frozenset(("entities/product-noun", "entities/body-noun", "entities/noun-before"))
_DOUBTFUL = 0.7
_LONG_QUOTE = 12
"""Characters from which quoted words count as somebody's own; shorter ones are titles and nicknames."""


class State:
    """The references of one article in the making."""

    def __init__(self, so_far: Annotations, genders: dict[str, str], titles: dict[str, set[str]]) -> None:
        self.so_far = so_far
        self.text = so_far.article.text
        self.entities = {e.key: e for e in so_far.entities}
        self.names = named_places(so_far)
        self.called = {e.key: e.types[0] for e in so_far.entities if any(m.annotator in _BY_NOUN for m in e.mentions)}
        """Whatever was taken for a name by the noun beside it, "the Nemo database", with its class."""
        self.described = self._descriptions(titles)
        self.genders = {
            k: of_person(e.name, genders.get(k, ""), self.described[k].nouns)
            for k, e in self.entities.items()
            if e.types[0] == "Person"
        }
        self._quotes = [q for q in find_quoted(so_far.article) if q.closed and q.end - q.begin > _LONG_QUOTE]
        self._quote_begins = [q.begin for q in self._quotes]
        self.discourse = Discourse()
        self.referents: dict[str, Referent] = {}
        self.meant: dict[int, tuple[str, ...]] = {}
        """Where a pronoun stands -> the key of what it stands for; two for "they"."""
        self.found: dict[str, list[Mention]] = defaultdict(list)

    def _descriptions(self, titles: dict[str, set[str]]) -> dict[str, Description]:
        described = {key: Description() for key in self.entities}
        for key in sorted(titles):
            for title in sorted(titles[key]):
                described[key].add(title.split())
                described[key].nouns.update(reference_words().implied.get(title.lower(), ()))
        for sentence, places in zip(self.so_far.sentences, self.names, strict=True):
            for first, end, key, kind in places:
                if kind is MentionKind.NAME:
                    person = self.entities[key].types[0] == "Person"
                    describe(described[key], sentence, first, end, person, self.called.get(key, ""))
        return described

    def referent(self, key: str) -> Referent:
        """What the discourse knows of an entity."""
        if key not in self.referents:
            entity = self.entities[key]
            forms = forms_of_entity(entity, self.genders.get(key, ""))
            referent = self.discourse.entity(key, forms, sort_of(entity.types[0]))
            if " " not in entity.name and not self.described[key].nouns:
                referent.doubt = _DOUBTFUL
            self.referents[key] = referent
        return self.referents[key]

    def quote(self, position: int) -> Span | None:
        """The quoted words around a position."""
        at = bisect_right(self._quote_begins, position) - 1
        if at >= 0 and position < self._quotes[at].end:
            return Span(self._quotes[at].begin, self._quotes[at].end)
        return None

    def mention(self, referent: Referent, sentence: Sentence, token: Token, weight: int) -> None:
        """Note that a token stands for something."""
        quote = self.quote(token.span.begin)
        quoted = quote is not None
        subject = top(sentence, token).dep in SUBJECTS and not is_joined(sentence, token)
        self.discourse.mention(referent, token, weight // 2 if quoted else weight, subject, quoted)
        referent.inside = quote.begin if quote is not None else -1
        referent.accused = is_accused(sentence, top(sentence, token))
        referent.harmed = is_harmed(sentence, top(sentence, token))

    def coordination(self, sentence: Sentence, token: Token) -> None:
        """Note "A and B" as two that "they" can stand for, once all of them were read."""
        chain = conjuncts(sentence, token)
        joined = [chain[0:1], *([t, *sentence.children(t, "appos")] for t in chain[1:])]  # "and his wife, X"
        found = [[r for r in self.discourse if not r.members and any(t.i in r.ranks for t in some)] for some in joined]
        if len(chain) < 2 or not all(found):
            return
        members = list(dict.fromkeys(some[0] for some in found))
        if len(members) > 1 and not any(m.sort in ("land", "place") for m in members):
            both = Referent({"they"}, sort="both", members=tuple(members))
            self.mention(both, sentence, chain[0], rank(sentence, chain[0]))
            both.was_subject = top(sentence, chain[0]).dep in SUBJECTS

    def owners(self, token: Token) -> tuple[str, ...]:
        """The keys of those who own something: of the pronoun, or the name; two for "their", none without a name."""
        here = [(r.key,) for r in self.discourse if token.i in r.ranks and r.key and r.sort == "person"]
        return self.meant.get(token.span.begin) or next(iter(here), ())

    def gender(self, key: str) -> str:
        """m or f of a person, by name and title or by the pronouns that were used so far; else empty."""
        forms = self.referents[key].forms if key in self.referents else set()
        return self.genders.get(key, "") or ("m" if forms == {"he"} else "f" if forms == {"she"} else "")

    def possible(self, pronoun: Token) -> tuple[str, ...]:
        """The keys of the persons that a pronoun may mean; none where the sentence has one without a name as well."""
        form = {"his": "he", "her": "she"}.get(pronoun.form.lower(), "")
        agreeing = [r for r in self.discourse if form in r.forms and not r.quoted]
        if any(r.sort == "person" and not r.key and r.here(pronoun.i) for r in agreeing):
            return ()
        return tuple(r.key for r in agreeing if r.key and r.sort == "person")

    def note(self, key: str, span: Span, kind: MentionKind, confidence: float, rule: str = "") -> None:
        """Add a mention of an entity, found by a rule (else by its kind)."""
        self.found[key].append(Mention(span, kind, f"entities/{rule or kind.value}", confidence))
