"""What an award sentence may leave unsaid: who gets it and what it asks for, told by the sentences before or the head of its line."""

from __future__ import annotations

from collections.abc import Sequence

from reportsum import lazy_re as re

from .award_names import receiver_name
from .award_receivers import POINTS
from .award_slots import Award, Before
from .state import Memory, Telling

_RUN_IN = re.compile(
    r"\s*(?:第[一二三四五六七八九十百\d]{1,4}条\s*|[（(][一二三四五六七八九十\d]{1,3}[)）]\s*|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d))*"
    r"(?P<head>[一-鿿“”]{4,20})[。：:]"
)
LONGEST_HEAD = 20
_HEAD_LEADS = re.compile("(?:鼓励|支持|强化|加大|加强|实施|大力|积极|着力|推动|促进|加快|推进|给予|对)+")
_HEAD_ENDS = re.compile("的?(?:奖励|补助|补贴|资助|奖补|扶持|支持|配套|政策|措施|力度|标准|资金|办法)+$")
_LED_UP = re.compile(r"(?:(?P<told>[^，。：、]{1,24})[。：、.])?对(?P<whom>(?![外口接标照应此])[^,，。]{2,28})[,，](?:按|给予|根据)")
"""How a sentence begins that says whom the awards of the next ones are for: 对新设的金融机构,按注册资本给予补助."""
_GOES_ON = re.compile(r"[；;：:]\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）.、．]\s*)?$")
_OTHERS = re.compile("其中|其他")


def told_before(telling: Telling) -> Before:
    """Return what a clause may leave unsaid."""
    begin = telling.clause.start
    goes_on = _GOES_ON.search(telling.text[max(0, begin - 10) : begin]) is not None
    memory = telling.memory
    led = _LED_UP.match(memory.before)
    points = led is not None and POINTS.match(led["whom"]) is not None
    awarded = memory.awarded if led is None else receiver_name(led["told"] or "") if points else led["whom"]
    return Before(_head(telling), awarded, memory.asked if goes_on else "", goes_on)


def remember(memory: Memory, line: str, awards: Sequence[Award]) -> None:
    """Keep what the next clause may leave unsaid; a part of those who get something (其中…) does not stand for all of them."""
    if not _OTHERS.match(line) and not awards[-1].receiver.startswith("其他"):
        memory.awarded = awards[-1].receiver
    memory.asked = next((said for award in awards for _, said in award.conditions), memory.asked)
    memory.subject = memory.owner = ""


def _head(telling: Telling) -> str:
    """Return the matter of the head that the line of the clause begins with (（三）新产品研发支持。…); "" where there is none."""
    at = telling.text.rfind("\n", 0, telling.clause.start) + 1
    run_in = _RUN_IN.match(telling.text[at : telling.clause.start])
    title = telling.clause.section.title if telling.clause.section is not None else ""
    head = run_in["head"] if run_in is not None else title if len(title) <= LONGEST_HEAD else ""
    led = _HEAD_LEADS.match(head)
    if run_in is None and led is None:
        return ""
    return _HEAD_ENDS.sub("", head[led.end() :] if led is not None else head)
