"""What every written report shows alike: who reported, where a passage stands, what is found first.

Comparison -> Edition(stories) -> templates, Markdown, terminal
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from rashomon.report.links import passage_url, safe_url
from rashomon.report.wording import published
from rashomon.types import Comparison, Document, Origin, Span, StoryComparison, Verdict

#: The order in which verdicts are told: what differs is what a reader came for.
VERDICTS: tuple[Verdict, ...] = ("differ", "agree", "undecided", "single")
#: A table has no more columns than this: with more reports it is a list.
MOST_COLUMNS = 6
#: Colours the style sheet has for origins of several reports.
HUES = 6
#: So many characters of an id are an anchor where no other document's begins so.
_BEGINNING = 9
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """A document as a story shows it. ``name`` is its outlet's, made unlike the others' of the story;
    reports with the same ``origin`` letter go back to one hand, and such have a ``hue`` in common.
    """

    document: Document
    anchor: str
    name: str
    outlet: str
    origin: str
    hue: int | None

    @property
    def id(self) -> str:
        """The id of the document."""
        return self.document.id

    @property
    def file(self) -> str:
        """The name of the file it was read from; the folders of a machine are no part of a citation."""
        return self.document.source.rpartition("/")[2]

    @property
    def url(self) -> str | None:
        """The address of the page, when it is one that may be linked."""
        return safe_url(self.document.url)

    @property
    def day(self) -> str:
        """When it was published, in words."""
        return published(self.document)

    @property
    def citation(self) -> str:
        """What is pasted with words of it: outlet, headline, day, address."""
        headline = " ".join((self.document.title or "").split())
        titled = (f"“{headline}”",) if headline else ()
        return ", ".join((self.outlet, *titled, self.day, self.url or self.file))


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a report, the way to them in the text below and to them on the live page."""

    span: Span
    report: Report

    @property
    def text(self) -> str:
        """The words."""
        return self.span.text

    @property
    def anchor(self) -> str:
        """Where the words begin in the marked text."""
        return f"{self.report.anchor}-{self.span.start}"

    def context(self, length: int = 48) -> tuple[str, str]:
        """What stands before and after the words in their paragraph, each cut at a word."""
        text, span = self.report.document.text, self.span
        before = text[max(0, span.start - length) : span.start].rpartition("\n")[2]
        after = text[span.end : span.end + length].partition("\n")[0]
        if len(before) == length and " " in before:
            before = "…" + before[before.index(" ") :]
        if len(after) == length and " " in after:
            after = after[: after.rindex(" ") + 1] + "…"
        return before, after

    @property
    def live(self) -> str | None:
        """The live page, opened at the words."""
        return passage_url(self.report.document.url, self.span.text)


