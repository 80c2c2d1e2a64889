"""What a picture tells besides what it shows is searched like a text, and its pixels are never decoded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, PngImagePlugin

from tests.conftest import check, codes, put
from tests.reading.gate_cases import MOBILE, picture, reviewed, shown

if TYPE_CHECKING:
    from pathlib import Path


def put_picture(content: Path, file: str, picture: bytes) -> None:
    """Make `picture` the content of `file`, which a page shows."""
    put(content, file, picture)
    put(content, "door.md", f"# 门\n\n![门]({file})\n")


def exif(tags: dict[int, object]) -> Image.Exif:
    """An EXIF block with `tags`."""
    block = Image.Exif()
    block.update(tags)
    return block


def png_texts(keyword: str, text: str, *, packed: bool = False) -> PngImagePlugin.PngInfo:
    """A text chunk."""
    chunks = PngImagePlugin.PngInfo()
    chunks.add_itxt(keyword, text, zip=packed)
    return chunks


def with_name(tags: dict[int, object], name: str = "王测试") -> bytes:
    """A picture with a `name` of nine bytes in place of nine signs of `tags`: Pillow writes only ASCII there."""
    return picture("JPEG", exif=exif(tags)).replace(NINE.encode(), name.encode())


def by_line(text: str) -> bytes:
    """A segment with IPTC's by-line."""
    said = text.encode()
    line = b"\x1c\x02\x50" + len(said).to_bytes(2, "big") + said
    block = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + len(line).to_bytes(4, "big") + line + b"\0" * (len(line) % 2)
    return b"\xff\xed" + (len(block) + 2).to_bytes(2, "big") + block


