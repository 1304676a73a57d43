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
from rashomon.report.tables import CellType, Table, make_tables, to_csv, to_parquet
from rashomon.types import Comparison

NAMES = ["documents", "quotes", "utterances", "figures", "statements", "labels", "spans"]
COLUMNS: tuple[tuple[str, CellType], ...] = (
    ("text", "text"),
    ("start", "integer"),
    ("value", "number"),
    ("approximate", "flag"),
)


@pytest.fixture
def tables(comparison: Comparison) -> dict[str, Table]:
    return {table.name: table for table in make_tables(to_value(comparison, Config()))}


def rows(table: Table) -> list[dict[str, Any]]:
    return [dict(zip((name for name, _ in table.columns), row, strict=True)) for row in table.rows]


def test_every_table_has_rows_and_every_row_a_cell_a_column(tables: dict[str, Table]) -> None:
    assert list(tables) == NAMES
    assert all(table.rows for table in tables.values())
    assert all(len(row) == len(table.columns) for table in tables.values() for row in table.rows)


@pytest.mark.parametrize("name", NAMES[1:])
def test_every_row_stands_where_it_says(name: str, tables: dict[str, Table]) -> None:
    texts = {row["id"]: row["text"] for row in rows(tables["documents"])}
    for row in rows(tables[name]):
        assert texts[row["document"]][row["start"] : row["end"]] == row["text"]


def test_a_rendering_has_the_differences_of_its_own_words(tables: dict[str, Table]) -> None:
    told = rows(tables["utterances"])
    assert {row["differences"] for row in told} > {None}
    assert len({(row["id"], row["quote"]) for row in told}) == len(told)


def test_spans_are_those_of_all_other_tables(tables: dict[str, Table]) -> None:
    every = {(row["document"], row["start"], row["end"]) for row in rows(tables["spans"])}
    others = {
        (row["document"], row["start"], row["end"]) for name in NAMES[1:-1] for row in rows(tables[name])
    }
    assert others <= every


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
