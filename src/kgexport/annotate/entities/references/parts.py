"""Says what part somebody has in a story by what is done to them: accused of a deed, harmed or dead; knows no names."""

from __future__ import annotations

from kgexport.annotate.entities.references.grammar import SUBJECTS
from kgexport.annotate.entities.references.reference_words import reference_words
from kgexport.model import Sentence, Token

ACCUSED, HARMED, DEAD = "accused", "harmed", "dead"


def parts_of(sentence: Sentence, head: Token, headline: bool = False) -> frozenset[str]:
    """ "accused" of "X was charged", "pleaded guilty", "jailed X"; "harmed" of "X was stabbed", "dead" of "X died".

    `head`: the head of the phrase for somebody. In headlines "Man jailed" has no auxiliary.
    """
    verb = sentence.head(head)
    lemma = verb.lemma.lower()
    if any(t.dep == "neg" for t in sentence.children(verb)):
        return frozenset()
    subject = head.dep in SUBJECTS
    short = headline and subject and not sentence.children(verb, "dobj", "auxpass") and verb.tag in ("VBN", "VBD")
    done_to = head.dep == "nsubjpass" or short or (head.dep == "dobj" and verb.tag != "VBG")
    found = set()
    words = reference_words()
    if (done_to and words.has("accusing_verbs", lemma)) or (subject and _answers(sentence, verb)):
        found.add(ACCUSED)
    if done_to and words.has("harming_verbs", lemma):
        found.add(HARMED)
    if (done_to and words.has("killing_verbs", lemma)) or (subject and words.has("dying_verbs", lemma)):
        found.add(DEAD)
    return frozenset(found)


def _answers(sentence: Sentence, verb: Token) -> bool:
    """Whether the subject answers a charge: "pleaded guilty", "denied assault"."""
    guilty = (t for t in sentence.children(verb, "acomp", "oprd", "attr", "advmod") if t.form.lower() == "guilty")
    if verb.lemma.lower() in ("plead", "find") and next(guilty, None) is not None:
        return True
    if not reference_words().has("answering_verbs", verb.lemma.lower()):
        return False
    of_what = sentence.children(verb, "dobj", "xcomp")
    return any(reference_words().has("offences", t.lemma.lower()) for t in of_what)
