"""A list of problems in the forms people and forges read. Each form is one function: problems → text."""

from __future__ import annotations

import hashlib
import io
import json
import re
import sys
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from build_tools.wording import Wording

LONGEST_EXCERPT = 120
MOST_ALIKE = 20
PERSONAL = re.compile(
    r"(?<!\d)(?:(?:00)?86[- ]?)?[1１][3-9３-９]\d(?:[- －]?\d{4}){2}(?!\d)|(?<!\d)1[3-9]\d\d[- ]\d{3}[- ]\d{4}(?!\d)"
    r"|(?<![\d.])\d{15,18}[\dXxＸｘ]?(?!\d)|(?<!\d)\d{4}(?:[- ]\d{4}){3}(?:[- ]?\d{1,3})?[Xx]?(?!\d)"
    r"|(?<!\d)\d{6}[- ]?(?:\d{8}|\d{4}[- ]\d{4}|\d{4}[- ]\d{2}[- ]\d{2})[- ]?\d{3}[\dXxＸｘ](?!\d)"
)
"""What looks like a mobile's, a card's or an identity number; a report is read by more people than the content."""
CONTROLS: dict[int, int] = {code: 0x2400 + code for code in range(32)}
CONTROLS |= {0x09: 0x20, 0x7F: 0x2421} | dict.fromkeys(range(0x80, 0xA0), 0x2426)
"""A control sign → one that a terminal shows."""


@dataclass(frozen=True, slots=True)
class Reported:
    """A problem with its sentences in one language and its file as seen from where the command runs."""

    problem: Problem
    file: str
    message: str
    cure: str


def reported(problem: Problem, wording: Wording, content: str) -> Reported:
    """`problem` in words; `content` is the folder that its file lies in, unless that has a path of its own."""
    words = {name: masked(word) for name, word in problem.words}
    return Reported(
        problem,
        place_of(problem, wording, content),
        wording.say(f"{problem.code}.message", **words),
        cure_of(problem.code, words, wording),
    )


def place_of(problem: Problem, wording: Wording, content: str) -> str:
    """The file of `problem`, or where in the history it stands: a commit that was pushed."""
    words = dict(problem.words)
    if "commit" in words:
        return wording.say(f"report.in_{words['part']}", commit=words["commit"], file=problem.place.file)
    return Path(content, problem.place.file).as_posix()


CURES = ("near", "unlisted", "taken", "both", "spare", "already")
"""Words of problems for which there is another cure."""


def cure_of(code: str, words: dict[str, str], wording: Wording) -> str:
    """What to do: write what is `rewritten`, the word that is `near`, or what the first other word of `CURES` needs.

    What is rewritten with its indent stands on lines of its own. What stands in the history is not mended in a file.
    """
    if "commit" in words:
        return wording.say(f"report.cure_{words['part']}")
    if rewritten := words.get("rewritten"):
        if rewritten.startswith(" "):
            return wording.say("report.lines", rewritten=rewritten)
        return wording.say("report.write", rewritten=rewritten)
    kind = next((f"cure_{word}" for word in CURES if words.get(word)), "cure")
    return wording.say(f"{code}.{kind}", **words)


def as_text(found: tuple[Reported, ...], wording: Wording) -> str:
    """For a person: each problem with its line and what to write instead, and a summary last.

    Of warnings that are alike, no more than `MOST_ALIKE` are told, or they would bury the errors.
    """
    parts, alike = [], Counter[str]()
    for one in found:
        alike[one.problem.code] += one.problem.severity == "warning"
        if alike[one.problem.code] <= MOST_ALIKE:
            parts.append(text_of(one, wording))
    for code, count in alike.items():
        if count > MOST_ALIKE:
            parts.append(wording.say("report.alike", code=code, more=count - MOST_ALIKE) + "\n")
    errors = sum(one.problem.severity == "error" for one in found)
    return "\n".join([*parts, wording.say("report.summary", errors=errors, warnings=len(found) - errors)]) + "\n"


def text_of(one: Reported, wording: Wording) -> str:
    """One problem as a few lines."""
    problem, place = one.problem, one.problem.place
    heading = wording.say(f"report.{problem.severity}", code=problem.code, message=one.message)
    lines = [heading, f"  {one.file}:{place.line}:{place.column}  {problem.path}".rstrip()]
    if problem.excerpt.strip() and place.column <= LONGEST_EXCERPT:
        lines += quotation(problem)
    return "\n".join([*lines, wording.say("report.cure", cure=one.cure), ""])


