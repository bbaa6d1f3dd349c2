"""Old rows and new rows → what a store should hold: digests that come again are replaced whole, the others stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .flatten import FlatRows
from .tables import TABLES, Row, Table


def digest_ids(rows: Mapping[str, Sequence[Row]]) -> frozenset[str]:
    """Return the ids of the digests these rows hold."""
    return frozenset(str(row[0]) for row in rows["reports"])


def merged(old: FlatRows, new: FlatRows) -> FlatRows:
    """Return the rows of both, `new` in place of `old` where a digest is in both; in the order of digest ids."""
    replaced = digest_ids(new)
    return {
        table.name: sorted([*(row for row in old[table.name] if row[0] not in replaced), *new[table.name]], key=_digest_id)
        for table in TABLES
    }


def in_key_order(table: Table, rows: Sequence[Row]) -> list[Row]:
    """Return rows ordered by the table's key, so that rows from a database compare with rows from digests."""
    places = [table.index(name) for name in table.key]
    return sorted(rows, key=lambda row: tuple(row[place] for place in places))


def _digest_id(row: Row) -> str:
    return str(row[0])
