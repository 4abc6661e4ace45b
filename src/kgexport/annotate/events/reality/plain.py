"""Decides whether a clause tells plainly, in the article's own voice, what happened to people who have no name.

"Thousands were evacuated", "he was arrested on Monday", "the company will release the phone": a finite main clause, in
the past or of what is planned, about a noun phrase or pronoun of the third person. Knows grammar; changes no role.
"""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.events.passives import is_elided_passive
from kgexport.annotate.events.reading import Reading
from kgexport.model import Modality, Polarity, Sentence, Token

_THIRD = {"he", "she", "they", "him", "her", "them"}
_SAYING = {"say", "see", "tell", "report", "announce", "confirm", "add", "state", "note", "reveal"}
_SAYING |= {"show", "find", "indicate", "learn", "discover", "realize", "realise", "remember"}
_BESIDE = {"after", "before", "while", "since"}
_WHEN = {"after", "when", "while", "as", "because", "since", "before", "until", "once"}
_THINGS_TOO = {"disaster", "accident", "health"}
"""Groups of what happens to things as well as to people."""
_VAGUE = {
    "use",
    "perception",
    "statement",
    "planning",
    "support",
    "selection",
    "achievement",
    "causation",
    "reaction",
    "learning",
    "direction",
}
"""Types that say too little of a thing: "the word is used", "the village is seen"."""
_BROUGHT_ABOUT = {"evacuation", "obstruction", "outage", "closure", "migration", "hospitalization"}
_ENDS = {".", "?", "!", "…", ":", ";", '"', "”", "'", "’", ")"}
_LONGEST_TITLE = 16


def is_plain(draft: Draft, reading: Reading) -> bool:
    """Whether a finite clause of the article says that it happened, or will, to somebody of the third person."""
    stands = draft.standing
    told = stands.modality is Modality.ASSERTED or stands.modality is Modality.PLANNED
    if not told or stands.polarity is Polarity.NEGATIVE or stands.present or stands.generic:
        return False
    if draft.trigger.pattern.words == ("say",):  # a pledge or threat by somebody of whom we do not know who it is
        return False
    if _is_consequence(draft) or _is_presupposed(draft, reading):
        return True
    verb = draft.trigger.governed
    if not _is_finite(draft.sentence, verb, stands.modality is Modality.PLANNED):
        return False
    if not _is_main(draft.sentence, verb) or not (_has_somebody(draft, reading) or _is_done_to_things(draft)):
        return False
    # What others say that somebody unnamed will do is their forecast, not the article's.
    return stands.modality is Modality.ASSERTED or verb.dep != "ccomp"


def is_title(draft: Draft) -> bool:
    """Whether a verb in the present stands in a short line without a full stop, as titles have it."""
    tokens, head = draft.sentence.tokens, draft.trigger.head
    if head.dep != "ROOT" or len(tokens) > _LONGEST_TITLE or tokens[-1].text in _ENDS:
        return False
    return any(t.pos == "PROPN" or (t.pos == "NOUN" and head.tag == "VBZ") for t in _who(draft))


def _is_consequence(draft: Draft) -> bool:
    """What a happening did to people or things: "… struck the coast, killing three and injuring dozens"."""
    head = draft.trigger.head
    objects = [t for t in draft.trigger.slots.get("object", ()) if t.pos in ("NOUN", "NUM")]
    beside = head.tag == "VBG" and head.dep in ("advcl", "conj") and not draft.sentence.children(head, "aux", "mark")
    if draft.type in _BROUGHT_ABOUT:
        return beside and bool(objects) and _is_past_above(draft)
    return beside and bool(objects) and _is_of_things(draft)


def _is_past_above(draft: Draft) -> bool:
    """Whether the verb above stands in the past: "a storm hit the coast, blocking roads"."""
    return draft.sentence.head(draft.trigger.head).tag in ("VBD", "VBN")


def _is_presupposed(draft: Draft, reading: Reading) -> bool:
    """What somebody did before or after what a main clause in the past tells: "vanished after leaving a bar"."""
    sentence, head = draft.sentence, draft.trigger.head
    preposition = sentence.head(head)
    if head.tag != "VBG" or head.dep != "pcomp" or preposition.lemma.lower() not in _BESIDE:
        return False
    above = sentence.head(preposition)
    past = above.tag == "VBD" or (above.tag == "VBN" and _is_finite(sentence, above, planned=False))
    return past and _is_main(sentence, above) and _has_somebody(draft, reading)


