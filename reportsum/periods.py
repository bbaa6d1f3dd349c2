"""Words that name a span of time → `Period`; words that set a date → deadline.

Comes in: a clause (or any stretch of it) and the period that relative words stand against. Goes out: the span the words
name, or None. Known here: how Chinese reports name time (上半年, 1-5月, 前三季度, 6月末, “十四五”期间, 五年来), and that the
time of a comparison (同比, 较一季度, 比上年末, 从2018年的…) is never the clause's own. Left to the neighbours: which period a
section or a report has when a clause names none.

Labels: "2022", "2022H1", "2022Q1", "2022-06", "2022-01/2022-05" (months), "2021/2025" (years). A span that has a shorter
name gets it: 1-6月 is "2022H1", 1-12月 is "2022". A financial year is its months: 2018-19 in Hong Kong is "2018-04/2019-03".
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from reportsum import lazy_re as re

from .models import Period
from .spans import Span

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Years outside are taken for other numbers."""

_LABEL = re.compile(r"(?P<y>\d{4})(?:(?P<half>H[12])|(?P<quarter>Q[1-4])|-(?P<m>\d{2})(?:/(?P<y2>\d{4})-(?P<m2>\d{2}))?|/(?P<y3>\d{4}))?")


class NamedPeriod(NamedTuple):
    """A span of time, and where in the text it is named."""

    span: Span
    period: Period


@lru_cache(maxsize=1024)
def make_period(label: str) -> Period:
    """Return the period with this label.

    >>> make_period("2022H1").end.isoformat()
    '2022-06-30'

    Raises ValueError when `label` is none of the grammar in the module's docstring.
    """
    found = _LABEL.fullmatch(label)
    if found is None:
        raise ValueError(f"{label!r} names no period; write it like 2022, 2022H1, 2022Q1, 2022-06, 2022-01/2022-05 or 2021/2025")
    year, end_year, first, last = int(found["y"]), int(found["y"]), 1, 12
    if found["half"]:
        first, last = (1, 6) if found["half"] == "H1" else (7, 12)
    elif found["quarter"]:
        last = 3 * int(found["quarter"][1])
        first = last - 2
    elif found["m"]:
        first = last = int(found["m"])
        if found["y2"]:
            end_year, last = int(found["y2"]), int(found["m2"])
    elif found["y3"]:
        end_year = int(found["y3"])
    start = dt.date(year, first, 1)
    end = dt.date(end_year, last, calendar.monthrange(end_year, last)[1])
    if end < start:
        raise ValueError(f"{label!r} ends before it begins")
    return Period(label=label, start=start, end=end)


def labelled(label: str) -> Period | None:
    """Return the period with this label; None for what is no label."""
    try:
        return make_period(label) if _LABEL.fullmatch(label) else None
    except ValueError:  # 2022-13, 2025/2021
        return None


def months(year: int, first: int, last: int) -> Period:
    """Return the period from month `first` to month `last` of `year`, under its shortest label."""
    short = _SHORT.get((first, last))
    if short is not None:
        return make_period(f"{year}{short}")
    if first == last:
        return make_period(f"{year}-{first:02}")
    return make_period(f"{year}-{first:02}/{year}-{last:02}")


def financial_year(first: int, begins: int) -> Period:
    """Return the year of twelve months that begins with month `begins` of the year `first`.

    >>> financial_year(2018, 4).label, financial_year(2018, 1).label
    ('2018-04/2019-03', '2018')
    """
    return make_period(f"{first}-{begins:02}/{first + 1}-{begins - 1:02}") if begins > 1 else make_period(str(first))


class FinancialYear(NamedTuple):
    """How a place or a company counts its years."""

    begins: int
    """The month it begins with."""
    named_after: Literal["first", "last"]
    """Which of its two calendar years a single one names: FY2018."""
    is_this_year: bool = False
    """Whether "this year" is a financial one there, also where growth is told of it: the economies of India and Pakistan are."""

    def named(self, year: int) -> Period:
        """Return the financial year that a single year names."""
        return financial_year(year if self.named_after == "first" or self.begins == 1 else year - 1, self.begins)


def is_financial_year(period: Period) -> bool:
    """Return whether a span of time is a whole year that begins in another month than January."""
    return period.start.month > 1 and period == financial_year(period.start.year, period.start.month)


def has_years(period: Period) -> bool:
    """Return whether a span of time is longer than a year, be it a financial one."""
    return (period.end - period.start).days > _LONGEST_YEAR


def is_same_year(said: Period, wanted: Period) -> bool:
    """Return whether two spans are the same, or a calendar year that shares half or more with a financial year: 2018 for 2018-19."""
    if (said.start, said.end) == (wanted.start, wanted.end):
        return True
    calendar_year, other = (said, wanted) if is_financial_year(wanted) else (wanted, said)
    if not is_financial_year(other) or (calendar_year.start.month, calendar_year.end) != (1, dt.date(calendar_year.start.year, 12, 31)):
        return False
    return (min(said.end, wanted.end) - max(said.start, wanted.start)).days >= _HALF_A_YEAR


