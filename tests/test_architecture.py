"""The stages look one way only: this reads every import and says which arrow is turned."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = ("build_tools", "hooks")
EVERYTHING = frozenset(
    (
        "problems",
        "digest",
        "lasting",
        "settings",
        "wording",
        "workers",
        "lunar",
        "pinyin",
        "saving",
        "records",
        "reading",
        "facts",
        "publishing",
        "editing",
        "schema",
        "editor",
        "explain",
        "due",
        "reports",
        "step_summary",
        "sealed",
        "pieces",
        "making",
        "writing",
        "git",
        "revisions",
        "history",
        "planned",
        "build",
    )
)
MAY_IMPORT: dict[str, frozenset[str]] = {
    "problems": frozenset(),
    "digest": frozenset(),
    "lasting": frozenset(("digest",)),
    "settings": frozenset(),
    "wording": frozenset(),
    "workers": frozenset(),
    "lunar": frozenset(),
    "pinyin": frozenset(("digest", "lasting")),
    "saving": frozenset(),
    "records": frozenset(("problems", "settings", "wording", "lunar")),
    "reading": frozenset(("problems", "digest", "settings", "wording", "workers", "lunar", "records")),
    "facts": frozenset(("settings", "lunar", "records")),
    "publishing": frozenset(
        ("digest", "lasting", "settings", "wording", "workers", "lunar", "pinyin", "records", "facts")
    ),
    "booking": frozenset(("problems", "wording", "lunar", "saving", "git", "records", "reading", "reports")),
    "editing": frozenset(("problems", "wording", "pinyin", "records", "reading")),
    "schema": frozenset(("records", "reading")),
    "editor": frozenset(("records",)),
    "explain": frozenset(("wording", "records", "reading", "facts", "publishing")),
    "formatting": frozenset(("problems", "wording", "records", "reading", "reports")),
    "due": frozenset(("wording", "records", "facts", "reports")),
    "reports": frozenset(("problems", "wording")),
    "step_summary": frozenset(("problems", "wording", "reports")),
    "sealed": frozenset(("digest",)),
    "pieces": frozenset(("publishing", "sealed")),
    "making": frozenset(("publishing", "workers")),
    "writing": frozenset(("publishing", "making", "site_folder", "workers")),
    "site_folder": frozenset(("making",)),
    "keeping": frozenset(("sealed", "pieces", "making", "site_folder", "workers")),
    "engine": frozenset(("digest",)),
    "progress": frozenset(("wording", "workers")),
    "git": frozenset(),
    "revisions": frozenset(("settings", "git", "records", "reading")),
    "history": frozenset(("settings", "git", "records", "reading", "revisions")),
    "version": frozenset(),
    "hosting": frozenset(("version",)),
    "scaffolding": frozenset(("wording", "version", "records", "editing")),
    "planned": frozenset(("problems", "records", "reading", "facts")),
    "build": EVERYTHING - {"build"},
    "commands": EVERYTHING
    | {"booking", "formatting", "engine", "progress", "keeping", "hosting", "scaffolding", "version"},
    "__main__": frozenset(("commands", "settings", "reading", "wording", "reports")),
    "__init__": frozenset(),
}
"""Part of `build_tools` → the other parts it may know. A new part is written here first."""
SAY_WHERE = (
    "importlib.util.find_spec",
    "importlib.util.cache_from_source",
    "importlib.metadata.Distribution",
    "importlib.metadata.distribution",
    "importlib.metadata.distributions",
)
"""Where a package lies, what a module is compiled to, and which libraries are installed: these import nothing."""
RUNS_BY_NAME = ("build_tools", "__main__")
"""Imports the command that was called, and is the only one that imports anything by a name put together."""
HOST_ONLY_IN = ("hooks",)
YAML_ONLY_IN = ("build_tools", "reading")
ROUND_TRIPS = ("build_tools", "reading", "round_trip")
"""Alone knows ruamel.yaml, and is known only by what formats: no build loads a second reader of YAML."""
DOORS = ("settings", "commands", "progress")
"""Who may ask what day it is and what the environment says, or how long somebody has been waiting."""
PRIVATE_SIDE = (("booking",), ("commands",))
"""What books private counts, and the one command that runs it; hooks and all that shows the site stay on the public side."""
CLOCKS = frozenset(("now", "utcnow", "today"))
ENVIRONMENT = frozenset(("environ", "environb", "getenv", "getenvb"))


def turned_arrows(module: str, source: str) -> list[str]:
    """What the file of `module` imports or asks for and may not, one sentence each."""
    parts = tuple(module.split("."))
    tree = ast.parse(source)
    wrong = [f"{module} imports {name}" for name in imports(tree) if not may_import(parts, name)]
    if parts[0] in OURS and parts[1:2] not in [(door,) for door in DOORS]:
        wrong += [f"{module} asks for {asked}" for asked in clocks_and_environment(tree)]
    return wrong


def imports(tree: ast.Module) -> list[str]:
    """Full names of all that is imported, for types or inside functions too."""
    names: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            origin = "." * node.level + (node.module or "")
            names += [f"{origin}.{alias.name}" for alias in node.names] or [origin]
    return names


def may_import(importer: tuple[str, ...], name: str) -> bool:
    """Whether the file `importer` may know `name`."""
    target = tuple(name.split("."))
    if name.startswith("."):
        return False
    if target[0] == "mkdocs" or target[0].startswith("mkdocs_"):
        return importer[:1] == HOST_ONLY_IN
    if target[0] in ("yaml", "_yaml"):
        return importer[:2] == YAML_ONLY_IN
    if target[0] == "ruamel":
        return importer == ROUND_TRIPS
    if target[:3] == ROUND_TRIPS:
        return importer[:2] == ("build_tools", "formatting")
    if target[0] == "importlib":
        return name in SAY_WHERE or (importer == RUNS_BY_NAME and name == "importlib.import_module")
    if target[0] == "hooks":
        return importer[0] == "hooks"
    if target[:2] == ("build_tools", "booking") and importer[1:2] not in PRIVATE_SIDE:
        return False
    if target[0] == "build_tools" and importer[0] == "build_tools":
        part, known = importer[1], target[1] if len(target) > 1 else "__init__"
        return known == part or known in MAY_IMPORT.get(part, frozenset())
    return True


def clocks_and_environment(tree: ast.Module) -> list[str]:
    """Every place that reads the clock or the environment."""
    asked = [name for name in imports(tree) if name.split(".")[0] == "time"]
    asked += [name for name in imports(tree) if name in {f"os.{word}" for word in ENVIRONMENT}]
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in ENVIRONMENT:
            asked.append(node.attr)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS:
            asked.append(f"{node.func.attr}()")
    return asked


def our_modules() -> list[tuple[str, Path]]:
    """Dotted name and path of every file of ours that is not a test."""
    paths = [path for folder in OURS for path in (ROOT / folder).rglob("*.py")]
    return [(".".join(path.relative_to(ROOT).with_suffix("").parts), path) for path in sorted(paths)]


@pytest.mark.parametrize(("module", "path"), our_modules(), ids=[name for name, _ in our_modules()])
def test_no_arrow_is_turned(module: str, path: Path) -> None:
    assert turned_arrows(module, path.read_text(encoding="utf-8")) == []


def test_every_part_says_what_it_may_import() -> None:
    parts = {module.split(".")[1] for module, _ in our_modules() if module.startswith("build_tools.")}
    assert parts == MAY_IMPORT.keys()


def test_the_arrows_make_no_circle() -> None:
    order: list[str] = []
    while len(order) < len(MAY_IMPORT):
        free = [part for part, known in MAY_IMPORT.items() if part not in order and known <= set(order)]
        assert free, f"a circle among {MAY_IMPORT.keys() - set(order)}"
        order += free


TURNED = [
    (
        "build_tools.publishing.press",
        "from build_tools.booking.private_file.rows import Row",
        "build_tools.booking.private_file.rows.Row",
    ),
    ("build_tools.facts.derive", "import build_tools.booking", "build_tools.booking"),
    ("build_tools.build", "from build_tools import booking", "build_tools.booking"),
    (
        "hooks.door",
        "from build_tools.booking.private_file.rows import Row",
        "build_tools.booking.private_file.rows.Row",
    ),
    ("build_tools.records.station", "from build_tools.reading.tree import Node", "build_tools.reading.tree.Node"),
    ("build_tools.records.station", "from build_tools import facts", "build_tools.facts"),
    ("build_tools.facts.agenda", "import build_tools.publishing.site", "build_tools.publishing.site"),
    ("build_tools.publishing.press", "from build_tools.reading import locale", "build_tools.reading.locale"),
    ("build_tools.publishing.press", "if TYPE_CHECKING:\n    import build_tools.reading", "build_tools.reading"),
    ("build_tools.publishing.press", "def f():\n    from ..reading import tree", "..reading.tree"),
    ("build_tools.problems", "import build_tools.records.key", "build_tools.records.key"),
    ("build_tools.build", "from hooks.door import Door", "hooks.door.Door"),
    ("build_tools.build", "from mkdocs.plugins import event_priority", "mkdocs.plugins.event_priority"),
    ("build_tools.schema", "import yaml", "yaml"),
    ("hooks.door", "import yaml", "yaml"),
    ("build_tools.reading.tree", "from ruamel.yaml import YAML", "ruamel.yaml.YAML"),
    ("build_tools.formatting.quotes", "import ruamel.yaml", "ruamel.yaml"),
    ("build_tools.formatting.quotes", "import yaml", "yaml"),
    (
        "build_tools.reading.bulletin",
        "from build_tools.reading.round_trip import pieces_of",
        "build_tools.reading.round_trip.pieces_of",
    ),
    ("build_tools.build", "import build_tools.formatting", "build_tools.formatting"),
    ("build_tools.build", "import importlib", "importlib"),
]
ASKED = [
    ("import time", "time"),
    ("from time import monotonic", "time.monotonic"),
    ("import os\nos.environ['X']", "environ"),
    ("from os import getenv", "os.getenv"),
    ("from datetime import date\ndate.today()", "today()"),
    ("import datetime\ndatetime.datetime.now(None)", "now()"),
]


@pytest.mark.parametrize(("module", "source", "name"), TURNED)
def test_a_turned_arrow_is_seen(module: str, source: str, name: str) -> None:
    assert turned_arrows(module, source) == [f"{module} imports {name}"]


@pytest.mark.parametrize(("source", "asked"), ASKED)
def test_asking_the_clock_or_the_environment_below_the_door_is_seen(source: str, asked: str) -> None:
    assert turned_arrows("build_tools.facts.agenda", source) == [f"build_tools.facts.agenda asks for {asked}"]
    assert turned_arrows("build_tools.settings", source) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("build_tools.records.station", "from build_tools.problems import Unreadable"),
        ("build_tools.reading.tree", "import yaml"),
        ("hooks.door", "from mkdocs.plugins import event_priority\nfrom build_tools.build import build"),
        ("build_tools.facts.agenda", "import datetime\ndef f(settings):\n    return settings.today"),
    ],
)
def test_an_arrow_the_right_way_is_left_alone(module: str, source: str) -> None:
    assert turned_arrows(module, source) == []
