"""Who is responsible for a target, where a clause says so: 责任单位:市发展改革委, (市交通局牵头)."""

from __future__ import annotations

from reportsum import lazy_re as re

from ..duties import read_duty, with_others

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
_OFFICE_SIGNS = frozenset("部局委厅")
_OFFICE = "(?:局|委|厅|办|部|院|政府|街道|镇|乡|公司|中心|集团|单位|会|处)"
_LED_BY = re.compile(rf"(?:^|[,，])由([^,，。;；:：]{{1,30}}?{_OFFICE})(?:牵头|负责(?!人|解释)|主办|承办)")
"""…,由市住建局牵头. An office, not 班子成员分片."""
_LEADS = re.compile(rf"(?![建成设组由])([^,，。;；:：由对]{{1,23}}{_OFFICE})(?:负责)?牵头(?![单部人的]|负责人)(?=[\u4e00-\u9fff]{{2}})")
"""市能源局牵头建立…: who leads is the subject."""
_ARTICLE = r"(?:第[一二三四五六七八九十百零\d]{1,5}条\s+)?"
_ARE_TO = re.compile(
    rf"{_ARTICLE}(各[^,，。;；:：要应须将]{{1,18}}?(?:主管|监管|管理|责任|成员)(?:部门|单位))"
    r"(?:必须|应当|[要应须](?![急求对用变])|(?=建立|制定|负责|做好|加强|提升|依据|按照|根据|组织|指导))"
)
"""各地能源主管部门要…, 各级监管部门建立…; 各级政府要… names nobody."""
_NAMED_WITHIN = 16
"""Within so many characters a sentence has named the first office that is its subject."""
MINISTRY = (
    "(?:国家)?(?:教育|科技|公安|民政|司法|财政|商务|水利|审计|文化和旅游|工业和信息化|人力资源(?:和)?社会保障|自然资源|生态环境|住房(?:和)?城乡建设|交通运输"
    "|农业农村|卫生健康|退役军人(?:事务)?|应急(?:管理)?|市场监管|发展改革|能源|统计|税务|医保|数据|乡村振兴|国资|金融监管|体育|林草|粮食和储备)"
    "(?:部|厅|局|委|总局|部门|主管部门)(?:[(（][^()（）]{2,8}[)）])?"
)
_MINISTRIES_ARE_TO = re.compile(
    rf"{_ARTICLE}((?:[省市区县]|自治区)?{MINISTRY}(?:[、和及与]{MINISTRY})*(?:等部门)?)(?:将|要|应当?|须|负责|会同|组织|做好|制定|建立|牵头)"
)
"""财政部、水利部将…, 教育部负责…: the subject of what is asked for."""

_OFFICE_AT = re.compile(r"办公室设在([^,，。;；()（）、]{2,24})(?=[,，。;；])")
"""成立工作领导小组，…办公室设在市工信局，负责日常工作."""

_TOGETHER = re.compile("(?<=[局委厅办部院府心会处队])(?:会同|联合)(?!有关|相关|各)(?=[^、]{2,})")
"""Between two who answer for it by name: 县住建局会同县财政局负责."""

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
    owner = _NEXT_LABEL.sub("", found[1]).strip(" ,，、。") or None
    if owner is not None and _TOGETHER.search(owner) is not None:
        return _TOGETHER.sub("、", owner)
    return with_others(owner, text, found.end(1)) if found.re in (_ARE_TO, _MINISTRIES_ARE_TO) else owner


def bound_owner(text: str) -> str | None:
    """Return who a clause binds to do what it says (政务部门应当…, 由建设单位组织验收), else where the office of what it sets up is;
    None where it says it of nobody.

    >>> bound_owner("州数据资源主管部门应当编制发展规划。")
    '州数据资源主管部门'
    """
    duty = read_duty(text)
    if duty is not None and duty.owner is not None:
        return duty.owner
    office = _OFFICE_AT.search(text) if "办公室设在" in text else None
    return office[1] if office is not None else None


def _first(text: str, after: int) -> re.Match[str] | None:
    found = _OWNER_LABEL.search(text, after) if (":" in text or "：" in text) else None
    if found is None and ("负责" in text or "牵头" in text):
        found = _OWNER_BRACKET.search(text, after) or _LED_BY.search(text, after) or _LEADS.match(text)
    if found is not None:
        return found
    begin = text[:_NAMED_WITHIN]
    if "各" in begin and (every := _ARE_TO.match(text)) is not None:
        return every
    return _MINISTRIES_ARE_TO.match(text) if not _OFFICE_SIGNS.isdisjoint(begin) else None


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
