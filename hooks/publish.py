"""MkDocs' events, each handed to the door; `mkdocs.yml` names this file."""

from __future__ import annotations

import atexit
import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))  # MkDocs loads this file by its path, without the folder it lies in

gc.disable()  # next to nothing in a build is garbage: a fifth faster, and so are the imports
atexit.register(gc.freeze)  # Python would look for garbage once more when it ends: that takes a tenth of a small build

from hooks.door import Door  # noqa: E402 — only found now
from hooks.watching import watch_closely, watch_engine  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

BUILDS_BETWEEN = 20
"""Each leaves a few megabytes; looking for them takes a tenth of a second, for which somebody waits."""

door = Door()


def on_startup(*, command: str, dirty: bool) -> None:  # noqa: ARG001 — MkDocs names the arguments
    """Remember whether somebody is watching: then a mistake must not end the command."""
    door.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Build everything, before MkDocs touches the site folder; stop here when the content has errors."""
    return door.open(config)


def on_pre_build(*, config: MkDocsConfig) -> None:
    """Save what the last build has made from MkDocs, which empties the site folder now."""
    door.begin(config)


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Replace the content's own files, which are not for the public, by the pages of the menu."""
    return door.files(files, config)


@event_priority(100)  # before other plugins, which want to see the body
def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Give a page of the menu its body."""
    ours = door.pages.get(page.file.src_uri)
    return ours.body if ours else html


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Tell MkDocs the page's own title, for menus that name none."""
    if ours := door.pages.get(page.file.src_uri):
        page.meta["title"] = ours.title
    return markdown


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG001
    """Keep the menu for the pages that MkDocs does not render."""
    door.nav = nav
    return nav


def on_env(env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Lend the theme the site's own words and facts."""
    door.lend(env, config, files)


def on_page_context(context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:  # noqa: ARG001
    """Tell the theme what the page says of itself."""
    return door.chrome.context_of(context, page)


def on_template_context(context: TemplateContext, *, template_name: str, config: MkDocsConfig) -> TemplateContext:  # noqa: ARG001
    """The same for the page that stands in place of missing ones."""
    return door.chrome.context_of_missing(context) if template_name == "404.html" else context


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the pages that are not in the menu, and all other files."""
    door.write_rest(config)
    if door.builds % BUILDS_BETWEEN == 0:
        gc.collect()  # what little there is would add up while a server lives


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:  # noqa: ARG001
    """Watch what MkDocs does not know to be content, and the content closely."""
    watch_engine(server)
    watch_closely(server, config.docs_dir)
    return server
