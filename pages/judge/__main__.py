"""Put the engine beside the pages of a built site: ``python -m pages.judge SITE``."""

import sys
from pathlib import Path

from pages.judge.building import CannotBuild, build

if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("say where the built site is: python -m pages.judge site")
    try:
        build(Path(sys.argv[1]))
    except CannotBuild as cannot:
        raise SystemExit(str(cannot)) from None
