"""Which quotes render the same words, and which only sound alike."""

from __future__ import annotations

from dataclasses import replace

import pytest
from story_builder import article, quotes_of

from rashomon.align.utterances import align_utterances

#: (language, words) of a first and of a second report, by one speaker.
SAME = [
    (("en", "The dam will hold through the winter"), ("en", "The dam will hold through the winter")),
    (
        ("en", "We regret that the rescue teams came too late"),
        ("en", "It is regrettable that the rescue crews arrived so late"),
    ),
    (
        ("en", "The dam will hold through the winter, and nobody has to leave the valley before spring"),
        ("en", "nobody has to leave the valley"),
    ),
    (
        ("ru", "Плотина выдержит зиму, никому не придётся покидать долину"),
        ("ru", "никому не придется покинуть долину"),
    ),
    (
        ("de", "Der Präsident von Norland trägt die Verantwortung für den Krieg"),
        ("en", "The president of Norland bears responsibility for the war"),
    ),
    (("es", "El presidente está gravemente herido"), ("it", "Il presidente è gravemente ferito")),
]

APART = [
    (("en", "The dam will hold through the winter"), ("en", "The harvest was poor this year")),
    (("en", "We hope that the talks succeed"), ("en", "We hope that the rain stops")),
    (("en", "The minister must resign"), ("de", "Die Ernte war dieses Jahr schlecht")),
    (("en", "yes"), ("en", "yes, we will rebuild the harbour and the market before the winter comes")),
]


