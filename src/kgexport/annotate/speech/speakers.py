"""Which entity a noun phrase that speaks stands for, none rather than a wrong one; knows no reporting words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kgexport.annotate.entities.references.genders import of_name
from kgexport.annotate.speech.clauses import noun_phrase
from kgexport.annotate.speech.context import Context
from kgexport.annotate.speech.cues import Cue, cue_table
from kgexport.model import Block, Entity, Mention, MentionKind, Sentence, Span, Token

_BODIES = frozenset(
    "Country Corporation NGO PoliticalParty SportsTeam MusicGroup PerformingGroup Airline Consortium WorkersUnion "
    "Museum CollegeOrUniversity School Hospital Newspaper Periodical FinancialService LocalBusiness Embassy "
    "LibrarySystem PoliceStation FireStation GovernmentBuilding Courthouse Library Store Restaurant Hotel Zoo "
    "BankOrCreditUnion".split()
)
_NAMING = (MentionKind.NAME, MentionKind.NOMINAL, MentionKind.PRONOUN)
_FARTHEST = 4
"""Paragraphs (sources with a line a sentence have short ones) in which a pronoun's person is looked for."""
_REACH = 3000
"""Characters back to which a pronoun reaches."""
_LONGEST_NAME = 4
_GENDERS = {"he": "m", "she": "f", "his": "m", "her": "f"}
_ADJACENT = 2
"""Sentences from a name to a pronoun: in the next one, the subject of the last is meant."""
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


def resolve(context: Context, sentence: Sentence, head: Token, cue: Span | None = None) -> Speaker | None:
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
    beside = _beside(context, sentence, head, cue) if cue else None
    return beside or Speaker(None, 0.5)


def _beside(context: Context, sentence: Sentence, head: Token, cue: Span) -> Speaker | None:
    """The person named right before the cue, where the parser tore title and name apart."""
    before = [t for t in sentence.tokens[head.i + 1 :] if t.span.end <= cue.begin and t.pos not in ("AUX", "ADV")]
    if not before or before[-1].dep in ("pobj", "poss", "pcomp") or len(before) > _LONGEST_NAME:
        return None
    if any(t.pos in ("ADP", "PUNCT", "CCONJ") for t in before):
        return None
    named = [(m, e) for m, e in context.mentions_at(before[-1]) if m.kind is MentionKind.NAME and is_person(e)]
    return Speaker(named[0][1].key, 0.75) if named else None


def may_find(context: Context, sentence: Sentence, cue: Cue, head: Token | None) -> bool:
    """Whether "found that" tells of somebody's finding ("a poll found"), and not what he came to see ("he found").

    A named person finds by office or trade only: "Judge Clara Boyd found that …".
    """
    if head is None:
        return False
    if cue_table().helps("finder", head.lemma.lower()):
        return True
    named = [entity for mention, entity in context.mentions_at(head) if mention.kind is MentionKind.NAME]
    persons = "person" in cue.uses or any(
        cue_table().helps("finder", token.lemma.lower()) for token in noun_phrase(sentence, head)
    )
    return any(can_speak(entity) and (persons or not is_person(entity)) for entity in named)


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
    if mention.kind is MentionKind.PRONOUN and (
        not context.is_named_before(entity, head.span.begin) or _has_rival(context, entity, head)
    ):
        return None
    return Speaker(entity.key, min(mention.confidence, 0.95))


def _has_rival(context: Context, entity: Entity, pronoun: Token) -> bool:
    """Whether "he" may be another as well: two were named in one sentence, and other sentences follow."""
    gender = _GENDERS.get(pronoun.text.lower())
    named = context.last_named(entity, pronoun.span.begin)
    if gender is None or named is None:
        return False
    between = context.sentences_between(named, pronoun.span.begin)
    if between < _ADJACENT:
        return False
    return any(
        is_person(other) and other.key != entity.key and of_name(other.name) in ("", gender)
        for other in context.names_between(context.sentence_begin(named), pronoun.span.begin)
    )


def _by_name_inside(context: Context, sentence: Sentence, head: Token) -> Speaker | None:
    """A name inside the phrase: "his lawyer, Miriam Katz", "the mayor of the city, Max Brown", "chief Robert Hill"."""
    stack, keys = [(head, False)], []
    while stack:
        token, far = stack.pop()
        for child in sentence.children(token, *_IN_NAME, "prep", "pobj"):
            apart = (far or child.dep == "prep") and not (child.dep == "appos" and _is_set_off(sentence, child))
            stack.append((child, apart))
            for mention, entity in _speaking(context.mentions_at(child)):
                named = is_person(entity) or (child.dep == "appos" and token.i == head.i)
                named = named or (child.dep == "compound" and _is_body_noun(head) and entity.types[0] != "Country")
                if named and not apart and mention.kind is MentionKind.NAME and entity.key not in keys:
                    keys.append(entity.key)
    return Speaker(keys[0], 0.85) if len(keys) == 1 else None


def _is_set_off(sentence: Sentence, name: Token) -> bool:
    """Whether a comma says whose the apposition is: "the mayor of the city, Max Brown", not "aides to mayor Brown"."""
    before = sentence.subtree(name)[0].i - 1
    return before > 0 and sentence.tokens[before].text == ","


def _is_body_noun(head: Token) -> bool:
    """Whether a name before the noun is the body's own: "Yonhap news agency"."""
    return cue_table().helps("body", head.lemma.lower())


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
    """ "he" and "she" that are not resolved yet: the only person spoken of in this paragraph, or else in the last."""
    if head.text.lower() not in ("he", "she", "his", "her") or head.span.begin in context.described:
        return None
    gender = _GENDERS[head.text.lower()]

    def may_be(entity: Entity) -> bool:
        return is_person(entity) and of_name(entity.name) in ("", gender)

    place: Block | None = context.block_at(head.span.begin)
    for far in range(_FARTHEST):
        low = max(place.span.begin, head.span.begin - _REACH) if place else 0
        keys = context.named_between(low, head.span.begin, may_be) if place else []
        if keys:
            return Speaker(keys[0], 0.7 if far < 2 else 0.6) if len(keys) == 1 else None
        place = context.block_before(place) if place else None
    return None


def people_in(context: Context, sentence: Sentence, head: Token) -> list[str]:
    """Keys of the persons named in a phrase, in order."""
    keys: dict[str, None] = {}
    for token in noun_phrase(sentence, head):
        for _, entity in context.mentions_at(token):
            if is_person(entity):
                keys[entity.key] = None
    return list(keys)
