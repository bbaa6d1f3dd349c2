"""Lines that state no facts: title, delivery line, speaker, salutation, metadata, notes, navigation, table of contents, glossary.

Comes in: the lines of the working text. Goes out: the front matter, and the spans of all boilerplate. Left to the neighbours: what the
title and the dates mean (`metadata.py`), page junk that stands inside lines (`cleaning`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from reportsum import lazy_re as re
from reportsum.values import dataclass

from ..spans import Span
from .annexes import stands_alone
from .labels import read_label
from .layout import Line, is_table_row
from .stances import heading_stance

FRONT_LINES = 250
"""How far down a page the front matter may reach: the menus of some sites come first."""
_SPACED_YEAR = re.compile(r"(?<=[\u4e00-\u9fff])[ 　](?=\d)|(?<=\d)[ 　](?=[\u4e00-\u9fff])")
LONGEST_TITLE = 90
LONGEST_MENU = 8
_NAMES_ITS_REPORT = re.compile(r"[省市县区州]$|\d{4}|关于")
_COMPLETE = re.compile(r"\d{4}|报告|^关于")
_JUNK_INSIDE = re.compile("[>|_]|登录|无障碍|首页|欢迎")
LEAST_TITLE = 10
"""Characters of a title that stands alone in the middle of a file."""
LONGEST_SHORT = 60
"""A line of the front matter is hardly longer, but for metadata and the opening."""

FrontKind = Literal["title", "delivery", "speaker", "metadata", "salutation", "opening", "junk", "short"]


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before the report proper."""

    end: int
    """Number of lines that belong to it."""
    title: str | None
    """Joined where it stands on two lines; None when there is none."""
    delivery: str | None
    """——2022年7月28日在市十七届人大常委会第五次会议上"""
    metadata: tuple[str, ...]
    """来源: … 发布时间: …"""
    speakers: tuple[str, ...]
    """市发展和改革委员会主任 许金龙; also document number, date and the agency that gives the report."""
    opening: str
    """The first paragraph: where the report says what it is (现在,我代表市人民政府…), else where it begins."""


# --- what lines look like -------------------------------------------------------------------------------------------

