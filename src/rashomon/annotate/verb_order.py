"""Attributions where no capital tells a name: by the order of subject, verb of saying and quotation.

Arabic has the verb first ("qala X: «…»"), Chinese between subject and quotation ("X说：“…”"), Turkish last
("X, “…” dedi"). What stands on that side of the verb up to a mark or a word of time, place or means speaks.
"""

from __future__ import annotations

from dataclasses import replace

from rashomon.annotate.attribution import MIN_CLAUSE, SIDE_MARKS, Attribution, Context, Range, clause_end
from rashomon.annotate.noun_phrases import Phrase, is_break
from rashomon.annotate.quote_cues import Cue, find_cues
from rashomon.annotate.quote_units import Unit
from rashomon.annotate.quote_words import Lexicon
from rashomon.annotate.quoted_clauses import is_cue, is_quoted, quotation_end
from rashomon.annotate.subjects import (
    MAX_SUBJECT,
    capitals_left,
    capitals_right,
    is_loose,
    maker,
    segment,
    subject_left,
    subject_right,
)

#: How far from its cue a content begins, in tokens.
_MAX_BETWEEN = 28
_MAX_NAMED = 12
#: A quotation of so many code points is no name or title.
_MIN_LONG = 30


def by_order(unit: Unit, words: Lexicon) -> tuple[Attribution, ...]:
    """All attributions of a unit in a language whose file tells where the verb stands (``verb``)."""
    cues = find_cues(unit.tokens, words)
    context = Context(unit.tokens, cues, words)
    read = {"first": _verb_first, "middle": _verb_middle, "last": _verb_last}[words.words.verb]
    found: list[Attribution] = []
    for cue in cues:
        inside = bool(found) and found[-1].cue.kind == "according" and cue.start < found[-1].outer[1]
        if inside or cue.kind in ("relay", "relayed_by", "according_after", "own_account"):
            continue
        attribution = _according(context, cue) if cue.kind == "according" else read(context, cue, found)
        if attribution:
            found.append(attribution)
    return tuple(_apart(context, found)) if found else _by_colon(context)


# ---------------------------------------------------------------- the three orders


def _verb_first(context: Context, cue: Cue, before: list[Attribution]) -> Attribution | None:
    """ "wa-qala X fi bayan: «…»", "wa-adafa anna …", "«…», qala X"."""
    beside = _cited(context, cue) or subject_right(context, cue.end) or subject_left(context, cue.start)
    subject = _same(before) if cue.participle else beside
    after = max(subject.end, cue.end) if subject else cue.end
    behind = _behind(context, cue, after)
    if behind is not None:
        return _told(context, cue, subject, (behind, _end(context, behind)))
    piece = _piece_before(context, min(cue.start, subject.start) if subject else cue.start, before)
    return _told(context, cue, subject, (piece, piece + 1)) if piece is not None else None


def _cited(context: Context, cue: Cue) -> Phrase | None:
    """ "naqalat al-wikala 'an X [qawlahu]: «…»": the preposition tells who spoke, "his saying" is the cue."""
    if not context.has("account_nouns", cue.start):
        return None
    near = range(cue.start - 1, max(-1, cue.start - MAX_SUBJECT), -1)
    at = next((i for i in near if context.has("institutional", i)), None)
    return None if at is None or at + 1 >= cue.start else Phrase(at + 1, cue.start, at)


def _verb_middle(context: Context, cue: Cue, before: list[Attribution]) -> Attribution | None:
    """ "X说：“…”", "“…，”X说，“…”", "X表示，……"."""
    subject = subject_left(context, cue.start)
    piece = _piece_before(context, subject.outer if subject else cue.start, before)
    behind = _behind(context, cue, cue.end)
    if subject is None and cue.start > 0 and not is_break(context.tokens[cue.start - 1]):
        if not all(
            is_loose(context, i) or context.has("conjunctions", i) for i in segment(context, cue.start)
        ):
            return None
        subject = _same(before)
    if piece is None and subject is None and behind is not None and not is_quoted(context, behind):
        return None
    if piece is not None and (behind is None or context.low(cue.end) == ","):
        split = behind is not None and is_quoted(context, behind)
        return _told(context, cue, subject, (piece, _end(context, behind) if split and behind else piece + 1))
    return _told(context, cue, subject, (behind, _end(context, behind))) if behind is not None else None


