"""Digests → pages to look at.

    layout.py     digest (and its source) → the text shown, and where everything stands in it
    payload.py    digest → compact JSON for the page's script
    charts.py     numbers → SVG
    page.py       templates, the JSON block, the content security policy
    view.html, view.css, view.js, base.css    the page itself
    notebook.py   digest → a short overview for notebooks

`render_view(digests, texts)` returns the page, `write_view(digests, output, sources)` writes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ..errors import InputError

if TYPE_CHECKING:
    from ..models import Digest

ViewLanguage = Literal["zh", "en"]

_NOT_SHOWN = frozenset({"verdict", "reason", "note", "measure", "bound"})
"""Groups of captions that only the comparison needs."""

__all__ = ["ViewLanguage", "render_view", "write_view"]


def render_view(digests: Iterable[Digest], texts: Mapping[str, str] | None = None, *, language: ViewLanguage = "zh") -> str:
    """Return one self-contained HTML page that shows the digests.

    `texts` maps digest ids to source texts; a digest without one is shown by its quotes alone. `language` is what labels begin
    with; readers can switch. Raises InputError when there is no digest, or when a text is not the digest's own.
    """
    from ..captions import captions
    from .layout import layout
    from .page import asset, json_block, page
    from .payload import digest_payload, indicator_names

    shown = list({digest.id: digest for digest in digests}.values())
    if not shown:
        raise InputError("view", "there is no digest to show", "Give one or more digest files.")
    data = {
        "digests": [digest_payload(digest, layout(digest, (texts or {}).get(digest.id))) for digest in shown],
        "captions": {group: words for group, words in captions().items() if group not in _NOT_SHOWN},
        "indicators": indicator_names(shown),
    }
    first = shown[0]
    return page(
        asset("view.html"),
        title=first.report.title or first.id,
        language=language,
        style=asset("base.css") + asset("view.css"),
        script=asset("view.js"),
        slots={"data": json_block(data)},
    )


def write_view(
    digests: Iterable[Digest | str | Path],
    output: str | Path,
    sources: Iterable[str | Path] | None = None,
    *,
    language: ViewLanguage = "zh",
) -> Path:
    """Write the page that shows `digests` (digests or paths of digest files) to `output` and return its path.

    `sources` are the files the digests were made from, in any order, or their texts as a reader saved them;
    each finds its digest by SHA-256 or by its words. Raises InputError for a
    source that belongs to no digest, OutputError when the page cannot be written.
    """
    from ..models import Digest
    from ..writing import write_text

    loaded = [each if isinstance(each, Digest) else Digest.load(each) for each in digests]
    write_text(render_view(loaded, _texts(loaded, sources or ()), language=language), output)
    return Path(output)


def _texts(digests: list[Digest], sources: Iterable[str | Path]) -> dict[str, str]:
    from ..reading import read
    from .layout import fits

    texts: dict[str, str] = {}
    for path in sources:
        source = read(path)
        owners = [digest.id for digest in digests if digest.source.sha256 == source.sha256 or fits(digest, source.text)]
        if not owners:
            raise InputError(path, "is not the source of any digest given", "Give the files the digests were made from.")
        texts.update(dict.fromkeys(owners, source.text))
    return texts
