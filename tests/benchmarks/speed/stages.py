"""Where the time of one build goes: `python -m tests.benchmarks.speed.stages CONTENT` prints seconds per stage as JSON.

One process, processor time, without the collector, as on the command line.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections import defaultdict
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from build_tools.build import editions_of
from build_tools.publishing.compose import compose_site
from build_tools.reading import bulletin as reading
from build_tools.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from build_tools.publishing.site import SitePage
    from build_tools.records.bulletin import Bulletin

TODAY = date(2026, 11, 21)
READERS = ("read_bulletin", "read_known")
"""They call the others."""
YARDSTICK, READING, CHECKING = "yaml.compose of the same files", "reading", "checking"


class Stopwatch:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    def timed(self, stage: str, work: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """What `work` returns; its time is added to the `stage`."""
        begin = time.process_time()
        result = work(*arguments, **named)
        self.seconds[stage] += time.process_time() - begin
        return result


def stages(content: Path) -> dict[str, float]:
    """Seconds by stage, in the order in which a build goes through them, after those of the yardstick."""
    watch = Stopwatch()
    watch.timed(YARDSTICK, compose_all, content)
    bulletin = read(watch, content)
    settings = Settings(content=content, today=TODAY)
    editions = watch.timed("facts", editions_of, bulletin, settings)
    site = watch.timed("headings of pages", compose_site, editions, settings)
    for page in watch.timed("headings of pages", site.composed):
        watch.timed(f"pages: {kind_of(page)}", page.printed)
    for batch in site.batches:
        watch.timed(f"exports: {batch.name.partition('/')[0]}", drained, batch.files)
    return dict(watch.seconds)


def compose_all(content: Path) -> None:
    """Have libyaml make nodes of every file, and do nothing with them."""
    for path in sorted(content.rglob("*.yml")):
        yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def read(watch: Stopwatch, content: Path) -> Bulletin:
    """The bulletin in `content`; what is not spent on reading files is spent on checking what they say."""
    inner = Stopwatch()
    names = [
        name for name in vars(reading) if name == "list_folder" or (name.startswith("read_") and name not in READERS)
    ]
    originals = {name: getattr(reading, name) for name in names}
    for name, function in originals.items():
        setattr(reading, name, partial(inner.timed, READING, function))
    bulletin: Bulletin | None
    bulletin, problems = watch.timed(CHECKING, reading.read_bulletin, content)
    for name, function in originals.items():
        setattr(reading, name, function)
    if bulletin is None:
        raise ValueError(str(problems[0]))
    taken = watch.seconds.pop(CHECKING)
    watch.seconds[READING] = inner.seconds[READING]
    watch.seconds[CHECKING] = taken - inner.seconds[READING]
    return bulletin


def drained(job: Callable[[], Iterator[Any]]) -> list[Any]:
    """All that `job` makes."""
    return list(job())


def kind_of(page: SitePage) -> str:
    """Where a page stands: the first part of its address, and whether it is one of many there."""
    first, _, deeper = page.uri.removesuffix("/").partition("/")
    return f"{first}/…" if deeper else first or "home"


if __name__ == "__main__":
    gc.disable()
    sys.stdout.write(json.dumps(stages(Path(sys.argv[1])), ensure_ascii=False))
