"""A table before it is written: its columns, its rows, and what its cells refer to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from build_tools.publishing.tables.cells import Cell
from build_tools.publishing.tables.legend import Said


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the tables of one kind of record."""

    name: str
    said: Said
    of: Callable[[Any], Cell]
    """What stands in it, of a record; of the columns before and after a record's own, of the way that leads to it."""
    type: str = "string"
    is_key: bool = False
    """Whether it is one of those that tell a row from all others."""
    refers_to: str = ""
    """The table whose `id` it holds."""
    codes: tuple[str, ...] = ()
    """All that may stand in it, where that is known."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Columns that together hold the key of a row of `table`."""

    columns: tuple[str, ...]
    table: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One file; its rows are made when they are asked for."""

    name: str
    said: Said
    columns: tuple[Column, ...]
    records: Sequence[Any]
    """What it tells of: records of files."""
    rows: Callable[[Sequence[Any]], Iterable[Sequence[Cell]]]
    """Those of all or some of these records, in their order."""
    owner: Reference | None = None

    @property
    def title(self) -> str:
        """What it is called."""
        return self.said.title

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that tell its rows apart; none where no columns do."""
        return tuple(column.name for column in self.columns if column.is_key)

    @property
    def references(self) -> tuple[Reference, ...]:
        """Everything that can be looked up elsewhere."""
        named = (Reference((one.name,), one.refers_to, ("id",)) for one in self.columns if one.refers_to)
        return (*((self.owner,) if self.owner else ()), *named)
