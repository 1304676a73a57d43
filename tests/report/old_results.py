"""Results as they were before keys were added within version 1 of the schema."""

from __future__ import annotations

import json
from typing import Any

from rashomon.report.schema import load_schema


def first_days(value: Any) -> Any:
    """A result with the keys alone that the schema requires; extra keys are those of the first days."""
    return _required(value, {"$ref": "#"}, load_schema())


def _required(value: Any, told: Any, whole: Any) -> Any:
    while "$ref" in told:
        told = whole if told["$ref"] == "#" else whole["$defs"][told["$ref"].rpartition("/")[2]]
    if "anyOf" in told:
        told = next((kind for kind in told["anyOf"] if "$ref" in kind), {}) if value is not None else {}
        return _required(value, told, whole)
    if isinstance(value, list):
        return [_required(item, told.get("items", {}), whole) for item in value]
    if isinstance(value, dict) and "properties" in told:
        either = {key for kind in told.get("oneOf", ()) for key in kind["required"]}
        kept = {*told["required"], *either}
        return {key: _required(v, told["properties"][key], whole) for key, v in value.items() if key in kept}
    return json.loads(json.dumps(value))
