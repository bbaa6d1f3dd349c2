"""A term that a duty sets: 应当自收到申请之日起|7个工作日|内答复 → 申请答复时限; 有效期为|3年| → 有效期.

Comes in: the text of a clause and where a figure of days, months or years stands in it. Goes out: the name of the term, None where the
figure is none.
"""

from __future__ import annotations

from reportsum import lazy_re as re

from ..duties import read_duty, without_adverbs
from .phrases import LONGEST, balanced

UNITS = ("工作日", "个工作日", "日", "天", "个月", "月", "年", "小时", "周")
_REACH = 60
_WITHIN = re.compile(r"\s*(?:以内|之内|内|之前|前)[,，]?(?P<done>[^。;；:：]{2,48})")
_BOUND = re.compile(
    r"应当?|须|需|必须|不得|之日起|负责|要(?!求)|(?:作出|收到|受理|接到|完成|通过|签订|公示|期满|验收|审核|审批)[^,，。;；]{0,10}后$|(?:并|由[^,，]{2,20}[,，]?)[在于][^,，]{2,16}后$|[,，]\s*(?:并|应)?于$"
)
_FROM = re.compile(r"自?(?P<begun>[^,，。;；自]{2,20}?)之日起[^,，。]{0,4}$")
_RECEIVED = re.compile(r"^.*?(?:收到|受理|接到|提出|提交|作出|发布|完成|签订|取得)")
_VALID = re.compile(
    r"(?P<whose>[^,，。;；:：的]{0,16}?)(?P<what>有效期|周期|保存期限|保存时间|服务期|公示期|任期|聘期|建设期|实施期|执行期|期限)限?"
    r"(?:一般|原则上|最长|均)?(?:为|是|不超过|不少于|至少)?$"
)
# 暂停其测试活动|24个月
_PAUSED = re.compile(
    r"(?P<deed>暂停|中止|停止|禁止|限制|取消)(?:其|该)?(?P<what>[^,，。;；的]{2,24}?)(?:资格)?(?:不少于|不超过|至少|最长)?$"
)
_TAKEN = re.compile(
    r"(?:将|把)(?P<name>[^,，。;；]{2,30}?)等?[,，]?(?P<verb>报送|上报|报告(?![等及和书材])|报(?!告)|提交|移交|移送|反馈|告知|纳入|录入|上传|公布)"
)
_DONE_TO = re.compile(r"(?:对(?P<name>[^,，]{2,20}?))?(?:组织[^,，、]{0,10}?进行|进行|予以|作出|给予|完成|组织)(?P<done>[^,，]{2,12})$")
# 以书面方式|将报告报送…
_BY_MEANS = re.compile(r"^(?:以|通过|采取|采用|利用)[^,，]{1,12}?(?:方式|形式|系统|平台|渠道|途径)[,，]?")
# 事故原因、责任认定结果及完整的|事故分析报告等相关材料
_LIST_BEFORE = re.compile(r"^.*[、及和](?:完整的|有关的?|相关的?)?(?=.{4,})")
LONGEST_TAKEN = 20
_NO_OBJECTS = ("通知", "通知书", "材料", "决定", "告知", "文件")
A_WORD = 4
"""An action of so few characters says too little: what set the term off is told with it."""


def term_name(text: str, start: int, end: int, unit: str) -> str | None:
    """Return what the term `text[start:end]` limits; None where the figure sets no term.

    >>> text = "应当自收到申请之日起7个工作日内答复。"
    >>> term_name(text, 10, 15, "个工作日")
    '申请答复时限'
    """
    if not unit.endswith(UNITS):
        return None
    left = text[max(0, start - _REACH) : start]
    if left.endswith(("延长", "延长至", "可延长")):
        return "延长期限"
    valid = _VALID.search(left)
    if valid is not None:
        return f"{valid['whose'].strip()}{valid['what']}"
    if (paused := _PAUSED.search(left)) is not None and not _WITHIN.match(text, end):
        return f"{paused['deed']}{paused['what']}期限" if len(paused["what"]) < LONGEST - A_WORD else None
    within = _WITHIN.match(text, end, min(len(text), end + _REACH))
    if within is None or _BOUND.search(left) is None:
        return None
    done = _action(within["done"])
    if not done:
        return None
    if len(done) <= A_WORD and (since := _FROM.search(left)) is not None:
        object_ = _RECEIVED.sub("", since["begun"])
        if len(object_) >= 2 and object_ not in done and not (object_ in _NO_OBJECTS and len(done) == A_WORD):
            done = f"{object_}{done}"
    name = f"{done}时限"
    return name if len(name) <= LONGEST else None


def _action(done: str) -> str:
    """Return what is to be done within the term: 将更新后的目录报送|…, 进行校核, 更新目录."""
    duty = read_duty(done) if done.startswith("由") else None  # 由受理部门|启动程序
    phrase = without_adverbs(_BY_MEANS.sub("", done[duty.start :] if duty is not None else done.strip()))
    taken = _TAKEN.match(phrase)
    if taken is not None:
        name = taken["name"]
        verb = "报送" if taken["verb"] == "报" else taken["verb"]
        return f"{_LIST_BEFORE.sub('', name) if len(name) > LONGEST_TAKEN else name}{verb}"
    phrase = phrase.partition("，")[0].partition(",")[0]
    made = _DONE_TO.match(phrase)
    if made is not None:
        phrase = f"{made['name'] or ''}{made['done']}"
    return balanced(phrase)


def without_owner(name: str, owner: str | None) -> str:
    """Return a name without the label of its article, and without who is to do it where the clause names them (`owner`)."""
    if name.startswith("第"):
        name = _OF_ARTICLE.sub("", name)
    if ("给予" in name or "发放" in name) and name[0] not in "为向给":  # 为困难家庭|发放补贴 keeps its deed
        name = _GIVES.sub("", name)
    if ("应当" in name or "必须" in name) and (bound := _IS_BOUND.match(name)) is not None:
        name = name[bound.end() :] or bound["who"]
    if owner is None or not name.startswith(owner):
        return name
    rest = _DUTY_WORDS.sub("", name[len(owner) :])
    return rest if len(rest) >= SHORTEST_REST else name


SHORTEST_REST = 2
_GIVES = re.compile(r"(?<=..)(?:给予|发放)(?=[^给]{0,8}(?:补贴|补助|奖励|资助|奖补|补偿|奖金)$)")
_IS_BOUND = re.compile(r"(?P<who>[^,，]{2,30}?)(?:应当|必须)(?=..|$)")
_OF_ARTICLE = re.compile(r"^第[一二三四五六七八九十百零\d]{1,5}[条款项]\s*")
_DUTY_WORDS = re.compile(r"^(?:负责|应当?|须|需|要|将|每年|统筹安排|统筹|三年|牵头|会同|具体)+")
