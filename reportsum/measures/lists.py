"""Lists of names: 城镇、农村居民人均可支配收入分别增长5.1%、6.9% → one name for each figure, or none when they do not match.

A list names as many things as there are figures, or it is not read at all: a name that is one off is worse than none. What the last
member says for all of them (居民人均可支配收入), what a tally says (三个县), and what stands behind 等 is given to each.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from reportsum import lazy_re as re

from ..places import LONGEST_PLACE, place_at_start
from ..tables import read_table
from .phrases import is_relative, quantity_of, strip_lead, strip_tail, verb_at_start, without_verb
from .possessors import RATIOS
from .words import words

LONGEST_MEMBER = 30
"""Code points of a name in a list; what is longer is half a sentence."""
LONGEST_PIECE = 60
"""Code points of a comma piece that is nothing but members of a list."""

_COMMA = re.compile(r"[,，;；]")
_AND = re.compile(r"以及|(?<![温共饱缓平])和(?!谐|平|田|美)|(?<!参)与(?!会)|(?<![普惠涉波触以])及(?!时|格)")
_ORDINALS = frozenset("二三四五")
_NUMERALS = {numeral: count for count, numeral in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}
_COUNT = r"(?P<count>[两二三四五六七八九十]|\d{1,2})"
# 东川、石桥和南坪|三个县|地区生产总值; 南京、苏州、无锡|三市; 省、市、县|三级 is no tally of things
_TALLY = re.compile(
    rf"(?<=[^第一二三四五六七八九十\d])(?:等|这)?{_COUNT}(?:个|大|家|座|条|所|名|位|种|(?P<short>[市县区镇乡村省州地项类家者方国岛港]))"
    rf"(?P<rest>(?:分别|实现|完成|的)?[^、和与及]{{0,16}})$"
)
# 水泥、钢材、玻璃等(主要)产品|产量
_AND_OTHERS = re.compile(
    r"^(?P<names>.+?)(?<![高初中平对均])等(?![奖级次额价值候式于同])(?:主要|重点|三大|支柱|特色|传统|优势|新兴)*(?P<noun>[^、和与及]{0,10})$"
)
_KIND_NOUNS = re.compile(
    r"^(?:行业|产业|产品|工业品|企业|地区|地|市|县|区|国家|领域|指标|项目|商品|类别?|方面|国|城市|品种|作物|农产品|设区市|县区|县市区|镇街?"
    r"|经济体)"
)
_INDUSTRY = ("产业", "行业")
_INDUSTRIES_END = ("业", "制造", "加工", "产品", "行业", "服务", "集群")
_BIG_NOUN = re.compile(
    r"^(?:行业|产业|产品|企业|园区|开发区|地区|国家|领域|指标|项目|商品|方面|城市|平台|学校|医院|单位|部门|乡镇|街道|片区|板块|县区|市区|基地|银行|公司)"
)
# 省、市、县三级到位率: each is a level.
_LEVELS = re.compile(r"(.)[两二三四五]级")
# 对评定为|2A、3A、4A级的村: what happens to all of them is no part of the first name
_BECOME = re.compile(r"^(?:对|给|向|为)?(?:被|新|已|首次)*(?:评定|认定|获评|评选|评|列|确定|升级|晋升)为")
_CODE = re.compile(r"^[0-9A-Za-z]{1,4}$")
_CODED = re.compile(r"^[0-9A-Za-z]{1,4}(?=[^0-9A-Za-z])")
# 第一、二、三产业, 一二三产, 第二和第三产业, 一三产业
_INDUSTRIES = re.compile(
    r"(?=第?[一二](?:产业?)?(?:、|和|与)?第?[二三])第?(?P<first>一)?(?:产业?)?(?:、|和|与)?第?(?P<second>二)?(?:产业?)?(?:、|和|与)?第?(?P<third>三)?(?:次)?(?P<noun>产业|产)"
)
# 1992年同1987年相比, 扣除价格因素: no members of a list
_NO_MEMBERS = re.compile(r"[\d一二三四五六七八九十]年|相比|^(?:扣除|剔除|按|据|其中|经|在|对比|面对|受|通过|随着|根据)")
_PREPOSED = re.compile("[对自](?![外接口标主我来然动])")
_HIDE = str.maketrans("、和与及", "\ue000\ue001\ue002\ue003")
_SHOW = str.maketrans("\ue000\ue001\ue002\ue003", "、和与及")
# Attributes that change places with each other: what stands after the last one belongs to all of them.
_ATTRIBUTE = re.compile(
    r"^(?:城镇|农村|城市|乡村|城乡|第[一二三]|[一二三]|国家级|省级|市级|区级|县级|国家|省|市|县|男|女|内资|外资|国有|民营|公办|民办|轻|重|南|北|东|西|上|下|进|出|收|支|内|外|新|老|[省市县区国]属|境内|境外|人民币|外币|本币|短期|中长期|初中|高中|小学|一般|大型|中型|小型|微型)$"
)
_ALREADY_TOLD = re.compile(
    rf"^(?:上述|以上|前述|这|其|前|该|此)?(?:{_COUNT}(?:项|个|者|类|种|大|家|地|县|区|镇|市|项指标|个指标|项数据|大类)|两者|二者|三者|两项)(?:指标|数据|收入|方面|行业|产业|县|镇|市|区)?(?:的?(?:增速|增幅|降幅|涨幅))?$"
)


# What lies within the place a report speaks for: a list that begins with it is told of it.
_PART_OF_PLACE = re.compile(
    r"[^、和与及]{0,8}?(?:开发区|高新区|经开区|园区|新区|综保区|保税区|自贸区|自贸港|示范区|建成区|都市圈|城市群|经济带|县域)(?=..)"
)
# 单位生产总值|用水量、能耗、二氧化碳排放量: of how much it is told, the same for all
_FOR_EACH = re.compile(
    "[^、]{0,6}?(?:单位|每?万元)(?:国内生产总值|地区生产总值|生产总值|工业增加值|增加值|工业产值|产值|产品|面积|建筑面积|GDP)(?:综合)?(?=.)"
)
_OF_EACH = re.compile(
    "(?!单位|每?万元)(?:能耗|能源消耗|电耗|水耗|物耗|用水量?|耗水量|用电量|建设用地[^、]{0,6}|(?:二氧化碳|碳|主要污染物|污染物|二氧化硫)排放(?:量|强度)?)"
)
_WHO_EACH = re.compile("(?P<who>(?:全体|城镇|农村|城乡)?(?:常住)?(?:居民|农民|农牧民|牧民))人均")
_SCOPE = re.compile("(?:[^、]{2,12}(?:带动|拉动|推动|促进))?(?P<scope>限额以上|限上|规模以上|规上)(?=..)")
_LEVEL = re.compile("(?:中央|省|自治区|市|县|区)(?:本级|级)(?=..)")
_SPENDINGS = ("支出", "经费", "预算")
_OWN_PLACE = re.compile(r"[^、]{0,8}?(?:[省市县区州]|地区|都市圈|城市群|全国|农村|城镇)(?=..)")
_RATES_OF_ALL = ("增速", "增幅", "降幅", "涨幅")
_TOTALS = ("总量", "总额", "总数", "总值", "规模", "数量")
"""Beside 增速 they are what the rate is of: 总量、增速|分别列第4、第2位."""
_KIND_AT_END = re.compile("(?:行业|产业|企业|建成区)$")


class _Joined(NamedTuple):
    members: tuple[str, ...]
    unless: tuple[str, ...]


@cache
def _joined() -> dict[str, _Joined]:
    rows = read_table("joined_names.tsv", ("written", "members", "unless"), key="written")
    return {row["written"]: _Joined(tuple(row["members"].split()), tuple(row["unless"].split())) for row in rows}


@cache
def _joined_pattern() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(_joined(), key=lambda word: (-len(word), word))))


def speaks_of_told(phrase: str, count: int) -> bool:
    """Return whether `phrase` only points back at `count` things named before (两项指标, 三者)."""
    found = _ALREADY_TOLD.match(phrase)
    if found is None:
        return False
    said = found["count"] or phrase.lstrip("上述以前这其该此")[0]
    return (int(said) if said.isdecimal() else _NUMERALS.get(said, 0)) == count


_TO_EACH = re.compile(r"^(?:向|给)(?!予|水|排|养|上|阳)(?=[^、]{2,10}、)")
"""To whom a list is given: 向|甲县、乙县分别下达资金."""


def name_each(phrase: str, before: str, count: int) -> list[str] | None:
    """Return `count` names read from `phrase`, a coordination (A、B和C), or None when it does not have that many members.

    `before` is the text before `phrase` back to the previous figure: members may be whole comma pieces.

    >>> name_each("东川、石桥和南坪三个县投资", "", 3)
    ['东川县投资', '石桥县投资', '南坪县投资']
    >>> name_each("水泥、钢材等产品产量", "", 3) is None
    True
    >>> name_each("向甲县、乙县下达资金", "", 2)
    ['甲县下达资金', '乙县下达资金']
    """
    names = None
    phrase = _TO_EACH.sub("", phrase).replace("城、乡", "城乡")
    if not _names_before(before):
        names = _abbreviated(phrase, count) or _counted(phrase, count) or _with_others(phrase, count) or _members(phrase, count)
    if names is None and before:
        names = _over_pieces(phrase, before, count)
    if names is None:
        names = _behind_owners(phrase, count)
    if names is None or any(not 1 < len(name) <= LONGEST_MEMBER for name in names) or len(set(names)) < count:
        return None
    return names


def _behind_owners(phrase: str, count: int) -> list[str] | None:
    """Read the members behind those who own or do them: 甲市、乙市推荐的|场景和工厂申报主体."""
    head, of, tail = phrase.rpartition("的")
    return _members(tail, count) if of and _has_joint(head) and _has_joint(tail) else None


def _names_before(before: str) -> bool:
    """Return whether the comma piece before a list only names a quantity: then it is a member of the list too."""
    piece = before.rstrip(",，;；").rpartition("，")[2].rpartition(",")[2]
    return bool(quantity_of(piece)) and len(piece) <= LONGEST_PIECE and not verb_at_start(piece) and not words().said.search(piece, 2)


def _abbreviated(phrase: str, count: int) -> list[str] | None:
    """Read names written as one: 一二三产增加值, 城乡居民收入."""
    found = _INDUSTRIES.search(phrase)
    if found and found.group().count("产") == 1 and len(phrase) - found.end() <= 16:
        before, after = phrase[: found.start()], phrase[found.end() :]
        if not before.endswith("第") and not _has_joint(before) and not _has_joint(after):
            ordinals = [found[which] for which in ("first", "second", "third") if found[which]]
            if len(ordinals) == count:
                return [f"{before}第{ordinal}产业{after}" for ordinal in ordinals]
    joined = _joined_pattern().search(phrase)
    if joined is None:
        return None
    entry = _joined()[joined.group()]
    before, after = phrase[: joined.start()], phrase[joined.end() :]
    if len(entry.members) != count or (after.startswith(entry.unless) and entry.unless) or _has_joint(before) or _has_joint(after):
        return None
    return [before + member + after for member in entry.members]


def _has_joint(phrase: str) -> bool:
    return "、" in phrase or _AND.search(_masked(phrase)) is not None


def _counted(phrase: str, count: int) -> list[str] | None:
    """Read a list that says how many members it has: 东岭、西沟两个镇固定资产投资."""
    tally = _TALLY.search(phrase)
    if tally is None or (int(tally["count"]) if tally["count"].isdecimal() else _NUMERALS[tally["count"]]) != count:
        return None
    names = _members(phrase[: tally.start()], count)
    if names is None:
        return None
    rest = strip_tail(tally["rest"].removeprefix("的"))
    noun = found.group() if (found := _BIG_NOUN.match(rest)) else ""
    each = tally["short"] or noun  # 甲地, 乙项目: one character alone is no name
    return [(name if len(name) > 1 else name + each) + rest[len(noun) :] for name in names]


def _with_others(phrase: str, count: int) -> list[str] | None:
    """Read a list that ends with 等 and what its members are: 水泥、钢材、玻璃等产品产量."""
    found = _AND_OTHERS.match(phrase)
    if found is None or not _has_joint(found["names"]):
        return None
    names = _members(found["names"], count)
    if names is None:
        return None
    noun = _KIND_NOUNS.sub("", found["noun"])
    if noun and found["noun"].startswith(_INDUSTRY):
        kind = found["noun"][:2]  # 食品、医药等产业增加值; of 采矿业, 纺织业 it is said already
        return [name + ("" if name.endswith(_INDUSTRIES_END) or quantity_of(name) else kind) + noun for name in names]
    return [name + noun for name in names]


def _members(phrase: str, count: int) -> list[str] | None:
    phrase = _masked(_BECOME.sub("", phrase))
    for members in _divisions(phrase, count):
        if len(members) != count or not all(member.strip() for member in members):
            continue
        if levels := _LEVELS.match(members[-1]):
            members = [*(member + "级" for member in members[:-1]), f"{levels[1]}级{members[-1][levels.end() :]}"]
        return complete([_unmasked(member.strip()) for member in members])
    return None


def _over_pieces(phrase: str, before: str, count: int) -> list[str] | None:
    """Read members that are whole comma pieces: 规上工业增加值,社会消费品零售总额分别增长…, 对2A、3A级的村,分别…"""
    pieces = [piece for piece in _COMMA.split(before) if piece]
    chosen = [phrase] if phrase else []
    told = len(_divided(_masked(phrase))) if phrase else 0
    while pieces and (told < count or _names_before(pieces[-1])):
        piece = strip_tail(strip_lead(pieces.pop()))
        if not 2 <= len(piece) <= LONGEST_PIECE or words().said.search(piece, 2) or _NO_MEMBERS.search(piece):
            return None
        chosen.insert(0, piece)
        told += len(_divided(_masked(piece)))
    if told != count or (len(chosen) > 1 and any(verb_at_start(piece) for piece in chosen[1:])):
        return None
    return _members("、".join(chosen), count)


def _masked(phrase: str) -> str:
    """Return `phrase` with the joints inside names of industries hidden: 批发和零售业 is one member."""
    return words().compound.sub(lambda found: found.group().translate(_HIDE), phrase)


def _unmasked(phrase: str) -> str:
    return phrase.translate(_SHOW)


def _divided(phrase: str) -> list[str]:
    listed = phrase.split("、")
    return [*listed[:-1], *_AND.split(listed[-1])]


def _divisions(phrase: str, count: int) -> list[list[str]]:
    listed = phrase.split("、")
    last = _AND.split(listed[-1])
    divisions = [[*listed[:-1], *last]]
    joints = [found.span() for found in _AND.finditer(phrase)]
    if len(last) > 1 and len(listed) > 1:
        if len(listed) == count and _is_one_name(listed):
            return [listed]
        return divisions + ([_last_cut(listed)] if len(last) > 2 else [])
    divisions.append(listed)
    if count == 2 and len(joints) % 2:
        start, end = joints[len(joints) // 2]
        divisions.append([phrase[:start], phrase[end:]])
    return divisions


def _is_one_name(listed: list[str]) -> bool:
    """Return whether the 及 of the last member is a part of it: all end alike, but not what stands before 及 (汽车类、石油及制品类)."""
    first, joint, _ = listed[-1].partition("及")
    ending = listed[-1][-1]
    return bool(joint) and not first.endswith("以") and all(member.endswith(ending) for member in listed) and not first.endswith(ending)


def _last_cut(listed: list[str]) -> list[str]:
    start, end = [found.span() for found in _AND.finditer(listed[-1])][-1]
    return [*listed[:-1], listed[-1][:start], listed[-1][end:]]


def complete(members: list[str]) -> list[str]:
    """Return `members` with the head noun that only the last one carries.

    >>> complete(["城镇", "农村居民人均可支配收入"])
    ['城镇居民人均可支配收入', '农村居民人均可支配收入']
    >>> complete(["工业", "服务业增加值"])
    ['工业增加值', '服务业增加值']
    >>> complete(["交通事故起数", "死亡人数"])
    ['交通事故起数', '交通事故死亡人数']
    """
    first = members[0]
    if _PREPOSED.match(first):
        members = [first, *(member if _PREPOSED.match(member) else first[0] + member for member in members[1:])]
    if (place := _PART_OF_PLACE.match(first)) and all(quantity_of(member) and not _OWN_PLACE.match(member) for member in members[1:]):
        return [first, *(place.group() + member for member in members[1:])]  # 开发区工业增加值、工业投资分别增长
    if first.startswith("农村") and all(member.endswith("率") and not _OWN_PLACE.match(member) for member in members[1:]):
        return [first, *("农村" + member for member in members[1:])]  # 农村供电可靠率、自来水普及率分别达
    if (who := _WHO_EACH.match(first)) and all(member.startswith("人均") for member in members[1:]):
        return [first, *(who["who"] + member for member in members[1:])]  # 城镇居民人均收入、人均消费支出
    if (scope := _SCOPE.match(first)) and not quantity_of(first) and not any(_SCOPE.match(member) for member in members[1:]):
        first = first[scope.start("scope") :]  # 限上汽车、家电零售额分别增长
        members = complete([first[len(scope["scope"]) :], *members[1:]])
        return [scope["scope"] + member for member in members]
    if (each := _FOR_EACH.match(first)) and all(_OF_EACH.fullmatch(member) for member in members[1:]):
        return [first, *(each.group() + member for member in members[1:])]  # 单位国内生产总值用水量、能耗分别下降
    if first.endswith("率") and all(member.endswith("率") and is_relative(member) for member in members[1:]):
        of = first.removesuffix(quantity_of(first) if len(quantity_of(first)) > 1 else first[-3:])
        if len(of) >= 4 and not of.endswith("、"):
            return [first, *(of + member for member in members[1:])]  # 服务热线诉求解决率、满意率
    told = quantity_of(first)
    if len(first) - len(told) >= 2 and told and all(member in words().coordinate for member in members[1:]):
        return [first, *(first[: -len(told)] + member for member in members[1:])]
    if (level := _LEVEL.match(first)) and all(member.endswith(_SPENDINGS) and not _OWN_PLACE.match(member) for member in members[1:]):
        return [first, *(level.group() + member for member in members[1:])]  # 省级公用经费和一般性支出分别压减
    if members[0] == "第一" and members[-1][0] in _ORDINALS:
        members = [members[0], *("第" + member for member in members[1:])]
    last = members[-1]
    if all(_CODE.match(member) for member in members[:-1]) and (coded := _CODED.match(last)):
        return [*(member + last[coded.end() :] for member in members[:-1]), last]
    found = words().head.match(last[::-1])
    ratio = quantity_of(last)
    others = members[:-1]
    if ratio in RATIOS and not any(member.endswith(ratio) or is_relative(member) or not quantity_of(member) for member in others):
        return [*(member + ratio for member in others), last]  # 土地出让收入、税收收入|占比
    if ratio == last and first.endswith("外资"):
        return members  # 利用外资、投资分别增长: each is whole
    if (
        (level := _LEVEL_OF_THINGS.match(first))
        and not any(_LEVEL_OF_THINGS.match(member) for member in members[1:])
        and all(member.endswith(_TITLES) for member in members)
    ):
        return [first, *(level.group() + member for member in members[1:])]  # 国家级单项冠军、专精特新“小巨人”
    if ratio in RATIOS and (deed := _OF_WHAT_IS_DONE.search(last)) and not any(deed.group()[:2] in member for member in others):
        return [*(member + deed.group() for member in others), last]  # 产业基金、新增用地支持民间项目|比重
    if first.endswith(_PEOPLE_CARRIED) and last.startswith(_GOODS_CARRIED) and len(first) > len(_PEOPLE_CARRIED[0]):
        carrier = first[: -len(_PEOPLE_CARRIED[0])]  # 全省国际航空旅客和货邮吞吐量
        members = [first, *(carrier + member for member in members[1:])]
        last, others = members[-1], members[:-1]
    known = words().measure if quantity_of(last) else words().head
    if found is not None and any(known.match(member[::-1]) or member[-1] in "率额值" for member in others):
        return _rates(members)
    quantity = found.group()[::-1] if found else ""
    inner = quantity_of(last[: -len(quantity)]) if quantity else ""
    if not inner and quantity and (kind := _KIND_AT_END.search(last, 2, len(last) - len(quantity))):
        inner = "" if any(member.endswith((kind.group(), "业")) for member in others) else kind.group()  # 船舶、汽车行业增加值
    if inner and len(last) - len(inner + quantity) >= 2:
        quantity = inner + quantity  # 产值占比, 增加值增速
    if quantity and any(last.startswith(member) for member in others):
        return [*(member + quantity for member in others), last]  # 工业、制造业、工业技改|投资
    return [_complete(member, last, quantity) for member in others] + [last]


def _rates(members: list[str]) -> list[str]:
    """Return `members`, of which some carry their quantity, with the last one's rate for those just before it that carry none."""
    rate = quantity_of(members[-1])
    if rate.endswith(_RATES_OF_ALL):
        how = next(word for word in _RATES_OF_ALL if rate.endswith(word))  # 工业增加值、固定资产投资、社零|增速
        return [member if member.endswith(_RATES_OF_ALL) or member in _TOTALS else member + how for member in members]
    if not rate.endswith("率"):
        return members
    first = max((at for at, member in enumerate(members[:-1]) if quantity_of(member) or member[-1] in "率额值"), default=-1)
    return [member + rate if first < at < len(members) - 1 else member for at, member in enumerate(members)]


