"""Names of awards: the words of a slot → the name of what is awarded, of a threshold, of the base of a rate.

Every name is built in one way: receiver, to whom, for each, which of several, what is given. Comes in: words of one slot, a mark in place
of each figure. Goes out: a name without numbers, "" where the slot names nothing.
"""

from __future__ import annotations

from reportsum import lazy_re as re

from ..figures import bounds
from .award_words import FIGURE, WORDS
from .phrases import LONGEST

_QUANTITY = f"(?:{'|'.join(WORDS['quantity'])})"
_MUST = (
    "(?:均|在?全[国省市区县](?=排|$)|首次|累计|合计|连续|达|达到|超过|突破|超|不低于|不少于|不小于|满|为|在|实现|位居|排名?|列|不超过"
    "|新增|保持)+"
)
_MUST_END = re.compile(f"(?:经[^，、的]{{2,10}}(?:确认|认定|核定|审核|审计))?{_MUST}$")
_QUANTITY_END = re.compile(f"{_QUANTITY}$")
_BOUND = re.compile("(?:及|或|含)*(?:以[上下内前后]|左右)?(?:[(（]含[^)）]*[)）])?")
_RUN = re.compile(f"{FIGURE}(?:(?:、|和|及|与|或|至|到|-|—)*{FIGURE})*")
_EDGES = "、，的且并或及和与"
_GENERIC = (
    "企业|业主|(?:项目|建设|实施|申报|承担|运营|用人|服务|投资)?(?:单位|主体)|项目(?:业主)?|(?:运营)?机构|平台|经营者|法人|个人|主体|其"
)
_ANYONE = re.compile(f"(?:{_GENERIC})(?:或(?:{_GENERIC}))?")
_LEAD = re.compile("(?:对于?|凡是?|被|凡在|对在(?=[^，的]{2,12}(?:上市|挂牌))|在(?=[^，的]{2,12}(?:上市|挂牌)))+")
_IN_FIELD = re.compile("^在[^，的]{2,10}?(?:行业|产业|领域)(?:[(（][^()（）]*[)）])?(?=.{4})")
_POINTS = re.compile(".{0,6}(?:该项|该类|此项|此类)|其(?![他它余中])|[该此]|上述|前述|以上|以下")
_TAIL = re.compile("(?:的|，|、|且|并|，?(?:且|并)(?:正常)?运营)+$")
_LAST_NOUN = re.compile("[^的]{3,}$")
_FIRST_OF_LIST = re.compile("(?P<first>[^、]{4,20})、.*[^、](?P<who>的[^的、]{2,6})$")
_LIST_DONE = re.compile(
    "^(?P<verb>共建|建设|创建|建立|引进|购置|采购|获得|取得|采用|开展|使用|评为|列入|参加|举办)[^、]{2,}、.*等(?P<kind>.{2,})$"
)
_QUOTED = re.compile("“[^”]*”")
_LIST_OF_THINGS = re.compile("^(?P<first>[^、]{4,18})(?:、[^、]+)+$")


def receiver_name(whom: str) -> str:
    """Return who or what is rewarded, in the words of its piece without its thresholds.

    >>> receiver_name(f"对研发投入在{FIGURE}以上的重点攻关项目")
    '重点攻关项目'
    """
    name = (_LEAD.sub("", whom, count=1) if _LEAD.match(whom) else whom).removesuffix("中")
    name = _SINCE.sub("", name, count=1)
    name = _IN_WORDS.sub("", _URGED.sub("", name, count=1) if _URGED.match(name) else name)
    if _GROWS.match(name) is not None:
        return ""
    each = _EACH_OF.match(name)
    if each is not None:
        return f"{each['deed']}{each['thing']}"
    while FIGURE in name:
        name = _without_threshold(name)
    name = _TAIL.sub("", _IN_FIELD.sub("", name)).lstrip("、，且并")
    return (
        ""
        if _POINTS.match(name) is not None
        or _ANYONE.fullmatch(name) is not None
        or name in _NOBODY
        or _IN_PLACE.fullmatch(name)
        or len(name) < 2
        else name
    )


