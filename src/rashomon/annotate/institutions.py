"""Institutions told in common words: "the defence ministry", "le Parlement", "Zentralbank"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rashomon.annotate.name_words import Vocabulary
from rashomon.annotate.russian import lemma
from rashomon.annotate.tokens import Token, sentence_tokens
from rashomon.lexicon.names import nation
from rashomon.types import Document, Mention, Sentence, Span

_LONGEST = 6
#: How far before or after an institution its country may stand, in words ("ministry of defence of ...").
_NEAR = 3


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence: its words as they stand and in base form, and the keys of places by their start."""

    tokens: tuple[Token, ...]
    bases: tuple[str, ...]
    places: Mapping[int, str]
    language: str
    words: Vocabulary


def find_institutions(
    document: Document, sentences: tuple[Sentence, ...], names: tuple[Mention, ...], words: Vocabulary
) -> tuple[Mention, ...]:
    """Mentions keyed "inst:<concept>", with ":<country>" where the words beside it name one."""
    if not words.institutions:
        return ()
    language = document.language or "en"
    places = {m.span.start: m.key for m in names if m.key and m.key.startswith("place:")}
    found: list[Mention] = []
    for tokens in sentence_tokens(document, sentences):
        bases = tuple(_base(token, language, words) for token in tokens)
        line = _Line(tokens, bases, places, language, words)
        for first, last in _places(line):
            key = _key(line, first, last)
            begin, end = _with_adjective(line, first, last)
            start, stop = tokens[begin].start, tokens[end - 1].end
            text = document.text[start:stop]
            kept = language == "ru" or end > last
            name = text if kept else text[: len(text) - len(tokens[last - 1].text) + len(bases[last - 1])]
            found.append(Mention(Span(document.id, start, stop, text), "organization", name, key=key))
    return tuple(found)


def _base(token: Token, language: str, words: Vocabulary) -> str:
    """The lemma in Russian; else the word without its case ending where that is listed (Ministeriums)."""
    if language == "ru":
        return lemma(token.lower)
    without = (token.lower.removesuffix(e) for e in words.genitive if token.lower.endswith(e))
    return next((word for word in without if (word,) in words.institutions), token.lower)


def _places(line: _Line) -> Iterator[tuple[int, int]]:
    """Where institutions begin and end, the longest name first."""
    i = 0
    while i < len(line.bases):
        sizes = range(min(_LONGEST, len(line.bases) - i), 0, -1)
        size = next((n for n in sizes if line.bases[i : i + n] in line.words.institutions), 0)
        if size:
            yield i, i + size
        i += size or 1


def _key(line: _Line, first: int, last: int) -> str:
    """The concept and the country that stands beside it, by name or by adjective."""
    concept = f"inst:{line.words.institutions[line.bases[first:last]]}"
    before = range(first - 1, max(-1, first - _NEAR), -1)
    after = range(last, min(len(line.tokens), last + _NEAR))
    keys = (
        line.places.get(line.tokens[i].start) or nation(line.bases[i], line.language)
        for i in (*before, *after)
    )
    country = next((key.partition(":")[2] for key in keys if key.startswith("place:")), "")
    return f"{concept}:{country}" if country and ":" not in concept.removeprefix("inst:") else concept


def _with_adjective(line: _Line, first: int, last: int) -> tuple[int, int]:
    """The institution with the adjective of its nation: the Chilean government, televisión egipcia."""
    tokens, bases = line.tokens, line.bases
    if line.words.adjectives_follow:
        follows = last < len(tokens) and tokens[last].glued and nation(bases[last], line.language)
        return first, last + bool(follows)
    for size in (2, 1):
        glued = first >= size and all(token.glued for token in tokens[first - size + 1 : first + 1])
        if glued and nation(" ".join(bases[first - size : first]), line.language):
            return first - size, last
    return first, last
