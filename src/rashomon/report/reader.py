"""The reader: a report's text, each stretch shaded by how the other reports stand to it.

StoryView, shown statements -> marks by document -> paragraphs of stretches -> templates
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from rashomon.report import people, said
from rashomon.report.lineage import MOST_PASSAGES
from rashomon.report.marks import Mark, Segment, segments
from rashomon.report.sections import FigureView, StatementView, differing, has_marks
from rashomon.report.view import Report, StoryView
from rashomon.types import Actor, Block, BlockRole, Omission, Span, StoryComparison

#: How the other reports stand to a stretch: told differently; alike by several origins; repeated by reports
#: of the same hand; alike in part; found here alone.
Standing = Literal["differ", "several", "echo", "loose", "alone"]
#: In this order one is chosen where a stretch is of several statements, and they are shown in drawings.
STANDINGS: tuple[Standing, ...] = ("differ", "several", "echo", "loose", "alone")
WORDS: dict[Standing, str] = {
    "differ": "told differently",
    "several": "told alike elsewhere",
    "echo": "repeated by the same hand",
    "loose": "alike in part",
    "alone": "only here",
}
#: In the texts of more reports than these names are marked only where a list leads to them.
MOST_NAMED = 40
#: The kind of a mark on words that stand in another report of the same hand too.
SHARED = "shared"
#: The kind of a mark that only names a place.
PLACE = "place"
#: What stands after a stretch, so that its colour is not all that tells it; for "several" it is the number
#: of origins.
SIGNS: dict[Standing, str] = {"differ": "≠", "several": "", "echo": "=", "loose": "~", "alone": "1"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a text over which the same statements hold; ``anchors`` are theirs, the gravest first.

    ``sign`` is what stands after the words, where the gravest one ends here.
    ``shared`` words are the same in another report of the same hand.
    """

    standing: Standing | None
    anchors: tuple[str, ...]
    sign: str
    shared: bool
    pieces: tuple[Segment, ...]

    @property
    def classes(self) -> str:
        """Its classes in the style sheet."""
        shade = f"st s-{self.standing}" if self.standing else ""
        return f"{shade}{' m-shared' if self.shared else ''}".strip()


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a text has one standing: from where to where in a drawing 100 wide, and in percent."""

    standing: Standing
    left: float
    width: float
    percent: int


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is marked in the texts of a story: small marks and statements, by document; how the other
    reports stand to each statement.
    """

    marks: dict[str, list[Mark]]
    views: dict[str, StatementView]
    standings: dict[str, Standing]


def standing(view: StatementView) -> Standing:
    """How the reports that tell a statement stand to each other in it."""
    if not view.several:
        return "alone"
    if view.statement.verdict == "differ":
        return "differ"
    if view.statement.verdict == "undecided":
        return "loose"
    return "several" if view.origins > 1 else "echo"


def reading(
    story: StoryView,
    figures: Sequence[FigureView],
    statements: Iterable[StatementView],
    shown: Iterable[StatementView],
) -> Reading:
    """Everything of the story that stands in its documents; ``shown`` statements have an entry to lead to."""
    views = {view.anchor: view for view in shown}
    otherwise = differing(figures)
    standings: dict[str, Standing] = {
        # Of words that no other report has the figure may be told otherwise elsewhere.
        view.anchor: "differ" if not view.several and has_marks(view, otherwise) else standing(view)
        for view in views.values()
    }
    marks = _marks(story, figures)
    for view in statements:
        # The timeline leads to the words of statements that have no entry of their own, too.
        kind = standings.get(view.anchor, PLACE)
        for span in view.statement.members:
            marks.setdefault(span.document_id, []).append(Mark(span.start, span.end, kind, view.anchor))
    return Reading(marks, views, standings)


def _marks(story: StoryView, figures: Iterable[FigureView]) -> dict[str, list[Mark]]:
    told = story.comparison
    anchors = said.quote_anchors(story)
    spans = [("quote", q.quote.content, anchors[q.quote.id]) for q in told.quotes]
    for difference in (d for utterance in told.utterances for d in utterance.differences):
        kind = PLACE if difference.kind == "wording" else "words"
        spans += [(kind, span, "") for span in said.concerned(difference)]
    for figure in figures:
        # Figures that differ are words that differ too, and shown as such.
        kinds = ("figure", "words") if figure.figure.verdict == "differ" else ("figure",)
        spans += [(kind, value.span, figure.anchor) for kind in kinds for value in figure.figure.values]
    spans += [("date", date.span, "") for date in told.dates]
    found: dict[str, list[Mark]] = {}
    for kind, span, anchor in spans:
        found.setdefault(span.document_id, []).append(Mark(span.start, span.end, kind, anchor))
    for span, kind, linked in (*_copied(told), *_named(story)):
        found.setdefault(span.document_id, []).append(Mark(span.start, span.end, kind, linked=linked))
    return found