_LONGEST_YEAR = 366
_HALF_A_YEAR = 180
_SHORT = {(1, 12): "", (1, 6): "H1", (7, 12): "H2", (1, 3): "Q1", (4, 6): "Q2", (7, 9): "Q3", (10, 12): "Q4"}


def speaking_year(period: Period | None, plan_period: Period | None, published: dt.date | None) -> int | None:
    """Return the year in which a report says 今年: the year it plans, else the one it was published in, else the one it reviews."""
    if plan_period is not None:
        return plan_period.start.year
    if published is not None:
        return published.year
    return period.end.year if period is not None else None


# --- numerals ---------------------------------------------------------------------------------------------------------------------

_DIGITS = {c: d for d, cs in enumerate(("〇○零Oo0", "一1", "二两2", "三3", "四4", "五5", "六6", "七7", "八8", "九9")) for c in cs}


def _small(text: str) -> int:
    """Return the value of a numeral up to 99 in either script: 10, 十, 十二, 三十."""
    if "十" in text:
        tens, _, ones = text.partition("十")
        return 10 * (_DIGITS[tens] if tens else 1) + (_DIGITS[ones] if ones else 0)
    return int("".join(str(_DIGITS[c]) for c in text))


def number_of(numeral: str) -> int:
    """Return the value of a numeral up to 99 as years are counted by: 6, 六, 十二.

    >>> number_of("6"), number_of("十二")
    (6, 12)
    """
    return _small(numeral)


# --- how time is named ------------------------------------------------------------------------------------------------------------

_DASH = r"[-—–－~～至到―─]{1,2}"
_YEAR = r"(?:\d{4}|[一二][〇○零O一二三四五六七八九]{3})"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_RELATIVE = {
    "今年": 0,
    "本年": 0,
    "本年度": 0,
    "当年": 0,
    "去年": -1,
    "上年": -1,
    "上一年": -1,
    "前年": -2,
    "明年": 1,
    "次年": 1,
    "来年": 1,
}
_PAIRS = {"今明": 0, "明后": 1}
"""今明两年, 明后两年: how far the first of the two is from 今年."""

# What may stand behind a year, or alone when the year goes without saying.
_PART = rf"""
      (?P<half>[上下]半年)
    | (?P<three>前三个?季度|[一1]{_DASH}[三3]季度|[一1]{_DASH}九月份?)
    | 第?(?P<quarter>[一二三四1-4])季度
    | (?<![\d.])(?<!\d[,，])(?P<m1>{_MONTH})(?:月份?)?{_DASH}(?P<m2>{_MONTH})月
    | 前(?P<upto>{_MONTH})个?月
    | (?<![\d.,一二三四五六七八九十])(?P<month>{_MONTH})月(?!龄|饼|球|季|星|票|嫂)
"""

_TIME = re.compile(
    rf"""
    (?=[\d一二两三四五六七八九十上下前第今本当去明次来全年“"「『过最近这未接])(?:  # what no time begins with is passed over
    # 2018年7月至2019年6月, with or without days
      (?<![\d.])(?P<y1>{_YEAR})年(?P<begin>{_MONTH})月(?:\d{{1,2}}日)?{_DASH}(?P<y2>{_YEAR})年(?P<until>{_MONTH})月(?:\d{{1,2}}日)?
    # 2021-2023年, 2018、2019两年
    |
      (?<![\d.])(?P<from>{_YEAR})年?度?(?:{_DASH}|、|和)(?P<to>{_YEAR})(?:年(?!{_MONTH}月)|两年|(?=[)）]))
    # 2023-24年度, as Hong Kong counts its years
    | (?<![\d.])(?P<fiscal>\d{{4}})[-–—/](?P<fiscal_to>\d{{2}})(?:财政|学)?年度?
    # 2022年…, 今年…, with or without a part of it
    | (?<![\d.])(?P<year>{_YEAR})年(?!代|级|龄|期|轻(?!工))度?(?:\s*(?:{_PART.replace("?P<", "?P<y_")}))?
    | (?P<relative>今年|本年度?|当年|去年|上一?年(?!级)|前年|明年|次年|来年)(?:度|全年)?(?:\s*(?:{_PART.replace("?P<", "?P<r_")}))?
    # 上半年, 1-5月, 6月
    | {_PART}
    | (?P<whole>全年|(?<![一二两三四五六七八九十几半\d])年内)(?!的?(?:目标|任务|计划|预算|预期)|[\d.]+[^,，。；;\d]{{1,8}}(?:目标|任务))
    # “十四五”期间: only where time is meant, the plan's name itself is no period
    | [“"「『](?P<plan>[一二三四五六七八九十]{{1,2}})五[”"」』](?:规划|计划)?(?:期间|以来|(?P<last>时?期?末)|时期|前(?P<years>[两二三四])年)
    # 十五五时期, where the marks are left out
    | (?<![一二三四五六七八九十“])(?P<bare>十[一二三四五六七]?)五(?:规划|计划)?(?:期间|时期|期?末)
    # 第一个五年计划期间
    | 第(?P<nth>[一二三四五六七八九十]{{1,2}})个五年(?:计划|规划)(?:期间|时期|所?(?:规定|确定)的)
    # 本世纪末 is its last year
    | (?P<century>(?:本|(?:二十|20)(?=世))世纪末)
    # 五年来, 过去五年, 三年间; 前三年 may be any three
    | (?:过去|最近|近|这)(?:的)?(?P<span>[一二两三四五六七八九十]{{1,2}}|\d{{1,2}})年(?!前)(?:来|间)?
    | (?<![\d一二三四五六七八九十])(?P<span2>[二两三四五六七八九十]{{1,2}}|\d{{1,2}})年(?:[来间]|中间|(?P<within>内))
    # 明后两年
    | (?P<pair>今明|明后)[两二]年
    # 今后五年, 未来三年
    | (?:今后|未来|接下来)(?:的)?(?P<ahead>[二两三四五六七八九十]{{1,2}}|\d{{1,2}})年
    | (?P<term>本届政府(?:任期|成立以来|履职以来)|[本上]届政府任期|任期[五5]年)
    )""",
    re.VERBOSE,
)
# Every name of a time has one of these; only the characters around them are looked at.
_ANCHOR = re.compile(r"[年月季届五岁](?:(?<=[年月季届])|(?<=五)(?:[”\"」』]|(?:规划|计划)?(?:期间|时期))|(?<=岁)末)|世纪末")
REACH_BACK, REACH_ON = 14, 20
"""How far a name of a time reaches to the left and right of its anchor at most (characters)."""

