"""The comparison made by hand, for every test of a report."""

from __future__ import annotations

import pytest

from rashomon.types import Comparison

from .builder import comparison as build


@pytest.fixture(scope="session")
def comparison() -> Comparison:
    return build()
