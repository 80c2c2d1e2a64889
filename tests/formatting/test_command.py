"""`fmt`: what it shows, what it writes, what it refuses."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from build_tools.formatting.formatted import UnfaithfulError
from tests.conftest import STATION, put
from tests.forked import command
from tests.sites import ROOT, SAMPLE

MESSY = b"\xef\xbb\xbf" + STATION.replace(": ", "：", 1).replace("\n", "\r\n").encode() + "面积:   ４５  # 约".encode()
TIDY = STATION + "面积: 45  # 约\n"
SHOWN = """\
--- content/stations/jia.yml
+++ content/stations/jia.yml
\\ 去掉文件开头看不见的标记（BOM）
\\ 每一行的换行改成同一种（LF）
\\ 最后一行补上换行
@@ -1,7 +1,7 @@
-名称：甲站
+名称: 甲站
 状态: 开放
 一句话: 喝水
 区: shili
 街道: 甲街道
 地址: 示例市示例区甲街道1号
-面积:   ４５  # 约
+面积: 45  # 约
"""
ODD_LINES = """\
--- tests/sample_content/stations/xin.yml
+++ tests/sample_content/stations/xin.yml
@@ -9,8 +9,8 @@
 电话: 0000-7654321
 位置: {经度: 122, 纬度: 36.01, 坐标系: gcj02, 精度: community}
 开放时间:
-  - 工作日 ９：００—１２：００，１３：３０～１７：３０
-  - 周六 8:00–11:00、12:00至14:00、15:00到18:00、19:00~21:00
+  - 工作日 9:00-12:00，13:30-17:30
+  - 周六 8:00-11:00、12:00至14:00、15:00到18:00、19:00-21:00
   - 周日下午 14:00-17:00
   - 11月1日至次年3月15日 周一、周三 18:00-20:00 需预约
 节假日: 照常
"""


@pytest.fixture
def messy(content: Path) -> Path:
    """`content` with a station as Windows' editor saves it; seen from the folder above."""
    put(content, "stations/jia.yml", MESSY)
    return content


def names(content: Path) -> list[str]:
    """Everything that lies in the folder of stations."""
    return sorted(path.name for path in (content / "stations").iterdir())


def test_nothing_to_change_is_said_kindly(content: Path) -> None:
    done = command("fmt", "--content", content)
    assert done == (0, "5 个文件都是通常的写法，不用改。\n", "")


def test_a_difference_is_shown_and_no_file_is_touched(messy: Path) -> None:
    done = command("fmt", folder=messy.parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(SHOWN)
    assert done.stdout.splitlines()[-1].startswith("1 个文件可以改成上面的样子")
    assert (messy / "stations/jia.yml").read_bytes() == MESSY


def test_the_odd_station_of_the_sample_is_the_only_one_that_would_change() -> None:
    done = command("fmt", "--content", SAMPLE.relative_to(ROOT))
    assert (done.returncode, "".join(done.stdout.splitlines(keepends=True)[:-1])) == (0, ODD_LINES)


def test_write_changes_the_file_and_nothing_else(messy: Path) -> None:
    station = messy / "stations/jia.yml"
    station.chmod(0o640)
    done = command("fmt", "--write", folder=messy.parent)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "改好了 1 个文件，意思没有变。")
    assert station.read_bytes() == TIDY.encode()
    assert station.stat().st_mode & 0o777 == 0o640
    assert names(messy) == ["jia.yml"]
    assert command("fmt", "--content", messy).stdout == "5 个文件都是通常的写法，不用改。\n"


def cut() -> None:
    """Let no file take another's place, in a process that ends with it."""

    def refuse(*_: object) -> None:
        raise PermissionError("not here")

    pytest.MonkeyPatch().setattr(Path, "replace", refuse)


def test_a_file_that_cannot_be_written_leaves_nothing_behind(messy: Path) -> None:
    done = command("fmt", "--write", folder=messy.parent, before=cut)
    assert (done.returncode, "not here" in done.stderr, "Traceback" in done.stderr) == (1, True, False)
    assert (messy / "stations/jia.yml").read_bytes() == MESSY
    assert names(messy) == ["jia.yml"]


