"""What a sum of money is granted for, as policies of support say it: 对新认定的示范工厂，给予最高50万元奖励 → 新认定的示范工厂奖励.

Comes in: the text of a clause and where a sum or share stands in it. Goes out: the name of the grant, None where the figure is
none. A name says who gets it and what; who gets it stands behind 对, behind 给予 (给予发布方100万元支持) or is counted off (单个项目).
"""

from __future__ import annotations

from reportsum import lazy_re as re

from .phrases import LONGEST

_REACH = 160
"""So far before a sum its sentence may say who gets it: conditions and manners stand between."""
_GRANT = "补贴|补助|奖励|资助|奖补|补偿|奖金|贴息|津贴"
"""Money given, as policies call it."""
SUM = f"{_GRANT}|扶持资金|支持资金"
"""What a list of sums ends with: 分别给予90万元、40万元|支持资金."""
_KIND = f"{_GRANT}|支持|扶持|配套"
_SIGNS = ("给予", "补", "奖", "资助", "贴息", "津贴", "支持", "扶持", "配套")
_MOST = "(?:最高|最多|封顶|不超过|不高于|不低于|额度|总额|金额|累计|合计|可达|达到?|为|至)"
_GIVE = "(?:给予|予以|发放|提供)"
_EACH = r"(?:单[个家人]|每[个家人名户年台套]|同一)[^,，。;；、\d给按最累不补奖资支的当年]{0,10}"

