"""When each fact is: the span of time that its clause names, else its sentence, paragraph, section or the report, and whose words that is.

Comes in: the report and the clause of a fact. Goes out: a period and its basis. What names a time stands in `periods`; known here is how
far it reaches: to the end of a sentence between semicolons (到2025年,…;…), of the paragraph that it opens (2025年,…), or of the section it
stands in, up to the next such time: years that a review looks back on (这五年,…), and what a sentence says to be told from here on
(刚刚过去的2025年, …是不平凡的一年).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from reportsum import lazy_re as re

from .. import periods
from ..annotating import AnnotatedReport, Clause
from ..figures.figure import FoundFigure, TableCell
from ..headings import Section
from ..kinds.parts import start_of_part
from ..kinds.passages import THE_OUTLINE
from ..languages import room_of
from ..models import Kind, Period, PeriodBasis
from ..spans import Span
from ..spared import holds
from .asides import averaged_years, earlier_period, from_to, run_of_years, years_of_average
from .drafts import Dated, Mention, When

_GOES_ON = ("；", ";")
_UNTIL = ("截至", "截止", "截止到")
"""Before a time, these say up to when something was reached."""
_LOOKS_BACK = ("过去", "近", "最近")
_THIS_MEETING = re.compile("提请(?:本[次届]|这次|此次)[^,，。;；]{0,8}(?:会议|大会)")
_EXPECTED = re.compile("(?:预[计期]|[可有]望|拟|计划|力争|争取|确保|将|要)[^,，。;；]{0,6}$")
LONGEST_SENTENCE = 24
"""Clauses between semicolons that a span of time named at the beginning of the sentence reaches over."""
_YEARLY = "年均"
YEARLY_REACH = 12
"""So many characters before a figure 年均 speaks of it."""
_DUE_RIGHT = re.compile(r"(?:[上中下]旬|[底末]|\d{1,2}日|份)?(?:之前|以前|前)")
"""Behind a month that is a deadline."""
_DUE_BY = re.compile(r"(?<!\d)(?P<year>20\d\d)年\d{1,2}月(?:\d{1,2}日|底|末)?(?:之前|以前|前)")
"""By when something is due, in a text that plans for no time of its own: 于2022年6月30日前报送."""
_ADDED_UP = re.compile("累计|年均|平均每年|每年平均|[五四三]年(?:总|共|合)")
"""How a figure is told that speaks of all the years of a term."""
_YEAR_SAID = re.compile("(?<![五四三每])年(?!均|平均)")
_STANDS = frozenset({"level", "count", "share", "rank", "other"})
"""Roles of figures that can tell where years have led to."""
_LED_TO = re.compile(
    r"(?:达到?|突破|超过|(?:(?<!增长)(?<!年均)率|占比|比重|强度|比例|倍差|指数|里程|装机(?:容量)?|余额|存量|[保拥]有量|寿命)(?:分别)?[为是]?[约近超]?|(?:营收|收入|产值|产量|产业|集群|总[量数额]|规模|主体|里程|容量|余额|资产|占比|比重|率|用户|数量)[超逾近约]|接近|辐射|通达|覆盖|联通|遍及|人均[^,，。;；]{2,12}[超逾近]|[升增降][至到]|(?:增加|增长|提高|提升|扩大|上升|下降|降低|减少|缩[短小]|压缩)[至到]|(?:调整|优化)[为到]|[跃位]?居(?:中国)?(?:[东中西]部(?:地区|省份)?)?|位?列|[跃升挤跻]?进入?"
    r"|[迈跃站跨]上|迈进|跨越|排名?)(?:每[人户][每年月]{0,2})?[了近约超逾全国省市区球第百亿万千前]{0,4}"
    r"(?:[\d.,]+(?:[:：∶]|[^,，。;；\d]{1,5}[、和与])){0,4}[近约超逾]?$"
)
"""How a figure is told that years have led to, itself or as one of a list (分别达到30万吨、|45万吨): by a verb of
reaching, or as the size of what has one (总量接近, 营收超)."""
_COMPARED_YEARS = re.compile(r"(?P<now>(?:19|20)\d\d)年[同与比较](?P<then>(?:19|20)\d\d)年(?:相比|比较)?[,，]?")
_THAN_A_YEAR = re.compile(
    r"[与同和比较](?P<then>(?:19|20)\d\d)年[底末]?(?:(?:相比|比较)[,，]?[^,，。;；]{0,24}|(?!的)[^,，。;；的]{0,16}(?:[\d.]+[^,，。;；、]{1,5}、)*)$"
)
"""Before a change: the year it is counted from. 与2020年相比,研发投入增长|85%; 比2020年分别增长9%、|12%."""
THAN_REACH = 48
_BEGUN = re.compile("[^,，。;；]{0,8}(?:提出|确定|决定|部署|启动|开始|开工|实施|出台|承诺)")
_ON_THE_YEAR = re.compile("[比较](?:上|去)一?年|同比")
LED_TO_REACH = 30
_ELSEWHERE = "(?:全国|全省|全市|全区|世界)[^,，。;；\\d]{0,8}"
_AHEAD_OF = re.compile(f"(?:[比较]{_ELSEWHERE}[高低多少快慢]|(?:[高低多少快慢优]于|超[过出]?|高出){_ELSEWHERE})[了约近]?$")
"""Before a difference: the place whose value of the same day it is counted from (比全国高|18.3个百分点)."""
_RANKED_FOR = re.compile(r"连续(?P<count>[一二两三四五六七八九十]{1,3}|\d{1,2})年(?:以上)?[^,，。;；\d]{0,8}$")
"""Before a rank that was held for years: 实际使用外资连续8年居全国|第一."""
_HELD_FOR = re.compile(
    r"连续(?P<count>[一二两三四五六七八九十]{1,3}|\d{1,2})年(?:以上)?(?:均|都|全部|始终)?(?:稳定|保持|维持|控制|超过?|高于|低于|达到?|突破|为)[^,，。;；\d]{0,6}?$"
)
"""Before a figure that held for years on end."""
_NOW = re.compile(r"(?:当前|目前|现在|眼下|今年)[,，]?")
_OVER_THE_YEARS = re.compile(
    "累计|年均|平均(?![^,，。;；]{0,2}(?:期望|预期|寿命|工资|收入|水平|受教育|浓度|气温|价格|年龄))|[一二两三四五六七八九十]年|[连持]续|总计|共[计有完实建新]|[总一]共|合计|新[增建]|建成(?![区率])|建设|完成(?!率)|实施|投入(?!强度|占)|引进|培育|落实|发放|减免|争取|改造|转移|安排|每年|年年"
)
"""Before such a figure: what was done over all the years, or in each of them."""
_FIVE_YEARS = re.compile(
    r"[“\"「]([一二三四五六七八九十]{1,2})五[”\"」](?=发展|经济社会|国民|的?(?:总体|主要|指导|奋斗|目标|思路)|回顾|成就|展望)"
)
"""A heading about the years of a plan: “十四五”发展的总体思路. “十四五”重大项目 is none: those of one year are meant."""

_OPENING = re.compile(
    r"[\s①-⑳(（一二三四五六七八九十)）、.\d]{0,5}(?:(?:各位代表|同志们)[!！,，:：。]?)?(?:(?:这里|我)?还?[要需]?(?:特别?|着重)?(?:要|需要)?(?:指出|强调|说明)的?是?[,，])?(?:刚刚|即将|回顾|回首|回望|纵观|展望|在|过去的?|的)*"
)
"""What may stand before the time that opens a paragraph."""
_GOAL_OPENING = re.compile(
    r"[\s①-⑳(（一二三四五六七八九十)）、.\d]{0,5}(?:我们的)?(?:主要|总体|工作)?(?:目标[是为]?[:：]?)?(?:(?:第[一二三四])?(?:阶段|步)[,，:：]?)?(?:力争|争取|确保)?到"
)
"""What may stand before the time that goals open with: 到2026年,…; 主要目标:力争到2026年,…"""
_GOAL_WITHIN = re.compile(r"(?:通过|围绕|依托|坚持|按照?)[^。；;]{4,}[,，](?:力争|争取|确保)?(?P<when>到\d{4}年)[底末]?[,，]")
"""How goals open behind what is done for them: 通过实施九大行动,到2025年,…."""
_ITEM_OF_GOALS = re.compile(
    r"\s*(?:[—–-]{1,2}|[^\s,，。;；\d]{4,12}(?:更[加为]?[高优强新广好大足美实绿精深牢密]|[提跃]升|提高|增强|改善|优化|完善|壮大|夯实|领先|突破|健全)[。:：])"
)
"""How a paragraph begins that is one of the goals opened above it: ——创新能力…; 产业能级更高。…"""
_AIM_BY_NAME = re.compile("远景目标(?![是为:：])")
"""Behind a year: an aim called by its year (2035年远景目标), which a goal on the way to it is not set for."""
_TASKS_OF_YEARS = re.compile(
    r"年[^。;；]{0,30}(?:任务|目标)[^。;；]{0,24}(?:以下|如下|下列|[几两三四五六七八九十]个方面|[:：]$)"
    r"|[一二三四五六七八九十]五[”\"」』]?时期[^,，。;；]{0,24}(?:总体要求|总体思路|指导思想|指导方针|目标任务|目标)[^,，。;；]{0,6}[是为:：]"
    r"|(?:提出|部署|明确|确定)[^,，。;；]{0,8}(?:今后|未来)[^,，。;；]{0,4}年[^,，。;；]{0,24}(?:任务|目标)"
)
"""A sentence that names years and says that the parts below are the tasks for them: 今后五年的主要任务,突出以下四个方面."""
_PRESENTED = re.compile(r"第([一二三四五六七八九十]{1,2})个五年规划(?:和[^《》]{0,16})?纲要[（(]草案")
_BY_THE_OUTLINE = re.compile("《(?:规划)?纲要(?:[（(]草案[）)])?》[^,，。;；《]{0,6}(?:提出|明确|安排|确定|设定|细化|部署|谋划)")
_SALUTATION = re.compile(r"(?:各位代表|同志们|各位委员)[!！,，:：。]?")
_AT_ONCE = re.compile(r"(?:期间|时期|以来|来|间)?(?:[,，]|是|我|全|这)")
"""Behind a time that a paragraph is about: 2025年,… 2020年底 or 2020年7月 tell of one event."""
_TERM_BEGINS = re.compile(r"(?:(?:过去的?|这)五年[^,，。;；]{0,10}|五年[来间])[,，]|[“\"]?十[一二三四五六]?五[”\"]?(?:时期|期间)[,，]")
"""How a sentence begins that takes its paragraph over to the years of a term: 2025年任务完成,“十四五”收官。五年来,…."""
TERM_WITHIN = 2
"""So many sentences of a paragraph may stand before it."""
_FROM_HERE_ON = re.compile(
    r"刚刚过去|(?:不平凡|不寻常|重要|意义|奋进|进步|发展|阔步|跨越|成就|关键|蓄势|特殊)[^,，。]{0,24}的?[一二三四五六七八九十两]年[,，。!！]"
)
"""How a sentence says that what follows tells of another time."""
_OPENS_FAR = 40
"""A paragraph that another time opens names it within so many characters."""

_ENGLISH_OPENING = re.compile(
    r"[\s•–—-]{0,4}(?:\d{1,3}\.\s?)?(?:Fellow \w+,\s)?"
    r"(?:(?P<time>(?:In|For|During|Over|Throughout|Looking back (?:on|at|over))\s[^,:;.]{4,40}(?<!Budgets))[,:]"
    r"|(?P<bare>(?:In|During|Throughout)\s(?:19|20)\d\d)(?=\s(?:the|our|its|[A-Z][a-z]+['’]s)\s)"
    r"|(?P<seen>The (?:past|last) \w+ years)\s(?:has|have|saw|was|were)\b)"
)
"""How an English paragraph says at once what time it tells of: In the year just passed, …; In 2007 the economy …; The past five years
have seen …"""
_LEAVES_IT = re.compile(
    r"\s*(?:(?:Fellow|Esteemed|Honou?rable)\s[A-Z]\w+(?:\sand\s[A-Z]\w+)?[,!:]"
    r"|Ladies and Gentlemen|(?:Mr|Mdm|Madam)\.?\s(?:Speaker|President)(?:,\sSir)?[,.]"
    r"|(?:Ever\s)?[Ss]ince\s[^,;.\d]{4,60},|At present,|Currently,)"
)
"""How an English paragraph leaves the time told before: it speaks to the audience anew (Fellow Deputies,), tells of what has gone on since
something happened (Since the outbreak began, …), or of the present."""
_KEYED_YEAR = re.compile(r"[ \t]*[A-Za-z][\w ()%-]{1,200} (?P<year>(?:19|20)\d\d):\s*-?[\d.]+(?:[eE][-+]?\d+)?\s*$")
_TOLD_OF_THE_PAST = re.compile(
    r"\b(?:was|were|had|did|past)\b|\b(?:has|have) (?!been\b)(?:\w+ly )?(?:\w+ed|met|become|fallen|grown|risen)\b"
)
"""How an English sentence fears nothing to come."""
_MAY_COME = re.compile(
    r"\b(?:may|might|could|will|likely|[Ww]e (?:expect|anticipate|foresee)|brace (?:ourselves )?for|prepared? for)\b"
    r"(?! (?:also |well )?have\b)"
)
"""How it fears what has not come yet."""
_POINT = re.compile(r"\s*(?:and\s?)?(?:\([a-z\d]{1,4}\)|[a-z\d]{1,2}\))\s?[A-Za-z]")
"""How an English point of a list begins: (b) waiving the fee."""
_ENDS_PARAGRAPH = re.compile(r"\n\s*\n")
_THIS_PERIOD = re.compile(
    r"\b(?:during|over|in|for|throughout|end of) (?:this|that|the same|the said|the forecast|the projection|the planning) period\b"
    r"|^(?:\d{1,3}\.\s?)?(?:During|Over) the period,",
    re.IGNORECASE,
)
_TO = re.compile(
    r"[\w\s%$€£,.’'-]{0,40}?\bto\s(?:over |about |around |nearly |almost |more than |some |an? |the |current |estimated |[$€£]){0,3}",
    re.IGNORECASE,
)

_CAME_TO = re.compile(
    r"\b(?:reach(?:ed|ing)|(?:stood|standing|stands) at|hit(?:ting)?"
    r"|(?:rose|risen|fell|fallen|increased|dropped|grown|grew|declined|expanded|climbed|came) to)\s"
    r"(?:(?!total|cumulative|average)[a-z'’-]+\s){0,5}[^\w\s]?(?:[A-Z]{2,3}\$?)?$"
)
"""Before what something has come to over years."""
_PART_OF_IT = re.compile(r"^[^,;]*,\s(?:of which|including|accounting for|representing)\s")

_GROWN_TO = re.compile(
    r"\bto\s(?:an?\s)?(?:estimated|projected|expected|forecast|budgeted)\s[^,;]{1,40}$"
    r"|\bfrom\s[^,;]{0,12}\d[^,;]{0,40}?\sin\s[^,;]{4,12}\sto\s[^,;]{1,30}$",
    re.IGNORECASE,
)
"""Before the end of a time that has not come, and whose value is told with the one it grew from: to an estimated $10 billion in FY2018;
from $4 billion in FY2011 to $10 billion in FY2018."""
_FROM_AN_EVENT = re.compile(
    "自?[^,，。;；\\d年月日季度]{0,14}(?:封关|开通|开馆|开园|开业|启用|启动|通车|通航|挂牌|成立|上线|运营|投运|投产|施行|开放)"
    "(?:运作|运营|运行)?(?:以来|[至到]今|[至到]?“?(?:满月|首月|首周|首日|百日|周年)”?|[一二三四五六七八九十半]+(?:年多?|个?月)来)(?=[,，时])"
)
"""How a sentence begins that tells of the time since something opened, of which nobody says when: 通车至“满月”时,…"""
_IN_THE_LONG_RUN = re.compile(r"\W*(?:\d{1,3}\.\s?)?(?:In|Over) the (?:very )?long(?:er)?[ -](?:run|term)\b")
"""How an English sentence opens that promises something for no time in particular."""
_SOME_DAY = re.compile(
    r"\b(?:[Ii]n|[Oo]ver|[Ff]or) the (?:(?:short|near|medium)(?:er)? (?:and|to|or) )?"
    r"(?:medium|long)(?:er)? (?:run|term)\b(?! [a-z]+s\b)"
)
"""What an English sentence foresees for no time in particular: in the medium to long term."""
_FIRST_YEARS = re.compile(r"\bin (?:its|the|their) first (?:few|\w+) years\b(?! of)")
"""How a promise speaks of the first years of something, which may begin at any time."""
_WE_SHALL = re.compile(r"\b(?:I|[Ww]e|[Gg]overnment) (?:also )?(?:shall|will|must|propose|plan|intend|have|am|are)\b")
_NEXT_FEW = re.compile(r"\b(?:next|coming) few years\b")
_STEPS = re.compile(
    r"\b(?:will|shall|propose|plan|intend|introduc|mak|tak)\w*\b[^.;]{0,60}\b(?:two|three|four|five|six|several|the following|some"
    r"|a number of)\s"
    r"(?:[a-z-]+\s){0,3}(?:changes|measures|steps|enhancements|adjustments|moves|things|initiatives|improvements|reforms)\b",
    re.IGNORECASE,
)
_STEPS_WORDS = ("changes", "measures", "steps", "enhancements", "adjustments", "moves", "things", "initiatives", "improvements", "reforms")
"""A sentence whose time is that of the steps counted up behind it: from next year, I will make two changes. First, …"""

_ANNOUNCES_TASKS = re.compile(
    r"\b(?:brief you on|report(?: to you)? on|(?:turn|move on) to|outline|discuss|present|set out|proposes|the following|describe)\b"
    r"[^.;:]{0,80}"
    r"\b(?:targets|tasks|goals|objectives|priorities|undertakings|policies|initiatives|work|plans?|measures|proposals)\b"
    r"|\b(?:targets|tasks|goals|objectives|priorities|undertakings)\b(?=[^.;:]{0,120}(?:as follows|the following|:\s*$))",
    re.IGNORECASE,
)
"""How an English sentence says what the sentences behind it are: let me now brief you on the targets and tasks for 2016 to 2020."""
_HOW_MUCH_MORE = re.compile(
    r"(?:This|That|It) (?:is|represents|means|equals) (?:[a-z]+ ){0,5}?(?:increase|rise|decrease|reduction|fall|drop|decline|saving) of "
    r"|This has (?:[a-z]+ ){0,2}(?:doubled|tripled|quadrupled)\b"
    r"|(?:This|That|It) (?:is|was) (?:[a-z]+ ){0,2}(?:double|twice|triple|treble|half|[a-z]+ times) (?:the|that|those|what|as)\b"
    r"|(?:This|That) (?:is|was|represents|marks) (?:an? |about |nearly |over )*[\d.]+ ?(?:%|per ?cent) "
    r"(?:increase|rise|growth|decrease|fall|drop|decline)\b"
)
"""How a sentence opens that only says how much the one before it is more or less: this is an increase of|$55 billion."""
_ECONOMYS_YEAR = re.compile(
    r"^\W*(?:\d{1,3}\.\s?)?(?:[A-Z][a-z]+['’]s|Our|The|This|Its) (?:[A-Z]?[a-z]+ ){0,2}economy (?:[^.;]|\.\d){0,60}"
    r"\b(?:last year|in (?:19|20)\d\d(?:[-–/]\d\d)?)\b(?!['’])"
    r"|\b(?:GDP|growth(?: rate)?|inflation) in (?:19|20)\d\d(?:[-–/]\d\d)?\b"
    r"|\b(?:ended|closed|finished|came through) last year\b(?!['’])"
)
"""A sentence that says of which year an economy is told."""
_APRIL = 4
"""Most of a financial year that begins in this month is the calendar year it begins in."""
_ECONOMY_GREW = re.compile(
    r"(?<!of )(?<!to )\b(?:GDP|[Ee]conomy|[Ee]conomic growth)\s(?:growth\s)?(?:(?:has|had|have|is|was|will|would|could"
    r"|expected|projected|forecast|to|be|also|now|likely|further)\s){0,5}(?:gr[eo]w|expand|contract|shr[aiu]nk|slow|rebound|recover|declin|f[ea]ll|moderat)[a-z]*\b"
)
"""How the growth of an economy is told: the economy is projected to grow by |4%."""
_OUTLOOK_FOR = re.compile(r"\b(?:outlook|prospects) for (?P<year>(?:19|20)\d\d) (?:is|are|remains?|looks?|will be)\b")
_FROM_A_YEAR = re.compile(
    r"(?:%|per ?cent|percentage points?)\s(?:(?:higher|lower|more|less)\s)?(?:from|over|on|than|than in|compared (?:with|to))\s"
    r"(?P<year>(?:19|20)\d\d)(?![-–/\d])"
)
"""How much a value has changed from that of a calendar year: up 3% from |2004."""
_OVER_A_SPAN = re.compile(r"\b(?:period|cycle|years|decades?|since|quarters?|months)\b")
_NOT_THEN = re.compile(
    r"(?<![a-z])(?:has|have|is|are|am|will|shall|would|can|could|may|might|must|should|now|today|I|[Ww]e|Government|tax|taxes|revenues?|duties|Budget)(?![a-z])"
)
_FARED = re.compile(
    r"\b(?:It|[Ee]conomy|GDP|[Gg]rowth|[Oo]utput|[Ii]nflation|[Pp]rices|[Ee]mployment|[Uu]nemployment|[Jj]obs|[Ww]ages?|[Ii]ncomes?|[Pp]ay|[Ee]arnings"
    r"|[Pp]roductivity|[Ee]xports|[Ii]mports|[Tt]rade|[Dd]emand|[Cc]onsumption|[Ss]pending|[Ii]nvestments?|[Ss]ales|[Vv]isitors?|[Tt]ourists?|[Aa]rrivals"
    r"|[Ii]nequality|[Pp]overty|[Cc]onfidence|[Rr]etrenchments|labour market|[Ss]avings?|capital formation|[Cc]redit|[Dd]eposits)\b"
)
"""How an economy and its people fared, told behind its year: wages rose, unemployment fell."""
_SINCE_THEN = re.compile(r"^Since then\b|\b(?:has|have)\b[^.;]*\bsince(?: then)?[.,;]?$")
"""How an English sentence counts from the time that the one before it names: has increased by $34 million since then."""
_BY_THEN = re.compile(
    r"\W*(?:(?:By|At|Until) (?:that|this) (?:time|year|date|point|stage)|By then|Within (?:this|that) (?:time ?frame|time|period))(?![a-z])"
)
"""How an English sentence opens whose time is the one that the sentence before it names last: by that time, output should exceed …"""

_THE_THING = re.compile(
    r"The\s(?:(?P<part>(?:vast\s)?majority|rest|remainder|others?|(?:first|second)\s(?:phase|tranche))|(?:[a-z-]+\s){0,2}?(?P<noun>[a-z]{3,}))"
    r"(?:,[^,;]{3,40},)?\s(?:will|would|shall|is|are)\s"
)
_IS_FORECAST = re.compile(
    r"(?:\d{1,3}\.\s?)?(?:The|Its|Our|Headline|Underlying|As for [^,;]{3,40},)\s[^.;,]{3,60}\s(?:is|are)\s(?:also\s)?"
    r"(?:forecast|expected|projected|estimated)\sto\s"
)
"""How an English sentence opens that goes on with a forecast for some years: inflation is forecast to average 2.5 per cent."""
_GOES_ON_WITH_IT = re.compile(r"(?:This|These|They|It|Both|Each)\s(?:[a-z]+\s){0,2}?(?:will|would|shall)\s")
"""How an English sentence opens that goes on with what the one before it promises: the levy will …, the vast majority will …, it will …"""

PeriodRead = tuple[Period | None, PeriodBasis]


_PART_OF_YEAR = re.compile(r"\d{4}[HQ]\d")
"""The label of a half-year or a quarter."""


class _Frame(NamedTuple):
    """A span of time that a paragraph, or what follows it, is told under."""

    period: Period
    basis: PeriodBasis
    due: bool = False
    """Whether it is until when the goals told under it are to be reached: 到2027年,…."""


class Times:
    """Reads when the facts of one report are. Holds what many of them share."""

    def __init__(self, report: AnnotatedReport) -> None:
        meta = report.meta
        self._report = report
        self._spoken_in = periods.speaking_year(meta.period, meta.plan_period, meta.published)
        self._looks_back = meta.language == "en" and meta.plan_period is None
        """A report that only looks back calls the year it reports on "this year", whenever it came out."""
        self._years = meta.financial_year
        self._told_until = meta.published or (meta.period.end if meta.period is not None else None)
        """What was achieved was achieved by then."""
        self._spans_of: dict[tuple[int, bool], tuple[periods.NamedPeriod, ...]] = {}
        self._sections: dict[str, Period | None] = {}
        self._of_several: set[str] = set()
        """Sections whose heading names several times: of which of them a fact is, it does not say."""
        self._collect(report.outline.sections, None)
        self._hand_down()
        self._read: dict[tuple[int, Kind], PeriodRead] = {}
        self._of: dict[tuple[int, int | None, Kind], PeriodRead] = {}
        self._frames: dict[bool, dict[int, _Frame]] = {}

    def of(self, clause: Clause, figure: int | None, kind: Kind) -> PeriodRead:
        """Return the span of time the clause names, else its sentence's, else its section's, else the report's, and whose words it is.

        What something rose to over some years was reached in the last of them. Where the clause names several, the one that
        holds at `figure` counts (1-5月增长5.7%,预计上半年|6%); for what was reached that is the moment up to which it was
        (截至6月底,2018、2019两年总任务21万座,完成|9万座).
        """
        key = (clause.number, figure, kind)
        if key not in self._of:  # an item asks, and its figures ask again
            self._of[key] = self._read_of(clause, figure, kind)
        return self._of[key]

    def _read_of(self, clause: Clause, figure: int | None, kind: Kind) -> PeriodRead:
        period, basis = self._told(clause, figure, kind)
        if (
            kind == "achievement"
            and figure is not None
            and period is not None
            and (held := self._held_for(figure, clause, period)) is not None
        ):
            return held, basis
        if figure is not None and period is not None and (since := self._since_compared(figure, clause, period, kind)) is not None:
            return since, basis
        of_now = basis in ("report", "section") or (basis == "carried" and clause.language == "zh")
        if kind == "risk" and of_now and period is not None and _is_years(period):
            return _last_year(period), basis  # what a review of several years calls wrong is wrong at their end
        if figure is None or kind != "achievement" or period is None or period.start.year == period.end.year:
            return period, basis
        if clause.language == "zh":
            stands = self._stands_at_the_end(figure, clause) or self._is_of_last_year(figure, clause)
        else:
            long = period.end.year - period.start.year > 1  # 2022/2023 may be one year
            stands = _is_years(period) and (self._is_reached(clause, figure) or (long and self._came_to(clause, figure)))
        return (_last_year(period) if stands else period), basis

    def _held_for(self, figure: int, clause: Clause, period: Period) -> Period | None:
        """Return the years over which a figure held, up to the last one spoken of: 优良天数连续6年稳定在|325天以上."""
        found = self._report.figures[figure]
        if clause.language != "zh" or "连续" not in clause.text or found.cell is not None or not _is_years(period):
            return None
        held = (_RANKED_FOR if found.role == "rank" else _HELD_FOR).search(clause.text, 0, found.start - clause.start)
        count = periods.number_of(held["count"]) if held is not None else 0
        return periods.make_period(f"{period.end.year - count + 1}/{period.end.year}") if count > 1 else None

    def _is_reached(self, clause: Clause, figure: int) -> bool:
        """Return whether a figure is what something came to from the figure before it: from 30 to over |40| percent."""
        if clause.language != "en" or figure - 1 not in clause.figures:
            return False
        before, found = self._report.figures[figure - 1], self._report.figures[figure]
        if found.role == "share" and figure - 2 in clause.figures and self._is_reached(clause, figure - 1):
            return True  # from 9,000 to 25,000 kilometres, accounting for |two thirds| of the world's
        if before.base != "earlier" or found.cell is not None:
            return False
        return _TO.fullmatch(clause.text, before.end - clause.start, found.start - clause.start) is not None

    def _came_to(self, clause: Clause, figure: int) -> bool:
        """Return whether an English figure is what years have led to: in the past five years life expectancy has reached |75 years."""
        found = self._report.figures[figure]
        if (
            clause.language != "en"
            or found.cell is not None
            or found.base is not None
            or found.role not in ("level", "share", "rank", "other")
        ):
            return False
        if figure - 1 in clause.figures and self._came_to(clause, figure - 1):
            between = clause.text[self._report.figures[figure - 1].end - clause.start : found.start - clause.start]
            return _PART_OF_IT.search(between) is not None  # reached 121,000 kilometres, of which |19,000 are new
        return not found.yearly_average and _CAME_TO.search(clause.text, 0, found.start - clause.start) is not None

    def _leads_a_rise(self, clause: Clause, figure: int) -> bool:
        """Return whether a clause's first figure tells how much a value rose that the next two lead from and to: more than |doubled,
        from 3.9 in 2011 to 10.2 in 2018."""
        others = clause.figures[1:3]
        return figure == clause.figures[0] and len(others) == 2 and self._is_reached(clause, others[1])

    def _told(self, clause: Clause, figure: int | None, kind: Kind) -> PeriodRead:
        planned = kind == "target"
        found = self._report.figures[figure] if figure is not None else None
        if found is not None and figure is not None and (listed := self._keyed_year(clause)) is not None:
            return listed, "own"
        if found is not None and found.cell is not None:
            period, basis = self._of_cell(found.cell, clause, planned=planned)
            if planned and found.yearly_average and period is not None:
                period = self._years_until(period, clause)
            return period, basis
        spans = self._spans(clause, planned=planned) or self._feared(clause, kind)
        if found is not None and len(spans) > 1 and "的基础上" in clause.text:
            spans = _built_on(spans, clause.text, found.start - clause.start)
        if found is not None and len(spans) > 1:
            at = found.start - clause.start
            yearly = _YEARLY in clause.text[max(0, at - YEARLY_REACH) : at] or (found.yearly_average and clause.language == "zh")
            if yearly and (averaged := _averaged(spans, clause.text, at)) is not None:
                return averaged, "own"
            until = () if planned else [named for named in spans if clause.text.endswith(_UNTIL, 0, named.span.start)]
            if clause.language == "en" and figure is not None and self._leads_a_rise(clause, figure):
                at = self._report.figures[clause.figures[2]].start - clause.start
                return periods.holding_at(spans, at) or spans[1].period, "own"
            named = periods.holding_at(until, at) or _in_the_part_of(spans, clause, at) or periods.holding_at(spans, at) or spans[0].period
            return (None if planned else self._added_up(found, clause, named)) or (named, "own")
        if found is not None and kind == "achievement" and len(spans) == 1 and _is_told_later(clause, found, spans[0]):
            return self._beyond_words(clause, kind)  # 建设高标准农田|910万亩,…占比近3年提升21个百分点
        if found is not None and planned and len(spans) == 1 and _is_past_of_the_reason(clause, found, spans[0]):
            return self._beyond_words(clause, kind)
        if found is not None and planned and len(spans) == 1 and self._is_of_later_figures(clause, found, spans[0]):
            return self._beyond_words(clause, kind)  # 支出由18亿元增加到|95亿元,明年将安排200亿元
        if found is not None and kind == "achievement" and len(spans) == 1 and self._goes_on_since(clause, found, spans[0]):
            return self._default(clause.section, planned=planned)
        key = (clause.number, kind)
        if key not in self._read:
            self._read[key] = self._of_clause(clause, kind)
        period, basis = self._read[key]
        if found is None or period is None or basis != "own":
            return period, basis
        if planned:
            return (self._years_until(period, clause) if found.yearly_average else period), basis
        return self._added_up(found, clause, period) or (period, basis)

    def other(self, figure: int, clause: Clause, own: Period | None, kind: Kind) -> Period | None:
        """Return the span of time that a figure of `clause` speaks of, where it is another than its item's."""
        planned = kind == "target"
        found = self._report.figures[figure]
        spans = self._spans(clause, planned=planned)
        if found.cell is None and not spans and (planned or own is None):
            return None  # it has no words of its own: its item's time is its own
        period, _ = self.of(clause, figure, kind)
        if found.cell is None and not spans and not _ends_with(period, own) and not _ends_with(own, period):
            return None  # nor is it the sum over the years that its item tells the end of, or the other way about
        return period if period != own else None

    def aside(self, figure: int, clause: Clause, own: Period | None) -> Period | None:
        """Return the span of time of a figure that is a value compared from or a yearly average, where the clause's words name it."""
        found = self._report.figures[figure]
        before = clause.text[: found.start - clause.start]
        if found.base == "earlier" and clause.language != "zh":
            spans = self._spans(clause, planned=False)
            at = found.start - clause.start
            if len(spans) > 1 or (spans and 0 < spans[0].span.start <= at < spans[0].span.end):
                return periods.holding_at(spans, at)
            reviewed = self._report.meta.period
            if own is not None and reviewed is not None and own.start > reviewed.start and own.end > reviewed.end:
                return self._until_now(reviewed)  # what is to be raised from 240 to 280 yuan stands at 240 now
            years = self._told(clause, figure, "achievement")[0]
            rose = figure + 1 in clause.figures and self._is_reached(clause, figure + 1)
            return periods.make_period(str(years.start.year - 1)) if rose and years is not None and _is_years(years) else None
        if found.base == "earlier":
            return earlier_period(before, own) or self._started_from(figure, clause, own)
        if not found.yearly_average:
            return None
        return averaged_years(before, own) or self._averaged_from(figure, clause)

    def _started_from(self, figure: int, clause: Clause, own: Period | None) -> Period | None:
        """Return the year of a value that others rose from over the years to `own`: the one that the pair before it in the sentence names
        (由1997年的3252亿美元增加到2002年的6208亿美元;出口总额由|1828亿美元增加到…), else the year before those years."""
        if own is None:
            return None
        if own.start.year != own.end.year:  # “十四五”期间,数量增长4.9倍,从第13位升至第5位: the place before those years
            return periods.make_period(str(own.start.year - 1)) if _is_years(own) else None
        at = self._report.figures[figure].start - clause.start
        if "年" in clause.text and (run := run_of_years(clause.text[:at])) is not None and run[1] == own.end.year:
            return periods.make_period(str(run[0]))
        for number in range(clause.number, max(-1, clause.number - LONGEST_SENTENCE), -1):
            said = self._report.clauses[number]
            if said is not clause and (said.section is not clause.section or not said.text.endswith(_GOES_ON)):
                break
            if "年" in said.text and (named := from_to(said.text[:at] if said is clause else said.text)) is not None:
                return periods.make_period(str(named[0])) if named[1] == own.end.year else None
        years = self._told(clause, figure, "achievement")[0]
        led = years is not None and _is_years(years) and years.end.year == own.end.year
        return periods.make_period(str(years.start.year - 1)) if led and years is not None else None

    def _averaged_from(self, figure: int, clause: Clause) -> Period | None:
        """Return the years of a yearly average told behind a pair of values of the first and the last year: the first is left out."""
        pairs = [number for number in clause.figures if number < figure and self._report.figures[number].base == "earlier"]
        at = self._report.figures[figure].start - clause.start
        if not pairs or clause.language != "zh":
            return None
        if (beside := years_of_average(clause.text[start_of_part(clause.text, at) : at])) is not None:
            return beside
        run = run_of_years(clause.text[: self._report.figures[pairs[-1]].start - clause.start])
        return periods.make_period(f"{run[0] + 1}/{run[1]}") if run is not None and run[0] + 1 < run[1] else None

    def _until_now(self, reviewed: Period) -> Period:
        """Return when what a report starts from stands: the time it reviews, of several years the last."""
        return _last_year(reviewed) if _is_years(reviewed) and reviewed.start.year < reviewed.end.year else reviewed

    def _is_of_now(self, clause: Clause) -> bool:
        """Return whether what an English clause fears is to be feared in the time planned: where it stands among plans, where it only may
        come, or where the report looks back on several years."""
        meta = self._report.meta
        if clause.language != "en" or meta.plan_period is None or meta.period is None or _TOLD_OF_THE_PAST.search(clause.text) is not None:
            return False
        in_plan = clause.section is not None and clause.section.stance == "plan"
        return (
            in_plan
            or _MAY_COME.search(clause.text) is not None
            or (periods.has_years(meta.period) and not periods.has_years(meta.plan_period))
        )

    def due(self, clause: Clause, period: Period | None) -> str | None:
        """Return until when a goal of `period` is to be reached that stands under an opening (到2027年,…。一是…); None elsewhere."""
        frame = self._frame(clause, planned=True)
        if period is None or frame is None or not frame.due or frame.period != period or period.start.year != period.end.year:
            return None
        if "每年" in clause.text:
            return None  # what is done each year is not done by the last of them
        return f"{period.end.year}-12"

    def named_in(self, told: When, clause: Clause, *, planned: bool) -> Period | None:
        """Return the span of time that a draft points at for `clause`; None when the words name none."""
        if isinstance(told, Dated):
            return periods.make_period(told.label) if told.label is not None else None
        if not isinstance(told, Mention):
            return self._report.meta.period if told == "period" else self._report.meta.plan_period
        default = self._default(clause.section, planned=planned)[0]
        words = told.words or self._report.clauses[told.clause].text
        spans = room_of(clause.language).periods_in(words, default, spoken_in=self._spoken_in, years=self._years)
        return spans[0].period if spans else None

    def _of_clause(self, clause: Clause, kind: Kind) -> PeriodRead:
        planned = kind == "target"
        if spans := self._spans(clause, planned=planned) or self._feared(clause, kind):
            return spans[0].period, "own"
        return self._beyond_words(clause, kind)

    def _beyond_words(self, clause: Clause, kind: Kind) -> PeriodRead:
        """Return the span of time of what a clause names no time for."""
        planned = kind == "target"
        if "年" in clause.text and periods.misprinted_years(clause.text):
            return None, "none"  # 0402年启动试点: dated, but nobody knows when
        if clause.language == "en" and _is_of_no_certain_time(clause.text, kind):
            return None, "none"
        if clause.language == "zh" and kind == "achievement" and _FROM_AN_EVENT.match(clause.text) is not None:
            return None, "none"
        if clause.cell is not None and clause.cell.time:
            return self._by_head(clause.cell.time, clause, planned=planned)
        named = (
            self._named_before(clause, planned=planned)
            or self._meant_by_this(clause, planned=planned)
            or self._meant_by_then(clause, planned=planned)
            or (None if planned else self._meant_since_then(clause))
            or (None if planned else self._of_the_economys_year(clause))
            or (self._of_the_outlook(clause) if kind == "risk" else None)
            or (self._promised_before(clause) if planned else None)
        )
        if named is None and planned and "纲要" in clause.text and _BY_THE_OUTLINE.search(clause.text) is not None:
            named = self._presented_plan
        if named is not None:
            return named, "carried"
        if (
            kind == "risk"
            and clause.language == "zh"
            and clause.section is not None
            and clause.section.stance == "plan"
            and _NOW.match(clause.text)
        ):
            ahead, basis = self._default(clause.section, planned=True)  # 当前,世界经济… among the plans for a year: so it is in that year
            if ahead is not None and _is_long(ahead):
                return ahead, basis
        frame = self._frame(clause, planned=planned)
        if frame is None and clause.number in self._history:
            return None, "none"
        passed = kind == "risk" and self._is_of_now(clause) and frame is not None and periods.has_years(frame.period)
        if frame is not None and not passed and (frame.basis == "carried" or kind != "risk"):  # what is wrong is wrong now
            return frame.period, frame.basis
        if kind == "risk" and self._is_of_now(clause):
            return self._default(clause.section, planned=True)
        if _YEARLY in clause.text and (named := self._years_before(clause, planned=planned)) is not None:
            return named, "carried"
        period, basis = self._default(clause.section, planned=planned)
        if basis == "report" and period is not None and self._goes_by_calendar(clause, period):
            return periods.make_period(str(period.start.year)), basis
        if period is None and planned and clause.language == "zh" and (due := _DUE_BY.search(clause.text)) is not None:
            return periods.make_period(due["year"]), "own"
        return period, basis

    def _goes_by_calendar(self, clause: Clause, period: Period) -> bool:
        """Return whether an English clause tells how an economy grew, in a report on the financial year of a place that tells growth by
        calendar years: of the year in which the financial year begins."""
        years = self._years
        if clause.language != "en" or years is None or years.is_this_year or years.begins != _APRIL or not clause.figures:
            return False
        if not periods.is_financial_year(period):
            return False
        from_year = _FROM_A_YEAR.search(clause.text)
        if from_year is not None and int(from_year["year"]) == period.start.year - 1:
            return True  # up 3% from 2004, in a report on the financial year 2005
        return _ECONOMY_GREW.search(clause.text) is not None and _OVER_A_SPAN.search(clause.text) is None

    def _of_cell(self, cell: TableCell, clause: Clause, *, planned: bool) -> PeriodRead:
        """Return the span of time that the heads and labels of a table's value name; the report's where they name none."""
        return self._by_head(cell.time, clause, planned=planned) if cell.time else self._default(clause.section, planned=planned)

    def _by_head(self, time: str, clause: Clause, *, planned: bool) -> PeriodRead:
        default, basis = self._default(clause.section, planned=planned)
        reported = self._report.meta.period
        if time == "全年":  # the year that the report speaks of, also where it has come half-way
            return (periods.make_period(str(reported.end.year)), "own") if reported is not None else (default, basis)
        named = periods.find_period(time, default, spoken_in=self._spoken_in)
        if named is None and clause.language != "zh":  # H1 2025; a bare year is told as 2025年 in every language
            spans = room_of(clause.language).periods_in(time, default, spoken_in=self._spoken_in, years=self._years)
            named = spans[0].period if spans else None
        return (named, "own") if named is not None else (None, "none")

    def _stands_at_the_end(self, figure: int, clause: Clause) -> bool:
        """Return whether a figure told under a span of years is where they led to (达到2.7万亿元, 进入前8位), no sum over them."""
        found = self._report.figures[figure]
        if found.role == "change_pp" and figure - 1 in clause.figures and _AHEAD_OF.search(clause.text, 0, found.start - clause.start):
            return self._stands_at_the_end(figure - 1, clause)  # 达到93%,比全国高|18.3个百分点
        if found.cell is not None or found.base is not None or found.yearly_average or found.role not in _STANDS:
            return False
        at = found.start - clause.start
        led = _LED_TO.search(clause.text, max(0, at - LED_TO_REACH), at)
        if led is None:
            return False
        begin = start_of_part(clause.text, led.start())
        told = (self._report.figures[number] for number in clause.figures if number < figure)
        ends = [one.end - clause.start for one in told if one.base is None]
        begin = max([begin, *(end for end in ends if end <= led.start())])
        over = _OVER_THE_YEARS.search(clause.text, begin, led.end())
        return over is None or over.start() >= led.start()

    def _since_compared(self, figure: int, clause: Clause, period: Period, kind: Kind) -> Period | None:
        """Return the years over which something changed that is compared with a year long before: 1992年同1987年相比,增长|42%."""
        found = self._report.figures[figure]
        if clause.language != "zh" or found.role not in ("change", "change_pp", "multiple") or period.start.year != period.end.year:
            return None
        at = found.start - clause.start
        than = _THAN_A_YEAR.search(clause.text, max(0, at - THAN_REACH), at) if "年" in clause.text else None
        if kind == "achievement" and than is not None and int(than["then"]) < period.end.year - 1 and found.cell is None:
            return periods.make_period(f"{int(than['then']) + 1}/{period.end.year}")
        for number in range(clause.number, max(-1, clause.number - LONGEST_SENTENCE), -1):
            said = self._report.clauses[number]
            if said is not clause and (said.section is not clause.section or not said.text.endswith(_GOES_ON)):
                return None
            compared = _COMPARED_YEARS.search(said.text) if "年" in said.text else None
            if compared is not None and int(compared["now"]) == period.end.year > int(compared["then"]) + 1:
                return periods.make_period(f"{int(compared['then']) + 1}/{compared['now']}")
            if compared is not None or self._spans(said, planned=False):
                return None
        return None

    def _is_of_later_figures(self, clause: Clause, figure: FoundFigure, named: periods.NamedPeriod) -> bool:
        """Return whether a time is named in a later part of a promise than the figure stands in, and has a figure of its own there."""
        if clause.language != "zh" or figure.cell is not None or named.span.start + clause.start <= figure.start:
            return False
        begin = start_of_part(clause.text, named.span.start)
        if begin <= figure.start - clause.start:
            return False
        return any(self._report.figures[number].start >= clause.start + named.span.end for number in clause.figures)

    def _goes_on_since(self, clause: Clause, figure: FoundFigure, named: periods.NamedPeriod) -> bool:
        """Return whether a year only tells when something began that is told as it has come to be: 2004年我们提出…,各地已偿还1834亿元."""
        reviewed = self._report.meta.period
        if clause.language != "zh" or figure.cell is not None or reviewed is None or named.period.end.year >= reviewed.end.year:
            return False
        if _BEGUN.match(clause.text, named.span.end) is None:
            return False
        _, comma, since = clause.text[named.span.end : figure.start - clause.start].partition("，")
        return bool(comma) and "已" in since

    def _is_of_last_year(self, figure: int, clause: Clause) -> bool:
        """Return whether a figure told under a span of years says how things changed from the year before: 比上年增长12.8%."""
        found = self._report.figures[figure]
        at = found.start - clause.start
        return found.role in ("change", "change_pp") and _ON_THE_YEAR.search(clause.text, start_of_part(clause.text, at), at) is not None

    def _added_up(self, figure: FoundFigure, clause: Clause, named: Period) -> PeriodRead | None:
        """Return the years that a review looks back on, for what adds up over them although the sentence opens with the last one
        (2012年,生产总值达到…,累计新增就业21.6万人,年均增长8.8%); None where the figure is of the time named."""
        years, basis = self._default(clause.section, planned=False)
        if years is None or years.start.year == years.end.year or named.start.year != named.end.year or named.end != years.end:
            return None
        at = figure.start - clause.start
        begin = start_of_part(clause.text, at)
        if (within := clause.text.rfind("其中", 0, at)) >= 0 and _YEAR_SAID.search(clause.text, within, at) is None:
            begin = start_of_part(clause.text, max(0, within - 1))  # 五年共计12319亿元,其中…1777亿元,…|1755亿元
        if figure.yearly_average:  # 1987年达到827亿美元,平均每年增长|14.7%: of one year there is no such average
            return years, basis
        if _YEAR_SAID.search(clause.text, begin, at) is not None or _ADDED_UP.search(clause.text, begin, at) is None:
            return None
        return years, basis

    def _years_until(self, goal: Period, clause: Clause) -> Period:
        """Return the years that a yearly average towards `goal` runs over: 到2030年,年均增长5% within a plan for 2026 to 2030."""
        if goal.start.year != goal.end.year:
            return goal
        plan = self._default(clause.section, planned=True)[0]
        if plan is not None and plan.start.year < plan.end.year == goal.end.year:
            return plan
        if plan is not None and goal.end.year > plan.start.year + 5:  # 到本世纪末,平均每年增产: from now on
            return periods.make_period(f"{plan.start.year}/{goal.end.year}")
        five = periods.five_years_until(goal.end.year)
        return five if five is not None and periods.plan_name(five) in self._report.clean.text else goal

    def _named_before(self, clause: Clause, *, planned: bool) -> Period | None:
        """Return the span of time that the sentence named before the clause ("到2025年，…；…；…"); None when it named none."""
        for number in range(clause.number - 1, max(-1, clause.number - LONGEST_SENTENCE), -1):
            said = self._report.clauses[number]
            if said.section is not clause.section or not said.text.endswith(_GOES_ON):
                return None
            if clause.language == "en" and "\n" in self._report.clean.text[said.end : self._report.clauses[number + 1].start]:
                return None  # points of a list have their own times
            if clause.language == "en" and _POINT.match(self._report.clauses[number + 1].text) is not None:
                return None
            if spans := self._spans(said, planned=planned):
                return spans[0].period
        return None

    def _meant_by_this(self, clause: Clause, *, planned: bool) -> Period | None:
        """Return the span of years last named before "during this period"; None where no such words stand."""
        if clause.language != "en" or _THIS_PERIOD.search(clause.text) is None:
            return None
        for number in range(clause.number - 1, max(-1, clause.number - LONGEST_SENTENCE), -1):
            said = self._report.clauses[number]
            if said.section is not clause.section:
                return None
            if years := [named.period for named in self._spans(said, planned=planned) if periods.has_years(named.period)]:
                return years[-1]
        return None

    def _meant_by_then(self, clause: Clause, *, planned: bool) -> Period | None:
        """Return the span of time that the sentence before "by that time" names last, or before one that only says how much more it is;
        None where no such words stand."""
        if clause.language != "en" or not clause.number:
            return None
        if _BY_THEN.match(clause.text) is None and _HOW_MUCH_MORE.match(clause.text) is None:
            return None
        said = self._report.clauses[clause.number - 1]
        spans = self._spans(said, planned=planned) if said.section is clause.section else ()
        return spans[-1].period if spans else None

    def _meant_since_then(self, clause: Clause) -> Period | None:
        """Return the time from the one that the sentence before names last until now, where an English clause counts since then."""
        if clause.language != "en" or not clause.number or _SINCE_THEN.search(clause.text) is None:
            return None
        said = self._report.clauses[clause.number - 1]
        spans = self._spans(said, planned=False) if said.section is clause.section else ()
        return periods.since(spans[-1].period.start, self._report.meta.period) if spans else None

    def _before_in_paragraph(self, clause: Clause) -> Iterator[Clause]:
        """Yield the sentences before a clause that stand in its paragraph, the nearest first."""
        behind = clause
        for number in range(clause.number - 1, max(-1, clause.number - LONGEST_SENTENCE), -1):
            said = self._report.clauses[number]
            if said.heading or said.section is not clause.section or "\n" in self._report.clean.text[said.end : behind.start]:
                return
            yield said
            behind = said

    def _of_the_economys_year(self, clause: Clause) -> Period | None:
        """Return the year that the sentence before tells of an economy, for one that goes on with it: the economy ended last year well.
        It grew by 3%. Of use where a report on a financial year tells of calendar years too; None where the sentence opens a paragraph."""
        if clause.language != "en" or not _tells_how_it_fared(clause.text):
            return None
        for said in self._before_in_paragraph(clause):
            spans = self._spans(said, planned=False)
            if _ECONOMYS_YEAR.search(said.text) is not None:
                return spans[0].period if len(spans) == 1 else None
            if spans or not _tells_how_it_fared(said.text):
                return None
        return None

    def _of_the_outlook(self, clause: Clause) -> Period | None:
        """Return the year whose outlook an English paragraph told of before it fears anything: the outlook for 2006 is bright."""
        if clause.language != "en" or _TOLD_OF_THE_PAST.search(clause.text) is not None:
            return None
        for said in self._before_in_paragraph(clause):
            if (told := _OUTLOOK_FOR.search(said.text)) is not None:
                return periods.make_period(told["year"])
        return None

    def _promised_before(self, clause: Clause) -> Period | None:
        """Return the one time that the sentence before names for what an English promise goes on to tell of: the levy will start from
        2020. The levy will apply to all boats. None where the sentence is of something else, or opens a paragraph."""
        said = next(self._before_in_paragraph(clause), None) if clause.language == "en" else None
        if said is None:
            return None
        spans, reviewed = self._spans(said, planned=True), self._report.meta.period
        if _IS_FORECAST.match(clause.text) is not None and reviewed is not None:
            ahead = [one.period for one in spans if periods.has_years(one.period) and one.period.end > reviewed.end]
            return ahead[0] if len(ahead) == 1 else None
        if len(spans) != 1 or reviewed is None or spans[0].period.end <= reviewed.end:
            return None
        thing = _THE_THING.match(clause.text)
        same = thing is not None and (thing["part"] is not None or re.search(rf"\b{thing['noun']}\b", said.text) is not None)
        return spans[0].period if same or _GOES_ON_WITH_IT.match(clause.text) is not None else None

    def _announced(self, clause: Clause) -> Period | None:
        """Return the span of time of the tasks that an English sentence says are told behind it; None where it announces none."""
        if clause.heading or clause.figures or (announced := _ANNOUNCES_TASKS.search(clause.text)) is None:
            return None
        reviewed = self._report.meta.period
        spans = [named for named in self._spans(clause, planned=True) if named.span.end > announced.start()]
        return next((named.period for named in spans if reviewed is None or named.period.end > reviewed.end), None)

    def _keyed_year(self, clause: Clause) -> Period | None:
        """Return the year that the key of a value ends with, counted as the report counts its years: Amounts Recovered 2023: 18.88."""
        if clause.language != "en" or (keyed := _KEYED_YEAR.match(clause.text)) is None:
            return None
        year = int(keyed["year"])
        return self._years.named(year) if self._years is not None else periods.make_period(str(year))

    def _years_before(self, clause: Clause, *, planned: bool) -> Period | None:
        """Return the span of years last named before a yearly average: “十三五”时期…。地区生产总值年均增长6.1%。"""
        for number in range(clause.number - 1, max(-1, clause.number - LONGEST_SENTENCE), -1):
            said = self._report.clauses[number]
            if said.section is not clause.section:
                return None
            if spans := self._spans(said, planned=planned):
                named = spans[0].period
                return named if named.start.year < named.end.year else None
        return None

    def _spans(self, clause: Clause, *, planned: bool) -> tuple[periods.NamedPeriod, ...]:
        """Return the spans of time that the words of a clause name, those that lie ahead of what was reached left out."""
        key = (clause.number, planned)
        if key not in self._spans_of:
            default, _ = self._default(clause.section, planned=planned)
            spoken_in = None if self._looks_back and not planned else self._spoken_in
            spans = room_of(clause.language).periods_in(clause.text, default, spoken_in=spoken_in, years=self._years)
            if not planned and not spans and "会" in clause.text and clause.language == "zh":
                spans = self._this_meeting(clause.text)
            if not planned and self._told_until is not None:  # 已完成80%,预计2022年3月竣工: what is done has not been done then
                spans = tuple(
                    [
                        named
                        for named in spans
                        if (named.period.start <= self._told_until and not self._is_to_come(named.period))
                        or self._is_this_year(clause, named)
                        or (clause.language == "en" and _GROWN_TO.search(clause.text, 0, named.span.end) is not None)
                    ]
                )
            elif planned:
                if clause.language == "zh" and "年" in clause.text:
                    within = periods.years_within(clause.text, self._spoken_in) if self._spoken_in is not None else ()
                    spans = periods.holding_from(clause.text) or self._of_rules(clause.text, spans, default) or within
                elif clause.language == "en":  # a final dividend of 4.2p (2024: 3.9p): the time of what it is compared with
                    spans = tuple([named for named in spans if not _in_brackets(clause.text, named.span)])
                spans = self._ahead(clause.text, spans)
                if "远景目标" in clause.text:
                    spans = tuple([named for named in spans if _AIM_BY_NAME.match(clause.text, named.span.end) is None])
            # 1953年和1954年两|年内: what follows on from a time is part of its name
            self._spans_of[key] = tuple([named for n, named in enumerate(spans) if not n or named.span.start > spans[n - 1].span.end + 1])
        return self._spans_of[key]

    def _of_rules(self, text: str, spans: tuple[periods.NamedPeriod, ...], default: Period | None) -> tuple[periods.NamedPeriod, ...]:
        """Return the spans that a plan or policy of several years names, without those that come again each year or are the applicant's.

        当年实到外资达到…的, 每年1—10月申报: no year of the plan is meant. 有效期至2021年12月31日 names the end of what is in force.
        """
        if default is None or default.start.year == default.end.year:
            return spans
        kept = []
        for named in spans:
            start, end = named.span.start, named.span.end
            if (
                _BARRED.match(text, start) is not None
                or text.startswith(_ANY_YEAR, start)
                or ("每年" in text[:start] and _OWN_YEAR.search(text, start, end) is None)
            ):
                continue
            whole = named.period.end == default.end and text.endswith(("有效期至", "有效期到", "有效期限至"), 0, start)
            kept.append(named._replace(period=default) if whole else named)
        return tuple(kept)

    def _feared(self, clause: Clause, kind: Kind) -> tuple[periods.NamedPeriod, ...]:
        """Return the spans of time to come that an English clause fears something for."""
        return self._spans(clause, planned=True) if kind == "risk" and clause.language == "en" else ()

    def _is_this_year(self, clause: Clause, named: periods.NamedPeriod) -> bool:
        """Return whether the words of what was done say 今年 in a report of a later year than the one it reviews: 在今年一月一日建交.

        Without its date a report may have been given at any time of that year; what is only expected (预计今年9月竣工) is not done then.
        """
        if clause.language != "zh" or not clause.text.startswith(("今年", "提请"), named.span.start):
            return False
        return self._report.meta.published is None and _EXPECTED.search(clause.text, 0, named.span.start) is None

    def _this_meeting(self, text: str) -> tuple[periods.NamedPeriod, ...]:
        """Return the year in which a report is given, where a sentence speaks of the meeting that it is given to: 已提请本次会议审议."""
        found = _THIS_MEETING.search(text) if self._spoken_in is not None else None
        if found is None:
            return ()
        return (periods.NamedPeriod(Span(found.start(), found.end()), periods.make_period(str(self._spoken_in))),)

    def _is_to_come(self, period: Period) -> bool:
        """Return whether years begin only after what the report looks back on: nothing was reached in them, though they have begun."""
        reviewed = self._report.meta.period
        if reviewed is None or period.start.year == period.end.year:
            return False
        if self._report.meta.language == "en" and self._spoken_in is not None and not periods.is_financial_year(period):
            return period.start.year >= self._spoken_in and period.end > reviewed.end
        return period.start > reviewed.end

    def _ahead(self, text: str, spans: tuple[periods.NamedPeriod, ...]) -> tuple[periods.NamedPeriod, ...]:
        """Return the spans of time of a promise: a month before which something is to be done is its deadline (6月底前), and what has
        passed counts only where nothing else is named (截至2023年底完成95%,2024年6月完工)."""
        left = tuple([named for named in spans if _is_long(named.period) or not _is_due(text, named.span)])
        reviewed = self._report.meta.period
        if "过去" in text or "近" in text:  # 在过去十四年成就的基础上 looks back
            left = tuple([named for named in left if not text.startswith(_LOOKS_BACK, named.span.start)])
        later = tuple([named for named in left if reviewed is None or named.period.end > reviewed.end])
        if not later and "few years" in text and _NEXT_FEW.search(text) is not None:
            return ()  # for each of the next few years, far above the average of the past five years
        return later or left

    def _default(self, section: Section | None, *, planned: bool) -> PeriodRead:
        meta = self._report.meta
        if section is not None:
            own = self._sections[section.id]
            if own is not None and (section.stance == ("plan" if planned else "review") or self._is_about(section, own, planned=planned)):
                return own, "section"
            if not planned and own is None and section.id in self._of_several:
                return None, "none"
        period = meta.plan_period if planned else meta.period
        return period, "none" if period is None else "report"

    def _is_about(self, section: Section, own: Period, *, planned: bool) -> bool:
        """Return whether the time in an English heading without a stance is that of such facts: Economic situation in 2018."""
        reviewed = self._report.meta.period
        if self._report.meta.language != "en" or section.stance != "context" or reviewed is None:
            return False
        return own.end > reviewed.end if planned else own.start <= reviewed.end

    # --- the time that a paragraph opens with ---

    def _frame(self, clause: Clause, *, planned: bool) -> _Frame | None:
        if planned not in self._frames:
            self._frames[planned] = self._read_frames(planned=planned)
        return self._frames[planned].get(clause.number)

    def _read_frames(self, *, planned: bool) -> dict[int, _Frame]:
        """Return the span of time that holds at each clause because its paragraph, or a sentence before it, opened it."""
        frames: dict[int, _Frame] = {}
        here: _Frame | None = None
        lasting: _Frame | None = None
        goals: _Frame | None = None
        within: Section | None = None
        reviewed = self._report.meta.period
        end, said, opens, headed, listed, place = -1, "", True, False, False, 0
        for clause in self._report.clauses:
            gap = self._report.clean.text[end : clause.start] if end >= 0 and clause.language == "en" else None
            opens = (clause.start > end if gap is None else "\n" in gap) or (opens and _SALUTATION.fullmatch(said) is not None)
            opens = opens or (planned and headed and clause.language != "en")  # （二）基本目标。“十二五”末,… behind its heading in one line
            said, headed = clause.text, clause.heading and (opens or _is_heading_of(clause))  # not 二是…。 in the middle of a paragraph
            place = 0 if opens else place + 1
            opens = opens or (not planned and place <= TERM_WITHIN and _TERM_BEGINS.match(clause.text) is not None)
            if clause.start > end if gap is None else _ENDS_PARAGRAPH.search(gap) or clause.heading:
                listed = clause.language != "en" and _ITEM_OF_GOALS.match(clause.text) is not None
                goals = goals if listed else None
                here = goals
            if lasting is not None and clause.language == "en" and within is clause.section:
                pass
            elif lasting is not None and (clause.section is None or within is None or clause.start >= within.end):
                lasting = None
            if opens and not _is_heading_of(clause) and (named := self._opens(clause, planned=planned)) is not None:
                due = planned and clause.language != "en" and _GOAL_OPENING.match(clause.text) is not None
                here, lasting = _Frame(named, "carried", due), None
                goals = here if (due and not listed) or clause.text.startswith("《") else None  # a plan that is presented lists them
                years = named.start.year < named.end.year and not periods.is_financial_year(named)
                if clause.language != "en" and (_FROM_HERE_ON.search(clause.text) is not None or (not planned and years)):
                    lasting, within = _Frame(named, "section"), clause.section
            elif (
                planned
                and not opens
                and not listed  # ——…。到2026年,…。 tells of this goal alone, and not of the next in the list
                and _GOAL_OPENING.match(clause.text) is not None
                and (spans := self._spans(clause, planned=True))
            ):
                goals = _Frame(spans[0].period, "carried", clause.language != "en")  # 以…为指导。到2026年,…。 opens the goals listed below
            elif planned and opens and "到" in clause.text and (within_it := _GOAL_WITHIN.match(clause.text)) is not None:
                named_there = [one.period for one in self._spans(clause, planned=True) if one.span.start >= within_it.start("when")]
                goals = _Frame(named_there[0], "carried") if named_there else goals
            elif not planned and clause.language == "en" and opens and _LEAVES_IT.match(clause.text) is not None:
                here = lasting = None
            elif not planned and clause.language == "en" and not opens and (spans := self._spans(clause, planned=False)):
                # In 2013, visitors exceeded 50 million. Spending went up …: up to the next time that the paragraph names
                told = self._opens_in_english(clause, planned=False)
                told = told if told is not None and reviewed is not None and told.end >= reviewed.start else None
                later = here is not None and spans[-1].period.end > here.period.end
                here = _Frame(told, "carried") if told is not None else None if later else here
            if planned and clause.language == "en" and (told := self._announced(clause)) is not None:
                years = periods.has_years(told) and not periods.is_financial_year(told)
                here, within = None if years or lasting is not None else here, clause.section
                lasting = _Frame(told, "carried") if years else None
            elif clause.language == "en" and _counts_steps(clause.text) and (spans := self._spans(clause, planned=planned)):
                here = _Frame(spans[0].period, "carried")
            if (frame := here or lasting) is not None:
                frames[clause.number] = frame
            end = clause.end
        return frames

    @cached_property
    def _history(self) -> frozenset[int]:
        """The numbers of the clauses that tell of times long gone: no time of the report is theirs."""
        says = room_of("en").says if self._report.meta.language == "en" else None
        return says.clauses_of_history(self._report.clauses) if says is not None else frozenset()

    def _opens(self, clause: Clause, *, planned: bool) -> Period | None:
        """Return the span of time that a paragraph opens with, where it is the paragraph's and not that of one event in it."""
        if clause.language == "en":
            return self._opens_in_english(clause, planned=planned)
        if planned and clause.text.startswith("《") and THE_OUTLINE.match(clause.text) is not None:
            return self._presented_plan
        if "年" not in clause.text[:_OPENS_FAR] and "”" not in clause.text[:_OPENS_FAR]:
            return None
        spans = self._spans(clause, planned=planned)
        opening = (_GOAL_OPENING.match(clause.text) if planned else None) or _OPENING.match(clause.text)
        if not spans or opening is None or spans[0].span.start > opening.end() or clause.text.endswith("内", 0, spans[0].span.end):
            return None  # 两年内取消…: a term of that promise alone
        named, reviewed = spans[0].period, self._report.meta.period
        past = reviewed is not None and (named.end <= reviewed.end or (named.start <= reviewed.end and not _is_five_year_plan(named)))
        if planned and past:
            return None  # what is promised is promised for no time that has passed
        if named.start.year < named.end.year:
            return named
        whole = (named.start.month, named.end.month) == (1, 12)
        return named if whole and _AT_ONCE.match(clause.text, spans[0].span.end) is not None else None

    @cached_property
    def _presented_plan(self) -> Period | None:
        """The years of the five-year plan that a work report presents: 编制了《…第十五个五年规划纲要（草案）》."""
        named = _PRESENTED.search(self._report.clean.text)
        return periods.five_year_plan(named[1]) if named is not None else None

    def _opens_in_english(self, clause: Clause, *, planned: bool) -> Period | None:
        opening = _ENGLISH_OPENING.match(clause.text)
        if opening is None:
            return None
        ends = (opening.end("time"), opening.end("bare"), opening.end("seen"))
        named = next((one for one in self._spans(clause, planned=planned) if one.span.end in ends), None)
        reviewed = self._report.meta.period
        if named is None:
            return None
        if (
            planned
            and reviewed is not None
            and (named.period.end <= reviewed.end or (periods.has_years(named.period) and named.period.start.year < reviewed.end.year))
        ):
            return None  # nothing is promised for a time that has passed, nor for years that have begun before
        whole = periods.has_years(named.period) or _is_long(named.period) or periods.is_financial_year(named.period)
        return named.period if whole else None

    def _collect(self, sections: Sequence[Section], period: Period | None) -> None:
        """Note the span of time that the heading of each section, or of one above it, names."""
        for section in sections:
            own = self._named_by(section)
            own = own if section.id in self._of_several else own or period
            self._sections[section.id] = own
            self._collect(section.children, own)

    def _hand_down(self) -> None:
        """Note the years whose tasks a sentence announces above the parts of a section that names no time itself."""
        for clause in self._report.clauses:
            section = clause.section
            if clause.heading or section is None or section.stance != "plan" or not section.children:
                continue
            if self._sections[section.id] is not None or clause.start >= section.children[0].start:
                continue
            if _TASKS_OF_YEARS.search(clause.text) is None:
                continue
            spans = self._spans(clause, planned=True)
            if spans and all(periods.has_years(named.period) for named in spans):
                self._sections[section.id] = spans[0].period
                self._collect(section.children, spans[0].period)

    def _named_by(self, section: Section) -> Period | None:
        """Return the span of time that a heading names; of several (“十四五”时期和2025年工作回顾) the report's, else the first. The
        day on which a speech was given names none."""
        if _A_DAY.fullmatch(section.title) is not None:
            return None
        meta = self._report.meta
        default = meta.plan_period if section.stance == "plan" else meta.period
        room = room_of(meta.language)
        named = [one.period for one in room.periods_in(section.title, default, spoken_in=self._spoken_in, years=self._years)]
        if named:
            reviewed = meta.period
            if section.stance != "plan" and meta.language == "en" and _lie_apart(named):
                self._of_several.add(section.id)
                return None  # a review of 2019 and the first months of 2020
            ahead = [one for one in named if reviewed is not None and one.end > reviewed.end] if section.stance == "plan" else []
            return default if default in named else (ahead or named)[0]
        about = _FIVE_YEARS.search(section.title)
        return periods.five_year_plan(about[1]) if about is not None else None


