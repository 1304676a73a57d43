"""Linked headlines with the beginnings of their stories, and list articles with linked headings."""

from __future__ import annotations

from rashomon.clean.lines import Line
from rashomon.clean.roles import assign_roles
from rashomon.clean.words import phrases

ARTICLE = [
    "The ferry stayed in port on Monday because of the wind, the harbour master said in the evening.",
    "It had been due in Oslo in the evening with two hundred passengers on board, most of them pupils.",
    "The harbour was last shut for two days in March, when a storm took the roof off the old terminal.",
]
OTHERS = [
    "New crane for the old harbour",
    "Mayor opens the bridge to the island",
    "School bus drives by itself",
]
BEGINNING = "It took seven years and three mayors, and on Sunday the whole town came to see it."


def teaser(title: str, text: str) -> list[Line]:
    return [Line(title, "head", 1.0), Line(text, linked=0.0)]


def test_linked_headlines_behind_the_article_go_with_what_stands_beneath() -> None:
    teasers = [line for title in OTHERS for line in teaser(title, f"{BEGINNING} {title[::-1]}.")]
    judged = assign_roles([*map(Line, ARTICLE), *teasers], None, phrases("en"))
    assert [j.kept for j in judged] == [True] * 3 + [False] * 6


def test_a_list_article_with_linked_headings_stays() -> None:
    entries = [
        line
        for title in OTHERS
        for line in teaser(
            title, f"{BEGINNING} " + " ".join(f"{title[::-1]}{n} and a word" for n in range(12)) + "."
        )
    ]
    judged = assign_roles([Line(ARTICLE[0]), *entries], None, phrases("en"))
    assert all(j.kept for j in judged)


def test_two_linked_subheads_stay() -> None:
    entries = [line for title in OTHERS[:2] for line in teaser(title, f"{BEGINNING} {title[::-1]}.")]
    judged = assign_roles([*map(Line, ARTICLE), *entries], None, phrases("en"))
    assert all(j.kept for j in judged)
