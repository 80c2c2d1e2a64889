"""What is refused leaves nothing: one plain sentence for staff, and the host as it was before."""

from __future__ import annotations

import pytest

from tests.conftest import STATION
from tests.hosting.handmade import everything_kept, insist_on_nothing_left
from tests.hosting.hosts import Place, Staff, insist_on_whole, said

HOURS = f"{STATION}开放时间:\n  - 工作日 9:00-12:00\n节假日: 休息\n调休上班日: 照常\n"

OTHER_REFS = {
    "refs/heads/side": "只收 main 分支，没有收 refs/heads/side。",
    "refs/tags/v1": "只收 main 分支，没有收 refs/tags/v1。",
    "refs/replace/x": "只收 main 分支，没有收 refs/replace/x。",
}


@pytest.mark.parametrize("ref", OTHER_REFS)
def test_of_several_branches_none_is_accepted_when_one_is_not(refusing: Place, clone: Staff, ref: str) -> None:
    tip = clone.git("rev-parse", "HEAD")
    clone.edit("content/stations/jia.yml", STATION.replace("喝水", "歇脚"))
    done = clone.push("HEAD:refs/heads/main", f"HEAD:{ref}")
    assert done.returncode == 1
    assert said(done.stdout) == [OTHER_REFS[ref]]
    insist_on_nothing_left(refusing, tip)


def test_the_main_branch_cannot_be_deleted(refusing: Place, clone: Staff) -> None:
    tip = clone.git("rev-parse", "HEAD")
    done = clone.push(":refs/heads/main")
    assert done.returncode == 1
    assert said(done.stdout) == ["不能删 main 分支。"]
    insist_on_nothing_left(refusing, tip)


def test_a_tag_in_place_of_the_main_branch_is_refused_before_git_keeps_it(refusing: Place, clone: Staff) -> None:
    tip = clone.git("rev-parse", "HEAD")
    clone.git("tag", "--force", "--annotate", "v1", "--message", "what nobody may read")
    done = clone.push("--force", "v1:refs/heads/main")
    assert done.returncode == 1
    assert said(done.stdout) == ["推送到 main 的要是一次提交，不能是标签等别的东西。"]
    insist_on_nothing_left(refusing, tip)
    assert b"what nobody may read" not in everything_kept(refusing)


def test_the_report_of_check_is_what_staff_read_and_the_mended_push_passes(place: Place) -> None:
    staff = place.staff()
    tip = staff.git("rev-parse", "HEAD")
    before = place.shown()
    bad = staff.edit("content/stations/jia.yml", HOURS.replace("9:00", "9.00"))
    done = staff.push()
    assert done.returncode == 1
    assert said(done.stdout) == [
        "错误 E034：看不懂的时间“9.00”。",
        "  content/stations/jia.yml:8:9  开放时间[1]",
        "    8 |   - 工作日 9.00-12:00",
        "      |            ^^^^",
        "  怎么改：写成  - 工作日 9:00-12:00",
        "",
        "1 处错误，0 处提醒。",
    ]
    insist_on_nothing_left(place, tip)
    assert bad.encode() not in everything_kept(place)
    assert place.shown() == before
    # a bad commit between two good ones is nobody's business
    mended = staff.edit("content/stations/jia.yml", HOURS)
    assert staff.push().returncode == 0
    assert place.commit_shown() == mended
    insist_on_whole(place)


def test_a_forced_push_of_an_older_state_or_of_another_history_is_what_the_public_sees(place: Place) -> None:
    staff = place.staff()
    first = staff.git("rev-parse", "HEAD")
    staff.edit("content/stations/yi.yml", STATION.replace("甲站", "乙站"))
    second = staff.git("rev-parse", "HEAD")
    pushed = staff.push()
    assert pushed.returncode == 0
    assert "改写了历史" not in pushed.stdout
    staff.git("reset", "--quiet", "--hard", first)
    assert staff.push().returncode == 1
    assert "乙站" in place.page("stations/yi/index.html")
    forced = staff.push("--force", "HEAD:refs/heads/main")
    assert forced.returncode == 0
    assert f"改写了历史。原来最新的提交是 {second[:12]}" in forced.stdout
    assert place.commit_shown() == first
    staff.git("checkout", "--quiet", "--orphan", "another")
    other = staff.edit("content/stations/jia.yml", STATION.replace("喝水", "歇脚"))
    assert staff.push("--force", "HEAD:refs/heads/main").returncode == 0
    assert place.commit_shown() == other
    assert "歇脚" in place.page("stations/jia/index.html")
    insist_on_whole(place)
    assert place.status()["healthy"]
