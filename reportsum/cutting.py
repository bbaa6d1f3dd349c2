"""A long sentence of a report → what of it stands by itself.

Comes in: a sentence and the places in it that must stay. Goes out: the parts between commas that hold them, with the announcement they
belong to (主要预期目标是：) and the subject they need (增长5.2% needs what grew), in the sentence's own words and order.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportsum import lazy_re as re

from .openers import by_itself, points_back
from .spans import Span

_LABEL = (
    r"进展情况[:：]|痛点[:：]|第[一二三四五六七八九十百\d]{1,5}[条款]\s*|[①-⑳●■◆•·—\-–]+\s*"
    r"|[\u4e00-\u9fff]{2,6}(?:议员|主席|司长|局长|代表|委员)：(?:主席，)?"
    r"|[一二三四五六七八九十]{1,2}是(?:要)?[，：]?|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．](?!\d)\s*"
)
"""进展情况：, 第三条, 李议员：, 一是, （三）."""
_JOINS = r"(?:同时(?!期)|此外|其中[，,：:]?|另外|特别是|尤其是|具体来看|总的来看|总体上看|因此|为此|而且|并且|但是|但|现在)[，,]?"
_SEES = (
    r"(?:在|也在)?(?:看到|肯定|总结|取得)成绩的同时[，,]"
    r"|(?:我们)?(?:也|还)?(?:要)?(?:清醒|深刻|充分)(?:地)?(?:认识|看)到[，,：:]?"
    r"|我们[也还](?:要)?(?:认识|看)到[，,：:]?|(?:全面)?(?:回顾|总结)过去(?:的?一年)?[，,]"
    r"|(?:必须|应该|应当|还要|要)看到[，,]"
)
"""在看到成绩的同时, 也要清醒看到: what follows is told either way."""
_JUDGES = (
    r"(?:增[速长]|就业|价格|物价|收入|民生|结构|质量|效益|动能|后劲|环境|经济|速度|投资|消费)[稳优好升降强实高]了?[，,](?=[^，。]{0,30}\d)"
    r"|[^，。]{2,6}再[大难多][，,]"
)
"""What a sentence is put under in a word: 就业稳，; 难度再大，."""
_INTRODUCES = r"(?:特别)?令人(?:高兴|鼓舞|振奋)的是[，,]?|需要?(?:向各位代表)?(?:说明|指出)的是[，,]|主要(?:是|有|表现在)[，,：:]"
_IN_ENGLISH = (
    r"(?:Taking (?:all )?(?:these|this|the above)(?: factors)?(?: fully)? into account|(?:Together|Along) with the [^,.]{4,70}"
    r"|(?:During|Over|In) (?:this|that|the same) period), "
    r"|(?:and )?\([a-z0-9]{1,3}\) ?|and\([a-z0-9]{1,3}\) ?"
)
_SETS = (
    r"《[^》]{2,30}》(?:明确|提出)了?[^，。：]{2,20}[：，](?=[^。]*\d)|(?:[^，。]{2,8}方面[，,])?围绕[^，。]{2,24}[，,]?提出\d+项(?:主要)?指标[，,]"
    r"|兼顾[^，。]{2,12}[，,](?:提出)?"
)
"""How a goal of a plan is announced: 围绕经济发展，提出6项指标，其中…."""
_WEIGHS = (
    r"(?:根据|按照|经)[^，。\d]{2,24}(?:核算|统计|测算|审核|反馈)(?:结果|数据)?[，,]|据?初步(?:统计|核算|测算)[，,]"
    r"|(?:综合(?:考虑|分析)[^，]{0,60}|综合各方面因素|综上)[，,](?:提出)?|建议|包括(?=[^，。]{2,40}\d)"
)
_IN_ORDER_TO = r"(?:To|In order to) [a-z]+ (?:these|this|that|such|those) [^,.]{1,60}, "
_GUIDED_BY = (
    r"(?:坚持)?以[^，。；]{4,40}(?:思想|理论|精神)为指[导引]|(?:全面|深入|认真|坚决|切实)*(?:贯彻|落实|学习)[^，。；\d]{0,40}(?:精神|思想|部署|理念)"
    r"|以“[^”]{2,10}”为[^，。；\d]{2,6}|坚持(?:党的[^，。；\d]{2,8}|[^，。；\d]{2,12}总基调|[^，。；\d]{2,30}(?:引领|主导|导向|原则)[^，。；\d]{0,20})"
)
_GUIDES = rf"(?:{_GUIDED_BY})，(?=[^。]*\d)"
"""The guiding ideology before an aim that can be counted: 以…思想为指导，坚持创新引领，到2025年，…."""
_OPENERS = re.compile(rf"^(?:{_LABEL}|{_GUIDES}|{_JOINS}|{_SEES}|{_JUDGES}|{_INTRODUCES}|{_IN_ENGLISH}|{_SETS}|{_WEIGHS}|{_IN_ORDER_TO})")
"""What a sentence begins with and does not need when it stands by itself."""
_COMPARED = r"其中|同比|环比|比上年|比[“\"]?十|较上年|年均|平均每年|实际(?!利用|使用|到位|吸收|引进|完成)|名义|分别"
_CHANGED = r"增长|增速|增幅|增加|下降|减少|上升|提高|上涨|回落"
_STANDS_AT = r"达到?(?!成)|居|位居|位列|列全|占|为|创(?!新(?!高)|建|业|造|意|办|设|作|立)|完成率"
_ITS_TOTAL = (
    r"(?:力争|争取|确保|预计|其|全年|年内)*"
    r"(?:交易额|成交额|销售额|营业额|总量|总额|总数|年?产值|年?产量|总产值|营收|利润|总投资|完成投资|完成固定资产投资|到位资金|占比|覆盖率|普及率|利用率|满意率|入住率|完成率)"
    r"(?:首次|已|将)?(?:达|突破|超|增|提|上升|下降|居|跃|控制|不低于|不超过|\d)"
)
"""总额突破100亿元: of what is told before."""
_BROUGHT_BY = r"使(?![用命馆领节团])|视(?![频觉听察力为])(?=[^，。]{2,40}(?:给予|奖励|补助|支持|情况))"
"""使资金池达到1千万元: what does so stands before it."""
_SET_BESIDE = r"高于|低于|快于|好于|超过|突破|超额|连续|净增|约|近|跃居|跃升|升至|降至|稳居|占比|比重|保持在|继续|由\d|从\d|扣除|剔除"
_NEEDS_SUBJECT = re.compile(rf"^(?:{_COMPARED}|{_CHANGED}|{_STANDS_AT}|{_ITS_TOTAL}|{_SET_BESIDE}|{_BROUGHT_BY})")
"""Half a sentence: what grew, or is how much, was said before."""
_NO_BEGINNING = re.compile(
    r"^(?:其(?!他)|即(?![将日])|该|这|此|它|他们|我们(?=也|还|又)|对此|以及|并|也|还|但|而|且|则|及|和|与|等|之一|上述|前者|后者|届时|至此|对于|有利于|有助于|从而|使得|为此)"
    r"|^(?:And|But|So|Which) "
)
"""A sentence that begins so speaks of something before it."""
_DANGLES = re.compile(
    r"^(?:截[止至][^，]{1,8}，)?该?(?:项目|工程)(?:预计|累计|已|共|总|计划)|^[^。]*?(?:享受|符合|按照?|依照|满足)第[\d一二三四五六七八九十]{1,3}款|^[^，；。]*?(?:这[项些次批两三]|这一(?!年|轮|届)|上述|该项|此项|为此|[本此]次(?!全会|会议|大会))"
    r"|(?<![.!?%)] )\b[Tt]hese\b|\b[Tt]hose(?! (?:who|with|in|of|that|from|at|whose|aged|earning|under|affected|without|on|living)\b)"
    r"|^(?:We|I|The Government) (?:(?!(?:the|a|an|our|it|them)\b)[a-z]+ ){1,6}"
    r"(?:it|them)\b(?! (?:is|was|will|would|has|possible|clear|easier|necessary)\b)"
    r"|^[A-Z][a-z]+ed [^,.]{0,40}\bit\b|^We, on the other hand"
)
"""What speaks of something that is told before the sentence: 支持这项改革的资金, these incidents, We intend to increase it."""
_NO_PREDICATE = re.compile(
    r"^(?:依托|通过|基于|按照|围绕|随着|针对|对于|结合|充分结合|根据|待)[^，；：]*[。]?$|^(?:当|在)?[^，；：]{4,}(?:后|时|之前|基础上)(?:（[^）]*）)?。?$|^应?在[^，；：]*(?:[内前后时])。?$"
    r"|^The [a-z ]{3,40}(?:officer|director|agency|department|secretary|administrator)"
    r" (?:develop|establish|implement|update|ensure|provide|review)\b"
)
"""What is no sentence: only how or when something is done, or a line of a list without what leads it (The officer develop …)."""
_BASELINE = re.compile(
    r"\d{4}年以来|“[一二三四五六七八九十]+五”规划(?:目标|任务|指标)?|(?:较|比|从|由|自|与)(?:上半年|年初|一季度|\d{4}年|“[^”]{2,8}”(?:末|时期|期间)?|上年|去年|前年)"
)
"""A time that something is compared with says not when: 较“十三五”末增长33.6%."""
_TIME = re.compile(
    r"\d{4}年|[〇○零一二三四五六七八九]{4}年|今年|去年|前年|明年|上半年|下半年|[一二三四1-4]季度|\d{1,2}月|五年|“[一二三四五六七八九十]+五”|期间|过去"
)
_ENGLISH_TIME = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:this|last|next) year\b|\b(?:past|current|coming|financial|fiscal|calendar|whole|full) year\b"
    r"|\b(?:past|last|next|coming|recent) (?:\w+ )?(?:years|months|decades?)\b|\bFY ?\d\d"
    r"|\b(?:over|in|during) (?:the|these|those) (?:\w+ )?(?:years|decades?)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:the|a|an|our|its|their|some|we|more|over|all|many|total|government)\b")
"""What an English sentence may begin with when its first words fell off."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_AND_SO_ON = re.compile(
    r"[，；、]等等[。]?$|[，；](?:这(?:[是个一]|更加)|经过努力)[^；]{2,60}$|[，；][^，；]{0,10}加以解决$|[，；]为[^，；]{2,80}打[下好][^，；]{0,8}基础$"
    r"|[，；](?:奋力|共同|合力|不断)?(?:共绘|谱写|绘就|续写|书写|开创|描绘|共谱)[^，。；]{2,40}(?:图景|篇章?|华章|画卷|局面|答卷|蓝图)[。！]?$"
)
"""What a sentence ends with and does not need: 等等, a flourish (谱写…新篇章)."""
_LONGEST_TIME = 14
_TAIL = re.compile(r"^(?:创|居|位居|位列|稳居|跃居|增速|高于|快于|好于|为近|是近|首次|连续)")
_OPEN, _CLOSE = "“「『（(《〈【[", "”」』）)》〉】]"


