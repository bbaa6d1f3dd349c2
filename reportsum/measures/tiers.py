"""Grants in steps: 对年营业收入首次突破10亿元、50亿元的企业，分别给予100万元、300万元奖励 → a measure for each step.

Comes in: a clause whose figures are two lists of one length, thresholds and sums, or sums alone, one for each level of a title
(国家、省级). Goes out: for each step or level one measure with its figures, named for whom and what is given. Whatever does not match in
number is left to the other rules.
"""

from __future__ import annotations

from reportsum import lazy_re as re

from .grants import SUM
from .phrases import LABEL, LONGEST
from .state import Draft, Telling

_WHOM = re.compile(r"(?:^|[,，。;；]|对(?![外口接标照]))(?P<whom>[^,，。;；]{2,30})$")
_GIVEN = re.compile(
    r"(?P<of>(?:以上|以下|以内)?的?[^,，。;；]{0,16})[,，][^,，。;；]{0,8}分别(?:给予)?"
    rf"(?P<what>[^,，。;；\d]{{0,6}}?(?:{SUM}))?[^,，。;；\d]{{0,6}}$"
)
_WHAT = re.compile(rf"(?:以内)?的?(?P<what>[一-鿿]{{0,8}}?(?:{SUM}))")


def read_tiers(telling: Telling) -> bool:
    """Read a clause that grants in steps; False when it does not."""
    figures = telling.figures
    steps = len(figures) // 2
    if steps < 2 or len(figures) != 2 * steps or "分别" not in telling.clause.text:
        return False
    text, begin = telling.text, telling.clause.start
    whom = _WHOM.search(LABEL.sub("", text[begin : figures[0].start]))
    given = _GIVEN.match(text[figures[steps - 1].end : figures[steps].start])
    what = _WHAT.match(text, figures[-1].end, telling.clause.end)
    called = what["what"] if what is not None else given["what"] if given is not None else None
    if whom is None or given is None or not called or not (_listed(telling, 0, steps) and _listed(telling, steps, 2 * steps)):
        return False
    for step in range(steps):
        threshold = figures[step]
        name = f"{whom['whom']}{threshold.text}{given['of']}{called}"
        short = f"{given['of'].lstrip('以上下内的')}{called}"
        numbers = [telling.numbers[step], telling.numbers[steps + step]]
        telling.drafts.append(Draft(name if len(name) <= LONGEST else short, numbers))
    return True


_LEVEL = "(?:(?:国家|世界|国际|省部|省|市|县|区|乡|镇)级?|(?:沪深|境内)?主板|中小板|创业板|科创板|新三板|北交所)"
"""Levels of a title, and the markets on which a firm is listed."""
# 对初次认定为|国家、省级|技术中心的企业，分别给予企业
_OF_LEVELS = re.compile(
    rf"(?:^|[,，：:])对(?P<lead>[^,，。;；、\d]{{0,16}}?)(?P<levels>{_LEVEL}(?:[、和及与]{_LEVEL})+)(?P<thing>[^,，。;；、\d]{{2,24}})[,，]"
    r"(?=[^,，。;；]*分别)[^,，。;；\d]{2,16}$"
)
_FOUND_TO_BE = re.compile("(?:新|首次|初次|被|认定|评定|评选|评|获评|列入|认|确定)+为$")
_JOINTS = re.compile("[、和及与]")


def read_levels(telling: Telling) -> bool:
    """Read a clause that grants a sum for each level of one thing; False when it does not.

    对国家、省级示范园，分别给予90万元、40万元奖励 → 国家示范园奖励, 省级示范园奖励.
    """
    figures = telling.figures
    if len(figures) < 2 or "分别" not in telling.clause.text or not _listed(telling, 0, len(figures)):
        return False
    told = _OF_LEVELS.search(LABEL.sub("", telling.text[telling.clause.start : figures[0].start]))
    what = _WHAT.match(telling.text, figures[-1].end, telling.clause.end)
    levels = _JOINTS.split(told["levels"]) if told is not None else []
    if told is None or what is None or len(levels) != len(figures):
        return False
    lead = _FOUND_TO_BE.sub("", told["lead"]).removeprefix("在")
    names = [f"{lead}{level}{told['thing']}{what['what']}" for level in levels]
    telling.drafts += [Draft(name if len(name) <= LONGEST else "", [number]) for name, number in zip(names, telling.numbers, strict=True)]
    return True


def _listed(telling: Telling, first: int, last: int) -> bool:
    """Return whether nothing but joints stands between these figures."""
    gaps = (telling.text[telling.figures[at].end : telling.figures[at + 1].start] for at in range(first, last - 1))
    return all(gap.strip() in ("、", "和", ",", "，", "以及", "及") for gap in gaps)
