"""What a report calls an actor."""

from __future__ import annotations

from rashomon.types import Document, LabelMention, Mention, Quote, Sentence


def find_labels(
    document: Document,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    quotes: tuple[Quote, ...],
) -> tuple[LabelMention, ...]:
    """Labels in the order of the text."""
    return ()
