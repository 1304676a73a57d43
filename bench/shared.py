"""Where the data of the benchmarks lies, and what to say when it does not."""

from __future__ import annotations

from pathlib import Path

SHARED = Path(__file__).parent.parent.parent / "shared"


def here(*names: str) -> bool:
    """Whether all of these paths under ../shared are there; says which one is not."""
    for name in names:
        if not (SHARED / name).exists():
            print(f"skipped: ../shared/{name} is not here")
            return False
    return True
