"""Datelines of agencies: place, agency and day, and where they end."""

from __future__ import annotations

import pytest

from rashomon.clean.dateline import find_dateline, read_dateline
from rashomon.types import Block

#: language, paragraph, (dateline, place, agency, day)
DATELINES = [
    ("en", "KIEL, May 4. /TASS/. The ferry", ("KIEL, May 4. /TASS/.", "KIEL", "TASS", "May 4")),
    ("en", "Kiel (AFP) - The ferry", ("Kiel (AFP) -", "Kiel", "AFP", None)),
    ("en", "BERGEN, N.H. — The ferry", ("BERGEN, N.H. —", "BERGEN, N.H.", None, None)),
    (
        "en",
        "OSLO/NEW YORK (Reuters) - “We sail,”",
        ("OSLO/NEW YORK (Reuters) -", "OSLO/NEW YORK", "Reuters", None),
    ),
    ("en", "LIMA, Peru (AP) — A ferry", ("LIMA, Peru (AP) —", "LIMA, Peru", "AP", None)),
    ("en", "KIEL, May 4 (NORDPRESS) — The", ("KIEL, May 4 (NORDPRESS) —", "KIEL", "NORDPRESS", "May 4")),
    ("en", "Oslo (CNN) The ferry", ("Oslo (CNN)", "Oslo", "CNN", None)),
    ("ru", "КИЕВ, 12 декабря. /ТАСС/. Паром", ("КИЕВ, 12 декабря. /ТАСС/.", "КИЕВ", "ТАСС", "12 декабря")),
    (
        "ru",
        "Москва. 5 мая. INTERFAX.RU - Паром",
        ("Москва. 5 мая. INTERFAX.RU -", "Москва", "Интерфакс", "5 мая"),
    ),
    (
        "ru",
        "МОСКВА, 5 мая — РИА Новости. Паром",
        ("МОСКВА, 5 мая — РИА Новости.", "МОСКВА", "РИА Новости", "5 мая"),
    ),
    ("de", "BERLIN (dpa) - Die Fähre", ("BERLIN (dpa) -", "BERLIN", "dpa", None)),
    ("de", "Kiel (dpa/lno) - Die Fähre", ("Kiel (dpa/lno) -", "Kiel", "dpa", None)),
    (
        "es",
        "MADRID, 3 Feb. (EUROPA PRESS) - El",
        ("MADRID, 3 Feb. (EUROPA PRESS) -", "MADRID", "Europa Press", "3 Feb"),
    ),
    ("es", "Lima, 3 feb (EFE).- El transbordador", ("Lima, 3 feb (EFE).-", "Lima", "EFE", "3 feb")),
    ("fr", "Paris (AFP) – Le bac", ("Paris (AFP) –", "Paris", "AFP", None)),
    ("fr", "(Lyon) Le bac", ("(Lyon)", "Lyon", None, None)),
    ("it", "(ANSA) - ROMA, 3 FEB - Il traghetto", ("(ANSA) - ROMA, 3 FEB -", "ROMA", "ANSA", "3 FEB")),
    ("it", "(ANSA) - Il traghetto", ("(ANSA) -", None, "ANSA", None)),
]
NO_DATELINES = [
    ("en", "The ferry (built in 1980) - a steamer - sailed."),
    ("en", "Ann Lee, 45, of Kiel - the captain - said no."),
    ("en", "On May 4. The ferry sailed."),
    ("en", "(However, the ferry sailed.)"),
    ("en", "OSLO (UNITED KINGDOM) - The ferry"),
    ("en", "A - the first letter - is missing."),
    ("de", "Berlin - das ist die Hauptstadt."),
    ("ru", "Москва — столица, сказал он."),
]


@pytest.mark.parametrize(("language", "text", "want"), DATELINES)
def test_datelines(language: str, text: str, want: tuple[str, ...]) -> None:
    found = read_dateline(text, language)
    assert found
    length, place, agency, day = found
    assert (text[:length], place, agency, day and text[day[0] : day[1]]) == want


@pytest.mark.parametrize(("language", "text"), NO_DATELINES)
def test_what_only_looks_alike(language: str, text: str) -> None:
    assert read_dateline(text, language) is None


def test_it_stands_at_the_head_of_a_paragraph_and_keeps_its_place() -> None:
    text = "Ferry sails\n\nKIEL, May 4 (AFP) - The ferry sailed."
    dateline = find_dateline("d1", text, (Block(0, 11, "headline"), Block(13, len(text), "body")), "en")
    assert dateline and dateline.day
    assert (dateline.span.start, dateline.span.text) == (13, "KIEL, May 4 (AFP) -")
    assert text[dateline.day.start : dateline.day.end] == dateline.day.text == "May 4"
