"""Values that go to another process and back: packed as their fields, and made of them again.

Python 3.11 and 3.12 look through all fields of a frozen dataclass with slots for each value they unpack, which takes twenty times as long
as to make it. A report on its way to a model holds some ten thousand values and is unpacked while other answers wait.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar


class Plain:
    """Base of frozen dataclasses that are sent between processes. All their fields are arguments of their constructors, in order."""

    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]]

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return type(self), tuple([getattr(self, name) for name in self.__match_args__])
