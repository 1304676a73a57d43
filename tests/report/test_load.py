from __future__ import annotations

import json
from typing import Any

import pytest

from rashomon.config import Config
from rashomon.demo import demo_pile
from rashomon.pipeline import compare_pages
from rashomon.read.files import read_pages
from rashomon.report.html import to_html
from rashomon.report.json import to_value
from rashomon.report.load import from_value
from rashomon.report.markdown import to_markdown
from rashomon.report.schema import validate
from rashomon.types import Comparison

from .old_results import first_days


@pytest.fixture(scope="module")
def demo() -> Comparison:
    with demo_pile() as pile:
        return compare_pages(read_pages([str(pile)]))


def _read_back(value: Any) -> Any:
    return json.loads(json.dumps(value))


@pytest.mark.parametrize("which", ["comparison", "demo"])
def test_a_result_read_back_is_written_alike(which: str, request: pytest.FixtureRequest) -> None:
    value = _read_back(to_value(request.getfixturevalue(which), Config()))
    assert to_value(from_value(value), Config()) == value


def test_a_report_of_a_result_is_that_of_its_comparison(demo: Comparison) -> None:
    again = from_value(_read_back(to_value(demo, Config())))
    assert to_html(again) == to_html(demo)
    assert to_markdown(again) == to_markdown(demo)


def test_a_result_of_the_first_days_is_read_and_shown(comparison: Comparison) -> None:
    old = from_value(first_days(_read_back(to_value(comparison, Config()))))
    assert not validate(to_value(old, Config()))
    assert to_html(old) and to_markdown(old)
