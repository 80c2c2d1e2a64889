"""`schema .vscode/schemas` tells VS Code which schema is for which files, and leaves alone what somebody wrote."""

from __future__ import annotations

import json
import ntpath
import re
from pathlib import PurePosixPath, PureWindowsPath
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from build_tools.editor import seen_from
from build_tools.records.files import RECORD_KINDS
from tests.forked import Done, command
from tests.sites import SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def run(content: Path, folder: str = ".vscode/schemas", *arguments: str) -> Done:
    """`schema` in the folder that holds `content`."""
    return command("schema", folder, "--content", content.name, *arguments, folder=content.parent)


def told(content: Path, name: str = "settings.json") -> dict[str, object]:
    """What VS Code is told in the file `name`."""
    found: dict[str, object] = json.loads((content.parent / ".vscode" / name).read_text(encoding="utf-8"))
    return found


def test_a_workspace_without_settings_gets_them(content: Path) -> None:
    done = run(content)
    assert (done.returncode, done.stdout, "settings.json" in done.stderr) == (0, "", True)
    assert told(content, "extensions.json") == {"recommendations": ["redhat.vscode-yaml"]}
    schemas = told(content)["yaml.schemas"]
    assert isinstance(schemas, dict)
    assert schemas["./.vscode/schemas/station.schema.json"] == "content/stations/*.yml"
    assert schemas["./.vscode/schemas/event.schema.json"] == "content/events/*/*.yml"
    assert all((content.parent / schema).is_file() for schema in schemas)
    assert len(schemas) == len(RECORD_KINDS)


def test_each_file_gets_the_schema_of_its_kind_and_no_other(content: Path) -> None:
    run(content)
    schemas = told(content)["yaml.schemas"]
    assert isinstance(schemas, dict)
    for path in SAMPLE.rglob("*.yml"):
        uri = path.relative_to(SAMPLE).as_posix()
        own = [kind.name.lower() for kind in RECORD_KINDS if re.fullmatch(kind.pattern, uri)]
        given = [schema for schema, glob in schemas.items() if PurePosixPath("/content", uri).match(f"/{glob}")]
        assert given == [f"./.vscode/schemas/{name}.schema.json" for name in own], uri


def test_settings_of_somebody_s_own_are_left_alone_and_what_to_add_is_printed(content: Path) -> None:
    own = content.parent / ".vscode" / "settings.json"
    own.parent.mkdir()
    own.write_text("// mine\n{}\n", encoding="utf-8")
    done = run(content)
    assert own.read_text(encoding="utf-8") == "// mine\n{}\n"
    assert (done.returncode, "没有动它" in done.stderr) == (0, True)
    own.write_text("// mine\n" + done.stdout, encoding="utf-8")
    assert run(content) == Done(0, "", "")


def test_a_second_run_is_silent_and_elsewhere_nobody_is_told(content: Path) -> None:
    run(content)
    assert run(content) == Done(0, "", "")
    assert run(content, "schemas") == Done(0, "", "")
    assert {path.name for path in content.parent.iterdir()} == {"content", ".vscode", "schemas"}


def test_programs_get_their_list_and_nothing_else(content: Path) -> None:
    done = run(content, ".vscode/schemas", "--format", "json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])


class Drive(PureWindowsPath):
    """A path on Windows, absolute anyway."""

    def absolute(self) -> Drive:
        """The same."""
        return self


def test_on_another_drive_a_folder_is_told_by_its_whole_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_tools.editor.os", SimpleNamespace(path=ntpath, sep="\\"))
    work: Any = Drive("C:\\work")
    other: Any = Drive("D:\\content")
    assert [seen_from(work, folder) for folder in (work / "content", other)] == ["content", "D:/content"]
