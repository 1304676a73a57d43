"""Articles of a few lines with their quotes marked, for the tests of align and compare.

In the text [words] is a quote; its speaker, a person, is named apart, in the order of the quotes.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rashomon.types import (
    Annotations,
    Article,
    Document,
    Mention,
    Quantity,
    Quote,
    Sentence,
    Span,
    StoryQuote,
)


def article(name: str, language: str, marked: str, speakers: tuple[str | None, ...] = ()) -> Article:
    """One sentence a line."""
    text, places = "", []
    for piece in re.split(r"([\[\]])", marked):
        if piece in ("[", "]"):
            places.append(len(text))
        else:
            text += piece
    quotes = tuple(
        Quote(f"{name}{n}", "direct", Span(name, start, end, text[start:end]), None, None, speaker)
        for n, (start, end, speaker) in enumerate(zip(places[::2], places[1::2], speakers, strict=True), 1)
    )
    sentences = tuple(
        Sentence(Span(name, m.start(), m.end(), m[0]), n) for n, m in enumerate(re.finditer(r"[^\n]+", text))
    )
    document = Document(name, f"{name}.txt", "", outlet=name, language=language, text=text)
    mentions = tuple(Mention(q.content, "person", q.speaker) for q in quotes if q.speaker)
    return Article(document, Annotations(name, sentences, mentions, quotes))


def quotes_of(*articles: Article) -> tuple[StoryQuote, ...]:
    """The quotes of the articles; a speaker's name is the actor."""
    return tuple(StoryQuote(q, q.speaker, q.speaker) for a in articles for q in a.annotations.quotes)


def counting(item: Article, word: str, value: float, unit: str) -> Article:
    """The article with one quantity, told by ``word``."""
    start = item.document.text.index(word)
    span = Span(item.document.id, start, start + len(word), word)
    quantities = (*item.annotations.quantities, Quantity(span, value, None, None, unit))
    return replace(item, annotations=replace(item.annotations, quantities=quantities))