# Left of a time, these make it the other side of a comparison, or the beginning of something that goes on.
_COMPARED_LEFT = re.compile(
    r"(?:比|较|較|较之|相当于|相较于?|相比|对比|同|与|跟|(?<=[高低多少优好晚早大小快慢强弱等限源基对])于|从|由|自|始于|超过|超|(?<!过去)的)(?:我[市省县区国]|全[市省县区国])?[“(（]?$"
)
# 须于10月28日前: by when, where a duty or a plan stands before 于
_BOUND_LEFT = re.compile(r"(?:^|[应须需当请必将拟划争,，（(])于$")
_OWN_LEFT = re.compile(r"(?:截至|截止|至|到|比重|对比中|关于|对于)[“(（]?$")
# Right of a time, these do the same.
_COMPARED_RIGHT = re.compile(
    r"(?:同期|同月|相比|[底末]?(?:的)?基数|[底末]?(?:的)?基础|[底末]?(?:的)?水平|(?:1日)?起|年?[初底末]?以前|之前)"
    r"|的?(?:不变价|可比价|价格计算)"
    r"|(?:以来)?(?:的?首[次个]|第一次|罕见|未遇)"
    r"|(?:以来)?的?(?:历史)?(?:新[高低]|最[高低好快佳优](?:水平|点|值|成绩|增[速幅])?(?=[,，。;；、]|$))"
)
"""Behind a time that something is only measured by; 2012年以来最高 tells how high, 30年来首次 how rare, not when."""
_MADE_THEN = re.compile(r"[^,，。;；]{0,6}(?:制[订定]|确定|提出|颁布|出台|印发|签[署订]|批准|规定)的(?=[^,，。;；])")
"""Behind the year of a thing that something is done to or by: 对去年制订的计划作了修订."""
_BY_WORD_OF = ("根据", "按照", "依照", "遵照", "贯彻", "贯彻落实")
"""Before the time of what something is done by word of: 根据去年十二月全会的决定."""
_PREPARING = ("申办", "筹办", "筹备", "备战", "筹备好", "筹办好")
_PREPARED = re.compile(r"[^,，。;；\d]{2,16}[会赛节](?:[和、及与][^,，。;；]{2,20}[会赛节])?的?(?:各项)?(?:筹办|筹备|申办|备战|准备)")
"""Around the year of an event that is only made ready for: 做好2010年博览会的筹办工作."""
_MULTIPLE_OF = re.compile(r"[^,，。;；]{0,24}(?:总和|之和|[\d.一二两三四五六七八九十]倍)")
"""Behind a time that something is measured by: 是1950年到1997年投资总和的1.7倍."""
_SINCE_RIGHT = re.compile(r"(?:[初底末]|\d{1,2}日|份)?以来")
_UNTIL = re.compile(r"(?:截至|截止|截止到|至|到)$")
_ADDED = re.compile(r"[^。；;\d]{0,4}(?:\d{1,2}日)?[^。；;\d]{0,14}?(?:共|累计|新增)")
# The years a plan is named for are part of its name: 总体规划(2021—2035年).
_NAME_LEFT = re.compile(r"(?:规划|纲要|方案|计划|意见|[*》”])[(（]$")
_TITLE = re.compile(r"《[^《》]{0,120}》")


def find_period(text: str, default: Period | None, *, spoken_in: int | None = None) -> Period | None:
    """Return the span of time that `text` names as its own; None when it names none.

    The first own time counts; times that are only compared with are passed over. Words without a year stand in the year of `default`.
    `spoken_in` is the year in which the report says 今年 (see `speaking_year`); without it, 今年 is the year in which `default` ends.

    >>> find_period("6月末,全市各项贷款余额1821.57亿元", make_period("2022H1")).label
    '2022-06'
    >>> find_period("同比增长4.2%,较一季度提升3个百分点", make_period("2022H1")) is None
    True
    """
    for named in _named(text, default, spoken_in):
        return named.period
    return None


