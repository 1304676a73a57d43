"""Units of measure and signs of currencies, the same in every language."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

from rashomon.types import Quantity


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("rashomon").joinpath("lexicon", "units.toml").read_text("utf-8"))


def symbols() -> dict[str, str]:
    """Signs and codes, lower case, to units: '%' to 'percent', '$' to 'USD'."""
    return dict(_tables()["symbols"])


def convert(value: float, unit: str) -> tuple[float, str]:
    """The value in the unit figures are reported in; lengths become metres."""
    lengths, same = _tables()["lengths"], _tables()["same"]
    if unit in lengths:
        return float(f"{value * lengths[unit]:.9g}"), "metre"
    if unit in same:
        return value * same[unit]["factor"], str(same[unit]["unit"])
    return value, unit


@cache
def _compared() -> dict[str, tuple[str, float]]:
    return {unit: (base, f) for base, units in _tables()["compared"].items() for unit, f in units.items()}


def in_common(value: float, unit: str) -> tuple[float, str]:
    """The value in the unit figures of its kind are compared in: miles an hour become kilometres an hour."""
    base, factor = _compared().get(unit, (unit, 1.0))
    if factor == 1.0:
        return value, base
    return float(f"{(value - _tables()['zeros'].get(unit, 0.0)) * factor:.9g}"), base


def comparable(quantity: Quantity) -> Quantity:
    """The quantity with its numbers in the unit figures of its kind are compared in."""
    base, factor = _compared().get(quantity.unit, (quantity.unit, 1.0))
    if base == quantity.unit:
        return quantity
    value, low, high = (
        None if n is None else in_common(n, quantity.unit)[0]
        for n in (quantity.value, quantity.low, quantity.high)
    )
    return replace(quantity, value=value, low=low, high=high, unit=base, step=quantity.step * factor)


def is_converted(unit: str) -> bool:
    """Whether figures come in the unit from others, and so only as finely as they were told."""
    return unit == "metre" or unit in _tables()["compared"]


def difference(unit: str) -> str:
    """The unit of a difference: of two temperatures it has no zero. Other units stay."""
    return str(_tables()["differences"].get(unit, unit))


def of_millions(unit: str) -> str:
    """The unit of a number told in millions: those of pounds are money."""
    return str(_tables()["millions"].get(unit, unit))


def is_currency(unit: str) -> bool:
    """Whether the unit is an ISO 4217 code."""
    return len(unit) == 3 and unit.isalpha() and unit.isupper()


#: Units of time a figure may be told in, as ``convert`` gives them.
TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})


def kind_of(unit: str) -> str:
    """The kind of a unit: "money", "time", "count" for a counted noun, or the measure itself."""
    if is_currency(unit):
        return "money"
    if unit in TIMES:
        return "time"
    return unit if unit in _tables()["measures"] or " " in unit else "count"


def may_be_told_in(frame: str, unit: str) -> bool:
    """Whether a frame can be told in a unit: nobody dies in percentage points, and no car does."""
    tolls = _tables()["tolls"]
    if frame in tolls["of_persons"] and unit in tolls["things"]:
        return False
    allowed = _tables()["frames"].get(frame)
    return allowed is None or kind_of(unit) in allowed


def is_toll(frame: str | None) -> bool:
    """Whether the frame counts people an event befell."""
    return frame in _tables()["tolls"]["frames"]


def counts_people(unit: str) -> bool:
    """Whether a toll may be told in the noun: people and homes, not bullets."""
    return unit in _tables()["tolls"]["nouns"]


def may_be_disputed(frame: str | None) -> bool:
    """Whether unequal figures of the frame may be told of one thing."""
    return is_toll(frame) or frame in _tables()["disputed"]["frames"]


def is_dimension(frame: str | None) -> bool:
    """Whether the frame only says which way a length runs."""
    return frame in _tables()["dimensions"]["frames"]


def may_measure(frame: str, number: float) -> bool:
    """Whether a length or a time of so much, in metres, may run as the frame says."""
    return number >= float(_tables()["dimensions"].get(frame, 0.0))


def is_weak(frame: str) -> bool:
    """Whether any other frame near a number goes before this one."""
    return frame in _tables()["weak"]["frames"]


def is_claimed(frame: str | None) -> bool:
    """Whether parties each put their own number on what the frame tells."""
    return frame in _tables()["claimed"]["frames"]


def known_noun(unit: str) -> bool:
    """Whether the unit is a counted noun with a plural of its own in the lexicon."""
    return unit in _tables()["plurals"]


def plural(unit: str) -> str:
    """The unit or counted noun as a label has it: 'people', 'miles per hour', 'EUR'."""
    if is_currency(unit) or unit in _tables()["plurals"]:
        return str(_tables()["plurals"].get(unit, unit))
    return unit if unit.endswith("s") else unit + "s"


def title_of(frame: str, unit: str = "") -> str:
    """How the frame is named to readers, with {} for what is counted where it counts something."""
    titles = _tables()["titles"]
    return str(titles.get(f"{frame} {unit}") or titles.get(frame, frame))


def measured_by(unit: str) -> str | None:
    """What the unit measures, or None where it is a counted noun."""
    return "money" if is_currency(unit) else _tables()["measures"].get(unit)
