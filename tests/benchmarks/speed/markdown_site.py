"""The same bulletin as staff would write it for plain MkDocs with Material: a Markdown page for each record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONFIGURATION = """site_name: 示例驿站公告
site_url: https://example.org/
theme:
  name: material
  language: zh
  font: false
plugins: [search]
"""
KINDS = ("stations", "districts", "organizations", "events", "notices")


def write_site(folder: Path, content: Path) -> None:
    """Put the pages and the configuration into `folder`; the menu is MkDocs' own, of all pages."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# 示例驿站公告\n\n找驿站，看活动和公告。\n", encoding="utf-8")
    for kind in KINDS:
        (folder / "docs" / kind).mkdir()
        for path in sorted((content / kind).rglob("*.yml")):
            page = page_of(path.read_text(encoding="utf-8"))
            (folder / "docs" / kind / f"{path.stem}.md").write_text(page, encoding="utf-8")


def page_of(text: str) -> str:
    """The page of a record: what is said once as front matter and in a table, the rest in sections."""
    record = yaml.load(text, Loader=yaml.CSafeLoader)
    title = record.get("名称") or record.get("标题")
    single = {key: value for key, value in record.items() if not isinstance(value, list | dict)}
    front = yaml.dump({"title": title, **single}, Dumper=yaml.CSafeDumper, allow_unicode=True)
    told = "\n".join([f"# {title}", "", *table(single), *sections(record)])
    return f"---\n{front}---\n\n{told}\n"


def table(single: dict[str, Any]) -> Iterator[str]:
    """Single values, a row each."""
    yield from ("| | |", "|---|---|")
    yield from (f"| {key} | {' '.join(str(value).split())} |" for key, value in single.items())


def sections(record: dict[str, Any]) -> Iterator[str]:
    """What there are several of, a section each."""
    for key, value in record.items():
        if isinstance(value, list | dict):
            yield f"\n## {key}\n"
            yield from (f"- {line(one)}" for one in (value if isinstance(value, list) else [value]))


def line(value: object) -> str:
    """One of several, in one line."""
    if isinstance(value, dict):
        return "；".join(f"**{key}** {line(one)}" for key, one in value.items())
    return "、".join(map(line, value)) if isinstance(value, list) else str(value)
