"""What a sentence has from the one before it: content, or who says it.

"Об этом сообщил X." tells who said the sentence before; "X went on to say:" announces the paragraph behind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.annotate.attribution import Attribution
from rashomon.annotate.quote_cues import match_phrase
from rashomon.annotate.quote_marks import Quoted
from rashomon.annotate.quote_sources import late_subject
from rashomon.annotate.quote_units import Unit
from rashomon.annotate.quote_words import Lexicon
from rashomon.config import QuoteConfig
from rashomon.types import QuoteKind

#: Rules by which a cue has words of its own behind it, so that it tells nothing of the sentence before.
_OWN_CONTENT = ("_complement_clause", "after_colon", "_reported_infinitive")
_DEFAULTS = QuoteConfig()
#: Pieces of the unit before that are looked at for the cue of a quotation that goes on.
_MAX_CARRIED = 4


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation in code points, not yet trimmed, with the attribution that governs it."""

    kind: QuoteKind
    start: int
    end: int
    by: Attribution | None
    #: The unit in which ``by`` stands; a quotation that goes on has it from the unit before.
    unit: Unit


def announcer(
    unit: Unit, previous: Unit | None, attributions: tuple[Attribution, ...]
) -> tuple[Attribution, Unit] | None:
    """ "Lee went on to say:" with its attributions, before a unit that is nothing but a quotation."""
    if previous is None or not unit.quoted_only or unit.block - previous.block > 1 or not previous.tokens:
        return None
    named = [a for a in attributions if a.source and a.cue.kind != "call"]
    return (named[-1], previous) if named and previous.tokens[-1].low == ":" else None


def carried(unit: Unit, kind: QuoteKind, before: Sequence[Found]) -> tuple[Attribution | None, Unit]:
    """ "A," she said[, adding that B]. "C." has one cue for A and C, when they stand in one paragraph."""
    last = before[-1] if before else None
    if kind != "direct" or not last or not last.by or last.unit.block != unit.block:
        return None, unit
    for item in before[::-1][:_MAX_CARRIED]:
        if (
            item.unit is last.unit
            and item.by
            and item.by.source == last.by.source
            and item.kind != "indirect"
        ):
            return item.by, item.unit
    return None, unit


def referring_back(
    text: str, unit: Unit, previous: Unit | None, attributions: tuple[Attribution, ...], words: Lexicon
) -> list[Found]:
    """ "Об этом сообщил X": what X said is the sentence before."""
    if previous is None or not unit.tokens or unit.block - previous.block > 1:
        return []
    starts = range(min(3, len(unit.tokens)))
    if not any(match_phrase(unit.tokens, i, words.refer_back) for i in starts):
        return []
    by = next((a for a in attributions if a.cue.kind in ("say", "announce", "ask")), None)
    if by is None:
        return []
    told = unit.tokens[by.cue.end - 1].low in words.sets["institutional"]
    if by.content and by.rule in _OWN_CONTENT:
        return []
    subject = None if told or by.cited else late_subject(unit.tokens, by.cue.end, words)
    if subject:
        by = replace(by, source=(subject.start, subject.end))
    pieces = [q for q in previous.quoted if _is_fragment(text, q)]
    if pieces:
        return [Found("mixed", q.inner_start, q.inner_end, by, unit) for q in pieces]
    return [Found("indirect", previous.start, previous.end, by, unit)]


def _is_fragment(text: str, piece: Quoted) -> bool:
    """Words quoted as they were said, no name or title."""
    inner = text[piece.inner_start : piece.inner_end].strip()
    count = len(inner.split())
    return count >= 2 and not is_title(inner) and not (count <= _DEFAULTS.max_name and inner[:1].isupper())


def is_reported_mood(unit: Unit, last: Found | None, words: Lexicon) -> bool:
    """A sentence in the mood of reported speech (Konjunktiv I) goes on with the quotation before it."""
    if last is None or last.end > unit.start or unit.block - last.unit.block > 1:
        return False
    return any(t.low in words.sets["reported_mood"] for t in unit.tokens[:25])


def is_title(inner: str) -> bool:
    """Most words capitalised, as in a title or a sign."""
    words = [w for w in inner.split() if w[0].isalpha()]
    return sum(w[0].isupper() for w in words) >= 0.5 * len(words)
