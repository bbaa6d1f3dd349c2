"""Where the clauses of a section speak against its heading: then the clauses win, and a careful reader is told.

Headings break more often than sentences: a line that opens the review without a number, a title read as one of problems. A stretch of
a plan that plainly reports is a review, a stretch of a review that plainly promises is a plan (`tenses` reads both by their words), and a
section of problems in which hardly a sentence names anything wrong is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from reportsum import lazy_re as re

from ..annotating import Clause
from ..cautions import Caution
from ..headings import Section
from .cues import Cue
from .parts import names_wrong
from .passages import Stand, names_trouble
from .tenses import LEANS_OF_STANCES, Tense, read_tenses, vote

FEWEST = 8
"""A section of problems with fewer clauses is believed."""
SOME_WRONG = 0.35
"""Of a section of problems so many clauses name something wrong: measured .5 and more in real ones, .0 to .2 in others."""
OPENING = 4
"""What a word that opens a passage weighs, in votes."""
WORTH_A_WARNING = 5
"""From so many clauses on, a stretch that speaks against its heading says that the outline may be wrong."""


_SIGNS: dict[Tense, re.Pattern[str]] = {
    "review": re.compile(
        r"(?<![不而自])已(?!有的)|(?<![为除未不明])了(?!解)|过了|截[至止]|去年|上年|年来|以来|过去|此前|取得|出现|曾经?|迈出|跃上|走过|迈上"
    ),
    "plan": re.compile(
        r"(?:^|[,，、;；。])(?:还|都|也)?要(?!素|求)|[^重需主紧首必摘纲只概]要(?=[^素求点闻])|将(?!士|领|军)|必须|力争|争取|明年|今后|下一步|务必"
        r"|(?:^|[,，、;；。])(?:继续(?!保持|位居|居|领跑|稳居)|进一步)"
    ),
}
"""Plain signs that a sentence reports, or looks ahead. Verbs and figures alone turn no stretch: aims are told with them as well
(居民收入增长和经济增长基本同步), and so are outcomes (扎实推进平安建设); 进一步 within a part is of an outcome as often
(活力进一步增强)."""
_OUTCOME = re.compile(
    r"成功|圆满|首次|首个|全年|建成投|开工建设$|荣获|获评|入选|同比|位居|居全[国省]|突破[\d.]|(?:分别|净)?(?:增长|增加|下降|提高|新增|达到?|完成)[\d.]"
)
SOME_SIGNS = 0.25
"""Of a stretch that turns so many sentences carry such a sign;"""
LONG, FEW_SIGNS = 20, 0.15
"""of one this long so many are enough."""
_AIMS = re.compile("(?:预期|主要|增长|发展|总体|奋斗)目标|目标[是为定]|今后|左右|明年|力争|《纲要|体现了|预期性|约束性")
_YEAR = re.compile(r"(?<![比较到至\d])(?:19|20)\d\d(?=年(?!前|以前))")


_SETS_GOALS = re.compile(
    r"(?:主要|预期|发展|奋斗|约束性|规划)(?:预期)?(?:目标|指标)(?:包括|是|为|有|[:：])|[\s①-⑳(（一二三四五六七八九十）)、]{0,6}(?:力争|争取|确保)?到20\d\d年"
)


_AIMS_HEADING = re.compile("目标(?!责任|管理|考核)")
_LOOKS_BACK_TOO = re.compile("情况|成效|成就|进展|回顾|评估|现状|基础|形势|环境|总结")


class Turn(NamedTuple):
    """A stretch of clauses that is told in another tense than its heading says. Indexes into the clauses, both inclusive."""

    first: int
    last: int
    tense: Tense
    caution: Caution | None
    """None where so few clauses turn that nobody need look."""


def sections_without_problems(clauses: Sequence[Clause], cues: Sequence[Sequence[Cue]]) -> list[Section]:
    """Return the sections of problems whose own clauses name none, in text order."""
    found: dict[str, tuple[Section, list[bool]]] = {}
    for clause, own in zip(clauses, cues, strict=True):
        section = clause.section
        if section is not None and section.stance == "problems" and not clause.heading:
            wrong = found.setdefault(section.id, (section, []))[1]
            wrong.append(names_wrong(own) or names_trouble(clause.text, 0))
    return [section for section, wrong in found.values() if len(wrong) >= FEWEST and sum(wrong) < SOME_WRONG * len(wrong)]


def names_no_problem(section: Section) -> Caution:
    """Return the warning that a section of problems names hardly any."""
    heading = section.heading
    return Caution(
        "outline_suspect",
        f"The heading {section.title[:40]!r} reads like one of problems, its clauses do not: each was read by itself.",
        heading.start,
        heading.end,
    )


class Placed(Protocol):
    """A clause with its cues and its place."""

    @property
    def clause(self) -> Clause: ...
    @property
    def cues(self) -> Sequence[Cue]: ...
    @property
    def stand(self) -> Stand: ...


def turned_stretches(placed: Sequence[Placed], reviewed: int | None) -> list[Turn]:
    """Return the stretches that speak against the stance of their place, in text order. Each stretch of one stance is read by itself.

    `reviewed` is the last year that the report looks back on.
    """
    turns: list[Turn] = []
    first = 0
    while first < len(placed):
        stand = placed[first].stand
        if stand != "review" and stand != "plan":
            first += 1
            continue
        last = first
        run = [first]
        guessed = _is_guess(placed[first])
        while last + 1 < len(placed) and _goes_on(placed[last + 1], stand, guessed=guessed):
            last += 1
            if placed[last].stand == stand:
                run.append(last)
        turns += _turns_in(placed, run, stand, reviewed, guessed=guessed)
        first = last + 1
    return turns


def _is_guess(one: Placed) -> bool:
    """Return whether nothing but its verbs tells the stance of a clause's section."""
    return one.clause.section is not None and one.clause.section.guessed


