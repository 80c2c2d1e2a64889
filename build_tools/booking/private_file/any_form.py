"""The private counts: one file in any of three forms → its rows, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.booking.private_file.csv_file import read_csv
from build_tools.booking.private_file.gathered import Gathered
from build_tools.booking.private_file.xlsx_file import read_xlsx
from build_tools.booking.private_file.yaml_file import read_yaml
from build_tools.problems import Place, Problem, Unreadable, in_order
from build_tools.reading.tree import Misplaced

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from build_tools.booking.private_file.rows import Row
    from build_tools.reading.known import Known

FORMS: dict[str, Callable[[Path, Gathered], None]] = {
    ".xlsx": read_xlsx,
    ".csv": read_csv,
    ".yml": read_yaml,
    ".yaml": read_yaml,
}


def read_rows(path: Path, known: Known) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """The rows of the file at `path` in the order written, and its problems; what cannot be read as a row is left out."""
    gathered = Gathered(path.name, known)
    try:
        read_any(path, gathered)
    except Unreadable as refusal:
        line, column = (refusal.line, refusal.column) if isinstance(refusal, Misplaced) else (1, 1)
        return (), (Problem(refusal.code, Place(path.name, line, column), words=refusal.words),)
    if not gathered.rows and not gathered.problems:
        return (), (Problem("E198", Place(path.name)),)
    return tuple(gathered.rows), in_order(gathered.problems)


def read_any(path: Path, gathered: Gathered) -> None:
    """Put the rows of the file at `path` into `gathered`, or `Unreadable`."""
    read = FORMS.get(path.suffix.lower())
    if read is None:
        raise Unreadable("E160", name=path.name)
    try:
        read(path, gathered)
    except OSError as error:
        raise Unreadable("E009", why=error.strerror or "") from None
