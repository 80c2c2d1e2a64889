"""What operators know from Material goes on working, and Material's faults are not taken over."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin

from build_tools.reading.locale import read_wording
from hooks.colour import Colour, contrast, worst
from hooks.palette import GROUNDS, NAMES, Palette, UnusableColourError
from tests.sites import CONTENT, ROOT, build_here, digest, published_name

if TYPE_CHECKING:
    from collections.abc import Callable

THEME = {
    "name": "material",
    "custom_dir": str(ROOT / "build_tools/theme"),
    "language": "zh",
    "font": False,
    "favicon": "assets/favicon.svg",
}
OURS = (ROOT / "build_tools/theme/assets/bulletin.css").read_text(encoding="utf-8")
SAY = read_wording("en").say


def home(site: Path) -> str:
    """The home page of the site in `site`."""
    return (site / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def operator(tmp_path: Path) -> Path:
    """A folder of the operator's own, with a stylesheet, a script, a picture and an icon."""
    folder = tmp_path / "overrides"
    for name, text in {
        "css/house.css": ":root{--md-primary-fg-color:#102040;--md-accent-fg-color: #401020}",
        "js/house.js": "document.title += '!';",
        "house.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


# Palette.


def palette(written: object, own: str = "", folder: Path | None = None) -> Palette:
    """The palette of a theme with `written` under `palette`."""
    theme = {"palette": written}
    config: Any = SimpleNamespace(
        theme=SimpleNamespace(get=theme.get, dirs=[str(folder)] if folder else []), extra_css=[own] if own else []
    )
    return Palette(config, OURS, SAY)


@pytest.mark.parametrize("name", NAMES)
def test_every_colour_of_material_can_be_read_by_day_and_by_night(name: str) -> None:
    chosen = palette({"primary": name, "accent": name.replace(" ", "-")})
    for scheme, tokens in (("light", chosen.light), ("dark", chosen.dark)):
        colours = chosen.changed[scheme]
        assert set(colours) == {"roof", "link", "seal"}
        assert contrast(colours["roof"], tokens["on-roof"]) >= 7
        for token in ("link", "seal"):
            assert worst(colours[token], [tokens[ground] for ground in GROUNDS])[0] >= 7


def test_our_own_colours_can_be_read_too() -> None:
    ours = palette(None)
    assert ours.stylesheet == ""
    for tokens in (ours.light, ours.dark):
        assert contrast(tokens["roof"], tokens["on-roof"]) >= 7
        for name in ("ink", "soft", "link", "seal"):
            assert worst(tokens[name], [tokens[ground] for ground in GROUNDS])[0] >= 7, name


def test_a_colour_of_the_operator_s_own_is_taken_as_it_is() -> None:
    chosen = palette({"primary": "#102040", "accent": "#401020"})
    assert chosen.stylesheet == (
        ":root{--roof:#102040;--link:#102040;--seal:#401020}\n"
        "@media (prefers-color-scheme:dark){:root{--roof:#102040}}\n"
    )


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ({"primary": "#7f7fff"}, "primary of the palette is #7f7fff: its contrast with #fff4dc is 3.0:1"),
        ({"accent": "#c03020"}, "accent of the palette is #c03020: its contrast with #ffedbf is 4.9:1"),
        ({"primary": "indgo"}, "primary of the palette is “indgo”, which is no colour we know"),
        ({"primary": "custom"}, "for custom, write --md-primary-fg-color in a file of extra_css"),
    ],
)
def test_a_colour_that_cannot_be_read_or_is_not_known_is_refused_by_name(written: dict[str, str], said: str) -> None:
    with pytest.raises(UnusableColourError, match=re.escape(said)):
        palette(written)


def test_the_colours_of_custom_stand_in_the_operator_s_stylesheet(operator: Path) -> None:
    chosen = palette({"primary": "custom", "accent": "custom"}, "css/house.css", operator)
    assert chosen.changed["light"] == {
        "roof": Colour(0x10, 0x20, 0x40),
        "link": Colour(0x10, 0x20, 0x40),
        "seal": Colour(0x40, 0x10, 0x20),
    }


