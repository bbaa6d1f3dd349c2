"""Words of an award sentence, from `data/award_words.tsv`, and the sentence with a mark in place of each figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportsum import lazy_re as re

from ..tables import read_classes

MONEY, SHARE, COUNT, YEARS = "\ue000", "\ue001", "\ue002", "\ue003"
"""What stands for a figure of each sort: characters of the private use area, which no report has."""
MARKS = f"{MONEY}{SHARE}{COUNT}{YEARS}"
FIGURE = "\ue004"
"""Stands in what a piece said of who gets something for a figure that was put into its slot."""

CLASSES = ("sign", "kind", "sum", "give", "promise", "quantity", "growth", "grows", "unnamed")
WORDS = {name: tuple(words) for name, words in read_classes("award_words.tsv", CLASSES).items()}
"""The words of each class of the table, in its order."""
KIND = "|".join(WORDS["kind"])
"""What is given, as policies call it."""
SUM = "|".join(WORDS["sum"])
"""What a list of sums ends with: 分别给予90万元、40万元|支持资金."""
GIVE = f"(?:{'|'.join(WORDS['give'])})"
_GROWS = f"[增新满超引吸上晋提完达出进吨]口?[^，]{{0,6}}[{MARKS}]"
EACH = f"(?:每|单(?!位)|同一)(?!年|{_GROWS})[^,，、给按最累不补奖资支贴的当年{MARKS}]{{1,10}}(?:每[月年])?"
CAPPED = re.compile(
    "(?:(?:提高|提升)[到至]|最高|最多|最低|不超过|不高于|不低于|不少于|至多|可达|达到|累计|合计|总额|总计|上限|封顶|限额|原则上|一般|额度|金额|年度|为|至|可)+$"
)
"""How much at most, before a sum."""
WHAT = re.compile(
    f"(?:以内|以下|左右)?的?(?:比例|标准|幅度)?(?:(?:折合成?|等值|等额)人民币)?(?:[一-鿿]{{0,4}}(?:分别|由[一-鿿]{{1,8}}))?(?:给予|予以|进行|一次性|给)*的?(?:一次性)?(?:企业|单位|个人|投资主体)?"
    f"(?P<what>[^,，的、{MARKS}]{{0,8}}?(?:{KIND})+)(?:资金)?(?!(?:企业|单位|个人|项目)?(?:单位)?(?:最高|不超过|一次性)*[{MARKS}])"
)
"""What is given, behind a sum: |20万元|的一次性奖补."""
USED_FOR = re.compile("(?:资金)?用于(?P<use>[^,，。;；、]{2,8})$")
"""给予|80万元|用于科学研究."""
CHANGED = re.compile(
    f"(?<!每)(?:提高|增加|上调|调整|下调|降低|上升|下降|增长|减少|扩大|发展)(?:到|至|了|为)?[{MONEY}{SHARE}](?!以上|的?(?:{KIND})|的(?:[^,，的]{{2,14}})?[,，])"
)
"""A sum that rose tells of what there was, and is no rule: 补助标准提高到|640元."""

_CAPPED_ASIDE = re.compile("最高|最多|不超过|上限|封顶")
_ASIDE = re.compile("[(（](?P<said>[^()（）]*)[)）]")
_LABEL = re.compile(
    r"^\s*(?:第[一二三四五六七八九十百零\d]{1,5}条\s*|[（(][一二三四五六七八九十\d]{1,3}[)）]\s*|[一二三四五六七八九十]{1,3}、\s*"
    r"|\d{1,2}\s*[.．、](?!\d)\s*|[①-⑳]\s*|第[一二三四五六七八九十]\s*[,，]|[一二三四五六七八九十]是)+"
)
_KEPT = 3
"""Characters of a bracket that is part of a word: 首台（套）, 团队（个人）."""


class Masked(NamedTuple):
    """A clause in which each figure is a mark."""

    line: str
    order: tuple[int, ...]
    """Which figure each mark of the line stands for."""
    asides: tuple[tuple[int, str], ...]
    """The figures that stand in brackets which tell no most, with the words of their bracket."""


def masked(text: str, spans: Sequence[tuple[int, int]], sorts: Sequence[str]) -> Masked:
    """Return a clause without its label and full stop, each figure a mark; a bracket that tells a most is a piece of its own.

    >>> masked("（一）对新建冷库（含改造），奖励8万元。", [(16, 19)], [MONEY]).line.replace(MONEY, "M")
    '对新建冷库，奖励M'
    """
    parts, at = [], 0
    for (start, end), sort in zip(spans, sorts, strict=True):
        parts += [text[at:start], sort]
        at = end
    line = "".join([*parts, text[at:]])
    label = _LABEL.match(line)
    line = line[label.end() :] if label is not None else line
    figures = [*range(len(spans))]
    asides: list[tuple[int, str]] = []
    told, at = [], 0
    for aside in _ASIDE.finditer(line):
        said = aside["said"]
        first = sum(mark in MARKS for mark in line[: aside.start()])
        inside = figures[first : first + sum(mark in MARKS for mark in said)]
        told.append(line[at : aside.start()])
        at = aside.end()
        if inside and _CAPPED_ASIDE.search(said) is not None:
            told.append(f"，{said}")
        elif inside:
            asides += [(one, said) for one in inside]
        elif len(said) <= _KEPT and "含" not in said and "下同" not in said and not said.isascii():
            told.append(aside.group())
    line = re.sub(r"\s+", "", "".join([*told, line[at:]])).rstrip("。；;，,").replace(",", "，")
    left_out = {one for one, _ in asides}
    return Masked(line, tuple(one for one in figures if one not in left_out), tuple(asides))
