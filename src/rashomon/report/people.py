"""Who a story is about: what each report calls them, who gets to speak, who is named."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from rashomon.report.said import quote_anchors
from rashomon.report.view import Place, Report, StoryView
from rashomon.report.wording import counted
from rashomon.types import Actor, Span, Speech, VoiceCount

#: A table of voices has no more columns than this: of more reports only those that carry words are counted.
MOST_VOICES = 24
#: So many names are listed, of those told several times and of those told once; all are in comparison.json.
MOST_NAMES = 150
#: So many of the reports that name somebody are told where they are too many for a table.
MOST_COUNTED = 3
#: The largest dot of the table of voices, and the smallest that can be seen, in its own units.
_LARGEST, _SMALLEST = 9.0, 2.5


@dataclass(frozen=True, slots=True)
class Term:
    """A label in one voice and the places where it stands."""

    term: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Labelling:
    """What ``reports`` alike call an actor, in their own voice and in the words of others."""

    reports: tuple[Report, ...]
    own: tuple[Term, ...]
    quoted: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class LabelView:
    """What the reports call an actor."""

    actor: Actor
    rows: tuple[Labelling, ...]

    @property
    def compares(self) -> bool:
        """Whether there is something to compare: not all reports call it alike, or one in several ways."""
        return len(self.rows) > 1 or len({label.term.casefold() for label in self.actor.labels}) > 1

    @property
    def reports(self) -> int:
        """How many reports call it something."""
        return sum(len(row.reports) for row in self.rows)


@dataclass(frozen=True, slots=True)
class VoiceCell:
    """What a speaker gets to say in one report; ``named`` is whether the report names the speaker at all."""

    report: Report
    speech: Speech | None
    anchor: str
    radius: float
    named: bool

    @property
    def told(self) -> str:
        """The same in words."""
        if self.speech is None:
            return "named, not quoted" if self.named else "not found in this text"
        kinds = ((self.speech.direct, "direct quote"), (self.speech.indirect, "indirect quote"))
        quotes = ", ".join(counted(number, noun) for number, noun in kinds if number)
        return f"{quotes}, {counted(self.speech.words, 'word')}"


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker over all reports of the story, one cell each."""

    name: str
    cells: tuple[VoiceCell, ...]

    @property
    def speaking(self) -> tuple[VoiceCell, ...]:
        """The reports in which the speaker is heard."""
        return tuple(cell for cell in self.cells if cell.speech)

    @property
    def leading(self) -> tuple[tuple[VoiceCell, int], ...]:
        """The reports that have most of the speaker's words, with their number."""
        counts = [(cell, cell.speech.words) for cell in self.cells if cell.speech]
        return tuple(sorted(counts, key=lambda told: -told[1])[:MOST_COUNTED])

    @property
    def words(self) -> int:
        """Over all reports."""
        return sum(cell.speech.words for cell in self.cells if cell.speech)


@dataclass(frozen=True, slots=True)
class Tally:
    """Something counted: ``counts`` of the reports that have it; ``most`` is the highest of the table."""

    name: str
    detail: str
    counts: tuple[tuple[Report, int, Place], ...]
    most: int

    def of(self, report: Report) -> tuple[int, Place] | None:
        """The count of one report and its first place."""
        return next(((number, place) for r, number, place in self.counts if r.id == report.id), None)

    @property
    def leading(self) -> tuple[tuple[Report, int, Place], ...]:
        """The reports that have it most often."""
        return tuple(sorted(self.counts, key=lambda told: -told[1])[:MOST_COUNTED])

    @property
    def total(self) -> int:
        """Over all reports."""
        return sum(count for _, count, _ in self.counts)


@dataclass(frozen=True, slots=True)
class Named:
    """Who is named: those ``several`` times, those ``once``, and how many are left out of both lists."""

    several: tuple[Tally, ...]
    once: tuple[Tally, ...]
    left: int


def labels(story: StoryView) -> tuple[LabelView, ...]:
    """What the reports call each actor, those that most reports call most ways first.

    An actor that is called nothing but its name is left out.
    """
    views = []
    for actor in story.comparison.actors:
        terms = {label.term.casefold() for label in actor.labels}
        if terms - {actor.name.casefold()}:
            view = LabelView(actor, _labellings(story, actor))
            views.append((-view.reports, -len(terms), actor.name, view))
    return tuple(view for *_, view in sorted(views, key=lambda item: item[:3]))


