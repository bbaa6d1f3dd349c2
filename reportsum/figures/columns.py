"""The head of a column, or the label of a row → what it says: unit, time, quantity, and whether it is a goal, a growth, a rank …

The words are in `data/table_heads.tsv`; a head may hold several (2024年预期 增速（%）). What is left when they, the times and the units
are taken out is the name of a quantity or of whom it is told.
"""

from __future__ import annotations

import functools

from reportsum import lazy_re as re
from reportsum.values import dataclass

from ..tables import read_table
from .folding import fold
from .numerals import ENGLISH
from .reading import CURRENCIES, one_at
from .units import Unit
from .words import any_of

SAYS = frozenset(
    [
        "target", "done", "risk", "ratio", "rate", "amount", "change", "fall", "share", "rank", "earlier", "owner", "deadline", "note",
        "plain", "total",
    ]
)  # fmt: skip

BRACKET = re.compile(r"[(（\[]([^()（）\[\]]{1,20})[)）\]]")
_ASIDE = re.compile(r"\[[^\[\]]{0,12}\]|〔[^〔〕]{0,12}〕|[①-⑳*]")  # 年均增速[累计]: marks of notes, and how a value is to be taken
_UNIT_AT_END = re.compile(r"[±]?[%‰]$")
_MONTH = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})"
_PART_OF_YEAR = (
    rf"(?:(?:前[一二三]|第?[一二三四1-4])季度|[上下]半年|{_MONTH}(?: ?- ?{_MONTH})? ?月份?[底末初]?(?:[0-9]{{1,2}}日)?|年[末底])"
)
_YEAR = r"(?:FY ?)?(?:19|20)[0-9]{2}(?![0-9])(?:[-/](?:[0-9]{4}|[0-9]{2})(?![0-9]))?"
_YEARS = rf"{_YEAR}(?: ?年度?末?| ?Q[1-4]| ?H[12])?|(?:Q[1-4]|H[12]) ?(?:19|20)[0-9]{{2}}"
_PLAN_YEARS = "“?[一二三四五六七八九十]{1,3}五”?(?:时期|期间|末)"
_TIME = re.compile(rf"(?:截[至止]到?)?(?:(?:{_YEARS}|{_PLAN_YEARS}) ?{_PART_OF_YEAR}?|{_PART_OF_YEAR})")
_SCALE = "thousands?|millions?|billions?|trillions?|[kmb]n?|tn|'?000s?"
_SIGN = "(?:US|HK|NT|S|A)?[$£€¥]"
_SIGNED_UNIT = re.compile(rf"(?:in )?{_SIGN} ?(?:{_SCALE})?(?![A-Za-z0-9])", re.IGNORECASE)
_AMOUNT = re.compile("(?:增减|增加|增长|减少|变动|变化|升降|涨跌)[额量数]")
"""A change that is told in the unit of the table."""
_BARE_YEAR = re.compile("(?:19|20)[0-9]{2}")
_WHOLE_YEAR = re.compile("全年|年度(?![一-鿿]{0,2}率)|本年|当年|今年")
_COMPARED = re.compile("[比较与]$")
_OF_LABELS = frozenset(["rate", "amount", "change", "fall", "share", "rank", "ratio"])
_EDGES = " 的-—_/:：,，、.()（）±\"“”'"
_LEAST_NAME = 2
_ENGLISH_UNIT = re.compile(
    rf"(?:in )?(?P<sign>{_SIGN})? ?(?P<scale>{_SCALE})?(?: (?:of )?(?P<name>dollars|pounds|euros|yuan|RMB))?", re.IGNORECASE
)
_ENGLISH_SCALES = {"k": "thousand", "t": "thousand", "m": "million", "b": "billion", "tn": "trillion", "'": "thousand", "0": "thousand"}
_NAMES = {"dollars": "$", "pounds": "£", "euros": "€", "yuan": "¥", "rmb": "¥"}
_LONGEST_UNIT = 12


@dataclass(frozen=True, slots=True)
class ToldUnit:
    """A unit as heads and unit lines write it."""

    unit: Unit
    scale: str
    written: str
    """As it stands in the head or line."""

    @property
    def rate(self) -> bool:
        """Whether it counts per cent, per mille or percentage points."""
        return self.unit.kind in ("percent", "points")


@dataclass(frozen=True, slots=True)
class Head:
    """What a head or a label says."""

    says: frozenset[str]
    """Words of `SAYS`."""
    unit: ToldUnit | None
    time: str
    """The words that name a time; ""."""
    name: str
    """What is left: a quantity, or whom it is told of; ""."""

    @property
    def grows(self) -> bool:
        """Whether changes stand below."""
        return not self.says.isdisjoint(("rate", "amount", "change", "fall"))


