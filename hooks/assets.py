"""Stylesheets and scripts as they are published: without our remarks, and what every page needs as one file of each."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig

    from hooks.voices import Voice

EVERYWHERE = ("assets/page.js", "assets/hours.js")
"""Scripts of every page, in the order in which they run."""
STYLES = ("assets/bulletin.css", "assets/parts.css", "assets/paper.css")
"""Styles of every page, in the order in which they apply; published under the first name."""
NEEDLESS = re.compile(r"^\s*/\*.*?\*/\s*?$\n|^\s+", re.MULTILINE | re.DOTALL)
"""Remarks that have lines of their own, and what lines begin with: a tenth of what travels."""


def page_script(language: str) -> str:
    """The address of the script that every page in `language` runs."""
    return f"assets/page.{language}.js"


def published_assets(
    theirs: Iterable[File], ours: Path, voices: Mapping[str, Voice], config: MkDocsConfig
) -> Iterator[File]:
    """The files `theirs`, those in the folder `ours` without what only their readers need."""
    parts: dict[str, str] = {}
    for file in theirs:
        if file.src_uri in (*EVERYWHERE, *STYLES):
            parts[file.src_uri] = file.content_string
        elif file.src_uri.endswith((".css", ".js")) and file.src_dir and Path(file.src_dir).resolve() == ours:
            yield File.generated(config, file.src_uri, content=concise(file.content_string))
        else:
            yield file
    yield File.generated(config, STYLES[0], content=concise("".join(parts[uri] for uri in STYLES)))
    everywhere = concise("".join(parts[uri] for uri in EVERYWHERE))
    for voice in voices.values():
        words = f"self.bulletinWords={voice.hours_words};\n"
        yield File.generated(config, page_script(voice.language), content=words + everywhere)


def concise(source: str) -> str:
    """`source` without its remarks and indentation."""
    return NEEDLESS.sub("", source)
