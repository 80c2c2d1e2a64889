"""`schema DIR`: JSON Schemas, with which editors complete keys and words."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from build_tools.commands import CONTENT_ERRORS, FINE
from build_tools.editor import EDITOR, is_told, mapping, recommendations_text, settings_text, workspace_of
from build_tools.making import write_if_changed
from build_tools.problems import has_errors
from build_tools.reading.bulletin import read_known
from build_tools.reports import report
from build_tools.schema import schemas

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from build_tools.wording import Wording


def run(options: Namespace, wording: Wording) -> int:
    """Write one JSON Schema for each kind of file, with the words and ids of the content."""
    known, problems = read_known(options.content)
    if problems or options.format != "text":
        sys.stdout.write(report(problems, wording, options.content.as_posix(), options.format))
    if has_errors(problems):
        return CONTENT_ERRORS
    for name, schema in schemas(known, options.language).items():
        text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        write_if_changed(options.folder / f"{name}.schema.json", text.encode())
    if options.format == "text":
        tell_editor(options.folder.absolute(), options.content.absolute(), wording)
    return FINE


def tell_editor(folder: Path, content: Path, wording: Wording) -> None:
    """Tell VS Code of the schemas in `folder`, if they lie where it looks; settings of somebody's own are left alone."""
    workspace = workspace_of(folder)
    if workspace is None:
        return
    schemas = mapping(workspace, folder, content)
    settings, recommended = (workspace / EDITOR / name for name in ("settings.json", "extensions.json"))
    if not recommended.exists():
        write_if_changed(recommended, recommendations_text().encode())
    if not settings.exists():
        write_if_changed(settings, settings_text(schemas).encode())
        sys.stderr.write(wording.say("command.editor_told", file=settings) + "\n")
    elif not is_told(settings.read_text(encoding="utf-8", errors="replace"), schemas):
        sys.stderr.write(wording.say("command.tell_editor", file=settings) + "\n")
        sys.stdout.write(settings_text(schemas))
