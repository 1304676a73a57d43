"""What the rules of reported speech work on (tokens, cues, words) and what they give."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.annotate.quote_cues import Cue
from rashomon.annotate.quote_units import Token
from rashomon.annotate.quote_words import Lexicon

Range = tuple[int, int]
#: Fewest tokens of a clause.
MIN_CLAUSE = 3
DASHES = frozenset(("-", "–", "—", "--"))
#: Marks between what is said and who says it.
SIDE_MARKS = frozenset((",", "!", "?", ".", "...", "…", *DASHES))


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what in one unit, in token indices; ``content`` is None for "about that he spoke"."""

    cue: Cue
    source: Range | None
    content: Range | None
    rule: str
    relay: Range | None = None
    #: The source is only cited by the relay, which is who used the words.
    cited: bool = False
    #: Where cue and source begin and end, so that other contents stop there.
    outer: Range = (0, 0)


@dataclass(frozen=True, slots=True)
class Context:
    """A unit with its cues and the words of its language."""

    tokens: tuple[Token, ...]
    cues: tuple[Cue, ...]
    words: Lexicon

    def low(self, at: int) -> str:
        """The lower-cased token at an index, "" outside of the unit."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def has(self, kind: str, at: int) -> bool:
        """Whether the token at an index stands in the word list ``kind``."""
        return self.low(at) in self.words.sets[kind]


def before_referral(context: Context, at: int) -> int:
    """ "…, об этом [сообщил X]": where the words begin that point back to a clause before a comma."""
    for start in range(max(1, at - 4), at):
        told = context.low(start - 1) == "," and context.words.refer_back.get(context.low(start), ())
        if told and any(tuple(map(context.low, range(start, at))) == phrase for phrase in told):
            return start
    return at


def clause_end(context: Context, at: int) -> int:
    """The end of the clause that begins at ``at``: a semicolon or the end without its marks."""
    end = len(context.tokens)
    while end > at and context.tokens[end - 1].kind == "p" and context.tokens[end - 1].low in '.,;:!?…"':
        end -= 1
    for i in range(at, end):
        if context.tokens[i].low == ";":
            return i
    return end
