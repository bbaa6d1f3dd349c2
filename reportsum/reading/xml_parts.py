"""XML parts of office files, read as streams, with nothing that an XML bomb needs."""

from __future__ import annotations

from xml.parsers import expat

from ..errors import InputError
from .archives import Archive

MAX_PART = 64 * 1024 * 1024
"""Bytes of one part. Some fifty bytes of XML go with each character of a report."""
_MAX_DEPTH = 500

_REMEDY = "Open it in a word processor and save it anew."


class Handler:
    """What the elements of a part are told to. Names of elements and attributes come without their namespaces."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def text(self, data: str) -> None:
        """Take characters between tags."""


class RefusedPartError(Exception):
    """Raised inside a handler, to stop; `parse_part` turns it into an InputError."""


def parse_part(archive: Archive, part: str, source: str, handler: Handler) -> None:
    """Read an XML part, if the archive has it, and tell `handler`.

    Raises InputError when the part is damaged, too large, nested too deeply, or declares a document type: office files never do,
    and entity bombs have to.
    """
    if part not in archive.members:
        return
    parser = expat.ParserCreate(namespace_separator=" ")
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _MAX_DEPTH:
            raise RefusedPartError("its elements are nested too deeply")
        handler.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(_local(name))

    def refuse(*_: object) -> None:
        raise RefusedPartError("it declares a document type, as XML bombs do")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = refuse
    parser.buffer_text = True
    try:
        parser.Parse(archive.read(part, MAX_PART), True)
    except RefusedPartError as error:
        raise InputError(source, f"is refused ({part}: {error})", _REMEDY) from error
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise InputError(source, f"is damaged ({part}: {error})", _REMEDY) from error


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