_A_DAY = re.compile(
    r"\W*(?:[A-Za-z]+(?i:day),?\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s[A-Za-z]{3,9}|[A-Za-z]{3,9}\s\d{1,2}(?:st|nd|rd|th)?),?\s(?:19|20)\d\d\W*"
)
"""A heading that is a day: WEDNESDAY, 20 FEBRUARY 2008."""


def _is_of_no_certain_time(text: str, kind: Kind) -> bool:
    """Return whether an English sentence says of its time only that it is far off, over, or since something happened."""
    if kind == "target" and (_IN_THE_LONG_RUN.match(text) is not None or (" first " in text and _FIRST_YEARS.search(text) is not None)):
        return True
    if kind == "achievement":
        says = room_of("en").says
        return says is not None and says.is_of_an_uncertain_past(text)
    return " term" in text and _SOME_DAY.search(text) is not None and _WE_SHALL.search(text) is None


def _tells_how_it_fared(text: str) -> bool:
    """Return whether an English sentence goes on to say how an economy fared in the year named before."""
    return _FARED.search(text) is not None and _NOT_THEN.search(text) is None


def _lie_apart(named: Sequence[Period]) -> bool:
    """Return whether no time of several holds the others."""
    return len(named) > 1 and not any(all(one.start <= other.start and other.end <= one.end for other in named) for one in named)


