"""Is it a figure? Dates, labels, names, ordinals and plain words with a numeral in them are not.

Each rule here is one small function over the folded text and a draft; `is_figure` runs them by the kind of unit. The rules judge by
what stands directly around the draft; shapes of names (quotations, titles) come from `phrases`.
"""

from __future__ import annotations

import re

from .drafting import Draft
from .phrases import Names

LETTERS = re.compile(r"[A-Za-z]+$")
# classifiers that, behind a numeral of one character, sort rather than count
VAGUE = frozenset(["种", "级", "层", "点", "大类", "本", "款", "根", "面", "口", "对", "轮", "单", "头", "员"])
SESSION = re.compile(r"届 ?$|届[^,，。;；]{0,12}[、,，]$")
SESSIONS = re.compile(r" ?(?:[、,，和及与](?:十|二|三|四|五|六|七|八|九|一)+次)*(?:全会|全体|会议|代表|党代会|中央全会|常委会|人民代表)")
# what is named by its number, not counted: 五个方面, 两个维护, 八项规定
ENUMERATED = re.compile(
    r" ?(?:方面|层面|维护|确立|意识|自信|代表|坚持|确保|结合|转变|务必|大局|文明|一百年|毫不动摇|健康|规定|制度|基本点|中心|清零|统一|率先|全面|突出|注重|必须|更加|注意|规律|根本|环节|"
    r"阶段|关键|关口|重点|能力|原则|要点|着力|聚焦|维度|特点|特征|问题|要求|努力|明确|不|第一|人|月|一|走在前|替代|有利|战略|历史|思路|关系|市场|支柱|支撑|引擎|领域|优先|数|指标|类|制|倒)"
)
FOLLOWS_BOUND = re.compile(r" ?(?:以上|以内|左右|以下)")
BOUND_CUE = re.compile(r"(?:突破|超过|超|达到|达|过|近|逾|约|不足|不到|上|迈上|跨越|跃上|站上|接近|首破|破)(?:了)?$")
VALUE_CUE = re.compile(r"(?:为|是|达|达到|至|到|约|超|超过|突破|近|系数|指数|得分|总数|合计|比例|比值|强度|密度|于)[:：]? ?$")
VALUE_END = re.compile(r" ?(?:[,，。;；、!！)）\n]|$|以上|以下|左右|以内)")
SHARE_CUE = re.compile(r"(?:占|近|约|超|超过|达|达到|为|的|过|不足|不到|全省|全国|全市|全区|全县|全球|世界|总量|总数|总)$")
SHARE_END = re.compile(r"以上|左右|强|的|[,，。;；、)）]|$")
RATIO_CUE = re.compile(r"比|结构|配比|构成")
LINE_LABEL = re.compile(r"(?:^|[\n。;；])[ （(]*$")

