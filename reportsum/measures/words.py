"""The words around a metric, from `data/metric_words.tsv`, as sets and compiled patterns.

Each pattern is one alternation of literal words, longest first. All are used on short, bounded pieces of text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from reportsum import lazy_re as re
from reportsum.values import dataclass

from ..tables import read_table

CLASSES = (
    *("lead", "place", "tail", "rank", "act", "relative", "measure", "head", "unfit", "compound"),
    *("predicate", "goes_on", "preposition", "adverb", "vague", "sized", "said", "coordinate"),
    *("of_firms", "of_industry"),
    *("last", "inner", "sentence"),
)

_MONTH = r"\d{1,2}(?:[-—–－~～至到、]\d{1,2})?月(?:份|底|末|中旬|上旬|下旬)?(?:\d{1,2}[日号])?"
# What tells the part of a year, but begins other words too: 2023年|中小学, 年|内资, 年|初中, 年|来料加工.
_OF_YEAR = r"度|末|底|初(?![中级步高创审])|来(?![料自访华源宾往])|内(?![资销河外贸陆地蒙])|间|中(?![一-鿿])"
_YEAR = rf"(?:\d{{2,4}}|[12一二][\d〇○零一二三四五六七八九]{{3}})(?:[-—–－~～至到]\d{{4}})?年(?:{_OF_YEAR})?"
_SPAN = (
    r"[一二两三四五六七八九十\d]{1,3}年(?:来|内|间|中(?=[分共累先取])|(?=累计|平均|增量|淘汰|新增|净增|建成|培养|新建|改造|减少))|"
    rf"[今去上明本当前]年(?:{_OF_YEAR})?|全年|年(?!度)(?:{_OF_YEAR})|[上下]半年|[前后头]?[一二三四1-4]个?季度|第[一二三四1-4]季度?"
    r"|(?:前|连续第?)[一二三四五六七八九十\d]+个?(?:月|季度|年)|[“\"]?十[一二三四]五[”\"]?(?:时期|期间|末|以来)?|[当上本]月|月末|期末|近年"
    r"|[本上下]世纪(?:[末初]|中叶)?|第[一二三四五六七八九十]个五年(?:计划)?(?:期间|时期)?|(?:最?[近过去这]+|未来)[一二两三四五六七八九十几\d]+年(?:来|间|以?内)?"
)
# A time at the start of a phrase: it says when, never what.
_TIME = rf"(?:到|至|截至|截止|截止到|自|从|在)?(?:{_YEAR}|{_SPAN}|{_MONTH})(?:以来|期间|{_OF_YEAR}|[起前])?"
# The same at the end, read backwards: 总产值|1956年, 总额|连续三年; 比1953年 goes as a whole, later.
_YEARS_BACKWARDS = (
    r"度?年(?:\d\d(?:91|02)|[〇○零一二三四五六七八九]{3}[一二])(?=[^比较至到与同于由从自为是的].)"
    r"|(?:[年月]|度季)个?[一二两三四五六七八九十\d]{1,3}续连"
)
_HAN = re.compile("[\u4e00-\u9fff]")
_MARKS = r"[\s*+＋,，、;；:：。!！?？—\-－·…①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳]"


# What _MARKS, closing brackets and _TIME begin with.
_LEAD_INITIALS = (
    " \t\r\n\u3000*+＋,，、;；:：。！!?？—-－·…①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳”’」』》)）0123456789"
    '到至截自从在一二两三四五六七八九十今去上明本当前全年下后头第连“"月期近过这未最'
)


@dataclass(frozen=True, slots=True)
class Words:
    """The table, ready for use. "Backwards": the pattern is matched against the phrase turned round."""

    lead: re.Pattern[str]
    """What may be dropped at the start of a phrase, anchored."""
    lead_initials: frozenset[str]
    """What `lead` may begin with."""
    tail: re.Pattern[str]
    """What may be dropped at the end of a phrase. Backwards."""
    rank_tail: re.Pattern[str]
    """The same for a phrase before a rank: 全省, 位居, 排名 go too. Backwards."""
    act: re.Pattern[str]
    """Verbs of doing at the start of a phrase, anchored."""
    act_initials: frozenset[str]
    """What `act` may begin with."""
    act_end: re.Pattern[str]
    """A verb of doing at the end of a phrase. Backwards."""
    relative: frozenset[str]
    measure: re.Pattern[str]
    """A quantity's name at the end of a phrase. Backwards."""
    head: re.Pattern[str]
    """A noun at the end of a phrase that a list of attributes may share. Backwards."""
    places: frozenset[str]
    """全市, 全省 …: no name by themselves."""
    predicate: re.Pattern[str]
    """Where something is said of the things counted."""
    goes_on: re.Pattern[str]
    """What right after a figure goes on with the sentence, marks included."""
    preposition: re.Pattern[str]
    """What before things counted is no part of their name, anchored."""
    adverb: re.Pattern[str]
    vague: frozenset[str]
    vague_end: tuple[str, ...]
    sized: re.Pattern[str]
    said: re.Pattern[str]
    unfit: tuple[str, ...]
    coordinate: frozenset[str]
    """Quantities that, second in a list, belong to what the first belongs to."""
    of_firms: frozenset[str]
    """Quantities that firms and zones have as whole places have them."""
    of_industry: frozenset[str]
    """Quantities that an industry has."""
    compound: re.Pattern[str]
    """Names of industries that hold a 和 or 、 of their own."""
    last: re.Pattern[str]
    """What no name ends with. Backwards."""
    last_finals: frozenset[str]
    """What a name ends with that `last` may match."""
    inner: re.Pattern[str]
    """What only says how sure, when or how far, and may be left out between a name and its verb."""
    sentence: re.Pattern[str]
    """What only a sentence holds."""


