"""Mistakes of words and numbers in files whose YAML is right."""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

from build_tools.reading.tree import Scalar
from build_tools.records.dates import Day
from build_tools.records.hours import DayRule
from build_tools.records.key import Choice
from build_tools.records.shapes import form_of
from build_tools.records.values import Position
from tests.reading.mutations.page import KEYS

if TYPE_CHECKING:
    from random import Random

    from tests.reading.mutations.page import Mutated, Page, Pair, Value

ALIKE = [
    "称秤",
    "址扯",
    "时吋",
    "间问",
    "电甩",
    "话活",
    "状壮",
    "态忐",
    "区巨",
    "街衔",
    "道遒",
    "设没",
    "施旋",
    "务努",
    "费贵",
]
RANGE = re.compile(r"(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})")
CLOCK = re.compile(r"(?<![\d:])(\d{1,2}):(\d{2})(?![\d:])")


def misspelt(word: str, random: Random) -> str:
    """`word` with one letter too many, one too few, one in another's place, or a similar one."""
    at = random.randrange(len(word))
    ways = [
        word[:at] + random.choice(string.ascii_lowercase if word.isascii() else "的一是在") + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1 :],
        word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
        *(word.replace(pair[0], pair[1]) for pair in ALIKE if pair[0] in word),
    ]
    return random.choice([way for way in ways if way and way != word] or [word + "的"])


def a_key_twice(page: Page) -> Mutated | None:
    pair = lone_pair(page)
    return pair and again(page, pair, pair.key.text)


def a_key_in_both_languages(page: Page) -> Mutated | None:
    pair = lone_pair(page)
    if pair is None:
        return None
    names = {pair.field.english, pair.field.key.label} - {pair.key.text}
    return again(page, pair, names.pop()) if names else None


def lone_pair(page: Page) -> Pair | None:
    """A key whose plain value stands beside it."""
    one = page.any([one for one in page.values if one.node is one.pair.value and page.is_plain(one.pair.key)])
    return one and one.pair


def again(page: Page, pair: Pair, key: str) -> Mutated:
    """The same once more behind `pair`, with `key`."""
    assert isinstance(pair.value, Scalar)
    end = page.offset(pair.value) + len(pair.value.text)
    if page.in_flow(pair.mapping):
        return page.replaced(end, end, f", {key}: {pair.value.text}")
    indent = " " * (pair.key.column - 1)
    lines = [*page.lines[: pair.key.line], f"{indent}{key}: {pair.value.text}", *page.lines[pair.key.line :]]
    return page.rewritten("\n".join(lines), pair.key.line + 1)


def a_misspelt_key(page: Page) -> Mutated | None:
    pair = page.any([one for one in page.pairs if page.is_plain(one.key)])
    if pair is None:
        return None
    wrong = misspelt(pair.key.text, page.random)
    return None if wrong in KEYS else page.with_value(pair.key, wrong)


def an_unknown_word(page: Page) -> Mutated | None:
    return unknown(page, [one for one in page.values if one.shape.term])


def an_unknown_file(page: Page) -> Mutated | None:
    return unknown(page, [one for one in page.values if one.shape.folder])


def an_unknown_choice(page: Page) -> Mutated | None:
    found = [one for one in page.values if isinstance(one.shape.base, type) and issubclass(one.shape.base, Choice)]
    mutated = unknown(page, [one for one in found if not one.shape.words])
    return None if mutated and says_another_choice(page, mutated) else mutated


def says_another_choice(page: Page, mutated: Mutated) -> bool:
    """Whether the misspelt word is one that may stand there, too: 大致到区 for 大致到社区."""
    lines = (mutated.files[page.uri] or b"").decode().split("\n")
    return "大致到区" in lines[mutated.lines.start - 1] and "大致到区" not in page.lines[mutated.lines.start - 1]


def unknown(page: Page, ones: list[Value]) -> Mutated | None:
    one = page.any([one for one in ones if one.node.text not in ("未知", "unknown")])
    if one is None:
        return None
    wrong = misspelt(one.node.text, page.random)
    exists = (page.content / one.shape.folder / f"{wrong}.yml").exists() or wrong in {v.node.text for v in page.values}
    return None if exists or len(wrong) < 2 or wrong == "未知" else page.with_value(one.node, wrong)


