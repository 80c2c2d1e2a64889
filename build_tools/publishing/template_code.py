"""The Python that templates are compiled to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2.compiler import CodeGenerator
from jinja2.runtime import Macro

from build_tools.publishing.cells import already_escaped

if TYPE_CHECKING:
    from jinja2 import nodes
    from jinja2.compiler import Frame, MacroRef
    from markupsafe import Markup


class PlainMacro(Macro):
    """A macro of a template that escapes, and is mostly called with just its arguments, all in order or all by name."""

    def __call__(self, *given: Any, **named: Any) -> Markup:
        """What it prints."""
        if named and not given and named.keys() == set(self.arguments):
            given, named = tuple(map(named.__getitem__, self.arguments)), {}
        if named or self.caller or len(given) != self._argument_count:
            return already_escaped(super().__call__(*given, **named))
        return already_escaped(self._func(*given))


class Generator(CodeGenerator):
    """Writes what Jinja does, but with less between a template and Python: a page has hundreds of words.

    A dot takes an attribute and brackets take a key; only filters may ask for the context, all else is just called; and
    words that are put together are plain text.
    """

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def write_commons(self) -> None:
        """Write what every template begins with."""
        super().write_commons()
        self.writeline("escaped = environment.escaped")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write the macro that a function has become."""
        self.write("environment.")
        super().macro_def(macro_ref, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 — Jinja's
        """Write `value.name`."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802 — Jinja's
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Write `called(arguments)`, and what a call block holds as one of them."""
        if node.dyn_args or node.dyn_kwargs:
            self.fail("no call of ours has arguments with a star", node.lineno)
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 — Jinja's
        """Write `str_join((words))`."""
        self.write("str_join((")
        for word in node.nodes:
            self.visit(word, frame)
            self.write(", ")
        self.write("))")
