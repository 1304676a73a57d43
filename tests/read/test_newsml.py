"""News items of agencies: their text is the page, what they say of themselves the sidecar."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.clean import clean
from rashomon.read.articles import pages_of
from rashomon.read.newsml import primary_language
from rashomon.types import Page, Sidecar

FIRST = "The ferry stayed in port on Monday because of the storm, the harbour master said."
SECOND = "It will sail on Tuesday if the wind has dropped by then."
BODY = f"<p>{FIRST}</p>\n<p>{SECOND}</p>"
TOLD = Sidecar(
    outlet="Harbour News Agency",
    published="2021-03-04T09:00:00Z",
    title="Ferry stays in port",
    authors=("Ann Lee",),
    agency="Coast Press",
    language="en",
)


def pages(text: str) -> list[Page]:
    return list(pages_of(text.encode(), "item", Sidecar(), may_be_json=text[:1] in "[{"))


def item(content: str, dateline: str = "") -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" xml:lang="en-GB">
<itemMeta><provider qcode="nprov:HNA"><name>Harbour News Agency</name></provider>
<versionCreated>2021-03-05T10:00:00Z</versionCreated></itemMeta>
<contentMeta><contentCreated>2021-03-04T09:00:00Z</contentCreated><by>Ann Lee</by>{dateline}
<infosource literal="Coast Press"/><language tag="en"/><headline>Ferry stays in port</headline></contentMeta>
<contentSet>{content}</contentSet></newsItem>"""


NITF = f"""<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">
<body><body.head><hedline><hl1>Ferry</hl1></hedline>
<byline>By <person>Ann Lee</person></byline></body.head><body.content><block>{BODY}
<media media-type="image"><media-caption><p>A ferry.</p></media-caption></media>
</block></body.content></body></nitf>"""
XHTML = f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{BODY}</body></html>'


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (f'<inlineXML contenttype="application/nitf+xml">{NITF}</inlineXML>', "text/html"),
        (f'<inlineXML contenttype="application/xhtml+xml">{XHTML}</inlineXML>', "text/html"),
        (f'<inlineData contenttype="text/plain">{FIRST}\n\n{SECOND}</inlineData>', "text/plain"),
    ],
)
def test_a_news_item_is_a_page(content: str, media_type: str) -> None:
    (page,) = pages(item(content))
    assert (page.source, page.media_type, page.sidecar) == ("item#1", media_type, TOLD)
    document = clean(page)
    assert FIRST in document.text and SECOND in document.text
    assert "A ferry." not in document.text
    assert document.published == "2021-03-04T09:00Z"


@pytest.mark.parametrize("dateline", ["HARBOUR, March 4 (HNA) -", "HARBOUR, March 4 (HNA)"])
def test_the_dateline_stands_before_the_text(dateline: str) -> None:
    (page,) = pages(item(f"<inlineXML>{NITF}</inlineXML>", f"<dateline>{dateline}</dateline>"))
    document = clean(page)
    assert document.dateline is not None and document.dateline.place == "HARBOUR"
    (again,) = pages(item(f"<inlineXML>{NITF.replace(FIRST, f'{dateline} {FIRST}')}</inlineXML>", dateline))
    assert again.body.count(dateline.encode()) == 1


def test_items_without_text_are_told_in_one_line() -> None:
    picture = item("<remoteContent href='x.jpg'/>").partition("?>")[2]
    story = item(f"<inlineXML>{NITF}</inlineXML>").partition("?>")[2]
    told, page = pages(f"<newsMessage><itemSet>{picture}{picture}{story}</itemSet></newsMessage>")
    assert told.problem == "2 of 3 news items carry no text"
    assert (page.source, page.problem) == ("item#3", None)


def test_a_file_of_nitf_alone() -> None:
    (page,) = pages(
        NITF.replace(
            "<body>", '<head><docdata><date.issue norm="20210304T090000Z"/></docdata></head><body>', 1
        )
    )
    assert (page.sidecar.title, page.sidecar.authors) == ("Ferry", ("Ann Lee",))
    assert FIRST in clean(page).text


NINJS_1 = {
    "uri": "urn:x:1", "type": "text", "versioncreated": "2021-03-04T09:00:00Z",
    "headline": "Ferry stays in port",
    "byline": "Ann Lee", "source": "Coast Press", "provider": "Harbour News Agency", "language": "en-GB",
    "body_xhtml": BODY,
}  # fmt: skip
NINJS_2 = {
    "uri": "urn:x:1", "firstcreated": "2021-03-04T09:00:00Z", "versioncreated": "2021-03-05T09:00:00Z",
    "headlines": [{"role": "seo", "value": "x"}, {"role": "main", "value": "Ferry stays in port"}],
    "bodies": [
        {"role": "teaser", "contenttype": "text/html", "value": "<p>x</p>"},
        {"role": "main", "contenttype": "text/html", "value": BODY},
    ],
    "byline": "Ann Lee", "infosources": [{"name": "Coast Press"}], "provider": "Harbour News Agency",
    "language": "en",
}  # fmt: skip
NINJS_3 = {
    "uri": "urn:x:1", "firstCreated": "2021-03-04T09:00:00Z", "representationType": "complete",
    "headlines": [{"role": "main", "value": "Ferry stays in port"}],
    "bodies": [{"contentType": "text/html", "value": BODY}],
    "by": "Ann Lee", "infoSources": [{"name": "Coast Press"}], "provider": {"name": "Harbour News Agency"},
    "language": "en-US",
}  # fmt: skip


@pytest.mark.parametrize("value", [NINJS_1, NINJS_2, NINJS_3])
def test_ninjs_of_every_version(value: dict[str, Any]) -> None:
    (page,) = pages(json.dumps(value))
    assert page.sidecar == TOLD
    document = clean(page)
    assert FIRST in document.text and SECOND in document.text


def test_ninjs_with_text_or_without() -> None:
    plain = {"uri": "urn:x:1", "versioncreated": "2021-03-04", "body_text": FIRST, "headline": "Ferry"}
    page, empty = pages(json.dumps([plain, {**plain, "body_text": None}]))
    assert (page.media_type, page.body.decode()) == ("text/plain", FIRST)
    assert empty.problem == "ninjs without a body"


@pytest.mark.parametrize(
    ("tag", "language"), [("en-GB", "en"), ("zh_Hans", "zh"), ("RU", "ru"), ("", None), ("english", None)]
)
def test_of_a_tag_of_a_language_its_first_part_counts(tag: str, language: str | None) -> None:
    assert primary_language(tag) == language


KEYS = "uri body_text body_xhtml bodies headlines byline by language value role name provider".split()
VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=5) | st.sampled_from(["main", "text/html", "<p>x"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
    max_leaves=15,
)


@given(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=9))
@settings(max_examples=150, deadline=None)
def test_any_ninjs_gives_a_page_or_a_problem(value: dict[str, Any]) -> None:
    assert len(pages(json.dumps({"uri": "urn:x", "headlines": [], "body_text": None} | value))) == 1


PARTS = (
    "<newsItem> </newsItem> <nitf> </nitf> <body.content> <p> </p> <inlineXML> <headline> <by/> & <hl2>"
).split()


@given(st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=4)), max_size=25).map("".join))
@settings(max_examples=150, deadline=None)
def test_any_news_item_gives_pages_or_problems(inner: str) -> None:
    assert pages(f"<newsMessage>{inner}</newsMessage>")
