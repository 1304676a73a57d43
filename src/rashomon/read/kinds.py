"""What bytes are, told from the bytes; the name of a file is asked only where they tell nothing."""

from __future__ import annotations

import re
import zlib

HTML, PLAIN = "text/html", "text/plain"
SNIFFED = 65_536
_BLANK = b"\xef\xbb\xbf \t\r\n\x00"

#: Tags that begin or stand in a page; angle brackets in plain text ("a < b", "<name>") are none.
_TAG = re.compile(
    rb"<(?:!doctype|html|head|body|meta|title|article|section|header|main|div|p|span|h[1-6]|ul|ol|table|"
    rb"script|br|a|img|figure)(?=[\s>/])",
    re.IGNORECASE,
)
_OPENING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|\?xml[^>]*>\s*<(?:!doctype|html))", re.I
)
#: What may stand before the first element of XML: its declaration, comments, a document type.
_PROLOGUE = re.compile(
    rb"\s*(?:<\?[^>]{0,500}>|<!--(?:(?!-->).){0,2000}-->|<!DOCTYPE[^>\[]{0,500}>|\s)*", re.S
)
_ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]{0,40}:)?([A-Za-z_][\w.-]{0,40})(?=[\s>/])")
_WARC = re.compile(rb"(?<![^\n])WARC/[01]\.\d+\r?\n")
_MULTIPART = re.compile(rb"^content-type:\s*multipart/(?:related|mixed|alternative)\b", re.I | re.M)
_MIME = re.compile(rb"\s*(?:[!-9;-~]{1,76}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
_SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"\x28\xb5\x2f\xfd", "packed with Zstandard; unpack it first"),
    (b"BZh", "packed with bzip2; unpack it first"),
    (b"\xfd7zXZ", "packed with xz; unpack it first"),
)
_MULTIPLE = 2


def is_blank(body: bytes) -> bool:
    """True where there is nothing but white space."""
    return not body.strip(_BLANK)


def is_html(body: bytes) -> bool:
    """True where the bytes begin as a page does, or hold several of the tags of one."""
    # UTF-16 hides each tag behind zero bytes.
    start = body[:SNIFFED].replace(b"\x00", b"")
    if _OPENING.match(start):
        return True
    tags = sum(1 for _ in _TAG.finditer(start))
    return tags >= _MULTIPLE and (start.lstrip()[:1] == b"<" or tags * 2000 >= len(start))


def is_zip(start: bytes) -> bool:
    """True for a ZIP archive, such as WACZ is."""
    return start.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_gzip(start: bytes) -> bool:
    """True for a gzip file."""
    return start.startswith(b"\x1f\x8b")


def unpacked_start(start: bytes) -> bytes:
    """The beginning of what is in a gzip file, as far as it goes."""
    try:
        return zlib.decompressobj(31).decompress(start, SNIFFED)
    except zlib.error:
        return b""


def is_warc(start: bytes) -> bool:
    """True where a record of WARC begins here, or further on where the beginning is damaged."""
    found = _WARC.search(start)
    return found is not None and (not start[: found.start()].strip() or b"\nWARC-Type:" in start)


def is_mhtml(body: bytes) -> bool:
    """True where headers of a mail stand, with parts behind them."""
    headers = _MIME.match(body[:SNIFFED])
    return headers is not None and _MULTIPART.search(headers.group()) is not None


def xml_root(body: bytes) -> str | None:
    """The name of the first element in small letters, without its prefix; of HTML as well."""
    start = body[:SNIFFED].replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf")
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        start = start[2:]
    prologue = _PROLOGUE.match(start)
    root = _ROOT.match(start, prologue.end() if prologue else 0)
    return root.group(1).decode("ascii").lower() if root else None


def begins_as_json(body: bytes) -> bool:
    """True where an object or a list of JSON might begin."""
    return body.lstrip(_BLANK)[:1] in (b"{", b"[")


def why_not_text(body: bytes) -> str | None:
    """Why the bytes cannot be text: a known signature, or control bytes no encoding of text has."""
    for signature, name in _SIGNATURES:
        if body.startswith(signature):
            return f"not text: {name}"
    if body[:2] in (b"\xff\xfe", b"\xfe\xff") or body[:3] == b"\xef\xbb\xbf":
        return None
    start = body[:SNIFFED]
    zeros = start.count(0)
    if zeros and min(start[::2].count(0), start[1::2].count(0)) > len(start) // 100:
        return "not text"
    controls = sum(map(start.count, (*range(1, 9), *range(14, 27), *range(28, 32))))
    return "not text" if controls * 100 > len(start) else None
