"""Errors: one root, and whole wherever they travel."""

from __future__ import annotations

import pickle

import pytest

from reportsum import errors
from reportsum.errors import InputError, OutputError, ReportsumError, SettingsError

KINDS = [value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, Exception)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_error_has_the_one_root(kind: type[Exception]) -> None:
    assert issubclass(kind, ReportsumError)
    assert kind.__doc__


@pytest.mark.parametrize(
    "error",
    [
        InputError("a.txt", "is empty", "Give a text."),
        OutputError("a.json", "cannot be written", "Free some space."),
        SettingsError("there is no setting 'speed'"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_from_another_process_comes_back_whole(error: ReportsumError) -> None:
    back = pickle.loads(pickle.dumps(error))
    assert type(back) is type(error)
    assert str(back) == str(error)
    assert vars(back) == vars(error)


def test_an_error_says_what_happened_where_and_what_to_do() -> None:
    assert str(InputError("a.txt", "is empty", "Give a text.")) == "a.txt: is empty. Give a text."
