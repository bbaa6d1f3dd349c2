"""Tables: a faulty row is pointed at by file and number."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportsum import tables
from reportsum.errors import TableError
from reportsum.resources import resource_dir

WriteTable = Callable[[str], str]


@pytest.fixture
def write_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WriteTable:
    monkeypatch.setattr(tables, "resource_dir", lambda _: tmp_path)

    def write(text: str) -> str:
        (tmp_path / "t.tsv").write_text(text, encoding="utf-8")
        return "t.tsv"

    return write


def test_rows_come_in_file_order_without_comments(write_table: WriteTable) -> None:
    name = write_table("# bounds\nword\tside\n\n以上\tafter\n# between\n超\tbefore\n")
    assert [(row.number, row["word"], row["side"]) for row in tables.read_table(name, ("word", "side"))] == [
        (4, "以上", "after"), (6, "超", "before"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("word\n以上\n以上\n", r'row 3: "以上" already stands in row 2', id="a_key_twice"),
        pytest.param("word\n以上\tafter\n", r"row 2: 2 cells, but 1 columns", id="a_stray_tab"),
        pytest.param("words\n以上\n", r"row 1: the columns are", id="another_column"),
    ],
)
def test_a_wrong_table_is_refused_with_file_and_row(write_table: WriteTable, text: str, message: str) -> None:
    with pytest.raises(TableError, match=message):
        tables.read_table(write_table(text), ("word",), key="word")


def test_words_are_read_by_class_and_a_faulty_one_is_refused(write_table: WriteTable) -> None:
    head = "class\twords\tnote\n"
    name = write_table(f"{head}done\t建成 通车\tof works\nthing\t高铁\t\ndone\t投产\t\n")
    assert tables.read_classes(name, ("done", "thing", "opens")) == {"done": ["建成", "通车", "投产"], "thing": ["高铁"], "opens": []}
    with pytest.raises(TableError, match='row 2: "dome" is no class'):
        tables.read_classes(write_table(f"{head}dome\t建成\t\n"), ("done", "thing"))
    with pytest.raises(TableError, match='row 3: "建成" stands twice in its class'):
        tables.read_classes(write_table(f"{head}done\t建成\t\ndone\t通车 建成\t\n"), ("done",))


@pytest.mark.parametrize("path", sorted(resource_dir("data").glob("*.tsv")), ids=lambda path: path.name)
def test_every_table_opens_with_a_header_that_explains_it(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    header = [line for line in lines[:40] if line.startswith("#")]
    assert lines[0].startswith("#")
    assert len(" ".join(header)) > 80, "say what the columns are, the order, and where the rows come from"
