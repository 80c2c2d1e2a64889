"""JSON for programs: as short as it can be, with Chinese as it is."""

from __future__ import annotations

import json

json_text = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""A value of JSON → its text; one encoder, made once, because it is asked hundreds of thousands of times."""
