"""Prizes by rank: 设一等奖1名、二等奖2名，分别给予30万元、20万元补助 → a measure for each prize: how many there are, what it is worth.

Comes in: a clause that sets prizes. Goes out: for each prize one measure, named for whom and which prize. A figure before the first prize
only says who may get one; where sums and prizes do not match in number the clause is left to the other rules.
"""

from __future__ import annotations

from reportsum import lazy_re as re

from .award_words import SUM
from .phrases import LONGEST, unlabelled
from .state import Draft, Telling

_PRIZE = re.compile(r"(?P<prize>(?:[特一二三四五]等|优秀|优胜|鼓励|纪念|创新|贡献|[金银铜])奖)(?:各|共)?$")
_WHOM = re.compile(r"(?:^|[,，])(?:对(?![外口接标照]))?(?P<whom>[^,，。;；]{2,60})[,，][^,，]{0,12}$")
_CONDITION = re.compile(r"[且并、][^,，的]{2,16}(?=的)")
_WHAT = re.compile(rf"的?(?:一次性)?(?P<what>[一-鿿]{{0,4}}?(?:{SUM}))")


def read_prizes(telling: Telling) -> bool:
    """Read a clause that sets prizes and what each is worth; False when it does not."""
    text, begin = telling.text, telling.clause.start
    if "等奖" not in telling.clause.text and "优秀奖" not in telling.clause.text:
        return False
    figures = telling.figures
    named = [(at, found["prize"]) for at, one in enumerate(figures) if (found := _PRIZE.search(text, begin, one.start)) is not None]
    sums = [at for at, one in enumerate(figures) if one.base_unit == "元"]
    if len(named) < 2 or len(sums) != len(named):
        return False
    head = [at for at in range(named[0][0]) if at not in sums]
    if len(head) + 2 * len(named) != len(figures) and [at for at, _ in named] != sums:
        return False
    whom = _WHOM.search(unlabelled(text[begin : figures[named[0][0]].start]))
    receiver = _CONDITION.sub("", whom["whom"]) if whom is not None else ""
    given = _WHAT.match(text, figures[sums[-1]].end)
    for step, ((at, prize), worth) in enumerate(zip(named, sums, strict=True)):
        name = f"{receiver}{prize}"
        draft = Draft(name if len(name) <= LONGEST else prize, [*(telling.numbers[one] for one in head if not step), telling.numbers[at]])
        if worth != at:
            draft.take(telling.numbers[worth], f"{prize}{given['what'] if given is not None else '奖金'}")
        telling.drafts.append(draft)
    return True
