"""Time and memory: a small pile from a cold start, and a thousand articles with one and two workers.

python -m bench.speed [ARTICLES]
"""

from __future__ import annotations

import cProfile
import gzip
import json
import os
import pstats
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.shared import SHARED, here
from rashomon.config import Config
from rashomon.pipeline import compare_pages
from rashomon.read.files import read_pages


def _cold(arguments: list[str]) -> tuple[float, int]:
    """Seconds and peak memory (MB, of its largest process) of one run of the command."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "rashomon.cli", "compare", *arguments, "--quiet"])
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"the run failed with {process.returncode}")

    return time.perf_counter() - start, usage.ru_maxrss // 1024


def _articles(number: int, target: Path) -> None:
    source = SHARED / "data/stories-en/allsides.jsonl.gz"
    with gzip.open(source, "rt", encoding="utf-8") as rows, target.open("w", encoding="utf-8") as file:
        for _, line in zip(range(number), rows, strict=False):
            row = json.loads(line)
            keys = {"text": row["text"], "title": row["title"], "url": row["url"], "outlet": row["outlet"]}
            file.write(json.dumps({**keys, "published": row["date"]}) + "\n")


def _where_the_time_goes(path: Path) -> None:
    profile = cProfile.Profile()
    profile.enable()
    compare_pages(read_pages([str(path)], Config().read))
    profile.disable()
    stats = pstats.Stats(profile)
    rows: dict[str, float] = {}
    for (file, _, name), (_, _, _, cumulative, _) in stats.stats.items():  # type: ignore[attr-defined]
        if "rashomon" in file and name in STEPS:
            rows[name] = rows.get(name, 0.0) + cumulative
    for name, seconds in sorted(rows.items(), key=lambda row: -row[1]):
        print(f"  {name:22} {seconds:7.2f} s")


STEPS = frozenset(
    "read_pages clean split_sentences find_mentions find_quotes resolve_speakers find_quantities find_dates"
    " find_labels group_articles make_stories date_documents find_origins align_actors"
    " align_figures compare_figures"
    " align_utterances compare_utterances align_statements compare_statements make_timeline".split()
)


def main() -> int:
    """Print seconds, articles a second and peak memory."""
    if here("stories/palmyra/pages"):
        seconds, memory = _cold([str(SHARED / "stories/palmyra/pages")])
        print(f"palmyra, cold start: {seconds:.2f} s, {memory} MB")
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    if not here("data/stories-en/allsides.jsonl.gz"):
        return 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "allsides.jsonl"
        _articles(number, path)
        for workers in (1, 2):
            seconds, memory = _cold([str(path), "--workers", str(workers)])
            rate = number / seconds
            print(
                f"{number} articles, {workers} workers: {seconds:.1f} s, {rate:.1f}/s, {memory} MB a process"
            )
        print("where the time goes (one process, under the profiler):")
        _where_the_time_goes(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
