"""The site's own words: the languages say the same things, all that is asked for is there, and nothing is left over."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from build_tools.reading.locale import read_wording
from build_tools.records.language import LANGUAGES
from build_tools.reports import CURES
from build_tools.wording import Wording

ROOT = Path(__file__).parent.parent
SOURCES = [
    path
    for folder in ("build_tools", "hooks")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".py", ".html")
]
WORDINGS = {language: read_wording(language) for language in LANGUAGES}
CHINESE = WORDINGS["zh"]
SAID = re.compile(r"""\bsay\(\s*(["'])([\w.]+)\1\s*[,)]""")
"""`say("a.key")` and `say("a.key", …)`."""
BEGUN = re.compile(r"""\bsay\(\s*(?:f(["'])([a-z_]+\.)\{|(["'])([a-z_]+\.)\3\s*~)""")
"""`say(f"a.{…}")` and `say("a." ~ …)`."""
DYNAMIC = (
    "station.hours_",
    "setting.",
    "admonition.",
    "life.",
    "freshness.",
    "due.what.",
    "precision.",
    "stamp.",
    "course.",
    "weekday.",
    "month.",
    "festival.",
    "written.",
    "now.",
    "week.",
    "ahead.",
    "found.",
    "column.",
    "column_means.",
    "table_of.",
    "table_means.",
    "data.",
    "progress.",
    "help.",
    "host.",
    "guide.file.",
    "fmt.",
    "misused.",
    "system.",
)
"""Keys that begin so are put together where they are said."""
PUT_TOGETHER = {
    "report.error",
    "report.warning",
    *(f"report.{kind}_{part}" for kind in ("in", "cure") for part in ("file", "message", "author")),
    "chrome.ambulance",
    "chrome.fire",
    "chrome.police",
    "chrome.hotline",
}
"""Others that are put together."""
CODED = re.compile(rf"[EW]\d{{3}}\.(message|cure|cure_({'|'.join(CURES)}))")


def placeholders(text: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def said_in(source: str) -> set[str]:
    """The keys that stand in `source` as they are."""
    return {found[2] for found in SAID.finditer(source)}


def begun_in(source: str) -> set[str]:
    """The beginnings of keys that `source` puts together."""
    return {found[2] or found[4] for found in BEGUN.finditer(source)}


SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)


def test_there_is_a_file_for_each_language_and_no_other() -> None:
    assert {path.stem for path in (ROOT / "build_tools/locale").iterdir()} == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_languages_have_the_same_keys_in_the_same_order(language: str) -> None:
    assert list(WORDINGS[language].texts) == list(CHINESE.texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_languages_have_the_same_placeholders(language: str) -> None:
    other = WORDINGS[language]
    differing = {key for key, text in CHINESE.texts.items() if placeholders(text) != placeholders(other.texts[key])}
    assert differing == set()


def test_other_languages_are_translated() -> None:
    chinese = {key for key, text in WORDINGS["en"].texts.items() if re.search(r"[\u4e00-\u9fff]", text)}
    assert {key for key in chinese if not CODED.fullmatch(key)} == set()


def test_no_text_holds_html() -> None:
    texts = [(key, text) for wording in WORDINGS.values() for key, text in wording.texts.items()]
    marked = [key for key, text in texts if re.search(r"<\w|&\w+;", text)]
    assert marked == []


def test_every_key_that_is_said_is_there() -> None:
    assert said_in(SOURCE) - CHINESE.texts.keys() == set()


def test_every_key_that_is_put_together_has_a_known_beginning() -> None:
    assert begun_in(SOURCE) <= {*DYNAMIC, "report.", "chrome."}
    assert CHINESE.texts.keys() >= PUT_TOGETHER


def test_every_key_is_said_somewhere() -> None:
    said = said_in(SOURCE) | PUT_TOGETHER
    left_over = {
        key for key in CHINESE.texts if key not in said and not key.startswith(DYNAMIC) and not CODED.fullmatch(key)
    }
    assert left_over == set()


def test_every_problem_has_a_message_and_a_cure() -> None:
    coded = [key for key in CHINESE.texts if re.match(r"[EW]\d{3}\.", key)]
    assert [key for key in coded if not CODED.fullmatch(key)] == []
    codes = {key.partition(".")[0] for key in coded}
    assert {f"{code}.{kind}" for code in codes for kind in ("message", "cure")} <= set(coded)


@pytest.mark.parametrize(
    ("source", "key"),
    [
        ('{{ say("home.today") }}', "home.today"),
        ("{{ say('site.language') }}", "site.language"),
        ('press.say("need.title", need=1)', "need.title"),
        ('say(\n    "event.summary", name=1\n)', "event.summary"),
    ],
)
def test_a_key_is_found_in_a_template_and_in_python(source: str, key: str) -> None:
    assert said_in(source) == {key}


def test_a_key_that_is_not_there_is_our_own_fault() -> None:
    with pytest.raises(KeyError):
        Wording("zh", {}).say("home.nowhere")


def test_words_fill_their_places_and_their_own_braces_are_left_alone() -> None:
    assert Wording("zh", {"a": "“{text}”"}).say("a", text="{b} {0}") == "“{b} {0}”"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_setting_that_cannot_be_used_is_told_in_each_language(language: str) -> None:
    reasons = set(re.findall(r"UnusableSettingError\(\"(\w+)\"", SOURCE))
    assert {f"setting.{reason}" for reason in reasons} == {
        key for key in WORDINGS[language].texts if key.startswith("setting.")
    }