_URGED = re.compile("(?:鼓励|支持|引导|推动|加快|加大|大力|积极|强化|推进)+(?=.{4})")
_NOBODY = ("部分", "超出部分", "超过部分", "新增部分", "自用部分", "增量部分")
_SINCE = re.compile(r"^\d{4}年起")
_IN_PLACE = re.compile("在[^的]*(?:内|中|区域|范围)")
# 实际经营年限在1年以上的|企业改制; 重点企业|于2018年12月前
_IN_WORDS = re.compile(r"[^，、的]{2,12}(?:在|达到?|满|不少于)[\d一二两三五十]+(?:年|个月)以上的|于[^，的]{4,12}前$")
_GROWS = re.compile("每(?:年|新)?(?:增加|增长|提高|晋升|超过|满|上)")
"""每增加|1万平方米|: how far, and nobody who gets something."""
# 每新引进|1家|符合产业定位的商贸企业
_EACH_OF = re.compile(f"每(?!年)(?P<deed>[^，的{FIGURE}]{{1,12}}?){FIGURE}(?:[^，]*的)?(?P<thing>[^，的]{{2,20}})(?:的|$)")


def is_condition(whom: str) -> bool:
    """Return whether a piece tells only how large something must be, and nobody: 设备投资额达到|300万元|以上的."""
    parts = _PARTS.split(whom)
    if len(parts) > 1:
        return all(FIGURE in part and is_condition(part) for part in parts)
    run = _RUN.search(whom)
    if run is None:
        return False
    bare = _MUST_END.sub("", whom[: run.start()])
    rest = _BOUND.sub("", whom[run.end() :], count=1)
    only = _QUANTITY_END.search(bare) is not None or not bare
    return rest in ("", "的", "部分", "的部分") and only and not any(edge in bare for edge in _EDGES)


def kind_in(receiver: str) -> str:
    """Return what kind of money who gets it is told by: 首台套补助资金的数额."""
    kind = _KIND_OF_MONEY.search(receiver)
    return kind.group() if kind is not None else ""


_PARTS = re.compile("、|，|且|或")
_KIND_OF_MONEY = re.compile("奖励|补助|补贴|资助|奖补|贴息")
_RANK = re.compile(r"前(?P<many>[一二三四五六七八九十]|\d{1,2})(?=[名位])")
_ORDINALS = "一二三四五六七八九十"


def ranks_of(text: str, count: int) -> list[str]:
    """Return the ranks to which `count` sums go (前三名), [] where their number differs."""
    rank = _RANK.search(text)
    many = rank["many"] if rank is not None else ""
    same = many and (int(many) if many.isdecimal() else _ORDINALS.index(many) + 1) == count
    return [f"第{one}名" for one in _ORDINALS[:count]] if same and count <= len(_ORDINALS) else []


def _without_threshold(name: str) -> str:
    run = _RUN.search(name)
    if run is None:
        return name.replace(FIGURE, "")
    bound = _BOUND.match(name, run.end())
    end = bound.end() if bound is not None else run.end()
    listed = "等" in name[max(0, run.start() - _LONGEST_BASE) : run.start()]
    start = max(name.rfind(edge, 0, run.start()) for edge in ("，的且" if listed else _EDGES)) + 1
    before, rest = name[:start], name[end:]
    noun = _MUST_END.sub("", name[start : run.start()])
    reached = len(noun) < run.start() - start
    of = rest.startswith("的")
    rest = rest.removeprefix("的")
    if not rest or rest.startswith("，"):
        kept = _TAIL.sub("", before)
        return (kept if len(kept) > _SHORT and not before.endswith("的") else f"{before}{noun}") + rest
    if _QUANTITY_END.search(noun) is not None or (of and (reached or not noun)):
        deed = _DEED.match(noun)
        if deed is not None and not of:
            return f"{before}{deed.group()}{rest}"  # 实施|固定资产投资M以上|增资扩产
        if not noun and before.endswith("、"):
            return f"{before}{rest}"  # M以上的甲、|M以上的|乙
        kept = before if before.endswith("的") else _TAIL.sub("", before)
        rest = rest.lstrip("、，且并")
        if not kept and rest == "项目":
            return f"{noun}{rest}"
        return f"{kept}的{rest}" if kept and not kept.endswith("的") and rest else f"{kept}{rest}"
    return f"{before}{noun}{rest}"


_SHORT = 5
_DEED = re.compile("实施|开展|完成|进行")


