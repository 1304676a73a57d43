"""Results that others made, broke or kept from before, through every export."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from rashomon.config import Config
from rashomon.report.annotations import to_annotations
from rashomon.report.claims import to_schema_org
from rashomon.report.json import to_value
from rashomon.report.schema import validate
from rashomon.report.tables import make_tables, to_csv, to_parquet
from rashomon.report.tei import to_tei
from rashomon.types import Comparison

from .old_results import first_days

Change = Callable[[Any], Any]


def _renamed(form: str) -> Change:
    """Every id of a result in another form."""

    def change(value: Any) -> Any:
        ids = {document["id"] for document in value["documents"]} | {s["id"] for s in value["stories"]}
        kinds = ("actors", "quotes", "utterances", "figures", "statements")
        ids |= {item["id"] for story in value["stories"] for kind in kinds for item in story[kind]}

        def walk(item: Any) -> Any:
            if isinstance(item, dict):
                return {key: value if key == "kind" else walk(value) for key, value in item.items()}
            if isinstance(item, list):
                return [walk(value) for value in item]
            return form.format(item) if isinstance(item, str) and item in ids else item

        return walk(value)

    return change


def _documents_with(**facts: Any) -> Change:
    return lambda value: {**value, "documents": [d | facts for d in value["documents"]]}


def _stories_with(**facts: Any) -> Change:
    return lambda value: {**value, "stories": [s | facts for s in value["stories"]]}


def _unheard(value: Any) -> Any:
    for story in value["stories"]:
        for quote in story["quotes"]:
            quote |= {"speaker": None, "speaker_name": "\x00\ud83d"}
    return value


def _a_quarter(value: Any) -> Any:
    """Its first and last month stand at the same words; a label may stand in a longer one."""
    for story in value["stories"]:
        story["dates"] = [d | {"value": month} for d in story["dates"] for month in ("2021-07", "2021-09")]
        for actor in story["actors"]:
            spans = [label["span"] for label in actor["labels"]]
            shorter = [span | {"end": span["end"] - 1, "text": span["text"][:-1]} for span in spans]
            actor["labels"] += [{"term": "x", "span": span, "voice": "outlet"} for span in shorter]
    return value


CHANGES: dict[str, Change] = {
    "as it is": lambda value: value,
    "of the first days": first_days,
    "ids with blanks and marks": _renamed('7 <{}> "&\n'),
    "ids with controls": _renamed("{}\x00\ud83d"),
    "one address": _documents_with(url="https://paper.example/story"),
    "an address that runs code": _documents_with(url="javascript:alert(1)"),
    "right to left": _documents_with(outlet="\u202eصحيفة", title="\u2067عنوان", language="ar"),
    "controls": _documents_with(outlet="\x00", title="\x0b\ud83d", authors=["\x01"], language="e\x00n"),
    "a title of controls": _stories_with(title="\x00\ud83d"),
    "speakers of controls": _unheard,
    "keys of later": lambda value: _stories_with(later=[{"id": 7, "start": 1}])(value) | {"more": {}},
    "several at the same words": _a_quarter,
    "no stories": lambda value: {**value, "stories": []},
    "nothing": lambda value: {**value, "stories": [], "documents": []},
}


@pytest.fixture(params=list(CHANGES.values()), ids=list(CHANGES))
def changed(request: pytest.FixtureRequest, comparison: Comparison) -> Any:
    value = request.param(json.loads(json.dumps(to_value(comparison, Config()))))
    assert not validate(value)
    return value


def test_annotations_have_names_of_their_own(changed: Any) -> None:
    collection = json.loads(to_annotations(changed))
    names = [item["id"] for item in collection["first"]["items"]]
    assert len(set(names)) == len(names) == collection["total"]
    assert all(name.isascii() and name.isprintable() and " " not in name for name in names)


def test_nodes_of_the_graph_have_names_of_their_own(changed: Any) -> None:
    graph = json.loads(to_schema_org(changed))["@graph"]
    names = [node["@id"] for node in graph]
    assert len(set(names)) == len(names)
    sources = [source["@id"] for node in graph for source in node.get("isBasedOn", ())]
    assert set(sources) <= set(names)


def test_the_apparatus_is_xml_whose_witnesses_are_there(changed: Any) -> None:
    tree = etree.fromstring(to_tei(changed).encode("utf-8"))
    names = {f"#{name}" for name in tree.xpath("//@xml:id")}
    assert names.issuperset(tree.xpath("//@wit"))


def test_tables_hold_it(changed: Any) -> None:
    for table in make_tables(changed):
        assert to_csv(table).encode("utf-8")
        assert to_parquet(table)


def test_a_report_is_based_on_what_it_has_its_words_from(comparison: Comparison) -> None:
    graph = json.loads(to_schema_org(to_value(comparison, Config())))["@graph"]
    directed = {
        (link.target_id, link.source_id)
        for story in comparison.stories
        for link in story.lineage
        if link.directed and link.source_id
    }
    assert sum(len(node.get("isBasedOn", ())) for node in graph) == len(directed) > 0


def test_passages_and_omissions_are_annotated(comparison: Comparison) -> None:
    items = json.loads(to_annotations(to_value(comparison, Config())))["first"]["items"]
    kinds = {item["id"].split(":")[3] for item in items}
    assert {"lineage", "omission"} <= kinds
