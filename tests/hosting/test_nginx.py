"""The example configuration of nginx, as a real one serves it."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import brotli  # type: ignore[import-untyped]
import pytest

from build_tools.hosting.compressing import compress_new
from build_tools.publishing.service_map.library import library_address
from tests.hosting.nginx import accepted, configured, free_port, loaded_by, nginx_here, serving
from tests.sites import SAMPLE, published_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.hosting.nginx import Nginx

    Published = Callable[[Path], Path]

IMMUTABLE = "public, max-age=31536000, immutable"
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=()",
}


@pytest.fixture(scope="module")
def folder(published: Published, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A host on which the demonstration bulletin is live, with much that must not be shown."""
    nginx_here()
    folder = tmp_path_factory.mktemp("bulletin")
    release, before = folder / "releases" / "2-b", folder / "releases" / "1-a"
    shutil.copytree(published(SAMPLE), release, copy_function=os.link)
    compress_new(
        release, ["index.html", "404.html", "stations/index.html", published_name(release, "assets/bulletin.css")]
    )
    (release / ".release.json").write_text("{}")
    (release / ".manifest").write_text("")
    (release / ".git").mkdir()
    (release / ".git" / "HEAD").write_text("ref")
    (release / "a").mkdir()
    (release / "a" / ".b").write_text("hidden")
    (folder / "secret.txt").write_text("secret")
    for uri in ("assets/old.0123abcd.css", "search/0123abcd/words.json", "en/search/0123abcd/words.json", "old.html"):
        (before / uri).parent.mkdir(parents=True, exist_ok=True)
        (before / uri).write_text("p{}")
    (folder / "current").symlink_to("releases/2-b")
    (folder / "previous").symlink_to("releases/1-a")
    return folder


@pytest.fixture(scope="module")
def nginx(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    """The same, served."""
    with serving(folder, tmp_path_factory.mktemp("nginx")) as running:
        yield running


def test_the_example_is_taken_without_a_remark(tmp_path: Path) -> None:
    nginx_here()
    assert "warn" not in accepted(configured(tmp_path, tmp_path / "logs", free_port()))


def test_its_lines_for_https_are_taken_too(tmp_path: Path) -> None:
    nginx_here()
    words = ["openssl", "req", "-x509", "-nodes", "-newkey", "rsa:2048", "-subj", "/CN=bulletin.example.org"]
    files = ["-keyout", str(tmp_path / "key"), "-out", str(tmp_path / "pem")]
    subprocess.run([*words, *files], check=True, capture_output=True)
    port = free_port()
    places = {
        "    #https ": "    ",
        "listen 443 ssl http2;": f"listen 127.0.0.1:{port} ssl http2;",
        "listen [::]:443 ssl http2;": "",
        "/etc/ssl/certs/bulletin.pem": str(tmp_path / "pem"),
        "/etc/ssl/private/bulletin.key": str(tmp_path / "key"),
    }
    assert "warn" not in accepted(configured(tmp_path, tmp_path / "logs", free_port(), places))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/en/", "text/html; charset=utf-8"),
        ("/stations/jia/", "text/html; charset=utf-8"),
        ("/stations/jia/calendar.ics", "text/calendar; charset=utf-8"),
        ("/data/stations.geojson", "application/geo+json; charset=utf-8"),
        ("/data/stations.csv", "text/csv; charset=utf-8"),
        ("/data/hsds/v3/services.json", "application/json; charset=utf-8"),
        ("/data/hsds/v3/services", "application/json; charset=utf-8"),
        ("/data/hsds/v3/", "application/json; charset=utf-8"),
        ("/search/index.json", "application/json; charset=utf-8"),
        ("/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/en/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/sitemap.xml", "application/xml; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/assets/favicon.svg", "image/svg+xml; charset=utf-8"),
        ("/assets/emblem.png", "image/png"),
        ("/favicon.ico", "image/x-icon"),
    ],
)
def test_each_kind_of_file_is_called_what_it_is(path: str, kind: str, nginx: Nginx) -> None:
    answer = nginx.ask(path)
    assert (answer.status, answer.headers["Content-Type"]) == (200, kind)
    assert answer.headers["Cache-Control"] == "no-cache"


def test_every_ending_of_the_demonstration_has_its_type(folder: Path, nginx: Nginx) -> None:
    first = {path.suffix: path for path in (folder / "current").rglob("*.*") if path.is_file() and path.name[0] != "."}
    for ending in first.keys() - {".br", ".gz"}:
        uri = first[ending].relative_to(folder / "current").as_posix()
        assert nginx.ask(f"/{uri}", Accept_Encoding="").headers["Content-Type"] != "application/octet-stream", uri


def test_every_file_of_the_demonstration_is_sent_as_it_is(folder: Path, nginx: Nginx) -> None:
    files = {path.relative_to(folder / "current").as_posix(): path for path in (folder / "current").glob("*/**/*.*")}
    for uri, path in list(files.items())[::7]:
        if path.is_file() and "/." not in f"/{uri}":
            answer = nginx.ask(f"/{uri}")
            assert (answer.status, answer.body) == (200, path.read_bytes()), uri


