"""Every file is what Open Referral's JSON Schemas of HSDS 3.0 allow, and nothing beside."""

from __future__ import annotations

import json
import re
from collections import Counter
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from tests.generated import write_bulletin
from tests.hostile import TEXT, markup_let_past, write_hostile
from tests.publishing.hsds.published import Files, bulletin_in, bytes_of, entries, files_in, files_of, named, records
from tests.sites import CONTENT, ROOT, SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

SCHEMAS = ROOT.parent / "shared" / "hsds" / "3.0" / "schema"
SCHEMA_OF = {
    "services": "service",
    "organizations": "organization",
    "locations": "location",
    "service_at_locations": "service_at_location",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
}
needs_schemas = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the JSON Schemas of HSDS 3.0 are not here")
formats = FormatChecker()


@formats.checks("uri")
def is_uri(text: object) -> bool:
    """Whether `text` is an absolute address."""
    parts = urlsplit(str(text))
    return bool(parts.scheme and parts.netloc) and str(text).isascii() and " " not in str(text)


@formats.checks("date-time")
def is_moment(text: object) -> bool:
    """Whether `text` is a moment of RFC 3339."""
    return re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", str(text)) is not None


@cache
def validators() -> dict[str, Draft202012Validator]:
    """Name of the schema → its validator, under which nothing is allowed but what the schema names."""
    schemas = {path.name: json.loads(path.read_text("utf-8")) for path in sorted(SCHEMAS.glob("*.json"))}
    strict = {
        name: {**schema, "additionalProperties": False} for name, schema in schemas.items() if name != "openapi.json"
    }
    registry: Registry[Any] = Registry().with_resources(
        (name, Resource.from_contents(schema, default_specification=DRAFT202012)) for name, schema in strict.items()
    )
    page = {**schemas["openapi.json"]["components"]["schemas"]["Page"], "additionalProperties": False}
    page["required"] = [*page["properties"], "contents"]
    page["properties"]["contents"] = {"type": "array"}
    return {
        name.removesuffix(".json"): Draft202012Validator(schema, registry=registry, format_checker=formats)
        for name, schema in {**strict, "page": page}.items()
    }


def faults(schema: str, content: Any) -> list[str]:
    """What is wrong with `content`."""
    return [f"{error.json_path}: {error.message}" for error in validators()[schema].iter_errors(content)]


