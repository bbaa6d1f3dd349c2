"""Is it a figure? Dates, labels, names, ordinals and plain words with a numeral in them are not.

`is_figure` asks first whether the number stands alone and in no name, then the rule for its kind of unit. The rules for what counts
are here, those for ranks in `ranking`, those for time, age and points in `timing`. They judge by what stands directly around the
number; the words they know are in `data/figure_contexts.tsv`.
"""

from __future__ import annotations

from collections.abc import Callable

from reportsum import lazy_re as re

from .contexts import stands_after, stands_before, stands_near
from .drafting import Draft
from .numerals import ENGLISH
from .phrases import Names
from .ranking import is_front, is_place, is_rank, is_top
from .roles import fraction_changes
from .timing import is_age, is_duration, is_score, is_years

NAME_CHARS = 14  # longer quotations tell something (“不超过12万元”, “全省前10名”) rather than naming a policy
QUOTED_NAMES = frozenset(
    ["", "count", "rank", "front", "top", "place", "multiple", "duration", "years", "ratio", "fraction", "score", "discount", "fold", "age"]
)
LETTERS = re.compile(r"[A-Za-z]+$")
HYPHENS = "\u2010\u2011\u2013"
"""What is set for the hyphen of a name with a number; ranges and minus signs stand behind no letter."""
SUBSTANCES = frozenset(["PM", "pm", "Pm", "CO", "SO", "NO"])  # PM2.5, CO2: the number belongs to the name

# classifiers that, behind a numeral of one character, sort rather than count
SORTING = frozenset(["种", "级", "层", "点", "大类", "本", "款", "根", "面", "口", "对", "轮", "单", "头", "员"])
# 一个 is an article; behind words like 新增, 一 before these counts
CONCRETE = frozenset(["家", "座", "所", "艘", "架", "栋", "幢", "辆", "例", "起", "名"])
# units whose character, behind a numeral of one character, mostly belongs to another word (千克, 百度, 三角)
WORDLIKE = frozenset(["元", "米", "克", "度", "方", "升", "瓦", "担", "伏", "锭", "平方", "斤", "桶", "尺", "丈"])
DIGIT = re.compile("[一二两三四五六七八九几数十0-9]")
OTHER_SESSION = re.compile(r"届 ?$|届[^,，。;；]{0,12}[、,，]$")  # 十二届十次、十一次全会
MORE_SESSIONS = re.compile(r" ?(?:[、,，和及与][一二三四五六七八九十]{1,3}次){1,4}")

