"""Grants in steps: 对年营业收入首次突破10亿元、50亿元的企业，分别给予100万元、300万元奖励 → a measure for each step.

Comes in: a clause whose figures are two lists of one length, thresholds and sums. Goes out: for each step one measure with both its
figures, named for whom and what is given. Whatever does not match in number is left to the other rules.
"""

from __future__ import annotations

from reportsum import lazy_re as re

from .phrases import LABEL, LONGEST
from .state import Draft, Telling

GRANT = "补贴|补助|奖励|资助|奖补|补偿|奖金|贴息|扶持资金|支持资金"
_WHOM = re.compile(r"(?:^|[,，。;；]|对(?![外口接标照]))(?P<whom>[^,，。;；]{2,30})$")
_GIVEN = re.compile(
    r"(?P<of>(?:以上|以下|以内)?的?[^,，。;；]{0,16})[,，][^,，。;；]{0,8}分别(?:给予)?"
    rf"(?P<what>[^,，。;；\d]{{0,6}}?(?:{GRANT}))?[^,，。;；\d]{{0,6}}$"
)
_WHAT = re.compile(rf"(?:以内)?的?(?P<what>[一-鿿]{{0,8}}?(?:{GRANT}))")


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


def _listed(telling: Telling, first: int, last: int) -> bool:
    """Return whether nothing but joints stands between these figures."""
    gaps = (telling.text[telling.figures[at].end : telling.figures[at + 1].start] for at in range(first, last - 1))
    return all(gap.strip() in ("、", "和", ",", "，", "以及", "及") for gap in gaps)