def periods_in(text: str, default: Period | None, *, spoken_in: int | None = None) -> tuple[NamedPeriod, ...]:
    """Return every own time of `text` with its place, in order; offsets count code points of `text`."""
    return tuple(_named(text, default, spoken_in))


_WITHIN = re.compile(
    r"(?:(?:^|[,，;；])(?:在|用|(?:在)?(?:今后|未来))|[要将应须力争取确保](?:在|用|于)?(?:今后|未来)?)(?P<years>[一二两三四五六七八九十]{1,2}|\d{1,2})年(?:时间)?[之以]?内(?![^,，。;；]{0,6}(?:[过已]|不得|不予|不再))"
    r"|(?:^|[,，;；])(?P<bare>[一二两三四五六七八九十]{1,2}|\d{1,2})年(?:之|以)?内(?=完成|实现|建成|达到|全部|全面|基本(?:完成|建成|实现|取消|消除)|消除|取消|培育|新[增建]|打造)"
    r"|用(?:[一二两三四五六七八九]|\d{1,2})?(?:[到至或—–-]{1,2})?(?P<time>[一二两三四五六七八九十]{1,2}|\d{1,2})年(?:左右)?的?时间"
)
_HOLDS_FROM = re.compile(
    rf"自(?P<year>{_YEAR})年(?P<month>{_MONTH})月\d{{1,2}}日起[^。]{{0,12}}有效期限?[为至到]?"
    rf"(?:(?P<years>[一二两三四五六七八九十]|\d{{1,2}})年(?!\d)|(?P<until>{_YEAR})年(?P<last>{_MONTH})月)"
)


def holding_from(text: str) -> tuple[NamedPeriod, ...]:
    """Return the months over which a regulation holds; `()` where the text does not say from when and how long.

    >>> [named.period.label for named in holding_from("本办法自2024年7月1日起施行，有效期5年。")]
    ['2024-07/2029-06']
    """
    found = _HOLDS_FROM.search(text) if "有效期" in text else None
    if found is None:
        return ()
    year, month = year_of(found["year"]), _small(found["month"])
    if found["years"]:
        months_on = 12 * year + month - 2 + 12 * _small(found["years"])
        end_year, last = months_on // 12, months_on % 12 + 1
    else:
        end_year, last = year_of(found["until"]), _small(found["last"])
    period = months_over(year, month, end_year, last)
    return (NamedPeriod(Span(found.start("year"), found.end()), period),) if period is not None else ()


_OWN_RULES = "本(?:政策|意见|办法|措施|规定|细则|方案|通知|通告|计划|若干[^,，。;；]{0,8})"
_IN_FORCE = re.compile(rf"{_OWN_RULES}(?=[^。;；《]{{0,10}}自|从)(?P<told>[^。;；]{{0,80}})")
_APPLIES = re.compile(
    rf"{_OWN_RULES}[^。;；《]{{0,6}}适用于(?P<year>{_YEAR})年(?P<month>{_MONTH})月\d{{1,2}}日[至到](?P<until>{_YEAR})年(?P<last>{_MONTH})月"
)
_SINCE_PUBLISHED = re.compile(
    rf"自(?:印发|发布|公布|颁布)之日起[^。后]{{0,12}}有效期限?[为至到]?"
    rf"(?:(?P<years>[一二两三四五六七八九十]|\d{{1,2}})年(?!\d)|(?P<until>{_YEAR})年(?P<last>{_MONTH})月)"
)


