"""Summaries by section and report, in the source's own words.

From a draft's summary the placeholders `{n}` are filled with the source's figures. Where the extractor gave none, sentences of the report
are taken: those that hold most of what leads, cut where they are long enumerations (see `cutting`). First what is aimed at, then how the
year turned out, then the other plans, then what troubles; what readers look for and the report does not say is said last.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import field, replace
from typing import NamedTuple

from reportsum import lazy_re as re
from reportsum.values import dataclass

from .captions import caption, phrase
from .cutting import bare_sentence, closed, cut_sentence, is_chinese, names_a_time, stands_alone, trimmed
from .headlines import lays_down_an_award
from .models import Achievement, Item, Leading, OutlineSection, PanelRow, Period, Risk, SectionSummary, Summary, SummaryPoint, Target
from .newsworthy import is_newsworthy, is_procedure
from .openers import points_back
from .sentences import Sentence
from .timewords import period_words, with_year
from .traits import Frame, in_working_text, is_sheet_line, sounds_troubled
from .weights import weights

_PLACEHOLDER = re.compile(r"\{(\d+)\}")
SECTION_CHARS = 160
"""About so long is an extractive summary of a section."""
REPORT_CHARS = 800
"""No longer is the summary of a report; one in English twice as long, as its letters are shorter."""
POINT_CHARS = 110
"""A longer sentence is cut to what leads."""
GOAL_CHARS = 260
"""The sentence of the goals may be so long."""
PROGRESS_CHARS = 50
"""About so long is what is told of a target's progress."""
RISK_CHARS = 60
"""So much room is kept for what troubles, until something of it is told."""
MOST_POINTS = 10
LEAST_POINTS = 5
"""With fewer points, sentences that are near stay apart, and more than what leads is told."""
JOINT_CHARS = 220
"""Sentences near one another become one point up to this length."""
NEAR = 4
"""Sentences are near with no more than so many steps between them."""
SHORTEST = 10
"""A shorter text says nothing by itself."""
KINDS: tuple[type, ...] = (Target, Achievement, Risk)
"""In the order of the summary, the weightiest goal first of all; where no goals are set, what was achieved comes first."""
_ONLY_ANNOUNCES = re.compile(r"(?:存在|面临)(?:着)?[^，；：]{0,14}(?:问题|困难|挑战|矛盾|不足|差距)[^，；：]{0,8}。$")
"""Says that there are problems, and none of them."""
_PROBLEM = re.compile(r"问题|困难|挑战|不足|风险|压力")
_PART_END = re.compile(r"[，；：,;]")
_PLEDGED = re.compile(
    r"[^需主重首紧]要|^要|将|拟|目标|预期|计划|安排|力争|确保|争取|必须|应当|\bwill\b|\bshall\b"
    r"|\b(?:expect(?:s|ed)?|forecasts?|estimated?|projected|anticipated?)\b"
)
"""Words that tell a goal, or what is expected, as such. A verb alone does not: 建设住房300万套 reads as done."""
_AS_REACHED = re.compile(
    r"^(?!.*(?:将|拟|目标|预期|计划|力争|确保|争取|必须|应当|到\d{4}年|[^需主重]要))"
    r".*(?:取得[^，。]{0,8}(?:成效|突破|进展)|(?:基本|初步|全面)(?:形成|建成|实现|建立|完成)|(?:明显|显著|大幅|进一步)(?:提[高升]|增强|改善|完善))"
)
"""A goal in words that tell it as done: 发展取得显著成效."""
_TURNS: tuple[tuple[type, int], ...] = (
    (Target, 2), (Achievement, 4), (Risk, 1), (Target, 2), (Achievement, 3), (Risk, 1),
    (Target, 2), (Achievement, 9), (Target, 9), (Risk, 9),
)  # fmt: skip
"""Who has the word, and for how many points, while there is room."""
_GROWTH_GOAL = re.compile(r"(?:生产总值|GDP|经济(?:总量)?增[长速])[^。；，]{0,24}[\d一二三四五六七八九十]")


def fill_placeholders(summary: str, figure_texts: Sequence[str]) -> str:
    """Return `summary` with every `{n}` replaced by the text of figure n. Raises ValueError for an n that does not exist.

    >>> fill_placeholders("贷款余额{0}。", ["15627.5亿元"])
    '贷款余额15627.5亿元。'
    """

    def text_of(match: re.Match[str]) -> str:
        number = int(match[1])
        if number >= len(figure_texts):
            raise ValueError(f"the summary points at figure {number}, which does not exist")
        return figure_texts[number]

    return _PLACEHOLDER.sub(text_of, summary)


class _Candidate(NamedTuple):
    """A sentence, and the items in it that matter, the most telling first."""

    number: int
    sentence: Sentence
    items: tuple[Item, ...]
    weight: float
    beside: tuple[Item, ...] = ()
    """Other items of the sentence that tell of several years."""


def summarize(
    items: Sequence[Item],
    leading: Leading,
    panel: Sequence[PanelRow],
    frame: Frame,
    outline: Sequence[OutlineSection],
    told: Sequence[tuple[int, str]] = (),
    *,
    english: bool = False,
) -> Summary:
    """Return the summary of a report.

    `items` are all items, ranked; `told` are summaries given by the extractor as (source offset of the chunk, filled text), in order.
    """
    sections = [
        SectionSummary(section=section.id, text=text)
        for section, own in zip(outline, _by_section(items, outline), strict=True)
        if (text := _section_text(own, frame, section.start, section.end, told, english=english))
    ]
    points = _points(items, leading, panel, frame, english=english)
    joint = " " if english else ""
    return Summary(text=joint.join(point.text for point in points), points=points, sections=sections, extractor="rules")


