"""Quantities told of the same thing.

    quantities -> context of each -> equal ones joined -> unequal ones of one frame and context joined

On translated news, equal figures joined by unit and context were right 27 times to 1; unequal ones are of
the same thing only where frame, context, place and year agree, so those are asked for more.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from rashomon.chronology import period
from rashomon.config import FiguresConfig
from rashomon.lexicon.units import (
    TIMES,
    comparable,
    counts_people,
    is_claimed,
    is_converted,
    is_currency,
    is_toll,
    kind_of,
    may_be_disputed,
)
from rashomon.likeness import Likeness, Matchable, key_weights, likeness, matchable
from rashomon.textmatch import fold, name_keys
from rashomon.types import Article, Document, Quantity, Sentence

CONFIG = FiguresConfig()
#: Kinds of units whose unequal figures may be a conflict. Lengths, speeds and times are told of too many
#: things at once: rain here and rain there.
_DISPUTED = frozenset({"count", "money", "percent", "percentage point", "point"})


@dataclass(frozen=True, slots=True)
class _Item:
    """A quantity with the words around it; ``order`` is its place among all of the story.

    ``quantity`` is ``told`` in the unit its kind is compared in.

    ``context`` is of its sentence, ``focus`` only of what stands between it and the figures beside it, and
    ``subject`` is the last name before it there; ``day`` is the date told beside it, or its report's;
    ``principal`` marks a toll that its report tells of its own event, ``headline`` a figure of its headline;
    ``beyond`` are the names right behind it, which of a length say from where it is measured.
    """

    order: int
    told: Quantity
    quantity: Quantity
    context: Matchable
    focus: Matchable
    subject: str | None
    day: str | None
    principal: bool = False
    headline: bool = False
    beyond: frozenset[str] = frozenset()


def align_figures(articles: tuple[Article, ...]) -> tuple[tuple[Quantity, ...], ...]:
    """Groups of quantities; one told alone is a group of one."""
    items = _items(articles)
    near = _Nearness(key_weights(item.context for item in items))
    groups = _Groups(len(items))
    for left, right in _pairs(items, _value_keys):
        equal = _same_number(left.quantity, right.quantity) and _same_thing(left, right, near)
        if equal and _one_toll(groups.members(left.order), groups.members(right.order), items):
            groups.join(left.order, right.order)
    unequal = [
        (near(left, right), left, right)
        for left, right in _pairs(items, _frame_keys)
        if _may_conflict(left, right) and not _same_number(left.quantity, right.quantity)
    ]
    for score, left, right in sorted(unequal, key=lambda e: (-e[0], e[1].order, e[2].order)):
        near_enough = score >= _needed(left, right, near)
        if near_enough and _joinable(groups.members(left.order), groups.members(right.order), items):
            groups.join(left.order, right.order)
    return tuple(tuple(items[i].told for i in members) for members in groups.all())


def _items(articles: tuple[Article, ...]) -> tuple[_Item, ...]:
    found = [item for a in sorted(articles, key=lambda a: a.document.id) for item in _items_of(a)]
    return tuple(replace(item, order=order) for order, item in enumerate(found))


def _items_of(article: Article) -> Iterator[_Item]:
    """Each quantity with its words; numbers are left out, or equal ones would be alike by themselves."""
    sentences, at, document = article.annotations.sentences, 0, article.document
    quantities = sorted(article.annotations.quantities, key=lambda q: q.span.start)
    principal = _principal(article)
    for index, quantity in enumerate(quantities):
        while at + 1 < len(sentences) and sentences[at].span.end <= quantity.span.start:
            at += 1
        start, end = _window(quantity, sentences[at] if sentences else None)
        before = quantities[index - 1].span.end if index else 0
        after = quantities[index + 1].span.start if index + 1 < len(quantities) else end
        wide, narrow = document.text[start:end], document.text[max(start, before) : min(end, after)]
        yield _Item(
            0,
            quantity,
            comparable(quantity),
            matchable(_wordy(wide), document.language),
            matchable(_wordy(narrow), document.language),
            next(
                reversed(
                    name_keys(document.text[max(start, before) : quantity.span.start], document.language)
                ),
                None,
            ),
            quantity.as_of or (document.published or "")[:10] or None,
            quantity in principal,
            _in_headline(quantity, document),
            frozenset(name_keys(_beyond(quantity, document, end), document.language)),
        )


def _beyond(quantity: Quantity, document: Document, end: int) -> str:
    """The words right behind a quantity, up to a mark."""
    start = quantity.span.end
    return re.split(r"[,;:.()]", document.text[start : min(end, start + CONFIG.beyond_reach)])[0]


def _wordy(text: str) -> str:
    return "".join(" " if c.isdigit() else c for c in text)


def _principal(article: Article) -> set[Quantity]:
    """The tolls a report tells of its event: the largest of each frame that is not of another year than the
    report's own, those of its headline, and lower bounds near below the largest."""
    document = article.document
    year = (document.published or "")[:4]
    present = [
        q
        for q in article.annotations.quantities
        if is_toll(q.frame) and counts_people(q.unit) and not (year and q.as_of and q.as_of[:4] < year)
    ]
    largest: dict[str | None, Quantity] = {}
    for q in present:
        if q.frame not in largest or max(numbers_of(q)) > max(numbers_of(largest[q.frame])):
            largest[q.frame] = q
    return {
        q
        for q in present
        if q == largest[q.frame]
        or _in_headline(q, document)
        or (q.value is None and q.high is None and max(numbers_of(largest[q.frame])) < 2 * max(numbers_of(q)))
    }