_YEAR = r"(?:\d{4}|[一二][〇○零OＯ一二三四五六七八九]{3})"
_METADATA = re.compile(
    r"(?:来源|发布时间|发布日期|发文日期|发布机构|发文机关|发文字号|发布单位|公开日期|索引号|成文日期|生成日期|信息来源|信息分类|主题分类|"
    r"浏览次数|阅读次数|浏览量|阅读量|访问量|点击率|点击数?|累计次数|字体|字号|作者|责任?编辑|公开方式|公开类型|有效性|主题词|供稿|审核|文章来源|"
    r"信息名称|文件编号|体裁分类|原文链接|原文地址|网页链接)\s?[：:\]】]|^(?:时间|日期|文号|编辑|名称|标题)\s?[：:]"
)
_BUTTONS = (
    r"首页|网站首页|返回首页|返回顶部|返回|打印(?:本页)?|关闭(?:窗口|本页)?|全屏|收藏|下载|加大|还原|减小|分享到?|复制链接|图片|视频|"
    r"大|中|小|无障碍|长者模式|繁体版?|简体版?|English|EN|RSS|微信|微博|新浪微博|QQ空间|扫一扫|网站地图|联系我们|登录|注册|搜索|上一篇|下一篇"
)
_CHANNELS = r"政务公开|信息公开|新闻中心|政务服务|互动交流|政民互动|走进\S{2,4}|要闻动态|目\s*录|更多|正文"
_BARS = r"[\s|【】\[\]>»›·/:：]*"
_ONLY_BUTTONS = rf"^{_BARS}(?:(?:{_BUTTONS}|{_CHANNELS}){_BARS})+$"
"""首页 > 政务公开 > 正文; 【大 中 小】 打印."""
_BEGINS_LIKE_A_PAGE = (
    r"^(?:当前位置|您(?:现在|当前)?(?:所在)?的?位置|所在位置|上一篇|下一篇|上一条|下一条|相关(?:链接|文档|附件|阅读|报道|稿件|新闻|文章)|扫一扫|"
    r"版权所有|主办单位[：:]|主办[：:]|承办单位[：:]|承办[：:]|技术支持|网站标识码|【?字[体号][：:]|分享到[：:]|附件下载|Copyright|copyright|©)"
)
_FOOT_OF_A_SITE = r"ICP备\d|公网安备|版权所有[：: ]"
_OF_A_PAPER = r"^\S{0,30}\s*(?:本报)?记者\s*\S{2,4}\s*[摄文]\S{0,2}$|[（(](?:下转|紧接|上接)第?\S{1,4}版[）)]$"
"""本报记者 王明 摄; （下转第二版）."""
_PAGE_NUMBER = r"^[—–―─\-·\s]*第?\s*\d{1,3}\s*页?(?:\s*[/,，共]\s*\d{1,3}\s*页?)?[—–―─\-·\s]*$"
_JUNK = re.compile("|".join((_ONLY_BUTTONS, _BEGINS_LIKE_A_PAGE, _FOOT_OF_A_SITE, _OF_A_PAPER, _PAGE_NUMBER)))
_DATE_WORDS = rf"{_YEAR}\s*年\s*\S{{1,3}}\s*月\s*\S{{1,3}}\s*日"
_DELIVERY = re.compile(
    rf"^[—–―─\-（(\s]*{_DATE_WORDS}\s*(?:在|于|经)?.{{4,70}}(?:会议|大会|全会|常委会|次会|年会)"
    r"(?:第.{1,4}次(?:全体)?会议)?(?:上|通过|批准)?[）)]?$"
    r"|^[—–―─]{1,3}\s*在.{4,60}(?:会议|大会|全会)上?$"
)
_DELIVERY_BEGINS = re.compile(rf"^[—–―─\-（(\s]+{_DATE_WORDS}\s*在|^{_DATE_WORDS}\s*在[^，。；：]{{4,40}}$")
_OFFICE = (
    r"(?:[市省县区州旗盟镇乡]长|主席|总理|主任|局长|厅长|委员长|书记|行政长官|司长|部长|专员|秘书长|"
    r"社长|会长|财政司司长|董事长|总经理|校长|院长)"
)
_NAME_CHAR = r"[\u4e00-\u9fff·]"
_SPEAKER = re.compile(
    rf"^(?:[^\s，。；：]{{0,28}}(?:代(?:理)?)?{_OFFICE}[\s　：:]*{_NAME_CHAR}{{1,2}}[\s　]?{_NAME_CHAR}{{1,6}}(?:[\s　]{_NAME_CHAR})?"
    r"|(?:报告人|主讲人|汇报人)[：:].{2,30}|[\u4e00-\u9fff](?:[ 　]{1,4}[\u4e00-\u9fff]){1,3})$"
)
_WHO = (
    r"代表|委员|记者|媒体|同志|副?主任|副?主席|来宾|朋友|女士|先生|议员|领导|列席(?:会议)?人员|老同志|组成人员|同事|副?秘书长|市民|嘉宾|同胞|伙伴|理事|股东|"
    r"老师|同学|乡亲|父老|企业家|专家|员工|职工"
)
_OFFICE_ALONE = re.compile(rf"^[^\s，。；：]{{2,24}}(?:政府|委员会|委|局|厅|部|院|署)(?:代(?:理)?)?{_OFFICE}$")
_CATALOGUE = re.compile(r"^【[^】]{2,14}】[^。；]*$")
"""【法宝引证码】 CLI.4.256133: how collections of laws catalogue a text; a yearbook's 【概况】 is followed by sentences."""
_DATELINE = re.compile(r"^(?:新华社|中新社|中新网|人民网|本报|本网)\S{0,8}?\d{1,2}\s?月\s?\d{1,2}\s?日\s?(?:电|讯|消息)")
LONGEST_DATELINE = 24
"""A dateline with more behind it opens the report."""
_YAML = re.compile(r"^(?:title|date|author|source|url|tags|categories|layout|description|permalink|lang)\s?:", re.IGNORECASE)
"""The front matter of a Markdown file."""
_SALUTATION = re.compile(
    rf"^(?:尊敬的|亲爱的)?(?:各位|诸位)?(?:(?:{_WHO})(?:们)?[、,，和 　及]*(?:尊敬的|亲爱的)?(?:各位|诸位)?)+[：:！!]$"
)
_NUMBER = re.compile(r"^[（(]?[\u4e00-\u9fffA-Za-z]{1,14}[〔\[（(【]\s?\d{4}\s?[〕\]）)】]\s*(?:第\s*)?\d+\s*号[）)]?$")
_DATE = re.compile(
    rf"^[（(\[]?{_DATE_WORDS}(?:\s*印发)?[）)\]]?$|^\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?:\s+\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?$|^{_DATE_WORDS}\s*星期.$"
)
_TITLE_END = re.compile(
    r"(?:报告|公报|规划|纲要|计划|要点|总结|情况|方案|意见|通知|讲话|汇报|清单|草案|白皮书|年报|简报|决定|责任书|大事记|安排|说明|材料|通报|"
    r"公告|公示|公开|概况|概述|综述|快报|分析|函|办法|行动|任务|实事|目标|分工|台账|预算|决算|模板|样本|工作思路|打算|设想|述职|述评|指南|细则|规范|规定|条例|导则|规程|措施|政策|发布稿|新闻稿|通稿|讲话稿)(?:\s?[（(][^）)]{1,24}[）)])?(?:\[\d+\])?$"
)
_NAMED = re.compile(r"\d{4}年.{0,4}[\u4e00-\u9fff]{2,8}[省市县区州旗镇乡局委厅]|[省市县区州旗镇乡局委厅].{0,8}\d{4}年")
"""A first line with a place and a year is a title, whatever else it says."""
_TITLE_GOES_ON = re.compile(r"(?:上半年|前三季度)?(?:计划)?(?:执行|完成|进展|落实|实施|工作|推进)情况|的|及|和|与|暨|[（(]")
_OPENING = re.compile(
    r"请.{0,6}(?:审议|审查|审定)|提请.{2,40}(?:审议|审查)|(?:向大会|向会议|向.{2,14}会).{0,6}(?:报告|作).{0,24}工作|(?:报告|汇报|公布|通报|总结|说明)如下|作(?:政府)?工作报告"
    r"|^(?:现在[，,]?)?(?:我)?受[^。；]{2,24}委托[，,]"
)
_OPENS = re.compile(r"(?:^|^[^。]{4,30}。)(?:各位\S{2}[：:，,！!]?\s*)?(?:现在?|我|受|根据|按照|经|下面|首先|[这]?里)")
_ADDRESSEE = re.compile(r"^(?:各|[\u4e00-\u9fff]{2,20}(?:人民政府|委员会|人大常委会))[^。；]{0,70}[：:]$")
_CLOSING = re.compile(
    r"^(?:特此(?:报告|通知|公告|汇报|说明)|以上报告[，,]?请?予?.{0,8}(?:审议|审查|指正|批评)?|报告完毕|谢谢(?:大家|各位)?|[（(](?:此件|此文).{2,12}[）)]|抄送[：:]|抄报[：:]|主题词[：:]|"
    r".{2,24}(?:办公室|办公厅)\s*" + _DATE_WORDS + r"印发|[（(]完[）)]$|全文结束$)"
)
_GLOSSARY = re.compile(
    r"^[#*\s]*(?:附[件录注]?\s?\d*\s?[：:.、]?\s*)?[《【（(]?(?:(?:政府工作报告|报告)[》]?\s*)?(?:有关|相关|部分)?(?:内容|表述|词语)?的?(?:名\s*词\s*(?:解\s*释|注\s*释|说\s*明)|用语说明|"
    r"用语解释|术语(?:解释|说明)|注\s*释|指标解释|主要指标解释|附\s*注|缩略语|缩略词|尾注|注解)[》】）)]?[：:]?$"
)
_NOTE = re.compile(
    r"^(?:注\s?\d*[：:]|[\[［〔【]\d{1,3}[\]］〕】]\s?\S|附件\s?\d*[：:]|备注[：:]|资料来源[：:]|数据来源[：:]|附注[：:]"
    r"|[图表]\s?\d{1,3}(?:-\d+)?\s?[：:.、 　]?[^，。；]{2,50}$|[（(]?单位[：:][^，。；]{1,12}$)"
)
_FACT = re.compile(r"\d[\d.,]*\s*(?:%|‰|[多余]?[万亿]|元|个百分点|公里|吨|亩)")
_AGENCY = re.compile(r"(?:政府|委员会|[委局厅部办院署处]|银行|[分支]行|中心|办公厅|办公室|调查队|总队)$")
_STOPS = "。；;，,！!？?"
_BROKEN = re.compile(r"[，,。；;：:！!？?、]|\d[\d.]*\s*[%万亿元个家户人]")
_GOES_ON = re.compile(r"[，,：:。；;、]|[是为][：:]")
_NOTE_FIRST = frozenset("注[［〔【附备资数图表单（(")
_AS_FOLLOWS = re.compile(r"^[^。]*如下[：:]$")
_CLOSING_FIRST = frozenset("特以报谢（(抄主全[")
_NUMBERED_NOTES = re.compile(r"注(?:释|解)?\s?[：:]\s?(?:$|[（(]?1[）).、．]|①)")
_ATTACHMENT = re.compile(r"附件\s?[：:]")
_SPACE = re.compile(r"\s+")
_PAGE = re.compile(r"[.．·…。\s]*[-—]?\s?\d{0,3}\s?[-—]?$")
_OF_PAGES = (
    "0123456789.．·…。-— \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
"""What `_PAGE` may hold: it is looked for behind the last other character, not from every character on."""
CONTENTS_LINES = 150
"""A table of contents stands this near to the front matter."""
HEAD_OF_CONTENTS = 5
"""So many lines behind the front matter the word 目录 may stand."""
LEAST_ENTRIES = 3
"""Fewer entries make no table of contents."""
LONGEST_ENTRY, LONGEST_DOTTED = 80, 240
"""Characters of an entry, and with the dots that lead to its page number."""
_CONTENTS_HEAD = re.compile(r"^[#*【\s]*目\s*[录次][】*\s]*$")
_PAGEREF = re.compile(r"\s*PAGEREF\s+_Toc.*$|\s*HYPERLINK\s.*$")
"""What a word processor's table of contents leaves behind in plain text."""
_DOTS = re.compile(r"[.．·…。]{4,}\s*\d{1,3}$|\s{2,}\d{1,3}$")


# --- front matter -----------------------------------------------------------------------------------------------------


def read_front(lines: Sequence[Line]) -> Front:
    """Return the front matter of a report."""
    kinds: list[FrontKind] = []
    signs = Counter(line.text.split(" ", 1)[0] for line in lines if line.text.startswith("#"))
    for index, line in enumerate(lines[:FRONT_LINES]):
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        kind = _front_kind(line.text, following, alone=signs[line.text.split(" ", 1)[0]] == 1)
        if kind is None:
            break
        kinds.append(kind)
    end = _front_end(lines, kinds)
    del kinds[end:]
    texts = [line.text for line in lines[:end]]
    openings = [text for text, kind in zip(texts, kinds, strict=True) if kind == "opening"]
    following = next((line.text for line in lines[end : end + 6] if not _SALUTATION.match(line.text)), "")
    return Front(
        end,
        _title(texts, kinds),
        next(iter(_delivery_lines(texts, kinds)), None),
        tuple(text for text, kind in zip(texts, kinds, strict=True) if kind == "metadata"),
        tuple(text for text, kind in zip(texts, kinds, strict=True) if kind == "speaker"),
        openings[0] if openings else following,
    )


def _front_kind(text: str, following: str, *, alone: bool) -> FrontKind | None:
    """Return what a line of the front matter is; None when the report begins here.

    `alone` says that no other Markdown heading has its level: that of a title.
    """
    if is_table_row(text):
        return None
    if len(text) <= 140 and (_DELIVERY.match(text) or _DELIVERY_BEGINS.match(text)):
        return "delivery"
    if len(text) <= 120 and _JUNK.search(text):
        return "junk"
    if len(text) <= 240 and (_METADATA.search(text) or _CATALOGUE.match(text)):
        return "metadata"
    if _DATELINE.match(text):
        return "junk" if len(text) <= LONGEST_DATELINE else None
    if len(text) <= 240 and (_YAML.match(text) or text == "---"):
        return "metadata"
    if len(text) <= 100 and (_SALUTATION.match(text) or _ADDRESSEE.match(text)):
        return "salutation"
    if _NUMBER.match(text) or _DATE.match(text) or _SPEAKER.match(text) or _OFFICE_ALONE.match(text):
        return "speaker"
    label = read_label(text)
    if label is None or label.style == "md1" or (alone and label.style.startswith("md") and not label.text):
        words = text.lstrip("# ")
        if len(words) <= 40 and _AGENCY.search(words) and not _TITLE_END.search(words):
            return "speaker"
        if len(words) <= LONGEST_SHORT and text[-1] not in _STOPS + "：:" and not _FACT.search(words):
            both = words + following
            return "title" if _TITLE_END.search(words) or (len(words) < 30 and _TITLE_END.search(both)) else "short"
    is_numbered = label is not None and label.style != "bullet"  # —— opens a delivery line too
    if not is_numbered and len(text) <= 400 and _OPENING.search(text) and not _FACT.search(text):
        return "opening"
    return None


def reads_as_title(text: str) -> bool:
    """Whether a line in the middle of a file reads like the title of a document of its own."""
    words = _bare(text)
    return LEAST_TITLE <= len(words) <= LONGEST_SHORT and _TITLE_END.search(words) is not None and not _BROKEN.search(words)


def _front_end(lines: Sequence[Line], kinds: Sequence[FrontKind]) -> int:
    """Return how many lines are front matter: up to the last one that is surely so, and a first short line that must be the title."""
    end = 0
    for index, kind in enumerate(kinds):
        words = lines[index].text
        if kind in ("short", "title") and heading_stance(words) and not words.endswith(("报告", "公报")) and end:
            continue  # 2023年工作回顾 behind the title is the first heading
        if kind != "short":
            end = index + 1
    if not end and kinds and kinds[0] == "short":
        words = lines[0].text
        return int(heading_stance(words) is None or _NAMED.search(words) is not None)
    return end


def _title(texts: Sequence[str], kinds: Sequence[FrontKind]) -> str | None:
    """Return the title; one that is broken over lines is joined, one that stands twice counts once."""
    candidates: list[str] = []
    index = 0
    while index < len(texts):
        if kinds[index] not in ("title", "short"):
            index += 1
            continue
        parts = [_bare(texts[index])]
        while (
            index + 1 < len(texts)
            and kinds[index + 1] in ("title", "short")
            and (not _TITLE_END.search("".join(parts)) or _TITLE_GOES_ON.match(_bare(texts[index + 1])))
        ):
            index += 1
            parts.append(_bare(texts[index]))
            if sum(map(len, parts)) > LONGEST_TITLE:
                break
        if _TITLE_END.search("".join(parts)):
            candidates.append(_without_menu(parts, texts))
        index += 1
    # the name of the site may stand before the title of its page
    candidates = [title for title in candidates if not any(title != other and title.endswith(" " + other) for other in candidates)]
    if candidates:
        return max(candidates, key=lambda title: ("，" not in title, len(title)))
    for text, kind in zip(texts, kinds, strict=True):
        if kind == "opening":  # the whole report stood on one line
            found = re.match(r"^([^，。；：:\s]{2,50}?(?:报告|公报))(?=[—\-（(\s]|各位|主任)", text)
            if found:
                return found[1]
    if kinds and kinds[0] == "short" and len(kinds) == 1:
        return _bare(texts[0])
    for text, kind, following in zip(texts, kinds, kinds[1:], strict=False):
        if kind == "short" and following == "metadata" and len(_bare(text)) >= LEAST_TITLE and not _JUNK_INSIDE.search(text):
            return _bare(text)  # an article: 上半年全市经济运行稳中向好 / 发布时间：…
    return None


def _bare(text: str) -> str:
    """Return a title line without Markdown signs, bold and the spaces between single characters (政 府 工 作 报 告)."""
    words = text.lstrip("# ").strip("*＊ 　")
    if re.fullmatch(r"(?:\S[ 　]+){2,}\S", words):
        words = re.sub(r"\s+", "", words)
    words = _SPACED_YEAR.sub("", words)
    return re.sub(r"^\[\d+\]|\[\d+\]$", "", words)


def _without_menu(parts: Sequence[str], texts: Sequence[str]) -> str:
    """Return a joined title without the menu words that stood above it, on the page once or twice (云南要闻, 文件)."""
    begin = 0
    while begin + 1 < len(parts):
        words, rest = parts[begin], "".join(parts[begin + 1 :])
        is_named = _NAMES_ITS_REPORT.search(words) is not None
        again = sum(_bare(text) == words for text in texts) > 1
        if is_named or not (again or len(words) <= LONGEST_MENU) or len(rest) < LEAST_TITLE or not _COMPLETE.search(rest):
            break
        begin += 1
    return "".join(parts[begin:])


def _delivery_lines(texts: Sequence[str], kinds: Sequence[FrontKind]) -> Iterator[str]:
    for index, kind in enumerate(kinds):
        if kind == "delivery":
            complete = _DELIVERY.match(texts[index]) or index + 1 == len(texts) or kinds[index + 1] not in ("short", "title")
            yield texts[index] if complete else texts[index] + texts[index + 1]


# --- everywhere -------------------------------------------------------------------------------------------------------


def find_boilerplate(lines: Sequence[Line], front: Front) -> list[Span]:
    """Return the spans of all lines that state no facts, in order."""
    contents = _contents(lines, front.end)
    repeated = {line.text for line in lines[: front.end] if len(line.text) >= 6}
    signed = {index - 1 for index, line in enumerate(lines) if index and len(line.text) <= 30 and _DATE.match(line.text)}
    fragments = _fragments(lines)
    spans: list[Span] = []
    glossary = attached = noted = False
    for index, line in enumerate(lines):
        words = line.text
        if glossary or index < front.end or index in contents or index in fragments or words in repeated:
            spans.append(Span(line.start, line.end))
            continue
        if len(words) < 3 and not words.isdigit() and read_label(words) is not None:
            continue
        if len(words) <= 40 and 2 * index > len(lines) and _GLOSSARY.match(words):
            glossary = True
        if words[0] == "附" and stands_alone(words) and index + 1 < len(lines) and read_label(lines[index + 1].text) is None:
            continue  # an annex begins
        attached = _is_attachment(words, attached)
        noted = _is_note(words, noted)
        is_signature = index in signed and len(words) <= 40 and _AGENCY.search(words) is not None
        if glossary or attached or noted or is_signature or _states_nothing(words, index):
            spans.append(Span(line.start, line.end))
    return spans


def _fragments(lines: Sequence[Line]) -> frozenset[int]:
    """Return the lines that bold words broke out of a sentence which goes on below: 今年的 / 主要预期目标 / 是：…"""
    found: set[int] = set()
    for index in range(len(lines) - 2, -1, -1):
        words, following = lines[index].text, lines[index + 1].text
        if len(words) > 40 or _BROKEN.search(words):
            continue
        if _GOES_ON.match(following) or (index + 1 in found and words[-1] in "的和及与"):
            found.add(index)
    return frozenset(found)


def _states_nothing(words: str, index: int) -> bool:
    if (words[0] in _NOTE_FIRST and _NOTE.match(words)) or (len(words) <= LONGEST_DATELINE and _DATELINE.match(words)):
        return True
    if index < 60 and len(words) <= 240 and _OPENS.match(words) and _OPENING.search(words) and not _FACT.search(words):
        return True
    if len(words) > 100:
        return False
    if words[-1] in "：:！!" and (_SALUTATION.match(words) or (_AS_FOLLOWS.search(words) and not _FACT.search(words))):
        return True
    if words[0] in _CLOSING_FIRST or "印发" in words:
        return _CLOSING.match(words) is not None or _JUNK.search(words) is not None
    dated = any(char.isdigit() for char in words) or "年" in words
    return (dated and any(pattern.match(words) for pattern in (_DATE, _DELIVERY, _NUMBER))) or _JUNK.search(words) is not None


def _is_attachment(words: str, attached: bool) -> bool:
    """Whether a line belongs to the list of attachments at the end of a notice (附件：1.… 2.…)."""
    if words.startswith("附件") and _ATTACHMENT.match(words):
        return True
    label = read_label(words) if attached else None
    return label is not None and label.style == "num" and len(words) <= 60 and words[-1] not in _STOPS


def _is_note(words: str, noted: bool) -> bool:
    """Whether a line belongs to numbered notes: 注：（1）…, then （2）… on lines of their own."""
    if words.startswith("注") and _NUMBERED_NOTES.match(words):
        return True
    label = read_label(words) if noted else None
    return label is not None and label.style in ("num", "num_paren", "circled") and label.number > 1


def _contents(lines: Sequence[Line], begin: int) -> frozenset[int]:
    """Return the lines of a table of contents.

    Under the word 目录 these are the short lines down to where the first of them comes again, as the text's own first heading; without
    the word, or where nothing comes again, three or more in a row that carry page numbers or come again later.
    """
    entries = [_entry(line.text) if len(line.text) <= LONGEST_DOTTED else "" for line in lines[begin : begin + CONTENTS_LINES]]
    entries = [entry if len(entry) <= LONGEST_ENTRY else "" for entry in entries]
    last_seen: dict[str, int] = dict.fromkeys(entries, -1)
    before = ""
    for index, line in enumerate(lines):
        words = _SPACE.sub("", line.text) if len(line.text) <= LONGEST_SHORT else ""
        for seen in (words, before + words):  # 第一部分 and its title may stand on two lines
            if seen and seen in last_seen:
                last_seen[seen] = index
        before = words
    headed = _headed_contents(lines, entries, last_seen, begin)
    if headed:
        return headed
    found: list[int] = []
    run: list[int] = []
    for index, entry in enumerate(entries, start=begin):
        text = lines[index].text
        dotted = entry and (_PAGEREF.search(text) or (_DOTS.search(text) is not None and read_label(text) is not None))
        if dotted or last_seen[entry] > index + 2:
            run.append(index)
            continue
        if len(run) >= LEAST_ENTRIES:
            found += run
        run = []
    return frozenset(found)


def _headed_contents(lines: Sequence[Line], entries: Sequence[str], last_seen: Mapping[str, int], begin: int) -> frozenset[int]:
    """Return the lines of a table of contents below the word 目录; none where its first entry does not come again."""
    heads = [index for index, line in enumerate(lines[: begin + HEAD_OF_CONTENTS]) if _CONTENTS_HEAD.match(line.text)]
    first = next((max(index + 1, begin) for index in heads if index + 1 >= begin), None)
    if first is None or first >= begin + len(entries):
        return frozenset()
    again = next((index for index in range(first + 1, len(lines)) if _comes_again(lines, index, entries[first - begin])), None)
    if not entries[first - begin] or again is None or again - first < LEAST_ENTRIES - 1:
        return frozenset()
    inside = range(first, again)
    if any(not entry or lines[index].text[-1] in "。；;" for index, entry in zip(inside, entries[first - begin :], strict=False)):
        return frozenset()
    return frozenset(inside) | frozenset(index for index in heads if index >= begin)


def _comes_again(lines: Sequence[Line], index: int, entry: str) -> bool:
    """Whether a heading stands at `index`, or its label there and its title on the next line, that reads like `entry`."""
    if len(lines[index].text) > LONGEST_SHORT:
        return False
    words = _SPACE.sub("", lines[index].text)
    following = lines[index + 1].text if index + 1 < len(lines) else ""
    return words == entry or (entry.startswith(words) and words + _SPACE.sub("", following) == entry)


def _entry(words: str) -> str:
    """Return an entry of a table of contents as its heading stands in the text: without dots, page number and spaces."""
    if "PAGEREF" in words or "HYPERLINK" in words:
        words = _PAGEREF.sub("", words)
    if not words[-1:].isalpha():
        begin = len(words.rstrip(_OF_PAGES))
        words = words[:begin] + _PAGE.sub("", words[begin:])
    return _SPACE.sub("", words)
