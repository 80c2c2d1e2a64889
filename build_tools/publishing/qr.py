"""A text → its QR code, as a drawing of one line a row of modules."""

from __future__ import annotations

import math
import re
from typing import Any

import zxingcpp

QUIET = 4
"""Modules of white around the code, as ISO/IEC 18004 asks."""
MOST = 177
"""Modules along the side of the largest code."""
BESIDE = "qr.svg"
"""What the drawing is called: it lies beside the page."""
RUN = re.compile(rb"\x00+|\xff+")
STROKES = {b"\x00" * length: f"h{length}" for length in range(1, MOST + 1)}
STROKES |= {b"\xff" * length: f"m{length} 0" for length in range(1, MOST + 1)}
"""A stretch of dark modules is drawn, one of light modules is skipped."""
MASK = 2
"""Trying all eight masks for the neatest costs ten times the drawing, and readers read any of them equally well."""


def code_uri(uri: str) -> str:
    """The address of the drawing for the page `uri`."""
    return f"{uri}{BESIDE}"


def qr_code(text: str) -> bytes:
    """An SVG of the QR code of `text`; 15 % of it may be soiled."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M", data_mask=MASK)
    modules: Any = code.to_image(add_quiet_zones=False)
    dark = bytes(memoryview(modules))
    count = math.isqrt(len(dark))
    rows = (dark[start : start + count] for start in range(0, count * count, count))
    path = "".join(
        f"M{QUIET} {y}.5{''.join(map(STROKES.__getitem__, RUN.findall(row)))}" for y, row in enumerate(rows, QUIET)
    )
    side = count + 2 * QUIET
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path stroke="#000" d="{path}"/></svg>\n'
    ).encode()
