"""Verdicts on utterances and what a rendering hedges, drops or turns."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from rashomon.compare.renderings import Rendering, differences, rendering
from rashomon.config import RenderingConfig
from rashomon.textmatch import overlap
from rashomon.types import Article, Difference, StoryQuote, Utterance, Verdict

_CONFIG = RenderingConfig()
#: The kinds of difference that change what was said.
_TELLING = ("negation", "number", "hedge")


def compare_utterances(
    groups: tuple[tuple[StoryQuote, ...], ...], articles: tuple[Article, ...]
) -> tuple[Utterance, ...]:
    """An utterance for each group."""
    by_id = {article.document.id: article for article in articles}
    return tuple(_utterance(f"u{n}", group, by_id) for n, group in enumerate(groups, 1))


def _utterance(number: str, group: tuple[StoryQuote, ...], articles: dict[str, Article]) -> Utterance:
    renderings = tuple(_rendering(quote, articles[quote.quote.content.document_id]) for quote in group)
    found = differences(renderings)
    verdict, reason = _verdict(renderings, found)
    return Utterance(number, _speaker(group), verdict, reason, tuple(q.quote.id for q in group), found)


def _speaker(group: tuple[StoryQuote, ...]) -> str | None:
    """Who said it by most renderings; quotation marks come first: they tell who spoke, not for whom."""
    told = [(quote.actor_id, quote.quote.kind) for quote in group if quote.actor_id is not None]
    quoted = Counter(actor for actor, kind in told if kind != "indirect")
    all_told = Counter(actor for actor, _ in told)
    return max(all_told, key=lambda actor: (quoted[actor], all_told[actor], actor), default=None)


def _rendering(quote: StoryQuote, article: Article) -> Rendering:
    content = quote.quote.content
    inside = (
        q
        for q in article.annotations.quantities
        if content.start <= q.span.start and q.span.end <= content.end
    )
    return rendering(content, article.document.language, quote.quote.kind != "indirect", tuple(inside))


def _verdict(renderings: tuple[Rendering, ...], found: tuple[Difference, ...]) -> tuple[Verdict, str]:
    """The verdict and its reason: how the renderings relate, in how many reports, and what was found."""
    reports, quotes = len({r.span.document_id for r in renderings}), len(renderings)
    told = f"{reports} reports" if quotes == reports else f"{reports} reports, {quotes} quotes"
    how, sure = _relation(renderings)
    telling = [d for d in found if d.kind in _TELLING]
    if telling:
        counted: Counter[str] = Counter(d.kind for d in telling)
        kinds = ", ".join(f"{n} {kind}{'s' * (n > 1)}" for kind in _TELLING if (n := counted[kind]))
        return "differ", f"{told}, {how}; they differ in {kinds}"
    return ("agree" if sure else "undecided"), f"{told}, {how}; no difference in meaning found"


def _relation(renderings: tuple[Rendering, ...]) -> tuple[str, bool]:
    """Repetition, re-translation or translation, in words, and whether the likeness is sure."""
    languages = sorted({r.language or "unknown" for r in renderings})
    best = 0.0
    least = 1.0
    for one, other in combinations(renderings, 2):
        if one.span.document_id != other.span.document_id:
            whole = overlap(one.text, other.text).most
            best, least = max(best, whole), min(least, whole)
    sure = best >= _CONFIG.sure
    if len(languages) > 1:
        return f"in {len(languages)} languages ({', '.join(languages)})", sure
    if least >= _CONFIG.verbatim and all(r.direct for r in renderings):
        return "the same words, whole or in part", True
    shares = f"{least:.0%}" if f"{least:.0%}" == f"{best:.0%}" else f"{least:.0%} to {best:.0%}"
    return f"in other words ({shares} of the shorter rendering shared)", sure