def _by_section(items: Sequence[Item], outline: Sequence[OutlineSection]) -> list[list[Item]]:
    """Return the items of each main section; those before, between and after them belong to none."""
    starts = [section.start for section in outline]
    own: list[list[Item]] = [[] for _ in outline]
    for item in items:
        at = item.evidence[0].start
        index = bisect_right(starts, at) - 1
        if index >= 0 and at < outline[index].end:
            own[index].append(item)
    return own


def _section_text(own: Sequence[Item], frame: Frame, start: int, end: int, told: Sequence[tuple[int, str]], *, english: bool) -> str:
    """Return the summary of a section, which begins and ends at these source offsets and has these items."""
    said = "".join(text for place, text in told if start <= place < end)
    if said:
        return said
    room = SECTION_CHARS * (2 if english else 1)
    chosen: list[tuple[int, str]] = []
    for candidate in _candidates(own, frame, {item.id: 1 / (item.rank + 4) for item in own}):
        told_of = _told(candidate, frame, POINT_CHARS * (2 if english else 1), english=english)
        text = "".join(told_of) if told_of else ""
        if text and (not chosen or len(text) <= room):
            chosen.append((candidate.sentence.start, text))
            room -= len(text)
        if len(chosen) == 2 or room < SECTION_CHARS // 4:
            break
    return (" " if english else "").join(text for _, text in sorted(chosen))


@dataclass(slots=True)
class _Point:
    """A point in the making: a sentence, or several that stand together and speak of one time."""

    kind: type
    lead: str
    """The time put before it where its sentences name none; "" where they do."""
    texts: dict[int, str]
    """Its sentences by their numbers."""
    items: list[str]
    alone: bool = False
    """Nothing more is told in it: a target with its progress."""
    of_years: bool = False
    """It tells of several years: those come behind what tells of one."""
    first: bool = False
    """It tells the growth of the place or the company: that comes before what stands before it in the text."""
    listed: bool = False
    """It is a row of a table, or its lead is the line that opens a list: these stay together."""
    parts: list[_Point] = field(default_factory=list)
    """A point for each of its sentences, where it has several."""

    @property
    def number(self) -> int:
        """Number of its first sentence."""
        return min(self.texts)

    @property
    def length(self) -> int:
        return sum(map(len, self.texts.values()))

    def takes(self, other: _Point) -> bool:
        """Return whether a sentence can stand beside these: near, of one kind and time, and not too much together."""
        if self.alone or other.alone:
            return False
        near = min(abs(other.number - number) for number in self.texts) <= NEAR and self.kind is other.kind
        joins = self.kind is Risk or bool(self.lead)
        most = JOINT_CHARS if is_chinese(next(iter(self.texts.values()))) else JOINT_CHARS * 2
        return near and joins and (self.kind is Risk or self.lead == other.lead) and self.length + other.length <= most

    def take(self, other: _Point) -> None:
        """Let another point's sentences be told in this one."""
        self.parts = [*(self.parts or [self._copy()]), other]
        if other.number < self.number:
            self.lead = other.lead
        self.texts.update(other.texts)
        self.items += other.items
        self.of_years = self.of_years or other.of_years
        self.first = self.first or other.first

    def _copy(self) -> _Point:
        return replace(self, texts=dict(self.texts), items=list(self.items))

    def told(self) -> SummaryPoint:
        """Return the point as the digest has it, its sentences in the order of the text."""
        texts = [text for _, text in sorted(self.texts.items())]
        chinese = is_chinese(texts[0])
        if chinese:
            joined = "；".join(text.rstrip("。") for text in texts)
        elif self.kind is Target:  # a list of goals
            joined = "; ".join(text.rstrip(".") for text in texts)
        else:
            joined = " ".join(map(closed, texts))
        return SummaryPoint(text=self.lead + closed(joined), items=self.items)


def _points(items: Sequence[Item], leading: Leading, panel: Sequence[PanelRow], frame: Frame, *, english: bool) -> list[SummaryPoint]:
    bare = _bare_values(items)
    counts = {name: weight for name, weight in _weights(items, leading, panel).items() if name not in bare}
    of_years = _of_years(items, frame)
    waiting = {
        kind: [
            candidate._replace(beside=of_years.get(candidate.number, ()) if kind is Achievement else ())
            for candidate in _candidates([item for item in items if isinstance(item, kind) and item.id in counts], frame, counts)
        ]
        for kind in KINDS
    }
    absent = _absences(items, panel, frame)
    scale = 2 if english else 1
    brief = _Brief(
        frame,
        {item.id: item for item in items},
        {row.item for row in panel if row.main},
        english,
        room=REPORT_CHARS * scale - sum(len(point.text) for point in absent),
        most=MOST_POINTS - len(absent),
    )
    for kind, turns in _TURNS:
        while turns and waiting[kind]:
            candidate = waiting[kind].pop(0)
            troubles = kind is not Risk and waiting[Risk] and not any(point.kind is Risk for point in brief.joint)
            turns -= brief.tell(candidate, kind, keeping=RISK_CHARS * scale if troubles else 0)
    if len(brief.points()) < LEAST_POINTS:
        kinds = (Target, Achievement) if leading.achievements else (Target,)  # what is said in a debate leads nothing, and is not told
        _tell_more(brief, [item for item in items if item.id not in counts and item.id not in bare], kinds)
    told = [*(point.told() for point in brief.points()), *absent]
    if frame.yearly or english:
        return told
    return [
        *_meant_for(frame),
        *told,
        *[point for point in _led_by(frame) if not any(point.text in other.text for other in told)],
        *_in_force(frame),
    ][:MOST_POINTS]


