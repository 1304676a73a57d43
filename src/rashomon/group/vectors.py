"""Articles -> weighted features, in integers: float sums would change with the order of adding.

Two views of every document: its words, for documents of one language, and a bridge of what all
languages share: concepts, the sounds of names, numbers, known entities.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import chain, islice, repeat
from math import isqrt, log2

import numpy as np

from rashomon.config import GroupConfig
from rashomon.group.bridge import bridge_keys, name_key, names_in
from rashomon.group.rarity import SHARED, rarity
from rashomon.group.times import Times, read_times
from rashomon.group.views import Ints, View, new_view
from rashomon.textmatch import content_stems, numbers_in
from rashomon.types import Article, Document

_WORD = re.compile(r"\S+")
_YEAR = re.compile(r"(?:19|20)\d\d")
#: Digits a number must have to be told from chance: ages and days of the month are shared by all.
_TELLING_DIGITS = 2


@dataclass(frozen=True, slots=True, eq=False)
class Vector:
    """What grouping knows of one document.

    ``figures`` are the numbers it tells, without years; ``names`` the names in it as it writes them, by
    their key in ``bridge``. ``headline`` holds the words of the title, or of the first line, by their rarity.
    ``embedding`` is its sentence vector, empty where no model was given.
    """

    id: str
    language: str | None
    title: str
    times: Times
    words: View
    bridge: View
    figures: frozenset[str]
    names: Mapping[str, str] = field(default_factory=dict)
    headline: View = field(default_factory=partial(new_view, {}))
    embedding: Ints = field(default_factory=lambda: np.zeros(0, np.int64))


def word_keys(text: str, language: str | None) -> tuple[str, ...]:
    """The features of a text that its own language shares: stems of words, and numbers."""
    return (*content_stems(text, language), *numbers_in(text))


def figures_in(text: str) -> frozenset[str]:
    """The numbers of a text that can tell one event from another: neither single digits nor years."""
    return frozenset(n for n in numbers_in(text) if len(n) >= _TELLING_DIGITS and not _YEAR.fullmatch(n))


def make_vector(article: Article, config: GroupConfig) -> Vector:
    """The features of one article; nothing of any other document goes in."""
    document = article.document
    zones = _zones(document, config)
    names = _names(article, zones)
    entities = Counter(f"k/{mention.key}" for mention in article.annotations.mentions if mention.key)
    title = (document.title or " ".join(m[0] for m in islice(_WORD.finditer(document.text), 10))).strip()
    return Vector(
        id=document.id,
        language=document.language,
        title=title,
        times=read_times(article),
        words=_view(_count(zones, word_keys, document.language), document.language, config),
        bridge=_view(_count(zones, bridge_keys, document.language) + entities, SHARED, config),
        figures=figures_in(zones[1][0]) | figures_in(zones[2][0]),
        names=names,
        headline=_headline(title, document.language, config),
        embedding=np.array(article.embedding, np.int64),
    )


def _zones(document: Document, config: GroupConfig) -> tuple[tuple[str, int], ...]:
    """Title, lead and body with what a word in each counts; the rest of a long text tells other things."""
    text = document.text
    lead, end = _reach(text, config.lead_words), _reach(text, config.body_words)
    return (
        (document.title or "", config.title_count),
        (text[:lead], config.lead_count),
        (text[lead:end], 1),
    )


def _reach(text: str, words: int) -> int:
    """Where the text goes on after so many words."""
    parts = text.split(None, words)
    return len(text) - len(parts[words]) if len(parts) > words else len(text)


def _names(article: Article, zones: Iterable[tuple[str, int]]) -> dict[str, str]:
    """Names by key, each as it is first told; the mentions found, or else the capitalised words."""
    names: dict[str, str] = {}
    for mention in article.annotations.mentions:
        if mention.key:
            names.setdefault(f"k/{mention.key}", mention.name)
        for word in mention.name.split():
            names.setdefault(name_key(word), mention.name)
    if not names:
        for text, _ in zones:
            for name in names_in(text, article.document.language):
                names.setdefault(name_key(name), name)
    names.pop("", None)
    return names


def _count(
    zones: Iterable[tuple[str, int]],
    keys: Callable[[str, str | None], tuple[str, ...]],
    language: str | None,
) -> Counter[str]:
    return Counter(chain.from_iterable(keys(text, language) * count for text, count in zones))


def _view(counts: Mapping[str, int], table: str | None, config: GroupConfig) -> View:
    power = 2 if table == SHARED else 3
    levels = map(_level, counts, repeat(table), repeat(config.entity_rarity))
    telling = [level - config.common_level for level in levels]
    weights = map(_weight, counts.values(), telling, repeat(power))
    return new_view({key: weight for key, weight in zip(counts, weights, strict=True) if weight})


def _headline(title: str, language: str | None, config: GroupConfig) -> View:
    """The words of a headline as a view, each once and weighed by its rarity alone."""
    telling = {key: rarity(key, language) - config.common_level for key in word_keys(title, language)}
    return new_view({key: level for key, level in telling.items() if level > 0})


@lru_cache(maxsize=1 << 17)
def _level(key: str, table: str | None, entity: int) -> int:
    """How rare a feature is, by its table or as an entity; features come again, so each is judged once."""
    return entity if key.startswith("k/") else rarity(key, table)


@lru_cache(maxsize=1 << 14)
def _weight(count: int, telling: int, power: int) -> int:
    """Saturating count times rarity above what is common, to half that power, as an integer.

    Words are worth the power 3/2. In the bridge, where many words are not known, 1 finds more.
    """
    return 0 if telling <= 0 else round(16 * log2(1 + count)) * isqrt(64 * telling**power) // 64