_LEADS_UP = re.compile(
    rf"(?:(?P<one>{_EACH})(?:每年|年度|累计)*)?"
    rf"(?:{_GIVE}(?P<whom>(?!每|单(?!位)|最|不|一次|按)[^,，。;；、\d]{{2,16}}?)(?:每[年月]|一次性|连续)*{_MOST}*"
    rf"|(?:按照?|{_GIVE}|奖励|补助|补贴|资助|一次性|最高|不超过)(?P<each>每[^\d,，。;；给按最不]{{1,10}})?{_MOST}*)$"
)
_GRANTED = re.compile(
    rf"(?:以内|以下|左右)?的?(?P<standard>标准)?(?:[,，]由[^,，。;；]{{2,12}}?(?=补助|奖励|补贴|返还))?(?:[,，](?=[^,，。;；]{{0,4}}{_GIVE}))?(?:一次性)?(?:{_GIVE}|进行)?(?:的)?(?P<what>(?!给)[一-鿿]{{0,10}}?(?:(?:{_KIND})(?<!支持)(?<!扶持)(?<!配套)|(?:支持|扶持|配套)(?:资金)?(?=[,，。;；、）)]|$)))"
)
# 最高支持|500万元, 给予一次性奖励|20万元, 每家企业每年最高补贴|1000万元
_NAMED_BEFORE = re.compile(
    rf"(?:(?P<each>{_EACH})(?:年度|每年|累计)*)?(?P<given>(?:给予|予以)(?P<whom>(?!每|单|最|不|一次)[^,，。;；、\d给]{{2,20}}?)?(?:一次性)?|最高(?:不超过)?|不超过)?"
    rf"(?P<what>(?:配套|资金)?(?:{_KIND}))(?:资金|标准)?(?:企业|单位|个人|团队|项目(?:单位|业主)?|平台|机构|旅行社|组团社)?(?P<cap>限(?:每[家个人户])?|[上限]限)?{_MOST}*$"
)
# …给予奖励,单人最高|10万元: what it is said before
_CAP = re.compile(rf"[,，](?P<each>{_EACH})?(?:当?年度?|每年|累计|合计|总额|一般)*{_MOST}+(?:{_GIVE})?$")
_SAID = re.compile(rf"(?P<what>(?:{_KIND}))(?:资金)?(?:[,，。;；]|{_MOST}*\d)|给予(?P<thing>[^,，。;；、\d给]{{3,16}}?)\d+[名个张套]")
_GIVES_SO_MANY = re.compile(r"给予(?P<thing>[^,，。;；、\d给]{3,16})$")
# 再给予|100万元|用于科学研究
_GIVES = re.compile(rf"{_GIVE}{_MOST}*$")
_USED_FOR = re.compile("(?:资金)?用于(?P<use>[^,，。;；、]{2,8})[,，。;；]")
_TO_WHOM = re.compile(
    rf"(?:^|[,，。;；：:、])(?:第[一二三四五六七八九十百零\d]{{1,5}}条\s*|[（(]?[一二三四五六七八九十\d]{{1,2}}[)）、.．]\s*)?对(?![外口接标照应此])(?:于)?(?P<whom>[^,，。;；]{{2,80}}?)(?=[,，]|{_GIVE}|按照?|一次性|再(?:奖|补|给))"
)
_ONE_OF_THEM = re.compile("(?:单[个家人]|每[个家人名户年台套]|同一)(?P<noun>.*)")
"""单个企业, 每人 behind 对…的企业: the same who were named."""
# 连续认定的每次给予|10万元奖励
_WHO_IS_SO = re.compile(
    rf"(?:^|[,，])(?!对)(?P<whom>[^,，。;；\d]{{2,20}}?(?=的)(?:的(?:企业|单位|项目|个人))?)的?[,，]?(?:每次|每年|再|另|各|可|均)*{_GIVE}"
)
# 其中前三年给予|80%|的奖励
_SPAN = "[前后头][一二两三四五]年"
_FOR_YEARS = re.compile(rf"(?<![一-鿿])(?:其中)?(?P<span>{_SPAN})(?:每年)?{_GIVE}(?:企业|单位)?{_MOST}*$")
_PER_YEAR = re.compile("每[年月次]$")
_GENERIC = "企业|业主|(?:项目|建设|实施|申报|承担|运营)?单位|项目(?:业主)?|(?:运营)?机构|平台|主体"
"""Who is given something, said at the sum: whoever the sentence names in front of it (对挂牌企业，给予企业…奖励)."""
_ANYONE = re.compile(_GENERIC)
_OF_A_BASE = re.compile(f"(?:{_GENERIC})?(?P<base>.{{2,}}(?:成本|费用?|投资|投入|支出|金?额))")
"""给予企业引进成本|10%|的资金支持: of what a share is granted."""
_BARE = re.compile(f"(?:{_GENERIC})?(?P<what>(?:{_SPAN}|一次性|最高)?(?:资金|配套)?(?:{_KIND})(?:资金)?)")
_BY_SHARE = re.compile(rf"(?:按照?|{_GIVE}){_MOST}*(?P<base>[^,，。;；\d]{{2,16}}?)的?{_MOST}*(?:给予?(?:{_GENERIC}))?$")
# （三）新产品研发支持。…
_RUN_IN = re.compile(
    r"\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d))\s*(?P<head>[一-鿿“”]{4,20})[。：:]"
)
_HEAD_LEADS = re.compile("(?:鼓励|支持|强化|加大|加强|实施|大力|积极|着力|推动|促进|加快|推进|给予|对)+")
_HEAD_ENDS = re.compile(f"的?(?:{_KIND}|政策|措施|力度|标准|资金|办法)+$")
_PAID = re.compile("[共已]|累计")
_SHORTEST_MATTER = 2
_LIST_DONE = re.compile("^(?P<verb>[一-鿿]{2})[^、]{2,}、.*等(?P<kind>.{2,})$")
"""共建工业学院、艺术学院等特色学院的企业: what is done to a list."""

_FIRST_OF_LIST = re.compile("(?P<first>[^、]{4,20})、.*[^、](?P<who>的[^的、]{2,6})$")
"""认定为驰名商标、老字号、地理标志的企业."""


def sentence_before(text: str, start: int) -> str:
    """Return what stands in `text` before `start` of its sentence, as far as it may say who gets something."""
    left = text[max(0, start - _REACH) : start]
    return left[max(left.rfind(stop) for stop in "。;；") + 1 :]


