"""The bulletins of which others' programs must be able to read every file: once read, for all tests of a run."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from build_tools.facts.derive import derive_facts
from build_tools.reading.bulletin import read_bulletin
from build_tools.records.values import SiteAddress, UuidBase
from tests.generated import write_bulletin
from tests.hostile import markup_let_past, write_hostile
from tests.sites import CONTENT, SAMPLE

if TYPE_CHECKING:
    from build_tools.facts.derive import Facts
    from build_tools.records.bulletin import Bulletin

TODAY = date(2026, 11, 21)
ADDRESS = SiteAddress("https://example.org/bulletin/")
BASE = UuidBase("11111111-2222-4333-8444-555555555555")
NAMES = ("sample", "content", "hostile", pytest.param("thousand", marks=pytest.mark.slow))


@cache
def facts_named(name: str) -> Facts:
    """The bulletin `name` as of `TODAY`: the demonstration, the real content under an address, a thousand stations, or harm."""
    if name in ("sample", "content"):
        facts = facts_in(SAMPLE if name == "sample" else CONTENT)
        return with_site(facts, address=ADDRESS, uuid_base=BASE) if name == "content" else facts
    with TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        if name == "hostile":
            with markup_let_past():
                return facts_in(write_hostile(content))
        content.mkdir()
        write_bulletin(content, 1_000)
        return facts_in(content)


def facts_in(content: Path) -> Facts:
    """What follows on `TODAY` from the bulletin in the folder `content`."""
    bulletin, _ = read_bulletin(content)
    assert bulletin is not None
    return derive_facts(bulletin, TODAY)


def with_site(facts: Facts, **changes: object) -> Facts:
    """`facts` of the same bulletin, had staff written these things of the site."""
    return changed(facts, site=replace(facts.bulletin.site, **changes))  # type: ignore[arg-type]


def changed(facts: Facts, **changes: object) -> Facts:
    """`facts` of the same bulletin with other records."""
    bulletin: Bulletin = replace(facts.bulletin, **changes)  # type: ignore[arg-type]
    return derive_facts(bulletin, facts.today)
