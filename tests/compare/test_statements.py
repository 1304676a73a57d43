"""Verdicts on statements, their reasons and their order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from story_builder import article, counting, quotes_of

from rashomon.compare.statements import compare_statements
from rashomon.config import StatementConfig
from rashomon.types import (
    Actor,
    Article,
    Block,
    DateMention,
    Figure,
    Mention,
    Origin,
    Span,
    Statement,
    Verdict,
)

DAM = "The northern dam near Velmora broke on Tuesday"


def _sentences(*articles: Article) -> tuple[Span, ...]:
    return tuple(s.span for a in articles for s in a.annotations.sentences)


def _named(item: Article, *names: str) -> Article:
    text, document = item.document.text, item.document.id
    spans = (Span(document, text.index(n), text.index(n) + len(n), n) for n in names)
    mentions = tuple(Mention(span, "place", span.text) for span in spans)
    return replace(item, annotations=replace(item.annotations, mentions=mentions))


def _one(articles: tuple[Article, ...], figures: tuple[Figure, ...] = (), *origins: Origin) -> Statement:
    (found,) = compare_statements((_sentences(*articles),), articles, figures, origins)
    return found


def test_agreement_counts_origins_not_outlets() -> None:
    reports = tuple(article(c, "en", DAM + f" at {c}.") for c in "abc")
    assert _one(reports).verdict == "agree"
    assert "3 reports of 3 origins" in _one(reports).reason
    copied = _one(reports, (), Origin(("a", "b"), "copy", ""), Origin(("c",), "own", ""))
    assert "3 reports of 2 origins" in copied.reason
    wire = _one(reports, (), Origin(("a", "b", "c"), "wire", ""))
    assert "3 reports of 1 origin;" in wire.reason
    assert "Velmora" in wire.reason


VERDICTS: list[tuple[str, str, str, Verdict]] = [
    ("en", DAM, "Near Velmora the northern dam broke", "agree"),
    ("en", DAM, "The northern dam near Velmora never broke on Tuesday", "differ"),
    # A negation elsewhere is no contradiction; in the clause that is shared it leaves it open.
    (
        "en",
        DAM,
        "Nobody slept in the farms since, but the northern dam near Velmora broke on Tuesday",
        "agree",
    ),
    (
        "en",
        DAM,
        "The northern dam of Velmora has not been what broke on Tuesday morning, people insist",
        "undecided",
    ),
    ("en", DAM + " without warning", "Near Velmora the northern dam broke on Tuesday at night", "agree"),
    # Two common words may meet by chance, so these must be most of what is told.
    (
        "en",
        "The mill closed before the end of the day",
        "At the end of the day a school counts costs",
        "undecided",
    ),
    ("en", "The mill closed at the end of the day", "At the end of the day the mill was closed", "agree"),
    ("en", "Grain prices in Velmora rose", "In Velmora prices of grain fell again in shops", "undecided"),
    ("de", "Die Preise in Velmora fielen am Dienstag", "In Velmora stiegen am Dienstag Preise", "undecided"),
    ("en", DAM, "Rain fell over hills, villages and meadows near Velmora for weeks", "undecided"),
    ("de", "Der Damm bei Velmora hielt stand", "Der Damm bei Velmora hielt nicht stand", "differ"),
]


@pytest.mark.parametrize(("language", "one", "other", "verdict"), VERDICTS)
def test_verdicts(language: str, one: str, other: str, verdict: Verdict) -> None:
    found = _one((article("a", language, one), article("b", language, other)))
    assert (found.verdict, found.reason != "") == (verdict, True)


SAID = "after a spring of rain all feared for mills under the northern dam of Velmora"
OTHERWISE = "a spring of rain made cracks where engineers inspect the northern dam of Velmora"


def _by(*speakers: str) -> Statement:
    told = zip("ab", (SAID, OTHERWISE), speakers, strict=True)
    quoted = (article(name, "en", f"[{text}]", (who,)) for name, text, who in told)
    reports = tuple(replace(a, annotations=replace(a.annotations, mentions=())) for a in quoted)
    actors = tuple(Actor(who, who, "person", ()) for who in sorted(set(speakers)))
    spans = _sentences(*reports)
    (found,) = compare_statements((spans,), reports, (), (), actors=actors, quotes=quotes_of(*reports))
    return found


def test_what_two_persons_say_in_unlike_words_is_left_open() -> None:
    assert "Ana Ruiz | Ivo Lund" in _by("Ana Ruiz", "Ivo Lund").reason
    assert _by("Ana Ruiz", "Ana Ruiz").verdict == "agree"


def test_deeds_of_two_persons_are_left_open() -> None:
    reports = article("a", "en", f"Ana Ruiz saw that {OTHERWISE}"), article("b", "en", f"Ivo Lund: {SAID}")
    places = [Span(a.document.id, 0, 8, a.document.text[:8]) for a in reports]
    actors = tuple(Actor(place.text, place.text, "person", (place,)) for place in places)
    (found,) = compare_statements((_sentences(*reports),), reports, (), (), actors=actors)
    assert found.verdict == "undecided"


def test_what_stands_in_a_statement_of_several_is_not_told_alone() -> None:
    reports = tuple(_named(article(c, "en", DAM), "Velmora", "Tuesday") for c in "ab")
    whole = _sentences(*reports)
    part = Span("a", 0, 30, DAM[:30])
    assert "Velmora" in part.text
    found = compare_statements((whole, (part,), (whole[0],)), reports, (), ())
    assert [s.members for s in found] == [whole]


def test_a_report_that_shares_no_figure_leaves_open_what_two_others_count_alike() -> None:
    told = (("a", "30", 30), ("b", "30", 30), ("c", "40", 40))
    reports = tuple(
        counting(article(n, "en", f"{DAM} and {w} boats sank."), w, v, "boat") for n, w, v in told
    )
    assert _one(reports).verdict == "undecided"
    assert _one(reports[:2]).verdict == "agree"


def test_a_conflict_of_figures_in_the_members_is_a_difference() -> None:
    one = counting(article("a", "en", DAM + " and 30 boats sank."), "30", 30, "boat")
    two = counting(article("b", "en", DAM + " and 40 boats sank."), "40", 40, "boat")
    values = (*one.annotations.quantities, *two.annotations.quantities)
    figure = Figure("f1", "boats sunk", "differ", "", values)
    found = _one((one, two), (figure,))
    assert found.verdict == "differ"
    assert "“30”" in found.reason
    assert "“40”" in found.reason
    open_case = _one((one, two), (replace(figure, verdict="undecided"),))
    assert open_case.verdict == "undecided"
    assert "30 | 40" in open_case.reason


def test_what_shares_no_more_than_a_topic_is_not_laid_side_by_side() -> None:
    reports = article("a", "en", DAM), article("b", "en", "Rain fell over the hills for weeks")
    assert compare_statements((_sentences(*reports),), reports, (), ()) == ()


APART = [
    (DAM + " at 4:25 in the morning", DAM + " at 4.52 in the morning", "times are not the same: 4:25 | 4:52"),
    # One of them tells both: no more than an account of the other.
    (DAM + " at 4:25", DAM + " at 4:52, others say 4:25", None),
]


@pytest.mark.parametrize(("one", "other", "reason"), APART)
def test_other_times_leave_it_open(one: str, other: str, reason: str | None) -> None:
    found = _one((article("a", "en", one), article("b", "en", other)))
    assert (found.verdict == "undecided") == (reason is not None)
    assert (reason or "they share") in found.reason


def test_names_alone_are_no_agreement() -> None:
    reports = tuple(article(c, "en", "[Ada Lund] of [Velmora] in Norland", ("x", "y")) for c in "ab")
    assert _one(reports).verdict == "undecided"


def test_a_day_alone_is_no_agreement() -> None:
    day = "On 6 October 1981"
    reports = [article(c, "en", f"{day} {rest}") for c, rest in (("a", "rain fell"), ("b", "it was dry"))]
    dated = [
        replace(
            r,
            annotations=replace(
                r.annotations, dates=(DateMention(Span(r.document.id, 0, 17, day), "1981-10-06", "day", ""),)
            ),
        )
        for r in reports
    ]
    assert all(s.verdict != "agree" for s in compare_statements((_sentences(*dated),), tuple(dated), (), ()))


def test_a_headline_alone_and_what_is_told_before_come_after_the_rest() -> None:
    text = f"{DAM}\nThe harvest of the southern valley was lost to hail.\n{DAM} after weeks of rain."
    reports = tuple(
        replace(r, document=replace(r.document, blocks=(Block(0, len(DAM), "headline"),)))
        for r in (article(c, "en", text) for c in "ab")
    )
    titles, hail, dam = zip(*(_sentences(r) for r in reports), strict=True)
    found = compare_statements((titles, dam, hail, (*dam, hail[0])), reports, (), ())
    assert [s.members for s in found[-2:]] == [titles, (*dam, hail[0])]


def test_a_conflict_elsewhere_of_figures_that_are_equal_here_is_no_difference() -> None:
    reports = [counting(article(c, "en", DAM + " and 30 boats sank."), "30", 30, "boat") for c in "ab"]
    values = tuple(q for r in reports for q in r.annotations.quantities)
    elsewhere = replace(values[0], span=Span("c", 0, 2, "40"), value=40)
    figure = Figure("f1", "boats sunk", "differ", "", (*values, elsewhere))
    assert _one((reports[0], reports[1]), (figure,)).verdict == "agree"


def test_several_origins_stand_before_one_and_singles_come_last() -> None:
    a = _named(
        article("a", "en", f"{DAM}.\nThe mayor of Velmora left Norland.\nIt rained."), "mayor", "Norland"
    )
    b = article("b", "en", f"{DAM}.\nThe harvest was lost.")
    c = article("c", "en", f"{DAM}.\nThe harvest was lost.")
    dam = tuple(_sentences(x)[0] for x in (a, b, c))
    harvest = (_sentences(b)[1], _sentences(c)[1])
    groups = ((_sentences(a)[2],), (_sentences(a)[1],), harvest, dam)
    found = compare_statements(
        groups, (a, b, c), (), (Origin(("b", "c"), "copy", ""), Origin(("a",), "own", ""))
    )
    assert [s.id for s in found] == ["t1", "t2", "t3"]
    assert [s.members for s in found] == [dam, harvest, (_sentences(a)[1],)]
    assert [s.verdict for s in found] == ["agree", "agree", "single"]
    assert "not found in the text of the other reports" in found[2].reason


def test_singles_are_capped_and_groups_are_not() -> None:
    lines = "\n".join(f"Velmora met Norland on day {n}." for n in range(100))
    one = article("a", "en", lines)
    marks = tuple(
        Mention(Span("a", s.start, s.start + 7, "Velmora"), "place", "Velmora")
        for s in _sentences(one)
        for _ in range(2)
    )
    one = replace(one, annotations=replace(one.annotations, mentions=marks))
    two = article("b", "en", lines)
    alone = tuple((s,) for s in _sentences(one))
    assert len(compare_statements(alone, (one, two), (), ())) == StatementConfig().most_singles
    pairs = tuple(zip(_sentences(one), _sentences(two), strict=True))
    assert len(compare_statements(pairs, (one, two), (), ())) == 100


def test_nothing_gives_nothing() -> None:
    assert compare_statements((), (), (), ()) == ()


def test_figures_that_others_agree_on_are_known_to_be_of_different_things() -> None:
    long = counting(article("a", "en", DAM + ", a wall 40 metres high."), "40 metres", 40.0, "metre")
    far = counting(article("b", "en", DAM + ", 900 metres from the school."), "900 metres", 900.0, "metre")
    values = tuple(q for item in (long, far) for q in item.annotations.quantities)
    assert _one((long, far)).verdict == "undecided"
    agreed = tuple(Figure(f"f{n}", "wall", "agree", "", (value,)) for n, value in enumerate(values))
    assert _one((long, far), agreed).verdict == "agree"


def test_of_the_only_report_nothing_is_said_of_others() -> None:
    told = _named(article("a", "en", DAM + ", a wall 40 metres high."), "Velmora")
    alone = counting(told, "40 metres", 40.0, "metre")
    assert [s.reason for s in compare_statements((_sentences(alone),), (alone,), (), ())] == [
        "only in a, the only report"
    ]
