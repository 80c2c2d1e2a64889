"""Between MkDocs and the build: what one run knows, and how the site gets into MkDocs' folder."""

from __future__ import annotations

import logging
import sys
import threading
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from markupsafe import Markup
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files

import build_tools
from build_tools.build import Built, build
from build_tools.engine import Engine
from build_tools.keeping import Keeper
from build_tools.making import Work, begun, work_of_batch, work_of_page
from build_tools.progress import watch_on
from build_tools.publishing.compiled import Compiled
from build_tools.publishing.site import Site, SitePage
from build_tools.reading.earlier import Earlier, fingerprints_in
from build_tools.reading.locale import read_wording
from build_tools.records.language import FIRST
from build_tools.reports import report, speak_utf8
from build_tools.settings import Settings, UnusableSettingError, settings_here
from build_tools.workers import ALONE, Crew, unwatched
from build_tools.writing import markdown_path
from hooks.assets import Assets, published_assets
from hooks.chrome import Chrome
from hooks.menu import menu_file, menu_uris, with_known_paths
from hooks.palette import Palette, chosen_palette
from hooks.policy import policy_of, tiles_of
from hooks.voices import voices_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation

    from build_tools.site_folder import Listing
    from build_tools.wording import Wording

ENGINE = Path(build_tools.__file__).parent
OUR_THEME = (ENGINE / "theme").resolve()
BASE_THEME = -2
"""Where in MkDocs' list of theme folders Material's and MkDocs' own begin; those before are ours or the operator's."""


