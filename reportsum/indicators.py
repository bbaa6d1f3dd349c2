"""Canonical indicators: what the bulletins, yearbooks and plans of China measure, and how a metric is recognised as one of them.

The registry is `data/indicators.tsv`, the rewriting rules are `data/indicator_words.tsv`. A metric is an indicator when, after
rewriting, it is one of its aliases, alone or with a place before it. A part is never taken for the whole: 工业投资 is not fixed asset
investment, 民营企业进出口 is not total trade, 税收占比 is not tax revenue.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from reportsum import lazy_re as re
from reportsum.values import dataclass

from .tables import Row, read_table

Direction = Literal["up", "down", "none"]

LONGEST = 40
"""Metrics longer than this are no indicator: official names are short."""
LONGEST_ENGLISH = 80
_ENGLISH_LEAD = re.compile(
    r"^(?:(?:the|a|an|our|its|their|china|national|annual|average|overall|total value of|total volume of|value of|level of|group's"
    r"|company's|(?:country|nation|government|city|county|province|district|region|territory|[a-z]+(?: kong)?)'s|hong kong|singapore|uk|us"
    r"|chinese|estimated|revised|real|nominal|slight|small|modest|lower|higher|larger|smaller|healthy|steady|sustained|projected|expected|original|underlying|statutory"
    r"|latest|most recent"
    r"|reported)\s+)+"
)
_ENGLISH_TAIL = re.compile(
    r"(?:\s(?:growth|growth rate|rate of growth|increase|in check|in real terms|in nominal terms|per year|a year|year on year|target"
    r"|forecast|(?:for|in|of|by) (?:the )?(?:whole year|year as a whole|year|(?:fiscal year|financial year|fy)?\s?(?:19|20)\d\d(?: \d\d)?"
    r"|this year|last year|next year|quarter|period|country|china|hong kong|singapore)))+$"
)
_IN_PLACE = re.compile(r" in (?:the (?:country|city|province|region|territory)|china|hong kong|singapore|the mainland)$")
_GROWTH = frozenset({"growth", "growth rate", "growth forecast"})
_OF_A_PLACE = re.compile(
    r"(?:[Oo]ur|[Tt]he (?:country|nation|city|county|province|region|territory)['’]s|[A-Z][a-z]+(?: [A-Z][a-z]+)?['’]s)\s"
)
"""Whose growth is that of its output: Singapore's growth."""
_KNOWN = 16384
"""Metrics whose indicator is remembered."""
_REGION_ENDS = frozenset("省市县区州旗盟镇乡")
_GATES = ("场", "港", "岸", "区")
_THROUGH_GATES = frozenset(("port_cargo", "port_container", "airport_passengers", "airport_cargo"))
"""What a single port or airport handles is told under the port's own name (凤山港集装箱吞吐量)."""
_KINDS_OF_PLACES = frozenset(
    (
        *("开发区", "高新区", "经开区", "园区", "工业园区", "产业园区", "新区", "景区", "库区", "矿区", "林区", "牧区", "山区", "老区"),
        *("城区", "郊区", "片区", "特区", "综保区", "保税区", "综合保税区", "自贸区", "自贸试验区", "自由贸易试验区", "合作区", "示范区"),
        *("贫困县", "脱贫县"),
    )
)
"""No region has such a name: they are parts of the one the report speaks for."""
LONGEST_REGION = 12
"""The name of a region has at most so many characters (内蒙古自治区…旗)."""
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator of official statistics."""

    id: str
    name: str
    """The official name, simplified characters."""
    aliases: tuple[str, ...]
    """Other names, without places, verbs and 增速."""
    name_en: str
    unit: str
    """The unit it is usually reported in; "" where it is a bare number or a ratio."""
    good: Direction
    """The direction of change that is good news."""
    source: str
    """Where the name comes from: 公报, 年鉴, 计划, 纲要, 预算, 部门."""


@dataclass(frozen=True, slots=True)
class _Words:
    spelling: dict[str, str]
    spellings: re.Pattern[str]
    lead: re.Pattern[str]
    tail: re.Pattern[str]
    tails: frozenset[str]
    places: frozenset[str]
    part: re.Pattern[str]


@cache
def all_indicators() -> tuple[Indicator, ...]:
    """Return all indicators in the order of the table, which groups them by field."""
    columns = ("id", "name", "aliases", "name_en", "unit", "good", "source")
    return tuple(_indicator(row) for row in read_table("indicators.tsv", columns, key="id"))


def get(indicator_id: str) -> Indicator:
    """Return the indicator with this id. Raises KeyError when there is none."""
    return _by_id()[indicator_id]


_OF_COMPANIES = frozenset({"IFRS", "ESRS", "GRI"})


def is_of_companies(indicator_id: str) -> bool:
    """Return whether an indicator is one of companies' accounts and sustainability reports: what governments call so is another thing."""
    return get(indicator_id).source in _OF_COMPANIES


