"""Which place a report speaks for.

Comes in: the working text and what its front matter says. Goes out: the full name of the place, or None. Known here: the
divisions of China down to counties (`places.tsv`), and that a report names other places too: where its plans come from,
whom it is ranked with, who invests.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from .tables import read_table

NATION = "中国"
"""The place of a report that the State Council or a ministry gives."""

READ_CHARS = 60_000
"""A place that a report speaks for is named often; this much of the text tells."""

WEIGHED = 10
"""So many of the names used most are weighed; the report's own is among them."""

_SUFFIX = re.compile(r"特别行政区|自治[区州县旗]|[省市县区州旗盟]")
_NATION = re.compile(r"中华人民共和国(?!香港|澳门)|^(?:全国|国务院|国家|中国)|(?:代表|受)国务院|日在第\S{1,4}届全国人民代表大会")
_RANK = re.compile(r"(?<=..)(?:特别行政区|自治[区州县旗]|[省市县区州旗盟])$")
_PEOPLE = re.compile(
    r"(?:壮|回|藏|羌|苗|侗|彝|土家|布依|傣|景颇|白|傈僳|哈尼|朝鲜|满|畲|黎|瑶|土|撒拉|保安|东乡|裕固|仡佬|水|毛南|仫佬|佤|拉祜|布朗|纳西|独龙|怒|达斡尔|各)族$"
    r"|(?:蒙古族?|哈萨克族?|柯尔克孜|维吾尔|锡伯|塔吉克|鄂伦春|鄂温克)$"
)
# A name by its looks, where the table does not know it: 苏州工业园区, 城关镇.
_BY_LOOKS = re.compile(
    r"(?:^|年|在|[\s:：“《（(—])([\u4e00-\u9fff]{2,10}?(?:工业园区|开发区|高新区|示范区|新区|街道|兵团|自治县|自治州|[省市县区镇乡旗]))"
    r"(?=人民政府|政府|第|人大|\d{4}|[关的国经重上下年“二]|[一二三四五六七八九十]|$)"
)
_ABOUT = re.compile(r"关于|印发|转发|批转|下达|公布|报送|调整|批准|[省市县区州]?(?:人民)?政府办公[厅室]|^[省市县区](?=人民政府)")
_NO_NAME = re.compile(r"^(?:我|全|各|本|该|省|市|县|区|关于|在|城|社|园|地区|两)")
# What follows a place that others are measured by: 南通市下达的任务, 上海市场.
_OTHERS = re.compile(r"下达|平均|场|排名|第[一二三四五\d]|前列|首[个家位]|唯一|级|委(?:市)?政府?的?(?:正确)?领导|崇明|[、和]")


@cache
def _full_names() -> Mapping[str, str]:
    """Return every name that carries its rank, with the full name it stands for (阿坝州: 阿坝藏族羌族自治州)."""
    names: dict[str, str] = {}
    for row in read_table("places.tsv", ("province", "prefecture", "counties")):
        for name in (row["province"], row["prefecture"], *row["counties"].split()):
            names[name] = name
            if name.endswith(("自治州", "自治区")):
                names.setdefault(short_name(name) + name[-1], name)
    names.pop("", None)
    return names


@cache
def _by_short_name() -> dict[str, str]:
    """Return the full name of each name that can stand without its rank and then means one place only (南通, 江苏)."""
    full: dict[str, set[str]] = {}
    for name in set(_full_names().values()):
        short = short_name(name)
        if len(short) >= 2 and not name.endswith("区"):
            full.setdefault(short, set()).add(name)
    return {short: min(names, key=lambda n: (not n.endswith("市"), n)) for short, names in full.items()}


def is_in_taiwan(place: str) -> bool:
    """Whether a place counts its years from 1912 (民国元年)."""
    return place in _taiwan()


