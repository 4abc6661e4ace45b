"""Reads the words of a noun phrase: which say which one is meant, whose it is, what follows "of"; knows no event.

What the phrase stands for, people or a thing, is the business of those who ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kgexport.annotate.entities.concrete import is_person_noun
from kgexport.annotate.events.filling.actor_nouns import loose_words
from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.events.reading import Reading
from kgexport.model import BlockKind, MentionKind, Sentence, Span, Token

_WIDEST = 8
_LONGEST_OF = 7
_DEEPEST = 4
_TAIL = re.compile(r" (?:of|to|for|on|about|in|near) ")
_MODIFYING = ("amod", "compound", "nmod", "nummod", "npadvmod", "advmod", "punct", "quantmod", "poss", "case")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase without its article."""

    head: Token
    words: tuple[str, ...]
    """Its words in lower case without the head: what says which one is meant."""
    name: str
    span: Span
    small: frozenset[str]
    """Articles and the like before it, in lower case."""
    owned: bool
    headline: bool

    @property
    def many(self) -> bool:
        """Whether it stands in the plural."""
        return self.head.tag in ("NNS", "NNPS")

    @property
    def slug(self) -> str:
        """The words of the name up to its noun, for a key."""
        return re.sub(r"[^a-z0-9]+", "-", _TAIL.split(self.name.casefold())[0]).strip("-") or "x"


def phrase_of(sentence: Sentence, head: Token, reading: Reading) -> Phrase:
    """The phrase with this head: "Karl Holm's market share" of "his market share", "17 houses", "form of protest"."""
    before = words_before(sentence, head)
    owner = next((t for t in sentence.children(head, "poss") if t.i < head.i), None)
    told = [t for t in telling(before, reading) if t.span.begin not in reading.amounts]
    whole = _to_name_end(sentence, of_phrase(sentence, head), reading)
    named = None if owner else _name_before(sentence, [*told, head][0], head, reading)
    owned = owner_words(sentence, owner, reading) if owner else named.of(reading.text).split() if named else []
    noun = head.form.lower() if head.i == 0 and head.pos != "PROPN" else printed(head, reading)
    name = spaced([*owned, *(printed(t, reading) for t in joined_words(told)), noun])
    name += tail([t for t in whole if t.pos != "PRON"])
    owners = [t for t in before if owner and t.i <= owner.i and t.pos != "DET"] if owned else []
    return Phrase(
        head,
        tuple(word.lower() for word in name.split() if word.lower() != head.form.lower()),
        name,
        (named or [*owners, *told, head][0].span).to((whole or [head])[-1].span),
        frozenset(t.text.lower() for t in (*before, *sentence.children(head, "det", "predet", "neg"))),
        owner is not None,
        sentence.block is BlockKind.HEADLINE,
    )


def _to_name_end(sentence: Sentence, whole: list[Token], reading: Reading) -> list[Token]:
    """The words behind a head up to the end of a name of several parts: "the sequel to Alien: The Return"."""
    named = reading.named(whole[-1]) if whole else None
    behind = sentence.tokens[whole[-1].i + 1 : whole[-1].i + 1 + _WIDEST] if named else ()
    return [*whole, *(t for t in behind if named and named.mention.span.covers(t.span))]


def _name_before(sentence: Sentence, first: Token, head: Token, reading: Reading) -> Span | None:
    """Where the name stands of several phrases that describes a noun: "Church of Norway" before "website"."""
    before = sentence.tokens[first.i - 1] if first.i else first
    named = reading.named(before)
    if before is first or named is None or named.mention.kind is not MentionKind.NAME:
        return None
    above = sentence.ancestors(before)[:_DEEPEST]
    torn = any(t.dep == head.dep == "dobj" and t.head == head.head for t in (before, *above))  # two objects for one
    return named.mention.span if (head in above or torn) and before.tag != "POS" else None


def owner_words(sentence: Sentence, owner: Token, reading: Reading) -> list[str]:
    """Whose it is, in the words of the text; for a pronoun that is resolved the name: "Karl Holm's"."""
    if owner.pos == "PRON" or owner.tag == "WP$":
        named = reading.named(owner)
        said = named.entity.name if named else _antecedent(sentence, owner, reading)
        return [f"{said}{'’s' if '’' in reading.text else chr(39) + 's'}"] if said else []
    if titled := _titled(sentence, owner, reading):
        return titled
    tokens = [t for t in sentence.subtree(owner) if t.pos != "DET" and t.i <= owner.i + 1]
    return spaced([printed(t, reading) for t in joined_words(tokens)]).split() if len(tokens) <= _WIDEST else []


def _titled(sentence: Sentence, owner: Token, reading: Reading) -> list[str]:
    """The name of a person with a title before it, without that: "Ann Lee's" of "Danish Prime Minister Ann Lee's"."""
    named, mark = reading.named(owner), next(iter(sentence.children(owner, "case")), None)
    if named is None or mark is None or named.mention.kind is not MentionKind.NAME or named.entity.types[0] != "Person":
        return []
    before = [t for t in sentence.subtree(owner) if t.span.end <= named.mention.span.begin and t.pos != "DET"]
    plain = all(t.pos in ("ADJ", "NOUN", "PROPN", "PART") for t in before) and not sentence.children(owner, "conj")
    return f"{named.entity.name}{mark.form}".split() if before and plain else []


