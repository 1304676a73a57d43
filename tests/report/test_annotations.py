from __future__ import annotations

import json
from typing import Any

import pytest

from rashomon.config import Config
from rashomon.report.annotations import to_annotations
from rashomon.report.json import to_value
from rashomon.types import Comparison

#: The motivations of the Web Annotation vocabulary that we use.
MOTIVATIONS = {"assessing", "classifying", "identifying", "linking"}


@pytest.fixture
def value(comparison: Comparison) -> dict[str, Any]:
    return to_value(comparison, Config())


@pytest.fixture
def items(value: dict[str, Any]) -> list[dict[str, Any]]:
    collection = json.loads(to_annotations(value))
    assert collection["total"] == len(collection["first"]["items"]) > 20
    return list(collection["first"]["items"])


def selectors(item: dict[str, Any]) -> list[tuple[str, list[dict[str, Any]]]]:
    return [
        (t["source"], t["selector"] if isinstance(t["selector"], list) else [t["selector"]])
        for t in item["target"]
    ]


def test_every_annotation_is_whole_and_has_a_name_of_its_own(items: list[dict[str, Any]]) -> None:
    assert len({item["id"] for item in items}) == len(items)
    assert {item["motivation"] for item in items} <= MOTIVATIONS
    assert all(item["target"] and item["body"][0]["value"] for item in items)


def test_words_are_selected_with_what_stands_around_them(
    items: list[dict[str, Any]], value: dict[str, Any]
) -> None:
    texts = [document["text"] for document in value["documents"]]
    for item in items:
        for _, (words, *_) in selectors(item):
            around = words["prefix"] + words["exact"] + words["suffix"]
            assert any(around in text for text in texts)


def test_positions_are_told_of_our_text_alone(items: list[dict[str, Any]], value: dict[str, Any]) -> None:
    texts = {f"urn:rashomon:document:{d['id']}": d["text"] for d in value["documents"]}
    seen = {True: 0, False: 0}
    for item in items:
        for source, (words, *positions) in selectors(item):
            seen[source in texts] += 1
            assert bool(positions) == (source in texts)
            for position in positions:
                assert texts[source][position["start"] : position["end"]] == words["exact"]
    assert all(seen.values())


def test_an_address_that_runs_code_is_no_source(value: dict[str, Any]) -> None:
    for document in value["documents"]:
        document["url"] = "javascript:alert(1)"
    assert "javascript" not in to_annotations(value)