def _is_finite(sentence: Sentence, verb: Token, planned: bool) -> bool:
    if verb.tag == "VBD":
        return not planned
    if (
        verb.tag == "VBN"
        and verb.dep == "conj"
        and sentence.head(verb).tag == "VBD"
        and sentence.children(verb, "dobj")
    ):
        return not planned  # a past tense that the model takes for a participle: "spread and trapped several"
    if _is_caused_by_its_head(sentence, verb) and verb.tag == "VB":
        return _is_finite(sentence, sentence.head(verb), planned)
    helpers = {t.text.lower() for t in sentence.children(verb, "aux", "auxpass")}
    if planned:
        return bool(helpers & {"will", "'ll", "’ll", "would", "shall"})
    if helpers:
        return verb.tag in ("VBN", "VBG")
    # "Five people were killed and hundreds injured": the auxiliary is that of the verb beside it.
    if is_elided_passive(sentence, verb):
        return True
    beside = [sentence.head(verb), *sentence.children(verb, "ccomp", "conj")]
    if verb.tag != "VBN" or sentence.children(verb, "dobj"):
        return False
    return any(t.tag == "VBN" and sentence.children(t, "auxpass") for t in beside if t != verb)


def _is_main(sentence: Sentence, verb: Token) -> bool:
    while verb.dep == "conj" and verb.head != verb.i:
        verb = sentence.head(verb)
    if verb.dep == "ccomp":
        outer = sentence.head(verb)
        asking = any(t.tag in ("WP", "WRB", "WDT") for t in sentence.tokens[max(0, outer.i + 1) : verb.i])
        return (outer.lemma.lower() in _SAYING or outer.i > verb.i) and not asking
    if verb.dep == "advcl":
        return any(t.text.lower() in _WHEN for t in sentence.children(verb, "mark", "advmod"))
    if _is_caused_by_its_head(sentence, verb):
        return _is_main(sentence, sentence.head(verb))
    # "a man who attacked the guards": in the past a relative clause tells what happened.
    return verb.dep == "ROOT" or (verb.dep == "relcl" and verb.tag in ("VBD", "VBN"))


def _is_caused_by_its_head(sentence: Sentence, verb: Token) -> bool:
    """Whether it took place since another verb governs it: "they were forced to leave"."""
    if verb.dep != "xcomp" or verb.head == verb.i:  # a sentence that was cut may begin below its root
        return False
    governor = lexicon().governors.get(("v", sentence.head(verb).lemma.lower()))
    return governor is not None and governor.effect == "asserted"


def _who(draft: Draft) -> list[Token]:
    slots = draft.trigger.slots
    suffering = slots.get("undergoer", ()) if not draft.trigger.pattern.verb else ()
    return [*slots.get("subject", ()), *slots.get("object", ()), *suffering]


def _has_somebody(draft: Draft, reading: Reading) -> bool:
    tokens = [t for t in _who(draft) if t.pos in ("NOUN", "PROPN", "NUM") or t.text.lower() in _THIRD]
    if _is_of_things(draft):
        return bool(tokens)
    if group_of(draft.type) == "conflict":
        tokens = [t for t in tokens if t.pos != "PRON"]
    counts = lexicon().classes["quantity"]  # "thousands were evacuated"
    return any(
        t.lemma.lower() in counts
        or not reading.kinds(draft.sentence, t).isdisjoint({"animate", "actor", "org", "place"})
        for t in tokens
    )


def _is_done_to_things(draft: Draft) -> bool:
    """Whether the clause says what was done to a certain thing: "the hearing was adjourned", "a road was closed"."""
    verb, sentence = draft.trigger.governed, draft.sentence
    things = [t for t in draft.trigger.slots.get("object", ()) if t.pos == "NOUN" and t.i < verb.i]
    certain = [t for t in things if sentence.children(t, "det", "poss", "nummod", "compound", "amod")]
    return bool(certain) and bool(sentence.children(verb, "auxpass")) and draft.type not in _VAGUE


def _is_of_things(draft: Draft) -> bool:
    return group_of(draft.type) in _THINGS_TOO or draft.type in ("destruction", "injury")
