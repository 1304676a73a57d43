from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from rashomon.config import Config
from rashomon.report.json import to_value
from rashomon.report.tei import to_tei
from rashomon.types import Comparison

TEI = {"t": "http://www.tei-c.org/ns/1.0"}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@pytest.fixture
def value(comparison: Comparison) -> dict[str, Any]:
    return to_value(comparison, Config())


def parsed(value: dict[str, Any]) -> etree._Element:
    return etree.fromstring(to_tei(value).encode("utf-8"))


def test_each_rendering_is_a_reading_of_a_witness(value: dict[str, Any]) -> None:
    tree = parsed(value)
    witnesses = {f"#{w.get(XML_ID)}" for w in tree.iterfind(".//t:witness", TEI)}
    readings = tree.findall(".//t:rdg", TEI)
    told = [q for s in value["stories"] for u in s["utterances"] for q in u["quotes"]]
    assert len(readings) == len(told) > 1
    assert {reading.get("wit") for reading in readings} <= witnesses


def test_readings_are_the_words_as_they_stand(value: dict[str, Any]) -> None:
    contents = {q["id"]: q["content"]["text"] for s in value["stories"] for q in s["quotes"]}
    told = [contents[name] for s in value["stories"] for u in s["utterances"] for name in u["quotes"]]
    readings = parsed(value).iterfind(".//t:rdg", TEI)
    assert ["".join(reading.itertext()) for reading in readings] == told


def test_words_that_differ_are_marked_with_how(value: dict[str, Any]) -> None:
    kinds = {seg.get("ana") for seg in parsed(value).iterfind(".//t:rdg/t:seg", TEI)}
    told = {f"#{d['kind']}" for s in value["stories"] for u in s["utterances"] for d in u["differences"]}
    assert kinds and set(" ".join(filter(None, kinds)).split()) <= told


def test_names_are_such_as_xml_has(value: dict[str, Any]) -> None:
    names = [element.get(XML_ID) for element in parsed(value).iter() if element.get(XML_ID)]
    assert len(set(names)) == len(names)
    assert not any(":" in str(name) or str(name)[0].isdigit() for name in names)


def test_what_xml_cannot_hold_does_not_break_it(value: dict[str, Any]) -> None:
    for story in value["stories"]:
        story["title"] = "bell \x07 and half \ud83d a pair ]]> <b>"
        for quote in story["quotes"]:
            quote["speaker_name"] = "\x00"
    assert parsed(value).find(".//t:head", TEI) is not None


def test_a_result_without_utterances_is_a_document_too(comparison: Comparison) -> None:
    bare = replace(comparison, stories=tuple(replace(s, utterances=()) for s in comparison.stories))
    assert parsed(to_value(bare, Config())).find(".//t:body/t:p", TEI) is not None
