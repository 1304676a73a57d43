"""Lines that several pages of one site have in common: furniture, not news that repeats itself."""

from __future__ import annotations

import random

import pytest

from rashomon.clean import clean, clean_page
from rashomon.clean.sites import CommonLines, common_lines, site_page
from rashomon.pipeline import clean_pages
from rashomon.types import CleanedPage, Document, Page, PageLine, Sidecar

PLACES = ["Oslo", "Kiel", "Turku", "Gdynia", "Riga", "Tallinn", "Visby", "Malmo", "Narvik", "Rostock"]
NOUNS = ["ferry", "bridge", "school", "market", "museum", "tunnel", "stadium", "library", "airport", "mill"]


def own_lines(i: int) -> list[str]:
    place, noun = PLACES[i], NOUNS[i]
    return [
        f"{noun.title()} of {place} opens late",
        f"The {noun} of {place} opened two years late on Monday, the council of {place} said.",
        f"Its builder had promised {place} to finish the {noun} by the spring of the year before last.",
        f"“Nobody told {place} what the {noun} would cost in the end,” a member of the council said.",
    ]


def page(i: int, *extra: str, at: int = 4, host: str = "https://www.harbour.example/news/") -> Page:
    lines = own_lines(i)
    lines[at:at] = extra
    url = f"{host}{i}" if host else None
    return Page(f"{i}.txt", "\n\n".join(lines).encode(), "text/plain", Sidecar(url=url, title=lines[0]))


def cleaned(pages: list[Page]) -> list[Document]:
    return [cleaned.document for cleaned in clean_pages(tuple(pages))]


def left(pages: list[Page], line: str) -> int:
    """On how many of the pages the line is still in the text."""
    return sum(line in document.text for document in cleaned(pages))


KICKER = "Coast and country"
HOUSE = "Harbour readers make honest journalism possible every single weekday morning."

#: What is told -> line, where it stands, on how many pages, on how many it is left.
LINES: list[tuple[str, str, int, int, int]] = [
    ("a short line on three pages", KICKER, 3, 3, 0),
    ("a short line on two pages", KICKER, 3, 2, 2),
    ("a sentence at the foot of four pages", HOUSE, 4, 4, 0),
    ("a sentence at the foot of three pages", HOUSE, 4, 3, 3),
    ("a sentence inside four pages", HOUSE, 2, 4, 4),
    ("a sentence inside seven pages", HOUSE, 2, 7, 0),
    ("background in the words of the page", "The council said the builder had promised this.", 2, 7, 7),
]


@pytest.mark.parametrize(("line", "at", "pages", "expected"), [case[1:] for case in LINES])
def test_a_line_on_other_pages_of_the_site(line: str, at: int, pages: int, expected: int) -> None:
    pile = [page(i, line, at=at) if i < pages else page(i) for i in range(10)]
    assert left(pile, line) == expected


def test_the_same_line_on_other_sites_says_nothing() -> None:
    assert left([page(i, KICKER, at=3, host=f"https://site{i}.example/") for i in range(6)], KICKER) == 6


def test_pages_without_address_or_outlet_are_of_no_site() -> None:
    assert left([page(i, KICKER, at=3, host="") for i in range(6)], KICKER) == 6


def test_copies_of_one_report_count_as_one_page() -> None:
    _, lead, second, third = own_lines(0)
    told = [
        (f"{place} waits again", lead, second, KICKER, third, f"So it was in {place}.") for place in PLACES
    ]
    copies = [
        Page(f"{i}", "\n\n".join(t).encode(), "text/plain", Sidecar(url=f"https://harbour.example/{i}"))
        for i, t in enumerate(told)
    ]
    for line in (lead, second, KICKER, third):
        assert left(copies, line) == len(copies)


def test_versions_under_one_headline_count_as_one_page() -> None:
    versions = [page(i, KICKER, at=3) for i in range(4)]
    told = [Page(p.source, p.body, p.media_type, Sidecar(url=p.sidecar.url, title="Live")) for p in versions]
    assert left(told, KICKER) == 4


def test_the_order_of_the_pages_changes_nothing() -> None:
    pile = [page(i, KICKER, HOUSE) for i in range(8)]
    expected = {document.id: document for document in cleaned(pile)}
    for seed in range(3):
        random.Random(seed).shuffle(pile)
        assert {document.id: document for document in cleaned(pile)} == expected


def test_the_identity_is_of_the_page_alone() -> None:
    pile = [page(i, KICKER) for i in range(5)]
    assert [document.id for document in cleaned(pile)] == [clean(p).id for p in pile]


def test_the_role_and_the_reason() -> None:
    pile = [page(i, KICKER, at=3) for i in range(5)]
    common = common_lines(found for p in pile if (found := site_page(clean_page(p))))
    told = clean_page(pile[0], common[clean(pile[0]).id])
    assert [(line.role, line.reason) for line in told.lines if line.text == KICKER] == [
        ("site", "stands on 4 other pages of this site")
    ]


def test_a_page_of_nothing_but_furniture_is_left() -> None:
    lines = "\n\n".join(["Harbour news of today", KICKER, HOUSE]).encode()
    bare = Page("bare.txt", lines, "text/plain", Sidecar(url="https://www.harbour.example/x", title="x"))
    pile = [page(i, "Harbour news of today", KICKER, HOUSE) for i in range(8)]
    assert cleaned([*pile, bare])[-1].text


@pytest.mark.parametrize("url", ["", "x", "http://[", "https://" + "a" * 10_000, "\ud800"])
def test_any_address_is_survived(url: str) -> None:
    lines = (PageLine("A", "body", "", True), PageLine("", "body", "", True))
    document = Document("d1", "a", "0", url=url, title="\ud800", text="A")
    pages = [found for _ in range(3) if (found := site_page(CleanedPage(document, lines)))]
    result: dict[str, CommonLines] = common_lines(pages)
    assert result == {}
