"""Whatever bytes lie in a file of content, reading ends with problems: no traceback, in bounded time and memory."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import time
import traceback
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.locale import read_wording
from build_tools.reports import FORMS, report
from tests.conftest import MINIMAL, put
from tests.reading.fuzzed import URIS, WAYS

if TYPE_CHECKING:
    from collections.abc import Callable

FEW, MANY = 15, 100
SECONDS = 5
"""Of one processor, beyond the second that has begun: what takes one on a quiet machine takes three on a busy one."""
MEMORY = 200_000_000
"""Bytes more than the process had before."""
WORDINGS = [read_wording(language) for language in ("zh", "en")]


def read_all(content: Path, way: Callable[[Random], bytes], seeds: range, seen: Path) -> None:
    """Read files that are made in this `way`, each within bounds; `seen` says which was the last, and what went wrong."""
    for name in ("RLIMIT_AS", "RLIMIT_CORE"):
        limit = size_now() + MEMORY if name == "RLIMIT_AS" else 0
        resource.setrlimit(getattr(resource, name), (limit, limit))
    for seed in seeds:
        random = Random(f"{way.__name__} {seed}")  # noqa: S311 — the same every time
        uri, fuzzed = random.choice(URIS), way(random)
        seen.write_text(f"{way.__name__}, seed {seed}, {uri}", encoding="utf-8")
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + 1 + SECONDS, resource.RLIM_INFINITY))
        put(content, uri, fuzzed)
        try:
            _, problems = read_bulletin(content)
            for wording in WORDINGS:
                reports = [report(problems, wording, "content", form) for form in FORMS]
                assert len(reports) == len(FORMS)
        except BaseException:
            seen.write_text(f"{seen.read_text(encoding='utf-8')}\n{traceback.format_exc()}", encoding="utf-8")
            os._exit(1)
        content.joinpath(uri).unlink()
        put_back(content, uri)
    os._exit(0)


def put_back(content: Path, uri: str) -> None:
    """Write what belongs there."""
    if uri in MINIMAL:
        put(content, uri, MINIMAL[uri])


def size_now() -> int:
    """How many bytes of addresses this process has."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()


def outcome(content: Path, way: Callable[[Random], bytes], seeds: range) -> str:
    """What a process says that reads files of one kind: nothing if all went well."""
    seen = content.parent / "seen"
    process = multiprocessing.get_context("fork").Process(target=read_all, args=(content, way, seeds, seen))
    process.start()
    process.join()
    if process.exitcode == 0:
        return ""
    ended = signal.Signals(-process.exitcode).name if process.exitcode and process.exitcode < 0 else "a traceback"
    return f"{ended}: {seen.read_text(encoding='utf-8')}"


linux = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux says how much memory is taken")


@linux
@pytest.mark.parametrize("way", dict.fromkeys(WAYS), ids=lambda way: way.__name__)
def test_whatever_lies_there_is_read_within_bounds(content: Path, way: Callable[[Random], bytes]) -> None:
    assert outcome(content, way, range(FEW)) == ""


@linux
@pytest.mark.slow
@pytest.mark.parametrize("way", dict.fromkeys(WAYS), ids=lambda way: way.__name__)
def test_hundreds_of_odd_files_are_read_within_bounds(content: Path, way: Callable[[Random], bytes]) -> None:
    assert outcome(content, way, range(FEW, FEW + MANY)) == ""
