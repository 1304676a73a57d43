"""Units: what a figure is reported in and what it is compared in. Values by NIST SP 811, appendix B."""

from __future__ import annotations

import pytest

from rashomon.lexicon.units import (
    comparable,
    convert,
    difference,
    in_common,
    is_converted,
    kind_of,
    of_millions,
)
from rashomon.types import Quantity, Span

REPORTED = [
    (2.0, "mile", 3218.688, "metre"),
    (85.0, "mile per hour", 85.0, "mile per hour"),
    (3.0, "decade", 30.0, "year"),
    (7.0, "gallon", 7.0, "gallon"),
]


@pytest.mark.parametrize(("value", "unit", "reported", "name"), REPORTED)
def test_lengths_are_reported_in_metres_and_the_rest_as_told(
    value: float, unit: str, reported: float, name: str
) -> None:
    number, told = convert(value, unit)
    assert told == name
    assert number == pytest.approx(reported)


COMPARED = [
    (60.0, "mile per hour", 96.56064, "kilometre per hour"),
    (10.0, "metre per second", 36.0, "kilometre per hour"),
    (20.0, "knot", 37.04, "kilometre per hour"),
    (550.0, "pound", 249.47580, "kilogram"),
    (4.0, "ounce", 0.11339809, "kilogram"),
    (3.0, "ton", 3000.0, "kilogram"),
    (3.0, "short ton", 2721.55422, "kilogram"),
    (5.0, "acre", 20234.282, "square metre"),
    (2.0, "square mile", 5179976.22, "square metre"),
    (1.0, "hectare", 10000.0, "square metre"),
    (10.0, "gallon", 37.85411784, "litre"),
    (1.0, "barrel", 158.987295, "litre"),
    (2.0, "cubic metre", 2000.0, "litre"),
    (68.0, "degree Fahrenheit", 20.0, "degree Celsius"),
    (9.0, "Fahrenheit degree", 5.0, "Celsius degree"),
    (80.0, "degree", 80.0, "degree"),
    (12.0, "person", 12.0, "person"),
]


@pytest.mark.parametrize(("value", "unit", "common", "name"), COMPARED)
def test_units_of_a_kind_are_compared_in_one(value: float, unit: str, common: float, name: str) -> None:
    number, told = in_common(value, unit)
    assert told == name
    assert number == pytest.approx(common)


def test_a_quantity_is_compared_with_its_bounds_and_step() -> None:
    told = Quantity(Span("d", 0, 1, "x"), None, 32.0, 212.0, "degree Fahrenheit", step=9.0)
    common = comparable(told)
    assert (common.value, common.low) == (None, 0.0)
    assert common.high == pytest.approx(100.0)
    assert (common.unit, common.span) == ("degree Celsius", told.span)
    assert common.step == pytest.approx(5.0)


def test_a_quantity_of_no_such_unit_stays_itself() -> None:
    told = Quantity(Span("d", 0, 1, "x"), 12.0, None, None, "person")
    assert comparable(told) is told


def test_kinds() -> None:
    assert [kind_of(u) for u in ("hectare", "Celsius degree", "USD", "week", "village")] == [
        "hectare",
        "Celsius degree",
        "money",
        "time",
        "count",
    ]
    assert is_converted("metre")
    assert is_converted("kilogram")
    assert not is_converted("person")
    assert (difference("degree Celsius"), difference("metre")) == ("Celsius degree", "metre")
    assert (of_millions("pound"), of_millions("ton")) == ("GBP", "ton")
