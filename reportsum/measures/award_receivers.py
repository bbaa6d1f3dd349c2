"""Who an award goes to: what the comma pieces of its sentence say of that, and what comes of it when the award is told.

Comes in: pieces, a mark in place of each figure. Goes out: the receiver's name.
"""

from __future__ import annotations

from reportsum import lazy_re as re

from .award_names import is_condition, receiver_name
from .award_words import FIGURE, KIND


class Receivers:
    """What was heard since the last award of who gets something."""

    def __init__(self) -> None:
        self.pieces: list[tuple[str, str]] = []
        """What pieces said, with how they said it: 对, 的, 每, 鼓励, or nothing."""
        self.span = ""
        """For which years what follows is given: 前三年."""

    def note(self, piece: str) -> None:
        """Note what a comma piece, or the words before an award in its piece, say of who gets something."""
        piece = _BY_WHAT.split(piece.strip(), maxsplit=1)[0]
        if not piece or _ASIDE.match(piece) is not None or ONE_ALONE.match(piece) is not None:
            return
        if (toward := _TOWARD.search(piece)) is not None:
            if POINTS.match(toward["whom"]) is None:
                self.pieces = [(toward["whom"], "对")]
            return
        if piece.startswith(("且", "并")) and self.pieces:
            whom, how = self.pieces.pop()
            if how == "对" and not whom.endswith(("的", "上", "下", FIGURE)) and is_condition(piece[1:]):
                piece = ""  # 对…的企业,且增长|10%|以上的: who it is was told
            self.pieces.append((f"{whom.removesuffix('的')}{piece}", how))
            return
        if (span := _SPAN.fullmatch(piece)) is not None:
            self.span = span["span"]
            return
        if piece.startswith("其中"):
            piece = piece.removeprefix("其中")
        how = "每" if piece.startswith("每") else "的" if piece.endswith("的") else "鼓励" if _URGES.match(piece) is not None else ""
        if not how and self.pieces and self.pieces[-1][1] == "" and FIGURE not in f"{piece}{self.pieces[-1][0]}":
            subject = _IN_TIME.sub("", self.pieces[-1][0])
            if len(subject) + len(piece) <= LONGEST_TOGETHER:
                self.pieces[-1] = (f"{subject}{piece}", "")
                return
        if self.pieces and how in ("", "的") and self.pieces[-1][1] == "对" and FIGURE not in f"{piece}{self.pieces[-1][0]}":
            whom = self.pieces[-1][0]
            if not whom.endswith("的") and len(whom) + len(piece) <= LONGEST_TOGETHER:
                self.pieces[-1] = (f"{whom}{piece}", "对")
                return
        self.pieces.append((piece, how))

    def note_threshold(self, left: str, mark: str, right: str) -> bool:
        """Add a further figure to the piece whose figures came before it; False where none did."""
        if not self.pieces or FIGURE not in self.pieces[-1][0]:
            return False
        whom, how = self.pieces.pop()
        cut = whom.rfind(FIGURE) + 1
        self.pieces.append((f"{whom[:cut]}{left}{mark}{right}" if left else whom + mark + right, how))
        return True

    def name(self, each: str) -> str | None:
        """Return who gets something, "" where each is somebody else; None where the pieces name nobody."""
        for told in ("对", "的", "每", "", "鼓励"):
            for whom, how in self.pieces if told == "" else reversed(self.pieces):
                if how == told and not (how in ("的", "") and is_condition(whom)) and (name := receiver_name(whom)):
                    return "" if how == "鼓励" and len(each) > len("每个") else name
        return None

    def said_by(self, how: str) -> list[str]:
        """Return the pieces that said it in one way."""
        return [whom for whom, said in self.pieces if said == how]


def names_its_receiver(lead: str) -> bool:
    """Return whether the words before an award in its piece say who gets it (传统市场|按保费的30%), and not when or how."""
    if not receiver_name(lead) or "对" in lead or is_condition(lead):
        return False
    return not any(other.match(lead) for other in (_SPAN, _NOT_OWN, _ASIDE))


_NOT_OWN = re.compile(f"[且并单每]|(?:本?[省市区县])?级?(?:财政|政府)$|其中|同一|(?:{KIND})(?:额度?|金额|标准|资金|总额)?$")
_BY_WHAT = re.compile("(?<=.{4})(?:按照|参照|根据)")
_IN_TIME = re.compile("于[^，的]{4,12}前$")
LONGEST_TOGETHER = 26
ONE_ALONE = re.compile("(?:单一?个?|同一)(?:企业|单位|项目|主体)")
_ASIDE = re.compile(
    "(?:按照?|参照|根据|依据|结合|视|经(?:[^的]*$|.*(?:同意|审[核定批]|批准)后?$)|自[^主]|由(?![^,，]*的$)|且(?:只能|仅|不)|同时|另外|此外|其中$|以下|具体|实行|分[^，]{0,2}年|连续[^，]{1,3}年|每年$|每半年|享受|从|除[^，]*外|在符合|于[^，]*前$|为(?![^，]*(?:的$|\ue004))|在[^,，]{0,16}(?:前|后|内|期间?|基础上|当年)$)"
    "|[^,，]{0,24}(?<![前最])后$|每年$|当年$|.*为基数$|第[^，]{1,3}年起$"
)
_TOWARD = re.compile(r"(?:(?:^|(?<=[再另并可中年时，]))对(?!外(?!经贸|贸企)|[口接标照应此策比象])于?|^凡是?)(?P<whom>[^,，]{2,})$")
POINTS = re.compile("(?:其(?![他它余中])|[该此])|上述|前述|以上|符合(?:上述|以上|前款)?(?:规定)?条件的?(?:企业|单位|项目|个人)?$")
_URGES = re.compile("鼓励|支持|引导|推动|加快|加大|大力|积极|强化|推进")
_SPAN = re.compile(
    r"(?:其中)?(?P<span>(?:[前后头第]|当)?[一二两三四五六七八九十\d]{1,2}(?:[、至到]第?[一二两三四五六七八九十\d]{1,2})*年(?:[至到]第[一二三四五六七八九十]年)?)[内起]?(?:每年)?"
)
