"""A pattern that was told what its matches begin with finds what it found before, and looks at fewer places."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import reportsum
from reportsum import kept_patterns
from reportsum.beginnings import begins
from reportsum.kept_patterns import KeptPatterns
from reportsum.lazy_re import LazyPattern
from reportsum.tables import read_table

SEEDS = Path(__file__).parent.parent / "seeds"
TEXT = """一、未完成的任务
全市完成投资12亿元，今年建成学校３所，年内开工5个。新建公路 7 km，\u212aelvin \u017ftrasse \u0130zmir \u0131stanbul.
By 2027 we will build 40 schools; THE BUDGET rises by 3.5%.  The fund, the FUND and the Fund. Élan, élan.
(二)“十四五”期间，aab ab b，不完成、已完成。"""


@pytest.mark.parametrize(
    ("pattern", "flags", "found"),
    [
        ("(?<![未不])完成", 0, ["完成", "完成"]),
        ("[今明]年|年内", 0, ["今年", "年内"]),
        ("(?:新建?|开工)(?=[公5])", 0, ["开工", "新建"]),
        ("(?:未|不)?完成", 0, ["未完成", "完成", "不完成", "完成"]),
        ("a*b[ ，]", 0, ["aab ", "ab ", "b，"]),
        (r"\d+[所个]", 0, ["３所", "5个"]),
        ("^[(（]?[一二]", re.MULTILINE, ["一", "(二"]),
        (r"\bthe (?:budget|fund)", re.IGNORECASE, ["THE BUDGET", "The fund", "the FUND", "the Fund"]),
        (r"(?i:the|by) (?:FUND|2027)", 0, ["By 2027", "the FUND"]),
        ("(?:kel|str)[a-z]+", re.IGNORECASE, ["\u212aelvin", "\u017ftrasse"]),
        ("(?:i[sz])[a-z]+", re.IGNORECASE, ["\u0130zmir", "\u0131stanbul", "ises"]),
        ("(?:[ab])++b|é?lan", re.IGNORECASE, ["Élan", "élan"]),
        ("(?P<one>a)(?P=one)b|(?:b|的)任", 0, ["的任", "aab"]),
        (" (?: 建成 | 开工 )  # spaces and this are not read", re.VERBOSE, ["建成", "开工"]),
    ],
)
def test_what_is_found_is_what_re_finds(pattern: str, flags: int, found: list[str]) -> None:
    told = KeptPatterns(None).compile(pattern, flags)
    assert [match.group() for match in re.compile(pattern, flags).finditer(TEXT)] == found
    assert [match.group() for match in told.finditer(TEXT)] == found


@pytest.mark.parametrize("pattern", ["(?<!未)[完达]成", "[今明]年|年内", "(?:新建|开工)?学校", r"(?i:the|by) fund", r"^\d+|[一二]、"])
def test_patterns_are_told(pattern: str) -> None:
    assert KeptPatterns(None).compile(pattern, 0) != re.compile(pattern)  # equal when flags, text and compiled code are


@pytest.mark.parametrize("pattern", ["完成|建成", "完成", "[^，。]+完成", "[一-龥]+完成", "(?:完成)?", ".完成", r"(?i:é|è)t", r"\w+成|未"])
def test_others_are_left_as_re_compiles_them(pattern: str) -> None:
    assert KeptPatterns(None).compile(pattern, 0) == re.compile(pattern)


def test_every_pattern_of_the_library_finds_the_same() -> None:
    modules = [module.name for module in pkgutil.walk_packages(reportsum.__path__, "reportsum.") if not module.name.endswith("__main__")]
    values = [value for name in modules for value in vars(importlib.import_module(name)).values()]
    patterns = {
        (one.pattern, int(one.flags)) for one in values if isinstance(one, LazyPattern | re.Pattern) and isinstance(one.pattern, str)
    }
    texts = [TEXT, *(path.read_text(encoding="utf-8")[:400] for path in sorted(SEEDS.glob("*.txt")))]
    kept, told = KeptPatterns(None), 0
    for pattern, flags in patterns:
        standard, quicker = re.compile(pattern, flags), kept.compile(pattern, flags)
        told += standard != quicker
        for text in texts if standard != quicker else ():
            assert [match.span() for match in quicker.finditer(text)] == [match.span() for match in standard.finditer(text)], pattern
    assert told > 300


def test_words_of_items_do_not_begin_with_any_character() -> None:
    """One such row, and all of its class are tried everywhere, in every item. What stands before a word can be looked back at: (?<=…)."""
    engine = kept_patterns._engine()
    assert engine is not None
    rows = read_table("trait_words.tsv", ("class", "words", "note"))
    assert [row["words"] for row in rows if begins(engine.parse(row["words"], 0), 0) is None] == []
