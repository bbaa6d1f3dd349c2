"""A thing told with what it was and what it came to: 将现行16%的税率降至13%, 16支基金整合为2支.

Comes in: a figure, the text beside it, and the figure behind. Goes out: one measure with both, named by what stands between them; nothing
where the words between them do not say that the one became the other.
"""

from __future__ import annotations

from reportsum import lazy_re as re

from .beside import Beside
from .phrases import strip_lead, strip_tail, verb_at_start
from .state import Telling

# |16%|的税率降至13%
_CAME_TO = re.compile(
    "(?:一档)?的?(?P<what>[^,，、]{1,14}?)(?:进一步|统一|逐步|大幅|再)*"
    "(?:下降|降低|下调|调减|提高|上调|提升|增加|扩大|调整|延长|缩短|压缩|压减|减少|增|降|升|减)[至到为]了?"
)
# |16支|省级基金整合为产业、科创2支
_MADE_INTO = re.compile(
    "的?(?P<what>[^,，、]{2,20}?)(?:优化|进一步|统一)*(?:整合|合并|重组|归并|精简|压减|撤并|优化|缩减)[为成至到](?:了)?[^,，]{0,12}"
)
_AS_IT_WAS = re.compile("(?:现行|现有|原有|原来|原先|原定|目前|当前)的?$")
_TAKES = re.compile("(?:将|把)")
SHORTEST = 2


def read_what_becomes(telling: Telling, at: int, beside: Beside) -> bool:
    """Read figure `at` and the next where the one became the other; False where nothing says so."""
    if not beside.followed:
        return False
    figure, after = telling.figures[at], telling.figures[at + 1]
    if figure.base_unit != after.base_unit:
        return False
    if beside.of and figure.base_unit in ("%", "元"):
        became = _CAME_TO.fullmatch(beside.right)
        name = _of_what(beside, became["what"]) if became is not None else ""
    else:
        became = _MADE_INTO.fullmatch(beside.right) if figure.role == "count" else None
        name = became["what"] if became is not None else ""
    if len(name) < SHORTEST or verb_at_start(name) == name:
        return False
    draft = telling.start(telling.numbers[at], name)
    draft.take(telling.numbers[at + 1], draft.metric)
    return True


def _of_what(beside: Beside, what: str) -> str:
    """Return the quantity with what it belongs to (将甲业现行|16%|的税率), "" where it is no name."""
    if verb_at_start(what) == what:
        return ""
    whose = _AS_IT_WAS.sub("", _TAKES.sub("", beside.opened, count=1) if beside.opened[:1] in "将把" else beside.opened)
    return strip_tail(strip_lead(whose)) + what
