"""Names of persons, organizations and places.

    sentences -> candidates (runs of capitals, known names) -> what each is -> short names tied to full ones

Russian goes its own way (russian_names.py): its words change with their case and natasha knows names.
"""

from __future__ import annotations

from rashomon.annotate.institutions import find_institutions
from rashomon.annotate.latin_names import find_latin_names
from rashomon.annotate.name_words import vocabulary
from rashomon.annotate.russian_names import find_russian_names
from rashomon.types import Document, Mention, Sentence


def find_mentions(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """Mentions in the order of the text; none overlaps another.

    ``name`` of a short form ("Weber") is the full one where the document tells it ("Anna Weber").
    """
    words = vocabulary(document.language or "en")
    names = (find_russian_names if document.language == "ru" else find_latin_names)(
        document, sentences, words
    )
    return _disjoint(names + find_institutions(document, sentences, names, words))


def _disjoint(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end, m.key is None)):
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return tuple(kept)
