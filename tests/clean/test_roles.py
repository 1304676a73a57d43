"""Whole pages of the kinds that look like furniture and are not, and the furniture that looks like text."""

from __future__ import annotations

import pytest

from rashomon.clean.lines import Kind, Line
from rashomon.clean.roles import assign_roles
from rashomon.clean.words import phrases

TITLE = "Ferry stays in port as wind rises over the bay"
LEAD = "The ferry stayed in port on Monday because of the wind, the harbour master said."
NEXT = "It had been due in Oslo in the evening with two hundred passengers on board, most of them pupils."
LAST = "The harbour was last shut for two days in March, when a storm took the roof off the old terminal."

LIST_ARTICLE = [
    "1. The old ferry",
    "Built in a yard that is no more, it has crossed the bay every day but Sundays for fifty years.",
    "2. The mail boat",
    "Letters come first on this one, and whoever wants to travel sits on the bags and pays nothing.",
    "3. The water taxi",
    "It is fast and dear, and the driver tells you who lives in each of the houses on the shore.",
]
LIVE_BLOG = [
    "12:40",
    "The ferry is back in port, and the passengers have been given tea and blankets in the hall.",
    "12:15",
    "The harbour is shut",
    "All boats have been told to stay where they are until the wind drops, the harbour master says.",
    "11:50",
    "First pictures of the damaged roof reach us from the terminal, where nobody was hurt, it seems.",
]
INTERVIEW = [
    "Why did you stay in port?",
    "Because of the wind. I have sailed for thirty years, and I have never seen such waves in the bay.",
    "Were you afraid?",
    "No.",
    "Will you sail tomorrow?",
    "If the wind drops. The forecast says it will, but the forecast has been wrong twice this week.",
]
QUESTIONS = [
    "Q: When does the harbour open?",
    "A: On Tuesday at noon, if the wind drops below what the port allows for boats of this size.",
    "Q: Who pays for my ticket?",
    "A: The ferry firm does, and it has to give you a bed and a meal as well if you wait overnight.",
]
ANNOUNCED = ["The town names the boats that stay in port:", "Anna of Oslo", "Berta of Kiel", "Clara of Riga"]
ENDS_SHORT = [LAST, "Nobody was hurt.", "He was 83."]


@pytest.mark.parametrize(
    "lines", [LIST_ARTICLE, LIVE_BLOG, INTERVIEW, QUESTIONS, ANNOUNCED, ENDS_SHORT], ids=lambda x: x[0][:20]
)
def test_what_looks_like_furniture_is_kept(lines: list[str]) -> None:
    told = assign_roles([Line(text) for text in (TITLE, LEAD, NEXT, *lines)], TITLE, phrases("en"))
    lost = [(j.text, j.role, j.reason) for j in told if not j.kept and any(map(str.isalpha, j.text))]
    assert lost == []


#: Language, what stands beneath the last paragraph; none of it is the article's.
FEET = [
    ("en", ["Neighbours of the harbour", "Our sites", "Thank you!"]),
    ("en", ["Topics:", "Ferries", "Oslo", "Wind"]),
    ("tr", ["Etiketler :", "Liman", "Vapur"]),
    ("de", ["Neue Bilder aus dem Hafen", "Beiträge aus dem Forum", "Vielen Dank!"]),
]


@pytest.mark.parametrize(("language", "foot"), FEET)
def test_what_stands_beneath_the_text_goes(language: str, foot: list[str]) -> None:
    told = assign_roles([Line(text) for text in (TITLE, LEAD, NEXT, LAST, *foot)], TITLE, phrases(language))
    assert [j.text for j in told if j.kept] == [TITLE, LEAD, NEXT, LAST]


#: The told title, the heading the page shows, whether it is the headline.
HEADLINES: list[tuple[str, str, Kind, bool]] = [
    (TITLE, "Storm over the bayFerry stays in port as wind rises over the bay", "head", True),
    (TITLE, "Storm: ferry stays in port as the wind rises over bay and town", "head", True),
    ("Ferry stays in port", "Nobody sails: wind keeps ferry in harbour and port", "head", True),
    (TITLE, "Nobody was hurt", "head", False),
    (TITLE, "Two hundred pupils must wait while the ferry stays in port", "text", False),
]


@pytest.mark.parametrize(("title", "shown", "kind", "is_headline"), HEADLINES)
def test_the_headline_in_other_words(title: str, shown: str, kind: Kind, is_headline: bool) -> None:
    lines = [
        Line(shown, kind, 0.0),
        Line(LEAD, "text", 0.0),
        Line(NEXT, "text", 0.0),
        Line(LAST, "text", 0.0),
    ]
    (first, *_) = assign_roles(lines, title, phrases("en"))
    assert (first.role == "headline") == is_headline


def test_a_sentence_cut_in_two_is_no_heading() -> None:
    lines = [
        TITLE,
        LEAD,
        NEXT,
        LAST,
        "The harbour master said that the port",
        "would open on Tuesday at noon",
    ]
    told = assign_roles([Line(text) for text in lines], TITLE, phrases("en"))
    assert told[-1].kept
