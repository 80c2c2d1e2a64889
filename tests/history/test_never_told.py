"""What no page tells of what was before, whatever a repository keeps."""

from __future__ import annotations

import pytest

from tests.conftest import MINIMAL, STATION, put
from tests.history.changing import AUTHOR, MESSAGE, Repository
from tests.history.kept import (
    at,
    now,
    published,
    settings,
    site_of,
    told,
)
from tests.reading.gate_cases import IDENTITY

MOBILE = "13900000000"
"""Another one than the staff guide shows as a mistake."""


@pytest.mark.parametrize(
    "broken",
    [
        f"{at('9:00-20:00')}开放说明: 打 {MOBILE}\n",
        f"{at('9:00-20:00')}# {IDENTITY}\n",
        f"{STATION}电话: {MOBILE}\n",
        "名称: [",
        "",
        STATION.replace("开放", "不知道"),
        f"{STATION}开放时间: 周一 9:00-11:00\n",
    ],
)
def test_a_version_that_would_be_refused_today_is_never_told(broken: str, kept: Repository) -> None:
    kept.commit("2026-10-01", jia=broken)
    kept.commit("2026-10-03", jia=at("10:00-20:00"))
    kept.commit("2026-10-05", jia=at("11:00-20:00"))
    assert told(kept.content) == [
        f"10-05 {now('11:00–20:00', '10:00–20:00')}",
        f"10-03 {now('10:00–20:00', '8:00–20:00')}",
    ]
    everything = published(site_of(settings(kept.content)))
    assert MOBILE.encode() not in everything
    assert IDENTITY.encode() not in everything


def test_what_follows_a_version_that_is_refused_waits_until_one_can_be_told(kept: Repository) -> None:
    kept.commit("2026-10-01", jia=f"{STATION}电话: {MOBILE}\n")
    kept.commit("2026-10-02", jia=at("9:00-20:00") + "电活: 未知\n")
    kept.commit("2026-10-03", jia=at("8:00-20:00"))
    assert told(kept.content) == []


def test_a_version_in_another_encoding_is_never_told(kept: Repository) -> None:
    put(kept.content, "stations/jia.yml", at("9:00-20:00").encode("gb18030"))
    kept.commit("2026-10-01")
    kept.commit("2026-10-03", jia=at("10:00-20:00"))
    assert told(kept.content) == [f"10-03 {now('10:00–20:00', '8:00–20:00')}"]


def test_what_a_station_once_named_may_be_gone(kept: Repository) -> None:
    put(kept.content, "organizations/yi.yml", MINIMAL["organizations/jia.yml"].replace("甲", "乙"))
    kept.commit("2026-10-01", jia=at("9:00-20:00") + "伙伴: [{类别: 社区, 组织: yi}]\n")
    (kept.content / "organizations/yi.yml").unlink()
    kept.commit("2026-10-03", jia=at("10:00-20:00"))
    assert len(told(kept.content)) == 2


def test_a_kind_of_service_may_be_called_otherwise_now(kept: Repository) -> None:
    kept.commit("2026-10-01", jia=at("9:00-20:00") + "服务: [免费理发]\n")
    put(kept.content, "vocabulary.yml", MINIMAL["vocabulary.yml"].replace("名称: 免费理发", "名称: 剪头发"))
    kept.commit("2026-10-03", jia=at("10:00-20:00") + "服务: [剪头发]\n")
    assert "10-01 甲站 新增剪头发" in told(kept.content)
    assert told(kept.content)[0] == f"10-03 {now('10:00–20:00', '9:00–20:00')}"


def test_a_former_telephone_is_never_printed(kept: Repository) -> None:
    for day, number in ((1, "0000-1111111"), (2, "0000-2222222"), (3, "0000-3333333")):
        kept.commit(f"2026-10-0{day}", jia=f"{at('8:00-20:00')}电话: {number}\n")
    assert told(kept.content) == ["10-03 甲站 电话改为 0000-3333333", "10-02 甲站 电话有变", "10-01 甲站 电话有变"]
    everything = published(site_of(settings(kept.content)))
    assert b"0000-3333333" in everything
    assert b"0000-1111111" not in everything
    assert b"0000-2222222" not in everything


def test_nobody_reads_who_committed_and_with_what_words(kept: Repository) -> None:
    commit = kept.commit("2026-10-01", jia=at("9:00-20:00"))
    everything = published(site_of(settings(kept.content)))
    for secret in (AUTHOR, MESSAGE, "ceshi@example.org", commit, commit[:8]):
        assert secret.encode() not in everything


def test_counts_lead_to_no_change(kept: Repository) -> None:
    tally = "截止月: 2026-06\n类别:\n  安全隐患:\n    起始月: 2026-01\n    批次:\n      - {自: 2026-01, 至: 2026-03, 件数: 7}\n停用: []\n"
    put(kept.content, "tallies/jia.yml", tally)
    kept.commit("2026-10-01", jia=at("8:00-20:00") + "报道数字: [{内容: 调解, 原话: 100余起}]\n服务总数: 10项\n")
    put(kept.content, "tallies/jia.yml", tally.replace("停用", "      - {自: 2026-04, 至: 2026-06, 件数: 9}\n停用"))
    kept.commit("2026-10-02", jia=at("8:00-20:00") + "报道数字: [{内容: 调解, 原话: 200余起}]\n服务总数: 20项\n")
    assert told(kept.content) == []