def _verb_last(context: Context, cue: Cue, before: list[Attribution]) -> Attribution | None:
    """ "X, “…” dedi", "“…” diyen X", "X şunları söyledi: “…”", "X, …diğini söyledi"."""
    start = max((a.outer[1] for a in before), default=0)
    piece = _piece_before(context, cue.start, before)
    if piece is not None and context.has("participles", cue.start):
        return _told(context, cue, capitals_right(context, cue.end), (piece, cue.start))
    if piece is not None:
        passive = (
            " ".join(context.low(i) for i in range(cue.start, cue.end)) in context.words.words.impersonal
        )
        subject = maker(context, start, piece) if passive else capitals_left(context, start, piece)
        subject = subject or (None if passive else capitals_right(context, cue.end))
        rest = max(subject.end if subject else 0, cue.end)
        split = context.low(rest) == "," and is_quoted(context, rest + 1)
        return _told(context, cue, subject or _same(before), (piece, rest + 2 if split else cue.start))
    subject = capitals_left(context, start, cue.start)
    if context.low(cue.end) == ":" and is_quoted(context, cue.end + 1):
        return _told(context, cue, subject, (cue.end + 1, quotation_end(context, cue.end + 1)))
    endings = context.words.words.participle_endings
    if subject and endings and context.low(cue.start - 1).endswith(endings):
        begin = subject.end
        while begin < cue.start and (is_break(context.tokens[begin]) or is_loose(context, begin)):
            begin += 1
        if cue.start - begin >= MIN_CLAUSE - 1:
            return _told(context, cue, subject, (begin, cue.start))
    return None


def _told(context: Context, cue: Cue, subject: Phrase | None, content: Range) -> Attribution:
    named = (subject.start, subject.end) if subject else None
    outer = (cue.start, cue.end)
    between = subject is not None and subject.end <= content[0] and content[1] <= cue.start
    if subject and not between:  # "X, “…” dedi": the content stands between both
        outer = (min(subject.outer, cue.start), max(subject.end, cue.end))
    return Attribution(cue, named, content, "order", outer=outer)


def _same(before: list[Attribution]) -> Phrase | None:
    """The subject of the verb before, for a second verb without one."""
    source = before[-1].source if before else None
    return Phrase(*source, source[0]) if source else None


def _according(context: Context, cue: Cue) -> Attribution | None:
    """ "据X，……": a source behind its word, up to a comma, and the clause behind that."""
    end = cue.end
    while end < len(context.tokens) and not is_break(context.tokens[end]) and end - cue.end < MAX_SUBJECT:
        end += 1
    if (
        cue.start > 1
        or end == cue.end
        or context.low(end) not in (",", ":")
        or len(context.tokens) - end < MIN_CLAUSE
    ):
        return None
    named = end
    while named - 1 > cue.end and (
        context.low(named - 1) in context.words.cues or context.has("media_nouns", named - 1)
    ):
        named -= 1
    begin = end + 1 + (context.has("complementizers", end + 1) and not context.has("questions", end + 1))
    content = (begin, clause_end(context, begin))
    return Attribution(cue, (cue.end, named), content, "order", outer=(cue.start, end))


def _by_colon(context: Context) -> tuple[Attribution, ...]:
    """ "X：“…”": somebody known as able to speak before a colon and a quotation."""
    at = next((i for i, token in enumerate(context.tokens) if token.low == ":"), 0)
    if not 0 < at <= _MAX_NAMED or not is_quoted(context, at + 1):
        return ()
    who = context.tokens[:at]
    speaks = who[-1].capital or any(
        t.low in context.words.sets[k] for t in who for k in ("roles", "surnames")
    )
    if any(is_break(t) for t in who) or not speaks:
        return ()
    cue = Cue(at, at + 1, "say")
    return (Attribution(cue, (0, at), (at + 1, at + 2), "order", outer=(0, at + 1)),)


