"""Units of reported speech: sentences with their quoted pieces kept whole, as rows of tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rashomon.annotate.quote_marks import Quoted, pair_marks
from rashomon.annotate.quote_words import Lexicon
from rashomon.types import Block, Document, Sentence

#: Blocks that repeat the body or say nothing of it.
SKIPPED_ROLES = frozenset(("headline", "subhead", "dateline", "table"))
#: A sentence of more tokens than this is no sentence (a list, junk): only its quotation marks are read.
MAX_TOKENS = 400
#: Where the author's words begin or end inside of a quotation: a mark, a dash, a word.
_AUTHOR = re.compile(r"[,.!?…]»?\s[—–-]\s(\w+)")


class Token(NamedTuple):
    """A word, a punctuation mark, or a whole quoted piece (kind "q")."""

    start: int
    end: int
    low: str
    kind: Literal["w", "p", "q"]
    capital: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or several that one quoted piece holds together."""

    start: int
    end: int
    block: int
    tokens: tuple[Token, ...]
    quoted: tuple[Quoted, ...]
    #: Nothing but quoted pieces stands in it.
    quoted_only: bool


def _word(text: str, start: int, end: int) -> Token:
    surface = text[start:end]
    if any(map(str.isalnum, surface)):
        return Token(
            start,
            end,
            surface.rstrip().lower().replace("’", "'"),
            "w",
            surface.lstrip("$€£#@-")[:1].isupper(),
        )
    return Token(start, end, surface, "p", False)


def _tokens(text: str, start: int, end: int, quoted: list[Quoted], words: Lexicon) -> tuple[Token, ...]:
    tokens: list[Token] = []
    at = start
    for piece in [*quoted, None]:
        stop = piece.start if piece else end
        tokens.extend(_word(text, m.start(), m.end()) for m in words.token.finditer(text, at, stop))
        if piece:
            tokens.append(Token(piece.start, piece.end, "", "q", True))
            at = piece.end
        if len(tokens) > MAX_TOKENS:
            return tuple(Token(q.start, q.end, "", "q", True) for q in quoted)
    return tuple(tokens)


def _merged(sentences: list[tuple[int, int]], quoted: tuple[Quoted, ...]) -> list[tuple[int, int]]:
    """Sentences joined where a quoted piece runs over their border."""
    merged: list[tuple[int, int]] = []
    at = 0
    for start, end in sentences:
        while at < len(quoted) and quoted[at].end <= start:
            at += 1
        if merged and at < len(quoted) and quoted[at].start < start:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def _without_author(text: str, piece: Quoted, words: Lexicon) -> tuple[Quoted, ...]:
    """«A, — said X. — B» as Russian has it: two pieces, and the author's words between them."""
    opening = _AUTHOR.search(text, piece.inner_start, piece.inner_end)
    if opening is None or opening.group(1).lower() not in words.cues:
        return (piece,)
    first = Quoted(piece.start, opening.start() + 1, piece.inner_start, opening.start() + 1)
    closing = _AUTHOR.search(text, opening.end(), piece.inner_end)
    if closing is None:
        return (first,)
    return first, Quoted(closing.start(1), piece.end, closing.start(1), piece.inner_end, piece.closed)


def find_units(document: Document, sentences: tuple[Sentence, ...], words: Lexicon) -> tuple[Unit, ...]:
    """The units of all blocks that carry text, in order."""
    by_block: dict[int, list[tuple[int, int]]] = {}
    for sentence in sentences:
        by_block.setdefault(sentence.block, []).append((sentence.span.start, sentence.span.end))
    units: list[Unit] = []
    for index, block in enumerate(document.blocks):
        if block.role not in SKIPPED_ROLES and index in by_block:
            units.extend(_block_units(document.text, block, index, sorted(by_block[index]), words))
    return tuple(units)


def _block_units(
    text: str, block: Block, index: int, sentences: list[tuple[int, int]], words: Lexicon
) -> list[Unit]:
    marked = pair_marks(text, block.start, block.end)
    quoted = tuple(part for piece in marked for part in _without_author(text, piece, words))
    units: list[Unit] = []
    at = 0
    for start, sentence_end in _merged(sentences, quoted):
        inside: list[Quoted] = []
        while at < len(quoted) and quoted[at].start < sentence_end:
            inside.append(quoted[at])
            at += 1
        end = max(sentence_end, inside[-1].end) if inside else sentence_end
        tokens = _tokens(text, start, end, inside, words)
        only = bool(inside) and len(tokens) <= MAX_TOKENS and all(t.kind != "w" for t in tokens)
        units.append(Unit(start, end, index, tokens, tuple(inside), only))
    return units