def base_name(base: str) -> str:
    """Return of what a share is, "" where that is not told.

    >>> base_name("其新购设备投资额的最高"), base_name("企业购房款的")
    ('新购设备投资额', '购房款')
    """
    name = _BOUND_WORDS.sub("", base)
    name = _TAIL.sub("", _BOUND_WORDS.sub("", _TAIL.sub("", name)))
    name = _BASE_LEAD.sub("", name)
    return "" if _ANYONE.fullmatch(name) is not None or len(name) < 2 or len(name) > _LONGEST_BASE else name


_LONGEST_BASE = 18
_BOUND_WORDS = re.compile(
    "(?:最高|最多|不超过|不高于|不低于|不少于|给予(?:企业|单位)?|给企业|给单位|给|比例|不超|上浮|总计|各|其)+$|^(?:不超过|最高|不高于|不低于|不少于)+"
)
_BASE_LEAD = re.compile(
    f"^(?:其(?:中|他)?|该|经(?:审核|审计|核定)(?:后)?的|企业|单位|当年|年度|每年|(?:{_GENERIC})(?=引进|购|新|投|实际|成本))+(?=..)"
)


def condition_name(left: str, right: str, unit: str, each: bool) -> str:
    """Return the name of a threshold: its own noun and quantity."""
    bare = _MUST_END.sub("", left)
    noun = _CONDITION_LEAD.sub("", bare[max(bare.rfind(edge) for edge in f"{_EDGES}对") + 1 :])
    things = _OF_THINGS.match(right)
    if each:
        return _step_name(left, right, unit)
    if unit in bounds.COUNTERS and (of := bounds.OF_THINGS.match(right)) is not None and len(f"{noun}{of['what']}") <= _LONGEST_BASE:
        return f"{noun}{of['what']}数"  # 团组|6家|单位以上
    if unit in _AREAS and (noun.endswith(("面积", "规模")) and len(noun) <= _LONGEST_BASE):
        return noun
    if unit in _AREAS:
        return f"{things['what']}面积" if things is not None else f"{noun}面积" if noun and not noun.endswith("面积") else noun or "面积"
    if unit == "第" or (unit in ("名", "位") and _AMONG_FIRST.search(left) is not None):
        return _rank_name(left, noun)
    if _QUANTITY_END.search(noun) is not None:
        yearly = _OF_THE_YEAR.search(noun)
        return yearly["what"] if yearly is not None else noun if len(noun) <= _LONGEST_BASE else "金额" if "元" in unit else "数量"
    if unit.endswith("元") or unit.startswith("元/"):
        return f"{noun}金额" if 2 <= len(noun) <= _LONGEST_BASE else "金额"
    if unit == "人":
        return f"{noun}人数" if 2 <= len(noun) <= _LONGEST_BASE else "人数"
    if unit in ("%", "‰"):
        return f"{noun}比例" if 2 <= len(noun) <= _LONGEST_BASE else "比例"
    if left.endswith("等") and (counted := _COUNTED.match(right)) is not None:
        return f"{counted['what']}数量"  # 甲县、乙县等|6个|欠发达县
    if things is not None and right.startswith(("以上", "及以上", "以下")) and "的" not in right[:4]:
        return f"{things['what']}数量"
    return f"{noun}数量" if 2 <= len(noun) <= _LONGEST_BASE else "数量"


def _rank_name(left: str, noun: str) -> str:
    """Return what a rank is one of: 产值排名|前3位|, 年度评比前|3名|."""
    ranked = _RANKED_BY.search(left)
    thing = _HELD.sub("", noun)
    return ranked["what"] if ranked is not None else f"{thing}排名" if 2 <= len(thing) <= _LONGEST_BASE else "排名"


def _step_name(left: str, right: str, unit: str) -> str:
    """Return what each step of grows: 每增加|1万平方米|, 每晋升|一个位次|."""
    said, behind = _EACH_DEED.search(left), _EACH_THING.match(right)
    told = said["deed"] if said is not None else ""
    thing = (said["thing"] if said is not None else "") or (behind["thing"] if behind is not None else "")
    if unit in _STEPS:
        return f"{told}{thing or unit.removeprefix('个')}"
    if unit.startswith("元") or unit in ("%", "‰"):
        return f"{told}{thing or '额'}"
    return f"{told}{'面积' if unit in _AREAS else '数量'}"


