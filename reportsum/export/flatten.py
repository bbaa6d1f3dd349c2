"""Digest → rows of the flat schema. Rows stand in the order of the digest; what is in them, `tables` says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from reportsum import lazy_re as re

from ..models import Digest
from .tables import TABLES, Row

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
FlatRows: TypeAlias = dict[str, list[Row]]
"""The rows of every table, by its name."""


def flatten(digests: Iterable[Digest]) -> FlatRows:
    """Return the rows of all tables; digests in the order of their ids. Of two digests with one id the later counts.

    Half a character (a lone surrogate) in a text becomes U+FFFD: no format can hold it.
    """
    by_id = {digest.id: digest for digest in digests}
    ordered = [digest for _, digest in sorted(by_id.items())]
    return {table.name: _writable([row for digest in ordered for row in table.rows(digest)]) for table in TABLES}


def _writable(rows: list[Row]) -> list[Row]:
    """Return the rows as they are where they can be written, which is nearly always, and without half characters elsewhere."""
    try:
        "".join(cell for row in rows for cell in row if isinstance(cell, str)).encode("utf-8")
    except UnicodeEncodeError:
        return [tuple(_HALF_CHARACTER.sub("\ufffd", cell) if isinstance(cell, str) else cell for cell in row) for row in rows]
    return rows
