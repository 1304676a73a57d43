"""What one rendering of the same words hedges, turns, counts otherwise, drops or words otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest
from story_builder import article, counting, quotes_of

from rashomon.compare.utterances import compare_utterances
from rashomon.types import Article, Origin, QuoteKind, Utterance

#: (words of the first report, of the second), language, kinds of difference, verdict.
CASES = [
    ("The dam will hold through the winter", "The dam will hold through the winter", "en", set(), "agree"),
    ("The dam will hold through the winter", "the dam will hold", "en", set(), "agree"),
    (
        "The dam will probably hold through the winter",
        "The dam will hold through the winter",
        "en",
        {"hedge"},
        "differ",
    ),
    # A phrase that holds a hedge and weakens nothing.
    (
        "The dam will be closed as soon as possible before winter",
        "The dam will be closed before winter",
        "en",
        set(),
        "agree",
    ),
    (
        "The whole village could hear the northern dam break",
        "The whole village heard the northern dam break",
        "en",
        {"wording"},
        "agree",
    ),
    # A hedge at the end, where a longer phrase of the list would not fit.
    (
        "The northern dam will hold through the winter, I think",
        "The northern dam will hold through the winter",
        "en",
        {"hedge"},
        "differ",
    ),
    # The mood of what is reported is no hedge.
    ("Le barrage aurait tenu tout l’hiver", "Le barrage tiendra tout l’hiver", "fr", {"wording"}, "agree"),
    (
        "The northern dam will not hold through the winter",
        "The northern dam will hold through the winter",
        "en",
        {"negation"},
        "differ",
    ),
    (
        "Плотина, возможно, выдержит нынешнюю зиму",
        "Плотина выдержит нынешнюю зиму",
        "ru",
        {"hedge"},
        "differ",
    ),
    (
        "The northern dam will hold through the winter, and the mayor of Velmora has known it for years",
        "The northern dam will hold through the winter",
        "en",
        {"dropped"},
        "agree",
    ),
    (
        "The largest dam of the whole country will hold",
        "The biggest dam of the whole country will hold",
        "en",
        {"wording"},
        "agree",
    ),
]


def _compared(*articles: Article) -> Utterance:
    (found,) = compare_utterances((quotes_of(*articles),), articles)
    texts = {a.document.id: a.document.text for a in articles}
    for span in (span for difference in found.differences for span in difference.spans):
        assert texts[span.document_id][span.start : span.end] == span.text
    assert found.id == "u1"
    assert found.speaker == "Ada Lund"
    return found


@pytest.mark.parametrize(("one", "other", "language", "kinds", "verdict"), CASES)
def test_differences(one: str, other: str, language: str, kinds: set[str], verdict: str) -> None:
    reports = (
        article(name, language, f"[{words}].", ("Ada Lund",)) for name, words in (("a", one), ("b", other))
    )
    found = _compared(*reports)
    assert {difference.kind for difference in found.differences} == kinds
    assert found.verdict == verdict
    assert found.reason.startswith("2 reports, ")


def test_the_hedge_is_pointed_to() -> None:
    one = article("a", "en", "[The dam will probably hold through the winter]", ("Ada Lund",))
    two = article("b", "de", "[Der Damm wird den Winter überstehen]", ("Ada Lund",))
    three = article("c", "en", "[the dam will hold through the winter]", ("Ada Lund",))
    hedge = next(d for d in _compared(one, two, three).differences if d.kind == "hedge")
    assert hedge.spans[0].text == "probably"
    assert "“probably”" in hedge.reason


def test_a_number_that_differs_is_told_once_with_all_who_tell_it() -> None:
    told = (
        ("a", "We lost 30 boats in the storm at Velmora", "30"),
        ("b", "In the storm at Velmora we lost 30 boats", "30"),
        ("c", "We lost 40 boats in the storm at Velmora", "40"),
    )
    reports = (
        counting(article(name, "en", f"[{words}]", ("Ada Lund",)), n, int(n), "boat")
        for name, words, n in told
    )
    (found,) = (d for d in _compared(*reports).differences if d.kind == "number")
    assert [span.text for span in found.spans] == ["30", "40", "30"]
    assert "“30” in 2, “40” in 1" in found.reason


def test_another_number_of_the_same_unit() -> None:
    one = article("a", "en", "[We lost 30 boats in the storm at Velmora]", ("Ada Lund",))
    two = article("b", "en", "[We lost 40 boats in the storm at Velmora]", ("Ada Lund",))
    found = _compared(counting(one, "30", 30, "boat"), counting(two, "40", 40, "boat"))
    assert "number" in {d.kind for d in found.differences}
    assert found.verdict == "differ"
    same = _compared(counting(one, "30", 30, "boat"), counting(two, "40", 40, "crew"))
    assert "number" not in {d.kind for d in same.differences}
    sunk = counting(one, "30", 30, "boat")
    saved = counting(two, "40", 40, "boat")
    framed = [
        replace(
            r, annotations=replace(r.annotations, quantities=(replace(r.annotations.quantities[0], frame=f),))
        )
        for r, f in ((sunk, "sunk"), (saved, "saved"))
    ]
    assert "number" not in {d.kind for d in _compared(*framed).differences}


def test_many_copies_are_compared_once() -> None:
    words = "[The dam will hold through the winter]"
    reports = [article(f"r{n:03}", "en", words, ("Ada Lund",)) for n in range(300)]
    assert _compared(*reports).differences == ()


@pytest.mark.parametrize("words", ["", "?", "\ud800", "a " * 5000])
def test_any_words_are_taken(words: str) -> None:
    assert _compared(*(article(c, "en", f"[{words}]", ("Ada Lund",)) for c in "ab")).quote_ids == ("a1", "b1")


def test_who_is_quoted_goes_before_for_whom_was_spoken() -> None:
    """Two reported clauses of the ministry do not outweigh the minister's own words."""
    reports = tuple(
        article(name, "en", "[The dam will hold through the winter].", (speaker,))
        for name, speaker in (("a", "the ministry"), ("b", "Ada Lund"), ("c", "the ministry"))
    )
    kinds: tuple[QuoteKind, ...] = ("indirect", "direct", "indirect")
    group = tuple(
        replace(told, quote=replace(told.quote, kind=kind))
        for told, kind in zip(quotes_of(*reports), kinds, strict=True)
    )
    (found,) = compare_utterances((group,), reports)
    assert found.speaker == "Ada Lund"


