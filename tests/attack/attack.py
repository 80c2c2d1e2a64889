"""Publications in the order of time → everything that they give away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.attack.bounds import possible
from tests.attack.claims import Claim, Finding, Kind, Publication
from tests.attack.history import differences, revisions, shown_of
from tests.attack.months import written
from tests.attack.printed import Ledger, Spoken
from tests.attack.rates import rate_findings, share_findings
from tests.attack.world import World, cells_of, learn_cell, learn_thresholds, months_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tests.attack.intervals import Range
    from tests.attack.world import Month


def attack(publications: Sequence[Publication], k: int = 5) -> list[Finding]:
    """Every finding once, in order."""
    return sorted(set(Attacker(publications, k).findings()))


class Attacker:
    """Knows all publications; asks one question after the other."""

    def __init__(self, publications: Sequence[Publication], k: int) -> None:
        self.publications, self.k = publications, k
        split = [cells_of(one.claims) for one in publications]
        self.cells = [cells for cells, _ in split]
        revised = list(revisions(self.cells, k))
        self.revised = [finding for _, finding in revised]
        self.unsteady = {stream for stream, _ in revised}
        self.totals: list[list[Claim]] = []
        self.unexplained: list[Finding] = []
        for publication, (cells, totals) in zip(publications, split, strict=True):
            self._weigh(publication, cells, totals)
        self.derived = differences(self.totals)
        self.world = self._world()
        self.possible = possible(self.world)

    def findings(self) -> Iterator[Finding]:
        """All that is known and should not be."""
        yield from self.revised
        yield from self.unexplained
        yield from self._printed()
        if self.possible is None:
            yield Finding("", "", "", "", "公布的数字互相矛盾")
            return
        yield from self._reckoned(self.possible)
        yield from self._rates(self.possible)

    def _weigh(self, publication: Publication, cells: list[Claim], totals: list[Claim]) -> None:
        """Keep the totals that say more than the published cells do; a sum of batches says nothing new."""
        booked = [one for one in publication.claims if one.kind is Kind.BOOKED]
        ledger, waits = Ledger(cells), any(one.kind is Kind.WAITING for one in cells)
        telling = [one for one in totals + booked if one.low != ledger.sum(one.scope)]
        printed = {one.low for one in (*cells, *totals, *booked) if not one.loose}
        broken = [one for one in telling if breaks_a_promise(one, waits) and not (one.loose and one.low in printed)]
        drawn = [one for one in publication.claims if one.kind is Kind.DRAWN]
        self.unexplained += [unexplained(one) for one in broken + drawn]
        self.totals.append([one for one in telling if not one.loose and not breaks_a_promise(one, waits)])

    def _world(self) -> World:
        """All that the claims and the rule of the ledger say about months."""
        world = World(self.k)
        for publication in self.publications:
            learn_thresholds(world, publication.claims)
        steady = [one for some in self.cells[:-1] for one in some if one.scope.stream not in self.unsteady]
        cells = [*steady, *self.cells[-1]] if self.cells else []
        merged = [one for publication in self.publications for one in publication.merged]
        for claim in sorted(cells, key=lambda one: (one.kind is Kind.COUNT, one.scope.last or 0)):
            learn_cell(world, claim, merged)
        spoken = Spoken(world.ranges)
        for total in self._usable_totals():
            world.know(spoken.within(total.scope), total.low, total.high)
        return world

    def _usable_totals(self) -> Iterator[Claim]:
        """Totals over all cases that were true when published and still are."""
        for number, totals in enumerate([*self.totals, self.derived]):
            late = number == len(self.totals) - 1
            for total in totals:
                if late or not any(total.scope.has(*stream) for stream in self.unsteady):
                    yield total

    def _printed(self) -> Iterator[Finding]:
        """Small numbers of single months that can simply be read, or are the difference of two that can."""
        for claim in [*(one for some in self.cells for one in some), *self.derived]:
            stream, single = claim.scope.stream, claim.scope.first == claim.scope.last
            if stream and single and claim.kind is Kind.COUNT and 0 < claim.low < self.world.threshold(stream[1]):
                how = "两次合计之差" if claim in self.derived else "直接公布"
                yield Finding(*stream, shown_of(claim.scope), str(claim.low), how)

    def _reckoned(self, ranges: Mapping[Month, Range]) -> Iterator[Finding]:
        """Hidden months that can be only one thing, or too few."""
        for month, (low, high) in ranges.items():
            threshold = self.world.threshold(month[1])
            if month not in self.world.published and low < threshold and high - low + 1 < threshold - 1:
                value = str(low) if low == high else f"{low}–{high}"
                yield Finding(*month[:2], written(month[2]), value, "由合计推出")

    def _rates(self, ranges: Mapping[Month, Range]) -> Iterator[Finding]:
        """What percentages say about numbers of cases."""
        for publication, cells in zip(self.publications, self.cells, strict=True):
            ledger = Ledger(cells)
            for claim in publication.claims:
                if claim.kind is Kind.RATE:
                    threshold = self.world.threshold((claim.scope.stream or ("", ""))[1])
                    yield from rate_findings(claim, bases(claim, ranges, ledger), threshold)
                elif claim.kind is Kind.SHARE:
                    yield from share_findings(claim, ledger.sum(claim.scope), self.k)


def bases(claim: Claim, ranges: Mapping[Month, Range], ledger: Ledger) -> range:
    """Of how many cases a rate can be: of the published ones, or of a hidden month."""
    months = months_of(claim)
    if len(months) == 1 and months[0] in ranges:
        return range(ranges[months[0]][0], min(ranges[months[0]][1], 100) + 1)
    count = ledger.sum(claim.scope)
    return range(count, count + 1)


def breaks_a_promise(total: Claim, waits: bool) -> bool:
    """Whether a total that is no sum of batches should be one: it says so, or something waits on its site.

    It is a leak, but of what cannot be known; where nothing waits, a total is taken to be of all cases.
    """
    return total.kind is Kind.BOOKED or (total.kind is Kind.COUNT and waits and not total.loose)


def unexplained(claim: Claim) -> Finding:
    """That a total of batches is not the sum of batches."""
    station = ",".join(sorted(claim.scope.stations or ()))
    category = ",".join(sorted(claim.scope.categories or ()))
    return Finding(station, category, shown_of(claim.scope), "", f"{claim.where}：{claim.text} 不是已公布各批之和")