_OF_A_SHARE = "要(?=重比)"
"""服务业比重|要达到: 要 behind another 重 is part of 重要. Backwards."""


def alternation(words: Iterable[str], *, backwards: bool = False) -> str:
    """Return a pattern that matches any of `words`, longest first; `backwards`: the words are turned round."""
    return _guarded(dict.fromkeys(words, ""), backwards=backwards)


def _guarded(words: Mapping[str, str], *, backwards: bool = False) -> str:
    """Return a pattern for words that lose their meaning beside the neighbours given with them, grouped by first character, for speed."""
    turn = -1 if backwards else 1
    tails: dict[str, list[str]] = {}
    for word in sorted(sorted(words), key=len, reverse=True):
        turned = word[::turn]
        rest = re.escape(turned[1:])
        if neighbours := words[word]:
            rest += f"(?!{'|'.join(re.escape(neighbour[::turn]) for neighbour in neighbours.split())})"
        tails.setdefault(turned[0], []).append(rest)
    return "|".join(re.escape(first) + (rest[0] if len(rest) == 1 else f"(?:{'|'.join(rest)})") for first, rest in tails.items())


@cache
def words() -> Words:
    """Return the words of `metric_words.tsv`. Raises TableError when a row names an unknown class or a word stands twice."""
    table = _by_class()
    tail = _guarded(table["tail"], backwards=True)
    rank = alternation(table["rank"], backwards=True)
    place = alternation(table["place"])
    act = _guarded(table["act"])
    return Words(
        lead=re.compile(rf"(?:{_MARKS}|[”’」』》)）]|{_TIME}|(?:{place})(?=[^,，]{{2}})(?!上下|性)|{_guarded(table['lead'])})+"),
        lead_initials=frozenset("".join(word[0] for word in (*table["lead"], *table["place"])) + _LEAD_INITIALS),
        tail=re.compile(rf"(?:{_MARKS}|[“‘「『《(（]|{_OF_A_SHARE}|{tail}|{_YEARS_BACKWARDS})+"),
        rank_tail=re.compile(rf"(?:{_MARKS}|[“‘「『《(（]|{rank}|{tail}|{_YEARS_BACKWARDS})+"),
        act=re.compile(rf"(?:(?:{act}|新(?:{act}))[了并和及、]?)+"),
        act_initials=frozenset(word[0] for word in table["act"]) | {"新"},
        act_end=re.compile(alternation(table["act"], backwards=True)),
        relative=frozenset(table["relative"]),
        measure=re.compile(alternation(table["measure"], backwards=True)),
        head=re.compile(alternation([*table["measure"], *table["head"]], backwards=True)),
        places=frozenset((*table["place"], *table["rank"])),
        predicate=re.compile(alternation(table["predicate"])),
        goes_on=re.compile(rf"[,，。；;:：)）”’》—.…\s!！？?/\[\]［］-]|{_guarded(table['goes_on'])}"),
        preposition=re.compile(rf"(?:{_guarded(table['preposition'])})+"),
        adverb=re.compile(alternation(table["adverb"])),
        vague=frozenset(table["vague"]),
        vague_end=tuple(table["vague"]),
        sized=re.compile(alternation(table["sized"])),
        said=re.compile(alternation(table["said"])),
        unfit=tuple(table["unfit"]),
        coordinate=frozenset(table["coordinate"]),
        of_firms=frozenset(table["of_firms"]),
        of_industry=frozenset(table["of_industry"]),
        compound=re.compile(alternation(table["compound"])),
        last=re.compile(rf"(?:{_guarded(table['last'], backwards=True)})+"),
        last_finals=frozenset(word[-1] for word in table["last"]),
        inner=re.compile(_guarded(table["inner"])),
        sentence=re.compile(_guarded(table["sentence"])),
    )


def _by_class() -> dict[str, dict[str, str]]:
    """Return the table: class → word → the neighbours that forbid it."""
    table: dict[str, dict[str, str]] = {name: {} for name in CLASSES}
    for row in read_table("metric_words.tsv", ("class", "words", "unless", "note")):
        known = table.get(row["class"])
        if known is None:
            raise row.wrong(f'"{row["class"]}" is no class. Use one of {", ".join(CLASSES)}.')
        for word in row["words"].split():
            if word in known:
                raise row.wrong(f'"{word}" stands twice in its class. Keep one of the two.')
            known[word] = row["unless"]
    for row in read_table("bounds.tsv", ("word", "side", "means", "example")):  # 供热总量|不超3500吉焦: what bounds a figure is no name
        if row["side"] == "before" and (len(row["word"]) > 1 or not _HAN.match(row["word"])):
            table["tail"].setdefault(row["word"], "")
    return table
