"""A heading on its way into the tree, and what all that look for headings know of its words."""

from __future__ import annotations

from dataclasses import field

from reportsum import lazy_re as re
from reportsum.values import dataclass

from ..models import Stance
from ..spans import Span
from .labels import Style

LONGEST_LINE = 60
"""A heading on a line of its own is hardly longer (characters, without the label)."""
LONGEST_RUN_IN = 48
"""A labelled first sentence longer than this is a statement."""
STOP = re.compile(r"[。！？!?；;]")
_CLAUSE_END = re.compile(r"[，。；;：:！!]|,(?!\d)")
FACT = re.compile(
    r"\d[\d.,]*\s*(?:%|‰|[多余]?[万亿]|元|个百分点|美元|公里|吨|平方|亩)|[增降]\S{0,4}\d|达到?\d|[百千]分之|(?<![放摆]在)第[一二三四五六七八九十\d]+位"
    r"|(?:不超过|不少于|不低于|不得少于|不得超过|不得低于|至少|最多)\d|[应须]于\d"
)
RULE = re.compile(
    r"[\u4e00-\u9fff”）](?<![供响适反相效感顺对因照])应(?:当|[\u4e00-\u9fff])(?<!应[用对急届变收运邀税时链力激])"  # 试点应提供…
    r"|[\u4e00-\u9fff”](?:不得|须(?!臾))(?<!必须)"  # 车辆不得…, 单位须…
    r"|的，"  # …为联合体的，填写…
    r"|一式[两二三四五六七八九十\d]{1,2}份"
)
"""What a sentence that lays down a rule says and a heading does not."""
ALWAYS = frozenset({"part", "chapter", "article", "cn", "cn_paren", "spoken"})
"""Styles that open a section even where a statement follows the label at once."""
MAIN = frozenset({"part", "chapter", "article", "cn", "md1", "md2", "md3", "md4", "md5", "md6"})
"""Styles whose lines are headings even where nothing follows before the next one."""


@dataclass(slots=True)
class Heading:
    """A heading on its way into the tree."""

    style: Style
    number: int
    label: str | None
    title: str
    heading: Span
    index: int
    """Of its line."""
    states: bool
    """The words after the label are a statement, not a heading."""
    measures: bool = False
    """It counts measures that are told from their first sentence on, however short that is."""
    level: int = 0
    task: int | None = None
    counts_only: bool = False
    """The label counts an item of a list; it opens no section."""
    stance: Stance | None = None
    """What the text around the heading says it is, where its words do not."""
    until: int | None = None
    """Where its section ends at the latest; None for headings, whose sections end where another begins."""


@dataclass(slots=True)
class Node:
    """A heading with those below it."""

    heading: Heading
    children: list[Node] = field(default_factory=list)


def first_words(statement: str) -> str:
    """Return the beginning of a statement as a title for the section it opens: its first sentence, if no longer than a heading."""
    sentence = STOP.split(statement, maxsplit=1)[0]
    if len(sentence) <= LONGEST_LINE and not any(map(str.isdigit, sentence)):
        return sentence.strip(" 　*：:")
    return first_clause(statement)


def first_clause(statement: str) -> str:
    return _CLAUSE_END.split(statement, maxsplit=1)[0][:LONGEST_RUN_IN].strip(" 　*")
