"""A real nginx that serves the example configuration: only folder, port, log paths and certificate are those of the test."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.sites import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

EXAMPLE = ROOT / "deploy" / "nginx.conf"
SBIN = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/usr/local/sbin"
MODULES = Path("/usr/share/nginx/modules")
BROTLI = MODULES / "ngx_http_brotli_static_module.so"
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=()",
}
"""Headers of every answer."""
WITHOUT = "no nginx with brotli on this machine (Debian: apt-get install nginx libnginx-mod-http-brotli-static)"
AROUND = """\
{user}
{modules}
pid {logs}/nginx.pid;
error_log {logs}/error.log;
worker_processes 2;
events {{ worker_connections 768; }}
http {{
    sendfile on;
    tcp_nopush on;
    types_hash_max_size 2048;
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log {logs}/access.log;
    gzip on;
    set_real_ip_from 127.0.0.1;
    real_ip_header X-Visitor;
    client_body_temp_path {logs}/body;
    proxy_temp_path {logs}/proxy;
    fastcgi_temp_path {logs}/fastcgi;
    uwsgi_temp_path {logs}/uwsgi;
    scgi_temp_path {logs}/scgi;
    include {logs}/bulletin.conf;
}}
"""
"""Debian's own `nginx.conf`; what a test may say in `X-Visitor` stands for addresses that it cannot have."""


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


@dataclass(frozen=True)
class Nginx:
    """One that is running."""

    port: int
    logs: Path

    @property
    def address(self) -> str:
        """Of the home page."""
        return f"http://127.0.0.1:{self.port}/"

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """One answer over a connection of its own; `Accept_Encoding` is the header that is written with a dash."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            return asked(connection, path, {name.replace("_", "-"): value for name, value in headers.items()}, method)
        finally:
            connection.close()

    def logged(self) -> str:
        """All that was written down about visits."""
        names = ("bulletin.log", "bulletin-error.log", "error.log", "access.log")
        return "".join(path.read_text("utf-8") for name in names if (path := self.logs / name).exists())


def asked(connection: http.client.HTTPConnection, path: str, headers: Mapping[str, str], method: str = "GET") -> Answer:
    """One answer over an open connection, whole."""
    connection.request(method, path, headers=dict(headers))
    answer = connection.getresponse()
    return Answer(answer.status, answer.headers, answer.read())


def nginx_here() -> str:
    """The program; without it tests are skipped, unless CI insists."""
    found = shutil.which("nginx", path=SBIN)
    if found is None or not BROTLI.is_file():
        (pytest.fail if os.environ.get("BULLETIN_REQUIRE_SERVERS") else pytest.skip)(WITHOUT)
    return found


def configured(folder: Path, logs: Path, port: int, more: Mapping[str, str] | None = None) -> list[str]:
    """Write the example for the host in `folder`, with `more` replaced in it; the command that takes it."""
    text = EXAMPLE.read_text(encoding="utf-8")
    places = {
        "/srv/bulletin": str(folder),
        "/var/log/nginx": str(logs),
        "listen 80;": f"listen 127.0.0.1:{port};",
        "listen [::]:80;": "",
        **(more or {}),
    }
    for old, new in places.items():
        assert old in text, old
        text = text.replace(old, new)
    logs.mkdir(exist_ok=True)
    (logs / "bulletin.conf").write_text(text, encoding="utf-8")
    user = "user root;" if os.geteuid() == 0 else ""
    around = AROUND.format(user=user, modules=f"load_module {BROTLI};", logs=logs)
    (logs / "nginx.conf").write_text(around, encoding="utf-8")
    return [nginx_here(), "-c", str(logs / "nginx.conf"), "-e", str(logs / "error.log")]


def accepted(command: list[str]) -> str:
    """What `nginx -t` says of a configuration that it takes."""
    done = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stderr


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


@contextmanager
def serving(folder: Path, logs: Path) -> Iterator[Nginx]:
    """Serve the host in `folder`."""
    port = free_port()
    command = configured(folder, logs, port)
    accepted(command)
    process = subprocess.Popen([*command, "-g", "daemon off;"])
    try:
        running = Nginx(port, logs)
        while process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except ConnectionRefusedError:
                continue
        assert process.poll() is None, (logs / "error.log").read_text("utf-8")
        yield running
    finally:
        process.terminate()
        process.wait(30)


def loaded_by(html: str) -> list[str]:
    """The stylesheets and scripts that a page names, from the root, if the page lies at it."""
    return re.findall(r'<(?:link rel="stylesheet"|script)[^>]* (?:href|src)="([^"]+)"', html)
