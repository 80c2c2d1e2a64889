"""What a template of ours means, where Jinja alone would mean more by it."""

from __future__ import annotations

from types import SimpleNamespace

import jinja2
import pytest

from build_tools.publishing.compiled import Compiled
from build_tools.publishing.links import Links
from build_tools.publishing.shown import Shown
from build_tools.publishing.typesetting import environment_for
from build_tools.reading.locale import read_wording

ENVIRONMENT = environment_for(Shown(read_wording("zh")), Links(""), Compiled())
ONE = SimpleNamespace(name="attribute", told=lambda *words, mark="": "、".join(words) + mark)


def printed(template: str) -> str:
    return ENVIRONMENT.from_string(template).render(one=ONE, by_code={"name": "key"})


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ one.name }}", "attribute"),
        ("{{ by_code['name'] }}", "key"),
        ("{{ one.told('a', 'b', mark='!') }}", "a、b!"),
        ("{{ one.told('<') ~ '>' }}", "&lt;&gt;"),
        (
            "{% macro row(word, mark='<') %}{{ word }}{{ mark }}{% endmacro %}{{ row(1) }}{{ row(1, 2) }}{{ row(1, mark=3) }}",
            "1&lt;1213",
        ),
        (
            "{% macro row(word) %}<b>{{ word }}</b>{{ caller() }}{% endmacro %}{% call row('&') %}<i>{% endcall %}",
            "<b>&amp;</b><i>",
        ),
    ],
)
def test_a_template_prints(template: str, expected: str) -> None:
    assert printed(template) == expected


@pytest.mark.parametrize("template", ["{{ by_code.name }}", "{{ one.nothing }}"])
def test_a_dot_takes_an_attribute_and_nothing_else(template: str) -> None:
    with pytest.raises(AttributeError):
        printed(template)


def test_a_name_that_nobody_has_given_is_a_fault() -> None:
    with pytest.raises(jinja2.UndefinedError):
        printed("{{ nobody.name }}")


def test_a_call_with_a_star_is_not_silently_another() -> None:
    with pytest.raises(jinja2.TemplateAssertionError, match="star"):
        printed("{{ one.told(*by_code) }}")