def stands_alone(text: str) -> bool:
    """Return whether a sentence can be read without what stands before it, as far as its first words tell. Rows of tables cannot."""
    in_a_table = " | " in text or text.startswith("|")
    torn = text[:1].islower() and not is_chinese(text)
    if _DANGLES.search(text) or _NO_PREDICATE.search(text):
        return False
    if in_a_table or torn or text[-1:] in ("？", "?") or text[:1] in ("（", "("):
        return False
    return (
        bool(text) and not points_back(text) and not _NEEDS_SUBJECT.search(text) and not _NO_BEGINNING.search(text) and _is_balanced(text)
    )


def is_chinese(text: str) -> bool:
    """Return whether a text has Chinese characters in it."""
    return _HAN.search(text) is not None


def names_a_time(text: str) -> bool:
    """Return whether a sentence says when; what it compares with says nothing of that."""
    if not is_chinese(text):
        return _ENGLISH_TIME.search(text) is not None
    text = _BASELINE.sub("", text)
    return _TIME.search(text) is not None or _ENGLISH_TIME.search(text) is not None


def bare_sentence(text: str) -> str:
    """Return a sentence without labels and connecting words at its beginning, on one line.

    >>> bare_sentence("二是粮食产量再创新高，达到650亿斤。")
    '粮食产量再创新高，达到650亿斤。'
    """
    chinese = is_chinese(text)
    text = re.sub(r"\s*\n\s*", "", text) if chinese else by_itself(" ".join(text.split()))
    previous = None
    while text != previous:
        previous, text = text, _OPENERS.sub("", text, count=1).lstrip()
        if not chinese and text != previous:
            text = by_itself(text)
    return text[:1].upper() + text[1:] if _SUBJECT.match(text) else text


