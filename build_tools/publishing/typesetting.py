"""What templates may use, and how they are loaded."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
import jinja2.runtime
from jinja2.compiler import CodeGenerator
from jinja2.ext import Extension
from markupsafe import Markup, escape

from build_tools.publishing.cells import Cells, escaped, whole_dates
from build_tools.publishing.free_text import essay_text, free_text
from build_tools.publishing.icons import icon
from build_tools.publishing.statement_words import meant
from build_tools.records.key import Choice, Unknown

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType

    from jinja2 import nodes
    from jinja2.bccache import Bucket
    from jinja2.compiler import Frame

    from build_tools.publishing.links import Links
    from build_tools.publishing.shown import Shown

TEMPLATES = Path(__file__).parent / "templates"


class SetInType(Extension):
    """Sets the site's words and icons into a template when it is loaded: they are the same on every page."""

    fixed = re.compile(r'\{\{ (say|icon)\("([^"]+)"\) \}\}')

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 — Jinja's
        """`source` with `{{ say("…") }}` and `{{ icon("…") }}` replaced by what they print."""
        callables: dict[str, Any] = self.environment.globals
        return self.fixed.sub(lambda found: str(escape(callables[found[1]](found[2]))), source)


class Compiled(jinja2.BytecodeCache):
    """Keeps what a template is compiled to, for the environments of pages that differ in nothing but their links."""

    def __init__(self) -> None:
        self.codes: dict[str, CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives `bucket` the code that is kept under its key, if any."""
        bucket.code = self.codes.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code of `bucket`."""
        self.codes[bucket.key] = bucket.code


class Generator(CodeGenerator):
    """Compiles templates as Jinja does, but for a quicker way to escape; there are hundreds of words to a page."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


class Context(jinja2.runtime.Context):
    """What a page knows. Only filters may ask for it: then a call of anything else is just a call."""

    def call(self, called: Callable[..., Any], /, *given: Any, **named: Any) -> Any:
        """What `called` returns."""
        named.pop("_loop_vars", None)  # Jinja gives these for functions that ask for the context
        return called(*given, **named)


class Environment(jinja2.Environment):
    """Jinja's, with our own generator and what its code calls."""

    code_generator_class = Generator
    context_class = Context
    escaped = staticmethod(escaped)


def environment_for(shown: Shown, links: Links, compiled: Compiled) -> Environment:
    """Jinja with escaping on, no undefined names, and what the templates of pages with these `links` may call."""
    environment = Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[SetInType],
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
        essay_text=essay_text,
        section=section,
    )
    environment.tests.update(
        unknown=lambda value: isinstance(value, Unknown), choice=lambda value: isinstance(value, Choice)
    )
    return environment


@jinja2.pass_context
def section(page: jinja2.runtime.Context, name: str) -> Markup:
    """The section `name` of a station's `page`, which knows all that the page does."""
    template = page.environment.get_template(f"station/{name}.html")
    return Markup("".join(template.root_render_func(page)))  # noqa: S704 — a template has escaped it
