"""Finds who stands where around a verb or noun, in the order of the active voice; knows grammar, no event type.

Subjects are found where English leaves them out: second verbs ("A came and saw"), infinitives ("agreed to give", "urged
X to stop"), relative clauses, participles. Phrases behind a preposition count for the verb also where the parser hangs
them on the object.
"""

from __future__ import annotations

from kgexport.annotate.events.clause_joints import (
    authors,
    commissioned,
    crossed_names,
    is_span,
    is_turned_down,
    judged,
    kin_names,
    nearer_antecedent,
    obeyed,
    owner_of_plan,
    taken_time,
)
from kgexport.annotate.events.clause_repairs import (
    bare_subject,
    feats,
    following_subject,
    impersonal,
    is_one_of_several,
    is_utterance,
    listed_subjects,
    outer_subject,
    telling_again,
    titled_subject,
    told_first,
    torn_clause,
    torn_relative,
    torn_subject,
)
from kgexport.annotate.events.lexicon import lexicon
from kgexport.model import BlockKind, Sentence, Token

_SUBJECT = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM"}
_RELATIVE = {"who", "whom", "which", "that"}
_CONTROLLED = {"of", "from", "into", "for", "with", "to"}
"""What is behind these is done by the object: "accused X of", "prevented X from"; not what is behind "after"."""
_ASKING = {"on", "upon", "to", "with"}
"""What stands before who is asked: "called on X to", "appealed to X to", "pleaded with X to"."""
_SEEN = {"help", "assist", "see", "hear", "watch", "catch", "find", "film"}
"""Verbs whose object does what stands behind it: "helped X win", "saw X leave"."""
_TELEPHONED = {"attempt", "try", "ask", "complain", "inquire", "discuss", "say", "report", "apologize", "offer"}
"""What somebody calls another on the telephone to do himself."""
_DEEPEST = 12
_WIDEST = 8


def expanded(sentence: Sentence, token: Token) -> list[Token]:
    """The phrase's head and the heads that are joined to it: "A, B and C"."""
    found: list[Token] = []
    queue = [token]
    while queue and len(found) < 40:
        head = queue.pop(0)
        misread = head.pos == "VERB" and head.dep in ("nsubj", "nsubjpass") and head.form[:1].isupper()  # "Browning"
        if head.pos in _NOMINAL or misread:
            found.append(head)
        queue += [other for other in sentence.children(head, "conj") if not _is_apart(sentence, head, other)]
        queue += [*_titled_names(sentence, head), *crossed_names(sentence, head), *kin_names(sentence, head)]
    return found


def _titled_names(sentence: Sentence, title: Token) -> list[Token]:
    """Those who follow the first in "Foreign Minister Ann Lee, Mayor Karl Holm and Leo Hall"."""
    if title.pos != "PROPN":
        return []
    names = [t for t in sentence.children(title, "appos") if t.pos == "PROPN"]
    close = [t for t in names if min(part.i for part in sentence.subtree(t)) == title.i + 1]
    return [other for name in close for other in sentence.children(name, "conj") if other.pos == "PROPN"]


def _is_apart(sentence: Sentence, head: Token, other: Token) -> bool:
    """Whether a headline adds a story behind a comma: "Rescuers pull out bodies, protests in Rome"."""
    if sentence.block is not BlockKind.HEADLINE or sentence.children(head, "cc") or sentence.children(other, "conj"):
        return False
    begin = min(token.i for token in sentence.subtree(other))
    return sentence.tokens[begin - 1].text in (",", ";")


def counted(sentence: Sentence, token: Token) -> Token:
    """In "thousands of students" the students."""
    for _ in range(3):
        if "quantity" not in lexicon().classes_of.get(token.lemma.lower(), ()) and token.pos != "NUM":
            return token
        if any(child.lemma.lower() == "former" for child in sentence.children(token, "amod")):
            return token
        of = [preposition for preposition in sentence.children(token, "prep") if preposition.lemma.lower() == "of"]
        phrases = sentence.children(of[0], "pobj") if of else []
        if not phrases or (token.pos == "NUM" and (of[0].i < token.i or sentence.children(phrases[0], "nummod"))):
            return token  # "of the 30 hurt, four", "eight of the 14": not all of them
        token = phrases[0]
    return token