@cache
def _taiwan() -> frozenset[str]:
    rows = read_table("places.tsv", ("province", "prefecture", "counties"))
    return frozenset(name for row in rows if row["province"] == "台湾省" for name in (row["province"], *row["counties"].split()))


def short_name(name: str) -> str:
    """Return a place name without its rank.

    >>> short_name("南通市"), short_name("广西壮族自治区"), short_name("延边朝鲜族自治州")
    ('南通', '广西', '延边')
    """
    name = _RANK.sub("", name) or name
    while len(name) > 2 and (people := _PEOPLE.search(name)) is not None and people.start() >= 2:
        name = name[: people.start()]
    return name


def find_place(text: str, said: Iterable[str | None], opening: str) -> str | None:
    """Return the full name of the place a report speaks for; None when no name stands out.

    `said` is what names it most reliably first: title, delivery line, source. `opening` is the beginning of the report proper.
    """
    head = [words for words in said if words]
    if any("行政长官" in words or words.endswith("施政报告") for words in (*head, opening[:200])):
        region = max(("香港", "澳门"), key=text[:READ_CHARS].count)
        if region in text[:READ_CHARS]:
            return region + "特别行政区"
    for words in head:
        if _NATION.search(words):
            return NATION
        place = _named_in(words)
        if place is not None:
            return place
    if _NATION.search(opening[:300]):
        return NATION
    return _most_named(text[:READ_CHARS])


def _named_in(words: str) -> str | None:
    """Return the place that a title or a line of the front matter names: the last of a chain (江苏省南通市海安市)."""
    known = _full_names()
    found: str | None = None
    end = -1
    for match in _SUFFIX.finditer(words):
        name = _name_before(words, match.end(), known)
        if name is not None and (found is None or words[end : match.end() - 1].startswith(short_name(name))):
            found, end = name, match.end()
    if found is not None:
        return found
    looks = _BY_LOOKS.search(_ABOUT.sub(" ", words))
    if looks is not None and not _NO_NAME.match(looks[1]):
        return looks[1]
    short = _by_short_name()
    for start in range(min(len(words), 12)):
        for length in (4, 3, 2):
            if words[start : start + length] in short:
                return short[words[start : start + length]]
    return None


@cache
def _tails() -> frozenset[str]:
    """Return the last two characters of all names: what does not end so needs no longer look."""
    return frozenset(name[-2:] for name in _full_names())


def _name_before(words: str, end: int, known: Mapping[str, str]) -> str | None:
    """Return the longest known name that ends at `end`."""
    if words[max(0, end - 2) : end] not in _tails():
        return None
    for length in range(min(12, end), 1, -1):
        if words[end - length : end] in known:
            return known[words[end - length : end]]
    return None


def _most_named(text: str) -> str | None:
    """Return the place a text names most, where names by which others are measured do not count."""
    known = _full_names()
    full: Counter[str] = Counter()
    for match in _SUFFIX.finditer(text):
        name = _name_before(text, match.end(), known)
        if name is not None:
            full[name] += 1
    candidates = {name: _weight(text, name) for name, _ in full.most_common(WEIGHED)}
    if not candidates:
        shorts = _by_short_name()
        head = text[:4000]
        seen = {head[i : i + length] for length in (2, 3) for i in range(len(head) - length + 1)}
        candidates = {shorts[word]: _weight(text, shorts[word]) for word in seen & shorts.keys()}
    if not candidates:
        return None
    best = max(candidates, key=lambda name: (candidates[name], name))
    return best if candidates[best] >= 3 else None


def _weight(text: str, name: str) -> int:
    """Return how often a text names a place as its own: by full or short name, not where others are measured by it."""
    count = 0
    short = short_name(name)
    at = text.find(short)
    while at >= 0:
        after = at + (len(name) if text.startswith(name, at) else len(short))
        count += 0 if _OTHERS.match(text, after) else 1
        at = text.find(short, after)
    own = sum(text.count(name + organ) for organ in ("人民政府", "委", "第", "人大"))
    return count + 2 * own
