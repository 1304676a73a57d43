"""Units of reported speech: sentences with their quoted pieces kept whole, as rows of tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rashomon.annotate.quote_marks import Quoted, pair_marks
from rashomon.annotate.quote_words import POINTS, Lexicon
from rashomon.types import Block, Document, Sentence

#: Blocks that repeat the body or say nothing of it.
SKIPPED_ROLES = frozenset(("headline", "subhead", "dateline", "table"))
#: A sentence of more tokens than this is no sentence (a list, junk): only its quotation marks are read.
MAX_TOKENS = 400
#: Where the author's words begin inside of a quotation: a dash, or a comma alone (French, Italian).
_OPENING = re.compile(r"(?P<mark>[,.!?…]?)»?(?:\s[—–-]\s?|(?<=[,!?…])\s)(?=\w)")
_CLOSING = re.compile(r"[,.!?…]?»?\s?[—–-][.,;:]?\s(?=\w)")
_CLOSING_COMMA = re.compile(r"(?:,|(?<![A-ZÀ-Þ])\.)\s(?=\w)")
_DASH = re.compile(r"[—–-]")
#: Longest words of an author between two pieces of a quotation, in code points.
_MAX_AUTHOR = 160
#: A place and an agency before the first sentence: "PORT ARDEN (Wire) — ", "МОСКВА, 3 ноя — Волна. ".
_DATELINE = re.compile(
    r"[^\W\d_]\w*+(?:[ .'’/,-]{1,2}[^\W\d_]\w*+\.?){0,4}"
    r"(?:,? ?\d{1,2}[ .,]{0,2}(?:[^\W\d_]+\.?,?)?)?"
    r"(?: ?\([^()\n]{2,30}\)|(?<=[^\W\d_]))?[.,]? ?(?:[-–—]{1,2}\s+|/[^/\n]{2,20}/[.,]?\s+)"
)
#: The agency behind the dash: "3 ноя — Волна. ".
_AGENCY = re.compile(r"[A-ZА-Я][^\W\d_]+(?: [A-ZА-Я][^\W\d_]+)?\.\s(?=[«“„\"A-ZА-Я])")
_MAX_DATELINE = 70
_DASH_OR_SLASH = re.compile(r"[-–—/]")
#: "NATO - the alliance - said": a second dash makes an aside of what stands behind the first.
_ASIDE = re.compile(r"\s[–—-]+\s")


#: Marks at the end of a quoted piece that part it from the words behind; then ``Token.low`` tells the mark.
CLOSING = ",.?!…—–，。？！؟،"


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


#: Marks of other scripts, told as those that the rules know; points of Arabic, which most writers leave out.
_PLAIN = dict(zip("，；：？！（）、،؛؟。", ",;:?!(),,;?.", strict=True))
_POINTED = re.compile(rf"[{POINTS}\u0640\u0307]")


def _word(text: str, start: int, end: int) -> Token:
    surface = text[start:end]
    if any(map(str.isalnum, surface)):
        low = surface.rstrip().lower().replace("’", "'")
        return Token(
            start,
            end,
            low if low.isascii() else _POINTED.sub("", low),
            "w",
            surface.lstrip("$€£#@-")[:1].isupper(),
        )
    return Token(start, end, _PLAIN.get(surface, surface), "p", False)


def _tokens(text: str, start: int, end: int, quoted: list[Quoted], words: Lexicon) -> tuple[Token, ...]:
    tokens: list[Token] = []
    at = start
    for piece in [*quoted, None]:
        stop = piece.start if piece else end
        tokens.extend(_word(text, m.start(), m.end()) for m in words.token.finditer(text, at, stop))
        if piece:
            last = text[piece.inner_start : piece.inner_end].rstrip()[-1:]
            mark = f'"{last}' if last and last in CLOSING else ""
            tokens.append(Token(piece.start, piece.end, mark, "q", True))
            at = piece.end
        if len(tokens) > MAX_TOKENS:
            return tuple(Token(q.start, q.end, "", "q", True) for q in quoted)
    return tuple(tokens)


def _merged(
    text: str, sentences: list[tuple[int, int]], quoted: tuple[Quoted, ...], words: Lexicon
) -> list[tuple[int, int]]:
    """Sentences joined where a quoted piece runs over their border, or where one tells who said the piece."""
    merged: list[tuple[int, int]] = []
    at = 0
    for start, end in sentences:
        while at < len(quoted) and quoted[at].end <= start:
            at += 1
        crosses = at < len(quoted) and quoted[at].start < start
        behind = at > 0 and start - quoted[at - 1].end <= 1 and quoted[at - 1].closed
        if merged and (crosses or (behind and _is_tag(text, start, end, words))):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def _is_tag(text: str, start: int, end: int, words: Lexicon) -> bool:
    """ "Where is it?" [The mayor asked reporters.]: a subject and a cue that governs nothing behind it."""
    if words.words.verb:
        return _is_bare_tag(text[start:end], words)
    near = [m.group() for _, m in zip(range(14), words.token.finditer(text, start, end), strict=False)]
    lows = [w.strip().lower().replace("’", "'") for w in near]
    at = next((i for i, low in enumerate(lows[:9]) if i and low in words.cues), 0)
    leads = ("determiners", "roles", "adverbs", "auxiliaries", "prepositions")
    subject = all(
        w[:1].isupper() or low in words.words.pronouns or any(low in words.sets[k] for k in leads)
        for w, low in zip(near[:at], lows[:at], strict=True)
    )
    if (
        not at
        or not subject
        or lows[at] in words.sets["participles"]
        or lows[0] in words.sets["prepositions"]
    ):
        return False
    behind = lows[at + 1 : at + 5]
    governs = ("complementizers", "infinitive_marks", "auxiliaries")
    told = near[at + 2 : at + 3]  # "writes to Lee"
    if any(low in words.sets[k] for low in behind for k in governs) and not (told and told[0][:1].isupper()):
        return False
    loose = ("prepositions", "adverbs", "time_words", "media_nouns", "addressee", "as_words")
    return not behind or behind[0] in ".,?!" or any(behind[0] in words.sets[k] for k in loose)


def _is_bare_tag(sentence: str, words: Lexicon) -> bool:
    """A few words with a cue that a mark or nothing follows but who speaks, where no capital tells a name."""
    found = zip(range(40), words.token.finditer(sentence), strict=False)
    near = [_word(sentence, m.start(), m.end()) for _, m in found]
    at = next((i for i, token in enumerate(near) if token.low in words.cues), None)
    if at is None or any(t.kind == "p" for t in near[:at]):
        return False
    rest = near[at + 1 :]
    if words.words.verb == "first":
        return at == 0 and len(rest) <= 12 and all(t.kind == "w" for t in rest[:-1])
    return not rest or rest[0].low in (",", ".")


def _without_author(text: str, piece: Quoted, words: Lexicon) -> tuple[Quoted, ...]:
    """«A, — said X. — B» as Russian has it: two pieces, and the author's words between them."""
    for opening in _OPENING.finditer(text, piece.inner_start, piece.inner_end):
        dashed = _DASH.search(opening.group()) is not None
        if not _is_author(text, opening.end(), piece.inner_end, words, dashed):
            continue
        end = opening.start() + len(opening["mark"])
        stop = min(piece.inner_end, opening.end() + _MAX_AUTHOR)
        closing = (_CLOSING if dashed else _CLOSING_COMMA).search(text, opening.end(), stop)
        if end == piece.inner_start or (closing is None and not opening["mark"]):
            continue
        first = Quoted(piece.start, end, piece.inner_start, end)
        if closing is None:
            return (first,)
        return first, Quoted(closing.end(), piece.end, closing.end(), piece.inner_end, piece.closed)
    return (piece,)


