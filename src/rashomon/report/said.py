"""Who said what: the same words as several reports render them, and all other quotes by speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.report.marks import Mark, Segment, segments
from rashomon.report.view import VERDICTS, Place, Report, StoryView
from rashomon.types import Difference, DifferenceKind, Quote, Span, StoryQuote, Utterance

#: Order of the differences of an utterance: what turns the meaning, then what leaves it open.
DIFFERENCES: tuple[DifferenceKind, ...] = ("negation", "number", "hedge", "dropped", "wording")
#: A clause longer than this is shown in part.
CLAUSE = 240
#: So many spaces are between the words of a quotation that two translators would not render alike.
_TELLING = 3
#: Who speaks where no report tells it.
NOBODY = "Speaker not named"


@dataclass(frozen=True, slots=True)
class Rendering:
    """One quote; ``pieces`` are its words, with the differing ones marked.

    ``before`` and ``after`` are the words of the report around a few quoted ones, which alone say little.
    """

    quote: StoryQuote
    place: Place
    pieces: tuple[Segment, ...]
    anchor: str
    before: str = ""
    after: str = ""


def once(renderings: Iterable[Rendering]) -> list[list[Rendering]]:
    """Renderings of the same kind in the same words, which are shown once with all who have them."""
    alike: dict[tuple[str, ...], list[Rendering]] = {}
    for shown in renderings:
        told = (shown.before, shown.place.text, shown.after)
        key = (shown.quote.quote.kind, shown.place.report.document.language or "", *map(_folded, told))
        alike.setdefault(key, []).append(shown)
    return list(alike.values())


def columns(renderings: Iterable[Rendering]) -> list[list[list[Rendering]]]:
    """What stands side by side: a column a report, which may render parts of a saying in several places."""
    found: dict[str, list[list[Rendering]]] = {}
    for alike in once(renderings):
        found.setdefault(alike[0].place.report.id, []).append(alike)
    return list(found.values())


def _folded(text: str) -> str:
    """The words alone, without their marks and cases."""
    return " ".join(re.findall(r"\w+", text.casefold()))


@dataclass(frozen=True, slots=True)
class Wording:
    """The same words of a clause and the reports that have them; ``places`` are those of the first."""

    reports: tuple[Report, ...]
    places: tuple[Place, ...]


def _wordings(spans: Iterable[Span], reports: dict[str, Report]) -> tuple[Wording, ...]:
    told: dict[Report, list[Place]] = {}
    for span in spans:
        if span.document_id in reports:
            report = reports[span.document_id]
            told.setdefault(report, []).append(Place(span, report))
    alike: dict[tuple[str, str], list[Report]] = {}
    for report, places in told.items():
        words = _folded(" ".join(place.text for place in places))
        alike.setdefault((report.document.language or "", words), []).append(report)
    return tuple(Wording(tuple(having), tuple(told[having[0]])) for having in alike.values())


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """A difference of renderings: the words that make it, and what is said of them beyond those words."""

    kind: DifferenceKind
    words: tuple[Place, ...]
    reason: str

    @property
    def told(self) -> tuple[tuple[Report, tuple[Place, ...]], ...]:
        """The words by the report they stand in."""
        told: dict[Report, list[Place]] = {}
        for place in self.words:
            told.setdefault(place.report, []).append(place)
        return tuple((report, tuple(places)) for report, places in told.items())


@dataclass(frozen=True, slots=True)
class UtteranceView:
    """The same words of one speaker as the reports render them, side by side.

    ``original`` is the language they were said in, where the renderings show it; those in it come first.
    """

    anchor: str
    speaker: str
    utterance: Utterance
    renderings: tuple[Rendering, ...]
    differences: tuple[DifferenceView, ...]
    original: str | None = None

    @property
    def clauses(self) -> tuple[tuple[Wording, ...], ...]:
        """Clause by clause, each wording once with the reports that have it; nothing where there is one
        clause, or where all render all clauses in the same words.
        """
        reports = {shown.place.report.id: shown.place.report for shown in self.renderings}
        rows = tuple(_wordings(spans, reports) for spans in self.utterance.aligned)
        return rows if len(rows) > 1 and any(len(row) > 1 for row in rows) else ()

    @property
    def turned(self) -> tuple[DifferenceView, ...]:
        """The differences in what is said, the gravest first."""
        return tuple(d for d in self.differences if d.kind != "wording")

    @property
    def worded(self) -> tuple[DifferenceView, ...]:
        """The differences in words alone, such as two translations have."""
        return tuple(d for d in self.differences if d.kind == "wording")

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports that render the words, each once."""
        return tuple(dict.fromkeys(shown.place.report for shown in self.renderings))

    @property
    def origins(self) -> int:
        """From how many hands the renderings come."""
        return len({report.origin for report in self.reports})


@dataclass(frozen=True, slots=True)
class Speaker:
    """The quotes of one speaker that stand in no utterance of several."""

    name: str
    quotes: tuple[Rendering, ...]


def quote_anchors(story: StoryView) -> dict[str, str]:
    """The anchor of each quote of the story, by quote id."""
    return {q.quote.id: f"{story.anchor}-q{n}" for n, q in enumerate(story.comparison.quotes, 1)}


