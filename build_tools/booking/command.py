"""`book PRIVATE --through 2026-10`: from the private file to the published tallies, or why not."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from build_tools.booking.guard import is_exposed, is_published, is_tracked
from build_tools.booking.plan import planned
from build_tools.booking.private_file.any_form import read_rows
from build_tools.booking.private_file.template import template_workbook
from build_tools.booking.told import Teller
from build_tools.problems import Unreadable
from build_tools.reading.ledgers import read_ledgers
from build_tools.records.files import UNFINISHED, Kind
from build_tools.records.month import Month
from build_tools.reports import report
from build_tools.saving import save

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from build_tools.problems import Problem
    from build_tools.reading.ledgers import Ledgers
    from build_tools.wording import Wording


class RefusedError(Exception):
    """Booking cannot begin; the message says why."""


class Desk:
    """Books one private file into one content folder."""

    def __init__(self, content: Path, wording: Wording, form: str = "text") -> None:
        self.content = content
        self.wording = wording
        self.form = form

    def book(self, private: Path, through: Month, today: date, *, dry_run: bool) -> bool:
        """Whether the tallies now say all that may be said; says on standard output what it did or why it did not."""
        self.admit(private, through, today)
        ledgers = self.ledgers()
        if ledgers is None:
            return False
        rows, problems = read_rows(private, ledgers.known)
        if not problems:
            plan = planned(rows, private.name, ledgers, through)
            problems = plan.row_problems
        if problems:
            self.report(problems, private.parent)
            return False
        if plan.problems:
            self.report(plan.problems, self.content)
            return False
        sys.stdout.write(Teller(ledgers, self.wording).tell(plan.bookings, through))
        changed = {f"{one.ledger.tally.id}.yml": one.text for one in plan.bookings if one.changed}
        if dry_run:
            sys.stdout.write(self.wording.say("book.dry_run") + "\n")
        else:
            save_tallies(self.content / Kind.TALLY.folder, changed)
        return True

    def month(self, text: str) -> Month:
        """The month in `text`, or `RefusedError`."""
        try:
            return Month.from_text(text)
        except Unreadable:
            raise RefusedError(self.wording.say("book.no_month", text=text)) from None

    def admit(self, private: Path, through: Month, today: date) -> None:
        """`RefusedError` when the month is not over, or when the private file lies where it may not."""
        if (through.year, through.number) >= (today.year, today.month):
            raise RefusedError(self.wording.say("book.not_over", through=through))
        if not private.is_file():
            raise RefusedError(self.wording.say("book.no_file", file=private))
        if is_published(private, self.content):
            raise RefusedError(self.wording.say("book.in_content", file=private))
        if is_tracked(private):
            raise RefusedError(self.wording.say("book.tracked", file=private))
        self.warn_if_exposed(private)

    def warn_if_exposed(self, private: Path) -> None:
        """Say that git would take `private` along, if it would."""
        if is_exposed(private):
            sys.stderr.write(self.wording.say("book.exposed", file=private) + "\n")

    def admit_template(self, file: Path) -> None:
        """`RefusedError` when no workbook can be written to `file`."""
        if file.suffix.lower() != ".xlsx":
            raise RefusedError(self.wording.say("book.not_a_workbook", file=file))
        if is_published(file, self.content):
            raise RefusedError(self.wording.say("book.in_content", file=file))
        if file.exists():
            raise RefusedError(self.wording.say("book.exists", file=file))

    def ledgers(self) -> Ledgers | None:
        """What is published so far; None, and a report, when it cannot be read."""
        ledgers, problems = read_ledgers(self.content)
        if ledgers is None:
            self.report(problems, self.content)
        return ledgers

    def template(self, file: Path) -> bool:
        """Whether the sheet for private counts now lies at `file`."""
        self.admit_template(file)
        ledgers = self.ledgers()
        if ledgers is None:
            return False
        file.parent.mkdir(parents=True, exist_ok=True)
        self.warn_if_exposed(file)
        file.write_bytes(template_workbook(tuple(ledgers.stations.items()), tuple(ledgers.names.values())))
        sys.stderr.write(self.wording.say("book.template", file=file) + "\n")
        return True

    def report(self, problems: tuple[Problem, ...], folder: Path) -> None:
        """Say what is wrong with files of `folder`."""
        sys.stdout.write(report(problems, self.wording, folder.as_posix(), self.form))


def save_tallies(folder: Path, texts: Mapping[str, str]) -> None:
    """Put `texts`, by file name, into `folder`, one by one; booking again finishes what somebody broke off.

    What an earlier run left unfinished is removed.
    """
    folder.mkdir(exist_ok=True)
    for left in folder.glob(f"*{UNFINISHED}"):
        left.unlink()
    for name, text in texts.items():
        save(folder, {name: text.encode()}, ready=UNFINISHED)
