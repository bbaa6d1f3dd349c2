"""A clause with figures → its measures.

Between two figures stands a gap. Its end, after the last comma, names what the next figure measures (规模工业总产值增长|16.5%); its
beginning, when no comma comes first, what the figure before counts (|30个|项目列入清单). Where the name is only a verb, a comparison
or a word like 投资额, the subject told before is taken up again.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportsum import lazy_re as re

from ..annotating import Clause, Measure
from ..figures.figure import FoundFigure
from .award_words import SUM
from .awards import read_awards
from .becoming import read_what_becomes
from .beside import Beside
from .counted import is_counted, read_counted, read_of_a_length, read_of_a_size, share_output, share_work
from .fines import fine_name, is_imposed
from .named import Told, is_payers_part, read_named
from .phrases import PAPERS, is_no_name, is_relative, quantity_of, split_counted, strip_lead, strip_tail
from .possessors import RATIOS
from .prizes import read_prizes
from .reaching import read_who_reached
from .runs import read_run
from .state import Memory, Telling
from .terms import UNITS, term_name
from .thresholds import is_threshold, threshold_name
from .words import words

# A statement that is whole, before a comma.
_TOLD_WHOLE = re.compile(r"(?:投入使用|投入运营|建成通车|开工建设|完工|竣工|投产|投用|封顶|落成|开业)[,，]")


_WHOLE_GOAL = re.compile("(?:超额|提前|已|共)*完成[^,，、]{0,6}(?:任务|目标|计划)的?$")
_OF_WHICH = re.compile("占(?P<whole>[^,，占]{0,6}(?:人口|总数|总量|面积|职工|农户|企业))$")
# 按|10%|的比例压缩公用经费
_AT_THE_RATE = re.compile(
    "(?P<rate>幅度|比例)(?P<done>压减|压缩|削减|核减|缩减|减少|降低|增加|提高|递增|安排|提取|计提|配套|返还|征收|补贴|补助|奖励)(?P<what>[^,，。;；:：、]{0,16})$"
)
# 预留该部分采购项目预算总额的|40%|以上专门面向小企业采购
_SET_ASIDE = re.compile(
    "(?P<verb>预留|留出|拿出|提取)(?:该部分|不低于|其|相应)*(?!份额|比例)(?P<of>[^,，、]{2,16}?)(?:总额|总量|规模)?的?$"
)
# 设立规模不低于|1亿元|的产业引导基金, 组建总规模|1000亿元|的母基金: how much money it holds
_OF_A_SIZE = re.compile(
    "(?:发起|设立|组建|成立|建立|安排|募集|筹建|管好|用好|打造|形成|新增|推动)*(?:了|一支|一个)?(?:认缴|目标|计划|总)*(?P<first>首期)?规模(?:不低于|不少于|不超过|达到?|为|约|近|超过?)*$"
)
_FOUNDED = re.compile("(?<=..)(?:正式|成功)*(?:签约|落地|设立|成立|投运|组建|启动).*$")
# 贡献了全国|24.1%|的增量
_CONTRIBUTED = re.compile(
    "(?P<own>[^,，、]{0,16}?)(?:为|对)?(?:贡献|创造)了?(?P<whole>全[国省市球区县州]|世界|规[模上][^,，、]{0,6})(?:约|近|超过?)*$"
)
_FOR_WHOM = re.compile("(?:专门|全部|主要)?(?P<whose>面向[^,，。;；]{1,8}?(?:企业|人员|群体|项目|居民|农户))")
_BECAME = re.compile(
    "(?P<who>[^,，、“”]{2,14}?)(?:已|率先|首次)*成为(?:全[国省市区县]|我[国省市区县])?[^,，、]{0,6}?"
    r"(?:第[一二三四五六七八九十\d]+|首)[个座家](?P<what>[^,，、的\d]{2,12}?)(?:超过?|突破|达到?|过)$"
)
# 所需经费由省、市、县三级财政按照|4:3:3|的比例分担
_SHARED_OUT = re.compile(r"(?:[:：∶]\d+)*的?比例(?P<done>分担|负担|承担|配套|分配|筹措|分成)")
_BY_PAYERS = re.compile("(?:由[^,，]{2,24}?)?按照?$")
LONGEST_SHARED = 28
# 对51个项目,给予补助资金|1030万元|: what was given, where the sentence is no rule
_GIVEN = re.compile(rf"(?:\d[个类项家户名](?P<whom>[一-鿿]{{2,12}})[,，])?给予(?P<what>(?:{SUM})(?:资金)?)$")
_GRANTED_IN = ("元", "%", "‰", "个百分点")
"""Units of fines and of what is given."""


def read_clause(text: str, clause: Clause, figures: Sequence[FoundFigure], memory: Memory) -> tuple[Measure, ...]:
    """Return the measures of a clause, in text order; each of its figures stands in exactly one.

    `memory` is what earlier clauses of the paragraph spoke of; it is brought up to date.
    """
    telling = Telling(text, clause, figures, memory)
    if read_prizes(telling) or read_awards(telling):
        return telling.measures()
    at = 0
    while at < len(telling.numbers):
        run = telling.around.run(at)
        if at and (telling.around.is_ratio_part(at) or telling.is_end_value(at)):
            telling.go_on(at)
            at += 1
        elif telling.around.is_size(at) or telling.around.is_alternative(at):
            telling.hold(at, telling.around.line_named(at))
            at += 1
        elif len(run.members) > 1 and read_run(telling, run):
            at += run.length
        else:
            at += _read_figure(telling, at)
    telling.leave_brackets()
    share_work(telling)
    share_output(telling)
    if telling.parted and clause.text.endswith("。"):
        memory.owner = telling.parted  # 重点项目30项,其中新建9项。|总投资519亿元: of all of them
    memory.parts = (telling.parted or memory.parts) if clause.text.endswith((";", "；")) else ""
    return telling.measures()


def _read_figure(telling: Telling, at: int) -> int:
    """Read figure `at`; return how many figures were read."""
    figure = telling.figures[at]
    if at + 1 < len(telling.figures) and is_threshold(*_in_clause(telling, figure)):
        telling.hold(at, threshold_name(*_in_clause(telling, figure)))
        return 1
    of_duty = figure.base_unit.endswith(UNITS) or figure.base_unit in _GRANTED_IN or figure.base_unit.startswith("元/")
    if of_duty and (name := _of_duty(telling, figure)):
        telling.around.beside(at)
        telling.start(telling.numbers[at], name)
        return 1
    if figure.base_unit == "人" and telling.text.startswith("口", figure.end):
        telling.around.beside(at)
        telling.start(telling.numbers[at], "人口")  # 拥有14亿人口的大国
        return 1
    beside = telling.around.beside(at)
    telling.pass_over(beside)
    _enter_or_leave_parts(telling, beside)
    _recall(telling, beside)
    if (name := _rate_of_a_deed(telling, figure, beside)) is not None:
        telling.start(telling.numbers[at], name)
        return 1
    if figure.role == "level" and beside.of and (whose := _became_the_first_with(beside)):
        telling.start(telling.numbers[at], whose)
        return 1
    if read_what_becomes(telling, at, beside) or read_who_reached(telling, at, beside):
        return 2
    if figure.role == "count" and (read_of_a_size(telling, at, beside) or read_of_a_length(telling, at, beside)):
        return 2
    if is_counted(figure, beside):
        return read_counted(telling, at, beside)
    read_named(telling, Told(at, telling.numbers[at], figure, beside))
    return 1


def _became_the_first_with(beside: Beside) -> str:
    """Return the quantity something is the first or second of its kind in (甲港成为第2个吞吐量超|1亿吨|的港口), "" where none is."""
    became = _BECAME.search(beside.lead) if "成为" in beside.lead else None
    if became is None or not quantity_of(became["what"]):
        return ""
    return strip_lead(became["who"]) + became["what"]


def _rate_of_a_deed(telling: Telling, figure: FoundFigure, beside: Beside) -> str | None:
    """Return the name of the rate at which something is done (按不低于|5%|的幅度压减一般性支出); None where the figure is none."""
    if figure.role == "change" and figure.unit_code == "1" and beside.right:
        return split_counted(beside.right.partition("的目标")[0])[0]  # 减少|1/3|行政审批事项的目标
    if beside.opened.endswith(("按", "按照")) and (shared := _SHARED_OUT.match(telling.text, figure.end)) is not None:
        what = _BY_PAYERS.sub("", beside.opened)
        return f"{what}{shared['done']}比例" if 1 < len(what) <= LONGEST_SHARED else None
    if figure.base_unit == "%" and beside.right.startswith("一档的税率"):
        return f"{figure.text}档税率"  # 保持|6%|一档的税率不变
    if figure.role == "share" and beside.of and "占" in beside.opened and (of := _OF_WHICH.search(beside.opened)) is not None:
        whose = split_counted(beside.right)[0].partition("的")[0]
        if len(whose) > 1 and not quantity_of(whose):
            return f"{whose}占{of['whole']}比重"  # 占人口|95%|以上的人民群众
    if figure.base_unit == "元" and beside.of and (size := _OF_A_SIZE.fullmatch(beside.opened)) is not None:
        fund = _FOUNDED.sub("", split_counted(beside.right)[0])
        return f"{fund}{size['first'] or ''}规模" if len(fund) > 2 else None
    if figure.role == "share" and beside.of and (gave := _CONTRIBUTED.fullmatch(beside.opened)) is not None:
        by_place = beside.lead.startswith(tuple(words().places))  # 全市贡献了: the place itself, and nothing that was told before
        whose = strip_lead(gave["own"]) or ("" if by_place else telling.memory.subject)
        what = split_counted(beside.right)[0]
        whose += "对" if whose else ""
        return f"{whose}{gave['whole']}{what}的贡献占比" if (whose or by_place) and what else None
    if figure.base_unit == "%" and (kept := _SET_ASIDE.search(beside.opened)) is not None:
        users = _FOR_WHOM.match(beside.right)
        return f"{users['whose'] if users is not None else ''}{kept['verb']}{kept['of']}比例"  # 预留采购预算总额的|40%|以上面向小企业
    deed = _AT_THE_RATE.match(beside.right) if figure.base_unit == "%" and beside.of else None
    if deed is None:
        return None
    what = deed["what"] or strip_tail(beside.opened).removesuffix("按")
    return f"{what}{deed['done']}{deed['rate']}" if len(what) > 1 else None


def _in_clause(telling: Telling, figure: FoundFigure) -> tuple[str, int, int]:
    """Return the text of the clause, and where in it the figure stands."""
    clause = telling.clause
    return telling.text[clause.start : clause.end], figure.start - clause.start, figure.end - clause.start


def _of_duty(telling: Telling, figure: FoundFigure) -> str | None:
    """Return the name of a term or a fine (自收到申请之日起7个工作日内答复); None where the figure is none."""
    text, start, end = _in_clause(telling, figure)
    if figure.base_unit.endswith(UNITS):
        return term_name(text, start, end, figure.base_unit)
    if is_imposed(text, start):
        return fine_name(text, start, end)
    given = _GIVEN.search(text, 0, start)
    return f"{given['whom'] or ''}{given['what']}" if given is not None else None


def _enter_or_leave_parts(telling: Telling, beside: Beside) -> None:
    """Note where parts of a whole begin (其中) and where the text goes on after them."""
    if beside.part:
        telling.whole = telling.parted = telling.memory.subject
        telling.verb = ""
    elif telling.whole and not (beside.listed or beside.core.endswith(words().unfit) or is_payers_part(beside.core)):
        if beside.core in words().relative and beside.core not in RATIOS:
            telling.memory.owner = telling.whole  # 引进人才52位,其中创业类21人…,资助金额: of the whole
        if _WHOLE_GOAL.match(beside.opened):
            telling.memory.subject = telling.memory.owner = telling.whole  # 造林62万亩,其中飞播20万亩,完成任务的|124%
        telling.whole = ""


def _recall(telling: Telling, beside: Beside) -> None:
    """Take the subject from the comma piece before the clause's first figure: 夏粮喜获丰收,|总产129.5万吨."""
    if telling.drafts or not beside.before:
        return
    if beside.core and not is_relative(beside.core) and not is_no_name(beside.core) and not beside.opened.startswith("占"):
        return
    if is_relative(beside.core) and len(_TOLD_WHOLE.findall(beside.before)) > 1:
        telling.memory.subject = telling.memory.owner = ""  # 道路通车,展厅投入使用,完成投资|1亿元: of neither
        return
    if is_relative(beside.core) and telling.topic.endswith((*PAPERS, "》")):
        telling.memory.subject = telling.memory.owner = ""  # 出台稳外贸措施,出口|增长10%
        return
    if topic := (telling.aspect if is_relative(beside.core) else "") or telling.topic:
        telling.memory.subject = telling.memory.owner = topic
