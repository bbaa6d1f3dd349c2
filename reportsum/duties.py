"""A duty, as policies, measures and notices set it: who (州数据资源主管部门) is bound (应当) to do what (编制发展规划), within what term.

Comes in: the text of one Chinese clause. Goes out: who is bound, whether a word binds, and where the words for what is to be done begin.
The owner of a target, its commitment and the name of a clause without figures are read with it. A clause that merely allows something
(可以) sets no duty.
"""

from __future__ import annotations

from functools import lru_cache

from reportsum import lazy_re as re
from reportsum.values import dataclass

_REACH = 160
"""So much of a clause is looked at: who is bound stands at its head."""
_LONGEST_OWNER = 40

_STRICT = (
    r"(?<![多跨])部门|单位|(?<![全内外干局一])部(?!分|署|队|位|件|级|门|长)|(?<![结格布当全大])局(?!面|势|部|限|长)|(?<![常])委(?!员|托|派|办|书)|厅(?!长)|(?<!事业)机构|人民政府|管委会|委员会|办公室|办公厅|小组(?![长会])|联席会议(?!制度|机制|纪要|成员|组成|办公|议定|精神|召集|召开)|工作组(?!长)|专班|街道办事处|[支大总]队|[省市县区]财政(?=每年|统筹|安排|三年)"
    r"|(?:提供|经营|使用|运营|所有|建设|生产|管理|持有|开发)者|(?<=各)地(?:区|方)?|(?<=各)(?:设区)?(?:市县|县市|县区|区县|市州|市(?![场民直])|县(?!级)|州)(?:[（(](?:市、区|区、市|市)[）)])?|及其工作人员"
)
"""What is plainly a body: it may be followed by its verb, no word of duty between."""
_BODY = (
    rf"(?:{_STRICT}|政府|机关|[局厅委部办院署](?!长)|研究所|派出所|中心|企业|公司|集团|协会|学会|组织|学校|高校|院校|银行|主体|法人|(?:负责|责任|申请|驾驶|申报|经营|使用|受托|承包|监护)人|建设方|园区|总局"
    r"|乡镇|街道|社区)(?:[（(][^()（）]{1,24}[)）])?"
)
"""What can be bound, at the end of the words before the word of duty."""
_BINDS = re.compile(
    r"应当|应(?<![供响效适相对反感顺一策因呼]应)(?![急用变届力收税纳付聘试征邀该答酬验诊援激战接运声有允诺时]"
    r"|对(?![^,，。;；]{2,24}(?:进行|予以|作出|加以|负责)))"
    r"|必须(?!品|人员|物资|设备)|不得|须(?<![必无]须)(?![知要])|需要(?!求)|需(?<![所急刚供必内军特按无不]需)(?![求要])"
    r"|要(?<![主重必只首次]要)(?![求素点件害闻道塞紧目强义])|负责(?![人制任的])|牵头(?![单部人的])"
)
"""What must not stand before a word is looked for behind its first character: `re` then finds the words by those."""
_ONLY_OF_BODIES = ("必须", "要", "需", "需要", "负责", "牵头", "不得")
"""What binds only behind a body: others need something of something (企业需要…的服务), and what must not be is no body's."""
_TAKES_ON = ("负责", "牵头")
"""What says who does it, and binds nobody: the rest of these words does."""
_ALLOWS = re.compile(
    "可以(?!说|看[出到]|预[见期料]|相信)|可(?=采[取用]|通过|根据|按|向|在|自行|优先|适当|给予|享受|申请|委托|授权|由|将|结合|组织|依法|延长|提前|视情|参照)"
)
_INVITES = ("鼓励", "支持", "引导", "倡导")
"""What a clause begins with that asks nobody for anything: it invites."""
_STOPS = "，,；;：:。"
_DOES = (
    r"会同|联合|协助|负责|牵头|组织|进行|共同(?:设立|建立|制定|负责|组织|推进)|制定|制订|建立|健全|编制|加强|开展|指导|统筹|推动|推进|做好|完善|落实|提升|承担|定期|及时|按照|根据|依据|依托|结合|依法|具体|"
    r"积极|大力|切实|协调|审核|审批|实施|办理|给予|责令|统一|另行|强化|加大|加快|优化|研究|设立|配合|督促|对|将|把|于|在|通过|每(?:年|半年|季度|月|周|[\d一二两三四五六七八九十]{1,2}个?[月周年天日])|凭|提供|公布|发布|汇总|受理|启动|核发|拨付|发放|兑现|兑付|告知|认定|核定|确认|报|向"
)
_BY = re.compile(rf"(?<![自理立成定建])由(?P<owner>[^,，。;；:：]{{1,36}}?(?:{_BODY}))(?=(?:{_DOES})(?!人))")
"""由建设单位或本级人民政府指定的部门|组织验收."""
_PLAIN = re.compile(rf"(?P<owner>[^,，。;；:：的]{{0,36}}?(?:{_STRICT}|主体(?=每|凭|向)))(?=(?:{_DOES}))")
"""县（市）人民政府|按照…,统筹…: no word binds, the office does it."""
_ALL_OF_THEM = re.compile(r"(?:等|均|都|也|还|每年|具体|共同|统一|分别|主要|全面|牵头)+$")
_BODY_AT_END = re.compile(rf"(?:{_BODY})(?:等|均|都|也|还|每年|具体|共同|统一|分别|主要|全面|牵头)*$")
_BODY_AT_START = re.compile(rf"(?P<owner>[^,，。;；:：的]{{0,20}}?(?:{_STRICT}))(?![的、和与或及等一-鿿]?[的、和与或及]).")
_OFFICE = re.compile("[部位局委厅构府室组班处队者财席]|各地")
_NEAR = 120
"""A body has one of these characters, near the head of the clause: most clauses are spared the pattern."""
_LEAD_UPS = 3
_LEAD_UP = re.compile(r"(?:为|根据|按照?|依据|待|除|经|在|对|围绕|结合)[^,，。;；]{2,60}[,，]")
_LABEL = re.compile(
    r"(?:第[一二三四五六七八九十百零\d]{1,5}[条款项]\s*|[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*|(?:\d{4}年|[今明]年)?(?:\d{1,2}月)?[底末]?前)?\s*"
)
_LEADS_ON = re.compile("结合|按|依托|根据|依据|通过|在|对|围绕|针对|为")
_NO_OWNER = re.compile(
    r"[在对向按将把以从于当为除如若经与同因据给使让被其是]|[今明]年是"
    r"|根据|依据|通过|对于|关于|鼓励|支持|引导|推动|加强|建立|完善|要求|确保|会同|联合|配合|协同|协调|组织|指导|督促|成立|设立|我们"
    r"|充分|利用|发挥|推进|健全|强化|深化|扩大|优化|构建|打造|探索|整合|促进|提升|加快|积极|大力|进一步"
)
"""How words begin that only lead up to a body: 对未纳入目录的部门."""
_NOBODY = re.compile(
    r"(?:(?:各|有关|相关|所有|全[省市县国州区]|其他|其它)[^、，]{0,4})?(?:级|地|区|方|各|部门|单位|政府|方面|[大中小国有民营]*企业|事业|机构|机关|街道|组织|其?工作人员|(?:主要)?(?:负责人|责任人))*"
)
"""各级政府, 有关部门: all are bound, nobody by name."""
_ALL_OF_A_SORT = re.compile("[各所全有相其地]")
"""How words begin that name all of a sort (各地区, 有关部门); 部门 and 企业 alone name none."""
_BY_WHOM = re.compile(r"^.*(?<![自理])由")
"""具体工作由|办公室."""
_WHEN = re.compile("^(?:[今明]年|今后(?:[一二三四五几]年)?|当前|目前|同时|此外)")
"""今年|各地要…: when, not who."""
_JOINTS = re.compile("[、和与及]")
_TOGETHER = re.compile(
    rf"(?:会同|联合|[和与](?=[^,，。;；]{{2,30}}共同))(?P<others>[^,，。;；:：]{{2,60}}?(?:{_STRICT}))(?=(?:[一二两三]家)?(?:共同|联合|一[同起]|{_DOES}|[组成建]))"
)
"""Behind a body: those it does it with, by name (市工信局会同|市公安局、市交通局|共同组成)."""
_SHORT_FOR = re.compile('[（(]以下(?:简称|统称)[:：]?[“"「]([^”"」]{2,20})[”"」][)）]$')
"""Behind a body: what it is called from here on."""
_GIVEN_TO = re.compile(r"^[^、]{2,16}(?:授权|委托|经(?![济贸信开营办发管社合商纪]))(?=[^的]{4,}$)")
"""州人民政府授权|州数据资源主管部门."""
_HOW = re.compile(
    r"(?:依法(?:依规)?(?!、)|及时(?!、)|定期|按[时期]|逐步|逐一|严格|认真|切实|统一|具体|积极|主动|进一步|并|同时|都|均|首先|共同|分别|牵头|继续|坚持|尽快|立即"
    r"|将(?=[在于组开适按会根依])|结合(?:本[地省市县区]|自身|各自)?(?:工作)?实际(?:情况)?(?=[^,，的]{4})|按(?:照)?权限(?=[^,，的]{4})"
    r"|(?:于|在|自)[^,，。]{1,24}?(?:之前|以前|之内|前|内|后|期间)(?=[^,，。的前内后]{4})"
    r"|(?:会同|联合)[^,，。]{0,40}?(?=建立|制定|编制|组织|开展|加强|推进|对|做好|研究|确定|发布|公布|负责|审核|实施|协调|处理|办理|提出|组成|成立))+"
)