# ---------------------------------------------------------------- content


def _behind(context: Context, cue: Cue, after: int) -> int | None:
    """Where a content behind its verb begins: at a quotation, or behind a colon, a conjunction, a comma."""
    ends = (";", ".") if context.words.words.verb == "first" else (";", ".", ",")
    for i in range(after, min(after + _MAX_BETWEEN, len(context.tokens))):
        begin = (
            _begin_of_piece(context, cue, after, i)
            if is_quoted(context, i)
            else _begin(context, cue, after, i)
        )
        if begin is not None and begin < len(context.tokens):
            return begin
        apart = context.low(i) == "," and is_quoted(context, i + 1)
        if (context.low(i) in ends and not apart) or is_cue(context, cue, i):
            return None
    return None


def _begin_of_piece(context: Context, cue: Cue, after: int, at: int) -> int | None:
    """At a quoted piece: here, where a mark leads to it; behind the verb, where words do ("X称……“…”")."""
    long = context.tokens[at].end - context.tokens[at].start > _MIN_LONG
    first = context.words.words.verb == "first"
    if at == after or context.low(at - 1) in (",", ":") or (first and long):
        return at
    plain = context.has("core", cue.start) and not any(is_break(t) for t in context.tokens[after:at])
    return after if plain and not first else None


def _begin(context: Context, cue: Cue, after: int, at: int) -> int | None:
    """Behind a colon or a conjunction; behind a comma, where nothing but the person told precedes it."""
    if context.low(at) == ":":
        return at + 1
    if context.has("complementizers", at) and not (at > after and context.has("clause_words", at - 1)):
        return at if context.has("questions", at) else at + 1
    if context.low(at) != "," or context.words.words.verb == "first" or cue.ambiguous:
        return None
    told = all(_is_addressee(context, i) for i in range(after, at))
    whole = clause_end(context, at + 1) - at > MIN_CLAUSE
    return at + 1 if told and whole and not is_quoted(context, at + 1) else None


def _is_addressee(context: Context, at: int) -> bool:
    own = context.low(at) in context.words.words.pronouns
    return own or context.has("addressee", at) or context.has("roles", at)


def _end(context: Context, at: int) -> int:
    return quotation_end(context, at) if is_quoted(context, at) else clause_end(context, at)


def _piece_before(context: Context, begin: int, before: list[Attribution]) -> int | None:
    """The first of the quoted pieces that end right before ``begin`` and that nobody else said."""
    end = begin
    while end > 0 and begin - end < 3 and context.low(end - 1) in SIDE_MARKS:
        end -= 1
    if end == 0 or not is_quoted(context, end - 1):
        return None
    marked = end < begin or context.low(end - 1) != "" or context.words.words.verb == "last"
    token = context.tokens[end - 1]
    if not marked and (end > 1 or token.end - token.start < _MIN_LONG // 2):
        return None
    taken = max((a.content[1] for a in before if a.content), default=0)
    return end - 1 if end - 1 >= taken else None


def _apart(context: Context, found: list[Attribution]) -> list[Attribution]:
    """Contents end where the next cue with its subject begins."""
    apart = []
    for one, later in zip(found, [*found[1:], None], strict=True):
        start, stop = one.content or (0, 0)
        if later and start < later.outer[0] < stop:
            stop = later.outer[0]
            while stop > start and _is_joint(context, stop - 1):
                stop -= 1
        if start < stop:
            apart.append(replace(one, content=(start, stop)))
    return apart


def _is_joint(context: Context, at: int) -> bool:
    return (
        context.tokens[at].kind == "p" or context.has("clause_words", at) or context.has("conjunctions", at)
    )
