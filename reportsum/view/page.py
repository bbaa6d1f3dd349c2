"""Payloads → one self-contained page. Nothing in it reaches out, and nothing from a report can run in it.

Data stands in a JSON block in which every "<" is escaped; the script puts text into the page as text only; a content security policy
allows exactly this page's own style and script, by their hashes, and no request at all.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from reportsum import lazy_re as re

_SLOT = re.compile(r"\{\{([a-z_]+)\}\}")
_UNSAFE = re.compile("[<\u2028\u2029\ud800-\udfff]")
_FOLDER = Path(__file__).resolve().parent


def asset(name: str, folder: Path = _FOLDER) -> str:
    """Return the text of a template file of the package."""
    return (folder / name).read_text(encoding="utf-8")


def fill(template: str, slots: Mapping[str, str]) -> str:
    """Return the template with every {{slot}} filled, in one pass: what is filled in is never looked at for slots."""
    return _SLOT.sub(lambda found: slots[found.group(1)], template)


def json_block(value: Any) -> str:
    """Return JSON that can stand inside a script element: no "<" in it, so that nothing ends the element early.

    Lone surrogates, which no file can hold, are escaped too.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def page(template: str, *, title: str, language: str, style: str, script: str, slots: Mapping[str, str]) -> str:
    """Return a page with its security policy. `slots` hold markup that is escaped already."""
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    own = {"policy": escape(policy), "title": escape(title), "language": language, "style": style, "script": script}
    return fill(template, {**slots, **own}).encode("utf-8", "replace").decode("utf-8")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
