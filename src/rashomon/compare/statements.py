"""Verdicts on statements.

groups of spans -> who tells it, from how many hands -> verdict with its reason -> the important ones first
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import PurePath

from rashomon.compare.members import Page, Shared, closeness, page, shared_words, story_weights
from rashomon.compare.prominence import Centre, centrality, centre, headline_only, marks
from rashomon.config import StatementConfig
from rashomon.textmatch import likeness, matchable, text_words, words
from rashomon.types import Article, Document, Figure, Origin, Quantity, Span, Statement, Verdict

_CONFIG = StatementConfig()
#: A time of the clock: "4:25", "4.52", "4h30"; a decimal number is a quantity as well.
_CLOCK = re.compile(r"(?<![\d.,:])([01]?\d|2[0-3])[:.h]([0-5]\d)(?![\d.,:]*\d)(?!\s*[%°$€£])")


@dataclass(frozen=True, slots=True)
class _Story:
    """What a verdict looks at: the reports, which of them share a hand, and the figures in conflict."""

    pages: Mapping[str, Page]
    weights: Mapping[str, float]
    origin: Mapping[str, int]
    conflicts: tuple[Figure, ...]
    about: Centre


@dataclass(frozen=True, slots=True)
class _Group:
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
        return (
            self.close >= _CONFIG.least_close
            and self.least_close >= _CONFIG.farthest
            and len(self.shared.words) >= _CONFIG.fewest_shared
            and self.shared.beside_names >= _CONFIG.fewest_beside_names
            and self.shared.weight >= needed
        )


def compare_statements(
    groups: tuple[tuple[Span, ...], ...],
    articles: tuple[Article, ...],
    figures: tuple[Figure, ...],
    origins: tuple[Origin, ...],
) -> tuple[Statement, ...]:
    """A statement for each group: what surely is one first, by independent origins, then the central.

    Of what one report alone tells, only what names, counts or quotes is kept, and at most
    ``StatementConfig.most_singles`` of it; every group that several reports tell is listed.
    """
    origin = {i: number for number, o in enumerate(origins) for i in o.document_ids}
    conflicts = tuple(figure for figure in figures if figure.verdict == "differ")
    pages = {a.document.id: page(a) for a in articles}
    story = _Story(pages, story_weights(articles), origin, conflicts, centre(articles))
    told = [_group(spans, story) for spans in groups if _reports(spans) > 1]
    all_judged: list[_Judged] = [(group, *_verdict(group, story)) for group in told]
    judged = [item for item in all_judged if not _of_one_topic_only(item)]
    joined = {span for group, _, _ in judged for span in group.spans}
    alone = sorted({s for item in all_judged for s in item[0].spans} - joined, key=_at)
    judged.sort(key=lambda item: _order(item[0], item[1], story))
    stated = [
        Statement("", verdict, reason, group.spans, _hands(group.spans, story))
        for group, verdict, reason in _the_first(_repeated_last(judged))
    ]
    stated += [
        _alone(spans, story) for spans in _telling_singles((*groups, *((span,) for span in alone)), story)
    ]
    return tuple(replace(statement, id=f"t{n}") for n, statement in enumerate(stated, 1))


_Judged = tuple[_Group, Verdict, str]


def _the_first(judged: list[_Judged]) -> list[_Judged]:
    """What is read: of a story of many reports hundreds of things are told twice, and may be one or not."""
    most = {False: _CONFIG.most_sure, True: _CONFIG.most_unsure}
    seen: Counter[bool] = Counter()
    kept = []
    for item in judged:
        unsure = item[1] == "undecided"
        seen[unsure] += 1
        if seen[unsure] <= most[unsure]:
            kept.append(item)
    return kept


def _repeated_last(judged: list[_Judged]) -> list[_Judged]:
    """What mostly stands in statements before comes last: a sentence is read once."""
    first: list[_Judged] = []
    last: list[_Judged] = []
    told: defaultdict[str, list[Span]] = defaultdict(list)
    for item in judged:
        spans = item[0].spans
        seen = sum(any(_mostly_in(span, other) for other in told[span.document_id]) for span in spans)
        repeated = seen >= _CONFIG.repeated * len(spans)
        for span in spans if not repeated else ():
            told[span.document_id].append(span)
        (last if repeated else first).append(item)
    return first + last


def _mostly_in(span: Span, other: Span) -> bool:
    """Whether the other span has half of this one."""
    common = min(span.end, other.end) - max(span.start, other.start)
    return 2 * common >= span.end - span.start


def _of_one_topic_only(item: _Judged) -> bool:
    """Whether the members are too far apart to be laid side by side: each is told alone then."""
    return item[1] == "undecided" and item[0].close < _CONFIG.least_joined


def _at(span: Span) -> tuple[str, int, int]:
    return span.document_id, span.start, span.end


def _group(spans: tuple[Span, ...], story: _Story) -> _Group:
    mean, least = closeness(spans, story.pages, story.weights)
    return _Group(spans, mean, least, shared_words(spans, story.pages, story.weights))


def _order(group: _Group, verdict: Verdict, story: _Story) -> tuple[int, float, tuple[float, str, int]]:
    """What surely is one first, by how important and how sure it is; then headlines; then the rest."""
    place = _place(group.spans, story)
    if verdict == "undecided" and not group.sure:
        return 2, -group.close, place
    return int(headline_only(group.spans, story.pages)), -_importance(group, story), place


def _importance(group: _Group, story: _Story) -> float:
    """The share of the origins that tell it, how much it tells of what the story is about, and how surely."""
    others = max(1, len(set(story.origin.values())) - 1)
    told = (_hands(group.spans, story) - 1) / others
    return told + centrality(group.spans, story.pages, story.about) + 2 * group.close


def _telling_singles(groups: Iterable[tuple[Span, ...]], story: _Story) -> list[tuple[Span, ...]]:
    """What one report alone tells: what counts, names or quotes more first, and what the story is about."""
    weighted = [(marks(g, story.pages), g) for g in groups if _reports(g) == 1]
    telling = [(_weight(count, g, story), g) for count, g in weighted if count >= _CONFIG.least_single]
    telling.sort(key=lambda item: (-item[0], _place(item[1], story)))
    return [group for _, group in telling[: _CONFIG.most_singles]]


def _weight(count: int, group: tuple[Span, ...], story: _Story) -> float:
    few = min(count, _CONFIG.most_marks) / _CONFIG.most_marks
    return few + centrality(group, story.pages, story.about) - headline_only(group, story.pages)


def _reports(group: Iterable[Span]) -> int:
    return len({span.document_id for span in group})


def _hands(group: Iterable[Span], story: _Story) -> int:
    """Independent origins: reports that go back to one hand count once."""
    return len({story.origin.get(span.document_id, span.document_id) for span in group})


def _place(group: tuple[Span, ...], story: _Story) -> tuple[float, str, int]:
    """How early it stands, 0 to 1, for news tells first what matters; then what makes the order unique."""
    depths = [span.start / max(len(_document(span, story).text), 1) for span in group]
    return sum(depths) / len(depths), group[0].document_id, group[0].start


def _document(span: Span, story: _Story) -> Document:
    return story.pages[span.document_id].article.document


def _verdict(group: _Group, story: _Story) -> tuple[Verdict, str]:
    verdict, reason = next(found for rule in _RULES if (found := rule(group, story)))
    return verdict, f"{_count(group.spans, story)}; {reason}"


def _alone(group: tuple[Span, ...], story: _Story) -> Statement:
    outlet = _name(_document(group[0], story))
    return Statement("", "single", f"only in {outlet}; not found in the text of the other reports", group)


def _figures_differ(group: _Group, story: _Story) -> tuple[Verdict, str] | None:
    """Figures in conflict stand in the members of two reports; of several the one most reports tell."""
    found: list[tuple[int, int, str, list[Quantity]]] = []
    for figure in story.conflicts:
        inside = [v for v in figure.values if any(_within(v.span, member) for member in group.spans)]
        reports = len({v.span.document_id for v in inside})
        if reports > 1 and len({(v.value, v.low, v.high) for v in inside}) > 1:
            found.append((-reports, len(found), figure.what, inside))
    if not found:
        return None
    _, _, what, inside = min(found, key=lambda item: item[:2])
    told = ", ".join(dict.fromkeys(f"“{v.span.text}”" for v in inside))
    return "differ", f"the figures for {what} differ: {told}"


def _negated(group: _Group, story: _Story) -> tuple[Verdict, str] | None:
    """One of two members that are otherwise nearly the same words has a negation."""
    for one, other in combinations(group.spans[: _CONFIG.most_compared], 2):
        languages = [_document(s, story).language for s in (one, other)]
        if one.document_id == other.document_id or languages[0] != languages[1]:
            continue
        negations = {n for n in text_words(languages[0]).negations if " " not in n}
        found = [sorted(negations.intersection(words(s.text))) for s in (one, other)]
        if bool(found[0]) == bool(found[1]):
            continue
        texts = [matchable(s.text, languages[0]) for s in (one, other)]
        like = likeness(texts[0], texts[1], {})
        if like.least >= _CONFIG.nearly_same and like.shared >= _CONFIG.enough_shared:
            told = ", ".join(f"“{n}”" for n in (found[0] or found[1]))
            return "differ", f"{told} stands in one of two that share their other words"
    return None


def _counted_otherwise(group: _Group, story: _Story) -> tuple[Verdict, str] | None:
    """No two reports have a figure of one unit in common: whether they count the same thing is open."""
    told: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for span in group.spans:
        for q in story.pages[span.document_id].article.annotations.quantities:
            if _within(q.span, span):
                numbers = (f"{n:g}" for n in (q.value, q.low, q.high) if n is not None)
                told[q.unit] += ((span.document_id, number) for number in numbers)
    for unit, found in sorted(told.items()):
        if counts := _apart(found):
            return "undecided", f"the figures ({unit}) are not the same: {counts}; maybe of different things"
    return None


def _timed_otherwise(group: _Group, story: _Story) -> tuple[Verdict, str] | None:
    """No two reports have a time of the clock or a day in common."""
    clocks, days = [], []
    for span in group.spans:
        clocks += [(span.document_id, time) for time in _clock_times(span, story)]
        found = story.pages[span.document_id].article.annotations.dates
        days += [(span.document_id, d.value) for d in found if len(d.value) == _DAY and _within(d.span, span)]
    for what, told in (("times", clocks), ("days", days)):
        if counts := _apart(told):
            return "undecided", f"the {what} are not the same: {counts}"
    return None


#: The length of a contract date that is a day, and no time is told.
_DAY = len("2000-01-31")


def _clock_times(span: Span, story: _Story) -> Iterator[str]:
    """The times of the clock told in a span, in one spelling."""
    quantities = story.pages[span.document_id].article.annotations.quantities
    for m in _CLOCK.finditer(span.text):
        start, end = span.start + m.start(), span.start + m.end()
        if not any(q.span.start < end and start < q.span.end for q in quantities):
            yield f"{int(m[1])}:{m[2]}"


def _apart(told: list[tuple[str, str]]) -> str | None:
    """The values of several reports, told in a row, where no two reports have one in common."""
    reports: defaultdict[str, list[str]] = defaultdict(list)
    for document, value in told:
        reports[document].append(value)
    values = [tuple(dict.fromkeys(found)) for _, found in sorted(reports.items())]
    if len(values) < 2 or any(set(a) & set(b) for a, b in combinations(values, 2)):
        return None
    return " | ".join(", ".join(found) for found in values)


def _told_by_several(group: _Group, story: _Story) -> tuple[Verdict, str]:
    """Agreement where each member has a partner in another report that is like it; else it is not sure."""
    told = ", ".join(group.shared.words)
    if group.sure:
        return "agree", f"they share: {told}"
    shared = f"they share: {told}, which is" if told else "no word is shared by most, which is"
    return "undecided", f"{shared} too little to be sure that they tell the same"


_RULES = (_figures_differ, _negated, _counted_otherwise, _timed_otherwise, _told_by_several)


def _within(inner: Span, outer: Span) -> bool:
    return inner.document_id == outer.document_id and outer.start <= inner.start and inner.end <= outer.end


def _count(group: tuple[Span, ...], story: _Story) -> str:
    """How many reports tell it, and from how many hands: "3 reports of 2 origins"."""
    hands = _hands(group, story)
    return f"{_reports(group)} reports of {hands} {'origin' if hands == 1 else 'origins'}"


def _name(document: Document) -> str:
    return document.outlet or PurePath(document.source).name
