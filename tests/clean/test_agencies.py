"""The cheap look before the search for a picture credit lets every credit pass."""

from __future__ import annotations

import pytest

from rashomon.clean.agencies import ENDING_CREDIT, may_credit

CREDITS = (
    "The ferry in port on Monday. REUTERS",
    "The ferry in port on Monday. Ann Lee,Reuters",
    "The ferry in port on Monday. Ann Lee | AFP",
    "The ferry in port on Monday 2019 AP)",
    "The ferry in port on Monday. AP via Ann Lee",
    "The ferry in port (Getty Images Photo).",
    "The ferry in port on Monday. © Harbour News",
    "РИА Новости",
)


@pytest.mark.parametrize("text", CREDITS)
def test_credits_pass(text: str) -> None:
    assert ENDING_CREDIT.search(text)
    assert may_credit(text)


@pytest.mark.parametrize("text", ["The AP told it on Monday.", "A line of words", "", ")"])
def test_most_lines_are_no_credits(text: str) -> None:
    assert not may_credit(text)
