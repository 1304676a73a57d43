"""An HTTP response as it went over the wire (RFC 9112) -> status, headers, unpacked body."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.read.records import parse_headers

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})")
_END_OF_HEADERS = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"[ \t]*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([^\s"';,]{2,40})""", re.IGNORECASE)
_PLAIN_CODINGS = ("", "identity", "none", "utf-8")


@dataclass(frozen=True, slots=True)
class Response:
    """A response with its body unpacked; ``problem`` says why it could not be, or not wholly."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    problem: str | None = None

    @property
    def media_type(self) -> str:
        """The media type in small letters without its parameters, or ""."""
        return media_type_of(self.headers.get("content-type"))

    @property
    def charset(self) -> str | None:
        """The encoding that the server told."""
        return charset_of(self.headers.get("content-type"))


def media_type_of(content_type: str | None) -> str:
    """'text/html' of 'Text/HTML; charset=utf-8'."""
    return (content_type or "").partition(";")[0].strip().lower()


def charset_of(content_type: str | None) -> str | None:
    """'utf-8' of 'Text/HTML; charset=utf-8'."""
    match = _CHARSET.search(content_type or "")
    return match.group(1).lower() if match else None


def parse_response(block: bytes, limit: int) -> Response | None:
    """The response in a block, its body unpacked up to ``limit`` bytes; None where none is."""
    status = _STATUS.match(block)
    if status is None:
        return None
    end = _END_OF_HEADERS.search(block)
    headers = parse_headers(block[: end.start()] if end else block)
    body = block[end.end() :] if end else b""
    problem = None
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body, problem = _unchunked(body)
    # Codings stand in the order in which they were applied.
    for coding in reversed(headers.get("content-encoding", "").lower().split(",")):
        body, broken = _decoded(body, coding.strip(), limit)
        problem = problem or broken
    return Response(int(status.group(1)), headers, body, problem)


def _unchunked(body: bytes) -> tuple[bytes, str | None]:
    """The chunks joined; crawlers that have joined them often leave the header: then as it is."""
    parts: list[bytes] = []
    at = 0
    while chunk := _CHUNK.match(body, at):
        size = int(chunk.group(1), 16)
        if not size:
            return b"".join(parts), None
        parts.append(body[chunk.end() : chunk.end() + size])
        at = chunk.end() + size
        if at > len(body):
            break
        at += 2 if body[at : at + 2] == b"\r\n" else 1 if body[at : at + 1] == b"\n" else 0
    if not parts:
        return body, None
    return b"".join(parts), "the last chunks of it are missing"


def _decoded(body: bytes, coding: str, limit: int) -> tuple[bytes, str | None]:
    """One content coding undone; a body that is not packed, whatever its header says, as it is."""
    if coding in ("gzip", "x-gzip"):
        return _inflated(body, 31, limit) if body[:2] == b"\x1f\x8b" else (body, None)
    if coding == "deflate":
        zlib_header = len(body) > 1 and body[0] & 15 == 8 and (body[0] << 8 | body[1]) % 31 == 0
        if zlib_header:
            return _inflated(body, 15, limit)
        raw, problem = _inflated(body, -15, limit)
        return (raw, problem) if raw else (body, None)
    if coding in _PLAIN_CODINGS or _is_text(body):
        return body, None
    return b"", f"packed with {coding[:20]}, which cannot be unpacked here"


def _inflated(body: bytes, window: int, limit: int) -> tuple[bytes, str | None]:
    unpacker = zlib.decompressobj(window)
    try:
        data = unpacker.decompress(body, limit + 1)
    except zlib.error:
        data = _as_far_as_it_goes(body, window, limit)
        return data, "its packed body is broken"
    if len(data) > limit:
        return data, None
    return data, None if unpacker.eof else "its packed body is cut off"


def _as_far_as_it_goes(body: bytes, window: int, limit: int) -> bytes:
    """What can be unpacked before the break; byte by byte near it would be no gain for a reader."""
    unpacker = zlib.decompressobj(window)
    data = bytearray()
    try:
        for start in range(0, len(body), 256):
            data += unpacker.decompress(body[start : start + 256], limit + 1 - len(data))
            if len(data) > limit:
                break
    except zlib.error:
        pass
    return bytes(data)


def _is_text(body: bytes) -> bool:
    """Text in letters of ASCII: a body that its crawler has unpacked already."""
    start = body[:512]
    return bool(start) and sum(32 <= byte < 127 or byte in (9, 10, 13) for byte in start) > 0.8 * len(start)
