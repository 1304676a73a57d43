"""Where the data of the benchmarks lies, and what to say when it does not."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

SHARED = Path(__file__).parent.parent.parent / "shared"


def here(*names: str) -> bool:
    """Whether all of these paths under ../shared are there; says which one is not."""
    for name in names:
        if not (SHARED / name).exists():
            print(f"skipped: ../shared/{name} is not here")
            return False
    return True


def is_tuned(name: str) -> bool:
    """Whether a publisher (name, or domain of a page) belongs to the half that rules may be tuned on."""
    return sha256(name.casefold().encode()).digest()[0] % 2 == 0
