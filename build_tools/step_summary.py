"""A list of problems as the summary page of a GitHub job, where all of them are seen and not only ten annotations."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from build_tools.reports import CONTROLS, reported

if TYPE_CHECKING:
    from build_tools.problems import Problem
    from build_tools.reports import Reported
    from build_tools.wording import Wording

MOST = 500
"""So many are listed: a summary has at most 1 MiB, https://docs.github.com/actions/reference/workflow-commands."""
MARKUP = re.compile(r"[\\`*_{}\[\]()#+!|~$@:-]")


def step_summary(problems: tuple[Problem, ...], wording: Wording, content: str) -> str:
    """`problems` of the folder `content` as GitHub's Markdown: what they count to, and a table, errors first."""
    found = sorted((reported(problem, wording, content) for problem in problems), key=lambda one: one.problem.severity)
    errors = sum(one.problem.severity == "error" for one in found)
    counted = wording.say("report.summary", errors=errors, warnings=len(found) - errors)
    if not found:
        return f"### {wording.say('command.checked')}\n"
    titles = (wording.say("report.place"), wording.say("report.problem"), wording.say("report.cure_title"))
    heading = "| " + " | ".join(titles) + " |"
    rows = [row_of(one) for one in found[:MOST]]
    rest = [wording.say("report.more", more=len(found) - MOST)] if len(found) > MOST else []
    return "\n".join([f"### {counted}", "", heading, "|---|---|---|", *rows, "", *rest]) + "\n"


def row_of(one: Reported) -> str:
    """One problem as a row of the table."""
    problem = one.problem
    sign = "❌" if problem.severity == "error" else "⚠️"
    place = f"{one.file}:{problem.place.line}:{problem.place.column}"
    cells = (place, f"{sign} {problem.code}：{one.message}", one.cure)
    return "| " + " | ".join(literally(cell) for cell in cells) + " |"


def literally(text: str) -> str:
    """`text` on one line, meaning nothing but itself in Markdown."""
    return escape(MARKUP.sub(r"\\\g<0>", text.replace("\n", " ").translate(CONTROLS)), quote=False)
