"""All tables of one edition, in the order in which a reader meets them."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from build_tools.facts.directory import Lexicon
from build_tools.publishing.tables.branches import roots, with_all_inside
from build_tools.publishing.tables.columns import Making, Named, columns_of
from build_tools.publishing.tables.legend import Legend
from build_tools.publishing.tables.lists import tally_table, vocabulary_table
from build_tools.publishing.tables.own_columns import Own
from build_tools.publishing.tables.schedules import schedule_tables
from build_tools.publishing.tables.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from build_tools.facts.derive import Facts
    from build_tools.publishing.tables.branches import Branch
    from build_tools.publishing.tables.cells import Cell
    from build_tools.wording import Wording


def tables_of(facts: Facts, wording: Wording, folder: str = "") -> Iterator[Table]:
    """The tables of the edition in `folder`; that of counts once a station publishes some."""
    making = Making(Legend(wording), named_in(facts), facts.bulletin.site.convert_positions)
    own = Own(facts, folder, making.legend)
    for root in roots(facts, making):
        for branch in with_all_inside(root, making):
            yield table_of(branch, own, making)
    yield from schedule_tables(facts, making)
    yield vocabulary_table(facts, making)
    if facts.bulletin.tallies:
        yield tally_table(facts, making)


def table_of(branch: Branch, own: Own, making: Making) -> Table:
    """The table of the records of `branch`: whose they are, what they hold, and what follows from them."""
    held = tuple(columns_of(branch.record, making))
    followed = own.columns(branch.record)

    def rows(records: Sequence[Any]) -> Iterator[list[Cell]]:
        before, inner, after = ([column.of for column in some] for some in (branch.keys, held, followed))
        for path in branch.paths(records):
            record = path[-1]
            yield [*[of(path) for of in before], *[of(record) for of in inner], *[of(path) for of in after]]

    return Table(branch.name, branch.said, (*branch.keys, *held, *followed), branch.records, rows, branch.owner)


def named_in(facts: Facts) -> dict[str, Mapping[str, Named]]:
    """Everything that a code or an id stands for."""
    directory = facts.directory
    words = {field.name: getattr(directory.lexicon, field.name) for field in fields(Lexicon)}
    files = {"districts": directory.districts, "organizations": directory.organizations, "stations": directory.stations}
    return {**words, **files}