def closed(text: str) -> str:
    """Return a sentence that ends like one."""
    bare = text.rstrip("；;，,、：: \n")
    bare = _AND_SO_ON.sub("", bare) if is_chinese(bare) else bare
    if not bare or bare.rstrip('”’」』）)》"')[-1:] in tuple("。！？!?."):
        return bare
    return bare + ("。" if is_chinese(bare) else ".")


def cut_sentence(text: str, wanted: Sequence[int], limit: int, whole: int | None = None) -> str:
    """Return `text` cut at clause ends to about `limit` code points, with as many of the places `wanted` as fit, the first ones first.

    A text that is short enough (no longer than `whole`, else than `limit`) stays whole. The first place always stays.
    """
    if len(text) <= (limit if whole is None else whole):
        return closed(bare_sentence(text))
    parts = _parts(text)
    kept: set[int] = set()
    for place in wanted:
        index = next((n for n, part in enumerate(parts) if part.start <= place < part.end), None)
        if index is None:
            continue
        more = kept | _with_subject(text, parts, index)
        if not kept or sum(parts[n].end - parts[n].start for n in _with_lead(text, parts, more)) <= limit:
            kept = more
    kept = _with_predicate(text, parts, kept or {0})
    return closed(bare_sentence("".join(text[parts[n].start : parts[n].end] for n in sorted(_with_lead(text, parts, kept)))))


