"""The answer cache: text only, closed to others, mended when damaged."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import sqlite3
import stat
from pathlib import Path

import pytest

from reportsum.cache import DATABASE, cache_info, clear_cache, open_cache
from reportsum.errors import OutputError, SettingsError

TEXT = '{"rows":[],"summary":"优良率90.5%以上"}'


class Bomb:
    """Unpickling it would be noticed."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (_explode, ("unpickled",))


def _explode(word: str) -> None:
    raise AssertionError(word)


def _alter(directory: Path, statement: str, *values: object) -> None:
    with sqlite3.connect(directory / DATABASE) as database:
        database.execute(statement, values)
    database.close()


def test_what_was_put_is_got_after_reopening(tmp_path: Path) -> None:
    with open_cache(tmp_path / "c") as cache:
        cache.put("k", TEXT)
    with open_cache(tmp_path / "c") as cache:
        assert cache.get("k") == TEXT
        assert cache.get("other") is None


def test_a_later_answer_replaces_the_earlier(tmp_path: Path) -> None:
    with open_cache(tmp_path / "c") as cache:
        cache.put("k", "one")
        cache.put("k", "two")
        assert cache.get("k") == "two"
        assert cache.count() == 1


def test_the_folder_is_closed_to_other_users(tmp_path: Path) -> None:
    (tmp_path / "c").mkdir(mode=0o755)
    with open_cache(tmp_path / "c"):
        assert stat.S_IMODE((tmp_path / "c").stat().st_mode) == 0o700


def test_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("text", encoding="utf-8")
    with pytest.raises(SettingsError, match="holds other files"):
        open_cache(tmp_path)


def test_a_place_that_cannot_be_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be used"):
        open_cache(tmp_path / "file")


@pytest.mark.parametrize("mode", [0, 1, 2, 3, 4, 99, None], ids=lambda mode: f"mode_{mode}")
def test_a_pickled_row_is_a_miss_and_never_loaded(tmp_path: Path, mode: int | None) -> None:
    with open_cache(tmp_path / "c") as cache:
        cache.put("k", TEXT)
    _alter(tmp_path / "c", "UPDATE Cache SET mode = ?, value = ?", mode, pickle.dumps(Bomb()))
    with open_cache(tmp_path / "c") as cache:
        assert cache.get("k") is None


def test_pickle_is_not_called_for_any_altered_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_cache(tmp_path / "c") as cache:
        cache.put("k", TEXT)
    bomb = pickle.dumps(Bomb())
    _alter(tmp_path / "c", "UPDATE Cache SET mode = 4, value = ?, tag = ?", bomb, bomb)
    _alter(tmp_path / "c", "INSERT INTO Cache (key, raw, mode, value) VALUES (?, 0, 4, ?)", bomb, bomb)
    for name in ("load", "loads"):
        monkeypatch.setattr(f"pickle.{name}", lambda *_: pytest.fail("unpickled"))
    with open_cache(tmp_path / "c") as cache:
        assert cache.get("k") is None
        cache.put("k", TEXT)
        assert cache.get("k") == TEXT
        assert cache.clear() == 2


