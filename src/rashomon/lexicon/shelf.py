"""Compiled dictionaries of a user, by name where they lie in the data folder, or by path."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from rashomon.errors import LexiconError
from rashomon.lexicon.dictionaries import Dictionary, load_dictionary

_SUFFIX = ".lexicon.gz"


def load_lexicons(names: Sequence[str]) -> tuple[Dictionary, ...]:
    """Compiled dictionaries by path, or by name ("de-en") where they lie in the user's data folder."""
    return tuple(load_dictionary(_found(name)) for name in names)


def lexicon_folder() -> Path:
    """Where compiled dictionaries lie: in the user's data folder (XDG Base Directory)."""
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(home) / "rashomon" / "lexicons"


def kept_at(name: str) -> Path:
    """Where the compiled dictionary of this name lies, or would lie."""
    return lexicon_folder() / f"{name}{_SUFFIX}"


def _found(name: str) -> Path:
    if Path(name).exists() or os.sep in name:
        return Path(name)
    if not kept_at(name).exists():
        raise LexiconError(f"there is no file {name}, and no lexicon of this name in {lexicon_folder()}")
    return kept_at(name)