def _is_author(text: str, start: int, end: int, words: Lexicon, dashed: bool) -> bool:
    """Whether words inside of a quotation tell who says it: a cue, and behind a mere comma its subject."""
    if not dashed and not words.words.comma_inserts:
        return False
    near = [m.group() for _, m in zip(range(6), words.token.finditer(text, start, end), strict=False)]
    lows = [w.strip().lower().replace("’", "'") for w in near]
    at = next((i for i, w in enumerate(lows) if w not in words.sets["auxiliaries"]), len(lows))
    if at >= len(lows) - 1 or lows[at] not in words.cues:
        return False
    if at == 0 and lows[0] in words.sets["past_participles"]:
        return False
    behind = lows[at + 1]
    named = near[at + 1][:1].isupper() or behind.startswith("-") or behind in words.sets["articles"]
    return dashed or (named and (at > 0 or lows[at] not in words.sets["ambiguous"]))


def _without_dateline(text: str, start: int, end: int) -> int:
    """Where a paragraph begins behind its dateline: capitals, or an agency in brackets or a date."""
    stop = min(end, start + _MAX_DATELINE)
    if _DASH_OR_SLASH.search(text, start, stop) is None:
        return start
    match = _DATELINE.match(text, start, stop)
    if match is None:
        return start
    line = match.group()
    first = line.split()[0]
    shouted = sum(c.isupper() for c in first) > 1 and first.upper() == first
    dated = any(c.isdigit() for c in line)
    if not (shouted or ")" in line or dated) or _ASIDE.search(text, match.end(), min(end, match.end() + 60)):
        return start
    agency = _AGENCY.match(text, match.end(), end) if dated else None
    return agency.end() if agency else match.end()


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
    body = _without_dateline(text, block.start, block.end)
    for sentence_start, sentence_end in _merged(text, sentences, quoted, words):
        start = body if sentence_start < body < sentence_end else sentence_start
        inside: list[Quoted] = []
        while at < len(quoted) and quoted[at].start < sentence_end:
            inside.append(quoted[at])
            at += 1
        end = max(sentence_end, inside[-1].end) if inside else sentence_end
        tokens = _tokens(text, start, end, inside, words)
        only = bool(inside) and len(tokens) <= MAX_TOKENS and all(t.kind != "w" for t in tokens)
        units.append(Unit(start, end, index, tokens, tuple(inside), only))
    return units
