"""The engine called as a command: to judge content, and to build the site from it."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from build_tools.hosting.engines import CONTENT_ERRORS, Engine
from build_tools.hosting.refusal import HostError

MOST_TOLD = 4000
"""Characters of what a failed build has said that are remembered, the last ones."""


class RefusedContentError(Exception):
    """The content has errors; the message is the report."""


class BuildFailedError(HostError):
    """The engine has not built the site; `check` knows whether because of the content."""


@dataclass(frozen=True, slots=True)
class Build:
    """One engine, for one day and content."""

    engine: Engine
    content: Path
    moment: int
    """Seconds since 1970, on the day for which the site is made."""
    limit: float
    """Seconds after which it is ended."""
    since: str = ""
    """The commit that was published last; empty for none."""

    def check(self, *words: str) -> str:
        """What `check`, told these `words` too, says of the content.

        `RefusedContentError` when the content has errors, `HostError` when it fails otherwise.
        """
        done = self.run("build_tools", "check", "--content", self.content.name, *words)
        said = done.stdout.decode(errors="replace")
        if done.returncode == CONTENT_ERRORS:
            raise RefusedContentError(said)
        if done.returncode:
            raise HostError("check_failed", status=done.returncode, said=said[-MOST_TOLD:])
        return said

    def make(self, site: Path) -> None:
        """Build into `site`; `BuildFailedError` when the engine does not, `HostError` when it takes too long."""
        configuration = str(self.engine.configuration)
        done = self.run("mkdocs", "build", "--quiet", "--config-file", configuration, "--site-dir", str(site))
        if done.returncode:
            said = done.stdout.decode(errors="replace")
            raise BuildFailedError("build_failed", status=done.returncode, said=said[-MOST_TOLD:])

    def run(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        """Run the engine beside the content, outside of every tree that was pushed."""
        told = {
            "BULLETIN_CONTENT": str(self.content),
            "BULLETIN_SINCE": self.since,
            "SOURCE_DATE_EPOCH": str(self.moment),
        }
        try:
            return self.engine.run(*words, here=self.content.parent, limit=self.limit, told=told)
        except subprocess.TimeoutExpired:
            raise HostError("too_slow", limit=int(self.limit)) from None
