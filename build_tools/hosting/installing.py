"""An engine in a folder of its own: an interpreter, exactly the libraries of its lock, itself, and its own `mkdocs.yml`."""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.hosting.engines import NEWEST, Engine
from build_tools.hosting.files import emptied, point, settle_all
from build_tools.hosting.libraries import copy, furnish, packages_of
from build_tools.hosting.refusal import HostError
from build_tools.hosting.wheels import unpack, version_in
from build_tools.version import VERSION

if TYPE_CHECKING:
    from build_tools.hosting.layout import Host

OURS = Path(__file__).parent.parent.parent
"""The folder with `build_tools/` and `hooks/`."""
PACKAGES = ("build_tools", "hooks")
NAME = "station-bulletin"
DATA = Path("share") / NAME
LOCK = "requirements.lock"
CONFIGURATION = Path(__file__).parent / "mkdocs.yml"
METADATA = "Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
ENTRY_POINTS = "[mkdocs.plugins]\nstation-bulletin = hooks.plugin:BulletinPlugin\n"


def install_this(host: Host) -> Engine:
    """Install the engine that is running, and make it the newest."""
    draft = environment(host)
    python = draft / "bin" / "python"
    lock = lock_of_this()
    furnish(python, lock)
    copy_this(packages_of(python), draft)
    return finished(host, draft, VERSION)


def install_wheel(host: Host, wheel: Path) -> Engine:
    """Install the engine in `wheel`, and make it the newest."""
    version = version_in(wheel)
    draft = environment(host)
    python = draft / "bin" / "python"
    unpack(wheel, packages_of(python), draft)
    furnish(python, draft / DATA / LOCK)
    return finished(host, draft, version)


def environment(host: Host) -> Path:
    """An empty environment with this interpreter, for libraries of its own."""
    draft = emptied(host.tmp) / "engine"
    venv.create(draft, symlinks=True, with_pip=False)
    return draft


def lock_of_this() -> Path:
    """The lock of the running engine: beside it in a working copy, among its data where it is installed."""
    beside = OURS / LOCK
    return beside if beside.is_file() else Path(sys.prefix) / DATA / LOCK


def copy_this(packages: Path, prefix: Path) -> None:
    """Copy the running engine into `packages`, and its lock below `prefix`."""
    (prefix / DATA).mkdir(parents=True)
    shutil.copyfile(lock_of_this(), prefix / DATA / LOCK)
    if (OURS / "pyproject.toml").is_file():
        copy_working_copy(packages)
    else:
        copy(distribution(NAME), packages)


def copy_working_copy(packages: Path) -> None:
    """The same for an engine that nobody has installed: its folders, and what tells MkDocs of its plugin."""
    for name in PACKAGES:
        shutil.copytree(OURS / name, packages / name, ignore=shutil.ignore_patterns("__pycache__"))
    about = packages / f"station_bulletin-{VERSION}.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(METADATA.format(name=NAME, version=VERSION), encoding="utf-8")
    (about / "entry_points.txt").write_text(ENTRY_POINTS, encoding="utf-8")


def insist_on_starting(python: Path) -> None:
    """`HostError` unless the engine of `python` can start: the hooks of every push call the newest one."""
    command = [str(python), "-I", "-c", "import build_tools.commands.host, build_tools.__main__, hooks.plugin, mkdocs"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        lines = done.stdout.decode(errors="replace").strip().splitlines()
        raise HostError("no_start", said=lines[-1] if lines else done.returncode)


def finished(host: Host, draft: Path, version: str) -> Engine:
    """Give the engine in `draft` its place and its name, and make it the newest."""
    packages = packages_of(draft / "bin" / "python")
    shutil.copyfile(packages / CONFIGURATION.relative_to(OURS), draft / "mkdocs.yml")
    insist_on_starting(draft / "bin" / "python")
    settle_all(draft)
    folder = host.engines / version
    count = 1
    while folder.exists():
        count += 1
        folder = host.engines / f"{version}+{count}"
    draft.rename(folder)
    point(host.engines / NEWEST, folder)
    return Engine(folder, host.environment)
