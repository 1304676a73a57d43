"""Documents for the tests of dates and figures."""

from __future__ import annotations

import re

from rashomon.types import Annotations, Article, Block, Document, Sentence, Span


def document(text: str, language: str = "en", published: str | None = None, key: str = "d1") -> Document:
    """A document whose paragraphs are its blocks."""
    blocks = tuple(Block(m.start(), m.end(), "body") for m in re.finditer(r"[^\n]+", text))
    return Document(key, f"{key}.txt", "", language=language, published=published, text=text, blocks=blocks)


def sentences(of: Document) -> tuple[Sentence, ...]:
    """Each block one sentence."""
    return tuple(
        Sentence(Span(of.id, b.start, b.end, of.text[b.start : b.end]), i) for i, b in enumerate(of.blocks)
    )


def article(of: Document) -> Article:
    """The article with dates, clues and quantities read."""
    from rashomon.annotate.dates import find_clues, find_dates
    from rashomon.annotate.quantities import find_quantities

    told = sentences(of)
    return Article(
        of,
        Annotations(
            of.id,
            told,
            quantities=find_quantities(of, told, ()),
            dates=find_dates(of, told),
            clues=find_clues(of, told),
        ),
    )
