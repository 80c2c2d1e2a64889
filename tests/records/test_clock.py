"""Times of the day are read as staff write them, and refused with the code that helps most."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.problems import Unreadable
from build_tools.publishing.shown import Shown
from build_tools.reading.locale import read_wording
from build_tools.records.clock import MINUTES_A_DAY, WHOLE_DAY, TimeRange

CHINESE = Shown(read_wording("zh"))
NINE_TO_NOON = TimeRange(9 * 60, 12 * 60)
DASHES = ["-", "—", "–", "－", "~", "～", "〜", "至", "到", "——", " - ", " 至 "]
TIMES = [
    ("9:00-12:00", 540, 720),
    ("09:00-12:00", 540, 720),
    ("0:00-24:00", 0, 1440),
    ("8:30-24:00", 510, 1440),
    ("22:00-次日6:00", 1320, 1800),
    ("22:00-次日 6:00", 1320, 1800),
    ("22:00-次日0:30", 1320, 1470),
    ("12:00-次日12:00", 720, 2160),
    ("0:00-次日0:00", 0, 1440),
    ("23:59-24:00", 1439, 1440),
    ("９：００-１２：００", 540, 720),
    ("９:００－１２：0０", 540, 720),
    (" 9:00-12:00 ", 540, 720),
]
NO_TIMES = [
    ("9.00-12:00", "E034", "9.00"),
    ("9:00-12.00", "E034", "12.00"),
    ("9点-12点", "E034", "9点"),
    ("9点半-12:00", "E034", "9点半"),
    ("9-12", "E034", "9"),
    ("9:0-12:00", "E034", "9:0"),
    ("9:00", "E034", "9:00"),
    ("9:00-", "E034", "9:00-"),
    ("-12:00", "E034", "-12:00"),
    ("9:00 12:00", "E034", "9:00 12:00"),
    ("9:00-12:00-15:00", "E034", "12:00-15:00"),
    ("次日9:00-12:00", "E034", "次日9:00-12:00"),
    ("9:00-翌日6:00", "E034", "翌日6:00"),
    ("上午", "E034", "上午"),
    ("", "E034", ""),
    ("٩:00-12:00", "E034", "٩:00"),
    ("12:00-9:00", "E035", "12:00-9:00"),
    ("9:00-9:00", "E244", "9:00-9:00"),
    ("22:00-6:00", "E035", "22:00-6:00"),
    ("0:00-0:00", "E244", "0:00-0:00"),
    ("9:00-24:30", "E036", "24:30"),
    ("24:30-次日1:00", "E036", "24:30"),
    ("9:60-12:00", "E036", "9:60"),
    ("25:00-26:00", "E036", "25:00"),
    ("9:00-次日24:01", "E036", "24:01"),
    ("99:99-0:00", "E036", "99:99"),
    ("22:00-次日23:00", "E038", "22:00-次日23:00"),
    ("0:00-次日24:00", "E038", "0:00-次日24:00"),
    ("24:00-次日6:00", "E038", "24:00-次日6:00"),
    ("24:00-6:00", "E038", "24:00-6:00"),
    ("24:00-24:00", "E038", "24:00-24:00"),
    (" 12:00-9:00 ", "E035", "12:00-9:00"),
]


@pytest.mark.parametrize(("text", "start", "end"), TIMES)
def test_a_time_range_is_read(text: str, start: int, end: int) -> None:
    assert TimeRange.from_text(text) == TimeRange(start, end)


@pytest.mark.parametrize("dash", DASHES)
def test_every_dash_that_staff_type_is_one(dash: str) -> None:
    assert TimeRange.from_text(f"9:00{dash}12:00") == NINE_TO_NOON


@pytest.mark.parametrize(("text", "code", "quoted"), NO_TIMES)
def test_what_is_no_time_range_is_refused_and_quoted(text: str, code: str, quoted: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        TimeRange.from_text(text)
    assert (refusal.value.code, dict(refusal.value.words)["text"]) == (code, quoted)


@pytest.mark.parametrize(("text", "first", "last"), [("22:00-6:00", "22:00", "6:00"), ("9:00-9:00", "9:00", "9:00")])
def test_the_cure_for_an_end_before_the_start_can_be_followed(text: str, first: str, last: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        TimeRange.from_text(text)
    words = dict(refusal.value.words)
    assert words == {"text": text, "start": first, "end": last}
    TimeRange.from_text("{start}-次日{end}".format(**words))


def test_the_whole_day_is_from_midnight_to_midnight() -> None:
    assert TimeRange.from_text("0:00-24:00") == WHOLE_DAY


STARTS = st.integers(0, MINUTES_A_DAY - 1)
RANGES = st.tuples(STARTS, st.integers(1, MINUTES_A_DAY)).map(lambda pair: TimeRange(pair[0], sum(pair)))


@settings(max_examples=2000)
@given(RANGES)
def test_a_time_range_that_is_shown_reads_as_itself(written: TimeRange) -> None:
    assert TimeRange.from_text(CHINESE.of(written)) == written


@settings(max_examples=4000)
@given(st.text(alphabet="0123456789:：-—至到次日 .点", max_size=16))
def test_any_text_is_a_time_range_or_refused_with_a_word_of_it(text: str) -> None:
    try:
        span = TimeRange.from_text(text)
    except Unreadable as refusal:
        assert refusal.code in {"E034", "E035", "E036", "E038", "E244"}
        assert dict(refusal.words)["text"] in text
    else:
        assert 0 <= span.start < span.end <= span.start + MINUTES_A_DAY
        assert span.start < MINUTES_A_DAY