NINE = "name-here"
POSITION = exif({0x8825: {1: "N", 2: (26.0, 53.0, 0.0), 3: "E", 4: (112.0, 34.0, 0.0)}})
XMP = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:title>{}</dc:title></x:xmpmeta>"
GPS_XMP = "<x:xmpmeta exif:GPSLatitude='26,53N' exif:GPSLongitude='112,34E'/>"
CREATOR = "<x:xmpmeta><dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator></x:xmpmeta>"
CLEAN, PLACED = picture("JPEG"), picture("JPEG", exif=POSITION)
FILM = b"\0\0\0\x18ftypmp42\0\0\0\x1e\xa9xyz+26.88+112.57/"
PICTURES = [
    ("a position in a second JPEG", "jpg", CLEAN + PLACED, ["E127"]),
    ("a position in a second frame", "jpg", picture("MPO", save_all=True) + PLACED, ["E127"]),
    ("a comment in a second JPEG", "jpg", CLEAN + picture("JPEG", comment=MOBILE.encode()), ["E128"]),
    ("a description in a second JPEG", "jpg", CLEAN + picture("JPEG", exif=exif({0x010E: MOBILE})), ["E128"]),
    ("XMP after a JPEG", "jpg", CLEAN + GPS_XMP.encode(), ["E127"]),
    ("a position after a PNG", "png", picture("PNG") + PLACED, ["E127"]),
    ("XMP after a PNG", "png", picture("PNG") + XMP.format(MOBILE).encode(), ["E128"]),
    ("a comment after a WebP", "webp", picture("WEBP") + picture("JPEG", comment=MOBILE.encode()), ["E128"]),
    ("a film with its position", "jpg", CLEAN + FILM, ["E127"]),
    ("two frames that tell nothing", "jpg", CLEAN + CLEAN, []),
    ("a position in JPEG", "jpg", picture("JPEG", exif=POSITION), ["E127"]),
    ("a position in PNG", "png", picture("PNG", exif=POSITION), ["E127"]),
    ("a position in WebP", "webp", picture("WEBP", exif=POSITION), ["E127"]),
    ("a position in XMP", "jpg", picture("JPEG", xmp=GPS_XMP.encode()), ["E127"]),
    ("only the version of a position", "jpg", picture("JPEG", exif=exif({0x8825: {0: b"\2\3\0\0"}})), []),
    ("a comment", "jpg", picture("JPEG", comment="刘奶奶".encode()), ["E128"]),
    ("a comment in GBK", "jpg", picture("JPEG", comment="刘奶奶".encode("gbk")), ["E128"]),
    ("a description", "jpg", picture("JPEG", exif=exif({0x010E: f"call {MOBILE}"})), ["E128"]),
    (
        "a title as Windows writes it",
        "jpg",
        picture("JPEG", exif=exif({0x9C9B: "刘奶奶\0".encode("utf-16-le")})),
        ["E128"],
    ),
    (
        "a user's comment",
        "jpg",
        picture("JPEG", exif=exif({0x8769: {0x9286: b"UNICODE\0" + "刘奶奶".encode("utf-16-be")}})),
        ["E128"],
    ),
    ("XMP in JPEG", "jpg", picture("JPEG", xmp=XMP.format("刘奶奶").encode()), ["E128"]),
    ("XMP in WebP", "webp", picture("WEBP", xmp=XMP.format(MOBILE).encode()), ["E128"]),
    ("a text in PNG", "png", picture("PNG", pnginfo=png_texts("Comment", "刘奶奶")), ["E128"]),
    ("a packed text in PNG", "png", picture("PNG", pnginfo=png_texts("Comment", "刘奶奶" * 9, packed=True)), ["E128"]),
    ("a harmless text", "png", picture("PNG", pnginfo=png_texts("Title", "驿站平面图")), []),
    ("a position and a text", "jpg", picture("JPEG", exif=POSITION, comment=MOBILE.encode()), ["E127", "E128"]),
    ("an author", "jpg", with_name({0x013B: NINE}), ["E128"]),
    (
        "an author as Windows writes it",
        "jpg",
        picture("JPEG", exif=exif({0x9C9D: "王测试\0".encode("utf-16-le")})),
        ["E128"],
    ),
    ("a camera's owner", "jpg", with_name({0x8769: {0xA430: NINE}}), ["E128"]),
    ("an author in XMP", "jpg", picture("JPEG", xmp=CREATOR.format("王测试").encode()), ["E128"]),
    ("an author in PNG", "png", picture("PNG", pnginfo=png_texts("Author", "王测试")), ["E128"]),
    ("an author in IPTC", "jpg", CLEAN[:2] + by_line("王测试") + CLEAN[2:], ["E128"]),
    ("an office as author", "jpg", with_name({0x013B: NINE}, "石鼓区"), []),
    ("a newspaper as author", "jpg", picture("JPEG", xmp=CREATOR.format("王府日报社").encode()), []),
    ("a maker", "jpg", picture("JPEG", exif=exif({0x013B: "HUAWEI"})), []),
    ("no picture", "png", b"\x89PNG", ["E129"]),
    ("nothing", "jpg", b"", ["E129"]),
    ("another kind of picture", "jpg", picture("GIF"), ["E129"]),
    ("a picture that is cut off in its head", "webp", picture("WEBP")[:20], ["E129"]),
]


@pytest.mark.parametrize(("what", "suffix", "bytes_", "expected"), PICTURES, ids=[what for what, *_ in PICTURES])
def test_a_picture_is_searched_for_what_it_does_not_show(
    content: Path, what: str, suffix: str, bytes_: bytes, expected: list[str]
) -> None:
    put_picture(content, f"images/door.{suffix}", bytes_)
    problems = check(content)
    assert sorted({one.code for one in problems}) == expected, what
    assert not any(secret in shown(problems) for secret in (MOBILE, "刘奶奶"))


def test_a_text_after_the_pixels_of_a_png_is_found_and_no_pixel_is_decoded(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, named = picture("PNG"), picture("PNG", pnginfo=png_texts("Comment", MOBILE))
    start = named.index(b"iTXt") - 4
    chunk = named[start : named.index(b"IDAT") - 4]
    end = plain.index(b"IEND") - 4
    put_picture(content, "images/door.png", plain[:end] + chunk + plain[end:])
    monkeypatch.setattr(Image.Image, "load", lambda _: pytest.fail("decoded"))
    assert codes(content) == ["E128"]


@pytest.mark.parametrize(
    ("text", "bytes_"), [("GPS", picture("JPEG", exif=POSITION)), (MOBILE, picture("JPEG", comment=MOBILE.encode()))]
)
def test_a_picture_may_be_reviewed(content: Path, text: str, bytes_: bytes) -> None:
    put_picture(content, "images/door.jpg", bytes_)
    put(content, "site.yml", reviewed(text, "images/door.jpg"))
    assert codes(content) == []