_AREAS = ("亩", "平方米", "公顷", "万平方米")
_OF_THE_YEAR = re.compile("(?:年度|当年)(?P<what>[^，、的]{3,18})$")
_COUNTED = re.compile("(?P<what>[一-鿿]{1,8}?(?:[县市区镇乡村]|企业|单位|学校|项目|行业|领域))")
_RANKED_BY = re.compile("(?P<what>[^，、的在对]{0,12}(?:排名|评价|考核))(?:排|列|居|前|在)*$")
_AMONG_FIRST = re.compile(f"前$|{_RANKED_BY.pattern}")
_HELD = re.compile("(?:结果|进入|跻身|入围|位列|位居|排|列|居|在|前)*$")
_STEPS = ("位次", "个位次", "台阶")
_CONDITION_LEAD = re.compile(
    "^(?:[一二两三四五]年内|同时|每(?!年|月)|年度|当年|企业|单位|项目(?=.{3})|累计|合计|已|首次|实现|实施|完成|达到|为|在|按|单笔(?=融资)|其中?)+(?=..)"
)
_OF_THINGS = re.compile("(?:及?以[上下内])?(?:的)?(?P<what>(?!以|给|按|奖|补|一次|部分|台阶|规模)[一-鿿（）]{2,14}?)(?=的?$|，|、)")
_EACH_DEED = re.compile(
    "每[^，]{0,3}?(?P<deed>增加|新增|增长|引进|吸纳|晋升|提高|吸引|上|出口|进口|完成|达到|超过|满)(?P<thing>[^，]{0,8})$"
)
_EACH_THING = re.compile("(?P<thing>(?!奖|补|给)[一-鿿]{1,6}?)(?=$|，|[奖补给再])")


def award_name(receiver: str, to: str, each: str, label: str, what: str, *, before: bool = False, member: bool = False) -> str:
    """Return the name of an award from its slots; as short as need be, "" where nothing but its kind is told and that is too little.

    >>> award_name("建成示范渔场", "项目单位", "", "", "奖励")
    '建成示范渔场奖励'
    """
    whom = to.removeprefix("人民币").removeprefix("其").removesuffix("各").removesuffix("分别")
    if receiver and (_SOMEBODY.fullmatch(whom) is not None or whom in receiver):
        whom = ""
    if receiver.endswith(("企业", "单位")):
        whom = whom.removeprefix("企业").removeprefix("单位")
    one = _ONE.fullmatch(each)
    if one is not None and receiver and (receiver.endswith(one["noun"]) or (one["of"] != "每" and one["noun"] in ("企业", "项目", "单位"))):
        each = ""
    each = each.replace("每年", "")
    ending = _LAST_NOUN.search(receiver) if member else None  # what tells the members of a list apart stands at their end
    for one_of in (receiver, *([ending.group()] if ending is not None else []), *_shortened(receiver)):
        of = "的" if one_of or whom or each else ""
        name = f"{label}{of}{one_of}{whom}{each}{what}" if before else f"{one_of}{whom}{each}{label}{what}"
        if len(name) <= LONGEST:
            return name
    return f"{label}{whom}{each}{what}" if not member else ""


def without_how(what: str) -> str:
    """Return what is given without how it is paid and to whom: 一次性|奖励, 用人单位|引才资助."""
    return _HOW_PAID.sub("", what)


_ONE = re.compile("(?P<of>每|单|同一)(?:[个家项](?P<noun>.+))")
_HOW_PAID = re.compile(f"^(?:一次性|计算|核定|计发|分[一二两三四五\\d]年|(?:{_GENERIC})(?=.{{2,}}))+(?!$)")
_SOMEBODY = re.compile(f"{_ANYONE.pattern}|[^的]{{0,4}}(?:企业|单位|机构|个人|主体)")


def _shortened(receiver: str) -> list[str]:
    """Return shorter names of who gets it: behind 并 or 且, without a list's members or what is quoted, else the noun alone."""
    behind = max(receiver.rfind(joint) for joint in "并且而")
    bare = _WHOSE_TAIL.sub("", _WAS_FOUND.sub("", receiver, count=1) if _WAS_FOUND.match(receiver) else receiver)
    shorter = [bare] if bare != receiver and len(bare) > _SHORT else []
    shorter += sorted((receiver[:behind], receiver[behind + 1 :]), key=len, reverse=True) if behind > 0 else []
    unquoted = _QUOTED.sub("", receiver)
    shorter += [unquoted] if unquoted != receiver and len(unquoted) > _SHORT else []
    listed, first, things = _LIST_DONE.match(receiver), _FIRST_OF_LIST.match(receiver), _LIST_OF_THINGS.match(receiver)
    last = _LAST_NOUN.search(receiver)
    noun = [last.group()] if last is not None and last.start() and _ANYONE.fullmatch(last.group()) is None else []
    if listed is not None:
        shorter.append(f"{listed['verb']}{listed['kind']}")
    shorter += noun
    if first is not None:
        shorter.append(f"{first['first']}等{first['who']}")
    elif things is not None:
        shorter.append(f"{things['first']}等")
    return [one for one in shorter if one and not one.startswith(tuple("、，的"))]


