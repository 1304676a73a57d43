"""Quotations: content, cue and source."""

from __future__ import annotations

from rashomon.types import Document, Quote, Sentence


def find_quotes(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Quote, ...]:
    """Quotes in the order of the text, speakers not yet resolved."""
    return ()
