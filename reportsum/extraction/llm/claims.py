"""What a sentence tells beside its figures: whether it is denied, who does it, and whether it is done, still to come or lacking.

A part of a sentence is told of the stretch of its facts that it shares most words with. What that stretch denies must be denied, and
nothing else; who acts must be named there, or be the report's issuer or place; what is to come must not be told as done or as lacking, and
what was attained not as to come.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from reportsum import lazy_re as re

from ...models import Kind
from ..owners import MINISTRY
from .wording import HAN, LATIN, apart, blanked, class_words, occurrences, pairs_of, singular, stem_of, table, without

_STOPS = re.compile(
    r"[,，;；。:：!！?？\n]|\.(?!\d)|\b(?:and|but|while|whereas|although|though|yet)\b(?!\s+to\b)|(?:但是?|而且|并且|不过)(?![会])",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"[。;；!！?？]|\.(?=\s|\Z)")
_EXCEPT = re.compile(
    r"[(（](?=[^()（）]*(?:[不未][含包计算经变]|除外|扣除|exclu|\bnot\s(?:includ|count|(?:\w+\s)?adjust)))[^()（）]*[)）]", re.IGNORECASE
)
"""A bracket that only says what is not counted in, or how: （不含采矿项目）, (not seasonally adjusted)."""
_ALTERNATIVE = re.compile(r"\s*(?:or|nor)\b|\s*\w+(?:\s\w+)?\s+(?:or|nor)\b", re.IGNORECASE)
"""found no fraud|, waste| or abuse: the negation reaches on."""
_NAMED = re.compile(r"\b[A-Z]\w+ (?:Not|No|Without|Never) (?=[A-Z])|\b[Nn]o\.")
"""The Do Not Pay portal; No. 5."""
_SHORT_NOT = re.compile(r"n['’]t\b", re.IGNORECASE)
_NOT_BEYOND = re.compile(
    r"\bnot\s+(?:been\s+)?(?:exceed|surpass|above|over|higher|more)|[未不没](?:有)?(?:超过|超出|突破|高于)", re.IGNORECASE
)
_WITHIN = re.compile(r"\b(?:below|under|within|lower|less|met|kept)\b|低于|以内|之内|以下|控制在", re.IGNORECASE)
"""How what did not exceed a limit may be told without a negation."""
_WEAK = frozenset(
    word
    for word in re.findall(
        r"\w+",
        "that which who whom there here did do does been being any some such other able yet also as into than then if so when where while"
        " these those they them he she we our all each every more very only made make under over up down out about had having",
    )
)
_BEFORE, _AFTER = 3, 5
"""So many words before and behind a negation it is told of."""
_LETTERS = 6
_TOLD_BEFORE = 6
"""Characters before a Chinese negation that it is told of; behind it reaches to the end of its stretch."""
_OFFICE = re.compile(
    rf"国务院|党中央|(?:最高)?(?:人民)?(?:法院|检察院)|{MINISTRY}"
    r"|[\u4e00-\u9fff]{1,3}?(?:(?<![格布全大结变时定当])局|(?<![大客餐])厅|委(?![员托任派屈])|政府(?!工作)|部门|公司|集团|单位|银行|协会|委员会)"
)
_LEVELS = "国省市区县州盟旗乡镇"
_ACTS = re.compile(
    r"\A\W*([\u4e00-\u9fff]{2,16}?)(?:(?<![主重需只首概摘纲])要(?![求素点闻件害])|将(?![军士])|应当|应(?![用急对])|必须|须|负责|拟)"
)
"""Who acts, before a word that says so: 市教育局|将."""
_ADVERBS = re.compile(
    "我们|我[省市区县州]|本[省市区县]|各地|今后|同时|下一步|明年|未来|此外|另外|到|至|年底|期间|时期|前|还|也|都|均|继续|进一步|下半年|全面|切实|着力|[全各该其]"
)
_BY = re.compile(r"由(?![于此来])([\u4e00-\u9fff]{2,3})")
_RESULT = re.compile("建成|落成|竣工|投产|投用|通车|建起|完工|告成|收官")
"""Verbs that tell a result by themselves."""
_ALREADY = re.compile("(?:已经?|业已)[\u4e00-\u9fff]{1,2}|[\u4e00-\u9fff]了(?!解)")
_PAST = re.compile(
    r"\b(?:\w{2,}ed|built|rebuilt|made|held|began|put|spent|took|gave|brought|won|sold|paid|became|drew|led|laid|found|kept|saw|done)\b",
    re.IGNORECASE,
)
_HAS = re.compile(r"\b(?:has|have|had|was|were)\b(?:\s+\w+)?", re.IGNORECASE)
_TROUBLE = re.compile(
    r"问题|困难|矛盾|挑战|风险|压力|不足|短板|薄弱|\b(?:risk|challenge|problem|concern|weakness|shortfall)", re.IGNORECASE
)
"""Says of a risk that it is one, where its own words deny something: 有效需求不够 is a problem of 有效需求."""
_BEEN = re.compile(r"\A\s*(?:be|been|have|have been|had been|has been|was|were)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """A fact as a sentence may lean on it."""

    kind: Kind | None
    """None: a clause that states no fact."""
    text: str
    """Its statement, figures taken out."""
    has_owner: bool = False


@dataclass(frozen=True, slots=True)
class _Stretch:
    text: str
    denied: bool
    fact: Told


def misread(plain: str, facts: Sequence[Told], words: str) -> str | None:
    """Return what a sentence (placeholders in it) tells otherwise than its facts do; None when nothing.

    `words` are all that names may be taken from: the facts' own, the report's issuer, place and title.
    """
    if not facts:
        return None
    text = re.sub(r"\{@\d+[A-Z]?\}", " ", plain)
    text = re.sub(r"\{\d+[A-Z]?\}", "\ue000", text)
    stretches = [one for fact in facts for one in _stretches(fact)]
    for sentence in _SENTENCES.split(text):
        planned = False
        denied = False
        for part in _STOPS.split(sentence):
            told = _NOT_BEYOND.sub(" ", part) if "\ue000" in sentence else part  # a comparison is judged with its figure
            denied = bool(_negations(told)) or (denied and _ALTERNATIVE.match(part) is not None)
            if not _content(part):
                planned = planned or _plans(part)
                continue
            nearest = _nearest(part, stretches)
            kinds = {one.fact.kind for one in nearest} or {fact.kind for fact in facts}
            reason = (
                _denied(part, nearest, stretches, denied=denied)
                or _doer(part, nearest, words)
                or _lacking(part, kinds, words)
                or _unhedged(part, nearest)
                or _tense(part, kinds, nearest, planned=planned)
            )
            if reason is not None:
                return reason
            planned = planned or _plans(part)
    return None


def denied_stretch(text: str, name: str) -> str | None:
    """Return the stretch of a statement that denies what `name` calls it by; None where it is not denied, or the name says so itself.

    >>> denied_stretch("The Audit Office found no fraud in the ferry grants, and closed 5 cases", "fraud in the ferry grants")
    'The Audit Office found no fraud in the ferry grants'
    """
    if not _may_deny(_without_asides(text)):
        return None
    own = _content(name)
    if _negations(name) or not own:
        return None
    nearest = _nearest(name, list(_stretches(Told(None, text))))
    return next((one.text.strip() for one in nearest if one.denied and own & _around(one.text)), None)


def _stretches(fact: Told) -> Iterator[_Stretch]:
    denied = False
    for part in _STOPS.split(_without_asides(fact.text)):
        denied = bool(_negations(part)) or (denied and _ALTERNATIVE.match(part) is not None) or (denied and _is_listed(part, fact.text))
        yield _Stretch(part, denied, fact)


def _without_asides(text: str) -> str:
    """Return a statement without brackets that say what is not counted in, and without bounds of figures."""
    return _bounds().sub("", _EXCEPT.sub("", text))


def _is_listed(part: str, text: str) -> bool:
    """Return whether a stretch is one of a list that ends with "or": no fraud, |waste|, or abuse."""
    at = text.find(part)
    return len(LATIN.findall(part)) in (1, 2) and re.match(r",[^,.;]{0,30},?\s*or\b", text[at + len(part) :]) is not None


@lru_cache(maxsize=1024)
def _negations(part: str) -> tuple[tuple[int, int], ...]:
    """Return where a stretch denies something."""
    if not _may_deny(part):
        return ()
    part = _SHORT_NOT.sub(" not", part)
    left = _NAMED.sub(lambda one: "~" * len(one[0]), part)
    for match in [*_bounds().finditer(left), *(match for word in _seeming() for match in occurrences(word, left))]:
        left = left[: match.start()] + "~" * len(match[0]) + left[match.end() :]
    return tuple([match.span() for word in class_words("not") for match in occurrences(word, left)])


def _may_deny(text: str) -> bool:
    """Return whether the letters of a negation stand in a text, be it inside of other words: told fast, and most have none."""
    return _denying().search(text) is not None


@cache
def _denying() -> re.Pattern[str]:
    return re.compile("|".join([_SHORT_NOT.pattern, *map(re.escape, class_words("not"))]), re.IGNORECASE)


@cache
def _seeming() -> tuple[str, ...]:
    """Return the words that hold a negation and deny nothing, the longest first: 不断, not only."""
    return tuple(sorted(class_words("seeming"), key=len, reverse=True))


@cache
def _bounds() -> re.Pattern[str]:
    """Return what finds a bound right before a figure: no more than {3}."""
    words = "|".join(re.escape(word) for word in sorted(class_words("bound"), key=len, reverse=True))
    return re.compile(rf"(?:{words})(?=\s*[\n\ue000])", re.IGNORECASE)


def _content(text: str) -> set[str]:
    """Return what a stretch tells: pairs of characters, beginnings of words."""
    return set(_listed(text))


@lru_cache(maxsize=1024)
def _listed(text: str) -> tuple[str, ...]:
    free = _free()
    words = [stem_of(singular(match[0])) for match in LATIN.finditer(text) if match[0].casefold() not in free]
    han = _without_free(text) if HAN.search(text) else ""
    return (*(word[:_LETTERS] for word in words if len(word) > 1), *(pair for run in HAN.findall(han) for pair in pairs_of(run)))


@lru_cache(maxsize=256)
def _without_free(text: str) -> str:
    """Return a text with the Chinese words that tell nothing by themselves blanked out."""
    return without(text, [word for word in _free() if not word.isascii() and word in text])


@cache
def _free() -> frozenset[str]:
    names = ("joint", "per", "plan", "done", "rise", "fall", "bound", "not")
    return frozenset({word for name in names for word in class_words(name)} | _WEAK)


def _nearest(part: str, stretches: Sequence[_Stretch]) -> list[_Stretch]:
    """Return the stretches that a part of a sentence shares most with; none where it shares nothing."""
    own = _content(part)
    shared = [len(own & _content(one.text)) for one in stretches]
    most = max(shared, default=0)
    return [one for one, count in zip(stretches, shared, strict=True) if count == most] if most else []


def _denied(part: str, nearest: Sequence[_Stretch], stretches: Sequence[_Stretch], *, denied: bool) -> str | None:
    """Return what is wrong with a part that is denied or not where the stretches nearest to it are not or are."""
    if any(_closes_up(part, one.text) for one in nearest if one.denied):
        return "it leaves out a negation of its facts"
    own = _content(part)
    if denied:
        most = max((len(own & _content(one.text)) for one in nearest), default=0)
        near = any(one.denied and 2 * len(own & _content(one.text)) >= max(most, 1) for one in stretches)
        return None if near else "it denies what its facts do not"
    for one in nearest:
        if not one.denied or (_NOT_BEYOND.search(one.text) and (_WITHIN.search(part) or _NOT_BEYOND.search(part))):
            continue
        if one.fact.kind == "risk" and _TROUBLE.search(part):
            continue
        if own & _around(one.text):
            return "it leaves out a negation of its facts"
    return None


def _closes_up(part: str, text: str) -> bool:
    """Return whether a part has side by side what a negation of its stretch keeps apart: 总量大 of 总量不大, must overlook."""
    text, part = (" ".join(_SHORT_NOT.sub(" not", one).casefold().split()) for one in (text, part))
    for start, end in _negations(text):
        head, tail = text[:start].rstrip(), text[end:].lstrip()
        if HAN.search(text):
            closed = head[-1:] + tail[:1] if head else tail[:2]
            found = closed in part if head else part.startswith(closed)
            apart = closed not in text if head else True
        else:
            before, behind = re.findall(r"[\w'-]+\Z", head), re.findall(r"\A[\w'-]+", tail)
            closed = " ".join([*before, *behind])
            found = bool(before and behind) and re.search(rf"\b{re.escape(closed)}\b", part) is not None
            apart = re.search(rf"\b{re.escape(closed)}\b", text) is None
        if len(closed) > 1 and found and apart:
            return True
    return False


def _around(text: str) -> set[str]:
    """Return what the negations of a stretch are told of; all of it where the negation stands before it."""
    text = _SHORT_NOT.sub(" not", text)
    spans = _negations(text)
    if not spans:
        return _content(text)
    told: set[str] = set()
    for start, end in spans:
        if HAN.search(text):
            told |= (
                _content(text[max(0, start - _TOLD_BEFORE) : start])
                | _content(text[end:])
                | set(pairs_of(text[start:end] + text[end : end + 2]))
            )
        else:
            told |= set(_listed(text[:start])[-_BEFORE:]) | set(_listed(text[end:])[:_AFTER])
    return told


def _doer(part: str, nearest: Sequence[_Stretch], words: str) -> str | None:
    """Return who is said to act, where neither the facts nor the report's head name them."""
    known = words + _without_free(words)
    said: list[str] = []
    for run in HAN.findall(without(part, ["由", "和", "与", "及", "以及", "将", "要"])):
        for match in _OFFICE.finditer(run):
            name = match[0]
            above = run[match.start() - 1 : match.start()]
            said += [above + name if above and above in _LEVELS else name]
    said += [match[1] for match in _BY.finditer(part)]
    for name in said:
        if name not in known and not (name[1:] in known and name[0] not in _LEVELS and len(name) > 3):
            return f"it names who acts ({name}) as its facts do not"
    acts = _ACTS.match(part)
    if acts is not None:
        subject = _ADVERBS.sub(" ", _without_free(acts[1]))
        if any(pair not in known for pair in pairs_of(subject)):
            return f"it names who acts ({acts[1]}) as its facts do not"
    elif {one.fact.has_owner for one in nearest} == {True}:
        runs = _ADVERBS.sub(" ", _without_free(part)).split()
        first = pairs_of(runs[0])[:1] if runs and HAN.match(runs[0]) else []
        if first and first[0] not in known:
            return f"it names who acts ({first[0]}…) as its facts do not"
    return None