@dataclass(slots=True)
class _Brief:
    """The points of a summary in the making, and the room there is for them."""

    frame: Frame
    by_id: dict[str, Item]
    shown: Collection[str]
    """The ids of what the panel shows."""
    english: bool
    room: int
    most: int
    """So many points may be told."""
    joint: list[_Point] = field(default_factory=list)
    """What is told, sentences that are near one another in one point."""
    taken: set[int] = field(default_factory=set)
    """The numbers of the sentences that are told."""

    @property
    def left(self) -> int:
        """So many characters more may be told."""
        return self.room - sum(part.length + len(part.lead) for point in self.joint for part in point.parts or [point])

    def points(self) -> list[_Point]:
        """Return the points in the order in which they are told: joint ones where they are enough, or would be too many apart."""
        points = _in_order(self.joint, self.frame)
        apart = [part for point in points for part in _apart(point)]
        return points if len(points) >= LEAST_POINTS or len(apart) > self.most else apart

    def tell(self, candidate: _Candidate, kind: type, *, keeping: int = 0) -> bool:
        """Tell a sentence, if it can stand by itself and there is room, so many characters kept free; return whether it is told."""
        if candidate.number in self.taken:
            return False
        free = self.left - keeping
        is_goal = kind is Target and candidate.number in self.frame.goals
        whole = is_goal or (kind is Achievement and sum(item.id in self.shown for item in candidate.items) >= LEAST_GOALS)
        limit = (GOAL_CHARS if whole else POINT_CHARS) * (2 if self.english else 1)
        point, progress = _point(candidate, kind, self.frame, min(limit, free), english=self.english), None
        if point is not None and not is_goal:
            point, progress = _with_progress(point, candidate.items[0], self.by_id, self.frame, self.taken, english=self.english)
        if point is None or point.length + len(point.lead) > free or _is_told_in(point, self.joint, english=self.english):
            return False
        host = next((other for other in self.joint if other.takes(point)), None)
        if host is None and len(self.joint) == self.most:
            return False
        if host is not None:
            host.take(point)
        else:
            self.joint.append(point)
        self.taken.update(number for number in (candidate.number, progress) if number is not None)
        return True


def _tell_more(brief: _Brief, others: Sequence[Item], kinds: Sequence[type]) -> None:
    """Tell what of these kinds comes behind what leads, by rank, until a brief is no longer too short: first what is news by itself, then,
    of a plan or policy, its aims in words."""
    waiting = []
    for kind in kinds:
        own = [item for item in others if isinstance(item, kind)]
        news = [item for item in own if is_newsworthy(item, place=brief.frame.place)]
        aims = [] if brief.frame.yearly or brief.english else [item for item in own if item.salience == "headline" and item not in news]
        for aim, tier in ((False, news), (True, aims)):
            counts = {item.id: 1 / item.rank for item in tier}
            waiting += [(aim, candidate, kind) for candidate in _candidates(tier, brief.frame, counts)]
    for _, candidate, kind in sorted(waiting, key=lambda told: (told[0], min(item.rank for item in told[1].items))):
        if len(brief.points()) >= LEAST_POINTS:
            break
        brief.tell(candidate, kind)


def _apart(point: _Point) -> list[_Point]:
    """Return a point for each sentence of a point, growth first."""
    if point.listed or not point.parts:
        return [point]
    return sorted(point.parts, key=lambda part: (not part.first, part.number))


def _in_order(points: Sequence[_Point], frame: Frame) -> list[_Point]:
    """Return points in the order in which they are told: the goals first where there are any, of each kind growth before all else."""
    goals = [point for point in points if point.kind is Target and (point.number in frame.goals or len(point.items) >= LEAST_GOALS)]
    goal = min(goals, key=lambda point: not point.first, default=None)
    order = KINDS if goal else (Achievement, Target, Risk)
    return sorted(points, key=lambda point: (point is not goal, order.index(point.kind), point.of_years, not point.first, point.number))


def _of_years(items: Sequence[Item], frame: Frame) -> dict[int, tuple[Item, ...]]:
    """Return the outcomes of several years, by the numbers of their sentences."""
    found: dict[int, tuple[Item, ...]] = {}
    for item in items:
        if isinstance(item, Achievement) and item.period is not None and item.period.start.year < item.period.end.year and not _ran(item):
            number = frame.sentences.index_at(item.evidence[0].start)
            if number is not None:
                found[number] = (*found.get(number, ()), item)
    return found


def _bare_values(items: Sequence[Item]) -> frozenset[str]:
    """Return the ids of the lines of a data sheet that give a number without a unit, where the report has sentences to tell."""
    bare = frozenset(item.id for item in items if is_sheet_line(item.statement) and not any(figure.unit for figure in item.figures))
    return bare if len(items) - len(bare) >= LEAST_GOALS else frozenset()


