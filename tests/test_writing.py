"""Digest files: exact numbers, whole or not at all, clear errors."""

from __future__ import annotations

import errno
import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportsum.errors import InputError, OutputError
from reportsum.models import SCHEMA_VERSION, Digest
from reportsum.writing import dump_json, load_digest, load_json, write_text
from tests.builders import DigestBuilder, fig, half


def sample() -> Digest:
    builder = DigestBuilder("一、回顾\n贷款余额15627.50亿元。", period=half(2022))
    builder.section("一、回顾", title="回顾", label="一、")
    builder.achievement("贷款余额15627.50亿元。", "贷款余额", figures=[fig("15627.50亿元")])
    return builder.build()


def test_a_digest_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    sample().save(tmp_path / "deep" / "a.json")
    assert Digest.load(tmp_path / "deep" / "a.json") == sample()


def test_numbers_stand_digit_for_digit_as_in_the_source() -> None:
    assert '"value": 15627.50,' in sample().to_json()


def test_json_ends_with_a_newline_and_keeps_chinese_readable() -> None:
    text = sample().to_json()
    assert text.endswith("}\n")
    assert "贷款余额" in text


def test_keys_stand_in_the_order_of_the_models() -> None:
    assert list(json.loads(sample().to_json())) == list(Digest.model_fields)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_any_decimal_survives_writing_and_reading(number: Decimal) -> None:
    assert Decimal(load_json(dump_json({"v": number}))["v"]) == number


@pytest.mark.parametrize("content", ["", "{", "[]", '{"schema_version": "0.9"}'], ids=["empty", "cut", "list", "other_version"])
def test_what_is_no_digest_is_refused_by_name(tmp_path: Path, content: str) -> None:
    path = tmp_path / "broken.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"broken\.json"):
        Digest.load(path)


def test_a_missing_digest_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.json"):
        Digest.load(tmp_path / "nowhere.json")


def test_a_failed_write_leaves_the_older_file_and_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.json"
    target.write_text("old", encoding="utf-8")

    def refuse(path: Path, new: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError, match="No space left on device"):
        write_text("new", target)
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match=r"cannot be written"):
        write_text("x", tmp_path / "file" / "a.json")


def test_a_digest_of_the_first_contract_is_refused_in_one_sentence(tmp_path: Path) -> None:
    old = tmp_path / "old.json"
    old.write_text('{"schema_version": "1.0", "id": "x"}', encoding="utf-8")
    with pytest.raises(InputError) as caught:
        Digest.load(old)
    assert str(caught.value) == (
        f"{old}: is a digest of schema version 1.0, this version of reportsum reads {SCHEMA_VERSION}. "
        "Make it again with `reportsum digest`."
    )


@pytest.mark.parametrize(
    "number",
    ["1E+999999999", "1e99999999999999999999", "1" * 5000, "0." + "1" * 5000, "NaN", "-Infinity", "1E-999999999"],
    ids=["zeros", "no_decimal", "digits", "places", "nan", "infinity", "small"],
)
def test_a_number_no_report_could_hold_is_refused(number: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no number that a report could hold"):
        load_json(f"[{number}]")
    (tmp_path / "d.json").write_text(f'{{"schema_version": {number}}}', encoding="utf-8")
    with pytest.raises(InputError, match="no number that a report could hold"):
        load_digest(tmp_path / "d.json")


def test_a_digest_nested_deeper_than_any_is_refused(tmp_path: Path) -> None:
    (tmp_path / "d.json").write_text("[" * 200_000, encoding="utf-8")
    with pytest.raises(InputError, match="nested too deeply"):
        load_digest(tmp_path / "d.json")


@pytest.mark.parametrize("text", ['"\\ud83d"', '{"\\udc00": 1}', '[["a\\uD83Db"]]'], ids=["text", "name", "inside"])
def test_half_a_character_is_refused_and_a_whole_one_is_not(text: str) -> None:
    with pytest.raises(ValueError, match="half a character"):
        load_json(text)
    assert load_json('"\\ud83d\\ude00"') == "😀"
