"""Dates of publication in the words of many pages; what is not a whole, valid date is none."""

from __future__ import annotations

import pytest

from rashomon.clean.dates import date_in_url, is_time_stamp, parse_stamp


@pytest.mark.parametrize(
    ("language", "text", "stamp"),
    [
        ("en", "2021-05-04", "2021-05-04"),
        ("en", "2021-05-04T10:15:30.250+02:00", "2021-05-04T10:15+02:00"),
        ("en", "2021-05-04 10:15:00Z", "2021-05-04T10:15Z"),
        ("en", "20210504", "2021-05-04"),
        ("en", "Published 10:15, 5 May 2021", "2021-05-05"),
        ("en", "Tue, 04 May 2021 08:00:00 GMT", "2021-05-04"),
        ("en", "Updated 10:41 a.m. ET July 6, 2021", "2021-07-06"),
        ("en", "Sept. 6, 2021", "2021-09-06"),
        ("en", "25/12/2021", "2021-12-25"),
        ("en", "12/25/2021", "2021-12-25"),
        ("en", "05/07/2021", None),
        ("de", "Aktualisiert am 04.05.2021 - 08:05", "2021-05-04"),
        ("de", "4. März 2021", "2021-03-04"),
        ("ru", "4 мая 2021, 10:15", "2021-05-04"),
        ("ru", "04.05.21 10:15", "2021-05-04"),
        ("es", "4 de mayo de 2021", "2021-05-04"),
        ("fr", "le 1er août 2021 à 10h", "2021-08-01"),
        ("it", "Mondo - 19 Giugno 2021", "2021-06-19"),
        ("pl", "4 maja 2021", "2021-05-04"),
        ("zh", "2021年5月4日", "2021-05-04"),
        ("en", "2021-02-30", None),
        ("en", "1021-05-04", None),
        ("en", "0000-00-00T00:00:00", None),
        ("en", "4 May", None),
        ("en", "Monday", None),
        ("en", "", None),
        ("xx", "2021-05-04", "2021-05-04"),
    ],
)
def test_stamps(language: str, text: str, stamp: str | None) -> None:
    assert parse_stamp(text, language) == stamp


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://news.example/world/2021/05/04/ferry.html", "2021-05-04"),
        ("https://news.example/2021/may/4/ferry", "2021-05-04"),
        ("https://news.example/2021-05-04-ferry", "2021-05-04"),
        ("https://news.example/ferry-20210504.html", "2021-05-04"),
        ("https://news.example/2021/05/ferry", None),
        ("https://news.example/id/20219999", None),
        ("https://2021.example/05/04/ferry", None),
        ("not a url", None),
    ],
)
def test_days_in_addresses(url: str, day: str | None) -> None:
    assert date_in_url(url) == day


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("26.07.2020, 10:15", True),
        ("Published 4:05 a.m. ET July 6, 2018", True),
        ("10:15", True),
        ("The ferry left Kiel at 10:15 and came to Oslo on 4 May 2021.", False),
        ("4 May 2021", False),
    ],
)
def test_time_stamps(text: str, stamp: bool) -> None:
    assert is_time_stamp(text) is stamp
