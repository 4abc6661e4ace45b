"""Finds words that only stand for an event told elsewhere: "which", "It was felt", "Oscars host"; makes no event.

Only where nothing else can be meant: the relative pronoun of the noun itself, an "It" behind a sentence that tells of
one such event, the name of an occasion that the article knows once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.finding.trigger import INSIDE_NOUN
from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.events.passives import is_passive
from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.reality.specific import is_of, rules_of_telling
from kgexport.annotate.events.sameness.beside import words_beside
from kgexport.annotate.events.sameness.merged import Merged
from kgexport.model import Mention, MentionKind, Sentence, Span, Token

_RULE = "events/again"
_CONFIDENCE = 0.6
_ITSELF = {"it", "this"}


def told_again(events: list[Merged], sentences: Iterable[Sentence], reading: Reading) -> dict[int, list[Mention]]:
    """Identity of each event -> further mentions of it, each a word."""
    found: dict[int, list[Mention]] = defaultdict(list)
    told: dict[Span, list[Merged]] = defaultdict(list)
    names: dict[str, list[Merged]] = defaultdict(list)
    told_by = {m.span.begin for event in events for draft in event.drafts for m in draft.mentions}
    for event in events:
        found[id(event)] += event.pointed
        for draft in event.drafts:
            found[id(event)] += [_mention(token) for token in (*_relatives(draft), *words_beside(draft, told_by))]
            if draft.trigger.head.tag in ("NN", "NNP") and is_of(draft, "noun"):
                told[draft.sentence.span].append(event)
        for name in _names(event):
            names[name].append(event)
    last: list[Merged] = []
    for sentence in sentences:
        for token in sentence.tokens:
            known = names.get(_singular(token), [])
            if len(known) == 1 and _is_name_inside(token, reading):
                found[id(known[0])].append(_mention(token))
        if len(last) == 1 and (pronoun := _pronoun(sentence)):
            found[id(last[0])].append(_mention(pronoun))
        last = list({id(event): event for event in told.get(sentence.span, ())}.values())
    return found


def _mention(token: Token) -> Mention:
    return Mention(token.span, MentionKind.TRIGGER, _RULE, _CONFIDENCE)


def _relatives(draft: Draft) -> Iterator[Token]:
    """In "the quake, which struck the coast" the "which"."""
    if draft.trigger.pattern.verb:
        return
    sentence = draft.sentence
    for clause in sentence.children(draft.trigger.head, "relcl"):
        yield from (t for t in sentence.children(clause, "nsubj", "nsubjpass") if t.tag == "WDT")


def _names(event: Merged) -> set[str]:
    """The nouns of an occasion that are a name of their own: "Oscars", "Olympics"."""
    if event.type not in rules_of_telling()["occasion"]:
        return set()
    heads = (draft.trigger.head for draft in event.drafts if not draft.trigger.pattern.verb)
    return {_singular(head) for head in heads if head.form[:1].isupper() and head.pos == "PROPN"}


def _singular(token: Token) -> str:
    return token.text.lower().removesuffix("s")


def _is_name_inside(token: Token, reading: Reading) -> bool:
    """Whether the name of an occasion describes a noun, and is no part of another name: "an Oscars host"."""
    if token.dep not in INSIDE_NOUN or not token.form[:1].isupper():
        return False
    named = reading.named(token)
    return named is None or bool({"Event", "Festival", "SportsEvent"} & set(named.entity.types))


def _pronoun(sentence: Sentence) -> Token | None:
    """The "It" of a sentence whose verb tells of happenings: "It was felt", "It lasted", "It was followed by"."""
    first = sentence.tokens[0]
    verb = sentence.head(first)
    if first.text.lower() not in _ITSELF or first.dep not in ("nsubj", "nsubjpass") or verb.tag not in ("VBD", "VBN"):
        return None
    place = "object" if is_passive(sentence, verb) else "subject"
    rows = lexicon().support.get(verb.lemma, ())
    carried = any(row.noun == place and row.subject in ("none", "harm") and len(row.words) == 1 for row in rows)
    followed = verb.lemma == "follow" and place == "object"
    return first if carried or followed else None
