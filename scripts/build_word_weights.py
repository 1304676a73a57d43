"""Counts how common words, concepts and names are and writes src/rashomon/group/rarity.tsv.

    python scripts/build_word_weights.py ../shared/data src/rashomon/group/rarity.tsv

(wordfreq 3.1, pip install wordfreq, is needed here and nowhere else).

What is counted and under which licences stands in src/rashomon/group/rarity.md. Written is how many
passages of 200 words hold a word, in half bits: see rashomon.group.rarity. No text can be read back from
it. A word is as common as in general language or, where it is commoner there, in the texts counted here.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import fsum, log2
from pathlib import Path

from wordfreq import get_frequency_dict

from rashomon.group.bridge import bridge_keys
from rashomon.group.rarity import RAREST, SHARED
from rashomon.group.vectors import word_keys
from rashomon.textmatch import content_stems

PASSAGE = 200
#: Words in fewer passages may be there by chance of the texts.
LEAST = 3
#: Genres of GUM whose texts are free of non-commercial and share-alike terms.
GUM = re.compile(r"GUM_(academic|court|interview|news|speech|textbook)_")
#: Languages whose words are taken from wordfreq.
LANGUAGES = ("ar", "cs", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "tr", "uk")


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
    for _, tokens in members(data / "training/factrueval-ru.tar.xz", ".tokens"):
        yield "ru", " ".join(line.split()[-1] for line in tokens.splitlines() if line.strip())


def general_levels(language: str) -> dict[str, int]:
    """The level of each beginning of words in general language, as if words fell into passages by chance."""
    shares: defaultdict[str, list[float]] = defaultdict(list)
    for word, share in get_frequency_dict(language, "best").items():
        for stem in content_stems(word, language):
            shares[stem].append(share)
    levels = {stem: round(-2 * log2(1 - (1 - fsum(s)) ** PASSAGE)) for stem, s in shares.items()}
    return {word: level for word, level in levels.items() if level < RAREST}


def levels_of(counted: Counter[str], passages: int) -> dict[str, int]:
    """The level of each word that is counted often enough."""
    levels = {w: round(2 * log2((passages + 1) / (n + 0.5))) for w, n in counted.items() if n >= LEAST}
    return {word: level for word, level in levels.items() if level < RAREST}


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
    tables = {language: levels_of(counted, passages[language]) for language, counted in counts.items()}
    for language in LANGUAGES:
        news = tables.get(language, {})
        general = general_levels(language)
        tables[language] = {w: min(t.get(w, RAREST) for t in (news, general)) for w in news | general}
    with target.open("w", encoding="utf-8") as out:
        for language, table in sorted(tables.items()):
            for level in sorted(set(table.values())):
                kept = sorted(word for word, its in table.items() if its == level)
                print(language, level, " ".join(kept), sep="\t", file=out)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
