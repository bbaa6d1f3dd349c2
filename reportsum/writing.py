"""Digest ⇄ JSON files. Numbers are written digit for digit as the source has them; a file is written whole or not at all."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import os
import threading
import zlib
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Literal, NoReturn

from pydantic import ValidationError

from reportsum import lazy_re as re

from .errors import InputError, OutputError
from .files import read_file, read_text_file
from .models import SCHEMA_VERSION, Digest

# Pydantic writes fast, but Decimals as strings. One of the number fields with a quoted number in its output can be nothing
# else: inside strings every quotation mark is escaped.
_DIGITS = r"(-?\d+(?:\.\d+)?(?:E[+-]?\d+)?)"
_BEHIND_A_NAME = "|".join(f'(?<="{name}": ")' for name in ("value", "amount", "low", "high", "ratio"))
_QUOTED_NUMBER = re.compile(rf'(": )"(?=[-\d])(?:{_BEHIND_A_NAME}){_DIGITS}"')  # begins with fixed characters: those `re` finds fast
_BEHIND_A_KEY = _BEHIND_A_NAME.replace(": ", ":")
_QUOTED_COMPACT = re.compile(rf'(":)"(?=[-\d])(?:{_BEHIND_A_KEY}){_DIGITS}"')

DigestFormat = Literal["json", "compact", "jsonl"]
"""Indented; on one line; one line a digest, many in a file."""
DIGEST_SUFFIXES = (".json", ".json.gz", ".jsonl", ".jsonl.gz")


def digest_json(digest: Digest) -> str:
    """Return the digest as JSON text: keys in model order, two spaces of indent, one newline at the end."""
    return _unquoted(_QUOTED_NUMBER, digest.model_dump_json(indent=2)) + "\n"


def compact_json(digest: Digest) -> str:
    """Return the digest as JSON on one line, with a newline at the end."""
    return _unquoted(_QUOTED_COMPACT, digest.model_dump_json()) + "\n"


def _unquoted(pattern: re.Pattern[str], text: str) -> str:
    """Return JSON text without the quotation marks around its numbers: they alone stand outside the groups of `pattern`."""
    return "".join(pattern.split(text))


def dump_json(value: Any) -> str:
    """Return any JSON-like value as text; Decimals become numbers, dates ISO strings."""
    import simplejson

    text: str = simplejson.dumps(value, ensure_ascii=False, indent=2, use_decimal=True, default=_plain)
    return text + "\n"


def load_json(text: str) -> Any:
    """Return the value of JSON text, with every non-integer number as an exact Decimal.

    Raises ValueError for what is no JSON, nested deeper than any digest, or holds a number that no report does: 1E+999999999 has nine zeros
    here and a thousand million of them where it is written out.
    """
    try:
        value = json.loads(text, parse_float=_decimal, parse_int=_integer, parse_constant=_no_number)
        if _HALF_CHARACTER.search(text):  # written as an escape: half of a pair, or the pair that is one character
            json.dumps(value, ensure_ascii=False, default=str).encode("utf-8")
    except RecursionError:
        raise ValueError("nested too deeply") from None
    except UnicodeEncodeError:
        raise ValueError("half a character (a lone surrogate)") from None
    return value


_HALF_CHARACTER = re.compile(r"\\u[dD][89a-fA-F]")


MOST_DIGITS = 60
"""Of a number. The largest figures of a national report, in yuan, have sixteen."""


def _decimal(text: str) -> Decimal:
    if len(text) > 2 * MOST_DIGITS:
        return _no_number(text)
    try:
        number = Decimal(text)
    except InvalidOperation:
        return _no_number(text)
    exponent = number.as_tuple().exponent
    if isinstance(exponent, str) or abs(number.adjusted()) > MOST_DIGITS or abs(exponent) > MOST_DIGITS:
        return _no_number(text)
    return number


def _integer(text: str) -> int:
    if len(text) > MOST_DIGITS:
        _no_number(text)
    return int(text)


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text[:20]} is no number that a report could hold")


def save_digest(digest: Digest, path: str | os.PathLike[str], *, compact: bool = False) -> None:
    """Write `digest` to `path`, packed with gzip where its name ends with .gz. Raises OutputError when the file system refuses; an older
    file then stays as it was."""
    write_text(compact_json(digest) if compact else digest_json(digest), path)


def load_digest(path: str | os.PathLike[str]) -> Digest:
    """Return the digest stored at `path`. Raises InputError when the file cannot be read or is no valid digest, or holds several."""
    found = list(read_digests(path))
    if len(found) != 1:
        raise InputError(path, f"holds {len(found)} digests", "Load the one you want with `reportsum.filing.load_digests`.")
    return found[0]


def read_digests(path: str | os.PathLike[str]) -> Iterator[Digest]:
    """Yield the digests of a file: one of NAME.json, one a line of NAME.jsonl; either may be packed (.gz). Raises InputError."""
    try:
        text = _text_of(Path(path))
    except OSError as error:
        raise InputError(path, f"cannot be read ({error.strerror or error})", "Give the path of a digest file.") from error
    except (ValueError, EOFError, zlib.error) as error:
        raise InputError(path, f"is not valid JSON ({error})", "Make the digest again with `reportsum digest`.") from error
    # not splitlines: a quote may hold what else ends a line (U+2028, U+0085)
    lines = list(filter(str.strip, text.split("\n"))) if Path(path).name.removesuffix(".gz").endswith(".jsonl") else [text]
    for line in lines:
        yield _digest_in(line, path)


def _text_of(path: Path) -> str:
    if path.suffix != ".gz":
        return read_text_file(path)
    with gzip.GzipFile(fileobj=io.BytesIO(read_file(path))) as packed:
        data = packed.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise ValueError(f"more than {MOST_BYTES:,} bytes")
    return data.decode("utf-8")


MOST_BYTES = 1 << 30
"""Of an unpacked file of digests: a small file may unpack to anything."""


def _digest_in(text: str, path: str | os.PathLike[str]) -> Digest:
    try:
        held = load_json(text)
        version = held.get("schema_version") if isinstance(held, dict) else None
        if version is not None and version != SCHEMA_VERSION:
            raise InputError(
                path,
                f"is a digest of schema version {version}, this version of reportsum reads {SCHEMA_VERSION}",
                "Make it again with `reportsum digest`.",
            )
        return Digest.model_validate(held)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InputError(
            path, f"is not a digest of schema version {SCHEMA_VERSION} ({place}: {first['msg']})", "Make it again with `reportsum digest`."
        ) from error
    except ValueError as error:
        raise InputError(path, f"is not valid JSON ({error})", "Make the digest again with `reportsum digest`.") from error


def write_text(text: str, path: str | os.PathLike[str]) -> None:
    """Write `text` to `path` as UTF-8 through a temporary file beside it. Raises OutputError."""
    target = Path(path)
    temporary = target.with_name(f".{target.name[:40]}.{os.getpid()}-{threading.get_ident()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            # A path in a run record may hold bytes that are no UTF-8; escaped they are valid JSON, and lead back to the file.
            data = text.encode("utf-8", "backslashreplace")
            temporary.write_bytes(gzip.compress(data, mtime=0) if target.suffix == ".gz" else data)
            temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputError(
            target, f"cannot be written ({error.strerror})", "Free some space or choose another folder with --out."
        ) from error


def _plain(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a digest")
