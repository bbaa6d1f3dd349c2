"""The years that a sentence names against the year the report looks back on: what lies ahead is promised, what lies behind was done.

Known here: 今年 is the planned year of a report that looks back on the year before; a year that something is only compared with
(比2020年, 在去年的基础上) says nothing; nor does one within a title.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Self

from reportsum import lazy_re as re
from reportsum.values import dataclass

from ..genres import genre
from ..metadata import ReportMeta
from ..periods import five_year_plan, speaking_year, year_of
from ..spans import Span
from .parts import ACHIEVED, PROMISED, Kinds, Part, split_parts
from .tenses import vote

_YEAR = r"(?:(?:19|20)\d\d|[一二][〇○零O一二三四五六七八九]{3})"
_LEAD = r"[\s①-⑳(（一二三四五六七八九十是、\d.]{0,6}(?:其中|同时|并|我[省市县区国]|全[省市县区国])?[,，]?"
_AHEAD = re.compile(
    rf"(?:^{_LEAD}(?:力争|争取|确保|预计)?(?:到|至|从|自)?|[力争确保取计划](?:在|到|于)?|(?<!达)到|于)(?P<year>{_YEAR})年(?!以?前|以来|[底末]?的?基础|[底末]?相比|[底末]?的[\d.])(?![^,，]{{0,8}}已)"
    rf"|^{_LEAD}(?P<this>今年)(?!以来|前|初|春|元[旦月]|[一二三上1-9]|[^,，]{{0,12}}[已了])"
    r"|(?P<hope>(?:预[计期]|[有可]望)今年)(?!以来)"
    rf"|(?P<before>{_YEAR})年(?:底|末|\d{{1,2}}月(?:底|末|\d{{1,2}}日)?)(?:以|之)?前(?![^,，]{{0,12}}[已了的])"
    r"|(?P<vow>(?<![近过去])[一二三两四五]年内(?=(?:完成|建成|实现|培育|打造|新增|新建|达到)[^了]*$)|(?:明年|下一?步|今后)[^,，。已了]{0,6}(?:将(?!士)|要(?!素|求)|拟|计划|力争|确保|争取))"
    r"|(?<!编制)(?<!谋划)(?<!起草)[“\"]?(?P<plan>十[一二三四五六七]?)五[”\"]?(?:时期|期间)(?![^,，]{0,24}(?:规划|纲要|建议|蓝图))"
    r"|(?P<century>到(?:本|这个)世纪末)"
    rf"|(?:到|^{_LEAD})(?P<goal>[“\"]?[一二三四五六七八九十]{{1,2}}五[”\"]?)(?:期|时期)?末"
    rf"|(?:^{_LEAD}|(?:提出|明确|确定|设定|制定|细化|安排|部署|描绘|规划)[^,，。;；了]{{0,6}}了?)(?P<term>(?:今后|未来)(?:[二三五十两]|一个时期|几)年)(?![^,，]{{0,8}}已)"
)
_LOOKED_AHEAD_THEN = re.compile("(?:全会|大会|会议|中央|党代会)[^,，]{0,16}$")
"""Before 今后五年: what a congress said of the years to come is told, not promised."""
_VOW = re.compile("今年[^,，。已了]{0,6}(?:将(?!士)|要(?!素|求)|拟|计划|力争|确保|争取)")
"""今年将再建5000个: ahead in any report."""
_BEHIND = re.compile(
    rf"^{_LEAD}(?:截至|截止|到|至|在|自|从)?(?:(?P<since>{_YEAR})年?[到至—–-]{{1,2}}(?P<until>{_YEAR})年(?!以?后)|(?P<year>{_YEAR})年(?!以?后|[底末]?(?:的)?基础|[底末]?相比|[起至到—–-])|(?P<last>去年|上年|前年)(?!同期|[^,，]{{0,16}}基础|的)"
    r"|[“\"]?(?P<plan>十[一二三四五六七]?)五[”\"]?(?:时期|期间)[,，])"
)

_OVER = re.compile(r"[^,，]{0,4}十[一二三四五六七]?五[”\"]?(?:时期|期间)[,，][^。]*[^为除未不明]了(?!解)")
"""“十三五”期间,…遴选…,推动建设了…: told as done, though its verbs are those of plans."""
_PASSED = re.compile(rf"{_LEAD}[从自]?{_YEAR}年?[到至—–-]{{1,2}}{_YEAR}年")
"""Years from one to another, both named: where they have passed nothing is promised for them."""
_LAST_YEAR = re.compile(rf"{_LEAD}(?:去年|前年)(?=[^,，]{{0,8}}(?:开工|建成|通车|竣工|投产|启用|完成|新增|实施|启动|开通|引进|签约)的?)")
"""去年底通车的高速全长86公里,今年…: done, whatever the rest of the sentence plans."""
_DAY = re.compile(r"年(1[0-2]|[1-9])月(?:[1-3]?\d|[一二三]?[十一二三四五六七八九]{1,2})[日号]")
_TITLE_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
_TO_COME = re.compile(r"今年|明年|将(?!士|领|军)|力争|争取|确保|要(?!素|求)|计划|预计|拟")
"""What takes a sentence back from what was done to what will be."""

_LAST_OF_THE_CENTURY = 1999
PLAINLY_TOLD = 2
"""From this vote on (see `tenses`) a sentence tells what was done, whatever year it names: 从2002年1月1日起,关税总水平已降到12%."""


@dataclass(frozen=True, slots=True)
class Horizon:
    """Where the past of a report ends."""

    reviewed: int | None
    """The last year it looks back on."""
    spoken: int | None
    """The year in which it says 今年."""
    published: dt.date | None = None
    """The day it was given, where that is known."""

    @classmethod
    def of(cls, meta: ReportMeta) -> Self:
        reviewed, kind = None, genre(meta.kind)
        if meta.period is not None and not kind.policy:
            reviewed = meta.period.end.year
        elif meta.period is None and kind.speech and (named := _TITLE_YEAR.search(meta.title or "")) is not None:
            reviewed = int(named[0])  # the year it was given in: what comes after is ahead in any case
        elif meta.published is not None:  # a programme speaks of the year it is issued in as of one to come
            reviewed = meta.published.year - 1
        return cls(reviewed, speaking_year(meta.period, meta.plan_period, meta.published), meta.published)

    @staticmethod
    def may_speak(text: str) -> bool:
        """Return whether a sentence names any time at all; it spares most sentences a closer look."""
        return "年" in text or "末" in text or "期间" in text or "时期" in text

    def lies_ahead(self, text: str, span: Span) -> bool:
        """Return whether a part of a sentence names a time that lies ahead of what the report looks back on (到2027年).

        今年 and a bare year are ahead only where nothing is told as done from there on.
        """
        part = text[span.start : span.end]
        found = _AHEAD.search(part)
        if found is None:
            return False
        if found["vow"]:
            return True
        if found["hope"]:
            return self._plans_this_year
        if found["century"]:
            return self.reviewed is not None and self.reviewed < _LAST_OF_THE_CENTURY
        if found["before"]:
            return self.reviewed is None or year_of(found["before"]) > self.reviewed
        if found["goal"]:
            return self.reviewed is None or five_year_plan(found["goal"].strip('“”"')[:-1]).end.year > self.reviewed
        if found["term"]:
            return _LOOKED_AHEAD_THEN.search(part, 0, found.start()) is None
        if found["plan"]:
            return self.reviewed is not None and five_year_plan(found["plan"]).start.year > self.reviewed
        if found["this"] and not (self._plans_this_year or _VOW.match(part, found.start("this"))):
            return False
        told = vote(text[span.start :], has_figures=False)
        if found["year"]:
            if self._has_passed(year_of(found["year"]), part, found.end("year")):
                return False
            until = part.startswith("到", found.start("year") - 1)  # 到2027年…取得明显成效 is to come, however it is told
            return (until or told < PLAINLY_TOLD) and (year_of(found["year"]) > self.reviewed if self.reviewed is not None else until)
        return told <= 0

    def _has_passed(self, year: int, part: str, end: int) -> bool:
        """Return whether the day that follows a year had passed when the report was given: 1957年2月27日,…特别指示我们要…."""
        day = _DAY.match(part, end) if self.published is not None and self.published.year == year else None
        return day is not None and self.published is not None and int(day[1]) < self.published.month

    @property
    def _plans_this_year(self) -> bool:
        return self.spoken is not None and self.reviewed is not None and self.spoken > self.reviewed

    def lies_behind(self, part: str) -> bool:
        """Return whether a part of a sentence begins with a time that the report looks back on (去年, 2021年末)."""
        found = _BEHIND.match(part)
        if found is None:
            return False
        if found["plan"]:
            return self.reviewed is not None and five_year_plan(found["plan"]).end.year <= self.reviewed
        return found["last"] is not None or (self.reviewed is not None and year_of(found["until"] or found["year"]) <= self.reviewed)


def by_years(text: str, parts: Sequence[Part], horizon: Horizon) -> list[Part]:
    """Return the parts of a sentence with the kinds that the years they name give them.

    In what was achieved, a year that lies ahead makes the rest of the sentence a promise; in what is promised, one that lies behind makes
    it an outcome, where it is told as one, up to the next sign of what is to come.
    """
    if not horizon.may_speak(text):
        return list(parts)
    told: list[Part] = []
    turned: Kinds | None = None
    for part in _cut(text, parts):
        words = text[part.span.start : part.span.end]
        if part.kinds == ACHIEVED and horizon.lies_ahead(text, part.span):
            turned = PROMISED
        elif (
            part.kinds == PROMISED
            and horizon.lies_behind(words)
            and (
                vote(text[part.span.start :], has_figures=False) > 0
                or _OVER.match(text, part.span.start) is not None
                or _PASSED.match(text, part.span.start) is not None
                or (_LAST_YEAR.match(words) is not None and _TO_COME.search(words) is None)
            )
        ):
            turned = ACHIEVED
        elif (turned == PROMISED and horizon.lies_behind(words)) or (turned == ACHIEVED and _TO_COME.search(words) is not None):
            turned = None
        told.append(part if turned is None or part.kinds not in (ACHIEVED, PROMISED) else Part(part.span, turned))
    return told


def _cut(text: str, parts: Sequence[Part]) -> Iterator[Part]:
    """Yield a sentence's parts, one that is the whole sentence cut at its commas."""
    if len(parts) != 1:
        yield from parts
        return
    for span in split_parts(text):
        yield Part(span, parts[0].kinds)