def subjects(sentence: Sentence, verb: Token, depth: int = 0) -> list[Token]:
    """Heads of the grammatical subject, own or shared; for a passive the one it is done to."""
    if own := sentence.children(verb, "nsubj", "nsubjpass"):
        return _own_subjects(sentence, verb, own, depth)
    if swallowed := torn_subject(sentence, verb) or bare_subject(sentence, verb) or told_first(sentence, verb):
        return [swallowed]
    if clocked := taken_time(sentence, verb):
        return [] if depth >= _DEEPEST else _timed(sentence, clocked, depth)
    if depth >= _DEEPEST or verb.dep == "ROOT":
        return []
    head = telling_again(sentence, verb) or sentence.head(verb)
    if verb.dep in ("acl", "relcl"):
        return _subject_of_modifier(sentence, verb, head, depth)
    if verb.dep == "ccomp" and verb.i < head.i and verb.tag in ("VBD", "VBZ", "VBP"):
        # "Three inmates overpowered a guard, stole his keys and fled, X said": never X, who only tells of it.
        return next((found for c in sentence.children(verb, "ccomp") if (found := subjects(sentence, c, _DEEPEST))), [])
    if verb.dep == "pcomp":
        return _subject_behind_preposition(sentence, head, depth)
    if verb.dep == "ccomp" and verb.tag in ("VBD", "VBZ", "VBP"):  # a finite clause whose subject was not found
        return []
    if verb.dep in ("xcomp", "advcl", "ccomp", "acl") and any(t.tag == "TO" for t in sentence.children(verb, "aux")):
        meant = impersonal(sentence, head)
        if meant is not None:
            return [t for owner in meant for t in expanded(sentence, owner)]
    if planner := owner_of_plan(sentence, verb):
        return expanded(sentence, planner)
    if asked := _asked(sentence, head, verb):
        return expanded(sentence, asked)
    if head.pos in ("ADJ", "NOUN") and head.dep in ("acomp", "attr", "oprd"):
        return subjects(sentence, sentence.head(head), depth + 1)
    if verb.dep in ("conj", "xcomp", "ccomp", "advcl", "dep", "prep", "oprd", "auxpass", "parataxis"):
        return subjects(sentence, head, depth + 1)
    return []


def _own_subjects(sentence: Sentence, verb: Token, own: list[Token], depth: int) -> list[Token]:
    """Those that stand beside the verb, with the names of a title and whom "who" stands for."""
    if torn_clause(sentence, verb) and depth < _DEEPEST:
        return subjects(sentence, sentence.head(verb), depth + 1)
    if listed_subjects(sentence, own):
        return own
    if titled := titled_subject(sentence, own[-1]):
        return [found for name in titled for found in expanded(sentence, name)]
    torn = torn_relative(sentence, verb)
    return expanded(sentence, own[0]) if torn else _antecedent(sentence, verb, own[-1])


def _timed(sentence: Sentence, take: Token, depth: int) -> list[Token]:
    """Who took a time to do something: the jury of "it took the jury an hour to", "the jury took an hour to"."""
    own = sentence.children(take, "nsubj")
    if any(t.text.lower() == "it" for t in own):
        own = [t for t in sentence.children(take, "dobj", "dative") if not is_span(t)]
        return [t for who in own[:1] for t in expanded(sentence, who)]
    return subjects(sentence, take, depth + 1)


def torn_object(sentence: Sentence, verb: Token) -> list[Token]:
    """What a relative clause lost to the verb of its sentence that way."""
    if verb.dep != "relcl":
        return []
    for later in sentence.tokens[verb.i + 1 : verb.i + _WIDEST]:
        if later.dep == "ccomp" and torn_clause(sentence, later) is verb:
            return expanded(sentence, sentence.children(later, "nsubj")[0])
    outer = sentence.head(sentence.head(verb))
    if torn_relative(sentence, outer) is not verb:
        return []
    return expanded(sentence, sentence.children(outer, "nsubj", "nsubjpass")[-1])


def clause_subjects(sentence: Sentence, clause: Token) -> list[Token]:
    """The subject that a clause has of its own."""
    return subjects(sentence, clause) if sentence.children(clause, "nsubj", "nsubjpass") else []


