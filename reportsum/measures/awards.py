"""Awards: a sentence of a policy of support → its slots → a measure for each award.

What such a sentence says stands in slots that are the same in every policy, in whatever order and words:

- the occasion or receiver: 对新认定的示范工厂, 凡首次上市的企业, 实施冷库改造的, 每引进一家…
- conditions, with thresholds: 固定资产投资5000万元以上的
- the award: 给予/奖励/补助/补贴 a sum, or a rate of a base (按投资额的10%), to somebody named at the sum, for each of a unit
- its most: 最高不超过…, 单个项目累计…; for how many years
- where sums are several, whose each of them is: levels (国家、省级), steps (10亿元、50亿元), a list of things, labels at the sums

Comes in: a clause with its figures. Goes out: one measure for each award. Its name is built in one way, receiver + to whom + for each +
what; a threshold stands in it with a name of its own, a rate under a cap too. What fills no slot leaves the clause to the other rules.

The clause is read with a mark in place of each figure, so that no number can get into a name, and comma piece by comma piece.
"""

from __future__ import annotations

from reportsum import lazy_re as re

from .award_carrying import remember, told_before
from .award_measures import measures_of
from .award_names import condition_name
from .award_slots import Figures, SlotReader
from .award_words import CHANGED, COUNT, EACH, GIVE, KIND, MARKS, MONEY, SHARE, WORDS, YEARS, masked
from .state import Telling

_SHARES = ("%", "‰", "个百分点")
_PIECE = re.compile(r"[,，：。；]|(?<!\d):(?!\d)")
_MARK = re.compile(f"[{MARKS}]")
_GIVEN = f"(?:{'|'.join(WORDS['promise'])})"
_GIVES_IT = re.compile(f"给予|给企业|予以[^,，]{{0,8}}(?:{KIND})|(?:一次性|分别)(?:{KIND})|{_GIVEN}给")
_AT_MOST = re.compile(f"(?:{KIND})[^,，]{{0,6}}(?:最高|最多|不超过|上限)|(?:最高|最多|不超过)[^,，]{{0,2}}(?:{KIND})")
_FOR_A_UNIT = re.compile(f"(?!每年){EACH}(?:每[年月])?(?:{KIND})")
_IF_THEN = re.compile(
    f"(?<=[^,，])的[,，][^,，]{{0,8}}(?:{KIND})|奖励(?:给|企业|单位|个人|人民币)?{MONEY}|(?:^|[,，的])(?:再|另|可|各)*(?:{KIND})(?:给|企业|单位|人民币)?{MONEY}"
)
_BY_RATE = re.compile(f"按照?[^,，]*{SHARE}[^,，]*(?:[,，][^,，]*)?{_GIVEN}")
_RULES = (_GIVES_IT, _AT_MOST, _FOR_A_UNIT, _IF_THEN, _BY_RATE)
"""What a rule of awards has one of."""
_PAID = re.compile(
    "已(?!完成|建成|投产|认定|纳入|获得|取得|实施)|累计(?:发放|兑现|拨付|下达|补助(?!额|最高|不超)|落实)|(?<!公)共(?!建|享|同|性|用|有)|全年|[去上今]年(?!度)"
    f"|(?:拨付|下达)(?=[^,，]{{0,10}}{MONEY})|发放(?![^,，]{{0,6}}标准)|投入(?={MONEY})|安排(?=[^,，]{{0,12}}{MONEY})|其中(?:中央|省|市|县|财政)"
)
"""What tells of money that was paid, or is set apart."""
_PROMISES = re.compile(
    f"给予[^,，]{{0,10}}(?:最高|不超过|一次性)|对[^,，]*的[^,，]*[,，][^,，]{{0,20}}{GIVE}|(?:分别|一次性)(?:给予|奖励|补助)"
)


def read_awards(telling: Telling) -> bool:
    """Read a clause that says what is granted to whom; False when it does not, or when one of its sums fills no slot."""
    text = telling.clause.text
    if not any(sign in text for sign in WORDS["sign"]):
        return False
    begin = telling.clause.start
    spans = [(one.start - begin, one.end - begin) for one in telling.figures]
    sorts = [SHARE if one.role == "share" else _sort(one.base_unit) for one in telling.figures]
    line, order, asides = masked(telling.text[begin : telling.clause.end], spans, sorts)
    if "等奖" in text or not _is_rule(line):
        return False
    figures = Figures(telling.numbers, [one.text for one in telling.figures], [one.base_unit for one in telling.figures], order)
    reader = SlotReader(figures, told_before(telling))
    for piece in _PIECE.split(line):
        reader.read(piece)
    awards = reader.done()
    if not awards or reader.lost:
        return False
    for number, (at, said) in enumerate(asides):
        before = sum(said is other for _, other in asides[:number])
        left, right = _MARK.split(said.removeprefix("其中"))[before : before + 2]
        awards[0].terms.append((at, condition_name(left, right, figures.units[at], each=False)))
    for award in awards:
        telling.drafts += measures_of(award, figures)
    remember(telling.memory, line, awards)
    return True


def _is_rule(line: str) -> bool:
    """Return whether a clause lays down what will be given, and does not tell what was paid or what a sum rose to."""
    if CHANGED.search(line) is not None or not any(rule.search(line) is not None for rule in _RULES):
        return False
    return _PAID.search(line) is None or _PROMISES.search(line) is not None


def _sort(base_unit: str) -> str:
    if base_unit.endswith("元") or base_unit.startswith("元/"):
        return MONEY
    if base_unit in _SHARES:
        return SHARE
    return YEARS if base_unit in ("年", "个月", "月") else COUNT
