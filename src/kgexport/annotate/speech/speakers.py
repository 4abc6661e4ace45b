"""Which entity a noun phrase that speaks stands for, none rather than a wrong one; knows no reporting words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kgexport.annotate.speech.clauses import noun_phrase
from kgexport.annotate.speech.context import Context
from kgexport.annotate.speech.cues import cue_table
from kgexport.model import Entity, Mention, MentionKind, Sentence, Token

_BODIES = frozenset(
    "Country Corporation NGO PoliticalParty SportsTeam MusicGroup PerformingGroup Airline Consortium WorkersUnion "
    "Museum CollegeOrUniversity School Hospital Newspaper Periodical FinancialService LocalBusiness Embassy "
    "LibrarySystem PoliceStation FireStation GovernmentBuilding Courthouse Library Store Restaurant Hotel Zoo "
    "BankOrCreditUnion".split()
)
_NAMING = (MentionKind.NAME, MentionKind.NOMINAL, MentionKind.PRONOUN)
_IN_NAME = ("compound", "appos", "flat", "nmod", "amod")
_OF_BODY = frozenset({"for", "of", "at", "from", "with", "by"})
_NOBODY = frozenset("i we you one this that these those which what there nobody none noone nothing few".split())


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, as far as the text tells."""

    key: str | None
    """Key of the entity; None where a phrase speaks that stands for no known entity ("officials")."""
    confidence: float = 1.0


def is_person(entity: Entity) -> bool:
    """Whether an entity is a person."""
    return "Person" in entity.types


def can_speak(entity: Entity) -> bool:
    """Whether an entity is a person or a body."""
    return any(t == "Person" or t in _BODIES or t.endswith("Organization") for t in entity.types)


def resolve(context: Context, sentence: Sentence, head: Token) -> Speaker | None:
    """Who a phrase with that head is; None where it is nobody that could be asked ("it is said", "nobody")."""
    if head.pos == "PRON" and head.lemma.lower() in ("who", "that", "which"):
        antecedent = _antecedent(sentence, head)
        return resolve(context, sentence, antecedent) if antecedent else None
    if head.text.lower() in _NOBODY or _is_no(sentence, head):
        return None
    for find in (_by_head, _by_name_inside, _by_body, _by_pronoun):
        speaker = find(context, sentence, head)
        if speaker is not None:
            return speaker
    return Speaker(None, 0.5)


def _is_no(sentence: Sentence, head: Token) -> bool:
    return any(t.lemma.lower() in ("no", "neither") for t in sentence.children(head, "det"))


def _antecedent(sentence: Sentence, pronoun: Token) -> Token | None:
    for token in (pronoun, *sentence.ancestors(pronoun)):
        if token.dep == "relcl":
            return sentence.head(token)
    return None


def _speaking(found: Iterable[tuple[Mention, Entity]]) -> list[tuple[Mention, Entity]]:
    return [(m, e) for m, e in found if m.kind in _NAMING and can_speak(e)]


def _by_head(context: Context, sentence: Sentence, head: Token) -> Speaker | None:
    """The mention on the head word itself: "Rama", "the prime minister", "he"."""
    found = context.mentions_at(head)
    if any(m.kind is MentionKind.ADJECTIVE for m, _ in found) and head.pos != "PROPN":
        return None
    speaking = _speaking(found)
    if not speaking:
        return None
    mention, entity = next((pair for pair in speaking if is_person(pair[1])), speaking[0])
    return Speaker(entity.key, min(mention.confidence, 0.95))


def _by_name_inside(context: Context, sentence: Sentence, head: Token) -> Speaker | None:
    """A name inside the phrase: "his lawyer, Miriam Katz", "the mayor of the city, Max Brown", "chief Robert Hill"."""
    stack, keys = [(head, False)], []
    while stack:
        token, far = stack.pop()
        for child in sentence.children(token, *_IN_NAME, "prep", "pobj"):
            stack.append((child, (far or child.dep == "prep") and child.dep != "appos"))
            for mention, entity in _speaking(context.mentions_at(child)):
                named = is_person(entity) or (child.dep == "appos" and token.i == head.i)
                near = child.dep == "appos" or not stack[-1][1]
                if named and near and mention.kind is MentionKind.NAME and entity.key not in keys:
                    keys.append(entity.key)
    return Speaker(keys[0], 0.85) if len(keys) == 1 else None


def _by_body(context: Context, sentence: Sentence, head: Token) -> Speaker | None:
    """The body that an unnamed voice speaks for: "a spokesman for the bank", "NATO officials"."""
    if not cue_table().helps("voice", head.lemma.lower()):
        return None
    children = sentence.children(head, "compound", "nmod", "poss")
    for prep in sentence.children(head, "prep"):
        if prep.lemma.lower() in _OF_BODY:
            children += sentence.children(prep, "pobj")
    for child in children:
        for _, entity in _speaking(context.mentions_at(child)):
            if not is_person(entity) and entity.types[0] != "Country":
                return Speaker(entity.key, 0.6)
    return None


def _by_pronoun(context: Context, sentence: Sentence, head: Token) -> Speaker | None:
    """ "he" and "she" that are not resolved yet: the only person named in this paragraph, or else in the last."""
    if head.text.lower() not in ("he", "she"):
        return None
    block = context.block_at(head.span.begin)
    for place in (block, context.block_before(block)):
        keys = context.named_between(place.span.begin, head.span.begin, is_person) if place else []
        if keys:
            return Speaker(keys[0], 0.7) if len(keys) == 1 else None
    return None


def people_in(context: Context, sentence: Sentence, head: Token) -> list[str]:
    """Keys of the persons named in a phrase, in order."""
    keys: dict[str, None] = {}
    for token in noun_phrase(sentence, head):
        for _, entity in context.mentions_at(token):
            if is_person(entity):
                keys[entity.key] = None
    return list(keys)
