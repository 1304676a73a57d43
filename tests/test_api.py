"""What ``import rashomon`` offers, as its documentation shows it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import rashomon
from rashomon.demo import demo_pile
from rashomon.types import Comparison, Page

HARBOUR = (
    b"Harbour wall gives way in Testhaven\n\nTESTHAVEN, 4 March 2024 - The wall gave way on Monday.\n\n"
    b'"We warned of this for years," the mayor, Anna Berg, said. At least 14 people were hurt.\n'
)


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    with demo_pile() as pile:
        return rashomon.compare(pile)


def test_every_name_is_offered() -> None:
    assert all(hasattr(rashomon, name) for name in rashomon.__all__)


@pytest.mark.parametrize(
    "first",
    [
        "import rashomon.compare.figures",
        "from rashomon import pipeline",
        "from rashomon.compare import origins",
    ],
)
def test_compare_stays_a_function_whatever_is_loaded(first: str) -> None:
    check = f"{first}; import rashomon; assert type(rashomon.compare).__name__ == 'function'"
    subprocess.run([sys.executable, "-c", check], check=True)


def test_the_package_loads_no_stage_before_it_is_used() -> None:
    check = (
        "import sys, rashomon; assert not {'natasha', 'trafilatura', 'lxml', 'numpy'} & sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", check], check=True)


def test_one_path_or_several(comparison: Comparison) -> None:
    with demo_pile() as pile:
        assert rashomon.compare([str(page) for page in sorted(pile.iterdir())]).stories == comparison.stories


def test_pages_made_by_hand() -> None:
    (story,) = rashomon.compare_pages([rashomon.Page("a.txt", HARBOUR, "text/plain")]).stories
    assert [quote.speaker_name for quote in story.quotes] == ["Anna Berg"]


@pytest.mark.parametrize("pages", [(), (Page("a.txt", b"", "text/plain"),)])
def test_nothing_to_read_is_said(pages: tuple[Page, ...]) -> None:
    with pytest.raises(rashomon.InputError, match="nothing could be read"):
        rashomon.compare_pages(pages)


def test_what_is_written_holds(comparison: Comparison, tmp_path: Path) -> None:
    with demo_pile() as pile:
        pages = rashomon.read_pages(pile)
        assert rashomon.verify_result(rashomon.to_dict(comparison), pile).ok
    rashomon.write(
        comparison, pages, bundle=tmp_path / "b.zip", schema_org=tmp_path / "c.json", json=tmp_path / "r"
    )
    assert (tmp_path / "r").read_text("utf-8") == rashomon.to_json(comparison)
    assert rashomon.verify_result(tmp_path / "b.zip").ok


def test_a_comparison_is_loaded_from_what_was_written(comparison: Comparison, tmp_path: Path) -> None:
    rashomon.write(comparison, json=tmp_path / "r.json")
    loaded = rashomon.load(tmp_path / "r.json")
    assert rashomon.to_json(loaded) == rashomon.to_json(comparison)
    with pytest.raises(rashomon.ResultError):
        rashomon.load(tmp_path / "none.json")


def test_tables_are_those_of_the_result_as_it_was_written(comparison: Comparison) -> None:
    tables = rashomon.to_tables(comparison)
    assert tables == rashomon.to_tables(json.loads(rashomon.to_json(comparison)))
    assert {row["verdict"] for row in tables["figures"]} >= {"agree", "differ", "single"}
    assert all(row.keys() == rows[0].keys() for rows in tables.values() for row in rows)


def test_a_brief_is_what_is_written(comparison: Comparison, tmp_path: Path) -> None:
    rashomon.write(comparison, markdown=tmp_path / "brief.md")
    assert (tmp_path / "brief.md").read_text("utf-8") == rashomon.to_markdown(comparison)


def test_an_unknown_kind_is_refused(comparison: Comparison, tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="docx"):
        rashomon.write(comparison, docx=tmp_path / "x")


def test_articles_alone() -> None:
    with demo_pile() as pile:
        cleaned = rashomon.clean_pages(pile)
    assert all(page.document.text and page.lines for page in cleaned)
