"""Errors: one root, and whole wherever they travel."""

from __future__ import annotations

import ast
import pickle
from pathlib import Path

import pytest

from reportsum import errors
from reportsum.errors import InputError, OutputError, ReportsumError, SettingsError, UnexpectedError
from reportsum.foreign import conceal
from reportsum.net import net

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
        UnexpectedError("a.txt", "KeyError: 3", "Traceback"),
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


def test_what_nobody_foresaw_becomes_our_own_error_with_its_cause_and_no_key() -> None:
    conceal("sk-hidden-in-a-traceback")
    with pytest.raises(UnexpectedError) as caught, net("r.txt"):
        raise KeyError("sk-hidden-in-a-traceback\x1b[2J")
    error = caught.value
    assert isinstance(error.__cause__, KeyError)
    assert str(error).startswith("r.txt: KeyError (test_errors.py, line ")
    assert "maintainers" in str(error)
    assert "raise KeyError" in error.trace
    assert not any("hidden" in told or "\x1b" in told for told in (str(error), error.trace))


def test_the_net_lets_our_own_errors_pass() -> None:
    with pytest.raises(SettingsError, match="no such model"), net("r.txt"):
        raise SettingsError("no such model")


def test_every_exception_is_caught_in_one_place_only() -> None:
    """`except Exception` and the like stand in net.py; anywhere else a bug would pass for an answer."""
    broad = {
        f"{path.name}:{node.lineno}"
        for path in Path(errors.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler) and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id == "Exception"))
    }
    assert {place.partition(":")[0] for place in broad} == {"net.py"}
