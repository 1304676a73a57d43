"""What is said of members laid side by side: they agree, they differ, or it stays open, and why.

The first rule that finds a reason tells it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from rashomon.chronology import DAY_LENGTH
from rashomon.compare.groups import Group, Reports, document_of, hands, mostly_within, report_count, within
from rashomon.config import StatementConfig
from rashomon.lexicon.opposites import opposed
from rashomon.likeness import likeness, matchable
from rashomon.textmatch import concepts, content_words, denials, fold, match_keys, words
from rashomon.types import Quantity, Span, Verdict

_CONFIG = StatementConfig()
#: A time of the clock: "4:25", "4.52", "4h30"; a decimal number is a quantity as well.
_CLOCK = re.compile(r"(?<![\d.,:])([01]?\d|2[0-3])[:.h]([0-5]\d)(?![\d.,:]*\d)(?!\s*[%°$€£])")


def verdict_on(group: Group, story: Reports) -> tuple[Verdict, str]:
    """The verdict on a group that several reports tell, and its reason in words and numbers."""
    verdict, reason = next(found for rule in _RULES if (found := rule(group, story)))
    return verdict, f"{_count(group.spans, story)}; {reason}"


def _figures_differ(group: Group, story: Reports) -> tuple[Verdict, str] | None:
    """Figures in conflict stand in the members of two reports; of several the one most reports tell."""
    found: list[tuple[int, int, str, list[Quantity]]] = []
    for figure in story.conflicts:
        inside = [v for v in figure.values if any(within(v.span, member) for member in group.spans)]
        reports = len({v.span.document_id for v in inside})
        if reports > 1 and len({(v.value, v.low, v.high) for v in inside}) > 1:
            found.append((-reports, len(found), figure.what, inside))
    if not found:
        return None
    _, _, what, inside = min(found, key=lambda item: item[:2])
    told = ", ".join(dict.fromkeys(f"“{v.span.text}”" for v in inside))
    return "differ", f"the figures for {what} differ: {told}"


def _negated(group: Group, story: Reports) -> tuple[Verdict, str] | None:
    """One of two members that are otherwise nearly the same words has a negation."""
    for one, other in combinations(group.spans[: _CONFIG.most_compared], 2):
        languages = [document_of(s, story).language for s in (one, other)]
        if one.document_id == other.document_id or languages[0] != languages[1]:
            continue
        found = [denials(s.text, languages[0]) for s in (one, other)]
        if bool(found[0]) == bool(found[1]):
            continue
        texts = [matchable(s.text, languages[0]) for s in (one, other)]
        like = likeness(texts[0], texts[1], {})
        if like.least >= _CONFIG.nearly_same and like.shared >= _CONFIG.enough_shared:
            told = ", ".join(f"“{n}”" for n in (found[0] or found[1]))
            return "differ", f"{told} stands in one of two that share their other words"
    return None


def _counted_otherwise(group: Group, story: Reports) -> tuple[Verdict, str] | None:
    """A report has no figure of a unit in common with another: whether they count the same thing is open.

    Figures that others agree on, in another sentence maybe, are known to be of different things.
    """
    told: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for span in group.spans:
        for q in story.pages[span.document_id].article.annotations.quantities:
            if within(q.span, span) and q.span not in story.agreed:
                numbers = (f"{n:g}" for n in (q.value, q.low, q.high) if n is not None)
                told[q.unit] += ((span.document_id, number) for number in numbers)
    for unit, found in sorted(told.items()):
        if counts := _apart(found):
            return "undecided", f"the figures ({unit}) are not the same: {counts}; maybe of different things"
    return None


def _timed_otherwise(group: Group, story: Reports) -> tuple[Verdict, str] | None:
    """A report has no time of the clock, or no day, in common with another."""
    clocks, days = [], []
    for span in group.spans:
        clocks += [(span.document_id, time) for time in _clock_times(span, story)]
        found = story.pages[span.document_id].article.annotations.dates
        days += [
            (span.document_id, d.value) for d in found if len(d.value) == DAY_LENGTH and within(d.span, span)
        ]
    for what, told in (("times", clocks), ("days", days)):
        if counts := _apart(told):
            return "undecided", f"the {what} are not the same: {counts}"
    return None


def _clock_times(span: Span, story: Reports) -> Iterator[str]:
    """The times of the clock told in a span, in one spelling."""
    quantities = story.pages[span.document_id].article.annotations.quantities
    for m in _CLOCK.finditer(span.text):
        start, end = span.start + m.start(), span.start + m.end()
        if not any(q.span.start < end and start < q.span.end for q in quantities):
            yield f"{int(m[1])}:{m[2]}"


def _apart(told: list[tuple[str, str]]) -> str | None:
    """The values of several reports, told in a row, where one has none in common with any other."""
    reports: defaultdict[str, list[str]] = defaultdict(list)
    for document, value in told:
        reports[document].append(value)
    values = [tuple(dict.fromkeys(found)) for _, found in sorted(reports.items())]
    holders = Counter(value for found in values for value in found)
    if len(values) < 2 or all(any(holders[value] > 1 for value in found) for found in values):
        return None
    return " | ".join(", ".join(found) for found in values)


def _turned(group: Group, story: Reports) -> tuple[Verdict, str] | None:
    """One report tells of a rise, the other of a fall: they may tell of two things."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for span in group.spans:
        told[span.document_id].update(concepts(span.text, document_of(span, story).language))
    for one, other in combinations(sorted(told)[: _CONFIG.most_compared], 2):
        if pair := opposed(told[one], told[other]):
            return "undecided", f"one tells of “{pair[0]}”, another of “{pair[1]}”"
    return None