def _parts(text: str) -> list[Span]:
    """Return the parts of a sentence, each with the comma, semicolon or colon that ends it; none inside quotes or brackets.

    English sentences are cut at semicolons alone: between its commas an English clause seldom stands.
    """
    chinese = is_chinese(text)
    parts, start, depth = [], 0, 0
    for at, character in enumerate(text):
        depth += (character in _OPEN) - (character in _CLOSE)
        ends = character in "，；;：。" or (character in ",:" and chinese and not text[at + 1 : at + 2].isdigit())
        if ends and depth <= 0:
            parts.append(Span(start, at + 1))
            start = at + 1
    if start < len(text):
        parts.append(Span(start, len(text)))
    return parts


def _with_subject(text: str, parts: Sequence[Span], index: int) -> set[int]:
    """Return a part with those before it that name its subject, or whom it is given to, and the short remark after it (创历史新高)."""
    found = {index}
    first = index
    while first > 0 and _NEEDS_SUBJECT.search(text[parts[first].start : parts[first].end].lstrip()):
        first -= 1
        found.add(first)
    if _GIVES.search(text, parts[index].start, parts[index].end):
        while first > 0 and text[parts[first - 1].end - 1] in "，,":
            first -= 1
            found.add(first)
    after = index + 1
    if after < len(parts) and parts[after].end - parts[after].start <= _LONGEST_TIME:
        remark = text[parts[after].start : parts[after].end]
        if _TAIL.search(remark):
            found.add(after)
    return found


def _with_predicate(text: str, parts: Sequence[Span], kept: set[int]) -> set[int]:
    """Return the parts kept with what follows the last one, where that only says how or when: 依托7个省级基地，|重点发展…."""
    whole = set(kept)
    last = max(whole)
    while last + 1 < len(parts) and _ONLY_HOW.match(text[parts[last].start : parts[last].end].strip()):
        last += 1
        whole.add(last)
    return whole


def trimmed(text: str, figures: Sequence[str], name: str = "") -> str:
    """Return a Chinese sentence without the general parts before and behind those with its figures; `name` is what it must still hold.

    >>> trimmed("深入落实责任制，建设8万亩高标准农田，推动农业提质。", ["8万亩"], "建设高标准农田")
    '建设8万亩高标准农田。'
    """
    parts = [text[part.start : part.end] for part in _parts(text)]
    held = [n for n, part in enumerate(parts) if any(figure in part for figure in figures)]
    if not held:
        return text
    begin, end = 0, len(parts)
    while end > max(held) + 1 and _is_general_tail(parts[end - 1]):
        end -= 1
    while begin < min(held) and parts[begin][-1] in "，,；" and _is_general_head(parts[begin]):
        begin += 1
    if begin and begin < len(parts):
        parts[begin] = _BUT.sub("", parts[begin])
    while begin and _loses("".join(parts[begin:end]), text, name):
        begin -= 1
    return closed("".join(parts[begin:end]))


def _loses(shorter: str, text: str, name: str) -> bool:
    """Return whether what is left of a sentence lacks the subject of its first part, or an end of the name that it is taken for."""
    if _NEEDS_SUBJECT.search(shorter) or _FOLLOWS.match(shorter) or _NO_BEGINNING.search(shorter) or _COUNTS_ON.match(shorter):
        return True
    return any(end not in shorter and end in text for end in (name[:2], name[-3:]) if end)


def _is_general_tail(part: str) -> bool:
    bare = part.rstrip("，,；。")
    if _FOR_THE_SAKE.match(part) or (_SO_AS_TO.match(part) and not _NUMBERS.search(part)):
        return True
    return (_GENERAL_TAIL.match(part) or _TOLD_IN_GENERAL.search(bare)) is not None and not _DIGITS.search(part)


def _is_general_head(part: str) -> bool:
    bare = _QUOTED.sub("", part.rstrip("，,；"))
    return (_GENERAL_HEAD.match(part) or _TOLD_IN_GENERAL.search(bare)) is not None and not _NUMBERS.search(bare)


