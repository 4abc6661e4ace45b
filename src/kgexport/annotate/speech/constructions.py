"""Reports without a verb that governs them: "according to X", "as X put it", "X's claim that", the headline "X: Y"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kgexport.annotate.speech.clauses import is_taken_back, is_verb, own_subject, subject
from kgexport.annotate.speech.contents import content_span
from kgexport.annotate.speech.context import Context, Place
from kgexport.annotate.speech.cues import Cue, cue_table
from kgexport.annotate.speech.reports import Report, said_in, verb_cue
from kgexport.annotate.speech.speakers import can_speak
from kgexport.annotate.speech.stretches import Stretch, around_frame
from kgexport.model import BlockKind, MentionKind, Polarity, Sentence, Span, Token

_FROM = frozenset({"by", "from", "of"})
_PASSING_ON = frozenset({"quote", "cite"})
_FEWEST_WORDS = 3
"""A headline's side with fewer words is a label and no statement."""


def constructions(context: Context, sentence: Sentence) -> Iterator[Report]:
    """Reports of one sentence by all rules of this module."""
    yield from _phrases(context, sentence)
    yield from _as_clauses(context, sentence)
    yield from _nouns(context, sentence)
    yield from _headline(context, sentence)


def phrase_at(sentence: Sentence, token: Token) -> tuple[Cue, Token, Token] | None:
    """A phrase of the table that begins at a token: its row, its last token and the head of who it names."""
    for words, cue in _phrases_by_first_word().get(token.text.lower(), ()):
        tokens = sentence.tokens[token.i : token.i + len(words)]
        if [t.text.lower() for t in tokens] == words and ("named" not in cue.uses or _cites(sentence, token)):
            for noun in sentence.children(tokens[-1], "pobj"):
                return cue, tokens[-1], noun
            for name in sentence.children(tokens[-1], "pcomp"):  # a surname taken for a verb
                if name.i == tokens[-1].i + 1 and name.text[0].isupper():
                    return cue, tokens[-1], name
    return None


def _cites(sentence: Sentence, token: Token) -> bool:
    """Whether a name follows a comma and a short preposition: ", per the BBC", not "per night"."""
    apart = token.i == 0 or sentence.tokens[token.i - 1].text in (",", "-", "–", "—", "”", '"', "''")
    nouns = sentence.children(token, "pobj")
    return apart and any(noun.pos == "PROPN" or cue_table().helps("source", noun.text.lower()) for noun in nouns)


@cache
def _phrases_by_first_word() -> dict[str, list[tuple[list[str], Cue]]]:
    phrases: dict[str, list[tuple[list[str], Cue]]] = {}
    for text, cue in cue_table().phrases.items():
        phrases.setdefault(text.split()[0], []).append((text.split(), cue))
    return phrases


def _phrases(context: Context, sentence: Sentence) -> Iterator[Report]:
    for token in sentence.tokens:
        found = None if context.is_quoted(token) else phrase_at(sentence, token)
        if found is None:
            continue
        cue, last, noun = found
        inside = [noun.i] if is_verb(noun) else [t.i for t in sentence.subtree(noun)]
        high = _behind_source(sentence, token, max(last.i, *inside))
        stretch = _around(sentence, token, min(token.i, *inside), high, "phrase")
        report = said_in(context, sentence, cue, token.span.to(last.span), noun, stretch) if stretch else None
        if report is not None:
            yield report


def _behind_source(sentence: Sentence, token: Token, high: int) -> int:
    """The end of "according to X, quoting Y,", which tells whence X has it."""
    for clause in sentence.children(sentence.head(token), "advcl"):
        if clause.lemma.lower() in _PASSING_ON and sentence.subtree(clause)[0].i in (high + 1, high + 2):
            return sentence.subtree(clause)[-1].i
    return high


def _around(sentence: Sentence, token: Token, low: int, high: int, rule: str) -> Stretch | None:
    """All of the sentence where the phrase stands at its edge, else the clause it belongs to."""
    tokens = sentence.tokens
    if all(t.pos in ("PUNCT", "CCONJ") for t in tokens[:low]):
        around, clause = list(range(high + 1, len(tokens))), sentence.root
    elif all(t.pos == "PUNCT" for t in tokens[high + 1 :]):
        around, clause = list(range(low)), sentence.root
    else:
        clause = next((t for t in sentence.ancestors(token) if is_verb(t)), sentence.root)
        around = [t.i for t in sentence.subtree(clause) if not low <= t.i <= high]
    if not any(is_verb(tokens[i]) for i in around):
        return None
    return around_frame(sentence, around, (low, high), clause.i, rule)


