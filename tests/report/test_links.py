from __future__ import annotations

import pytest

from rashomon.report.links import passage_url, safe_url


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.example/x?y=1#z", True),
        ("http://a.example", True),
        (" https://a.example ", True),
        ("HTTPS://A.EXAMPLE/", True),
        ("javascript:alert(1)", False),
        ("JavaScript:alert(1)//https://a.example", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,<script>alert(1)</script>", False),
        ("vbscript:x", False),
        ("file:///etc/passwd", False),
        ("//a.example/x", False),
        ("https://", False),
        ("https:///x", False),
        ("http://[broken", False),
        ("https://a.example/\ud800", False),
        ("", False),
        (None, False),
    ],
)
def test_only_http_is_linked(url: str | None, safe: bool) -> None:
    assert (safe_url(url) is not None) is safe


LONG = " ".join(f"word{n}" for n in range(40))


@pytest.mark.parametrize(
    ("url", "words", "link"),
    [
        ("https://a.example/x", "two words", "https://a.example/x#:~:text=two%20words"),
        ("https://a.example/x#part", "a, b-c & d", "https://a.example/x#part:~:text=a%2C%20b%2Dc%20%26%20d"),
        ("https://a.example/x#:~:text=old", "new", "https://a.example/x#:~:text=new"),
        (
            "https://a.example/",
            LONG,
            "https://a.example/#:~:text=word0%20word1%20word2%20word3%20word4%20word5"
            ",word34%20word35%20word36%20word37%20word38%20word39",
        ),
        ("https://a.example/", "да", "https://a.example/#:~:text=%D0%B4%D0%B0"),
        ("https://a.example/", "a\ud800", "https://a.example/#:~:text=a%3F"),
        ("https://a.example/", " ", "https://a.example/"),
        ("javascript:alert(1)", "x", None),
    ],
)
def test_passage(url: str, words: str, link: str | None) -> None:
    assert passage_url(url, words) == link
