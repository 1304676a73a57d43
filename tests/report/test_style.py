"""The colours of the HTML report: WCAG 2.2 AA, 4.5 to 1 for text, in light and in dark."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

STYLE = files("rashomon.report").joinpath("templates", "style.css").read_text("utf-8")
COLOURS = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", STYLE)

ON_PAPER = ["ink", "soft", "link", "differ", "agree", "single", "undecided"]
BACKGROUNDS = ["quote", "label", "alone", "several", "echo", "shared", "differ-bg", "faint"]
PAIRS = [
    *((text, ground) for text in ON_PAPER for ground in ("paper", "card")),
    *((verdict, f"{verdict}-bg") for verdict in ("differ", "agree", "single", "undecided")),
    *(("ink", ground) for ground in BACKGROUNDS),
    *(("paper", f"h{number}") for number in range(6)),
    # Words that differ, within a shade of the reader.
    *(("differ", shade) for shade in ("differ-bg", "several", "echo", "alone")),
]


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read(text: str, ground: str, theme: int) -> None:
    palette = {name: (light, dark)[theme] for name, light, dark in COLOURS}
    low, high = sorted((_luminance(palette[text]), _luminance(palette[ground])))
    assert (high + 0.05) / (low + 0.05) >= 4.5
