from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rashomon.clean import clean
from rashomon.config import Config
from rashomon.errors import ResultError
from rashomon.read.files import read_pages
from rashomon.report.json import to_json
from rashomon.types import Comparison, Quote, Span, Story, StoryComparison, StoryQuote
from rashomon.verify import load_result, load_valid_result, run_verify, stands

PAGE = """<html><head><title>Bridge at Tolm closed</title></head><body><article>
<h1>Bridge at Tolm closed</h1>
<p>The old bridge at Tolm was closed on Friday after a crack was found in its northern pier.</p>
<p>&ldquo;We will not <b>re</b>open it&nbsp;before the pier is mended,&rdquo; mayor Anna Veldt said.</p>
<p>Traffic is led over the ferry landing, and the town expects long queues in the morning hours.</p>
</article></body></html>"""
WORDS = "open it before the pier is mended"


def _result(folder: Path) -> Path:
    """A result with one quotation, as compare writes it, beside its page."""
    documents = [clean(page) for page in read_pages([str(folder / "pile")])]
    stories = []
    for document in documents:
        start = document.text.index(WORDS)
        content = Span(document.id, start, start + len(WORDS), WORDS)
        quote = StoryQuote(Quote("q1", "direct", content, None, None, None), None, "Anna Veldt")
        story = Story(f"s-{document.id}", "Bridge", (document.id,))
        stories.append(StoryComparison(story, (), (), (quote,), (), (), (), (), ()))
    result = folder / "result.json"
    text = to_json(Comparison(tuple(documents), tuple(stories)), Config())
    result.write_text(text, "utf-8")
    return result


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pile").mkdir()
    (tmp_path / "pile" / "a.html").write_text(PAGE, "utf-8")
    return tmp_path


def _edit(path: Path, change: Callable[[Any], object]) -> None:
    value = json.loads(path.read_text("utf-8"))
    change(value)
    path.write_text(json.dumps(value), "utf-8")


def test_what_was_just_written_holds(folder: Path) -> None:
    report = run_verify(_result(folder))
    assert report.ok, report.lines()
    assert [count.held for count in report.counts] == [1, 1, 4, 1]
    assert [count.of for count in report.counts] == [1, 1, 4, 1]
    assert "1 of 1 direct quotations stand in their pages" in report.lines()


def test_pages_may_lie_elsewhere_now(folder: Path) -> None:
    result = _result(folder)
    (folder / "pile").rename(folder / "moved")
    assert not run_verify(result).ok
    assert run_verify(result, [str(folder / "moved")]).ok


