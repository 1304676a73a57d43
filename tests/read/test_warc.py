"""What a crawl kept becomes pages; what it lost is told, and where; nothing takes the memory."""

from __future__ import annotations

import gzip
import io
import tracemalloc
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.clean import clean
from rashomon.read.warc import pages_of_wacz, pages_of_warc
from rashomon.types import Page, Sidecar

from .crawl import TEXT, chunked, digest_of, html, packed, record, records, response, wacz

LIMIT = 100_000
URL = "https://news.example/a"


def pages(body: bytes, limit: int = LIMIT) -> list[Page]:
    return list(pages_of_warc(io.BytesIO(body), "x", limit))


def good(found: list[Page]) -> list[str]:
    return [str(page.sidecar.url)[-1] for page in found if page.problem is None]


def problems(found: list[Page]) -> list[str]:
    return [page.problem for page in found if page.problem]


FORMS = [
    b"".join,
    packed,
    lambda parts: gzip.compress(b"".join(parts), mtime=0),
    lambda parts: b"".join(gzip.compress(part, 0, mtime=0) for part in parts),
]


@pytest.mark.parametrize("form", FORMS)
def test_every_way_to_pack_gives_the_same_pages(form) -> None:  # type: ignore[no-untyped-def]
    found = pages(form(records(4)))
    assert good(found) == ["0", "1", "2", "3"] and not problems(found)
    assert found[2].body == html(f"{TEXT} It is day 2.")
    assert (found[2].source, found[2].media_type, found[2].charset) == ("x#3", "text/html", "utf-8")
    assert found[2].sidecar == Sidecar(url="https://news.example/2")


def _deflated(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


TYPE = "Content-Type: text/html"


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (f"{TYPE}\r\nTransfer-Encoding: chunked", chunked(html())),
        (f"{TYPE}\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip", chunked(gzip.compress(html()))),
        (f"{TYPE}\r\nContent-Encoding: gzip", gzip.compress(html())),
        (f"{TYPE}\r\nContent-Encoding: deflate", zlib.compress(html())),
        (f"{TYPE}\r\nContent-Encoding: deflate", _deflated(html())),
        (f"{TYPE}\r\nContent-Encoding: deflate, gzip", gzip.compress(zlib.compress(html()))),
        # Crawlers unpack and leave the headers.
        (f"{TYPE}\r\nTransfer-Encoding: chunked", html()),
        (f"{TYPE}\r\nContent-Encoding: gzip", html()),
        (f"{TYPE}\r\nContent-Encoding: br", html()),
        ("content-type:TEXT/HTML ;charset=x", html()),
        ("Content-Type: application/xhtml+xml", html()),
        ("X-Folded: a\r\n b", html()),
    ],
)
def test_bodies_are_unpacked(headers: str, body: bytes) -> None:
    (page,) = pages(record(response(body, headers)))
    assert (page.body, page.problem) == (html(), None)


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (record(response(html(), status=404)), "1 response"),
        (record(response(b"x" * 99, "Content-Type: image/png")), "1 response"),
        (record(response(b'{"a": 1}', "Content-Type: text/plain")), "1 response"),
        (
            record(response(b"Disallow: /", "Content-Type: text/plain"), "https://a.example/robots.txt"),
            "1 resp",
        ),
        (record(response(b"\x00\x01\x02" * 50)), "1 response"),
        (record(b"", kind="revisit"), "1 revisit"),
        (record(b"GET / HTTP/1.1\r\n\r\n", kind="request"), "1 request"),
        (record(b"a: b", kind="warcinfo"), "1 warcinfo"),
        (
            record(b"a log", "metadata://a.example/log", "resource", "Content-Type: text/plain\r\n"),
            "1 resource",
        ),
        (record(b"2021 DNS", "dns:a.example"), "1 response"),
    ],
)
def test_what_is_no_page_is_passed_over_and_counted_where_nothing_else_is(one: bytes, told: str) -> None:
    (page,) = pages(one)
    assert f"no page among its records ({told}" in str(page.problem)
    assert good(pages(one + record(response(html())))) == ["a"]


@pytest.mark.parametrize(
    ("one", "body", "charset"),
    [
        (record(html(), URL, "resource", "Content-Type: text/html; charset=koi8-r\r\n"), html(), "koi8-r"),
        (record(TEXT.encode(), URL, "conversion", "Content-Type: text/plain\r\n"), TEXT.encode(), None),
        (record(html(), f"<{URL}>", "resource", "Content-Type: text/html\r\n"), html(), None),
    ],
)
def test_resources_and_conversions_are_pages_too(one: bytes, body: bytes, charset: str | None) -> None:
    (page,) = pages(one)
    assert (page.body, page.charset, page.sidecar.url) == (body, charset, URL)


