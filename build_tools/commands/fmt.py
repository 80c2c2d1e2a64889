"""`fmt [FILE…] [--write]`: content in its usual form, shown as a diff or written."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from build_tools.commands import CONTENT_ERRORS, FAILED, FINE
from build_tools.commands.placing import as_seen, uri_of
from build_tools.formatting.difference import difference
from build_tools.formatting.formatted import Formatted, UnfaithfulError, formatted
from build_tools.problems import Problem, Unreadable, in_order
from build_tools.reading.bulletin import read_known
from build_tools.reading.each_file import content_of, refused
from build_tools.reading.folder import Found, list_folder
from build_tools.reading.text import decoded
from build_tools.records.files import RECORD_KINDS, Kind
from build_tools.reports import report
from build_tools.saving import save

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable
    from pathlib import Path

    from build_tools.reading.known import Known
    from build_tools.wording import Wording

KINDS = (*RECORD_KINDS, Kind.ESSAY, Kind.TRANSLATED_ESSAY)


def run(options: Namespace, wording: Wording) -> int:
    """Show, or write, what the usual form of files changes; those that cannot be read are reported."""
    content = as_seen(options.content)
    listed, problems = list_folder(content)
    if not content.is_dir():
        sys.stdout.write(report(problems, wording, content.as_posix()))
        return CONTENT_ERRORS
    there = {one.uri: one for one in listed if one.kind in KINDS}
    if not there:
        sys.stdout.write(wording.say("fmt.nothing", content=content) + "\n")
        return CONTENT_ERRORS
    asked = [uri_of(file, content) or "" for file in options.files] or list(there)
    for file, uri in zip(options.files, asked, strict=False):
        if uri not in there:
            sys.stderr.write(wording.say("fmt.not_ours", file=file, content=content) + "\n")
            return FAILED
    desk = Desk(content, read_known(content)[0], wording, write=options.write)
    desk.format(there[uri] for uri in dict.fromkeys(asked))
    return desk.outcome()


def text_of(content: bytes | Unreadable) -> str:
    """The text of `content`, or nothing where it has none."""
    try:
        return decoded(content) if isinstance(content, bytes) else ""
    except Unreadable:
        return ""


class Desk:
    """What has been formatted so far."""

    def __init__(self, content: Path, known: Known, wording: Wording, *, write: bool) -> None:
        self.content = content
        self.known = known
        self.wording = wording
        self.write = write
        self.changed = self.same = self.unfaithful = 0
        self.problems: list[Problem] = []

    def format(self, files: Iterable[Found]) -> None:
        """Show or write what changes in `files`."""
        for found in files:
            content = content_of(found)
            try:
                if isinstance(content, Unreadable):
                    raise content
                self.put(formatted(content, found, self.known), found)
            except Unreadable as refusal:
                self.problems.append(refused(refusal, found, text_of(content)))
            except UnfaithfulError:
                self.unfaithful += 1
                sys.stderr.write(self.wording.say("fmt.unfaithful", file=(self.content / found.uri).as_posix()) + "\n")

    def put(self, one: Formatted, found: Found) -> None:
        """Show or write what `one` changes in the file `found`."""
        self.changed += one.is_changed
        self.same += not one.is_changed
        if one.is_changed and self.write:
            save(found.path.parent, {found.path.name: one.after.encode()})
        if one.is_changed:
            sys.stdout.write(difference(one, (self.content / found.uri).as_posix(), self.wording))

    def outcome(self) -> int:
        """Say what was done and what was wrong; the exit status."""
        key = "fmt.same" if not self.changed else "fmt.written" if self.write else "fmt.changed"
        if self.changed or self.same:
            sys.stdout.write(self.wording.say(key, changed=self.changed, same=self.same) + "\n")
        if self.problems:
            sys.stdout.write("\n" + report(in_order(self.problems), self.wording, self.content.as_posix()))
        return FAILED if self.unfaithful else CONTENT_ERRORS if self.problems else FINE
