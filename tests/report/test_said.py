from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.report import said
from rashomon.report.view import StoryView, make_edition
from rashomon.types import (
    Comparison,
    Difference,
    Quote,
    QuoteKind,
    Span,
    Story,
    StoryComparison,
    StoryQuote,
    Utterance,
)

from .builder import comparison as build
from .builder import courier, document, gazette, span, vestnik


@pytest.fixture
def story(comparison: Comparison) -> StoryView:
    return make_edition(comparison).stories[0]


def _differing(*differences: Difference) -> said.UtteranceView:
    """The minister's words with other differences."""
    whole = build()
    ferry = whole.stories[0]
    utterance = replace(ferry.utterances[0], differences=differences)
    story = make_edition(Comparison(whole.documents, (replace(ferry, utterances=(utterance,)),))).stories[0]
    return said.utterances(story)[0]


def test_what_differs_comes_first(story: StoryView) -> None:
    assert [view.utterance.verdict for view in said.utterances(story)] == ["differ", "agree"]


def test_other_quotes_are_those_no_report_renders_again(story: StoryView) -> None:
    told = {speaker.name: [q.quote.quote.id for q in speaker.quotes] for speaker in said.other_quotes(story)}
    assert told == {"Ilse Marrow": ["q7"], "Speaker not named": ["q8"]}


MAY, LOST, HOUR = span(gazette, "may have"), span(gazette, "lost"), span(gazette, "hour")
CLAUSE = span(courier, "nobody was left behind when the Halcyon burned")


@pytest.mark.parametrize(
    ("differences", "told"),
    [
        pytest.param(
            (Difference("hedge", (MAY, CLAUSE), "“may have” stands here; 1 has none"),),
            [("hedge", ["may have"], "“may have” stands here; 1 has none")],
            id="what it was compared with is not what differs",
        ),
        pytest.param(
            (
                Difference("hedge", (MAY,), "“May have” stands here"),
                Difference("hedge", (LOST,), "“may have” stands here"),
            ),
            [("hedge", ["may have", "lost"], "“May have” stands here")],
            id="one reason",
        ),
        pytest.param(
            (Difference("number", (MAY, LOST), "“may have” in one, “lost” in the other"),),
            [("number", ["may have", "lost"], "")],
            id="a reason that only repeats the words",
        ),
        pytest.param(
            (
                Difference("number", (MAY, LOST), "“may have” in one, “lost” in the other"),
                Difference("number", (HOUR, LOST), "“hour” in one, “lost” in the other"),
            ),
            [("number", ["may have", "lost", "hour"], "")],
            id="numbers against the same number",
        ),
        pytest.param(
            (Difference("dropped", (LOST,), "gone"), Difference("negation", (HOUR,), "turned")),
            [("negation", ["hour"], "turned"), ("dropped", ["lost"], "gone")],
            id="the gravest first",
        ),
    ],
)
def test_differences_are_told_once(
    differences: tuple[Difference, ...], told: list[tuple[str, list[str], str]]
) -> None:
    view = _differing(*differences, Difference("wording", (HOUR,), "other words"))
    assert [(d.kind, [place.text for place in d.words], d.reason) for d in view.turned] == told
    assert [d.reason for d in view.worded] == ["other words"]


def test_only_words_that_differ_are_marked() -> None:
    whole = span(gazette, build().stories[0].quotes[0].quote.content.text)
    assert [
        piece.kinds for piece in _differing(Difference("hedge", (whole,), "all")).renderings[0].pieces
    ] == [()]
    compared = Difference("hedge", (MAY, LOST), "“may have” stands here")
    marked = [p.text for p in _differing(compared).renderings[0].pieces if p.kinds]
    assert marked == ["may have"]


def test_a_few_quoted_words_stand_in_their_sentence(story: StoryView) -> None:
    partly = said.other_quotes(story)[-1].quotes[0]
    assert (partly.before, partly.place.text, partly.after) == (
        "Она назвала ",
        "собравшихся в порту бунтовщиками",
        ".",
    )
    assert said.other_quotes(story)[0].quotes[0].before == ""


def test_the_clause_of_a_few_quoted_words_is_shown_whole() -> None:
    whole = build()
    ferry = whole.stories[0]
    partly = ferry.quotes[-1]
    clause = span(vestnik, "назвала собравшихся в порту бунтовщиками")
    quotes = (*ferry.quotes[:-1], replace(partly, quote=replace(partly.quote, clause=clause)))
    story = make_edition(Comparison(whole.documents, (replace(ferry, quotes=quotes),))).stories[0]
    shown = said.other_quotes(story)[-1].quotes[0]
    assert (shown.before, shown.after) == ("назвала ", "")


def _saying(*renderings: tuple[str, str, str, QuoteKind]) -> said.UtteranceView:
    """One saying: outlet, language, words, kind of each rendering; each outlet is an origin."""
    documents = tuple(
        replace(gazette, id=outlet, outlet=outlet, language=language, text=words, blocks=())
        for outlet, language, words, _ in renderings
    )
    quotes = tuple(
        StoryQuote(
            Quote(f"q{n}", kind, Span(d.id, 0, len(d.text), d.text), None, None, None), None, "A. Berg"
        )
        for n, (d, (*_, kind)) in enumerate(zip(documents, renderings, strict=True))
    )
    utterance = Utterance("u1", None, "agree", "", tuple(q.quote.id for q in quotes))
    ferry = build().stories[0]
    told = replace(
        ferry,
        story=replace(ferry.story, document_ids=tuple(d.id for d in documents), related=()),
        origins=(),
        quotes=quotes,
        utterances=(utterance,),
    )
    return said.utterances(make_edition(Comparison(documents, (told,))).stories[0])[0]


