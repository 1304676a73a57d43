from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from rashomon.report.terminal import print_summary
from rashomon.types import Comparison

from .builder import broken


def _printed(comparison: Comparison, width: int = 80, colour: bool = False) -> str:
    stream = io.StringIO()
    print_summary(comparison, Console(file=stream, width=width, force_terminal=colour))
    return stream.getvalue()


@pytest.mark.parametrize("width", [40, 80, 120])
def test_lines_fit_and_have_no_colour_in_a_pipe(comparison: Comparison, width: int) -> None:
    text = _printed(comparison, width)
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= width
    assert [line for line in text.splitlines() if line != line.rstrip()] == []


def test_what_it_tells(comparison: Comparison) -> None:
    text = _printed(comparison)
    for words in (
        "5 reports · 5 outlets · 3 origins",
        "≥ 12 people: Selwyn Gazette, Orrin Today",
        "El Diario: “Nadie se quedó atrás”",
        "hedged: “may have” (Selwyn Gazette)",
        "4 of 5 reports, 2 origins",
        "earlier: Halcyon fails safety check",
        "Skipped: 1 page",
        "8 pages, 3 stories",
    ):
        assert words in text


def test_a_page_cannot_steer_the_terminal() -> None:
    odd = replace(broken, source="\x1b[31mred\x07\u202e[bold]", skipped="\ud800")
    text = _printed(Comparison((odd,), ()), colour=True)
    assert "[31m" in text
    assert not set(text) & {"\x07", "\u202e", "\ud800"}
    assert "\x1b[31m" not in text
    assert "[bold]" in text


def test_nothing_read() -> None:
    assert _printed(Comparison((), ())).strip() == "0 pages, 0 stories"
