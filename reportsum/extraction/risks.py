"""What a clause that names a problem says of its cause, and of what is at risk."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from reportsum import lazy_re as re

from ..annotating import Clause
from ..kinds.cues import Cue, kind_cues, trouble_words
from ..kinds.parts import split_parts
from ..languages import room_of
from ..measures.hygiene import cleaned
from ..spans import Span

_COMPARISONS = ("与", "对照", "对标", "相比", "比", "除了", "除")
"""A part that begins so compares and names no subject: 与年初确定的目标相比."""

_NO_NAME = re.compile(
    "尽管|即使|有的|[都均]还?[有存不]|用于|旨在|主要用于|引发|导致|造成|[也又说它他她这那]|还(?![款本贷])|而(?!立)|就(?![业医学餐诊])|才(?![能干智])|并(?![购网])|不(?!良|动产|锈钢|同|确定)|[会曾](?!议|展|计)|常常|往往"
)
"""How no name begins: 也发生过若干|偏差, 不协调、不可持续的问题."""
_SAYS_MORE = re.compile("[^为除]了(?!解)|用于|旨在|.(?<![起原诱动内外])因(?![素地病材果子])|[而且但]$|^是(?!否)")
"""What makes a phrase more than a name: 压缩了部分|过剩产能, 标准用于规避车辆因设计|不足."""
_ALL_OF_IT = re.compile("[全我本][国省市区县州旗]|自治区|各地")
"""Who a report speaks for names nothing: 全省|没有实现目标."""
_ANY_GOAL = re.compile("(?:全年|年度|年初|预期|预定|原定|的|发展)*(?:增长|主要)?(?:目标|指标|任务)")
"""A goal of nothing in particular: what missed it is told before (出口下降,|预期目标|未能实现)."""
_PLACE_WORDS = ("上", "时", "里", "之后", "以后", "过程中", "发展中")
"""How no name ends: 前进道路上|还面临困难."""

SHORTEST_SUBJECT = 2
"""Fewest characters of what is at risk."""

SHORTEST_NAME = 3
"""Behind a 、 a problem has a name of its own from so many characters on."""

LONGEST_SUBJECT = 30
"""What is longer is a sentence, not a name."""

_LEAD = re.compile(
    r"[\s(（]*(?:[一二三四五六七八九十]{1,3}(?:是|、)|[①-⑳]|[(（]?[一二三四五六七八九十\d]{1,3}[)）.、．]|第[一二三四五六七八九十])?"
    r"(?:主要是?受|主要是|如|例如|主要表现[为在]|突出表现[为在]|但是?|同时|此外|另外|而且|特别是?|尤其是?|当前|目前|近(?:[几两三]?年)?来|以及|加上|我们也清醒地?(?:认识|看)到)?(?:(?:仍然?|还|也|依然|正)?(?:面临|存在)着?)?(?=[^,，])"
)
"""What stands before the subject: 一是, 同时."""
_ADVERBS = re.compile(
    r"(?:相当|严重|仍然?|还是?|依然|尚|较为?|比较|不断|持续|明显|有所|总体|均|都|存在|十分|非常|相对|整体|进一步|日益|更加|也|处于|有"
    r"|长期|短期内|短时间内|一时间?|难以|(?:结构|阶段|区域|周期|季节)性|不平衡|着?(?:一些|不少|许多|诸多|某些)|已经?|越来越|总[是会]|往往|常常|可能会?|将会?)+$"
)
_OF_PLACES = re.compile("(?:的)?(?:地区|企业|行业|领域|环节|群体|群众|家庭|市县|县区|县|乡镇|农户|国家|部门|单位)")
"""Behind a word for a problem they make it an attribute (偿债能力|较弱|地区): what is said of them comes later."""
_TROUBLES = "风险隐患|风险|隐患|薄弱环节|短板弱项|短板|弱项|差距|堵点|困难|问题|不足|缺点|障碍|瓶颈|难点|缺陷|缺口|矛盾|挑战|腐败现象|漏洞"
_TROUBLE_THERE = re.compile(
    "中?(?:仍然?|还|尚|依然|也|都|均|正)*(?:存在|有|面临)着?(?:不少|一定|较大|很大|一些|诸多|许多|明显|突出|较多|不小|若干|某些|多方面|新|的)*"
    f"(?P<what>(?:{_TROUBLES})(?:[、和与及](?:{_TROUBLES}))*)"
)
"""Behind a field or a body: what there is in it (重点领域|还有不少|风险隐患) belongs to the name, which says nothing without."""
_UNEVEN = re.compile("不[一-鿿]{1,2}(?:[、和]?不[一-鿿]{1,3})*(?=问题|的?矛盾|仍|还|依然|较|突出|现象|[。；;，,]|$)")
"""发展|不平衡不充分(问题): the same for what is told with several negations."""
_SAYS_LITTLE = re.compile(
    "(?:经济|社会|政府|我省|我市|区域|城乡|地区|[农工商]业|产业|企业|市场|工作|我国|国家|全[省市区])*(?:发展|工作|经济|社会|[农工商]业|企业|市场|财政|产业|行业|地区)"
)
"""A subject that names a field as a whole: what is wrong with it must be told (发展, 国家财政, 政府工作)."""
_SHORT_OF = re.compile(
    "(?<=产能|投资|用工|收入)(?:严重|总体|整体|仍然?|还|也|都|比较|较)*(?P<what>过剩|膨胀|短缺|偏低)|(?:(?<=[电油运煤])|(?<=材料|资金|人才|土地|能源|供应|运输))(?:供应)?(?:紧张|短缺|紧缺)"
)
"""部分行业产能|过剩, 煤电油运|紧张."""
_FAULT_JOINED = re.compile(
    "^[^,，]{2,20}?(?:[过偏][猛快高大多低小慢]|(?:压力|难度|风险)[^和与及]{0,6}(?:增加|加大|上升))(?:和|与|以及|及)(?=.{4,})"
)
"""Before a subject: another one with what is wrong with it (信贷增长过猛和|工资奖金增长过快)."""
_DOES_SO = re.compile("(?:树|抓|做|走|用|落实|执行|管|转变)得$")
"""思维|树得不牢: how something is done is not what is at risk."""
_BEFORE_SUBJECT = re.compile("(?:今年|当前|目前|近期)(?=..)|有些(?=腐败|关系|问题)")
"""今年|就业形势, 有些|腐败现象."""
_IN_THE_WORK = re.compile("(?<=工作|发展)中$")
_TROUBLE_HEAD = re.compile(
    "下行压力|压力|程度|矛盾|困难|问题|差距|短板|难度|任务|风险隐患|风险|欠账|进度|进展|后劲|动力|活力|能力|意识|意愿|缺口|隐患|效率|水平|质量|比重|占比|层次|规模|总量|效益"
    "|增长(?=乏力|缓慢|放缓|承压)|制约(?=仍|依然|还|较|突出|明显|凸显)"
)
"""The noun that many words for a problem begin with (压力较大): it belongs to the subject."""

_SETS_THE_SCENE = re.compile(r"\s*(?:特别是|尤其是|但|同时|加上)?(?:受|由于|因|面对|随着|虽然|尽管|针对|在)")
"""How a part begins that tells a cause or the circumstances of the problem beside it: 受需求收缩影响."""
_ANY_TROUBLE = re.compile(
    r"(?:.{0,8}(?:存在|面临|面对|发展|前进|工作|道路|社会|经济|转型|运行|积累|遇到|出现)[^、]{0,4}[中的上])?(?:(?:一些|不少|许多|诸多|[新老]|需要解决的|亟待解决的)*(?:问题|挑战|困难|矛盾|不足|短板|弱项|薄弱环节)[、和与]?)+|难度|任务|压力|形势|工作"
)
"""No subject, only that there are problems: 老问题、新挑战|仍然不少."""
_HOW = "(?:仍然?|依然|相当|非常|连续|继续|逐步|大幅|还|也|更|不断|持续|日益|进一步|有所|明显|相对|比?较|很|十分|巨|偏|过|更为|较为|比较)*"
_NOT_ENOUGH = (
    r"不[大高多快强深实稳优]|不[尽太够][\u4e00-\u9fff]{1,3}|紧张|影响加[深大]|增多|(?:相对|比?较|偏|过)[小低弱少慢差窄薄]|[偏过][高多大快重]|有限"
    rf"|{_HOW}(?:放缓|走低|下滑|趋紧|承压|吃紧)"
)
"""经济总量不大, 层次偏低, 增速放缓."""
_PRESSING = rf"(?:压力|困难|难度|矛盾|任务|风险|差距){_HOW}(?:[大多重]|突出|明显|凸显|艰巨|繁重|[加增]大|上升|加剧)"
"""矛盾依然突出, 任务艰巨."""
_HARD = (
    rf"(?<=生活|经营|运行|生产|财政|周转|就业){_HOW}困难|(?<=产能){_HOW}过剩{_HOW}(?:严重|突出)?|(?<=占比|比重){_HOW}[高重大]"
    rf"|(?<![不减至最缺多]){_HOW}少(?![于见数量年])"
)
"""经营困难, 产能过剩, 比重偏高."""
_FALLS = (
    rf"(?<=收入|利润|盈利|价格|增速|增长|投资|消费|出口|进口|订单|需求|收益|销售|产量|预期|面积|客流){_HOW}"
    r"(?:下降|下跌|回落|减少|锐减|减[慢缓]|萎缩|收窄|缓慢|乏力|受阻)"
)
"""增长乏力: what ought to rise."""
_RISES = (
    rf"(?:(?<=失业率|负债率|不良率)|(?<=成本|债务|赤字|负担)){_HOW}(?:上升|攀升|走高|上涨|[加过]重|高企)|(?<=老龄化|少子化){_HOW}加[快深剧]"
    rf"|(?<=投资|支出|需求|信贷|基金){_HOW}膨胀|(?<=增长|投放){_HOW}[过较]猛"
)
"""成本持续上升: what ought to fall."""
_OUT_OF_STEP = rf"{_HOW}(?:滞后|脆弱)|固化|不(?:同步|匹配|相称|对称)|未能(?:如期)?(?:实现|完成|达到)"
_STRIKES = r"[给对][^，,]{2,24}?(?:提出|带来|造成|形成)了?[^，,]{0,6}(?:课题|挑战|压力|影响|冲击)"
"""对出口造成冲击."""
_STILL = (
    r"(?:仍|还)(?:然|处)?(?:在|处[在于])[^，,]{0,6}(?:调整|阶段|关口|攻坚期|阵痛期|低位)"
    r"|需要?(?:持续|加快|不断|继续|大力|着力)+[\u4e00-\u9fff]{2,4}"
    r"|(?<=壁垒|孤岛|短板|瓶颈|漏洞|乱象|不分|脱节|主义|隐患)(?:仍然?|依然|还|长期|不同程度)存在"
)
"""仍处在调整阶段, 需要加快补齐, 数据壁垒|依然存在."""
_THERE_ARE = (
    r"(?:仍|还|尚|依然|仍然)?(?:存在|有)(?:着|不少|不小|一定|较大|很大|一些|诸多|许多|明显|突出|薄弱|较多|的)*"
    r"(?:难度|缺陷|短板|弱项|差距|堵点|薄弱环节|隐患|风险|困难|问题|不足|障碍|瓶颈)[^,，。;；:：]{0,4}"
)
"""仍有难度, 存在不少短板."""
_WEAK = re.compile(
    rf"(?:{_NOT_ENOUGH}|{_PRESSING}|{_HARD}|{_FALLS}|{_RISES}|{_OUT_OF_STEP}|{_STRIKES}|{_STILL}|{_THERE_ARE})(?=[、。；;，,等]|$)"
)
"""What a sentence about problems says of them besides the words of kind_cues.tsv: 经济总量|不大, 部分企业|困难较大, 就业|仍有难度."""
_STOPS = "。；;，, "
LONGEST_REST = 6
"""A part of a list of problems goes on for so many characters behind its word for the problem: 能力|不足|等问题."""

_HOW_MUCH = "(?:一定|较大|很大|严重|不同|不小|明显|直接|极大|不利|不良|某些)(?:程度)?的?(?:不利)?"
_CAUSES = (
    re.compile(
        rf"受(?!(?:到了?)?{_HOW_MUCH}影响)(?:到了?)?([^,，。;；]{{2,40}}?)(?:等)?(?:多重|诸多|综合|叠加|不利|等)*(?:因素)?(?:的)?(?:多重|综合|叠加|不利)?影响"
    ),
    re.compile(r"(?:主要原因是|主要是由于|主要是因为|主要是受|究其原因[,，]?|原因是|原因在于)([^。;；]{2,60}?)(?=[。;；]|$)"),
    re.compile(r"(?:由于|因为|鉴于)([^。;；]{2,100}?)(?=[,，](?:导致|造成|致使|使得?)(?!用))"),
    re.compile(r"(?:由于|因为|鉴于)([^,，。;；]{2,60})"),
    re.compile(r"(?:^|[,，;；])因([^,，。;；]{2,40}?)(?=[,，]|导致|造成|致使)"),
)
"""In the order in which they are tried."""
_AND_SO_ON = re.compile("等(?:项|种|方面)?(?:原因|因素|影响)?(?:[也都就]?(?:造成|导致|引起|形成|使得?).*)?$")
"""What closes a list of causes, and what it goes on to say of their effect."""


def find_cause(text: str) -> str | None:
    """Return the cause the clause gives for a risk; None when it gives none."""
    for pattern in _CAUSES:
        found = pattern.search(text)
        if found is not None:
            return _AND_SO_ON.sub("", found[1]).strip(" ,，、") or None
    return None


_LEADS_ON = re.compile("(?:并?且|而且|并|致使|造成|导致|使得|引发|叠加|以致)(?![列重轨购网入行])")
"""What joins a problem to the one before it, and is no part of its subject."""
SHORTEST_LED = 2


def subjects_at_risk(clause: Clause) -> list[str | None]:
    """Return what a clause that names problems says them of, in the clause's language; several where it names one after the other.

    A subject that is no name is None: the problem stands, and nothing names it.
    """
    says = room_of(clause.language).says
    if says is None:
        return [cleaned(subject) or None for subject in find_subjects_at_risk(clause.text)]
    subject = says.subject_at_risk(clause.text)
    return [] if subject is None else [subject]


def find_subjects_at_risk(text: str) -> list[str]:
    """Return what a clause that names problems says them of; `[]` where that is not plain.

    >>> find_subjects_at_risk("产业结构有待优化，市场消费偏弱、投资效益不足，部分企业经营困难较多。")
    ['产业结构', '市场消费', '投资效益', '部分企业经营困难']
    """
    found: list[str] = []
    for start, end in _told_apart(text):
        subject = _subject_in(text, start, end)
        if subject is not None and (led := _LEADS_ON.match(subject)) is not None and len(subject) - led.end() >= SHORTEST_LED:
            subject = subject[led.end() :]
        if subject is not None and _ANY_TROUBLE.fullmatch(subject) is None and subject not in found:
            found.append(subject)
    if found:
        return found
    first = find_subject_at_risk(text)
    return [first] if first is not None and _ANY_TROUBLE.fullmatch(first) is None else []


def find_subject_at_risk(text: str) -> str | None:
    """Return what a clause that names a problem first says it of (产业结构有待优化 → 产业结构); None where that is not plain."""
    for start, end in split_parts(text):
        for cue in _problems(text[start:end]):
            subject = _subject_before(text, start, start + cue.start, start + cue.end, end)
            if subject is not None:
                return subject
    return None


def find_missed(text: str) -> str | None:
    """Return what a clause says to have missed its goal; None where it says so of nothing.

    >>> find_missed("消费偏弱，固定资产投资增速没有达到预期。")
    '固定资产投资增速'
    """
    for start, end in split_parts(text):
        for cue in _problems(text[start:end]):
            if cue.name == "shortfall":
                return _subject_before(text, start, start + cue.start, start + cue.end, end)
    return None


def _problems(text: str) -> list[Cue]:
    """Return the words of a text that say that something is wrong."""
    return [cue for cue in kind_cues().find(text) if cue.name in ("problem", "shortfall")]


def _weaknesses(text: str) -> list[Cue]:
    """Return the words of a text about problems that say so, those only such a text is asked for among them."""
    told = _problems(text)
    covered = {cue.start for cue in told}
    weak = (Cue("weak", found.start(), found.end()) for found in _WEAK.finditer(text))
    return sorted([*told, *(cue for cue in weak if cue.start not in covered)], key=lambda cue: cue.start)


def _told_apart(text: str) -> Iterator[Span]:
    """Yield the stretches of a clause that can each name a problem: its parts, and in them what stands between 、 behind a problem."""
    for start, end in split_parts(text):
        if text.endswith((":", "："), start, end):
            continue  # 面临的困难仍然不少: what they are comes now
        if _SETS_THE_SCENE.match(text, start, end) is not None:
            continue
        begin = start
        weak = _weaknesses(text[start:end])
        for cue, behind in zip_longest(weak, weak[1:]):
            if behind is not None and behind.start - cue.end - 1 < SHORTEST_NAME:
                continue  # 部分企业盈利下降、|经营困难: of one and the same
            if text.startswith("、", start + cue.end, end) and begin < start + cue.start:
                yield Span(begin, start + cue.end)
                begin = start + cue.end + 1
        if begin < end:
            yield Span(begin, end)


def _subject_in(text: str, start: int, end: int) -> str | None:
    """Return what a stretch of a clause says at its end to be wrong; None where it says so of nothing, or goes on."""
    for cue in _weaknesses(text[start:end]):
        if len(text[start + cue.end : end].rstrip(_STOPS)) > LONGEST_REST:  # it goes on
            continue
        subject = _subject_before(text, start, start + cue.start, start + cue.end, end)
        if subject is not None:
            return subject
    return None


def _subject_before(text: str, start: int, problem: int, after: int, end: int) -> str | None:
    """Return the subject of a problem, whose words stand from `problem` to `after` in a part of `text`; None where it is no name."""
    lead = _LEAD.match(text, start)
    if after < end and _OF_PLACES.match(text, after, end):
        return None
    noun = _TROUBLE_HEAD.match(text, problem)
    subject = text[lead.end() if lead else start : noun.end() if noun else problem]
    subject = _IN_THE_WORK.sub("", _ADVERBS.sub("", subject)).rstrip("的、和及与")
    subject = _DOES_SO.sub("", _BEFORE_SUBJECT.sub("", _FAULT_JOINED.sub("", subject), count=1))
    there = _TROUBLE_THERE.search(subject, SHORTEST_SUBJECT)
    told = there is not None and there.end() == len(subject)
    if told and there is not None:
        subject = subject[: there.start()] + there["what"]  # 政府工作|还存在一些|缺点|和不足
    if subject and not told:
        subject += _what_is_wrong(text, subject, text.find(subject, start) + len(subject), end)
    if not noun and after < end and _fights(subject) and _TROUBLE_HEAD.match(text, after, end):
        return None  # 缓解发展|不平衡|问题任务较重: what is fought, not what is at risk
    if (
        _ALL_OF_IT.fullmatch(subject) is not None
        or _ANY_GOAL.fullmatch(subject) is not None
        or _NO_NAME.match(subject) is not None
        or subject.endswith(_PLACE_WORDS)
        or _SAYS_MORE.search(subject) is not None
        or subject.startswith(_COMPARISONS)
    ):
        return None
    return subject if SHORTEST_SUBJECT <= len(subject) <= LONGEST_SUBJECT else None


def _what_is_wrong(text: str, subject: str, at: int, end: int) -> str:
    """Return what is wrong with a subject that says nothing alone (重点领域|风险隐患, 发展|不平衡不充分), "" where it is plain without."""
    there = _TROUBLE_THERE.match(text, at, end)
    if there is not None:
        return there["what"]
    uneven = _UNEVEN.match(text, at, end) if _SAYS_LITTLE.fullmatch(subject) is not None else None
    if uneven is not None:
        return uneven.group()
    short = _SHORT_OF.match(text, at, end)
    return (short["what"] or short.group()) if short is not None else ""


def _fights(subject: str) -> bool:
    """Return whether a phrase opens with a deed against something wrong (缓解发展)."""
    return any(cue.name == "relief" and cue.start == 0 for cue in trouble_words().find(subject))
