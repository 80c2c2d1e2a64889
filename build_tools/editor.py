"""What VS Code must be told so that each file of the content gets its schema."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING, Any

from build_tools.records.files import RECORD_KINDS

if TYPE_CHECKING:
    from pathlib import Path

EDITOR = ".vscode"
"""The folder in which VS Code looks for what a workspace tells it."""
EXTENSION = "redhat.vscode-yaml"
"""The one that completes and checks YAML: https://github.com/redhat-developer/vscode-yaml."""


def workspace_of(schemas: Path) -> Path | None:
    """The folder that is opened in VS Code, when `schemas` lies in what that folder tells it."""
    return next((folder.parent for folder in (schemas, *schemas.parents) if folder.name == EDITOR), None)


def mapping(workspace: Path, schemas: Path, content: Path) -> dict[str, str]:
    """Schema → the files of `content` that it is for, both as seen from `workspace`."""
    return {
        f"./{seen_from(workspace, schemas)}/{kind.name.lower()}.schema.json": glob_of(workspace, content, kind.path)
        for kind in RECORD_KINDS
    }


def glob_of(workspace: Path, content: Path, path: str) -> str:
    """What the paths of files look like that are written as `path` inside `content`."""
    return f"{seen_from(workspace, content)}/{re.sub('<[a-z]+>', '*', path)}"


def seen_from(workspace: Path, folder: Path) -> str:
    """The path from `workspace` to `folder`, with slashes; the whole path where none leads there: on another drive."""
    try:
        return os.path.relpath(folder, workspace).replace(os.sep, "/")
    except ValueError:
        return folder.absolute().as_posix()


def settings_text(schemas: dict[str, str]) -> str:
    """A workspace's settings; nothing is asked of the schema store, which would ask the network."""
    return json_lines({"yaml.schemaStore.enable": False, "yaml.schemas": schemas})


def recommendations_text() -> str:
    """That VS Code offers to install the extension."""
    return json_lines({"recommendations": [EXTENSION]})


def is_told(settings: str, schemas: dict[str, str]) -> bool:
    """Whether somebody's own `settings`, which may hold comments, name all of `schemas` and their files."""
    return all(json.dumps(word, ensure_ascii=False) in settings for pair in schemas.items() for word in pair)


def json_lines(value: dict[str, Any]) -> str:
    """`value` as a file that people edit."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