YEARS_CUE = re.compile(r"(?:提前|缩短|延长|推迟|平均|年限|寿命|压缩|增加|减少)(?:了|至|到|为|达到?|约|超过?|近)*$")
MONTHS_CUE = re.compile(r"(?:提前|缩短|压缩|延长|压减|减少|推迟|增加|平均|仅用|只用|用时|历时|周期|时间|工期|不超过|时限|时长|期限|耗时)[^,，。;；]{0,6}$")
DURATION_END = re.compile(r" ?(?:以内|之内|内|以上|左右|以下|缩短|压缩|减|降|提|[,，。;；、)）\n]|$)")
DURATION_CUE = re.compile(r"(?:天数|天气|提前|缩短|压缩|压减|延长|减少|增加|达到?|为|至|到|近|约|超过?|仅需?|只需|平均|不超过|最快|用时|历时|实现|共|累计|运行|少|多)(?:了|至|到|为)?$")
ROUND_THE_CLOCK = re.compile(r"[×xX*乘] ?$|(?:全天|昼夜|连续|过去|近|前|未来|接下来|头|最近|每)$")
CIRCLE = re.compile(r"[^,，。;；、]{0,10}圈|生活|通勤|服务|值守|值班|自助|不打烊|在线|营业|交通|都市|经济|热线|健身|达|可达")
PLACE_NAME = re.compile(r"[一-鿿]{2}$")  # 南通第一: places need no 市 to be one
RANK_LEFT = re.compile(r"(?:排名?|位列|位居|名列|列|居|跃居|跃升为?|升至|升到|全省|全国|全市|全球|世界|亚洲|国际|省内|国内|全区|全县|全州|省|市|区|县|位次|位|均|并列|中|总量|数|量|额|速|幅|率|度|入|分)(?:了|为|至|到)? ?$")
NOT_RANKED = re.compile(
    r" ?(?:批|届|次|条|章|期|轮|季|产业|方|代|部|节|款|阶段|步|梯队|方阵|线|时间|书记|要务|责任|动力|资源|生产力|课|人称|把|年|个|种|类|组|机|中学|小学|医院|人民|幼儿|附属|高级|"
    r"实验|职业|师|工程|增长|手|现场|性|财|看台|桶|大道|医|食堂|曲|道|关|口|幢|号|集|卷|版|编|张|场|声|家|座|颗|台|例|股东|党|炮|支|天|日|月|周|学期|学段|主体|粮|套|站|针|剂|人|语|市场|产|点|项|所|块|站|层|级|棒|民族|共和国|国|战区|航|舰|军|师|集团|监督|巡视|督|检|中级|税|纵|横|[零〇0-9一二三四五六七八九十百])"
)
SLOGAN = re.compile(r"(?:安全|质量|生命|健康|用户|顾客|百姓|群众|人民|民生|环保|信誉|友谊|客户|学生|生态|发展|效率|争|勇争|争当|争创|争做|敢争|永争|勇创|比赛|预防|公平|服务|至上)$")
PLACE_AS_RANK = re.compile(r"(?:第|排名|排位|位次|位列|位居|名列|列|居|升至|升到|跃升至|跃居|前移至|降至|进至|至|到|全省|全国|全市|前)[^,，。;；]{0,8}$")
PLACE_STEPS = re.compile(r"(?:上升|提升|前移|提高|前进|(?<!引)进|晋|升|下降|后退|退|下滑|降|跃升|进位|提前|后移|跃进|攀升|位次)(?:了)? ?$")
FRONT_CUE = re.compile(r"(?:全省|全国|全市|全球|世界|亚洲|省|市|区|县|列|居|位|入|进|排名|保持|稳居|稳定在|名|中|跻身|进入|百强县?|城市|国内|行业|系统|第)[^,，。;；]{0,3}$")
FRONT_END = re.compile(r"[位名强,，。;；、行)）\n]|$|之列|的|水平|方阵")
SCORE_CUE = re.compile(r"分|指数|满意度|考核|测评|评价|成绩")
PAGE_WORDS = re.compile(r"(?:浏览|点击|阅读|访问|字号|转发|查看|人气|累计(?=次数))(?:次数|量|数)?[:：]? ?$")


def is_figure(text: str, draft: Draft, left: str, names: Names) -> bool:
    """Return whether `draft` of the folded `text` is a quantity; `left` is its clause up to there."""
    if not _stands_alone(text, draft):
        return False
    zone = names.zone(draft.start)
    if zone == "title":
        return False
    if zone == "quote" and (draft.kind in QUOTED_NAMES or draft.chinese) and names.width(draft.start) <= NAME_CHARS:
        return False
    rule = RULES.get(draft.kind)
    return rule is not None and rule(text, draft, left)


NAME_CHARS = 14  # longer quotations tell something (“不超过12万元”, “全省前10名”) rather than naming a policy
QUOTED_NAMES = frozenset(["", "count", "rank", "front", "place", "multiple", "duration", "years", "ratio", "fraction", "score", "discount", "fold", "age"])


def _stands_alone(text: str, draft: Draft) -> bool:
    """Return whether the number is whole: not the tail of a model number (PM2.5, G60), a date (2022-07-29) or a sum (1+3)."""
    start = draft.start
    before = text[start - 1] if start else ""
    if before.isascii() and before:
        if before in "./#_@&*=\\^":
            return before == "." and not _latin(text[start - 2 : start - 1])
        if before.isalpha():
            return _after_letters(text, draft)
        if before == "+":
            return draft.kind in ("percent", "points", "money") and not _latin(text[start - 2 : start - 1])
        if before == "-":
            return not _latin(text[start - 2 : start - 1]) or draft.kind in ("percent", "points")
    elif before and before in "×第№":
        return draft.kind == "rank"
    after = text[draft.end : draft.end + 1]
    if after == "+":
        return draft.kind in ("money", "percent", "level") or bool(draft.scale)
    return not (after and after in "×#")


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _after_letters(text: str, draft: Draft) -> bool:
    """Return whether a number right behind Latin letters is a quantity (GDP6.5%, APP12个), not part of a name (PM2.5, M2, 5A)."""
    letters = LETTERS.search(text[max(0, draft.start - 12) : draft.start])
    name = letters.group() if letters else ""
    return name not in ("PM", "pm", "Pm", "CO", "SO", "NO") and (draft.kind in ("percent", "points", "money") or len(name) >= 3) and bool(draft.unit.text)


