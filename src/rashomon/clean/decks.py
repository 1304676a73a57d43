"""The deck of an HTML page: shown between headline and article, where extractors often do not look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.clean.judged import Judged
from rashomon.clean.lines import Line, judge, look
from rashomon.clean.metadata import Evidence
from rashomon.clean.normalize import fold
from rashomon.clean.words import Phrases

#: So many lines may stand between the headline and the first paragraph; most pages show under ten.
MAX_BETWEEN = 16
MAX_DECK = 700
#: Lines are the same where they begin alike: descriptions are cut at the end.
SAME_START = 40
_OF_PICTURES = frozenset({"caption", "credit", "media"})


def find_deck(judged: Sequence[Judged], evidence: Evidence, words: Phrases) -> str | None:
    """The paragraph above the byline, or the line the page is described by, or the one under the headline.

    None where the page shows none, or where a picture stands there, whose caption it may be.
    """
    between = _between(judged, evidence)
    roles = [_role(line, words) for line in between]
    end = roles.index("byline") if "byline" in roles else len(between)
    pictured = any(role in _OF_PICTURES for role in roles[:end])
    if 0 < end < len(between) and roles[end - 1] == "body" and not pictured:
        return between[end - 1]
    described = evidence.shown_deck
    if described and "©" not in described and fold(described) not in _headings(evidence):
        return described
    return between[0] if between and roles[0] == "body" and not pictured else None


def _between(judged: Sequence[Judged], evidence: Evidence) -> list[str]:
    """The lines the page shows between its headline and the first paragraph of the article."""
    first = next((fold(j.text)[:SAME_START] for j in judged if j.kept and j.look.is_body), None)
    headings, above = _headings(evidence), None
    if first is None or not headings:
        return []
    for i, line in enumerate(evidence.visible):
        folded = fold(line)
        if folded in headings:
            above = i
        elif folded.startswith(first):
            near = above is not None and i - above <= MAX_BETWEEN + 1
            return list(evidence.visible[above + 1 : i]) if above is not None and near else []
    return []


def _headings(evidence: Evidence) -> frozenset[str]:
    return frozenset(_folded([evidence.shown_title or "", *evidence.described.headings]))


def _folded(texts: Sequence[str]) -> Iterator[str]:
    return (fold(text) for text in texts if text)


def _role(text: str, words: Phrases) -> str:
    seen = look(Line(text))
    if seen.folded.split(" ", 1)[0].strip(":") in words.by and seen.words <= 12:
        return "byline"
    if judgement := judge(seen, words):
        return judgement[0]
    return "body" if seen.is_body and len(text) <= MAX_DECK else "label"