def test_a_row_that_names_a_file_neither_reads_nor_deletes_it(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    with open_cache(tmp_path / "c") as cache:
        cache.put("k", TEXT)
    _alter(tmp_path / "c", "UPDATE Cache SET mode = 3, filename = '../secret.txt', value = NULL")
    with open_cache(tmp_path / "c") as cache:
        assert cache.get("k") is None
        cache.put("k", TEXT)
    assert (tmp_path / "secret.txt").exists()


def test_a_value_that_was_altered_or_moved_to_another_key_is_a_miss(tmp_path: Path) -> None:
    with open_cache(tmp_path / "c") as cache:
        cache.put("k", TEXT)
        cache.put("m", TEXT)
    _alter(tmp_path / "c", "UPDATE Cache SET value = replace(value, '90.5', '99.5') WHERE key = 'k'")
    _alter(tmp_path / "c", "UPDATE Cache SET key = 'n' WHERE key = 'm'")
    with open_cache(tmp_path / "c") as cache:
        assert cache.get("k") is None
        assert cache.get("n") is None
        assert len(cache.problems) == 2


@pytest.mark.parametrize(
    "damage",
    [b"", b"not a database at all, not at all", None],
    ids=["emptied", "overwritten", "middle_overwritten"],
)
def test_a_damaged_database_is_reported_and_begun_anew(tmp_path: Path, damage: bytes | None) -> None:
    directory = tmp_path / "c"
    with open_cache(directory) as cache:
        for number in range(200):
            cache.put(f"k{number}", TEXT * 10)
    database = directory / DATABASE
    if damage is None:
        content = database.read_bytes()
        damage = content[:2000] + b"\xff" * (len(content) - 4000) + content[-2000:]
    database.write_bytes(damage)
    with open_cache(directory) as cache:
        cache.get("k1")
        cache.put("new", TEXT)
        assert cache.get("new") == TEXT
        assert cache.problems or not damage
    with open_cache(directory) as cache:
        assert cache.get("new") == TEXT


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT OR REPLACE INTO Settings VALUES ('disk_fetch', 'no method')",
        "INSERT OR REPLACE INTO Settings VALUES ('disk_pickle_protocol', x'80')",
        "INSERT OR REPLACE INTO Settings VALUES ('size_limit', 'little')",
        "DROP TABLE Settings",
        "DROP TABLE Cache",
        "ALTER TABLE Cache RENAME COLUMN value TO worth",
    ],
    ids=["method_overwritten", "odd_protocol", "odd_limit", "no_settings", "no_rows", "other_columns"],
)
def test_altered_tables_never_stop_the_run(tmp_path: Path, statement: str) -> None:
    directory = tmp_path / "c"
    with open_cache(directory) as cache:
        cache.put("k", TEXT)
    _alter(directory, statement)
    with open_cache(directory) as cache:
        cache.get("k")
        cache.put("k", TEXT)
        assert cache.get("k") == TEXT


def _fill(directory: Path, name: str) -> None:
    with open_cache(directory) as cache:
        for number in range(50):
            cache.put(f"{name}{number}", TEXT)


def test_two_processes_share_one_cache(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_fill, args=(tmp_path / "c", name)) for name in "ab"]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    with open_cache(tmp_path / "c") as cache:
        assert cache.count() == 100
        assert cache.get("a49") == cache.get("b0") == TEXT
        assert cache.problems == []


def test_info_counts_and_clear_empties(tmp_path: Path) -> None:
    directory = tmp_path / "c"
    with open_cache(directory) as cache:
        cache.put("k", TEXT)
    info = cache_info(directory)
    assert (info.answers, info.directory) == (1, directory)
    assert info.bytes > 0
    assert clear_cache(directory) == 1
    assert cache_info(directory).answers == 0


def test_info_and_clear_of_a_missing_cache_make_nothing(tmp_path: Path) -> None:
    assert cache_info(tmp_path / "c").answers == 0
    assert clear_cache(tmp_path / "c") == 0
    assert not (tmp_path / "c").exists()


def test_info_changes_nothing(tmp_path: Path) -> None:
    directory = tmp_path / "c"
    with open_cache(directory) as cache:
        cache.put("k", TEXT)
    directory.chmod(0o755)
    before = {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in directory.iterdir()}
    assert cache_info(directory).answers == 1
    assert {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in directory.iterdir()} == before
    assert stat.S_IMODE(directory.stat().st_mode) == 0o755


def test_info_of_a_cache_in_use_counts_what_is_there(tmp_path: Path) -> None:
    with open_cache(tmp_path / "c") as cache:
        cache.put("k", TEXT)
        assert cache_info(tmp_path / "c").answers == 1


def test_info_of_a_damaged_cache_says_so_and_leaves_it(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_bytes(b"no database" * 100)
    with pytest.raises(OutputError, match="cannot be used"):
        cache_info(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [DATABASE]


@pytest.mark.parametrize("left_open", [False, True], ids=["closed", "with_a_log_beside_it"])
def test_a_warm_cache_that_may_only_be_read_answers_and_keeps_nothing(
    left_open: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    directory = tmp_path / "c"
    writer = open_cache(directory)
    writer.put("k", TEXT)
    if not left_open:
        writer.close()
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # root, which tests may run as, may write whatever the mode
    with open_cache(directory) as cache:
        assert cache.get("k") == TEXT
        assert cache.get("other") is None
        cache.put("other", TEXT)
        cache.put("third", TEXT)
        assert cache.get("other") is None
        assert [problem for problem in cache.problems if "may only be read" in problem] == cache.problems[:1]
        with pytest.raises(OutputError, match="may only be read"):
            cache.clear()
    writer.close()