def _point(candidate: _Candidate, kind: type, frame: Frame, limit: int, *, english: bool) -> _Point | None:
    """Return the point that a sentence makes; None when it cannot stand by itself."""
    told = _told(candidate, frame, limit, english=english)
    if told is None or (kind is Risk and (not sounds_troubled(told[1]) or _ONLY_ANNOUNCES.search(told[1]))):
        return None
    if kind is not Risk and is_procedure(told[1]):
        return None
    items = [item for item in candidate.items if _stands_in(item, told[1])]
    if not items:
        return None
    years = items[0].period
    of_years = kind is Achievement and (_SPAN.search(told[0]) is not None or (years is not None and years.end.year - years.start.year > 1))
    first = kind is not Risk and any(weights().of_indicator(item.indicator, "achievement") >= TELLS_GROWTH for item in items)
    listed = items[0].basis.metric == "table" or (bool(told[0]) and items[0].statement.startswith(told[0]))
    texts = {candidate.number: told[1]}
    return _Point(kind, told[0], texts, [item.id for item in items], of_years=of_years, first=first, listed=listed)


def _is_told_in(point: _Point, chosen: Sequence[_Point], *, english: bool) -> bool:
    """Return whether a point holds a sentence told already; an English one also with one behind it, or within such a one."""
    own = [text.rstrip(".。") for text in point.texts.values()]
    told = [text.rstrip(".。") for other in chosen for text in other.texts.values()]
    return any(one == other or (english and (one in other or other in one)) for one in own for other in told)


def _with_progress(
    point: _Point, item: Item, by_id: dict[str, Item], frame: Frame, taken: Collection[int], *, english: bool
) -> tuple[_Point, int | None]:
    """Return the point of a target with its progress, where that is behind or ahead, and the number of the sentence that tells it.

    That is what a list of tasks is read for. What is told already, or how things came about over many years, is not told here.
    """
    if not isinstance(item, Target) or item.progress is None or item.progress.status not in ("behind", "exceeded"):
        return point, None
    reached = next((by_id[name] for name in item.progress.achievements if name in by_id), None)
    number = frame.sentences.index_at(reached.evidence[0].start) if reached else None
    if reached is None or number is None or number in point.texts or number in taken or _began(reached) is not None:
        return point, None
    sentence = frame.sentences.all[number]
    text = cut_sentence(sentence.text, _places(reached, sentence, frame), PROGRESS_CHARS * (2 if english else 1))
    if not stands_alone(text) or not _stands_in(reached, text):
        return point, None
    named = caption("brief", "progress")
    told = f"; {named.en}: {text}" if english else f"；{named.zh}：{text}"
    (own,) = point.texts
    texts = {own: point.texts[own].rstrip("。.") + told}
    return replace(point, texts=texts, items=[*point.items, reached.id], alone=True), number


def _weights(items: Sequence[Item], leading: Leading, panel: Sequence[PanelRow]) -> dict[str, float]:
    """Return how much each item counts for its sentence: what leads, and what the panel shows; the higher its rank the more."""
    shown = {row.item for row in panel if row.main}
    leaders = {*leading.achievements, *leading.targets, *(leading.risks or _named_troubles(items))}
    return {
        item.id: 2 - min(item.rank, LAST_RANK) / LAST_RANK + (OF_THE_FIRST if item.rank == 1 else 0)
        for item in items
        if item.id in shown or item.id in leaders
    }


def _named_troubles(items: Sequence[Item]) -> list[str]:
    """Return the ids of what a report calls its problems, none of which is worth a row of its own: its sentence is told all the same."""
    return [
        item.id
        for item in items
        if isinstance(item, Risk) and item.rank <= LAST_TROUBLE and item.salience != "routine" and item.basis.kind == "own"
    ]


def _candidates(items: Sequence[Item], frame: Frame, counts: dict[str, float]) -> Iterator[_Candidate]:
    """Yield the sentences that hold these items, the weightiest first."""
    by_sentence: dict[int, list[Item]] = {}
    for item in items:
        number = frame.sentences.index_at(item.evidence[0].start)
        if number is not None:
            by_sentence.setdefault(number, []).append(item)
    found = [
        _Candidate(
            number,
            frame.sentences.all[number],
            tuple(sorted(own, key=lambda item: -counts[item.id])),
            sum(counts[item.id] for item in own),
        )
        for number, own in by_sentence.items()
    ]
    yield from sorted(found, key=lambda candidate: (-candidate.weight, candidate.sentence.start))


