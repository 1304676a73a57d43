"""A source -> its visible characters in a row, each knowing the characters of the source it was read from.

What white space, tags and entities do to a text is undone on both sides before texts are compared.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

#: Elements whose content is no markup, after the tokenizer of the HTML standard (13.2.5).
_RAW = ("script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp")
#: Attributes up to the end of the tag; a quotation mark counts behind an equals sign alone.
_ATTRIBUTES = r"""[^>=]*+(?:=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?+[^>=]*+)*+(?:>|\Z)"""
_RAW_ELEMENTS = "|".join(rf"{name}(?=[\s/>]){_ATTRIBUTES}(?:[^<]++|<(?!/{name}[\s/>]))*+" for name in _RAW)
#: Every alternative ends at the end of the source at the latest: nothing is read twice.
_MARKUP = re.compile(
    rf"(<(?:{_RAW_ELEMENTS}|/?[a-z]{_ATTRIBUTES}"
    r"|!--(?:-?>|(?:[^-]++|-(?!-!?>))*+(?:--!?>|\Z))|[!?][^>]*+(?:>|\Z)|/[^a-z>][^>]*+(?:>|\Z)|/>))",
    re.I,
)

#: An entity, escaped again by whoever passed it on: "&amp;quot;".
_NAMED = r"(?:amp;|\#38;|\#x26;)*(?:\#\d++;?+|\#x[0-9a-f]++;?+|[a-z][a-z0-9]{1,31}+;?+)"
_ENTITY = rf"&{_NAMED}"
_ESCAPED = rf"(?:&|\\u0026){_NAMED}|(?:\\u[0-9a-f]{{4}})++|\\."

#: Soft hyphens, joiners, marks of direction, controls, characters no text has: parsers drop or replace them.
_UNSEEN = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\x00-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_LONGEST_NUMBER = 12


#: NFC as texts are; NFD where a mark opens a line and must not go into the letter that ends the one above.
Form = Literal["NFC", "NFD"]


@dataclass(frozen=True, slots=True)
class _Spelling:
    """How characters are written otherwise: the marks that show it, what is replaced, all runs of a text."""

    marks: str
    token: re.Pattern[str]
    run: re.Pattern[str]


_IN_TEXT = _Spelling("&", re.compile(_ENTITY, re.I), re.compile(rf"{_ENTITY}|[^\s&]++|&", re.I))
_IN_MARKUP = _Spelling("&\\", re.compile(_ESCAPED, re.I), re.compile(rf"{_ESCAPED}|[^\s&\\]++|[&\\]", re.I))


def text_stream(text: str, form: Form = "NFC") -> Stream:
    """The characters of a text; where it has entities, those they stand for."""
    lines = text.splitlines(keepends=True)
    return Stream(lines, _offsets(lines), _IN_TEXT, form)


def visible(text: str) -> str:
    """The characters of ``text_stream(text)`` alone, for which most lines need no stream."""
    bare = text.replace(" ", "")
    if "&" not in bare and bare.isprintable() and unicodedata.is_normalized("NFC", bare):
        return bare
    return text_stream(text).text


def shown_stream(source: str, form: Form = "NFC") -> Stream:
    """The characters of HTML that stand outside its tags, comments, scripts and the like."""
    pieces = _pieces(source)
    return Stream(pieces[::2], _offsets(pieces)[::2], _IN_TEXT, form)


def told_stream(source: str) -> Stream:
    """The characters of what a page of HTML tells of itself: title, meta elements, JSON-LD."""
    return _markup_stream(source, _TOLD)


def hidden_stream(source: str) -> Stream:
    """The characters of all tags, attributes, scripts and comments of a page of HTML."""
    return _markup_stream(source, _ANY)


def literal_stream(source: str) -> Stream:
    """The same with backslashes as they stand: in the title and in text fields they escape nothing."""
    return _markup_stream(source, _ANY, _IN_TEXT)


def inner_streams(piece: str) -> tuple[Stream, ...]:
    """The characters of a piece of an attribute or a script, its escapes undone or as they stand."""
    pieces = [piece.replace("\x00", "\ufffd")]
    return Stream(pieces, [0], _IN_MARKUP), Stream(pieces, [0], _IN_TEXT)


_TOLD = re.compile(r"<(?:title|meta)\b|<script\b[^>]{0,200}ld\+json", re.I)
_ANY = re.compile("")


def _markup_stream(source: str, wanted: re.Pattern[str], spelling: _Spelling = _IN_MARKUP) -> Stream:
    pieces = _pieces(source)
    markup = [(at, p) for p, at in zip(pieces[1::2], _offsets(pieces)[1::2], strict=False) if wanted.match(p)]
    return Stream([p for _, p in markup], [at for at, _ in markup], spelling)


def _pieces(source: str) -> list[str]:
    """Text and markup by turns; the character zero is read as one that is not known, as parsers do."""
    return _MARKUP.split(source.replace("\x00", "\ufffd"))


def _offsets(pieces: Sequence[str]) -> list[int]:
    """Where each piece begins; one more at the end."""
    return [0, *accumulate(map(len, pieces))]


class Stream:
    """Visible characters (``text``), composed or decomposed, and where each was read."""

    __slots__ = ("_edits", "_offsets", "_pieces", "_spelling", "_starts", "text")

    def __init__(
        self, pieces: Sequence[str], offsets: Sequence[int], spelling: _Spelling, form: Form = "NFC"
    ) -> None:
        self._pieces, self._offsets, self._spelling = pieces, offsets, spelling
        # The commonest text, without entities and invisible characters, takes no call a piece; white
        # space that is no space and no end of a line is not printable.
        plain = spelling is _IN_TEXT
        seen = [
            p.replace(" ", "").replace("\n", "") if plain and "&" not in p else _squeeze(p, spelling)
            for p in pieces
        ]
        text = "".join(seen)
        if not text.isprintable():
            seen = [s if s.isprintable() else _UNSEEN.sub("", "".join(s.split())) for s in seen]
            text = "".join(seen)
        self._starts = _offsets(seen)
        self.text, self._edits = _normalized(text, form)

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The range of the source that the characters start:end, at least one, were read from."""
        if self._edits:
            start, end = _before(start, self._edits)[0], _before(end - 1, self._edits)[1]
        return self._whole_piece(start, end) or (self._read_from(start)[0], self._read_from(end - 1)[1])

    def _whole_piece(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the piece stands that these characters are all of, as most lines of a text are."""
        number = bisect_right(self._starts, start) - 1
        if self._starts[number : number + 2] != [start, end]:
            return None
        raw, offset = self._pieces[number], self._offsets[number]
        bare = raw.strip()
        if not bare.isprintable() or any(map(bare.__contains__, self._spelling.marks)):
            return None
        first = offset + raw.index(bare)
        return first, first + len(bare)

    def _read_from(self, at: int) -> tuple[int, int]:
        # Pieces without a character begin where the next one does: the last of those is meant.
        number = bisect_right(self._starts, at) - 1
        before, after = self._starts[number : number + 2]
        start, end = _nth(self._pieces[number], at - before, after - before, self._spelling)
        return self._offsets[number] + start, self._offsets[number] + end


def _squeeze(raw: str, spelling: _Spelling) -> str:
    if any(map(raw.__contains__, spelling.marks)):
        raw = spelling.token.sub(_spelled, raw)
    seen = "".join(raw.split())
    return seen if seen.isprintable() else _UNSEEN.sub("", seen)


def _spelled(match: re.Match[str]) -> str:
    """What an entity or an escape stands for."""
    told = match[0]
    if told[0] == "\\" and told[1:6].lower() != "u0026":
        if told[1] not in "uU":
            return "" if told[1] in "nrtbf" else told[1]
        units = bytes.fromhex(re.sub(r"\\u", "", told, flags=re.I))
        return units.decode("utf-16-be", "replace")
    told = f"&{told[6:]}" if told[0] == "\\" else told
    while (plain := _unescaped(told)) != told:
        told = plain
    return told


def _unescaped(told: str) -> str:
    # A number of thousands of digits is more than Python reads.
    return "\ufffd" if len(told) > _LONGEST_NUMBER and told[1] == "#" else html.unescape(told)


def _nth(raw: str, wanted: int, count: int, spelling: _Spelling) -> tuple[int, int]:
    """Where the visible character of that number, among so many, was read from in a piece."""
    # Paragraphs mostly begin and end where a piece does.
    if wanted == 0:
        at = len(raw) - len(raw.lstrip())
        if raw[at] not in spelling.marks and raw[at].isprintable():
            return at, at + 1
    if wanted == count - 1 and not any(map(raw.__contains__, spelling.marks)):
        at = len(raw.rstrip()) - 1
        if raw[at].isprintable():
            return at, at + 1
    for run in spelling.run.finditer(raw):
        seen = _squeeze(run[0], spelling)
        if wanted >= len(seen):
            wanted -= len(seen)
            continue
        if seen == run[0]:
            return run.start() + wanted, run.start() + wanted + 1
        if run[0][0] in spelling.marks:
            return run.span()
        at = [i for i, c in enumerate(run[0]) if not _UNSEEN.match(c)][wanted]
        return run.start() + at, run.start() + at + 1
    raise IndexError(wanted)


# ---------------------------------------------------------------- composed characters

#: A cluster that composing changed: where it stands now and its length, where it stood and its length.
_Edit = tuple[int, int, int, int]


def _normalized(text: str, form: Form) -> tuple[str, Sequence[_Edit]]:
    """The text in a normal form and what changed: letters with the marks and vowels behind them."""
    if text.isascii() or unicodedata.is_normalized(form, text):
        return text, ()
    known = sorted(set(text))
    behind = re.escape(
        "".join(c for c in known if unicodedata.category(c)[0] == "M" or "\u1160" <= c <= "\u11ff")
    )
    alone = re.escape("".join(c for c in known if not unicodedata.is_normalized(form, c)))
    cluster = "|".join((f"[^{behind}]?[{behind}]++" * bool(behind), f"[{alone}]" * bool(alone))).strip("|")
    pieces: list[str] = []
    edits: list[_Edit] = []
    shift = last = 0
    for match in re.finditer(cluster, text):
        whole = unicodedata.normalize(form, match[0])
        if whole == match[0]:
            continue
        # A letter that stays as it is is no part of what changed.
        same = int(whole[0] == match[0][0])
        start = match.start() + same
        edits.append((start + shift, len(whole) - same, start, len(match[0]) - same))
        pieces += (text[last : match.start()], whole)
        shift += len(whole) - len(match[0])
        last = match.end()
    return "".join((*pieces, text[last:])), edits


def _before(at: int, edits: Sequence[_Edit]) -> tuple[int, int]:
    """The range that a character was composed from."""
    number = bisect_right(edits, at, key=_place_now) - 1
    if number < 0:
        return at, at + 1
    now, length, then, was = edits[number]
    if at < now + length:
        return then, then + was
    return at - now - length + then + was, at - now - length + then + was + 1


def _place_now(edit: _Edit) -> int:
    return edit[0]
