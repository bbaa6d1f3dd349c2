"""Compiled patterns are kept between processes: they are what `re` makes of them, and no file can hinder the reading."""

from __future__ import annotations

import importlib
import os
import pkgutil
import re
import sys
from pathlib import Path
from typing import Any, NoReturn

import pytest

import reportsum
from reportsum import kept_patterns
from reportsum.kept_patterns import NEW_BEFORE_SAVING, KeptPatterns, _Engine
from reportsum.lazy_re import LazyPattern

NAMED = r"(?P<amount>[0-9]+)(亿元|[一-龥]{2})(?P<end>[。；]|$)"


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The path of a file that holds one pattern."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    path = tmp_path / "cache" / "kept.patterns"
    kept = KeptPatterns(path)
    kept.compile(NAMED, re.MULTILINE)
    kept.save()
    return path


def _no_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> NoReturn:
        raise AssertionError("a pattern was compiled anew")

    engine = kept_patterns._engine()
    assert engine is not None, "this Python's re has other private functions: patterns are not kept"
    monkeypatch.setattr(kept_patterns, "_engine", lambda: _Engine(refuse, refuse, engine.compile))


def test_every_pattern_of_the_library_is_restored_as_it_was_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    modules = [module.name for module in pkgutil.walk_packages(reportsum.__path__, "reportsum.") if not module.name.endswith("__main__")]
    values = [value for name in modules for value in vars(importlib.import_module(name)).values()]
    patterns = {
        (one.pattern, int(one.flags)) for one in values if isinstance(one, LazyPattern | re.Pattern) and isinstance(one.pattern, str)
    }
    assert len(patterns) > 300
    first = KeptPatterns(tmp_path / "kept.patterns")
    compiled = {(pattern, flags): first.compile(pattern, flags) for pattern, flags in patterns}
    first.save()
    _no_parsing(monkeypatch)
    again = KeptPatterns(tmp_path / "kept.patterns")
    for (pattern, flags), anew in compiled.items():
        restored = again.compile(pattern, flags)
        # two patterns are equal when flags, text and compiled code are
        assert (restored, restored.groups, restored.groupindex) == (anew, anew.groups, anew.groupindex)


def test_a_restored_pattern_finds_names_and_groups(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _no_parsing(monkeypatch)
    found = KeptPatterns(written).compile(NAMED, re.MULTILINE).search("完成投资12亿元。")
    assert found is not None
    assert found.groupdict() == {"amount": "12", "end": "。"}
    assert (found.lastgroup, found[2]) == ("end", "亿元")


def test_a_file_whose_length_of_the_list_is_damaged_is_as_none(written: Path) -> None:
    stamp, check, listed, data = written.read_bytes().split(b"\n", 3)
    written.write_bytes(b"\n".join([stamp, check, b"%d" % (int(listed) + 4), data]))
    assert KeptPatterns(written).compile(NAMED, re.MULTILINE) == KeptPatterns(None).compile(NAMED, re.MULTILINE)


@pytest.mark.parametrize("damage", [b"", b"x", b"\n\n", b"half"], ids=["empty", "one_letter", "lines", "cut_off"])
def test_a_damaged_file_is_as_none(written: Path, damage: bytes) -> None:
    written.write_bytes(written.read_bytes()[:-20] if damage == b"half" else damage)
    assert KeptPatterns(written).compile(NAMED, re.MULTILINE) == KeptPatterns(None).compile(NAMED, re.MULTILINE)


def test_what_another_version_kept_is_not_read(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_patterns, "__version__", "0.0.1")
    assert KeptPatterns(written)._read() == {}


def test_where_nothing_can_be_written_patterns_are_compiled_as_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "file").write_text("")
    kept = KeptPatterns(tmp_path / "file" / "kept.patterns")
    assert kept.compile("a+", 0) == re.compile("a+")
    kept.save()


