"""Our tables as somebody reads them who has only the files and what `datapackage.json` says of them."""

from __future__ import annotations

import csv
import io
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from build_tools.facts.derive import derive_facts
from build_tools.facts.edition import bulletin_in
from build_tools.publishing.composed import Composed
from build_tools.publishing.exports.tables import tables
from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.locale import read_wording

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from build_tools.facts.derive import Facts
    from build_tools.records.bulletin import Bulletin

TODAY = date(2026, 11, 21)
FOLDERS = {"zh": "", "en": "en/"}


@cache
def bulletin_at(folder: Path) -> Bulletin:
    """The content of `folder`, which no test changes afterwards."""
    bulletin, problems = read_bulletin(folder)
    assert bulletin, problems
    return bulletin


def files_of(bulletin: Bulletin, language: str = "zh", today: date = TODAY) -> dict[str, bytes]:
    """Name → content of each file of the edition in `language`."""
    return files_from(derive_facts(bulletin_in(language, bulletin), today), language)


def files_from(facts: Facts, language: str = "zh") -> dict[str, bytes]:
    """The same from `facts`."""
    made = Composed(facts, read_wording(language), FOLDERS[language])
    return {file.uri.removeprefix("data/"): file.content for file in tables(made)}


def put_down(files: dict[str, bytes], folder: Path) -> str:
    """Write `files` into `folder`; returns where the package is."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return str(folder / "datapackage.json")


def lines(content: bytes) -> list[list[str]]:
    """The cells of a file, headings and all, as they stand there."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def rows(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    """The rows of a table, with the quotation mark that we put before what looks like a formula taken off."""
    reader = csv.DictReader(io.StringIO(files[f"{name}.csv"].decode("utf-8-sig"), newline=""), strict=True)
    return [{head: cell.removeprefix("'") for head, cell in row.items()} for row in reader]


def row_of(files: dict[str, bytes], name: str, **keys: str) -> dict[str, str]:
    """The only row of a table that holds `keys`."""
    (row,) = (row for row in rows(files, name) if keys.items() <= row.items())
    return row


def parts(cell: str) -> list[str]:
    """The values that share `cell`."""
    found, signs = [""], iter(cell)
    for sign in signs:
        if sign == "；":
            found.append("")
        else:
            found[-1] += next(signs) if sign == "\\" else sign
    return found if cell else []


def cells(files: dict[str, bytes]) -> Iterable[str]:
    """Every cell of every table, as it stands there."""
    return (cell for name, content in files.items() if name.endswith(".csv") for row in lines(content) for cell in row)
