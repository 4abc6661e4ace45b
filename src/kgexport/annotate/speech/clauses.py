"""Small questions to a parse: whose subject, how far a phrase reaches, is it taken back; knows cues but no entities."""

from __future__ import annotations

from kgexport.annotate.speech.cues import CueTable, cue_table
from kgexport.model import Sentence, Token

_CHAIN = ("conj", "xcomp", "advcl", "acl", "pcomp", "prep", "dep", "parataxis")
"""Labels over which a clause shares its subject with the clause above."""
_UNSURE_MODALS = frozenset({"should", "could", "may", "might", "must", "ought"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_OPEN = frozenset({"why", "how", "whether"})
"""What makes of "why they believe that" a question and no statement."""
_KEPT_AT_EDGES = frozenset(["”", '"', "“", "'", "’", "‘", "''", "``", "»", "«", ")", "(", "%"])
_QUESTIONS = frozenset({"whether", "if"})


def is_verb(token: Token) -> bool:
    """Whether the token is a verb form."""
    return token.pos in ("VERB", "AUX")


def own_subject(sentence: Sentence, verb: Token) -> Token | None:
    """Who does it: the agent of a passive ("announced by X"), else the active subject."""
    for agent in sentence.children(verb, "agent"):
        for noun in sentence.children(agent, "pobj"):
            return noun
    found = sentence.children(verb, "nsubj")
    if not found or sentence.children(verb, "auxpass"):
        return None
    nearest = [token for token in found if token.i < verb.i][-1:] or found[:1]
    apart = any(token.text == "," for token in sentence.tokens[found[0].i : nearest[0].i])
    return nearest[0] if apart else found[0]


def subject(sentence: Sentence, verb: Token) -> Token | None:
    """Who does it, also where that stands in the clause the verb hangs from ("X left, saying that …")."""
    own = own_subject(sentence, verb)
    if own is not None or is_passive(sentence, verb) or sentence.children(verb, "expl", "nsubj"):
        return own
    current, skipped = verb, False
    for head in sentence.ancestors(verb):
        if current.dep == "acl" and head.pos in ("NOUN", "PROPN", "PRON"):
            return head
        if current.dep not in _CHAIN and not skipped:
            return None
        cue = sentence.head(head)
        joined = current.dep == "conj" and head.dep == "ccomp" and is_own_deed(sentence, cue, head, current)
        joined = joined or (head.dep == "ccomp" and is_said_besides(sentence, current))
        if is_verb(head) and not joined:
            found = own_subject(sentence, head) or next(iter(sentence.children(head, "nsubj", "nsubjpass")), None)
            if found is not None:
                return found
        current, skipped = head, joined
    return None


def is_own_deed(sentence: Sentence, verb: Token, clause: Token, deed: Token) -> bool:
    """Whether a joined verb goes with the cue and not with the clause, by its tense."""
    if sentence.children(deed, "aux", "auxpass", "nsubj", "nsubjpass"):
        return False
    if deed.lemma == verb.lemma != clause.lemma and sentence.children(deed, "ccomp"):
        return True  # "claimed it was lost and claim that …"
    if verb.tag != "VBD" or deed.tag != "VBD":
        return False
    helpers = sentence.children(clause, "aux")
    if any(t.tag == "MD" for t in helpers):  # "would stay and declined"
        return True
    if _describes_a_thing(sentence, clause) and deed.lemma.lower() in cue_table().verbs:
        return True  # "said the reform was an insult and vowed to fight it"
    shifted = clause.tag in ("VBZ", "VBP") or any(t.lemma.lower() == "have" for t in helpers)
    return shifted and clause.tag != "VBD" and deed.lemma.lower() in cue_table().verbs


def is_said_besides(sentence: Sentence, deed: Token) -> bool:
    """Whether a participle goes on telling: "said it was late, adding that …"; the speaker does."""
    first = sentence.subtree(deed)[0].i
    set_off = deed.tag == "VBG" and first > 0 and sentence.tokens[first - 1].text == "," and deed.dep == "advcl"
    lemma, table = deed.lemma.lower(), cue_table()
    goes_on = table.helps("besides", lemma) or (lemma in table.verbs and _is_denied(sentence, deed))
    return set_off and goes_on and bool(sentence.children(deed, "ccomp"))


def _is_denied(sentence: Sentence, deed: Token) -> bool:
    """Whether the clause that a participle hangs on is what somebody denies: "denied it, claiming that …"."""
    return cue_table().helps("denying", sentence.head(sentence.head(deed)).lemma.lower())


def _describes_a_thing(sentence: Sentence, clause: Token) -> bool:
    """Whether a clause says of one unnamed thing what it is like: such a subject says and promises nothing itself."""
    found = sentence.children(clause, "nsubj")
    lemma = found[0].lemma.lower() if found else ""
    speaks = cue_table().helps("voice", lemma) and lemma not in cue_table().nouns
    unnamed = bool(found) and found[0].tag == "NN" and not speaks
    return unnamed and clause.lemma.lower() == "be" and bool(sentence.children(clause, "attr", "acomp"))


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb is a passive, with or without its auxiliary ("a pub called …")."""
    if sentence.children(verb, "auxpass", "nsubjpass"):
        return True
    return verb.tag == "VBN" and verb.dep in ("acl", "amod", "advcl") and not sentence.children(verb, "aux")


def is_surname(token: Token, verb: Token) -> bool:
    """Whether a modal verb is none, since a past tense follows it: "May said"."""
    return token.text[0].isupper() and verb.tag == "VBD" and token.i == verb.i - 1


def is_taken_back(sentence: Sentence, verb: Token, table: CueTable) -> bool:
    """Whether nothing is said to have been said: negated, refused, only possible, a condition."""
    as_clause = any(mark.text.lower() == "as" for mark in sentence.children(verb, "mark"))
    for child in sentence.children(verb):
        unsure = child.dep == "aux" and child.lemma.lower() in _UNSURE_MODALS and not is_surname(child, verb)
        if child.dep == "neg" or unsure:
            return True
        if child.dep == "mark" and child.lemma.lower() in _CONDITIONS and not as_clause:
            return True
        if child.tag == "WRB" and child.lemma.lower() in _OPEN and child.i < verb.i:
            return True
    head = sentence.head(verb)
    if verb.dep not in ("xcomp", "acl") or not _is_infinitive(sentence, verb):
        return False
    if sentence.children(head, "neg") or is_taken_back(sentence, head, table):
        return True
    reported = is_verb(head) and is_passive(sentence, head) and head.lemma.lower() in table.verbs
    past = any(child.lemma.lower() == "have" for child in sentence.children(verb, "aux"))
    return not (table.helps("continuing", head.lemma.lower()) or (reported and past) or head.pos == "NOUN")


def _is_infinitive(sentence: Sentence, verb: Token) -> bool:
    return any(child.tag == "TO" for child in sentence.children(verb, "aux"))


def is_question(sentence: Sentence, clause: Token) -> bool:
    """Whether a clause is an indirect question ("whether …", "why …")."""
    if any(child.lemma.lower() in _QUESTIONS for child in sentence.children(clause, "mark")):
        return True
    first = sentence.subtree(clause)[0]
    return first.tag in ("WP", "WRB", "WP$") and first.head == clause.i


def use_of(sentence: Sentence, clause: Token) -> str:
    """Whether a complement is a clause, an infinitive or a gerund."""
    bare = not sentence.children(clause, "nsubj", "nsubjpass", "expl", "csubj")
    if clause.tag == "VBG" and bare and not sentence.children(clause, "aux"):
        return "gerund"
    helpers = sentence.children(clause, "aux", "auxpass")
    if bare and any(t.tag == "VBG" for t in helpers):
        return "gerund"
    if any(t.lemma == "to" and t.tag == "TO" for t in helpers):
        return "inf"
    return "clause" if clause.dep == "ccomp" else "none"


def trimmed(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """Token positions (both inclusive) without punctuation, complementiser and conjunction at the edges."""
    while first <= last and _is_edge(sentence.tokens[first], leading=True):
        first += 1
    while first <= last and _is_edge(sentence.tokens[last], leading=False):
        last -= 1
    return (first, last) if first <= last else None


def _is_edge(token: Token, leading: bool) -> bool:
    if leading and token.dep == "mark" and token.lemma.lower() == "that":
        return True
    if token.text in _KEPT_AT_EDGES and not (token.text == "(" and not leading):
        return False
    if token.dep == "cc":
        return True
    return token.pos in ("PUNCT", "SPACE") or token.text in (",", ":", ";", "-", "–", "—", ".")


def noun_phrase(sentence: Sentence, head: Token) -> list[Token]:
    """The phrase without clauses that hang from it: for naming who speaks."""
    left_out: set[int] = set()
    for token in sentence.subtree(head):
        if token.i != head.i and token.dep in ("relcl", "acl", "ccomp", "advcl"):
            left_out.update(t.i for t in sentence.subtree(token))
    return [token for token in sentence.subtree(head) if token.i not in left_out]
