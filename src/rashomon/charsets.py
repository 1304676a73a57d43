"""Bytes -> text: which encoding a page is in.

As browsers do (WHATWG Encoding): byte order mark, what the server told, what the page declares, UTF-8
where it fits, then the likeliest by its letters. Two steps are our own: text that is valid UTF-8 is
UTF-8 whatever was declared, for no other encoding gives such bytes by chance, and a declaration that
does not fit the bytes is not believed.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from rashomon.alphabets import likeliest_encoding

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([a-zA-Z0-9_.:-]{2,40})""")
_HEAD = 4096
#: A declared encoding that cannot spell so many of the signs beyond ASCII is not the one.
_MAX_UNSPELLED = 0.02
#: Latin letters beyond ASCII among all letters: Vietnamese comes to .25; Cyrillic read as Latin to 1.
_MAX_ACCENTED = 0.4

#: As browsers read the names: what calls itself Latin-1 is Windows-1252, and so on.
_READ_AS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso2022_jp": "iso2022_jp_ext",
}
_ALIASES = {
    "x-sjis": "cp932",
    "x-gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "x-euc-jp": "euc_jp",
    "windows-31j": "cp932",
}
_KNOWN = re.compile(
    r"cp(?:125\d|866|874|932|949)|iso8859-\d+|koi8-[rut]|mac-(?:roman|cyrillic)|gb18030|big5hkscs|euc_jp|iso2022_jp_ext|hz|johab"
)
_ESCAPES = re.compile(rb"\x1b\$[@B]|\x1b\([BJ]")


def decode(body: bytes, charset: str | None = None) -> str:
    """Text of a file; ``charset`` is what its server told. Never raises; what cannot be read is U+FFFD."""
    for bom, encoding in _BOMS:
        if body.startswith(bom):
            return body.decode(encoding, "replace").lstrip("\ufeff")
    if wide := _wide_encoding(body[:_HEAD]):
        return body.decode(wide, "replace")
    if _ESCAPES.search(body, 0, 65_536) and body.isascii():
        return body.decode("iso2022_jp_ext", "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    return _decode_mixed(body) or _decode_declared(body, charset) or _decode_sniffed(body) or _as_utf8(body)


def _as_utf8(body: bytes) -> str:
    return body.decode("utf-8", "replace")


def _decode_mixed(body: bytes) -> str | None:
    """UTF-8 with a few bytes that are none; a lone one between letters of ASCII is of an older passage."""
    text = _as_utf8(body)
    broken = text.count("\ufffd")
    well = sum(1 for character in text if character > "\x7f") - broken
    # Two bytes of an older encoding may look like UTF-8, but not most of them.
    return body.decode("utf-8", _MIXED) if well >= broken else None


def _read_alone(error: UnicodeError) -> tuple[str, int]:
    """What an error handler gives for bytes that are no UTF-8: as browsers, or as Windows-1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    body, start, end = error.object, error.start, error.start + 1
    alone = body[max(0, start - 1) : start].isascii() and body[end : end + 1].isascii()
    if alone and end < len(body):
        return body[start:end].decode("cp1252", "replace"), end
    return "\ufffd", error.end


_MIXED = "rashomon.mixed"
codecs.register_error(_MIXED, _read_alone)


def _decode_declared(body: bytes, charset: str | None) -> str | None:
    for name in _declared(body, charset):
        text = body.decode(name, "replace")
        if _fits(text, name):
            return text
    return None


def _declared(body: bytes, charset: str | None) -> Iterator[str]:
    """The codecs that the server and the head of the page name, as browsers read their names."""
    found = [match.group(1).decode("ascii") for match in _DECLARED.finditer(body[:_HEAD])]
    for name in dict.fromkeys([charset or "", *found]):
        label = name.strip().lower()
        try:
            codec = codecs.lookup(_ALIASES.get(label, label)).name
        except (LookupError, ValueError):
            continue
        codec = _READ_AS.get(codec, codec)
        # Python has codecs by which nobody writes pages, and that run away on long ones.
        if _KNOWN.fullmatch(codec):
            yield codec


def _fits(text: str, codec: str) -> bool:
    beyond = sum(1 for character in text if character > "\x7f")
    if text.count("\ufffd") > max(1, _MAX_UNSPELLED * beyond):
        return False
    if codec not in ("cp1252", "cp1254", "cp1257", "cp1250", "iso8859-15", "iso8859-2"):
        return True
    letters = sum(map(str.isalpha, text[:65_536]))
    accented = sum(1 for character in text[:65_536] if character > "\x7f" and character.isalpha())
    return accented <= _MAX_ACCENTED * letters


def _decode_sniffed(body: bytes) -> str | None:
    codec = likeliest_encoding(body)
    return body.decode(codec, "replace") if codec else None


def _wide_encoding(start: bytes) -> str | None:
    """UTF-16 without its mark: zero bytes in every second place and in no other."""
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) * 20 > len(start) and min(even, odd) * 20 <= max(even, odd):
        return "utf-16-le" if odd > even else "utf-16-be"
    return None
