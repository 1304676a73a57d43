"""Sentences of a document, inside its blocks.

    block -> places where a sentence may end -> rules that say it does not -> spans

A full stop is the end of a sentence unless a rule objects; the words the rules know stand in the
language file, section [sentences].
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.config import SentenceConfig
from rashomon.languages import section
from rashomon.types import Document, Sentence, Span

_END = re.compile(r"(?<![.!?…؟।])[.!?…؟।]++[\"'”’»“)\]]*+(?=\s)|[。！？]+[”’」』）]*")
_WORD_BEFORE = re.compile(r"[^\s(\[{\"'’“”„«»‘]+$")
_WORD_AFTER = re.compile(r"[\W_]*(\w+)")
_BREAK = re.compile(r"\n\s*\n")
_INITIAL = re.compile(r"(?:\w|Mc|[A-ZÀ-Ý]\w?-\w)\.", re.UNICODE)
_ACRONYM = re.compile(r"(?:\w{1,2}\.-?){2,}", re.UNICODE)
_ORDINAL = re.compile(r"\d{1,2}\.")
_MARK = re.compile('["“”„«»「」]')
_PAIRS = {"“": "”", "«": "»", "„": "“”", "「": "」"}
_DEFAULT = SentenceConfig()
#: No word before a full stop that matters is longer; it bounds the look back.
_LOOK_BACK = 24


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """Section [sentences]: words in lower case, abbreviations with their full stops.

    ``titles`` never end a sentence ("mr."), ``abbreviations`` end one only before one of the
    ``starters`` ("inc."), ``numbered`` ones go on before a number ("no. 5"); ``ordinal_stop`` says
    that "19." may be an ordinal.
    """

    titles: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    starters: tuple[str, ...] = ()
    ordinal_stop: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    titles: frozenset[str]
    abbreviations: frozenset[str]
    numbered: frozenset[str]
    starters: frozenset[str]
    ordinal_stop: bool


@cache
def _words(language: str) -> _Words:
    words = section(language, "sentences", SentenceWords)
    return _Words(
        frozenset(words.titles),
        frozenset(words.abbreviations),
        frozenset(words.numbered),
        frozenset(words.starters),
        words.ordinal_stop,
    )


def split_sentences(document: Document, config: SentenceConfig = _DEFAULT) -> tuple[Sentence, ...]:
    """The sentences in the order of the text; none crosses a block, none has white space at its edges."""
    words = _words(document.language or "en")
    return tuple(
        Sentence(Span(document.id, start, end, document.text[start:end]), index)
        for index, block in enumerate(document.blocks)
        for start, end in _pieces(document.text, block.start, block.end, words, config)
    )


def _pieces(
    text: str, start: int, end: int, words: _Words, config: SentenceConfig
) -> Iterator[tuple[int, int]]:
    block = text[start:end]
    quotations = _short_quotations(block, config.quotation)
    ends = {
        m.end() for m in _END.finditer(block) if not _goes_on(block, m, words) and m.end() not in quotations
    }
    ends |= {m.end() for m in _BREAK.finditer(block)} | {len(block)}
    begin = 0
    for stop in sorted(ends):
        piece = block[begin:stop]
        lead = len(piece) - len(piece.lstrip())
        if piece.strip():
            yield start + begin + lead, start + begin + len(piece.rstrip())
        begin = stop


def _goes_on(block: str, match: re.Match[str], words: _Words) -> bool:
    """Whether a sentence goes on after what looks like its end."""
    following = _WORD_AFTER.match(block, match.end(), match.end() + 40)
    after = following.group(1) if following else ""
    if after[:1].islower():
        return True
    if block[match.start() : match.end()] != ".":
        return False
    word = _before(block, match.end())
    if word in words.titles or (word in words.numbered and after[:1].isdigit()):
        return True
    # A pronoun or an article in capitals begins a sentence, whatever stands before; an initial does not.
    initial = len(after) == 1 and block[following.end() : following.end() + 1] == "." if following else False
    return (initial or after.lower() not in words.starters) and _is_abbreviation(word, words)


def _before(block: str, stop: int) -> str:
    found = _WORD_BEFORE.search(block[max(0, stop - _LOOK_BACK) : stop])
    return found.group().lower() if found else ""


def _is_abbreviation(word: str, words: _Words) -> bool:
    if word in words.abbreviations:
        return True
    if words.ordinal_stop and _ORDINAL.fullmatch(word):
        return True
    if word[:-1].isdigit():
        return False
    return bool(_INITIAL.fullmatch(word) or _ACRONYM.fullmatch(word))


def _short_quotations(block: str, limit: int) -> set[int]:
    """Places inside quotations of at most ``limit`` characters: a sentence is not cut there."""
    inside: set[int] = set()
    opened: dict[str, int] = {}
    for match in _MARK.finditer(block):
        i, char = match.start(), match.group()
        if char == '"':
            # A straight mark opens after white space or a bracket, else it closes.
            closes = '"' if i and not block[i - 1].isspace() and block[i - 1] not in "([—–-/" else ""
        else:
            closes = next((o for o, marks in _PAIRS.items() if char in marks and o in opened), "")
        if closes in opened:
            begin = opened.pop(closes)
            if i - begin <= limit:
                # The end of the quotation itself (after its mark) stays a place to cut.
                inside.update(range(begin, i + 1))
        elif char == '"' or char in _PAIRS:
            opened[char] = i
    return inside
