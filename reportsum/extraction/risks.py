"""What a clause that names a problem says of its cause, and of what is at risk."""

from __future__ import annotations

from reportsum import lazy_re as re

from ..annotating import Clause
from ..kinds.cues import kind_cues, trouble_words
from ..kinds.parts import split_parts
from ..languages import room_of

_COMPARISONS = ("与", "对照", "对标", "相比", "比", "除了", "除")
"""A part that begins so compares and names no subject: 与年初确定的目标相比."""

SHORTEST_SUBJECT = 2
"""Fewest characters of what is at risk."""

LONGEST_SUBJECT = 30
"""What is longer is a sentence, not a name."""

_LEAD = re.compile(
    r"[\s(（]*(?:[一二三四五六七八九十]{1,3}(?:是|、)|[①-⑳]|[(（]?[一二三四五六七八九十\d]{1,3}[)）.、．]|第[一二三四五六七八九十])?"
    r"(?:主要是?受|主要是|主要表现[为在]|突出表现[为在]|但是?|同时|此外|另外|而且|特别是|尤其是|当前|目前|我们也清醒地?(?:认识|看)到)?(?=[^,，])"
)
"""What stands before the subject: 一是, 同时."""
_ADVERBS = re.compile(
    r"(?:仍然?|还是?|依然|尚|较为?|比较|不断|持续|明显|有所|总体|均|都|存在|十分|非常|相对|整体|进一步|日益|更加|也|处于|有"
    r"|短期内|短时间内|一时间?|难以|着?(?:一些|不少|许多|诸多|某些))+$"
)
_OF_PLACES = re.compile("(?:的)?(?:地区|企业|行业|领域|环节|群体|群众|家庭|市县|县区|县|乡镇|农户|国家|部门|单位)")
"""Behind a word for a problem they make it an attribute (偿债能力|较弱|地区): what is said of them comes later."""
_IN_THE_WORK = re.compile("(?<=工作|发展)中$")
_TROUBLE_HEAD = re.compile(
    "下行压力|压力|矛盾|困难|问题|差距|短板|难度|任务|风险隐患|风险|欠账|进度|进展|后劲|动力|活力|能力|意识|意愿|缺口|隐患"
)
"""The noun that many words for a problem begin with (压力较大): it belongs to the subject."""

_CAUSES = (
    re.compile(r"受(?:到了?)?([^,，。;；]{2,40}?)(?:等)?(?:多重|诸多|综合|叠加|不利|等)*(?:因素)?(?:的)?(?:多重|综合|叠加|不利)?影响"),
    re.compile(r"(?:主要原因是|主要是由于|主要是因为|主要是受|究其原因[,，]?|原因是|原因在于)([^。;；]{2,60}?)(?=[。;；]|$)"),
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


def subject_at_risk(clause: Clause) -> str | None:
    """Return what a clause that names a problem says it of, in the clause's language."""
    says = room_of(clause.language).says
    return find_subject_at_risk(clause.text) if says is None else says.subject_at_risk(clause.text)


def find_subject_at_risk(text: str) -> str | None:
    """Return what a clause that names a problem says it of (产业结构有待优化 → 产业结构); None where that is not plain."""
    for start, end in split_parts(text):
        for cue in kind_cues().find(text[start:end]):
            if cue.name not in ("problem", "shortfall"):
                continue
            lead = _LEAD.match(text, start)
            if cue.end + start < end and _OF_PLACES.match(text, start + cue.end, end):
                continue
            noun = _TROUBLE_HEAD.match(text, start + cue.start)
            subject = text[lead.end() if lead else start : noun.end() if noun else start + cue.start]
            subject = _IN_THE_WORK.sub("", _ADVERBS.sub("", subject)).rstrip("的、")
            if not noun and start + cue.end < end and _fights(subject) and _TROUBLE_HEAD.match(text, start + cue.end, end):
                continue  # 缓解发展|不平衡|问题任务较重: what is fought, not what is at risk
            if SHORTEST_SUBJECT <= len(subject) <= LONGEST_SUBJECT and not subject.startswith(_COMPARISONS):
                return subject
    return None


def _fights(subject: str) -> bool:
    """Return whether a phrase opens with a deed against something wrong (缓解发展)."""
    return any(cue.name == "relief" and cue.start == 0 for cue in trouble_words().find(subject))
