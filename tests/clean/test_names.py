"""Names of outlets are told from persons, sections and headlines."""

from __future__ import annotations

import pytest

from rashomon.clean.names import outlet_name, without_site
from rashomon.clean.words import phrases


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Harbour Courier", "Harbour Courier"),
        ("en", "The Harbour Times", "The Harbour Times"),
        ("en", "Radio Kiel Today", "Radio Kiel Today"),
        ("en", "THE GUARDIAN", "The Guardian"),
        ("de", "Kieler Hafenzeitung", "Kieler Hafenzeitung"),
        ("ru", "Портовые новости", "Портовые новости"),
        ("fr", "Le Courrier du Port", "Le Courrier du Port"),
        ("es", "Diario del Puerto", "Diario del Puerto"),
        ("it", "Gazzetta del Porto", "Gazzetta del Porto"),
        ("en", "World News", None),
        ("en", "Latest Sports News", None),
        ("ru", "Главные новости", None),
        ("en", "Emily Post", None),
        ("en", "Ann Lee", None),
        ("en", "The Associated Press", None),
        ("en", "Ferry stays in port, Courier says", None),
        ("en", "Courier", None),
        ("en", "", None),
    ],
)
def test_the_name_of_an_outlet(language: str, text: str, name: str | None) -> None:
    assert outlet_name(text, phrases(language)) == name


@pytest.mark.parametrize(
    ("title", "lines", "told"),
    [
        ("Ferry stays in port | Harbour News", set(), ("Ferry stays in port", "Harbour News")),
        ("Ferry stays in port - Travel", {"ferry stays in port"}, ("Ferry stays in port", None)),
        ("Ferry stays in port - a story of wind", set(), ("Ferry stays in port - a story of wind", None)),
    ],
)
def test_the_site_behind_a_headline(title: str, lines: set[str], told: tuple[str, str | None]) -> None:
    assert without_site(title, lines, phrases("en")) == told