def _in_headline(quantity: Quantity, document: Document) -> bool:
    return any(
        block.role == "headline" and block.start <= quantity.span.start < block.end
        for block in document.blocks
    )


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
        return self._between(left.context, right.context)

    def focus(self, left: _Item, right: _Item) -> float:
        """The same of the words right beside the figures."""
        return self._between(left.focus, right.focus)

    def _between(self, left: Matchable, right: Matchable) -> float:
        found: Likeness = likeness(left, right, self._weights)
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


def _pairs(
    items: tuple[_Item, ...], keys: Callable[[Quantity], tuple[tuple[str, str], ...]]
) -> Iterator[tuple[_Item, _Item]]:
    """Pairs that share a key, each once."""
    buckets: dict[tuple[str, str], list[_Item]] = defaultdict(list)
    for item in items:
        for key in keys(item.quantity):
            buckets[key].append(item)
    seen: set[tuple[int, int]] = set()
    for key in sorted(buckets):
        for left, right in combinations(buckets[key][: CONFIG.most_compared], 2):
            if (left.order, right.order) not in seen:
                seen.add((left.order, right.order))
                yield left, right


def _kind(unit: str) -> str:
    """Sums of two currencies are never compared; nouns are, whatever they are."""
    return unit if is_currency(unit) or unit in TIMES else kind_of(unit)


def numbers_of(quantity: Quantity) -> tuple[float, ...]:
    """The numbers a quantity tells: its value, or its bounds."""
    return tuple(n for n in (quantity.value, quantity.low, quantity.high) if n is not None)


def _value_keys(quantity: Quantity) -> tuple[tuple[str, str], ...]:
    """Equal numbers share a key. Lengths are told in miles and kilometres, so near ones do, as with any unit
    that others are converted to; a sum may be told without its currency."""
    kind, numbers = _kind(quantity.unit), numbers_of(quantity)
    keys = [(kind, f"{n:.3g}") for n in numbers]
    if is_converted(kind):
        keys += [(kind, f"~{math.floor(math.log(n, 1.1)) + i}") for n in numbers if n > 0 for i in (0, 1)]
    if quantity.unit == "" or is_currency(quantity.unit):
        keys += [("sum", f"{n:.3g}") for n in numbers if n >= CONFIG.telling_money]
    return tuple(keys)


def _frame_keys(quantity: Quantity) -> tuple[tuple[str, str], ...]:
    return ((_kind(quantity.unit), quantity.frame),) if quantity.frame else ()


def _same_number(left: Quantity, right: Quantity) -> bool:
    """Whether two quantities tell one number; converted ones only as finely as both tell it."""
    rounding = (left.step + right.step) / 2 if left.unit == right.unit and is_converted(left.unit) else 0.0
    same_step = abs(left.step - right.step) <= 0.005 * max(left.step, right.step)
    return any(
        abs(a - b) <= 0.005 * max(abs(a), abs(b)) or (not same_step and abs(a - b) < rounding)
        for a in numbers_of(left)
        for b in numbers_of(right)
    )


