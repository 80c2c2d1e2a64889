"""Photos on pages: two sizes, upright, never enlarged, nothing in them but the picture; originals stay at home."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from build_tools.build import build
from build_tools.publishing.photos import ORIENTATION, renditions_of, webp_files
from build_tools.records.bulletin import Picture
from build_tools.settings import settings_from
from tests.conftest import STATION, put

if TYPE_CHECKING:
    from pathlib import Path

SIZES = [
    ((2400, 1600), [(480, 320), (960, 640)]),
    ((960, 640), [(480, 320), (960, 640)]),
    ((700, 350), [(480, 240), (700, 350)]),
    ((480, 1), [(480, 1)]),
    ((100, 300), [(100, 300)]),
]
PHOTO = "照片: [{{文件: images/{}, 说明: 红屋檐的平房, 人物: 无}}]\n"


def picture(size: tuple[int, int], kind: str = "JPEG", mode: str = "RGB", **details: Any) -> Picture:
    """A picture of that size: red above, blue below."""
    drawn = Image.new("RGB", size, "red")
    drawn.paste("blue", (0, size[1] // 2, *size))
    file = io.BytesIO()
    drawn.convert(mode).save(file, kind, **details)
    return Picture(name="door.jpg", content=file.getvalue())


@pytest.mark.parametrize(("size", "shown"), SIZES)
def test_a_photo_comes_in_two_widths_and_is_never_enlarged(size: tuple[int, int], shown: list[tuple[int, int]]) -> None:
    one = picture(size, "PNG")
    assert [(each.width, each.height) for each in renditions_of(one)] == shown
    files = list(webp_files(one))
    assert [Image.open(io.BytesIO(file.content)).size for file in files] == shown
    assert [file.uri for file in files] == [f"images/door.jpg-{width}.webp" for width, _ in shown]


def test_a_photo_taken_with_the_telephone_upright_is_shown_upright() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    one = picture((1200, 800), exif=exif)
    (small, _) = webp_files(one)
    with Image.open(io.BytesIO(small.content)) as shown:
        assert shown.size == (480, 720)
        right: Any = shown.convert("RGB").getpixel((470, 360))
    assert right[0] > 200


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "P"), ("PNG", "RGBA"), ("PNG", "1"), ("JPEG", "L"), ("JPEG", "CMYK")]
)
def test_every_kind_of_picture_can_be_shown(kind: str, mode: str) -> None:
    assert len(list(webp_files(picture((1000, 500), kind, mode)))) == 2


def test_a_scan_of_sixteen_bits_keeps_its_greys() -> None:
    greys = Image.new("I;16", (256, 1))
    greys.putdata([step * 257 for step in range(256)])
    file = io.BytesIO()
    greys.save(file, "PNG")
    (one,) = webp_files(Picture(name="door.png", content=file.getvalue()))
    shown = Image.open(io.BytesIO(one.content)).convert("L").tobytes()
    assert all(abs(grey - step) < 24 for step, grey in enumerate(shown))


def test_a_size_is_the_same_each_time_and_tells_nothing_else() -> None:
    exif = Image.Exif()
    exif[0x010E] = "拍给社区"
    one = picture((1200, 800), exif=exif, comment="拍给社区".encode())
    first, again = list(webp_files(one)), list(webp_files(one))
    assert first == again
    for file in first:
        with Image.open(io.BytesIO(file.content)) as shown:
            assert not {"exif", "xmp", "icc_profile"} & shown.info.keys()


@pytest.mark.parametrize(
    ("photo", "essay", "uris"),
    [
        ("door.png", "", ["images/door.png-60.webp"]),
        ("door.png", "door.png", ["images/door.png", "images/door.png-60.webp"]),
        ("", "door.png", ["images/door.png"]),
        ("", "", ["images/door.png"]),
    ],
)
def test_an_original_is_published_only_where_it_is_not_just_a_photo(
    photo: str, essay: str, uris: list[str], content: Path
) -> None:
    put(content, "images/door.png", picture((60, 40), "PNG").content)
    put(content, "stations/jia.yml", STATION + (PHOTO.format(photo) if photo else ""))
    put(content, "about.md", "# 关于\n\n" + (f"![门](images/{essay})\n" if essay else ""))
    site = build(settings_from(content, {"SOURCE_DATE_EPOCH": "1795219200"})).site
    assert site
    assert sorted(file.uri for file in site.files if file.uri.startswith("images/door")) == uris


def test_a_photo_is_described_with_its_size_source_and_licence(content: Path) -> None:
    put(content, "images/door.png", picture((1000, 500), "PNG").content)
    put(content, "stations/jia.yml", STATION + PHOTO.format("door.png"))
    site = build(settings_from(content, {"SOURCE_DATE_EPOCH": "1795219200"})).site
    assert site
    body = next(page.body for page in site.pages if page.uri == "stations/jia/")
    assert 'srcset="../../images/door.png-480.webp 480w, ../../images/door.png-960.webp 960w"' in body
    assert 'width="960" height="480" loading="lazy" decoding="async" alt="红屋檐的平房"' in body
    assert "许可：未声明" in body
    assert "人物" not in body
