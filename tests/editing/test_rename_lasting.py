"""`rename`: what is known outside stays what it was – addresses, feeds, calendars, door plates, published counts."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest

from build_tools.build import build
from build_tools.reading.ledgers import read_ledgers
from build_tools.settings import Settings
from tests.conftest import STATION, put
from tests.editing.renamed import MOVES, SECOND, rename, texts
from tests.forked import command
from tests.history.changing import Repository
from tests.sites import SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.publishing.site import Site

TODAY = date(2026, 11, 21)
UUID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ATOM_ID = re.compile(r"<id>([^<]*)</id>")
UID = re.compile("^UID:(?:.*\r\n )*.*", re.MULTILINE)


def site_of(content: Path) -> Site:
    """All that is published of `content`."""
    built = build(Settings(content=content, today=TODAY))
    assert built.site is not None, built.problems
    return built.site


def lasting(content: Path) -> dict[str, set[str]]:
    """Everything by which programs, feeds, calendars and door plates know what `content` publishes."""
    site = site_of(content)
    files = [(one.uri, one.content) for batch in site.batches for one in batch.files()]
    told = {uri: made.decode() if isinstance(made, bytes) else made for uri, made in files if is_text(uri)}
    return {
        "short": {uri for uri, _ in files if re.search(r"(^|/)s/\w+/", uri)} | shorts(site),
        "uuid": {uuid for text in told.values() for uuid in UUID.findall(text)},
        "uid": {uid for uri, text in told.items() if uri.endswith(".ics") for uid in UID.findall(text)},
        "atom": {id for uri, text in told.items() if uri.endswith(".xml") for id in ATOM_ID.findall(text)},
    }


def shorts(site: Site) -> set[str]:
    """The short addresses that are pages."""
    return {page.uri for page in site.pages if re.search(r"(^|/)s/\w+/", page.uri)}


def is_text(uri: str) -> bool:
    """Whether a file is one that programs read."""
    return uri.endswith((".ics", ".xml", ".json", ".csv", ".geojson"))


@cache
def lasting_of_sample() -> dict[str, set[str]]:
    """The same of the demonstration bulletin."""
    return lasting(SAMPLE)


@pytest.mark.parametrize(("id", "new", "before", "after"), MOVES)
def test_what_lasts_stays_and_the_old_address_leads_to_the_new_page(
    sample: Path, id: str, new: str, before: str, after: str
) -> None:
    assert all(lasting_of_sample().values())
    done = rename(sample, id, new)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{before}.yml → {after}.yml\n" in done.stdout
    assert lasting(sample) == lasting_of_sample()
    moved = {page.uri: page.moved_to for page in site_of(sample).pages}
    assert moved[f"{before}/"] == f"{after}/"
    assert not moved[f"{after}/"]


def test_a_station_that_is_renamed_again_keeps_all_its_addresses(sample: Path) -> None:
    for id, new in (("yi", "er"), ("er", "yi-2"), ("yi-2", "yi-3")):
        assert rename(sample, id, new).returncode == 0
    text = (sample / "stations/yi-3.yml").read_text(encoding="utf-8")
    assert text.endswith("\n曾用编号: [yi, er, yi-2]\n")
    assert lasting(sample) == lasting_of_sample()


def test_a_station_may_have_a_former_id_again_but_never_its_oldest(sample: Path) -> None:
    rename(sample, "jia", "jia-xin")
    assert rename(sample, "jia-xin", "jia").returncode == 0
    text = (sample / "stations/jia.yml").read_text(encoding="utf-8")
    assert "曾用编号: [jia-lao, first, jia-xin]\n" in text
    assert lasting(sample) == lasting_of_sample()
    before = texts(sample)
    done = rename(sample, "jia", "jia-lao")
    assert (done.returncode, "最早的编号" in done.stderr, texts(sample) == before) == (1, True, True)


def blocks(report: str) -> list[str]:
    """What `report` tells, in no order."""
    return sorted(report.split("\n\n"))


def test_published_counts_move_along_and_git_finds_nothing_lost(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BULLETIN_SINCE", raising=False)
    repository = Repository(sample)
    first = repository.commit("2026-01-01")
    counts = (sample / "tallies/yi.yml").read_bytes()
    clean = command("check", "--content", sample, day=SECOND)
    for id, new in (("yi", "er"), ("er", "san")):
        assert rename(sample, id, new).returncode == 0
        for since in ("HEAD", first):
            check = command("check", "--content", sample, day=SECOND, environment={"BULLETIN_SINCE": since})
            assert blocks(check.stdout.replace(f"/{new}.yml", "/yi.yml")) == blocks(clean.stdout)
        repository.commit("2026-01-02")
    assert (sample / "tallies/san.yml").read_bytes() == counts
    assert not (sample / "tallies/yi.yml").exists()
    put(sample, "tallies/san.yml", re.sub(rb"(\xe4\xbb\xb6\xe6\x95\xb0: )\d+", rb"\g<1>99", counts, count=1))
    changed = command("check", "--content", sample, day=SECOND, environment={"BULLETIN_SINCE": first})
    assert "E176" in changed.stdout


def test_private_rows_go_on_calling_a_station_what_it_was_called(sample: Path) -> None:
    rename(sample, "yi", "er")
    ledgers, _ = read_ledgers(sample)
    assert ledgers
    called = ledgers.known.terms["stations"]
    assert (called["yi"], called["er"], called["乙站"]) == ("er", "er", "er")


def test_a_name_is_not_taken_for_what_another_station_was_called(content: Path) -> None:
    put(content, "stations/yi.yml", STATION.replace("甲站", "乙站") + "曾用编号: [lao, zui-lao]\n")
    put(content, "stations/bing.yml", STATION.replace("甲站", "lao"))
    ledgers, _ = read_ledgers(content)
    assert ledgers
    called = ledgers.known.terms["stations"]
    assert (called["lao"], called["zui-lao"]) == ("bing", "yi")
