"""A `Tally` → the text of its file: always the same bytes for the same ledger."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from build_tools.records.tally import Batch, Outcome, Retired, Stream, Tally, YearShares

HEADING = "# 由 python -m build_tools book 写成，请不要手改；只有“停用”由人填写。\n"
PLAIN = re.compile(r"[\w一-鿿][\w一-鿿-]*")
"""Needs no quotes in YAML, as nothing in it is a sign there. A number would be read as text all the same."""


def tally_text(tally: Tally, names: Mapping[str, str]) -> str:
    """The file of `tally`, with categories by their `names`."""
    lines = [f"截止月: {tally.through}", "类别:" if tally.streams else "类别: {}"]
    for stream in tally.streams:
        lines += stream_lines(stream, names)
    years = [year_text(shares) for shares in tally.years]
    retired = [retired_text(one, names) for one in tally.retired]
    return HEADING + "\n".join([*lines, *list_lines("年度", years, 0), *list_lines("停用", retired, 0)]) + "\n"


def stream_lines(stream: Stream, names: Mapping[str, str]) -> Iterator[str]:
    """The lines of one category."""
    yield f"  {quoted(names[stream.category])}:"
    yield f"    起始月: {stream.first}"
    if stream.through is not None:
        yield f"    截止月: {stream.through}"
    yield f"    零: [{', '.join(map(str, stream.zeros))}]"
    yield from list_lines("批次", [batch_text(batch) for batch in stream.batches], 4)
    if stream.outcomes:
        yield from list_lines("结果", [outcome_text(outcome) for outcome in stream.outcomes], 4)


def list_lines(key: str, entries: list[str], indent: int) -> list[str]:
    """A list under `key`, an entry a line, so that what was added shows as added lines."""
    blank = " " * indent
    if not entries:
        return [f"{blank}{key}: []"]
    return [f"{blank}{key}:", *(f"{blank}  - {{{entry}}}" for entry in entries)]


def batch_text(batch: Batch) -> str:
    """One batch."""
    return f"自: {batch.first}, 至: {batch.last}, 件数: {batch.count}"


def outcome_text(outcome: Outcome) -> str:
    """One year's success rate."""
    return f"年: {outcome.year}, 成功率: {json.dumps(outcome.success, ensure_ascii=False)}"


def year_text(shares: YearShares) -> str:
    """One year's classes."""
    known = (
        ("满意度", shares.satisfaction),
        ("按时", shares.on_time),
        ("用时", shares.median and shares.median.label),
    )
    said = [f'{key}: "{text}"' for key, text in known if text]
    return ", ".join([f"年: {shares.year}", *said])


def retired_text(one: Retired, names: Mapping[str, str]) -> str:
    """One retired category."""
    parts = [f"类别: {quoted(names[one.category])}", f"自: {one.since}"]
    if one.into:
        parts.append(f"并入: {quoted(names[one.into])}")
    if one.inherited:
        parts.append("承接: 是")
    if one.reason:
        parts.append(f"说明: {json.dumps(one.reason, ensure_ascii=False)}")
    return ", ".join(parts)


def quoted(text: str) -> str:
    """`text` as YAML has it, in quotes where it needs them."""
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
