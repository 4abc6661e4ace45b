"""Mends what the parser gets wrong around a cue, by the order of the words; knows cues, no entities."""

from __future__ import annotations

from itertools import pairwise

from kgexport.annotate.speech.clauses import (
    is_own_deed,
    is_passive,
    is_said_besides,
    is_surname,
    is_verb,
    own_subject,
    subject,
)
from kgexport.annotate.speech.cues import Cue, cue_table
from kgexport.model import Sentence, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NEAR = 5
"""Tokens between a speaker and a cue."""
_LONGEST = 12
"""Tokens of a frame or an apposition."""
_IN_FRAME = frozenset({"NOUN", "PROPN", "DET", "ADJ", "PRON", "NUM", "PART", "ADV", "ADP", "AUX", "PUNCT", "SYM"})
_LEADS_ON = frozenset({":", "``", "''"})
_NO_STATEMENT = frozenset({"VBN", "VBG", "WRB"})
"""How what is no statement begins: "Asked if …, X said"."""
LISTENED_TO = frozenset({"told", "tell", "inform", "assure", "remind", "notify", "warn", "advise", "show"})
"""Verbs whose object is a listener and no part of what is said."""


def behind_dateline(sentence: Sentence, verb: Token, speaker: Token | None, end: int) -> Token | None:
    """The speaker; the noun left of the cue where the place of the dateline, which ends at `end`, was taken for it."""
    if speaker is None or speaker.span.begin >= end:
        return speaker
    before = [t for t in sentence.tokens[: verb.i] if t.span.begin >= end and t.pos in ("NOUN", "PROPN", "PRON")]
    return before[-1] if before and verb.i - before[-1].i <= _NEAR else None


def neighbour(sentence: Sentence, verb: Token) -> Token | None:
    """The noun left of a finite cue that has no subject, over an apposition: "Tom Reed, QC, said"."""
    if verb.tag not in _FINITE or is_passive(sentence, verb) or sentence.children(verb, "expl", "nsubj", "csubj"):
        return None
    i = verb.i - 1
    if i >= 0 and sentence.tokens[i].tag == "MD" and is_surname(sentence.tokens[i], verb):
        return sentence.tokens[i]
    while i >= 0 and sentence.tokens[i].pos in ("AUX", "ADV", "PART"):
        i -= 1
    if i > 0 and sentence.tokens[i].text == ",":
        commas = [k for k in range(max(0, i - _LONGEST), i) if sentence.tokens[k].text == ","]
        i = commas[-1] - 1 if commas else -1
    token = sentence.tokens[i] if i >= 0 else None
    token = _phrase_head(sentence, token, 0) if token is not None else None
    return token if token is not None and token.pos in ("NOUN", "PROPN") else None


def _phrase_head(sentence: Sentence, token: Token, low: int) -> Token:
    """The head of the phrase that ends with the token: "a close aide to Tom Reed"."""
    head = token
    while head.dep in ("pobj", "prep") and low <= head.head < head.i:
        head = sentence.head(head)
    return head if head.pos in ("NOUN", "PROPN") else token


def issuer(sentence: Sentence, verb: Token, speaker: Token | None) -> Token | None:
    """Who issues the document that speaks: "the rebels released a statement saying that"."""
    carrier = sentence.head(speaker) if speaker is not None and speaker.dep == "dobj" else None
    if carrier is None or verb.dep != "acl" or not cue_table().helps("carrier", carrier.lemma.lower()):
        return speaker
    return subject(sentence, carrier) or speaker


def first_of_object(sentence: Sentence, verb: Token, first: int, cue: Cue) -> int:
    """Where a content begins whose first words were taken for the object: "said tsunamis 10 meters high hit"."""
    if sentence.tokens[first].text.lower() == "that":  # no complementiser in "said that was a lie"
        return first + (sentence.tokens[first].dep not in ("nsubj", "nsubjpass"))
    if first == verb.i + 1:
        return _behind_time(sentence, first)
    if cue.lemma in LISTENED_TO or not 0 < first - verb.i <= _LONGEST:
        return first
    objects = [t for t in sentence.children(verb, "dobj") if verb.i < t.i < first]
    between = sentence.tokens[verb.i + 1 : first]
    if not objects or any(t.text.lower() == "that" or t.pos == "PUNCT" for t in (*between, sentence.tokens[first])):
        return first
    start = sentence.subtree(objects[0])[0].i
    return start if start == verb.i + 1 and objects[0].pos == "NOUN" else first