def _told(candidate: _Candidate, frame: Frame, limit: int, *, english: bool) -> tuple[str, str] | None:
    """Return the candidate's sentence, cut to what it is taken for, after the time to be put before it; None when it cannot stand."""
    sentence = candidate.sentence
    if candidate.items[0].basis.metric == "table":
        return _from_table(candidate.items, limit, english=english)
    wanted = [place for item in candidate.items[:MOST_WANTED] for place in _places(item, sentence, frame)]
    if isinstance(candidate.items[0], Risk):
        wanted.sort()  # problems are told from the first on
    longest = limit * 1.5 if english else max(limit * 2, POINT_CHARS)
    whole = limit if candidate.number in frame.goals else min(limit, POINT_CHARS * (2 if english else 1))
    text = cut_sentence(sentence.text, wanted, limit, whole)
    if english and candidate.number in frame.goals:
        text = _begun(text)  # The main targets are: | increasing GDP by 8%, …
    elif english and (points_back(text) or text[:1].islower()):
        text = _begun(closed(bare_sentence(candidate.items[0].statement)))  # which begins like a sentence
    elif not english and not isinstance(candidate.items[0], Risk):
        own = [item for item in candidate.items if _stands_in(item, text)]
        figures = [figure.text for item in own for figure in item.figures]
        text = trimmed(text, figures, own[0].metric or "") if figures and candidate.number not in frame.goals else text
        if not figures and len(candidate.items) == 1 and isinstance(candidate.items[0], Target):
            text = _from_its_task(text, candidate.items[0].metric or "")
        elif not figures and own and isinstance(own[0], Achievement) and (name := own[0].metric):
            text = trimmed(text, [name[-NAME_END:]], name)
        text = closed(text.rstrip("。"))  # a flourish that goes takes the time it names along
    if not stands_alone(text) or not SHORTEST <= len(text) <= longest:
        return None
    if english and (_SUPPOSES.match(text) or any(_is_of_an_unnamed_field(item, text) for item in candidate.items)):
        return None
    if english:
        text = _ADDS.sub(r"\1", text)
        return _english_lead(candidate.items[0], text), _english_dated(text, candidate.items[0])
    if isinstance(candidate.items[0], Risk):
        text = _of_its_year(_CALM.sub("", text), candidate.items)
        return "" if _PROBLEM.search(text) else caption("brief", "problem").zh + "：", text
    told = [item for item in candidate.items if _stands_in(item, text)]
    when = _when(told or candidate.items) if not (_PER_YEAR.search(text) or _grew_over_years(told)) else _years_averaged(told)
    several = next((item.period for item in candidate.beside if item.period is not None and _stands_in(item, text)), None)
    if several is not None and when == f"{several.end.year}年":
        when = period_words(several)  # what the years added up to stands beside what their last one reached
    text = _dated(text, candidate.items[0])
    if head := _head_of(candidate.items[0], sentence.text):
        return head, text
    if isinstance(candidate.items[0], Target) and lays_down_an_award(candidate.items[0]):
        return "", text  # a rule is no goal, and holds for all the years of its policy
    if when and (years := _THESE_YEARS.match(text)) is not None and candidate.items[0].period not in (None, frame.plan_period):
        return f"{when}，", text[years.end() :]
    if when and (this_year := _THIS_YEAR.match(text)) is not None and _is_year(candidate.items[0].period):
        return when, text[this_year.end() :]
    part = _PART_OF_YEAR.match(text) if when else None
    if part is not None and when.endswith(_DASHES.sub("—", part["part"])):
        text = text[part.end() :]
    elif names_a_time(text.replace("五年", "")) or not when or text.startswith(when):
        return None if _PER_YEAR.search(text) and not when and not names_a_time(text) else ("", text)
    text = _YEAR_AGAIN.sub(r"\1", text)
    if isinstance(candidate.items[0], Target) and (not _PLEDGED.search(text) or _AS_REACHED.search(text)):
        return f"{when}{caption('brief', 'goal' if candidate.items[0].figures else 'plan').zh}：", text
    return f"{when}，", text


def _head_of(item: Item, sentence: str) -> str:
    """Return the line that opens the list an item is an entry of, as its statement has it before the entry; "" where there is none."""
    head, opens, entry = item.statement.partition("：")
    is_entry = isinstance(item, Target) and bool(item.figures) and head not in sentence and entry[:SHORTEST] in sentence
    return head + opens if opens and is_entry else ""


def _from_its_task(text: str, name: str) -> str:
    """Return a Chinese sentence from the piece that names its task on, without the principles and means before it (依托…，坚持…)."""
    parts = text.split("，")
    called = name.rstrip("等")[-4:]
    at = next((number for number, part in enumerate(parts) if called and called in part), 0)
    return "，".join(parts[at:]) if at and all(_MEANS.match(part) for part in parts[:at]) else text


_SUPPOSES = re.compile(r"(?:If|Should|Were|Without) (?:we|this|these|such|it|they)\b")
"""What follows stands on something told before: If we achieve this goal."""
_ADDS = re.compile(r"^((?:We|I|The Government)(?: (?:will|shall|have|am|are|propose to|intend to))?) also(?= [a-z])")
"""I shall also set aside: beside what stands before the sentence."""
_MEANS = re.compile(
    r"坚持|围绕|按照|依托|充分|发挥|利用|贯彻|落实|鼓励|创新|强化|通过|以[^，]{2,20}为(?:主线|抓手|导向|引领|目标|重点|统领|动力|契机|主攻)|提[高升]|需求牵引|结合|加强|优化|完善"
)
"""How a piece begins that tells the means or the principles of a task, not the task."""
_OF_A_FIELD = re.compile(r"(?:in|of|for) the (?P<field>[\w -]+) (?:industry|sector|trades?)$")


def _is_of_an_unnamed_field(item: Item, text: str) -> bool:
    """Return whether an item is of one field, named in another sentence: without it, its figure would read as the whole place's."""
    found = _OF_A_FIELD.search(item.metric or "")
    return found is not None and found["field"] not in text


_BOUND_WORDS = {"at_least": ("", "以上"), "at_most": ("", "以内"), "about": ("", "左右"), "above": ("超", ""), "below": ("低于", "")}


def _from_table(items: Sequence[Item], limit: int, *, english: bool) -> tuple[str, str] | None:
    """Return the row of a table in a few words: what one column, or the columns of one kind and time, say, with the table's unit."""
    first = items[0]
    told: list[str] = []
    for item in items:
        if item.metric is None or type(item) is not type(first) or item.period != first.period:
            continue
        text = _values_in_words(item, english=english)
        if text and (not told or sum(map(len, told)) + len(text) <= limit):
            told.append(text)
    if not told:
        return None
    return _time_of_row(first, english=english), closed(("; " if english else "；").join(dict.fromkeys(told)))


