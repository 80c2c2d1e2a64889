"""`host …`: a site on a machine of one's own. Here the clock is read, and here what happened is put into words."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from build_tools.commands import CONTENT_ERRORS, FAILED, FINE
from build_tools.commands.as_one import as_one
from build_tools.commands.system_words import why_of
from build_tools.hosting.attempt import attempted
from build_tools.hosting.building import RefusedContentError
from build_tools.hosting.clock import Now
from build_tools.hosting.going_back import go_back
from build_tools.hosting.layout import Host, host_at, insist_on_owner
from build_tools.hosting.log import note
from build_tools.hosting.phases import Phases
from build_tools.hosting.receiving import insist_on_branch, look_at, pushed
from build_tools.hosting.refusal import HostError
from build_tools.hosting.repository import GitError
from build_tools.hosting.space import is_full
from build_tools.hosting.starting import start
from build_tools.hosting.state import ANY
from build_tools.hosting.telling import told
from build_tools.hosting.upgrading import upgrade
from build_tools.settings import moment_from

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable
    from pathlib import Path

    from build_tools.wording import Wording

    Say = Callable[..., str]

FAILURES = (HostError, GitError, OSError, subprocess.CalledProcessError)
"""What can go wrong on a machine; everything else is our own fault."""
STATUS = {"refused": CONTENT_ERRORS, "failed": FAILED}
"""Of every other outcome the exit status is 0: there is nothing to be done at once."""
READABLE = 0o022
"""What is made can be read by everybody, nginx too, whatever whoever pushes or operates is used to."""
ANYBODY = ("init", "status")
"""Actions that leave nothing behind that its owner could not change."""
NEWS = ("published", "refused", "failed")
"""Outcomes after which the log has another line; of the others it would be full."""


def run(options: Namespace, wording: Wording) -> int:
    """Run one action; the exit status, after what went wrong has been said in one sentence."""
    os.umask(READABLE)
    command = Command(options, wording)
    try:
        if options.action not in ANYBODY:
            insist_on_owner(command.folder)
        return {
            "init": command.init,
            "reconcile": command.reconcile,
            "receive": command.receive,
            "rollback": command.rollback,
            "status": command.status,
            "upgrade": command.upgrade,
        }[options.action]()
    except RefusedContentError as report:
        sys.stderr.write(f"{report}")
        return CONTENT_ERRORS
    except FAILURES as error:
        sys.stderr.write(command.sentence(error) + "\n")
    return FAILED


class Command:
    """One call of `host`."""

    def __init__(self, options: Namespace, wording: Wording) -> None:
        self.options = options
        self.wording = wording
        self.say = wording.say
        self.phases = Phases()
        self.folder: Path = options.folder
        moment, day = moment_from(os.environ)
        self.now = Now(moment, day.isoformat(), getattr(options, "limit", 0))

    @property
    def host(self) -> Host:
        """The host in the folder that was named."""
        return host_at(self.folder, os.environ)

    def sentence(self, error: Exception) -> str:
        """What `error` means."""
        if is_full(Host(self.folder.absolute(), os.environ), error):
            return self.say("host.no_room_left")
        if isinstance(error, HostError):
            said = self.say(f"host.{error.reason}", **error.words)
            return f"{said}\n\n{as_one(str(error.words['base']), self.say)}" if "base" in error.words else said
        return self.say("host.went_wrong", phase=self.phases.last, why=why(error, self.wording))

    def tell(self, words: str) -> None:
        """Say `words`, and write them down."""
        self.phases.say(words)
        self.log(words)

    def log(self, words: str) -> None:
        """Write `words` down."""
        note(self.host, self.now.moment, words)

    def init(self) -> int:
        """Lay out the folder."""
        engine = start(Host(self.folder.absolute(), os.environ), self.phases, self.say("host.no_engine"))
        self.tell(self.say("host.started", folder=self.folder, version=engine.version))
        return FINE

    def reconcile(self) -> int:
        """Make the site match what is wanted; who pushes may hang up meanwhile."""
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        outcome = attempted(self.host, self.now, self.phases, self.sentence, FAILURES)
        key = outcome.name if outcome.release or outcome.name == "empty" else f"{outcome.name}_yet"
        said = self.say(f"host.{key}", release=outcome.release)
        self.phases.say("\n".join(part for part in (outcome.message.rstrip(), said) if part))
        if outcome.name in NEWS:
            lines = outcome.message.splitlines() if outcome.name == "failed" else []
            self.log(" ".join((*lines[:1], *lines[1:][-1:], said)))
        return STATUS.get(outcome.name, FINE)

    def receive(self) -> int:
        """Look at a push before git accepts it; nothing is printed but what is wrong, and what somebody may want to undo."""
        self.phases.last = "receive"
        several = pushed(sys.stdin)
        try:
            for one in several:
                insist_on_branch(one)
            for one in several:
                if look_at(self.host, one, self.now):
                    self.tell(self.say("host.rewritten", commit=one.old[:12]))
        except (RefusedContentError, *FAILURES):
            self.log(self.say("host.not_accepted", commit=several[-1].new[:12]))
            raise
        return FINE

    def rollback(self) -> int:
        """Show the release before this one."""
        release = go_back(self.host, self.now, self.phases)
        if release is None:
            self.tell(self.say("host.took_back"))
            return self.reconcile()
        self.tell(self.say("host.went_back", release=release.folder.name))
        return FINE

    def upgrade(self) -> int:
        """Install another engine, and publish with it."""
        engine = upgrade(self.host, self.options.wheel, self.phases)
        self.tell(self.say("host.upgraded", version=engine.version))
        return self.reconcile()

    def status(self) -> int:
        """Say what is live and what is not as it should be; 1 when somebody must look."""
        status = told(self.host, self.now.day)
        form = (
            json.dumps(status, ensure_ascii=False, indent=1)
            if self.options.format == "json"
            else screen(status, self.say)
        )
        sys.stdout.write(form + "\n")
        return FINE if status["healthy"] else FAILED


def why(error: Exception, wording: Wording) -> str:
    """Why the machine has not done what it was asked for, on one line."""
    if isinstance(error, subprocess.CalledProcessError):
        return wording.say("host.program_failed", program=error.cmd[0], status=error.returncode)
    if not isinstance(error, OSError):
        return " ".join(str(error).split())
    reason = why_of(error, wording)
    return wording.say("command.no_access", file=error.filename, why=reason) if error.filename else reason


def screen(status: dict[str, Any], say: Say) -> str:
    """`status` in a few lines."""
    unwell = "host.empty" if status["tip"] is None else "host.status.look"
    lines = [say("host.status.fine" if status["healthy"] else unwell)]
    for part in ("live", "previous"):
        one = status[part]
        lines.append(say(f"host.status.{part}", **one) if one else say(f"host.status.no_{part}"))
    if (found := status["wanted"]) and not status["healthy"]:
        lines.append(say("host.status.wanted", **{**found, "commit": found["commit"][:12]}))
    if spoilt := status["spoilt"]:
        lines.append(say("host.refused_spoilt", **spoilt))
    lines += [refusal(one, say) for one in status["refused"]]
    if last := status["last"]:
        outcome = say(f"host.outcome.{last['outcome']}")
        lines += [say("host.status.last", at=last["at"], outcome=outcome), *last["message"].splitlines()]
    lines.append(say("host.status.engines", versions=say("list.pause").join(status["engines"])))
    return "\n".join(lines)


def refusal(one: dict[str, str], say: Say) -> str:
    """What is not published, and why."""
    what = "engine" if one["commit"] == ANY else "commit" if one["engine"] == ANY else "pair"
    why = say(f"host.why.{one['why']}")
    return say(f"host.status.refused_{what}", commit=one["commit"][:12], engine=one["engine"], why=why, at=one["at"])
