"""What speaks for two documents telling one event."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from rashomon.config import GroupConfig
from rashomon.group.evidence import certainty, features, in_common
from rashomon.group.times import WHOLE, Times
from rashomon.group.vectors import Vector, make_vector

from .pile import article

CONFIG = GroupConfig()
FIRE = "A fire destroyed the old sawmill of Ostheim on Monday and two workers were hurt, the mayor said."
AGAIN = "Two workers were hurt on Monday in a fire that destroyed Ostheim's old sawmill, firefighters said."
FAIR = "The book fair of Marburg opened with record crowds, its director told visitors and publishers."


def pair(left: Vector, right: Vector) -> int:
    (common,) = in_common((left, right), np.array([0]), np.array([1]))
    return certainty(common, left, right, CONFIG)


def vector(name: str, text: str, day: str | None) -> Vector:
    return make_vector(article(name, text[:60], text, published=day), CONFIG)


@pytest.mark.parametrize(
    ("other", "day", "joined"),
    [
        (AGAIN, "2031-03-03", True),
        (AGAIN, "2031-03-04T08:00Z", True),
        (AGAIN, "2031-03-09", False),
        (FAIR, "2031-03-03", False),
    ],
)
def test_words_and_days_decide(other: str, day: str, joined: bool) -> None:
    assert (pair(vector("a", FIRE, "2031-03-03"), vector("b", other, day)) >= WHOLE) is joined


def test_times_that_forbid_one_event_count_against_it() -> None:
    assert pair(vector("a", FIRE, "2031-03-03"), vector("b", AGAIN, "2031-05-03")) == CONFIG.of_other_times


def test_a_pair_is_the_same_both_ways() -> None:
    left, right = vector("a", FIRE, "2031-03-03"), vector("b", AGAIN, None)
    assert pair(left, right) == pair(right, left)


def test_features_have_their_weights() -> None:
    left = vector("a", FIRE, None)
    (common,) = in_common((left, left), np.array([0]), np.array([0]))
    found = features(common, left, left, CONFIG)
    assert len(found) == len(CONFIG.text_pairs) == len(CONFIG.flash_pairs)
    assert (found.cosine, found.headline, found.undated) == (WHOLE, WHOLE, WHOLE)


def test_other_figures_speak_against_one_event_where_no_day_does() -> None:
    told = vector("a", FIRE + " It cost 340 jobs, 17 houses and 2500 trees.", None)
    same = vector("b", AGAIN + " It cost 340 jobs, 17 houses and 2500 trees.", None)
    other = vector("c", AGAIN + " It cost 680 jobs, 71 houses and 5200 trees.", None)
    assert pair(told, other) < pair(told, same)
    (common,) = in_common((told, other), np.array([0]), np.array([1]))
    assert features(common, told, other, CONFIG).differ == WHOLE
    assert features(common, told, replace(other, times=Times((740_000,))), CONFIG).differ == WHOLE
    dated = [replace(v, times=Times((740_000,))) for v in (told, other)]
    assert features(common, dated[0], dated[1], CONFIG).differ == 0