def _values_in_words(item: Item, *, english: bool) -> str:
    """Return an item of a table in words: 税收收入12.5亿元，增长4.2%; "" when it has no value of its own time."""
    values = [figure for figure in item.figures if figure.base is None and figure.period in (None, item.period)][:2]
    said = []
    for figure in values:
        number = figure.text if figure.text.endswith(figure.unit) else f"{figure.text}{' ' if english else ''}{figure.unit}"
        before, after = _BOUND_WORDS.get(figure.bound, ("", ""))
        number = number if english else f"{before}{number}{after}"
        if english:
            said.append(f"rank {figure.value}" if figure.role == "rank" else f"{'change ' if figure.role == 'change' else ''}{number}")
        elif figure.role == "change" and figure.value is not None:
            said.append(("下降" if figure.value < 0 else "增长") + number.lstrip("-－−"))
        else:
            said.append(number if figure.role != "rank" else f"居第{figure.text.removeprefix('第')}位")
    if not said:
        return ""
    return f"{item.metric}: {', '.join(said)}" if english else f"{item.metric}{'，'.join(said)}"


def _time_of_row(item: Item, *, english: bool) -> str:
    """Return what stands before a row in words: its time, and that it is a goal where it is one."""
    goal = isinstance(item, Target)
    if english:
        lead = caption("brief", "goal").en.capitalize() if goal else ""
        when = period_words(item.period, english=True) if item.period is not None and item.basis.period != "none" else ""
        return _begun(f"{' for '.join(filter(None, [lead, when]))}: ") if lead or when else ""
    when = _when([item])
    if goal:
        return f"{when}{caption('brief', 'goal').zh}："
    return f"{when}，" if when else ""


def _english_lead(item: Item, text: str) -> str:
    """Return what an English sentence needs before it: its year, and whether that is a goal."""
    if isinstance(item, Risk) or item.period is None or item.basis.period == "none" or names_a_time(text):
        return ""
    goal = isinstance(item, Target) and item.figures and not _PLEDGED.search(text)
    when = period_words(item.period, english=True)
    if "/" in when or (not goal and _is_guessed(item)):
        return ""  # a span that has no words, or the financial year of a speech that speaks of calendar years
    if (began := _began(item)) is not None:
        when = f"{began}–{item.period.end.year}"
    return f"{caption('brief', 'goal').en.capitalize()} for {when}: " if goal else _begun(f"{when}: ")


def _is_guessed(item: Item) -> bool:
    """Return whether an item's time is the report's own financial year: what a speech says of last year need not be of that."""
    period = item.period
    if period is None or item.basis.period in _SAID:
        return False
    return period.start.month != 1 and (period.end - period.start).days >= WHOLE_YEAR


_SAID = ("own", "carried", "table")


def _english_dated(text: str, item: Item) -> str:
    """Return an English sentence with its year by its number, as far as its item's own words tell it."""
    if isinstance(item, Risk) or item.period is None or item.basis.period != "own":
        return text
    return with_year(text, item.period)


def _began(item: Item) -> int | None:
    """Return the year that a fact's value is told from, where that lies more than a year back: from 26.6 to 51.9 in five years."""
    years = [figure.period.start.year for figure in item.figures if figure.base == "earlier" and figure.period is not None]
    if item.period is None or not years or not isinstance(item, Achievement):
        return None
    return years[0] if years[0] < item.period.end.year - 1 else None


def _begun(text: str) -> str:
    """Return a text with a capital."""
    return text[:1].upper() + text[1:]


def _places(item: Item, sentence: Sentence, frame: Frame) -> list[int]:
    """Return where in the sentence's text an item's own figures stand; of one without figures, the parts of its clause."""
    own = [figure for figure in item.figures if figure.base is None] or item.figures
    found = [frame.sentences.within(sentence, figure.start, figure.end) for figure in own]
    if not own:
        begin = max(0, sentence.text.lower().find(item.statement[:8].lower()))
        found = [begin, *(match.end() for match in _PART_END.finditer(sentence.text, begin, begin + len(item.statement) - 1))]
    return [place for place in found if place is not None]


def _stands_in(item: Item, text: str) -> bool:
    """Return whether a point tells an item: with one of its figures, or, where it has none, with words of its own."""
    if item.figures:
        bare = in_working_text(text)
        return any(figure.text in text or in_working_text(figure.text) in bare for figure in item.figures)
    said = text.lower()
    if item.metric is not None and isinstance(item, Target) and is_chinese(item.statement):
        return item.metric[:6].lower() in said or item.metric.rstrip("等")[-6:].lower() in said
    return (item.metric or item.statement)[:6].lower() in said or bare_sentence(item.statement)[:6].lower() in said


