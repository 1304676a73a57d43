"""How often the encoding of a text that declares none is told by its letters.

Pieces of 40, 150 and 1,000 characters of NTREX-128's references, in each encoding their language was
written in; right is a piece of which at least 199 of 200 characters are read as they were.

    python -m bench.encodings
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from bench.shared import SHARED, here
from rashomon.charsets import decode

NTREX = "data/ntrex"
SIZES = (40, 150, 1000)
ENCODINGS = {
    "zho-CN": ("gb18030",),
    "rus": ("cp1251", "koi8-r", "iso8859-5", "cp866"),
    "ukr": ("cp1251", "koi8-u"),
    "pol": ("cp1250", "iso8859-2"),
    "deu": ("cp1252",),
    "fra": ("cp1252",),
    "spa": ("cp1252",),
    "ita": ("cp1252",),
    "por": ("cp1252",),
    "tur": ("cp1254",),
    "heb": ("cp1255",),
    "arb": ("cp1256",),
    "fas": ("cp1256",),
}
PIECES = 25


def pieces(text: str, size: int) -> Iterator[str]:
    """As many pieces of one size, evenly over the text."""
    for number in range(PIECES):
        at = number * (len(text) - size) // PIECES
        yield text[at : at + size]


def _is_right(got: str, want: str) -> bool:
    same = sum(a == b for a, b in zip(got, want, strict=False))
    return len(got) == len(want) and same * 200 >= 199 * len(want)


def measure(read: Callable[[bytes], str]) -> None:
    """Print the share of pieces read right, by size, and the pairs of which some are not."""
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for language, codecs in ENCODINGS.items():
        text = (SHARED / NTREX / f"ref.{language}.txt").read_text("utf-8")
        for codec in codecs:
            for size in SIZES:
                for piece in pieces(text, size):
                    body = piece.encode(codec, "ignore")
                    want = body.decode(codec)
                    if not any(c > "\x7f" and c.isalpha() for c in want):
                        continue
                    held = _is_right(read(body), want)
                    for key in ("all", f"{size} characters", f"{language} in {codec}"):
                        of[key] += 1
                        right[key] += held
    for key in ("all", *(f"{size} characters" for size in SIZES)):
        print(f"{key}: {right[key] / of[key]:.3f} of {of[key]:,}")
    for key in sorted(key for key in of if right[key] < of[key] and " in " in key):
        print(f"  {key}: {right[key]} of {of[key]}")


if __name__ == "__main__":
    if here(NTREX):
        measure(decode)
