"""Recognises sentences of a plan that announce nothing: maxims, slogans, what a thing means, professions of allegiance; and labels.

A planned measure names what will be done; 民之所盼,政之所向 and 项目是发展之基 name nothing. Asked only for sentences without figures,
and of those with cue words only for such that speak of strengths: figures and other cues make a statement of them.
"""

from __future__ import annotations

from functools import cache

from reportsum import lazy_re as re

from ..figures.words import any_of
from ..tables import read_classes, read_table
from .cues import DEED, compile_lexicon, tense_words
from .tenses import vote

_PROFESSION = re.compile(
    r"国之大者|社会主义初级阶段|最大的?发展中国家|不折不扣(?:地)?(?:贯彻|落实)|两个维护|四个意识|四个自信|两个确立"
    r"|(?:指导思想|(?:总体|建设|基本|指导|发展)思路)[,，]?[是为]"
    r"|以[^,，。]{2,40}(?:思想|理论)[^,，。]{0,20}为(?:指导|统领|指引)"
)
"""坚定捍卫“两个确立”,坚决做到“两个维护”: repeated in the same words by every report of its years; and the guiding ideology."""

_MEANING = re.compile(
    r"^(?![一二三四五六七八九十]是)[^,，。;；:：]{1,20}[,，]?(?:就|既|也|更|乃)?是(?!否|非|指)[^。;；:：]{0,40}"
    r"(?:基础|根本|关键|前提|保[障证]|生命线|之[基本要策源道路举需责魂]|动力|核心|灵魂|主题|主线|脊梁|支撑|引擎|基石|底[线色]|使命|责任|职责|要求|"
    r"期[盼待]|所在|大计|出路|优势|希望|大事|命脉|标志|载体|抓手|法宝|财富|追求|初心|宗旨|力量|重中之重|支柱产业|(?:关键|重要|重点)领域|组成部分)[。！!]?$"
)
"""What a thing is, not what is done: 工业是县域经济的脊梁."""


_MAXIM = re.compile(
    r"(?:只有|唯有)?[^,，。]{1,12}[,，]?(?:才能|方能|才有|方可|才会)[^,，。]{2,16}"
    r"(?:[,，](?:只有|唯有)?[^,，。]{1,16}(?:才能|方能|才有|方可|才会)[^,，。]{2,16})?[。！!]$"
)
"""What leads to what, of anything and anybody: 实干才能成真."""
_ONLY_SO = re.compile("才[能有会]|方[能可]")

_LESSON = re.compile(
    r"必须(?:始终|长期|毫不动摇地?|坚定不移地?)?(?:坚持|坚定)"
    r"|体会到|^必须以[^,，。]{2,16}(?:理念|思想|精神)(?:引领|指导|统领)"
)
"""What years of work have taught: 必须坚持党的领导. No measure, and no outcome."""

_IS_WHAT = re.compile(
    r"[^。；]{2,70}[,，]是[^。；,，]{2,40}(?:重点|重大问题|首要问题|根本要求|必由之路|根本途径|战略任务|内在要求|必然要求|重要保证|根本保证|重要内容)[。]$"
)
"""What something that takes more than a word to say is: 发展睦邻友好关系,争取和平环境,是我国外交工作的重点."""

_STANDING = re.compile(
    r"(?:但是?|同时|当前|目前|总体上?看|从[^,，]{2,12}看|综合[^,，]{2,10})?[,，]?(?![^,，。]{0,16}(?:抢抓|抓住|用好|把握|发挥|利用))"
    r"(?P<who>[^,，。]{0,16})(?:(?:仍然?|正|依然)处[于在]|处于|拥有|具有|具备|蕴含|孕育|正面临|迎来)"
    r"|[^,，。]{2,24}(?:没有也不会|没有根本|没有|不会)改变"
)
"""Where one stands, not where one goes: 我市仍处于重要战略机遇期,拥有坚实的产业基础."""
_SURROUNDINGS = re.compile(
    r"(?:综合(?:分析|判断|研判)|总[的体]?看|当前|目前|今后|未来|和|一个时期|五年|[,，])*(?:我[国省市区县州]|全[国省市区县])?"
    r"(?:发展(?:的?(?:内外部)?环境|形势)|外部环境|国[际内]外?(?:环境|形势|经济形势)|世界(?:百年|经济|正)|百年变局|经济全球化)"
    r"[^,，。;；]{0,12}(?:面临|发生|正在|加速|依然|仍|更[加趋]?|日[趋益]|深刻|复杂|严峻)"
)
"""How a sentence begins that looks at the world around."""
_STANDS = re.compile("处[于在]|拥有|具有|具备|蕴含|孕育|正面临|迎来|改变")
"""What no such sentence can do without: most have none of it and are spared the pattern."""

