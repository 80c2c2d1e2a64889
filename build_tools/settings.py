"""What the door knows and nobody below asks for: the folder, the day, the language."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CHINA = timedelta(hours=8)
"""China time is UTC+8 all year; no time zone database is needed."""


class UnusableSettingError(Exception):
    """Something in the environment cannot be what it should be; a door says it in the words of `setting.<reason>`."""

    def __init__(self, reason: str, value: object) -> None:
        super().__init__(f"{reason}: {value}")
        self.reason = reason
        self.value = str(value)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that changes a build's meaning, apart from the content itself."""

    content: Path
    today: date
    language: str = "zh"
    """Of messages and of the site's own words; what staff wrote is never translated."""
    directory_urls: bool = True
    """False gives links that also work from a folder of files: `…/index.html`."""
    address: str | None = None
    """Where the site is shown just now, when that is not the address in `site.yml`."""
    since: str | None = None
    """The commit that was published last: what is public there may not change. None for the last commit there is."""
    history: Path | None = None
    """A git folder that keeps `content/`, where the folder itself lies in no repository."""
    engine: bytes = b""
    """A few bytes that are others when the program is: what another one has made is never kept. Empty: nothing is."""
    workers: int = 1
    """Processes that may work at once; changes how long a build takes, and nothing else."""


def settings_from(content: Path, environment: Mapping[str, str], language: str = "zh") -> Settings:
    """Settings for the folder `content`, with China's date of `SOURCE_DATE_EPOCH` or, without it, of the clock."""
    _, today = moment_from(environment)
    since = environment.get("BULLETIN_SINCE") or None
    history = environment.get("BULLETIN_HISTORY")
    return Settings(
        content=content,
        today=today,
        language=language,
        since=since,
        history=Path(history) if history else None,
    )


def moment_from(environment: Mapping[str, str]) -> tuple[int, date]:
    """Seconds since 1970, of `SOURCE_DATE_EPOCH` or of the clock, and the day that it then is in China."""
    epoch = environment.get("SOURCE_DATE_EPOCH")
    try:
        moment = int(epoch) if epoch else int(time.time())
        return moment, (datetime.fromtimestamp(moment, UTC) + CHINA).date()
    except (ValueError, OverflowError, OSError):
        raise UnusableSettingError("no_epoch", epoch) from None


def settings_here(
    content: Path,
    language: str = "zh",
    *,
    directory_urls: bool = True,
    address: str | None = None,
    alone: bool = True,
) -> Settings:
    """Settings read from this process's clock and environment: to be called once, at a door.

    `alone` says that this process has no threads, so that it may fork: one worker a core where the system can do that.
    """
    settings = settings_from(content, os.environ, language)
    workers = cores() if alone else 1
    return replace(settings, directory_urls=directory_urls, address=address, workers=workers)


def cores() -> int:
    """How many processes can work at once; one where processes cannot be forked (Windows) or should not be (macOS)."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