def _goes_on(one: Placed, stand: Stand, *, guessed: bool) -> bool:
    return one.stand == "silent" or (one.stand == stand and _is_guess(one) == guessed)


def _turns_in(placed: Sequence[Placed], run: Sequence[int], stand: Tense, reviewed: int | None, *, guessed: bool = False) -> list[Turn]:
    """Return the stretches of a run (indexes of its clauses) that are told in the other tense. Where the stance is a guess, the clauses
    win by their words alone."""
    votes = [_vote_of(placed[index]) for index in run]
    tenses = read_tenses(votes, LEANS_OF_STANCES[stand], stance=None if guessed else stand)
    turns: list[Turn] = []
    begin: int | None = None
    for at, tense in enumerate([*tenses, stand]):
        if tense != stand and begin is None:
            begin = at
        elif tense == stand and begin is not None:
            stretch = run[begin:at]
            turned = tenses[begin]
            begin = None
            if not _is_plain([placed[index] for index in stretch], turned, reviewed, guessed=guessed):
                continue
            turns.append(Turn(stretch[0], stretch[-1], turned, _caution(placed, stretch, stand, guessed=guessed)))
    return turns


@lru_cache(maxsize=64)
def sets_aims(title: str) -> bool:
    """Return whether a heading is that of aims: 基本目标, 2027年发展目标. What became of them (目标完成情况) is another thing.

    >>> sets_aims("总体要求和基本目标"), sets_aims("年度目标完成情况")
    (True, False)
    """
    return _AIMS_HEADING.search(title) is not None and _LOOKS_BACK_TOO.search(title) is None


def sets_goals(text: str) -> bool:
    """Return whether a sentence opens by setting goals (主要目标包括…, 到2030年…): no neighbour makes it a review."""
    return _SETS_GOALS.match(text) is not None


def _aims(text: str) -> bool:
    """Return whether a sentence sets an aim or a time ahead, so that its growth and its figures tell of no past."""
    return _AIMS.search(text) is not None


def _vote_of(one: Placed) -> int:
    """Return how a sentence speaks; one that opens a passage (过去五年,…) speaks for what follows it, too."""
    names = {cue.name for cue in one.cues}
    if one.stand == "plan" and one.clause.section is not None and sets_aims(one.clause.section.title):
        return min(0, vote(one.clause.text, has_figures=False))  # under 基本目标, 初步建成 and 达到 say what is to be
    opened = OPENING * (("review" in names) - (not names.isdisjoint(("plan", "promise", "onward"))))
    return opened + vote(one.clause.text, has_figures=bool(one.clause.figures))


def _is_plain(stretch: Sequence[Placed], tense: Tense, reviewed: int | None, *, guessed: bool = False) -> bool:
    """Return whether a stretch is plainly told in `tense`: a word opens it, or enough of its sentences carry a sign. Against a guess
    what only outcomes are told with is sign enough."""
    if any(cue.name == tense for one in stretch[:2] for cue in one.cues):
        return True
    texts = [one.clause.text for one in stretch]
    signs = sum(_has_sign(text, tense, reviewed) or (guessed and tense == "review" and _is_outcome(text)) for text in texts) - sum(
        _aims(text) for text in texts if tense == "review"
    )
    return signs >= (FEW_SIGNS if len(stretch) >= LONG else SOME_SIGNS) * len(stretch)


def _is_outcome(text: str) -> bool:
    """Return whether a sentence tells of something finished and sets no aim: 全年接待游客3.2亿人次."""
    return _OUTCOME.search(text) is not None and _SIGNS["plan"].search(text) is None and _AIMS.search(text) is None


def _has_sign(text: str, tense: Tense, reviewed: int | None) -> bool:
    """Return whether a sentence carries a plain sign of `tense`; a year up to the one reviewed tells of the past."""
    if _SIGNS[tense].search(text) is not None:
        return True
    if tense == "plan" or reviewed is None:
        return False
    year = _YEAR.search(text)
    return year is not None and int(year[0]) <= reviewed


def _caution(placed: Sequence[Placed], stretch: Sequence[int], stand: Tense, *, guessed: bool) -> Caution | None:
    if len(stretch) < WORTH_A_WARNING:
        return None
    said, told = ("review", "what is planned") if stand == "review" else ("plan", "what was done")
    place = f"in a section taken for a {said}" if guessed else f"under a heading of a {said}"
    message = f"{len(stretch)} clauses stand {place} and tell {told}: they were read by their own words."
    return Caution("outline_suspect", message, placed[stretch[0]].clause.start, placed[stretch[-1]].clause.end)
