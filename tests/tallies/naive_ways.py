"""The ways of publishing that look safe and are not, each as one or two publications of the same counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tallies.naive_site import Naive, Shown, name_of, spoken, totals_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tests.tallies.demonstration import Entry
    from tests.tallies.naive_site import Counts, Stream

K = 5


def counts_of(rows: Iterable[Entry], last: int, first: int = 0) -> dict[Stream, dict[int, int]]:
    """The plain counts of `rows` from `first` to `last`, without what was learnt later."""
    found: dict[Stream, dict[int, int]] = {}
    for row in rows:
        if row.category is not None and row.count is not None and first <= row.month <= last:
            found.setdefault((row.station, row.category), {})[row.month] = row.count
    return found


def stations_of(counts: Counts) -> list[str]:
    """The stations, in order."""
    return list(dict.fromkeys(station for station, _ in counts))


def withheld(count: int) -> str:
    """A count, or that it is small."""
    return str(count) if count >= K or not count else f"<{K}"


def plain(counts: Counts) -> Naive:
    """Everything as it is."""
    return Naive({stream: [Shown(at, at, str(n)) for at, n in months.items()] for stream, months in counts.items()})


def small_cells(counts: Counts) -> Naive:
    """Small cells as “<5”, with every exact total one could wish for."""
    cells = {stream: [Shown(at, at, withheld(n)) for at, n in months.items()] for stream, months in counts.items()}
    return Naive(cells, list(totals_of(counts, stations_of(counts))))


def complementary(counts: Counts) -> Naive:
    """In each year's table a second cell is hidden where only one is small, so that no total tells; until next month."""
    stars = {stream: starred(months) for stream, months in counts.items()}
    cells = {
        stream: [Shown(at, at, "*" if at in stars[stream] else str(n)) for at, n in months.items()]
        for stream, months in counts.items()
    }
    totals = [
        (f"{name_of(station)} {category} {year}年", str(sum(n for at, n in months.items() if at // 12 == year)))
        for (station, category), months in counts.items()
        for year in sorted({at // 12 for at in months})
    ]
    return Naive(cells, totals)


def starred(months: Mapping[int, int]) -> set[int]:
    """The small months of each year, and the least of the others where there is just one."""
    found: set[int] = set()
    for year in {at // 12 for at in months}:
        mine = {at: n for at, n in months.items() if at // 12 == year}
        hidden = {at for at, n in mine.items() if 0 < n < K}
        rest = sorted((n, at) for at, n in mine.items() if at not in hidden)
        found |= hidden | ({rest[0][1]} if len(hidden) == 1 and rest else set())
    return found


def only_totals(counts: Counts) -> Naive:
    """No month at all, only totals to date, and those only from 5 on."""
    last = max(at for months in counts.values() for at in months)
    sums = {stream: sum(months.values()) for stream, months in counts.items()}
    totals = [(f"{name_of(one)} {category} 截至{spoken(last)}", withheld(n)) for (one, category), n in sums.items()]
    return Naive(
        {stream: [] for stream in counts} | {stream: zero(months) for stream, months in counts.items()}, totals
    )


def zero(months: Mapping[int, int]) -> Sequence[Shown]:
    """Of a stream the first month without a case, so that the data file names the stream."""
    return [Shown(at, at, "0") for at, n in months.items() if not n][:1]


def ledger(nets: Mapping[Stream, Mapping[int, int]]) -> dict[Stream, list[Shown]]:
    """Batches as the rule of the ledger makes them, and what waits."""
    return {stream: list(batches(months)) for stream, months in nets.items()}


def batches(months: Mapping[int, int]) -> Iterable[Shown]:
    """The batches, zeros and the waiting end of one stream."""
    since, waiting = None, 0
    for at, n in months.items():
        if since is None and not n:
            yield Shown(at, at, "0")
            continue
        since, waiting = (at if since is None else since), waiting + n
        if waiting >= K:
            yield Shown(since, at, str(waiting))
            since, waiting = None, 0
    if since is not None:
        yield Shown(since, max(months), f"待并入（不足{K}件）")


def revised(rows: Iterable[Entry], last: int) -> tuple[Naive, Naive]:
    """The ledger, and the ledger once more after late cases were added to batches long closed."""
    rows = list(rows)
    before = ledger(counts_of(rows, last))
    return Naive(before), Naive(
        {stream: corrected(cells, late_in(rows, stream, last)) for stream, cells in before.items()}
    )


def late_in(rows: Iterable[Entry], stream: Stream, last: int) -> int:
    """What the last row that adds late cases to `stream` after `last` adds."""
    late = (row.adjust for row in rows if (row.station, row.category) == stream and row.month > last)
    return next((more for more in reversed(list(late)) if more and more > 0), 0)


def corrected(cells: Sequence[Shown], more: int) -> list[Shown]:
    """`cells` with the first batch larger by `more`."""
    at = next((n for n, cell in enumerate(cells) if cell.text.isdigit() and cell.text != "0"), None)
    if at is None:
        return list(cells)
    batch = Shown(cells[at].first, cells[at].last, str(int(cells[at].text) + more))
    return [*cells[:at], batch, *cells[at + 1 :]]


def monthly_rates(rows: Iterable[Entry], last: int) -> Naive:
    """Small months as “<5”, each with its exact success rate."""
    cells: dict[Stream, list[Shown]] = {}
    for row in rows:
        if row.category is not None and row.count is not None and row.month <= last:
            succeeded = min(row.succeeded or 0, row.count)
            rate = f"{100 * succeeded / row.count:.1f}%" if row.count and row.succeeded is not None else ""
            shown = Shown(row.month, row.month, withheld(row.count), rate)
            cells.setdefault((row.station, row.category), []).append(shown)
    return Naive(cells)


def pooled(counts: Counts, station: str, since: int, into: str) -> Naive:
    """All categories of `station` are merged into the new one `into`, and what waited in them is added up."""
    old = {stream: months for stream, months in counts.items() if stream[0] == station and stream[1] != into}
    before = {stream: {at: n for at, n in months.items() if at < since} for stream, months in old.items()}
    cells = ledger(before)
    waits = {stream: shown[-1] for stream, shown in cells.items() if not shown[-1].text.isdigit()}
    amount = sum(sum(n for at, n in old[stream].items() if at >= cell.first) for stream, cell in waits.items())
    first = min(cell.first for cell in waits.values())
    cells[station, into] = [Shown(first, since, str(amount + counts[station, into][since]))]
    remarks = [f"“{category}”从{spoken(since)}起并入“{into}”，未满的件数一并计入。" for _, category in old]
    return Naive(cells, (), {station: remarks})