BARE_MARK = re.compile("[十百千]?万?亿|[十百千]万")  # 突破千亿: a mark that is passed
MARK_END = re.compile(r" ?(?:[,，。;；、!！)）\n]|$|大关|台阶|关口|级?[一-鿿]{0,4}(?:产业|企业|集群|园区))")
COUNTED_THING = re.compile(" [a-z]{3}")
VALUE_END = re.compile(r" ?(?:[,，。;；、!！)）\n]|$|以上|以下|左右|以内)")
CELL_LEFT = re.compile(r"[|｜\t] *$")
CELL_RIGHT = re.compile(r" *(?:[|｜\t\n]|$)")
WORD_WITH_TENTH = re.compile("成[立为功果员本效就长品交熟套都分绩渝人年型形群片批网链势]")
SURVEYED = ("人口抽样", "人口变动抽样", "抽样", "人口变动情况抽样")  # 5‰人口抽样调查: how large the sample is
CAPTION = re.compile("[图表][0-9]{0,2}$")
YEAR = re.compile("(?:19|20)[0-9]{2}")
# 见表2所示, 附表3: the number of a table or picture
OF_A_TABLE = re.compile("(?:[见如附从由据]|^)[表图]$")
SHOWN = re.compile("所[示列述]")
# 东川、石桥和南坪三个县|分别…: how many names a list has, told behind them
LISTED = frozenset("、和与及")
LISTED_NAMES = re.compile("[一-鿿”)）A-Za-z](?:、|和|与|及|以及)[^,，]*[一-鿿”)）等]$")
TALLY = re.compile("[^,，。;；:：0-9、]{0,16}(?:分别|各自|依次)")
TALLY_OF_LIST = re.compile("[^,，。;；:：0-9、]{0,16}[0-9][^,，。;；、和与]{0,8}(?:、|和|与|以及)(?=[0-9])")
BANDWIDTH = re.compile("带宽|出口|存储|流量|速率|内存|容量")
INDEX = re.compile("指数|收于|收报|报收|点位")
FROM_STEP = re.compile("从[0-9]{1,2}到$")  # 从0到1的突破
IN_A_NAME = re.compile(r"人(?:论坛|沙龙)")
"""How a unit goes on that is part of a name: 青年|50人论坛."""
REFERRED = re.compile("(?:上述|下列|下述|前述|(?<![规模万亿元%％0-9人户家个次年月日岁级层米吨亩名成倍])以[上下])[一-鿿]{0,2}$")
"""What counts the things told before or behind: 除以上|十项工作以外."""
# 重点做好十一个|方面工作: how many headings follow; 10个方面19项整治 counts what was done
SIDES = re.compile(r"大?方面(?!\d)")
FIGURE_BEHIND = re.compile("[“”]?[0-9.]+(?:%|[万亿]*元)(?=[”,，。;；、目省市资]|$)")  # 3个|95%: told of what follows
FRACTIONS_LISTED = re.compile("(?:占|在|为|达|的|近|约|[国省市球界])(?:[1-9]/[1-9][0-9]?[、和])+$")  # 稳定在全国1/4、|1/3
CLASSES_LISTED = re.compile("[一二三四五六七八九十]、$")
"""Before the last of several classes: 国家一、二、|三类|新药."""
REFERRED_TO = frozenset(["项", "个", "条", "点", "种", "类", "款"])
PARTS_OF_TEXTS = frozenset(["本", "章", "节", "条", "款", "项", "部", "期", "次", "步", "层"])
OR = ("及", "或", "或者")
SAID_AGAIN = re.compile("(?:本级|本数|夜)?(?:[,，]下同)?[)）]")  # 1亿元以下（不含|1亿元|）: whether the number belongs to its bound
ALL_AROUND = 360
MANIFOLD = frozenset(["百倍", "千倍", "万倍", "几倍", "数倍"])  # a way of speaking


# 20万以上人口县, 百万人以上的城市: a class of towns
CLASS_OF_TOWNS = re.compile("(?:以上|以下)(?:的?人口大?的?|的)?(?:县|[大中]?城市|城区|建制镇|大镇)")


def is_figure(text: str, draft: Draft, left: str, names: Names) -> bool:
    """Return whether `draft` of the folded `text` is a quantity; `left` is its clause up to there."""
    if not _stands_alone(text, draft) or text[draft.start - 1 : draft.start] == "每":
        return False  # 每50公斤提高7.4元: of how much
    if draft.scale.endswith("万") and text.startswith("以", draft.end) and CLASS_OF_TOWNS.match(text, draft.end):
        return False
    if draft.unit.text == "份" and left.endswith(("一式", "各")):
        return False  # 申报书一式两份: copies
    if _says_or_more(text, draft) or (text[draft.start - 1 : draft.start] == "含" and SAID_AGAIN.match(text, draft.end)):
        return False
    zone = names.zone(draft.start)
    if zone == "title":
        return False
    if zone == "quote" and (draft.kind in QUOTED_NAMES or draft.chinese) and names.width(draft.start) <= NAME_CHARS:
        return False
    rule = RULES.get(draft.kind)
    return rule is not None and rule(text, draft, left)


