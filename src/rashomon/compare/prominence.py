"""What stands first: what the titles and leads of a story are about; headlines without a text last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.compare.members import Page, content
from rashomon.config import StatementConfig
from rashomon.likeness import matchable
from rashomon.types import Article, Span

_CONFIG = StatementConfig()


@dataclass(frozen=True, slots=True)
class Centre:
    """The keys of titles and leads, each with the share of the reports that have it, and their sum."""

    keys: Mapping[str, float]
    total: float


def centre(articles: tuple[Article, ...]) -> Centre:
    """What a story is about, by the words that the titles and first sentences of several reports share."""
    holders: Counter[str] = Counter()
    for article in articles:
        holders.update(matchable(_opening(article), article.document.language).keys)
    least = min(2, len(articles))
    keys = {key: count / len(articles) for key, count in sorted(holders.items()) if count >= least}
    return Centre(keys, sum(keys.values()))


def _opening(article: Article) -> str:
    body = [s.span.text for s in article.annotations.sentences[: _CONFIG.lead_sentences]]
    return " ".join((article.document.title or "", *body))


def centrality(group: tuple[Span, ...], pages: Mapping[str, Page], about: Centre) -> float:
    """The share of what the story is about that a member tells, 0 to 1, in the mean."""
    if not about.total:
        return 0.0
    members = group[: _CONFIG.most_compared]
    told = 0.0
    for span in members:
        known = pages[span.document_id]
        found = matchable(content(span, known), known.article.document.language).keys
        told += sum(about.keys[key] for key in sorted(found) if key in about.keys)
    return told / about.total / len(members)


def marks(group: tuple[Span, ...], pages: Mapping[str, Page]) -> int:
    """How much a statement names, counts and quotes: each mention, quantity, date and quote is one."""
    total = 0
    for span in group:
        found = pages[span.document_id].article.annotations
        spans = (
            *(m.span for m in found.mentions),
            *(q.span for q in found.quantities),
            *(d.span for d in found.dates),
            *(q.content for q in found.quotes),
        )
        total += sum(mark.start < span.end and span.start < mark.end for mark in spans)
    return total


def headline_only(group: tuple[Span, ...], pages: Mapping[str, Page]) -> bool:
    """Whether all members stand above the texts: then the reports may tell nothing more of it."""
    return all(_above(span, pages[span.document_id].article) for span in group)


def _above(span: Span, article: Article) -> bool:
    blocks = article.document.blocks
    return any(b.start <= span.start < b.end and b.role in ("headline", "deck", "subhead") for b in blocks)
