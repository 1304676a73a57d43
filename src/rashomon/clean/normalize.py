"""Bytes -> text, and the one time that text is changed."""

from __future__ import annotations

import codecs
import html
import re
import unicodedata

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([a-zA-Z0-9_.:-]{2,40})""")
_HEAD = 4096
#: A file cut in the middle of a letter, or with one bad byte, is still UTF-8.
_MAX_BROKEN = 0.002

_NEWLINES = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")
#: Soft hyphen, zero-width space, word joiner, byte order mark, marks of direction, controls.
#: The joiners U+200C and U+200D stay: they spell words in Persian and Hindi.
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]"
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,31}\d{0,2});")


def decode(body: bytes) -> str:
    """Text of a file: byte order mark, UTF-8, the charset it declares, then the likeliest by its letters."""
    for bom, encoding in _BOMS:
        if body.startswith(bom):
            return body.decode(encoding, "replace").lstrip("\ufeff")
    if wide := _wide_encoding(body[:_HEAD]):
        return body.decode(wide, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    text = body.decode("utf-8", "replace")
    if text.count("\ufffd") <= max(1, _MAX_BROKEN * len(text)) and not text.isascii():
        return text
    return _decode_declared(body) or _decode_sniffed(body) or text


def _decode_declared(body: bytes) -> str | None:
    for match in _DECLARED.finditer(body[:_HEAD]):
        name = match.group(1).decode("ascii").lower()
        # As browsers read it: what calls itself Latin-1 is Windows-1252.
        name = "cp1252" if name in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii") else name
        if name.replace("_", "-") in ("utf-8", "utf8"):
            continue
        try:
            return body.decode(name, "replace")
        except (LookupError, ValueError):
            continue
    return None


def _decode_sniffed(body: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(body[:32_768]).best()
    return body.decode(best.encoding, "replace") if best else None


def _wide_encoding(start: bytes) -> str | None:
    """UTF-16 without its mark: zero bytes in every second place and in no other."""
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) * 20 > len(start) and min(even, odd) * 20 <= max(even, odd):
        return "utf-16-le" if odd > even else "utf-16-be"
    return None


def normalize(text: str) -> str:
    """Text in NFC, one kind of line end, one kind of space, nothing invisible; lines are stripped."""
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = unicodedata.normalize("NFC", text)
    text = _INVISIBLE.sub("", _NEWLINES.sub("\n", text))
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip("\n")


def unescape(text: str) -> str:
    """Extracted text with the entities its extractor left in it spelled out."""
    return _ENTITY.sub(lambda match: html.unescape(match.group()), text) if "&" in text else text


def fold(text: str) -> str:
    """How lines and names are compared: small letters, plain quotes, no punctuation at the edges."""
    text = text.casefold()
    if not text.isascii():
        # Few marks in a long text: faster than str.translate.
        for mark, plain in _PLAIN:
            text = text.replace(mark, plain)
    return text.replace("`", "'").strip(_EDGES)


_PLAIN = (*((mark, "'") for mark in "’‘´"), *((mark, '"') for mark in "“”„«»"))
_EDGES = " \t\"'*•·–—-_|:;,.!…>›»<‹«→▶►"
