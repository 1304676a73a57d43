"""The pictures of the report in docs/, taken of the demo in Chromium: python -m scripts.take_pictures."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from rashomon.config import Config
from rashomon.demo import demo_pile
from rashomon.pipeline import compare_pages
from rashomon.read.files import read_pages
from rashomon.report.html import to_html

DOCS = Path(__file__).parent.parent / "docs"
#: Name, width, height, theme, what is shown at the top, and what is done before.
PICTURES = (
    ("report", 1280, 1340, "light", "#main", ""),
    (
        "report-reader",
        1280,
        1040,
        "light",
        "#s1-texts",
        "document.querySelectorAll('.base .s-several + .sign')[2].click()",
    ),
    ("report-said", 1280, 980, "light", "#s1-said", ""),
    ("report-figures", 1280, 700, "light", "#s1-figures", ""),
    ("report-statements", 1280, 900, "dark", "#s1-statements", ""),
    ("report-people", 1280, 760, "light", "#s1-people", ""),
    ("report-phone", 390, 844, "dark", "#main", ""),
)


def main() -> None:
    """Write all pictures, replacing those that are there."""
    with demo_pile() as pile, tempfile.TemporaryDirectory() as folder, sync_playwright() as tools:
        page_file = Path(folder) / "report.html"
        page_file.write_text(to_html(compare_pages(read_pages([str(pile)], Config().read, None))), "utf-8")
        browser = tools.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, width, height, theme, top, before in PICTURES:
            page = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if theme == "dark" else "light",
                reduced_motion="reduce",
            )
            page.goto(page_file.as_uri())
            _take(page, DOCS / f"{name}.png", top, before)


def _take(page: Page, target: Path, top: str, before: str) -> None:
    if before:
        page.evaluate(before)
    for _ in range(2):
        # What comes near is laid out only then, and moves the rest.
        page.evaluate("(top) => document.querySelector(top).scrollIntoView()", top)
        page.wait_for_timeout(200)
    page.screenshot(path=target)


if __name__ == "__main__":
    main()
