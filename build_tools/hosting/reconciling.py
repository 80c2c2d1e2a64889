"""`reconcile`: makes the site match what is wanted, from whatever state it finds; the same after a push, each minute and at boot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.hosting.building import Build, BuildFailedError, RefusedContentError
from build_tools.hosting.clock import china_time
from build_tools.hosting.contents import lay_out, leave, stations_of
from build_tools.hosting.engines import installed
from build_tools.hosting.files import emptied, settle_all
from build_tools.hosting.incoming import forget_abandoned
from build_tools.hosting.lock import locked
from build_tools.hosting.outcome import Outcome
from build_tools.hosting.preparing import Preparation
from build_tools.hosting.refusal import HostError
from build_tools.hosting.releases import keep, next_folder, prune, release_at, remember_previous, show
from build_tools.hosting.repository import Repository
from build_tools.hosting.space import insist_on_room
from build_tools.hosting.state import Refusals, Refused
from build_tools.hosting.survey import take_survey
from build_tools.hosting.wanted import published_last, wanted
from build_tools.hosting.workshop import Workshop, forget_other_boots

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.hosting.clock import Now
    from build_tools.hosting.engines import Engine
    from build_tools.hosting.layout import Host
    from build_tools.hosting.phases import Phases
    from build_tools.hosting.releases import Made


DOUBTFUL = ("build_failed", "page_missing", "page_empty", "link_broken")
"""What may come of what an earlier build has left."""


class Reconciliation:
    """One run."""

    def __init__(self, host: Host, now: Now, phases: Phases) -> None:
        self.host = host
        self.now = now
        self.phases = phases
        self.repository = Repository(host)

    def run(self) -> Outcome:
        """Publish until nothing else is wanted."""
        self.phases.begin("lock")
        with locked(self.host):
            self.refusals = Refusals(self.host)  # only now: whoever had the lock may have refused something
            name, message = "", ""
            while found := self.found():
                try:
                    self.publish(*found)
                    name = "published"
                except RefusedContentError as report:
                    self.refuse(found[0])
                    name, message = "refused", str(report)
            return Outcome(name or self.standing(), self.shown(), self.phases.last, message)

    def standing(self) -> str:
        """How a run ends that had nothing to do."""
        tip, live = self.repository.tip(), release_at(self.host.current)
        if tip is None:
            return "empty"
        return "unchanged" if live and live.made.commit == tip else "held"

    def found(self) -> tuple[Made, Engine] | None:
        """What is wanted and not shown."""
        self.phases.begin("clean")
        emptied(self.host.tmp)
        forget_abandoned(self.host, self.now.moment)
        forget_other_boots(self.host)
        live = release_at(self.host.current)
        if live:  # while the public sees nothing, whatever there is may be somebody's last resort
            prune(self.host)
        self.phases.begin("read")
        found = wanted(self.repository, installed(self.host), self.refusals, self.now.day, live)
        return None if found and live and live.made == found[0] else found

    def shown(self) -> str:
        """The name of the release that the public sees."""
        live = release_at(self.host.current)
        return live.folder.name if live else ""

    def refuse(self, made: Made) -> None:
        """Never try the commit of `made` again with its engine."""
        self.phases.begin("refuse")
        self.refusals.add(Refused(made.commit, made.engine, "content", china_time(self.now.moment)))

    def publish(self, made: Made, engine: Engine) -> None:
        """Make the site of `made` and show it."""
        try:
            folder = self.prepared(self.built(made, engine), made)
        except HostError as error:
            if error.reason in DOUBTFUL:
                self.begin_from_nothing()
            raise
        self.phases.begin("sync")
        settle_all(self.host.folder)
        self.phases.begin("release")
        release = next_folder(self.host, made.commit)
        keep(folder, release)
        self.phases.begin("previous")
        remember_previous(self.host)
        self.phases.begin("current")
        show(self.host, release)
        self.phases.begin("prune")
        prune(self.host)

    def begin_from_nothing(self) -> None:
        """Take away what the next build would begin from: it may be why this one went wrong."""
        if self.host.workshop.is_dir():
            self.host.workshop.rename(self.host.tmp / "workshop")

    def built(self, made: Made, engine: Engine) -> Path:
        """The folder in which `engine` has built the site of `made`."""
        self.phases.begin("space")
        insist_on_room(self.host)
        workshop = Workshop(self.host)
        self.phases.begin("content")
        content = (
            None if workshop.holds(made) else lay_out(self.host, self.repository, made.commit, self.host.tmp / "taken")
        )
        self.phases.begin("build")
        if content:
            since = published_last(self.host, self.repository)
            self.fill(workshop, made, Build(engine, content, self.now.moment, self.now.limit, since))
            leave(self.host, made.commit, self.host.tmp / "taken")
        return workshop.site

    def fill(self, workshop: Workshop, made: Made, build: Build) -> None:
        """Build the site of `made`; `RefusedContentError` when it is the content's fault that this fails."""
        try:
            workshop.fill(made, build)
        except BuildFailedError:
            build.check()
            raise

    def prepared(self, site: Path, made: Made) -> Path:
        """A folder with all that belongs to a release, verified."""
        folder = self.host.tmp / "release"
        survey = take_survey(self.host, made)
        if self.host.spare.is_dir():
            self.host.spare.rename(folder)
        else:
            folder.mkdir()  # nothing may lie there that the survey does not know
        stations = stations_of(self.repository, made.commit)
        Preparation(folder, site, self.host.current, survey).run(made, stations, self.phases)
        return folder