@functools.cache
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern of the words at either end of a head, and what each says."""
    rows = read_table("table_heads.tsv", ("word", "says", "example"), key="word")
    for row in rows:
        if row["says"] not in SAYS:
            raise row.wrong(f'"{row["says"]}" is none of {", ".join(sorted(SAYS))}.')
    words = {row["word"]: row["says"] for row in rows}
    latin = [word for word in words if word[0].isascii() and word[0].isalpha()]
    alone = [word for word in words if len(word) == 1]
    others = any_of(words.keys() - {*latin, *alone})
    return re.compile(rf"{others}|(?<![A-Za-z]){any_of(latin)}(?![A-Za-z])|^{any_of(alone)}$", re.IGNORECASE), words


@functools.lru_cache(maxsize=1024)
def read_head(text: str, *, label: bool = False) -> Head:
    """Return what a head says; a `label` keeps words of goals and results that are part of its name (一般公共预算收入).

    >>> head = read_head("2023年（万元）")
    >>> head.time, head.unit.scale, head.unit.unit.text, head.name
    ('2023年', '万', '元', '')
    """
    if label and not (whole := read_head(text)).name:
        return whole
    rest = fold(text)
    unit: ToldUnit | None = None
    for found in BRACKET.finditer(rest):
        told = read_unit(found[1].removeprefix("单位").lstrip(":： "))
        if told is not None:
            unit = unit or told
            rest = rest.replace(found[0], " ", 1)
    rest = _ASIDE.sub(" ", rest)
    if at_end := _UNIT_AT_END.search(rest.rstrip()):
        unit = unit or read_unit(at_end[0])
        rest = rest.rstrip()[: at_end.start()]
    if unit is None and (signed := _SIGNED_UNIT.search(rest)):
        unit = read_unit(signed[0].strip())
        rest = rest.replace(signed[0], " ", 1)
    if unit is None:
        # a unit in a row of heads of its own
        units = {piece: told for piece in rest.split() if piece not in _words()[1] and (told := read_unit(piece)) is not None}
        unit = next(iter(units.values()), None)
        rest = " ".join(piece for piece in rest.split() if piece not in units)
    whole_year = _WHOLE_YEAR.search(rest) is not None
    times = [found[0].strip() for found in _TIME.finditer(rest) if not _COMPARED.search(rest, 0, found.start())]
    rest = _TIME.sub(lambda found: found[0] if _COMPARED.search(rest, 0, found.start()) else " ", rest)
    said: list[str] = []
    pieces = [_without_words(piece, said, label=label) for piece in rest.split()]
    name = _tidy(" ".join(piece for piece in pieces if piece))
    if len(name) < _LEAST_NAME:
        name = ""
    says = frozenset(said) - {"rate", "change"} | {"amount"} if _AMOUNT.search(fold(text)) else frozenset(said)
    return Head(says, unit, "".join(times) or ("全年" if whole_year else ""), name)


def _without_words(piece: str, said: list[str], *, label: bool) -> str:
    """Take the words of the table off both ends of a piece of a head and note what they say; what is plain stays part of a name."""
    pattern, words = _words()
    found = [(match.start(), match.end(), words.get(match[0]) or words[match[0].lower()]) for match in pattern.finditer(piece)]
    begin, end = 0, len(piece)
    told: list[str] = []
    plain: list[str] = []
    while found:
        if found[-1][1] == _end_of(piece, begin, end) and (not label or found[-1][2] in _OF_LABELS):
            _, _, says = found[-1]
            end = found.pop()[0]
        elif not label and found[0][0] == begin:
            says = found[0][2]
            begin = found.pop(0)[1]
        else:
            break
        (plain if says in ("plain", "total") else told).append(says)
    said += [*told, *plain]
    bare = piece[begin:end].strip(_EDGES)
    if len(bare) < _LEAST_NAME:
        return ""
    return piece.strip(_EDGES) if plain and not told else bare


def _end_of(piece: str, begin: int, end: int) -> int:
    return begin + len(piece[begin:end].rstrip(_EDGES))


def _tidy(text: str) -> str:
    return re.sub(r"(?<=[一-鿿]) +(?=[一-鿿])", "", re.sub(r" +", " ", text)).strip(_EDGES)


@functools.lru_cache(maxsize=512)
def read_unit(written: str) -> ToldUnit | None:
    """Return the unit that `written` is, as a whole (万吨, ±%, £m, 元/人); None when it is none."""
    written = fold(written).lstrip("±").strip()
    if not written or len(written) > _LONGEST_UNIT or written[0].isdigit():
        return None
    found = one_at("1" + written, 0)
    if found is not None and found.end == len(written) + 1 and found.unit.text:
        return ToldUnit(found.unit, found.scale, written)
    return _english_unit(written)


def _english_unit(written: str) -> ToldUnit | None:
    found = _ENGLISH_UNIT.fullmatch(written)
    if found is None or not any(found.groups()):
        return None
    sign = found["sign"] or _NAMES.get((found["name"] or "").lower(), "")
    if not sign:
        return None
    base = CURRENCIES.get(sign.upper() if len(sign) > 1 else sign)
    if base is None:
        return None
    first = (found["scale"] or "").lower()
    scale = _ENGLISH_SCALES.get(first[:2]) or _ENGLISH_SCALES.get(first[:1], "")
    return ToldUnit(Unit("", base, "money"), scale if scale in ENGLISH or not scale else "", written)


def as_written(written: str) -> ToldUnit | None:
    """Return a unit that no list knows, as it stands: a unit column or a unit line says itself that it is one."""
    said = fold(written).strip()
    if not said or len(said) > _LONGEST_UNIT or any(character.isdigit() for character in said) or not any(map(str.isalpha, said)):
        return None
    return ToldUnit(Unit(said, said, "count"), "", said)


def as_time(words: str) -> str:
    """Return the words of a time as prose would say them: a bare 2023 is 2023年."""
    return f"{words}年" if _BARE_YEAR.fullmatch(words) else words
