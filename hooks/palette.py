"""Material's `palette` → our colours: `primary` is the roof and links, `accent` seals, stamps and what is urgent.

A colour's name is deepened, and lightened for the dark, until it can be read; a colour of the operator's own is taken as
it is or refused. Which scheme is shown is the visitor's choice on their device: `scheme` only says for which an entry is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import Abort

from hooks.colour import ENOUGH, Colour, legible, worst

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs.config.defaults import MkDocsConfig

    from build_tools.wording import Wording

STYLESHEET = "assets/palette.css"
DARK = "slate"
"""Material's name of its dark scheme."""
TOKEN = re.compile(r"--([a-z-]+):(#[0-9a-f]{6})\b")
DARK_BEGINS = "prefers-color-scheme:dark"
GROUNDS = ("paper", "sheet", "glow")
NAMES = {
    "red": "#ef5552",
    "pink": "#e92063",
    "purple": "#ab47bd",
    "deep purple": "#7e56c2",
    "indigo": "#4051b5",
    "blue": "#2094f3",
    "light blue": "#02a6f2",
    "cyan": "#00bdd6",
    "teal": "#009485",
    "green": "#4cae4f",
    "light green": "#8bc34b",
    "lime": "#cbdc38",
    "yellow": "#ffec3d",
    "amber": "#ffc105",
    "orange": "#ffa724",
    "deep orange": "#ff6e42",
    "brown": "#795649",
    "grey": "#757575",
    "blue grey": "#546d78",
    "black": "#000000",
    "white": "#ffffff",
}
"""What Material calls its colours, and the shade it shows."""


class UnusableColourError(Exception):
    """The operator's palette has a colour that cannot be read or is not known; the message says which and why."""


class Palette:
    """The colours of one build, where they are not those of the stylesheet itself."""

    def __init__(self, config: MkDocsConfig, ours: str, say: Callable[..., str]) -> None:
        light, _, dark = ours.partition(DARK_BEGINS)
        self.say = say
        self.own = own_colours(config)
        self.light = tokens_in(light)
        self.dark = self.light | tokens_in(dark.partition("}}")[0])
        entries = entries_of(config)
        self.changed = {
            "light": dict(self.changes(first_with(entries, dark=False), self.light, dark=False)),
            "dark": dict(self.changes(first_with(entries, dark=True), self.dark, dark=True)),
        }

    @property
    def roofs(self) -> tuple[Colour, Colour]:
        """The colour of the roof, light and dark: browsers colour their own frame with it."""
        light, dark = (self.changed[scheme] for scheme in ("light", "dark"))
        return light.get("roof", self.light["roof"]), dark.get("roof", self.dark["roof"])

    @property
    def stylesheet(self) -> str:
        """What changes ours; nothing where nothing does."""
        light, dark = (declarations(self.changed[scheme]) for scheme in ("light", "dark"))
        if not light and not dark:
            return ""
        return f":root{{{light}}}\n@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"

    def changes(
        self, entry: Mapping[str, Any], tokens: Mapping[str, Colour], *, dark: bool
    ) -> Iterator[tuple[str, Colour]]:
        """The tokens that one entry of the palette changes."""
        grounds = tuple(tokens[name] for name in GROUNDS)
        uses = {"primary": {"roof": (tokens["on-roof"],), "link": grounds}, "accent": {"seal": grounds}}
        for key, parts in uses.items():
            name = str(entry.get(key, "")).replace("-", " ")
            for part, others in parts.items():
                if name in NAMES:
                    yield part, legible(known(NAMES[name]), others)
                elif name and not (dark and part != "roof"):  # one colour cannot be read by day and by night
                    yield part, self.checked(key, self.own_colour(key, name), others)

    def own_colour(self, key: str, name: str) -> Colour:
        """The colour that the operator has given, in the palette or, for `custom`, in a stylesheet."""
        colour = Colour.from_text(self.own.get(key, "") if name == "custom" else name)
        if colour is None:
            raise UnusableColourError(self.say("palette.unknown", key=key, name=name, variable=variable(key)))
        return colour

    def checked(self, key: str, colour: Colour, others: tuple[Colour, ...]) -> Colour:
        """`colour`, if it can be read on `others`."""
        ratio, ground = worst(colour, others)
        if ratio < ENOUGH:
            raise UnusableColourError(
                self.say("palette.too_pale", key=key, colour=colour, ground=ground, ratio=f"{ratio:.1f}")
            )
        return colour


def known(text: str) -> Colour:
    """The colour in `text`, which is one of ours."""
    colour = Colour.from_text(text)
    if colour is None:
        raise ValueError(text)
    return colour


def tokens_in(css: str) -> dict[str, Colour]:
    """The colours that `css` declares, by their names."""
    return {name: known(text) for name, text in TOKEN.findall(css)}


def entries_of(config: MkDocsConfig) -> list[Mapping[str, Any]]:
    """The entries of the theme's `palette`, which is one or a list."""
    written = config.theme.get("palette") or []
    return [one for one in (written if isinstance(written, list) else [written]) if isinstance(one, Mapping)]


def first_with(entries: list[Mapping[str, Any]], *, dark: bool) -> Mapping[str, Any]:
    """The entry for one scheme; where that has none, the first of all."""
    fitting = [one for one in entries if (one.get("scheme") == DARK) is dark]
    return next(iter(fitting or entries), {})


def own_colours(config: MkDocsConfig) -> dict[str, str]:
    """What the operator's stylesheets give as `--md-primary-fg-color` and the like, by the palette's keys."""
    paths = [Path(folder) / name for name in config.extra_css for folder in config.theme.dirs]
    text = "\n".join(path.read_text(encoding="utf-8") for path in paths if path.is_file())
    found = {key: re.search(re.escape(variable(key)) + r"\s*:\s*([^;}]+)", text) for key in ("primary", "accent")}
    return {key: one[1] for key, one in found.items() if one}


def variable(key: str) -> str:
    """Material's name of the custom property for a key of the palette."""
    return f"--md-{key}-fg-color"


def declarations(colours: Mapping[str, Colour]) -> str:
    """`colours` as a stylesheet declares them."""
    return ";".join(f"--{name}:{colour}" for name, colour in colours.items())


def chosen_palette(config: MkDocsConfig, theme: Path, wording: Wording) -> Palette:
    """The operator's colours in place of those of our `theme`; the build ends here if they cannot be read."""
    ours = (theme / "assets" / "bulletin.css").read_text(encoding="utf-8")
    try:
        return Palette(config, ours, wording.say)
    except UnusableColourError as error:
        raise Abort(str(error)) from None