class Door:
    """One process's builds; while serving there are many, each starting with `open`."""

    def __init__(self) -> None:
        self.serving = False
        self.itself = self
        """So that it is never taken apart: with ten thousand records that takes a tenth of a second when Python ends."""
        self.builds = 0
        self.engine = Engine()
        self.crew = ALONE
        self.content: Path
        self.keeper: Keeper
        self.earlier: Earlier
        self.listing: Callable[[], Listing]
        """Gives what has been lying in the site folder since it became our turn."""
        self.opened: dict[bytes, list[Any]] = {}
        """What a server has read for its last build."""
        self.built: Built | None = None
        self.outdated = ""
        """The report of mistakes because of which a server goes on showing the last good site."""
        self.site: Site
        self.batches: list[Work]
        """The other files of `site`, still to be made."""
        self.pages: dict[str, SitePage]
        """The pages of `site` by the paths under which MkDocs knows them."""
        self.lent: list[str]
        """The base theme's folders, of which templates may take icons and the like: none of their files is published."""
        self.palette: Palette
        self.assets: Assets
        self.nav: Navigation
        self.chrome: Chrome

    def open(self, config: MkDocsConfig) -> MkDocsConfig:
        """Build the site, report what is wrong, and tell MkDocs what it must know."""
        self.builds += 1
        content = self.content = Path(config.docs_dir)
        self.keeper = self.keeper_of(Path(config.site_dir))
        address = config.site_url if self.serving else None
        is_known = is_alone(config) and (self.serving or self.keeper.take_turn(say_that_another_builds))
        try:
            alone = threading.active_count() == 1  # MkDocs' server has threads from the second build on
            settings = settings_here(content, directory_urls=config.use_directory_urls, address=address, alone=alone)
            self.crew = crew_of(settings)
            settings = replace(settings, engine=self.remember(content, is_known=is_known))
            built = build(settings, self.crew, self.earlier)
            self.opened = self.earlier.contents
        except UnusableSettingError as error:
            raise Abort(read_wording(FIRST.code).say(f"setting.{error.reason}", value=error.value)) from None
        problems = report(built.problems, built.wording, seen_from_here(content)) if built.problems else ""
        speak_utf8()
        sys.stderr.write(problems + built.reminder)
        if not (built.site or self.serving):
            self.keeper.close()
            raise Abort(built.wording.say("report.nothing_published"))
        if built.site or self.built is None or self.built.site is None:
            self.show(built, built.site or in_place_of_site(problems, built.wording))
        else:
            self.show(self.built, self.site)
        self.outdated = "" if self.built is built else problems
        self.palette = chosen_palette(config, OUR_THEME, built.wording)
        return self.configured(config)

    def show(self, built: Built, site: Site) -> None:
        """Have `site`, which `built` has or which stands in its place, made; none of it is shown if it cannot be composed."""
        batches = begun([work_of_batch(batch, self.keeper.pieces.given) for batch in site.batches], self.crew)
        pages = {markdown_path(page): page for page in site.pages}
        self.built, self.site, self.batches, self.pages = built, site, batches, pages

    def keeper_of(self, site: Path) -> Keeper:
        """Who keeps what the last build has made in the folder `site`: while serving, the same for all builds."""
        known = getattr(self, "keeper", None)
        return known if known and known.site == site else Keeper(site, lasting=not self.serving)

    def remember(self, content: Path, *, is_known: bool) -> bytes:
        """Open what an earlier build has left, and have both folders looked through meanwhile; by what engine we build.

        Nothing is left, and there is no such engine, unless it `is_known` who else takes part.
        """
        marks: Callable[[], dict[str, bytes]] = dict
        self.listing = self.keeper.look
        if is_known and self.keeper.remembers and self.crew.size > 1:
            marks, self.listing = self.crew.beside(partial(fingerprints_in, content), self.keeper.look)
        kept = self.keeper.open(self.engine.digest() if is_known else b"")
        self.earlier = Earlier(self.keeper.engine, kept.read, self.opened if self.serving else None, marks)
        return self.keeper.engine

    def begin(self, config: MkDocsConfig) -> None:
        """Have MkDocs look for pages in a folder that is not there, since none is a file of the content; and empty the same.

        Whoever else takes part may look there. The site folder is emptied only if nothing in it may stay as it is.
        """
        if is_alone(config):
            config.docs_dir = str(self.keeper.nowhere)
        if self.keeper.begin():
            config.site_dir = str(self.keeper.nowhere)

    def take_back(self, config: MkDocsConfig) -> None:
        """Have MkDocs write to the site folder, in which nothing is left but what may stay."""
        if config.site_dir != str(self.keeper.site):
            config.site_dir = str(self.keeper.site)
            for file in self.published:
                file.dest_dir = config.site_dir
                vars(file).pop("abs_dest_path", None)  # MkDocs remembers what it has worked out of the other folder
            self.keeper.clear(self.listing(), written_by_mkdocs(config, self.published))

    def configured(self, config: MkDocsConfig) -> MkDocsConfig:
        """`config` with the site's own facts, and with a menu unless the operator has written one."""
        if self.built and self.built.editions:
            site = self.built.editions[0].facts.bulletin.site
            config.site_name, config.site_description = site.name, site.summary
            if not self.serving:
                config.site_url = site.address or ""
        if config.nav is None:
            config.nav = [{page.menu: markdown_path(page)} for page in self.site.pages if page.menu and not page.folder]
        config.nav = with_known_paths(config.nav, frozenset(self.pages))
        config.theme.static_templates -= {"sitemap.xml"}
        self.lent = config.theme.dirs[BASE_THEME:]
        config.theme.dirs[BASE_THEME:] = []
        if OUR_THEME not in (Path(folder).resolve() for folder in config.theme.dirs):
            config.theme.dirs.append(str(OUR_THEME))  # the operator's `custom_dir` stands in its place
        return config

    def files(self, theirs: Files, config: MkDocsConfig) -> Files:
        """A file for each page of the menu, and our theme's; not the content's own."""
        kept = [file for file in theirs if file.src_dir != config.docs_dir]
        if is_alone(config):
            config.docs_dir = str(self.content)
        if self.built:
            self.assets = published_assets(kept, OUR_THEME, voices_of(self.built), self.palette.stylesheet, config)
        menu = menu_uris(config.nav)
        made = [menu_file(page, config) for uri, page in self.pages.items() if uri in menu]
        self.published = Files(self.assets.files + made)
        self.take_back(config)
        return self.published

    def lend(self, env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
        """Tell the theme what the operator has chosen, and remember what the chrome is made from."""
        loaders = [env.loader] if env.loader else []
        env.loader = jinja2.ChoiceLoader([*loaders, jinja2.FileSystemLoader(self.lent)])
        env.bytecode_cache = Compiled(self.keeper.engine, "theme")
        policy = policy_of(config, tiles_of(self.built), serving=self.serving)
        env.globals.update(palette=self.palette, policy=policy, outdated=self.outdated, asset=self.assets.published_as)
        if self.built:
            self.chrome = Chrome(self.pages, voices_of(self.built), env, self.nav, config, files)

    def write_rest(self, config: MkDocsConfig) -> None:
        """Write the pages that MkDocs has not, each with the chrome of its folder, and all other files."""
        menu = menu_uris(config.nav)
        rest = [page for uri, page in self.pages.items() if uri not in menu and page.uri != "404.html"]
        pages = [work_of_page(page, self.chrome.key_of(page), self.chrome.around) for page in rest]
        others = written_by_mkdocs(config, self.published)
        self.keeper.fill(self.batches, pages, self.crew, self.earlier.used, others, self.engine.is_same)


def say_that_another_builds() -> None:
    """Tell whoever waits why."""
    sys.stderr.write(read_wording(FIRST.code).say("report.waiting") + "\n")


def is_alone(config: MkDocsConfig) -> bool:
    """Whether nothing but this program makes the site: nobody knows what other plugins would do with a page that is kept."""
    return len(config.plugins) == 1


def written_by_mkdocs(config: MkDocsConfig, files: Files) -> set[str]:
    """The paths below the site folder of what MkDocs itself has written in this build."""
    return {file.dest_uri for file in files} | config.theme.static_templates | set(config.extra_templates)


def crew_of(settings: Settings) -> Crew:
    """All cores, telling on standard error how far they are unless MkDocs was asked to be quiet."""
    talkative = logging.getLogger("mkdocs").isEnabledFor(logging.INFO)
    watch = watch_on(sys.stderr, read_wording(settings.language)) if talkative else unwatched
    return Crew(settings.workers, watch)


def in_place_of_site(problems: str, wording: Wording) -> Site:
    """The report as the only page: what a server shows before there has been anything to show."""
    title = wording.say("report.failed_page")
    body = Markup("<h1>{}</h1>\n<pre>{}</pre>").format(title, problems)
    home = SitePage(uri="", title=title, summary="", printed=lambda: body, menu=wording.say("menu.home"))
    pages = (home, home._replace(uri="404.html", menu=""))
    return Site(lambda: pages, ())


def seen_from_here(path: Path) -> str:
    """`path` relative to the working directory where that is possible."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
