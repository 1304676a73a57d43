"""Which of two stories of one history came first, and why we say so."""

from __future__ import annotations

from datetime import date

import pytest

from rashomon.config import GroupConfig
from rashomon.group.related import time_between
from rashomon.group.times import Times

MARCH = date(2019, 3, 14).toordinal()
AWAITING = Times(coming=frozenset({(3, 14)}))


@pytest.mark.parametrize(
    ("here", "there", "relation", "reason"),
    [
        ([Times((MARCH,))], [Times((MARCH - 1,))], "earlier", "1 day earlier"),
        ([Times((MARCH,)), Times((MARCH + 2,))], [Times((MARCH + 9,))], "later", "9 days later"),
        ([Times((MARCH,))], [Times((MARCH,))], "same-topic", "told on the same day"),
        ([Times((MARCH,))], [Times()], "same-topic", "the day of one is not known"),
        ([Times((MARCH,))], [Times((MARCH - 400, MARCH - 35))], "same-topic", "the day of one is not known"),
        ([Times((MARCH,))], [AWAITING], "earlier", "the other one awaits a day that has come here"),
        ([AWAITING], [Times((MARCH,))], "later", "a day awaited here has come there"),
    ],
)
def test_time_between(here: list[Times], there: list[Times], relation: str, reason: str) -> None:
    assert time_between(here, there, GroupConfig()) == (relation, reason)
