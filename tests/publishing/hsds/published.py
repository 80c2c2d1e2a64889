"""What is published as HSDS of a bulletin: its files, as a program reads them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from build_tools.facts.derive import Facts, derive_facts
from build_tools.publishing.composed import Composed
from build_tools.publishing.exports.hsds import hsds, station_records
from build_tools.publishing.formats import HSDS_FOLDER
from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.locale import read_wording
from build_tools.records.values import UuidBase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from build_tools.records.bulletin import Bulletin

TODAY = date(2026, 11, 21)
BASE = UuidBase("00000000-0000-4000-8000-000000000001")
Files = dict[str, Any]
"""Path in the folder, without `.json` → what is in it."""


@cache
def bulletin_in(folder: Path) -> Bulletin:
    """The bulletin in `folder`, its site with a base for UUIDs."""
    bulletin, problems = read_bulletin(folder)
    assert bulletin is not None, problems
    return replace(bulletin, site=replace(bulletin.site, uuid_base=BASE))


def bytes_of(bulletin: Bulletin) -> dict[str, bytes]:
    """Address → content of every file."""
    made = Composed(facts_of(bulletin), read_wording("zh"))
    found = [*hsds(made), *station_records(made, bulletin.stations)]
    assert len({file.uri for file in found}) == len(found)
    return {file.uri: file.content for file in found}


def facts_of(bulletin: Bulletin) -> Facts:
    """The facts of `bulletin`."""
    return derive_facts(bulletin, TODAY)


def files_of(bulletin: Bulletin) -> Files:
    """Every file."""
    return {
        uri.removeprefix(HSDS_FOLDER).removesuffix(".json"): json.loads(content)
        for uri, content in bytes_of(bulletin).items()
    }


@cache
def files_in(folder: Path) -> Files:
    """Every file of the bulletin in `folder`."""
    return files_of(bulletin_in(folder))


def records(files: Files, collection: str) -> list[Any]:
    """The files of the records of `collection`."""
    return [content for name, content in files.items() if name.startswith(f"{collection}/")]


def named(files: Files, collection: str, name: str) -> Any:
    """The first record of `collection` with this `name`."""
    return next(one for one in records(files, collection) if one["name"] == name)


def entries(content: Any) -> Iterator[Mapping[str, Any]]:
    """Every entry in `content`, however deep."""
    if isinstance(content, dict):
        yield content
        for value in content.values():
            yield from entries(value)
    elif isinstance(content, list):
        for value in content:
            yield from entries(value)
