"""Other readers of figures and dates that are measured beside ours, where they are installed.

dateparser reads dates (200 languages by its count), recognizers-text numbers (eight of ours).
quantulum3 reads English only, so that nothing can be held against it here.
"""

from __future__ import annotations

import importlib
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType


@dataclass(frozen=True, slots=True)
class Peer:
    """A reader of one kind of value: a line and its language to the values it tells."""

    name: str
    kind: str
    languages: frozenset[str]
    read: Callable[[str, str], list[float]]
    #: So many lines at most, as some read a few a second.
    lines: int = 2000


def _module(name: str, package: str) -> ModuleType | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return importlib.import_module(name)
    except Exception as error:  # A broken install is told as one that is absent.
        print(f"skipped: {package} ({type(error).__name__}: {error})")
        return None


def _dateparser(module: ModuleType) -> Peer:
    def read(text: str, language: str) -> list[float]:
        found = module.search_dates(text, languages=[language], settings={"REQUIRE_PARTS": ["month"]}) or []
        return sorted({float(day.month) for _, day in found})

    return Peer("dateparser", "months", frozenset("en ru es de fr it pt uk pl tr ar zh".split()), read, 400)


def _recognizers(module: ModuleType) -> Peer:
    cultures = {
        "en": "en-us",
        "es": "es-es",
        "de": "de-de",
        "fr": "fr-fr",
        "it": "it-it",
        "pt": "pt-br",
        "zh": "zh-cn",
        "tr": "tr-tr",
    }

    def read(text: str, language: str) -> list[float]:
        told = []
        for result in module.recognize_number(text, cultures[language]):
            try:
                told.append(abs(float(str((result.resolution or {}).get("value")).replace(",", "."))))
            except ValueError:
                continue
        return sorted({value for value in told if value >= 10})

    return Peer("recognizers-text", "numbers >= 10", frozenset(cultures), read, 400)


def peers() -> Iterator[Peer]:
    """The peers that are installed; one that is not is said to be skipped."""
    for name, package, make in (
        ("dateparser.search", "dateparser", _dateparser),
        ("recognizers_number", "recognizers-text-suite", _recognizers),
    ):
        if module := _module(name, package):
            yield make(module)
