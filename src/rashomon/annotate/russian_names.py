"""Names in Russian."""

from __future__ import annotations

from rashomon.annotate.name_words import Vocabulary
from rashomon.types import Document, Mention, Sentence


def find_russian_names(
    document: Document, sentences: tuple[Sentence, ...], words: Vocabulary
) -> tuple[Mention, ...]:
    """Mentions by natasha's news model and by lemmas of known names."""
    return ()