def _is_told_later(clause: Clause, figure: FoundFigure, named: periods.NamedPeriod) -> bool:
    """Return whether years, or a quarter or half of one, are named only in a later part of the sentence than the figure stands in.

    They are those of what follows: 出台政策|32项,接续实施一季度良好开局等行动.
    """
    if clause.language != "zh" or figure.cell is not None:
        return False
    if named.period.start.year == named.period.end.year and not _PART_OF_YEAR.fullmatch(named.period.label):
        return False
    return start_of_part(clause.text, named.span.start) > figure.start - clause.start


def _is_past_of_the_reason(clause: Clause, figure: FoundFigure, named: periods.NamedPeriod) -> bool:
    """Return whether last year is named behind a goal, in the words that say why it is set so: 涨幅|3%左右,考虑了去年的翘尾因素."""
    return clause.text.startswith(("去年", "上年"), named.span.start) and (
        start_of_part(clause.text, named.span.start) > figure.start - clause.start
    )


def _built_on(spans: tuple[periods.NamedPeriod, ...], text: str, at: int) -> tuple[periods.NamedPeriod, ...]:
    """Return the times of a sentence without those of what a fact builds on: 1984年,…在1979到1983年…的基础上,比上年增长|14%."""
    end = text.rfind("的基础上", 0, at)
    begin = start_of_part(text, end) if end >= 0 else 0
    if end < 0 or not text.startswith("在", begin):
        return spans
    return tuple([named for named in spans if not begin <= named.span.start < end]) or spans