def test_each_scheme_has_the_entry_that_is_for_it_whatever_their_order() -> None:
    written = [
        {"media": "(prefers-color-scheme: dark)", "scheme": "slate", "primary": "red", "toggle": {"name": "x"}},
        {"media": "(prefers-color-scheme: light)", "scheme": "default", "primary": "teal"},
    ]
    chosen = palette(written)
    assert chosen.changed["light"] == palette({"primary": "teal"}).changed["light"]
    assert chosen.changed["dark"] == palette({"primary": "red"}).changed["dark"]


def test_the_palette_is_a_stylesheet_after_ours_and_colours_the_browser_too(tmp_path: Path) -> None:
    build_here(CONTENT, tmp_path, theme={**THEME, "palette": {"primary": "indigo"}})
    html = home(tmp_path)
    roof = re.search(
        "--roof:(#[0-9a-f]{6})", (tmp_path / published_name(tmp_path, "assets/palette.css")).read_text(encoding="utf-8")
    )
    assert html.index("assets/bulletin.") < html.index("assets/palette.")
    assert roof
    assert f'<meta name="theme-color" content="{roof[1]}" media="(prefers-color-scheme:light)">' in html
    assert "style=" not in html


def test_a_pale_palette_ends_the_build(tmp_path: Path) -> None:
    with pytest.raises(Abort, match="#aabbcc"):
        build_here(CONTENT, tmp_path, theme={**THEME, "palette": {"primary": "#aabbcc"}})
    assert not list(tmp_path.iterdir())


# Marks of the house.


def test_logo_favicon_copyright_and_social_links_are_shown(operator: Path, tmp_path: Path) -> None:
    theme = {**THEME, "custom_dir": str(operator), "logo": "house.svg", "favicon": "house.svg"}
    social = [
        {"icon": "fontawesome/brands/weixin", "link": "https://example.org/wx", "name": "公众号“甲”"},
        {"icon": "material/email", "link": "mailto:a@example.org"},
    ]
    build_here(CONTENT, tmp_path / "site", theme=theme, copyright="© 示例", extra={"social": social})
    html = home(tmp_path / "site")
    assert '<img src="house.svg" alt="" width="32" height="32">驿站公告</a>' in html
    assert '<link rel="icon" href="house.svg">' in html
    assert (tmp_path / "site" / "house.svg").is_file()
    assert "© 示例" in html
    assert re.search('<a href="https://example.org/wx" rel="me"><svg.*?</svg>公众号“甲”</a>', html, re.DOTALL)
    assert re.search("</svg>mailto:a@example.org</a>", html)


def test_an_icon_may_stand_in_place_of_the_lantern(tmp_path: Path) -> None:
    build_here(CONTENT, tmp_path, theme={**THEME, "icon": {"logo": "material/home"}})
    icon = (Path(ROOT) / "build_tools/theme/.icons/bulletin/lantern.svg").read_text(encoding="utf-8")
    brand = home(tmp_path).partition('class="bulletin-brand"')[2].partition("</a>")[0]
    assert "<svg" in brand
    assert icon.strip() not in brand


def test_the_operator_s_own_folder_stands_before_our_theme(operator: Path, tmp_path: Path) -> None:
    (operator / "main.html").write_text(
        '{% extends "base.html" %}{% block extrahead %}<meta name="house" content="1">{% endblock %}', encoding="utf-8"
    )
    build_here(CONTENT, tmp_path / "site", theme={**THEME, "custom_dir": str(operator)})
    for path in ("index.html", "stations/zhengyang/index.html", "404.html"):
        html = (tmp_path / "site" / path).read_text(encoding="utf-8")
        assert '<meta name="house" content="1">' in html, path
        assert "bulletin-roof" in html
    assert published_name(tmp_path / "site", "assets/bulletin.css") in html


# Stylesheets and scripts.


def policy(html: str) -> dict[str, str]:
    """What the page allows, by directive."""
    found = re.search('<meta http-equiv="Content-Security-Policy" content="([^"]+)">', html)
    assert found
    return dict(one.split(" ", 1) for one in found[1].replace("&#39;", "'").split(";"))