def speaker_name(story: StoryView, quote: StoryQuote) -> str:
    """The actor who speaks, else the name the report gives, else that it is not named."""
    return story.names.get(quote.actor_id or "") or quote.speaker_name or NOBODY


def utterances(story: StoryView) -> tuple[UtteranceView, ...]:
    """Utterances of several renderings: those that differ first, then by how many origins have them."""
    anchors = quote_anchors(story)
    quotes = {quote.quote.id: quote for quote in story.comparison.quotes}
    views = []
    for number, utterance in enumerate(story.comparison.utterances, 1):
        members = [quotes[i] for i in utterance.quote_ids if i in quotes]
        if len(members) < 2:
            continue
        first = original(story, members)
        ordered = sorted(members, key=lambda q: _closeness(story, q, first))
        shown = tuple(_rendering(story, q, anchors, utterance.differences) for q in ordered)
        name = speaker_name(story, members[0])
        told = _told(story, utterance.differences)
        views.append(UtteranceView(f"{story.anchor}-u{number}", name, utterance, shown, told, first))

    def rank(view: UtteranceView) -> tuple[int, bool, int, int]:
        named = view.speaker != NOBODY
        return VERDICTS.index(view.utterance.verdict), not named, -view.origins, -len(view.reports)

    return tuple(sorted(views, key=rank))


def original(story: StoryView, quotes: Iterable[StoryQuote]) -> str | None:
    """The language of a saying: that in which reports of several origins quote it word for word alike.

    Translations made by several hands differ in their words. None where no language, or more than one, is so.
    """
    told: dict[tuple[str, str], set[str]] = {}
    for quote in quotes:
        report = story.reports[quote.quote.content.document_id]
        if quote.quote.kind != "indirect" and report.document.language:
            words = _folded(quote.quote.content.text)
            told.setdefault((report.document.language, words), set()).add(report.origin)
    alike = {
        language
        for (language, words), origins in told.items()
        if len(origins) > 1 and words.count(" ") >= _TELLING
    }
    languages = {language for language, _ in told}
    return alike.pop() if len(alike) == 1 and len(languages) > 1 else None


def _closeness(story: StoryView, quote: StoryQuote, first: str | None) -> tuple[bool, int]:
    """How near a rendering is to what was said: its language, then whether it is quoted or told."""
    language = story.reports[quote.quote.content.document_id].document.language
    return language != first, ("direct", "mixed", "indirect").index(quote.quote.kind)


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
        for span in concerned(difference)
        if span.document_id == content.document_id and span.end - span.start < most
    ]
    pieces = tuple(segments(document.text, content.start, content.end, marks))
    place = story.place(content)
    return Rendering(quote, place, pieces, anchors[quote.quote.id], *_around(quote.quote, place))


def _around(quote: Quote, place: Place) -> tuple[str, str]:
    """The clause a few quoted words stand in, else the words beside them; nothing for other quotes."""
    if quote.kind != "mixed":
        return "", ""
    clause, text = quote.clause, place.report.document.text
    if clause is None or clause.end - clause.start > CLAUSE:
        return place.context()
    return text[clause.start : place.span.start], text[place.span.end : clause.end]


def concerned(difference: Difference) -> tuple[Span, ...]:
    """The words that make a difference: those its reason quotes.

    Others it may point to are what they were compared with. Where it quotes none, all are concerned.
    """
    return tuple(span for span in difference.spans if _quotes(difference, span)) or difference.spans


def _quotes(difference: Difference, span: Span) -> bool:
    return f"“{span.text}”" in difference.reason


def _told(story: StoryView, differences: Iterable[Difference]) -> tuple[DifferenceView, ...]:
    """Differences as they are shown, the gravest kind first, those about the same words in one."""
    views = []
    for together in _together(differences):
        spans = dict.fromkeys(span for d in together for span in concerned(d))
        places = {(place.text.casefold(), place.report.id): place for place in map(story.place, spans)}
        # A reason that does no more than quote the words shown beside it would be read twice.
        bare = len(spans) > 1 and all(_quotes(d, span) for d in together for span in d.spans)
        views.append(
            DifferenceView(together[0].kind, tuple(places.values()), "" if bare else together[0].reason)
        )
    return tuple(sorted(views, key=lambda view: DIFFERENCES.index(view.kind)))


def _together(differences: Iterable[Difference]) -> list[list[Difference]]:
    """Differences of one kind that share a reason, and numbers that share a place: 3 to 4, 3 to 5."""
    groups: list[list[Difference]] = []
    for difference in differences:
        kin = [group for group in groups if any(_of_one(difference, other) for other in group)]
        joined = [*(other for group in kin for other in group), difference]
        groups = [group for group in groups if group not in kin] + [joined]
    return groups


def _of_one(one: Difference, other: Difference) -> bool:
    if one.kind != other.kind:
        return False
    same_place = one.kind == "number" and bool(set(one.spans) & set(other.spans))
    return same_place or one.reason.casefold() == other.reason.casefold()
