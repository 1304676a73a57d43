"""Quantities told of the same thing.

    quantities -> context of each -> equal ones joined -> unequal ones of one frame and context joined

On translated news, equal figures joined by unit and context were right 27 times to 1; unequal ones are of
the same thing only where frame, context, place and year agree, so those are asked for more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from rashomon.config import FiguresConfig
from rashomon.lexicon.units import is_currency
from rashomon.textmatch import Likeness, Matchable, fold, key_weights, likeness, matchable
from rashomon.types import Article, Quantity, Sentence

CONFIG = FiguresConfig()
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
#: Units that measure and do not count; a counted noun may be named in many ways.
_MEASURES = frozenset({"metre", "percent", "percentage point", "point", "degree"}) | _TIMES
#: Frames whose totals one report may tell several of as they grow.
TOLLS = frozenset({"dead", "injured", "missing", "rescued", "arrested", "displaced", "evacuated", "infected", "affected"})


@dataclass(frozen=True, slots=True)
class _Item:
    """A quantity with the words around it; ``order`` is its place among all of the story."""

    order: int
    quantity: Quantity
    context: Matchable


def align_figures(articles: tuple[Article, ...]) -> tuple[tuple[Quantity, ...], ...]:
    """Groups of quantities; one told alone is a group of one."""
    items = _items(articles)
    weights = key_weights(item.context for item in items)
    groups = _Groups(len(items))
    near = _Nearness(weights)
    for left, right in _pairs(items, _value_keys):
        if _same_number(left.quantity, right.quantity) and _same_thing(left, right, near):
            groups.join(left.order, right.order)
    unequal = [
        (near(left, right), left, right)
        for left, right in _pairs(items, _frame_keys)
        if _may_conflict(left.quantity, right.quantity) and not _same_number(left.quantity, right.quantity)
    ]
    for score, left, right in sorted(unequal, key=lambda e: (-e[0], e[1].order, e[2].order)):
        if score >= CONFIG.context_unequal and _joinable(groups.members(left.order), groups.members(right.order), items):
            groups.join(left.order, right.order)
    return tuple(tuple(items[i].quantity for i in members) for members in groups.all())


def _items(articles: tuple[Article, ...]) -> tuple[_Item, ...]:
    found = [
        (quantity, context)
        for article in sorted(articles, key=lambda a: a.document.id)
        for quantity, context in _contexts(article)
    ]
    return tuple(_Item(order, quantity, context) for order, (quantity, context) in enumerate(found))


def _contexts(article: Article) -> Iterator[tuple[Quantity, Matchable]]:
    """Each quantity with the words of its sentence near it, its own number left out."""
    sentences, at, document = article.annotations.sentences, 0, article.document
    for quantity in sorted(article.annotations.quantities, key=lambda q: q.span.start):
        while at + 1 < len(sentences) and sentences[at].span.end <= quantity.span.start:
            at += 1
        start, end = _window(quantity, sentences[at] if sentences else None)
        # Its own unit and frame stand as facts; digits would make equal numbers alike.
        words = "".join(" " if c.isdigit() else c for c in document.text[start:end])
        yield quantity, matchable(words, document.language, letters=False)


def _window(quantity: Quantity, sentence: Sentence | None) -> tuple[int, int]:
    start, end = quantity.span.start - CONFIG.context_reach, quantity.span.end + CONFIG.context_reach
    if sentence is None:
        return max(0, start), end
    return max(sentence.span.start, start), min(max(sentence.span.end, quantity.span.end), end)


class _Nearness:
    """How much of the smaller of two contexts the other one has, 0 to 1."""

    def __init__(self, weights: dict[str, float]) -> None:
        self._weights = weights

    def __call__(self, left: _Item, right: _Item) -> float:
        found: Likeness = likeness(left.context, right.context, self._weights)
        return max(found.of_left, found.of_right)


class _Groups:
    """Disjoint sets of items; a set is named by its first member."""

    def __init__(self, size: int) -> None:
        self._of = list(range(size))
        self._members = {i: [i] for i in range(size)}

    def members(self, item: int) -> list[int]:
        return self._members[self._of[item]]

    def join(self, left: int, right: int) -> None:
        first, second = sorted((self._of[left], self._of[right]))
        if first != second:
            moved = self._members.pop(second)
            for item in moved:
                self._of[item] = first
            self._members[first] = sorted(self._members[first] + moved)

    def all(self) -> Iterable[list[int]]:
        return (self._members[key] for key in sorted(self._members))


def _pairs(items: tuple[_Item, ...], keys: object) -> Iterator[tuple[_Item, _Item]]:
    """Pairs that share a key, each once."""
    buckets: dict[object, list[_Item]] = defaultdict(list)
    for item in items:
        for key in keys(item.quantity):  # type: ignore[operator]
            buckets[key].append(item)
    seen: set[tuple[int, int]] = set()
    for key in sorted(buckets, key=str):
        for left, right in combinations(buckets[key][: CONFIG.most_compared], 2):
            if (left.order, right.order) not in seen:
                seen.add((left.order, right.order))
                yield left, right


def _kind(unit: str) -> str:
    return unit if unit in _MEASURES or is_currency(unit) or " " in unit else "count"


def numbers_of(quantity: Quantity) -> tuple[float, ...]:
    """The numbers a quantity tells: its value, or its bounds."""
    return tuple(n for n in (quantity.value, quantity.low, quantity.high) if n is not None)


def _value_keys(quantity: Quantity) -> tuple[tuple[str, str], ...]:
    return tuple((_kind(quantity.unit), f"{n:.3g}") for n in numbers_of(quantity))


def _frame_keys(quantity: Quantity) -> tuple[tuple[str, str], ...]:
    return ((_kind(quantity.unit), quantity.frame),) if quantity.frame else ()


def _same_number(left: Quantity, right: Quantity) -> bool:
    return any(abs(a - b) <= 0.005 * max(abs(a), abs(b)) for a in numbers_of(left) for b in numbers_of(right))


def _same_thing(left: _Item, right: _Item, near: _Nearness) -> bool:
    """Whether equal numbers count the same: the commoner the number, the more the context must agree."""
    a, b = left.quantity, right.quantity
    if _kind(a.unit) == "count" and a.unit != b.unit and a.frame != b.frame:
        return _telling(a) and near(left, right) >= CONFIG.context_equal
    if _telling(a):
        return near(left, right) >= CONFIG.context_telling
    needed = CONFIG.context_equal if a.frame == b.frame or a.unit == b.unit else CONFIG.context_unequal
    return near(left, right) >= needed


def _telling(quantity: Quantity) -> bool:
    """Whether the number is seldom met by chance: a large or an uneven one, or money."""
    number = abs(numbers_of(quantity)[0])
    return number >= CONFIG.telling_number or is_currency(quantity.unit)


def _may_conflict(left: Quantity, right: Quantity) -> bool:
    """Whether unequal numbers could be told of one thing: frame, place, year and unit agree."""
    if left.span.document_id == right.span.document_id or left.unit in _TIMES or left.frame == "age":
        return False
    if left.frame != right.frame or _kind(left.unit) != _kind(right.unit):
        return False
    places = {fold(p) for p in (left.place, right.place) if p}
    years = {d[:4] for d in (left.as_of, right.as_of) if d}
    return len(places) < 2 and len(years) < 2


def _joinable(left: list[int], right: list[int], items: tuple[_Item, ...]) -> bool:
    """Whether two groups may be one: no report tells two unlike numbers in it, but of a toll that grows."""
    for i in left:
        for j in right:
            a, b = items[i].quantity, items[j].quantity
            same = a.span.document_id == b.span.document_id
            if same and a.frame not in TOLLS and not _same_number(a, b):
                return False
            if not same and not _may_conflict(a, b) and not _same_number(a, b):
                return False
    return True
