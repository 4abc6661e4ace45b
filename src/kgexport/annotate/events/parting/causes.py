"""Says which happening of a sentence brought another about: the quake that killed, the storm by which a wall fell.

Knows the grammar of such ties and the rows `harm`, `harmful` and `uncaused` of identity.tsv; the annotator makes an
instrument of the cause.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.annotate.events.draft import Draft, Owners
from kgexport.annotate.events.passives import is_passive
from kgexport.annotate.events.sameness.identity import identity
from kgexport.model import Fired, Polarity, Role, RoleName, Sentence, Status, Token

_CAUSING = {"cause", "trigger", "spark", "unleash", "provoke", "prompt", "bring", "produce", "generate", "force"}
"""Verbs that say of their subject that it brought their object about."""
_MAKING = {"cause", "lead", "make", "force"}
"""Verbs of a cause with a clause of what came of it: "caused a wall to fall"."""
_LEADING = {("lead", "to"), ("result", "in")}
_OWING = {"due", "owing", "because", "thanks"}
_DYING = {"of", "from"}
_DEEPEST = 3


def add_causes(sentence: Sentence, drafts: list[Draft], owners: Owners) -> None:
    """Give each happening the one that brought it about, and to what did not come of it the place where it did not."""
    nouns = {d.trigger.head.i: d for d in drafts if not d.trigger.pattern.verb}
    for draft in drafts:
        for cause, rule in _causes(sentence, draft, nouns, owners):
            if _may_cause(cause, draft):
                draft.causes.append(cause)
                cause.brought = cause.brought or (cause.standing.real and draft.standing.real)
                draft.contents = [content for content in draft.contents if content is not cause]
                draft.fired.append(Fired("cause", rule, cause.mention.span))
                break
    for draft in drafts:
        for cause in draft.causes:
            _place_nothing(draft, [cause, *(d for d in drafts if d is not draft and cause in d.causes)])


def _may_cause(cause: Draft, draft: Draft) -> bool:
    """Whether one may have brought the other about: another happening, and none that came of it."""
    kind = identity().kind
    if cause is draft or draft in cause.causes or kind(cause.type) == kind(draft.type):
        return False
    if cause.standing.status is Status.POTENTIAL and draft.standing.status is Status.COMPLETED:
        return False  # what is only planned has brought nothing about
    return not any(identity().is_of("uncaused", name) for name in (cause.type, draft.type))


def _causes(sentence: Sentence, draft: Draft, nouns: dict[int, Draft], owners: Owners) -> Iterator[tuple[Draft, str]]:
    yield from ((nouns[t.i], "by-subject") for t in _subjects(sentence, draft) if t.i in nouns)
    whole, table = draft.whole, identity()
    if whole is not None and table.is_of("harm", draft.type) and table.is_of("harmful", whole.type):
        yield whole, "whole"
    for phrase in _owing(sentence, draft.trigger.governed):
        if phrase.i in nouns:
            yield nouns[phrase.i], "owing-to"


def _subjects(sentence: Sentence, draft: Draft) -> Iterator[Token]:
    """The nouns that the grammar makes the cause of it, the nearest first."""
    trigger = draft.trigger
    head, slots = trigger.head, trigger.slots
    done = sentence.children(head, "dobj", "agent", "auxpass", "nsubjpass") or slots.get("object")
    if trigger.pattern.verb and done:
        yield from (_outer(sentence, token, head) for token in slots.get("subject", ()))
    yield from causing(sentence, draft)


def causing(sentence: Sentence, draft: Draft) -> Iterator[Token]:
    """The nouns that another verb makes the cause of a happening, the nearest first: "floods triggered by rain"."""
    yield from _of_carrier(sentence, draft)
    yield from _of_clause(sentence, draft)
    if draft.type == "death" and draft.trigger.pattern.verb:  # "died of cancer"
        for lead in sentence.children(draft.trigger.head, "prep"):
            if lead.lemma.lower() in _DYING:
                yield from sentence.children(lead, "pobj")[:1]
    for part in sentence.children(draft.trigger.head, "acl"):
        if part.tag == "VBN" and part.lemma in _CAUSING:
            yield from _by(sentence, part)


def _outer(sentence: Sentence, noun: Token, verb: Token) -> Token:
    """In "floods triggered by rain killed ten" the floods, where the parser takes the rain for what killed."""
    part = sentence.head(sentence.head(noun))
    torn = verb.dep == "acl" and verb.head == noun.i and noun.dep == "pobj" and part.dep == "acl" and part.tag == "VBN"
    return sentence.head(part) if torn and sentence.children(verb, "dobj") else noun


def _of_carrier(sentence: Sentence, draft: Draft) -> Iterator[Token]:
    """ "The storm caused floods", "the floods were caused by a storm", "the strike led to cuts"."""
    head = _counted(sentence, _first(sentence, draft.trigger.head))
    above = sentence.head(head)
    if head.dep == "pobj":
        verb = sentence.head(above)
        if (verb.lemma, above.lemma) in _LEADING:
            yield from _acting(sentence, verb)
    elif above.lemma in _CAUSING and head.dep == "dobj" and not _is_made_to(sentence, head, above):
        yield from _acting(sentence, above)
    elif above.lemma in _CAUSING and head.dep == "nsubjpass":
        yield from _by(sentence, above)


def _is_made_to(sentence: Sentence, noun: Token, verb: Token) -> bool:
    """In "rain forced the launch to be put off" it is not the launch that came of the rain."""
    clauses = (*sentence.children(verb, "xcomp"), *sentence.children(noun, "acl", "relcl"))
    return verb.lemma in _MAKING and any(t.tag == "TO" for clause in clauses for t in sentence.children(clause, "aux"))


def _of_clause(sentence: Sentence, draft: Draft) -> Iterator[Token]:
    """ "The storm caused a wall to fall": who falls is not who causes."""
    verb = draft.trigger.governed
    above = sentence.head(verb)
    if verb.dep in ("ccomp", "xcomp", "pcomp") and above.lemma in _MAKING:
        yield from _acting(sentence, above)


def _acting(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """The subjects of a verb, also of a participle behind a comma: "the quake struck, causing damage"."""
    if is_passive(sentence, verb):
        return
    for _ in range(_DEEPEST):
        own = sentence.children(verb, "nsubj", "nsubjpass") or _torn_subject(sentence, verb)
        for subject in own:
            relative = subject.tag in ("WDT", "WP") and verb.dep == "relcl"
            yield from _joined(sentence, sentence.head(verb) if relative else subject)
        if own or verb.dep not in ("conj", "advcl", "xcomp", "acl") or (verb.dep == "advcl" and verb.tag != "VBG"):
            return
        if verb.dep == "acl":
            yield from _joined(sentence, sentence.head(verb))
            return
        verb = sentence.head(verb)


def _torn_subject(sentence: Sentence, verb: Token) -> list[Token]:
    """In "prosecuted after treatment leads to death" the treatment, where the parser hangs it on the verb above."""
    before = sentence.tokens[verb.i - 1] if verb.i else verb
    torn = verb.tag in ("VBZ", "VBP", "VBD") and verb.dep == "advcl" and before.pos == "NOUN"
    above = sentence.head(before)
    near = above.i == verb.head or above.head == verb.i
    return [before] if torn and near else []


def _by(sentence: Sentence, verb: Token) -> Iterator[Token]:
    for by in sentence.children(verb, "agent", "prep"):
        if by.lemma == "by":
            for noun in sentence.children(by, "pobj"):
                yield from _joined(sentence, noun)


def _joined(sentence: Sentence, noun: Token) -> Iterator[Token]:
    yield noun
    yield from sentence.children(noun, "conj")


def _owing(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """ "Because of the storm", "due to the strike"."""
    for lead in sentence.children(verb, "prep", "acomp", "advmod"):
        if lead.lemma.lower() in _OWING:
            inner = sentence.children(lead, "prep", "pcomp")
            for preposition in (lead, *inner):
                for noun in sentence.children(preposition, "pobj"):
                    yield from _joined(sentence, noun)


def _first(sentence: Sentence, token: Token) -> Token:
    while token.dep == "conj" and token.head != token.i:
        token = sentence.head(token)
    return token


def _counted(sentence: Sentence, noun: Token) -> Token:
    """ "A number of injuries", "reports of damage": what stands for them in the clause."""
    of = sentence.head(noun)
    return sentence.head(of) if noun.dep == "pobj" and of.lemma == "of" else noun


def _place_nothing(draft: Draft, near: list[Draft]) -> None:
    """ "The quake in Lima caused no damage": none there; what did happen has its place as part of the other."""
    if draft.standing.polarity is not Polarity.NEGATIVE or draft.role(RoleName.LOCATION):
        return
    placed = ([r for r in one.roles if r.name is RoleName.LOCATION] for one in near)
    for role in next(filter(None, placed), []):
        if role.filler not in draft.role(*RoleName):
            draft.roles.append(Role(RoleName.LOCATION, role.filler, role.mention))
            draft.fired.append(Fired("location", "shared-cause", role.mention.span))
