from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from rashomon.report.html import to_html
from rashomon.types import Comparison, Origin, Statement, Story, StoryComparison, TimelineEntry

from .builder import comparison as build
from .builder import courier, gazette

VOID = {"meta", "col", "link", "input", "br", "img", "hr"}


class Reader(HTMLParser):
    """Elements with their attributes, and whether every one is closed in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def values(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.elements if name in attributes]


@pytest.fixture(scope="module")
def page() -> Reader:
    return Reader(to_html(build()))


def test_same_text_for_the_same_comparison(comparison: Comparison) -> None:
    assert to_html(comparison) == to_html(comparison)


def test_every_id_is_there_once(page: Reader) -> None:
    assert [name for name, number in Counter(page.values("id")).items() if number > 1] == []


def test_every_link_inside_leads_somewhere(page: Reader) -> None:
    inside = {href[1:] for href in page.values("href") if href.startswith("#")}
    assert len(inside) > 40
    assert inside - set(page.values("id")) == set()
    assert set(page.values("aria-labelledby")) - set(page.values("id")) == set()


def test_the_timeline_leads_to_words_without_an_entry(comparison: Comparison) -> None:
    """What one report tells in words of a statement of several has no entry, but it has a place."""
    ferry = comparison.stories[0]
    fire = ferry.statements[0].members[0]
    part = Statement("part", "single", "", (replace(fire, start=fire.start + 2, text=fire.text[2:]),))
    told = replace(
        ferry, statements=(*ferry.statements, part), timeline=(TimelineEntry("2031-03-03", ("part",)),)
    )
    page = Reader(to_html(Comparison(comparison.documents, (told, *comparison.stories[1:]))))
    inside = {href[1:] for href in page.values("href") if href.startswith("#")}
    assert f"d6-{part.members[0].start}" in inside
    assert inside - set(page.values("id")) == set()


def test_links_out_are_http_and_tell_nobody(page: Reader) -> None:
    out = [a for tag, a in page.elements if tag == "a" and not a["href"].startswith("#")]
    assert out
    assert all(re.match(r"https?://", a["href"]) and "noreferrer" in a["rel"] for a in out)


def test_nothing_is_loaded(page: Reader) -> None:
    assert page.values("src") == []
    assert [a["href"][:11] for tag, a in page.elements if tag == "link"] == ["data:image/"]
    assert {tag for tag, _ in page.elements} & {"img", "iframe", "object", "embed", "base", "b-not"} == set()


def test_no_attribute_runs_or_styles(page: Reader) -> None:
    names = {name for _, attributes in page.elements for name in attributes}
    assert not [name for name in names if name.startswith("on")]
    assert "style" not in names


def test_policy_names_the_style_and_script_that_stand_there(comparison: Comparison) -> None:
    text = to_html(comparison)
    policy = Reader(text).values("content")[0]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        blocks = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert len(blocks) == 1
        digest = base64.b64encode(hashlib.sha256(blocks[0].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_what_pages_say_is_never_markup(comparison: Comparison) -> None:
    text = to_html(comparison)
    assert "<b>not markup</b>" not in text
    assert "&lt;b&gt;not markup&lt;/b&gt;" in text
    assert "<i>&" not in text
    assert "javascript:" not in text.lower()


def test_each_text_stands_there_whole(comparison: Comparison) -> None:
    """But for the signs of the reader, which stand between its passages."""
    page = Reader(re.sub(r'<a class="sign"[^>]*>[^<]*</a>', "", to_html(comparison)))
    shown = "".join("".join(page.text).split())
    for document in comparison.documents:
        if document.skipped is None:
            assert "".join(document.text.split()) in shown, document.id


def test_findings_stand_there(page: Reader) -> None:
    shown = " ".join("".join(page.text).split())
    for words in (
        "5 reports · 5 outlets · 3 origins",
        "≥ 12 people",
        "4 March 2026 or 4 March 2031",
        "not found in this text",
        "One wire story: Selwyn Gazette, Orrin Today.",
        "relayed by harbour radio",
        "no text: the page is a picture gallery <img>",
    ):
        assert words in shown
    assert "suppressed" not in shown


def test_languages_are_told_to_readers_of_the_screen(page: Reader) -> None:
    russian = [a for _, a in page.elements if a.get("lang") == "ru"]
    assert russian
    assert all(a["dir"] == "auto" for a in russian)


def test_words_from_the_right_do_not_turn_round_a_reason(comparison: Comparison) -> None:
    ferry = comparison.stories[0]
    reason = "'15 قتيلا' (نهار) and '<12' (Gazette): 15 against 12"
    told = replace(ferry, figures=(replace(ferry.figures[0], reason=reason), *ferry.figures[1:]))
    text = to_html(Comparison(comparison.documents, (told,)))
    isolated = "&#39;<bdi>15 قتيلا</bdi>&#39; (<bdi>نهار</bdi>) and &#39;&lt;12&#39; (Gazette): 15 against 12"
    assert isolated in text


def test_no_page_at_all() -> None:
    assert "No page could be read" in "".join(Reader(to_html(Comparison((), ()))).text)


@pytest.mark.parametrize(
    "odd", ["", "\ud800", "x\x00y", "</style><script>", "{{ 7*7 }}", "\u202eabc", "\"'<>&"]
)
def test_odd_texts(odd: str) -> None:
    documents = (
        replace(gazette, title=odd, outlet=odd, text=odd, blocks=()),
        replace(courier, text="", blocks=()),
    )
    story = Story("s", odd, (gazette.id, courier.id))
    empty = StoryComparison(story, (Origin((gazette.id,), "own", odd),), (), (), (), (), (), (), ())
    text = to_html(Comparison(documents, (empty,)))
    Reader(text)
    text.encode("utf-8")
    assert "49" not in re.sub(r"<style>.*?</style>|sha256-\S+", "", text, flags=re.DOTALL).replace("49px", "")


def _many(whole: Comparison, number: int) -> Comparison:
    """The ferry story with so many more pages that tell what the first one tells."""
    more = tuple(replace(gazette, id=f"more{n}", outlet=f"Outlet {n}") for n in range(number))
    ferry = whole.stories[0]
    figure, statement = ferry.figures[0], ferry.statements[0]
    values = tuple(
        replace(figure.values[0], span=replace(figure.values[0].span, document_id=d.id)) for d in more
    )
    members = tuple(replace(statement.members[0], document_id=d.id) for d in more)
    ids = (*ferry.story.document_ids, *(document.id for document in more))
    wide = replace(
        ferry,
        story=replace(ferry.story, document_ids=ids),
        figures=(replace(figure, values=figure.values + values), *ferry.figures[1:]),
        statements=(replace(statement, members=statement.members + members), *ferry.statements[1:]),
    )
    return Comparison((*whole.documents, *more), (wide,))


def test_more_reports_than_columns(comparison: Comparison) -> None:
    """Beyond six reports some are columns; who else tells a row is named, who does not is counted."""
    page = Reader(to_html(_many(comparison, 4)))
    text = " ".join("".join(page.text).split())
    assert text.count("not found in 1 text") == 1
    assert "Others" in text


def test_many_reports_are_counted_and_not_listed(comparison: Comparison) -> None:
    page = Reader(to_html(_many(comparison, 60)))
    shown = " ".join("".join(page.text).split())
    for words in (
        "in the same words Orrin Today, Outlet 0, Outlet 1 and 58 more (61 origins)",
        "64 of 65 reports, 62 origins",
        "45 more reports",
    ):
        assert words in shown
    assert {href[1:] for href in page.values("href") if href.startswith("#")} <= set(page.values("id"))


def test_size_grows_with_the_texts_and_no_faster(comparison: Comparison) -> None:
    some, twice = (len(to_html(_many(comparison, number))) for number in (60, 120))
    assert (twice - some) / 60 < 4_000
