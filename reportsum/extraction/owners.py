"""Who is responsible for a target, where a clause says so: 责任单位:市发展改革委, (市交通局牵头)."""

from __future__ import annotations

from reportsum import lazy_re as re

_ROLE = (
    r"(?:牵头|责任|主办|承办|负责|实施|主体|主责|落实)(?:责任)?(?:单位|部门|主体|领导|人|处室|科室|股室)"
    r"(?:及(?:责任)?(?:单位|部门|责任人))?"
)
"""责任单位, 牵头部门, 责任单位及责任人."""

_OWNER_LABEL = re.compile(_ROLE + r"[:：]\s*([^。;；\n()（）\]】]{2,80})")
"""责任单位:市发展改革委. Up to the end of the sentence or bracket."""
_NEXT_LABEL = re.compile(r"[,，、\s]*(?:责任|参加|参与|协同|配合|协办|完成|牵头|时间|时限)[^:：,，]{0,6}[:：].*$", re.DOTALL)
_OWNER_BRACKET = re.compile(
    r"[(（]([^()（）:：]{2,80}?)"
    r"(?:按?(?:照|各自)?职责分工负责|按?分工负责|分别负责|共同负责|牵头负责|具体负责|牵头|负责)(?:[,，、;；][^()（）]{0,60})?[^()（）]{0,6}[)）]"
)
"""(市交通局牵头), (市发展改革委、市财政局按职责分工负责)."""
_OFFICE = "(?:局|委|厅|办|部|院|政府|街道|镇|乡|公司|中心|集团|单位|会|处)"
_LED_BY = re.compile(rf"(?:^|[,，])由([^,，。;；:：]{{1,30}}?{_OFFICE})(?:牵头|负责(?!人|解释)|主办|承办)")
"""…,由市住建局牵头. An office, not 班子成员分片."""
_LEADS = re.compile(rf"(?![建成设组由])([^,，。;；:：由对]{{1,23}}{_OFFICE})(?:负责)?牵头(?![单部人的]|负责人)(?=[\u4e00-\u9fff]{{2}})")
"""市能源局牵头建立…: who leads is the subject."""
_ARE_TO = re.compile(r"(各[^,，。;；:：要应须将]{1,16}?(?:主管|监管|管理|责任|成员)(?:部门|单位))(?:必须|应当|[要应须](?![急求对用变]))")
"""各地能源主管部门要…; 各级政府要… names nobody."""

_OWNER_LINE = re.compile(r"[\s\d.、()（）①-⑳【\[]{0,6}(?:" + _ROLE + r"|[^()（）]{2,80}(?:牵头|负责|落实)[^()（）]{0,20}[)）]$)")
"""A line that says nothing else."""


def find_owner(text: str, after: int = 0) -> str | None:
    """Return who is responsible, as the clause names them; None when it does not.

    Of several tasks in a clause each has its own bracket: the first one behind `after` counts; where none follows, the first of all.

    >>> find_owner("新建公园8座（市城管局负责），新建学校2所（市教育局负责）。", after=20)
    '市教育局'
    """
    found = _first(text, after) or (_first(text, 0) if after else None)
    if found is None:
        return None
    return _NEXT_LABEL.sub("", found[1]).strip(" ,，、。") or None


def _first(text: str, after: int) -> re.Match[str] | None:
    found = _OWNER_LABEL.search(text, after) if (":" in text or "：" in text) else None
    if found is None and ("负责" in text or "牵头" in text):
        found = _OWNER_BRACKET.search(text, after) or _LED_BY.search(text, after) or _LEADS.match(text)
    return found or (_ARE_TO.match(text) if text.startswith("各") else None)


def ends_with_owner(text: str) -> bool:
    """Return whether a clause ends in a bracket that says who is responsible: …改造校舍30所（牵头单位：市教育局）。"""
    end = text.rstrip("。；; ")
    if not end.endswith((")", "）")):
        return False
    bracket = end[max(end.rfind("("), end.rfind("（"), 0) :]
    return _OWNER_LABEL.search(bracket) is not None or _OWNER_BRACKET.search(bracket) is not None


def is_owner_line(text: str) -> bool:
    """Return whether the clause is a line of a task list that says who is responsible."""
    return _OWNER_LINE.match(text) is not None