def _groups(one: tuple[str, str], other: tuple[str, str], speakers: tuple[str | None, str | None]) -> int:
    first = article("a", one[0], f"The mayor spoke on Monday.\n[{one[1]}]", speakers[:1])
    second = article("b", other[0], f"Il pleut.\n[{other[1]}]", speakers[1:])
    groups = align_utterances((first, second), quotes_of(first, second))
    assert all(len(group) > 1 for group in groups)
    return len(groups)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_renderings_of_the_same_words_meet(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert _groups(one, other, ("Ada Lund", "Ada Lund")) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_words_stay_apart(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert _groups(one, other, ("Ada Lund", "Ada Lund")) == 0


SPEAKERS = [
    # Two speakers: only where a long repetition says that one of them was misread.
    (SAME[0], ("Ada Lund", "Boris Vey"), 1),
    (SAME[1], ("Ada Lund", "Boris Vey"), 0),
    ((("en", "Yes, we can"), ("en", "Yes, we can")), ("Ada Lund", "Boris Vey"), 0),
    # One of them not known: nearly the same words are enough.
    (SAME[0], ("Ada Lund", None), 1),
    (SAME[2], (None, None), 1),
]


@pytest.mark.parametrize(("words", "speakers", "expected"), SPEAKERS)
def test_speakers_are_the_gate(
    words: tuple[tuple[str, str], tuple[str, str]], speakers: tuple[str | None, str | None], expected: int
) -> None:
    assert _groups(*words, speakers) == expected


def test_institutions_speak_for_each_other_as_persons_do_not() -> None:
    words = [
        article(c, "en", f"[{SAME[1][i][1]}]", (n,))
        for i, (c, n) in enumerate((("a", "Ada"), ("b", "Boris")))
    ]
    offices = [replace(a, annotations=replace(a.annotations, mentions=())) for a in words]
    assert align_utterances(tuple(words), quotes_of(*words)) == ()
    assert len(align_utterances(tuple(offices), quotes_of(*offices))) == 1


def test_institutions_that_tell_of_one_event_do_not_say_the_same() -> None:
    told = (
        ("a", "the coast guard", "The ferry Aurora sank on Friday nine miles off Velmora and 14 people died"),
        (
            "b",
            "prosecutors",
            "The captain of the ferry Aurora that sank off Velmora on Friday will be questioned",
        ),
    )
    reports = [article(name, "en", f"[{words}]", (who,)) for name, who, words in told]
    quotes = [
        replace(q, quote=replace(q.quote, kind="indirect"), actor_id=None, speaker_name=q.speaker_name)
        for q in quotes_of(*reports)
    ]
    assert align_utterances(tuple(reports), tuple(quotes)) == ()


@pytest.mark.parametrize(
    ("who", "count"), [(("the police", "the mayor's office"), 0), (("police", "police"), 1)]
)
def test_two_offices_that_share_half_of_their_words_say_two_things(who: tuple[str, str], count: int) -> None:
    told = (
        "The first death of the flood in Velmora was confirmed, a miller was found under his house at noon",
        "the first death of the flood in Arden was counted",
    )
    reports = [article(n, "en", f"[{t}]", (w,)) for n, t, w in zip("ab", told, who, strict=True)]
    reports = [replace(a, annotations=replace(a.annotations, mentions=())) for a in reports]
    quotes = [replace(q, quote=replace(q.quote, kind="indirect")) for q in quotes_of(*reports)]
    assert len(align_utterances(tuple(reports), tuple(quotes))) == count


@pytest.mark.parametrize(("word", "count"), [("never ", 0), ("", 1)])
def test_what_one_office_denies_another_does_not_say(word: str, count: int) -> None:
    plan = "open the northern dam on Tuesday"
    told = (("the police", f"they would {word}{plan}"), ("the mayor", f"they would {plan}"))
    reports = [article(n, "en", f"[{t}]", (w,)) for n, (w, t) in zip("ab", told, strict=True)]
    reports = [replace(a, annotations=replace(a.annotations, mentions=())) for a in reports]
    quotes = [replace(q, quote=replace(q.quote, kind="indirect")) for q in quotes_of(*reports)]
    assert len(align_utterances(tuple(reports), tuple(quotes))) == count


def test_other_figures_of_other_speakers_are_no_one_saying() -> None:
    reports = [
        article(name, "en", f"[A new door would cost {cost} million euros]", (None,))
        for name, cost in (("a", "2.3"), ("b", "1.8"))
    ]
    assert align_utterances(tuple(reports), quotes_of(*reports)) == ()


def test_what_one_report_has_in_one_sentence_another_has_in_two() -> None:
    whole = "We closed the northern bridge at once, and the trains will stop until the engineers have spoken"
    one = article("a", "en", f"[{whole}]", ("Ada Lund",))
    two = article(
        "b",
        "en",
        "[We closed the northern bridge at once], she said. [Trains stop until the engineers have spoken]",
        ("Ada Lund", "Ada Lund"),
    )
    ((*group,),) = align_utterances((one, two), quotes_of(one, two))
    assert [q.quote.id for q in group] == ["a1", "b1", "b2"]


def test_a_quote_of_two_thoughts_does_not_join_what_stands_far_apart() -> None:
    one = article(
        "a",
        "en",
        "[The bridge will never open again]\n"
        + "Much else was said that day.\n" * 20
        + "[My resignation is signed]",
        ("Ada Lund", "Ada Lund"),
    )
    two = article("b", "en", "[The bridge will never open again. My resignation is signed]", ("Ada Lund",))
    groups = align_utterances((one, two), quotes_of(one, two))
    assert [[q.quote.id for q in group] for group in groups] in ([["a1", "b1"]], [["a2", "b1"]])


def test_the_order_of_the_reports_changes_nothing() -> None:
    reports = [article(c, "en", "[The dam will hold through the winter]", ("Ada Lund",)) for c in "abc"]
    there = align_utterances(tuple(reports), quotes_of(*reports))
    back = align_utterances(tuple(reports[::-1]), quotes_of(*reports[::-1]))
    assert {q.quote.id for q in there[0]} == {q.quote.id for q in back[0]} == {"a1", "b1", "c1"}


@pytest.mark.parametrize("words", ["", "?", "\ud800", "a" * 20_000, "7 " * 3000])
def test_any_words_are_taken(words: str) -> None:
    reports = [article(c, "en", f"[{words}]", (None,)) for c in "ab"]
    assert len(align_utterances(tuple(reports), quotes_of(*reports))) <= 1


def test_copies_of_one_quote_are_one_utterance_however_many() -> None:
    copies = [
        article(f"r{n:03}", "en", "[The dam will hold through the winter]", ("Ada Lund",)) for n in range(170)
    ]
    assert [len(group) for group in align_utterances(tuple(copies), quotes_of(*copies))] == [170]