def grant_name(text: str, start: int, end: int) -> str | None:
    """Return what the sum of money or share `text[start:end]` is granted for; None where it is no grant.

    >>> text = "对优秀企业，给予10万元一次性奖励。"
    >>> grant_name(text, 8, 12)
    '优秀企业奖励'
    """
    if not any(sign in text for sign in _SIGNS):
        return None
    left = sentence_before(text, start)
    granted = _GRANTED.match(text, end)
    each = whom = ""
    if granted is not None and (leads := _LEADS_UP.search(left)) is not None:
        each, whom = leads["each"] or leads["one"] or "", leads["whom"] or ""
        what = f"{granted['what']}{granted['standard'] or ''}"
    elif granted is not None and text.endswith(("%", "‰"), 0, end) and (share := _BY_SHARE.search(left)) is not None:
        what = f"{granted['what']}占{share['base']}比例"
    elif (named := _NAMED_BEFORE.search(left)) is not None and (named["given"] or _TO_WHOM.search(left) or _who_did_so(left)):
        each, whom, what = named["each"] or "", named["whom"] or "", f"{'最高' if named['cap'] else ''}{named['what']}"
    elif (cap := _CAP.search(left)) is not None and (said := [*_SAID.finditer(left)]):
        each, what = cap["each"] or "", said[-1]["what"] or said[-1]["thing"]
    elif (gives := _GIVES_SO_MANY.search(left)) is not None and text[end - 1] in "名个张套":
        return gives["thing"]
    elif _GIVES.search(left) is not None and (use := _USED_FOR.match(text, end)) is not None:
        what = f"{use['use']}资金"
    else:
        return None
    if (based := _OF_A_BASE.fullmatch(whom)) is not None and text.endswith(("%", "‰"), 0, end):
        whom, what = "", f"{what}占{based['base']}比例"
    if (span := _FOR_YEARS.search(left)) is not None:
        what = f"{span['span']}{what}"
    return _named(whom or _PER_YEAR.sub("", each).rstrip("每"), what, left)


def headed(name: str, line: str) -> str:
    """Return a name that says only that something is granted with the matter of the head its line begins with; any other as it is.

    >>> headed("企业资金支持", "（二）新产品研发支持。投产后给予企业")
    '新产品研发资金支持'
    """
    bare = _BARE.fullmatch(name) if _PAID.search(line, line.rfind("。") + 1) is None else None
    run_in = _RUN_IN.match(line) if bare is not None else None
    if bare is None or run_in is None:
        return name
    matter = _HEAD_ENDS.sub("", _HEAD_LEADS.sub("", run_in["head"], count=1) if _HEAD_LEADS.match(run_in["head"]) else run_in["head"])
    return f"{matter}{bare['what']}" if len(matter) >= _SHORTEST_MATTER else name


def rate_under_a_cap(text: str, start: int, end: int) -> str | None:
    """Return the name of the share `text[start:end]` by which a grant is reckoned whose most is told right behind it; else None.

    >>> rate_under_a_cap("按采购额的2%给予最高200万元资助。", 5, 7)
    '资助占采购额比例'
    """
    capped = _UP_TO.match(text, end)
    if capped is None:
        return None
    share = _BY_SHARE.search(sentence_before(text, start))
    return f"{capped['what']}占{share['base']}比例" if share is not None else None


_UP_TO = re.compile(
    rf"(?:的?(?:比例|标准))?[,，]?{_GIVE}(?:[一二两三四五\d]年)?(?:一次性)?{_MOST}+\d[\d.]*[万亿]?元(?:以内|以下)?的?(?P<what>[一-鿿]{{0,6}}?(?:{_KIND}))"
)