def _denied(group: Group, story: Reports) -> tuple[Verdict, str] | None:
    """A word that two reports share is negated in the one and not in the other, and not all is word for word.

    Of what one person said the renderings are compared as an utterance.
    """
    if _of_one_speaker(group, story):
        return None
    spans = group.spans[: _CONFIG.most_compared]
    texts = {span: matchable(span.text, document_of(span, story).language) for span in spans}
    told = {span.document_id: "" for span in spans}
    for span, text in texts.items():
        others = [texts[s].keys for s in spans if s.document_id != span.document_id]
        denied = _denied_words(span.text, text.language, frozenset().union(*others))
        told[span.document_id] = told[span.document_id] or next(denied, "")
    if all(told.values()) or not any(told.values()):
        return None
    return "undecided", f"“{next(filter(None, told.values()))}” stands in some of the reports alone"


def _denied_words(text: str, language: str | None, known: frozenset[str]) -> Iterator[str]:
    """Each negation with the content word after it, or before it at the end, where others have that word."""
    found, content = words(text), {fold(word) for word in content_words(text, language)}
    denying = denials(text, language)
    for place, word in enumerate(found):
        if word in denying:
            beside = next((w for w in (*found[place + 1 :], *reversed(found[:place])) if w in content), "")
            if any(known.intersection(keys) for keys in match_keys(beside, language)):
                yield f"{word} {beside}" if beside in found[place:] else f"{beside} {word}"


def _others_act(group: Group, story: Reports) -> tuple[Verdict, str] | None:
    """Each report names or lets speak other people, in unlike words: one may tell of another's deed."""
    if group.close >= _CONFIG.repeats:
        return None
    persons = [
        (span.document_id, name)
        for span in group.spans
        for mark, name in story.persons.get(span.document_id, ())
        if within(mark, span)
    ]
    for what, told in (("speakers", _speakers(group, story)), ("persons", persons)):
        everywhere = len({document for document, _ in told}) == report_count(group.spans)
        if everywhere and (apart := _apart(told)):
            return "undecided", f"the {what} are not the same: {apart}"
    return None


def _speakers(group: Group, story: Reports) -> list[tuple[str, str]]:
    """Reports and the persons who say what their members tell."""
    return [
        (span.document_id, name)
        for span in group.spans
        for mark, name in story.speakers.get(span.document_id, ())
        if mostly_within(span, mark)
    ]


def _of_one_speaker(group: Group, story: Reports) -> bool:
    """Whether all reports have it from one person."""
    told = _speakers(group, story)
    return any(
        report_count(group.spans) == len({document for document, name in told if name == speaker})
        for speaker in {name for _, name in told}
    )


def _too_little(group: Group, story: Reports) -> tuple[Verdict, str] | None:
    """A member has no partner in another report that is like it, or they share names and little else."""
    if group.sure:
        return None
    told = ", ".join(group.shared.words)
    shared = f"they share: {told}, which is" if told else "no word is shared by most, which is"
    return "undecided", f"{shared} too little to be sure that they tell the same"


def _told_by_several(group: Group, story: Reports) -> tuple[Verdict, str]:
    """Agreement: each member is like one of another report, and nothing speaks against it."""
    return "agree", f"they share: {', '.join(group.shared.words)}"


_RULES = (
    _figures_differ,
    _negated,
    _counted_otherwise,
    _timed_otherwise,
    _too_little,
    _turned,
    _denied,
    _others_act,
    _told_by_several,
)


def _count(group: tuple[Span, ...], story: Reports) -> str:
    """How many reports tell it, and from how many hands: "3 reports of 2 origins"."""
    count = hands(group, story)
    return f"{report_count(group)} reports of {count} {'origin' if count == 1 else 'origins'}"
