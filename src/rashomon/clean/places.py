"""Where each line of an article stands in the source of its page.

    source -> Stream (its visible characters in a row, each knowing where it came from)
    lines -> squeezed alike -> sought in the stream, in their order, from both ends

Cleaning leaves characters out and adds none, so those of a line stand in the source in the same order.
Where they stand several times and the order of the lines does not tell which is meant, it is ambiguous.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rashomon.clean.stream import (
    Stream,
    hidden_stream,
    inner_streams,
    literal_stream,
    shown_stream,
    text_stream,
    told_stream,
    visible,
)
from rashomon.types import Document, Place

#: Shorter lines stand in many places by chance: the next line may stand before them.
SURE = 24
#: A line that is not there as a whole is put together of so many pieces at most.
MOST_PIECES = 24
#: Characters read in search of all lines of a page, so that none takes long.
MOST_READ = 100_000_000
#: Lines of these roles may stand anywhere on a page of HTML, or in its head alone.
FREE = frozenset({"headline", "deck"})


def find_places(
    source: str, media_type: str, lines: Sequence[tuple[str, str]]
) -> tuple[tuple[Place, ...], ...]:
    """The places of each (text, role) in a decoded source; the lines are in the order of the page.

    Several places where something was taken out of the line, none where it is not in the source.
    """
    html = media_type == "text/html"
    search = _Search(source, shown_stream(source) if html else text_stream(source), html)
    return search.places(lines)


def trace(document: Document, source: str, media_type: str, start: int, end: int) -> tuple[Place, ...]:
    """Where the characters start:end of a document's text stand in the source, to the character."""
    places: list[Place] = []
    for block in document.blocks:
        if block.start < end and start < block.end:
            text = document.text[block.start : block.end]
            inner = (max(0, start - block.start), min(end, block.end) - block.start)
            places += _within(text, inner, block.places, source, media_type)
    return tuple(places)


def _within(
    text: str, inner: tuple[int, int], places: Sequence[Place], source: str, media_type: str
) -> Iterator[Place]:
    words = visible(text)
    # What is counted are visible characters: the same here and in the source.
    start, end = (len(visible(text[:at])) for at in inner)
    told = 0
    for place in places:
        piece = untagged(source[place.start : place.end], media_type, words[told:])
        low, high = max(start - told, 0), min(end - told, len(piece.text))
        if low < high:
            first, last = piece.source(low, high)
            yield Place(place.start + first, place.start + last, place.ambiguous)
        told += len(piece.text)


def untagged(piece: str, media_type: str, words: str) -> Stream:
    """The characters of a piece of a source, of its text or its markup: whichever begins ``words``."""
    if media_type != "text/html":
        return text_stream(piece)
    readings = [own for own in (shown_stream(piece), *inner_streams(piece)) if words.startswith(own.text)]
    return max(readings, key=_size, default=text_stream(""))


def _size(stream: Stream) -> int:
    return len(stream.text)


#: Where something stands in a stream: half-open, and whether it might as well be elsewhere.
_Range = tuple[int, int, bool]


