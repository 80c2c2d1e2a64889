"""What a picture tells besides what it shows: its position and its texts. No pixel is ever decoded."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from build_tools.problems import Unreadable
from build_tools.reading.gate.appended import appended, blocks_anywhere, comments, tells_film_position
from build_tools.reading.gate.authors import EXIF_TAGS, HEADING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL import Image

FORMATS = ("JPEG", "PNG", "WEBP")
GPS, PARTS = 0x8825, (0x8769, 0xA005)
LATITUDE, LONGITUDE, TARGET_LATITUDE, TARGET_LONGITUDE = 2, 4, 20, 22
NO_TEXT = frozenset((0x927C, 0xA420, 0xA431, 0xA435))
"""Makers' own notes and serial numbers: nobody wrote them, and their digits mean no person."""
MOST_TEXT = 1_000_000
SILENT_SEGMENTS = (b"Exif\0\0", b"ICC_PROFILE", b"MPF\0", b"JFIF\0", b"Adobe\0")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a picture tells."""

    has_position: bool
    text: str
    """Everything written in it, in every likely encoding."""


def read_metadata(content: bytes) -> Metadata:
    """What the picture `content` tells, or `Unreadable`."""
    from PIL import Image  # takes 15 ms, and much content has no picture

    try:
        with warnings.catch_warnings():
            # a large picture is no danger here: it is not decoded
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=FORMATS) as image:
                return told_by(blocks_of(image, content))
    except Exception:
        raise Unreadable("E129") from None


@dataclass(frozen=True, slots=True)
class Blocks:
    """The parts of a file that hold metadata."""

    exif: tuple[bytes, ...]
    texts: tuple[bytes, ...]
    film_position: bool
    """Whether a film is appended that says where it was taken."""


def blocks_of(image: Image.Image, content: bytes) -> Blocks:
    """The metadata of `image`, whose file is `content`."""
    segments = [segment for _, segment in getattr(image, "applist", [])]
    exif = [segment for segment in segments if segment.startswith(b"Exif\0\0")] or [
        as_bytes(image.info.get("exif", b""))
    ]
    texts = [segment for segment in segments if not segment.startswith(SILENT_SEGMENTS)]
    texts += [as_bytes(image.info[key]) for key in ("xmp", "comment") if key in image.info]
    for kind, text in (*(png_texts(content) if image.format == "PNG" else ()), *blocks_anywhere(content)):
        if not any(one.startswith(text[: len(one)]) for one in (exif if kind == "exif" else texts) if one):
            (exif if kind == "exif" else texts).append(text)
    rest = appended("JPEG" if image.format == "MPO" else image.format or "", content)
    texts += comments(rest)
    return Blocks(tuple(filter(None, exif)), tuple(texts), tells_film_position(rest))


def told_by(blocks: Blocks) -> Metadata:
    """What `blocks` tell."""
    from PIL import Image  # late, as above

    texts, wide, authors = [*blocks.texts], list[bytes](), list[str | bytes]()
    has_position = blocks.film_position or any(b"GPSLatitude" in text and b"GPSLongitude" in text for text in texts)
    for block in blocks.exif:
        exif = Image.Exif()
        exif.load(block)
        has_position = has_position or is_somewhere(exif.get_ifd(GPS))
        for tags in (dict(exif), *(exif.get_ifd(part) for part in PARTS), exif.get_ifd(GPS)):
            values = [value for tag, value in tags.items() if tag not in NO_TEXT]
            texts += [as_bytes(value) for value in values if isinstance(value, str)]
            wide += [value for value in values if isinstance(value, bytes)]
            authors += [tags[tag] for tag in EXIF_TAGS & tags.keys()]
    spelled = [
        *(HEADING + one for value in authors for one in spellings_of(value)),
        *(one for text in texts for one in spellings(text)),
        *(one for text in wide for one in wide_spellings(text)),
    ]
    return Metadata(has_position, "\n".join(spelled))


def is_somewhere(tags: dict[int, Any]) -> bool:
    """Whether the tags of a position hold one."""
    return any(tag in tags for tag in (LATITUDE, LONGITUDE, TARGET_LATITUDE, TARGET_LONGITUDE))


def as_bytes(value: str | bytes) -> bytes:
    """`value` as it lay in the file: Pillow takes every text for Latin-1."""
    return value if isinstance(value, bytes) else value.encode("latin-1", "ignore") or value.encode()


def spellings(text: bytes) -> list[str]:
    """`text` as UTF-8, or else as older programs write Chinese."""
    try:
        return [text.decode()]
    except UnicodeDecodeError:
        return [text.decode("utf-8", "ignore"), text.decode("gb18030", "ignore")]


def wide_spellings(text: bytes) -> list[str]:
    """`text` also as Windows and cameras write it; a user's comment begins with the name of its encoding."""
    bare = text[8:] if text.startswith((b"ASCII\0", b"UNICODE\0", b"JIS\0")) else text
    return [*spellings(bare), bare.decode("utf-16-le", "ignore"), bare.decode("utf-16-be", "ignore")]


def spellings_of(value: str | bytes) -> list[str]:
    """What a tag says: programs put UTF-8 where only ASCII is foreseen, and UTF-16 where anything is."""
    return spellings(as_bytes(value)) if isinstance(value, str) else wide_spellings(value)


def png_texts(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The text chunks of a PNG, also those after its pixels, and those that hold EXIF."""
    for kind, chunk in png_chunks(content):
        if kind == b"eXIf":
            yield "exif", chunk
        elif kind in (b"tEXt", b"zTXt", b"iTXt"):
            yield profile_or_text(*text_of(kind, chunk))


def png_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of each chunk of a PNG."""
    at = 8
    while at + 8 <= len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        yield kind, content[at + 8 : at + 8 + length]
        at += length + 12


def text_of(kind: bytes, chunk: bytes) -> tuple[bytes, bytes]:
    """Keyword and text of a text chunk, decompressed as far as an honest text goes."""
    keyword, _, text = chunk.partition(b"\0")
    packed = kind == b"zTXt"
    if kind == b"iTXt":
        packed = text[:1] == b"\1"
        text = text[2:].partition(b"\0")[2].partition(b"\0")[2]
    elif packed:
        text = text[1:]
    return keyword, zlib.decompressobj().decompress(text, MOST_TEXT) if packed else text


def profile_or_text(keyword: bytes, text: bytes) -> tuple[str, bytes]:
    """`text` itself; where it is a block in hexadecimal digits, as some programs write EXIF, that block."""
    if not keyword.startswith(b"Raw profile type "):
        return "text", keyword + b": " + text
    block = bytes.fromhex(b"".join(text.split()[2:]).decode())
    return ("exif" if keyword.endswith((b"exif", b"APP1")) and block.startswith(b"Exif\0\0") else "text"), block
