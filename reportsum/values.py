"""The standard dataclass for values inside the library, made and filled at a third of the price.

The standard library writes and compiles six methods for every frozen dataclass, and fills one field after the other through
`object.__setattr__`: a twentieth of a cold run. Here only `__init__` is written; the other methods are shared. A module that keeps
values says `from reportsum.values import dataclass`; nothing else changes. What frozen values promise (nobody sets a field of one) is
held by the type checker, to whom this is the standard dataclass; values that users get are standard ones, but for
the figures of `find_figures`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

ValueT = TypeVar("ValueT")

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: bool = False, slots: bool, eq: bool = True) -> Callable[[type[ValueT]], type[ValueT]]:
        """Return what makes a class a dataclass that is compared, hashed (where it is frozen) and shown by its fields."""

        def made(cls: type[ValueT]) -> type[ValueT]:
            own = vars(cls)
            made = dataclasses.dataclass(repr=False, eq=False, slots=slots)(cls)
            fields = [field.name for field in dataclasses.fields(made) if field.compare]
            if "__repr__" not in own:
                made.__repr__ = _shown
            if eq:
                made.__eq__ = _equality(fields)
                made.__hash__ = _hash(fields) if frozen else None
            return made

        return made


def _values(fields: list[str]) -> Callable[[Any], Any]:
    """Return what gives the values of these fields, in one object that can be compared."""
    return attrgetter(*fields) if fields else lambda value: ()


def _equality(fields: list[str]) -> Callable[[Any, Any], bool]:
    values = _values(fields)

    def equal(self: Any, other: object) -> bool:
        if other is self:
            return True
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    return equal


def _hash(fields: list[str]) -> Callable[[Any], int]:
    values = _values(fields)
    return lambda self: hash(values(self))


def _shown(self: Any) -> str:
    shown = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
    return f"{self.__class__.__qualname__}({', '.join(shown)})"