@dataclass(slots=True)
class _Search:
    """A source that is searched, and how many characters may still be read out of order."""

    source: str
    shown: Stream
    html: bool
    unread: int = MOST_READ
    markup: list[Stream] = field(default_factory=list)
    found: dict[int, tuple[Place, ...]] = field(default_factory=dict)

    def places(self, lines: Sequence[tuple[str, str]]) -> tuple[tuple[Place, ...], ...]:
        words = [visible(text) for text, _ in lines]
        ordered = [i for i, (_, role) in enumerate(lines) if words[i] and not (self.html and role in FREE)]
        ranges = self._in_order([words[i] for i in ordered])
        body = next((r[0] for r in ranges if r and r[1] - r[0] >= SURE), len(self.shown.text))
        for i, whole, window in zip(ordered, ranges, _windows(ranges, len(self.shown.text)), strict=True):
            pieces = (whole,) if whole else self._in_pieces(words[i], *window)
            self.found[i] = self._read_from(self.shown, pieces) or self._elsewhere(words[i])
        for i, own in enumerate(words):
            if own and i not in self.found:
                above = self._before(own, body)
                self.found[i] = self._read_from(self.shown, above) or self._elsewhere(own)
        return tuple(self.found.get(i, ()) for i in range(len(lines)))

    # ------------------------------------------------------------ ways to find a line

    def _in_order(self, words: Sequence[str]) -> list[_Range | None]:
        """Each line where the order of all of them allows it alone, else first behind the one above it."""
        text, size = self.shown.text, len(self.shown.text)
        firsts = self._one_way(text, words)
        backwards = reversed(self._one_way(text[::-1], [own[::-1] for own in reversed(words)]))
        lasts = [size - at - len(own) for at, own in zip(backwards, words, strict=True)]
        ends = _next_starts(
            [first if first == last else -1 for first, last in zip(firsts, lasts, strict=True)], size
        )
        ranges: list[_Range | None] = []
        cursor = 0
        for own, first, last, end in zip(words, firsts, lasts, ends, strict=True):
            at, again = first, False
            if first >= 0 and first != last and not self._is_alone(text, own, first):
                within = self._find(text, own, cursor, end)
                at = within if within >= 0 else first
                again = within < 0 or self.unread <= 0 or self._find(text, own, within + 1, end) >= 0
            ranges.append((at, at + len(own), again) if at >= 0 else None)
            if cursor <= at <= end:
                cursor = at + len(own)
        return ranges

    def _one_way(self, text: str, words: Iterable[str]) -> list[int]:
        """The first place of each behind the one before it, or anywhere; -1 where it does not stand."""
        found, cursor = [], 0
        for own in words:
            at = self._find(text, own, cursor)
            if at >= 0 and len(own) >= SURE:
                cursor = at + len(own)
            found.append(at if at >= 0 or not cursor else self._find(text, own))
        return found

    def _find(self, text: str, words: str, start: int = 0, end: int | None = None) -> int:
        """As str.find, as long as there is something left to read."""
        end = len(text) if end is None else end
        if self.unread <= 0 or start >= end:
            return -1
        at = text.find(words, start, end)
        self.unread -= (end if at < 0 else at) - start
        return at

    def _is_alone(self, text: str, words: str, first: int) -> bool:
        if first < 0 or self.unread <= 0:
            return False
        return self._find(text, words) == first and self._find(text, words, first + 1) < 0

    def _before(self, words: str, end: int) -> tuple[_Range, ...]:
        """The last place in front of the article, or the first behind it."""
        text = self.shown.text
        first = self._find(text, words)
        if first < 0:
            return ()
        places = [first]
        while len(places) < 3 and (at := self._find(text, words, places[-1] + 1)) >= 0:
            places.append(at)
        above = [at for at in places if at < end] or places
        return ((above[-1], above[-1] + len(words), len(above) > 1),)

    def _in_pieces(self, words: str, start: int, end: int) -> tuple[_Range, ...]:
        """A line that something was taken out of: the longest piece that stands there, and so on."""
        pieces: list[_Range] = []
        text = self.shown.text[start:end]
        told = at = 0
        while told < len(words):
            size, place = self._longest(text, words[told:], at)
            if not size:
                # Tables may have been moved behind the text they stood in.
                size, place = self._longest(text, words[told:], 0)
            if not size or len(pieces) == MOST_PIECES:
                return ()
            again = self._find(text, words[told : told + size], place + 1) >= 0
            pieces.append((start + place, start + place + size, again))
            told, at = told + size, place + size
        return tuple(pieces)

    def _longest(self, text: str, words: str, start: int) -> tuple[int, int]:
        """Length and place of the longest beginning of the words that stands behind ``start``."""
        size, place, missing = 0, -1, len(words) + 1
        while size + 1 < missing:
            # Twice as many while all are there, then halfway between what is and what is not.
            doubled = missing > len(words)
            tried = min(2 * size + 1, len(words)) if doubled else (size + missing) // 2
            at = self._find(text, words[:tried], start)
            if at >= 0:
                size, place = tried, at
            else:
                missing = tried
        return size, place

    def _elsewhere(self, words: str) -> tuple[Place, ...]:
        """In what the page tells of itself, in an attribute or a script, or in pieces anywhere."""
        for number, make in enumerate((told_stream, hidden_stream, literal_stream) if self.html else ()):
            if len(self.markup) == number:
                self.markup.append(make(self.source))
            stream = self.markup[number]
            if (at := self._find(stream.text, words)) >= 0:
                again = self._find(stream.text, words, at + 1) >= 0
                return self._read_from(stream, ((at, at + len(words), again),))
        pieces = self._in_pieces(words, 0, len(self.shown.text))
        return self._read_from(self.shown, pieces) or self._decomposed(words)

    def _decomposed(self, words: str) -> tuple[Place, ...]:
        """A line that a mark opens, or the one above it."""
        if self.shown.text.isascii() or self.unread <= 0:
            return ()
        self.unread -= len(self.source)
        stream = (shown_stream if self.html else text_stream)(self.source, "NFD")
        apart = unicodedata.normalize("NFD", words)
        at = self._find(stream.text, apart)
        again = self._find(stream.text, apart, at + 1) >= 0
        return self._read_from(stream, ((at, at + len(apart), again),)) if at >= 0 else ()

    def _read_from(self, stream: Stream, ranges: Iterable[_Range]) -> tuple[Place, ...]:
        return tuple([Place(*stream.source(start, end), again) for start, end, again in ranges])


def _next_starts(starts: Sequence[int], size: int) -> list[int]:
    """For each line where the next one begins whose place is known, the end of the stream for the last."""
    ends: list[int] = []
    for start in reversed(starts):
        ends.append(size)
        size = start if start >= 0 else size
    return ends[::-1]


def _windows(ranges: Sequence[_Range | None], size: int) -> list[tuple[int, int]]:
    """For each line what lies between the lines above and below it that were found."""
    starts, at = [], 0
    for found in ranges:
        starts.append(at)
        at = found[1] if found else at
    ends = _next_starts([found[0] if found else -1 for found in ranges], size)
    return [(start, max(start, end)) for start, end in zip(starts, ends, strict=True)]
