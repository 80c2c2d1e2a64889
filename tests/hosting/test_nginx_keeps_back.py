"""The example configuration of nginx, as a real one serves it: what it neither shows, nor does, nor writes down."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.hosting.nginx import ALWAYS

if TYPE_CHECKING:
    from tests.hosting.nginx import Nginx


@pytest.mark.parametrize("path", ["/.manifest", "/.release.json", "/.git/", "/.git/HEAD", "/a/.b", "/%2emanifest"])
def test_what_is_hidden_is_not_there(path: str, nginx: Nginx) -> None:
    answer = nginx.ask(path)
    assert answer.status == 404
    assert "没有这一页" in answer.body.decode()


@pytest.mark.parametrize("path", ["/../secret.txt", "/assets/../../secret.txt", "/..%2fsecret.txt"])
def test_nothing_outside_of_a_release_is_shown(path: str, nginx: Nginx) -> None:
    answer = nginx.ask(path)
    assert answer.status in (400, 404)
    assert b"secret" not in answer.body


@pytest.mark.parametrize("path", ["/assets/", "/images/", "/search/", "/a/"])
def test_folders_are_not_listed(path: str, nginx: Nginx) -> None:
    answer = nginx.ask(path)
    assert answer.status == 404
    assert "没有这一页" in answer.body.decode()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "PROPFIND"])
def test_nothing_can_be_done_but_read(method: str, nginx: Nginx) -> None:
    for path in ("/", "/nowhere/", "/assets/emblem.png", "/.git/"):
        answer = nginx.ask(path, method)
        assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")
        assert {name: answer.headers[name] for name in ALWAYS} == ALWAYS
    assert nginx.ask("/", "HEAD").headers["Allow"] is None


def test_no_visitor_and_no_question_is_written_down(nginx: Nginx) -> None:
    nginx.ask("/stations/?q=%E5%90%83%E8%8D%AF&" + "x" * 3000, X_Visitor="203.0.113.77")
    nginx.ask("/en/search/0123abcd/words.json", X_Visitor="2001:db8:7:8::9")
    nginx.ask("/search/0123abcd/nowhere/77.json?q=secret", X_Visitor="198.51.100.4")
    nginx.ask("/s/58w9w4/", X_Visitor="2001:db8::77")
    nginx.ask("/nowhere/?q=secret", "POST", X_Visitor="203.0.113.77")
    nginx.ask("/%2e%2e/?q=secret", X_Visitor="203.0.113.77")
    nginx.ask("/gone/?q=secret", X_Visitor="::1")
    told = nginx.logged()
    assert "203.0.0.0 [" in told
    assert "2001:db8:: [" in told
    assert "GET /en/search/ 200" in told
    assert "GET /s/ " in told
    assert "GET /gone/ 404" in told
    for word in ("113.77", "100.4", "7:8", "::77", "q=", "%E5", "xxx", "words.json", "58w9w4", "secret", "77.json"):
        assert word not in told, word
    assert re.fullmatch(r"(\S+ \[[^]]+\] \S+ \S* \d+ \d+ [0-9.]+\n)+", (nginx.logs / "bulletin.log").read_text("utf-8"))
