"""Dates of publication in the words of many pages; what is not a whole, valid date is none."""

from __future__ import annotations

import time

import pytest

from rashomon.clean.dates import Order, date_in_url, is_time_stamp, order_of, parse_stamp, visible_date


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
        ("zh", "2021-5-4 10:15", "2021-05-04"),
        ("ko", "2021. 5. 4.", "2021-05-04"),
        ("hu", "2021. május 4. 10:15", "2021-05-04"),
        ("lt", "2021 m. gegužės 4 d.", "2021-05-04"),
        ("lv", "2021. gada 4. maijs", "2021-05-04"),
        ("vi", "4 tháng 5, 2021", "2021-05-04"),
        ("hi", "4 मई 2021", "2021-05-04"),
        ("bn", "৪ মে ২০২১", "2021-05-04"),
        ("th", "4 พฤษภาคม 2564", "2021-05-04"),
        ("ar", "4 مايو، 2021", "2021-05-04"),
        ("he", "4 במאי 2021", "2021-05-04"),
        ("el", "4 Μαΐου 2021", "2021-05-04"),
        ("ca", "4 d’abril de 2021", "2021-04-04"),
        ("en", "Tue May 04 10:15:00 CET 2021", "2021-05-04"),
        ("en", "04-May-2021", "2021-05-04"),
        ("en", "1620116100", "2021-05-04T08:15Z"),
        ("en", "1620116100000", "2021-05-04T08:15Z"),
        ("en", "0", None),
        ("en", "0000000000", None),
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
        ("https://news.example/2021-05/04/ferry", "2021-05-04"),
        ("https://news.example/2021/0504/ferry", "2021-05-04"),
        ("https://news.example/2021/12/360-is-now-here", None),
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


@pytest.mark.parametrize(
    ("texts", "region", "host", "order"),
    [
        (["25/07/2021"], "US", "", "day first"),
        (["05/07/2021", "07/25/2021"], "GB", "", "month first"),
        (["05/07/2021"], "US", "", "month first"),
        ([], "GB", "", "day first"),
        ([], None, "n.example.co.uk", "day first"),
        ([], None, "n.example.gov", "month first"),
        ([], None, "n.example.com", None),
        ([], None, "n.example.io", None),
        ([], "CA", "", None),
        ([], None, "", None),
    ],
)
def test_how_a_page_orders_day_and_month(
    texts: list[str], region: str | None, host: str, order: Order
) -> None:
    assert order_of(texts, region, host) == order
    told = {"day first": "2021-07-05", "month first": "2021-05-07"}
    assert parse_stamp("05/07/2021", "en", order) == (told[order] if order else None)


def test_a_million_characters_take_no_time() -> None:
    start = time.process_time()
    for junk in ("1" * 1_000_000, "1. " * 300_000, "2021 " * 200_000, "May " * 250_000, "/2021" * 200_000):
        parse_stamp(junk, "en")
        visible_date(junk, "de")
        date_in_url(junk)
    assert time.process_time() - start < 8
