"""The sections of a story: figures and statements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rashomon.report.marks import Mark, Segment, segments
from rashomon.report.view import VERDICTS, Place, Report, StoryView, most_readable
from rashomon.report.wording import amount, bounds, is_currency, is_measure, plain
from rashomon.types import Figure, Quantity, Span, Statement

#: Matches without a verdict beyond these are counted, and not shown.
MOST_LOOSE = 40
#: Width of the drawing of a figure's axis, in its own units, and how many amounts are drawn.
AXIS = 200
MOST_LANES = 12


@dataclass(frozen=True, slots=True)
class Dot:
    """Where a value stands on the axis of its figure; an open side has no end."""

    left: float | None
    right: float | None


@dataclass(frozen=True, slots=True)
class ValueView:
    """A value of a figure as one report tells it; ``again`` is where it tells the same once more."""

    place: Place
    quantity: Quantity
    amount: str
    dot: Dot | None
    again: tuple[Place, ...] = ()


def _reports(values: Iterable[ValueView]) -> tuple[Report, ...]:
    return tuple(dict.fromkeys(value.place.report for value in values))


@dataclass(frozen=True, slots=True)
class FigureView:
    """Values of the same thing, the smallest first; ``ends`` are the numbers at both ends of their axis."""

    anchor: str
    figure: Figure
    values: tuple[ValueView, ...]
    ends: tuple[str, str] | None = None

    @property
    def first(self) -> Place:
        """The words that stand for it."""
        return most_readable([value.place for value in self.values])

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports that tell it, each once."""
        return _reports(self.values)

    @property
    def origins(self) -> int:
        """From how many hands it comes."""
        return len({report.origin for report in self.reports})

    @property
    def amounts(self) -> tuple[tuple[ValueView, ...], ...]:
        """The values by amount, the smallest first."""
        amounts: dict[str, list[ValueView]] = {}
        for value in self.values:
            amounts.setdefault(value.amount, []).append(value)
        return tuple(map(tuple, amounts.values()))

    @property
    def lanes(self) -> tuple[tuple[ValueView, ...], ...]:
        """The amounts that are drawn on the axis; none where all are the same number."""
        return tuple(values for values in self.amounts if values[0].dot)[:MOST_LANES]

    @property
    def told(self) -> tuple[tuple[str, tuple[Report, ...]], ...]:
        """Each amount once, with the reports that tell it."""
        return tuple((values[0].amount, _reports(values)) for values in self.amounts)


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement: ``told`` has each report that tells it, with the words it tells it with.

    Where a figure in it differs, ``counted`` has the reports that tell the figure in another sentence, with
    its places: nothing is missing there. ``figure`` is its anchor.
    """

    anchor: str
    statement: Statement
    told: tuple[tuple[Report, tuple[Place, ...]], ...]
    absent: tuple[Report, ...]
    figure: str = ""
    counted: tuple[tuple[Report, tuple[Place, ...]], ...] = ()

    @property
    def several(self) -> bool:
        """Whether more than one report tells it."""
        return len(self.told) > 1

    @property
    def origins(self) -> int:
        """From how many hands it comes."""
        return len({report.origin for report, _ in self.told})

    @property
    def anchors(self) -> str:
        """The anchors of the reports that tell it, for the filters of the page."""
        return " ".join(report.anchor for report, _ in self.told)

    @property
    def first(self) -> Place:
        """The words that stand for it."""
        return most_readable([places[0] for _, places in self.told])

    def words(self, report: Report) -> tuple[Place, ...]:
        """Where a report tells it; nothing where it does not."""
        return next((places for teller, places in self.told if teller.id == report.id), ())

    def number(self, report: Report) -> tuple[Place, ...]:
        """Where a report that does not tell it tells its figure."""
        return next((places for teller, places in self.counted if teller.id == report.id), ())


@dataclass(frozen=True, slots=True)
class Arranged:
    """The statements of a story as they are shown: those of several reports with a verdict, ``lead`` before
    ``rest``, which has the same sentences again; ``loose`` ones without a verdict; those told ``alone``.
    """

    lead: tuple[StatementView, ...]
    rest: tuple[StatementView, ...]
    loose: tuple[StatementView, ...]
    alone: tuple[StatementView, ...]

    @property
    def sure(self) -> tuple[StatementView, ...]:
        """All that several tell and that has a verdict."""
        return self.lead + self.rest

    @property
    def shown(self) -> tuple[StatementView, ...]:
        """All that has an entry of its own on the page."""
        return self.sure + self.loose[:MOST_LOOSE] + self.alone

    @property
    def agreed(self) -> tuple[StatementView, ...]:
        """What several origins tell alike, each sentence once."""
        alike = [view for view in self.lead if view.statement.verdict == "agree" and view.origins > 1]
        return tuple({view.first.span: view for view in reversed(alike)}.values())[::-1]


def figures(story: StoryView) -> tuple[FigureView, ...]:
    """All figures: those that differ first, then by how many origins tell them."""
    views = [_figure(story, n, figure) for n, figure in enumerate(story.comparison.figures, 1)]

    def rank(view: FigureView) -> tuple[int, int, int]:
        return VERDICTS.index(view.figure.verdict), -view.origins, -len(view.reports)

    return tuple(sorted(views, key=rank))


def _figure(story: StoryView, number: int, figure: Figure) -> FigureView:
    order = {i: n for n, i in enumerate(story.reports)}
    ranked = sorted(
        _same_unit(figure.values),
        key=lambda q: (_middle(q), bounds(q).count(None), amount(q), order[q.span.document_id], q.span.start),
    )
    ends = [x for q in ranked for x in bounds(q) if x is not None]
    spread = (min(ends), max(ends)) if len(set(ends)) > 1 else None
    values = tuple(_value(story, same, spread) for same in _once_a_report(ranked))
    return FigureView(f"{story.anchor}-f{number}", figure, values, _ends(ranked, spread))


def _once_a_report(ranked: Sequence[Quantity]) -> list[list[Quantity]]:
    """The same amount told by a report from one source, in its headline and again below, is one value."""
    told: dict[tuple[str, str], dict[str | None, list[Quantity]]] = {}
    for quantity in ranked:
        sources = told.setdefault((quantity.span.document_id, amount(quantity)), {})
        sources.setdefault(quantity.attributed_to, []).append(quantity)
    for sources in told.values():
        if None in sources and len(sources) > 1:
            unsourced = sources.pop(None)
            next(iter(sources.values())).extend(unsourced)
    return [same for sources in told.values() for same in sources.values()]


def _ends(ranked: Sequence[Quantity], spread: tuple[float, float] | None) -> tuple[str, str] | None:
    """The ends of the axis as numbers."""
    if spread is None:
        return None
    first, last = (plain(end, ranked[0].unit, max(map(abs, spread))) for end in spread)
    return first, last


def _same_unit(values: tuple[Quantity, ...]) -> list[Quantity]:
    """The values with their counted nouns made one, so that "14", "14 people" and "14 dead" are one amount.

    Where one noun or one currency is told, a value without any has it too; where several are, the words
    tell them.
    """
    units = {quantity.unit for quantity in values if quantity.unit}
    nouns = {unit for unit in units if not is_measure(unit)}
    shared = nouns or {unit for unit in units if is_currency(unit)}
    noun = shared.pop() if len(shared) == 1 and (nouns or len(units) == 1) else ""
    return [q if is_measure(q.unit) else replace(q, unit=noun) for q in values]


def _value(story: StoryView, same: list[Quantity], spread: tuple[float, float] | None) -> ValueView:
    first = next((quantity for quantity in same if quantity.as_of), same[0])
    again = tuple(story.place(quantity.span) for quantity in same if quantity is not first)
    return ValueView(story.place(first.span), first, amount(first), _dot(first, spread), again)


def in_words(values: Iterable[ValueView]) -> tuple[tuple[ValueView, ...], ...]:
    """Values told in the same sentence from the same source, as copies have them, together."""
    alike: dict[tuple[str | None, ...], list[ValueView]] = {}
    for value in values:
        before, after = value.place.context()
        told, words = value.quantity, " ".join(f"{before}{value.place.text}{after}".casefold().split())
        alike.setdefault((words, told.attributed_to, told.as_of, told.place), []).append(value)
    return tuple(map(tuple, alike.values()))


def _middle(quantity: Quantity) -> float:
    known = [x for x in bounds(quantity) if x is not None]
    return sum(known) / len(known) if known else float("inf")


def _dot(quantity: Quantity, spread: tuple[float, float] | None) -> Dot | None:
    """The ends of a value on the axis, in its units, with room on both sides for an open end."""
    low, high = bounds(quantity)
    if spread is None or (low is None and high is None):
        return None
    first, last = spread
    ends = [
        None if x is None else round(30 + (x - first) / (last - first) * (AXIS - 60), 1) for x in (low, high)
    ]
    return Dot(ends[0], ends[1])


def statements(story: StoryView) -> tuple[StatementView, ...]:
    """All statements: those of several reports first, what differs before the rest, most origins first."""
    views = [_statement(story, n, s) for n, s in enumerate(story.comparison.statements, 1) if s.members]

    def rank(item: StatementView) -> tuple[bool, int, int]:
        return not item.several, VERDICTS.index(item.statement.verdict), -item.origins if item.several else 0

    return tuple(sorted(views, key=rank))


def _statement(story: StoryView, number: int, statement: Statement) -> StatementView:
    members = statement.members
    figure, values = _figure_in(story, statement) if statement.verdict == "differ" else ("", [])
    counted = _by_report(story, [span for span in values if span.document_id not in _documents(members)])
    absent = story.absent((*members, *values))
    return StatementView(
        f"{story.anchor}-t{number}", statement, _by_report(story, members), absent, figure, counted
    )


def _documents(spans: Iterable[Span]) -> set[str]:
    return {span.document_id for span in spans}


def _by_report(story: StoryView, spans: Sequence[Span]) -> tuple[tuple[Report, tuple[Place, ...]], ...]:
    places: dict[str, list[Place]] = {}
    for span in spans:
        places.setdefault(span.document_id, []).append(story.place(span))
    return tuple((report, tuple(places[report.id])) for report in story.reporters(spans))


def _figure_in(story: StoryView, statement: Statement) -> tuple[str, list[Span]]:
    """The anchor and places of the figure that makes a statement differ: the one in most of its reports."""
    best: tuple[str, list[Span]] = ("", [])
    most = 1
    for number, figure in enumerate(story.comparison.figures, 1):
        spans = [value.span for value in figure.values] if figure.verdict == "differ" else []
        inside = _documents(span for span in spans if within(span, statement.members))
        if len(inside) > most:
            most, best = len(inside), (f"{story.anchor}-f{number}", spans)
    return best


def within(span: Span, others: Iterable[Span]) -> bool:
    """Whether a span stands within one of the others."""
    return any(
        o.document_id == span.document_id and o.start <= span.start and span.end <= o.end for o in others
    )


def differing(figures: Iterable[FigureView]) -> dict[str, list[Mark]]:
    """The figures that differ, marked where they stand, by document."""
    marks: dict[str, list[Mark]] = {}
    for view in figures:
        if view.figure.verdict == "differ":
            for span in (quantity.span for quantity in view.figure.values):
                marks.setdefault(span.document_id, []).append(Mark(span.start, span.end, "number"))
    return marks


def pieces(place: Place, marks: dict[str, list[Mark]], length: int) -> tuple[tuple[Segment, ...], bool]:
    """Words of a report cut at what is marked in them, and whether they go on beyond the length."""
    text, start, end = place.report.document.text, place.span.start, place.span.end
    if end - start > length:
        end = max(text.rfind(" ", start + length // 2, start + length), start + length // 2)
    return tuple(segments(text, start, end, marks.get(place.report.id, ()))), end < place.span.end


def arrange(views: Sequence[StatementView]) -> Arranged:
    """Statements by how much they tell.

    What one report tells in words that a statement of several has too is told there; one without a verdict
    that has no more than sentences shown before, in other pairs, is left out.
    """
    sure = [view for view in views if view.several and view.statement.verdict != "undecided"]
    lead = _fresh(sure)
    leading = {view.anchor for view in lead}
    return Arranged(
        lead,
        tuple(view for view in sure if view.anchor not in leading),
        _fresh([view for view in views if view.several and view.statement.verdict == "undecided"], sure),
        _uncovered([view for view in views if not view.several], sure),
    )


def _uncovered(alone: Sequence[StatementView], several: Sequence[StatementView]) -> tuple[StatementView, ...]:
    """Those most of whose words stand in no statement of several reports: what is said of the others holds
    for their words too.
    """
    shared: dict[str, list[Span]] = {}
    for span in (span for view in several for span in view.statement.members):
        shared.setdefault(span.document_id, []).append(span)

    def own(span: Span) -> bool:
        told: set[int] = set()
        for other in shared.get(span.document_id, ()):
            told.update(range(max(span.start, other.start), min(span.end, other.end)))
        return 2 * len(told) < span.end - span.start

    return tuple(view for view in alone if any(own(span) for span in view.statement.members))


def _fresh(views: Sequence[StatementView], shown: Sequence[StatementView] = ()) -> tuple[StatementView, ...]:
    """Those of which at least two reports have words that stand in none before."""
    seen = {span for view in shown for span in view.statement.members}
    kept = []
    for view in views:
        if len({span.document_id for span in view.statement.members if span not in seen}) > 1:
            kept.append(view)
            seen.update(view.statement.members)
    return tuple(kept)


def only(
    story: StoryView, views: Sequence[StatementView], figures: Iterable[FigureView] = ()
) -> tuple[tuple[Report, tuple[StatementView, ...]], ...]:
    """What each report alone tells, in the order of the reports.

    Its headline, which is a summary, and sentences whose figure others tell otherwise come last.
    """
    otherwise = differing(figures)
    own: dict[str, list[StatementView]] = {}
    for view in views:
        if not view.several:
            own.setdefault(view.first.report.id, []).append(view)

    def rank(view: StatementView) -> tuple[bool, bool]:
        return has_marks(view, otherwise), view.first.text.strip() == view.first.report.document.title

    return tuple((report, tuple(sorted(own[i], key=rank))) for i, report in story.reports.items() if i in own)


def has_marks(view: StatementView, marks: dict[str, list[Mark]]) -> bool:
    """Whether something marked stands in the words of a statement."""
    return any(
        span.start <= mark.start and mark.end <= span.end
        for span in view.statement.members
        for mark in marks.get(span.document_id, ())
    )
