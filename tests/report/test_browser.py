"""The main ways through the page in a real Chromium, and what no reading of its text can tell."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.report.html import to_html
from rashomon.types import Comparison

from .builder import comparison as build
from .builder import courier, gazette, span

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
if CHROMIUM is None:
    pytest.skip("no Chromium on the PATH", allow_module_level=True)
pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")

from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402

CHECKS = Path(__file__).with_name("checks.js").read_text("utf-8")
HOSTILE = '</script><script>window.hacked = 1</script><img src=x onerror="window.hacked = 2">'
#: What a page that is told so can do about a clipboard: our way to it is what is tested.
CLIPBOARD = (
    "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async (t) => { window.copied = t; }}})"
)
#: What is laid out late moves what is being clicked: here all is laid out at once.
LAID_OUT = "document.querySelectorAll('main *').forEach((e) => { e.style.contentVisibility = 'visible'; })"
FORBIDDEN = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('forbidden'); }})"


def _hostile(whole: Comparison) -> Comparison:
    """Each document says in all that is shown of it what should run if it could."""
    told = (
        d
        if d.skipped
        else replace(d, outlet=f"{d.outlet} {HOSTILE}", agency=HOSTILE, authors=(HOSTILE,), title=HOSTILE)
        for d in whole.documents
    )
    return Comparison(tuple(told), whole.stories)


def _odd(whole: Comparison) -> Comparison:
    """Names of one long word, of signs of several code points, and of controls that turn what follows."""
    long = f"\u202e\u2067{'x' * 400} {'👩‍👩‍👧🇩🇪' * 20}"
    told = (d if d.skipped else replace(d, outlet=f"{d.outlet} {long}", title=long) for d in whole.documents)
    ferry = whole.stories[0]
    reasons = tuple(replace(figure, what=long, reason=long) for figure in ferry.figures)
    return Comparison(tuple(told), (replace(ferry, figures=reasons), *whole.stories[1:]))


def _two(whole: Comparison) -> Comparison:
    """Two stories of several reports."""
    ferry = whole.stories[0]
    again = replace(ferry, story=replace(ferry.story, id="s-again", document_ids=("january", "arabic")))
    empty = replace(again, origins=(), actors=(), quotes=(), utterances=(), figures=(), dates=())
    bare = replace(empty, timeline=(), statements=(), lineage=(), voices=(), omissions=())
    return Comparison(whole.documents, (ferry, bare))


def _cut(whole: Comparison) -> Comparison:
    """A statement in both of whose reports another one begins."""
    ferry = whole.stories[0]
    told = [("A fire broke out on the ferry Halcyon", "nobody was left behind when the Halcyon burned")]
    told += [("the ferry Halcyon", "when the Halcyon burned")]
    statements = tuple(
        replace(ferry.statements[0], id=f"cut{n}", members=(span(gazette, one), span(courier, other)))
        for n, (one, other) in enumerate(told)
    )
    return Comparison(whole.documents, (replace(ferry, statements=statements),))


def _wide(whole: Comparison) -> Comparison:
    """The ferry with four more reports than columns; all of them tell the first statement."""
    more = tuple(replace(gazette, id=f"more{n}", outlet=f"Outlet {n}") for n in range(4))
    ferry = whole.stories[0]
    first = ferry.statements[0]
    members = first.members + tuple(replace(first.members[0], document_id=d.id) for d in more)
    ids = (*ferry.story.document_ids, *(d.id for d in more))
    wide = replace(
        ferry,
        story=replace(ferry.story, document_ids=ids),
        statements=(replace(first, members=members), *ferry.statements[1:]),
    )
    return Comparison((*whole.documents, *more), (wide,))


def _figure(whole: Comparison) -> Comparison:
    """What one report alone states holds a figure that others tell otherwise."""
    ferry = whole.stories[0]
    alone = replace(ferry.statements[2], members=(span(courier, "12 people were hurt"),))
    return Comparison(whole.documents, (replace(ferry, statements=(*ferry.statements[:2], alone)),))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as tools:
        found = tools.chromium.launch(executable_path=CHROMIUM, args=[*root, "--disable-quic"])
        yield found
        found.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("pages")
    whole = build()
    made = {"ferry": whole, "hostile": _hostile(whole), "wide": _wide(whole), "figure": _figure(whole)}
    made |= {"odd": _odd(whole), "two": _two(whole), "cut": _cut(whole)}
    for name, told in made.items():
        (folder / f"{name}.html").write_text(to_html(told), "utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in made}


@pytest.fixture
def page(browser: Browser, files: dict[str, str]) -> Iterator[Page]:
    """The page of the ferry; at the end nothing was complained of and nothing asked of the network."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.add_init_script(CLIPBOARD)
    shown = context.new_page()
    complaints: list[str] = []
    asked: list[str] = []
    shown.on("console", lambda message: complaints.append(message.text))
    shown.on("pageerror", lambda error: complaints.append(str(error)))
    shown.on("request", lambda request: asked.append(request.url))
    shown.set_default_timeout(5000)
    shown.goto(files["ferry"])
    shown.evaluate(LAID_OUT)
    yield shown
    context.close()
    assert complaints == []
    assert {url.partition(":")[0] for url in asked} <= {"file", "data", "blob"}


