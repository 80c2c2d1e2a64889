"""What Hugo's site takes from our own pages as it is: the frame around a page, and what depends on the calendar alone."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

import yaml

from tests.benchmarks.speed.edits import HOURS as EDITED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.benchmarks.speed.kinds import Parts

LOOKED_AT = 400
"""So many stations show every hours line, service and time that the generated ones have."""
CARD = re.compile(r'<div class="bulletin-state.*?</div>', re.DOTALL)
HOURS = re.compile(
    r'<section class="bulletin-now" id="hours".*?(?=<p class="bulletin-print-off"><a|</section>)', re.DOTALL
)
WHATS_ON = re.compile(r"<br><a [^>]*>[^<]*</a>|<p>平时注意[^<]*</p>\n")
EQUIPMENT = re.compile(r'#icon-([\w-]+)"/></svg>([^<]+)</li>')
SERVICE = re.compile(
    r'<article id="service-([\w-]+)">\n<h3><svg[^>]*><use href="#icon-([\w-]+)"/></svg> <a [^>]*>([^<]+)</a></h3>'
    r'\n<dl class="bulletin-facts">\n(.*?<dt>时间</dt>.*?</dd>)',
    re.DOTALL,
)
OG_TITLE = re.compile(r'<meta property="og:title" content="([^"]*)">')
DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')
SPLIT = re.compile(r'<main [^>]*>\n+(.*?)((?:<svg class="bulletin-symbols".*)?)(</main>)', re.DOTALL)
JSON_LD = re.compile(r'<script type="application/ld\+json">.*?</script>\n')
ALTERNATE = re.compile(r'<link rel="alternate" type="application/json".*\n')


def page_text(site: Path, page: Parts) -> str:
    """The whole of a `page`."""
    return site.joinpath(*page, "index.html").read_text(encoding="utf-8")


def title_in(text: str) -> str:
    """The title of the page that is `text`."""
    found = OG_TITLE.search(text)
    return found[1] if found else ""


def frame_of(text: str, page: Parts, *, whole: bool) -> tuple[str, str]:
    """What stands before and after the body of the page that is `text`, as templates; a body taken `whole` has symbols."""
    main, description, address = SPLIT.search(text), DESCRIPTION.search(text), "/".join(page)
    if not (main and description):
        raise ValueError(f"our pages have changed: {address} has no main part or no description")
    head = ALTERNATE.sub("", text[: main.start(1)])
    for value, action in ((description[1], "{{ or .Params.一句话 .Title }}"), (title_in(text), "{{ .Title }}")):
        head = head.replace(f'content="{value}"', f'content="{action}"').replace(
            f"<title>{value} ", f"<title>{action} "
        )
    head = re.sub(rf'"https?://[^"]*/{address}/?"', '"{{ .Permalink }}"', head)
    head = re.sub(rf"(\.\./)+{address}/", "{{ .RelPermalink }}", head) if page else head
    return head, ("" if whole else JSON_LD.sub("", main[2])) + text[main.start(3) :]


def body_of(text: str) -> str:
    """The body of the page that is `text`, with its symbols."""
    main = SPLIT.search(text)
    return main[1] + main[2] if main else ""


def as_go_prints(value: object) -> str:
    """`value` as Go prints it: the key by which a template finds a line of hours."""
    return f"[{' '.join(map(str, value))}]" if isinstance(value, list) else str(value)


def words_of(content: Path, site: Path) -> dict[str, Any]:
    """What templates look up: hours line → markup, time → markup, label → icon, and what the vocabulary says."""
    found: dict[str, Any] = {"cards": {}, "hours": {}, "times": {}, "icons": {}, "services": {}}
    for life in ("筹备", "暂停", "关闭"):
        found["cards"][life] = f'<div class="bulletin-state"><p><b>{life}</b></p></div>'
    for name, station in islice(stations(content), LOOKED_AT):
        text = page_text(site, ("stations", name))
        learn_hours(found, station, text, page_text(site, ("districts", station["区"])).partition(f'/{name}/"')[2])
        learn_services(found, station, text)
    for kind in ("hours", "cards"):
        found[kind][EDITED] = max(found[kind].values(), key=len)
    return found | vocabulary(content)


def stations(content: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Id and content of the stations as written."""
    for path in sorted((content / "stations").iterdir()):
        yield path.stem, yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def learn_hours(found: dict[str, Any], station: dict[str, Any], text: str, cards: str) -> None:
    """Keep what the page of an open station shows of its hours, but for what is on there, and what its card shows."""
    hours, card, key = HOURS.search(text), CARD.search(cards), as_go_prints(station["开放时间"])
    if station["状态"] == "开放" and hours and card and key not in found["hours"]:
        found["hours"][key] = WHATS_ON.sub("", hours[0])
        found["cards"][key] = card[0]


def learn_services(found: dict[str, Any], station: dict[str, Any], text: str) -> None:
    """Keep the icons of what a page shows, and how it tells the times of services."""
    found["icons"] |= {name: icon for icon, name in EQUIPMENT.findall(text)}
    times = {one["种类"]: one["时间"] for one in station["服务"]}
    for code, icon, name, lines in SERVICE.findall(text):
        found["icons"][name], found["services"][name] = icon, code
        found["times"].setdefault(times[name], lines)


def vocabulary(content: Path) -> dict[str, Any]:
    """The needs in their order, and which of them a thing or a service meets."""
    words = yaml.load((content / "vocabulary.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    codes = {need["名称"]: need["代码"] for need in words["需求"]}
    return {
        "needs": [{"code": need["代码"], "icon": need["代码"], "got": need["得到"]} for need in words["需求"]],
        "meets": {
            one["名称"]: [codes[need] for need in one.get("满足", ())] for one in (*words["设施"], *words["服务"])
        },
        "provisions": {"有": "yes", "没有": "no", "部分": "partly"},
    }