def longitude_and_latitude_exchanged(page: Page) -> Mutated | None:
    pairs = position_pairs(page)
    east, north = pairs.get("longitude"), pairs.get("latitude")
    if not (east and north and isinstance(east.value, Scalar) and isinstance(north.value, Scalar)):
        return None
    first = page.with_value(north.value, east.value.text).files[page.uri]
    assert first is not None
    start = page.offset(east.value)
    text = first.decode()
    text = text[:start] + north.value.text + text[start + len(east.value.text) :]
    return page.rewritten(text, east.key.line, more=north.key.line - east.key.line)


def position_pairs(page: Page) -> dict[str, Pair]:
    return {one.field.name: one for one in page.pairs if one.form is form_of(Position)}


def no_datum(page: Page) -> Mutated | None:
    pair = position_pairs(page).get("datum")
    if pair is None or not isinstance(pair.value, Scalar):
        return None
    start, end = page.offset(pair.key), page.offset(pair.value) + len(pair.value.text)
    first = min(key.line for key, _ in pair.mapping.pairs)
    if page.in_flow(pair.mapping):
        return page.replaced(start, end + 2, "") if page.text[end : end + 2] == ", " else None
    lines = [*page.lines[: pair.key.line - 1], *page.lines[pair.key.line :]]
    return page.rewritten("\n".join(lines), first - 1, more=1)


def a_point_far_from_its_district(page: Page) -> Mutated | None:
    pair = position_pairs(page).get("latitude")
    if pair is None or not page.uri.startswith("stations/") or not isinstance(pair.value, Scalar):
        return None
    if not has_centre(page):
        return None
    first = min(key.line for key, _ in pair.mapping.pairs)
    mutated = page.with_value(pair.value, f"{float(pair.value.text) - 9:.3f}")
    return mutated._replace(lines=range(first, pair.key.line + 1))


def has_centre(page: Page) -> bool:
    """Whether the district of a station says where it lies."""
    district = next(one.value for one in page.pairs if one.field.name == "district")
    assert isinstance(district, Scalar)
    text = (page.content / "districts" / f"{district.text}.yml").read_text(encoding="utf-8")
    return "中心:" in text


def hours(page: Page) -> list[Value]:
    """Values that are lines of days and hours, with a clock time in them."""
    ones = [one for one in page.values if isinstance(one.shape.base, type)]
    return [one for one in ones if issubclass(one.shape.base, DayRule) and RANGE.search(one.node.text)]


def with_clock(page: Page, pattern: re.Pattern[str], new: str) -> Mutated | None:
    one = page.any(hours(page))
    if one is None:
        return None
    found = page.any(list(pattern.finditer(one.node.text)))
    if found is None:
        return None
    return page.with_value(one.node, one.node.text[: found.start()] + found.expand(new) + one.node.text[found.end() :])


def a_time_with_a_point(page: Page) -> Mutated | None:
    return with_clock(page, CLOCK, page.random.choice([r"\1.\2", r"\1。\2", r"\1;\2", r"\1\2"]))


def a_time_in_words(page: Page) -> Mutated | None:
    return with_clock(page, CLOCK, page.random.choice([r"\1点半", r"\1点", r"\1时", r"\1点\2分"]))


def an_hour_after_midnight(page: Page) -> Mutated | None:
    return with_clock(page, RANGE, r"\1:\2-24:30")


def an_hour_that_no_clock_has(page: Page) -> Mutated | None:
    return with_clock(page, RANGE, page.random.choice([r"\1:\2-25:00", r"\1:60-\3:\4", r"\1:\2-\3:75"]))


def an_end_before_the_start(page: Page) -> Mutated | None:
    return with_clock(page, RANGE, r"\3:\4-\1:\2")


def a_day_that_does_not_exist(page: Page) -> Mutated | None:
    ones = [one for one in page.values if one.shape.base is Day]
    one = page.any(ones)
    if one is None:
        return None
    return page.with_value(one.node, page.random.choice(["2026-02-30", "2026-13-01", "2026-06-31", "2025-02-29"]))


WORDS = {
    a_key_twice: "E021",
    a_key_in_both_languages: "E021",
    a_misspelt_key: "E022",
    an_unknown_word: "E051",
    an_unknown_file: "E052",
    an_unknown_choice: "E048",
    longitude_and_latitude_exchanged: "E065",
    no_datum: "E023",
    a_point_far_from_its_district: "E068",
    a_time_with_a_point: "E034 E036 E037 E094 E109",
    a_time_in_words: "E034 E036 E037 E094 E109",
    an_hour_after_midnight: "E036",
    an_hour_that_no_clock_has: "E036",
    an_end_before_the_start: "E035 E038",
    a_day_that_does_not_exist: "E032 E031",
}
