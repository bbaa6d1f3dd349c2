"""What a cell holds, by its looks: a value, a time, a mark for nothing, a line for units, or words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from reportsum import lazy_re as re

SIGN = "[-+−－–—±]"
NUMBER = r"(?:[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+|[0-9０-９]+)(?:[.．][0-9０-９]+)?"
_BEFORE = r"(?:[≥≤><＞＜≧≦~～$¥￥€£]|US\$|HK\$|S\$|超过?|约|近|逾|达到?|不低于|不少于|不高于|不超过|低于|高于|第)"
_UNIT = r"[一-鿿A-Za-z%％‰/／²³³㎡°·]"
_NO_TIME = "(?! ?(?:年|月|日|季|号|时|点|周|世纪))"
_NO_YEAR = r"(?!(?:19|20)[0-9]{2}(?:[-–/][0-9]{2,4})? ?[A-Za-z])"  # 2023 budget
_NOTE = r"[(（\[〔][^()（）\[\]〔〕]{1,12}[)）\]〕]|[*＊#①-⑳]"
VALUE = re.compile(
    rf"(?P<open>[(（])?(?:{_BEFORE}{{0,2}}) ?(?:{SIGN})?(?:[$¥￥€£]?) ?{_NO_YEAR}(?:{NUMBER})"
    rf"(?: ?[-–—~～至] ?{NUMBER})?{_NO_TIME}(?: ?{_UNIT}{{1,9}})?(?(open)[)）])(?:{_NOTE})?"
)
"""A number with what may stand around it in a cell of its own. Cells are short, so nothing here runs long."""
LONGEST_VALUE = 32

_YEAR = r"(?:19|20|１９|２０)[0-9０-９]{2}"
_PLAN_YEARS = "“?[一二三四五六七八九十]{1,3}五”?(?:时期|期间|末)?"
_SOME_YEAR = rf"(?:{_YEAR} ?年?度?|FY ?{_YEAR}|{_YEAR}[-/–][0-9]{{2,4}}(?:财政)?年?度?|{_PLAN_YEARS})"
_MONTH = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})"
_PART_OF_YEAR = rf"{_MONTH}(?: ?[-–—~～至] ?{_MONTH})? ?(?:月份?|季度|日)[底末初]?"
TIME = re.compile(rf"(?:截[至止]到?)?{_SOME_YEAR}?(?:{_PART_OF_YEAR})*|(?:Q[1-4]|H[12])(?: ?{_YEAR})?|{_YEAR} ?(?:Q[1-4]|H[12])")
"""A cell that only names a time: 2023年, 1-6月, 3月末, 2022/23, Q1 2023."""
NOTHING = re.compile(r"[-–—－―‐/／…·.。*×xX○—]{0,4}|n/?a|N/?A|NA|无|略|暂无|不适用|空白")
"""A cell that says there is no value."""
_ITEM_LABEL = re.compile(r"[(（]?[0-9]{1,3}[.．、)）]")
_RULE = re.compile(r"[:：]?[-–—=_+]{1,}[:：]?")
_SPACE = re.compile(r"\s+")
_IN_MONEY = "(?:in )?[$£€¥]? ?(?:million|billion|thousand|[mb]n?|%)s?"
UNIT_LINE = re.compile(rf"[(（\[]?(?:计量)?单[位价] ?[:：] ?(?P<units>[^()（）\n]{{1,30}})[)）\]]?|[(（](?P<bare>{_IN_MONEY})[)）]")


def is_value(text: str) -> bool:
    """Return whether a cell is a number with little around it (12.5, -3%, ≥300人, (1,234)), neither a time nor a label."""
    return 0 < len(text) <= LONGEST_VALUE and _is_value(text)


@lru_cache(maxsize=4096)
def _is_value(text: str) -> bool:
    if not any(character.isdecimal() for character in text):
        return False
    return VALUE.fullmatch(text) is not None and not is_time(text) and _ITEM_LABEL.fullmatch(text) is None


def is_time(text: str) -> bool:
    """Return whether a cell only names a time."""
    return bool(text) and len(text) <= LONGEST_VALUE and TIME.fullmatch(text) is not None


def is_strange(text: str) -> bool:
    """Return whether a cell holds digits, but neither a number as numbers are written, nor a time, nor words ([6.8], 3/5)."""
    return any(map(str.isdecimal, text)) and not any(map(str.isalpha, text)) and not is_value(text) and not is_time(text)


def is_nothing(text: str) -> bool:
    """Return whether a cell says that there is no value, or holds nothing at all."""
    return NOTHING.fullmatch(text) is not None


def is_rule(text: str) -> bool:
    """Return whether a cell belongs to the line under a Markdown head (---, :--:)."""
    return _RULE.fullmatch(text) is not None


def unit_line(text: str) -> str | None:
    """Return what a line says the units of its table are (单位：亿元、%); None when it is no such line.

    >>> unit_line("（单位：万元）")
    '万元'
    """
    found = UNIT_LINE.fullmatch(text.strip())
    return None if found is None else (found["units"] or found["bare"]).strip()


def plain(text: str) -> str:
    """Return the words of a cell without breaks; spaces between single Han characters (指 标) go.

    >>> plain("指 标")
    '指标'
    """
    text = _SPACE.sub(" ", text).strip()
    pieces = text.split(" ")
    if len(pieces) > 1 and all(len(piece) == 1 and "\u3400" <= piece <= "\u9fff" for piece in pieces):
        return "".join(pieces)
    return text


def are_pages(cells: Sequence[str]) -> bool:
    """Return whether the last cells of several lines are page numbers: whole, small, and never falling. Then the lines list contents."""
    numbers = [int(cell) for cell in cells if cell.isdecimal() and len(cell) < 5]
    return len(numbers) == len(cells) and all(left <= right for left, right in pairwise(numbers))
