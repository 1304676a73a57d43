"""The language files lang/*.toml, each section read into the frozen dataclass that uses it.

A new language is one file. A stage asks for its section with the shape it needs:

    words = section("ru", "quotes", QuoteWords)

and gets the defaults of the shape for a language that has no file or no such section.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, TypeVar

from rashomon.errors import LanguageFileError

T = TypeVar("T")


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of a text (py3langid), or None where there are too few letters to tell."""
    # Of most texts the beginning has enough.
    if sum(map(str.isalpha, text[:60])) < 20 and sum(map(str.isalpha, text[:4000])) < 20:
        return None
    # Its model takes a quarter of a second to load: only when asked for.
    from py3langid import classify

    return str(classify(text[:4000])[0])


@cache
def known_languages(name: str | None = None) -> tuple[str, ...]:
    """ISO 639-1 codes of the languages that have a file, or of those whose file has the section ``name``."""
    entries = (entry.name for entry in files("rashomon").joinpath("lang").iterdir())
    codes = sorted(entry.removesuffix(".toml") for entry in entries if entry.endswith(".toml"))
    return tuple(code for code in codes if name is None or name in _tables(code))


@cache
def _tables(code: str) -> Mapping[str, Mapping[str, Any]]:
    if code not in known_languages():
        return {}
    return tomllib.loads(files("rashomon").joinpath("lang", f"{code}.toml").read_text("utf-8"))


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    if isinstance(value, dict):
        return MappingProxyType({key: _frozen(item) for key, item in value.items()})
    return value


@cache
def section(code: str, name: str, shape: type[T]) -> T:
    """The section ``name`` of a language as ``shape``, a dataclass; lists become tuples.

    Keys the file leaves out keep the default of the shape. Raises LanguageFileError for a key
    that the shape does not have or a missing key without default.
    """
    table = _tables(code).get(name, {})
    unknown = table.keys() - {field.name for field in fields(shape)}  # type: ignore[arg-type]
    if unknown:
        raise LanguageFileError(f"lang/{code}.toml [{name}]: no such key: {', '.join(sorted(unknown))}")
    try:
        return shape(**{key: _frozen(value) for key, value in table.items()})
    except TypeError as error:
        raise LanguageFileError(f"lang/{code}.toml [{name}]: {error}") from error
