"""Institutions told in common words: "the defence ministry", "le Parlement", "Zentralbank"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rashomon.annotate.name_words import Vocabulary
from rashomon.annotate.russian import lemma
from rashomon.annotate.tokens import Token, tokens_of
from rashomon.lexicon.names import nation
from rashomon.types import Document, Mention, Sentence, Span

_LONGEST = 6
#: How far before or after an institution its country may stand, in words ("ministry of defence of ...").
_NEAR = 3


def find_institutions(
    document: Document, sentences: tuple[Sentence, ...], names: tuple[Mention, ...], words: Vocabulary
) -> tuple[Mention, ...]:
    """Mentions keyed "inst:<concept>", with ":<country>" where the words beside it name one."""
    if not words.institutions:
        return ()
    places = {m.span.start: m.key for m in names if m.key and m.key.startswith("place:")}
    return tuple(
        mention for sentence in sentences for mention in _in_sentence(document, sentence.span, places, words)
    )


def _in_sentence(
    document: Document, span: Span, places: Mapping[int, str | None], words: Vocabulary
) -> Iterator[Mention]:
    tokens = tokens_of(document.text, span.start, span.end, words)
    russian = document.language == "ru"
    lowered = [lemma(token.lower) if russian else base(token.lower, words) for token in tokens]
    i = 0
    while i < len(tokens):
        size = next(
            (
                n
                for n in range(min(_LONGEST, len(tokens) - i), 0, -1)
                if tuple(lowered[i : i + n]) in words.institutions
            ),
            0,
        )
        if not size:
            i += 1
            continue
        first, last = _with_adjective(document.language or "en", lowered, tokens, i, i + size, words)
        begin, end = tokens[first].start, tokens[last - 1].end
        text = document.text[begin:end]
        country = _country(document.language or "en", tokens, lowered, i, i + size, places)
        key = f"inst:{words.institutions[tuple(lowered[i : i + size])]}" + (f":{country}" if country else "")
        yield Mention(Span(document.id, begin, end, text), "organization", text, key=key)
        i += size


def _with_adjective(
    language: str, lowered: list[str], tokens: tuple[Token, ...], first: int, last: int, words: Vocabulary
) -> tuple[int, int]:
    """The institution with the adjective of its nation: the Chilean government, televisión egipcia."""
    if words.adjectives_follow:
        return first, last + (
            last < len(tokens) and tokens[last].glued and bool(nation(lowered[last], language))
        )
    for size in (1, 2):
        if first >= size and all(token.glued for token in tokens[first - size + 1 : first + 1]):
            if nation(" ".join(lowered[first - size : first]), language):
                return first - size, last
    return first, last


def base(word: str, words: Vocabulary) -> str:
    """A word without its case ending where the word without it is listed ("Ministeriums")."""
    for ending in words.genitive:
        if word.endswith(ending) and (word.removesuffix(ending),) in words.institutions:
            return word.removesuffix(ending)
    return word


def _country(
    language: str,
    tokens: tuple[Token, ...],
    lowered: list[str],
    first: int,
    last: int,
    places: Mapping[int, str | None],
) -> str:
    """The code of the country that stands beside the institution, by name or by adjective."""
    around = [*range(first - 1, max(-1, first - _NEAR), -1), *range(last, min(len(tokens), last + _NEAR))]
    for i in around:
        key = places.get(tokens[i].start) or nation(lowered[i], language)
        if key and key.startswith("place:"):
            return key.partition(":")[2]
    return ""