def _when(items: Sequence[Item]) -> str:
    """Return the time of a sentence's items in words, the first one's: 2025年, 2025年上半年, 2021—2025年; "" where it is not known.

    What a plan's years are to end with (城镇化率达到67%) is told of the last of them, unless a sum over them stands beside it.
    """
    period = items[0].period
    if period is None or items[0].basis.period == "none":
        return ""
    if _ran(items[0]):
        items = [item for item in items if item.period is not None and not _ran(item)] or items
        period = items[0].period or period
        if _ran(items[0]):
            return f"{period.end.year}年"
    opens = min(items, key=lambda item: min((figure.start for figure in item.figures), default=item.evidence[0].start))
    if opens.period is not None and _sums_years(opens):
        return period_words(opens.period)
    ends = (
        isinstance(items[0], Target)
        and period.end.year > period.start.year
        and any(_is_reached(figure.text, items[0].statement) for figure in items[0].figures[:1])
    )
    return f"{period.end.year}年" if ends else period_words(period)


def _ran(item: Item) -> bool:
    """Return whether an item's time is that of a run told in its words: 连续8年居全国第一 is told of the last of them."""
    period = item.period
    return (
        period is not None
        and period.start.year < period.end.year
        and any(int(run[1]) == period.end.year - period.start.year + 1 for run in _RUN.finditer(item.statement))
    )


_RUN = re.compile(r"连续(\d{1,2})年")


def _sums_years(item: Item) -> bool:
    """Return whether an item tells a sum over several years: 五年新增就业累计106万人."""
    several = item.period is not None and item.period.start.year < item.period.end.year
    return several and any(_is_summed(figure.text, item.statement) for figure in item.figures[:1])


def _dated(text: str, item: Item) -> str:
    """Return a sentence with its years by their numbers (今年 → 2003年), as far as its item's own words tell them."""
    if item.period is None or item.basis.period not in ("own", "carried"):
        return text
    if item.period.start.year != item.period.end.year:
        return _COMING_YEARS.sub(period_words(item.period), text)
    year = item.period.start.year
    text = _ALSO.sub(r"\1", _JUST_PAST.sub(lambda match: match[1] or f"{year}年", text))
    if isinstance(item, Achievement) and item.basis.period == "own":
        text = _LAST_YEAR_FIRST.sub(f"{year}年", text)
    if "今年" in text:
        return text.replace("今年", f"{year}年").replace("去年", f"{year - 1}年").replace("明年", f"{year + 1}年")
    return _THAN_LAST_YEAR.sub(rf"\g<1>{year - 1}年", text)


def _of_its_year(text: str, items: Sequence[Item]) -> str:
    """Return a problem with 去年 by its number, as far as one of its items is of that year by its own words."""
    own = [item.period for item in items if item.basis.period == "own" and _is_year(item.period)]
    return text.replace("去年", f"{own[0].start.year}年") if own and own[0] is not None else text


def _is_reached(figure: str, statement: str) -> bool:
    """Return whether a value is told as one that was reached, not as a sum over years."""
    before = statement[: max(0, statement.find(figure))]
    return _REACHED.search(before) is not None and not _is_summed(figure, statement)


def _is_summed(figure: str, statement: str) -> bool:
    """Return whether a value is told as a sum over the years: 城镇新增就业累计106万人."""
    return _SUMMED.search(statement[: max(0, statement.find(figure))].rsplit("，", 1)[-1]) is not None


def _grew_over_years(items: Sequence[Item]) -> bool:
    """Return whether a figure beside a value of one year tells how it grew over several: 达到1.5万亿元、增长19.8%."""
    return any(
        _is_year(item.period) and figure.period is not None and figure.period.start.year < figure.period.end.year
        for item in items
        for figure in item.figures
    )


def _years_averaged(items: Sequence[Item]) -> str:
    """Return the years that a yearly average among the items' figures runs over, in words: no single year can be put before it."""
    spans = [figure.period or item.period for item in items for figure in item.figures]
    years = [span for span in spans if span is not None and span.start.year < span.end.year]
    return period_words(years[0]) if years else ""


def _is_year(period: Period | None) -> bool:
    """Return whether a period is one whole year: that which 今年 or 去年 speaks of."""
    return period is not None and period.start.year == period.end.year and (period.end - period.start).days >= WHOLE_YEAR


_CALM = re.compile(
    r"^(?:(?:今年)?(?:上半年|前三季度|[一二三四]季度)[，,]|在[^，。]{2,30}(?:领导|支持|努力|带领)下[，,]|全[省市县区国旗]上下[^，。]{2,30}[，,]"
    r"|[^，。]{0,24}(?:总体平稳|总体稳定|趋于平稳|稳中[有向][^，。]{1,3}|持续向好)[，,]|但(?:是|也)?)+"
)
"""What a sentence on a problem says before it: 在…领导下，经济运行总体平稳，但."""
_ALSO = re.compile(r"^((?:今年|\d{4}年))[也还](?=要|将)")
"""今年也要再减少贫困人口: beside what stands before the sentence."""
_JUST_PAST = re.compile(r"^刚刚?过去的(?:(\d{4}年)|一年)")
_THIS_YEAR = re.compile(r"(?:今年|去年|明年|全年)(?!以来|上半年|下半年|初|底|末)[，,]?")
_PART_OF_YEAR = re.compile(r"^(?:今年|\d{4}年)?(?P<part>[上下]半年|前三季度|[一二三四]季度|1[—–~至-]\d{1,2}月)(?:份?[，,]|(?=[全我]))")
"""The part of the year that a sentence opens with: 上半年，全市…, 1—5月，规上…."""
_DASHES = re.compile("[–~至-]")
_COMING_YEARS = re.compile(r"(?:今后|未来)[三四五35]年(?:内|里)?")
_LAST_YEAR_FIRST = re.compile(r"去年(?=\d{1,2}月)|^去年(?=(?:[上下]半年|[一二三四]季度|初|底|末)(?:开始|以来|起)?)")
"""How a sentence opens that tells of a part of the year its items are of: 去年下半年开始出口回升."""
_THAN_LAST_YEAR = re.compile(r"(比|较|由|从|高于|低于|超过)去年")
_THESE_YEARS = re.compile(r"(?:过去的?|这|近)?[三四五]年(?:累计[，,]|(?:来|间)?[，,]?)(?=[^，。]{0,30}\d)")
"""What a sentence opens with that tells of the years reviewed, without their numbers: 五年全社会固定资产投资累计完成…."""
_YEAR_AGAIN = re.compile(r"^(力争|争取|确保)?(?:年内|全年|当年)[，,]?")
"""The year told again behind the one put before: 2015年，力争年内，…"""
_REACHED = re.compile(r"(?:达到?|突破|迈上|迈过|跨上|增加到|提高到|跃升至|升至|增至|降至|稳定在|超过?)$")
_SUMMED = re.compile(r"累计|合计|总共|共|新增|年均|投入|投资")
_SPAN = re.compile(r"\d{4}年?[—–]\d{4}")
_PER_YEAR = re.compile("年均|年平均|平均每年")
"""What is told of the years together, not of one."""
WHOLE_YEAR = 360
"""From so many days on a period within a year is the whole of it."""


