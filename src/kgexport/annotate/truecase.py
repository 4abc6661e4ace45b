"""Gives words of headlines in title case or capitals the case they would have in a sentence; knows no parser.

The result has the same length as the input, so that offsets stay. What the body writes decides first ("receive" there
is "receive" in the headline), then the word list of the language, then the word stays as it is printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from kgexport.model import Article, BlockKind

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_PLACED = re.compile(r"\b(?:in|near|from|outside)\s$", re.IGNORECASE)
_SHORT = frozenset(
    "an the and or nor but for so yet of in on at to by up as is be am are was has had did do can may not no if it its "
    "he him his she her who how why all any few own our out off per via vs new now old one two six ten get got let put "
    "set say see try use win won me my us we you too way yes day man men due ago end far non pre re ex de la "
    "with from into onto over under after before amid among between during against about around since until till "
    "than that this these those there their them they then when where while what whose whom which without within "
    "through despite toward towards upon behind below above across along beyond near outside inside off down "
    "again also just more most much many some such only even ever never not yet will would could should might "
    "must shall been being have having does were your ours hers both each either neither every other another".split()
)
"""Small words that a word list of nouns and verbs lacks."""
_ACRONYMS = frozenset("us uk eu un uae usa nato fbi cia bbc cnn imf nhs nba nfl nhl fifa uefa opec gop g7 g20".split())
"""Stay as they are where all is in capitals."""
_SUFFIXES = (
    ("ies", "y"),
    ("es", ""),
    ("es", "e"),
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
)


@dataclass(frozen=True)
class Truecaser:
    """Re-cases headlines by what the article's prose and a word list say."""

    lower: frozenset[str]
    """Words that the prose writes in lower case."""
    names: dict[str, str]
    """Lower case -> the form in which the prose writes a word with a capital inside a sentence."""
    common: frozenset[str]
    """Common words of the language, in lower case."""
    is_name: Callable[[str], bool] = lambda word: False
    """Whether a capitalised word is a known name."""
    may_be_name: Callable[[str], bool] = lambda word: False
    """Whether it is a name that is less known, which still wins where the word list has no more than its stem."""

    @classmethod
    def for_article(
        cls,
        article: Article,
        common: frozenset[str],
        is_name: Callable[[str], bool] = lambda word: False,
        may_be_name: Callable[[str], bool] = lambda word: False,
    ) -> Truecaser:
        """Learn from the standfirst and the body."""
        lower: set[str] = set()
        capital: Counter[str] = Counter()
        for block in article.blocks:
            if block.kind in (BlockKind.STANDFIRST, BlockKind.PARAGRAPH):
                text = block.span.of(article.text)
                if not _is_capitalised(text):
                    _learn(text, lower, capital)
        names: dict[str, str] = {}
        for form, _ in sorted(capital.items(), key=lambda item: (item[1], item[0])):
            names[form.lower()] = form
        return cls(frozenset(lower), {k: v for k, v in names.items() if k not in lower}, common, is_name, may_be_name)

    def __call__(self, text: str, kind: BlockKind) -> str:
        """The text re-cased, if it is a headline that needs it; always as long as before."""
        if kind is not BlockKind.HEADLINE or not _is_capitalised(text):
            return text
        shouting = not any(c.islower() for c in text)
        return _WORD.sub(lambda match: self._word(match, shouting), text)

    def _word(self, match: re.Match[str], shouting: bool) -> str:
        word, low = match[0], match[0].lower()
        if len(low) != len(word) or (len(low) == 1 and _is_dotted(match)):
            return word
        first = match.start() == len(match.string) - len(match.string.lstrip(" \"'“‘"))
        if low in self.names:
            known = self.names[low]
            return known if shouting or known.isupper() == word.isupper() else word
        if (not shouting and any(c.isupper() for c in word[1:])) or (shouting and low in _ACRONYMS):
            return word
        place = bool(_PLACED.search(match.string[max(0, match.start() - 9) : match.start()]))
        if low in self.lower or (self._is_common(low) and not self._is_rather_name(low, place)):
            return low.capitalize() if first else low
        return low.capitalize() if shouting else word

    def _is_rather_name(self, low: str, place: bool) -> bool:
        """Whether a common word is a name all the same: Turkey; "Near Leeds", "in Bath", where a place must follow."""
        listed = low in self.common or low in _SHORT
        return self.is_name(low.capitalize()) or ((place or not listed) and self.may_be_name(low.capitalize()))

    def _is_common(self, low: str) -> bool:
        if low in self.common or low in _SHORT or len(low) == 1:
            return True
        return any(low.endswith(end) and low[: -len(end)] + put in self.common for end, put in _SUFFIXES)


def _is_dotted(match: re.Match[str]) -> bool:
    """Whether a letter is one of several with full stops, "U.S.", or an initial, "J. Berg"."""
    return match.string[match.end() : match.end() + 1] == "." and match.end() < len(match.string.rstrip())


def _is_capitalised(text: str) -> bool:
    """Whether nearly all longer words start with a capital."""
    words = [w for w in _WORD.findall(text) if len(w) > 3]
    return len(words) >= 3 and sum(w[0].isupper() for w in words) >= 0.75 * len(words)


def _learn(text: str, lower: set[str], capital: Counter[str]) -> None:
    at_start = True
    for match in _WORD.finditer(text):
        word = match[0]
        between = text[max(0, match.start() - 3) : match.start()]
        at_start = match.start() == 0 or bool(re.search(r"[.!?:]\W*$|[\"“‘«]\s*$|\n", between))
        if word[0].islower():
            lower.add(word.lower())
        elif not at_start:
            capital[word] += 1