def _mixed(item: Article, kind: QuoteKind) -> Article:
    quotes = tuple(replace(q, kind=kind) for q in item.annotations.quotes)
    return replace(item, annotations=replace(item.annotations, quotes=quotes))


WHOLE = "The gate stays open until the last boat is in the harbour"
#: (words, language, kind of quote) of two reports, whether they are of one origin, kind of the utterance.
RELATIONS = [
    ((WHOLE, "en", "direct"), (WHOLE, "en", "direct"), False, "verbatim"),
    ((WHOLE, "en", "direct"), (WHOLE, "en", "direct"), True, "copy"),
    ((WHOLE, "en", "direct"), ("until the last boat is in the harbour", "en", "mixed"), False, "verbatim"),
    (
        (WHOLE, "en", "direct"),
        ("The gate will not be shut before the last boat has reached the harbour", "en", "direct"),
        False,
        "re-translation",
    ),
    (
        (WHOLE, "en", "direct"),
        ("the gate would stay open until the last boat was in", "en", "indirect"),
        False,
        "paraphrase",
    ),
    (
        (WHOLE, "en", "direct"),
        ("Das Tor bleibt offen, bis das letzte Boot im Hafen ist", "de", "direct"),
        False,
        "translation",
    ),
]
Told = tuple[str, str, QuoteKind]


@pytest.mark.parametrize(("left", "right", "one_origin", "kind"), RELATIONS)
def test_how_renderings_relate(left: Told, right: Told, one_origin: bool, kind: str) -> None:
    articles = tuple(
        _mixed(article(name, language, f"[{words}]", ("Ada Lund",)), quote)
        for name, (words, language, quote) in (("a", left), ("b", right))
    )
    groups = (("a", "b"),) if one_origin else (("a",), ("b",))
    origins = tuple(Origin(group, "own", "") for group in groups)
    (found,) = compare_utterances((quotes_of(*articles),), articles, origins)
    assert found.kind == kind
    assert found.confidence in ("high", "medium")


def test_clauses_that_render_each_other_stand_in_one_row() -> None:
    one = article("a", "en", "[The northern dam will hold, and the village of Ost can sleep.]", ("Ada Lund",))
    other = article(
        "b", "en", "[The village of Ost can sleep tonight; the old northern dam will hold.]", ("Ada Lund",)
    )
    rows = [[span.text for span in row] for row in _compared(one, other).aligned]
    assert rows == [
        ["The northern dam will hold", "the old northern dam will hold."],
        ["and the village of Ost can sleep.", "The village of Ost can sleep tonight"],
    ]
    for row in _compared(one, other).aligned:
        for span in row:
            text = {"a": one, "b": other}[span.document_id].document.text
            assert text[span.start : span.end] == span.text


def test_changed_words_stand_in_pairs() -> None:
    one = article("a", "en", "[The largest dam of the whole country will hold]", ("Ada Lund",))
    other = article("b", "en", "[The biggest dam of the whole country will hold]", ("Ada Lund",))
    (difference,) = _compared(one, other).differences
    assert [(a.text, b.text) for a, b in difference.pairs] == [("largest", "biggest")]


def test_too_little_in_common_is_no_difference() -> None:
    one = article("a", "en", "[They probably close three mills by the river this autumn]", ("Ada Lund",))
    other = article("b", "en", "[Our mills had one bad harvest after another since spring]", ("Ada Lund",))
    found = _compared(one, other)
    assert (found.verdict, found.confidence) == ("undecided", "low")
    assert found.reason.endswith("too little to be sure that they render the same words")
