"""Tables that are no record's own: the vocabulary in one list, and the published counts."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from build_tools.publishing.tables.columns import columns_of
from build_tools.publishing.tables.table import Column, Table
from build_tools.records.shapes import form_of
from build_tools.records.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.facts.derive import Facts
    from build_tools.publishing.tables.cells import Cell
    from build_tools.publishing.tables.columns import Making
    from build_tools.publishing.tables.legend import Legend
    from build_tools.records.tally import Stream, Tally

TYPES = {"from": "yearmonth", "to": "yearmonth", "count": "integer"}


def vocabulary_table(facts: Facts, making: Making) -> Table:
    """Every word of every list, with the columns of all lists: those that a list lacks are empty in it."""
    lists = [field for field in form_of(Vocabulary).fields if field.shape.many]
    of_list = {
        field.name: {column.name: column for column in columns_of(field.shape.many.base, making)}
        for field in lists
        if field.shape.many
    }
    columns = {name: column for each in of_list.values() for name, column in each.items()}

    def rows(vocabularies: Sequence[Vocabulary]) -> Iterator[tuple[Cell, ...]]:
        for vocabulary, field in product(vocabularies, lists):
            own = [of_list[field.name].get(name) for name in columns]
            about = (field.english, making.legend.of_field(field).title)
            for entry in getattr(vocabulary, field.name):
                yield (*about, *(column.of(entry) if column else None for column in own))

    keys = (head("list", making.legend, is_key=True), head("list_name", making.legend))
    own = (replace(one, is_key=one.name == "code") for one in columns.values())
    return Table("vocabulary", making.legend.of_table("vocabulary"), (*keys, *own), [facts.bulletin.vocabulary], rows)


def head(name: str, legend: Legend, *, is_key: bool = False, refers_to: str = "") -> Column:
    """A column of which each row brings the cell."""
    return Column(name, legend.of_column(name), lambda _: None, TYPES.get(name, "string"), is_key, refers_to)


def tally_table(facts: Facts, making: Making) -> Table:
    """Every published batch and every published zero."""
    stations, categories = making.named["stations"], making.named["tally_categories"]

    def rows(tallies: Sequence[Tally]) -> Iterator[tuple[Cell, ...]]:
        for tally in tallies:
            for stream in tally.streams:
                about = (tally.id, stations[tally.id].name, stream.category, categories[stream.category].name)
                yield from ((*about, str(first), str(last), count) for first, last, count in entries_of(stream))

    legend = making.legend
    columns = (
        head("station", legend, is_key=True, refers_to="stations"),
        Column("station_name", legend.of_name(legend.of_column("station")), lambda _: None),
        head("category", legend, is_key=True),
        Column("category_name", legend.of_name(legend.of_column("category")), lambda _: None),
        head("from", legend, is_key=True),
        head("to", legend),
        head("count", legend),
    )
    return Table("tallies", legend.of_table("tallies"), columns, facts.bulletin.tallies, rows)


def entries_of(stream: Stream) -> list[tuple[int, int, int]]:
    """First month, last month and count of each batch and zero of `stream`, in their order."""
    zeros = [(month, month, 0) for month in stream.zeros]
    return sorted([*((batch.first, batch.last, batch.count) for batch in stream.batches), *zeros])
