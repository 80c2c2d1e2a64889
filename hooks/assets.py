"""Stylesheets and scripts as they are published: without our remarks, and what every page needs as one file of each.

Their names tell their content. A page that was opened before a publication never gets what belongs to another one.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from build_tools.publishing.fingerprint import named_by
from hooks.palette import STYLESHEET

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs.config.defaults import MkDocsConfig

    from hooks.voices import Voice

EVERYWHERE = ("assets/page.js", "assets/hours.js")
"""Scripts of every page, in the order in which they run."""
STYLES = ("assets/bulletin.css", "assets/parts.css", "assets/paper.css")
"""Styles of every page, in the order in which they apply; published under the first name."""
NAMED = (".css", ".js")
"""Endings of what pages load by a name that tells its content."""
NEEDLESS = re.compile(r"^\s*/\*.*?\*/\s*?$\n|^\s+", re.MULTILINE | re.DOTALL)
"""Remarks that have lines of their own, and what lines begin with: a tenth of what travels."""


class Assets:
    """The files of one build that are not made from content."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.config = config
        self.files: list[File] = []
        self.names: dict[str, str] = {}
        """What the theme calls a file → what it is called in public."""

    def add(self, uri: str, content: str) -> None:
        """Publish `content` as what the theme calls `uri`."""
        self.names[uri] = named_by(content.encode(), uri)
        self.files.append(File.generated(self.config, self.names[uri], content=content))

    def published_as(self, uri: str) -> str:
        """The path in the site of what the theme calls `uri`."""
        return self.names[uri]


def page_script(language: str) -> str:
    """What the theme calls the script that every page in `language` runs."""
    return f"assets/page.{language}.js"


def published_assets(
    theirs: Iterable[File], ours: Path, voices: Mapping[str, Voice], palette: str, config: MkDocsConfig
) -> Assets:
    """The files `theirs`, those that the theme in the folder `ours` knows by names of their own; `palette` is a stylesheet.

    The operator may have put another file in the place of one of ours.
    """
    assets = Assets(config)
    parts: dict[str, str] = {}
    for file in theirs:
        if file.src_uri in (*EVERYWHERE, *STYLES):
            parts[file.src_uri] = file.content_string
        elif file.src_uri.endswith(NAMED) and (ours / file.src_uri).is_file():
            assets.add(file.src_uri, concise(file.content_string) if is_in(ours, file) else file.content_string)
        else:
            assets.files.append(file)
    assets.add(STYLES[0], concise("".join(parts[uri] for uri in STYLES)))
    if palette:
        assets.add(STYLESHEET, palette)
    everywhere = concise("".join(parts[uri] for uri in EVERYWHERE))
    for voice in voices.values():
        words = f"self.bulletinWords={voice.hours_words};\n"
        assets.add(page_script(voice.language), words + everywhere)
    return assets


def is_in(folder: Path, file: File) -> bool:
    """Whether `file` comes from the theme in `folder`, not from the operator's."""
    return file.src_dir is not None and Path(file.src_dir).resolve() == folder


def concise(source: str) -> str:
    """`source` without its remarks and indentation."""
    return NEEDLESS.sub("", source)