def test_stylesheets_and_scripts_of_the_operator_come_after_ours(operator: Path, tmp_path: Path) -> None:
    build_here(
        CONTENT,
        tmp_path / "site",
        theme={**THEME, "custom_dir": str(operator)},
        extra_css=["css/house.css"],
        extra_javascript=["js/house.js", {"path": "js/house.js", "defer": True}],
    )
    html = (tmp_path / "site/stations/zhengyang/index.html").read_text(encoding="utf-8")
    assert html.index("assets/bulletin.") < html.index('href="../../css/house.css"')
    assert html.index("page.zh.") < html.index('<script src="../../js/house.js"></script>')
    assert '<script src="../../js/house.js" defer></script>' in html
    assert (tmp_path / "site/css/house.css").is_file()
    assert policy(html)["script-src"] == policy(html)["style-src"] == "'self'"


def test_servers_that_the_operator_names_are_allowed_and_no_others(tmp_path: Path) -> None:
    css = ["https://css.example.org/a.css", "//css.example.org/b.css"]
    scripts = ["https://js.example.org:8443/a.js", {"path": "https://more.example.org/b.js", "async": True}]
    build_here(CONTENT, tmp_path, extra_css=css, extra_javascript=scripts)
    allowed = policy(home(tmp_path))
    assert allowed["style-src"] == "'self' https://css.example.org"
    assert allowed["script-src"] == "'self' https://js.example.org:8443 https://more.example.org"
    assert allowed["connect-src"] == allowed["img-src"] == "'self'"
    assert allowed["default-src"] == "'none'"


# Menu and pages.


def test_a_menu_may_name_pages_as_files_of_content_and_addresses_elsewhere(tmp_path: Path) -> None:
    nav = [{"首页": "index.md"}, {"说明": [{"关于": "about.md"}, {"市里": "https://example.org/"}]}]
    build_here(CONTENT, tmp_path, nav=nav)
    html = home(tmp_path)
    assert '<a href="about/">关于</a>' in html
    assert '<a href="https://example.org/">市里</a>' in html
    assert 'aria-current="page">关于</a>' in (tmp_path / "about/index.html").read_text(encoding="utf-8")


class Tiny(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """A plugin that changes bodies and whole pages, and has no idea of us."""

    def on_page_content(self, html: str, **_: Any) -> str:
        return html.replace("</h1>", " 改</h1>", 1)

    def on_post_page(self, output: str, **_: Any) -> str:
        return re.sub(r"\n+", "\n", output).replace("</body>", "<!-- small --></body>")


@pytest.fixture
def with_plugin(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes a plugin known to MkDocs under a name."""
    option: Any = dict(MkDocsConfig._schema)["plugins"]

    def known(name: str, plugin: type) -> None:
        monkeypatch.setitem(option.installed_plugins, name, SimpleNamespace(name=name, load=lambda: plugin))

    return known


def test_other_plugins_see_and_change_every_page(with_plugin: Callable[..., None], tmp_path: Path) -> None:
    with_plugin("tiny", Tiny)
    build_here(CONTENT, tmp_path, plugins=["tiny"])
    for path in tmp_path.rglob("*.html"):
        if path.parent.parent.name == "s":
            continue  # a short address is a file and no page
        html = path.read_text(encoding="utf-8")
        assert html.count("<!-- small -->") == (path.name != "404.html"), path
        assert html.count(" 改</h1>") == (path.name != "404.html"), path
        assert "<title>" in html


# What Material gets wrong.


def test_nothing_of_material_is_shipped_and_nobody_else_is_asked(published: Callable[[Path], Path]) -> None:
    site = published(CONTENT)
    assert not [path for path in digest(site) if re.search(r"assets/(javascripts|stylesheets|images)/", path)]
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert not re.search(
            r'<(script|link|img)[^>]+(src|href)="https?://',
            re.sub(r'<link rel="(canonical|alternate)"[^>]+>', "", html),
        )
        assert "googleapis" not in html
        assert "md-" not in re.sub(r"cmd-|\.md-", "", html.partition("<main")[0])


def test_links_in_text_are_underlined() -> None:
    rules = re.findall(r"([^{}]+)\{([^{}]*text-decoration:none[^{}]*)\}", OURS.partition("@media print")[0])
    plain = [selector for selector, _ in rules if re.search(r"(^|,)\s*a\b", selector)]
    assert plain == []
