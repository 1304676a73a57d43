"""The sections of a story: utterances, quotes, figures, statements, timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.chronology import period
from rashomon.report.marks import Mark, Segment, segments
from rashomon.report.view import Place, Report, StoryView
from rashomon.report.wording import amount, bounds, is_measure
from rashomon.types import (
    Difference,
    Figure,
    Quantity,
    Span,
    Statement,
    StoryQuote,
    Utterance,
    Verdict,
)

#: The order in which verdicts are told: what differs is what a reader came for.
VERDICTS: tuple[Verdict, ...] = ("differ", "agree", "undecided", "single")
#: Order of the differences of an utterance: what turns the meaning, then what leaves it open.
DIFFERENCES = ("negation", "number", "hedge", "dropped", "wording")
#: Who speaks where no report tells it.
NOBODY = "Speaker not named"
#: Width of the drawing of a figure's axis, in its own units.
AXIS = 200


@dataclass(frozen=True, slots=True)
class Rendering:
    """One quote of an utterance; ``pieces`` are its words, with the differing ones marked."""

    quote: StoryQuote
    place: Place
    pieces: tuple[Segment, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class UtteranceView:
    """The same words of one speaker as the reports render them, side by side."""

    anchor: str
    speaker: str
    utterance: Utterance
    renderings: tuple[Rendering, ...]

    @property
    def turned(self) -> tuple[Difference, ...]:
        """The differences in what is said, the gravest first; those of one reason are told together."""
        same: dict[tuple[str, str], list[Difference]] = {}
        for difference in self.utterance.differences:
            if difference.kind != "wording":
                same.setdefault((difference.kind, difference.reason.casefold()), []).append(difference)
        merged = [
            replace(found[0], spans=tuple(dict.fromkeys(span for d in found for span in d.spans)))
            for found in same.values()
        ]
        return tuple(sorted(merged, key=lambda difference: DIFFERENCES.index(difference.kind)))

    @property
    def worded(self) -> tuple[Difference, ...]:
        """The differences in words alone, such as two translations have."""
        return tuple(d for d in self.utterance.differences if d.kind == "wording")


@dataclass(frozen=True, slots=True)
class Speaker:
    """The quotes of one speaker that stand in no utterance of several."""

    name: str
    quotes: tuple[Rendering, ...]


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


@dataclass(frozen=True, slots=True)
class FigureView:
    """Values of the same thing, the smallest first."""

    anchor: str
    figure: Figure
    values: tuple[ValueView, ...]

    @property
    def told(self) -> tuple[tuple[str, tuple[Report, ...]], ...]:
        """Each amount once, with the reports that tell it."""
        told: dict[str, dict[Report, None]] = {}
        for value in self.values:
            told.setdefault(value.amount, {})[value.place.report] = None
        return tuple((amount, tuple(reports)) for amount, reports in told.items())


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement: ``told`` has each report that tells it, with the words it tells it with."""

    anchor: str
    statement: Statement
    told: tuple[tuple[Report, tuple[Place, ...]], ...]
    absent: tuple[Report, ...]

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
        """The words of the first report that tells it."""
        return self.told[0][1][0]

    def words(self, report: Report) -> tuple[Place, ...]:
        """Where a report tells it; nothing where it does not."""
        return next((places for teller, places in self.told if teller.id == report.id), ())


@dataclass(frozen=True, slots=True)
class Day:
    """A date of the timeline: its statements, each with the words in which the date stands."""

    date: str
    told: tuple[tuple[StatementView, Place], ...]


def quote_anchors(story: StoryView) -> dict[str, str]:
    """The anchor of each quote of the story, by quote id."""
    return {q.quote.id: f"{story.anchor}-q{n}" for n, q in enumerate(story.comparison.quotes, 1)}


def speaker_name(story: StoryView, quote: StoryQuote) -> str:
    """The actor who speaks, else the name the report gives, else that it is not named."""
    return story.names.get(quote.actor_id or "") or quote.speaker_name or NOBODY


def utterances(story: StoryView) -> tuple[UtteranceView, ...]:
    """Utterances of several renderings, those with differences first."""
    anchors = quote_anchors(story)
    quotes = {quote.quote.id: quote for quote in story.comparison.quotes}
    views = []
    for number, utterance in enumerate(story.comparison.utterances, 1):
        members = [quotes[i] for i in utterance.quote_ids if i in quotes]
        if len(members) < 2:
            continue
        shown = tuple(_rendering(story, q, anchors, utterance.differences) for q in members)
        name = speaker_name(story, members[0])
        views.append(UtteranceView(f"{story.anchor}-u{number}", name, utterance, shown))
    return tuple(sorted(views, key=lambda view: VERDICTS.index(view.utterance.verdict)))


def other_quotes(story: StoryView) -> tuple[Speaker, ...]:
    """The quotes that are in no utterance of several, by speaker; who is not named comes last."""
    anchors = quote_anchors(story)
    told = {i for u in story.comparison.utterances if len(u.quote_ids) > 1 for i in u.quote_ids}
    groups: dict[tuple[bool, str], list[Rendering]] = {}
    for quote in story.comparison.quotes:
        if quote.quote.id not in told:
            named = quote.actor_id is not None or quote.speaker_name is not None
            key = (not named, speaker_name(story, quote))
            groups.setdefault(key, []).append(_rendering(story, quote, anchors, ()))
    ranked = sorted(groups.items(), key=lambda item: (item[0][0], -len(item[1])))
    return tuple(Speaker(name, tuple(quotes)) for (_, name), quotes in ranked)


