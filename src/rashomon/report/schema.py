"""The published JSON Schema of "rashomon.comparison/1" and whether a value keeps to it."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

#: A broken file can break a rule in every span; more lines than these tell nothing more.
MOST_PROBLEMS = 50


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(load_schema())


def load_schema() -> dict[str, Any]:
    """The schema (JSON Schema draft 2020-12) as it lies in the package."""
    text = files("rashomon.report").joinpath("schema.json").read_text("utf-8")
    value: dict[str, Any] = json.loads(text)
    return value


def validate(value: object) -> list[str]:
    """Where a parsed JSON value breaks the schema, one line each; an empty list when it is valid."""
    problems: list[str] = []
    for error in _validator().iter_errors(value):
        problems.append(_line(error))
        if len(problems) == MOST_PROBLEMS:
            break
    return problems


def _line(error: ValidationError) -> str:
    # A message repeats the whole value it is about, which can be a whole text.
    message = error.message if len(error.message) <= 200 else f"…{error.message[-160:]}"
    return f"{error.json_path}: {message}"
