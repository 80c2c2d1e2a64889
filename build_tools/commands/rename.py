"""`rename ID NEW`: another id for a station, event, notice or organisation, with all that names it."""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.commands import CONTENT_ERRORS, FAILED, FINE
from build_tools.editing.named import RefusedError
from build_tools.editing.new_file import refuse_no_content
from build_tools.editing.renaming import Plan, Renaming
from build_tools.editing.target import new_id, target_of
from build_tools.history import remembered
from build_tools.problems import has_errors
from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.folder import list_folder
from build_tools.reading.shelf import Shelf
from build_tools.records.files import Kind
from build_tools.reports import report
from build_tools.saving import save
from build_tools.settings import settings_here

if TYPE_CHECKING:
    from argparse import Namespace

    from build_tools.problems import Problem
    from build_tools.reading.former import Remembered
    from build_tools.wording import Wording

MOST_TOLD = 10
"""Lines that are told one by one; nobody reads more of them."""


def run(options: Namespace, wording: Wording) -> int:
    """Rename, and say which files changed; where anything is or would be wrong, change nothing and say what."""
    content: Path = options.content
    try:
        refuse_no_content(content, wording)
        before = remembered(settings_here(content, options.language))
        _, problems = read_bulletin(content, before)
        if has_errors(problems):
            return refused(wording.say("rename.errors_before"), problems, options, wording)
        plan = planned(options, wording)
    except RefusedError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return FAILED
    problems = problems_after(plan, content, before)
    if has_errors(problems):
        return refused(wording.say("rename.errors_after"), problems, options, wording)
    if not options.dry_run:
        save(content, plan.contents, plan.moved)
    end = wording.say("rename.dry_run") if options.dry_run else wording.say("rename.done")
    sys.stdout.write(told(plan, wording) + end + "\n" + told_left(plan, wording))
    return FINE


def planned(options: Namespace, wording: Wording) -> Plan:
    """What the new id changes, or `RefusedError`."""
    shelf = Shelf(*list_folder(options.content))
    target = target_of(shelf, options.id, wording)
    new = new_id(shelf, target, options.new, wording)
    return Renaming(shelf.found, target, new, wording).plan()


def problems_after(plan: Plan, content: Path, before: Remembered) -> tuple[Problem, ...]:
    """What would be wrong with the content after `plan`, tried on a copy."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "content"
        shutil.copytree(content, copy)
        save(copy, plan.contents, plan.moved)
        tallies = {uri for uri in plan.moved if uri.startswith(Kind.TALLY.folder)}
        texts = {uri: (content / uri).read_text(encoding="utf-8") for uri in tallies}
        after = replace(before, texts={**texts, **before.texts}, gone=(*before.gone, *plan.moved))
        return read_bulletin(copy, after)[1]


def refused(why: str, problems: tuple[Problem, ...], options: Namespace, wording: Wording) -> int:
    """Report `problems` and say `why` nothing was changed; the exit status."""
    sys.stdout.write(report(problems, wording, options.content.as_posix(), options.format))
    sys.stderr.write(why + "\n")
    return CONTENT_ERRORS


def told_left(plan: Plan, wording: Wording) -> str:
    """Which lines go on naming the old address, and that they are left to their authors; nothing where there is none."""
    if not plan.left:
        return ""
    lines = [wording.say("rename.left_line", file=uri, line=line) for uri, line in plan.left[:MOST_TOLD]]
    if len(plan.left) > MOST_TOLD:
        lines.append(wording.say("rename.left_more", count=len(plan.left) - MOST_TOLD))
    return "\n".join([wording.say("rename.left"), *lines]) + "\n"


def told(plan: Plan, wording: Wording) -> str:
    """What `plan` changes, a line for each file."""
    lines = [wording.say("rename.moved", file=uri, new=new) for uri, new in plan.moved.items()]
    lines += [wording.say("rename.changed", file=uri, count=count) for uri, count in plan.mentions.items()]
    return "".join(f"{line}\n" for line in lines)