def test_only_the_files_that_are_named_are_looked_at(messy: Path) -> None:
    put(messy, "stations/yi.yml", STATION.replace("甲站", "乙站") + "面积:  45\n")
    done = command("fmt", "content/stations/yi.yml", folder=messy.parent)
    assert ("jia.yml" in done.stdout, "+面积: 45" in done.stdout) == (False, True)


def test_the_content_folder_is_found_from_the_file(messy: Path) -> None:
    done = command("fmt", messy / "stations/jia.yml", folder=messy.parent)
    assert done.stdout.startswith(SHOWN)


@pytest.mark.parametrize(
    "name", ["../elsewhere.yml", "stations/none.yml", "images/a.png", "stations", "stations/link.yml"]
)
def test_a_file_that_is_no_content_is_refused(messy: Path, name: str) -> None:
    (messy.parent / "elsewhere.yml").write_bytes(MESSY)
    (messy / "stations/link.yml").symlink_to("../../elsewhere.yml")
    put(messy, "images/a.png", b"")
    done = command("fmt", "--write", messy / "stations/jia.yml", messy / name, "--content", messy)
    assert (done.returncode, done.stdout, "可以整理的文件" in done.stderr) == (1, "", True)
    assert (messy / "stations/jia.yml").read_bytes() == MESSY
    assert (messy.parent / "elsewhere.yml").read_bytes() == MESSY


@pytest.mark.parametrize(
    ("written", "code"),
    [((STATION + "设施: [饮水机\n面积: 45\n").encode(), "E116"), ("名称: 甲站\n".encode("gbk"), "E004"), (b"", "E003")],
)
def test_a_file_that_cannot_be_read_is_reported_as_check_does_and_the_others_are_done(
    messy: Path, written: bytes, code: str
) -> None:
    put(messy, "stations/yi.yml", written)
    done = command("fmt", "--write", "--content", messy)
    assert (done.returncode, done.stderr) == (65, "")
    told = next(part for part in command("check", "--content", messy).stdout.split("\n\n") if code in part)
    assert told in done.stdout
    assert (messy / "stations/yi.yml").read_bytes() == written
    assert (messy / "stations/jia.yml").read_bytes() == TIDY.encode()


def fail() -> None:
    """Let every file be one that would say something else, in a process that ends with it."""

    def unfaithful(*_: object) -> None:
        raise UnfaithfulError

    pytest.MonkeyPatch().setattr("build_tools.commands.fmt.formatted", unfaithful)


def test_a_file_that_would_say_something_else_is_left_alone_and_that_is_said(messy: Path) -> None:
    done = command("fmt", "--write", "content/stations/jia.yml", folder=messy.parent, before=fail)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("content/stations/jia.yml 没有动")
    assert (messy / "stations/jia.yml").read_bytes() == MESSY


def test_a_mobile_number_is_masked(content: Path) -> None:
    put(content, "stations/jia.yml", STATION + "开放说明:  13812345678\n")
    shown = command("fmt", "--content", content).stdout
    assert ("138****5678" in shown, "13812345678" in shown) == (True, False)


def test_a_missing_content_folder_is_a_content_error(tmp_path: Path) -> None:
    done = command("fmt", "--content", tmp_path / "nowhere")
    assert (done.returncode, "E001" in done.stdout, done.stderr) == (65, True, "")


def test_a_folder_without_content_is_a_content_error(tmp_path: Path) -> None:
    done = command("fmt", "--content", ".", folder=tmp_path)
    said = "内容文件夹 . 里还没有可以整理的文件（.yml 或 .md）。请看看 --content 写得对不对。\n"
    assert (done.returncode, done.stdout, done.stderr) == (65, said, "")


def test_no_other_command_loads_the_second_reader_of_yaml() -> None:
    code = (
        "import sys, build_tools.build, build_tools.booking.command, hooks.publish;"
        "from build_tools.__main__ import command;"
        "[command(name) for name in ('check', 'explain', 'write', 'book', 'schema')];"
        "print([name for name in sys.modules if name.startswith('ruamel')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"
