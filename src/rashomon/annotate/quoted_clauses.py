"""Quotations and the words around them: what a cue governs that a mark sets off."""

from __future__ import annotations

from rashomon.annotate.attribution import SIDE_MARKS, Context, Range, clause_end
from rashomon.annotate.noun_phrases import is_break
from rashomon.annotate.quote_cues import Cue

#: Between the pieces of a quotation that its cue splits, in tokens.
_MAX_BETWEEN_PIECES = 12


def after_colon(context: Context, cue: Cue, after: int, begin: int) -> Range | None:
    """What stands behind a colon, or the quotation right behind the cue."""
    if cue.kind == "call" or (cue.kind == "accuse" and context.low(after) != ":"):
        return None
    for i in range(after, min(after + 12, len(context.tokens))):
        token = context.tokens[i]
        if token.low == ":" and i + 1 < len(context.tokens):
            clause = any(context.has("auxiliaries", k) for k in range(after, i))  # "said what it was: ..."
            told = quotation_stands_before(context, begin) and not is_quoted(context, i + 1)
            return None if clause or told else (i + 1, clause_end(context, i + 1))
        if token.kind == "q":
            named = context.low(i - 1).endswith(("'s", "s'"))  # "told the Wire's "Evening Talk""
            about = context.low(i - 1) == "," and context.has(
                "prepositions", after
            )  # "said of the vote, “...”"
            far = (i - after > 1 and not about) or named or splits_quotation(context, begin)
            return None if far else (i, quotation_end(context, i))
        if token.low in (";", ".") or context.has("complementizers", i) or is_cue(context, cue, i):
            return None
    return None


def quotation_stands_before(context: Context, begin: int) -> bool:
    """Whether a quotation ends right before the cue and its source, with a mark between them."""
    end = before_joint(context, begin)
    return end > 0 and context.tokens[end - 1].kind == "q" and (end < begin or context.low(end - 1) != "")


def quotation_end(context: Context, at: int) -> int:
    """The end of content that a quoted piece opens: of the piece and those joined to it, where another clause
    follows ("he said “no,” when asked"), else of the clause that the piece begins.
    """
    end = at + 1
    while end < len(context.tokens) and (joint := _joint_of_pieces(context, end)):
        end = joint
    over = context.low(end) == "," or context.has("clause_words", end)
    return end if over else clause_end(context, at)


def _joint_of_pieces(context: Context, at: int) -> int | None:
    """Behind the next quoted piece, if nothing but a mark and "and" stand before it."""
    while context.low(at) in SIDE_MARKS or context.has("conjunctions", at):
        at += 1
    return at + 1 if is_quoted(context, at) else None


def is_cue(context: Context, cue: Cue, at: int) -> bool:
    """Whether another cue begins at a token."""
    return any(c.start == at for c in context.cues if c is not cue)


def splits_quotation(context: Context, begin: int) -> bool:
    """Of "A," she said, "B" the quotation before the cue is hers too, if nobody else said it."""
    end = before_joint(context, begin)
    return (
        end > 0 and context.tokens[end - 1].kind == "q" and not any(c.start < end - 1 for c in context.cues)
    )


def quotation_before(context: Context, cue: Cue, after: int, begin: int) -> Range | None:
    """A quotation, then who said it: "…," said X."""
    if cue.kind == "accuse" or begin == 0:
        return None
    end = before_joint(context, begin)
    if end == 0 or context.tokens[end - 1].kind != "q":
        return None
    start = end - 1
    while start > 0 and (context.tokens[start - 1].kind == "q" or context.low(start - 1) in SIDE_MARKS):
        start -= 1
    if start > 0 and context.tokens[start - 1].kind == "w":
        named = end == begin and not context.low(end - 1)
        if named and any(context.has(k, start - 1) for k in ("determiners", "prepositions")):
            return None  # a name in marks: 'In the "Post" wrote ...'
        start = clause_start(context, end)
    rest = _rest_of_quotation(context, cue, after)
    return start, (clause_end(context, rest) if rest else end)


def _rest_of_quotation(context: Context, cue: Cue, after: int) -> int | None:
    """Where "A," he said of the vote, "B" goes on: the next quoted piece, behind a mark and no other cue."""
    for i in range(after, min(after + _MAX_BETWEEN_PIECES, len(context.tokens))):
        if context.tokens[i].kind == "q":
            return i if context.low(i - 1) in SIDE_MARKS else None
        if context.low(i) in ";:" or (i > cue.start and is_cue(context, cue, i)):
            return None
    return None


def before_joint(context: Context, begin: int) -> int:
    """Back over the comma, dash or question mark between a clause and the words of who said it."""
    end = begin
    if end > 1 and context.has("as_words", end - 1) and context.low(end - 2) == ",":
        end -= 1
    while (
        end > 0
        and begin - end < 4
        and context.low(end - 1) in SIDE_MARKS
        and context.tokens[end - 1].kind == "p"
    ):
        end -= 1
    return end


def clause_start(context: Context, end: int) -> int:
    """Where the clause before ``end`` begins: behind a semicolon or bracket, without leading conjunctions."""
    start = _opening(context, end)
    while (
        start < end
        and context.tokens[start].kind != "q"
        and (context.has("conjunctions", start) or is_break(context.tokens[start]))
    ):
        start += 1
    return start


def _opening(context: Context, end: int) -> int:
    """Behind the last semicolon before ``end``, or the bracket that is still open there."""
    closed = 0
    for i in range(end - 1, -1, -1):
        low = context.low(i)
        closed += (low == ")") - (low == "(")
        if low == ";" or closed < 0:
            return i + 1
    return 0


def is_quoted(context: Context, at: int) -> bool:
    """Whether a quoted piece stands at a token."""
    return at < len(context.tokens) and context.tokens[at].kind == "q"
