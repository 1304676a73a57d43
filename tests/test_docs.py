"""The documentation says what the code does: the reference is read from it, the examples are run."""

from __future__ import annotations

import doctest
import re
import shlex
import shutil
from pathlib import Path

import pytest

from rashomon.cli import make_parser
from rashomon.demo import demo_pile
from scripts.write_reference import PAGES

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
EVERY = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")
WITH_EXAMPLES = [path for path in sorted(DOCS.rglob("*.md")) if ">>> " in path.read_text("utf-8")]


@pytest.mark.parametrize("name", PAGES)
def test_the_reference_is_that_of_the_code(name: str) -> None:
    written = (DOCS / "reference" / f"{name}.md").read_text("utf-8")
    assert written == PAGES[name](), "run python scripts/write_reference.py"


@pytest.mark.parametrize("path", EVERY, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    """Files that are linked are there, and so are the headings."""
    text = path.read_text("utf-8")
    for target, heading in LINK.findall(text):
        linked = (path.parent / target) if target else path
        assert linked.exists(), target
        if heading:
            assert heading in {_anchor(line) for line in linked.read_text("utf-8").splitlines()}, heading


def _anchor(line: str) -> str:
    """The name by which a heading is linked."""
    if not line.startswith("#"):
        return ""
    return re.sub(r"[^\w -]", "", line.lstrip("# ").casefold()).replace(" ", "-")


COMMANDS = re.compile(r"^    (?:\.venv/bin/)?rashomon (.+?)(?: \|.*)?$", re.M)


@pytest.mark.parametrize("path", EVERY, ids=lambda path: str(path.relative_to(ROOT)))
def test_commands_are_such_as_the_command_line_has(path: Path) -> None:
    if path.parent.name == "reference":
        return
    for told in COMMANDS.findall(path.read_text("utf-8")):
        if "..." not in told:
            make_parser().parse_args(shlex.split(told, comments=True))


@pytest.mark.parametrize("path", WITH_EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_run(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each file by itself, in a folder with the demo pages in ``pile``."""
    with demo_pile() as pile:
        shutil.copytree(pile, tmp_path / "pile")
    monkeypatch.chdir(tmp_path)
    failed, run = doctest.testfile(str(path), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert run and not failed