@lru_cache(maxsize=_KNOWN)
def lookup(metric: str) -> str | None:
    """Return the id of the indicator that `metric` names, or None.

    >>> lookup("全市规模以上工业增加值增速")
    'industry_value_added'
    >>> lookup("民营企业进出口总额") is None
    True
    """
    if "’" in metric:
        metric = metric.replace("’", "'")
    if metric.isascii():
        return _english_indicator(metric) if len(metric) <= LONGEST_ENGLISH else None
    metric = _SPACES.sub("", metric)
    if len(metric) > LONGEST or metric[-2:] not in _endings():
        return None
    key = _rewritten(metric)
    for name in _shorter(key):
        found = _aliases().get(name) or _after_place(name)
        if found is not None:
            return found
    return None


def _english(name: str) -> str:
    """Return an English name as it is compared: small letters, no article, no place, no year, single spaces for hyphens."""
    return _ENGLISH_LEAD.sub("", " ".join(name.lower().replace("-", " ").replace("_", " ").split()))


def _english_indicator(name: str) -> str | None:
    """Return the id that an English name has, as it stands or without its words of growth and time."""
    names = _english_names()
    plain = _english(name)
    if plain in _GROWTH and _OF_A_PLACE.match(name) is not None:
        return "gdp"
    found = names.get(plain) or names.get(_ENGLISH_TAIL.sub("", plain)) or names.get(plain.removeprefix("total ").removeprefix("year end "))
    if found is None and " in " in plain:
        found = names.get(_IN_PLACE.sub("", plain))  # economic growth|in Singapore
    if found is None and plain.count(" and ") == 1:  # headline inflation and underlying inflation: one indicator, told twice
        first, second = (names.get(_english(part)) for part in plain.split(" and "))
        return first if first == second else None
    return found


@cache
def _english_names() -> dict[str, str]:
    """Return indicator ids by English name; of two indicators with the same one the earlier has it."""
    known: dict[str, str] = {}
    ids = {indicator.id for indicator in all_indicators()}
    for row in read_table("en/indicators.tsv", ("id", "names"), key="id"):
        if row["id"] not in ids:
            raise row.wrong(f'"{row["id"]}" is no id of indicators.tsv.')
        for name in row["names"].split("|"):
            known.setdefault(_english(name), row["id"])
    for indicator in all_indicators():
        for name in (indicator.name_en, *(alias for alias in indicator.aliases if alias.isascii())):
            known.setdefault(_english(name), indicator.id)
    return known


@cache
def _endings() -> frozenset[str]:
    """Return how a metric that is an indicator may end: most metrics are told apart by their last two characters."""
    names = [name for indicator in all_indicators() for name in (indicator.name, *indicator.aliases)]
    words = [*names, *_aliases(), *_words().spelling, *_words().tails]
    return frozenset(word[-2:] for word in words)


def _shorter(key: str) -> tuple[str, ...]:
    """Return `key`, then without its tail, then without its lead, then without both."""
    words = _words()
    tail = words.tail.match(key[::-1])
    bare = key[: len(key) - tail.end()] if tail else key
    lead = words.lead.match(key)
    at = lead.end() if lead else 0
    return tuple(dict.fromkeys((key, bare, key[at:], bare[at:])))


