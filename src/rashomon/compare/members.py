"""The members of a statement side by side: how near they are, and which words they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.config import StatementConfig
from rashomon.likeness import Weighed, matchable, overlap, report_weights, weighed
from rashomon.textmatch import attributions, bearers, blanked, content_words, match_keys
from rashomon.types import Article, Span

_CONFIG = StatementConfig()


@dataclass(frozen=True, slots=True)
class Page:
    """A report with what the comparison of its spans asks for again and again."""

    article: Article
    said: list[tuple[int, int]]
    named: list[tuple[int, int]]


def page(article: Article) -> Page:
    """A report made ready."""
    return Page(article, attributions(article.annotations), bearers(article.annotations))


def story_weights(articles: tuple[Article, ...]) -> dict[str, float]:
    """How telling each key is in a story, by the sentences of a report that have it."""
    return report_weights(
        (matchable(s.span.text, a.document.language) for s in a.annotations.sentences) for a in articles
    )


def content(span: Span, known: Page) -> str:
    """The words of a span, with blanks for who says them."""
    return blanked(span.text, span.start, known.said)


def closeness(
    group: tuple[Span, ...], pages: Mapping[str, Page], weights: Mapping[str, float]
) -> tuple[float, float]:
    """The share of what two tell that a member and its nearest of another report have in common, 0 to 1.

    The mean over the members, and the least; what a whole has more than a fragment of it counts half.
    """
    members = group[: _CONFIG.most_compared]
    texts = [_weighed(span, pages[span.document_id], weights) for span in members]
    nearest = [
        max(
            (
                _near(text, other)
                for other, o in zip(texts, members, strict=True)
                if o.document_id != s.document_id
            ),
            default=0.0,
        )
        for text, s in zip(texts, members, strict=True)
    ]
    return sum(nearest) / len(nearest), min(nearest)


def _near(one: Weighed, other: Weighed) -> float:
    like = overlap(one, other)
    return (like.least + like.score / 2) / 2


def _weighed(span: Span, known: Page, weights: Mapping[str, float]) -> Weighed:
    return weighed(matchable(content(span, known), known.article.document.language), weights)


@dataclass(frozen=True, slots=True)
class Shared:
    """The words of a first member that most others have too; those that are no names, and their weight."""

    words: tuple[str, ...]
    beside_names: int
    weight: float


def shared_words(group: tuple[Span, ...], pages: Mapping[str, Page], weights: Mapping[str, float]) -> Shared:
    """What most members share, by stem, sound, concept or number, as one of the usual language has it."""
    members = group[: _CONFIG.most_compared]
    keys = [_keys(span, pages[span.document_id]) for span in members]
    holders = Counter(key for found in keys for key in {k for _, word in found for k in word})
    needed = len(members) // 2 + 1
    found = [_common(words, holders, needed) for words in keys]
    languages = [pages[span.document_id].article.document.language for span in members]
    usual = Counter(languages)
    first = max(range(len(members)), key=lambda i: (usual[languages[i]], len(found[i]), -i))
    plain = blanked(
        content(members[first], pages[members[first].document_id]),
        members[first].start,
        pages[members[first].document_id].named,
    )
    language = pages[members[first].document_id].article.document.language
    beside = {word: min(weights.get(key, 1.0) for key in keys) for word, keys in _spelled(plain, language)}
    worth = [beside[word] for word in found[first] if word in beside]
    return Shared(found[first][: _CONFIG.most_shared_words], len(worth), sum(worth))


def _common(
    found: list[tuple[str, tuple[str, ...]]], holders: Mapping[str, int], needed: int
) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word, keys in found if any(holders[k] >= needed for k in keys)))


def _keys(span: Span, known: Page) -> list[tuple[str, tuple[str, ...]]]:
    return _spelled(content(span, known), known.article.document.language)


def _spelled(text: str, language: str | None) -> list[tuple[str, tuple[str, ...]]]:
    """Each content word or number of a text as written, with its keys."""
    keys = match_keys(text, language)
    words = content_words(text, language)
    return [*zip(words, keys, strict=False), *((found[0][2:], found) for found in keys[len(words) :])]
