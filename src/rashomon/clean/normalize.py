"""The one time that text is changed, and how lines and names are compared."""

from __future__ import annotations

import html
import re
import unicodedata

_NEWLINES = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")
#: Soft hyphen, zero-width space, word joiner, byte order mark, marks of direction, controls.
#: The joiners U+200C and U+200D stay: they spell words in Persian and Hindi.
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]"
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,31}\d{0,2});")


def normalize(text: str) -> str:
    """Text in NFC, one kind of line end, one kind of space, nothing invisible; lines are stripped."""
    # What is invisible, ends a line otherwise or is half a character is not printable: most texts have none.
    printable = text.replace("\n", "").isprintable()
    if not text.isascii():
        if not printable:
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        text = unicodedata.normalize("NFC", text)
    if not printable:
        text = _INVISIBLE.sub("", _NEWLINES.sub("\n", text))
        return "\n".join([" ".join(line.split()) for line in text.split("\n")]).strip("\n")
    # The one white space that is printable is the space: no need to take each line apart.
    while "  " in text:
        text = text.replace("  ", " ")
    return text.replace(" \n", "\n").replace("\n ", "\n").strip(" \n")


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
        # Greek in capitals goes without accents.
        if _ACCENTED.search(text):
            text = text.translate(PLAIN_GREEK)
    return text.replace("`", "'").strip(_EDGES)


PLAIN_GREEK = str.maketrans("άέήίόύώϊϋΐΰ", "αεηιουωιυιυ")
_ACCENTED = re.compile("[ά-ώ]")
#: The dot that casefolding takes off a Turkish capital I is no letter.
_PLAIN = (*((mark, "'") for mark in "’‘´"), *((mark, '"') for mark in "“”„«»"), ("\u0307", ""))
_EDGES = " \t\"'*•·–—-_|:;,.!…>›»<‹«→▶►：。"