@dataclass(frozen=True, slots=True)
class Duty:
    """Who is bound to do what. Offsets count code points of the clause's text."""

    owner: str | None
    """Who is bound, by name or all of a sort (各级政府); None where the clause says it of a thing or of bodies at large (企业)."""
    binds: bool
    """Whether a word binds (应当, 须, 不得); False where the clause only says who does it."""
    start: int
    """Where the words for what is to be done begin."""


@lru_cache(maxsize=4096)
def read_duty(text: str) -> Duty | None:
    """Return the duty that a clause sets; None when it sets none. Kept for the report at hand: kind, name, owner and commitment ask.

    >>> read_duty("第八条 州数据资源主管部门应当编制发展规划，报州人民政府批准。")
    Duty(owner='州数据资源主管部门', binds=True, start=15)
    >>> read_duty("项目竣工后由建设单位组织验收。").owner, read_duty("新建学校3所。")
    ('建设单位', None)
    """
    head = text[:_REACH]
    begin = _label_end(head)
    if head.startswith(_INVITES, begin):
        return None
    for found in _BINDS.finditer(head, begin):
        piece = max(head.rfind(stop, begin, found.start()) for stop in _STOPS) + 1 or begin
        before = head[piece : found.start()].strip()
        bodily = _BODY_AT_END.search(before) is not None
        first = _first_body(head[begin:piece]) if piece > begin else None
        if found.group().endswith(_ONLY_OF_BODIES) and not bodily and not (first and not before):
            continue
        if _ALLOWS.search(before) or _opens_bracket(before):
            continue  # 可以提供的数据应…: said of what may be; 推进智慧水务项目（市水务集团|牵头）
        if not bodily and not before and piece > begin and (whole := head[begin : piece - 1]) and not _has_stop(whole):
            first = first or (_who(whole) if _BODY_AT_END.search(whole) is not None else None)  # 测试主体，|应在7个工作日内
        owner = _who(before) if bodily else (first if not before else None)
        if owner is not None:
            owner = with_others(owner, text, found.end() if bodily else text.find(owner, begin) + len(owner))
        forbids = text[found.start() - 1 : found.start()] == "不"  # 不应重复检测
        start = found.start() - forbids if forbids or found.group() == "不得" else _behind(text, found.end())
        return Duty(owner, not found.group().endswith(_TAKES_ON), start)
    by = _BY.search(head, begin) if "由" in head else None
    if by is not None:
        plain = _plainly_done(head, begin, text) if _has_stop(head[begin : by.start()]) else None
        if plain is not None and plain.start < by.start() and _LEADS_ON.match(text, plain.start) is None:
            return plain  # 各地结合实际细化要求，|由主管部门审核
        return Duty(with_others(_named(by["owner"]), text, by.end()), False, _behind(text, by.end()))
    return _plainly_done(head, begin, text)


