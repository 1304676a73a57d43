"""Imports run one way, as the layout draws it; a stage never imports another stage."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "rashomon"
STAGES = {"read", "clean", "annotate", "group", "align", "compare", "report", "store"}
#: The foundation, on which every stage may stand.
FOUNDATION = {
    "types",
    "errors",
    "alphabets",
    "config",
    "languages",
    "lexicon",
    "chronology",
    "textmatch",
    "likeness",
    "lineroles",
    "charsets",
}
MAY_IMPORT = {
    "types": set(),
    "errors": set(),
    "config": set(),
    **dict.fromkeys(FOUNDATION - {"types", "errors", "config"}, FOUNDATION),
    **{stage: FOUNDATION | {stage} for stage in STAGES},
    "pipeline": FOUNDATION | STAGES,
    "bundle": FOUNDATION | {"report"},
    "verify": FOUNDATION | STAGES | {"pipeline", "bundle"},
    "outputs": FOUNDATION | {"report", "bundle"},
    "api": FOUNDATION | STAGES | {"pipeline", "outputs", "verify", "neural"},
    "neural": FOUNDATION,
    "demo": FOUNDATION,
    "archive": FOUNDATION | STAGES | {"pipeline"},
    "cli_lexicon": FOUNDATION | {"report"},
    "cli": FOUNDATION | STAGES | {"pipeline", "outputs", "verify", "neural", "demo", "cli_lexicon"},
    "web": FOUNDATION | STAGES | {"pipeline", "web"},
}


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else []
        )
        yield from (name.split(".")[1] for name in names if name.startswith("rashomon."))


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_run_one_way(path: Path) -> None:
    part = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if part != "__init__":
        assert set(_imported(path)) <= MAY_IMPORT[part]
