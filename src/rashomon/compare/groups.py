"""The spans that one statement is made of, and what is known of the reports they stand in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rashomon.compare.members import Page, Shared, closeness, shared_words
from rashomon.compare.prominence import Centre
from rashomon.config import StatementConfig
from rashomon.types import Actor, Document, Figure, Span, StoryQuote

_CONFIG = StatementConfig()
#: A place in a report with the name of whom it is about.
Marked = tuple[Span, str]


@dataclass(frozen=True, slots=True)
class Reports:
    """What a verdict looks at: the reports, which of them share a hand, and the figures in conflict.

    ``agreed`` are the places of figures on which reports agree, wherever in their texts they stand.
    ``persons`` and ``speakers`` are by document: where a person is named, and what one says.
    """

    pages: Mapping[str, Page]
    weights: Mapping[str, float]
    origin: Mapping[str, int]
    conflicts: tuple[Figure, ...]
    about: Centre
    agreed: frozenset[Span] = frozenset()
    persons: Mapping[str, tuple[Marked, ...]] = field(default_factory=dict)
    speakers: Mapping[str, tuple[Marked, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Group:
    """The spans of a statement, how near they are (in the mean, and the farthest), and what they share."""

    spans: tuple[Span, ...]
    close: float
    least_close: float
    shared: Shared

    @property
    def sure(self) -> bool:
        """Whether the members tell one thing, as far as words show."""
        # What a whole story is about has common words; where nearly all are the same, half will do.
        needed = _CONFIG.least_beside_names / (2 if self.close >= _CONFIG.repeats else 1)
        fewer = max(0, _CONFIG.enough_beside_names - self.shared.beside_names)
        return (
            self.close >= _CONFIG.least_close + _CONFIG.closer_by_word * fewer
            and self.least_close >= _CONFIG.farthest
            and len(self.shared.words) >= _CONFIG.fewest_shared
            and self.shared.beside_names >= _CONFIG.fewest_beside_names
            and self.shared.weight >= needed
        )


def grouped(spans: tuple[Span, ...], story: Reports) -> Group:
    """Spans of a statement, measured."""
    mean, least = closeness(spans, story.pages, story.weights)
    return Group(spans, mean, least, shared_words(spans, story.pages, story.weights))


def persons_named(actors: tuple[Actor, ...]) -> dict[str, tuple[Marked, ...]]:
    """Where each document names the persons of the story, by the names they have there."""
    marked = ((span, a.name) for a in actors if a.kind == "person" for span in a.mentions)
    return _by_document(marked)


def sayings_of(actors: tuple[Actor, ...], quotes: tuple[StoryQuote, ...]) -> dict[str, tuple[Marked, ...]]:
    """What persons of the story say in each document."""
    persons = {a.id: a.name for a in actors if a.kind == "person"}
    marked = ((q.quote.content, persons[q.actor_id]) for q in quotes if q.actor_id in persons)
    return _by_document(marked)


def _by_document(marked: Iterable[Marked]) -> dict[str, tuple[Marked, ...]]:
    found: defaultdict[str, list[Marked]] = defaultdict(list)
    for span, name in marked:
        found[span.document_id].append((span, name))
    return {document: tuple(marks) for document, marks in found.items()}


def document_of(span: Span, story: Reports) -> Document:
    """The document a span stands in."""
    return story.pages[span.document_id].article.document


def report_count(group: Iterable[Span]) -> int:
    """How many reports spans stand in."""
    return len({span.document_id for span in group})


def hands(group: Iterable[Span], story: Reports) -> int:
    """Independent origins: reports that go back to one hand count once."""
    return len({story.origin.get(span.document_id, span.document_id) for span in group})


def within(inner: Span, outer: Span) -> bool:
    """Whether a span stands in another."""
    return inner.document_id == outer.document_id and outer.start <= inner.start and inner.end <= outer.end


def mostly_within(span: Span, other: Span) -> bool:
    """Whether the other span, of the same document, has half of this one."""
    common = min(span.end, other.end) - max(span.start, other.start)
    return 2 * common >= span.end - span.start
