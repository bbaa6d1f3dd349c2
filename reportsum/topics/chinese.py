"""What of a Chinese name and sentence tells a field: the numerator of a share, the last noun of a name, the part a name stands in."""

from __future__ import annotations

from reportsum import lazy_re as re

from .cues import WHOLE, Score, done_to_anything, hits, scores_of, with_head

_CHANGES = ("改革", "试点")
"""How words of reform end that say what is done to a field told before them; 营商环境 is a matter of its own."""
_JOINED = re.compile("[、和与及或]")
"""Between nouns side by side none is the head."""
_FIELDS = re.compile("[^，。；：]*、[^，。；：]*、[^，。；：]*(?:领域|方面)(?=[^，。；：]{0,12}(?:合作|交流|攻关|往来|事故|隐患|建设))")
"""Fields side by side that something else is done in; only the deed is kept: 拓展金融、文化、环保等领域的|合作."""
_OF_KINDS = re.compile("[^，。；：、]{1,6}(?:、[^，。；：、]{1,4})+类(?=项目)")
"""Of what kinds projects are, told side by side, is no field either: 提高|民生、科技、生态类|项目投资比重."""
_TAIL = 3
"""So many code points of a name's end find its part of the sentence."""


def without_fields(text: str) -> str:
    """Return a text without the fields side by side that something is done in: it is about none of them."""
    if "类项目" in text:
        text = _OF_KINDS.sub("", text)
    return _FIELDS.sub("", text) if "、" in text and ("领域" in text or "方面" in text) else text


def own_part(metric: str, statement: str) -> str:
    """Return the part between commas in which an item's name ends; "" where it is not one of several."""
    tail = metric[-_TAIL:]
    at = statement.find(tail) if len(tail) == _TAIL else -1
    if at < 0:
        return ""
    start = max(statement.rfind(stop, 0, at) for stop in "，；：") + 1
    end = min((found for stop in "，；" if (found := statement.find(stop, at + _TAIL)) >= 0), default=len(statement))
    return statement[start:end] if (start, end) != (0, len(statement)) else ""


def numerator(metric: str) -> str:
    """Return what a share measures, without what it is measured by: 研发投入占地区生产总值比重 speaks of 研发投入."""
    head, joint, _ = metric.partition("占")
    return head if joint and len(head) >= 2 else metric


def scores_of_name(name: str) -> tuple[Score, ...]:
    """Return what the words of a name lean to, its last, the head noun, more than those before it; nouns side by side have no head.

    What is only done to a field is none beside it: 教育改革 is schooling.
    """
    scores = scores_of(name)
    if len(scores) < 2 or _JOINED.search(name):
        return scores
    found = hits(name)
    word, head, weight = found[-1]
    if head in done_to_anything() and word.endswith(_CHANGES):
        fields = [hit for hit in found if hit[1] not in done_to_anything()]
        if not any(weight >= WHOLE for _, _, weight in fields):
            return scores
        scores = tuple([score for score in scores if score[0] not in done_to_anything()])
        _, head, weight = fields[-1]
    return with_head(scores, head) if weight >= WHOLE and head not in done_to_anything() else scores
