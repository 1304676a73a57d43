"""The comparison as a summary for the terminal, readable at 80 columns and in a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from rashomon.report import said, sections
from rashomon.report.lines import one_line
from rashomon.report.view import Edition, Report, StoryView, make_edition
from rashomon.report.wording import DIFFERENCES, counted, days, language_name, shorten
from rashomon.types import Comparison

#: A summary fits on a few screens; the whole stands in the written reports.
MOST_STORIES = 20
MOST = 5
MOST_TOLD = 8
MOST_REPORTS = 20
DIFFER, AGREE = "red", "green"
#: Indent in columns, and a line.
Line = tuple[int, Text]


def print_summary(comparison: Comparison, console: Console) -> None:
    """Each story with what differs and who said what, then pages that were skipped."""
    edition = make_edition(comparison)
    for story in edition.stories[:MOST_STORIES]:
        console.print(Rule(style="dim"))
        _print(_story(story, edition), console)
        console.print()
    _print(_last(edition), console)


def _print(lines: Iterable[Line], console: Console) -> None:
    """Wrapped here and not by rich, which fills each line with spaces up to the margin."""
    for indent, line in lines:
        # The lines a text runs on to are set in by two more.
        for number, part in enumerate(line.wrap(console, max(console.width - indent - 2, 20))):
            part.rstrip()
            console.print(Text(" " * (indent + 2 * (number > 0))) + part, soft_wrap=True)


def _line(*parts: str | tuple[str, str]) -> Text:
    return Text.assemble(*((part if isinstance(part, str) else (part[0], part[1])) for part in parts))


def _story(story: StoryView, edition: Edition) -> Iterator[Line]:
    yield 0, _line((one_line(story.title), "bold"))
    languages = ", ".join(map(language_name, story.languages))
    yield (
        0,
        _line(
            f"{counted(len(story.reports), 'report')} · {counted(len(story.outlets), 'outlet')} · "
            f"{counted(len(story.origins), 'origin')} · {days(story.documents)}"
            f"{f' · {languages}' if languages else ''}"
        ),
    )
    for report in list(story.reports.values())[:MOST_REPORTS]:
        yield 2, _line((f"{report.origin} ", "dim")) + _report(report)
    yield from _more(len(story.reports) - MOST_REPORTS)
    yield from _figures(story)
    yield from _utterances(story)
    yield from _statements(story)
    yield from _counts(story)
    yield from _related(story, edition)


def _report(report: Report) -> Text:
    title = report.document.title or report.document.source.rpartition("/")[2]
    return _line((one_line(report.name), "bold"), f", {report.day}: {shorten(one_line(title), 100)}")


def _figures(story: StoryView) -> Iterator[Line]:
    views = [view for view in sections.figures(story) if view.figure.verdict == "differ"]
    if views:
        yield 0, _line(("Figures that differ", DIFFER))
    for view in views[:MOST]:
        yield 2, _line(one_line(view.figure.what))
        for amount, reports in view.told:
            names = ", ".join(one_line(report.name) for report in reports[:MOST_TOLD])
            more = f" and {len(reports) - MOST_TOLD} more" if len(reports) > MOST_TOLD else ""
            yield 4, _line((one_line(amount), "bold"), f": {names}{more}")
    yield from _more(len(views) - MOST)


def _utterances(story: StoryView) -> Iterator[Line]:
    views = [view for view in said.utterances(story) if view.utterance.verdict == "differ"]
    if views:
        yield 0, _line(("Words told differently", DIFFER))
    for view in views[:MOST]:
        yield 2, _line((one_line(view.speaker), "bold"))
        for shown in view.renderings[:MOST]:
            words = shorten(one_line(shown.place.text), 160)
            told = words if shown.quote.quote.kind == "indirect" else f"“{words}”"
            yield 4, _line((one_line(shown.place.report.name), "bold"), f": {told}")
        yield from _more(len(view.renderings) - MOST, 4)
        for difference in view.turned[:3]:
            words = "; ".join(
                f"“{shorten(one_line(place.text), 80)}” ({one_line(place.report.name)})"
                for place in difference.words[:4]
            )
            yield 4, _line((DIFFERENCES[difference.kind], DIFFER), f": {words}")
    yield from _more(len(views) - MOST)


def _statements(story: StoryView) -> Iterator[Line]:
    agreed = sections.arrange(sections.statements(story)).agreed
    if agreed:
        yield 0, _line(("Told alike by several", AGREE))
    for view in agreed[:MOST]:
        told = (
            f"{len(view.told)} of {counted(len(story.reports), 'report')}, {counted(view.origins, 'origin')}"
        )
        yield 2, _line(shorten(one_line(view.first.text), 160), (f"  {told}", "dim"))
    yield from _more(len(agreed) - MOST)


def _counts(story: StoryView) -> Iterator[Line]:
    arranged = sections.arrange(sections.statements(story))
    parts = (
        counted(len(story.comparison.quotes), "quote"),
        counted(len(story.comparison.figures), "figure"),
        f"{counted(len(arranged.sure), 'statement')} told by several",
        f"{len(arranged.alone)} found in one text",
    )
    yield 0, _line((" · ".join(parts), "dim"))


def _related(story: StoryView, edition: Edition) -> Iterator[Line]:
    for link in story.comparison.story.related[:MOST]:
        other = edition.story(link.story_id) or edition.holding(link.document_id)
        if other is not None:
            report = other.reports.get(link.document_id or "")
            title = (report.document.title if report else None) or other.title
            yield 0, _line((f"{link.relation}: ", "dim"), shorten(one_line(title), 120))


def _last(edition: Edition) -> Iterator[Line]:
    if len(edition.stories) > MOST_STORIES:
        yield 0, _line(f"and {len(edition.stories) - MOST_STORIES} more stories")
    if edition.alone:
        yield 0, _line((f"Told by one report: {len(edition.alone)}", "bold"))
        for story in edition.alone[:MOST]:
            yield 2, _report(next(iter(story.reports.values())))
        yield from _more(len(edition.alone) - MOST)
    if edition.skipped:
        yield 0, _line((f"Skipped: {counted(len(edition.skipped), 'page')}", "bold"))
        for document in edition.skipped[:MOST_STORIES]:
            yield 2, _line(f"{one_line(document.source)}: {one_line(document.skipped or '')}")
        yield from _more(len(edition.skipped) - MOST_STORIES)
    total = len(edition.stories) + len(edition.alone)
    yield 0, _line(f"{counted(edition.pages, 'page')}, {counted(total, 'story', 'stories')}")


def _more(number: int, indent: int = 2) -> Iterator[Line]:
    if number > 0:
        yield indent, _line((f"and {number} more", "dim"))
