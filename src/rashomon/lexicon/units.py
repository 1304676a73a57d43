"""Units of measure and signs of currencies, the same in every language."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("rashomon").joinpath("lexicon", "units.toml").read_text("utf-8"))


def symbols() -> dict[str, str]:
    """Signs and codes, lower case, to units: '%' to 'percent', '$' to 'USD'."""
    return dict(_tables()["symbols"])


def convert(value: float, unit: str) -> tuple[float, str]:
    """The value in the unit figures are compared in; lengths become metres."""
    lengths, same = _tables()["lengths"], _tables()["same"]
    if unit in lengths:
        return float(f"{value * lengths[unit]:.9g}"), "metre"
    if unit in same:
        return value * same[unit]["factor"], str(same[unit]["unit"])
    return value, unit


def is_currency(unit: str) -> bool:
    """Whether the unit is an ISO 4217 code."""
    return len(unit) == 3 and unit.isalpha() and unit.isupper()
