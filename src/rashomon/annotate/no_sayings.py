"""Attributions that only look like sayings: each rule is asked in its turn."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.annotate.attribution import Attribution, Context


def without_no_sayings(context: Context, found: list[Attribution]) -> list[Attribution]:
    """The attributions that no rule takes for something else."""
    return [a for a in found if not any(rule(context, a) for rule in RULES)]


def _nobody_speaks(context: Context, told: Attribution) -> bool:
    """ "in [the] confirmed dead", "[not yield to] demands": no speaker ends in an article, or is denied."""
    if told.source is None or told.cue.participle or told.cue.kind in ("according_after", "own_account"):
        return False
    start, end = told.source
    if told.cue.kind == "according":
        return all(context.has("articles", i) for i in range(start, end))  # "secondo la quale"
    if _is_participle(context, start) and context.has("prepositions", start + 1):
        return True  # "[coupled with his] tweets"
    # "plus de la moitié"
    counted = context.has("prepositions", start + 1) or context.has("determiners", start + 1)
    denied = context.has("negations", start) and not counted
    return denied or (context.has("articles", end - 1) and end <= told.cue.start)


def _tells_an_amount(context: Context, told: Attribution) -> bool:
    """ "the index [added] 0.9%": what something rose by, not what somebody said."""
    if told.content is None or told.cue.kind != "say" or told.content[0] < told.cue.end:
        return False
    at = told.content[0]
    share = "%" in context.low(at) + context.low(at + 1) and context.low(at)[:1].isdigit()
    behind = at + 1 if "%" in context.low(at) else at + 2
    closed = behind >= told.content[1] or any(context.has(k, behind) for k in ("clause_words", "time_words"))
    return share and closed


def _is_believed(context: Context, told: Attribution) -> bool:
    """ "two losses now [thought] to have been errors": a thing that others think of."""
    if told.source is None or told.cue.kind != "think" or not context.has("infinitive_marks", told.cue.end):
        return False
    who = range(*told.source)
    speaks = any(context.has("roles", i) or context.tokens[i].capital for i in who)
    pronoun = any(context.low(i) in context.words.words.pronouns for i in who)
    return context.has("auxiliaries", told.cue.end + 1) and not speaks and not pronoun


def _is_done_by(context: Context, told: Attribution) -> bool:
    """ "the first case [acknowledged] by the ministry": a passive without its auxiliary."""
    behind = told.content is not None and told.content[0] == told.cue.end
    return behind and _is_participle(context, told.cue.end - 1) and context.has("agents", told.cue.end)


def _is_participle(context: Context, at: int) -> bool:
    return context.low(at).endswith(context.words.words.past_endings or ("\0",))


def _is_counted(context: Context, told: Attribution) -> bool:
    """ "[nach Schätzungen] etwa 300 Menschen": a number of people is what is told."""
    if told.source is None or told.cue.kind != "according":
        return False
    who = range(*told.source)
    counted = len(who) > 1 and any(context.low(i)[:1].isdigit() for i in who[:2])
    return counted and not any(context.has("roles", i) for i in who)


def _is_an_address(context: Context, told: Attribution) -> bool:
    """ "orders! https://…": what stands behind is no clause."""
    return told.content is not None and context.low(told.content[0]).startswith("/")


def _leaves_brackets(context: Context, told: Attribution) -> bool:
    """ "(…, [scrive] l'agenzia, che ha dato la notizia), per lui …": a clause begun inside of brackets."""
    if told.content is None:
        return False
    lows = [context.low(i) for i in range(*told.content)]
    closed = lows.index(")") if ")" in lows else -1
    quoted = any(context.tokens[i].kind == "q" for i in range(*told.content))
    return closed >= 0 and "(" not in lows[:closed] and closed + 1 < len(lows) and not quoted


RULES: tuple[Callable[[Context, Attribution], bool], ...] = (
    _nobody_speaks,
    _tells_an_amount,
    _is_believed,
    _is_done_by,
    _is_counted,
    _is_an_address,
    _leaves_brackets,
)
