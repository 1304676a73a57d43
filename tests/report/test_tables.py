from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from rashomon.config import Config
from rashomon.report.json import to_value
from rashomon.report.schema import validate
from rashomon.report.tables import CellType, Table, make_tables, to_csv, to_parquet
from rashomon.types import Comparison

from .old_results import first_days

PLACED = [
    "quotes", "utterances", "figures", "statements", "labels", "differences", "aligned", "lineage", "dates",
    "spans",
]  # fmt: skip
NAMES = ["documents", "stories", *PLACED[:5], "origins", *PLACED[5:8], "voices", "omissions", *PLACED[8:]]
#: What a second place in a row is called: its document, start, end and text.
OTHERS = {
    "differences": ("other_document", "other_start", "other_end", "other_text"),
    "lineage": ("source", "source_start", "source_end", "source_text"),
    "omissions": ("told_in", "told_start", "told_end", "told"),
}
COLUMNS: tuple[tuple[str, CellType], ...] = (
    ("text", "text"),
    ("start", "integer"),
    ("value", "number"),
    ("approximate", "flag"),
)


@pytest.fixture
def tables(comparison: Comparison) -> dict[str, Table]:
    value = to_value(comparison, Config())
    one, other = [d for s in value["stories"] for u in s["utterances"] for d in u["differences"]][:2]
    one["pairs"] = [[one["spans"][0], other["spans"][0]]]
    return {table.name: table for table in make_tables(value)}


def rows(table: Table) -> list[dict[str, Any]]:
    return [dict(zip((name for name, _ in table.columns), row, strict=True)) for row in table.rows]


def test_every_table_has_rows_and_every_row_a_cell_a_column(tables: dict[str, Table]) -> None:
    assert list(tables) == NAMES
    assert all(table.rows for table in tables.values())
    assert all(len(row) == len(table.columns) for table in tables.values() for row in table.rows)


@pytest.mark.parametrize(
    ("name", "columns"),
    [*((name, ("document", "start", "end", "text")) for name in PLACED), *OTHERS.items()],
)
def test_every_row_stands_where_it_says(
    name: str, columns: tuple[str, str, str, str], tables: dict[str, Table]
) -> None:
    texts = {row["id"]: row["text"] for row in rows(tables["documents"])}
    places = [tuple(row[column] for column in columns) for row in rows(tables[name])]
    placed = [place for place in places if place[1] is not None]
    assert placed
    assert all(texts[document][start:end] == text for document, start, end, text in placed)


def test_each_speaker_has_a_row_for_each_report(tables: dict[str, Table]) -> None:
    told = [(row["name"], row["document"]) for row in rows(tables["voices"])]
    assert len(set(told)) == len(told)
    assert {row["presence"] for row in rows(tables["voices"])} == {"speaks", "named_only", "absent"}


def test_a_link_without_a_passage_has_a_row(comparison: Comparison, tables: dict[str, Table]) -> None:
    links = [link for story in comparison.stories for link in story.lineage]
    assert len(rows(tables["lineage"])) == sum(max(1, len(link.passages)) for link in links)
    assert None in {row["document"] for row in rows(tables["lineage"])}


def test_a_result_of_before_has_tables_too(comparison: Comparison) -> None:
    """What a result of the first days has: the keys that the schema asks for, and no others."""
    value = first_days(to_value(comparison, Config()))
    old = {table.name: table for table in make_tables(value)}
    assert list(old) == NAMES
    assert not validate(value)
    assert {name for name, table in old.items() if not table.rows} == {
        "aligned",
        "lineage",
        "voices",
        "omissions",
    }


def test_a_rendering_has_the_differences_of_its_own_words(tables: dict[str, Table]) -> None:
    told = rows(tables["utterances"])
    assert {row["differences"] for row in told} > {None}
    assert len({(row["id"], row["quote"]) for row in told}) == len(told)


def test_spans_are_those_of_all_other_tables(tables: dict[str, Table]) -> None:
    every = {(row["document"], row["start"], row["end"]) for row in rows(tables["spans"])}
    others = {
        (row["document"], row["start"], row["end"]) for name in PLACED[:-1] for row in rows(tables[name])
    }
    assert others - {(None, None, None)} <= every


@pytest.mark.parametrize("name", NAMES)
def test_parquet_holds_the_cells_as_they_are(name: str, tables: dict[str, Table]) -> None:
    read = parquet.read_table(io.BytesIO(to_parquet(tables[name]))).to_pylist()
    assert read == rows(tables[name])


@pytest.mark.parametrize("name", NAMES)
def test_csv_holds_the_cells_as_text(name: str, tables: dict[str, Table]) -> None:
    read = list(csv.DictReader(io.StringIO(to_csv(tables[name]), newline="")))
    told = [{k: "" if v is None else str(v) for k, v in row.items()} for row in rows(tables[name])]
    flags = {"True": "true", "False": "false"}
    assert read == [{k: flags.get(v, v) for k, v in row.items()} for row in told]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("-5 degrees", "'-5 degrees"),
        ("@home", "'@home"),
        ("\tx", "'\tx"),
        ("\n=1", "'\n=1"),
        ("5 - 3 = 2", "5 - 3 = 2"),
        ("half \ud83d pair", "half ? pair"),
    ],
)
def test_no_cell_is_run_as_a_formula(text: str, cell: str) -> None:
    table = Table("t", COLUMNS, ((text, -5, -0.5, False),))
    assert list(csv.reader(io.StringIO(to_csv(table), newline="")))[1] == [cell, "-5", "-0.5", "false"]


@given(st.lists(st.tuples(st.text() | st.none(), st.integers(-(2**53), 2**53), st.none(), st.booleans())))
def test_any_text_is_held(cells: list[tuple[str | None, int, None, bool]]) -> None:
    table = Table("t", COLUMNS, tuple(cells))
    assert [
        tuple(row.values()) for row in parquet.read_table(io.BytesIO(to_parquet(table))).to_pylist()
    ] == cells
    assert len(list(csv.reader(io.StringIO(to_csv(table), newline="")))) == len(cells) + 1
