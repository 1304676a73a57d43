"""Lines above an article that tell its day, in many spellings; a headline or deck is none."""

from __future__ import annotations

import pytest

from rashomon.clean import clean
from rashomon.clean.daylines import read_stamp
from rashomon.clean.words import phrases
from rashomon.types import Page

STAMPS: list[tuple[str, str, str]] = [
    ("en", "Tuesday, May 4, 2021", "2021-05-04"),
    ("en", "By Ann Lee / Tuesday, May 4, 2021", "2021-05-04"),
    ("en", "Published 3:45 PM EST, Tue May 4, 2021", "2021-05-04"),
    ("en", "Tue 4 May 2021 14.05 BST", "2021-05-04"),
    ("en", "Updated 5 May 2021", "2021-05-05 changed"),
    ("en", "Published 4 May 2021, updated 5 May 2021", "2021-05-04"),
    ("en", "Tuesday, May 4", "-05-04"),
    ("en", "May 4", "-05-04"),
    ("ru", "4 мая 2021, 10:15", "2021-05-04"),
    ("ru", "10:15, 4 мая", "-05-04"),
    ("ru", "Портовые новости, 4 мая 2021, 13:05", "2021-05-04"),
    ("de", "04.05.2021 | 18:30 Uhr", "2021-05-04"),
    ("de", "Stand: 04.05.2021, 18:30 Uhr", "2021-05-04 changed"),
    ("de", "Dienstag, 4. Mai", "-05-04"),
    ("fr", "Publié le 4 mai 2021 à 21h15", "2021-05-04"),
    ("fr", "Par Anne Petit Publié le 4 mai 2021 à 21h15, mis à jour le 5 mai 2021 à 8h", "2021-05-04"),
    ("es", "Lima - 4 may 2021 - 18:45 CEST", "2021-05-04"),
    ("es", "Actualizado a las 10:30 del 4 de mayo de 2021", "2021-05-04 changed"),
    ("it", "Roma, 4 maggio 2021 - 10:22", "2021-05-04"),
]


def told(text: str, language: str) -> str | None:
    stamp = read_stamp(text, phrases(language))
    if stamp is None:
        return None
    line = stamp.line
    return f"{line.year or ''}-{line.month:02}-{line.day:02}" + (" changed" if stamp.changed else "")


@pytest.mark.parametrize(("language", "text", "day"), STAMPS)
def test_the_day_of_a_line(language: str, text: str, day: str) -> None:
    assert told(text, language) == day


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Storm hits the coast on May 4"),
        ("en", "Storm Hits Coast May 4"),
        ("en", "The storm of May 4, 2021 in pictures"),
        ("en", "May 12 people live on this island?"),
        ("en", "4 min read"),
        ("en", "The ferry left on May 4, 2021."),
        ("de", "Was am 4. Mai in Kiel geschah"),
        ("ru", "Паром ушел 4 мая"),
        ("en", ""),
    ],
)
def test_other_lines_tell_no_day(language: str, text: str) -> None:
    assert told(text, language) is None


def test_the_names_beside_a_day() -> None:
    stamp = read_stamp("By Ann Lee, Harbour News, May 4, 2021", phrases("en"))
    assert stamp is not None
    assert stamp.names == ("Ann Lee", "Harbour News")


BODY = [
    "The ferry stayed in port on Monday because of the wind, the harbour master said.",
    "It had been due in Oslo in the evening with two hundred passengers on board.",
]


@pytest.mark.parametrize(
    ("head", "published", "weekday"),
    [
        (["Ferry stays in port as wind rises", "Tuesday, May 4, 2021"], "2021-05-04", 1),
        (["May 4, 2021", "Ferry stays in port as wind rises"], "2021-05-04", None),
        (["Ferry stays in port as wind rises", "Updated May 5, 2021", "May 4, 2021"], "2021-05-04", None),
        (["Ferry stays in port as wind rises", "Tuesday, May 4"], None, 1),
        (["Ferry stays in port as wind rises", "Photo: the port on May 4, 2021"], None, None),
    ],
)
def test_a_page_is_dated_by_the_line_above_it(
    head: list[str], published: str | None, weekday: int | None
) -> None:
    document = clean(Page("a.txt", "\n\n".join([*head, *BODY]).encode(), "text/plain"))
    assert document.published == published
    assert (document.day_line.weekday if document.day_line else None) == weekday
    assert document.text == "\n\n".join(["Ferry stays in port as wind rises", *BODY])
