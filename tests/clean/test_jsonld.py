"""JSON-LD as sites write it: nested, in graphs, damaged; which of its objects is the article."""

from __future__ import annotations

import json
import time

import pytest

from rashomon.clean.jsonld import article_of, authors_of, read_linked_data

DAY = '"datePublished": "2021-05-04"'
TITLES = ("Ferry stays in port",)


@pytest.mark.parametrize(
    "script",
    [
        f'{{"@type": "NewsArticle", {DAY}}}',
        f'[{{"@type": "WebSite"}}, {{"@type": ["NewsArticle"], {DAY}}}]',
        f'{{"@graph": [{{"@type": "Organization"}}, {{"@type": "BlogPosting", {DAY}}}]}}',
        f'{{"@type": "WebPage", "mainEntity": {{"@type": "Article", {DAY}}}}}',
        f'{{"@type": "WebPage", {DAY}}}',
        f'<!-- {{"@type": "NewsArticle", {DAY}}} -->',
        f'//<![CDATA[\n{{"@type": "NewsArticle", {DAY}}}\n//]]>',
        f'/*<![CDATA[*/ {{"@type": "NewsArticle", {DAY}}} /*]]>*/',
        f'{{"@type": "NewsArticle", {DAY},}}',
        f'{{"@type": "NewsArticle", "keywords": ["a", "b",], {DAY}}}',
        f'{{"@type": "NewsArticle", "description": "two\nlines\tand a tab", {DAY}}}',
        f'{{"@type": "NewsArticle", "headline": "It\\\'s late", {DAY}}}',
        f'{{"@type": "NewsArticle", {DAY}}}'.replace('"', "&quot;"),
        f'{{"@type": "WebSite"}}{{"@type": "NewsArticle", {DAY}}};',
        f'{{"@type": "NewsArticle", "headline": "He said "no" to it", {DAY}}}',
        f'{{"@type": "NewsArticle", "datePublished": "2020-01-01", {DAY}}}',
    ],
)
def test_the_article_is_read_from_whole_and_damaged_scripts(script: str) -> None:
    article = article_of(read_linked_data([script]), TITLES)
    assert article["datePublished"] == "2021-05-04"


def _listed(*days: str) -> str:
    teasers = [{"item": {"@type": "NewsArticle", "headline": f"Other {d}", "datePublished": d}} for d in days]
    return json.dumps({"@type": "ItemList", "itemListElement": teasers})


@pytest.mark.parametrize(
    ("scripts", "day"),
    [
        ([_listed("2021-05-01", "2021-05-02")], None),
        ([_listed("2021-05-01"), f'{{"@type": "NewsArticle", "headline": "x", {DAY}}}'], "2021-05-04"),
        (
            [
                '[{"@type": "NewsArticle", "headline": "Other", "datePublished": "2021-01-01"},'
                f'{{"@type": "NewsArticle", "headline": "Ferry stays in port", {DAY}}}]'
            ],
            "2021-05-04",
        ),
        (
            [
                '[{"@type": "NewsArticle", "headline": "One", "datePublished": "2021-01-01"},'
                f'{{"@type": "NewsArticle", "headline": "Two", {DAY}}}]'
            ],
            None,
        ),
        (['{"@type": "Comment", "datePublished": "2021-05-09"}'], None),
        (['{"@type": "NewsArticle", "headline": "x"}', f'{{"@type": "WebPage", {DAY}}}'], "2021-05-04"),
        (["{", "", "null", "[[[", "17", '"text"'], None),
    ],
)
def test_teasers_and_comments_are_not_the_article(scripts: list[str], day: str | None) -> None:
    assert article_of(read_linked_data(scripts), TITLES).get("datePublished") == day


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ann Lee", [("Ann Lee", False)]),
        ({"@type": "Person", "name": "Ann Lee"}, [("Ann Lee", False)]),
        ([{"name": "Ann Lee"}, {"name": "Bob Ray"}], [("Ann Lee", False), ("Bob Ray", False)]),
        ({"name": ["Ann Lee", "Bob Ray"]}, [("Ann Lee", False), ("Bob Ray", False)]),
        ({"@type": "Organization", "name": "AFP"}, [("AFP", True)]),
        ({"@id": "#cy"}, [("Cy Fox", False)]),
        ({"@id": "#nobody"}, []),
        ("Jos&eacute; Rey", [("José Rey", False)]),
        (None, []),
        (17, []),
    ],
)
def test_authors(author: object, names: list[tuple[str, bool]]) -> None:
    graph = {
        "@graph": [
            {"@type": "Person", "@id": "#cy", "name": "Cy Fox"},
            {"@type": "Article", "author": author},
        ]
    }
    data = read_linked_data([json.dumps(graph)])
    assert list(authors_of(article_of(data, ()), data)) == names


@pytest.mark.parametrize(
    "script",
    [
        "[" * 100_000,
        '{"@graph":' * 50_000,
        '{"a":1},' * 200_000,
        " " * 1_000_000 + "//]]>",
        '{"datePublished":"' * 50_000,
        "<!--" + "," * 1_000_000,
        '{"n":' + "9" * 10_000 + "}",
    ],
)
def test_junk_is_passed_over_quickly(script: str) -> None:
    start = time.process_time()
    assert article_of(read_linked_data([script]), TITLES) == {}
    assert time.process_time() - start < 2
