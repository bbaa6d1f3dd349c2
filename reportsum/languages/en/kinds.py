"""English clauses → what they state: an outcome, an aim, a risk, or nothing.

English tells by its verbs. In every part of a sentence the words that look ahead (will, plans to, is expected to, by 2030) or back (was,
has been, rose) decide, the nearest before a figure for that figure; where no word tells, the place does: the section's stance, or a
sentence that announced what follows ("the main targets for this year are as follows:"). What is expected of a time that lies behind the
report's own end is an outcome, told as expected. A named trouble is a risk unless the sentence tells what is done about it.

Words and their meaning stand in en/kind_words.tsv.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple, get_args

from ...annotating import Clause, Judgement
from ...figures.figure import FoundFigure
from ...kinds import KindReading
from ...kinds.rows import judge_row
from ...metadata import ReportMeta
from ...models import Kind, KindBasis, Period, Stance
from ...tables import read_table
from ..room import Figures
from .times import periods_in

CueName = Literal["ahead", "expected", "back", "weak", "trouble", "relief", "ceremony", "fixed"]
KINDS: tuple[Kind, ...] = ("achievement", "target", "risk")
_KIND_OF_STANCE: dict[Stance, Kind] = {"review": "achievement", "plan": "target", "problems": "risk"}


class Cue(NamedTuple):
    """A telling word; offsets into the clause."""

    name: CueName
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    rest: tuple[str, ...]
    """The words behind the first one."""
    cue: CueName
    unless_after: frozenset[str]


@cache
def _phrases() -> dict[str, tuple[_Phrase, ...]]:
    """Return the telling phrases by their first word, the longest first. Raises TableError for a phrase that stands twice."""
    phrases: dict[str, list[_Phrase]] = {}
    seen: set[str] = set()
    for row in read_table("en/kind_words.tsv", ("cue", "words", "unless_after")):
        if row["cue"] not in get_args(CueName):
            raise row.wrong(f'"{row["cue"]}" is no cue. Write one of {", ".join(get_args(CueName))}.')
        guards = frozenset(filter(None, row["unless_after"].split("|")))
        for words in row["words"].split("|"):
            if words in seen:
                raise row.wrong(f'"{words}" stands twice.')
            seen.add(words)
            first, *rest = words.split(" ")
            phrases.setdefault(first, []).append(_Phrase(tuple(rest), row["cue"], guards))  # type: ignore[arg-type]  # checked above
    return {first: tuple(sorted(known, key=lambda phrase: -len(phrase.rest))) for first, known in phrases.items()}


_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|[^\sA-Za-z]")
_ACTORS = frozenset({
    "we", "i", "it", "they", "he", "she", "who", "which", "that", "government", "governments", "council", "group", "company", "board",
    "department", "agency", "committee", "authority", "commission", "ministry", "administration", "parliament", "bank", "corporation",
    "office", "museum", "city", "county", "country",
})  # fmt: skip
_NO_PAST = frozenset(
    {"need", "speed", "indeed", "proceed", "exceed", "succeed", "feed", "seed", "agreed-upon", "so-called", "based", "related"}
)


def find_cues(text: str) -> list[Cue]:
    """Return the telling words of a clause in order, without overlaps."""
    phrases = _phrases()
    found: list[Cue] = []
    words = [(match.group().lower().replace("’", "'"), match.start(), match.end()) for match in _WORD.finditer(text)]
    count = len(words)
    index = 0
    while index < count:
        word, start, end = words[index]
        step = 1
        if text[start].isupper() and index and words[index - 1][0].isalpha() and not text[start:end].isupper():
            index += 1  # inside a name: the Enhanced Bought Place Scheme
            continue
        for phrase in phrases.get(word, ()):
            length = len(phrase.rest)
            if length and (index + length >= count or any(words[index + 1 + n][0] != rest for n, rest in enumerate(phrase.rest))):
                continue
            if phrase.unless_after and index and words[index - 1][0] in phrase.unless_after:
                continue
            found.append(Cue(phrase.cue, start, words[index + length][2]))
            step = length + 1
            break
        else:
            if word.endswith("ed") and len(word) > _SHORTEST_PAST and _is_past(words, index):
                found.append(Cue("back", start, end))
        index += step
    return found


_SHORTEST_PAST = 4


def _is_past(words: Sequence[tuple[str, int, int]], index: int) -> bool:
    """Return whether a word in -ed is the verb of an actor: "the council approved", "we also opened"."""
    if words[index][0] in _NO_PAST or index == 0:
        return False
    before = words[index - 1][0]
    if (before.endswith("ly") or before in ("also", "further", "then", "and")) and index > 1:
        before = words[index - 2][0] if before != "and" else before
    return before in _ACTORS


# --- where a clause stands ------------------------------------------------------------------------------------------------------

_ANNOUNCED: tuple[tuple[Stance, re.Pattern[str]], ...] = (
    (
        "problems",
        re.compile(
            r"(?:aware|recogni[sz]e|face|facing|confronted|note|acknowledge|see)(?:s|d)?\b[^.]{0,80}\b(?:problems"
            r"|difficulties|challenges|shortcomings|weaknesses|risks)\b"
            r"|principal risks|(?:risks|problems|challenges) (?:include|are)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "plan",
        re.compile(
            r"(?:targets|objectives|goals|tasks|priorities|areas of work|following"
            r"|proposals)\b[^.]{0,60}(?:this year|next year|for 20\d\d|as follows|the following"
            r"|are)[^.]{0,30}[:.]?$"
            r"|(?:we|i) (?:must|will|shall|need to)\b[^.]{0,40}the following|to this end, we|(?:turn|move|discuss"
            r"|outline)[^.]{0,60}(?:tasks|plans|priorities|proposals|areas of work|measures)"
            r"|looking ahead|going forward|(?:priorities|outlook|plans?) for (?:this|next|the (?:coming|next)) year",
            re.IGNORECASE,
        ),
    ),
    (
        "review",
        re.compile(
            r"(?:review of|look back|looking back|reviewing|following (?:achievements|progress|was accomplished)"
            r"|the following (?:work|was)|(?:main|major) (?:work|achievements|accomplishments)"
            r"|what we (?:did|achieved|have done))|in the past year, we|over the past (?:year|five years|year|two years)[^.]{0,60}:$",
            re.IGNORECASE,
        ),
    ),
)
_SHORT = 240
"""A sentence that announces what follows is no longer."""


@dataclass(slots=True)
class _Walk:
    """What the clauses before have settled."""

    section: object = None
    base: Stance = "context"
    here: Stance = "context"

    def enter(self, clause: Clause) -> Stance:
        """Return where a clause stands, and remember what it announces."""
        if clause.section is not self.section:
            self.section = clause.section
            self.base = clause.section.stance if clause.section is not None else "context"
            self.here = self.base
        stand = self.here
        if len(clause.text) <= _SHORT and not clause.figures:
            announced = next((stance for stance, pattern in _ANNOUNCED if pattern.search(clause.text)), None)
            if announced is not None and (clause.heading or announced != "problems" or clause.text.endswith(":")):
                self.here = announced
        return stand


# --- what a clause states -------------------------------------------------------------------------------------------------------

_PART = re.compile(
    r"[,;:](?=\s)|\s(?=(?:while|but|whereas|although|though)\s)|\s[–—-]\s|\s(?=and\s(?:we|it|they|is|are|was|were"
    r"|will|has|have|expects?|the)\s)"
)
_RELATIVE = re.compile(
    r"\s*(?:which|who|that|where|including|compared|up|down|against|representing|accounting|equivalent"
    r"|an? (?:increase|decrease|rise|fall))\b",
    re.IGNORECASE,
)
_WE = re.compile(
    r"(?<![a-z])(?:we|i|the government|the (?:group|company|board|council|ministry|department|agency))\s(?:will"
    r"|shall|must|propose|plan|intend|aim|expect|should|need)(?![a-z])",
    re.IGNORECASE,
)
_VERB_FIRST = re.compile(
    r"^(?:[-–—•▪■●*\s]|\(?[a-z0-9]{1,3}[.)]\s*|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|finally|next),?\s)*"
    r"(?:continue|promote|strengthen|improve|increase|create|ensure|accelerate|support|develop|build|expand|deepen"
    r"|advance|implement|enhance|establish|reduce|raise|maintain"
    r"|keep|make|carry|speed|step|push|encourage|foster|optimi[sz]e|complete|launch|introduce|extend|deliver"
    r"|achieve|protect|promote|adopt|upgrade|cut|guide|uphold"
    r"|work|give|provide|invest|open|set|take|move|help|bring|boost|drive|simplify|streamline|reform|stabili[sz]e"
    r"|transform|modernize|forge)\s",
    re.IGNORECASE,
)
_KEYED = re.compile(r"^[\s>|•-]*[A-Za-z][\w ().&/'’%-]{1,80}:\s*['\"\[]{0,3}[-\d$£€(.]")
_TARGET_KEY = re.compile(r"target|goal|next_?fy|planned|budget(?:ed)?|forecast", re.IGNORECASE)
_TROUBLE_KEY = re.compile(
    r"fraud|overpayment|improper|unrecovered|outstanding|deficit|arrears|backlog|delay|loss|incidents?|fatalit|injur|complaint|breach",
    re.IGNORECASE,
)
_DONE_KEY = re.compile(r"recover|recaptur|accura|identified", re.IGNORECASE)
_RELIEF_REACH = 48


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    kind: Kind | None
    own: bool


def read_kinds(clauses: Sequence[Clause], figures: Figures, meta: ReportMeta) -> KindReading:
    """Return a judgement for every clause, in order. Headings are context."""
    walk = _Walk()
    judged: list[Judgement] = []
    for clause in clauses:
        stand = walk.enter(clause)
        judged.append(_nothing(clause) if clause.heading else _judged(clause, figures, stand, meta))
    return KindReading(tuple(judged), ())


def _nothing(clause: Clause) -> Judgement:
    return Judgement((), (None,) * len(clause.figures))


def _judged(clause: Clause, figures: Figures, stand: Stance, meta: ReportMeta) -> Judgement:
    text = clause.text
    if any(figures[number].cell is not None for number in clause.figures):
        return judge_row([figures[number] for number in clause.figures], "plan" if stand == "plan" else "review", meta)
    if clause.cell is not None and clause.cell.stand is not None:
        stand = clause.cell.stand
    if clause.figures and (key := _KEYED.match(text)) is not None and len(text) < _SHORT:
        kind = _kind_of_key(key[0], stand)
        return Judgement((kind,), (kind,) * len(clause.figures))
    cues = find_cues(text)
    if any(cue.name == "ceremony" for cue in cues) and not clause.figures:
        return _nothing(clause)
    parts = list(_parts(text, cues, stand, meta))
    if not clause.figures:
        return _without_figures(text, cues, parts, stand)
    kinds: list[Kind | None] = [
        _kind_at(text, cues, parts, figures[number], figures[number].start - clause.start, stand, meta) for number in clause.figures
    ]
    told = {kind for kind in kinds if kind is not None}
    basis: KindBasis = "own" if any(part.own for part in parts) else "section"
    trouble = _trouble(text, cues)
    if trouble is not None and not told & {"risk"} and _is_at_risk(text, cues, parts, trouble):
        told.add("risk")
    return Judgement(tuple(kind for kind in KINDS if kind in told), tuple(kinds), basis)


def _kind_of_key(key: str, stand: Stance) -> Kind:
    if _TARGET_KEY.search(key):
        return "target"
    if _TROUBLE_KEY.search(key) and not _DONE_KEY.search(key):
        return "risk"
    return "target" if stand == "plan" else "achievement"


def _parts(text: str, cues: Sequence[Cue], stand: Stance, meta: ReportMeta) -> Iterator[_Part]:
    """Yield the parts of a sentence with the kind their verbs tell; a part without one goes with the main part before it."""
    bounds = [0, *(found.end() if found[0].strip() else found.start() for found in _PART.finditer(text)), len(text)]
    main: Kind | None = None
    pending: list[tuple[int, int]] = []
    for start, end in pairwise(bounds):
        kind = _tense([cue for cue in cues if start <= cue.start < end], text, stand, meta)
        if kind is None and main is None:
            pending.append((start, end))
            continue
        relative = _RELATIVE.match(text, start) is not None
        if kind is not None and main is None:
            for first, last in pending:
                yield _Part(first, last, kind, own=False)
            pending = []
        if kind is not None and not (relative and main is not None):
            main = kind
        yield _Part(start, end, kind or main, own=kind is not None)
    place = _KIND_OF_STANCE.get(stand)
    for first, last in pending:
        if _VERB_FIRST.match(text):
            yield _Part(first, last, "target", own=stand != "review")
        else:
            yield _Part(first, last, place, own=False)


def _tense(cues: Sequence[Cue], text: str, stand: Stance, meta: ReportMeta) -> Kind | None:
    """Return the kind that the first telling verb of a part states."""
    for cue in cues:
        if cue.name == "ahead":
            return "target"
        if cue.name == "expected":
            return _expected(text, meta)
        if cue.name == "back" or (cue.name == "weak" and stand != "plan"):
            return "achievement"
    return None


def _expected(text: str, meta: ReportMeta) -> Kind:
    """Return what an expectation is: an outcome where it speaks of a time that ends no later than the reviewed one, else an aim."""
    if meta.period is None:
        return "target"
    spans = periods_in(text, meta.period, spoken_in=meta.plan_period.start.year if meta.plan_period is not None else None)
    if not spans:
        return "target"
    reviewed = _end_of(meta.period)
    return "achievement" if all(_end_of(named.period) <= reviewed for named in spans) else "target"


def _end_of(period: Period) -> dt.date:
    """Return when a period ends; a financial year over two calendar years ends in the middle of the second."""
    if "/" in period.label and period.end.year == period.start.year + 1 and len(period.label) == len("2015/2016"):
        return dt.date(period.end.year, 6, 30)
    return period.end


def _kind_at(
    text: str, cues: Sequence[Cue], parts: Sequence[_Part], figure: FoundFigure, at: int, stand: Stance, meta: ReportMeta
) -> Kind | None:
    """Return the kind of a figure: by the last telling verb before it in its part, else by its part, else by the place."""
    part = next((part for part in parts if part.start <= at < part.end), None)
    if part is None:
        return None
    before = [cue for cue in cues if part.start <= cue.start < at and cue.name in ("ahead", "back", "weak", "expected")]
    kind = (_tense(before[-1:], text, stand, meta) if before else None) or part.kind
    if kind is None:
        trouble = [cue for cue in cues if cue.name == "trouble" and part.start <= cue.start < part.end]
        if trouble and not _is_met(text, cues, trouble[0]):
            return "risk"
        if _lies_ahead(text, meta):
            return "target"
        if figure.bound in ("at_least", "at_most") and figure.role != "count" and any(cue.name == "ahead" for cue in cues):
            return "target"
        return "achievement"
    if kind == "risk" and figure.base is None and any(cue.name == "back" for cue in before):
        return "achievement"
    return kind


def _lies_ahead(text: str, meta: ReportMeta) -> bool:
    """Return whether the first time that a clause names begins behind the reviewed period."""
    if meta.period is None or meta.plan_period is None:
        return False
    spans = periods_in(text, meta.period, spoken_in=meta.plan_period.start.year)
    return bool(spans) and spans[0].period.start >= meta.plan_period.start and _end_of(spans[0].period) > _end_of(meta.period)


def _without_figures(text: str, cues: Sequence[Cue], parts: Sequence[_Part], stand: Stance) -> Judgement:
    """Return what a sentence without figures states: a trouble, a promise, a deed; what only claims or explains states nothing."""
    if _INTRODUCES.search(text):
        return Judgement((), ())
    trouble = _trouble(text, cues)
    if trouble is not None and _is_at_risk(text, cues, parts, trouble):
        return Judgement(("risk",), (), "section" if stand == "problems" else "own")
    if _WE.search(text):
        return Judgement(("target",), ())
    kind = next((part.kind for part in parts if part.own), None)
    if kind is not None:
        return Judgement((kind,), ())
    if stand == "plan" and _VERB_FIRST.match(text):
        return Judgement(("target",), (), "section")
    if stand == "problems" and len(text) > _LEAST_CLAIM and _ABOUT_RISKS.search(text) is None:
        return Judgement(("risk",), (), "section")
    return Judgement((), ())


_LEAST_CLAIM = 30
_INTRODUCES = re.compile(r"(?:[:–—-]|\bfollowing(?:\s\w+){0,3}[.:])\s*$")
"""A sentence that only introduces what follows states nothing itself."""


def _trouble(text: str, cues: Sequence[Cue]) -> Cue | None:
    """Return the first word of trouble that nothing is done about."""
    return next((cue for cue in cues if cue.name == "trouble" and not _is_met(text, cues, cue)), None)


def _is_met(text: str, cues: Sequence[Cue], trouble: Cue) -> bool:
    """Return whether the words before a trouble say that something is done about it: to address the shortage."""
    return any(cue.name == "relief" and cue.end <= trouble.start and trouble.start - cue.end <= _RELIEF_REACH for cue in cues)


def _is_at_risk(text: str, cues: Sequence[Cue], parts: Sequence[_Part], trouble: Cue) -> bool:
    """Return whether a sentence with a trouble names it, instead of telling what is done about it or only touching it in passing."""
    part = next((part for part in parts if part.start <= trouble.start < part.end), None)
    if part is None:
        return True
    if _IN_PASSING.search(text, 0, trouble.start) is not None or _ABOUT_RISKS.search(text) is not None:
        return False
    if _WE_DID.search(text, 0, trouble.start) is not None or _IF.search(text, part.start, trouble.start) is not None:
        return False
    inside = text[part.start : part.end]
    return (_WE.search(inside) is None and _HELPS.search(inside) is None) or _NOT_ABLE.search(inside) is not None


_REPORTED = (
    "say", "says", "state", "states", "stated", "report", "reports", "found", "find", "note", "noted", "risk", "aware", "indicate", "show",
    "shows", "is", "mean", "means",
)  # fmt: skip
_IN_PASSING = re.compile(
    rf"(?<![\w-])(?:which|who|whose|whom|where|even if|although|though|{''.join(rf'(?<!{word} )' for word in _REPORTED)}that)\s"
    r"|(?<![\w-])(?:focus on|meet|needs? and|so as to|in order to|avoid(?:ed|ing)?|identify(?:ing)?|assess(?:ing|ment of)?"
    r"|manage(?:ment of)?|strategic)\s(?:[a-z]+\s){0,3}$",
    re.IGNORECASE,
)
"""Before a trouble, these only touch it: firms that face challenges, to focus on the challenges."""
_WE_DID = re.compile(
    r"(?<![a-z])(?:we|the (?:government|council|group|company|board|department|agency))\s(?:have\s|has\s)?(?:also\s|then\s|[a-z]+ly\s)*"
    r"(?!(?:faced|experienced|suffered|encountered|failed|missed|needed|remained|noticed|recogni[sz]ed)(?![a-z]))"
    r"(?:[a-z]{2,}ed|brought|cut|fought|met|kept|took|overcame|dealt|held|built|made|set|gave|put|began|withstood)(?![a-z])",
    re.IGNORECASE,
)
"""What we did about a trouble is an outcome: we cut overcapacity."""
_IF = re.compile(r"(?<![a-z])if\s[^,;]*$", re.IGNORECASE)
_ABOUT_RISKS = re.compile(
    r"(?:principal|key|main|emerging|these|those|following|our)\srisks?\b[^.]{0,60}\b(?:unchanged|set out|described|reviewed|below|on page"
    r"|summari[sz]ed|listed|outlined|register)|risk (?:management|register|appetite|framework|committee|assessments?|factors)",
    re.IGNORECASE,
)
"""What is said of risks in general names none."""
_HELPS = re.compile(
    r"(?<![a-z])(?:will help|are helping|is helping|have helped|has helped|take seriously|well placed|initiatives? to)(?![a-z])",
    re.IGNORECASE,
)
_NOT_ABLE = re.compile(r"(?<![a-z])(?:not have|not be able|unable|face|faces|facing|risk of)(?![a-z])", re.IGNORECASE)
