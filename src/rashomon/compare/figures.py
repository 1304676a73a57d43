"""Verdicts on figures.

group -> pairs of values from different documents -> equal, compatible, rounded, apart -> verdict
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from rashomon.compare.figure_names import amount, describe, frame_of_group, teller
from rashomon.config import FiguresConfig
from rashomon.lexicon.units import comparable, is_converted, is_currency, is_dimension, measured_by
from rashomon.types import Article, Document, Figure, Quantity, Verdict

CONFIG = FiguresConfig()
_VERDICTS: tuple[Verdict, ...] = ("differ", "agree", "undecided", "single")
#: Steps of metric lengths: 1 km, 0.1 km and so on need no conversion for most readers.
_METRIC = frozenset(10.0**n for n in range(-6, 7))
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
        Figure(f"f{number}", describe(group), relation.verdict, relation.reason, group)
        for number, (relation, group) in enumerate(judged, 1)
    )


def _rank(verdict: Verdict, group: tuple[Quantity, ...]) -> tuple[int, int, int, int, str, int]:
    """Verdicts first, then what readers ask for; small numbers of anything stand at the end."""
    frame = frame_of_group(group)
    importance = _FRAMES.index(frame) if frame in _FRAMES else len(_FRAMES) + (frame is None)
    told = len({q.span.document_id for q in group})
    first = group[0].span
    return _VERDICTS.index(verdict), _weight(group), importance, -told, first.document_id, first.start


def _weight(group: tuple[Quantity, ...]) -> int:
    """0 for a figure with a frame, 1 for a sum, a share or a large number, 2 for the rest, 3 for ages and
    small counts: two cracks, three times."""
    first, frame = group[0], frame_of_group(group)
    if frame and not is_dimension(frame):
        return 3 if frame == "age" else 0
    if is_currency(first.unit) or first.unit == "percent" or abs(_number(first)) >= CONFIG.large:
        return 1
    return 2 if measured_by(first.unit) or abs(_number(first)) >= CONFIG.small else 3


def _judge(group: tuple[Quantity, ...], documents: dict[str, Document]) -> _Relation:
    told = {q.span.document_id for q in group}
    if len(told) == 1:
        times = f", {len(group)} times" if len(group) > 1 else ""
        return _Relation("single", f"told by one report{times}")
    relations = [
        relate(a, b, documents) for a, b in combinations(group, 2) if a.span.document_id != b.span.document_id
    ]
    for verdict in ("differ", "undecided"):
        found = next((r for r in relations if r.verdict == verdict), None)
        if found:
            return _Relation(found.verdict, found.reason + _update(group, documents))
    return _Relation("agree", f"told by {len(told)} reports; {relations[0].reason}")


def relate(a: Quantity, b: Quantity, documents: dict[str, Document] | None = None) -> _Relation:
    """How two values told of one thing stand to each other, in words that name the reports known."""
    told = " and ".join(_told(q, documents or {}) for q in (a, b))
    a, b = comparable(a), comparable(b)
    if agreement := _agreement(a, b):
        return _Relation("agree", f"{told}{agreement}")
    x, y = _number(a), _number(b)
    if x * y <= 0:
        return _Relation("differ", f"{told}: one is a rise and the other is none")
    hedged = _bound(a) or _bound(b) or a.approximate or b.approximate
    numbers = " against ".join(f"{_bound(q)} {amount(_number(q), q.unit)}".strip() for q in (a, b))
    if hedged and _ratio(x, y) < CONFIG.bounds_apart:
        return _Relation("undecided", f"{told}: {numbers}; the hedges leave room for both")
    if _bound(a) == _bound(b) != "":
        numbers += ", which can both be true but are far apart"
    return _Relation("differ", f"{told}: {numbers}")


def _agreement(a: Quantity, b: Quantity) -> str | None:
    """Why two values agree, or None where they do not."""
    x, y = _number(a), _number(b)
    if _inside(a, y) or _inside(b, x):
        return ": one is a range that has the other in it"
    if _in_the(a, y) or _in_the(b, x):
        return ": one is a round word that the other fits"
    if x == y or x * y <= 0:
        return " are equal" if x == y else None
    ratio = _ratio(x, y)
    if ratio <= 1 + CONFIG.rounding or _rounded(a, b, ratio):
        return " are equal when rounded"
    if ratio < CONFIG.bounds_apart and (_keeps(a, b) or _keeps(b, a)):
        return ": one is a bound that the other keeps"
    return None


def _ratio(x: float, y: float) -> float:
    return max(abs(x), abs(y)) / min(abs(x), abs(y))


def _told(quantity: Quantity, documents: dict[str, Document]) -> str:
    """The words of a value, what they come to in the unit compared in where told otherwise, and who tells
    them."""
    known, common = teller(quantity, documents), comparable(quantity)
    if common != quantity or (quantity.unit == "metre" and round(quantity.step, 9) not in _METRIC):
        converted = amount(_number(common), common.unit)
        known = f"{converted}; {known}" if known else converted
    return f"'{quantity.span.text}'" + (f" ({known})" if known else "")


def _rounded(a: Quantity, b: Quantity, ratio: float) -> bool:
    """Whether two lengths are one told in miles and in kilometres, or two values only 'about' ones."""
    if (
        a.unit == b.unit
        and is_converted(a.unit)
        and a.step != b.step
        and abs(_number(a) - _number(b)) < (a.step + b.step) / 2
    ):
        return True
    return a.approximate and b.approximate and ratio <= 1 + CONFIG.about


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


def _keeps(bound: Quantity, other: Quantity) -> bool:
    """Whether an exact number lies within a bound: 31 is 'more than 30'."""
    if other.value is None or other.approximate or bound.approximate:
        return False
    side, number = _bound(bound), _number(bound)
    return (side == "at least" and other.value >= number) or (side == "at most" and other.value <= number)


def _in_the(quantity: Quantity, number: float) -> bool:
    """Whether 'hundreds' may mean the number: up to ten times the least it says."""
    if quantity.low is None or quantity.high is not None or not quantity.approximate:
        return False
    return quantity.low <= number < 10 * quantity.low


def _update(group: tuple[Quantity, ...], documents: dict[str, Document]) -> str:
    """A later report may know more: say so, and do not hide the difference."""
    days = sorted({(documents[q.span.document_id].published or "")[:10] for q in group} - {""})
    return (
        f"; the reports are of {days[0]} to {days[-1]}, the later may be an update" if len(days) > 1 else ""
    )