def _absences(items: Sequence[Item], panel: Sequence[PanelRow], frame: Frame) -> list[SummaryPoint]:
    """Return what readers look for and the report does not say: a goal for growth, where it sets goals for other indicators.

    Said only where no goal sentence speaks of growth with a number, read or not.
    """
    goals = [row for row in panel if row.kind == "target" and row.main]
    if not frame.sets_growth_goals or frame.plan_period is None or len(goals) < LEAST_GOALS:
        return []
    if any(isinstance(item, Target) and item.indicator == "gdp" for item in items):
        return []
    if not frame.goals or any(_GROWTH_GOAL.search(frame.sentences.all[number].text) for number in frame.goals):
        return []
    return [SummaryPoint(text=closed(phrase("brief", "growth_goal", period=period_words(frame.plan_period)).zh), items=[])]


def _led_by(frame: Frame) -> list[SummaryPoint]:
    """Return the sentence that says which body is set up to lead a policy."""
    texts = (bare_sentence(sentence.text) for sentence in frame.sentences.all if _SETS_UP.search(sentence.text))
    return [SummaryPoint(text=closed(text), items=[]) for text in texts if len(text) <= POINT_CHARS and stands_alone(text)][:1]


_SETS_UP = re.compile(r"(?:成立|设立|组建)(?!的|了的)[^，。；（]{0,36}(?:领导小组|联席会议|工作专班|指导委员会)")
"""Who leads: 县水利局、县渔业局共同设立…联席会议，负责组织实施."""


def _meant_for(frame: Frame) -> list[SummaryPoint]:
    """Return what the rules of a document are made for, in its own words, without what they are based on."""
    told = next((found for sentence in frame.sentences.all if (found := _MADE_FOR.search(sentence.text))), None)
    if told is None:
        return []
    pieces = [piece for piece in told["why"].split("，") if piece and _BASED_ON.match(piece) is None]
    text = f"为{'，'.join([*pieces, told['made']])}"
    return [SummaryPoint(text=closed(text), items=[])] if pieces and len(text) <= POINT_CHARS else []


_MADE_FOR = re.compile(
    r"(?:^|[\s:：])为了?(?P<why>[^。；]{6,300})，(?:特)?(?P<made>制定本(?:实施|管理|暂行|试行)?(?:办法|细则|规定|条例|规则|规程))"
)
"""How a document of rules begins: 为鼓励…，根据《…》，制定本细则."""
_BASED_ON = re.compile(r"根据|依据|按照?|结合|经|参照|(?:为)?(?:深入|全面|认真)?(?:贯彻|落实)|现|特")


def _in_force(frame: Frame) -> list[SummaryPoint]:
    """Return the sentence that says from when a regulation is in force: readers look for it, and it is no fact of the digest's."""
    told = (found[0] for sentence in reversed(frame.sentences.all) if (found := _FROM_WHEN.search(sentence.text)))
    return [SummaryPoint(text=closed(text), items=[]) for text in list(told)[:1]]


_FROM_WHEN = re.compile(
    r"(?:本(?:办法|细则|规定|条例|意见|通知|方案|计划|指南|规则|规范|制度|实施\w{1,4}))[自从于](?:发布|印发|公布|\d{4}年\d{1,2}月\d{1,2}日)(?:之日)?(?:起)?[\u4e00-\u9fff\d，]{2,40}"
)
NAME_END = 6
"""So many letters of a name's end find the part of a sentence that it stands in."""
MOST_WANTED = 24
"""So many items of one sentence may have their say in how it is cut."""
LAST_TROUBLE = 3
"""Up to this rank the problems of a report none of whose risks leads stand in its brief."""
LAST_RANK = 15
"""From this rank on all items count alike."""
OF_THE_FIRST = 3
"""So much more the first of its kind counts: a sentence of its own is told before one that holds several lesser ones."""
TELLS_GROWTH = 90
"""From this weight on an indicator tells growth: GDP, what a company takes in, output in the years before GDP."""
LEAST_GOALS = 3
"""From so many goals on a sentence sets the goals of the report, and the absence of one is told."""