def _same_thing(left: _Item, right: _Item, near: _Nearness) -> bool:
    """Whether equal numbers count the same: the commoner the number, the more the context must agree."""
    a, b = left.quantity, right.quantity
    elsewhere = a.span.document_id != b.span.document_id
    if kind_of(a.unit) == "metre" and _from_elsewhere(left, right):
        return False
    alike = a.unit == b.unit or (a.frame == b.frame and a.frame is not None)
    bare = "" in (a.unit, b.unit) and (is_currency(a.unit) or is_currency(b.unit))
    if bare:
        return near(left, right) >= CONFIG.context_telling
    if elsewhere and alike and is_currency(a.unit) and abs(numbers_of(a)[0]) >= CONFIG.telling_money:
        return True
    if not alike and _kind(a.unit) == "count":
        return _telling(a) and near(left, right) >= CONFIG.context_equal
    if _telling(a):
        across = left.context.language != right.context.language
        return (elsewhere and across and alike) or near(left, right) >= CONFIG.context_telling
    return near(left, right) >= (CONFIG.context_equal if alike else CONFIG.context_unequal)


def _from_elsewhere(left: _Item, right: _Item) -> bool:
    """Whether two lengths are measured from two places: "40 km west of Arden" and "40 km east of Kestrel"."""
    one_language = left.context.language == right.context.language
    return one_language and bool(left.beyond and right.beyond) and left.beyond.isdisjoint(right.beyond)


def _telling(quantity: Quantity) -> bool:
    """Whether the number is seldom met by chance: a large or an uneven one, or money."""
    return abs(numbers_of(quantity)[0]) >= CONFIG.telling_number or is_currency(quantity.unit)


def _may_conflict(left: _Item, right: _Item) -> bool:
    """Whether unequal numbers could be told of one thing: frame, place, year and unit agree."""
    a, b = left.quantity, right.quantity
    if a.span.document_id == b.span.document_id or a.frame != b.frame or _kind(a.unit) != _kind(b.unit):
        return False
    if kind_of(a.unit) not in _DISPUTED or not may_be_disputed(a.frame) or not _same_noun(a.unit, b.unit):
        return False
    if is_toll(a.frame) and not (left.principal and right.principal):
        return False
    places = {fold(p) for p in (a.place, b.place) if p}
    return (len(places) < 2 or is_toll(a.frame)) and _same_time(a.as_of, b.as_of)


def _same_noun(left: str, right: str) -> bool:
    """Whether two units count alike; of the people killed twelve may be students."""
    return left == right or kind_of(left) != "count" or {left, right} <= {"", "person"}


def _same_time(left: str | None, right: str | None) -> bool:
    """Whether two dates told beside figures may speak of one event: a month apart at most."""
    days = period(left), period(right)
    if days[0] is None or days[1] is None:
        return True
    apart = max(days[0].first - days[1].last, days[1].first - days[0].last)
    return (left or "")[:4] == (right or "")[:4] and apart.days <= CONFIG.days_apart


def _needed(left: _Item, right: _Item, near: _Nearness) -> float:
    """The context two unequal numbers must share; 2 is never reached."""
    low, high = sorted(abs(max(numbers_of(item.quantity))) for item in (left, right))
    if high > CONFIG.far_apart * low:
        return 2.0
    if is_toll(left.quantity.frame):
        return CONFIG.context_headline if left.headline or right.headline else CONFIG.context_toll
    moving = left.quantity.frame == "change"
    if moving and (left.subject is None or (left.subject, left.day) != (right.subject, right.day)):
        return 2.0
    if near.focus(left, right) < CONFIG.context_focus:
        return 2.0
    return CONFIG.context_unequal


def _one_toll(left: list[int], right: list[int], items: tuple[_Item, ...]) -> bool:
    """Whether two groups tell at most one toll: the missing are not the dead, though as many."""
    tolls = {items[i].quantity.frame for i in (*left, *right)}
    return sum(is_toll(frame) for frame in tolls) < 2


def _joinable(left: list[int], right: list[int], items: tuple[_Item, ...]) -> bool:
    """Whether two groups may be one: no report tells two unlike numbers in it, but of a toll that grows or
    of what two speakers put a number on."""
    if not _one_toll(left, right, items):
        return False
    first, second = _speakers(left, items), _speakers(right, items)
    claimed = bool(first and second and not first & second)
    of_report: defaultdict[str, list[int]] = defaultdict(list)
    for j in right:
        of_report[items[j].quantity.span.document_id].append(j)
    return all(
        is_toll(items[i].quantity.frame)
        or (claimed and is_claimed(items[i].quantity.frame or items[j].quantity.frame))
        or _same_number(items[i].quantity, items[j].quantity)
        for i in left
        for j in of_report.get(items[i].quantity.span.document_id, ())
    )


def _speakers(group: list[int], items: tuple[_Item, ...]) -> set[str]:
    return {fold(source) for i in group if (source := items[i].quantity.attributed_to)}
