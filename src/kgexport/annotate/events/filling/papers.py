"""Remembers who speaks in which paper: "the press release noted" after "a ministry press release said".

Knows the nouns of papers; "a report" is another one each time, so only "the report" goes back to an earlier author.
"""

from __future__ import annotations

from kgexport.annotate.events.filling.descriptions import CONFIDENCE
from kgexport.annotate.events.filling.fillers import Fillers
from kgexport.annotate.events.finding.trigger import Trigger
from kgexport.model import Mention, MentionKind, Role, RoleName, Sentence, Token

_PAPERS = frozenset(
    "release statement report letter complaint indictment filing affidavit memo communique communiqué lawsuit bulletin "
    "notice dossier".split()
)
_DEFINITE = frozenset({"the", "this", "that"})
PAPER = "events/paper"
"""The rule that takes the author of a paper for who speaks in it."""


def paper_authors(sentence: Sentence, trigger: Trigger, fillers: Fillers, roles: list[Role]) -> list[Role]:
    """Who says what "the report" says, where the text told of its author; notes the authors that it tells."""
    agents = list(dict.fromkeys(role.filler for role in roles if role.name is RoleName.AGENT))
    own = trigger.words[-1].lemma.lower()
    if not trigger.pattern.verb and own in _PAPERS and len(agents) == 1:  # "a Department of Justice press release"
        fillers.papers[own] = agents[0]
    papers = [t for name in ("subject", "in") for t in trigger.slots.get(name, ()) if t.lemma.lower() in _PAPERS]
    if not papers or trigger.said is None:
        return []
    noun = papers[0].lemma.lower()
    if len(agents) == 1:
        fillers.papers[noun] = agents[0]
    author = fillers.papers.get(noun)
    spoken = papers[0] in trigger.slots.get("subject", ()) and _is_known(sentence, papers[0])
    if agents or author is None or not spoken:
        return []
    return [Role(RoleName.AGENT, author, Mention(papers[0].span, MentionKind.NOMINAL, PAPER, CONFIDENCE))]


def _is_known(sentence: Sentence, paper: Token) -> bool:
    """Whether "the" says that it was told of before, and no word whose it is."""
    owned = sentence.children(paper, "poss") or [t for t in sentence.children(paper, "compound") if t.pos == "PROPN"]
    by = any(t.text.lower() in ("by", "from", "of") for t in sentence.children(paper, "prep", "agent"))
    return any(t.text.lower() in _DEFINITE for t in sentence.children(paper, "det")) and not owned and not by
