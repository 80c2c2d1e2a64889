"""What templates may use, and how they are loaded."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
import jinja2.runtime
from markupsafe import Markup, escape

from build_tools.publishing.cells import Cells, already_escaped, escaped, whole_dates
from build_tools.publishing.free_text import code_lines, essay_text, free_text, safe_essay, with_titles
from build_tools.publishing.icons import icon
from build_tools.publishing.statement_words import meant
from build_tools.publishing.template_code import Generator, PlainMacro
from build_tools.records.key import Choice, Unknown

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

    from build_tools.publishing.compiled import Compiled
    from build_tools.publishing.links import Links
    from build_tools.publishing.shown import Shown

TEMPLATES = Path(__file__).parent / "templates"


class SetInType(jinja2.FileSystemLoader):
    """Loads templates with the site's words and icons set in: they are the same on every page."""

    fixed = re.compile(r'\{\{ (say|icon)\("([^"]+)"\) \}\}')

    def __init__(self, say: Callable[[str], str]) -> None:
        super().__init__(TEMPLATES)
        self.callables: dict[str, Callable[[str], str]] = {"say": say, "icon": icon}

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The source of `template`, with `{{ say("…") }}` and `{{ icon("…") }}` replaced by what they print."""
        source, path, is_current = super().get_source(environment, template)
        words = self.callables
        return self.fixed.sub(lambda found: str(escape(words[found[1]](found[2]))), source), path, is_current


class Environment(jinja2.Environment):
    """Jinja's, with our own generator and what its code calls."""

    code_generator_class = Generator
    escaped = staticmethod(escaped)
    Macro = PlainMacro

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What every template knows: no template has globals of its own, and one dict is quicker than a chain of them."""
        return self.globals if d is None else super().make_globals(d)


def environment_for(shown: Shown, links: Links, compiled: Compiled) -> Environment:
    """Jinja with escaping on, no undefined names, and what the templates of pages with these `links` may call."""
    environment = Environment(
        loader=SetInType(shown.say),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # each build has environments of its own
        cache_size=-1,
        bytecode_cache=compiled,
    )
    cells = Cells(shown)
    environment.globals.update(say=shown.say, icon=icon, unknown=cells.unknown)
    environment.globals.update(link=links.to, file=links.to_file, own_file=links.to_own_file)
    environment.filters.update(
        known=cells.known,
        provision=cells.provision,
        shown=shown.of,
        rules=cells.rules,
        whole_dates=whole_dates,
        meant=lambda statement: meant(statement, shown),
        free_text=free_text,
        essay_text=lambda text, link, file: essay_text(with_titles(text, shown.say), link, file),
        safe_essay=safe_essay,
        code_lines=code_lines,
        section=sections_in(environment),
        day_row=lru_cache(maxsize=1_000)(macro_in(environment, "week.html", "day_row")),
    )
    environment.tests.update(
        unknown=lambda value: isinstance(value, Unknown), choice=lambda value: isinstance(value, Choice)
    )
    return environment


def macro_in(environment: Environment, template: str, name: str) -> Callable[[Any], Markup]:
    """The macro `name` of `template`, which is loaded when it is first called."""

    def macro(value: Any) -> Markup:
        printed: Markup = getattr(environment.get_template(template).module, name)(value)
        return printed

    return macro


def sections_in(environment: Environment) -> Callable[[jinja2.runtime.Context, str], Markup]:
    """What prints a section of a station's page, which knows all that the page does."""
    ways = cache(lambda name: environment.get_template(f"station/{name}.html").root_render_func)

    @jinja2.pass_context
    def section(page: jinja2.runtime.Context, name: str) -> Markup:
        return already_escaped("".join(ways(name)(page)))

    return section
