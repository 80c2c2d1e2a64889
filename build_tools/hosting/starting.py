"""`init`: the folders, the repository, its two hooks and the first engine."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from build_tools.hosting.files import replace_text
from build_tools.hosting.installing import install_this
from build_tools.hosting.layout import make_folders
from build_tools.hosting.refusal import HostError
from build_tools.hosting.repository import GitError

if TYPE_CHECKING:
    from build_tools.hosting.engines import Engine
    from build_tools.hosting.layout import Host
    from build_tools.hosting.phases import Phases

HOOKS = {"pre-receive": "receive", "post-receive": "reconcile"}
HOOK = """#!/bin/sh
# Written by `host init`. The engine's own program, never one that was pushed; git calls this in the repository's folder.
engine=../engine/newest/bin/python
[ -x "$engine" ] || {{ echo "{without}" >&2; exit 1; }}
exec "$engine" -I -m build_tools host {command} ..
"""
LARGEST_PUSH = "200m"
SETTINGS = {
    "receive.maxInputSize": LARGEST_PUSH,
    "receive.denyDeletes": "true",
    "receive.fsckObjects": "true",
    "core.logAllRefUpdates": "true",
    "gc.auto": "0",
}
"""`gc` is left to the timer: a push does not wait for it, and nothing is read while it moves."""


def start(host: Host, phases: Phases, without: str) -> Engine:
    """Lay out the folder of `host`; `HostError` when it is a file, when it holds anything else, and when it is one already.

    `without` an engine, the hooks can say no more than that.
    """
    folder = host.folder
    if (host.engines / "newest").exists():
        raise HostError("is_host", folder=folder)
    if folder.exists() and not folder.is_dir():
        raise HostError("is_file", folder=folder)
    if folder.is_dir() and any(
        one for one in folder.iterdir() if one.name not in ("repo.git", "tmp", "state", "releases", "engine")
    ):
        raise HostError("not_empty", folder=folder)
    phases.begin("folders")
    make_folders(host)
    phases.begin("repository")
    make_repository(host, without)
    phases.begin("engine")
    return install_this(host)


def make_repository(host: Host, without: str) -> None:
    """A bare repository whose hooks ask the engine; `GitError` when git does not make it."""
    git(host, "init", "--quiet", "--bare", "--initial-branch=main", "--template=", str(host.repository))
    for key, value in SETTINGS.items():
        git(host, "-C", str(host.repository), "config", key, value)
    (host.repository / "hooks").mkdir(exist_ok=True)
    for name, command in HOOKS.items():
        hook = host.repository / "hooks" / name
        replace_text(hook, HOOK.format(command=command, without=without))
        hook.chmod(0o755)


def git(host: Host, *words: str) -> None:
    """Have git do what `words` say; `GitError` with its own words, in English, when it does not."""
    told = {**host.environment, "LC_ALL": "C"}
    done = subprocess.run(["git", *words], env=told, capture_output=True, check=False)
    if done.returncode:
        raise GitError(done.stderr.decode(errors="replace").strip() or str(done.returncode))
