"""Sentences of a plan that promise nothing because they say what is, or what was: the plan's section does not make aims of them.

职能转变不到位 under the tasks of a year names what is wrong; 文化是一个民族的灵魂 is a maxim; and a paragraph that opens with
过去的一年 looks back until a sentence turns to the new one. Asked only for sentences without figures that ask for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportsum import lazy_re as re

from .contradictions import Placed, sets_aims
from .parts import split_parts
from .slogans import commands

_ASKS = re.compile(
    r"(?:^|[,，、;；。])(?:还|都|也|就|则|一定|尤其|特别)?要(?!素|求)|[^重需主紧首必摘纲只概首]要(?=[^素求点闻])|将(?!士|领|军)|必须|应[当该]?(?!用|对)|力争|争取|确保"
    r"|明年|新的一年|今后|下一步|务必|不得|绝不|决不|继续|(?<!待)(?<![还仍尚])(?<!需)进一步|更加|努力|着力|切实|目标|任务[是为]|(?:^|[,，])把"
)
"""What asks for something or looks ahead."""

_WRONG = re.compile(
    r"(?:不到位|不强|不高|不稳定?|不稳固|不牢固?|不足|不够|不平衡|不充分|不协调|不合理|不规范|不健全|不完善|不适应|不匹配|不优|不畅|不严|薄弱|脆弱"
    r"|(?:矛盾|问题|风险|压力|短板|困难)(?:[^,，。;；、]{0,4})(?:突出|凸显|增多|增加|加大|上升|加剧|严重|很大|较大)|(?:主义|现象|浪费|腐败|污染|流失|受损|短缺|失衡|灾害)[^,，。;；、]{0,2}严重"
    r"|易发多发|多发频发|时有发生|屡禁不止|明显抬头|低迷|疲软|乏力|滞后|恶化|短缺|较大差距|[^要]求偏弱|偏低|(?:形势|环境|局势)[^,，。;；、]{0,4}(?:复杂|严峻|恶劣)|居高不下|过多|过剩|下滑|交织叠加"
    r"|[有亟]待(?:进一步)?[^,，。;；、]{2,6}|[跟赶]不上[^,，。;；]{0,16}|(?:主义|现象|问题|隐患|风险)[^,，。;；、]{0,8}存在)"
    r"(?=[,，。;；]|$)"
)
"""How a part ends that says something is wrong."""

_FIGHTS = re.compile(
    "解决|破解|化解|治理|整治|克服|消除(?<!没有完全消除)|防止|防范|遏制|扭转|改变(?<!没有改变)(?<!根本改变)|纠正|缓解|应对|针对|补齐|避免|适应(?<!不适应)"
)
"""Deeds against what is wrong."""

_IS = re.compile(
    r"[^,，。;；:：]{2,30}(?<![一二三四五六七八九十就便也还都])[,，]?是(?!否)[^。;；]{1,60}(?:灵魂|血脉|家园|源泉|道路|方向|阶梯|基石|潮流|心愿|愿望|职责|优势|所在|因素|问题|途径|里程碑|国家|生命线)(?:[,，]是[^。]+|[,，]可以[^。]+)?[。；]$"
    r"|(?:没有|离开|不)[^,，。;；]{2,20}[,，][^。;；]{2,40}(?:不可能|没有出路|无从谈起|难以[^,，。]{2,8}|就没有[^,，。]{2,10})[^,，。]{0,10}[。；]$"
    r"|(?:我们)?(?:坚信|相信|深信)[,，]"
    r"|[^,，。;；]{2,20}正在?(?:催生|孕育|重塑|重构|展现|发生|经历|成为|走向|酝酿)"
    r"|[^,，。;；]{2,24}[,，]?标志着"
    r"|[^,，。;；]{2,30}(?:蕴藏着|蕴含着|依然存在|依然是|仍然是|并未改变|没有改变)"
    r"|[^,，。;；]{2,30}具有[^,，。;；]{0,6}(?:示范|带动|引领|领先|独特)[^,，。;；]{0,6}(?:作用|优势|地位|效应)[。；]$"
    r"|[^,，。;；]{2,30}(?:形势|步骤|道路|政策|任务|前景)[^,，。;；]{0,6}是[^,，。;；]{2,10}的[。；]$"
)
"""How a sentence reads that says what is: 国际金融危机正在催生新的技术革命."""

_DONE = re.compile("已经?(?![有])|取得")
_BEFELL = re.compile(
    r"(?:(?:危机|疫情|衰退|蔓延|冲击|灾害|洪涝|洪水|旱灾|地震|下岗|返乡|倒闭|停产|停工|下滑|萎缩|放慢|减弱|紧缩|困难|损失|中断|破产)[的了]?"
    r"|(?:出口|外贸|收入|利润|产量|订单|需求)[^,，。;；、]{0,6}(?:大幅|急剧|明显|持续|锐)(?:下降|减少|减)|失业[^,，。;；、]{0,6}增[加多]|(?:矛盾|问题)[^,，。;；、]{0,4}突出)(?=[,，。;；]|$)"
)
"""How a part ends that tells what befell: 经济增速陡然下滑."""
_BORNE = re.compile(
    "我们|战胜|抗击|抵御|顶住|经受|摆脱|走出|面对|面临|尽管|虽然?|但|没有|未|在[^,，。]{2,20}[下中][,，]|救[灾助援]|支援|帮扶|帮助|克服|发展|增长(?!放|速)|提高|改善|[最更]快|恢复|重建|慰问|援助|率先|成功|实现"
)
"""Words of those who met it, or of what was had all the same."""

_OPENS_A_REVIEW = re.compile(r"(?:各位代表[!！])?\s*(?:在)?(?:过去的?(?:[一二两三四五]|几)年(?:里|中|间)?|[一二两三四五]年(?:来|间))[,，]")
_TURNS = re.compile(
    r"(?:^|[,，、;；。])(?:我们|还|都|也|就)?要(?!素|求)|我们(?:要|将|必须)|将(?!士|领|军)|必须|明年|今年|新的一年|今后|未来|下一步|务必|^(?:继续|进一步)"
)
"""What turns to the time ahead."""


def asks_for_something(text: str) -> bool:
    """Return whether a sentence asks for something: a word says so, or a part of it opens with a deed.

    >>> asks_for_something("加强监管，问题突出。"), asks_for_something("一些地方监管不到位。")
    (True, False)
    """
    if _ASKS.search(text) is not None:
        return True
    parts = (text[part.start : part.end] for part in split_parts(text))
    return any(commands(part) and _WRONG.search(part) is None for part in parts)  # 保护主义抬头 begins like a deed


def says_what_is_wrong(text: str) -> bool:
    """Return whether a sentence that asks for nothing names what is wrong.

    >>> says_what_is_wrong("有的部门服务意识不强。"), says_what_is_wrong("根治管理不到位问题。")
    (True, False)
    """
    return _WRONG.search(text) is not None and _FIGHTS.search(text) is None and not asks_for_something(text)


def says_what_is(text: str) -> bool:
    """Return whether a sentence says what is, of anything, and asks for nothing.

    >>> says_what_is("教育是民族振兴的基石。"), says_what_is("国际收支基本平衡。")
    (True, False)
    """
    return _IS.match(text) is not None and _ASKS.search(text) is None and _DONE.search(text) is None


def tells_of_calamity(text: str) -> bool:
    """Return whether a sentence of a review, without figures, tells only what befell: no deed of the reporter, and no outcome.

    >>> tells_of_calamity("国际金融危机蔓延，出口大幅下降。"), tells_of_calamity("战胜特大洪涝灾害。")
    (True, False)
    """
    if _BEFELL.search(text) is None or _FIGHTS.search(text) is not None or _BORNE.search(text) is not None:
        return False
    parts = [text[part.start : part.end] for part in split_parts(text)]
    others = [part for part in parts if _BEFELL.search(part) is None]
    return 2 * len(others) <= len(parts) and not any(map(commands, others))


def retrospects(placed: Sequence[Placed]) -> Iterator[int]:
    """Yield the indexes of the clauses of plans that stand behind a sentence that opens a look back, up to the one that turns ahead.

    The stretch ends with its paragraph, and none begins where the very next sentence commands.
    """
    for first, one in enumerate(placed):
        run_in = one.clause.heading and one.clause.text.endswith("。")
        if not (one.stand == "plan" or run_in) or _OPENS_A_REVIEW.match(one.clause.text) is None:
            continue
        if _TURNS.search(one.clause.text) is not None or (one.clause.section is not None and sets_aims(one.clause.section.title)):
            continue
        if not run_in:
            yield first
        end = one.clause.end
        for index in range(first + 1, len(placed)):
            clause = placed[index].clause
            if clause.heading or clause.section is not one.clause.section or placed[index].stand not in ("plan", "silent"):
                break
            if clause.start > end or _TURNS.search(clause.text) is not None:
                break
            if index == first + 1 and commands(clause.text):
                break
            end = clause.end
            if placed[index].stand == "plan":
                yield index
