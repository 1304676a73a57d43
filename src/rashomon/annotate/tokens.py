"""Words of a sentence as the rules for names and labels see them."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rashomon.annotate.name_words import WORD, Vocabulary, plain, vocabulary
from rashomon.types import Document, Sentence

_OPENERS = frozenset("\"“„«»‘'(—–:•")


class Token(NamedTuple):
    """A word with its place; ``glued``: only white space (or the stop of an initial) parts it from the
    word before; ``opening``: it begins a sentence or a quotation, so its capital says nothing;
    ``possessive``: an ending was cut off, "Peru's". A tuple, as a page has thousands.
    """

    text: str
    lower: str
    start: int
    end: int
    capital: bool
    glued: bool
    opening: bool
    possessive: bool


def sentence_tokens(document: Document, sentences: tuple[Sentence, ...]) -> tuple[tuple[Token, ...], ...]:
    """The words of each sentence; kept for the last documents, as names and labels ask for the same."""
    bounds = tuple((s.span.start, s.span.end) for s in sentences)
    return _tokens(document.text, bounds, document.language or "en")


@lru_cache(maxsize=4)
def _tokens(text: str, bounds: tuple[tuple[int, int], ...], language: str) -> tuple[tuple[Token, ...], ...]:
    words = vocabulary(language)
    return tuple(tokens_of(text, start, end, words) for start, end in bounds)


def tokens_of(text: str, start: int, end: int, words: Vocabulary) -> tuple[Token, ...]:
    """The words of ``text[start:end]``; elided articles and English possessive endings are cut off."""
    found: list[Token] = []
    before = start
    for match in WORD.finditer(text, start, end):
        begin, stop = match.span()
        word = plain(match.group())
        elided = _elided(word, words)
        begin, word = begin + elided, word[elided:]
        possessive = word[-2:] in ("'s", "'S")
        if possessive:
            stop, word = stop - 2, word[:-2]
        if not word:
            continue
        head, hyphen, tail = word.partition("-")
        if hyphen and tail in words.suffixes:
            # "Kyiv-based", "UN-backed": the name is the first half.
            stop, word = stop - len(tail) - 1, head
        gap = text[before : match.start()]
        found.append(
            Token(
                word,
                word.lower(),
                begin,
                stop,
                word[0].isupper() or (tail[:1].isupper() and head in words.particles),
                bool(found) and (gap == " " or _is_glue(gap, found[-1], words)),
                not found or (gap != " " and not _OPENERS.isdisjoint(gap)),
                possessive or text[stop : stop + 2] in ("' ", "’ "),
            )
        )
        before = stop
    return tuple(found)


def _is_glue(gap: str, before: Token, words: Vocabulary) -> bool:
    """White space, or the stop of an initial or a title: "J. Smith", "Gov. Smith"."""
    if gap.isspace():
        return True
    return gap.strip() == "." and (len(before.text) == 1 or before.lower + "." in words.abbreviated)


def _elided(word: str, words: Vocabulary) -> int:
    """Length of an elided article before the word: l'ONU, dell'Egitto."""
    head, apostrophe, rest = word.partition("'")
    return len(head) + 1 if apostrophe and rest and head.lower() + "'" in words.elisions else 0
