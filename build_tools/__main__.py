"""The command line: `python -m build_tools check | explain FILE | write DIR | book PRIVATE | schema DIR`."""

from __future__ import annotations

import argparse
import atexit
import gc
import json
import os
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from build_tools.engine import engine_digest
from build_tools.explain import WAYS, explained
from build_tools.history import remembered
from build_tools.lunar import FIRST_YEAR, LAST_YEAR
from build_tools.making import write_if_changed
from build_tools.problems import has_errors
from build_tools.progress import watch_on
from build_tools.reading.bulletin import read_bulletin, read_known
from build_tools.reading.earlier import Earlier
from build_tools.reading.locale import read_wording
from build_tools.reading.one import read_one
from build_tools.records.language import LANGUAGES
from build_tools.reports import FORMS, report, speak_utf8
from build_tools.schema import schemas
from build_tools.settings import UnusableSettingError, settings_here
from build_tools.workers import Crew
from build_tools.writing import NotOursError, write_site

FORTNIGHT = timedelta(days=13)
FINE, FAILED, CONTENT_ERRORS = 0, 1, 65
"""65 is `EX_DATAERR` of sysexits.h: the content is wrong, not the program."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit status is 0, 65 when the content has errors, or 1."""
    speak_utf8()
    gc.disable()  # one short run, and next to nothing in it is garbage: a fifth faster
    atexit.register(gc.freeze)  # nor is there any when it ends, where Python looks once more
    options = parser().parse_args(arguments)
    commands = {"check": check, "explain": explain, "write": write, "book": book, "schema": write_schemas}
    try:
        return commands[options.command](options)
    except (UnusableSettingError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return FAILED


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = Parser(prog="python -m build_tools", description=__doc__)
    commands = top.add_subparsers(dest="command", required=True, parser_class=Parser)
    checking = commands.add_parser("check", help="check the content and say what is wrong")
    explaining = commands.add_parser("explain", help="say what the schedules of one file mean, day by day")
    explaining.add_argument("file", metavar="FILE", type=Path)
    explaining.add_argument("--from", dest="first", metavar="DAY", type=day, help="the first day; today without it")
    explaining.add_argument("--to", dest="last", metavar="DAY", type=day, help="the last day; a fortnight without it")
    explaining.add_argument("--content", metavar="DIR", type=Path, help="the folder the file belongs to")
    explaining.add_argument("--language", choices=LANGUAGES, default="zh")
    explaining.add_argument("--format", choices=tuple(WAYS), default="text")
    writing = commands.add_parser("write", help="write the site as Markdown files for any builder")
    booking = commands.add_parser("book", help="publish what may be published of private case counts")
    booking.add_argument(
        "private", metavar="PRIVATE", type=Path, nargs="?", help="the private file: .xlsx, .csv or .yml"
    )
    booking.add_argument("--through", metavar="MONTH", help="the last month that is over: 2026-10")
    booking.add_argument("--dry-run", action="store_true", help="only say what would be published")
    booking.add_argument("--template", metavar="FILE", type=Path, help="write an empty sheet for private counts")
    schema = commands.add_parser("schema", help="write JSON Schemas, with which editors complete keys")
    for command in (writing, schema):
        command.add_argument("folder", metavar="DIR", type=Path)
    for command in (checking, writing, booking, schema):
        command.add_argument("--content", metavar="DIR", type=Path, default=usual_content())
        command.add_argument("--language", choices=LANGUAGES, default="zh")
        command.add_argument("--format", choices=tuple(FORMS), default="text")
    return top


class Parser(argparse.ArgumentParser):
    """A parser whose refusals exit with 1, because 2 is nobody's documented status here."""

    def error(self, message: str) -> None:  # type: ignore[override]
        """Say what is wrong with the command and how it is used."""
        self.print_usage(sys.stderr)
        self.exit(FAILED, f"{self.prog}: {message}\n")


def check(options: argparse.Namespace) -> int:
    """Report every problem of the content on standard output."""
    wording = read_wording(options.language)
    settings = settings_here(options.content, options.language)
    _, problems = read_bulletin(options.content, remembered(settings))
    if options.format == "text" and not problems:
        sys.stdout.write(wording.say("command.checked") + "\n")
        return FINE
    sys.stdout.write(report(problems, wording, options.content.as_posix(), options.format))
    return CONTENT_ERRORS if has_errors(problems) else FINE


def day(text: str) -> date:
    """The day in `text`, 2026-10-17, of a year for which the lunar calendar is known."""
    found = date.fromisoformat(text)
    if not FIRST_YEAR < found.year < LAST_YEAR:
        raise ValueError(text)
    return found


def explain(options: argparse.Namespace) -> int:
    """Say when everything in one file is open."""
    content = options.content or content_of(options.file)
    settings = settings_here(content, options.language)
    first = options.first or settings.today
    last = options.last or max(first, settings.today) + FORTNIGHT
    wording = read_wording(options.language)
    if not options.file.is_file():
        sys.stderr.write(wording.say("command.no_file") + "\n")
        return FAILED
    if last < first:
        sys.stderr.write(wording.say("command.days_reversed") + "\n")
        return FAILED
    one, problems = read_one(content, options.file)
    if one is None:
        sys.stdout.write(report(problems, wording, content.as_posix(), options.format))
        return CONTENT_ERRORS
    sys.stderr.write(report(problems, wording, content.as_posix(), "text") if problems else "")
    found = explained(one, first, last, wording)
    sys.stdout.write(WAYS[options.format](found, first, last, wording))
    return FINE


def book(options: argparse.Namespace) -> int:
    """Publish what may be published of the private counts, or write an empty sheet for them."""
    from build_tools.booking.command import Desk, RefusedError  # reads spreadsheets; no other command waits for that

    wording = read_wording(options.language)
    desk = Desk(options.content, wording, options.format)
    try:
        if options.template:
            return FINE if desk.template(options.template) else CONTENT_ERRORS
        if options.private is None or options.through is None:
            raise RefusedError(wording.say("book.usage"))
        today = settings_here(options.content, options.language).today
        done = desk.book(options.private, desk.month(options.through), today, dry_run=options.dry_run)
    except RefusedError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return FAILED
    return FINE if done else CONTENT_ERRORS


def usual_content() -> Path:
    """The folder that `mkdocs.yml` takes as well."""
    return Path(os.environ.get("BULLETIN_CONTENT") or "content")


def content_of(file: Path) -> Path:
    """The content folder that `file` lies in; the usual one for a file elsewhere."""
    return next((folder for folder in file.absolute().parents if (folder / "site.yml").is_file()), usual_content())


def write(options: argparse.Namespace) -> int:
    """Write the site to a folder; with an error, report it and leave the folder alone."""
    from build_tools.build import build  # makes pages; no other command waits for that

    settings = replace(settings_here(options.content, options.language), engine=engine_digest())
    crew = Crew(settings.workers, watch_on(sys.stderr, read_wording(options.language)))
    built = build(settings, crew, Earlier())
    if built.site is None or built.problems or options.format != "text":
        sys.stdout.write(report(built.problems, built.wording, options.content.as_posix(), options.format))
    if built.site is None:
        sys.stderr.write(built.wording.say("report.nothing_published") + "\n")
        return CONTENT_ERRORS
    try:
        if options.folder.resolve().is_relative_to(options.content.resolve()):
            raise NotOursError(options.folder)
        files = write_site(built.site, options.folder, crew)
    except NotOursError:
        sys.stderr.write(built.wording.say("command.not_ours", folder=options.folder) + "\n")
        return FAILED
    told = built.wording.say("command.written", pages=len(built.site.pages), files=files, folder=options.folder)
    sys.stderr.write(told + "\n")
    return FINE


def write_schemas(options: argparse.Namespace) -> int:
    """Write one JSON Schema for each kind of file, with the words and ids of the content."""
    known, problems = read_known(options.content)
    if problems or options.format != "text":
        sys.stdout.write(report(problems, read_wording(options.language), options.content.as_posix(), options.format))
    if has_errors(problems):
        return CONTENT_ERRORS
    for name, schema in schemas(known, options.language).items():
        text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        write_if_changed(options.folder / f"{name}.schema.json", text.encode())
    return FINE


if __name__ == "__main__":
    sys.exit(main())