def _as_clauses(context: Context, sentence: Sentence) -> Iterator[Report]:
    """ "…, as announced by X", "as X said, …": the clause around is what is said."""
    table = cue_table()
    for verb in sentence.tokens:
        found = verb_cue(sentence, verb, table) if is_verb(verb) and not context.is_quoted(verb) else None
        if found is None or "as" not in found[0].uses or sentence.children(verb, "ccomp"):
            continue
        marks = [
            t for t in sentence.children(verb, "mark", "advmod", "prep") if t.text.lower() == "as" and t.i < verb.i
        ]
        speaker = own_subject(sentence, verb)
        objects = [t for t in sentence.children(verb, "dobj") if t.text.lower() != "it"]
        if not marks or objects or speaker is None or verb.dep not in ("advcl", "acl", "parataxis", "conj", "pcomp"):
            continue
        inside = [t.i for t in sentence.subtree(verb)]
        stretch = _around(sentence, verb, inside[0], inside[-1], "as-clause")
        report = said_in(context, sentence, *found, speaker, stretch) if stretch else None
        if report is not None:
            yield report


def _nouns(context: Context, sentence: Sentence) -> Iterator[Report]:
    """ "the minister's claim that …", "X expressed confidence that …"."""
    table = cue_table()
    for noun in sentence.tokens:
        cue = table.nouns.get(noun.lemma.lower()) if noun.pos == "NOUN" else None
        if cue is None or context.is_quoted(noun):
            continue
        speaker = _holder(sentence, noun)
        for clause in sentence.children(noun, "acl", "ccomp", "relcl"):
            marks = sentence.children(clause, "mark")
            if speaker is None or not any(m.text.lower() == "that" and m.i > noun.i for m in marks):
                continue
            positions = [t.i for t in sentence.subtree(clause) if t.i > noun.i]
            content = content_span(context, sentence, positions[0], positions[-1])
            denied = _denied(sentence, noun)
            if content is not None:
                yield Report(sentence, *(denied or (cue, noun.span)), speaker, content, "noun")


def _denied(sentence: Sentence, noun: Token) -> tuple[Cue, Span] | None:
    """The verb of "denied reports that …", which says that it is not so."""
    verb = sentence.head(noun)
    lemma = verb.lemma.lower()
    if noun.dep != "dobj" or not is_verb(verb) or not cue_table().helps("denying", lemma):
        return None
    uses = frozenset({"clause"})
    return Cue(lemma, uses, "denial", Polarity.NEGATIVE, frozenset()), verb.span


def _holder(sentence: Sentence, noun: Token) -> Token | None:
    """Whose statement it is: possessor, maker ("issued a warning that"), or "a claim by X that"."""
    table = cue_table()
    verb = sentence.head(noun)
    if _denied(sentence, noun) is not None:
        return None if is_taken_back(sentence, verb, table) else subject(sentence, verb)
    for owner in sentence.children(noun, "poss"):
        return owner
    carried = noun.dep in ("dobj", "pobj") and is_verb(verb) and table.helps("carrier", verb.lemma.lower())
    if carried and not is_taken_back(sentence, verb, table):
        return subject(sentence, verb)
    for prep in sentence.children(noun, "prep", "agent"):
        if prep.text.lower() in _FROM:
            for owner in sentence.children(prep, "pobj"):
                return owner
    return None


def _headline(context: Context, sentence: Sentence) -> Iterator[Report]:
    """ "X: Y" and "Y: X" in a headline, X a person or organisation alone on its side."""
    if sentence.block is not BlockKind.HEADLINE:
        return
    block = context.block_at(sentence.span.begin).span
    places = list(context.after(block.begin, block.end))
    colons = [i for i, place in enumerate(places) if place.token.text == ":"]
    if len(colons) != 1 or places[0].sentence is not sentence:
        return
    left, right = places[: colons[0]], places[colons[0] + 1 :]
    for who, what in ((left, right), (right, left)):
        head = _only_speaker(context, who)
        if head is None or len(what) < _FEWEST_WORDS or not any(is_verb(place.token) for place in what):
            continue
        quoted = sum(context.is_quoted(place.token) for place in what)
        if 2 * quoted < len(what):
            content = Span(what[0].token.span.begin, what[-1].token.span.end)
            cue, span = cue_table().verbs["say"], places[colons[0]].token.span
            yield Report(head.sentence, cue, span, head.token, content, "headline")
        return


def _only_speaker(context: Context, side: list[Place]) -> Place | None:
    """The last word of a side that is one name of a person or organisation and nothing else but titles."""
    if not side or not all(place.token.pos in ("PROPN", "NOUN", "ADJ") for place in side):
        return None
    if len(side) == 1 and cue_table().helps("source", side[0].token.text.lower()):
        return side[0]
    found = context.mentions_at(side[-1].token)
    named = [e for m, e in found if m.kind is MentionKind.NAME and can_speak(e)]
    return side[-1] if named and named[0].types[0] != "Country" else None
