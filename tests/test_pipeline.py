"""The run as a whole: nothing of the order, the workers or the bytes of a page may show or crash."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.config import Config
from rashomon.demo import demo_pile
from rashomon.pipeline import compare_pages
from rashomon.read.files import read_pages
from rashomon.report.json import to_json
from rashomon.report.schema import validate
from rashomon.types import Comparison, Page

SLOW = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@pytest.fixture(scope="module")
def demo_pages() -> tuple[Page, ...]:
    with demo_pile() as pile:
        return read_pages([str(pile)], Config().read)


@pytest.fixture(scope="module")
def demo_json(demo_pages: tuple[Page, ...]) -> str:
    return to_json(compare_pages(demo_pages), Config())


def _spans(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        here = [value] if {"document", "start", "end", "text"} <= value.keys() else []
        return here + [span for item in value.values() for span in _spans(item)]
    if isinstance(value, list):
        return [span for item in value for span in _spans(item)]
    return []


def assert_sound(comparison: Comparison) -> None:
    """The result obeys the schema, every span resolves, every readable page is in one story."""
    import json

    value = json.loads(to_json(comparison, Config()))
    assert validate(value) == []
    texts = {document["id"]: document["text"] for document in value["documents"]}
    for span in _spans(value["stories"]):
        assert texts[span["document"]][span["start"] : span["end"]] == span["text"]
    told = sorted(i for story in value["stories"] for i in story["documents"])
    assert told == sorted(d["id"] for d in value["documents"] if d["skipped"] is None)


def test_demo_is_sound(demo_pages: tuple[Page, ...]) -> None:
    assert_sound(compare_pages(demo_pages))


@pytest.mark.parametrize("seed", [1, 2])
def test_order_of_input_changes_no_byte(demo_pages: tuple[Page, ...], demo_json: str, seed: int) -> None:
    shuffled = list(demo_pages)
    random.Random(seed).shuffle(shuffled)
    assert to_json(compare_pages(tuple(shuffled)), Config()) == demo_json


def test_number_of_workers_changes_no_byte(demo_pages: tuple[Page, ...], demo_json: str) -> None:
    assert to_json(compare_pages(demo_pages, workers=2), Config()) == demo_json


def test_a_page_more_leaves_other_documents_as_they_were(demo_pages: tuple[Page, ...]) -> None:
    fewer = compare_pages(demo_pages[1:])
    assert {d.id for d in fewer.documents} < {d.id for d in compare_pages(demo_pages).documents}


@pytest.mark.parametrize("media_type", ["text/html", "text/plain"])
@SLOW
@given(body=st.binary(max_size=3000))
def test_no_bytes_crash_a_run(media_type: str, body: bytes) -> None:
    assert_sound(compare_pages((Page("a", body, media_type),)))


#: Pieces that the rules look at, in every wrong order.
PIECES = st.sampled_from(
    '“|”|"|«|»|„|‘|’|—|(|)|.|,|:|\n|\n\n| |\u200b|\u202e'
    "|said|that|according to|заявил|что|по словам|dijo que|sagte|a déclaré|ha detto"
    "|Anna Berg|Mr Berg|президент Иван Лесной|he|он|the ministry|Россия|U.S.|IS"
    "|more than|300,000|3.5|млн|people|dead|miles|$5|on Monday|12 декабря|in March"
    "|last year|hace|vor drei Jahren|MOSCOW, December 12. /TASS/.|Photo:|<p>|</p>|<script>"
    "|&#8220;|👩‍👩‍👧|ﬁ|İ|ß|\ud7ff|一二三".split("|")
)


@SLOW
@given(pieces=st.lists(PIECES, max_size=60), other=st.lists(PIECES, max_size=60))
def test_no_text_breaks_a_span(pieces: list[str], other: list[str]) -> None:
    lead = "The ministry said on Monday that the water had reached the old town. "
    pages = tuple(
        Page(name, (lead + " ".join(parts)).encode("utf-8"), "text/plain")
        for name, parts in (("a.txt", pieces), ("b.txt", other))
    )
    assert_sound(compare_pages(pages))


def test_bad_pages_are_listed_and_the_rest_is_compared(tmp_path: Path) -> None:
    good = (
        "Harbour wall gives way in Testhaven\n\n"
        "TESTHAVEN (Reuters) - The harbour wall gave way on Monday.\n\n"
        '"We warned of this for years," the mayor, Anna Berg, said. At least 14 people were hurt.\n'
    )
    files: dict[str, bytes] = {
        "good.txt": good.encode(),
        "copy.txt": good.encode(),
        "empty.txt": b"",
        "binary.txt": bytes(range(256)) * 20,
        "truncated.html": b"<html><body><p>The harbour wall gave way on Monday, the mayor said. <a hr",
        "misencoded.txt": "Die Küstenstraße in Testhafen ist gesperrt, sagte die Bürgermeisterin.".encode(
            "utf-16-be"
        ),
        "deep.html": b"<div>" * 60_000 + b"text",
        "scripts.html": b"<html><script>" + b"var a = 1;" * 1000 + b"</script></html>",
        "tongue.txt": "Ko te whare nui kei runga i te puke, e kī ana te kaumātua.".encode(),
        "broken.json": b'{"text": "x',
        "sidecar.txt": good.replace("Monday", "Tuesday").encode(),
        "sidecar.json": b"[1, 2",
        "lines.jsonl": b'{"text": "The harbour wall gave way on Monday, the mayor said."}\nnot json\n',
    }
    for name, body in files.items():
        (tmp_path / name).write_bytes(body)
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    comparison = compare_pages(read_pages([str(tmp_path)], Config().read))
    assert_sound(comparison)
    skipped = {Path(d.source).name: d.skipped for d in comparison.documents if d.skipped}
    for name in ("empty.txt", "binary.txt", "scripts.html", "broken.json", "dangling.txt"):
        assert skipped[name]
    assert len({"good.txt", "copy.txt"} & skipped.keys()) == 1
    assert "sidecar.txt" not in skipped


def test_large_pages_are_bounded(tmp_path: Path) -> None:
    (tmp_path / "huge.txt").write_bytes(b"The wall gave way. " * 3_000_000)
    comparison = compare_pages(read_pages([str(tmp_path)], Config().read))
    assert [bool(d.skipped) for d in comparison.documents] == [True]
