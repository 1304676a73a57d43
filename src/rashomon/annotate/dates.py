"""Time expressions, resolved against the page's date."""

from __future__ import annotations

from rashomon.types import DateMention, Document, Sentence


def find_dates(document: Document, sentences: tuple[Sentence, ...]) -> tuple[DateMention, ...]:
    """Dates in the order of the text; a relative one needs ``document.published``."""
    return ()
