"""The comparison as a brief for pasting: what differs first, then who said what, figures, sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rashomon.report import said, sections, timeline
from rashomon.report.view import MOST_COLUMNS, Edition, Report, StoryView, make_edition
from rashomon.report.wording import DIFFERENCES, QUOTES, VERDICTS, counted, day, days, language_name, shorten
from rashomon.types import Comparison

#: A brief is brief: what is left out is counted, and stands in the HTML report.
MOST_STATEMENTS = 8
MOST_UTTERANCES = 12
MOST_NAMES = 8
MOST_QUOTES = 12
MOST_FIGURES = 20
MOST_LINKS = 12
#: What Markdown (CommonMark with tables) reads as markup anywhere in a line.
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&])")
#: What it reads as markup at the start of a line: a heading, a list, a rule, a quotation.
_OPENING = re.compile(r"^(#{1,6}(?=\s|$)|[-+=](?=\s|$|[-+=])|\d{1,9}(?=[.)](?:\s|$)))")
_MARKS = tuple('“"«„')
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_RELATIONS = {"earlier": "Earlier", "later": "Later", "same-topic": "Same topic"}


def to_markdown(comparison: Comparison) -> str:
    """The brief as CommonMark with tables; words of the pages are quoted as they stand."""
    edition = make_edition(comparison)
    lines: list[str] = []
    for story in edition.stories:
        lines += _story(story, edition)
    if edition.alone:
        lines += ["# Told by one report", ""]
        lines += [f"- {_source(next(iter(story.reports.values())))}" for story in edition.alone]
        lines.append("")
    if edition.skipped:
        lines += ["# Skipped pages", ""]
        lines += [f"- {escape(d.source)}: {escape(d.skipped or '')}" for d in edition.skipped]
        lines.append("")
    return "\n".join(lines)


def escape(text: str) -> str:
    """A text on one line, so that nothing in it is read as Markdown or HTML."""
    folded = " ".join(_UNFIT.sub("\ufffd", text).split())
    escaped = _SPECIAL.sub(r"\\\1", folded)
    return _OPENING.sub(lambda m: m[0] + "\\" if m[0].isdigit() else "\\" + m[0], escaped)


def _story(story: StoryView, edition: Edition) -> list[str]:
    counts = (
        f"{counted(len(story.reports), 'report')} · {counted(len(story.outlets), 'outlet')} · "
        f"{counted(len(story.origins), 'origin')} · {days(story.documents)}"
    )
    languages = ", ".join(map(language_name, story.languages))
    lines = [f"# {escape(story.title)}", "", f"{counts}{f' · {languages}' if languages else ''}", ""]
    parts = (
        ("Told differently", _differences(story)),
        ("Told alike by several", _several(story)),
        ("In one report only", _alone(story)),
        ("Who said what", _said(story)),
        ("Figures", _figures(story)),
        ("Timeline", _timeline(story)),
        ("Who has what from whom", _lineage(story)),
        ("Related", _related(story, edition)),
        ("Sources", [f"- {_source(report)}" for report in story.reports.values()]),
    )
    for title, part in parts:
        told = list(part)
        if told:
            lines += [f"## {title}", "", *told, ""]
    return lines


def _names(reports: Iterable[Report]) -> str:
    return ", ".join(escape(report.name) for report in reports)


def _few(reports: Sequence[Report]) -> str:
    if len(reports) <= MOST_NAMES:
        return _names(reports)
    return f"{_names(reports[:3])} and {len(reports) - 3} more"


def _quoted(text: str, length: int = 600) -> str:
    """Words of a page in quotation marks, unless they begin with their own."""
    told = escape(shorten(text, length))
    return told if told[:1] in _MARKS else f"“{told}”"


def _differences(story: StoryView) -> Iterator[str]:
    for view in sections.figures(story):
        if view.figure.verdict == "differ":
            told = "; ".join(f"**{escape(amount)}** ({_few(reports)})" for amount, reports in view.told)
            yield f"- {escape(view.figure.what)}: {told}. {escape(view.figure.reason)}"
    for item in said.utterances(story):
        for difference in item.turned if item.utterance.verdict == "differ" else ():
            words = "; ".join(
                f"{_quoted(place.text, 120)} ({escape(place.report.name)})" for place in difference.words[:4]
            )
            parts = (
                f"{escape(item.speaker)}, {DIFFERENCES[difference.kind]}",
                words,
                escape(difference.reason),
            )
            yield f"- {': '.join(part for part in parts if part)}"


def _several(story: StoryView) -> Iterator[str]:
    views = sections.arrange(sections.statements(story)).agreed
    # Where a report has no member of a statement, it may still tell it in words that were not recognised.
    omitted = {(o.statement_id, o.document_id) for o in story.comparison.omissions}
    for view in views[:MOST_STATEMENTS]:
        reports = [report for report, _ in view.told]
        lacking = tuple(report for report in view.absent if (view.statement.id, report.id) in omitted)
        absent = f"; not found in {_absent(lacking)}" if lacking else ""
        yield (
            f"- {_quoted(view.first.text, 240)} {_few(reports)} ({counted(view.origins, 'origin')}{absent})"
        )
    yield from _rest(len(views) - MOST_STATEMENTS)


def _absent(reports: tuple[Report, ...]) -> str:
    few = len(reports) <= MOST_COLUMNS
    return f"the text of {_names(reports)}" if few else f"the texts of {len(reports)} other reports"


def _alone(story: StoryView) -> Iterator[str]:
    for report, own in sections.only(story, sections.arrange(sections.statements(story)).alone):
        more = f" and {len(own) - 1} more" if len(own) > 1 else ""
        yield f"- {escape(report.name)}: {_quoted(own[0].first.text, 240)}{more}"


def _said(story: StoryView) -> Iterator[str]:
    views = said.utterances(story)
    for view in views[:MOST_UTTERANCES]:
        yield f"- **{escape(view.speaker)}** ({VERDICTS[view.utterance.verdict]})"
        for shown in view.renderings[:MOST_NAMES]:
            yield f"  - {_rendering(shown)}"
        if len(view.renderings) > MOST_NAMES:
            yield f"  - and {len(view.renderings) - MOST_NAMES} more"
    yield from _rest(len(views) - MOST_UTTERANCES)
    speakers = said.other_quotes(story)
    quotes = [(speaker, shown) for speaker in speakers for shown in speaker.quotes]
    for speaker, shown in quotes[:MOST_QUOTES]:
        yield f"- **{escape(speaker.name)}**: {_rendering(shown)}"
    yield from _rest(len(quotes) - MOST_QUOTES)


def _rendering(shown: said.Rendering) -> str:
    words = shown.place.text
    kind = shown.quote.quote.kind
    told = escape(shorten(words, 600)) if kind == "indirect" else _quoted(words)
    return f"{told} ({escape(shown.place.report.name)}, {QUOTES[kind]})"


def _figures(story: StoryView) -> Iterator[str]:
    views = sections.figures(story)
    several = [view for view in views if view.figure.verdict != "single"]
    if several:
        yield "| What | Figure | Reports | Verdict |"
        yield "|---|---|---|---|"
    for view in several[:MOST_FIGURES]:
        verdict = VERDICTS[view.figure.verdict]
        for values in view.amounts:
            more = f" and {len(values) - MOST_NAMES} more" if len(values) > MOST_NAMES else ""
            told = ", ".join(map(_teller, values[:MOST_NAMES])) + more
            yield f"| {' | '.join(map(escape, (view.figure.what, values[0].amount, told, verdict)))} |"
    alone = len(views) - len(several)
    if alone or len(several) > MOST_FIGURES:
        yield ""
    yield from _rest(len(several) - MOST_FIGURES)
    if alone:
        yield f"- {counted(alone, 'figure')} told by one report"


def _teller(value: sections.ValueView) -> str:
    source = value.quantity.attributed_to
    return value.place.report.name + (f" (citing {source})" if source else "")


def _timeline(story: StoryView) -> Iterator[str]:
    for entry in timeline.timeline(story, sections.statements(story)):
        more = f" and {len(entry.told) - 1} more" if len(entry.told) > 1 else ""
        _, first = entry.told[0]
        yield f"- {day(entry.date)}: {_quoted(first.text, 200)} ({escape(first.report.name)}){more}"


def _lineage(story: StoryView) -> Iterator[str]:
    links = story.comparison.lineage
    yield from (f"- {escape(link.reason)}" for link in links[:MOST_LINKS])
    yield from _rest(len(links) - MOST_LINKS)


def _related(story: StoryView, edition: Edition) -> Iterator[str]:
    for link in story.comparison.story.related:
        other = edition.story(link.story_id) or edition.holding(link.document_id)
        if other is not None:
            report = other.reports.get(link.document_id or "")
            title = (report.document.title if report else None) or other.title
            yield f"- {_RELATIONS[link.relation]}: {escape(title)} ({escape(link.reason)})"


def _source(report: Report) -> str:
    document = report.document
    title = escape(document.title or document.source)
    # Within <> an address needs no escape but these two, which no address has unencoded.
    linked = f"[{title}](<{report.url}>)" if report.url and not set("<>") & set(report.url) else title
    facts = (report.name, document.agency, report.day, language_name(document.language))
    return f"{', '.join(escape(fact) for fact in facts if fact)}: {linked}"


def _rest(number: int) -> Iterator[str]:
    if number > 0:
        yield f"- and {number} more"
