"""`rename` tells which lines go on naming the old address in words that only people read, and changes none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from build_tools.commands.rename import MOST_TOLD
from tests.conftest import STATION, codes, put
from tests.forked import Done, command

if TYPE_CHECKING:
    from pathlib import Path

PROSE = "介绍: |\n  从前在[甲站](stations/jia/)。\n  jia 是拼音，stations/jia-lao 是别处。\n开放说明: 见 stations/jia/#where # 和stations/jia.yml\n"
PAGE = "# 关于\n\n[甲站](stations/jia.yml)\n\n`stations/jia.yml`，`organizations/jia`\n"
SAID = {
    "zh": """\
这几行的文字里还写着旧网址，没有替您改，得空请看一看（旧网址照样能打开）：
  about.md 第 5 行
  stations/xin.yml 第 7 行
  stations/yi.yml 第 8 行
  stations/yi.yml 第 10 行
""",
    "en": """\
The words on these lines still name the old address. They were left as they are; please have a look (the old address goes on working):
  about.md, line 5
  stations/xin.yml, line 7
  stations/yi.yml, line 8
  stations/yi.yml, line 10
""",
}


@pytest.fixture
def named(content: Path) -> Path:
    """A bulletin that names the station 甲 in texts."""
    put(content, "stations/jia.yml", STATION + "开放说明: 就是 stations/jia\r\n")
    put(content, "stations/yi.yml", STATION.replace("甲站", "乙站") + PROSE)
    put(content, "about.md", PAGE)
    assert codes(content) == []
    return content


def rename(content: Path, *options: str) -> Done:
    """Give the station another id."""
    return command("rename", "stations/jia", "xin", "--content", content, *options)


@pytest.mark.parametrize("options", [(), ("--dry-run",)])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_lines_that_name_the_old_address_in_words_are_told_last(
    named: Path, language: str, options: tuple[str, ...]
) -> None:
    done = rename(named, "--language", language, *options)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("\n" + SAID[language])


def test_the_words_themselves_stay(named: Path) -> None:
    rename(named)
    assert (named / "stations/yi.yml").read_text(encoding="utf-8").endswith(PROSE)
    page = PAGE.replace("[甲站](stations/jia.yml)", "[甲站](stations/xin.yml)")
    assert (named / "about.md").read_text(encoding="utf-8") == page


def test_where_no_words_name_it_nothing_is_said_of_them(content: Path) -> None:
    put(content, "stations/yi.yml", STATION.replace("甲站", "乙站") + "接替驿站: jia\n")
    assert rename(content).stdout.splitlines()[-1].startswith("换好了")


def test_of_many_lines_the_first_are_told_and_the_rest_is_counted(content: Path) -> None:
    put(content, "about.md", "# 关于\n" + "\n`stations/jia`\n" * (MOST_TOLD + 2))
    lines = rename(content).stdout.splitlines()
    assert (lines[-2], lines[-1]) == (f"  about.md 第 {1 + 2 * MOST_TOLD} 行", "  ……另外还有 2 行")
