from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.report.markdown import escape, to_markdown
from rashomon.types import Comparison


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain words, with (all) sorts!", "plain words, with (all) sorts!"),
        ("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`"),
        ("[x](javascript:alert(1))", r"\[x\](javascript:alert(1))"),
        ("<script>&amp;", r"\<script\>\&amp;"),
        ("a | b", r"a \| b"),
        ("# not a heading", r"\# not a heading"),
        ("#hashtag", "#hashtag"),
        ("- not a list", r"\- not a list"),
        ("-5 degrees", "-5 degrees"),
        ("--- no rule", r"\--- no rule"),
        ("1. no list", r"1\. no list"),
        ("12 people", "12 people"),
        ("two\n\nlines", "two lines"),
        ("a\x00\ud800", "a\ufffd\ufffd"),
        ("", ""),
    ],
)
def test_escape(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def test_brief(comparison: Comparison) -> None:
    text = to_markdown(comparison)
    assert text == to_markdown(comparison)
    order = [line for line in text.splitlines() if line.startswith("#")]
    assert order == [
        "# Fire on night ferry off Orrin, scores rescued",
        "## Told differently",
        "## Told alike by several",
        "## In one report only",
        "## Who said what",
        "## Figures",
        "## Timeline",
        "## Who has what from whom",
        "## Related",
        "## Sources",
        "# Told by one report",
        "# Skipped pages",
    ]
    assert "“Мы потеряли контроль над машинным отделением на час” (Вестник побережья, direct)" in text
    assert "(<https://gazette.example/fire?a=1&b=2>)" in text
    assert "javascript:" not in text
    assert "- Ilse Marrow, hedged: “may have” (Selwyn Gazette)" in text
    assert "| 14 people | Вестник побережья (citing береговая охрана) | told differently |" in text
    assert "“собравшихся в порту бунтовщиками” (Вестник побережья, partly quoted)" in text
    assert "““" not in text


def test_tables_have_the_columns_of_their_head(comparison: Comparison) -> None:
    rows = [line for line in to_markdown(comparison).splitlines() if line.startswith("|")]
    assert len(rows) > 5
    assert {row.replace(r"\|", "").count("|") for row in rows} == {5}


def test_nothing_read() -> None:
    assert to_markdown(Comparison((), ())).strip() == ""


def test_a_report_lacks_a_statement_only_where_that_was_found(comparison: Comparison) -> None:
    """A report that is no member of a statement may tell it in words that were not recognised."""
    bare = replace(comparison, stories=tuple(replace(s, omissions=()) for s in comparison.stories))
    assert "not found in the text of" not in to_markdown(bare)
    assert "not found in the text of" in to_markdown(comparison)