def _rendering(
    story: StoryView, quote: StoryQuote, anchors: dict[str, str], differences: tuple[Difference, ...]
) -> Rendering:
    content = quote.quote.content
    document = story.reports[content.document_id].document
    # A mark under most of a quotation tells nothing.
    most = (content.end - content.start) * 0.7
    marks = [
        Mark(span.start, span.end, difference.kind)
        for difference in differences
        for span in difference.spans
        if span.document_id == content.document_id and span.end - span.start < most
    ]
    pieces = tuple(segments(document.text, content.start, content.end, marks))
    return Rendering(quote, story.place(content), pieces, anchors[quote.quote.id])


def figures(story: StoryView) -> tuple[FigureView, ...]:
    """All figures: those that differ first, then by how many reports tell them."""
    views = [_figure(story, n, figure) for n, figure in enumerate(story.comparison.figures, 1)]

    def rank(view: FigureView) -> tuple[int, int]:
        reports = {value.place.report.id for value in view.values}
        return VERDICTS.index(view.figure.verdict), -len(reports)

    return tuple(sorted(views, key=rank))


def _figure(story: StoryView, number: int, figure: Figure) -> FigureView:
    order = {i: n for n, i in enumerate(story.reports)}
    ranked = sorted(
        _same_unit(figure.values),
        key=lambda q: (_middle(q), bounds(q).count(None), order[q.span.document_id], q.span.start),
    )
    ends = [x for q in ranked for x in bounds(q) if x is not None]
    spread = (min(ends), max(ends)) if len(set(ends)) > 1 else None
    told: dict[tuple[str, str, str | None], list[Quantity]] = {}
    for quantity in ranked:
        told.setdefault((quantity.span.document_id, amount(quantity), quantity.attributed_to), []).append(
            quantity
        )
    values = tuple(_value(story, same, spread) for same in told.values())
    return FigureView(f"{story.anchor}-f{number}", figure, values)


def _same_unit(values: tuple[Quantity, ...]) -> list[Quantity]:
    """The values with their counted nouns made one, so that "14", "14 people" and "14 dead" are one amount.

    Where one noun is told, a value without any has it too; where several are, the words tell them.
    """
    nouns = {quantity.unit for quantity in values if quantity.unit and not is_measure(quantity.unit)}
    noun = nouns.pop() if len(nouns) == 1 else ""
    return [q if is_measure(q.unit) else replace(q, unit=noun) for q in values]


def _value(story: StoryView, same: list[Quantity], spread: tuple[float, float] | None) -> ValueView:
    first = next((quantity for quantity in same if quantity.as_of), same[0])
    again = tuple(story.place(quantity.span) for quantity in same if quantity is not first)
    return ValueView(story.place(first.span), first, amount(first), _dot(first, spread), again)


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
    """All statements: those of several reports first, what differs before the rest; else as they came."""

    def view(number: int, statement: Statement) -> StatementView:
        places: dict[str, list[Place]] = {}
        for span in statement.members:
            places.setdefault(span.document_id, []).append(story.place(span))
        told = tuple((report, tuple(places[report.id])) for report in story.reporters(statement.members))
        return StatementView(f"{story.anchor}-t{number}", statement, told, story.absent(statement.members))

    views = [view(n, s) for n, s in enumerate(story.comparison.statements, 1) if s.members]
    return tuple(sorted(views, key=lambda item: (not item.several, item.statement.verdict != "differ")))


def only(
    story: StoryView, views: Sequence[StatementView]
) -> tuple[tuple[Report, tuple[StatementView, ...]], ...]:
    """What each report alone tells, in the order of the reports."""
    own: dict[str, list[StatementView]] = {}
    for view in views:
        if not view.several:
            own.setdefault(view.first.report.id, []).append(view)
    return tuple((report, tuple(own[i])) for i, report in story.reports.items() if i in own)


def timeline(story: StoryView, views: tuple[StatementView, ...]) -> tuple[Day, ...]:
    """Each date of the timeline with what is told of it; a season or month stands where it begins."""
    spans: dict[str, list[Span]] = {}
    for date in story.comparison.dates:
        spans.setdefault(date.value, []).append(date.span)
    days = []
    for entry in story.comparison.timeline:
        ids = set(entry.statement_ids)
        told = [view for view in views if view.statement.id in ids]
        if told:
            places = [(view, _dated(view, spans.get(entry.date, ()))) for view in told]
            # Two statements can have one sentence between them, which is told once.
            once = {place.text: (view, place) for view, place in reversed(places)}
            days.append(Day(entry.date, tuple(reversed(once.values()))))
    return tuple(sorted(days, key=lambda day: (_first_day(day.date), day.date)))


def _dated(view: StatementView, dates: Sequence[Span]) -> Place:
    """The words of a statement in which the date stands, else its first."""
    places = [place for _, found in view.told for place in found]
    inside = (
        place
        for place in places
        for date in dates
        if date.document_id == place.span.document_id
        and place.span.start <= date.start
        and date.end <= place.span.end
    )
    return next(inside, places[0])


def _first_day(value: str) -> str:
    days = period(value)
    return days.first.isoformat() if days else value