def _lacking(part: str, kinds: set[Kind | None], words: str) -> str | None:
    """Return a word of lack that is told of what is planned or attained."""
    if "risk" in kinds:
        return None
    known = words.casefold()
    lacks = [word for word in class_words("lack") if next(occurrences(word, part), None) and not next(occurrences(word, known), None)]
    return f"it tells a lack ({lacks[0]}) that its facts do not" if lacks else None


def _tense(part: str, kinds: set[Kind | None], nearest: Sequence[_Stretch], *, planned: bool) -> str | None:
    """Return what is wrong with the time of a part without figures; theirs is judged with them."""
    own = "\n".join(one.text for one in nearest).casefold()
    if "\ue000" in part:
        return None
    if kinds == {"achievement"}:
        coming = [word for word in _planning(part) if table()["plan"][word] == "future" and word not in own]
        return f"it tells as to come ({coming[0]}) what was attained" if coming else None
    if kinds != {"target"}:
        return None
    planning = _planning(part)
    reason = "it tells as done what is a target"
    if any(match[0] not in own for match in _ALREADY.finditer(part) if match[0] not in ("为了", "除了")):
        return reason
    if _RESULT.search(part) and not planning and not planned:
        return reason
    if HAN.search(part):
        return None
    if not planning:
        if planned and not _HAS.search(part):
            return None
        done = [match[0].casefold() for match in (*_HAS.finditer(part), *_PAST.finditer(part))]
        return reason if any(word not in own for word in done) else None
    last = max(match.end() for word in planning for match in occurrences(word, part))
    since = _BEEN.sub(" ", part[last:])
    return reason if any(match[0].casefold() not in own for match in _HAS.finditer(since)) else None