def test_the_encoding_the_server_told_reads_the_page() -> None:
    body = html("Ель и дуб стоят у самой воды, сказал в понедельник смотритель порта.").decode()
    (page,) = pages(record(response(body.encode("koi8-r"), f"{TYPE}; charset=KOI8-R")))
    assert "Ель и дуб" in clean(page).text


def test_the_day_of_the_crawl_is_no_day_of_publication() -> None:
    (page,) = pages(record(response(html())))
    assert page.sidecar.published is None and clean(page).published is None


def test_a_page_of_a_crawl_is_the_same_as_that_of_a_file() -> None:
    (page,) = pages(record(response(html())))
    assert clean(page).id == clean(Page("a.html", html(), "text/html", Sidecar(url=URL))).id


# ---------------------------------------------------------------- damage


def _flip(parts: list[bytes]) -> bytes:
    whole, at = b"".join(parts), len(parts[0]) + len(parts[1]) // 2
    return whole[:at] + bytes((whole[at] ^ 0xFF,)) + whole[at + 1 :]


DAMAGED = [
    ("a flipped byte", _flip, "0234"),
    ("bytes cut out", lambda p: b"".join((p[0], p[1][:200], p[1][230:], *p[2:])), "0234"),
    ("a stretch of zeros", lambda p: b"".join((p[0], b"\0" * len(p[1]), *p[2:])), "0234"),
    ("junk between", lambda p: b"".join((*p[:2], b"junk \x1f\x8b\x08 junk", *p[2:])), "01234"),
    ("cut off", lambda p: b"".join(p)[:-60], "0123"),
    ("begun late", lambda p: b"".join(p)[50:], "1234"),
    ("two in a row", lambda p: b"".join((p[0], p[1][:99], p[2][20:], *p[3:])), "034"),
]


@pytest.mark.parametrize("pack", [True, False])
@pytest.mark.parametrize(("what", "damage", "left"), DAMAGED, ids=[case[0] for case in DAMAGED])
def test_behind_damage_is_read_on_and_the_loss_told(what, damage, left: str, pack: bool) -> None:  # type: ignore[no-untyped-def]
    parts = records(5)
    if pack:
        parts = [gzip.compress(part, mtime=0) for part in parts]
    found = pages(damage(parts))
    if what == "a flipped byte" and not pack:
        # Nothing but a digest could tell.
        assert good(found) == list("01234") and not problems(found)
        return
    assert good(found) == list(left)
    (told,) = problems(found)
    assert told.startswith("damaged from byte ")


def test_the_place_of_the_damage_is_told() -> None:
    parts = [gzip.compress(part, mtime=0) for part in records(3)]
    first, last = len(parts[0]), len(parts[0]) + len(parts[1])
    found = pages(b"".join((parts[0], parts[1][:-9] + b"\0" * 9, parts[2])))
    damage = next(page for page in found if page.problem)
    assert damage.source == f"x@{first}"
    assert f"from byte {first:,} to byte {last:,}" in str(damage.problem)
    assert "https://news.example/1" in str(damage.problem)


def test_a_length_that_is_too_great_swallows_no_record() -> None:
    parts = records(3)
    parts[1] = parts[1].replace(b"Content-Length: ", b"Content-Length: 1")
    found = pages(b"".join(parts))
    assert good(found) == ["0", "2"] and len(problems(found)) == 1


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (record(response(html()), headers=digest_of(b"another")), "its digest is another"),
        (record(response(html()), headers="WARC-Truncated: length\r\n"), "cut off by its crawler (length)"),
        (record(response(chunked(html())[:-9], f"{TYPE}\r\nTransfer-Encoding: chunked")), "last chunks"),
        (record(response(gzip.compress(html())[:-9], f"{TYPE}\r\nContent-Encoding: gzip")), "cut off"),
    ],
)
def test_a_page_that_may_not_be_whole_is_read_and_the_doubt_told(one: bytes, told: str) -> None:
    page, doubt = pages(one)
    assert page.problem is None and b"<h1>Ferry stays" in page.body
    assert told in str(doubt.problem) and doubt.source.startswith("x#1@")


def test_a_digest_that_fits_is_no_doubt() -> None:
    assert not problems(pages(record(response(html()), headers=digest_of(response(html())))))


def test_a_coding_nobody_can_unpack_is_told() -> None:
    (page,) = pages(record(response(bytes(range(128, 256)), f"{TYPE}\r\nContent-Encoding: br")))
    assert "packed with br" in str(page.problem)


# ---------------------------------------------------------------- size


