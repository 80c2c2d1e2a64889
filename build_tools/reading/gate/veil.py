"""What the gate found made unreadable in every report, whatever the problem is that is reported there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from build_tools.problems import Problem, veiled
from build_tools.reading.gate.scan import scan_name

if TYPE_CHECKING:
    from build_tools.reading.gate.scan import Scanned


@dataclass(frozen=True, slots=True)
class Veil:
    """The lines of one file and the words in it, as reports may show them."""

    lines: tuple[str, ...]
    words: tuple[tuple[str, str], ...]
    """What is hidden and what is shown for it, the longest first."""
    hiding: frozenset[int]
    """Numbers of the lines on which something is hidden."""

    def over(self, problem: Problem) -> Problem:
        """`problem` without anything that is hidden, nor a line to write where stars would be copied with it."""
        covers = bool(problem.excerpt) and problem.place.line in self.hiding
        words = tuple(
            (name, self.on(word))
            for name, word in problem.words
            if name != "rewritten" or not (covers or self.on(word) != word)
        )
        return self.over_line(replace(problem, words=words, path=self.on(problem.path)))

    def over_line(self, problem: Problem) -> Problem:
        """`problem`, whose words hide everything, with its line doing so too."""
        return replace(problem, excerpt=self.lines[problem.place.line - 1]) if problem.excerpt else problem

    def on(self, text: str) -> str:
        """`text` without anything that is hidden."""
        for hidden, shown in self.words:
            text = text.replace(hidden, shown)
        return text


def veil_of(*several: Scanned) -> Veil:
    """The veil over one text, of which there may be several readings."""
    text, pieces, words, last = several[0].text, [], set(), 0
    for start, end in sorted(span for one in several for span in one.secrets()):
        hidden = text[max(start, last) : end]
        pieces += [text[last:start], "\n".join(veiled(line) for line in hidden.split("\n"))]
        words.add(text[start:end])
        last = max(last, end)
    # another problem may quote a value as YAML reads it
    words |= {word for one in several for word in one.spoken()}
    lines = "".join([*pieces, text[last:]]).split("\n")
    pairs = tuple((word, veiled(word)) for word in sorted(words, key=lambda one: (-len(one), one)))
    both = zip(lines, text.split("\n"), strict=True)
    return Veil(tuple(lines), pairs, frozenset(number for number, (new, old) in enumerate(both, 1) if new != old))


def without_name(problem: Problem) -> Problem:
    """`problem` without what the name of its file tells of somebody."""
    file = problem.place.file
    scanned = scan_name(file, file)
    if scanned is None or not scanned.hits:
        return problem
    veil = veil_of(scanned)
    return replace(
        veil.over(replace(problem, excerpt="")),
        place=replace(problem.place, file=veil.on(file)),
        excerpt=problem.excerpt,
    )
