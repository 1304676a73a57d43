"""The records of a WARC file (ISO 28500), read on behind whatever is damaged.

    stream -> _Raw (packed bytes) -> _Segment (unpacked bytes, no gap in them) -> Record | Damage

A plain file is one segment, of a packed one each gzip member is one; a record lies in one segment.
Of a record no more than ``limit`` bytes are kept, and of a member no more is unpacked than text
could hold, so that neither a long file nor a bomb fills the memory. warcio, the common library,
stops at the first damage and loses the rest of the file: measured with flipped, cut and zeroed bytes.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import BinaryIO

GZIP, VERSION = b"\x1f\x8b\x08", b"WARC/"
_BLOCK, _PIECE = 16_384, 262_144
_MOST_HEADERS = 65_536
#: How far back the next member is looked for: a broken one may swallow what follows it.
_BEHIND = 1_048_576
#: Deflate packs text 3 to 50 times; a thousand times is a bomb.
MOST_RATIO = 200
_START = re.compile(rb"(?<![^\n])WARC/[01]\.\d+\r?\n")
#: Where a record begins behind damage, which may have taken the line end before it.
_NEXT_START = re.compile(rb"WARC/[01]\.\d+\r?\n(?=(?:WARC|Content)-)", re.IGNORECASE)
#: A name that stands twice is of two records run together; one alone may be repeated.
_NAMES = re.compile(rb"^(content-length|warc-(?!concurrent-to)[a-z-]{1,40}):", re.IGNORECASE | re.MULTILINE)
_END_OF_HEADERS = re.compile(rb"\r?\n\r?\n")
_FOLDED = re.compile(r"\r?\n[ \t]+")


@dataclass(frozen=True, slots=True)
class Record:
    """One record: where it lies, its headers by names in small letters, and the first bytes of its block."""

    offset: int
    headers: Mapping[str, str]
    block: bytes
    length: int


@dataclass(frozen=True, slots=True)
class Damage:
    """What was lost between two bytes of the file as it lies there; ``end`` is None at its end."""

    start: int
    what: str
    end: int | None = None


class _Broken(Exception):
    """Bytes that cannot be read as what they ought to be; what is behind them may be."""


def read_records(stream: BinaryIO, limit: int) -> Iterator[Record | Damage]:
    """Every record that can be read, and one Damage for each stretch that cannot. Raises OSError."""
    lost: Damage | None = None
    for segment in _segments(_Raw(stream), limit):
        for found in _records_in(segment, limit):
            if isinstance(found, Damage):
                lost = lost or found
                continue
            if lost:
                yield replace(lost, end=found.offset)
                lost = None
            yield found
    if lost:
        yield lost


def parse_headers(lines: bytes) -> dict[str, str]:
    """Header lines of WARC and of HTTP by name in small letters; the first of a name counts."""
    headers: dict[str, str] = {}
    for line in _FOLDED.sub(" ", lines.decode("utf-8", "replace")).split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), value.strip())
    return headers


# ---------------------------------------------------------------- unpacked bytes -> records


class _Segment:
    """A window that moves over unpacked bytes; ``problem`` says why they ended before their end."""

    def __init__(self, offset: int, pieces: Iterator[bytes], *, packed: bool) -> None:
        self.offset = offset
        self.window = bytearray()
        self.problem: str | None = None
        self._pieces = pieces
        self._packed = packed

    def has(self, count: int) -> bool:
        """Whether so many bytes are there, after reading as far as it takes."""
        while len(self.window) < count and self.problem is None:
            try:
                piece = next(self._pieces, b"")
            except _Broken as broken:
                self.problem = str(broken)
                break
            if not piece:
                break
            self.window += piece
        return len(self.window) >= count

    def drop(self, count: int) -> None:
        """Move on; a byte of a packed file has no place but that of its member."""
        del self.window[:count]
        self.offset += 0 if self._packed else count

    def push_back(self, data: bytes) -> None:
        """Move back, to read the same bytes in another way."""
        self.window[:0] = data
        self.offset -= 0 if self._packed else len(data)

    def skip_blank(self) -> bool:
        """Pass line ends over; False at the end."""
        while self.has(1):
            blank = len(self.window) - len(self.window.lstrip(b"\r\n"))
            if not blank:
                return True
            self.drop(blank)
        return False

    def skip_to_start(self) -> None:
        """Pass everything over up to where the next record might begin, or to the end."""
        self.drop(1)
        while self.has(1):
            if start := _NEXT_START.search(self.window):
                self.drop(start.start())
                return
            searched = len(self.window)
            # The line that begins a record may lie across two pieces.
            self.drop(max(0, searched - 32) if self.has(searched + 1) else searched)


def _records_in(segment: _Segment, limit: int) -> Iterator[Record | Damage]:
    while segment.skip_blank():
        offset = segment.offset
        try:
            yield _record(segment, limit)
        except _Broken as broken:
            yield Damage(offset, str(broken))
            segment.skip_to_start()
    if segment.problem:
        yield Damage(segment.offset, segment.problem)


def _record(segment: _Segment, limit: int) -> Record:
    offset = segment.offset
    headers = _headers(segment)
    uri = headers.get("warc-target-uri")
    named = f"a record of {uri}" if uri else "a record"
    size = headers.get("content-length", "")
    if "warc-type" not in headers or not re.fullmatch(r"[0-9]{1,15}", size):
        raise _Broken(f"{named} with broken headers")
    block, length = _block(segment, int(size), limit)
    if length < int(size) or not _ends(segment):
        # A length that is too great has swallowed the records behind it.
        _look_inside(segment, block, length)
        raise _Broken(f"{named}: {segment.problem or 'it does not end where it says'}")
    return Record(offset, headers, block, length)


def _headers(segment: _Segment) -> dict[str, str]:
    segment.has(16)
    if not _START.match(segment.window):
        raise _Broken(segment.problem or "bytes that are no record")
    asked = _BLOCK
    while True:
        more = segment.has(asked)
        end = _END_OF_HEADERS.search(segment.window, 0, _MOST_HEADERS)
        if end:
            break
        if not more or asked > _MOST_HEADERS:
            raise _Broken(segment.problem or "a record whose headers are broken or cut off")
        asked *= 2
    lines = bytes(segment.window[: end.start()])
    names = _NAMES.findall(lines.lower())
    if len(names) > len(set(names)):
        raise _Broken("two records run together")
    segment.drop(end.end())
    return parse_headers(lines)


def _block(segment: _Segment, length: int, limit: int) -> tuple[bytes, int]:
    """The first ``limit`` bytes of a block, and how many there were of it."""
    kept = bytearray()
    left = length
    while left and segment.has(1):
        step = min(left, len(segment.window))
        kept += segment.window[: min(step, limit - len(kept))]
        segment.drop(step)
        left -= step
    return bytes(kept), length - left


def _ends(segment: _Segment) -> bool:
    """Whether a record ends here: with two line ends, a next record, or the end of the segment."""
    segment.has(16)  # The sum that proves a gzip member stands behind its last byte.
    window = segment.window
    ended = not window.strip(b"\r\n") and not segment.has(len(window) + 1)
    followed = window.startswith((b"\r\n\r\n", b"\n\n", b"\r\n" + VERSION, VERSION))
    return segment.problem is None and (ended or followed)


def _look_inside(segment: _Segment, block: bytes, length: int) -> None:
    """Go back to a record that begins inside a broken block, where the block is still whole."""
    start = _NEXT_START.search(block, 1)
    if start and len(block) == length:
        segment.push_back(block[start.start() - 1 :])


# ---------------------------------------------------------------- packed bytes -> segments


def _segments(raw: _Raw, limit: int) -> Iterator[_Segment]:
    if not raw.is_packed():
        yield _Segment(0, raw.plain(), packed=False)
        return
    while raw.more():
        segment = _Segment(raw.offset, raw.member(limit), packed=True)
        yield segment
        if segment.problem and not raw.find_member():
            return


class _Raw:
    """The file as it lies there; ``offset`` is that of the first byte nobody has taken yet."""

    def __init__(self, stream: BinaryIO) -> None:
        self.offset = 0
        self._stream = stream
        self._ahead = bytearray()
        self._behind = bytearray()  # What the present member has taken, its last _BEHIND bytes.

    def is_packed(self) -> bool:
        """Whether gzip members lie here, even where the first is damaged."""
        while len(self._ahead) < 4 * _BLOCK and self._read():
            pass
        start = bytes(self._ahead[: 4 * _BLOCK])
        return start.startswith(GZIP) or (GZIP in start and not _START.search(start))

    def plain(self) -> Iterator[bytes]:
        """All bytes as they are."""
        while self.more():
            yield self._take()

    def member(self, limit: int) -> Iterator[bytes]:
        """The bytes in the gzip member that begins here. Raises _Broken where it breaks off."""
        self._behind.clear()
        unpacker = zlib.decompressobj(31)
        taken = given = 0
        full = False
        while not unpacker.eof:
            block = unpacker.unconsumed_tail
            if not block:
                block = self._take()
                taken += len(block)
            if not block and not full:
                raise _Broken("the file ends within it")
            before = unpacker.copy()
            try:
                data = unpacker.decompress(block, _PIECE)
            except zlib.error:
                yield from _up_to_the_break(before, block)
                raise _Broken("broken gzip") from None
            given += len(data)
            full = len(data) == _PIECE
            if given > 2 * max(limit, _PIECE) and given > MOST_RATIO * taken:
                raise _Broken(f"a gzip member that unpacks to more than {MOST_RATIO} times its size")
            if data:
                yield data
        self._ahead[:0] = unpacker.unused_data
        self.offset -= len(unpacker.unused_data)

    def more(self) -> bool:
        """Whether there are bytes that nobody has taken."""
        return bool(self._ahead) or self._read()

    def find_member(self) -> bool:
        """Move to the next gzip member that opens to a record, back into what a broken one has taken."""
        self.offset -= len(self._behind)
        self._ahead[:0] = self._behind
        self._behind.clear()
        at = 1
        while True:
            at = self._ahead.find(GZIP, at)
            if at < 0:
                self._move(max(0, len(self._ahead) - len(GZIP) + 1))
                at = 0
                if not self._read():
                    return False
                continue
            while len(self._ahead) - at < _BLOCK and self._read():
                pass
            if _opens_a_record(bytes(self._ahead[at : at + _BLOCK])):
                self._move(at)
                return True
            at += 1

    def _read(self) -> bool:
        block = self._stream.read(_BLOCK)
        self._ahead += block
        return bool(block)

    def _take(self) -> bytes:
        if not self._ahead:
            self._read()
        taken = bytes(self._ahead)
        self._move(len(taken))
        self._behind += taken
        del self._behind[:-_BEHIND]
        return taken

    def _move(self, count: int) -> None:
        del self._ahead[:count]
        self.offset += count


def _up_to_the_break(unpacker: zlib._Decompress, block: bytes) -> Iterator[bytes]:
    """What can still be unpacked: it may tell the address of what is lost."""
    try:
        for at in range(0, len(block), 32):
            if data := unpacker.decompress(block[at : at + 32]):
                yield data
    except zlib.error:
        pass


def _opens_a_record(packed: bytes) -> bool:
    try:
        return zlib.decompressobj(31).decompress(packed, 64).lstrip(b"\r\n").startswith(VERSION)
    except zlib.error:
        return False