def _says_or_more(text: str, draft: Draft) -> bool:
    """Return whether a number belongs to 两个及两个以上: several are meant, and none are counted; of 3家及3家以上 the second is a bound."""
    told = text[draft.start : draft.end]
    if text.startswith(tuple(f"{joint}{told}以上" for joint in OR), draft.end):
        return True
    return draft.chinese and text.startswith("以上", draft.end) and text.endswith(tuple(told + joint for joint in OR), 0, draft.start)


def _stands_alone(text: str, draft: Draft) -> bool:
    """Return whether the number is whole: not the tail of a model number (PM2.5, G60), a date (2022-07-29) or a sum (1+3)."""
    before = text[draft.start - 1 : draft.start]
    if before and before in "×№第":
        return draft.kind == "rank"
    if before == "附" and not draft.chinese and not draft.scale:
        return False  # 附1至附2
    if before.isascii() and before.isalpha():
        return _after_letters(text, draft)
    if before and before in HYPHENS and _is_latin(text[draft.start - 2 : draft.start - 1]):
        return _after_sign(text, draft, "-")  # COVID-19 set with a hyphen that does not break
    if before and before in "./#_@&*=\\^+-":
        return _after_sign(text, draft, before)
    after = text[draft.end : draft.end + 1]
    if after == "+":
        return draft.kind in ("money", "percent", "level") or bool(draft.scale)
    return not (after and after in "×#")


def _after_sign(text: str, draft: Draft, sign: str) -> bool:
    """Return whether a number behind a sign is whole: +7.4% and -3% are, the tails of 2022.07.29 and 1+3 are not."""
    joined = _is_latin(text[draft.start - 2 : draft.start - 1])
    if sign == "+":
        return draft.kind in ("percent", "points", "money") and not joined
    if sign == "-":
        return not joined or draft.kind in ("percent", "points")
    return sign == "." and not joined


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _after_letters(text: str, draft: Draft) -> bool:
    """Return whether a number right behind Latin letters is a quantity (GDP6.5%, APP12个), not part of a name (PM2.5, M2, 5A)."""
    letters = LETTERS.search(text[max(0, draft.start - 12) : draft.start])
    name = letters.group() if letters else ""
    if not draft.unit.text or name in SUBSTANCES:
        return False
    return draft.kind in ("percent", "points", "money") or len(name) >= 3


def _always(text: str, draft: Draft, left: str) -> bool:
    return True


def _percent(text: str, draft: Draft, left: str) -> bool:
    return not text.startswith(SURVEYED, draft.end)


def _amount(text: str, draft: Draft, left: str) -> bool:
    """Money and measures: a numeral that is nothing but 万 or 亿 needs a cue (突破亿元, 亿元以上)."""
    if draft.unit.text == "G":
        name = draft.value is not None and draft.value < 10 and not VALUE_END.match(text, draft.end)  # 流量高的新建5G基站
        return not name and BANDWIDTH.search(left) is not None  # 出口带宽达800G; 5G and F5G are names
    if draft.unit.text == "度" and draft.value == ALL_AROUND and not draft.scale:
        return False  # 360度视频监控
    if not draft.chinese or draft.value is None:
        return True
    if draft.unit.text == "兆":
        return False  # 百兆, 千兆宽带: classes
    numeral = text[draft.start : draft.end - len(draft.unit.text)].rstrip()
    if DIGIT.search(numeral) and not (len(numeral) == 1 and draft.unit.text in WORDLIKE):
        return True
    return stands_after("bounded", text, draft.end) or stands_before("reached", left)


def _index(text: str, draft: Draft, left: str) -> bool:
    """Return whether 102.6点 is a value of an index, not a time of day (9点) or a point of a list."""
    if draft.chinese or draft.value is None:
        return False
    return bool(draft.value % 1) or INDEX.search(left) is not None


