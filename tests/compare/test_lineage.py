"""Who has what from whom: the nearest report, the earlier first, with the passages as they stand in both."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.compare.lineage import find_lineage
from rashomon.types import Annotations, Article, Document, Mention, Quote, Span, StoryQuote, Utterance

FIRST = """The ferry to Hallin ran aground on a sandbank shortly after six on Monday morning with ninety
people on board. Tugs pulled it free at high tide four hours later. Nobody was hurt. The
company has sent divers to look at the hull, and crossings are cancelled until Wednesday at the
earliest."""
TAKEN = """Stuck on the sand: The ferry to Hallin ran aground on a sandbank shortly after seven on Monday
morning with ninety people on board. Passengers sang to pass the time, one of them told our
reporter, and the cook handed out soup for free."""
OWN = """Salt stains and cold coffee: how it felt to wait for the tide with strangers, told by a teacher
who takes this boat to work and back every day of the year."""


def article(
    name: str, text: str, published: str | None = None, agency: str | None = None, outlet: str | None = None
) -> Article:
    document = Document(
        name,
        f"{name}.txt",
        "",
        outlet=outlet or name,
        agency=agency,
        published=published,
        language="en",
        text=text,
    )
    return Article(document, Annotations(name))


def links(*articles: Article) -> list[tuple[str | None, str, str, bool]]:
    found = find_lineage(articles, (), ())
    return [(d.source_id or d.credit, d.target_id, d.kind, d.directed) for d in found]


CASES = [
    ("nothing in common", [article("a", FIRST), article("b", OWN)], []),
    ("a passage, no days", [article("a", FIRST), article("b", TAKEN)], [("a", "b", "copy", False)]),
    (
        "the earlier day is the source",
        [article("a", TAKEN, "2020-05-05"), article("b", FIRST, "2020-05-04")],
        [("b", "a", "copy", True)],
    ),
    (
        "the earlier hour is the source",
        [article("a", FIRST, "2020-05-04T09:30+02:00"), article("b", TAKEN, "2020-05-04T08:00+01:00")],
        [("b", "a", "copy", True)],
    ),
    (
        "an hour with a zone and one without",
        [article("a", FIRST, "2020-05-04T09:30+02:00"), article("b", TAKEN, "2020-05-04T08:00")],
        [("a", "b", "copy", False)],
    ),
    (
        "a credit goes before the day",
        [article("a", FIRST, "2020-05-05", outlet="NPX"), article("b", TAKEN, "2020-05-04", agency="NPX")],
        [("a", "b", "credit", True), ("a", "b", "copy", True)],
    ),
    ("an agency without a page", [article("a", OWN, agency="NPX")], [("NPX", "a", "credit", True)]),
    (
        "two credit one agency without a page",
        [article("a", OWN, agency="NPX"), article("b", FIRST, agency="npx")],
        [("NPX", "a", "credit", True), ("npx", "b", "credit", True), ("a", "b", "same-wire", False)],
    ),
    (
        "words in common are a better link than one agency",
        [article("a", FIRST, agency="NPX"), article("b", FIRST, agency="NPX")],
        [("NPX", "a", "credit", True), ("NPX", "b", "credit", True), ("a", "b", "copy", False)],
    ),
    ("an agency on its own page", [article("a", OWN, agency="NPX", outlet="npx")], []),
    (
        "three copies make two links",
        [article(name, FIRST, f"2020-05-0{n}") for n, name in enumerate("abc", 1)],
        [("a", "b", "copy", True), ("a", "c", "copy", True)],
    ),
    ("empty pages", [article("a", ""), article("b", "")], []),
]


@pytest.mark.parametrize(("articles", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_lineage(articles: list[Article], expected: list[tuple[str | None, str, str, bool]]) -> None:
    assert links(*articles) == expected


def test_passages_stand_in_both_and_their_words_are_counted() -> None:
    source, target = article("a", FIRST, "2020-05-04"), article("b", TAKEN, "2020-05-05")
    (link,) = find_lineage((source, target), (), ())
    (passage,) = link.passages
    assert FIRST[passage.source.start : passage.source.end] == passage.source.text
    assert TAKEN[passage.target.start : passage.target.end] == passage.target.text
    assert "shortly after six on Monday" in passage.source.text
    assert "shortly after seven on Monday" in passage.target.text
    assert link.reason.startswith(
        "19 of 44 words outside quotations in b stand word for word in a; published"
    )
    assert link.share == pytest.approx(19 / 44)


def test_an_agency_that_passes_words_on_is_credited_and_court_papers_are_not() -> None:
    text = "Rates stay, the bank said, according to the agency NPX. Rates fell, court papers say."
    start = text.index("NPX")
    item = article("a", text)
    content = Span("a", 0, 10, text[:10])
    quotes = tuple(
        Quote(f"q{n}", "indirect", content, None, None, "bank", relayed_by=by)
        for n, by in enumerate(("the agency NPX", "the agency NPX", "court papers"))
    )
    mentions = (Mention(Span("a", start, start + 3, "NPX"), "organization", "NPX"),)
    item = replace(item, annotations=replace(item.annotations, quotes=quotes, mentions=mentions))
    (link,) = find_lineage((item,), (), ())
    assert (link.credit, link.source_id) == ("the agency NPX", None)
    assert link.reason == "a cites the agency NPX for 2 quotes"
    (link,) = find_lineage((item, article("b", OWN, outlet="NPX")), (), ())
    assert (link.credit, link.source_id, link.target_id) == ("the agency NPX", "b", "a")


SAYINGS = ("we will open the bridge again in May", "nobody has to fear for his place", "safe")


def briefing(*told: tuple[str, tuple[int, ...]]) -> tuple[tuple[Article, ...], tuple[StoryQuote, ...]]:
    """Articles that quote these sayings of one speaker."""
    articles = tuple(article(name, " ".join(SAYINGS[n] for n in said)) for name, said in told)
    quotes = []
    for item, (name, said) in zip(articles, told, strict=True):
        for n in said:
            start = item.document.text.index(SAYINGS[n])
            content = Span(name, start, start + len(SAYINGS[n]), SAYINGS[n])
            quotes.append(
                StoryQuote(Quote(f"{name}{n}", "direct", content, None, None, "Mara Lind"), "p1", "Mara Lind")
            )
    return articles, tuple(quotes)


def utterances(quotes: tuple[StoryQuote, ...], sayings: int = len(SAYINGS)) -> tuple[Utterance, ...]:
    ids = [tuple(q.quote.id for q in quotes if q.quote.id.endswith(str(n))) for n in range(sayings)]
    return tuple(Utterance(f"u{n}", "p1", "agree", "", i) for n, i in enumerate(ids) if len(i) > 1)


def test_two_sayings_in_common_are_a_briefing_and_one_is_not() -> None:
    articles, quotes = briefing(("a", (0, 1)), ("b", (0, 1)), ("c", (1, 2)))
    heard = [d for d in find_lineage(articles, quotes, utterances(quotes)) if d.kind == "same-briefing"]
    assert [(d.source_id, d.target_id, d.directed) for d in heard] == [("a", "b", False)]
    assert heard[0].reason == "a and b quote 2 sayings of Mara Lind in common"
    assert [(p.source.text, p.target.text) for p in heard[0].passages] == [(s, s) for s in SAYINGS[:2]]


def test_a_single_word_is_no_saying() -> None:
    articles, quotes = briefing(("a", (0, 2)), ("b", (0, 2)))
    assert not [d for d in find_lineage(articles, quotes, utterances(quotes)) if d.kind == "same-briefing"]


@given(st.lists(st.text(alphabet="ab .\ud800", max_size=80), max_size=4))
@settings(max_examples=60, deadline=None)
def test_any_text_keeps_its_spans(texts: list[str]) -> None:
    articles = tuple(article(f"d{n}", text) for n, text in enumerate(texts))
    known = {a.document.id: a.document.text for a in articles}
    for link in find_lineage(articles, (), ()):
        assert 0 < link.share <= 1
        for passage in link.passages:
            for span in (passage.source, passage.target):
                assert known[span.document_id][span.start : span.end] == span.text


def test_the_order_of_articles_tells_nothing_where_days_do() -> None:
    items = [article(n, FIRST, f"2020-05-0{d}") for n, d in (("a", 3), ("b", 1), ("c", 2))]
    for order in permutations(items):
        found = [(d.source_id, d.target_id) for d in find_lineage(tuple(order), (), ())]
        assert len(found) == 2
        assert set(found) <= {("b", "a"), ("b", "c"), ("c", "a")}
