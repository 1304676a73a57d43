"""Bilingual dictionaries of a user: read, made small, kept, loaded.

    TSV or TEI file, gzipped or not -> read_dictionary -> Dictionary -> pack -> file -> load_dictionary

A compiled file is gzipped text: the line "rashomon-lexicon/1", a tab, both languages, then a line a word,
sorted: the word, a tab, its translations with semicolons between them. TSV is read so too, without the
first line; TEI is the P5 of FreeDict (entry, form, orth; sense, cit of type "trans", quote).
"""

from __future__ import annotations

import gzip
import hashlib
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from rashomon.errors import LexiconError

FORMAT = "rashomon-lexicon/1"
#: Bytes a dictionary may have when it is unpacked; the largest of FreeDict has a tenth.
_LARGEST = 1 << 29
#: Longer entries are sentences; a word with more translations than this says nothing.
_LONGEST_WORD = 60
_MOST_TRANSLATIONS = 64
#: What dictionaries put beside a word: gender, field, usage.
_NOTE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|<[^<>]*>")
_CODE = re.compile(r"[a-z]{2,3}")
_GZIP = b"\x1f\x8b"
_TEI = "{http://www.tei-c.org/ns/1.0}"
_TRANSLATION = frozenset({None, "trans", "translation", "equivalent"})


@dataclass(frozen=True, slots=True, eq=False)
class Dictionary:
    """Words of the language ``source`` with their translations into ``target``, the most usual first.

    ``sha256`` is that of the compiled text, the same wherever and from whatever it was compiled.
    """

    name: str
    source: str
    target: str
    words: Mapping[str, tuple[str, ...]] = field(repr=False)
    sha256: str

    @property
    def told(self) -> str:
        """How a result names it: name, languages, digest."""
        return f"{self.name} {self.source}-{self.target} {self.sha256}"


def read_dictionary(path: Path, source: str, target: str) -> Dictionary:
    """The dictionary in a TSV or TEI file. Raises LexiconError where there is none that can be read."""
    for code in (source, target):
        if not _CODE.fullmatch(code):
            raise LexiconError(f"{code!r} is no code of a language (ISO 639)")
    body = _unpacked(path)
    entries = _tei_entries(body, path) if body.lstrip()[:1] == b"<" else _tsv_entries(body, path)
    words: dict[str, dict[str, None]] = {}
    for word, translation in entries:
        if (spelled := _spelled(word)) and (told := _spelled(translation)):
            words.setdefault(spelled, {})[told] = None
    if not words:
        raise LexiconError(f"{path}: no line with a word, a tab and a translation, and no TEI entry")
    kept = {word: tuple(told)[:_MOST_TRANSLATIONS] for word, told in sorted(words.items())}
    return Dictionary(path.name, source, target, kept, _digest(_text(source, target, kept)))


def pack(dictionary: Dictionary) -> bytes:
    """The compiled file of a dictionary: the same bytes for the same words."""
    text = _text(dictionary.source, dictionary.target, dictionary.words)
    return gzip.compress(text.encode("utf-8"), mtime=0)


def load_dictionary(path: Path) -> Dictionary:
    """A compiled dictionary. Raises LexiconError for a file that is none."""
    head, _, rest = _decoded(_unpacked(path), path).partition("\n")
    name, source, target = [*head.split("\t"), "", ""][:3]
    if name != FORMAT or not (_CODE.fullmatch(source) and _CODE.fullmatch(target)):
        raise LexiconError(f"{path} is no compiled lexicon ('rashomon lexicon import' makes one)")
    lines = (line.partition("\t") for line in rest.splitlines())
    words = {word: tuple(told.split(";")) for word, _, told in lines if word and told}
    return Dictionary(path.name, source, target, words, _digest(_text(source, target, words)))


def _text(source: str, target: str, words: Mapping[str, tuple[str, ...]]) -> str:
    lines = (f"{word}\t{';'.join(told)}\n" for word, told in words.items())
    return f"{FORMAT}\t{source}\t{target}\n" + "".join(lines)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _spelled(entry: str) -> str:
    """An entry without notes, casefolded; "" for one that is too long to be a word."""
    bare = " ".join(_NOTE.sub(" ", entry).replace(";", " ").split()).casefold()
    return bare if len(bare) <= _LONGEST_WORD else ""


def _unpacked(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            zipped = file.read(len(_GZIP)) == _GZIP
            file.seek(0)
            with gzip.open(file) if zipped else file as body:
                read = body.read(_LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        raise LexiconError(f"{path} could not be read: {reason}") from error
    if len(read) > _LARGEST:
        raise LexiconError(f"{path} is too large for a dictionary: more than {_LARGEST >> 20} MiB")
    return read


def _decoded(body: bytes, path: Path) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path} is not in UTF-8 (byte {error.start})") from error


def _tsv_entries(body: bytes, path: Path) -> Iterator[tuple[str, str]]:
    for line in _decoded(body, path).splitlines():
        word, *told = line.split("\t")
        if told and not line.startswith("#"):
            yield from ((word, translation) for translation in told[0].split(";"))


def _tei_entries(body: bytes, path: Path) -> Iterator[tuple[str, str]]:
    """Entries of TEI; nothing outside the file is read and no entity is resolved."""
    entries = etree.iterparse(
        BytesIO(body), tag=(_TEI + "entry", "entry"), resolve_entities=False, load_dtd=False, no_network=True
    )
    try:
        for _, entry in entries:
            told = [_told(quote) for quote in _translations(entry)]
            for orth in entry.findall("{*}form/{*}orth"):
                yield from ((_told(orth), translation) for translation in told)
            entry.clear()
    except etree.XMLSyntaxError as error:
        raise LexiconError(f"{path} is no well-formed XML: {error.msg}") from error


def _translations(entry: Any) -> Iterable[Any]:
    for cited in entry.iterfind(".//{*}cit"):
        if cited.get("type") in _TRANSLATION:
            yield from cited.findall("{*}quote")


def _told(element: Any) -> str:
    # Of elements alone: an entity that was not resolved would give its name.
    return "".join(element.itertext(etree.Element))
