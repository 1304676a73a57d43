"""The documentation says what the code does: the reference is read from it, the examples are run."""

from __future__ import annotations

import doctest
import shutil
from pathlib import Path

import pytest

from rashomon.demo import demo_pile
from scripts.write_reference import api_reference, cli_reference

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
WITH_EXAMPLES = [path for path in sorted(DOCS.rglob("*.md")) if ">>> " in path.read_text("utf-8")]


@pytest.mark.parametrize(("name", "written"), [("cli", cli_reference), ("python", api_reference)])
def test_the_reference_is_that_of_the_code(name: str, written: object) -> None:
    assert callable(written)
    assert (DOCS / "reference" / f"{name}.md").read_text("utf-8") == written(), (
        "run python scripts/write_reference.py"
    )


@pytest.mark.parametrize("path", WITH_EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_run(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each file by itself, in a folder with the demo pages in ``pile``."""
    with demo_pile() as pile:
        shutil.copytree(pile, tmp_path / "pile")
    monkeypatch.chdir(tmp_path)
    failed, run = doctest.testfile(str(path), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert run and not failed
