from __future__ import annotations

import json
from typing import Any

import pytest

from rashomon.config import Config
from rashomon.report.claims import to_schema_org
from rashomon.report.json import to_value
from rashomon.types import Comparison


@pytest.fixture
def graph(comparison: Comparison) -> list[dict[str, Any]]:
    return list(json.loads(to_schema_org(to_value(comparison, Config())))["@graph"])


def of(graph: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [node for node in graph if node["@type"] == kind]


def test_every_reference_names_a_node(graph: list[dict[str, Any]]) -> None:
    names = {node["@id"] for node in graph}
    assert len(names) == len(graph)
    referred = [node["isPartOf"]["@id"] for node in of(graph, "Quotation")]
    referred += [told["@id"] for node in of(graph, "Claim") for told in node["appearance"]]
    referred += [
        n["spokenByCharacter"]["@id"]
        for n in of(graph, "Quotation")
        if "@id" in n.get("spokenByCharacter", {})
    ]
    assert set(referred) <= names


def test_quotations_and_claims_are_words_of_the_pages(
    graph: list[dict[str, Any]], comparison: Comparison
) -> None:
    texts = [document.text for document in comparison.documents]
    told = of(graph, "Quotation") + of(graph, "Claim")
    assert len(told) > 10
    assert all(any(node["text"] in text for text in texts) for node in told)


def test_reports_have_outlet_and_day(graph: list[dict[str, Any]], comparison: Comparison) -> None:
    articles = of(graph, "NewsArticle")
    assert len(articles) == sum(document.skipped is None for document in comparison.documents)
    assert any("publisher" in article and "datePublished" in article for article in articles)
    assert not any(value in (None, "", []) for article in articles for value in article.values())