_GOALS_EXPLAINED = re.compile(
    r"《[^《》]{2,20}》提出的[^,，。]{0,12}(?:要求|目标|思路)[,，]与[^。]{0,24}(?:一致|衔接)|"
    r"(?:上述|以上|这些|这一|这个|提出|确定|作出)[^,，。]{0,16}(?:目标|指标|安排|任务|要求)[,，][^,，。]{0,6}(?:体现|符合|考虑|兼顾|既|主要是|是|综合)"
)
"""Why the goals are what they are: 上述目标,体现了稳中求进的要求."""

_REASONS = re.compile(
    r"(?:但是?|同时|而且|不过|第[一二三四五六七八九])?[,，]?"
    r"(?:因此|所以|当然|总之|可见|显然|很明显|(?:事实|经验|实践|历史)(?:已经|充分)?证明|至于|例如|又如|即使|正因为|正是[因由]|由此|难道|问题在于|关键在于"
    r"|无论从|不论从|应[该当]指出|必须指出|总结[^,，。]{0,12}经验|归结起来|由上述|相反地?|否则|所有这些|这一切|但是?另有|另有一种|还有一种|[^,，。]{0,12}(?:斗争|实践|事实)已经证明|他们|它们?(?!的)|有人|有些人|许多人|人们|任何|凡是|对于?这|这(?:[些种样里就]|个(?!月))|我们(?:认为|相信|这样|说))"
)
"""How a sentence begins that reasons, or speaks of what was told before it and cannot be read by itself."""
_JUDGED = re.compile("是(?![^。，,]*(?:可控|安全|平稳|稳定|健康|成功|良好|逐年|增[加长]|上升|提高|下降|减少))[^。，,]{2,}的[。；]$")
"""What somebody holds of a thing: 这种形式|是较好的。 The state of a thing is told so, too: 债务水平是可控的。"""

_AHEAD = re.compile(r"将(?!士|领|军)|到[2二]|一批|[早近]日|尽[快早]|年[内底前]|月底|有望|(?:^|[,，、])[把对]|千方百计|想方设法|全力以赴")
"""What is told with its time, its object or its zeal is announced: 人均地区生产总值将达到中等发达国家水平, 把损失补回来."""


_PARTS = re.compile("[,，;；:：、。！!]+")
_STANCE_BEGINS = re.compile(r"(?:但是?|同时|因此)?[,，]?(?:我们|我国|中国(?:政府|人民)?)(?:政府|人民)?[^,，。了已]{0,10}$")
_STANCE_FAR = 24
"""So near its beginning a sentence says that what follows is held, not done."""
_DEED_NEAR = 8
"""So near its beginning a sentence that opens with a deed has its verb (深入|实施…)."""
_DONE = re.compile("已|[了过](?!解)")
_ASIDE = re.compile(
    "也就是|(?:并|决)?不是说|并不意味|显而易见|如前所[说述]|[决取]决于|决定于|旧中国|旧社会|国民党(?:反动派|时代|统治)|解放前|归根到底|根本不同|归根结底|毫无疑义|换言之|由此看来"
)
"""What a sentence holds that explains another."""
LONGEST_COUPLET = 20
_COUPLET = re.compile(r"[一-鿿]{4}(?:[,，][一-鿿]{4}){1,3}[。；]$")
"""The heading of a principle, run into its paragraph: 统筹规划,协同推进。"""


def announces_nothing(text: str) -> bool:
    """Return whether a sentence of a plan, without figures and with no cues but `bright`, names nothing that will be done.

    >>> announces_nothing("民之所盼，政之所向。"), announces_nothing("打造市民夜校品牌。")
    (True, False)
    """
    if _measure_verbs().search(text) is None and _AHEAD.search(text) is None and not _says_how_it_goes(text):
        return True
    if len(text) <= LONGEST_COUPLET and _COUPLET.match(text) is not None:
        return True
    means = "是" in text and (_MEANING.match(text) or _IS_WHAT.match(text)) is not None
    return professes(text) or means or (_ONLY_SO.search(text) and _MAXIM.match(text)) is not None or _tells_where_one_stands(text)