def _copied(told: StoryComparison) -> Iterator[tuple[Span, str, bool]]:
    """Words that stand in several reports, and whether the list of links leads to them."""
    yield from ((span, SHARED, False) for origin in told.origins for span in origin.spans)
    for link in told.lineage:
        for number, passage in enumerate(link.passages):
            yield from ((side, SHARED, number < MOST_PASSAGES) for side in (passage.source, passage.target))


def _named(story: StoryView) -> Iterator[tuple[Span, str, bool]]:
    """Where actors are named or called something; links lead to the first place in a report only."""
    every = len(story.reports) <= MOST_NAMED
    listed = set() if every else _listed(people.named(story))
    seen = set()
    for actor in story.comparison.actors:
        for span, kind, term in _naming(actor):
            key = (actor.id, span.document_id, kind, term)
            first = key not in seen
            seen.add(key)
            if every or (first and (kind == "label" or span in listed)):
                yield span, kind, first


def _listed(named: people.Named) -> set[Span]:
    return {place.span for row in (*named.several, *named.once) for *_, place in row.leading}


def _naming(actor: Actor) -> Iterator[tuple[Span, str, str]]:
    """Where an actor is named or called something: the kind of mark, and the voice and label."""
    yield from ((span, "name", "") for span in actor.mentions)
    yield from ((label.span, "label", f"{label.voice} {label.term}") for label in actor.labels)


def paragraphs(report: Report, reading: Reading) -> Iterator[tuple[BlockRole, list[Stretch]]]:
    """A report's text, paragraph by paragraph, cut at all that is marked in it."""
    document = report.document
    blocks = list(_blocks(document.blocks, document.text))
    cuts = [place for block in blocks for place in (block.start, block.end)]
    pieces = segments(document.text, 0, len(document.text), reading.marks.get(document.id, ()), cuts)
    position = 0

    def block_of(piece: Segment) -> int:
        nonlocal position
        while position < len(blocks) - 1 and piece.start >= blocks[position].end:
            position += 1
        return position

    for number, inside in groupby(pieces, key=block_of):
        block = blocks[number]
        here = (piece for piece in inside if block.start <= piece.start < block.end)
        yield (
            block.role,
            [
                _stretch(reading, *key, tuple(same))
                for key, same in groupby(here, lambda p: (_telling(p), _shared(p)))
            ],
        )


def _blocks(blocks: Sequence[Block], text: str) -> Iterator[Block]:
    """The blocks, and one for each gap between them that holds words, so that no word is left out."""
    end = 0
    for block in blocks:
        if text[end : block.start].strip():
            yield Block(end, block.start, "body")
        yield block
        end = block.end
    if text[end:].strip() or not blocks:
        yield Block(end, len(text), "body")


def _telling(piece: Segment) -> tuple[Mark, ...]:
    """The statements a piece is of, the gravest first."""
    told = (mark for mark in piece.marks if mark.kind in STANDINGS)
    return tuple(sorted(told, key=lambda mark: (STANDINGS.index(mark.kind), mark)))


def _shared(piece: Segment) -> bool:
    return any(mark.kind == SHARED for mark in piece.marks)


def _stretch(reading: Reading, marks: tuple[Mark, ...], shared: bool, pieces: tuple[Segment, ...]) -> Stretch:
    inner = tuple(piece.without((*STANDINGS, SHARED, PLACE)) for piece in pieces)
    if not marks:
        return Stretch(None, (), "", shared, inner)
    view = reading.views[marks[0].target]
    kind = reading.standings[view.anchor]
    ends = marks[0].end == pieces[-1].start + len(pieces[-1].text)
    sign = (SIGNS[kind] or str(view.origins)) if ends else ""
    return Stretch(kind, tuple(mark.target for mark in marks), sign, shared, inner)


def shares(report: Report, reading: Reading) -> tuple[Share, ...]:
    """How much of a report's words has each standing; the rest is in no statement."""
    text = report.document.text
    told = [mark for mark in reading.marks.get(report.id, ()) if mark.kind in STANDINGS]
    counts: Counter[Standing] = Counter()
    for piece in segments(text, 0, len(text), told):
        marks = _telling(piece)
        if marks:
            counts[reading.standings[marks[0].target]] += len(piece.text)
    found, left = [], 0.0
    for kind in STANDINGS:
        width = round(100 * counts[kind] / max(1, len(text)), 1)
        if width:
            found.append(Share(kind, left, width, max(1, round(width))))
            left = round(left + width, 1)
    return tuple(found)


def missing(
    story: StoryView, report: Report, statements: Iterable[StatementView]
) -> tuple[tuple[Omission, StatementView], ...]:
    """What is not found in a report though most independent origins tell it."""
    views = {view.statement.id: view for view in statements}
    omitted = (o for o in story.comparison.omissions if o.document_id == report.id)
    told = ((o, views[o.statement_id]) for o in omitted if o.statement_id in views)
    return tuple((omission, view) for omission, view in told if not view.number(report))
