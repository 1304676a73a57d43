"""Who said it."""

from __future__ import annotations

from rashomon.types import Document, Mention, Quote, Sentence


def resolve_speakers(
    document: Document,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    quotes: tuple[Quote, ...],
) -> tuple[Quote, ...]:
    """The quotes with ``speaker`` set where the text tells it."""
    return quotes