def _averaged(spans: Sequence[periods.NamedPeriod], text: str, at: int) -> Period | None:
    """Return the years that a yearly average at `at` runs over.

    Those that the sentence opens with (五年来,由2015年的…增加到2020年的…,年均增长|9.8%), else those from the first year
    it names to the last (1982年为270元,1987年提高到463元,平均每年增长|8.6%).
    """
    first, last = spans[0].period, [named.period for named in spans if named.span.start <= at][-1:]
    if last and _is_years(last[0]) and _years_beside(spans, text, at):
        return last[0]
    if _is_years(first):
        return first
    if not last or not (_is_long(first) and _is_long(last[0])) or last[0].end.year < first.end.year + 2:
        return None
    return periods.make_period(f"{first.end.year + 1}/{last[0].end.year}")


def _years_beside(spans: Sequence[periods.NamedPeriod], text: str, at: int) -> bool:
    """Return whether the last time before a place stands in its part: 远远超过1953年到1978年平均每年增长|2.2%的速度."""
    before = [named.span.start for named in spans if named.span.start <= at]
    return bool(before) and start_of_part(text, at) <= before[-1]


def _in_the_part_of(spans: Sequence[periods.NamedPeriod], clause: Clause, at: int) -> Period | None:
    """Return the time named behind a place within its part, where that part names none before it: 甲10月投用,乙|200万吨项目年内投产."""
    if clause.language != "zh":
        return None
    begin = start_of_part(clause.text, at)
    mine = [named for named in spans if start_of_part(clause.text, named.span.start) == begin]
    return mine[0].period if mine and mine[0].span.start > at else None