def test_relative_sources_are_found_beside_the_result(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    _edit(_result(folder), lambda value: value["documents"][0].update(source="pile/a.html"))
    monkeypatch.chdir(os.sep)
    assert run_verify(folder / "result.json").ok


def test_an_article_of_a_feed(tmp_path: Path) -> None:
    lines = (json.dumps({"url": f"https://x.example/{n}", "html": PAGE}) for n in range(2))
    (tmp_path / "pile").mkdir()
    (tmp_path / "pile" / "feed.jsonl").write_text("\n".join(lines), "utf-8")
    report = run_verify(_result(tmp_path))
    assert report.ok, report.lines()
    assert report.counts[1].of == 2


def test_a_changed_page_is_told(folder: Path) -> None:
    result = _result(folder)
    (folder / "pile" / "a.html").write_text(PAGE.replace("Friday", "Monday"), "utf-8")
    report = run_verify(result)
    assert not report.ok
    assert "has changed" in report.problems[0].what


def _add(kind: str, /, **item: object) -> Callable[[Any], object]:
    """A result with one more item of a kind, made of these values."""
    return lambda value: value["stories"][0][kind].append(item)


_LINK: dict[str, Any] = {"credit": None, "kind": "copy", "directed": True, "share": 1, "reason": ""}
_LINK |= {"passages": []}
_OMISSION: dict[str, Any] = {"told_by": 2, "others": 2, "reason": ""}
_SPEECH: dict[str, Any] = {"document": "d0", "direct": 1, "indirect": 0, "words": 3, "quotes": ["q7"]}
_VOICE: dict[str, Any] = {"name": "Veldt", "speeches": [_SPEECH], "named_only": [], "absent": []}
EDITS: list[tuple[Callable[[Any], object], str]] = [
    (lambda v: v["stories"][0]["quotes"][0]["content"].update(start=0), "does not stand at"),
    (lambda v: v["stories"][0]["quotes"][0]["content"].update(document="x"), "no document x"),
    (lambda v: v["stories"][0]["quotes"][0].update(speaker="a9"), "there is no actor a9"),
    (lambda v: v["stories"][0].update(documents=["d0"]), "there is no document d0"),
    (lambda v: v["documents"][0].update(text=v["documents"][0]["text"] + " More."), "another text"),
    (lambda v: v["documents"][0].update(sha256="0" * 64), "sha256 is"),
    (lambda v: v["stories"][0]["quotes"][0].update(kind="loud"), "loud"),
    (lambda v: v["documents"][0]["blocks"][1]["places"][0].update(start=0), "where it says"),
    (lambda v: v["documents"][0]["blocks"][1].update(places=[]), "where it says"),
    (_add("lineage", **_LINK, target="d0", source=None), "there is no document d0"),
    (_add("omissions", **_OMISSION, document="d0", statement="t1"), "there is no document d0"),
    (_add("omissions", **_OMISSION, document="d0", statement="t1"), "there is no statement t1"),
    (_add("voices", **_VOICE, actor="a1"), "there is no actor a1"),
    (_add("voices", **_VOICE, actor=None), "there is no quote q7"),
]


@pytest.mark.parametrize(("change", "told"), EDITS, ids=[str(i) for i in range(len(EDITS))])
def test_an_edited_result_is_told(folder: Path, change: Callable[[Any], object], told: str) -> None:
    result = _result(folder)
    _edit(result, change)
    report = run_verify(result)
    assert not report.ok
    assert any(told in problem.what for problem in report.problems), report.lines()


@pytest.mark.parametrize("number", [0, 1, 2, 3, 6, 9, 10])
def test_a_result_that_contradicts_itself_is_not_exported(folder: Path, number: int) -> None:
    result = _result(folder)
    assert load_valid_result(result)
    change, told = EDITS[number]
    _edit(result, change)
    with pytest.raises(ResultError, match=told):
        load_valid_result(result)


def test_a_result_of_the_first_days_holds_still(folder: Path) -> None:
    result = _result(folder)
    _edit(result, lambda value: [value["stories"][0].pop(k) for k in ("lineage", "voices", "omissions")])
    assert run_verify(result).ok


def test_words_that_the_page_does_not_have(folder: Path) -> None:
    """Text and span agree with each other, the page with neither: only the raw page can tell."""
    result = _result(folder)

    def rewrite(value: Any) -> None:
        content = value["stories"][0]["quotes"][0]["content"]
        text = value["documents"][0]["text"]
        content["text"] = content["text"].replace("before", "beyond")
        value["documents"][0]["text"] = text.replace(WORDS, content["text"])

    _edit(result, rewrite)
    told = [problem.what for problem in run_verify(result).problems]
    assert any("beyond" in what and "does not stand in" in what for what in told)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"schema": "other/1"}', '{"schema": 3}', "[" * 100_000])
def test_what_is_no_result(tmp_path: Path, content: str) -> None:
    (tmp_path / "r.json").write_text(content, "utf-8")
    with pytest.raises(ResultError):
        load_result(tmp_path / "r.json")


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(ResultError, match="could not be read"):
        load_result(tmp_path / "r.json")


@pytest.mark.parametrize(
    ("media_type", "cuts", "text"),
    [
        ("text/html", ["one&nbsp;<i>two</i>th<b>ree"], "one twothree"),
        ("text/html", ["end of</a> a line<script>of(code)</script> and on"], "end of a line and on"),
        ("text/html", ["soft\u00adhyphen"], "softhyphen"),
        ("text/html", ["a <a>link<svg><title>opens a tab</title></svg></a> inside"], "a link inside"),
        ("text/html", ["he said \\u201cno\\u201d to A\\/B"], "he said “no” to A/B"),
        ("text/html", ["he said &amp;quot;no&amp;quot;"], 'he said "no"'),
        ("text/html", ["Ann Lee <span>", "said no"], "Ann Lee said no"),
        ("text/plain", ["a &amp; b\nc < d"], "a & b c < d"),
        ("text/plain", ["e\u0301t\u00e9"], "été"),
    ],
)
def test_what_stands_there(media_type: str, cuts: list[str], text: str) -> None:
    assert stands(text, cuts, media_type)
    assert not stands(f"{text} more", cuts, media_type)
    assert not stands(text[:-1], cuts, media_type)
    assert not stands(text, [cuts[0][1:], *cuts[1:]], media_type)


def test_what_cannot_be_seen_needs_no_place() -> None:
    assert stands("\u200d", [], "text/html")
    assert not stands("words", [], "text/html")