def _opens_bracket(text: str) -> bool:
    """Return whether a bracket stands open at the end: 推进智慧水务项目（市水务集团|牵头）."""
    return text.count("（") > text.count("）") or text.count("(") > text.count(")")


def _plainly_done(head: str, begin: int, text: str) -> Duty | None:
    """Return what a clause says that a body does, in its first comma piece that is no mere lead-up (为贯彻…, 根据…)."""
    if _OFFICE.search(head, begin, begin + _NEAR) is None or _ALLOWS.search(text) is not None:
        return None
    for _ in range(_LEAD_UPS):
        plain = _PLAIN.match(head, begin)
        if plain is not None and _NO_OWNER.match(plain["owner"]) is None and not _opens_bracket(plain["owner"]):
            end = plain.start() + len(plain["owner"])
            return Duty(with_others(_named(plain["owner"]), text, end), False, _behind(text, end))
        lead = _LEAD_UP.match(head, begin)
        if lead is None:
            return None
        begin = lead.end()
    return None


def allows(text: str) -> bool:
    """Return whether a clause merely allows something: it says 可以 or 可 and binds nobody.

    >>> allows("可以采用政府购买服务的方式。"), allows("可以开放的，应当开放。")
    (True, False)
    """
    allowed = _ALLOWS.search(text)
    if allowed is None:
        return False
    bound = _BINDS.search(text)
    first = bound is None or allowed.start() < bound.start()
    return read_duty(text) is None or (first and _BODY_AT_END.search(text, 0, allowed.start()) is not None)


