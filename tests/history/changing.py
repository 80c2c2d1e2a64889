"""Bulletins of which something is known of before: told without git, and kept in real repositories."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from typing import TYPE_CHECKING

from build_tools.facts.changes import changes_in
from build_tools.facts.derive import derive_facts
from build_tools.facts.edition import bulletin_in
from build_tools.publishing.change_words import ChangeWords
from build_tools.publishing.shown import Shown
from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.former import Remembered
from build_tools.reading.locale import read_wording
from build_tools.reading.past import FileRevision, Past
from tests.conftest import put

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.records.bulletin import Bulletin

TODAY = date(2026, 11, 21)
DAY = date(2026, 10, 1)
"""On which everything is changed unless a test says otherwise."""
AUTHOR, MESSAGE = "Zhang Ceshi", "bu gei ren kan"
"""Neither may ever stand on a page."""


def with_past(content: Path, *revisions: FileRevision) -> Bulletin:
    """The bulletin in `content` of which `revisions` are known."""
    bulletin, problems = read_bulletin(content, Remembered(past=Past(date(2026, 8, 24), revisions)))
    assert bulletin is not None, problems
    return bulletin


def revision(before: str | None, after: str | None, file: str = "stations/jia.yml", day: date = DAY) -> FileRevision:
    """That of `file` which turned `before` into `after`."""
    return FileRevision(day, file, before.encode() if before else None, after.encode() if after else None)


def told_of(bulletin: Bulletin, language: str = "zh") -> list[str]:
    """What is told of the changes in `bulletin`, with the names of the stations in front."""
    facts = derive_facts(bulletin_in(language, bulletin), TODAY)
    words = ChangeWords(Shown(read_wording(language)), facts.directory.lexicon.service_kinds)
    return [f"{one.station.name} {line}" for one in changes_in(facts.bulletin) for line in words.lines(one)]


def lines(content: Path, before: str, after: str, language: str = "zh", day: date = DAY) -> list[str]:
    """What is told once the text `before` of the one station is `after`."""
    put(content, "stations/jia.yml", after)
    told = told_of(with_past(content, revision(before, after, day=day)), language)
    return [line.partition(" ")[2] for line in told]


class Repository:
    """A real repository around `content`, with commits of given days."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.folder = content.parent
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *words: str, moment: str = "2026-01-01T12:00:00+08:00") -> str:
        """What git prints."""
        who = {"GIT_AUTHOR_NAME": AUTHOR, "GIT_COMMITTER_NAME": AUTHOR}
        who |= dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "ceshi@example.org")
        who |= dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), moment)
        command = ["git", "-C", str(self.folder), *words]
        asked = subprocess.run(command, env={**os.environ, **who}, capture_output=True, text=True, check=True)
        return asked.stdout.strip()

    def commit(self, moment: str, **texts: str | None) -> str:
        """A commit at `moment`, once the files of these stations hold these texts, or are gone."""
        for id, text in texts.items():
            if text is None:
                (self.content / f"stations/{id}.yml").unlink()
            else:
                put(self.content, f"stations/{id}.yml", text)
        at = moment if "T" in moment else f"{moment}T12:00:00+08:00"
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", MESSAGE, moment=at)
        return self.git("rev-parse", "HEAD")
