"""The first files of a district's content: every key explained, and filled in so that the site builds on the day it is made."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from build_tools.editing.draft import Draft, blanks_of
from build_tools.editing.examples import Examples
from build_tools.editing.named import folder_of
from build_tools.editing.offers import offers_in
from build_tools.records.files import Kind

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from build_tools.editing.offers import Offers
    from build_tools.wording import Wording

ID = "shili"
"""Of the example in each folder; 示例, which nobody takes for a place."""
SOON = timedelta(days=14)
FIRST = (Kind.SITE, Kind.DISTRICT, Kind.ORGANIZATION, Kind.STATION, Kind.EVENT, Kind.NOTICE)
"""In this order, because later ones name earlier ones."""
FILLED: dict[Kind, dict[str, str]] = {
    Kind.SITE: {"name": "示例区驿站公告"},
    Kind.DISTRICT: {"name": "示例区", "province": "示例省", "city": "示例市", "streets": "[示例街道]"},
    Kind.ORGANIZATION: {"name": "示例社区", "kind": "社区"},
    Kind.STATION: {
        "name": "示例驿站",
        "life": "筹备",
        "street": "示例街道",
        "address": "示例省示例市示例区示例街道",
    },
    Kind.EVENT: {"name": "示例活动", "place": "示例驿站"},
    Kind.NOTICE: {"title": "示例公告", "text": "这是一个例子，请换成自己的公告，或者删掉这个文件。"},
}
"""What stands in the blanks where the usual example will not do: it names a place that there is, or the day is another."""


def first_files(content: Path, today: date, wording: Wording) -> None:
    """Write the first files into `content`, where the vocabulary lies already, as somebody would on the day `today`."""
    for kind in FIRST:
        offers = offers_in(content, today)
        path = content / kind.file(ID, str(day_of(kind, today).year))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(first_file(kind, offers, wording), encoding="utf-8", newline="\n")


def first_file(kind: Kind, offers: Offers, wording: Wording) -> str:
    """The text of the first file of `kind`, in a folder of content that `offers` so much."""
    record, examples = kind.record or object, Examples(offers, wording.language)
    usual = {field.name: examples.example(record, field) for field in blanks_of(record)}
    days = dict.fromkeys(usual.keys() & {"date", "published"}, day_of(kind, offers.today).isoformat())
    heading = f"{wording.say('new.example_heading')}\n{wording.say('new.marks')}"
    if kind is Kind.SITE:
        heading = f"{wording.say('new.site_heading')}\n{wording.say('new.marks')}"
    return Draft(folder_of(kind), record, examples, wording).text({**usual, **days, **FILLED[kind]}, heading)


def day_of(kind: Kind, today: date) -> date:
    """The day of an example of `kind`: what takes place is still to come."""
    return today + SOON if kind is Kind.EVENT else today
