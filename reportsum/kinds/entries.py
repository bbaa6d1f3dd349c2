"""Clauses that cannot be read without one before: entries of a list that a line opens (应符合如下条件：), and what goes on from a sentence.

Comes in: clauses in text order. Goes out: for each entry the clause that opens its list, and whether a sentence leans on the one before.
Entries of such lists (papers to hand in, conditions, kinds of information) are no facts by themselves; with a figure one sets a limit, and
its statement needs the line that opens the list.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportsum import lazy_re as re

from ..annotating import Clause

_OPENS = re.compile(
    r"(?:下列|以下|如下|下述)[^,，。;；]{0,10}(?:材料|信息|条件|情形|情况|文件|资料|要求|内容|行为|单位|人员)[^。；;]{0,60}[:：]$"
    r"|(?:材料|条件|信息|内容|资料|情形)(?:应|须|需)?(?:当)?(?:至少|主要)?(?:包括|包含|如下|为|有|是)?[:：]$"
    r"|(?:符合|满足|具备)[^,，。;；]{0,16}(?:条件|要求)(?:的[^,，。;；]{0,12})?[:：]$"
    r"|(?:应当?|须|需)(?:至少|主要|同时)?(?:包括|载明|注明|提交|提供|具备|符合|满足)[^,，。;；]{0,24}[:：]$"
    r"|有下列[^,，。;；]{0,16}(?:之一)?(?:的)?[,，]?[^。；;]{0,60}[:：]$"
    r"|按照?(?:以下|下列|如下)(?:标准|规定|方式|档次|额度)[^。；;]{0,40}[:：]$|(?:奖励|补助|补贴|资助|奖补|处罚|收费|补偿)(?:金|资金)?(?:标准|额度|办法)(?:具体)?(?:如下|为|是)?[:：]$"
)
"""How a line ends that opens a list of papers, conditions, cases: 应符合如下条件：."""
_TITLE_OPENS = re.compile(r"(?:申请|申报|提交|报送|所需|证明)(?:的)?材料(?:清单|目录)?$|(?:申请|申报|准入)条件$")
"""A heading that opens such a list: 附件2 测试主体申请材料."""
LONGEST_TITLE = 30
_DEFINES = re.compile(
    r"(?:所称|是指|(?:一般|通常)(?:应)?包括)[^。；;]*[:：]\s*(?:[1１①]|[(（]?[一1１])\s*[)）、.．]?[^。；;]*[;；]$|^[(（]?[1１一][)）][^。；;]*(?:所称|是指)"
)
"""How a definition begins that counts up what it means: 运行条件一般包括：1）道路；2）…."""
_ENTRY_LABEL = re.compile(r"[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]")
LONGEST_LIST = 40
"""So many entries a list has at most: a line that is never closed by a full stop is no list."""
_LABEL = re.compile(r"^(?:第[一二三四五六七八九十百零\d]{1,5}条\s*|[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*)")
_ANNEX = re.compile(r"^附件\s?[\d一二三四五六七八九十]*[:：]?\s*")
_GRANTS_BY = re.compile(
    r"(?:(?:^|[,，。])(?P<whom>对[^,，。]{2,40})[,，](?:[^。]*[,，])?)?(?P<what>按照?(?:以下|下列|如下)[^,，。]{2,30})$"
)
"""How a line ends that opens a list of grants: 对举报人,…按照以下标准给予奖励."""
LONGEST_HEAD = 90
"""Characters of the line that opens a list which an entry's statement takes along; of a longer one its last part."""
_LEANS = re.compile(
    r"(?:(?:但是?|同时)[,，]?)?(?:"
    r"(?:如)?(?:发生|有|无)?(?:变更|变化|变动|调整)的[,，]|未(?![,，。的]{1,2})[^,，。]{1,8}的[,，]|逾期[^,，。]{0,8}的[,，]|(?:不|经)[^,，。]{1,10}(?:合格|通过|符合|同意|批准)[^,，。]{0,6}的[,，]"
    r"|(?:上述|前述|前款|以上)(?:数据|材料|信息|情形|情况|条件|内容|人员|单位|要求|资金|规定|费用|事项|行为|项目)"
    r"|(?:我们)?对于?(?:此|这一?点|这[些种]|上述|该)|这[项个种](?!月)|这里(?:既|主要)?有(?=[^。]*(?:原因|因素))|它们?|为此[,，]|但?是?比(?=[^,，。]{2,20}[多少高低快慢])(?![上去前]年|19|20)|(?:其|该)(?:有效期|期限|数额|标准|金额|比例|中[^,，]{1,8}的))"
)
"""How a sentence begins that cannot be read without the one before: 发生变更的,由…; 上述材料应…."""


def list_heads(clauses: Sequence[Clause]) -> dict[int, int]:
    """Return for the numbers of the entries of lists the number of the clause that opens their list.

    Entries end with a semicolon, the last one with a full stop; where all end with one, a label stands before each.
    """
    heads: dict[int, int] = {}
    opened: Clause | None = None
    count, ended, labelled = 0, False, False
    for clause in clauses:
        text = clause.text
        if text.endswith(("：", ":")):
            opens = clause.language == "zh" and not clause.heading and _OPENS.search(text) is not None
            opened, count, ended = (clause if opens else None), 0, False
            continue
        if clause.language == "zh" and (
            ((clause.heading or len(text) <= LONGEST_TITLE) and _TITLE_OPENS.search(text) is not None)
            or (("包括" in text or "所称" in text or "是指" in text) and _DEFINES.search(text) is not None)
        ):
            opened, count, ended = clause, 0, False
            continue
        if clause.heading:
            labelled = _ENTRY_LABEL.fullmatch(text) is not None
        if opened is None or clause.heading:
            continue
        if count >= LONGEST_LIST or (clause.section is not opened.section and not labelled) or not text.endswith(("；", ";", "。")):
            opened = None
            continue
        if ended and not labelled:
            opened = None
            continue
        heads[clause.number] = opened.number
        count, labelled = count + 1, False
        ended = text.endswith("。")
    return heads


def head_of_list(text: str) -> str:
    """Return the line that opens a list as its entries' statements begin with it, without label and colon.

    Of a line that says at length how something is granted, to whom and what stand.

    >>> head_of_list("第九条 驾驶人应符合如下条件：")
    '驾驶人应符合如下条件'
    >>> head_of_list("第七条 奖励由主管部门负责，对举报人，综合考虑多种因素，按照以下标准给予奖励：")
    '对举报人，按照以下标准给予奖励'
    """
    said = _LABEL.sub("", _ANNEX.sub("", text)).rstrip("：:")
    if (grant := _GRANTS_BY.search(said)) is not None:
        return "，".join(filter(None, (grant["whom"], grant["what"])))
    while len(said) > LONGEST_HEAD and (cut := min((at for at in map(said.find, "，,；;") if at >= 0), default=-1)) >= 0:
        said = said[cut + 1 :]
    return said


def leans_on_before(text: str) -> bool:
    """Return whether a sentence cannot be read without the one before it.

    >>> leans_on_before("发生变更的，由检测机构进行测试。"), leans_on_before("新建学校3所。")
    (True, False)
    """
    return _LEANS.match(text) is not None
