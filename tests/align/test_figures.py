"""Which quantities are told of the same thing."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from time_builder import article, document

from rashomon.align.figures import align_figures
from rashomon.compare.figures import compare_figures

#: texts of pages, and the spans that end in one group
JOINED = [
    (
        ["The flood in Lakeville killed 31 people.", "Thirty-one people died in the Lakeville flood."],
        {"31 people", "Thirty-one people"},
    ),
    (
        [
            "The war in Norland has killed more than 3,000 people.",
            "Norland's war claimed more than 4,500 lives.",
        ],
        {"more than 3,000 people", "more than 4,500 lives"},
    ),
    (["They pay $34bn for goods.", "A list worth $34 billion."], {"$34bn", "$34 billion"}),
    (
        ["The Norland index fell 1.2%.", "The Norland index lost 0.8 percent."],
        {"1.2%", "0.8 percent"},
    ),
    (
        ["The ferry sank nine miles off Port Arden.", "The ferry sank 14 kilometres off Port Arden."],
        {"nine miles", "14 kilometres"},
    ),
    (
        [
            "Winds of 60 mph tore the roof off the Lakeville mill.",
            "Winds of 97 km/h tore the Lakeville mill's roof.",
        ],
        {"60 mph", "97 km/h"},
    ),
    (
        [
            "The bell of the Lakeville church weighs 550 pounds.",
            "The bell of Lakeville's church weighs 250 kg.",
        ],
        {"550 pounds", "250 kg"},
    ),
    (
        [
            "It was 68 degrees Fahrenheit in Lakeville at noon.",
            "It was 20 degrees Celsius in Lakeville at noon.",
        ],
        {"68 degrees Fahrenheit", "20 degrees Celsius"},
    ),
]


def _groups(texts: list[str], languages: list[str] | None = None) -> list[set[str]]:
    spoken = languages or ["en"] * len(texts)
    pages = tuple(
        article(document(t, lang, "2020-05-05", f"d{i}"))
        for i, (t, lang) in enumerate(zip(texts, spoken, strict=True))
    )
    return [{q.span.text for q in group} for group in align_figures(pages)]


@pytest.mark.parametrize(("texts", "group"), JOINED)
def test_joined(texts: list[str], group: set[str]) -> None:
    assert group in _groups(texts)


def test_joined_across_languages() -> None:
    texts = ["The storm killed 850 people in Norland.", "Шторм унес жизни 850 человек."]
    assert {"850 people", "850 человек"} in _groups(texts, ["en", "ru"])


APART = [
    ["The storm was 40 miles west of Lakeville.", "The storm was 40 miles east of Hillport."],
    ["The flood killed 31 people.", "Police arrested 31 people."],
    ["The flood killed 31 people in Lakeville.", "A fire in another country killed 3,100 people."],
    ["Rain of 23 inches fell in Lakeville.", "Rain of 35 inches fell in Hillport."],
    ["In 2011 a war killed 3,000 people.", "In 2019 a war killed 4,000 people."],
    ["The attack left 12 students and a teacher dead.", "The attack left 13 people dead."],
    ["The Norland index fell 1.2%.", "The Westland index fell 2.8%."],
    ["The attack killed 32 people.", "An attack on 7 July 2005 killed 52 people."],
    ["They waited two hours.", "It took two years."],
    ["The ferry disaster left 14 people dead.", "The ferry disaster left 14 people missing."],
    ["Rain of 14 km reach in Lakeville.", "Rain of 15 km reach in Lakeville."],
]


@pytest.mark.parametrize("texts", APART)
def test_apart(texts: list[str]) -> None:
    assert all(len(group) == 1 for group in _groups(texts))


def test_the_order_of_the_pages_does_not_count() -> None:
    pages = [
        article(document(text, "en", "2020-05-05", f"d{i}"))
        for i, text in enumerate(
            ["The flood killed 31 people.", "31 died in the flood.", "At least 40 people died."]
        )
    ]
    assert len({align_figures(order) for order in permutations(pages)}) == 1


TOLD = [
    "The flood in Lakeville killed 31 people and cost $34 million.",
    "31 died in the Lakeville flood; 200 people were arrested.",
    "At least 40 people died in Lakeville, where 14 kilometres of road were lost.",
    "Nine miles of road were lost in the Lakeville flood.",
    "The flood cost more than $30 million, and 12 students died.",
]


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(len(TOLD))))
def test_no_order_of_pages_changes_groups_or_verdicts(order: list[int]) -> None:
    pages = [article(document(text, "en", "2020-05-05", f"d{i}")) for i, text in enumerate(TOLD)]
    shuffled = tuple(pages[i] for i in order)
    assert align_figures(shuffled) == align_figures(tuple(pages))
    figures = compare_figures(align_figures(shuffled), shuffled)
    assert figures == compare_figures(align_figures(tuple(pages)), tuple(pages))


#: One measure told twice: how many of the second unit one of the first is.
UNITS = [
    ("The ferry sank {} miles off Port Arden.", "The ferry sank {} kilometres off Port Arden.", 1.609344),
    ("The wind in Port Arden blew at {} mph.", "The wind in Port Arden blew at {} km/h.", 1.609344),
    ("The fire in Lakeville burned {} acres.", "The fire in Lakeville burned {} hectares.", 0.404686),
    ("The statue of Lakeville is {} feet high.", "The statue of Lakeville is {} metres high.", 0.3048),
]


@pytest.mark.parametrize(("one", "other", "times"), UNITS)
@settings(max_examples=25, deadline=None)
@given(number=st.integers(40, 950))
def test_a_measure_in_other_units_agrees(one: str, other: str, times: float, number: int) -> None:
    texts = (one.format(number), other.format(round(number * times)))
    pages = tuple(article(document(t, "en", "2020-05-05", f"d{i}")) for i, t in enumerate(texts))
    verdicts = {figure.verdict for figure in compare_figures(align_figures(pages), pages)}
    assert verdicts == {"agree"}


def test_nothing_to_align() -> None:
    assert align_figures(()) == ()
