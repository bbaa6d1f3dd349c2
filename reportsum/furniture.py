"""Lines that state no facts: title, delivery line, speaker, salutation, metadata, notes, navigation.

Comes in: the lines of the working text. Goes out: the front matter, and the spans of all furniture. Left to the neighbours: what the title
and the dates mean (`metadata.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .labels import read_label
from .layout import Line
from .spans import Span

FRONT_LINES = 30
"""How far down a page the front matter may reach."""


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
    """市发展和改革委员会主任 许金龙"""
    opening: str
    """The first paragraph of the report."""


_METADATA = re.compile(
    r"(?:来源|发布时间|发布日期|发文日期|发布机构|发文机关|发文字号|文号|索引号|成文日期|生成日期|信息来源|信息分类|主题分类|浏览次数|阅读次数|"
    r"访问量|点击数?|累计次数|字体|字号|作者|编辑|责任编辑|公开方式|有效性|时间|日期|供稿|审核)\s?[：:]"
)
_NAVIGATION = re.compile(
    r"^(?:首页|当前位置|您(?:现在)?的位置|您当前|打印|关闭|分享到?|上一篇|下一篇|图片|返回|相关(?:链接|文档|附件|阅读)|扫一扫|网站地图|联系我们|"
    r"版权所有|主办单位|承办单位|技术支持|无障碍|微信|微博|目\s*录$|.{0,12}(?:ICP备|公网安备)|字体|【?(?:大|中|小|打印)】?[ 　【])"
)
_DELIVERY = re.compile(
    r"^[—–―─\-（(]*\s*(?:\d{4}|[一二][〇○零O一二三四五六七八九]{3})\s*年\s*\S{1,3}\s*月\s*\S{1,3}\s*日\s*在?.{4,60}(?:会议|大会|全会|常委会|代表大会|次会)(?:第.{1,4}次(?:全体)?会议)?上?[）)]?$"
)
_SPEAKER = re.compile(
    r"^(?:\S{0,24}(?:[市省县区州旗盟]长|主席|总理|主任|局长|厅长|委员长|书记|特首|行政长官|司长|部长|专员|镇长|乡长)[\s　：:]*[\u4e00-\u9fff][\s　]?[\u4e00-\u9fff]{0,3}[\s　]?[\u4e00-\u9fff]?|"
    r"报告人[：:].{2,20})$"
)
_SALUTATION = re.compile(
    r"^(?:[尊敬的各位诸]{0,6})(?:(?:代表|委员|同志|主任|副主任|主席|副主席|来宾|朋友|女士|先生|议员|领导|列席人员|老同志|组成人员|同事|秘书长|市民|会议)们?[、,，和 　及]*(?:尊敬的)?(?:各位)?)+(?:们|先生|女士)?[：:！!]$"
)
_NUMBER = re.compile(r"^[\u4e00-\u9fffA-Z]{1,12}[〔\[（(【]\d{4}[〕\]）)】]\s*(?:第\s*)?\d+\s*号$")
_DATE = re.compile(r"^[（(]?(?:\d{4}|[二一][〇○零O一二三四五六七八九]{3})年\S{1,3}月\S{1,3}日[）)]?$")
_TITLE_END = re.compile(
    r"(?:报告|公报|规划|纲要|计划|要点|总结|情况|方案|意见|通知|讲话|汇报|清单|草案|施政报告|白皮书|执行情况|任务|实事|年报|简报|决定|目标责任书|大事记)(?:[（(][^）)]{1,20}[）)])?$"
)
_OPENING = re.compile(r"请[予各与]?.{0,4}(?:审议|审查)|报告工作|报告如下|汇报如下")
_ADDRESSEE = re.compile(r"^各.{2,60}[：:]$")
_GLOSSARY = re.compile(r"^(?:附[件注：:\s]*)?[【（(]?(?:名\s*词\s*(?:解\s*释|注\s*释|说\s*明)|有关(?:名词|用语)(?:解释|说明)|注\s*释|指标解释|附\s*注|缩略语)[】）)]?[：:]?$")
_NOTE = re.compile(r"^(?:注\s?\d*[：:]|[\[［〔【]\d{1,3}[\]］〕】]|附件\s?\d*[：:]?|备注[：:]|资料来源[：:]|数据来源[：:])")


def read_front(lines: Sequence[Line]) -> Front:
    """Return the front matter of a report."""
    end = 0
    title: list[str] = []
    delivery: str | None = None
    metadata: list[str] = []
    speakers: list[str] = []
    for index, line in enumerate(lines[:FRONT_LINES]):
        kind = _front_kind(line.text)
        if kind is None:
            break
        end = index + 1
        if kind == "title":
            title.append(line.text)
        elif kind == "delivery":
            delivery = delivery or line.text
        elif kind == "metadata":
            metadata.append(line.text)
        elif kind == "speaker":
            speakers.append(line.text)
    opening = lines[end].text if end < len(lines) else ""
    return Front(end, _join_title(title), delivery, tuple(metadata), tuple(speakers), opening)


def _front_kind(text: str) -> str | None:
    """Return what a line of the front matter is; None when the report begins here."""
    if _DELIVERY.match(text):
        return "delivery"
    if len(text) <= 200 and _METADATA.search(text):
        return "metadata"
    if _NAVIGATION.match(text):
        return "navigation"
    if _SALUTATION.match(text) or _ADDRESSEE.match(text):
        return "salutation"
    if _NUMBER.match(text) or _DATE.match(text) or _SPEAKER.match(text):
        return "speaker"
    if len(text) <= 60 and text[-1] not in "。；;，,！!？?：:" and (read_label(text) is None or text.startswith("# ")):
        return "title"
    if len(text) <= 200 and _OPENING.search(text):
        return "opening"
    return None


def _join_title(parts: Sequence[str]) -> str | None:
    """Return the title among the short lines of the front matter; a title broken over two lines is joined."""
    best: str | None = None
    for index, part in enumerate(parts):
        words = re.sub(r"^#+\s*", "", part)
        if len(words) > 2 and re.fullmatch(r"(?:\S[ 　]+)+\S", words):
            words = re.sub(r"\s+", "", words)
        if _TITLE_END.search(words):
            if len(words) < 16 and index and not _TITLE_END.search(parts[index - 1]):
                words = parts[index - 1] + words
            if best is None or len(words) > len(best):
                best = words
    return best


def find_furniture(text: str, lines: Sequence[Line], front: Front) -> list[Span]:
    """Return the spans of all lines that state no facts, in order."""
    spans: list[Span] = []
    glossary = False
    for index, line in enumerate(lines):
        words = line.text
        if index < front.end:
            spans.append(Span(line.start, line.end))
            continue
        if _GLOSSARY.match(words) and index > 0.5 * len(lines):
            glossary = True
        short = len(words) <= 80
        if glossary or (
            short and (_SALUTATION.match(words) or _DATE.match(words) or _DELIVERY.match(words) or _NAVIGATION.match(words))
        ) or _NOTE.match(words):
            spans.append(Span(line.start, line.end))
    return spans
