"""Paths, globs, folders, standard input -> pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rashomon.config import ReadConfig
from rashomon.types import Page


def read_pages(paths: Sequence[str], config: ReadConfig) -> tuple[Page, ...]:
    """Every page the paths name, sorted by source. Raises InputError when a path names nothing."""
    found = [
        p for path in paths for p in (sorted(Path(path).iterdir()) if Path(path).is_dir() else [Path(path)])
    ]
    return tuple(
        Page(str(p), p.read_bytes(), "text/html" if p.suffix == ".html" else "text/plain")
        for p in found
        if p.suffix != ".json"
    )
