"""What a sentence tells, beside the rest, of works and institutions by their names: 西环高铁建成通车, 开工东河水库.

Comes in: a Chinese clause and the names that its rows have already. Goes out: a measure without figures for each further comma piece that
is nothing but a name and what became of it. Works without a name (一批重大项目开工) have none. Words are in `data/deed_words.tsv`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reportsum import lazy_re as re

from ..annotating import Clause, Measure
from ..measures.phrases import unlabelled
from ..tables import read_classes

CLASSES = ("done", "opens", "thing", "generic", "kinds")
LONGEST = 30
"""A longer name is cut to the first of its list, or is none."""
SHORTEST = 3
SHORTEST_MEMBER = 3
"""The first of a list that is called by its name has more characters than 交通 or 水利."""

_PIECES = re.compile("[,，;；:：。！!\n]+")
# 即将 is left out: what is about to open has not opened
_HOW = "(?:在[^,，在]{1,5})?(?:实现|正式|顺利|全面|如期|提前|主体|基本|成功|相继|先后|陆续|双双|均|已|先行|同步)*"
_AIMS = "(?:力争|力促|确保|推动|争取|实现)?"
_HONOURS = "获评|荣获|获批|入选|入围|创成|评为|列为|命名为|认定为"
# 获评全国文明城市, 连续第四年被评为“省经济十强县”: an honour with its name
_HONOUR = re.compile(
    "(?:成功|连续[^,，]{1,6}[年次届]|再次|顺利|先后|我[省市区县]|全[省市区县])*被?(?P<how>" + _HONOURS + ")"
    "(?P<what>(?=[^,，]*(?:全国|国家|中国|全省|全市|世界|国际|[一-鿿]省|“))[^,，]{4,26})"
)
_HONOURED = (
    *(
        "县",
        "市",
        "区",
        "城市",
        "乡",
        "镇",
        "村",
        "试点",
        "示范",
        "单位",
        "奖",
        "称号",
        "名单",
        "名录",
        "工程",
        "基地",
        "先进",
        "典型",
        "案例",
    ),
    *("百强", "十强", "强县", "强区", "强市", "优秀", "企业", "榜单", "品牌"),
)
_DIGIT = re.compile(r"\d")
_ASIDE = re.compile("[(（][^()（）]{1,12}[)）]$")
# 重要战略支点, 新时代开放枢纽, 至河内的线路
_NO_NAME = re.compile("的|战略|支点|新时代|^[至与和]")
_OTHERS = re.compile("等(?![级候待同于效额])")


@dataclass(frozen=True, slots=True)
class _Words:
    done_behind: re.Pattern[str]
    opened_before: re.Pattern[str]
    done_ends: tuple[str, ...]
    opens: tuple[str, ...]
    things: tuple[str, ...]
    generic: tuple[str, ...]
    kinds: tuple[str, ...]
    any_deed: re.Pattern[str]
    """Finds a word of what is done, wherever it stands: most clauses have none."""


@cache
def _words() -> _Words:
    table = read_classes("deed_words.tsv", CLASSES)
    done, opens = ("|".join(sorted(table[name], key=len, reverse=True)) for name in ("done", "opens"))
    return _Words(
        done_behind=re.compile(f"{_AIMS}(?P<name>[^,，]{{3,60}}?){_HOW}(?P<done>{done})"),
        opened_before=re.compile(f"{_AIMS}{_HOW}(?P<done>{opens})(?P<name>[^,，]{{3,60}})"),
        done_ends=tuple(table["done"]),
        opens=tuple(table["opens"]),
        things=tuple(table["thing"]),
        generic=tuple(table["generic"]),
        kinds=tuple(table["kinds"]),
        any_deed=re.compile(f"{done}|{opens}|{_HONOURS}"),
    )


def named_deeds(clause: Clause, told: Sequence[str]) -> list[Measure]:
    """Return what a clause tells of works by their names beside `told`, the names that its rows have."""
    if clause.language != "zh" or not ("," in clause.text or "，" in clause.text):
        return []
    if _words().any_deed.search(clause.text) is None:
        return []
    deeds: list[str] = []
    for piece in _PIECES.split(clause.text):
        name = _deed(unlabelled(piece.strip()))
        if name and not any(_same(name, other) for other in (*told, *deeds)):
            deeds.append(name)
    return [Measure(name, ()) for name in deeds]


def _deed(piece: str) -> str:
    """Return the name of a deed that a comma piece is, "" where it is none."""
    words = _words()
    if len(piece) < SHORTEST + 2 or _DIGIT.search(piece) is not None:
        return ""
    if piece.endswith(words.done_ends) and (behind := words.done_behind.fullmatch(piece)) is not None:
        name = _named(behind["name"])
        return _short(name, behind["done"]) if name else ""
    if piece.rstrip("”").endswith(_HONOURED) and (honour := _HONOUR.fullmatch(piece)) is not None:
        return honour["how"] + honour["what"]
    if any(word in piece[:10] for word in words.opens) and (before := words.opened_before.fullmatch(piece)) is not None:
        name = _named(before["name"])
        return _short(before["done"] + name, "") if name else ""
    return ""


def _named(phrase: str) -> str:
    """Return a phrase where it calls a work or an institution by its name, "" else."""
    words = _words()
    whole = _ASIDE.sub("", phrase).removesuffix("等")
    thing = next((word for word in words.things if whole.endswith(word)), "")
    if not thing or whole.startswith(words.generic) or len(whole) - len(thing) < SHORTEST - 1 or _NO_NAME.search(whole) is not None:
        return ""
    first, joint, rest = whole.partition("、")
    others = _OTHERS.split(whole, maxsplit=1)
    if len(others) == 2 and (others[1].startswith(words.kinds) or any(kind in others[1][:-2] for kind in words.kinds)):
        return ""
    if joint and len(first) < SHORTEST_MEMBER and not first.endswith(words.things) and "等" in rest:
        return ""
    return phrase


def _short(name: str, done: str) -> str:
    """Return a name with what became of it, cut to the first of a long list; "" where it is a sentence."""
    if len(name + done) <= LONGEST:
        return name + done
    first = name.partition("、")[0]
    others = _OTHERS.split(name, maxsplit=1)
    short = f"{first}等{others[1] if len(others) == 2 else ''}{done}"
    return short if first != name and len(short) <= LONGEST else ""


def _same(name: str, other: str) -> bool:
    """Return whether another row tells the same, in other words at most behind or before it."""
    bare = name.replace("(", "").replace(")", "").replace("（", "").replace("）", "")
    return bare[:8] in other or bare[-8:] in other or other in bare
