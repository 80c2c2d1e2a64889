"""One pass over a text tells what may be found in it: never less than looking for everything finds."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

import pytest
import re2
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.each_file import MANY
from build_tools.reading.earlier import Earlier
from build_tools.reading.gate.fold import folded
from build_tools.reading.gate.hints import Hints, Likely, likely, looking_nowhere
from build_tools.reading.gate.reading_aloud import as_read
from build_tools.reading.gate.rules import RULES, Rule
from build_tools.reading.gate.whole import scan_whole
from tests.conftest import STATION, put
from tests.reading.gate_cases import MOBILE, STOPPED
from tests.reading.gate_trial_cases import ALOUD, TRIAL_STOPPED

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = [text for table in (STOPPED, TRIAL_STOPPED) for cases in table.values() for text, _ in cases]
QUIET = "名称: 前街驿站\n状态: 开放\n介绍: 喝水、充电、歇脚\n"
NEEDS = [(rule.code, need) for rule in RULES for need in rule.needs]
SIGNS = "a1 \n-#:：|>_*`~[]()<&;\\汉。"
FULL_WIDTH = {ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789-"}


@pytest.mark.parametrize("text", [*TEXTS, *(text for _, text, *_ in ALOUD)])
def test_whoever_asks_first_what_may_be_found_finds_the_same(text: str) -> None:
    for one in (text, f"{QUIET}{text}\n{QUIET}", f"{QUIET}说明: {text}", text.translate(FULL_WIDTH)):
        assert scan_whole("a.yml", one, likely) == scan_whole("a.yml", one)


@pytest.mark.parametrize("text", TEXTS)
def test_something_may_be_found_where_something_is(text: str) -> None:
    assert likely(folded(text).text).rules


def test_little_is_looked_for_in_a_quiet_text() -> None:
    assert likely(QUIET) == Likely([], is_marked=False)


@pytest.mark.parametrize(("code", "need"), NEEDS, ids=[f"{code}-{need[:20]}" for code, need in NEEDS])
@given(data=st.data())
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
def test_without_what_looks_around_a_pattern_is_found_wherever_it_was(
    code: str, need: str, data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(re.compile(need)))
    assert re2.search(looking_nowhere(need), text), code


@pytest.mark.parametrize("length", range(5))
def test_a_mark_is_expected_in_every_short_text_that_is_read_otherwise(length: int) -> None:
    marked = Hints()
    for signs in product(SIGNS, repeat=length):
        text = "".join(signs)
        assert not as_read(text).text or marked.likely(text).is_marked, text


@given(
    st.lists(
        st.sampled_from(
            ["a", "汉字", " ", "\n", "\n  ", "键:", "：", "- ", "#", "|", "_", "*", "1.", "，", "长" * 16, "长" * 17]
        )
    )
)
@settings(max_examples=2_000)
def test_a_mark_is_expected_where_lines_belong_together(parts: list[str]) -> None:
    text = "".join(parts)
    assert not as_read(text).text or likely(text).is_marked


@given(st.lists(st.sampled_from([*TEXTS, QUIET, "\n", " ", "，", "①", "\\ud83d", "&#49;"]), max_size=6))
@settings(max_examples=300)
def test_the_same_is_found_in_any_mixture(parts: list[str]) -> None:
    text = "".join(parts)
    assert scan_whole("a.yml", text, likely) == scan_whole("a.yml", text)


def test_a_rule_that_says_nothing_of_what_it_needs_is_always_asked() -> None:
    silent = Rule("E999", lambda _: iter(()))
    assert Hints([*RULES, silent]).likely(QUIET).rules == [silent]


def test_many_files_read_at_once_tell_what_each_tells_alone(content: Path) -> None:
    for number in range(MANY):
        put(content, f"stations/zhan-{number}.yml", STATION.replace("前街驿站", f"第{number}驿站"))
    put(
        content,
        "stations/zhan-7.yml",
        STATION.replace("前街驿站", "第7驿站") + f"# 联系 {MOBILE}\n介绍: 李**奶**奶常来。\n",
    )
    together = read_bulletin(content, earlier=Earlier(b"engine"))
    assert together == read_bulletin(content)
    assert {"E121", "E125"} <= {one.code for one in together[1]}


def test_half_a_sign_hides_nothing() -> None:
    assert likely("\ud83d") == Likely()


def test_a_text_that_is_too_much_for_the_automaton_is_looked_through_for_everything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hints = Hints()
    monkeypatch.setattr(hints.patterns, "_set", type("GaveUp", (), {"Match": lambda *_: []})())
    assert hints.likely(QUIET) == Likely()


@pytest.mark.parametrize(
    ("pattern", "without"),
    [
        ("a(?=b)c", "ac"),
        ("(?<![0-9)])a(?!(?:b|(?<=c))[)])d", "ad"),
        (r"\((?=a)(b)", r"\((b)"),
        (r"(?<=a\))b", "b"),
        (r"([.·])0\1", "([.·])0(?s:.)"),
    ],
)
def test_a_pattern_loses_what_looks_around_and_nothing_else(pattern: str, without: str) -> None:
    assert looking_nowhere(pattern) == without