def all_faults(files: Files) -> list[str]:
    """What is wrong with `files`."""
    found = []
    for name, content in files.items():
        collection = re.sub(r"(-\d+)?(/.*)?$", "", name)
        if name == "index":
            continue
        if "/" in name:
            found += [f"{name} {fault}" for fault in faults(SCHEMA_OF[collection], content)]
        else:
            found += [f"{name} {fault}" for fault in faults("page", content)]
            found += [f"{name} {fault}" for one in content["contents"] for fault in faults(SCHEMA_OF[collection], one)]
    return found


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bulletin of a thousand stations."""
    folder = tmp_path_factory.mktemp("generated")
    write_bulletin(folder, 1_000)
    return folder


def test_every_kind_of_list_and_record_is_there() -> None:
    names = files_in(SAMPLE).keys()
    assert {name for name in names if "/" not in name} == {"index", *SCHEMA_OF}
    assert {name.partition("/")[0] for name in names if "/" in name} == {*SCHEMA_OF}


@needs_schemas
@pytest.mark.parametrize("folder", [CONTENT, SAMPLE], ids=["content", "sample"])
def test_every_file_is_valid(folder: Path) -> None:
    assert all_faults(files_in(folder)) == []


@pytest.mark.slow
@needs_schemas
def test_all_lists_and_some_records_of_many_stations_are_valid(generated: Path) -> None:
    files = files_in(generated)
    lists = {name for name in files if "/" not in name}
    some = {name for number, name in enumerate(files) if "/" in name and number % 40 == 0}
    assert len(lists) > len(SCHEMA_OF) + 1
    assert len(some) > 200
    assert all_faults({name: files[name] for name in lists | some}) == []


@needs_schemas
def test_hostile_words_make_valid_files_and_come_back_as_they_were(tmp_path: Path) -> None:
    with markup_let_past():
        bulletin = bulletin_in(write_hostile(tmp_path / "content"))
    files = files_of(bulletin)
    assert all_faults(files) == []
    station = next(one for one in bulletin.stations if one.id == "e-text")
    assert station.name.startswith(TEXT)
    found = named(files, "locations", station.name)
    assert found["transportation"] == station.directions
    assert found["description"].startswith(f"{station.summary}\n")
    assert found["description"].endswith(station.text)


@needs_schemas
@pytest.mark.parametrize(
    ("schema", "name", "value"),
    [
        ("service", "status", "temporarily_closed"),
        ("service", "colour", "red"),
        ("service", "url", "stations/jia/"),
        ("service", "schedules", [{"id": "00000000-0000-4000-8000-000000000000", "freq": "DAILY"}]),
        ("service", "schedules", [{"id": "00000000-0000-4000-8000-000000000000", "timezone": "+08:00"}]),
        ("service", "organization", {"id": "1", "name": "", "description": ""}),
        ("location", "addresses", [{"id": "00000000-0000-4000-8000-000000000000", "city": "示例市"}]),
        ("location", "latitude", "35"),
    ],
)
def test_a_wrong_file_is_seen(schema: str, name: str, value: object) -> None:
    right = deepcopy(records(files_in(SAMPLE), f"{schema}s")[0])
    assert faults(schema, right) == []
    assert faults(schema, {**right, name: value})


FORMS = {
    "valid_from": r"\d{4}-\d\d-\d\d",
    "valid_to": r"\d{4}-\d\d-\d\d",
    "dtstart": r"\d{4}-\d\d-\d\d",
    "assured_date": r"\d{4}-\d\d-\d\d",
    "opens_at": r"\d\d:\d\d\+08:00",
    "closes_at": r"\d\d:\d\d\+08:00",
    "postal_code": r"\d{6}",
}
"""What the schemas only say in words."""


def test_days_and_times_are_spelled_as_the_schemas_say_in_words() -> None:
    odd = [
        one[name]
        for folder in (CONTENT, SAMPLE)
        for one in entries([*files_in(folder).values()])
        for name, form in FORMS.items()
        if name in one and not re.fullmatch(form, one[name])
    ]
    assert odd == []


def test_nothing_is_null_or_empty() -> None:
    for name, content in files_in(SAMPLE).items():
        told = [value for one in entries(content) for value in one.values()]
        assert not [value for value in told if value is None or value == "" or value == []], name


def test_every_id_is_that_of_one_thing(generated: Path) -> None:
    files = files_in(generated)
    told: dict[str, set[str]] = {}
    for content in files.values():
        for one in entries(content):
            if "id" in one:
                told.setdefault(one["id"], set()).add(kind_of(one))
    assert Counter(len(kinds) for kinds in told.values()).keys() == {1}
    assert len([name for name in files if name.startswith("locations/")]) == 1_000


def kind_of(entry: Any) -> str:
    """What `entry` says that is the same wherever it stands."""
    same = {key: value for key, value in entry.items() if not isinstance(value, dict | list)}
    return json.dumps(same, ensure_ascii=False, sort_keys=True)


def test_lists_and_records_are_of_the_same_things() -> None:
    files = files_in(SAMPLE)
    for collection in SCHEMA_OF:
        listed = {one["id"] for one in files[collection]["contents"]}
        assert listed == {name.partition("/")[2] for name in files if name.startswith(f"{collection}/")}


def test_the_same_content_gives_the_same_bytes() -> None:
    bulletin = bulletin_in(SAMPLE)
    assert bytes_of(bulletin) == bytes_of(bulletin)