def test_nothing_is_written_where_python_writes_no_byte_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    kept = KeptPatterns(tmp_path / "kept.patterns")
    kept.compile("a+", 0)
    kept.save()
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The path of a user's own file that holds one pattern, kept where Python writes no byte code."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    path = tmp_path / "home" / "cache" / "own.patterns"
    kept = KeptPatterns(tmp_path / "__pycache__" / "kept.patterns", path)
    kept.compile(NAMED, re.MULTILINE)
    kept.save()
    assert not (tmp_path / "__pycache__").exists()
    return path


def test_where_python_writes_no_byte_code_the_user_keeps_patterns(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _no_parsing(monkeypatch)
    assert KeptPatterns(None, own).compile(NAMED, re.MULTILINE).search("完成投资12亿元。") is not None


def test_where_the_installation_cannot_be_written_the_user_keeps_patterns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "file").write_text("")
    kept = KeptPatterns(tmp_path / "file" / "kept.patterns", tmp_path / "own.patterns")
    kept.compile("a+", 0)
    kept.save()
    assert KeptPatterns(None, tmp_path / "own.patterns")._read().keys() == {("a+", 0)}


def test_a_file_that_cannot_be_written_whole_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "kept.patterns").mkdir()  # takes no file's place
    kept = KeptPatterns(tmp_path / "kept.patterns")
    kept.compile("a+", 0)
    kept.save()
    assert [path.name for path in tmp_path.iterdir()] == ["kept.patterns"]


def test_the_users_folder_is_never_one_of_the_current_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    folders = []
    for named in ("caches", "", str(tmp_path / "caches")):
        monkeypatch.setenv("XDG_CACHE_HOME", named)
        place = kept_patterns._users_place()
        assert place is not None
        folders.append(place.parent.parent)
    assert folders == [tmp_path / "home" / ".cache", tmp_path / "home" / ".cache", tmp_path / "caches"]


def test_what_lies_beside_the_byte_code_is_not_kept_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    kept = KeptPatterns(tmp_path / "kept.patterns", tmp_path / "own.patterns")
    kept.compile("a+", 0)
    kept.save()
    assert [path.name for path in tmp_path.iterdir()] == ["kept.patterns"]


@pytest.mark.skipif(os.name == "nt", reason="folders of a user are his own there")
@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_file_that_others_can_write_is_as_none(own: Path, mode: int) -> None:
    assert own.stat().st_mode & 0o777 == 0o600
    own.chmod(mode)
    assert KeptPatterns(None, own)._read() == {}


@pytest.mark.skipif(os.name == "nt", reason="folders of a user are his own there")
def test_a_file_of_another_user_is_as_none(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: own.stat().st_uid + 1)
    assert KeptPatterns(None, own)._read() == {}


def test_a_python_without_the_private_functions_compiles_as_ever(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_patterns, "_engine", lambda: None)
    assert KeptPatterns(written).compile(NAMED, re.MULTILINE) == re.compile(NAMED, re.MULTILINE)


def test_processes_add_to_what_others_kept(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = KeptPatterns(written), KeptPatterns(written)
    one.compile("a+", 0)
    other.compile("b+", 0)
    one.save()
    other.save()
    _no_parsing(monkeypatch)
    third = KeptPatterns(written)
    assert [third.compile(pattern, flags).flags for pattern, flags in (("a+", 0), ("b+", 0), (NAMED, re.MULTILINE))] == [32, 32, 40]


def test_many_new_patterns_are_kept_before_the_process_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    kept = KeptPatterns(tmp_path / "kept.patterns")
    for number in range(NEW_BEFORE_SAVING):
        assert not (tmp_path / "kept.patterns").exists()
        kept.compile(f"a{{{number}}}", 0)
    assert (tmp_path / "kept.patterns").exists()


def test_a_file_of_too_many_patterns_keeps_those_of_this_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(kept_patterns, "MOST", 2)
    for patterns in (("a", "b"), ("c",)):
        kept = KeptPatterns(tmp_path / "kept.patterns")
        for pattern in patterns:
            kept.compile(pattern, 0)
        kept.save()
    assert KeptPatterns(tmp_path / "kept.patterns")._read().keys() == {("c", 0)}


def test_a_faulty_pattern_says_so() -> None:
    with pytest.raises(re.error, match="unterminated"):
        KeptPatterns(None).compile("(a", 0)
