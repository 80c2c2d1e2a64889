"""Numbers of filings: forms that authorities give, and forms that people mistake for them."""

from __future__ import annotations

from typing import Any

import pytest

from build_tools.problems import Unreadable
from build_tools.records.filings import GovernmentSite, IcpFiling, PoliceFiling


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (IcpFiling, "湘ICP备00000000号"),
        (IcpFiling, "湘ICP备00000000号-1"),
        (IcpFiling, "京ICP备0000000000号-12"),
        (PoliceFiling, "湘公网安备00000000000000号"),
        (PoliceFiling, "湘公网安备 00000000000000"),
        (GovernmentSite, "0000000000"),
        (GovernmentSite, "bm00000000"),
    ],
)
def test_a_number_in_its_form_is_kept_as_written(kind: Any, text: str) -> None:
    assert kind.from_text(text) == text


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (IcpFiling, "ICP备00000000号", "E223"),
        (IcpFiling, "湘ICP备0000000号", "E223"),
        (IcpFiling, "湘ICP证000000号", "E223"),
        (IcpFiling, "湘ICP备00000000", "E223"),
        (IcpFiling, '湘ICP备00000000号"><b>', "E223"),
        (PoliceFiling, "湘公网安备0000000000000号", "E224"),
        (PoliceFiling, "公安备00000000000000号", "E224"),
        (GovernmentSite, "000000000", "E225"),
        (GovernmentSite, "０００００００００0", "E225"),
    ],
)
def test_anything_else_is_refused(kind: Any, text: str, code: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        kind.from_text(text)
    assert refusal.value.code == code


def test_each_leads_to_where_it_can_be_looked_up() -> None:
    assert IcpFiling("湘ICP备00000000号-1").page == "https://beian.miit.gov.cn/"
    police = PoliceFiling("湘公网安备00000000000000号")
    assert police.page == "https://beian.mps.gov.cn/#/query/webSearch?code=00000000000000"