_LEVEL_OF_THINGS = re.compile("(?:国家|省|市)级(?=..)")
_TITLES = ("冠军", "“小巨人”", "“小巨人”企业", "小巨人企业", "智能工厂", "绿色工厂", "技术中心", "中试平台")
"""What is named of a level: 国家级|单项冠军."""
_PEOPLE_CARRIED = ("旅客", "客运")
_GOODS_CARRIED = ("货邮", "货物", "货运")
# 新增用地|支持民间项目比重: what part of each is used for it
_OF_WHAT_IS_DONE = re.compile("(?<=..)(?:支持|用于|投向|投入|服务|流向)[^、]{2,14}$")
_OF_WATER = re.compile("水[质位量温面]")
"""Of a water it is told: the character that ends the water's name begins it."""
_GUESTS = ("游客", "旅客", "人次", "客流")
"""Who is counted: they have no income and no spending in a list with it."""


def _complete(member: str, last: str, quantity: str) -> str:
    if len(member) > 1 and member[1:] == last[1:]:
        return member  # 一等奖, 二等奖
    if verb_at_start(member) == member:
        return member + without_verb(last)  # 新开工、基本建成棚户区改造住房
    if len(member) <= LONGEST_PLACE and place_at_start(member) == member and (other := place_at_start(last)) and len(other) < len(last):
        return member + last[len(other) :]  # 甲市、乙市|地铁日最高客运量: what stands behind the last place is told of all
    if _ATTRIBUTE.match(member) and len(last) > len(member) and _ATTRIBUTE.match(last[: len(member)]):
        return member + last[len(member) :]
    if member.endswith(_GUESTS) and quantity and quantity[-1] not in "次数量":
        return member  # 接待游客、旅游收入分别增长
    if words().act.search(member) and words().act.search(last):
        return member + quantity  # 城镇新增就业、新增发放担保贷款: each is whole
    shared = last.find(member[-1])
    if shared > 0 and _OF_WATER.match(last, shared):
        return member + last[shared:]  # 地表水、近岸海域|水质达标率
    if 0 < shared < len(last) - 1 and (quantity or len(last) - shared > 2) and len(last) > len(member):
        return member + last[shared + 1 :]
    return member + quantity