def _count(text: str, draft: Draft, left: str) -> bool:
    """Things with a classifier. A Chinese numeral must look like one that counts."""
    if stands_before("page_furniture", left) or stands_before("page_furniture", text[max(0, draft.start - 8) : draft.start]):
        return False
    if draft.unit.text == "个" and (SIDES.match(text, draft.end) or FIGURE_BEHIND.match(text, draft.end)):
        return False
    if draft.unit.text in REFERRED_TO and not draft.scale and REFERRED.search(left, max(0, len(left) - 6)) is not None:
        return False
    if left[-1:] in ("表", "图", "件", "录") and _numbers_a_table(text, draft, left):
        return False
    if _is_tally(text, draft, left):
        return False
    if draft.unit.text in PARTS_OF_TEXTS and not draft.scale and draft.value is not None and draft.value % 1:
        return False  # 1.3本年完成投资: a paragraph's number
    if not draft.chinese:
        return not left.endswith("双") and not IN_A_NAME.match(text, draft.end - len(draft.unit.text))  # 新政双10条
    if draft.unit.text == "次" and _is_session(text, draft, left):
        return False
    if draft.unit.text in ("类", "级", "等") and CLASSES_LISTED.search(left) is not None:
        return False
    numeral = text[draft.start : draft.end - len(draft.unit.text)].rstrip()
    if len(numeral.rstrip("余多来")) == 1:
        return _single_numeral(text, draft, numeral, left)
    if not DIGIT.search(numeral):
        return stands_after("bounded", text, draft.end) or stands_before("reached", left)  # 百万人
    return not left.endswith(("第", "初"))


def _numbers_a_table(text: str, draft: Draft, left: str) -> bool:
    """Return whether the number is that of a table or annex (见表|2所示, 附件|1所列)."""
    if OF_A_TABLE.search(left):
        return True
    return left.endswith(("表", "图", "附件", "附录")) and SHOWN.match(text, draft.end - len(draft.unit.text)) is not None


def _is_tally(text: str, draft: Draft, left: str) -> bool:
    """Return whether the number only says how many names a list before it has (东川、石桥两个县|分别)."""
    if draft.value is None or draft.scale or not 2 <= draft.value <= 20 or LISTED.isdisjoint(left):
        return False
    if not (TALLY.match(text, draft.end) or (draft.chinese and TALLY_OF_LIST.match(text, draft.end))):
        return False
    return LISTED_NAMES.search(left) is not None


def _is_session(text: str, draft: Draft, left: str) -> bool:
    """Return whether 十一次 numbers a session (十二届十次、十一次全会)."""
    more = MORE_SESSIONS.match(text, draft.end)
    if stands_after("sessions", text, more.end() if more else draft.end):
        return True
    return OTHER_SESSION.search(text[max(0, draft.start - 16) : draft.start]) is not None


def _single_numeral(text: str, draft: Draft, numeral: str, left: str) -> bool:
    """Judge 两家, 三个, 百户: one character before a classifier, with or without 余."""
    reached = stands_before("reached", left)
    if stands_before("ordinal_left", left) and not reached:
        return False
    if stands_after("bounded", text, draft.end):
        return True
    if len(numeral) > 1:
        return True
    if numeral in "百千万亿":
        return reached
    if numeral == "一":
        return draft.unit.text in CONCRETE and stands_before("begun", left)
    if numeral in "几数半" or (numeral == "二" and not draft.scale):
        return False  # 二类, 二级 are second ones: two of a thing are 两
    return draft.unit.text not in SORTING and not stands_after("numbered_set", text, draft.end)


