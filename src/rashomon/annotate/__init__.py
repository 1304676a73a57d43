"""Document -> Annotations, one document at a time.

sentences -> mentions -> quotes -> speakers -> quantities, dates, labels
"""

from __future__ import annotations

from dataclasses import replace

from rashomon.annotate.dates import find_clues, find_dates
from rashomon.annotate.entities import find_mentions
from rashomon.annotate.labels import find_labels
from rashomon.annotate.quantities import find_quantities
from rashomon.annotate.quotes import find_quotes
from rashomon.annotate.sentences import split_sentences
from rashomon.annotate.speakers import resolve_speakers
from rashomon.types import Annotations, Article, Document


def annotate(document: Document) -> Annotations:
    """All that can be read from one document alone."""
    sentences = split_sentences(document)
    mentions = find_mentions(document, sentences)
    quotes = resolve_speakers(document, sentences, mentions, find_quotes(document, sentences))
    return Annotations(
        document.id,
        sentences,
        mentions,
        quotes,
        quantities=find_quantities(document, sentences, quotes),
        dates=find_dates(document, sentences),
        labels=find_labels(document, sentences, mentions, quotes),
        clues=find_clues(document, sentences),
    )


def redate(article: Article, document: Document) -> Article:
    """The article with the date its story gave it, and all that hangs on that date read anew."""
    old = article.annotations
    anew = replace(
        old,
        dates=find_dates(document, old.sentences),
        quantities=find_quantities(document, old.sentences, old.quotes),
    )
    return replace(article, document=document, annotations=anew)