def _behind_time(sentence: Sentence, first: int) -> int:
    """Where a content begins before which the time of telling stands: "said on Thursday he would"."""
    i = first + (sentence.tokens[first].lemma.lower() in ("on", "late", "early"))
    while i < len(sentence.tokens) and sentence.tokens[i].label in ("DATE", "TIME"):
        i += 1
    starts = i < len(sentence.tokens) and sentence.tokens[i].pos in ("PRON", "DET", "PROPN", "NOUN", "ADJ", "SCONJ")
    return i if starts and sentence.tokens[i - 1].label in ("DATE", "TIME") else first


def last_of_list(sentence: Sentence, verb: Token, last: int) -> int:
    """Where a content ends whose last noun phrases were hung on the cue: "…, and the minutes of meetings"."""
    for noun in sentence.children(verb, "conj"):
        joined = noun.pos in ("NOUN", "PROPN") and not own_subject(sentence, noun)
        subtree = sentence.subtree(noun)
        if (
            joined
            and subtree[0].i > last
            and all(t.pos in ("PUNCT", "CCONJ") for t in sentence.tokens[last + 1 : subtree[0].i])
        ):
            last = subtree[-1].i
    return last


def last_of_joined(sentence: Sentence, verb: Token, clause: Token, last: int) -> int:
    """Where a content ends whose second clause was hung on the cue: "claims that it was taken and she was forced to".

    Told is what another "that" leads, and what somebody tells now of the past; all else may be the reporter's.
    """
    led = any(t.text.lower() == "that" for t in sentence.children(clause, "mark"))
    for other in sentence.children(verb, "conj"):
        words = sentence.subtree(other)
        between = [t for t in sentence.tokens[last + 1 : other.i] if t.i < words[0].i]
        if not led or other.i < last or any(t.dep != "cc" and t.text != "," for t in between):
            continue
        again = any(t.text.lower() == "that" for t in sentence.children(other, "mark"))
        if again or (_is_told_now(sentence, verb) and _is_past(sentence, clause) and _tells_past(sentence, other)):
            last = words[-1].i
    return last


def _tells_past(sentence: Sentence, other: Token) -> bool:
    own = sentence.children(other, "nsubj", "nsubjpass")
    return bool(own) and own[0].tag == "PRP" and _is_past(sentence, other)


def _is_told_now(sentence: Sentence, verb: Token) -> bool:
    return verb.tag in ("VBZ", "VBP") and not sentence.children(verb, "aux")


def _is_past(sentence: Sentence, verb: Token) -> bool:
    return verb.tag == "VBD" or any(t.tag == "VBD" for t in sentence.children(verb, "aux", "auxpass"))


def without_own_deed(sentence: Sentence, verb: Token, clause: Token, positions: list[int]) -> tuple[int, int]:
    """The clause without what the speaker did besides: "said two had been found and appealed for help"."""
    first, last = positions[0], positions[-1]
    for deed in sentence.children(clause, "conj", "advcl"):
        begin = sentence.subtree(deed)[0].i if deed.dep == "advcl" else deed.i
        if deed.dep == "advcl":
            own = _contrasted(sentence, deed) or is_said_besides(sentence, deed)
        else:
            own = is_own_deed(sentence, verb, clause, deed)
        if own and begin > clause.i:
            return first, begin - 1
    return first, last


def _contrasted(sentence: Sentence, other: Token) -> bool:
    """Whether a clause sets what somebody else says against it: "…, while his agent insisted that …"."""
    marks = [t for t in sentence.children(other, "mark") if t.text.lower() in ("while", "whereas", "although")]
    set_off = bool(marks) and marks[0].i > 0 and sentence.tokens[marks[0].i - 1].text == ","
    return set_off and other.lemma.lower() in cue_table().verbs and own_subject(sentence, other) is not None


_RELATIVE = ("WDT", "WP", "WP$", "WRB")


def inserted_frame(sentence: Sentence, verb: Token) -> tuple[int, int] | None:
    """First and last token of a frame between subject and verb: "The road, X said on Monday, was closed"."""
    before = [t.i for t in sentence.tokens[max(0, verb.i - _LONGEST) : verb.i] if t.text == ","]
    behind = [t.i for t in sentence.tokens[verb.i + 1 : verb.i + 1 + _LONGEST] if t.text == ","]
    if verb.tag not in _FINITE or not before or not behind or before[-1] + 1 == verb.i:
        return None
    low, high = before[-1], behind[0]
    if verb.dep == "relcl" or sentence.tokens[low + 1].tag in _RELATIVE:  # "X, who denied the charges, was held"
        return None
    rest = [t for t in sentence.tokens[high + 1 :] if t.tag not in _LEADS_ON][:1]
    subject_first = any(t.pos in ("NOUN", "PROPN", "PRON") for t in sentence.tokens[:low])
    told = any(is_verb(t) and t.i != verb.i for t in sentence.tokens[low:high])
    said_before = any(t.tag in (*_FINITE, "MD") for t in sentence.tokens[:low])
    if told or said_before or not subject_first or not rest:
        return None
    if rest[0].tag not in (*_FINITE, "MD") and not _is_fronted(sentence, low, high):
        return None
    return low + 1, high - 1


