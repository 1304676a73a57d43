"""Sentences of a document, inside its blocks."""

from __future__ import annotations

from rashomon.types import Document, Sentence, Span


def split_sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences in the order of the text; none crosses a block."""
    return tuple(
        Sentence(Span(document.id, b.start, b.end, document.text[b.start : b.end]), i)
        for i, b in enumerate(document.blocks)
    )
