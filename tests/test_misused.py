"""A command line that is not understood is answered in the reader's language, help included."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from build_tools.commands.parser import refusal
from build_tools.reading.locale import read_wording
from build_tools.records.language import LANGUAGES
from tests.forked import command

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = ("check", "explain", "due", "fmt", "new", "rename", "book", "schema", "write", "host")
NO_SECONDS = "看不懂的秒数“{}”，写成大于 0、不超过 86400 的数"
MISUSED = [
    ("", "还没写 命令"),
    ("chekc", f"命令：不认识“chekc”，可以写 {'、'.join(COMMANDS)}"),
    ("check --languge en", "不认识“--languge”"),
    ("check --language fr", "--language：不认识“fr”，可以写 zh、en"),
    ("check --format", "--format：后面要写一个词"),
    ("due extra", "不认识“extra”"),
    ("due --within x", "--within：看不懂的天数“x”，写成 0 到 3660 的整数"),
    *(
        (f"host reconcile x --limit {one}", f"--limit：{NO_SECONDS.format(one)}")
        for one in ("inf", "nan", "-5", "0", "abc")
    ),
    ("host rollback x --limit 86401", f"--limit：{NO_SECONDS.format(86401)}"),
    *((f"host {one} x --limit 5", "不认识“--limit 5”") for one in ("init", "status")),
    ("host reconcile x --format json", "不认识“--format json”"),
    ("host --format json status x", "ACTION：不认识“json”，可以写 init、reconcile、rollback、status、upgrade、receive"),
    ("explain a.yml --from x", "--from：看不懂的日子“x”，写成 2026-10-17 这样"),
    ("explain a.yml --f 2026-10-17", "“--f”要写全：--format、--from"),
    ("check --lang en", "“--lang”要写全：--language"),
    ("explain", "还没写 FILE"),
    ("new", "还没写 KIND、ID"),
    ("new hall x", "KIND：不认识“hall”，可以写 station、event、notice、organization、site"),
    ("fmt --write=3", "--write：后面不用写“3”"),
]
OUR_OWN = re.compile(r"python -m build_tools|--?\w+|[A-Z]{2,}|\w*[/.]\w*")
"""What stays Latin in Chinese help: the program, options, words to be replaced, files."""


@pytest.mark.parametrize(("line", "said"), MISUSED)
def test_a_command_line_that_is_wrong_is_told_so_in_chinese(line: str, said: str) -> None:
    done = command(*line.split())
    last = done.stderr.splitlines()[-1]
    assert (done.returncode, done.stdout, last.partition("。怎么写，看：")[0]) == (1, "", f"命令写得不对。{said}")
    assert done.stderr.startswith("用法：")


@pytest.mark.parametrize("line", [line for line, _ in MISUSED])
def test_a_command_line_that_is_wrong_is_told_so_in_english(line: str) -> None:
    done = command(*line.split(), "--language", "en")
    assert (done.returncode, re.findall(r"[\u4e00-\u9fff]", done.stderr)) == (1, [])


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_no_word_of_the_help_is_argparse_s(name: str) -> None:
    done = command(*name.split(), "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert not re.search(r"usage|options:|positional|show this|optional", OUR_OWN.sub("", done.stdout))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("quote", ["'", ""])
def test_a_choice_is_told_alike_whether_python_quotes_it_or_not(language: str, quote: str) -> None:
    choices = ", ".join(f"{quote}{one}{quote}" for one in ("a", "b"))
    said = refusal(f"argument --x: invalid choice: 'c' (choose from {choices})", read_wording(language))
    assert ("invalid" in said, "'" in said, "“c”" in said) == (False, False, True)


def test_whatever_is_said_in_the_reader_s_language_already_stays() -> None:
    assert refusal("看不懂的日子", read_wording("zh")) == "看不懂的日子"


def test_a_file_that_the_system_does_not_open_is_told_in_the_reader_s_language(content: Path) -> None:
    done = command(
        "write", content.parent / "file" / "out", "--content", content, before=(content.parent / "file").touch
    )
    assert (done.returncode, "没能读写" in done.stderr, "路径中间有一段不是文件夹" in done.stderr) == (1, True, True)
