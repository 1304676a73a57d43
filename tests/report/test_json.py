from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from rashomon.config import Config
from rashomon.report.json import to_json
from rashomon.report.schema import load_schema, validate
from rashomon.types import Comparison

from .builder import gazette


def _closed(schema: Any) -> Any:
    """The schema with every object closed: then a key it does not describe is an error."""
    if isinstance(schema, list):
        return [_closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: _closed(value) for key, value in schema.items()}
    return (
        {**closed, "additionalProperties": False}
        if "required" in schema and "properties" in schema
        else closed
    )


def test_output_is_valid_and_every_key_is_described(comparison: Comparison) -> None:
    from jsonschema import Draft202012Validator

    value = json.loads(to_json(comparison, Config()))
    assert validate(value) == []
    assert list(Draft202012Validator(_closed(load_schema())).iter_errors(value)) == []


def test_schema_itself_is_valid() -> None:
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(load_schema())


def test_empty_comparison_is_valid() -> None:
    assert validate(json.loads(to_json(Comparison((), ()), Config()))) == []


def test_spans_resolve(comparison: Comparison) -> None:
    value = json.loads(to_json(comparison, Config()))
    texts = {document["id"]: document["text"] for document in value["documents"]}
    seen = 0

    def walk(item: Any) -> None:
        nonlocal seen
        if isinstance(item, dict):
            if item.keys() == {"document", "start", "end", "text"}:
                seen += 1
                assert texts[item["document"]][item["start"] : item["end"]] == item["text"]
            for inner in item.values():
                walk(inner)
        elif isinstance(item, list):
            for inner in item:
                walk(inner)

    walk(value["stories"])
    assert seen > 50


def test_same_bytes_and_whole_numbers(comparison: Comparison) -> None:
    text = to_json(comparison, Config())
    assert text == to_json(comparison, Config())
    assert '"low": 300,' in text
    assert "300.0" not in text


@pytest.mark.parametrize("odd", ["\ud800", "a\udfffb", "\u2028", "\x00", '"\\'])
def test_any_text_can_be_written_and_read_back(odd: str) -> None:
    text = to_json(Comparison((replace(gazette, text=odd, title=odd),), ()), Config())
    assert json.loads(text.encode("utf-8"))["documents"][0]["text"] == odd


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("schema",), "rashomon.comparison/2"),
        (("documents", 0, "published"), "last week"),
        (("documents", 0, "sha256"), "abc"),
        (("stories", 0, "utterances", 0, "verdict"), "maybe"),
        (("stories", 0, "figures", 0, "values", 0, "span"), None),
        (("stories", 0, "quotes", 0, "kind"), "loud"),
        (("stories", 0, "related", 0), {"relation": "earlier", "reason": "neither"}),
        (("stories", 0, "statements", 0, "members"), []),
    ],
)
def test_what_breaks_the_contract_is_found(
    comparison: Comparison, path: tuple[str | int, ...], wrong: object
) -> None:
    value: Any = json.loads(to_json(comparison, Config()))
    place = value
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = wrong
    assert len(validate(value)) >= 1