def test_what_a_name_tells_is_kept_for_good_and_nothing_else(folder: Path, nginx: Nginx) -> None:
    site = folder / "current"
    version = next(path for path in (site / "search").iterdir() if path.is_dir()).name
    kept = [published_name(site, "assets/bulletin.css"), f"{library_address()}.js", f"search/{version}/words.json"]
    for uri in kept:
        assert nginx.ask(f"/{uri}").headers["Cache-Control"] == IMMUTABLE, uri
    page = nginx.ask("/stations/")
    assert page.headers["Cache-Control"] == "no-cache"
    named = [uri.removeprefix("../") for uri in loaded_by(page.body.decode())]
    assert len(named) > 5
    for uri in named:
        assert nginx.ask(f"/{uri}").headers["Cache-Control"] == IMMUTABLE, uri


@pytest.mark.parametrize(
    "uri", ["assets/old.0123abcd.css", "search/0123abcd/words.json", "en/search/0123abcd/words.json"]
)
def test_a_page_opened_before_a_swap_still_gets_what_belongs_to_it(uri: str, nginx: Nginx) -> None:
    answer = nginx.ask(f"/{uri}")
    assert (answer.status, answer.body, answer.headers["Cache-Control"]) == (200, b"p{}", IMMUTABLE)


@pytest.mark.parametrize("uri", ["old.html", "assets/nowhere.0123abcd.css", "search/ffffffff/words.json"])
def test_nothing_else_of_the_last_release_is_shown_and_what_is_missing_is_not_kept(uri: str, nginx: Nginx) -> None:
    answer = nginx.ask(f"/{uri}")
    assert (answer.status, answer.headers["Cache-Control"]) == (404, "no-cache")


@pytest.mark.parametrize(("encoding", "unpacked"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_what_was_compressed_is_sent_so(
    encoding: str, unpacked: Callable[[bytes], bytes], folder: Path, nginx: Nginx
) -> None:
    for uri in ("index.html", published_name(folder / "current", "assets/bulletin.css")):
        answer = nginx.ask(f"/{uri}", Accept_Encoding=f"deflate, {encoding}")
        assert answer.headers["Content-Encoding"] == encoding
        assert "Accept-Encoding" in answer.headers["Vary"]
        assert int(answer.headers["Content-Length"]) == len(answer.body) < len(unpacked(answer.body))
        assert unpacked(answer.body) == (folder / "current" / uri).read_bytes()


def test_who_can_take_both_gets_the_smaller_one(nginx: Nginx) -> None:
    assert nginx.ask("/", Accept_Encoding="gzip, deflate, br").headers["Content-Encoding"] == "br"


def test_who_can_take_neither_gets_it_as_it_is_and_proxies_are_told(folder: Path, nginx: Nginx) -> None:
    answer = nginx.ask("/")
    assert answer.headers["Content-Encoding"] is None
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert answer.body == (folder / "current" / "index.html").read_bytes()


@pytest.mark.parametrize("path", ["/", "/nowhere/", "/.manifest", "/assets/nowhere.0123abcd.css", "/images/"])
def test_every_answer_says_what_a_browser_may_do(path: str, nginx: Nginx) -> None:
    answer = nginx.ask(path)
    policy = answer.headers["Content-Security-Policy"]
    assert "script-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert {name: answer.headers[name] for name in ALWAYS} == ALWAYS
    assert answer.headers["Server"] == "nginx"


def test_what_has_not_changed_is_not_sent_again(nginx: Nginx) -> None:
    first = nginx.ask("/", Accept_Encoding="br")
    for condition in ({"If_None_Match": first.headers["ETag"]}, {"If_Modified_Since": first.headers["Last-Modified"]}):
        again = nginx.ask("/", Accept_Encoding="br", **condition)
        assert (again.status, again.body) == (304, b"")
        assert again.headers["Content-Security-Policy"]
        assert again.headers["Cache-Control"] == "no-cache"
        assert {name: again.headers[name] for name in ALWAYS} == ALWAYS
    assert nginx.ask("/", Accept_Encoding="gzip", If_None_Match=first.headers["ETag"]).status == 200


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


def test_a_folder_without_its_slash_leads_to_it_on_the_same_server(nginx: Nginx) -> None:
    answer = nginx.ask("/stations")
    assert answer.status == 301
    assert answer.headers["Location"] == "/stations/"


def test_no_visitor_and_no_question_is_written_down(nginx: Nginx) -> None:
    nginx.ask("/stations/?q=%E5%90%83%E8%8D%AF&" + "x" * 3000, X_Visitor="203.0.113.77")
    nginx.ask("/en/search/0123abcd/words.json", X_Visitor="2001:db8:7:8::9")
    nginx.ask("/search/0123abcd/nowhere/77.json?q=secret", X_Visitor="198.51.100.4")
    nginx.ask("/s/58w9w4/", X_Visitor="2001:db8::77")
    nginx.ask("/nowhere/?q=secret", "POST", X_Visitor="203.0.113.77")
    nginx.ask("/%2e%2e/?q=secret", X_Visitor="203.0.113.77")
    nginx.ask("/a/?q=secret", X_Visitor="::1")
    told = nginx.logged()
    assert "203.0.0.0 [" in told
    assert "2001:db8:: [" in told
    assert "GET /en/search/ 200" in told
    assert "GET /s/ " in told or "GET /404.html" in told
    for word in ("113.77", "100.4", "7:8", "::77", "q=", "%E5", "xxx", "words.json", "58w9w4", "secret", "77.json"):
        assert word not in told, word
    assert re.fullmatch(r"(\S+ \[[^]]+\] \S+ \S* \d+ \d+ [0-9.]+\n)+", (nginx.logs / "bulletin.log").read_text("utf-8"))
