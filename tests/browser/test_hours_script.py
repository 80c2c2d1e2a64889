"""The open-now script itself: small, for old browsers, and with the words of the locale."""

from __future__ import annotations

import gzip
import json
import re

import pytest

from build_tools.reading.locale import read_wording
from hooks.voices import NOW, hours_words
from tests.browser.lanterns import SCRIPT

WORDS = {
    "open": ("营业中", "Open"),
    "always": ("营业中，全天开门", "Open, all day"),
    "until": ("营业中，{time} 关门", "Open, closes {time}"),
    "soon": ("快关门了，还有 {n} 分钟", "Closing soon, {n} min left"),
    "last": ("营业中，{last} 停止入场，{time} 关门", "Open, last entry {last}, closes {time}"),
    "stop": ("已停止入场，{time} 关门", "No more entry, closes {time}"),
    "by": ("仅接待预约，至 {time}", "By appointment only, until {time}"),
    "ask": ("仅接待预约，请先致电", "By appointment only, please call first"),
    "opens": ("{time} 开门", "opens {time}"),
    "takes": ("{time} 起接待预约", "by appointment from {time}"),
    "done": ("今天关门了，", "Closed for today, "),
    "rest": ("今日休息：{why}，", "Closed today: {why}, "),
    "shut": ("现在关着，", "Closed now, "),
    "later": ("之后的时间待公布", "later hours to be announced"),
    "none": ("近期不开放", "not open for now"),
    "unknown": ("待公布，请先致电", "To be announced, please call first"),
    "aged": ("{words}（按 {date} 的时间表，可能有变）", "{words} (by the timetable of {date}, may have changed)"),
    "clock": ("设备时间可能不准", "This device's clock may be wrong"),
    "past": ("时间表核对至 {date}", "Timetable checked up to {date}"),
    "today": ("今天", "today"),
    "tomorrow": ("明天", "tomorrow"),
    "next_day": ("次日", "tomorrow"),
}
"""Key → Chinese and English: what stands in the locale files after `now.`."""
ES6 = r"=>|`|\b(?:let|const|class|async|await|yield|of|Symbol|Promise|Intl|Temporal)\b|\.\.\.|\*\*|\?\?|\?\.|,\s*[})\]]"
"""What a browser of 2012 would stumble over."""


def test_the_script_is_small_and_of_2012() -> None:
    source = SCRIPT.read_text(encoding="utf-8")
    assert len(gzip.compress(source.encode(), 9)) <= 1536
    assert re.findall(ES6, re.sub(r"/\*.*?\*/|'[^']*'", "0", source)) == []


@pytest.mark.parametrize(("index", "language"), [(0, "zh"), (1, "en")])
def test_the_words_are_those_of_the_locale(index: int, language: str) -> None:
    texts = read_wording(language).texts
    said = {key.removeprefix("now."): text for key, text in texts.items() if key.startswith("now.")}
    assert said == {key: both[index] for key, both in WORDS.items()}
    assert {*NOW, "tomorrow", "next_day"} == WORDS.keys()


def test_the_script_uses_every_word_it_is_given() -> None:
    source = SCRIPT.read_text(encoding="utf-8")
    given = json.loads(hours_words(read_wording("zh").say))
    assert [key for key in given if f"W.{key}" not in source and f"'{key}'" not in source] == []
    assert given["week"][0] == "周四", "1970 began on a Thursday"