def _always(text: str, draft: Draft, left: str) -> bool:
    if draft.chinese and draft.end - draft.start < 2:
        return False
    return True


def _amount(text: str, draft: Draft, left: str) -> bool:
    """Money and measures: a numeral that is nothing but 万 or 亿 needs a cue (突破亿元, 亿元以上)."""
    if draft.chinese and draft.value is not None:
        bare = not re.search("[一二两三四五六七八九几数十百千0-9]", text[draft.start : draft.end - len(draft.unit.text)])
        if bare or (draft.end - draft.start - len(draft.unit.text) - len(draft.scale) == 1 and draft.unit.text in WORDLIKE):
            return bool(FOLLOWS_BOUND.match(text, draft.end) or BOUND_CUE.search(text[max(0, draft.start - 4) : draft.start]))
    return True


WORDLIKE = frozenset("米 克 度 方 里 升 瓦 担 伏 锭 平方 两 角 斤 桶".split())


def _count(text: str, draft: Draft, left: str) -> bool:
    """Things with a classifier. A Chinese numeral must look like one that counts."""
    if PAGE_WORDS.search(text[max(0, draft.start - 8) : draft.start]):
        return False
    if not draft.chinese:
        return text[draft.start - 1 : draft.start] != "双"
    if draft.unit.text == "次" and (SESSIONS.match(text, draft.end) or SESSION.search(text[max(0, draft.start - 16) : draft.start])):
        return False
    numeral = text[draft.start : draft.end - len(draft.unit.text)].rstrip()
    left = left[-6:]
    if len(numeral.rstrip("余多来")) == 1:
        return _single_numeral(text, draft, numeral, left)
    if numeral in ("百", "千", "万", "亿"):
        return bool(BOUND_CUE.search(left))
    return not left.endswith(("第", "初"))


def _single_numeral(text: str, draft: Draft, numeral: str, left: str) -> bool:
    if left.endswith(("第", "同", "唯", "统", "任", "每", "这", "那", "某", "其", "逐", "前", "后", "近", "头", "上", "下", "首")) and not BOUND_CUE.search(left):
        return False
    if FOLLOWS_BOUND.match(text, draft.end):
        return True
    if numeral[0] == "一":
        return numeral != "一"
    if numeral != numeral[0]:
        return True
    if numeral[0] in "百千万亿":
        return bool(BOUND_CUE.search(left))
    if numeral[0] in "几数半" or (numeral[0] == "二" and not draft.scale):
        return False  # 二类, 二级 are second ones; two of a thing are 两
    return draft.unit.text not in VAGUE and not ENUMERATED.match(text, draft.end)


def _bare(text: str, draft: Draft, left: str) -> bool:
    """A number without a unit: with 万 or 亿 it counts something (15.5万困难群体); without, only where a value is told."""
    if draft.scale:
        if draft.chinese:
            numeral = text[draft.start : draft.end]
            return len(numeral) > 2 and numeral[0] in "一二两三四五六七八九十" or (len(numeral) == 2 and numeral[0] in "十" and False)
        return draft.scale[-1] in "万亿"
    if draft.chinese or draft.unit.kind:
        return False
    left = left[-8:]
    if not VALUE_CUE.search(left) or not VALUE_END.match(text, draft.end):
        return False
    return draft.value is not None and (draft.value != draft.value.to_integral_value() or not 1900 <= draft.value <= 2100) and draft.value >= 0 and not left.endswith(("年至", "月至"))


def _fraction(text: str, draft: Draft, left: str) -> bool:
    if draft.chinese:
        return True
    return bool(SHARE_CUE.search(text[max(0, draft.start - 4) : draft.start])) or bool(re.compile("以上|左右").match(text, draft.end))


