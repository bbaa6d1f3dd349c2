"""Heading words → stance of a section.

Comes in: headings and, where a main heading says nothing, the words of its section. Goes out: review, plan, problems or context.
A clause that differs from its section is judged later, by itself.
"""

from __future__ import annotations

from functools import cache
from typing import get_args

from reportsum import lazy_re as re

from ..models import Stance
from ..tables import read_table

# These before a problem word turn it round: 补短板, 防范化解风险挑战, 破解突出问题 are work, not problems.
_REMEDY = re.compile(
    r"(?:补齐?|补强|攻坚|破解|解决|化解|防范|应对|克服|消除|战胜|缩小|整治|整改|治理|直面|聚焦|迎接|正视)[^,，、。]{0,14}$"
)
# 营造良好发展环境 is work, not the setting.
_MADE = re.compile(r"(?:营造|优化|改善|完善|打造|提升|创造|构建)[^,，、。]{0,8}$")
# 重点任务取得积极进展 tells what became of the tasks.
_CAME_TRUE = re.compile(r"(?:取得|(?:全面|如期|圆满|超额|较好|基本)?(?:完成|实现)|落地|见效)")
_TROUBLES = re.compile(r"困难|问题|不足|短板|挑战|矛盾|风险|原因|压力")
# A problem word names the section only as its head noun: 存在的困难和问题, but not 突出问题导向 or 短板指标攻坚.
_HEAD_NOUN = re.compile(r"$|[及和与、，,（(：:；;及其]|并|以?及|的?(?:分析|情况)")
# 关于农业的增产问题, 计划的若干问题: topics to speak about, as reports of earlier decades put them.
_TOPIC = re.compile(r"^关于.{0,12}形势$|关于.{2,40}问题$|(?:若干|几个|有关|一些|基本|[一二三四五六七八九十]个)(?:重大|重要)?问题$")
_NAMED_WRONG = re.compile(r"存在|面临|困难|不足|突出|短板")
_DONE = re.compile(
    r"完成|实现|达到?|增长|新增|建成|获批|获评|荣获|入选|[出推]台|[开投]工|投[产用运]|启动|落地|突破|创历史|位居|排名|同比|累计|了"
)
_TO_DO = re.compile(
    r"将|力争|确保|争取|力求|要|加快|推进|加强|深化|完善|健全|强化|加大|着力|大力|积极|扎实|持续|推动|打造|支持|引导|鼓励|优化"
)


@cache
def _cues(*, main: bool) -> tuple[re.Pattern[str], dict[str, Stance]]:
    """Return the cue words, longest first, and their stances; without those that tell only in a main heading, unless `main`."""
    stances: dict[str, Stance] = {}
    for row in read_table("stances.tsv", ("word", "stance", "level", "example"), key="word"):
        if row["level"] not in ("any", "main"):
            raise row.wrong(f'"{row["level"]}" is no level. Write any or main.')
        if row["level"] == "main" and not main:
            continue
        if row["stance"] not in get_args(Stance):
            raise row.wrong(f'"{row["stance"]}" is no stance. Write one of {", ".join(get_args(Stance))}.')
        stances[row["word"]] = row["stance"]  # type: ignore[assignment]  # checked above
    words = sorted(stances, key=len, reverse=True)
    # A lookahead, so that overlapping words are all found and the one that ends last can win.
    return re.compile(f"(?=({'|'.join(map(re.escape, words))}))"), stances


def heading_stance(title: str, *, main: bool = True) -> Stance | None:
    """Return the stance that the words of a heading name; None when they name none. `main` says whether it is a main heading.

    >>> heading_stance("国民经济和社会发展计划执行情况"), heading_stance("下半年工作重点")
    ('review', 'plan')
    """
    pattern, stances = _cues(main=main)
    topic = title.endswith(("问题", "形势")) and _TOPIC.search(title) is not None and _NAMED_WRONG.search(title) is None
    best: tuple[int, int] | None = None
    stance: Stance | None = None
    for match in pattern.finditer(title):
        word = match[1]
        end = match.start() + len(word)
        found = stances[word]
        if found == "problems" and (topic or _REMEDY.search(title[: match.start()]) or not _HEAD_NOUN.match(title, end)):
            continue
        if found == "problems" and word.endswith("形势") and end < len(title) and _TROUBLES.search(title, end) is None:
            continue  # 国际形势和我国对外工作, 适应新形势，扩大开放
        if (found == "context" and _MADE.search(title[: match.start()])) or (found == "plan" and _CAME_TRUE.match(title, end)):
            continue
        if best is None or (end, len(word)) > best:
            best, stance = (end, len(word)), found
    return stance


def cue_end(text: str, longest: int) -> int | None:
    """Return where the first cue word of a main heading ends, if it ends within `longest` characters."""
    match = _cues(main=True)[0].search(text, 0, longest)
    return match.start() + len(match[1]) if match else None


def text_stance(text: str) -> Stance:
    """Return review or plan by the verbs of a stretch of text; review where neither prevails, since a report reports."""
    done, to_do = len(_DONE.findall(text)), len(_TO_DO.findall(text))
    return "plan" if to_do > 2 * done else "review"
