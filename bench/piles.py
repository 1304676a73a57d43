"""The hand-annotated piles: how near the whole run comes to a careful reader.

python -m bench.piles
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bench.shared import SHARED, here


def main() -> int:
    """Score every pile under ../shared/stories; one line a pile and the means."""
    if not here("stories", "score/score_story.py"):
        return 0
    command = f"{sys.executable} -m rashomon.cli compare {{pages}} --json {{out}}"
    folders = sorted(str(p) for p in (SHARED / "stories").iterdir() if (p / "gold.yaml").exists())
    script = str(Path(SHARED) / "score" / "score_story.py")
    return subprocess.run([sys.executable, script, command, *folders, *sys.argv[1:]], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