def without_adverbs(phrase: str) -> str:
    """Return a phrase without the adverbs it opens with, and without with whom it is done.

    >>> without_adverbs("定期组织开展应急演练"), without_adverbs("会同有关部门编制规划")
    ('组织开展应急演练', '编制规划')
    """
    return phrase[_behind(phrase, 0) :]


def _label_end(text: str) -> int:
    label = _LABEL.match(text)
    return label.end() if label is not None else 0


def _behind(text: str, at: int) -> int:
    """Return where what is to be done begins: behind the adverbs (依法, 定期) and with whom it is done (会同有关部门)."""
    how = _HOW.match(text, at)
    return how.end() if how is not None else at


def _who(before: str) -> str | None:
    """Return the body that words before a word of duty name, None where they only end with one."""
    before = _ALL_OF_THEM.sub("", before)
    return _named(before) if _SHORT_FOR.search(before) is not None or _NO_OWNER.match(before) is None else None


def _has_stop(text: str) -> bool:
    return any(stop in text for stop in _STOPS)


def with_others(owner: str | None, text: str, at: int) -> str | None:
    """Return the body together with those that the words at `at` say it does it with, as far as they have names."""
    if owner is None or (found := _TOGETHER.match(text, at)) is None:
        return owner
    others = found["others"]
    if any(_NOBODY.fullmatch(one) for one in _JOINTS.split(others) if one) or len(owner) + len(others) > 2 * _LONGEST_OWNER:
        return owner
    return f"{owner}、{others}"


def _first_body(text: str) -> str | None:
    """Return the body that a clause opens with: 政务部门|采集数据,应当…."""
    found = _BODY_AT_START.match(text)
    return None if found is None or _NO_OWNER.match(found["owner"]) else _named(found["owner"])


def _named(owner: str) -> str | None:
    if (short := _SHORT_FOR.search(owner)) is not None:
        return short[1]
    owner = _WHEN.sub("", _BY_WHOM.sub("", owner.strip(" 　，、")))
    owner = _GIVEN_TO.sub("", owner)
    if not 2 <= len(owner) <= _LONGEST_OWNER:
        return None
    return owner if _ALL_OF_A_SORT.match(owner) is not None or not is_nobody(owner) else None


def is_nobody(owner: str) -> bool:
    """Return whether an owner names nobody by name: all of a sort are meant.

    >>> is_nobody("各地区、各有关部门"), is_nobody("县水务局")
    (True, False)
    """
    return all(_NOBODY.fullmatch(one) for one in _JOINTS.split(owner) if one)
