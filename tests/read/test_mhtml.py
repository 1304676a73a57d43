"""A page a browser has saved whole."""

from __future__ import annotations

import base64
import quopri

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.clean import clean
from rashomon.read.articles import pages_of
from rashomon.types import Page, Sidecar

URL = "https://news.example/a"
PAGE = (
    "<html><body><h1>Паром стоит</h1><p>Паром остался в порту из-за шторма, сказала Анна.</p></body></html>"
)


def saved(page: str = PAGE, codec: str = "utf-8", coding: str = "quoted-printable", top: str = "") -> bytes:
    body = page.encode(codec)
    spelled = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}.get(coding, bytes)(body)
    return (
        b"From: <Saved by a browser>\r\nSubject: x\r\nDate: Thu, 4 Mar 2021 10:00:00 -0000\r\n"
        b"MIME-Version: 1.0\r\n"
        + f'Content-Type: multipart/related;\r\n\ttype="text/html";{top}\r\n'.encode()
        + b'\tboundary="--B"\r\n\r\n\r\n'
        + b"----B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\naGk=\r\n"
        + f"----B\r\nContent-Type: text/html; charset={codec}\r\nContent-ID: <main>\r\n".encode()
        + f"Content-Transfer-Encoding: {coding}\r\nContent-Location: {URL}\r\n\r\n".encode()
        + spelled
        + b"\r\n----B\r\nContent-Type: text/html\r\nContent-ID: <frame>\r\n\r\n"
        + b"<p>A frame of an advertisement.</p>\r\n"
        + b"----B--\r\n"
    )


def read(body: bytes, sidecar: Sidecar = Sidecar()) -> Page:  # noqa: B008
    (page,) = pages_of(body, "x.mhtml", sidecar)
    return page


@pytest.mark.parametrize("codec", ["utf-8", "windows-1251", "koi8-r"])
@pytest.mark.parametrize("coding", ["quoted-printable", "base64", "8bit"])
def test_the_page_is_read_without_its_pictures_and_frames(codec: str, coding: str) -> None:
    page = read(saved(codec=codec, coding=coding))
    assert (page.problem, page.media_type, page.sidecar) == (None, "text/html", Sidecar(url=URL))
    document = clean(page)
    assert "остался в порту" in document.text and "advertisement" not in document.text
    # It was saved on a day; published on none that is told.
    assert document.published is None


def test_the_part_the_root_names_is_the_page() -> None:
    page = read(saved(top='\r\n\tstart="<frame>";'))
    assert b"A frame of an advertisement." in page.body


def test_a_sidecar_goes_before_the_address_in_it() -> None:
    told = Sidecar(url="https://news.example/b", outlet="Harbour News")
    assert read(saved(), told).sidecar == told


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (saved().replace(b"text/html", b"text/css"), "MHTML without a page of HTML"),
        (saved(""), "MHTML whose page is empty"),
    ],
)
def test_without_a_page_it_says_why(body: bytes, problem: str) -> None:
    assert read(body).problem == problem


@pytest.mark.parametrize(
    "text",
    ["From: the harbour\nTo: the sea\n\nA poem.", "Note: a\nContent-Type: multipart/related is a type.\n"],
)
def test_text_with_colons_is_no_mhtml(text: str) -> None:
    assert read(text.encode()).media_type == "text/plain"


def test_parts_nested_deep_do_no_harm() -> None:
    parts = "".join(f'Content-Type: multipart/related; boundary="{n}"\n\n--{n}\n' for n in range(3000))
    assert read(f"MIME-Version: 1.0\nFrom: x\n{parts}".encode()).problem


@given(st.integers(0, 900), st.binary(min_size=1, max_size=40), st.booleans())
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_a_page_or_a_problem(at: int, junk: bytes, cut: bool) -> None:
    body = saved()
    found = list(pages_of(body[:at] + junk + (b"" if cut else body[at + len(junk) :]), "x", Sidecar()))
    assert len(found) == 1