def most_readable(places: Sequence[Place]) -> Place:
    """The words that stand for all: those of a report in English, as the page is, else the first."""
    return next((place for place in places if place.report.document.language == "en"), places[0])


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story with its reports by document id, in the order of the story, and its actors' names by id."""

    number: int
    comparison: StoryComparison
    reports: dict[str, Report]
    names: dict[str, str]

    @property
    def anchor(self) -> str:
        """Where the story begins in the report."""
        return f"s{self.number}"

    @property
    def title(self) -> str:
        """The title of the story; where it is foreign, a headline in English, as this page is."""
        own = self.comparison.story.title
        languages = {d.title: d.language for d in self.documents if d.title}
        english = (title for title, language in languages.items() if language == "en")
        foreign = languages.get(own) not in (None, "en")
        return (next(english, own) if foreign else own) or "Without a title"

    @property
    def title_language(self) -> str:
        """The language of the title; English, as this page is, where no headline is so."""
        return next((d.language for d in self.documents if d.title == self.title and d.language), "en")

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents, in the order of the story."""
        return tuple(report.document for report in self.reports.values())

    def place(self, span: Span) -> Place:
        """A span with the report it stands in."""
        return Place(span, self.reports[span.document_id])

    def reporters(self, spans: Iterable[Span]) -> tuple[Report, ...]:
        """The reports the spans stand in, each once, in the order of the story."""
        found = {span.document_id for span in spans}
        return tuple(report for report in self.reports.values() if report.id in found)

    def absent(self, spans: Iterable[Span]) -> tuple[Report, ...]:
        """The reports none of the spans stands in."""
        found = {span.document_id for span in spans}
        return tuple(report for report in self.reports.values() if report.id not in found)

    @property
    def in_columns(self) -> bool:
        """Whether the reports are few enough to be the columns of a table."""
        return len(self.reports) <= MOST_COLUMNS

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets, each once."""
        return tuple(dict.fromkeys(report.outlet for report in self.reports.values()))

    @property
    def origins(self) -> tuple[str, ...]:
        """The letters of the origins, each once."""
        return tuple(dict.fromkeys(report.origin for report in self.reports.values()))

    @property
    def shared(self) -> tuple[Origin, ...]:
        """The origins that several reports go back to."""
        return tuple(origin for origin in self.comparison.origins if len(origin.document_ids) > 1)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the reports, sorted."""
        return tuple(sorted({r.document.language for r in self.reports.values() if r.document.language}))


@dataclass(frozen=True, slots=True)
class Edition:
    """The whole result as a report shows it; ``stories`` have several reports, ``alone`` has one each."""

    stories: tuple[StoryView, ...]
    alone: tuple[StoryView, ...]
    skipped: tuple[Document, ...]
    pages: int

    def story(self, story_id: str | None) -> StoryView | None:
        """The story of an id, for the links between related stories."""
        return next((s for s in self.stories + self.alone if s.comparison.story.id == story_id), None)

    def holding(self, document_id: str | None) -> StoryView | None:
        """The story a document belongs to."""
        return next((s for s in self.stories + self.alone if document_id in s.reports), None)


def make_edition(comparison: Comparison) -> Edition:
    """All that is shown, largest story first, then by time."""
    documents = {document.id: document for document in comparison.documents}
    anchors = _anchors(comparison.documents)

    def rank(story: StoryComparison) -> tuple[int, str, str]:
        days = [documents[i].published or "9999" for i in story.story.document_ids]
        return -len(story.story.document_ids), min(days, default=""), story.story.id

    views = tuple(
        StoryView(number, story, _reports(story, documents, anchors), {a.id: a.name for a in story.actors})
        for number, story in enumerate(sorted(comparison.stories, key=rank), 1)
    )
    return Edition(
        tuple(view for view in views if len(view.reports) > 1),
        tuple(view for view in views if len(view.reports) <= 1),
        tuple(document for document in comparison.documents if document.skipped is not None),
        len(comparison.documents),
    )


def _anchors(documents: Iterable[Document]) -> dict[str, str]:
    """An anchor for each document, the same from run to run: the beginning of its id where that is enough.

    An id that is no anchor has its number instead.
    """
    ids = [document.id for document in documents]
    beginnings = Counter(i[:_BEGINNING] for i in ids)
    return {i: _anchor(number, i, beginnings[i[:_BEGINNING]] == 1) for number, i in enumerate(ids, 1)}


def _anchor(number: int, document_id: str, alone: bool) -> str:
    if not re.fullmatch(r"d[0-9a-f]{8,40}", document_id):
        return f"d{number}"
    return document_id[:_BEGINNING] if alone else document_id


def outlet_name(document: Document) -> str:
    """Who published it: the outlet, else the host of its address, else the agency, else the file."""
    if document.outlet:
        return document.outlet
    url = safe_url(document.url)
    if url:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    return document.agency or document.source.rpartition("/")[2]


def _reports(
    story: StoryComparison, documents: dict[str, Document], anchors: dict[str, str]
) -> dict[str, Report]:
    members = [documents[i] for i in story.story.document_ids]
    outlets = Counter(map(outlet_name, members))
    letters = _origin_letters(story)
    members_of = Counter(letters[document.id] for document in members)
    shared = [letter for letter, number in members_of.items() if number > 1]
    seen: Counter[str] = Counter()
    reports = {}
    for document in members:
        outlet = outlet_name(document)
        seen[outlet] += 1
        name = f"{outlet} ({seen[outlet]})" if outlets[outlet] > 1 else outlet
        letter = letters[document.id]
        hue = shared.index(letter) % HUES if letter in shared else None
        reports[document.id] = Report(document, anchors[document.id], name, outlet, letter, hue)
    return reports


def _origin_letters(story: StoryComparison) -> dict[str, str]:
    """A letter for each origin in the order of the reports; a document of no origin is one of its own.

    A report that stands alone needs none.
    """
    if len(story.story.document_ids) == 1:
        return dict.fromkeys(story.story.document_ids, "")
    group = {i: n for n, origin in enumerate(story.origins) for i in origin.document_ids}
    keys = [(0, group[i]) if i in group else (1, n) for n, i in enumerate(story.story.document_ids)]
    order = {key: n for n, key in enumerate(dict.fromkeys(keys))}
    letters = {key: _LETTERS[n % 26] * (n // 26 + 1) for key, n in order.items()}
    return {i: letters[key] for i, key in zip(story.story.document_ids, keys, strict=True)}
