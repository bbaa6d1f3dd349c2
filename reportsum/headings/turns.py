"""Where the text turns without a numbered heading: to its plans, to its problems, to a second document.

Comes in: headings and lines. Goes out: headings that say what they are by the text around them. Known here: how reports announce their
plans (今年要着重做好以下…工作) and admit their problems at the end of a review (同时也要清醒看到…困难和问题).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reportsum import lazy_re as re

from ..spans import Span
from .boilerplate import Front, reads_as_title
from .heading import Heading, Node
from .labels import read_label
from .layout import Line
from .nesting import CLOSING
from .stances import heading_stance

# --- plans --------------------------------------------------------------------------------------------------------------------------

_LEADS_TO_PLANS = re.compile(
    r"(?:今年|本年|明年|下半年|下一步|下一阶段|今后|新的一年|(?:19|20)\d{2}年)[^。]{0,80}(?:要|应|将|需|建议)[^。]{0,40}(?:做好|抓好|着力|着重|重点|突出|以下)"
)
LEADS_WITHIN = 400
"""Characters at the end of a paragraph that may announce the plans below."""
LEAST_PARAGRAPHS = 2
"""Paragraphs below an unnumbered heading: fewer introduce the numbered headings below it."""


def stand_beside(headings: Sequence[Heading], lines: Sequence[Line]) -> None:
    """Put an unnumbered first heading beside the numbered ones where the text turns to its plans between them.

    首先报告2022年的工作 … 今年要着重做好以下两个方面工作。 一、…二、…
    """
    first = next((place for place, heading in enumerate(headings) if heading.style in _NUMBERED), None)
    if first is None:
        return
    before, numbered = headings[:first], headings[first:]
    mains = [heading for heading in before if heading.style == "plain"]
    if not mains or any(
        heading.style == "plain" and heading.title not in CLOSING and heading_stance(heading.title) for heading in numbered
    ):
        return
    paragraphs = [line.text for line in lines[before[-1].index + 1 : numbered[0].index]]
    if len(paragraphs) < LEAST_PARAGRAPHS or not any(_LEADS_TO_PLANS.search(text[-LEADS_WITHIN:]) for text in paragraphs[-2:]):
        return
    mains[0].style = numbered[0].style
    mains[0].stance = mains[0].stance or "review"
    numbered[0].stance = numbered[0].stance or "plan"


_NUMBERED = frozenset({"part", "chapter", "cn", "cn_paren"})
_ANNOUNCES = re.compile(
    r"(?:抓好|做好|抓实|落实|推进|实现)(?:好)?(?:以下|下列|下面)[^。；]{0,16}(?:工作|任务|方面|重点|目标)[^。；]{0,6}[：:。]?$"
)


def plans_announced(lines: Sequence[Line], index: int) -> bool:
    """Whether the paragraphs before line `index` announce the plans of which it is the first: 2024年…重点抓好以下工作： 一是…"""
    before = [line.text[-LEADS_WITHIN:] for line in lines[max(0, index - LEAST_PARAGRAPHS) : index]]
    return bool(before) and (_ANNOUNCES.search(before[-1]) is not None or _LEADS_TO_PLANS.search(before[-1]) is not None)


_WORK_BELOW = re.compile(
    r"(?:做|抓|办|干|开展|推进|实施|完成|抓好|做好|办好)了[^,，。;；:：]{0,16}(?:工作|任务|实事|大事|事情|方面|举措)[^,，。;；:：]{0,8}[:：。]$"
    r"|年来[^。;；:：]{0,16}(?:主要|重点)工作(?:是|有|如下|包括)?[:：]$"
)
"""How the account of what was done is introduced: 一年来,主要做了以下工作:"""


def tells_work_below(text: str) -> bool:
    """Return whether the end of a sentence announces an account of what was done.

    >>> tells_work_below("一年来，主要做了以下工作："), tells_work_below("重点做好以下工作：")
    (True, False)
    """
    return _WORK_BELOW.search(text) is not None


def work_announced(lines: Sequence[Line], index: int) -> bool:
    """Whether the paragraph before line `index` announces the account of a year of which it is the first part."""
    return index > 0 and tells_work_below(lines[index - 1].text[-LEADS_WITHIN:].rstrip())


# --- problems -----------------------------------------------------------------------------------------------------------------------

_TROUBLE = r"(?:困难|问题|不足|短板|差距|薄弱|挑战|矛盾|制约)"
_ADMITS = re.compile(
    rf"(?:清醒|清楚|深知|深刻认识|充分认识|看到|认识到|正视|意识到)[^。]{{0,60}}{_TROUBLE}"
    rf"|(?:还|仍|也|依然|尚)[^，。]{{0,4}}(?:存在|面临|有)[^。]{{0,40}}{_TROUBLE}|(?:存在|面临)(?:的|着)?[^，。]{{0,14}}{_TROUBLE}[^。]{{0,16}}(?:主要|是|：|:)"
    rf"|{_TROUBLE}[^。，]{{0,6}}(?:不容忽视|依然存在|仍然存在|依然突出|仍然突出)"
)
_WORKED_ON = re.compile(rf"(?:面对|应对|克服|针对|破解|解决|化解|战胜|直面)[^，。]{{0,24}}{_TROUBLE}")
_REMEDY = re.compile(
    r"(?:对此|为此|对(?:于)?这些|针对(?:这些|上述|以上)|这些(?:困难|问题|矛盾)|我们(?:将|一定|要|必须)[^。]{0,30}(?:解决|改进|应对|克服))"
)
_GOES_ON = re.compile(r"从(?:国际|国内|省内|外部|自身)[^，。]{0,6}看|(?:国际上|国内|外部|与此同时)[，,]")
_ADMITTED_WITHIN = 140
"""Characters within which such a paragraph comes to the point."""
_FOLLOWING = 4
"""Paragraphs that may still follow in the section: thanks, a look back at the whole term, a look ahead."""
_LIST = frozenset({"spoken", "num", "num_paren", "bullet", "circled"})
_OPENS = re.compile(
    r"^(?:各位(?:代表|委员)[！!，,：:]?)?(?:(?:尽管|虽然)[^，,。]{1,24}[，,])?(?:(?:与此)?同时|但是?|然而|当然|在(?:充分)?(?:肯定|总结|看到)[^，,。]{0,8}的同时)?[，,]?"
    r"(?:我们)?(?:也|还|更|必须|应当|要)*(?:清醒|清楚)?地?(?:看到|认识到)?[，,]?"
)
_TURN = re.compile("。(?=(?:但是?|然而|不过|当然|(?:与此)?同时|在[^，。]{2,10}的?同时|我们[也还更]|也[要应必清])[^。]{4})")
"""The end of the sentence before the one that turns to the problems."""
_IS_WRONG = re.compile("不(?!易|断|仅|凡|平凡|是|忘|负)|未(?!来)|[弱偏滞缺欠差]|困?难")
"""What a part of a sentence holds that tells one problem: 农业抗灾能力依然不强."""
_LEAST_NAMED = 5
_SETTING = ("时期", "同时", "年来", "一年", "影响", "情况下")
"""Shorter parts, and such that only tell when or why, name nothing."""
_ANY_TROUBLE = re.compile(_TROUBLE)
_LINKS = re.compile(r"^(?:但是?|同时|而且|我们|也|更要|还要|清醒地?|认识到|看到)+")
_CUT = re.compile(r"[，,。；;：:！!]")


def admit_problems(root: Node, lines: Sequence[Line], end: int) -> None:
    """Give the paragraph in which a review admits its problems a section of its own, with stance problems.

    `root` is a main section that reviews; `end` is the number of the first line behind it. Nothing happens where one of its headings names
    problems already, or where the section goes on for long after that paragraph.
    """
    headed = {node.heading.index: node for node in _below(root)}
    named = [node.heading for node in headed.values() if node.heading.style not in _LIST]
    if any(heading_stance(heading.title) == "problems" for heading in named):
        return
    begin = root.heading.index + 1
    # the title below a label that stands alone is no paragraph
    nodes = [root, *headed.values()]
    titles = {node.heading.index + 1 for node in nodes if node.heading.heading.end > lines[node.heading.index].end}
    for index in range(begin, end):
        if index in headed or index in titles or not _admits(lines[index].text) or read_label(lines[index].text) is not None:
            continue
        last = _last_of_list(lines, index, end)
        left = range(last + 1, end)
        if len(left) > _FOLLOWING or any(place in headed for place in left):
            continue
        while last + 1 < end and (_GOES_ON.match(lines[last + 1].text) or _REMEDY.match(lines[last + 1].text)):
            last += 1
        _open(root, lines, index, last, headed)
        return


def _below(node: Node) -> list[Node]:
    found: list[Node] = []
    stack = list(node.children)
    while stack:
        child = stack.pop()
        found.append(child)
        stack.extend(child.children)
    return found


def _admits(text: str) -> bool:
    begun = text[:_ADMITTED_WITHIN]
    found = _ADMITS.search(begun)
    return found is not None and _WORKED_ON.search(begun, 0, found.end()) is None


def _last_of_list(lines: Sequence[Line], index: int, end: int) -> int:
    """Return the last line of the list that a paragraph announces, the paragraph itself where it announces none."""
    last = index
    while last + 1 < end and (label := read_label(lines[last + 1].text)) is not None and label.style in _LIST:
        last += 1
    return last


def _open(root: Node, lines: Sequence[Line], first: int, last: int, headed: dict[int, Node]) -> None:
    turn = _turn(lines[first].text)
    start = lines[first].start + turn
    problems = Heading("plain", 0, None, _named(lines[first].text[turn:]), Span(start, start), first, states=True)
    problems.level = root.heading.level + 1
    problems.stance = "problems"
    problems.until = lines[last].end
    node = Node(problems)
    moved = [headed[index] for index in range(first + 1, last + 1) if index in headed]
    for parent in (root, *_below(root)):
        parent.children = [child for child in parent.children if child not in moved]
    for child in moved:
        child.children = []
        child.heading.level = problems.level + 1
        child.heading.until = problems.until
        node.children.append(child)
    root.children.append(node)


def _turn(text: str) -> int:
    """Return where a paragraph that begins with good news turns to the problems (任务完成较好。|但还存在不少困难); 0 where none does."""
    for found in _TURN.finditer(text, 0, _ADMITTED_WITHIN):
        if _ANY_TROUBLE.search(text, 0, found.end()) is None:
            return found.end()
    return 0


def _named(text: str) -> str:
    """Return the words of the paragraph that name the problems as a whole (经济社会发展中还存在不少困难和问题), else its first words: what
    comes behind the first problem told is one more of them."""
    parts = [part for part in _CUT.split(_OPENS.sub("", text[:_ADMITTED_WITHIN], count=1)) if part]
    told = next((part for part in parts if _ANY_TROUBLE.search(part) or _IS_WRONG.search(part)), "")
    if _ANY_TROUBLE.search(told) is None:
        told = next((part for part in parts if len(part) >= _LEAST_NAMED and not part.endswith(_SETTING)), told)
    return _LINKS.sub("", told.removesuffix("等等"), count=1)


# --- addresses ---------------------------------------------------------------------------------------------------------------------

_ADDRESS = re.compile(
    r"各位(?:代表|委员)[！!，,：:](?:$|[^。]{0,60}(?:[三五]年(?!行动|计划)|“十[二三四五]五”|过去一年|一年来|(?:目标|任务)[^，。]{0,6}(?:完成|实现)|成[绩就]|做好今年|新挑战|让我们))"
    r"|(?:五年来|(?:过去|这)五年)[，,是]"
)
"""How a paragraph begins that speaks of the whole again, behind the last of the parts: 各位代表！透过2025回望“十四五”,…."""


def end_at_address(root: Node, lines: Sequence[Line], end: int) -> None:
    """End the last part of a main section where a paragraph behind it addresses the house and speaks of the whole again.

    `end` is the number of the first line behind the main section. Parts that speak of the same years themselves go on.
    """
    last, chain = root, []
    while last.children:
        last = last.children[-1]
        chain.append(last)
    if not chain or chain[0].heading.style in _LIST or _ADDRESS.match(chain[0].heading.title) is not None:
        return
    begin = last.heading.index + 1  # the title below a label that stands alone is no paragraph
    begin += begin <= len(lines) and last.heading.heading.end > lines[last.heading.index].end
    found = next((index for index in range(begin, end) if _ADDRESS.match(lines[index].text.strip("　 ")) is not None), None)
    if found is None:
        return
    until = lines[found - 1].end
    for node in chain:
        node.heading.until = until if node.heading.until is None else min(node.heading.until, until)


# --- documents ----------------------------------------------------------------------------------------------------------------------


def part_documents(headings: list[Heading], lines: Sequence[Line], front: Front) -> list[Heading]:
    """Give two documents in one file a top heading each: where a second title stands, and the numbering begins anew behind it."""
    numbered = [heading for heading in headings if heading.style in _NUMBERED]
    if front.title is None or not numbered:
        return headings
    style = numbered[0].style
    for before, after in pairwise(numbered):
        if after.style != style or after.number != 1 or before is numbered[0]:
            continue
        reach = range(after.index - 1, max(before.index, after.index - TITLE_REACH), -1)
        title = next((place for place in reach if reads_as_title(lines[place].text)), None)
        if title is None:
            continue
        begin, line = lines[0].start, lines[title]
        first = Heading("document", 1, None, front.title, Span(begin, begin), -1, states=False)
        second = Heading("document", 2, None, line.text.strip("#* "), Span(line.start, line.end), title, states=False)
        kept = [heading for heading in headings if heading.index != title]
        at = next(place for place, heading in enumerate(kept) if heading.index > title)
        return [first, *kept[:at], second, *kept[at:]]
    return _part_at_letter(headings, numbered, lines, front.title)


_ADDRESSED = re.compile(r"(?:各|[省市县]直|国务院)[^。；:：]{0,110}(?:部门|单位|厅局|[局委部办]|政府|机构|公司|企业|院校)[：:]$")
"""To whom a letter is written: 各省、自治区、直辖市工业和信息化、交通运输主管部门，各有关单位：."""


def _written_to(text: str) -> str:
    """Return the first words of such a line: the offices that follow name fields of policy, and say nothing of what the letter is about."""
    return "、".join(text.strip("　 ：:").split("、")[:3])


def _part_at_letter(headings: list[Heading], numbered: Sequence[Heading], lines: Sequence[Line], title: str) -> list[Heading]:
    """Give two documents in one file a top heading each where the second opens with those it is written to, and numbers anew."""
    for after in numbered[1:]:
        if after.number != 1 or after.style == "cn_paren":
            continue
        reach = range(after.index - 1, max(numbered[0].index, after.index - TITLE_REACH), -1)
        place = next((at for at in reach if _ADDRESSED.match(lines[at].text.strip("　 ")) is not None), None)
        if place is None:
            continue
        begin, line = lines[0].start, lines[place]
        first = Heading("document", 1, None, title, Span(begin, begin), -1, states=False)
        second = Heading("document", 2, None, _written_to(line.text), Span(line.start, line.end), place, states=False)
        kept = [heading for heading in headings if heading.index != place]
        at = next(number for number, heading in enumerate(kept) if heading.index > place)
        return [first, *kept[:at], second, *kept[at:]]
    return headings


TITLE_REACH = 12
"""Lines between the title of a second document and its first heading."""
