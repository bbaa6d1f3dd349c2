"""Reading plain text and Markdown: encodings, damage, and one clear error for what is no report."""

from __future__ import annotations

import codecs
import hashlib
import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportsum.errors import InputError
from reportsum.reading import MAX_CHARACTERS, find_reports, from_text, read, read_bytes

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
SIMPLIFIED = "一、上半年经济运行情况\r\n今年以来，全市实现地区生产总值684.66亿元，增长1.6%。\n"
TRADITIONAL = "一、上半年經濟運行情況\r\n今年以來，全市實現地區生產總值684.66億元，增長1.6%。\n"
ENGLISH = "The city’s output grew by 5% – more than planned.\n"


@pytest.mark.parametrize(
    ("text", "codec", "named"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8"),
        (SIMPLIFIED, "utf-16", "utf-16"),
        (SIMPLIFIED, "utf-16-le", "utf-16"),
        (SIMPLIFIED, "utf-16-be", "utf-16"),
        (SIMPLIFIED, "utf-32", "utf-32"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (SIMPLIFIED, "gbk", "gb18030"),
        (TRADITIONAL, "big5", "big5"),
        (TRADITIONAL, "utf-16-le", "utf-16"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (ENGLISH, "cp1252", "cp1252"),
        (ENGLISH, "utf-8", "utf-8"),
    ],
)
def test_the_encoding_is_found_and_line_ends_stay(text: str, codec: str, named: str) -> None:
    source = read_bytes(text.encode(codec), "report.txt")
    assert source.encoding == named
    assert source.text == text


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_every_seed_is_read_in_every_encoding(path: Path, codec: str) -> None:
    text = path.read_bytes().decode()
    assert read_bytes(text.encode(codec), path.name).text == text


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE], ids=["utf8", "utf16le", "utf16be"])
def test_a_byte_order_mark_is_not_part_of_the_text(mark: bytes) -> None:
    codec = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}[mark]
    assert read_bytes(mark + SIMPLIFIED.encode(codec), "report.txt").text == SIMPLIFIED


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "gb18030", "big5"])
def test_a_file_cut_inside_its_last_character_loses_that_character_only(codec: str) -> None:
    text = (TRADITIONAL if codec == "big5" else SIMPLIFIED).rstrip("\n。") * 3
    data = (text + "元").encode(codec)[:-1]
    assert read_bytes(data, "cut.txt").text.rstrip("\ufffd") == text


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "big5"])
def test_a_lost_byte_in_the_middle_does_not_lose_the_report(codec: str) -> None:
    text = (TRADITIONAL if codec == "big5" else SIMPLIFIED) * 20
    data = text.encode(codec)
    at = data.index("。".encode(codec), len(data) // 2)
    read_text = read_bytes(data[:at] + data[at + 1 :], "hole.txt").text
    assert read_text[:300] == text[:300]
    assert read_text[-100:] == text[-100:]


def test_the_hash_is_that_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(codecs.BOM_UTF8 + SIMPLIFIED.encode())
    source = read(path)
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert source.name == "report.txt"


@pytest.mark.parametrize(("name", "media_type"), [("a.txt", "text/plain"), ("a.md", "text/markdown"), ("a", "text/plain")])
def test_the_suffix_tells_markdown(name: str, media_type: str) -> None:
    assert read_bytes("# 报告\n".encode(), name).media_type == media_type


def test_a_given_text_is_taken_as_it_is() -> None:
    assert from_text("\ufeff报告\r\n").text == "报告\r\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"\0" * 500, "is empty"),
        (codecs.BOM_UTF8, "is empty"),
        (random.Random(1).randbytes(3000), "is not text"),
        (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 4, "is not text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Office file"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "a picture"),
        (b"a" * (MAX_CHARACTERS + 1), "characters"),
    ],
    ids=["nothing", "white_space", "zeros", "only_a_mark", "random", "program", "old_word", "picture", "one_character_without_end"],
)
def test_what_is_no_report_is_refused_by_name(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read_bytes(data, "folder/report.txt")
    assert caught.value.source == "folder/report.txt"
    assert caught.value.remedy


def test_an_empty_text_is_refused() -> None:
    with pytest.raises(InputError, match="empty"):
        from_text("\ufeff \n")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.txt: does not exist"):
        read(tmp_path / "none.txt")


def test_a_folder_is_no_report(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        read(tmp_path)


def test_a_file_in_a_file_does_not_exist(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("报告", encoding="utf-8")
    with pytest.raises(InputError, match="does not exist"):
        read(tmp_path / "a.txt" / "b.txt")


def test_a_name_no_file_can_have_does_not_exist() -> None:
    with pytest.raises(InputError, match="does not exist"):
        read("a\0b.txt")
    assert [error.problem for error in find_reports(["a\0b.txt"]).errors] == ["does not exist"]


def test_a_name_that_is_too_long_is_refused() -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read("x" * 5000)


def test_a_refusal_by_the_system_becomes_our_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("报告", encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(InputError, match=r"secret\.txt: may not be read"):
        read(path)


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(2_000)
    with pytest.raises(InputError, match="more than the 1,000 allowed"):
        read(path, max_bytes=1_000)


@given(st.binary(max_size=300))
@settings(max_examples=300)
def test_any_bytes_give_a_text_or_our_error(data: bytes) -> None:
    try:
        source = read_bytes(data, "any")
    except InputError:
        return
    assert source.text.strip()


class TestFindingReports:
    def test_a_folder_gives_its_reports_sorted_and_deep(self, tmp_path: Path) -> None:
        for name in ("b.txt", "a.md", "sub/c.txt", "sub/.hidden.txt", ".git/d.txt", "table.xlsx", "README.md"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text("报告", encoding="utf-8")
        found = find_reports([tmp_path])
        assert [path.relative_to(tmp_path).as_posix() for path in found.reports] == ["a.md", "b.txt", "sub/c.txt"]
        assert found.errors == []

    def test_a_named_file_is_taken_whatever_its_suffix(self, tmp_path: Path) -> None:
        path = tmp_path / "report.dat"
        path.write_text("报告", encoding="utf-8")
        assert find_reports([path]).reports == [path]

    def test_no_report_is_named_twice(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_text("报告", encoding="utf-8")
        assert find_reports([path, tmp_path, str(path)]).reports == [path]

    def test_a_missing_path_and_an_empty_folder_do_not_stop_the_others(self, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        (tmp_path / "a.txt").write_text("报告", encoding="utf-8")
        found = find_reports([tmp_path / "none", tmp_path / "empty", tmp_path / "a.txt"])
        assert found.reports == [tmp_path / "a.txt"]
        assert [error.problem for error in found.errors] == ["does not exist", "holds no reports"]

    def test_a_link_in_a_circle_ends(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("报告", encoding="utf-8")
        (tmp_path / "round").symlink_to(tmp_path)
        assert find_reports([tmp_path]).reports == [tmp_path / "a.txt"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"title": "统计公报", "text": "全年粮食总产量28.6万吨。"}\n{"title": "b", "text": "c"}\n', id="json_lines"),
        pytest.param('[\n  {"id": 1, "text": "全年粮食总产量28.6万吨。"}\n]', id="json"),
        pytest.param('<?xml version="1.0"?>\n<doc><p>全年粮食总产量28.6万吨。</p></doc>', id="xml"),
    ],
)
def test_data_in_a_wrapping_is_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(InputError, match=r"JSON|XML") as caught:
        read_bytes(text.encode(), "report.txt")
    assert "Take the text out" in str(caught.value)


@pytest.mark.parametrize("text", ["[Introduction]\n\nMr President, GDP grew by 2.1%.", "[1]数据来源：县统计局。", "[“十四五”规划]\n目标。"])
def test_a_report_that_begins_with_a_bracket_is_read(text: str) -> None:
    assert read_bytes(text.encode(), "report.txt").text == text