_WHOSE_TAIL = re.compile(f"的(?:{_ANYONE.pattern})$")
_LEVEL = (
    "(?:(?:国家|世界|国际|全国|省部|省|市|县|区|乡|镇)(?:级|内)?|(?:沪深|境内)?主板|中小板|创业板|科创板|新三板|北交所|境内外?|境外"
    r"|(?:(?<![\d.])\d{1,2}A?|(?<![A-Z])[A-Z]{1,3}|[一二三四五六七八九十甲乙丙丁])(?:[星级等类档]|[(（][^()（）]{1,3}[)）])*"
    "|优秀|良好|合格|第[一二三四五]名|首批|[金银铜]奖|博士|硕士|本科|院士)"
)
_LEVELS = re.compile(f"(?P<levels>{_LEVEL}(?:(?:、|和|及|与|以及|或){_LEVEL})+)")
_JOINTS = re.compile("、|和|以及|及|与|或")
_JOINED = (_JOINTS, re.compile("[、和]"), re.compile("、"))
"""What may join the members of a list; 及 and 与 stand within names too."""
_OCCASION = re.compile(
    "(?:新|首次|初次|被|成功|新获|获|并)*(?:认定|评定|评选|评|获评|获批|获得|列入|入选|进入|跻身|通过|设立|引进|取得|主导|参与|建成|创建|当选|授予|命名|上榜)"
    "(?:为|的|制定)*"
)


def shared_out(receiver: str, count: int) -> list[str]:
    """Return who each of `count` sums is for: levels of one thing, or the members of a list; empty where their number differs.

    >>> shared_out("获批国家级、省级研发平台的企业", 2)
    ['获批国家级研发平台的企业', '获批省级研发平台的企业']
    """
    for found in _LEVELS.finditer(receiver):
        levels = _JOINTS.split(found["levels"])
        if len(levels) == count and not (receiver[: found.start()].endswith("、") or receiver.startswith("、", found.end())):
            lead, thing = receiver[: found.start()], receiver[found.end() :]
            lead = _FOUND_TO_BE.sub("", lead) if thing else lead
            behind = _IN_BRACKETS.sub("", thing) if thing.startswith(("(", "（")) else thing
            return [*(f"{lead}{level}{behind}" for level in levels[:-1]), f"{lead}{levels[-1]}{thing}"]
    ranked = _RANK.search(receiver)
    if ranked is not None and (ranks := ranks_of(ranked.group() + "名", count)):
        end = ranked.end() + 1
        return [f"{receiver[: ranked.start()]}{rank}{receiver[end:]}" for rank in ranks]
    members = next((split for joints in _JOINED if len(split := joints.split(receiver)) == count), [])
    if len(members) != count or any(len(one) < 2 for one in members):
        return []
    if (of := members[0].rfind("的") + 1) and not any("的" in one for one in members[1:]):
        return [members[0], *(f"{members[0][:of]}{one}" for one in members[1:])]
    occasion = _OCCASION.match(members[0])
    tail = _WHOSE.search(members[-1])
    led = [members[0], *(f"{occasion.group() if occasion is not None else ''}{one}" for one in members[1:])]
    return [one if tail is None or one.endswith(tail.group()) else f"{one}{tail.group()}" for one in led[:-1]] + led[-1:]


_FOUND = "(?:新|首次|初次|被|认定|评定|评选|评|获评|列入|认|确定)"
_FOUND_TO_BE = re.compile(f"^{_FOUND}+为$")
_WAS_FOUND = re.compile("(?:新|首次|初次|被)*(?:认定|评定|获评|评为|列入|确定)(?:为|的)?(?=.{4})")
_IN_BRACKETS = re.compile("^[(（][^()（）]*[)）]")
_WHOSE = re.compile("(?:的[^的]{2,6}|企业|项目)$")
