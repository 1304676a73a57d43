"""Nouns of saying with what was said: "Lee's claim that the dam leaks", "her warning that ..."."""

from __future__ import annotations

from rashomon.annotate.attribution import MIN_CLAUSE, Attribution, Context, Range, clause_end
from rashomon.annotate.noun_phrases import phrase_start
from rashomon.annotate.quote_cues import Cue

#: Words between whose claim it is and the noun: "his repeated claims that".
_MAX_BETWEEN = 3


def by_noun(context: Context) -> list[Attribution]:
    """Attributions of nouns that tell whose they are; not of subjects, whose clause runs into the verb."""
    found = []
    nouns = context.words.sets["claim_nouns"]
    for at in [i for i, token in enumerate(context.tokens) if token.low in nouns]:
        if not context.has("complementizers", at + 1):
            continue
        source = None if context.has("questions", at + 1) else _owner(context, at)
        if source is None or source[0] == 0 or context.tokens[source[0] - 1].kind != "w":
            continue
        content = (at + 2, clause_end(context, at + 2))
        if content[1] - content[0] >= MIN_CLAUSE:
            outer = (source[0], at + 1)
            found.append(Attribution(Cue(at, at + 1, "say"), source, content, "claim", outer=outer))
    return found


def _owner(context: Context, noun: int) -> Range | None:
    """The possessive before the noun: a pronoun, or a name with its "'s"."""
    for at in range(noun - 1, max(-1, noun - 2 - _MAX_BETWEEN), -1):
        low = context.low(at)
        if low in context.words.words.possessives:
            return at, at + 1
        if low.endswith(("'s", "s'")):
            start = phrase_start(context.tokens, at + 1, context.words)
            while start < at and context.has("prepositions", start):
                start += 1
            return start, at + 1
        if context.tokens[at].kind != "w" or context.has("prepositions", at):
            return None
    return None
