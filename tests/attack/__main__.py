"""Recover what a site should not tell: `python -m tests.attack SITE [EARLIER_SITE …] [--k 5]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.attack.attack import attack
from tests.attack.site_folder import publication

NOTHING, SOMETHING = 0, 1


def main(arguments: list[str] | None = None) -> int:
    """Print every finding and a summary; 0 if there is none, 1 if there is one, 2 on misuse."""
    options = parser().parse_args(arguments)
    folders = [*options.earlier, options.site]
    missing = [folder for folder in folders if not folder.is_dir()]
    if missing:
        parser().error(f"not a folder: {missing[0]}")
    publications = [publication(folder) for folder in folders]
    found = attack(publications, options.k)
    sys.stdout.writelines(f"{finding}\n" for finding in found)
    claims = sum(len(one.claims) for one in publications)
    sys.stdout.write(f"{len(found)} findings in {claims} published figures of {len(publications)} publications\n")
    return SOMETHING if found else NOTHING


def parser() -> argparse.ArgumentParser:
    """The arguments."""
    made = argparse.ArgumentParser(prog="python -m tests.attack", description=__doc__)
    made.add_argument("site", metavar="SITE", type=Path, help="the folder of the newest publication")
    made.add_argument("earlier", metavar="EARLIER_SITE", type=Path, nargs="*", help="older ones, the oldest first")
    made.add_argument("--k", type=int, default=5, help="the threshold")
    return made


if __name__ == "__main__":
    sys.exit(main())
