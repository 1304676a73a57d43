"""Counts how common words, concepts and names are and writes src/rashomon/group/rarity.tsv.

    python scripts/build_word_weights.py ../shared/data src/rashomon/group/rarity.tsv

The texts are those whose licence allows it: MEANTIME (Wikinews, CC BY), the freely licensed genres of
GUM, SPKATT (speeches), FactRuEval, UNER. Written is how many passages of 200 words hold a word, in
half bits: see rashomon.group.rarity. No text can be read back from it.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import log2
from pathlib import Path

from rashomon.group.rarity import RAREST, SHARED
from rashomon.group.vectors import bridge_keys, word_keys

PASSAGE = 200
#: Words in fewer passages may be there by chance of the texts.
LEAST = 3
#: Genres of GUM whose texts are not restricted to non-commercial use.
GUM = re.compile(r"GUM_(academic|bio|court|interview|news|speech|voyage|textbook)_")
UNER = {
    "English-EWT": "en",
    "English-PUD": "en",
    "German-PUD": "de",
    "Portuguese-Bosque": "pt",
    "Russian-PUD": "ru",
}


def meantime(folder: Path) -> Iterator[tuple[str, str]]:
    """Language and text of each article."""
    with gzip.open(folder / "stories-multilingual/meantime.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["lang"], " ".join(row["sentences"])


def members(archive: Path, suffix: str) -> Iterator[tuple[str, str]]:
    """Name and text of the files of an archive, in its order."""
    with tarfile.open(archive) as tar:
        for member in tar:
            if member.name.endswith(suffix) and (file := tar.extractfile(member)):
                yield member.name, file.read().decode("utf-8")


def texts(data: Path) -> Iterator[tuple[str, str]]:
    """Language and text of everything that is counted."""
    yield from meantime(data)
    for name, conllu in members(data / "training/gum.tar.xz", ".conllu"):
        if GUM.search(name):
            yield "en", " ".join(re.findall(r"^# text = (.*)", conllu, re.M))
    for name, rows in members(data / "training/uner.tar.xz", ".iob2"):
        if language := UNER.get(name.split("/")[-2]):
            yield language, " ".join(re.findall(r"^# text = (.*)", rows, re.M))
    for _, tokens in members(data / "training/factrueval-ru.tar.xz", ".tokens"):
        yield "ru", " ".join(line.split()[-1] for line in tokens.splitlines() if line.strip())
    for _, speech in members(data / "training/spkatt-de.tar.xz", ".json"):
        sentences = json.loads(speech).get("Sentences", [])
        yield "de", " ".join(token for s in sentences for token in s.get("Tokens", []))


def main(data: Path, target: Path) -> None:
    """Count and write."""
    passages: Counter[str] = Counter()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for language, text in texts(data):
        words = text.split()
        for start in range(0, len(words), PASSAGE):
            passage = " ".join(words[start : start + PASSAGE])
            passages.update((language, SHARED))
            counts[language].update(set(word_keys(passage, language)))
            counts[SHARED].update(set(bridge_keys(passage, language)))
    with target.open("w", encoding="utf-8") as out:
        for language, counted in sorted(counts.items()):
            levels: dict[int, list[str]] = defaultdict(list)
            for word, n in sorted(counted.items()):
                level = round(2 * log2((passages[language] + 1) / (n + 0.5)))
                if n >= LEAST and level < RAREST:
                    levels[level].append(word)
            for level, kept in sorted(levels.items()):
                print(language, level, " ".join(kept), sep="\t", file=out)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