def _named(whom: str, what: str, left: str) -> str:
    """Return the name: who is named at the sum itself, else whom the sentence grants it to, before what it is."""
    what = _BY_YEARS.sub("", what)
    told = [*_TO_WHOM.finditer(left)]
    so = _WHO_IS_SO.search(left, told[-1].end() if told else 0)
    receiver = so["whom"] if so is not None else told[-1]["whom"].removesuffix("的") if told else _who_did_so(left)
    receiver = _LISTED_ON.sub("", _IN_BRACKETS.sub("", receiver))
    if receiver.startswith(_POINTS) or "上述" in receiver:
        named = _TOLD_BEFORE.search(left)
        receiver = named["who"] if named is not None else ""
    if not receiver and whom and (one_so := _ONE_SO.search(left)) is not None:
        receiver = _IN_BRACKETS.sub("", one_so["whom"])
    if receiver and _ANYONE.fullmatch(whom) is not None:
        whom = ""
    one = _ONE_OF_THEM.fullmatch(whom)
    if receiver and (not whom or (one is not None and receiver.endswith(one["noun"]))):
        each = whom if len(whom) == len("每人") and whom[1] in "人名户台套" else ""
        for shorter in (receiver, *_shortened(receiver)):
            if len(name := f"{shorter}{each}{what}") <= LONGEST:
                return name
    return f"{whom}{what}"


# 评为名牌的企业，给予企业|3万元|奖励
_ONE_SO = re.compile(rf"(?:^|[,，])(?P<whom>[^,，\d]{{4,40}}的(?:{_GENERIC}))[,，](?:再|一次性)*{_GIVE}(?:{_GENERIC})(?:一次性)?{_MOST}*$")
_IN_BRACKETS = re.compile("[(（][^()（）]*[)）]")
_LISTED_ON = re.compile("^在(?:(?=[^,，的]{2,12}(?:上市|挂牌)的?(?:企业|公司)$)|[^,，的]{2,10}?(?:行业|产业|领域)(?=.{4}))")
_BY_YEARS = re.compile("^分[一二两三四五\\d]年(?:给予|予以)?")


def _who_did_so(left: str) -> str:
    """Return the comma piece that says without 对 who gets it: 依据诊断方案实施改造的,|按投资额的30%给予….

    A threshold at its end falls away: 企业采购配套产品|5000万元以上|的.
    """
    cases = [*_CASE.finditer(left)]
    case = WHEN.sub("", cases[-1]["case"]) if cases else ""
    return "" if _LEADS_ON.match(case) is not None or _QUANTITY.search(case) is not None else case


_CASE = re.compile(
    r"(?:^|[,，。;；：:])(?P<case>[^,，。;；：:\d]{4,28}?)(?:(?:达到?|超过|首次突破|突破|不低于|在)?\d[\d.]*[万亿]?(?:元|%|人|家|平方米|亩|吨)(?:及?以上|及?以下)?)?(?:的[,，]|[,，](?=按照?每|一次性))"
    r"(?:按照?|依条件|每|可|再|一次性|最高|给予|奖励|补助|补贴|资助)"
)
_POINTS = ("其", "该", "此", "上述", "前述", "本条")
"""How a receiver begins who is named elsewhere."""
_TOLD_BEFORE = re.compile("(?:^|[,，。;；])(?P<who>[^,，。;；]{4,28}?)[,，]对其")
_QUOTED = re.compile("“[^”]*”")
_QUANTITY = re.compile("(?:额|收入|产值|利润|税收|规模)$")
_LEADS_ON = re.compile(r"为|根据|依据(?!.{2,}实施)|按照|结合|通过|其中|以上|上述|经|属于|符合|在|以|同一|其他|罚款")
WHEN = re.compile(r"每年累计|(?<=.)每年|^(?:当年|年度|每年|首次)")
"""When it is reckoned says nothing of what: 当年|营业收入, 营业收入|每年."""


def _shortened(receiver: str) -> list[str]:
    """Return shorter names of who gets it: behind 并 or 且 (在新区运营并|采购…的企业), without a list's members, else the noun alone."""
    behind = max(receiver.rfind(joint) for joint in "并且")
    listed = _LIST_DONE.match(receiver)
    shorter = [receiver[behind + 1 :]] if behind > 0 else []
    unquoted = _QUOTED.sub("", receiver)
    shorter += [unquoted] if unquoted != receiver else []
    first = _FIRST_OF_LIST.match(receiver)
    shorter += [f"{first['first']}等{first['who']}"] if first is not None and listed is None else []
    return [*shorter, *([f"{listed['verb']}{listed['kind']}"] if listed is not None else []), receiver.rpartition("的")[2]]