_GIVES = re.compile("给予|奖励|补助|补贴|资助")
"""An award stands with all of its conditions: 对取得发明专利，|销售收入超过2000万元的企业，|给予20万元."""
_ONLY_HOW = re.compile(
    r"(?:依托|通过|基于|按照|围绕|随着|针对|对于|结合|充分结合|根据|待|对(?![外口接标照比])(?![^，]*(?:进行|开展|实[施行]|给予|奖励|补助)))[^，；：]*[，,]$"
)
_NUMBERS = re.compile(r"\d|[〇零一二三四五六七八九十百千万亿]{2,}|百分之")
_DIGITS = re.compile(rf"{_NUMBERS.pattern}|“|《")
_QUOTED = re.compile("“[^”]*”|《[^》]*》")
_GENERAL_HEAD = re.compile(
    r"在[^，。]{2,30}(?:领导|支持|努力|带领)下|(?:深入|加快|持续|扎实|大力|积极|全面|高质量|统筹|严格|坚持|围绕|坚决|千方百计|及时|综合|进一步|着力|有序|有效|稳步|精准|切实|坚定不移|高水平|高标准|(?:我们)?(?:始终|科学))"
    r"|(?:推[动进]|依托|用好|深化|落实|加力|强化|完善|优化|加强|构建|通过|支持|发挥|加大|建设|开展|实施|激发|健全|提升|促进|做好|抓好|激活|面对|应对|打造|打好|克服"
    r"|扩围|组织|创建|运用|利用|引导|鼓励|稳定|出台)(?!的)"
)
_TOLD_IN_GENERAL = re.compile(
    r"^[^，]{2,16}(?:不断|持续|深入|扎实|加快|稳步|有力|有序|蓬勃|进一步|全面|更加|积极|加速|大力)"
    r"(?!下降|减少|上升|增加|增长|回落|上涨|缩小)[\u4e00-\u9fff]{2,4}$"
    r"|^[^，]{2,12}(?:丰硕|显著|明显|良好|向好|有效|有力|总体平稳|总体稳定|更加完善|取得[^，]{0,6}(?:成效|进展|突破))$"
)
"""An assessment, told as done: 消费潜能不断激活, 科技创新成果丰硕."""
_BUT = re.compile("^但(?:是|也)?")
_COUNTS_ON = re.compile("[二三四五六七八九十]是")
_FOLLOWS = re.compile(
    r"(?:力争|争取|确保|预计|全年|年内|共|累计|已|可)*(?:拉动|带动|撬动|惠及|吸引|服务|受益|覆盖|节约|助力|追回|第一时间)"
)
"""What a deed told before it brought: 拉动消费80亿元."""
_FOR_THE_SAKE = re.compile("也?为[^，。]{2,}(?:打[下好]|奠定|提供|创造|作出[^，。]*贡献)|在[^，。]{2,20}彰显")
_SO_AS_TO = re.compile("以[^，。]{2,30}(?:推动|带动|助推|助力|促进|支撑|引领|实现)|体现了|做到[^，。]{2,8}$")
_GENERAL_TAIL = re.compile(
    r"(?:这|他们|该|有利于|为[^，。]{2,60}(?:打[下好]|奠定|提供)|不断|进一步|努力|切实|积极|坚持|从而|使|引导|经过努力|继续|持续|落实(?!资金))|(?:加快|推[动进]|提[高升]|完善|增强|强化|促进|带动|加强|优化|深化|建设现代化)(?!了)"
)
"""How the parts of a sentence begin that tell a general measure: they may go from a point where others hold its figures."""


def _with_lead(text: str, parts: Sequence[Span], kept: set[int]) -> set[int]:
    """Return the parts kept with the announcement before them (…目标是：) and, where none says when, the time named before them."""
    if not kept:
        return kept
    first = min(kept)
    lead = set(kept)
    announced = [n for n in range(first) if text[parts[n].end - 1] in "：:"]
    if announced:
        lead.add(announced[-1])
    if not names_a_time("".join(text[parts[n].start : parts[n].end] for n in sorted(lead))):
        before = [text[part.start : part.end] for part in parts[:first]]
        timed = [n for n, part in enumerate(before) if len(part) <= _LONGEST_TIME and names_a_time(part)]
        lead.update(timed[-1:])
    return lead


def _is_balanced(text: str) -> bool:
    return all(text.count(one) == text.count(other) for one, other in zip(_OPEN, _CLOSE, strict=True) if one not in "[(")
