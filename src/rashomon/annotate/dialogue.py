"""Paragraphs of dialogue, whose dashes part what is said from who says it, without quotation marks.

"– Most jest zamknięty. Otworzymy go w maju – powiedział burmistrz. – To niedługo." is speech, author, speech.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rashomon.annotate.across import Found
from rashomon.annotate.attribution import DASHES, Attribution
from rashomon.annotate.quote_units import Token, Unit
from rashomon.annotate.quote_words import Lexicon

#: The cue stands among the first words of the author: "– dodał burmistrz", "– nie ukrywa burmistrz".
_MAX_TO_CUE = 3
#: Fewest words of speech; a dash before fewer is a bullet or a sum.
_MIN_SPEECH = 2
Read = tuple[Unit, tuple[Attribution, ...]]


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands between two dashes; ``by`` and its unit where the author speaks."""

    tokens: tuple[Token, ...]
    by: Attribution | None
    unit: Unit


def with_dialogue(text: str, found: list[Found], read: Sequence[Read], words: Lexicon) -> list[Found]:
    """What was found, with the speech of such paragraphs whole and told by who is named behind it."""
    speeches: list[Found] = []
    for _, same in groupby(read, key=lambda pair: pair[0].block):
        units = list(same)
        if units[0][0].tokens and units[0][0].tokens[0].low in DASHES:
            speeches.extend(_speeches(text, units, words))
    if not speeches:
        return found
    starts = [s.start for s in speeches]

    def is_spoken(item: Found) -> bool:
        at = bisect_right(starts, item.start + 1) - 1
        return at >= 0 and item.start < speeches[at].end

    return [item for item in found if not is_spoken(item)] + speeches


def _speeches(text: str, units: list[Read], words: Lexicon) -> list[Found]:
    parts = list(_parts(text, units, words))
    told: list[Found] = []
    waiting: list[_Part] = []
    last: _Part | None = None
    for part in parts:
        if part.by is None:
            waiting.append(part)
            continue
        told.extend(_joined(waiting, part))
        waiting, last = [], part
    return told + (_joined(waiting, last) if last else [])


def _joined(parts: list[_Part], by: _Part) -> list[Found]:
    """The parts up to one author as one speech, a dash inside of it kept."""
    if not parts or sum(t.kind != "p" for part in parts for t in part.tokens) < _MIN_SPEECH:
        return []
    return [Found("direct", parts[0].tokens[0].start, parts[-1].tokens[-1].end, by.by, by.unit)]


def _parts(text: str, units: list[Read], words: Lexicon) -> Iterator[_Part]:
    placed = [(token, unit, attributions) for unit, attributions in units for token in unit.tokens]
    at = 0
    before: _Part | None = None
    for i in range(1, len(placed) + 1):
        if i < len(placed) and not _is_dash(text, placed[i][0]):
            continue
        tokens = tuple(token for token, _, _ in placed[at + 1 : i])
        if tokens:
            _, unit, attributions = placed[at + 1]
            by = _author(tokens, unit, attributions, words) if before and before.by is None else None
            before = _Part(tokens, by, unit)
            yield before
        at = i


def _is_dash(text: str, token: Token) -> bool:
    around = text[max(0, token.start - 1) : token.start] + text[token.end : token.end + 1]
    return token.low in DASHES and (any(map(str.isspace, around)) or len(around) < len("ab"))


def _author(
    tokens: tuple[Token, ...], unit: Unit, attributions: tuple[Attribution, ...], words: Lexicon
) -> Attribution | None:
    """The attribution whose cue is among the first words behind a dash, if they are the author's."""
    first = tokens[0]
    joint = any(first.low in words.sets[k] for k in ("conjunctions", "clause_words"))
    if first.kind != "w" or (first.capital and len(tokens) > 1 and tokens[1].low not in words.cues) or joint:
        return None
    near = {token.start for token in tokens[:_MAX_TO_CUE]}
    return next((a for a in attributions if unit.tokens[a.cue.start].start in near), None)
