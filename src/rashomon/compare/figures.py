"""Verdicts on figures.

group -> pairs of values from different documents -> equal, compatible, rounded, apart -> verdict
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

from rashomon.config import FiguresConfig
from rashomon.types import Article, Document, Figure, Quantity, Verdict

CONFIG = FiguresConfig()
_VERDICTS: tuple[Verdict, ...] = ("differ", "agree", "undecided", "single")
#: What readers ask for first.
_FRAMES = (
    "dead",
    "injured",
    "missing",
    "infected",
    "rescued",
    "evacuated",
    "displaced",
    "arrested",
    "affected",
)


@dataclass(frozen=True, slots=True)
class _Relation:
    """How two values stand to each other, and why."""

    verdict: Verdict
    reason: str


def compare_figures(
    groups: tuple[tuple[Quantity, ...], ...], articles: tuple[Article, ...]
) -> tuple[Figure, ...]:
    """A figure for each group, the telling ones first."""
    documents = {article.document.id: article.document for article in articles}
    judged = sorted(
        ((_judge(group, documents), group) for group in groups if group),
        key=lambda pair: _rank(pair[0].verdict, pair[1]),
    )
    return tuple(
        Figure(f"f{number}", _describe(group), relation.verdict, relation.reason, group)
        for number, (relation, group) in enumerate(judged, 1)
    )


def _rank(verdict: Verdict, group: tuple[Quantity, ...]) -> tuple[int, int, int, str, int]:
    frame = _frame(group)
    importance = _FRAMES.index(frame) if frame in _FRAMES else len(_FRAMES) + (frame is None)
    told = len({q.span.document_id for q in group})
    return _VERDICTS.index(verdict), importance, -told, group[0].span.document_id, group[0].span.start


def _judge(group: tuple[Quantity, ...], documents: dict[str, Document]) -> _Relation:
    told = {q.span.document_id for q in group}
    if len(told) == 1:
        times = f", {len(group)} times" if len(group) > 1 else ""
        return _Relation("single", f"told by one report{times}")
    relations = [relate(a, b) for a, b in combinations(group, 2) if a.span.document_id != b.span.document_id]
    for verdict in ("differ", "undecided"):
        found = next((r for r in relations if r.verdict == verdict), None)
        if found:
            return _Relation(found.verdict, found.reason + _update(group, documents))
    return _Relation("agree", f"told by {len(told)} reports: {relations[0].reason}")


def relate(a: Quantity, b: Quantity) -> _Relation:
    """How two values told of one thing stand to each other."""
    x, y = _number(a), _number(b)
    told = f"'{a.span.text}' and '{b.span.text}'"
    if _inside(a, y) or _inside(b, x):
        return _Relation("agree", f"{told}: one is a range that has the other in it")
    if _in_the(a, y) or _in_the(b, x):
        return _Relation("agree", f"{told}: one is a round word that the other fits")
    if x * y <= 0 and x != y:
        return _Relation("differ", f"{told}: {_plain(x)} and {_plain(y)} have opposite signs")
    ratio = max(abs(x), abs(y)) / min(abs(x), abs(y)) if x and y else 1.0
    if ratio <= 1 + CONFIG.rounding:
        return _Relation("agree", f"{told}: {'equal' if x == y else 'equal when rounded'}")
    hedged = _bound(a) or _bound(b) or a.approximate or b.approximate
    numbers = f"{_bound(a)} {_plain(x)}".strip() + " against " + f"{_bound(b)} {_plain(y)}".strip()
    if hedged and ratio < CONFIG.bounds_apart:
        return _Relation("undecided", f"{told}: {numbers}, {ratio:.2f} to 1; the hedges leave room for both")
    possible = "logic allows both, but they are " if _bound(a) == _bound(b) != "" else ""
    return _Relation("differ", f"{told}: {numbers}; {possible}{ratio:.2f} to 1")


def _number(quantity: Quantity) -> float:
    """The number a quantity stands for: its value, the one bound it has, or the middle of its range."""
    if quantity.value is not None:
        return quantity.value
    if quantity.low is not None and quantity.high is not None:
        return (quantity.low + quantity.high) / 2
    return quantity.low if quantity.low is not None else quantity.high or 0.0


def _bound(quantity: Quantity) -> str:
    if quantity.value is not None or (quantity.low is not None and quantity.high is not None):
        return ""
    return "at least" if quantity.low is not None else "at most"


def _inside(quantity: Quantity, number: float) -> bool:
    low, high = quantity.low, quantity.high
    return low is not None and high is not None and low <= number <= high


def _in_the(quantity: Quantity, number: float) -> bool:
    """Whether 'hundreds' may mean the number: up to ten times the least it says."""
    if quantity.low is None or quantity.high is not None or not quantity.approximate:
        return False
    return quantity.low <= number < 10 * quantity.low


def _plain(number: float) -> str:
    return f"{number:,.10g}"


def _update(group: tuple[Quantity, ...], documents: dict[str, Document]) -> str:
    """A later report may know more: say so, and do not hide the difference."""
    days = sorted({(documents[q.span.document_id].published or "")[:10] for q in group} - {""})
    return (
        f"; the reports are of {days[0]} to {days[-1]}, the later may be an update" if len(days) > 1 else ""
    )


def _frame(group: tuple[Quantity, ...]) -> str | None:
    frames = Counter(q.frame for q in group if q.frame)
    return min(frames, key=lambda f: (-frames[f], f), default=None)


def _describe(group: tuple[Quantity, ...]) -> str:
    """What is counted, in the words most reports count it by, after the frame it was read in."""
    words = [q.of for q in group if q.of]
    told = min(words, key=lambda w: (-words.count(w), -len(w), w), default=None) or group[0].unit or "figure"
    frame = _frame(group)
    return f"{frame}: {told}" if frame and frame not in told.casefold() else told
