"""Pairs of quotation marks, of any style, within one paragraph.

A mark tells by itself (« “) or by the spaces around it (straight marks, ’) whether it opens or closes.
Only outermost pairs matter: what stands quoted inside a quotation belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

#: A mark and its possible closers. “ closes „ in German and opens in English; » opens in »German«.
CLOSERS = {
    "“": '”"“',
    "„": '“”"‟',
    "«": "»",
    "»": "«",
    "‚": "‘’",
    "‘": "’'",
    "‹": "›",
    "›": "‹",
    '"': '"”“',
    "'": "'’",
    "''": "''",
    "``": "''",
    "”": "”“",
    "「": "」",
    "『": "』",
}
_MARK = re.compile(r"''|``|[“”„«»‚‘’‹›「」『』\"']")
#: From here on scripts write words without spaces: a letter beside a mark tells nothing.
_UNSPACED = "\u2e80"
_APOSTROPHES = frozenset("'’")
#: A second opening of these means that the first was never closed.
_NEVER_NESTED = frozenset('"“„')
#: Straight and low single marks are trusted only around something; a paragraph of thousands of marks
#: is junk, and stops here.
_MAX_DEPTH = 6


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted piece: ``start``/``end`` with its marks, ``inner_start``/``inner_end`` without.

    ``closed`` is False where the closing mark is missing, as in all but the last paragraph of a
    quotation that runs over several.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True


def _stands_alone(text: str, mark: str, start: int, end: int) -> bool:
    """Whether spaces on both sides leave open what a straight mark does: then it opens and closes in turn."""
    spaced = mark == '"' and text[start - 1 : start].strip() == "" == text[end : end + 1].strip()
    return spaced and text[end : end + 3].strip()[:1] not in (*".,;:!?)",)


def _can_open(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    handle = text[end : end + 2] in (".@", "..")  # a post, or words left out
    return not _is_joined(before) and not after.isspace() and (handle or after not in ".,;:!?)")


def _can_close(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not before.isspace() and not _is_joined(after)


def _is_joined(char: str) -> bool:
    """Whether a mark beside the letter stands inside of a word."""
    return char.isalnum() and char < _UNSPACED


def _opens(text: str, mark: str, start: int, end: int, depth: int) -> bool:
    if mark in ("“", "„", "«", "‚", "‘", "‹", "``", "「", "『"):
        return mark != "‘" or _can_open(text, start, end)
    if mark in _APOSTROPHES:
        after = text[end : end + 1]
        return mark == "'" and _can_open(text, start, end) and after.isalnum() and not after.isdigit()
    if mark in ("»", "›", "”"):
        return depth == 0 and _can_open(text, start, end) and not _can_close(text, start, end)
    return _can_open(text, start, end) or _stands_alone(text, mark, start, end)


def _closing(text: str, stack: list[tuple[str, int, int]], mark: str, start: int, end: int) -> int | None:
    """The index in the stack of the pair this mark closes."""
    for i in range(len(stack) - 1, -1, -1):
        opener = stack[i][0]
        if mark in CLOSERS[opener] and (len(mark) == 1 or CLOSERS[opener] == mark):
            closes = _can_close(text, start, end) and not _can_open(text, start, end)
            if mark == "“" and opener in "“”" and not closes:
                return None
            if mark in _APOSTROPHES and not _can_close(text, start, end):
                return None
            if (
                mark == '"'
                and opener == '"'
                and _can_open(text, start, end)
                and not _can_close(text, start, end)
            ):
                return None
            return i
    return None


def pair_marks(text: str, start: int, end: int) -> tuple[Quoted, ...]:
    """The outermost quoted pieces of ``text[start:end]`` (one paragraph), in order, not overlapping."""
    paragraph = text[start:end]
    stack: list[tuple[str, int, int]] = []
    found: list[Quoted] = []
    last_close = -1
    for match in _MARK.finditer(paragraph):
        mark, at, after = match.group(), match.start(), match.end()
        closes = _closing(paragraph, stack, mark, at, after)
        if closes is not None:
            _, opened, inner = stack[closes]
            del stack[closes:]
            last_close = after
            if all(m in _APOSTROPHES for m, _, _ in stack):
                stack.clear()
            if not stack:
                found.append(Quoted(start + opened, start + after, start + inner, start + at))
        elif _opens(paragraph, mark, at, after, len(stack)):
            if stack and stack[0][0] == mark and mark in _NEVER_NESTED:
                stack.clear()
            if len(stack) < _MAX_DEPTH:
                stack.append((mark, at, after))
    if stack and stack[0][0] not in _APOSTROPHES:
        found.append(_unclosed(paragraph, stack[0], start, last_close))
    return tuple(_outermost(q for q in found if q.inner_start < q.inner_end))


def _unclosed(paragraph: str, opener: tuple[str, int, int], start: int, last_close: int) -> Quoted:
    """A piece whose closing mark is missing: «OOO «X», said Y shares it; else it runs to the end."""
    _, opened, inner = opener
    if last_close > inner:
        return Quoted(start + opened, start + last_close, start + inner, start + last_close - 1)
    return Quoted(start + opened, start + len(paragraph), start + inner, start + len(paragraph), False)


def _outermost(pieces: Iterable[Quoted]) -> list[Quoted]:
    kept: list[Quoted] = []
    for piece in sorted(pieces, key=lambda q: (q.start, -q.end)):
        if not kept or piece.start >= kept[-1].end:
            kept.append(piece)
    return kept
