"""Our quicker way to escape is the sanitiser of every page: it says what `escape` says, whatever it is given."""

from __future__ import annotations

import pytest
from markupsafe import Markup, escape

from build_tools.publishing.cells import escaped
from build_tools.publishing.compiled import Compiled
from build_tools.publishing.links import Links
from build_tools.publishing.shown import Shown
from build_tools.publishing.typesetting import environment_for
from build_tools.reading.locale import read_wording
from build_tools.records.values import Telephone

VALUES = ["", "甲站", "<b>", "a & b", '"x"', "it's", Markup("<b>甲</b>"), Telephone("12345"), 5, 1.5, None, ["<"]]


@pytest.mark.parametrize("value", VALUES)
def test_what_is_escaped_is_what_markupsafe_makes_of_it(value: object) -> None:
    assert escaped(value) == escape(value)


@pytest.mark.parametrize("value", VALUES)
def test_a_template_escapes_wherever_it_prints(value: object) -> None:
    environment = environment_for(Shown(read_wording("zh")), Links("../"), Compiled())
    source = "{% macro said(x) %}{{ x }}{% endmacro %}{% set kept %}{{ value }}{% endset %}{{ value }}{{ said(value) }}{{ kept }}"
    assert environment.from_string(source).render(value=value) == str(escape(value)) * 3