def _says_how_it_goes(text: str) -> bool:
    """Return whether words of done or to come tell of an aim (经济发展取得新成效); verbs that only close a part (抓落实) do not."""
    return vote(text, has_figures=False) < 0 or any(cue.name != DEED for cue in tense_words().find(text))


def rouses(text: str) -> bool:
    """Return whether a sentence without figures only calls to work, swears to it or praises it: what is left names no measure.

    >>> rouses("我们完全有底气完成全年任务。"), rouses("发扬敢为人先精神，新建创业园区。")
    (True, False)
    """
    zeal = _idle("zeal")
    if zeal.search(text) is None:
        return False
    left = [part for part in _PARTS.split(text) if part and zeal.search(part) is None]
    return all(_measure_verbs().search(part) is None and vote(part, has_figures=False) >= 0 for part in left)


def exclaims(text: str) -> bool:
    """Return whether a sentence that is called out names nothing: no deed opens it, and no name stands in it.

    >>> exclaims("我们一定把这项事业办得更好！"), exclaims("实施消费提振行动，让市场旺起来！")
    (True, False)
    """
    if "“" in text or "《" in text or _measure_verbs().search(text, 0, _DEED_NEAR) is not None:
        return False
    return all(cue.name != DEED for cue in tense_words().find(text[:_DEED_NEAR]))


def _holds(text: str) -> bool:
    """Return whether a sentence says what its speakers hold of something: 我们高度评价不结盟运动."""
    found = _idle("stance").search(text, 0, _STANCE_FAR)
    return found is not None and _STANCE_BEGINS.fullmatch(text, 0, found.start()) is not None and _DONE.search(text) is None


@cache
def _idle(name: str) -> re.Pattern[str]:
    return re.compile(any_of(read_classes("idle_words.tsv", ("zeal", "stance"))[name]))


def is_label(text: str) -> bool:
    """Return whether a line without a stop names a topic or the columns of a table and tells nothing of it.

    >>> is_label("指标 全市 城区 农村"), is_label("新城区医院建成投用")
    (True, False)
    """
    return _measure_verbs().search(text) is None and not _says_how_it_goes(text)


def _tells_where_one_stands(text: str) -> bool:
    standing = _STANDING.match(text) if _STANDS.search(text) is not None else None
    if standing is None:
        return False
    who = standing["who"] or ""
    return _measure_verbs().search(who) is None and vote(who, has_figures=False) >= 0


def opens_with_a_deed(text: str) -> bool:
    """Return whether a line begins with what is done: 推进老旧小区改造."""
    return _measure_verbs().match(text) is not None or any(cue.start == 0 for cue in tense_words().find(text)[:1])


def commands(text: str) -> bool:
    """Return whether a part of a sentence begins with a verb that asks for a deed: 推进改造; a 去年 there asks for nothing."""
    return _measure_verbs().match(text) is not None or any(cue.start == 0 and cue.name == DEED for cue in tense_words().find(text)[:1])


def looks_around(text: str) -> bool:
    """Return whether a sentence of a plan tells of the world it is made in: 我省发展环境面临深刻复杂变化."""
    return _SURROUNDINGS.match(text) is not None


def professes(text: str) -> bool:
    """Return whether a sentence of a plan only says what is believed in, or why; a cue such as 我们将 does not change that."""
    return teaches(text) or _PROFESSION.search(text) is not None or _GOALS_EXPLAINED.match(text) is not None


def teaches(text: str) -> bool:
    """Return whether a sentence, of a review or a plan, tells a lesson: 我们深刻体会到,必须坚持改革创新."""
    return _LESSON.search(text) is not None


def argues(text: str) -> bool:
    """Return whether a sentence of a review, without figures, reasons about things and tells of nothing that was done.

    >>> argues("因此，这个政策是完全正确的。"), argues("社会大局保持稳定。")
    (True, False)
    """
    ought = "应该" in text or "应当" in text
    judged = text.endswith(("的。", "的；")) and _JUDGED.search(text) is not None
    means = "是" in text and (_MEANING.match(text) or _IS_WHAT.match(text)) is not None and _DONE.search(text) is None
    return ought or judged or means or _REASONS.match(text) is not None or _ASIDE.search(text) is not None or _holds(text)


@cache
def _measure_verbs() -> re.Pattern[str]:
    return compile_lexicon((row, "measure") for row in read_table("measure_verbs.tsv", ("word",), key="word")).pattern