def _base(page: Page) -> list[str]:
    return [e.get_attribute("id") or "" for e in page.locator("#s1 .text").all() if e.is_visible()]


def test_a_base_article_is_chosen(page: Page) -> None:
    assert len(_base(page)) == 1
    page.locator(".bases a", has_text="El Diario").click()
    (base,) = _base(page)
    assert page.locator(f"#{base} .whole").inner_text().startswith("Incendio en un ferri")
    assert page.locator(".bases [aria-current] bdi").inner_text() == "El Diario"


def test_the_others_words_stand_beside_a_passage(page: Page) -> None:
    page.locator(".base [data-t='s1-t1'] + .sign").click()
    beside = page.locator(".beside")
    assert beside.is_visible()
    told = beside.inner_text()
    assert "На пароме «Халкион» у острова Оррин" in told
    assert "told alike" in told
    beside.locator("button.copy").first.click()
    assert "pile/" not in page.evaluate("window.copied")
    page.keyboard.press("j")
    assert "Protesters gathered" in page.locator(".st.chosen").inner_text()
    beside.get_by_label("Close").click()
    assert beside.is_hidden()


def test_words_stand_beside_as_they_stand_in_the_text(browser: Browser, files: dict[str, str]) -> None:
    """A statement that another one cuts in parts is one passage, without spaces of our own."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(files["cut"])
    page.locator(".base [data-t~='s1-t1'] + .sign").last.click()
    assert page.locator(".st.chosen").all_inner_texts() == ["A fire broke out on ", "the ferry Halcyon"]
    assert page.locator(".beside blockquote").all_inner_texts() == [
        "nobody was left behind when the Halcyon burned",
        "when the Halcyon burned",
    ]
    page.close()


def test_a_figure_that_others_tell_otherwise_stands_beside(browser: Browser, files: dict[str, str]) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(files["figure"])
    page.locator(".bases a").nth(1).click()
    page.locator(".base [data-t='s1-t3'] + .sign").click()
    told = [line for line in page.locator(".beside section").last.inner_text().split("\n") if line]
    assert told == [
        "people injured in the fire told differently",
        "12 people",
        'Courier <i>& "Sons"</i>',
        "≥ 12 people",
        "Selwyn Gazette, Orrin Today",
        "14 people",
        "Вестник побережья",
    ]
    page.close()


def test_a_filter_hides_what_no_shown_report_tells(page: Page) -> None:
    page.locator("#filter summary").click()
    page.locator("#by-language").select_option("ru")
    assert page.locator("#filtered").inner_text() == "Shown: 1 of 7 reports"
    assert page.locator("#s1-said .say:visible").count() == 2
    assert page.locator("#s1-reports tbody tr:visible").count() == 1
    assert page.locator(".g-single").is_hidden()
    page.locator("#filters button").click()
    page.locator("#by-speaker").select_option("coast guard")
    assert page.locator("#s1-said .utterance:visible").count() == 1
    page.locator("#filters button").click()
    page.locator("#by-outlet").select_option("El Diario")
    assert page.locator("#filtered").inner_text() == "Shown: 1 of 7 reports"
    assert len(_base(page)) == 1
    page.locator("#filters button").click()
    assert page.locator("#filtered").inner_text() == ""


def test_a_deep_link_opens_its_item(page: Page, files: dict[str, str]) -> None:
    target = page.evaluate("document.querySelectorAll('#s1 .text')[3].querySelector('[id]').id")
    page.goto(f"{files['ferry']}#{target}")
    assert page.locator(f"[id='{target}']").is_visible()
    closed = page.evaluate(
        "document.querySelector('#s1-figures details .once, details.lines, #s1 .only li').id"
    )
    page.goto(f"{files['ferry']}#{closed}")
    assert page.locator(f"[id='{closed}']").is_visible()


def test_words_are_copied_with_their_source(page: Page) -> None:
    page.locator("#s1-q4 .copy").click()
    assert page.evaluate("window.copied") == (
        "“Nadie se quedó atrás” (El Diario, “Incendio en un ferri frente a Orrin”, 4 March 2031, "
        "https://diario.example/a)"
    )


def test_what_one_report_tells_has_an_address_and_notes(page: Page) -> None:
    quote = page.locator("#s1-q7")
    quote.get_by_role("link", name="Link to: ").click()
    assert page.url.endswith("#s1-q7")
    quote.get_by_role("button", name="Reject: ").click()
    assert page.locator("#told").inner_text() == "rejected"
    page.locator("#s1-f3 .note-accept").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.className") == "note-reject"
    page.locator("#s1-f3 .note-accept").press("Enter")
    notes = page.evaluate("JSON.parse(localStorage.getItem('rashomon-notes'))")
    assert [(key, note["mark"]) for key, note in notes] == [
        ("s-ferry quote q7", "reject"),
        ("s-ferry figure f3", "accept"),
    ]


def test_a_note_is_kept_exported_and_imported(page: Page, tmp_path: Path) -> None:
    page.locator("#s1-f1 .note-accept").click()
    page.locator("#s1-u1 .note-comment").click()
    page.locator("#s1-u1 textarea").fill("ask the ministry")
    page.locator("#s1-u1 textarea").blur()
    page.locator("#note-count", has_text="2").wait_for()
    # The browser writes down what is kept a little later.
    page.wait_for_timeout(300)
    page.reload()
    page.locator("#note-count", has_text="2").wait_for()
    assert page.locator("#s1-f1 .note-accept").get_attribute("aria-pressed") == "true"
    page.locator("#notes summary").click()
    with page.expect_download() as download:
        page.locator("#note-export").click()
    download.value.save_as(tmp_path / "notes.json")
    told = json.loads((tmp_path / "notes.json").read_text("utf-8"))
    assert told["schema"] == "rashomon.notes/1"
    assert [(n["story"], n["item"], n["mark"], n["comment"]) for n in told["notes"]] == [
        ("s-ferry", "figure f1", "accept", ""),
        ("s-ferry", "utterance u1", None, "ask the ministry"),
    ]
    assert [n["title"][:30] for n in told["notes"]] == [
        "people injured in the fire",
        "Ilse Marrow: “We may have lost",
    ]
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator("#note-clear").click()
    assert page.locator("#note-count").inner_text() == ""
    page.locator("#note-file").set_input_files(tmp_path / "notes.json")
    page.locator("#note-count", has_text="2").wait_for()


def test_where_nothing_may_be_kept_it_is_said(browser: Browser, files: dict[str, str]) -> None:
    context = browser.new_context()
    context.add_init_script(FORBIDDEN)
    page = context.new_page()
    page.goto(files["ferry"])
    page.locator("#s1-f1 .note-reject").click()
    page.locator("#notes summary").click()
    assert "keeps nothing" in page.locator("#note-place").inner_text()
    assert page.locator("#note-list li").count() == 1
    context.close()


def test_the_keyboard_suffices(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "by-outlet"
    page.keyboard.press("Escape")
    assert page.locator("#filters").is_hidden()
    assert page.evaluate("document.activeElement.textContent") == "Filter"
    page.locator(".base .sign").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".beside").is_visible()
    page.keyboard.press("Escape")
    assert page.locator(".beside").is_hidden()
    assert page.evaluate("document.activeElement.className") == "sign"
    page.locator("#s1-f1 .note-accept").focus()
    page.keyboard.press("Space")
    assert page.locator("#note-count").inner_text() == "1"


def test_columns_are_chosen(browser: Browser, files: dict[str, str]) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(files["wide"])
    table = page.locator(".matrix").first
    before = table.locator("thead th:visible").count()
    page.locator(".columns summary").click()
    left = page.locator(".columns input").nth(
        page.locator(".columns input").evaluate_all("boxes => boxes.findIndex((b) => !b.checked)")
    )
    left.check()
    assert table.locator("thead th:visible").count() == before + 1
    assert table.locator("tbody tr").first.locator("td:visible").count() == before
    left.uncheck()
    assert table.locator("thead th:visible").count() == before
    page.close()


def test_nothing_of_a_page_runs(browser: Browser, files: dict[str, str]) -> None:
    page = browser.new_page()
    broken: list[str] = []
    page.on("console", lambda message: broken.append(message.text))
    page.on("dialog", lambda dialog: broken.append(dialog.message))
    page.goto(files["hostile"])
    page.locator(".base .sign").first.click()
    page.locator(".bases a").nth(1).click()
    page.locator("#s1-f1 .note-accept").click()
    assert page.evaluate("window.hacked") is None
    assert page.locator("img").count() == 0
    assert broken == []
    page.close()


@pytest.mark.parametrize("name", ["ferry", "wide", "hostile", "odd"])
def test_it_scrolls_one_way(browser: Browser, files: dict[str, str], name: str) -> None:
    """On the narrowest phone (WCAG 2.2, 1.4.10), a phone, at 200% and on a desk."""
    page = browser.new_page()
    page.goto(files[name])
    page.evaluate("document.querySelectorAll('main details').forEach((d) => { d.open = true; })")
    for width in (320, 390, 640, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


def test_names_do_not_turn_round_what_follows(browser: Browser, files: dict[str, str]) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(files["odd"])
    assert (
        page.evaluate("/[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.documentElement.outerHTML)") is False
    )
    page.close()


def test_several_stories_have_a_list(browser: Browser, files: dict[str, str]) -> None:
    page = browser.new_page()
    page.goto(files["two"])
    told = page.locator(".index li").all_inner_texts()
    assert [line.split("\n")[0] for line in told] == ["Fire on night ferry off Orrin, scores rescued"] * 2
    assert ["told differently" in line for line in told] == [True, False]
    page.locator(".index a").nth(1).click()
    assert page.url.endswith("#s2")
    page.close()


def test_it_is_read_without_script(browser: Browser, files: dict[str, str]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(files["ferry"])
    assert page.locator("#s1 .text").count() == 5
    text = page.locator("#s1 .text").first
    text.locator("> summary").click()
    text.locator(".sign").first.click()
    assert page.url.endswith("#s1-t1")
    for tool in ("#filter", "#notes", "#theme", ".columns", ".keys"):
        assert page.locator(tool).first.is_hidden(), tool
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_texts_can_be_read(browser: Browser, files: dict[str, str], theme: str) -> None:
    page = browser.new_page()
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    page.goto(files["ferry"])
    page.locator(".legend input").evaluate_all(
        "boxes => boxes.forEach((b) => { if (!b.checked) b.click(); })"
    )
    page.locator(".base .sign").first.click()
    found = page.evaluate(f"(() => {{ {CHECKS}; return checks.contrast(); }})()")
    assert found["seen"] > 300
    assert found["poor"] == []
    page.close()


def test_structure_is_told_to_those_who_do_not_see(page: Page) -> None:
    assert page.evaluate(f"(() => {{ {CHECKS}; return checks.structure(); }})()") == []