def _asked(sentence: Sentence, head: Token, verb: Token) -> Token | None:
    """Who is asked, made or allowed to do what the verb says: the object, or whom "called on X to leave" names."""
    if sent := commissioned(sentence, head, verb):
        return sent
    if verb.dep not in ("xcomp", "ccomp", "oprd", "advcl") or not (controls_by_object(head) or head.lemma in _SEEN):
        return None
    objects = sentence.children(head, "dobj")
    if objects and head.lemma == "call" and verb.lemma in _TELEPHONED:  # "called the firm to complain"
        return None
    if objects:
        return objects[0] if verb.dep != "advcl" else None
    infinitive = any(child.tag == "TO" for child in sentence.children(verb, "aux"))
    for preposition in sentence.children(head, "prep", "dative") if infinitive else ():
        if preposition.lemma.lower() in _ASKING and head.i < preposition.i < verb.i:
            return next(iter(sentence.children(preposition, "pobj")), None)
    return None


def controls_by_object(verb: Token) -> bool:
    """Whether the object of this verb does what its infinitive says: "urge X to leave"."""
    governor = lexicon().governors.get(("v", verb.lemma))
    return governor is not None and governor.control == "object"


def _antecedent(sentence: Sentence, verb: Token, subject: Token) -> list[Token]:
    if subject.text.lower() in _RELATIVE and subject.pos == "PRON" and verb.dep in ("relcl", "acl", "conj"):
        relative = verb
        while relative.dep == "conj" and relative.head != relative.i:
            relative = sentence.head(relative)
        return [nearer_antecedent(sentence, subject, sentence.head(relative))]
    return expanded(sentence, subject)


def _subject_of_modifier(sentence: Sentence, verb: Token, noun: Token, depth: int) -> list[Token]:
    infinitive = any(child.tag == "TO" for child in sentence.children(verb))
    if verb.tag == "VBG" and noun.dep == "dobj" and is_utterance(noun):  # "gave a speech thanking them"
        return subjects(sentence, sentence.head(noun), depth + 1)
    if outer := outer_subject(sentence, verb, noun):
        return expanded(sentence, outer)
    if infinitive and noun.dep == "attr" and verb in feats(sentence, noun):  # "X became the first to win"
        first = [t for t in subjects(sentence, sentence.head(noun), depth + 1) if t.pos in ("NOUN", "PROPN")]
        return first or [noun]
    if verb.dep == "relcl" or not infinitive or is_one_of_several(sentence, noun):
        return [noun]
    owner = sentence.children(noun, "poss") or authors(sentence, noun)
    above = sentence.head(noun)
    if obeying := obeyed(sentence, noun):
        return subjects(sentence, obeying, depth + 1)
    if owner and not (owner[0].pos == "PRON" and noun.dep == "dobj"):
        return expanded(sentence, owner[0])
    known = ("n", noun.lemma.lower()) in lexicon().governors and not is_turned_down(sentence, noun)
    if noun.dep == "pobj" and above.lemma.lower() == "in":  # "met him in an effort to", "is in talks to"
        above = sentence.head(above)
    if known and noun.dep in ("dobj", "pobj", "attr") and above.pos in ("VERB", "AUX"):
        return subjects(sentence, above, depth + 1)
    return []


def _subject_behind_preposition(sentence: Sentence, preposition: Token, depth: int) -> list[Token]:
    above = sentence.head(preposition)
    if later := following_subject(sentence, preposition):
        return expanded(sentence, later)
    if above.pos == "ADJ":
        return subjects(sentence, above, depth + 1) or subjects(sentence, sentence.head(above), depth + 1)
    if above.pos in ("VERB", "AUX"):
        if blamed := judged(sentence, above, preposition):
            return expanded(sentence, blamed)
        objects = sentence.children(above, "dobj")
        if objects and controls_by_object(above) and preposition.lemma in _CONTROLLED:
            return expanded(sentence, objects[0])
        return subjects(sentence, above, depth + 1)
    if above.pos == "NOUN":
        owner = sentence.children(above, "poss")
        if owner:
            return expanded(sentence, owner[0])
        governor = sentence.head(above)
        if blamed := judged(sentence, governor, preposition):  # "fined the firm a million for bribing officials"
            return expanded(sentence, blamed)
        return subjects(sentence, governor, depth + 1) if governor.pos in ("VERB", "AUX") else []
    return []
