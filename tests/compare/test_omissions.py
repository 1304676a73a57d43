"""Not found in a text, where most independent origins tell it and no sentence comes near it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from story_builder import article

from rashomon.compare.omissions import find_omissions
from rashomon.types import Article, Origin, Span, Statement, Verdict

BRIDGE = "Engineers closed the swing bridge at Dornau because cracks ran through two bearings"
ALSO = "Because of cracks in two bearings the swing bridge at Dornau was closed by engineers"
CONCERT = "The choir sang until midnight in the market hall"
TURNED = "Dornau: bearings cracked, swing bridge closed until further notice, engineers say"


def _articles(*texts: str) -> tuple[Article, ...]:
    return tuple(article(f"d{n}", "en", text) for n, text in enumerate(texts))


def _statement(*members: tuple[Article, str], verdict: Verdict = "agree") -> Statement:
    spans = []
    for item, words in members:
        start = item.document.text.index(words)
        spans.append(Span(item.document.id, start, start + len(words), words))
    return Statement("t1", verdict, "", tuple(spans))


def _alone(articles: tuple[Article, ...]) -> tuple[Origin, ...]:
    return tuple(Origin((a.document.id,), "own", "") for a in articles)


CASES = [
    ("two of two others tell it", (BRIDGE, ALSO, CONCERT), [("d2", 2, 2)]),
    ("told in other words", (BRIDGE, ALSO, TURNED), []),
    ("half of the others are not most", (BRIDGE, ALSO, CONCERT, CONCERT, CONCERT), []),
    ("nothing lacks it", (BRIDGE, ALSO), []),
    ("an empty page lacks nothing", (BRIDGE, ALSO, ""), []),
]


@pytest.mark.parametrize(("texts", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_omissions(texts: tuple[str, ...], expected: list[tuple[str, int, int]]) -> None:
    articles = _articles(*texts)
    statement = _statement((articles[0], BRIDGE), (articles[1], ALSO))
    found = find_omissions((statement,), articles, _alone(articles))
    assert [(o.document_id, o.told_by, o.others) for o in found] == expected
    assert all(o.reason.startswith("not found in this text; ") and o.statement_id == "t1" for o in found)


@pytest.mark.parametrize(("language", "count"), [("de", 1), ("nl", 0), ("", 0), ("en", 1)])
def test_what_cannot_be_read_in_a_language_is_not_missed(language: str, count: int) -> None:
    articles = _articles(BRIDGE, ALSO, CONCERT)
    last = replace(articles[2], document=replace(articles[2].document, language=language))
    statement = _statement((articles[0], BRIDGE), (articles[1], ALSO))
    assert len(find_omissions((statement,), (*articles[:2], last), _alone(articles))) == count


def test_copies_are_one_origin() -> None:
    articles = _articles(BRIDGE, BRIDGE, CONCERT)
    statement = _statement((articles[0], BRIDGE), (articles[1], BRIDGE))
    origins = (Origin(("d0", "d1"), "copy", ""), Origin(("d2",), "own", ""))
    assert find_omissions((statement,), articles, origins) == ()


@pytest.mark.parametrize(("verdict", "count"), [("agree", 1), ("differ", 1), ("undecided", 0), ("single", 0)])
def test_only_what_surely_is_one_statement(verdict: Verdict, count: int) -> None:
    articles = _articles(BRIDGE, ALSO, CONCERT)
    statement = _statement((articles[0], BRIDGE), (articles[1], ALSO), verdict=verdict)
    assert len(find_omissions((statement,), articles, _alone(articles))) == count
