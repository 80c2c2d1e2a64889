"""A host command that is killed at an exact step: as a phase begins, or before it makes, moves or removes the n-th file.

The command runs in a process split off from this one, which has nothing left to import; Python itself tells of each step.
"""

from __future__ import annotations

import io
import os
import signal
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.forked import Done, command
from tests.hosting.hosts import NOBODY
from tests.sites import DAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.hosting.hosts import Place

CHANGES = ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "subprocess.Popen")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
TOMORROW = str(int(DAY) + 86400)


@dataclass(frozen=True)
class Step:
    """A moment in a command."""

    phase: int
    """The how many-th of all phases; before the first it is 0."""
    name: str
    count: int
    """Changes that the phase has made; at 0 it has just been named."""

    def __str__(self) -> str:
        return f"{self.phase}-{self.name}-{self.count}"


class Watch:
    """Told of every step by Python and by what is printed; `reach` is called with each."""

    def __init__(self, reach: Callable[[Step], None]) -> None:
        self.reach = reach
        self.own = os.getpid()
        self.now = Step(0, "start", 0)

    def begin(self) -> None:
        """Watch this process from now on."""
        sys.stdout = Overheard(sys.stdout, self)
        sys.addaudithook(self.hear)

    def hear(self, event: str, words: tuple[Any, ...]) -> None:
        """One step more, if `event` changes anything."""
        changes = event in CHANGES or (event == "open" and isinstance(words[2], int) and words[2] & WRITING)
        if changes and os.getpid() == self.own:
            self.step(Step(self.now.phase, self.now.name, self.now.count + 1))

    def step(self, one: Step) -> None:
        """It has come to `one`."""
        self.now = one
        self.reach(one)


class Overheard(io.TextIOWrapper):
    """A stream whose phases a `Watch` is told of."""

    def __init__(self, stream: Any, watch: Watch) -> None:
        super().__init__(stream.buffer, encoding="utf-8")
        self.stream, self.watch = stream, watch

    def write(self, text: str) -> int:
        written = super().write(text)
        if text.startswith("phase: "):
            self.flush()
            self.watch.step(Step(self.watch.now.phase + 1, text.removeprefix("phase: ").strip(), 0))
        return written


def host(place: Place, action: str, *words: object, day: str = DAY, before: Callable[[], None] | None = None) -> Done:
    """`host ACTION DIR …` on `day`."""
    return command("host", action, place.folder, *words, day=day, environment=NOBODY, before=before)


def steps_of(place: Place, action: str, *words: object, day: str = DAY) -> list[Step]:
    """Every step that the command takes on this host, which it changes."""
    note = place.beside / "steps"
    found: list[str] = []

    def reach(one: Step) -> None:
        found.append(f"{one.phase} {one.name} {one.count}\n")

    def before() -> None:
        Watch(reach).begin()
        leave(note, found)

    done = host(place, action, *words, day=day, before=before)
    assert done.returncode == 0, done
    parts = [line.split() for line in note.read_text().splitlines()]
    return [Step(int(phase), name, int(count)) for phase, name, count in parts]


def leave(note: Any, found: list[str]) -> None:
    """Have this process write what it has `found` when it ends, which it does by `os._exit`."""
    end = os._exit

    def last(status: int) -> None:
        note.write_text("".join(found))
        end(status)

    os._exit = last  # type: ignore[assignment]


def kill(place: Place, step: Step, action: str, *words: object, day: str = DAY, group: bool = False) -> Done:
    """Run the command until it comes to `step`, and kill it there: it alone, or its whole group."""

    def reach(one: Step) -> None:
        if one == step:
            (os.killpg if group else os.kill)(os.getpid(), signal.SIGKILL)

    def before() -> None:
        if group:
            os.setsid()
        Watch(reach).begin()

    done = host(place, action, *words, day=day, before=before)
    assert done.returncode == -signal.SIGKILL, (step, done)
    return done


def chosen(steps: list[Step], most: int, every: tuple[str, ...] = ()) -> list[Step]:
    """Of each phase its beginning, and of what it does `most` moments, the first and the last among them; all in `every`."""
    picked: list[Step] = []
    for phase in dict.fromkeys((one.phase, one.name) for one in steps):
        own = [one for one in steps if (one.phase, one.name) == phase]
        few = own if phase[1] in every or len(own) <= most else [own[0], *spread(own[1:], most)]
        picked += few
    return picked


def spread(steps: list[Step], most: int) -> list[Step]:
    """`most` of `steps`, as far from each other as they can be."""
    last = len(steps) - 1
    return [steps[one] for one in sorted({round(part * last / max(most - 1, 1)) for part in range(most)})]