def in_force(text: str, published: dt.date | None) -> Period | None:
    """Return the months over which the document itself holds, as its closing provisions say; None where they do not say from when.

    >>> in_force("本政策适用于2023年1月1日至2025年12月31日的项目。", None).label
    '2023/2025'
    """
    if "适用于" in text and (told := _APPLIES.search(text)) is not None:
        return months_over(year_of(told["year"]), _small(told["month"]), year_of(told["until"]), _small(told["last"]))
    for rules in _IN_FORCE.finditer(text) if "有效期" in text else ():
        if holds := holding_from(rules["told"]):
            return holds[0].period
        since = _SINCE_PUBLISHED.search(rules["told"]) if published is not None else None
        if since is None or published is None:
            continue
        if since["years"]:
            last = 12 * published.year + published.month - 2 + 12 * _small(since["years"])
            return months_over(published.year, published.month, last // 12, last % 12 + 1)
        return months_over(published.year, published.month, year_of(since["until"]), _small(since["last"]))
    return None


_FROM_AN_EVENT = re.compile("自[^。;；]{2,30}起[^。;；]{0,6}$|之日起|以[后来]")


def years_within(text: str, now: int) -> tuple[NamedPeriod, ...]:
    """Return the years, from `now` on, within which a promise is to be kept; `()` where it names none, or counts them from an event.

    >>> [named.period.label for named in years_within("在三年内，所有企业都要建立质量制度。", 1979)]
    ['1979/1981']
    """
    found = _WITHIN.search(text) if "内" in text or "时间" in text else None
    if found is None or _FROM_AN_EVENT.search(text, 0, found.start()) is not None:
        return ()
    count = _small(found["years"] or found["bare"] or found["time"])
    if count < 2:  # 一年内 ends in the year after, nobody says when
        return ()
    period = _years(now, now + count - 1)
    return (NamedPeriod(Span(found.start(), found.end()), period),) if period is not None else ()


_MISPRINT = re.compile(
    r"(?<!\d)(?<!\d,)(?:0\d{3}年"
    r"|(?:1[0-7]|2[2-9]|[3-9]\d)\d{2}年(?=[底末初]|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月|实现|完成|启动|计划|力争|建成|开[工展]))"
)


def misprinted_years(text: str) -> list[Span]:
    """Return where the text dates something in a year that no report speaks of: 0400年底前, 2205年3月. 3000年历史 is no date.

    >>> misprinted_years("0402年启动试点，守护3000年文脉。")
    [Span(start=0, end=5)]
    """
    found: list[Span] = []
    at = text.find("年", 4)
    while at >= 0:
        if text[at - 1].isdecimal() and text[at - 4 : at - 2] not in ("19", "20") and _MISPRINT.match(text, at - 4) is not None:
            found.append(Span(at - 4, at + 1))
        at = text.find("年", at + 1)
    return found


def holding_at(spans: Sequence[NamedPeriod], offset: int) -> Period | None:
    """Return the span of time that holds at `offset` of the text that names `spans`: the last one named before it; None when none is.

    >>> holding_at(periods_in("1-5月增长5.7%,预计上半年增速6%左右", make_period("2019H1")), 20).label
    '2019H1'
    """
    return next((named.period for named in reversed(spans) if named.span.start <= offset), None)


_WITH_YEAR = ("year", "y1", "from", "fiscal", "plan", "bare", "nth", "century")
"""Groups of a name of a time that says its own year."""
_SAID_FROM_NOW = ("今年", "明年", "来年")
"""Words that the year in which they are said gives a year of their own."""


def _named(text: str, default: Period | None, spoken_in: int | None) -> Iterator[NamedPeriod]:
    if "《" in text and _ANCHOR.search(text) is not None:  # a document's title names its own years; keep the offsets
        text = _TITLE.sub(lambda title: "*" * len(title[0]), text)
    for match in _near(_TIME, text):
        if _is_compared(text, match):
            continue
        period = _resolve(text, match, default, spoken_in)
        later = period is not None and default is not None and period.start > default.end
        if (
            later
            and not any(match[name] for name in _WITH_YEAR)
            and not (spoken_in is not None and (match["relative"] in _SAID_FROM_NOW or match["pair"]))
        ):
            continue  # 预计10月底前完工 in a review of the first half tells what will be
        if period is not None:
            yield NamedPeriod(Span(match.start(), match.end()), period)


def _near(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of `pattern` around the anchors of `text`, in order, without overlaps."""
    end = 0
    for anchor in _ANCHOR.finditer(text):
        if anchor.start() < end:
            continue
        match = pattern.search(text, max(end, anchor.start() - REACH_BACK), min(len(text), anchor.end() + REACH_ON))
        if match is not None and match.start() > anchor.start():
            match = None  # it belongs to a later anchor, whose stretch holds the whole of it
        if match is not None:
            yield match
        # What begins before this anchor would have reached it: look at nothing twice.
        end = match.end() if match is not None else anchor.start()


def _is_compared(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    left = text[max(0, start - 8) : start]
    if _COMPARED_RIGHT.match(text, end):
        return True
    if (match["from"] or match["y1"]) and left.endswith(("从", "自", "由")):
        return False  # 从1952年到1956年
    if (match["year"] or match["relative"]) and _MADE_THEN.match(text, end) is not None:
        return True
    if left.endswith(_BY_WORD_OF) or (match["year"] and (left.endswith(_PREPARING) or _PREPARED.match(text, end) is not None)):
        return True
    if _SINCE_RIGHT.match(text, end) is not None and left.endswith(("从", "自", "由")):
        return False
    if _NAME_LEFT.search(left):
        return True
    if left.endswith(("是", "为", "相当于", "超过")) and _MULTIPLE_OF.match(text, end) is not None:
        return True
    if left.endswith(("是", "为", "相当于")) and text.startswith(("的", "全年的", "年底的", "年末的"), end):
        return True
    return _COMPARED_LEFT.search(left) is not None and _OWN_LEFT.search(left) is None


def _resolve(text: str, match: re.Match[str], default: Period | None, spoken_in: int | None) -> Period | None:
    """Return the period a match names; None when it is out of range or has nothing to stand against."""
    now = spoken_in if spoken_in is not None else default.end.year if default is not None else None
    here = default.end.year if default is not None else spoken_in
    if match["y1"]:
        return months_over(year_of(match["y1"]), _small(match["begin"]), year_of(match["y2"]), _small(match["until"]))
    if match["from"]:
        return _years(year_of(match["from"]), year_of(match["to"]))
    if match["century"]:
        last = 2000 if match["century"][0] != "本" else _end_of_century(now)
        return _years(last, last) if last is not None else None
    if match["fiscal"]:
        first = int(match["fiscal"])
        last = first - first % 100 + int(match["fiscal_to"])
        return _years(first, last if last > first else last + 100)
    if match["year"]:
        year: int | None = year_of(match["year"])
    elif match["relative"]:
        year = None if now is None else now + _RELATIVE[match["relative"]]
    elif match["plan"] or match["bare"] or match["nth"]:
        first = _plan_start(_small(match["plan"] or match["bare"] or match["nth"]))
        if match[0].endswith("以来") and default is not None and default.end.year >= first:
            return since(dt.date(first, 1, 1), default)  # “十三五”以来 runs on to now
        if match["last"] or match[0].endswith("末"):
            return _years(first + 4, first + 4)
        return _years(first, first + (_small(match["years"]) - 1 if match["years"] else 4))
    elif match["pair"]:
        return None if now is None else _years(now + _PAIRS[match["pair"]], now + _PAIRS[match["pair"]] + 1)
    elif match["ahead"]:
        begin = default.start.year if default is not None else None
        if begin is not None and spoken_in is not None:
            begin = max(begin, spoken_in)  # 今后五年 begins when it is said, also where a review says it
        return _years(begin, begin + _small(match["ahead"]) - 1) if begin is not None else None
    elif match["span"] or match["span2"] or match["term"]:
        if match["within"] and (default is None or default.start.year == default.end.year):
            return None  # 五年内 looks back only where the report does
        return _years_back(match, default)
    else:
        year = here
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    part = _part(match, "y_" if match["year"] else "r_" if match["relative"] else "")
    if part == (1, 12) and not match["whole"] and default is not None and default.start.year == year == default.end.year:
        return default  # in a half-year report 今年 is the half that it tells of
    if _SINCE_RIGHT.match(text, match.end()):
        return since(dt.date(year, part[0], 1), default)
    if part[0] == part[1] and default is not None and _adds_up(text, match) and default.start <= dt.date(year, part[0], 1) <= default.end:
        return months(year, default.start.month, part[1]) if default.start.year == year else default
    return months(year, *part) if 1 <= part[0] <= part[1] <= 12 else None


def _end_of_century(now: int | None) -> int | None:
    """Return the last year of the century in which a report says 本世纪末."""
    return None if now is None else (now + 99) // 100 * 100


def since(start: dt.date, default: Period | None) -> Period | None:
    """Return the span from `start` to the end of `default`, which is what 2019年以来 runs up to; None when it does not reach so far."""
    if default is None or start > default.end:
        return None
    if start.year == default.end.year:
        return months(start.year, start.month, default.end.month)
    if (start.month, default.end.month) == (1, 12):
        return _years(start.year, default.end.year)
    return make_period(f"{start:%Y-%m}/{default.end:%Y-%m}")


def _adds_up(text: str, match: re.Match[str]) -> bool:
    """Whether a month is where something added up to: 截至6月底,共检查企业… tells of the months before it too."""
    return _UNTIL.search(text, 0, match.start()) is not None and _ADDED.match(text, match.end()) is not None


def _part(match: re.Match[str], prefix: str) -> tuple[int, int]:
    """Return first and last month of the part of the year a match names; the whole year when it names none."""
    if match[prefix + "half"]:
        return (1, 6) if match[prefix + "half"][0] == "上" else (7, 12)
    if match[prefix + "three"]:
        return 1, 9
    if match[prefix + "quarter"]:
        last = 3 * _small(match[prefix + "quarter"])
        return last - 2, last
    if match[prefix + "m1"]:
        return _small(match[prefix + "m1"]), _small(match[prefix + "m2"])
    if match[prefix + "upto"]:
        return 1, _small(match[prefix + "upto"])
    if match[prefix + "month"]:
        month = _small(match[prefix + "month"])
        return month, month
    return 1, 12


def year_of(text: str) -> int:
    """Return the year that four digits in either script name: 2021, 一九六四.

    >>> year_of("一九六四")
    1964
    """
    return int(text) if text.isdecimal() and text.isascii() else _small(text)


def _years(first: int, last: int) -> Period | None:
    if not FIRST_YEAR <= first <= last <= LAST_YEAR:
        return None
    return make_period(f"{first}/{last}" if first != last else str(first))


def months_over(year: int, first: int, end_year: int, last: int) -> Period | None:
    """Return the months from one year into another; the whole years where the months are all of them."""
    if not FIRST_YEAR <= year <= end_year <= LAST_YEAR or (year, first) > (end_year, last):
        return None
    if year == end_year:
        return months(year, first, last)
    if (first, last) == (1, 12):
        return _years(year, end_year)
    return make_period(f"{year}-{first:02}/{end_year}-{last:02}")


def _years_back(match: re.Match[str], default: Period | None) -> Period | None:
    """Return the years up to the end of `default` that 五年来 or 本届政府 mean; a default of several years is what they mean."""
    if default is None:
        return None
    count = 5 if match["term"] else _small(match["span"] or match["span2"])
    if count == 1:  # 过去的一年
        return make_period(str(default.end.year)) if default.start.year != default.end.year else default
    if default.start.year != default.end.year:
        return default
    return _years(default.end.year - count + 1, default.end.year)


def five_year_plan(number: str) -> Period:
    """Return the years of a five-year plan by the numeral in its name: "十四" for the 14th."""
    first = _plan_start(_small(number))
    return make_period(f"{first}/{first + 4}")


def five_years_until(year: int) -> Period | None:
    """Return the years of the five-year plan that ends with `year`; None when none does.

    >>> five_years_until(2030).label
    '2026/2030'
    """
    return _years(year - 4, year) if year % 5 == 0 and year >= _plan_start(3) else None


def plan_name(years: Period) -> str:
    """Return what the five-year plan of these years is called.

    >>> plan_name(five_year_plan("十四"))
    '十四五'
    """
    number = 3 + (years.start.year - 1966) // 5
    tens, ones = divmod(number, 10)
    return f"{'十' if tens == 1 else f'{_NUMERALS[tens]}十' if tens else ''}{_NUMERALS[ones]}五"


_NUMERALS = ("", *"一二三四五六七八九")


def _plan_start(number: int) -> int:
    """Return the first year of China's n-th five-year plan: 一五 1953, 二五 1958, then from 1966 on every five years."""
    return {1: 1953, 2: 1958}.get(number, 1966 + 5 * (number - 3))


# --- dates ---

_DATE = re.compile(
    rf"(?<!\d)(?P<y>{_YEAR})\s*[-年/.]\s*(?P<m>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s*[-月/.]\s*"
    rf"(?P<d>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})(?!\d)"
)


ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH_NAME = "|".join(ENGLISH_MONTHS)
_ENGLISH_DATE = re.compile(
    rf"(?P<m>{_MONTH_NAME}) (?P<d>\d{{1,2}}), (?P<y>\d{{4}})|(?P<d2>\d{{1,2}}) (?P<m2>{_MONTH_NAME}) (?P<y2>\d{{4}})"
)


def find_english_date(text: str) -> dt.date | None:
    """Return the first full date of an English text; None when there is none.

    >>> find_english_date("delivered on January 15, 2024")
    datetime.date(2024, 1, 15)
    """
    for match in _ENGLISH_DATE.finditer(text):
        month = ENGLISH_MONTHS.index(match["m"] or match["m2"]) + 1
        year, day = int(match["y"] or match["y2"]), int(match["d"] or match["d2"])
        if FIRST_YEAR <= year <= LAST_YEAR and 1 <= day <= calendar.monthrange(year, month)[1]:
            return dt.date(year, month, day)
    return None


def find_date(text: str) -> dt.date | None:
    """Return the first full date of `text` (2022-07-29, 2022年7月29日, 一九五六年六月十五日); None when there is none.

    >>> find_date("——2022年7月28日在市十七届人大常委会第五次会议上")
    datetime.date(2022, 7, 28)
    """
    for match in _DATE.finditer(text):
        year, month, day = year_of(match["y"]), _small(match["m"]), _small(match["d"])
        if FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
            return dt.date(year, month, day)
    return None


# --- deadlines --------------------------------------------------------------------------------------------------------------------

_DEADLINE = re.compile(
    rf"""
    (?=[\d一二三四五六七八九十今本当明次年岁第上到至截力确争底末“"「『])(?:
      (?<![\d.])(?:(?P<year>{_YEAR})年|(?P<relative>今年|本年|当年|明年|次年))?
      (?:
          (?<![\d.\-—–~至一二三四五六七八九十、])(?P<month>{_MONTH})月份?(?:(?P<day>\d{{1,2}})[日号])?(?!龄|饼|球|季|星|票|嫂|{_DASH}\d)
        | (?P<yearend>(?<![月旬季])年?[底末](?=前|之前|以前|完|建|竣|投|通|开|具|实|基|全|达|力|确|主|封|交|力)|年底|年末|岁末
          |(?<![一二三四五六七八九十两几半干多数])年内)
        | (?P<quarter>第?[一二三四]季度)
        | (?P<half>上半年)
      )
    | (?<!年)(?:到|至|截至|力争|确保|争取)(?P<toyear>{_YEAR})年(?![上下一二三四]|\d{{1,2}}月)
    | (?<![\d.])(?P<byyear>{_YEAR})年(?=[底末前]|之前|以前)
    | (?<![\d.为与比较])(?P<later>\d{{4}})年(?=(?:[^,，。;；\d]{{0,9}}[^,，。;；\d与])?(?:达到|完成|覆盖|建成))  # 2030年达到
    | (?:今|本)年(?=[要须内]?(?:必须|确保)?(?:全部|全面)(?!的|面|国|省|市|工作|贯彻|落实|推进|加强|深化))  # 今年要全部淘汰: by its end
    | (?:到|至)?[“"「『](?P<plan>[一二三四五六七八九十]{{1,2}})五[”"」』]期?末
    | (?P<century>本世纪末)
    )""",
    re.VERBOSE,
)
_COMMA = re.compile("[,，;；]")
_PAST_RIGHT = re.compile(r"(?:[底末]|上旬|中旬|下旬|份)*(?:以来|起(?!步|降)|已|同期|当月|的)")


def find_deadline(
    text: str, plan_period: Period | None, *, at: int | None = None, alone: bool = True, not_before: dt.date | None = None
) -> str | None:
    """Return the date ("2022-06-30") or month ("2022-06") by which `text` wants something done; None when it sets none.

    Words without a year stand in the year of `plan_period`; without that, only dates with a year are found. What lies before `not_before`
    is no deadline (2005年底前注册的车). Without `at` the first one counts. With it, for what stands at that offset of `text`: the
    bracket behind it, else the one between the same commas, else the last one before it, else the first one after it, if `alone` says that
    no other fact follows.

    >>> find_deadline("确保328国道快速化改造工程10月份建成通车", make_period("2022H2"))
    '2022-10'
    >>> find_deadline("上湖医院主体工程年底前竣工", make_period("2022H2"))
    '2022-12'
    >>> find_deadline("改造小区20个（9月底前完成），新建公园8座（6月底前完成）", make_period("2022"), at=22)
    '2022-06'
    """
    if _ANCHOR.search(text) is None:
        return None
    found = sorted(_deadlines(text, plan_period, not_before))
    if at is None or not found:
        return found[0].deadline if found else None
    behind = next((one for one in found if one.bracketed and one.start > at), None)
    before = next((one for one in reversed(found) if not one.bracketed and one.start <= at), None)
    comma = _COMMA.search(text, at)
    beside = next(
        (one for one in found if not one.bracketed and _last_comma(text, at) < one.start < (comma.start() if comma else len(text))), None
    )
    after = next((one for one in found if alone and one.start > at), None)
    chosen = behind or beside or before or (None if after is not None and _is_anothers(text, at, after, plan_period) else after)
    return chosen.deadline if chosen is not None else None


_THIS_YEAR = re.compile("[今本当]年|年内")
_EACH_ITS_OWN = re.compile("[\\d年、和与及]*分别")


def _is_anothers(text: str, at: int, after: _Deadline, plan_period: Period | None) -> bool:
    """Return whether a later date is that of what follows (今年里程突破|900公里,2029年、2030年分别建成甲、乙高铁)."""
    later = plan_period is not None and int(after.deadline[:4]) > plan_period.end.year
    return later and (_THIS_YEAR.search(text, 0, at) is not None or _EACH_ITS_OWN.match(text, after.start) is not None)


def _last_comma(text: str, at: int) -> int:
    return max(text.rfind(comma, 0, at) for comma in ",，;；")


class _Deadline(NamedTuple):
    start: int
    bracketed: bool
    deadline: str


def _deadlines(text: str, plan_period: Period | None, not_before: dt.date | None) -> Iterator[_Deadline]:
    """Yield the deadlines that `text` sets, with their places, in order."""
    if "《" in text:
        text = _TITLE.sub(lambda title: "*" * len(title[0]), text)
    here = plan_period.start.year if plan_period is not None else None
    for match in _near(_DEADLINE, text):
        left = text[max(0, match.start() - 8) : match.start()]
        if left.endswith(("有效期至", "有效期到", "有效期限至")):
            continue  # until then a regulation holds: nothing is to be done by that day
        if _PAST_RIGHT.match(text, match.end()) or (_COMPARED_LEFT.search(left) and not _BOUND_LEFT.search(left)):
            continue
        deadline = _deadline(match, here)
        if deadline is None or (not_before is not None and deadline[:7] < f"{not_before:%Y-%m}"):
            continue
        opened = max(text.rfind("(", 0, match.start()), text.rfind("（", 0, match.start()))
        closed = max(text.rfind(")", 0, match.start()), text.rfind("）", 0, match.start()))
        yield _Deadline(match.start(), opened > closed, deadline)
    if here is not None:
        for named in years_within(text, here):
            yield _Deadline(named.span.start, False, f"{named.period.end.year}-12")


def _deadline(match: re.Match[str], here: int | None) -> str | None:
    if match["plan"]:
        return f"{_plan_start(_small(match['plan'])) + 4}-12"
    if match["century"]:
        return None if here is None else f"{_end_of_century(here)}-12"
    if match["later"] and (here is None or int(match["later"]) <= here):
        return None
    far = match["toyear"] or match["byyear"] or match["later"]
    named = far or match["year"]
    year = year_of(named) if named else here
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if match["relative"] in ("明年", "次年"):
        year += 1
    if match["month"]:
        return _month_or_day(year, _small(match["month"]), match["day"])
    if match["quarter"]:
        return f"{year}-{3 * _small(match['quarter'][-3]):02}"
    if match["half"]:
        return f"{year}-06"
    return f"{year}-12"


def _month_or_day(year: int, month: int, day: str | None) -> str | None:
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year}-{month:02}"
    if not 1 <= int(day) <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year}-{month:02}-{int(day):02}"