def _after_place(name: str) -> str | None:
    """Return the indicator that follows a place at the start of `name`, or None."""
    words, aliases = _words(), _aliases()
    for end, character in enumerate(name[:LONGEST_REGION], start=1):
        if character in _REGION_ENDS and name[end:] in aliases and not words.part.search(name[:end]) and name[:end] not in _KINDS_OF_PLACES:
            return aliases[name[end:]]
    for end in range(2, min(LONGEST_REGION, len(name))):
        if name.startswith(_GATES, end - 1) and aliases.get(name[end:]) in _THROUGH_GATES:
            return aliases[name[end:]]
        if name[end:] in aliases and name[:end] in words.places and name[:end] not in _KINDS_OF_PLACES:
            return aliases[name[end:]]
    return None


@cache
def _places() -> frozenset[str]:
    """Return the names of the divisions of China as they stand before an indicator: without 省, 市, 县 or 区."""
    names: set[str] = set()
    for row in read_table("places.tsv", ("province", "prefecture", "counties")):
        for name in (row["province"], row["prefecture"], *row["counties"].split()):
            names.add(name[:-1] if len(name) > 2 and name[-1] in _REGION_ENDS else name)
    return frozenset(names)


def _rewritten(metric: str) -> str:
    words = _words()
    metric = _SPACES.sub("", metric)
    metric = words.spellings.sub(lambda found: words.spelling[found.group()], metric)
    return _BRACKETS.sub("", metric) if "(" in metric or "（" in metric else metric


def _indicator(row: Row) -> Indicator:
    good = row["good"]
    if good not in ("up", "down", "none"):
        raise row.wrong(f'"{good}" is no direction. Use up, down or none.')
    aliases = tuple(alias.strip() for alias in row["aliases"].split("|") if alias.strip())
    return Indicator(row["id"], row["name"], aliases, row["name_en"], row["unit"], _direction(good), row["source"])


def _direction(good: str) -> Direction:
    return "up" if good == "up" else "down" if good == "down" else "none"


@cache
def _by_id() -> dict[str, Indicator]:
    return {indicator.id: indicator for indicator in all_indicators()}


@cache
def _aliases() -> dict[str, str]:
    """Return indicator ids by rewritten alias. Raises TableError when two indicators claim the same one."""
    known: dict[str, str] = {}
    for place, indicator in enumerate(all_indicators()):
        for alias in (indicator.name, *indicator.aliases):
            owner = known.setdefault(_rewritten(alias), indicator.id)
            if owner != indicator.id:
                raise _rows()[place].wrong(f'"{alias}" already names {owner}. Keep it in one of the two.')
    return known


def _rows() -> tuple[Row, ...]:
    return read_table("indicators.tsv", ("id", "name", "aliases", "name_en", "unit", "good", "source"), key="id")


@cache
def _words() -> _Words:
    spelling: dict[str, str] = {}
    by_class: dict[str, list[str]] = {"lead": [], "tail": [], "place": [], "part": []}
    for row in read_table("indicator_words.tsv", ("class", "words", "to")):
        words = row["words"].split()
        if row["class"] == "spelling":
            spelling.update(dict.fromkeys(words, row["to"]))
        elif row["class"] in by_class:
            by_class[row["class"]] += words
        else:
            raise row.wrong(f'"{row["class"]}" is no class. Use spelling, {", ".join(by_class)}.')
    return _Words(
        spelling=spelling,
        spellings=re.compile(_any_of(spelling)),
        lead=re.compile(f"(?:{_any_of(by_class['lead'])})+"),
        tail=re.compile(f"(?:{_any_of([word[::-1] for word in by_class['tail']])})+"),
        tails=frozenset(by_class["tail"]),
        places=frozenset(by_class["place"]) | _places(),
        part=re.compile(_any_of(by_class["part"])),
    )


def _any_of(words: list[str] | dict[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))