def _bare(text: str, draft: Draft, left: str) -> bool:
    """A number without a unit: with 万 or 亿 it counts something (15.5万困难群体); without, only where a value is told."""
    if draft.chinese and BARE_MARK.fullmatch(text, draft.start, draft.end):
        return stands_before("reached", left) and bool(MARK_END.match(text, draft.end))
    if draft.chinese:
        return bool(draft.scale) and draft.end - draft.start > 2 and text[draft.start] in "一二两三四五六七八九十"
    if draft.scale:
        return draft.scale[-1] in "万亿兆" or draft.scale in ENGLISH
    if draft.unit.kind or draft.value is None or left.endswith(("年至", "月至")):
        return False
    if COUNTED_THING.match(text, draft.end) and not text[draft.start : draft.end].isdecimal():
        return draft.value >= 1000  # 1,256 schools, 30 000 elderly persons: thousands are set apart
    if FROM_STEP.search(left) and draft.value < 10 and draft.value == draft.value.to_integral_value():
        return False
    if 1900 <= draft.value <= 2100 and draft.value == draft.value.to_integral_value():
        return False  # a year
    if stands_before("value_told", left) and VALUE_END.match(text, draft.end):
        return True
    if stands_before("index_told", left) and draft.value != draft.value.to_integral_value() and VALUE_END.match(text, draft.end):
        return True  # 城乡收入比1.98, 比上年缩小0.07: only with decimals, or it may be anything
    if left.endswith(("由", "从")) and stands_after("changed", text, draft.end):
        return True  # 收入比由2.35缩小到2.21
    return bool(CELL_LEFT.search(text[max(0, draft.start - 4) : draft.start]) and CELL_RIGHT.match(text, draft.end))


def _fraction(text: str, draft: Draft, left: str) -> bool:
    """三分之一 always is one; 1/4 only where a share is told, since dates and names look alike."""
    told = (
        draft.chinese
        or stands_before("share_told", left)
        or FRACTIONS_LISTED.search(left) is not None
        or stands_after("bounded", text, draft.end)
    )
    return told or fraction_changes(left) is not None


def _half(text: str, draft: Draft, left: str) -> bool:
    """一半 is a share where one is told (占全国近一半), else a way of speaking."""
    return stands_before("share_told", left) or stands_after("bounded", text, draft.end)


def _ratio(text: str, draft: Draft, left: str) -> bool:
    """4.1:52.3:43.6 always is one; 1:5 only where a ratio is told, since times look alike."""
    start, end = draft.ratio or (draft.start, draft.end)
    parts = re.split("[:：∶]", text[start:end])
    if CAPTION.search(text, max(0, start - 4), start) or any(YEAR.fullmatch(part.strip()) for part in parts):
        return False  # 图1:2011-2015年
    if len(parts) > 2 and all("." in part for part in parts):
        return True
    near = text[max(0, text.rfind("\n", 0, start) + 1, start - 24) : start]
    return stands_near("ratio_told", near, "anywhere") or stands_after("ratio_told", text, end)


def _discount(text: str, draft: Draft, left: str) -> bool:
    return not (draft.chinese and left.endswith(("曲", "百", "波")))


def _tenth(text: str, draft: Draft, left: str) -> bool:
    """成 begins many words (成立, 成为); before those, and behind 一 or 十, only a cue makes it a share."""
    numeral = text[draft.start : draft.end - 1].rstrip()
    if numeral not in ("一", "十", "几") and not WORD_WITH_TENTH.match(text, draft.end - 1):
        return draft.value is None or draft.value <= 10
    return stands_after("bounded", text, draft.end) or stands_before("reached", left) or stands_before("share_told", left)


def _multiple(text: str, draft: Draft, left: str) -> bool:
    return text[draft.start : draft.end] not in MANIFOLD


def _place(text: str, draft: Draft, left: str) -> bool:
    return is_place(text, draft) and (not draft.chinese or _count(text, draft, left))


RULES: dict[str, Callable[[str, Draft, str], bool]] = {
    "": _bare, "word": _bare, "count": _count, "level": _amount, "money": _amount, "percent": _percent, "points": _always,
    "multiple": _multiple, "fold": _always, "tenth": _tenth, "discount": _discount, "place": _place, "steps": _always,
    "duration": is_duration, "years": is_years, "age": is_age, "index": _index, "score": is_score, "fraction": _fraction, "half": _half,
    "ratio": _ratio, "rank": is_rank, "front": is_front, "top": is_top,
}  # fmt: skip
