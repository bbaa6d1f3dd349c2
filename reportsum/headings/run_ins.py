"""Headings inside paragraphs: 疫情防控坚决有力。面对突发疫情,…

A short sentence without figure or comma that names a topic heads what follows it, at the beginning of a paragraph or, where
a numbered paragraph treats several topics, in the middle. Comes in: lines and where their own headings end. Goes out: the
spans of such sentences, full stop included.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from reportsum import lazy_re as re

from ..spans import Span
from .layout import Line

LONGEST_FIRST = 22
"""A first sentence that heads its paragraph is hardly longer (characters, without the full stop)."""
LONGEST_INNER = 14
"""In the middle of a paragraph a heading is shorter: its sisters set the measure."""
LEAST_GAP = 60
"""A topic that gets a heading gets at least about two sentences."""

LEAST_BODY = 25
"""A heading sentence on a line of its own stands above a paragraph of at least this length."""

_SENTENCE = re.compile(r"[^。！？!?；;]+[。！？!?；;]?")
_NO_TOPIC = re.compile(r"[，,；;：:！!？?\d]|[一二三四五六七八九十百千万亿]+[个家项件条名户万亿]")
_QUOTED = re.compile(r"[“‘\"「『][^”’\"」』]*[”’\"」』]")
# One event: a fact, not a topic.
_HAPPENED = re.compile(
    r"^(?:召开|组建|成立|获|荣获|入选|印发|建成|开通|新增|承办|创成|颁布|举办|落户|签订|签署|选派)"
    r"|(?:获批|竣工|通车|落户|开工|投[用产运]|揭牌|完成|上线|启用|试运行|立项|封顶|开通|营业|获奖|问世|成立|设立|生效|通过|验收)$"
    r"|[了过]$|《|》|（|\(|(?:获得|取得|出现|发生|完成|实现|建成)了|还有|存在"
)
# In the middle of a paragraph also what carries the sentence before on, or speaks of one thing among others.
_EVENT = re.compile(
    r"^(?:[同其此这该并也还]|对此|为此|另外|目前|截至|至此|启动|出台|完成|制定|引进|发布|新建|开工|上线|争创|开展|编制|设立|实现|选举|新开|拆除|改造|"
    r"发放|办理|受理|修订|协助|配合|办好|用好|做好|参加|组织|支持|鼓励|引导|推动|推广|对接|探索|研究)|等.{2,8}$|运[营行]$"
)
# How reviews phrase a topic: subject, then how it goes.
_STATE = re.compile(
    r"(?:有力|有序|有效|有为|有方|有感|落实|落地|实施|推进|向好|好转|改善|提升|提高|优化|扩容|开展|深入|深化|提质|增效|发展|建设|加快|增强|平稳|稳定|"
    r"稳固|巩固|夯实|完善|显著|明显|强劲|活跃|繁荣|彰显|凸显|显现|进步|进展|突破|成果|步伐|成效|和谐|健全|健康|加速|升级|壮大|拓展|扩大|迸发|释放|"
    r"回升|回暖|复苏|上扬|增长|保障|牢固|扎实|稳健|充分|均衡|到位|见效|强化|加强|协调|高效|丰富|魅力|新高|规范)$"
)


_SPAN_OF_TIME = re.compile(
    r"(?:(?:过去的?)?(?:[一二三四五两]|十[一二三四五]五)年(?:来|间)|(?:这|过去)(?:一年|五年)|今年以来)[，,]?"
    r"(?:我们(?:始终|坚持)?|全[省市区县州](?:上下)?|我[省市区县州])?"
)
"""What a heading of a paragraph may begin with: 五年来，我们精心呵护绿水青山。"""
_ENUMERATED = re.compile(
    r"(?<=[。！；;])[一二三四五六七八九十]{1,2}是(?P<words>[^，,；;：:。！!？?\d“《（(]{4,18})。(?![一二三四五六七八九十]{1,2}(?:是|要))"
)
"""四是文化建设繁荣兴盛。文艺作品…: one heading of several in a paragraph."""


class _Candidate(NamedTuple):
    start: int
    end: int
    """Behind the full stop."""
    score: int


def find_run_ins(lines: Sequence[Line], headed: Mapping[int, int], told: Collection[int] = ()) -> tuple[Span, ...]:
    """Return the run-in headings of all paragraphs, in order.

    `headed` gives for the lines (by their place in `lines`) that begin with a heading where that ends; `told` are the lines that tell
    something from their first sentence on.
    """
    found: list[Span] = []
    for index, line in enumerate(lines):
        if index in told:
            continue
        begin = headed.get(index, line.start) - line.start
        first = _first(line.text, begin)
        if first is None:
            continue
        if first == len(line.text) and (begin or index + 1 == len(lines) or len(lines[index + 1].text) < LEAST_BODY):
            continue  # a short paragraph, not a heading on a line of its own
        found.append(Span(line.start + begin, line.start + first))
        for start, end in _inner(line.text, begin, first, numbered=index in headed):
            found.append(Span(line.start + start, line.start + end))
    return tuple(sorted({*found, *_enumerated(lines)}))


def _enumerated(lines: Sequence[Line]) -> Iterator[Span]:
    """Yield the headings in the middle of paragraphs that count up (四是文化建设繁荣兴盛。), and have something below them."""
    for line in lines:
        if "是" not in line.text:
            continue
        for match in _ENUMERATED.finditer(line.text):
            if len(line.text) - match.end() >= LEAST_BODY and not _HAPPENED.search(match["words"]):
                yield Span(line.start + match.start(), line.start + match.end())


def _first(text: str, begin: int) -> int | None:
    """Return where the first sentence behind `begin` ends, if it heads the rest."""
    stop = text.find("。", begin, begin + LONGEST_FIRST + 4)
    if stop < 0 or stop + 1 < len(text) < stop + 8:
        return None
    words = text[begin:stop].strip(" 　*")
    if words and (span := _SPAN_OF_TIME.match(words)) is not None:
        words = words[span.end() :]
    end = stop + (3 if text.startswith("**", stop + 1) else 1)
    return end if len(words) >= 4 and _names_topic(words) and not _HAPPENED.search(words) else None


def _names_topic(words: str) -> bool:
    """Whether a sentence has neither figure nor comma; figures in a name (“五个中心”) are none."""
    return _NO_TOPIC.search(_QUOTED.sub("", words)) is None


def _inner(text: str, begin: int, first: int, *, numbered: bool) -> Iterator[tuple[int, int]]:
    """Yield the headings after the first one. They look like it, and each leaves room for what it heads."""
    model = text[begin:first].rstrip("。*")
    chosen: list[_Candidate] = []
    for match in _SENTENCE.finditer(text, first):
        candidate = _judge(text, match, model, numbered)
        if candidate is None:
            continue
        last = chosen[-1].start if chosen else begin
        if candidate.start - last >= LEAST_GAP:
            chosen.append(candidate)
        elif chosen and candidate.score > chosen[-1].score:
            chosen[-1] = candidate
    for candidate in chosen:
        yield candidate.start, candidate.end


def _judge(text: str, match: re.Match[str], model: str, numbered: bool) -> _Candidate | None:
    """Return a sentence as a candidate for a heading like `model`; None when it cannot be one."""
    start, end = match.span()
    words = match[0][:-1]
    if not 4 <= len(words) <= LONGEST_INNER or text[end - 1] != "。" or len(text) - end < LEAST_GAP // 3:
        return None
    if not _names_topic(words) or _EVENT.search(words) or _HAPPENED.search(words):
        return None
    state = _STATE.search(words) is not None
    like = state == (_STATE.search(model) is not None)
    if not numbered and not (like and state and len(words) <= 8):
        return None
    return _Candidate(start, end, min(LONGEST_INNER - len(words), 4) + (2 if like else 0) + (1 if state else 0))
