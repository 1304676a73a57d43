"""Page -> Document: the text of the article, without what stands around it."""

from __future__ import annotations

import hashlib
import re

from rashomon.languages import detect_language
from rashomon.types import Block, Document, Page


def clean(page: Page) -> Document:
    """The article on a page; ``skipped`` says why where there is none."""
    sha256 = hashlib.sha256(page.body).hexdigest()
    text = re.sub(r"<[^>]*>", " ", page.body.decode("utf-8", "replace"))
    paragraphs = [line.strip() for line in text.split("\n") if line.strip()]
    text, blocks = "\n\n".join(paragraphs), []
    start = 0
    for paragraph in paragraphs:
        blocks.append(Block(start, start + len(paragraph), "body"))
        start += len(paragraph) + 2
    return Document(
        "d" + sha256[:12],
        page.source,
        sha256,
        language=detect_language(text),
        text=text,
        blocks=tuple(blocks),
    )