def _is_fronted(sentence: Sentence, low: int, high: int) -> bool:
    """Whether a phrase stands before a frame and a whole clause behind it: "At the time, X said, the road was shut"."""
    behind = sentence.tokens[high + 1 :]
    subject = [t for t in behind if t.dep in ("nsubj", "nsubjpass", "expl")][:1]
    told = bool(subject) and any(t.tag in (*_FINITE, "MD") for t in behind[subject[0].i - high - 1 :])
    starts = behind[0].pos in ("DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM") if behind else False
    return told and starts and sentence.tokens[0].pos in ("ADP", "ADV") and low <= _LONGEST


def trailing_frame(sentence: Sentence, verb: Token) -> tuple[int, Token] | None:
    """Comma and speaker of a frame at the end, ", X has confirmed on Monday."; None where there is none."""
    if verb.tag not in (*_FINITE, "VBN") or _end_of_frame(sentence, verb) - verb.i > _LONGEST:
        return None
    rest = sentence.tokens[verb.i + 1 : _end_of_frame(sentence, verb)]
    if any(t.dep in ("ccomp", "xcomp", "dobj", "acomp", "attr") and t.head == verb.i for t in rest):
        return None
    if any(t.pos not in _IN_FRAME or t.tag in _LEADS_ON for t in rest) or is_passive(sentence, verb):
        return None
    if sentence.tokens[0].tag in _NO_STATEMENT or sentence.tokens[0].dep == "mark" or verb.dep in ("relcl", "acl"):
        return None
    described = _with_apposition(sentence, verb)
    if described is not None:
        return described
    comma = verb.i - 1
    while comma > 0 and verb.i - comma <= _LONGEST and sentence.tokens[comma].text != ",":
        if is_verb(sentence.tokens[comma]) and sentence.tokens[comma].pos != "AUX":
            return None
        comma -= 1
    frame = sentence.tokens[comma + 1 : verb.i]
    if sentence.tokens[comma].text != "," or not frame or frame[0].tag in ("CC", "IN", "WDT", "WP", "WRB", "TO"):
        return None
    nouns = [t for t in frame if t.pos in ("NOUN", "PROPN", "PRON")]
    return (comma, _phrase_head(sentence, nouns[-1], comma + 1)) if nouns else None


def _with_apposition(sentence: Sentence, verb: Token) -> tuple[int, Token] | None:
    """Comma and speaker of ", the bank's governor, Ann Lee, predicted"."""
    speaker = own_subject(sentence, verb)
    phrase = sentence.subtree(speaker) if speaker is not None else []
    if speaker is None or not phrase or phrase[0].i == 0 or phrase[-1].i != verb.i - 1:
        return None
    set_off = sentence.tokens[phrase[0].i - 1].text == "," and phrase[-1].text == ","
    return (phrase[0].i - 1, speaker) if set_off and not any(is_verb(t) for t in phrase) else None


def _end_of_frame(sentence: Sentence, verb: Token) -> int:
    """Where a frame behind a statement ends: with the sentence, or before ", although she …", ", adding that …"."""
    for comma, follows in pairwise(sentence.tokens[verb.i + 1 :]):
        if comma.text == "," and (follows.dep in ("mark", "cc") or follows.tag == "VBG"):
            return comma.i
    return len(sentence.tokens)


def quoted_behind(sentence: Sentence, verb: Token) -> tuple[int, Token] | None:
    """Comma and speaker of "…, X was quoted as saying (by Y)"."""
    speaker = quoted_as(sentence, verb)
    if speaker is None or verb.tag != "VBG" or sentence.children(verb, "ccomp", "dobj"):
        return None
    comma = sentence.subtree(speaker)[0].i - 1
    return (comma, speaker) if comma > 0 and sentence.tokens[comma].text == "," else None


def quoted_as(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of "X was quoted (by Y) as saying", "X is reported to have said"."""
    as_ = verb.dep == "pcomp" and sentence.head(verb).text.lower() == "as"
    if own_subject(sentence, verb) is not None or not (as_ or verb.dep == "xcomp"):
        return None
    for head in sentence.ancestors(verb)[:2]:
        if is_verb(head):
            passive = sentence.children(head, "nsubjpass")
            return passive[0] if passive and (as_ or own_subject(sentence, head) is None) else None
    return None
