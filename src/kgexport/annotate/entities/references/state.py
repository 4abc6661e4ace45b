"""What the steps of reference share: entities, what is said of them, the discourse, what was found; no rule."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from kgexport.annotate.entities.references.descriptions import Description, describe
from kgexport.annotate.entities.references.discourse import Discourse, Referent
from kgexport.annotate.entities.references.genders import of_person
from kgexport.annotate.entities.references.grammar import SUBJECTS, is_joined, rank, top
from kgexport.annotate.entities.references.phrases import forms_of_entity, sort_of
from kgexport.annotate.entities.references.reference_words import reference_words
from kgexport.annotate.entities.spotting.named_places import named_places
from kgexport.annotate.speech.quoted import find_quoted
from kgexport.model import Annotations, Mention, MentionKind, Sentence, Span, Token

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
        self.meant: dict[int, str] = {}
        """Where a pronoun stands -> the key of what it stands for."""
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
                    describe(described[key], sentence, first, end, self.entities[key].types[0] == "Person")
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
        quoted = self.quote(token.span.begin) is not None
        subject = top(sentence, token).dep in SUBJECTS and not is_joined(sentence, token)
        self.discourse.mention(referent, token, weight // 2 if quoted else weight, subject, quoted)

    def coordination(self, sentence: Sentence, token: Token) -> None:
        """Note "A and B" as two that "they" can stand for."""
        if not sentence.children(token, "conj"):
            return
        members = [r for t in (token, *sentence.children(token, "conj")) for r in self.discourse if t.i in r.ranks]
        if len(members) > 1 and not any(m.sort in ("land", "place") for m in members):
            both = Referent({"they"}, sort="both", members=tuple(members))
            self.mention(both, sentence, token, rank(sentence, token))

    def owner(self, token: Token) -> str:
        """The key of who owns something: of the pronoun, or the name; empty for nobody with a name."""
        here = (r.key for r in self.discourse if token.i in r.ranks and r.sort == "person")
        return self.meant.get(token.span.begin) or next(here, "")

    def note(self, key: str, span: Span, kind: MentionKind, confidence: float, rule: str = "") -> None:
        """Add a mention of an entity, found by a rule (else by its kind)."""
        self.found[key].append(Mention(span, kind, f"entities/{rule or kind.value}", confidence))