def _counts_steps(text: str) -> bool:
    return holds(text, _STEPS_WORDS) and _STEPS.search(text) is not None


def _in_brackets(text: str, span: Span) -> bool:
    opened = text.rfind("(", 0, span.end)
    return text[span.end : span.end + 1] == ":" and opened >= 0 and ")" not in text[opened : span.end]


def _is_due(text: str, span: Span) -> bool:
    """Return whether a time is one until when something is to be done: 6月底前, 完成时限:10月底."""
    return _DUE_RIGHT.match(text, span.end) is not None or text[: span.start].endswith(("时限：", "时限:", "期限：", "期限:"))


def _is_years(period: Period) -> bool:
    """Return whether a span of time is several calendar years."""
    return _is_long(period) and period.start.year < period.end.year


def _is_long(period: Period) -> bool:
    """Return whether a span of time is a whole year or more."""
    return (period.start.month, period.end.month) == (1, 12)


def _is_five_year_plan(period: Period) -> bool:
    return periods.five_years_until(period.end.year) == period


def _is_heading_of(clause: Clause) -> bool:
    """Return whether a clause is the heading of its section: what it names is the section's."""
    return clause.heading and clause.section is not None and clause.start == clause.section.heading.start


def _last_year(period: Period) -> Period:
    """Return the last year of a span of years, so far as the span reaches into it."""
    return periods.months(period.end.year, 1, period.end.month)


def _ends_with(span: Period | None, year: Period | None) -> bool:
    """Return whether `year` is the last one of a span of years."""
    return span is not None and year is not None and span.start.year < span.end.year and year == _last_year(span)


_ANY_YEAR = ("当年", "次年", "上年", "上一年", "前一年")
_BARRED = re.compile("[一二两三四五六七八九十0-9]{1,2}年(?:之|以)?内[^,，。;；]{0,8}不(?:得|予|再)")
"""How long somebody is barred from something, from whenever that is: 三年内不得申报."""
_OWN_YEAR = re.compile(r"\d{4}年")
