"""A small pile of pages to try Rashomon on: invented outlets on an invented ferry disaster.

All of it is our own writing: the country, the places, the people and the outlets do not exist.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from pathlib import Path


def demo_pile() -> AbstractContextManager[Path]:
    """The folder of the demo pages, as a path for as long as the context is open."""
    return as_file(files("rashomon").joinpath("demo", "pile"))
