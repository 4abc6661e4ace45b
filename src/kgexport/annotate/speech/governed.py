"""Finds whose words are quoted inside a clause ('called it a "disgrace"'); knows cues and syntax, no entities."""

from __future__ import annotations

from kgexport.annotate.speech.clauses import is_taken_back, is_verb, subject
from kgexport.annotate.speech.context import Context
from kgexport.annotate.speech.cues import Cue, cue_table
from kgexport.annotate.speech.frames import Attribution, outside_quotes
from kgexport.annotate.speech.marks import Quoted
from kgexport.annotate.speech.repairs import behind_dateline
from kgexport.annotate.speech.reports import verb_cue
from kgexport.model import Sentence, Span, Token


def attribute_governed(context: Context, quoted: Quoted) -> Attribution | None:
    """Quoted words in the complement of a cue: calling the verdict a “disgrace”, called on the army to “stay …”."""
    inside = [p for p in context.after(quoted.begin, quoted.end) if p.token.pos != "PUNCT"]
    if not inside:
        return None
    sentence = inside[0].sentence
    heads = [p.token for p in inside if p.sentence is sentence and _leaves(sentence, p.token, quoted)]
    for head in heads:
        crossed = _crosses(sentence, head)
        for verb in sentence.ancestors(head):
            if not is_verb(verb) or context.is_quoted(verb):
                crossed = crossed or verb.dep in ("relcl",)
                continue
            found = verb_cue(sentence, verb, cue_table())
            if found and "it" not in found[0].uses and not crossed:
                return _governed(context, quoted, sentence, verb, found)
            if verb.dep in ("relcl", "acl") or sentence.children(verb, "nsubj", "nsubjpass", "expl"):
                break
    return None


def _crosses(sentence: Sentence, head: Token) -> bool:
    """Subjects and possessors are not what the verb says."""
    return head.dep in ("nsubj", "nsubjpass", "poss")


def _leaves(sentence: Sentence, token: Token, quoted: Quoted) -> bool:
    head = sentence.head(token)
    return head.i == token.i or not quoted.begin <= head.span.begin < quoted.end


def _governed(
    context: Context, quoted: Quoted, sentence: Sentence, verb: Token, found: tuple[Cue, Span]
) -> Attribution | None:
    speaker = behind_dateline(sentence, verb, subject(sentence, verb), context.dateline_end)
    speaker = outside_quotes(context, speaker)
    if speaker is None or is_taken_back(sentence, verb, cue_table()):
        return None
    label = "label" in found[0].uses and speaker.i != verb.i and quoted.begin > verb.span.begin
    return Attribution(found[1], sentence, speaker, 0.85, quoted.begin, commits=label)