_HEDGED = re.compile(
    r"(?P<hedge>基本|大体|大致|总体|初步)(?P<said>同步|持平|稳定|平衡|一致|完成|建成|实现|形成|消除|达到|解决|具备|适应|满足|遏制|扭转|成型)"
    r"|\b(?P<nearly>largely|broadly|mostly|partly|almost|nearly|virtually|substantially)\s(?P<word>[A-Za-z]{3,})",
    re.IGNORECASE,
)
"""What is so only by and large: 基本同步, broadly stable."""


def _unhedged(part: str, nearest: Sequence[_Stretch]) -> str | None:
    """Return what is told outright that its facts tell only by and large."""
    for found in (found for one in nearest for found in _HEDGED.finditer(one.text)):
        hedge, said = found["hedge"] or found["nearly"], found["said"] or found["word"]
        outright = re.search(rf"(?<!{hedge}){said}" if found["said"] else rf"\b{said}\b", part, re.IGNORECASE)
        if outright is not None and hedge.casefold() not in part.casefold():
            return f"it leaves out that it is so only {hedge}"
    return None


def _plans(part: str) -> bool:
    return bool(_planning(part))


def _planning(part: str) -> list[str]:
    """Return the words of aim and expectation in a part of a sentence."""
    left = blanked(apart(part), [word for word, meaning in table()["plan"].items() if meaning == "none"])
    return [word for word, meaning in table()["plan"].items() if meaning != "none" and next(occurrences(word, left), None)]