def _labellings(story: StoryView, actor: Actor) -> tuple[Labelling, ...]:
    """A row for all reports that call the actor by the same terms in the same voices."""
    alike: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Labelling]] = {}
    for report in story.reporters(label.span for label in actor.labels):
        own, quoted = (_terms(story, actor, report, voice) for voice in ("outlet", "quoted"))
        row = Labelling((report,), own, quoted)
        alike.setdefault((_sorted(own), _sorted(quoted)), []).append(row)
    return tuple(replace(rows[0], reports=tuple(row.reports[0] for row in rows)) for rows in alike.values())


def _sorted(terms: tuple[Term, ...]) -> tuple[str, ...]:
    return tuple(sorted({term.term.casefold() for term in terms}))


def _terms(story: StoryView, actor: Actor, report: Report, voice: str) -> tuple[Term, ...]:
    places: dict[str, list[Place]] = {}
    for label in actor.labels:
        if label.voice == voice and label.span.document_id == report.id:
            places.setdefault(label.term, []).append(story.place(label.span))
    ranked = sorted(places.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Term(term, tuple(found)) for term, found in ranked)


def voices(story: StoryView) -> tuple[Voice, ...]:
    """Who gets to speak, in the order of the comparison; the area of a dot is the number of words."""
    counts = story.comparison.voices
    most = max((speech.words for voice in counts for speech in voice.speeches), default=1) or 1
    anchors = quote_anchors(story)
    return tuple(_voice(story, voice, anchors, most) for voice in counts if voice.speeches)


def _voice(story: StoryView, voice: VoiceCount, anchors: dict[str, str], most: int) -> Voice:
    speeches = {speech.document_id: speech for speech in voice.speeches}
    cells = []
    for report in story.reports.values():
        speech = speeches.get(report.id)
        if speech is None:
            cells.append(VoiceCell(report, None, "", 0.0, report.id in voice.named_only))
            continue
        radius = max(_SMALLEST, _LARGEST * (speech.words / most) ** 0.5)
        anchor = next((anchors[i] for i in speech.quote_ids if i in anchors), report.anchor)
        cells.append(VoiceCell(report, speech, anchor, round(radius, 1), True))
    return Voice(voice.name, tuple(cells))


def named(story: StoryView) -> Named:
    """The names that are listed, of either kind those that most reports have."""
    rows = naming(story)
    several = tuple(row for row in rows if row.total > 1)
    once = tuple(row for row in rows if row.total == 1)
    shown = several[:MOST_NAMES], once[:MOST_NAMES]
    return Named(*shown, len(rows) - sum(map(len, shown)))


def naming(story: StoryView) -> tuple[Tally, ...]:
    """How often each report names each actor, with the spellings it uses; whom most reports name first."""
    spans = {actor.name: list(actor.mentions) for actor in story.comparison.actors if actor.mentions}
    spellings = {}
    for name, found in spans.items():
        told = Counter(" ".join(span.text.split()) for span in found)
        ranked = sorted(told.items(), key=lambda item: (-item[1], item[0]))
        # A name within a title, or a whole phrase, is no other spelling.
        others = [
            word for word, _ in ranked if name.casefold() not in word.casefold() and len(word.split()) < 5
        ]
        spellings[name] = ", ".join(others[:4])
    return _tallies(story, spans, spellings)


def _tallies(story: StoryView, spans: dict[str, list[Span]], details: dict[str, str]) -> tuple[Tally, ...]:
    def row(found: list[Span]) -> tuple[tuple[Report, int, Place], ...]:
        per: dict[str, list[Span]] = {}
        for span in found:
            per.setdefault(span.document_id, []).append(span)
        return tuple((r, len(per[r.id]), story.place(per[r.id][0])) for r in story.reporters(found))

    rows = {name: row(found) for name, found in spans.items()}
    most = max((count for counts in rows.values() for _, count, _ in counts), default=0)
    made = [Tally(name, details.get(name, ""), counts, most) for name, counts in rows.items()]
    return tuple(sorted(made, key=lambda tally: (-len(tally.counts), -tally.total, tally.name)))
