"""Questions asked through `assets/search.js` in a browser, and what was fetched for them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Page

QUERIES = Path(__file__).parent / "queries.yml"
ASK = """async ([root, questions]) => {
  window.index = window.index || await bulletinSearch.open(root);
  const answers = [];
  for (const question of questions) {
    if (question.openAt) question.openAt = new Date(question.openAt);
    const found = await index.find(question);
    const records = await index.records(found.ids.slice(0, question.most));
    answers.push({...found, uris: records.map(record => record.uri)});
  }
  return answers;
}"""


@dataclass(frozen=True, slots=True)
class Query:
    """A question and its answer in the demonstration bulletin."""

    ask: str
    find: list[str]
    lacks: list[str] | None = None
    suggested: str | None = None


def queries() -> list[Query]:
    """All questions that are kept, in which every word is text."""
    written = yaml.load(QUERIES.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 — it makes texts only
    return [Query(one["ask"], one["find"], one.get("lacks"), one.get("try")) for one in written]


def asked(page: Page, questions: Sequence[dict[str, Any]], root: str = "search/") -> list[dict[str, Any]]:
    """The answer to each of `questions`, with the addresses of the first `most` stations."""
    answers: list[dict[str, Any]] = page.evaluate(ASK, [root, [{"most": 20_000, **one} for one in questions]])
    return answers


def ids_of(answer: dict[str, Any]) -> list[str]:
    """The stations of an answer."""
    return [uri.split("/")[1] for uri in answer["uris"]]
