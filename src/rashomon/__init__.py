"""Rashomon lays the accounts of one event side by side.

import rashomon

comparison = rashomon.compare(["pile/"])
for story in comparison.stories:
    for figure in story.figures:
        print(figure.verdict, figure.what, figure.reason)
rashomon.write(comparison, html="report.html")
"""

# The stage of this name is loaded first: afterwards nothing takes the name from the function again.
import rashomon.compare  # noqa: F401
from rashomon.api import (
    clean_pages,
    compare,
    compare_pages,
    load,
    read_pages,
    to_dict,
    to_html,
    to_json,
    to_markdown,
    to_tables,
    verify_result,
    write,
)
from rashomon.errors import InputError, LexiconError, OutputError, RashomonError, ResultError
from rashomon.types import Comparison, Document, Page, Sidecar, Span, StoryComparison

__version__ = "0.1.0"
__all__ = [
    "Comparison",
    "Document",
    "InputError",
    "LexiconError",
    "OutputError",
    "Page",
    "RashomonError",
    "ResultError",
    "Sidecar",
    "Span",
    "StoryComparison",
    "clean_pages",
    "compare",
    "compare_pages",
    "load",
    "read_pages",
    "to_dict",
    "to_html",
    "to_json",
    "to_markdown",
    "to_tables",
    "verify_result",
    "write",
]
