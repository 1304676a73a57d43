"""Verdicts on utterances and what a rendering hedges, drops or turns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from rashomon.compare.renderings import Rendering, aligned, differences, rendering, word_for_word
from rashomon.config import RenderingConfig
from rashomon.likeness import overlap
from rashomon.types import (
    Article,
    Difference,
    Grade,
    Origin,
    RenderingKind,
    StoryQuote,
    Utterance,
    Verdict,
)

_CONFIG = RenderingConfig()
#: The kinds of difference that change what was said.
_TELLING = ("negation", "number", "hedge")


def compare_utterances(
    groups: tuple[tuple[StoryQuote, ...], ...],
    articles: tuple[Article, ...],
    origins: tuple[Origin, ...] = (),
) -> tuple[Utterance, ...]:
    """An utterance for each group; words that reports of one origin repeat are a copy."""
    by_id = {article.document.id: article for article in articles}
    hands = {i: number for number, origin in enumerate(origins) for i in origin.document_ids}
    return tuple(_utterance(f"u{n}", group, by_id, hands) for n, group in enumerate(groups, 1))


def _utterance(
    number: str, group: tuple[StoryQuote, ...], articles: Mapping[str, Article], hands: Mapping[str, int]
) -> Utterance:
    renderings = tuple(_rendering(quote, articles[quote.quote.content.document_id]) for quote in group)
    found, how = differences(renderings), _relation(renderings, hands)
    verdict, reason = _verdict(renderings, found, how)
    ids = tuple(q.quote.id for q in group)
    rows = aligned(renderings)
    return Utterance(number, _speaker(group), verdict, reason, ids, found, how.kind, how.confidence, rows)


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


@dataclass(frozen=True, slots=True)
class _Relation:
    """How the renderings of a saying relate, in words too, and how surely they are one."""

    kind: RenderingKind
    told: str
    confidence: Grade


def _verdict(
    renderings: tuple[Rendering, ...], found: tuple[Difference, ...], how: _Relation
) -> tuple[Verdict, str]:
    """The verdict and its reason: how the renderings relate, in how many reports, and what was found."""
    reports, quotes = len({r.span.document_id for r in renderings}), len(renderings)
    told = f"{reports} reports" if quotes == reports else f"{reports} reports, {quotes} quotes"
    if how.confidence == "low":
        return (
            "undecided",
            f"{told}, {how.told}, which is too little to be sure that they render the same words",
        )
    telling = [d for d in found if d.kind in _TELLING]
    if telling:
        counted: Counter[str] = Counter(d.kind for d in telling)
        kinds = ", ".join(f"{n} {kind}{'s' * (n > 1)}" for kind in _TELLING if (n := counted[kind]))
        return "differ", f"{told}, {how.told}; they differ in {kinds}"
    return "agree", f"{told}, {how.told}; no difference in meaning found"


def _relation(renderings: tuple[Rendering, ...], hands: Mapping[str, int]) -> _Relation:
    """Repetition, another wording in quotation marks, translation, or the words of a reporter."""
    languages = sorted({r.language or "unknown" for r in renderings})
    pairs = [
        (one, other)
        for one, other in combinations(renderings[: _CONFIG.most_renderings], 2)
        if one.span.document_id != other.span.document_id
    ]
    shared = [overlap(one.text, other.text).most for one, other in pairs]
    best, least = max(shared, default=0.0), min(shared, default=0.0)
    grade: Grade = "high" if best >= _CONFIG.surely else "medium" if best >= _CONFIG.sure else "low"
    if len(languages) > 1:
        return _Relation("translation", f"in {len(languages)} languages ({', '.join(languages)})", grade)
    # By content words alone "is not about us" and "it is about no one" are one wording.
    quoted = [word_for_word(a.span, b.span) for a, b in pairs if a.direct and b.direct]
    if len(quoted) == len(pairs) and min(quoted, default=0.0) >= _CONFIG.verbatim:
        one_hand = len({hands.get(r.span.document_id, -1 - n) for n, r in enumerate(renderings)}) == 1
        return _Relation("copy" if one_hand else "verbatim", "the same words, whole or in part", "high")
    shares = f"{least:.0%}" if f"{least:.0%}" == f"{best:.0%}" else f"{least:.0%} to {best:.0%}"
    kind: RenderingKind = "re-translation" if min(quoted, default=1.0) < _CONFIG.verbatim else "paraphrase"
    return _Relation(kind, f"in other words ({shares} of the shorter rendering shared)", grade)
