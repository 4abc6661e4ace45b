"""Finds the events of a sentence that took place at the moment of a verb: joined verbs, "when" clauses, results.

"Were killed when a bus crashed on Monday" tells one moment; "was arrested on Monday after he shot" tells two.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.events.sameness.identity import identity
from kgexport.annotate.events.setting.led_clauses import is_led
from kgexport.annotate.events.setting.tables import setting_words
from kgexport.model import Sentence, Token

_HIGHEST = 6
_PAST = ("VBD", "VBN")
_HAPPENING = {"disaster", "accident"}
_WIDEST = 4
_FORCING = {"force", "compel", "oblige"}
_SPEAKING = {"speak", "talk", "write", "testify", "appear"}
"""What stands in front of what was said then and there: "Speaking in Rome on Tuesday, X accused Y"."""
_WHICH = {"which", "when", "where"}


def subject_before(sentence: Sentence, time: Token) -> Token | None:
    """The verb of a time that stands between it and its subject: "the government on Friday imposed a curfew"."""
    before = [t for t in sentence.tokens[max(0, time.i - _WIDEST) : time.i] if t.dep in ("nsubj", "nsubjpass")]
    noun = before[-1] if before else None
    if noun is None or any(t.pos not in ("ADP", "ADV", "ADJ", "NOUN") for t in sentence.tokens[noun.i + 1 : time.i]):
        return None
    verb = sentence.head(noun)
    return verb if verb.pos in ("VERB", "AUX") and verb.i > time.i else None


def verb_of(sentence: Sentence, time: Token) -> Token | None:
    """The verb that a phrase of time or place hangs on, not inside another phrase."""
    for _ in range(_HIGHEST):
        above = sentence.head(time)
        if above.pos in ("VERB", "AUX"):
            return above
        of_day = above.lemma.lower() in (
            "hour",
            "morning",
            "evening",
            "night",
            "afternoon",
            "end",
            "start",
            "beginning",
        )
        loose = above.dep == "npadvmod" or above.pos in ("ADP", "SCONJ", "ADV", "ADJ")  # "rallies Sunday in X"
        if above.i == time.i or not (of_day or loose):
            return None
        time = above
    return None


def at_once(sentence: Sentence, phrase: Token, drafts: list[Draft]) -> Iterator[tuple[Draft, str]]:
    """The events of the moment that a phrase of time or place tells of besides that it hangs on, each with a rule."""
    verb = verb_of(sentence, phrase)
    if verb is not None:
        yield from with_verb(sentence, verb, phrase, drafts)
    elif (verb := _of_occasion(sentence, phrase, drafts)) is not None:
        told = (draft for draft in drafts if draft.trigger.governed.i == verb.i and verb.tag in _PAST)
        yield from ((draft, "occasion") for draft in told)


def _of_occasion(sentence: Sentence, phrase: Token, drafts: list[Draft]) -> Token | None:
    """The verb of what took place at an occasion that the phrase hangs on: "at a meeting on Monday X said"."""
    noun = sentence.head(phrase)
    noun = sentence.head(noun) if noun.pos == "ADP" else noun
    found = [d for d in drafts if d.trigger.head.i == noun.i and noun.dep == "pobj"]
    verb = sentence.head(sentence.head(noun))
    return verb if found and verb.pos in ("VERB", "AUX") and _is_occasion(sentence, found[0], verb) else None


def with_verb(sentence: Sentence, verb: Token, time: Token, drafts: list[Draft]) -> Iterator[tuple[Draft, str]]:
    """The events that happened when that of a verb did, each with the rule that says so."""
    for draft in drafts:
        own = draft.trigger.governed
        if own.i == verb.i or not draft.standing.real:
            continue
        rule = _noun_rule(sentence, draft, verb)
        if not rule and own.pos in ("VERB", "AUX"):
            rule = _verb_rule(sentence, draft, verb, drafts)
            fronted = time.i < verb.i and (_is_joined(sentence, own, verb) or is_led(sentence, draft, verb, drafts))
            rule = rule or ("fronted" if fronted else "")
        if rule:
            yield draft, rule


def _noun_rule(sentence: Sentence, draft: Draft, verb: Token) -> str:
    if draft.trigger.pattern.verb:
        return ""
    bringing = sentence.head(draft.trigger.head)
    # "caused flooding, forcing the evacuation of X"
    below = bringing.dep == "advcl" and bringing.tag == "VBG" and _is_below(sentence, bringing, verb)
    brought = draft.trigger.head.dep == "dobj" and (below or bringing.i == verb.i)
    if brought and bringing.lemma in setting_words()["prompting"]:
        return "brought"
    return "occasion" if _is_occasion(sentence, draft, verb) else ""


def _verb_rule(sentence: Sentence, draft: Draft, verb: Token, drafts: list[Draft]) -> str:
    own = draft.trigger.governed
    if _is_within(sentence, own, verb) or _is_within(sentence, verb, own):
        return "when-clause"
    if group_of(draft.type) == "sport" and (_is_of_game(sentence, own, verb) or _is_of_game(sentence, verb, own)):
        return "when-clause"
    if _is_below(sentence, own, verb) and _is_result(sentence, own, draft):
        return "participle"
    if _tells_result(sentence, verb, own):
        return "participle"
    if verb.tag == "VBG" and verb.dep == "advcl" and verb.head == own.i and verb.i < own.i and verb.lemma in _SPEAKING:
        return "speaking"
    return "infinitive" if own.head == verb.i and _is_outcome(sentence, own, drafts, verb) else ""


def relative_nouns(sentence: Sentence, draft: Draft) -> Iterator[Token]:
    """The noun that a clause with "in which", "when" or "where" tells of: "the 2005 rampage in which four died".

    Who is killed by what happened, is so on its day: "the March 11 incident that left four dead".
    """
    verb = draft.trigger.governed
    if verb.dep != "relcl" or not draft.standing.real:
        return
    words = [t for t in sentence.children(verb, "advmod") if t.text.lower() in _WHICH]
    words += [t for t in sentence.children(verb, "nsubj") if t.tag == "WDT" and identity().is_of("harm", draft.type)]
    behind = [w for p in sentence.children(verb, "prep") for w in sentence.children(p, "pobj")]
    if words or any(w.text.lower() == "which" for w in behind):
        yield sentence.head(verb)


def _is_occasion(sentence: Sentence, draft: Draft, verb: Token) -> bool:
    """Whether a noun tells at what short occasion it was: "said at a press conference on Monday"."""
    noun = draft.trigger.head
    preposition = sentence.head(noun)
    word = preposition.lemma.lower()
    led = noun.dep == "pobj" and preposition.head == verb.i and not draft.trigger.pattern.verb
    if word == "during" and draft.type in setting_words()["deed"]:  # not "arrested a suspect in the shooting"
        return led
    return led and word in ("at", "in", "during") and draft.type in setting_words()["moment"]


def _above(sentence: Sentence, verb: Token) -> list[Token]:
    """The verb that a participle hangs on, and what brought that about: "caused a crane to fall, killing ten"."""
    for _ in range(_HIGHEST):
        if verb.dep != "conj" or verb.tag != "VBG":
            break
        verb = sentence.head(verb)
    return _bringing(sentence, sentence.head(verb))


def _is_below(sentence: Sentence, participle: Token, verb: Token) -> bool:
    above = {t.i for t in _above(sentence, participle)}
    return not above.isdisjoint(t.i for t in _bringing(sentence, verb))


def _bringing(sentence: Sentence, verb: Token) -> list[Token]:
    found = [verb]
    while found[-1].dep in ("ccomp", "xcomp") and sentence.head(found[-1]).lemma in setting_words()["bringing"]:
        found.append(sentence.head(found[-1]))
    return found


def _is_within(sentence: Sentence, inner: Token, outer: Token) -> bool:
    return inner.dep == "advcl" and inner.head == outer.i and _is_meanwhile(sentence, inner)


def _is_of_game(sentence: Sentence, inner: Token, outer: Token) -> bool:
    """Whether a clause with "as" tells of the game in which it happened: "scored as Rovers beat Town on Monday"."""
    marks = {t.text.lower() for t in sentence.children(inner, "mark")}
    return inner.dep == "advcl" and inner.head == outer.i and inner.tag in _PAST and "as" in marks


def _is_meanwhile(sentence: Sentence, verb: Token) -> bool:
    marks = sentence.children(verb, "mark", "advmod")
    past = verb.tag in (*_PAST, "VBG") or any(t.tag == "VBD" for t in sentence.children(verb, "aux", "auxpass"))
    some = any(m.i and sentence.tokens[m.i - 1].text.lower() in ("them", "since", "until") for m in marks)
    return past and not some and any(t.text.lower() in setting_words()["meanwhile"] for t in marks)


def _is_result(sentence: Sentence, verb: Token, draft: Draft) -> bool:
    """Whether a participle tells what it did: "ripped through a market, killing nine"."""
    plain = verb.tag == "VBG" and verb.dep in ("advcl", "conj") and not sentence.children(verb, "aux", "mark", "prep")
    return plain and (identity().is_of("harm", draft.type) or group_of(draft.type) in _HAPPENING)


def _tells_result(sentence: Sentence, verb: Token, above: Token) -> bool:
    """Whether a participle that is no event itself says what an event did to whom: "pounded a camp, killing ten"."""
    types = {pattern.type for pattern in lexicon().verbs.get(verb.lemma.lower(), ())}
    plain = verb.tag == "VBG" and verb.dep == "advcl" and not sentence.children(verb, "aux", "mark")
    return plain and verb.head == above.i and any(identity().is_of("harm", name) for name in types)


def when_clause(sentence: Sentence, end: int) -> Token | None:
    """The verb of the clause that begins right behind a time: "on Monday when a bus crashed"."""
    for word in sentence.tokens[end : end + 2]:
        if word.text.lower() == "when":
            verb = sentence.head(word)
            past = verb.tag in _PAST or any(t.tag == "VBD" for t in sentence.children(verb, "aux", "auxpass"))
            return verb if past and verb.i > word.i else None
        if word.text != ",":
            return None
    return None


def _is_outcome(sentence: Sentence, verb: Token, drafts: list[Draft], above: Token) -> bool:
    """Whether an infinitive tells how it ended, where its verb is no event: "came from behind to beat X"."""
    led = verb.dep in ("xcomp", "advcl") and any(t.tag == "TO" for t in sentence.children(verb, "aux"))
    past = above.tag == "VBD" or (above.tag == "VBN" and above.lemma in _FORCING)  # "in May he was forced to resign"
    return led and past and all(above.i not in (d.trigger.head.i, d.trigger.governed.i) for d in drafts)


def _is_joined(sentence: Sentence, verb: Token, first: Token) -> bool:
    """Whether a verb is joined to another one, with the same subject and in the same tense."""
    tag, other = ("VBD" if t.tag in _PAST else t.tag for t in (verb, first))
    alike = first.tag == "VB" and not sentence.children(first, "aux")  # "cut" may be past
    if tag != other and not alike:
        return False
    for _ in range(_HIGHEST):
        if verb.dep != "conj" or sentence.children(verb, "nsubj", "nsubjpass"):
            return False
        verb = sentence.head(verb)
        if verb.i == first.i:
            return True
    return False