ENGLISH = "We will not leave the harbour tonight"


@pytest.mark.parametrize(
    ("renderings", "original", "order"),
    [
        # Two origins quote the same English: it is the original, and stands first, quoted before told.
        (
            [
                ("R", "ru", "Сегодня мы не уйдём из гавани", "direct"),
                ("A", "en", "they would stay in the harbour", "indirect"),
                ("B", "en", ENGLISH, "direct"),
                ("C", "en", ENGLISH + ".", "direct"),
            ],
            "en",
            "BCAR",
        ),
        # One quotation in each language: nothing tells which it was said in.
        ([("R", "ru", "Мы не уйдём", "indirect"), ("B", "en", ENGLISH, "direct")], None, "BR"),
        # The same in two languages, by two origins each, and in one language only.
        (
            [(n, "en", ENGLISH, "direct") for n in "AB"]
            + [(n, "ru", "Сегодня мы не уйдём из гавани", "direct") for n in "CD"],
            None,
            "ABCD",
        ),
        ([(n, "en", ENGLISH, "direct") for n in "AB"], None, "AB"),
        # A few words are alike in any translation.
        (
            [(n, "en", "We will stay", "direct") for n in "AB"] + [("R", "ru", "Остаёмся", "direct")],
            None,
            "ABR",
        ),
    ],
)
def test_the_original_language_comes_first(
    renderings: list[tuple[str, str, str, QuoteKind]], original: str | None, order: str
) -> None:
    view = _saying(*renderings)
    assert view.original == original
    assert "".join(shown.place.report.outlet for shown in view.renderings) == order


def test_the_same_words_are_shown_once() -> None:
    view = _saying(
        ("A", "en", ENGLISH, "direct"),
        ("B", "en", f"“{ENGLISH},”", "direct"),
        ("C", "en", ENGLISH, "indirect"),
        ("D", "de", ENGLISH, "direct"),
    )
    told = [[shown.place.report.outlet for shown in alike] for alike in said.once(view.renderings)]
    assert told == [["A", "B"], ["C"], ["D"]]


def test_clauses_are_told_where_there_are_several(story: StoryView) -> None:
    first, second = said.utterances(story)
    assert first.clauses == ()
    told = [[([r.id for r in w.reports], [p.text for p in w.places]) for w in row] for row in second.clauses]
    assert told == [
        [(["gazette"], ["At least 12 people"]), (["courier"], ["12 people"])],
        [(["gazette"], ["were injured"]), (["courier"], ["were hurt"])],
    ]


def _quoting(count: int, *wordings: str) -> said.UtteranceView:
    """A saying of two clauses; the second is worded by each of so many reports in turn."""
    texts = [f"We will rebuild, {wordings[n % len(wordings)]}." for n in range(count)]
    docs = [document(f"r{n}", text, language="en") for n, text in enumerate(texts)]
    clauses = [(span(d, "We will rebuild"), span(d, wordings[n % len(wordings)])) for n, d in enumerate(docs)]
    quotes = tuple(
        StoryQuote(Quote(f"q{n}", "direct", span(d, d.text), None, None, None), None, None)
        for n, d in enumerate(docs)
    )
    rows = tuple(tuple(pair[n] for pair in clauses) for n in (0, 1))
    told = Utterance("u", None, "agree", "", tuple(q.quote.id for q in quotes), aligned=rows)
    ids = tuple(d.id for d in docs)
    compared = StoryComparison(Story("s", "t", ids), (), (), quotes, (told,), (), (), (), ())
    return said.utterances(make_edition(Comparison(tuple(docs), (compared,))).stories[0])[0]


def test_a_clause_that_several_word_alike_is_told_once() -> None:
    view = _quoting(4, "stone by stone", "brick by brick")
    told = [[([r.id for r in w.reports], w.places[0].text) for w in row] for row in view.clauses]
    assert told == [
        [(["r0", "r1", "r2", "r3"], "We will rebuild")],
        [(["r0", "r2"], "stone by stone"), (["r1", "r3"], "brick by brick")],
    ]


def test_clauses_that_all_word_alike_are_not_told() -> None:
    assert _quoting(3, "stone by stone").clauses == ()


def test_a_report_that_renders_a_saying_in_parts_is_one_column() -> None:
    whole = build()
    ferry = whole.stories[0]
    parts = replace(ferry.utterances[0], quote_ids=("q1", "q2", "q4", "q7"), differences=())
    story = make_edition(Comparison(whole.documents, (replace(ferry, utterances=(parts,)),))).stories[0]
    columns = said.columns(said.utterances(story)[0].renderings)
    told = [[[shown.quote.quote.id for shown in alike] for alike in column] for column in columns]
    assert told == [[["q1"]], [["q4"]], [["q7"], ["q2"]]]
