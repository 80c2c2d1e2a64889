"""Text → claims: names set what is spoken of, periods and numbers say how many."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.attack.claims import Claim, Kind, Scope
from tests.attack.months import PERIOD, month_of, period
from tests.attack.names import Names

if TYPE_CHECKING:
    from collections.abc import Iterator


VALUE = (
    r"(?:待并入|不再公布)(?:\s*[（(]不足(?P<waiting>\d+)件[)）])?"
    r"|(?:[<＜]|不足|少于)\s*(?P<small>\d+)\s*件?(?![\d的])"
    r"|(?P<total>已公布|累计|合计|总计|共)?[：:\s]*(?P<count>\d[\d,]*)\s*件(?!套|衣)"
    r"|(?P<share>\d{1,2}[–-]\d{1,3}%)"
    r"|(?P<rate>[≥>]?\d{1,3}(?:\.\d+)?%)"
)
TOKEN = re.compile(f"(?P<period>{PERIOD})|(?P<year>\\d{{4}})年(?!\\d)|(?P<value>{VALUE})")
NUMBER = re.compile(r"(\d[\d,]*)\s*件?")
SMALL = re.compile(r"(?:[<＜]|不足|少于)\s*(\d+)\s*件?")
CASES = ("件", "合计", "累计", "count")
"""One of these stands near a bare number that counts cases."""
STARS = ("*", "＊", "**", "隐去", "保密")
SENTENCE = re.compile(r"[。！？\n]")
NEAR = 3
"""At most so many characters lie between a period and its number, or a name between them."""
RATED = ("成功率", "success")
SHARED = ("满意", "按时", "satisf", "on_time")


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads texts of one site with its names."""

    names: Names

    def claims(self, text: str, around: Scope, subject: str = "", where: str = "", *, loose: bool) -> Iterator[Claim]:
        """Every figure in `text` about `around` or what `text` names; `subject` is what stands over it."""
        for sentence in SENTENCE.split(text):
            if any(sign.isdigit() for sign in sentence):
                yield from self._sentence(sentence, around, subject, where, loose)

    def _sentence(self, text: str, around: Scope, subject: str, where: str, loose: bool) -> Iterator[Claim]:
        spoken, near, at, end = around, None, 0, 0
        marks = [*self.names.pattern.finditer(text), *TOKEN.finditer(text)]
        for found in sorted(marks, key=lambda one: one.start()):
            if found.start() < end:
                continue
            end = found.end()
            if found.re is self.names.pattern:
                spoken = self.names.scopes[found[0]].within(spoken)
                at = end if found.start() - at <= NEAR else at
            elif found["year"]:
                spoken = year_scope(int(found["year"])).within(spoken)
            elif found["period"]:
                near = period(found, year_in(spoken))
                at = end
            elif found["value"]:
                months = near if near and found.start() - at <= NEAR else None
                yield from figure(found, months, spoken, subject + text, where, loose)
                near = None

    def cell(self, text: str, around: Scope, subject: str, where: str) -> Iterator[Claim]:
        """Every figure in a cell of a table, whose place says what it is about."""
        text = text.strip()
        number, small = NUMBER.fullmatch(text), SMALL.fullmatch(text)
        if number and (around.last is not None or any(word in subject + text for word in CASES)):
            count = int(number[1].replace(",", ""))
            kind = Kind.BOOKED if "已公布" in subject else Kind.COUNT
            yield Claim(kind, around, count, count, text, where)
        elif small and around.last is not None:
            yield Claim(Kind.SMALL, around, 1, int(small[1]) - 1, text, where)
        elif text in STARS and around.last is not None:
            yield Claim(Kind.HIDDEN, around, 0, 10**6, text, where)
        else:
            yield from self.claims(text, around, subject, where, loose=False)


def figure(
    found: re.Match[str], months: tuple[int | None, int] | None, spoken: Scope, subject: str, where: str, loose: bool
) -> Iterator[Claim]:
    """The claim of one value, if it says enough to be one."""
    about = Scope(first=months[0], last=months[1]).within(spoken) if months else spoken
    text = found["value"]
    if found["rate"] or found["share"]:
        yield from percentage(found, about, subject, where)
    elif found["count"]:
        number = int(found["count"].replace(",", ""))
        kind = Kind.BOOKED if found["total"] == "已公布" else Kind.COUNT
        if found["total"] or (months and about.stream):
            yield Claim(kind, about, number, number, text, where, loose)
    elif months and found["small"]:
        yield Claim(Kind.SMALL, about, 1, int(found["small"]) - 1, text, where, loose)
    elif months:
        yield Claim(Kind.WAITING, about, 0, int(found["waiting"] or 5) - 1, text, where, loose)


def percentage(found: re.Match[str], about: Scope, subject: str, where: str) -> Iterator[Claim]:
    """A rate of one stream, or a class of one station, of a stated time."""
    if about.last is None:
        return
    if found["rate"] and about.stream and any(word in subject for word in RATED):
        yield Claim(Kind.RATE, about, text=found["rate"], where=where)
    if about.stations and len(about.stations) == 1 and any(word in subject for word in SHARED):
        yield Claim(Kind.SHARE, about, text=found["share"] or found["rate"], where=where)


def year_scope(year: int) -> Scope:
    """The months of `year`."""
    return Scope(first=month_of(year, 1), last=month_of(year, 12))


def year_in(scope: Scope) -> int | None:
    """The year `scope` lies in, if it is one."""
    if scope.first is None or scope.last is None or scope.first // 12 != scope.last // 12:
        return None
    return scope.first // 12
