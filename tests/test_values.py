"""Values inside the library are dataclasses as the standard library makes them, but for what only the type checker sees."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import field

import pytest

from reportsum.values import dataclass


@dataclass(frozen=True, slots=True)
class Quay:
    """A quay of a harbour."""

    name: str
    metres: int = 120
    noted: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Pier(Quay):
    """A quay that reaches into the water."""

    lit: bool = False


@dataclass(slots=True)
class Count:
    """Grows while ships come in."""

    ships: int
    names: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Berth:
    """A place of its own, whatever it is called."""

    name: str

    def __repr__(self) -> str:
        return f"berth {self.name}"


@dataclass(frozen=True, slots=True)
class Nothing:
    """A value without fields."""


def test_values_are_equal_and_hashed_by_their_fields() -> None:
    assert Quay("North", 80) == Quay("North", 80) != Quay("North", 81)
    assert {Quay("North", 80), Quay("North", 80), Quay("South", 80)} == {Quay("South", 80), Quay("North", 80)}
    assert Nothing() == Nothing()
    assert len({Nothing(), Nothing()}) == 1


def test_fields_that_are_not_compared_make_no_difference() -> None:
    assert Quay("North", noted="dredged") == Quay("North")
    assert hash(Quay("North", noted="dredged")) == hash(Quay("North"))


def test_a_value_equals_none_of_another_class() -> None:
    assert Quay("North", 80) != Pier("North", 80)


def test_values_that_change_have_no_hash_and_share_no_list() -> None:
    first, second = Count(1), Count(1)
    assert first == second
    first.ships += 1
    first.names.append("Aurora")
    assert (second.ships, second.names) == (1, [])
    with pytest.raises(TypeError, match="unhashable"):
        hash(first)


def test_what_is_compared_by_identity_keeps_its_own_words() -> None:
    assert Berth("4") != Berth("4")
    assert repr(Berth("4")) == "berth 4"


def test_a_value_shows_its_fields() -> None:
    assert repr(Quay("North", noted="dredged")) == "Quay(name='North', metres=120)"


def test_values_are_replaced_copied_and_sent_to_other_processes() -> None:
    pier = Pier("North", 80, lit=True)
    assert dataclasses.replace(pier, metres=90) == Pier("North", 90, lit=True)
    assert copy.copy(pier) == pier
    assert pickle.loads(pickle.dumps(pier)) == pier
    assert dataclasses.asdict(pier) == {"name": "North", "metres": 80, "noted": "", "lit": True}


def test_a_value_has_no_other_fields() -> None:
    with pytest.raises(AttributeError):
        Count(1).tonnes = 5  # type: ignore[attr-defined]


def test_a_value_that_changes_has_no_hash() -> None:
    @dataclass(slots=True)
    class Tide:
        metres: int

    assert Tide(3) == Tide(3)
    with pytest.raises(TypeError, match="Tide"):
        hash(Tide(3))
