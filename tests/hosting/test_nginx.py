"""The example configuration of nginx, as a real one serves it: what is sent, and how."""

from __future__ import annotations

import gzip
import subprocess
from typing import TYPE_CHECKING

import brotli  # type: ignore[import-untyped]
import pytest

from build_tools.publishing.service_map.library import library_address
from tests.hosting.nginx import ALWAYS, accepted, configured, free_port, loaded_by, nginx_here
from tests.sites import published_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.hosting.nginx import Nginx

IMMUTABLE = "public, max-age=31536000, immutable"


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


def test_a_folder_without_its_slash_leads_to_it_on_the_same_server(nginx: Nginx) -> None:
    answer = nginx.ask("/stations")
    assert answer.status == 301
    assert answer.headers["Location"] == "/stations/"