def _peak(body: bytes, limit: int) -> tuple[list[Page], int]:
    tracemalloc.start()
    try:
        return pages(body, limit), tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def _bomb(size: int) -> bytes:
    """So many zeros, packed as fast as it goes."""
    packer = zlib.compressobj(1, wbits=31)
    return b"".join(packer.compress(bytes(1_000_000)) for _ in range(size // 1_000_000)) + packer.flush()


def test_a_bomb_in_a_body_stops_at_the_limit() -> None:
    bomb = record(response(_bomb(200_000_000), f"{TYPE}\r\nContent-Encoding: gzip"))
    found, peak = _peak(bomb + records(1)[0], 2_000_000)
    assert problems(found) == ["larger than 2 MB"] and good(found) == ["0"]
    assert peak < 20_000_000


def test_a_bomb_of_a_record_stops_at_the_limit_and_the_next_is_read() -> None:
    head = record(b"").replace(b"Content-Length: 0\r\n\r\n\r\n\r\n", b"Content-Length: 2000000000\r\n\r\n")
    packer = zlib.compressobj(1, wbits=31)
    bomb = packer.compress(head) + b"".join(packer.compress(bytes(1_000_000)) for _ in range(300))
    found, peak = _peak(bomb + packer.flush() + packed(records(2)), 1_000_000)
    assert good(found) == ["0", "1"] and "unpacks to more than 200 times" in problems(found)[0]
    assert peak < 20_000_000


def test_a_long_record_is_told_and_passed_over() -> None:
    long = record(response(html("word " * 100_000)), "https://news.example/long")
    found = pages(long + records(2)[1])
    assert problems(found) == ["larger than 0.1 MB"] and good(found) == ["1"]
    assert found[0].sidecar.url == "https://news.example/long"


# ---------------------------------------------------------------- WACZ


def archived(body: bytes) -> list[Page]:
    return list(pages_of_wacz(io.BytesIO(body), "x.wacz", LIMIT))


def test_a_wacz_is_read_file_by_file() -> None:
    parts = records(3)
    found = archived(wacz(b_warc=parts[0], a_warc_gz=packed(parts[1:])))
    assert good(found) == ["1", "2", "0"]
    assert [page.source for page in found] == [
        "x.wacz#archive/a.warc.gz:1",
        "x.wacz#archive/a.warc.gz:2",
        "x.wacz#archive/b.warc:1",
    ]


def test_a_damaged_file_in_a_wacz_leaves_the_others() -> None:
    body = wacz(a_warc=b"".join(records(2)), b_warc=b"".join(records(3)))
    at = body.index(b"archive/a.warc") + 40
    found = archived(body[:at] + b"\xff" * 30 + body[at + 30 :])
    assert good(found)[-3:] == ["0", "1", "2"] and problems(found)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (wacz(), "a ZIP archive without WARC files"),
        (wacz(a_warc=bytes(50_000_000)), "unpacks to more than 200 times its size"),
        (wacz(a_warc=b"".join(records(3)))[:-30], "broken ZIP archive"),
    ],
)
def test_an_archive_without_pages_says_why(body: bytes, told: str) -> None:
    (page,) = archived(body)
    assert told in str(page.problem)


# ---------------------------------------------------------------- any bytes

PIECES = st.lists(
    st.one_of(
        st.binary(max_size=60),
        st.sampled_from(
            [
                *records(2),
                packed(records(2)),
                b"WARC/1.0\r\n",
                b"\x1f\x8b\x08",
                b"\r\n\r\n",
                b"Content-Length: 9\r\n",
            ]
        ),
    ),
    max_size=8,
).map(b"".join)


@given(PIECES)
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_pages_or_problems(body: bytes) -> None:
    found = pages(body)
    assert found and len({page.source for page in found}) == len(found)
    assert len(archived(body)) == 1


@given(st.integers(0, 10_000), st.binary(max_size=30), st.booleans())
@settings(max_examples=200, deadline=None)
def test_damage_anywhere_leaves_the_pages_beside_it(at: int, junk: bytes, pack: bool) -> None:
    parts = [gzip.compress(part, mtime=0) for part in records(6)] if pack else records(6)
    whole = b"".join(parts)
    at %= len(whole)
    found = pages(whole[:at] + junk + whole[at + len(junk) :])
    assert len(good(found)) >= 4


@given(st.integers(0, 3_000), st.binary(min_size=1, max_size=9))
@settings(max_examples=100, deadline=None)
def test_a_damaged_wacz_gives_pages_or_problems(at: int, junk: bytes) -> None:
    body = wacz(a_warc=b"".join(records(3)), b_warc_gz=packed(records(2)))
    at %= len(body)
    assert archived(body[:at] + junk + body[at + len(junk) :])
