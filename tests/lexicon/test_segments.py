"""Runs of letters without blanks: what they are cut into."""

from __future__ import annotations

import time

import pytest

from rashomon.lexicon.segments import segment

KNOWN = frozenset("总统 访问 联合国 联合 国家 的 港口".split())

#: The run and its words.
CASES = [
    ("总统访问港口", "总统 访问 港口"),
    ("联合国", "联合国"),
    ("联合国家", "联合国"),
    ("国家的总统", "国家 的 总统"),
    ("总统访问博茨瓦纳", "总统 访问 博茨 茨瓦 瓦纳"),
    ("甲总统", "总统"),
    ("甲乙", "甲乙"),
    ("5月", "5"),
    ("iPhone手机2024年初", "iPhone 手机 2024 年初"),
    ("ホテルの窓", "ホテ テル ルの の窓"),
    ("", ""),
    ("port", "port"),
]


@pytest.mark.parametrize(("run", "words"), CASES)
def test_cut(run: str, words: str) -> None:
    assert segment(run, KNOWN, 3) == tuple(words.split())


def test_without_a_lexicon_there_are_pairs() -> None:
    assert segment("总统访", frozenset(), 0) == ("总统", "统访")


def test_long_runs_take_their_length() -> None:
    start = time.perf_counter()
    assert len(segment("总统甲乙" * 50_000, KNOWN, 3)) == 100_000
    assert time.perf_counter() - start < 5