def quotation(problem: Problem) -> list[str]:
    """The excerpt and, below it, carets under what is meant."""
    place = problem.place
    number = f"{place.line:>5} | "
    blank = " " * (len(number) - 2) + "| "
    excerpt = masked(problem.excerpt[: 2 * LONGEST_EXCERPT])[:LONGEST_EXCERPT].translate(CONTROLS)
    before, meant = excerpt[: place.column - 1], excerpt[place.column - 1 : place.column - 1 + problem.width]
    return [number + excerpt, blank + " " * columns(before) + "^" * max(1, columns(meant))]


def masked(text: str) -> str:
    """`text` with the middle of every personal number made unreadable, as long as before."""
    return PERSONAL.sub(hidden, text)


def hidden(found: re.Match[str]) -> str:
    """The first three and the last four signs of a number, with stars between."""
    number = found[0]
    return number[:3] + "*" * (len(number) - 7) + number[-4:]


def columns(text: str) -> int:
    """How wide `text` is in a terminal: wide East-Asian characters take two columns."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def as_github(found: tuple[Reported, ...], wording: Wording) -> str:
    """Workflow commands: one annotation each, errors first, because GitHub shows only ten."""
    ordered = sorted(found, key=lambda one: one.problem.severity)
    return "".join(f"{annotation(one, wording)}\n" for one in ordered)


def annotation(one: Reported, wording: Wording) -> str:
    """One `::error …` or `::warning …` line; https://docs.github.com/actions/reference/workflow-commands."""
    place = one.problem.place
    place_words = f"file={in_property(one.file)},line={place.line},col={place.column},title={one.problem.code}"
    message = in_command(f"{one.message}\n{wording.say('report.cure', cure=one.cure).strip()}")
    return f"::{one.problem.severity} {place_words}::{message}"


def in_command(text: str) -> str:
    """`text` escaped for the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def in_property(text: str) -> str:
    """`text` escaped for a property of a workflow command."""
    return in_command(text).replace(":", "%3A").replace(",", "%2C")


def as_gitlab(found: tuple[Reported, ...], wording: Wording) -> str:  # noqa: ARG001 — all forms are called alike
    """GitLab's code quality report; the fingerprint stays when lines move."""
    return json.dumps([quality(one) for one in found], ensure_ascii=False, indent=1) + "\n"


def quality(one: Reported) -> dict[str, object]:
    """One entry of the code quality report; https://docs.gitlab.com/ci/testing/code_quality/."""
    problem = one.problem
    identity = "\0".join((problem.code, one.file, problem.path, one.message))
    return {
        "description": f"{one.message} {one.cure}",
        "check_name": problem.code,
        "fingerprint": hashlib.sha256(identity.encode("utf-8", "backslashreplace")).hexdigest(),
        "severity": "major" if problem.severity == "error" else "minor",
        "location": {"path": one.file, "lines": {"begin": problem.place.line}},
    }


def as_json(found: tuple[Reported, ...], wording: Wording) -> str:  # noqa: ARG001 — all forms are called alike
    """One list of objects, for programs."""
    return json.dumps([entry(one) for one in found], ensure_ascii=False, indent=1) + "\n"


def entry(one: Reported) -> dict[str, object]:
    """One problem as the documented object."""
    problem = one.problem
    return {
        "severity": problem.severity,
        "code": problem.code,
        "file": one.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "path": problem.path,
        "message": one.message,
        "cure": one.cure,
    }


FORMS: dict[str, Callable[[tuple[Reported, ...], Wording], str]] = {
    "text": as_text,
    "github": as_github,
    "gitlab": as_gitlab,
    "json": as_json,
}


def short_of_history(cut_short: bool, wording: Wording) -> str:
    """A line that says so when git keeps too little; nothing otherwise."""
    return wording.say("report.shallow") + "\n" if cut_short else ""


def speak_utf8() -> None:
    """Let this process's standard streams print any report, whatever the machine's own encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def report(problems: tuple[Problem, ...], wording: Wording, content: str, form: str = "text") -> str:
    """`problems` of the folder `content` in one of `FORMS`."""
    return FORMS[form](tuple(reported(problem, wording, content) for problem in problems), wording)
