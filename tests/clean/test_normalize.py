"""Text is normalised alike whether it is printable, which is read fast, or not."""

from __future__ import annotations

import pytest

from rashomon.clean.normalize import normalize

CASES = (
    ("a  b   c \n  d\n\n\n e ", "a b c\nd\n\n\ne"),
    (" \n \na \n b ", "a\nb"),
    ("e\u0301 a", "\u00e9 a"),
    ("\ud83d\ude00", "\U0001f600"),
    ("a\ud800b", "a\ufffdb"),
)
#: One that is not printable, and what is left of it.
ODD = (
    ("\t", " "),
    ("\u00a0", " "),
    ("\u00ad", ""),
    ("\u200b", ""),
    ("\r\n", "\n"),
    ("\u2028", "\n"),
    ("\x00", ""),
)


@pytest.mark.parametrize(("text", "told"), CASES)
@pytest.mark.parametrize(("odd", "plain"), ODD)
def test_normalize(text: str, told: str, odd: str, plain: str) -> None:
    assert normalize(text) == told
    assert normalize(f"{text}\nx{odd}y") == f"{told}\nx{plain}y"
