"""What is public of a station's case counts: `content/tallies/<station>.yml`, written by `book`, never by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from build_tools.records.key import Choice, Key, KeyedBy, Term
from build_tools.records.month import Month
from build_tools.records.share import ShareClass, Success


class Turnaround(Choice):
    """In which class the median number of days lies that a case took."""

    SAME_DAY = ("same day", "当日")
    THREE_DAYS = ("1–3 days", "1–3天")
    WEEK = ("4–7 days", "4–7天")
    FORTNIGHT = ("8–15 days", "8–15天")
    LONGER = (">15 days", ">15天")


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Cases of one month, or of several that had to wait for each other; closed for ever."""

    first: Annotated[Month, Key("自", "从哪个月", example="2024-02", english="from")]
    last: Annotated[Month, Key("至", "到哪个月", example="2024-03", english="to")]
    """Every total counts the batch in this month."""
    count: Annotated[int, Key("件数", "这段时间一共多少件", example="7", minimum=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How many of a closed year's cases succeeded, as far as it may be said."""

    year: Annotated[int, Key("年", "哪一年", example="2024", minimum=1900, maximum=2999)]
    success: Annotated[Success, Key("成功率", "这一年的成功率，算不得就是一横", example="≥90%")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """The counts of one category at one station."""

    category: Annotated[str, Term("tally_categories")]
    first: Annotated[Month, Key("起始月", "从哪个月开始统计", example="2024-01", english="from")]
    through: Annotated[Month | None, Key("截止月", "这一类报到哪个月；和全站一样就不写", example="2026-08")] = None
    zeros: Annotated[tuple[Month, ...], Key("零", "哪些月是0件", example="[2024-01]", empty=True)] = ()
    batches: Annotated[tuple[Batch, ...], Key("批次", "已经公布的各批件数", empty=True)] = ()
    outcomes: Annotated[tuple[Outcome, ...], Key("结果", "各年的成功率", empty=True)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class YearShares:
    """A station's closed year in classes, over all its cases."""

    year: Annotated[int, Key("年", "哪一年", example="2024", minimum=1900, maximum=2999)]
    satisfaction: Annotated[ShareClass | None, Key("满意度", "落在哪一档", example="90–100%")] = None
    on_time: Annotated[ShareClass | None, Key("按时", "按时办结的比例落在哪一档", example="95–100%")] = None
    median: Annotated[Turnaround | None, Key("用时", "办结天数的中位数落在哪一档", example="1–3天")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired:
    """A category that a station no longer counts; what was waiting then is never published."""

    category: Annotated[str, Term("tally_categories"), Key("类别", "哪一类不再统计", example="安全隐患")]
    since: Annotated[Month, Key("自", "从哪个月起不再统计", example="2026-01", english="from")]
    into: Annotated[
        str | None, Term("tally_categories"), Key("并入", "以后算进哪一类；没有就不写", example="邻里纠纷")
    ] = None
    inherited: Annotated[
        bool, Key("承接", "没满的件数是不是由并入的新类别接着攒；一个新类别只能接一个旧类别", example="否")
    ] = False
    reason: Annotated[str, Key("说明", "为什么停用", example="类别合并")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """All that is published of one station's counts."""

    id: str
    """The station's."""
    through: Annotated[Month, Key("截止月", "统计到哪个月", example="2026-10")]
    streams: Annotated[
        tuple[Stream, ...],
        KeyedBy("category"),
        Key("类别", "各类办件", example="邻里纠纷", english="categories", empty=True),
    ] = ()
    years: Annotated[tuple[YearShares, ...], Key("年度", "各年的满意度、按时和用时", empty=True)] = ()
    retired: Annotated[tuple[Retired, ...], Key("停用", "不再统计的类别", empty=True)] = ()

    def until(self, stream: Stream) -> Month:
        """The last month that `stream` reports."""
        return self.through if stream.through is None else stream.through