def _half(text: str, draft: Draft, left: str) -> bool:
    """一半 is a share where one is told (占全国近一半), else a way of speaking."""
    return bool(SHARE_CUE.search(text[max(0, draft.start - 4) : draft.start]) or FOLLOWS_BOUND.match(text, draft.end))


def _ratio(text: str, draft: Draft, left: str) -> bool:
    parts = re.split("[:：∶]", text[draft.start : draft.end])
    if len(parts) > 2 and all("." in part for part in parts):
        return True
    return bool(RATIO_CUE.search(text[max(0, draft.start - 24) : draft.start]))


def _rank(text: str, draft: Draft, left: str) -> bool:
    """第一 is a rank where places are compared, not in ordinals (第一批), lists (第一，…) or slogans (安全第一)."""
    start, end = draft.start, draft.end
    before = text[start - 1] if start else "\n"
    written = text[start:end]
    if written.endswith(("位", "名")):
        return not left.endswith(("摆在", "放在", "作为")) and before not in "\n。;；"
    if NOT_RANKED.match(text, end) or SLOGAN.search(left):
        return False
    if text[end : end + 1] == "大":
        return bool(re.search(r"(?:全国|世界|全球|全省|亚洲|国内|省内|我国|全市)$", left))
    if before in "\n。;；:：,，、 (（" and not RANK_LEFT.search(left):
        return False
    return bool(RANK_LEFT.search(left) or (VALUE_END.match(text, end) and PLACE_NAME.search(left)))


def _front(text: str, draft: Draft, left: str) -> bool:
    """前三 is a rank in 位居全省前三, a stretch of time in 前三季度."""
    left = left[-10:]
    return bool(FRONT_CUE.search(left) and FRONT_END.match(text, draft.end)) or (
        text[draft.end - 1] in "位名" and bool(FRONT_CUE.search(left))
    )


def _years(text: str, draft: Draft, left: str) -> bool:
    if draft.chinese or draft.value is None:
        return False
    return bool(YEARS_CUE.search(left)) or (draft.value != draft.value.to_integral_value() and draft.value < 100)


def _duration(text: str, draft: Draft, left: str) -> bool:
    unit = draft.unit.text
    if draft.chinese and draft.value in (1, 2) and not MONTHS_CUE.search(left):
        return False
    if unit in ("个月", "周", "个星期", "个季度"):
        return bool(MONTHS_CUE.search(left)) and not re.search("(?:(?<!提)前|近|过去|连续|头)$", left)
    if ROUND_THE_CLOCK.search(left) or CIRCLE.match(text, draft.end):
        return False
    return bool(DURATION_END.match(text, draft.end) or DURATION_CUE.search(left) or "工作日" in unit)


def _age(text: str, draft: Draft, left: str) -> bool:
    return "寿命" in left


def _score(text: str, draft: Draft, left: str) -> bool:
    if draft.value is None or draft.chinese:
        return False
    return bool(SCORE_CUE.search(left)) and not re.search(r"[0-9一二三四五六七八九十][:：时点]$", left)


def _place(text: str, draft: Draft, left: str) -> bool:
    if text.startswith("数", draft.end):
        return False  # 两位数
    if not draft.chinese:
        return True
    return _count(text, draft, left)


def _discount(text: str, draft: Draft, left: str) -> bool:
    return draft.chinese is False or text[draft.start - 1 : draft.start] not in ("曲", "百", "波")


def _tenth(text: str, draft: Draft, left: str) -> bool:
    numeral = text[draft.start : draft.end - 1]
    return numeral not in ("一", "十", "几") or bool(FOLLOWS_BOUND.match(text, draft.end) or BOUND_CUE.search(text[max(0, draft.start - 4) : draft.start]))


def _multiple(text: str, draft: Draft, left: str) -> bool:
    return text[draft.start : draft.end] not in ("百倍", "万倍", "千倍", "几倍", "数倍") 


RULES = {
    "": _bare, "count": _count, "level": _amount, "money": _amount, "percent": _always, "points": _always, "multiple": _multiple, "fold": _always,
    "tenth": _tenth, "discount": _discount, "place": _place, "steps": _always, "duration": _duration, "years": _years, "age": _age,
    "score": _score, "fraction": _fraction, "half": _half, "ratio": _ratio, "rank": _rank, "front": _front, "word": _bare,
}  # fmt: skip