def _antecedent(sentence: Sentence, owner: Token, reading: Reading) -> str:
    """Whom "whose" stands for: "the director, whose widow sued"; empty for any other pronoun."""
    above = owner
    while owner.text.lower() == "whose" and above.dep != "relcl" and above.head != above.i:
        above = sentence.head(above)
    if above.dep != "relcl":
        return ""
    noun = sentence.head(above)
    named = reading.named(noun)
    return (
        named.entity.name
        if named
        else " ".join(printed(t, reading) for t in (*telling(words_before(sentence, noun), reading), noun))
    )


def printed(word: Token | str, reading: Reading) -> str:
    """A word as a name has it: capitals only where the word has them of its own."""
    if isinstance(word, str):
        return word
    own = word.form[:1].isupper() and (word.i > 0 or word.pos == "PROPN" or reading.named(word) is not None)
    return word.form if own or (len(word.form) > 1 and word.form.isupper()) else word.form.lower()


def words_before(sentence: Sentence, head: Token) -> list[Token]:
    """The words before a head that belong to it."""
    taken: list[Token] = []
    for token in reversed(sentence.tokens[max(0, head.i - _WIDEST) : head.i]):
        if not _reaches(sentence, token, head) or token.text in (
            ",",
            ";",
            ":",
            "(",
            ")",
            '"',
            "“",
            "”",
            "—",
            "–",
            "[",
            "]",
        ):
            break
        taken.insert(0, token)
    return taken


def telling(before: list[Token], reading: Reading) -> list[Token]:
    """The words before a head that say who or how many, without article, owner, loose words and a day."""
    owner = max((t.i for t in before if t.dep == "poss" or t.tag in ("POS", "PRP$")), default=-1)
    told = [t for t in before if t.i > owner and t.pos not in ("DET", "PRON")]
    while told and (
        told[0].text.lower() in loose_words() or told[0].tag == "JJS" or told[0].pos in ("ADV", "PUNCT", "ADP", "SYM")
    ):
        if len(told) > 1 and told[1].tag == "HYPH" and told[0].span.end == told[1].span.begin:  # "high-ranking"
            break
        told.pop(0)
    while told and told[0].span.begin in reading.times:  # "On Monday Lima police"
        told.pop(0)
    return told


def joined_words(tokens: list[Token]) -> Iterator[Token | str]:
    """Tokens, those that are printed without a space between them as one word: "32-year-old"."""
    run: list[Token] = []
    for token in tokens:
        if run and run[-1].span.end != token.span.begin:
            yield run[0] if len(run) == 1 else "".join(t.form for t in run)
            run = []
        run.append(token)
    if run:
        yield run[0] if len(run) == 1 else "".join(t.form for t in run)


def plural(noun: str) -> str:
    """The plural of a noun in lower case: "rebels", "policemen", "armies"."""
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def spaced(words: list[str]) -> str:
    """The words with spaces between them, none behind a hyphen."""
    joined = re.sub(r" (['’]s)(?= |$)|(?<=s) (['’])(?= )", r"\1\2", " ".join(words))
    return re.sub(r" ?- (?=\S)", "-", joined) if "-" in words else re.sub(r"- (?=\S)", "-", joined)


def of_phrase(sentence: Sentence, head: Token, above: Token | None = None) -> list[Token]:
    """ "of" and a short noun phrase behind a head: "supporters of the coup"; without what follows its noun."""
    behind = [t for t in sentence.children(above, "prep") if t.text.lower() == "from"] if above else []
    for preposition in (*sentence.children(head, "prep"), *behind):
        nouns = [t for t in sentence.children(preposition, "pobj") if t.pos in ("NOUN", "PROPN")]
        speaks = head.lemma.lower().startswith("spokes") and preposition.text.lower() == "for"
        speaks = speaks or (preposition.text.lower() == "from" and is_person_noun(head.lemma.lower()))
        speaks = speaks or _is_complement(head, preposition)
        if preposition.i != head.i + 1 or not nouns or not (speaks or preposition.text.lower() == "of"):
            continue
        words = sentence.tokens[preposition.i : nouns[0].i + 1]
        inside = all(_reaches(sentence, t, nouns[0]) for t in words[1:])
        if joined := sentence.children(nouns[0], "conj"):  # "leaders of China and the United States"
            names = [t for t in (nouns[0], *joined) if t.pos == "PROPN"]
            inside = inside and len(joined) == 1 and len(names) == 2 and not sentence.children(joined[0], "conj")
            words = sentence.tokens[preposition.i : joined[0].i + 1]
        if inside and len(words) <= _LONGEST_OF:
            return list(words)
    return []


def _is_complement(head: Token, preposition: Token) -> bool:
    """Whether a noun says little without the phrase behind it: "updates to", "rights to", "a stake in", "a book on"."""
    return head.lemma.lower() in lexicon().classes.get(f"noun-{preposition.text.lower()}", ())


def _reaches(sentence: Sentence, token: Token, head: Token) -> bool:
    """Whether a word before a noun belongs to it."""
    for _ in range(4):
        if token.i == head.i:
            return True
        above = sentence.head(token)
        joined = token.dep in ("cc", "conj") and above.dep in ("amod", "nmod", "compound")  # "Hungarian and Romanian"
        if token.dep not in (*_MODIFYING, "det", "predet") and not joined:
            return False
        token = above
    return False


def tail(tokens: list[Token]) -> str:
    """The words behind a head as printed, with a space before them."""
    return "".join(
        (" " if t.i == tokens[0].i or tokens[at - 1].span.end < t.span.begin else "") + t.form
        for at, t in enumerate(tokens)
    )
