"""English clauses → what they state: an outcome, an aim, a risk, or nothing.

English tells by its verbs. In every part of a sentence the words that look ahead (will, plans to, is expected to, by 2030) or back (was,
has been, rose) decide, the nearest before a figure for that figure; where no word tells, the place does: the section's stance, or a
sentence that announced what follows ("the main targets for this year are as follows:"). What is expected of a time that lies behind the
report's own end is an outcome, told as expected. A named trouble is a risk unless the sentence tells what is done about it.

Words and their meaning stand in en/kind_words.tsv.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple, get_args

from reportsum import lazy_re as re
from reportsum.values import dataclass

from ...annotating import Clause, Judgement
from ...figures.figure import FoundFigure
from ...kinds import KindReading
from ...kinds.rows import judge_row
from ...metadata import ReportMeta
from ...models import Kind, KindBasis, Stance
from ...openers import by_itself
from ...spared import holds
from ...tables import read_table
from ..room import Figures
from .expecting import (
    OF_PLANS,
    expected,
    is_long_past,
    is_of_the_year_that_ends,
    is_told_as_revised,
    lies_ahead,
    lies_behind,
    says_which_year,
)
from .history import clauses_of_history
from .legible import is_legible
from .qualifiers import AS_AGAINST
from .recognising import MONTHS
from .schemes import Case, are_terms, case_at, is_order
from .speech import is_of_a_person, is_of_the_past, is_rule, is_talk

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
    rest: list[str]
    """The words behind the first one."""
    cue: CueName
    unless_after: frozenset[str]


@cache
def _phrases() -> dict[str, dict[str, tuple[_Phrase, ...]]]:
    """Return the telling phrases by their first and second word ("" where there is none), the longest first. Raises TableError for a phrase
    that stands twice."""
    phrases: dict[str, dict[str, list[_Phrase]]] = {}
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
            phrase = _Phrase(rest, row["cue"], guards)  # type: ignore[arg-type]  # checked above
            phrases.setdefault(first, {}).setdefault(rest[0] if rest else "", []).append(phrase)
    return {
        first: {second: tuple(sorted(known, key=lambda phrase: -len(phrase.rest))) for second, known in by_second.items()}
        for first, by_second in phrases.items()
    }


def _phrases_at(word: str, following: str) -> tuple[_Phrase, ...]:
    """Return the phrases that may begin with a word and the one behind it, the longest first."""
    known = _phrases().get(word)
    if known is None:
        return ()
    alone = known.get("", ())
    return known[following] + alone if following and following in known else alone


_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|[^\sA-Za-z]")
_ACTORS = frozenset({
    "we", "i", "it", "they", "he", "she", "who", "which", "that", "government", "governments", "council", "group", "company", "board",
    "department", "agency", "committee", "authority", "commission", "ministry", "administration", "parliament", "bank", "corporation",
    "office", "museum", "city", "county", "country",
})  # fmt: skip
_NO_PAST = frozenset(
    {"need", "speed", "indeed", "proceed", "exceed", "succeed", "feed", "seed", "agreed-upon", "so-called", "based", "related", "aged"}
)


def find_cues(text: str) -> list[Cue]:
    """Return the telling words of a clause in order, without overlaps."""
    found: list[Cue] = []
    words = [(match.group().lower().replace("’", "'"), match.start(), match.end()) for match in _WORD.finditer(_without_edition(text))]
    told = [word for word, _, _ in words]
    count = len(words)
    index = 0
    while index < count:
        word, start, end = words[index]
        step = 1
        if text[start].isupper() and index and words[index - 1][0][:1].isalpha() and not text[start:end].isupper() and word != "budget":
            index += 1  # inside a name: the Enhanced Bought Place Scheme
            continue
        for phrase in _phrases_at(word, told[index + 1] if index + 1 < count else ""):
            length = len(phrase.rest)
            if length > 1 and told[index + 1 : index + 1 + length] != phrase.rest:
                continue
            if (
                phrase.unless_after
                and index
                and (_before(words, index) in phrase.unless_after or _two_before(words, index) in phrase.unless_after)
                and not (phrase.cue == "weak" and word not in _ALIKE and (_subject(words, index) in _SUBJECTS or _is_perfect(words, index)))
            ):
                continue
            if phrase.cue in ("weak", "back") and index and _is_still_to_be(words, index):
                continue
            cue = "back" if phrase.cue == "weak" and _is_finite(words, index) else phrase.cue
            found.append(Cue(cue, start, words[index + length][2]))
            step = length + 1
            break
        else:
            if word in _RESOLVED and index + 1 < count and words[index + 1][0] == "to":
                if (
                    found
                    and found[-1].name == "back"
                    and text[found[-1].start : start].strip().lower() in ("have", "has", "'ve", "have also", "has also")
                ):
                    found.pop()  # we have decided to …
                found.append(Cue("ahead", start, end))
            elif (
                word == "proposed"
                and index
                and (
                    (subject := index - 2 if index > 1 and words[index - 1][0] == "also" else index - 1) >= 0
                    and words[subject][0] not in _PUT_BEFORE
                    and (words[subject][0] in _ACTORS or text[words[subject][1]].isupper())
                )
            ):
                found.append(Cue("ahead", start, end))  # the mayor proposed in May to close the pier
            elif word in _LOOKS_AHEAD and index and words[index - 1][0] in _PLANNERS:
                found.append(Cue("expected", start, end))  # management projects cash flow of …; the Group targets a payout of 40%
            elif (word.endswith("ed") and len(word) > _SHORTEST_PAST and (_is_past(words, index) or _is_perfect(words, index))) or (
                word in _PARTICIPLES and _is_perfect(words, index)
            ):
                found.append(Cue("back", start, end))
        index += step
    return sorted(_told_besides(text, found), key=lambda cue: cue.start)


def _told_besides(text: str, found: list[Cue]) -> list[Cue]:
    """Return the cues with those that patterns find: what was ordered, what guidance was raised, what may do harm."""
    if holds(text, _DIRECTED_WORDS):
        found.extend(Cue("ahead", said.start("to" if said["to"] else "passive"), said.end()) for said in _DIRECTED.finditer(text))
    expecting = holds(text, _GUIDED_WORDS)
    measure = _BESIDE_EXPECTATION.search(text) if expecting else None
    if measure is not None:  # ahead of our guidance of 4% to 5%: what was expected is only what it is measured by
        found = [cue for cue in found if cue.name != "expected" or not measure.start() <= cue.start < measure.end()]
    beyond = _BESIDE_GOAL.search(text) if holds(text, _BESIDE_GOAL_WORDS) else None
    if beyond is not None:  # well beyond our target of 2 trillion yuan
        found = [cue for cue in found if cue.name != "ahead" or not beyond.start() <= cue.start < beyond.end()]
    done = _GOAL_DONE.search(text) if holds(text, _GOAL_DONE_WORDS) else None
    if done is not None:
        found = [cue for cue in found if cue.name != "ahead" or not done.start() <= cue.start < done.end()]
    for said in _GUIDED.finditer(text) if expecting else ():  # guidance has been raised to 5%: what is raised is what is expected
        found = [cue for cue in found if not said.start() <= cue.start < said.end()]
        moved = any(sign.isdigit() for sign in text[said.end() :])
        if moved and found and found[-1].name == "back" and _HAVE_ONLY.fullmatch(text, found[-1].start, said.start()) is not None:
            found.pop()  # has cut the forecast to 3%
        found.append(Cue("expected", said.start(), said.end()))
    harming = [pattern for pattern, words in _HARMS if holds(text, words)]
    troubles = [Cue("trouble", match.start(), match.end()) for pattern in harming for match in pattern.finditer(text)]
    return [*found, *troubles, *(_blows(text) if holds(text, _STRUCK_WORDS) else ())]


_HAVE_ONLY = re.compile(r"(?:has|have|had)\s(?:[a-z]+\s)?", re.IGNORECASE)
_EXPECTATION = r"(?:guidance|outlook|forecasts?|projections?|expectations?)(?![a-z])"
_DIRECTED = re.compile(
    r"(?<![a-z])(?:ordered|directed|instructed|tasked|obliged|mandated|contracted)\s(?!by\b)(?:[\w’'-]+\s){1,5}?(?P<to>to\s[a-z]+)(?![a-z])"
    r"|(?<![a-z])(?:been|is|are)\s(?:asked|told|ordered|directed|instructed|tasked|obliged|mandated)\s(?P<passive>to\s[a-z]+)(?![a-z])",
    re.IGNORECASE,
)
_DIRECTED_WORDS = ("ordered", "directed", "instructed", "tasked", "obliged", "mandated", "contracted", "asked", "told")
"""What somebody was told to do is still to be done: ordered the utility to replace 410 miles of pipe."""
_BESIDE_EXPECTATION = re.compile(
    r"(?<![a-z])(?<!the )(?:ahead of|behind|above|below|within|in line with|against|than|beat(?:ing)?|exceed(?:ed|ing)?|missed|missing"
    r"|met|short of|surpass(?:ed|ing)?|outside|under|over)\s"
    r"(?:(?:our|its|their|the|an?|all|analysts?['’]?|market|consensus|top end of|upper end of|lower end of|end of)\s)*"
    rf"(?:[\w-]+\s){{0,4}}?{_EXPECTATION}",
    re.IGNORECASE,
)
_BESIDE_GOAL = re.compile(
    r"(?<![a-z])(?:going\s(?:well\s|far\s)?beyond|(?:well|far)\s(?:beyond|above|ahead of)|exceed(?:ed|ing)|surpass(?:ed|ing))\s"
    r"(?:our|its|their|the|an?)\s(?:[\w-]+\s){0,3}?(?:target|goal)s?\s(?:of|for|set)(?![a-z])",
    re.IGNORECASE,
)
_GOAL_DONE = re.compile(
    r"\b(?:targets?|goals?|objectives?|tasks)\b[^.;,]{0,80}?\s(?:was|were|(?:has|have)\sbeen)\s(?:all\s|both\s|[a-z]+ly\s|also\s)?"
    r"(?:accomplished|met|achieved|fulfilled|attained|reached|completed|exceeded|reali[sz]ed|hit)\b",
    re.IGNORECASE,
)
"""The main targets for the year were accomplished: what is called a target is told as reached."""
_GOAL_DONE_WORDS = ("target", "goal", "objective", "tasks")
_BESIDE_GOAL_WORDS = ("beyond", "above", "ahead of", "exceed", "surpass")
_BESIDE_EXPECTATION_WORDS = _GUIDED_WORDS = ("guidance", "outlook", "forecast", "projection", "expectation")
_CHANGED = (
    r"(?:raised|lifted|lowered|cut|reaffirmed|reiterated|maintained|increased|reduced|narrowed|widened|updated|revised|upgraded|downgraded"
    r"|trimmed|issued|provided|confirmed|left)"
)
_GUIDED = re.compile(
    rf"(?<![a-z]){_EXPECTATION}[^.,;]{{0,60}}?\s(?:(?:has|have)\s(?:also\s)?been|was|were|is|are)\s(?:also\s|now\s|then\s)?{_CHANGED}(?![a-z])"
    rf"|(?<![a-z]){_CHANGED}\s(?:our|its|their|the|this|a)\s(?:[\w-]+\s){{0,5}}?{_EXPECTATION}",
    re.IGNORECASE,
)
"""What is expected was told or told anew: the outlook was cut to 3%, we raised our guidance to £2bn."""
_ADVERB = r"(?:[a-z]+ly\s|also\s|further\s|even\s|then\s|in\sturn\s|not\s){0,2}"
_FELT = r"(?<!not\s)(?:feel\sthe\s(?:full\s)?(?:impact|effects?|strain|pinch)|bear\sthe\sbrunt|bog\sdown)"
_WHAT_IS_WANTED = (
    r"(?:revenues?|receipts|incomes?|profits?|profitability|earnings|sales|margins?|demand|abilit|growth|output|supply|supplies"
    r"|deliver|exports"
    r"|cash|liquidity|value|access|investments?|production|tourism|spending|confidence|capacity|progress|employment|jobs|competitive)"
)
_MAY_HARM = re.compile(
    rf"(?<![a-z])(?:could|might|may|would|can)\s{_ADVERB}(?:"
    rf"(?:reduc|lower|limit|delay|slow|prevent|restrict|cut|weaken|constrain)\w*\s(?:\w+\s){{0,3}}?{_WHAT_IS_WANTED}"
    r"|disrupt|fall|decline|weaken|slacken|slow(?![a-z])|shrink|contract|fluctuate|(?:increase|raise)\s(?:\w+\s){0,2}(?:costs?"
    r"|expenses?|liabilit)|los[et](?![a-z])|cause\s(?:us|losses|delays|damage)|expose|interrupt|lead\sto\s(?:a\s)?(?:loss"
    r"|delay|fall|short)"
    r"|result\sin\s(?:an?\s|the\s)?(?:(?:additional|further|significant|material|substantial|higher|increased)\s)*"
    r"(?:loss|delay|fall|short|damage|lower|reduced|fines|penalt|charges|costs|liabilit|impairment|write)|subject\sus|(?:force|compel"
    r"|oblige)\s(?:us|the)|be\s(?:[\w.%]+\s){0,5}?"
    r"(?:delayed|reduced|lower|slower|weaker|constrained|limited|restricted|interrupted|lost|unable|liable))"
    rf"|(?<![a-z])(?:could|might|may|would|can|will)\s(?:only\s)?{_ADVERB}(?:be\s(?:[a-z]+ly\s)?)?"
    r"(?:harm|hurt|impair|damage|undermin|hinder|hamper|restrain|dampen|weigh\son|erode|jeopardi[sz]|suffer|worsen|deteriorat|threaten"
    r"|(?:adversely|negatively)\saffect|lead\sto\s(?:[a-z]+\s)?(?:fluctuation|volatil|instabil|turbulen|unemploy|recession|slowdown|layoff"
    rf"|job loss|shortage|hardship)|{_FELT}|come\sunder\spressure|subject\sto\s[a-z]+\s(?:shocks?|risks?)"
    r"|(?<=be\s)(?:[a-z]+ly\s)?(?:affect|impact)ed(?=\s?(?:[.,;]|$)))[a-z]*",
    re.IGNORECASE,
)
_MAY_HARM_WORDS = ("could", "might", "may", "would", "can", "will")
"""What may come and do harm; to reduce or to limit harms only what is wanted."""
_FELL = re.compile(
    rf"(?<![a-z])(?!deliver|access|progress){_WHAT_IS_WANTED}\w*\s(?:has\s|have\s|also\s)*(?:decreased|declined|dropped|fell|fallen"
    r"|contracted|shrank|slumped|plunged)"
    r"\s(?:\w+\s)?(?:significantly|sharply|markedly|steeply|drastically|considerably|substantially)(?![a-z])"
    r"|(?<![a-z])(?:workforce|labou?r force|working[- ]age population)\s"
    r"(?:will|is\sexpected\sto|is\sprojected\sto|may|could)\s(?:also\s|soon\s|then\s)?(?:shrink|decline|fall|contract)(?![a-z])",
    re.IGNORECASE,
)
_FELL_WORDS = ("decreas", "declin", "drop", "fell", "fall", "contract", "shrank", "shrink", "slump", "plung")
"""What is wanted fell a lot, or will: exports decreased significantly."""
_BLOW = (
    r"(?:outbreaks?|epidemics?|pandemics?|virus|disease|cris[ie]s|wars?|conflicts?|disputes?|tensions|frictions?|unrest|riots?|movement|protests?"
    r"|boycotts?|blockades?|embargo(?:es)?|typhoons?|storms?|hurricanes?|floods?|droughts?|earthquakes?|tsunamis?|fires?|strikes?|tariffs|sanctions"
    r"|slumps?|turmoil|COVID-19|SARS|lockdowns?|closures?)"
)
_STRUCK = re.compile(
    r"(?<![a-z])(?:(?:affect|hurt|disrupt|batter|dent|damage|dampen|hamper|cripple|paraly[sz]e|devastate|ravage|upset|impact)(?:s|d|ed)?"
    r"|hits?|str(?:ikes?|uck)|weigh(?:s|ed)? on)(?![a-z])",
    re.IGNORECASE,
)
_STRUCK_WORDS = (
    "affect", "hit", "hurt", "disrupt", "batter", "dent", "damage", "dampen", "hamper", "cripple", "paralyse", "paralyze", "devastate",
    "strike", "struck", "ravage", "upset", "impact", "weigh",
)  # fmt: skip
_HARD = r"(?:(?:[a-z]+ly|also|hard|badly|even|still|further|most|already)\s){0,2}"
_BLOW_BEFORE = re.compile(
    rf"(?<![\w-]){_BLOW}(?:\sin\s(?:[A-Z]\w+\s?){{1,3}})?\s(?:(?:has|have|had|will|would|may|might|could|can)\s)?{_HARD}$", re.IGNORECASE
)
_BLOW_BEHIND = re.compile(rf"\s{_HARD}by\s(?:[a-z-]+\s){{0,4}}{_BLOW}(?![a-z])", re.IGNORECASE)
_NO_OBJECT = re.compile(r"\s(?:by|only|areas|and|or|people|persons)\b|\W*$")


def _blows(text: str) -> Iterator[Cue]:
    """Yield the troubles that something has struck or will strike: the strike affected shops; exports were hard hit by the dispute."""
    for struck in _STRUCK.finditer(text):
        blow = _BLOW_BEFORE.search(text, 0, struck.start())
        if blow is not None and _NO_OBJECT.match(text, struck.end()) is None:
            yield Cue("trouble", blow.start(), struck.end())
        elif (behind := _BLOW_BEHIND.match(text, struck.end())) is not None and text[: struck.start()].endswith(_PASSIVE):
            yield Cue("trouble", struck.start(), behind.end())


_PASSIVE = ("was ", "were ", "been ", "are ", "is ", "be ", "ly ", "hard ", "badly ", "also ")
_HARMS = ((_MAY_HARM, _MAY_HARM_WORDS), (_FELL, _FELL_WORDS))
_PARTICIPLES = frozenset({
    "been", "done", "seen", "become", "begun", "taken", "given", "grown", "risen", "fallen", "shown", "gone", "driven", "written", "known",
    "proven", "undergone", "overseen", "striven", "withdrawn", "made", "put", "set", "had", "come", "run",
})  # fmt: skip
_ADVERBS = frozenset({"each", "all", "both", "also", "now", "jointly", "fully", "largely", "mainly", "only", "partly"})


def _before(words: Sequence[tuple[str, int, int]], index: int) -> str:
    """Return the word before one, over adverbs that may stand between it and a participle: to be each provided."""
    while index > 1 and words[index - 1][0] in _ADVERBS:
        index -= 1
    return words[index - 1][0]


def _two_before(words: Sequence[tuple[str, int, int]], index: int) -> str:
    """Return the two words before one, as guards of two words stand in the table: achieved the|target of."""
    return f"{words[index - 2][0]} {words[index - 1][0]}" if index > 1 else ""


def _without_edition(text: str) -> str:
    """Return a text of the same length where a budget is no edition: Budget 2026 invests."""
    return _EDITION.sub(lambda found: found[1] + " " * (len(found[0]) - len(found[1])), text)


_EDITION = re.compile(r"(\b[Bb]udget)\s(?:19|20)\d\d(?:[-–/]\d\d)?(?=\s[a-z])")
_SHORTEST_PAST = 3


_ALIKE = frozenset({"put", "cut", "set", "set up", "hit", "cast", "split", "spread", "shut", "lay", "lead"})
"""Verbs whose past sounds like what is to be done."""
_ONLY_PAST = frozenset(
    {"rose", "grew", "saw", "took", "came", "went", "began", "became", "gave", "drove", "drew", "wrote", "broke", "bore", "chose", "flew"}
)
"""Forms that are no participle."""
_SUBJECTS = frozenset({"we", "i", "it", "they", "he", "she", "government"})
_BEFORE_HAVE = frozenset({"to", "will", "would", "shall", "should", "may", "might", "must", "can", "could"})
_BETWEEN = 3
"""So many adverbs may stand between "have" and its participle."""
_NO_ADVERB = frozenset({"been", "not", "also", "now", "already", "so", "far", "since", "then", "just", "all", "both", "either", "more"})
_RESOLVED = frozenset({"decided", "planned", "proposed", "pledged", "committed", "resolved", "promised", "intended", "vowed"})
"""Behind these with "to" stands what is still to be done: we have decided to waive the fee."""
_LOOKS_AHEAD = frozenset({"projects", "project", "targets", "target", "plans", "plan", "forecasts", "forecast", "estimates", "estimate"})
"""Verbs that sound like nouns; behind one of these they are verbs."""
_PLANNERS = frozenset({
    "we", "management", "directors", "analysts", "economists", "officials", "group", "company", "board", "bank", "ministry", "government",
    "commission", "agency", "department", "council", "committee", "authority", "administration", "corporation", "treasury", "trust",
    "imf", "oecd", "wto", "adb", "mti", "mas", "fund", "economist",
})  # fmt: skip
_BEFORE_AN_OBJECT = frozenset(
    {"a", "an", "the", "its", "their", "our", "about", "approximately", "nearly", "almost", "roughly", "around", "some", "that"}
)
_DIGITS = frozenset("0123456789$£€")
_OBJECT_BEGINS = frozenset({"that", "a", "an", "the", "its", "their", "our", "over", "about", "nearly", "record", "some", "almost"})
_PUT_BEFORE = frozenset({"and", "or", "to", "the", "a", "an", "of", "be", "by", "newly", "are", "is", "were", "was", "with", "for", "not"})


def _is_finite(words: Sequence[tuple[str, int, int]], index: int) -> bool:
    """Return whether a verb that may be a participle is the past of its sentence: we built; we have basically completed; exports rose."""
    word = words[index][0]
    if _is_still_to_be(words, index):
        return False
    if word in _ONLY_PAST or _is_perfect(words, index):
        return True
    if index and words[index - 1][0] == "we" and (index == 1 or not words[index - 2][0].isalpha() or words[index - 2][0] in _THEN_WE):
        return True  # we cut fees: who plans says we will
    if word in _ALIKE or not index:
        return False
    if _subject(words, index) in _SUBJECTS:
        return True
    # the Fund achieved a return: a participle takes no object
    follows = words[index + 1][0] if index + 1 < len(words) else ""
    if follows[:1] in _DIGITS and words[index - 1][0].isalpha() and words[index - 1][0] not in _PUT_BEFORE:
        return True
    return follows in _OBJECT_BEGINS and words[index - 1][0].isalpha() and words[index - 1][0] not in _PUT_BEFORE


def _subject(words: Sequence[tuple[str, int, int]], index: int) -> str:
    before = words[index - 1][0]
    return words[index - 2][0] if index > 1 and (before.endswith("ly") or before in ("also", "then", "further")) else before


def _is_perfect(words: Sequence[tuple[str, int, int]], index: int) -> bool:
    """Return whether "have" or "has" stands before a participle, with nothing but adverbs between: has steadily improved."""
    for number in range(index - 1, max(-1, index - 2 - _BETWEEN), -1):
        word = words[number][0]
        if word in ("have", "has", "had", "'ve"):
            return number == 0 or words[number - 1][0] not in _BEFORE_HAVE
        if not (word.endswith("ly") or word in _NO_ADVERB):
            return False
    return False


_THEN_WE = frozenset({"year", "and", "also", "then", "thus", "therefore"})
_SPANS = frozenset({"year", "years", "months", "month", "quarter", "half", "half-year", "period", "weeks"})


def _is_still_to_be(words: Sequence[tuple[str, int, int]], index: int) -> bool:
    """Return whether a participle tells what is to have been done by then: output should have exceeded 90 trillion."""
    number = index - 1
    while number > 0 and (words[number][0].endswith("ly") or words[number][0] in _NO_ADVERB):
        number -= 1
    return number > 0 and words[number][0] == "have" and words[number - 1][0] in _BEFORE_HAVE


def _is_past(words: Sequence[tuple[str, int, int]], index: int) -> bool:
    """Return whether a word in -ed is the verb of an actor: "the council approved", "we also opened"."""
    if words[index][0] == "ended" and index and words[index - 1][0] in _SPANS:
        return False  # the year ended 31 March
    if words[index][0] in _NO_PAST or index == 0 or _is_still_to_be(words, index):
        return False
    before = words[index - 1][0]
    follows = words[index + 1][0] if index + 1 < len(words) else ""
    if before.isalpha() and before not in _PUT_BEFORE and (follows[:1] in _DIGITS or follows in _BEFORE_AN_OBJECT):
        return True  # the agency awarded 63 grants, visitors numbered about 6 million: a participle takes no object
    if (before.endswith("ly") or before in ("also", "further", "then", "and")) and index > 1:
        before = words[index - 2][0] if before != "and" else before
    return before in _ACTORS


# --- where a clause stands ------------------------------------------------------------------------------------------------------

_NAMES_PROBLEMS = re.compile(
    r"(?:aware|recogni[sz]e|face|facing|confronted|note|acknowledge|see)(?:s|d)?\b[^.]{0,80}\b(?:problems"
    r"|difficulties|challenges|shortcomings|weaknesses|risks)\b"
    r"|principal risks|(?:risks|problems|challenges) (?:include|are)\b",
    re.IGNORECASE,
)
_NAMES_PROBLEMS_WORDS = ("problems", "difficulties", "challenges", "shortcomings", "weaknesses", "risks")
_NAMES_PLANS = re.compile(
    r"(?:targets|objectives|goals|tasks|priorities|areas of work|following"
    r"|proposals)\b[^.]{0,60}(?:as follows|the following|(?:this year|next year|for 20\d\d"
    r"|are)[^.]{0,30}:$)"
    r"|(?:we|i) (?:will|shall|propose to|plan to|intend to)\b.{0,160}"
    r"(?:including|namely|such as|as follows|the following[^:]{0,40}):$"
    r"|(?:we|i) (?:must|will|shall|need to)\b[^.]{0,40}the following|to this end, we|(?:turn|move|discuss"
    r"|outline)[^.]{0,60}(?:tasks|plans|priorities|proposals|areas of work|measures)"
    r"|looking ahead|going forward|(?:priorities|outlook|plans?) for (?:this|next|the (?:coming|next)) year",
    re.IGNORECASE,
)
_NAMES_PLANS_WORDS = (
    "follow", "to this end, we", "turn", "move", "discuss", "outline", "looking ahead", "going forward", "priorities", "outlook",
    "plan", ":",
)  # fmt: skip
_LOOKS_BACK = re.compile(
    r"(?:review of|look back|looking back|^\W*(?:in )?reviewing"
    r"|highlights of (?:that|this|our|the) work|following (?:achievements|progress|was accomplished)"
    r"|the following (?:work|was)|(?:main|major) (?:work|achievements|accomplishments)"
    r"|what we (?:did|achieved|have done))|in the past year, we|over the past (?:year|five years|year|two years)[^.]{0,60}:$",
    re.IGNORECASE,
)
_LOOKS_BACK_WORDS = ("review", "look", "highlights of", "follow", "main", "major", "what we", "past")
_ANNOUNCED: tuple[tuple[Stance, re.Pattern[str], tuple[str, ...]], ...] = (
    ("problems", _NAMES_PROBLEMS, _NAMES_PROBLEMS_WORDS),
    ("plan", _NAMES_PLANS, _NAMES_PLANS_WORDS),
    ("review", _LOOKS_BACK, _LOOKS_BACK_WORDS),
)
_SHORT = 240
"""A sentence that announces what follows is no longer."""


_DONE = re.compile(r"highlights|accomplish|achieve(?:d|ments)|what we (?:did|have done)", re.IGNORECASE)
"""The following are the highlights of that work: what was done, though a list is announced."""
_SHORTCOMINGS = re.compile(
    r"(?:we|the government|i)\s(?:are|is|am|remain|must be|should be)\s(?:also\s)?"
    r"(?:keenly|fully|clearly|acutely|soberly|well|deeply)?\s?aware"
    r"\b.{0,300}\b(?:problems|difficulties|challenges|shortcomings|inadequacies|deficiencies|weaknesses|primary stage)\b",
    re.IGNORECASE,
)
"""A sentence that begins a list of shortcomings, line by line."""


_MEASURES_TO_TAKE = re.compile(
    r"(?<![a-z])(?:will|shall|propose to|plan to|intend to|must|going to)\s[^.;:]{0,60}"
    r"\b(?:measures|steps|initiatives|changes|proposals|enhancements|things|tasks|priorities)\b[^.;]{0,40}(?:[:–—-]\s*$|[:–—-]\s?\(?[a1i]\))"
    r"|(?<![a-z])(?:will|shall|must|(?:plans?|proposes?|intends?|aims?|going|seeks?)\sto)\s?[:–—-]\s?(?:$|\(?[a1i]\))",
    re.IGNORECASE,
)
"""A sentence that counts up in points what is to be done; it may go on with the first of them."""
_COUNTS_UP = re.compile(r"[:–—-]\s*(?:$|\(?[a1iAI]\))")
_POINT = re.compile(r"\s*(?:and\s)?\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s?[A-Za-z]")


@dataclass(slots=True)
class _Walk:
    """What the clauses before have settled."""

    section: object = None
    base: Stance = "context"
    here: Stance = "context"
    listed: bool = False
    """Whether what is said is a list of shortcomings, up to what we must do about them."""
    points: bool = False
    """Whether the points of a list follow that a sentence announced as measures to take: I shall introduce five measures - (a) …; (b) …."""

    def enter(self, clause: Clause) -> Stance:
        """Return where a clause stands, and remember what it announces."""
        if clause.section is not self.section:
            self.section = clause.section
            self.base = clause.section.stance if clause.section is not None else "context"
            self.here = self.base
            self.listed = self.points = False
        stand = self.here
        if _COUNTS_UP.search(clause.text) is not None and _MEASURES_TO_TAKE.search(clause.text) is not None:
            self.points = True
        elif self.points and _POINT.match(clause.text) is not None:
            stand = "plan"
        else:
            self.points = False
        if self.listed and _WE.search(clause.text) is not None:
            self.listed = False
        elif not clause.heading and "aware" in clause.text.lower() and _SHORTCOMINGS.search(clause.text) is not None:
            self.listed = True
            return stand
        if len(clause.text) <= _SHORT and not clause.figures:
            announced = next(
                (stance for stance, pattern, words in _ANNOUNCED if holds(clause.text, words) and pattern.search(clause.text)), None
            )
            if announced == "plan" and _DONE.search(clause.text) is not None:
                announced = "review"
            if announced is not None and (clause.heading or announced != "problems" or clause.text.endswith(":")):
                self.here = announced
        return stand


# --- what a clause states -------------------------------------------------------------------------------------------------------

_PART = re.compile(
    r"[,;:](?=\s)|\s(?=(?:while|but|whereas|although|though)\s)|\s[–—-]\s|\s(?=and\s(?:we|it|they|is|are|was|were"
    r"|will|has|have|expects?|the)\s)"
)
_RELATIVE = re.compile(
    r"\s*(?:which|who|that|where|including|compared|up|down|against|instead of|rather than|representing|accounting|equivalent"
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
    r"|waive|exempt|allocate|inject|abolish|subsidi[sz]e"
    r"|work|give|provide|invest|open|set|take|move|help|bring|boost|drive|simplify|streamline|reform|stabili[sz]e"
    r"|transform|modernize|forge)\s",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"[-–—•▪■●*\s]*(?:(?:and\s?)?\(?[a-z0-9]{1,3}[.)]\s*[a-z]+ing\s|(?:allocat|waiv|reduc|grant|provid|rais|increas|extend|pay|giv"
    r"|inject|introduc|lower|set"
    r"|launch|earmark|doubl|creat|abolish|exempt|subsidi[sz]|offer|add|expand|reserv|fund|cut|freez|remov|adjust|wid|enhanc"
    r"|strengthen)\w*ing\s)"
)
"""A point of a list in a budget, in small letters, whose introduction stands far above: waiving rates for two quarters."""
_KEYED = re.compile(r"^[\s>|•-]*[A-Za-z][\w ().&/'’%-]{1,200}:\s*['\"\[]{0,3}(?!\([a-z]{1,3}\))[-\d$£€(.]")
_TARGET_KEY = re.compile(r"target|goal|next[_ ]?fy|planned|budget(?:ed)?|forecast", re.IGNORECASE)
_OPEN_KEY = re.compile(r"unrecovered|uncollect|not[_ ]collect|unresolved|backlog|arrears|overdue", re.IGNORECASE)
_TROUBLE_KEY = re.compile(r"fraud|overpayment|improper|deficit|delay|loss|incidents?|fatalit|injur|complaint|breach", re.IGNORECASE)
"""What goes wrong, counted or in money; a rate of it is how the year turned out."""
_DONE_KEY = re.compile(r"recover|recaptur|accura|identified|rates?(?![a-z])|percent", re.IGNORECASE)
_ZERO = re.compile(r":\W*[0.]+\W*$")
_RELIEF_REACH = 48
_RELIEF_REACH_IN_PART = 90


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
    before: Clause | None = None
    case: Case = ""
    history = clauses_of_history(clauses)
    for clause in clauses:
        stand = walk.enter(clause)
        if clause.number in history and not clause.figures:
            judged.append(_nothing(clause))
            before = clause
            continue
        if before is not None and before.section is clause.section and _goes_on_expecting(before, judged[-1], clause, meta):
            judged.append(Judgement(("achievement",), tuple("achievement" for _ in clause.figures)))
            before = clause
            continue
        if before is not None and before.section is clause.section and _CONTINUES.match(clause.text) is not None:
            told = tuple(kind for kind in judged[-1].kinds if kind != "risk")
            if len(told) == 1 and clause.figures and not any(cue.name in ("ahead", "expected") for cue in find_cues(clause.text)):
                judged.append(Judgement(told, told * len(clause.figures), judged[-1].basis))
                before = clause
                continue
        follows = before is not None and before.section is clause.section and clause.start - before.end <= 1
        case = "" if clause.heading else case_at(clause.text, case, goes_on=follows)
        if case:
            judged.append(_nothing(clause))
            before = clause
            continue
        torn = (before is not None and _is_torn(clause, before.text)) or (
            clause.cell is None
            and not any(figures[number].cell is not None for number in clause.figures)
            and _KEYED.match(clause.text) is None
            and not is_legible(clause.text)
        )
        before = clause
        if torn or (walk.listed and not clause.figures and _SHORTCOMINGS.search(clause.text) is not None):
            judged.append(_nothing(clause))
        elif walk.listed and _is_shortcoming(clause):
            judged.append(Judgement(("risk",), (), "section"))
        else:
            told_now = _nothing(clause) if clause.heading else _judged(clause, figures, stand, meta)
            promised = follows and meta.kind in OF_PLANS and judged[-1].kinds == ("target",)
            if promised and told_now.kinds == ("achievement",) and are_terms(clause.text):
                told_now = Judgement(("target",), tuple("target" for _ in clause.figures), "section")
            judged.append(told_now)
    return KindReading(tuple(judged), ())


_CONTINUES = re.compile(
    r"(?:(?:This|That)\s(?:is|was|represents|represented|marks|marked|means|amounts to|equals|works out to)|It\srepresents)\s"
    r"(?:an?\s|about\s|nearly\s|over\s|some\s|almost\s|equivalent to\s)*"
    r"(?:[\d.]+\s?(?:%|per\scent|percent)\s)?(?:[a-z-]+\s){0,3}(?:increase|rise|growth|decrease|reduction|fall|drop|decline|gain|saving)(?![a-z])"
    r"|This\shas\s(?:[a-z]+\s){0,2}(?:doubled|tripled|quadrupled)(?![a-z])"
    r"|(?:This|That|It)\sis\s(?:[a-z]+\s){0,2}(?:double|twice|triple|treble|half|[a-z]+ times)\s(?:the|that|those|what|as)(?![a-z])"
)
"""A sentence that only says how much the one before it is more or less: this is an increase of $55 billion."""
_ENDED = re.compile(r"[.!?][”’\"')\]]*\s*$")


def _is_torn(clause: Clause, before: str) -> bool:
    """Return whether a clause is the rest of a sentence whose beginning stands elsewhere, as where a caption or a page comes between."""
    text = clause.text
    return (
        text[:1].islower()
        and _ENDED.search(before) is not None
        and all(pattern.match(text) is None for pattern in (_MEASURE, _KEYED, _VERB_FIRST, _POINT))
        and clause.cell is None
    )


_EXPECTS_BALANCE = re.compile(
    r"(?<![a-z])(?:we|i|the government)\s(?:expect|estimate|project|forecast)\s(?:an?|the)\s"
    r"(?:[a-z]+\s){0,3}(?:deficit|surplus|balance)(?![a-z])",
    re.IGNORECASE,
)


_BUDGET_OF = re.compile(r"(?:\bFY\s?|\b)(?P<year>(?:19|20)\d\d)(?:[-–/]\d\d)?\sBudget\b")


def _goes_on_expecting(before: Clause, judged: Judgement, clause: Clause, meta: ReportMeta) -> bool:
    """Return whether a clause without a time expects one more balance of the year that the sentence before it has expected one of, or
    whose Budget it has spoken of: For FY2017, we expect a surplus of $9 billion. When we exclude investment returns, we expect a basic
    deficit of $1 billion."""
    if not clause.figures or _EXPECTS_BALANCE.search(clause.text) is None or says_which_year(clause.text):
        return False
    of = _BUDGET_OF.search(before.text)
    if of is not None and meta.period is not None:
        return int(of["year"]) == meta.period.start.year
    expected = any(cue.name == "expected" for cue in find_cues(before.text))
    return judged.kinds == ("achievement",) and expected


def _is_shortcoming(clause: Clause) -> bool:
    """Return whether a clause in a list of shortcomings names one: whatever its verb says (some policies have not been carried out)."""
    return not clause.heading and not clause.figures and len(clause.text) > _LEAST_CLAIM and _INTRODUCES.search(clause.text) is None


def _nothing(clause: Clause) -> Judgement:
    return Judgement((), (None,) * len(clause.figures))


def _judged(clause: Clause, figures: Figures, stand: Stance, meta: ReportMeta) -> Judgement:
    text = clause.text
    if any(figures[number].cell is not None for number in clause.figures):
        return judge_row([figures[number] for number in clause.figures], "plan" if stand == "plan" else "review", meta)
    if clause.cell is not None and clause.cell.stand is not None:
        stand = clause.cell.stand
    if (stand == "context" and meta.kind == "budget" and _MEASURE.match(text) is not None) or (
        stand != "problems" and meta.kind in OF_PLANS and is_order(text)
    ):
        stand = "plan"
    key = _KEYED.match(text) if clause.figures and len(text) < _SHORT else None
    if key is not None and not any(cue.name == "back" for cue in find_cues(key[0])):  # a sentence with a colon is none
        kind = _kind_of_key(key[0], text, stand)
        return Judgement((kind,), (kind,) * len(clause.figures))
    if is_rule(text):
        return _nothing(clause)
    cues = find_cues(text)
    addresses = any(cue.name == "ceremony" and not _in_brackets(text, cue) for cue in cues)
    if not clause.figures and (addresses or is_talk(said := by_itself(text)) or _always_holds(said)):
        return _nothing(clause)
    if (" would " in text or "unlikely" in text) and _SUPPOSES.search(text) is not None:
        return _supposed(clause, cues)
    if _ELSEWHERE.match(text) is not None or (meta.kind in OF_PLANS and _is_talk_with_figures(clause, figures)):
        return _nothing(clause)
    if any(cue.name == "trouble" for cue in cues) and _only_announces(text):
        return _nothing(clause)
    if clause.figures and _only_expected_once(text, figures[clause.figures[0]].start - clause.start):
        return _nothing(clause)
    parts = list(_parts(text, cues, stand, meta))
    if not clause.figures:
        return _without_figures(text, cues, parts, stand, meta)
    kinds: list[Kind | None] = [
        _kind_at(text, cues, parts, figures[number], figures[number].start - clause.start, stand, meta) for number in clause.figures
    ]
    if len(clause.figures) > 1:  # a couple with two children can expect $600,000; the top 10% of households pay 38% of taxes
        kinds = [None if _describes_a_case(clause, figures[n]) else kind for n, kind in zip(clause.figures, kinds, strict=True)]
    if "target" in kinds and _is_of_the_year_that_ends(clause, cues, meta):
        kinds = ["achievement" if kind == "target" else kind for kind in kinds]
    if "achievement" in kinds:  # what an outcome is measured against is told with it
        kinds = ["achievement" if figures[n].base == "goal" else kind for n, kind in zip(clause.figures, kinds, strict=True)]
    for index in range(1, len(kinds)):  # exempt 75%, instead of 100% currently: what is now is told with what it becomes
        figure, last = figures[clause.figures[index]], figures[clause.figures[index - 1]]
        if figure.base == "earlier" and _INSTEAD.search(text[last.end - clause.start : figure.start - clause.start]) is not None:
            kinds[index] = kinds[index - 1]
    if (
        len(kinds) > 1
        and figures[clause.figures[0]].base == "earlier"
        and AS_AGAINST.search(text, 0, figures[clause.figures[0]].start - clause.start)
    ):
        kinds[0] = kinds[1]  # as against Rs.12 crore this year, it will be Rs.18 crore
    told = {kind for kind in kinds if kind is not None}
    basis: KindBasis = "own" if any(part.own for part in parts) else "section"
    bare = [part for part in parts if not any(part.start <= figures[n].start - clause.start < part.end for n in clause.figures)]
    if any(_CAME_TO.match(text, part.start) is not None for part in parts if part not in bare):
        bare = []  # what fell is told with how far
    if not told & {"risk"} and _names_trouble(text, cues, parts, within=bare):
        told.add("risk")
    return Judgement(tuple(kind for kind in KINDS if kind in told), tuple(kinds), basis)


def _describes_a_case(clause: Clause, figure: FoundFigure) -> bool:
    """Return whether a figure only tells what kind of household a sentence speaks of, or which part of all."""
    at = figure.start - clause.start
    if figure.unit_code == "%":
        return (
            _WHICH_PART.search(clause.text, 0, at) is not None and _OF_ALL_OF_THEM.match(clause.text, figure.end - clause.start) is not None
        )
    made_up = _A_CASE_WITH.search(clause.text, 0, at) if figure.role == "count" else None
    return made_up is not None and _IS_ONE.search(clause.text, 0, made_up.start()) is None


_WHICH_PART = re.compile(r"\bthe\s(?:top|bottom|lowest|highest|poorest|richest|wealthiest|best-off|worst-off)\s$", re.IGNORECASE)
_OF_ALL_OF_THEM = re.compile(
    r"\sof\s(?:[a-z-]+\s){0,3}(?:households|earners|income|people|families|taxpayers|firms|companies|workers)\b|\s(?:pay|contribute|earn|receive|account)\b"
)


_A_CASE_WITH = re.compile(
    r"\b(?:[Aa]n?|[Ee]ach|[Ee]very|[Aa]ny)\s(?:[a-z-]+\s){0,4}"
    r"(?:family|couple|household|parent|mother|father|worker|person|firm|company|resident)\swith\s$"
)
_IS_ONE = re.compile(r"\b(?:is|are|am|was|were|been|be|become|became|into)\s(?:now\s|today\s|still\s|already\s)?$")
"""Before what somebody is, which is no case made up: we are|a company with 3,400 workers."""
_BEFORE_THIS = r"(?:originally|initially|previously|earlier|first)"
_EXPECTED_ONCE = re.compile(
    r"(?<!than )(?<!what )(?<![Aa]s )(?<![Aa]s the )\b(?:[Ww]e|I|[Gg]overnment)\s"
    rf"(?:(?:had\s)?(?:{_BEFORE_THIS}\s)?(?:expected|anticipated|budgeted)"
    rf"|had\s(?:{_BEFORE_THIS}\s)?(?:forecast(?:ed)?|projected|estimated|predicted))\b|\b(?:started|began) the year expecting\b"
)
_EXPECTED_ONCE_WORDS = ("expect", "anticipat", "budgeted", "had", "estimated", "projected")
_IN_A_FORMER_BUDGET = re.compile(
    r"\W*(?:\d{1,3}\.\s?)?When (?:I|we) (?:presented|delivered|introduced|tabled) [^.;]*?"
    r"\b(?:was|were) (?:estimated|projected|budgeted|expected)\b"
)
_HOW_IT_CAME = re.compile(
    r"\b(?:but|however|instead|actual|actually|turned out|eventually|in the end|now|while|compared|exceeded|and (?:we|it) (?:met|beat))\b"
)


def _only_expected_once(text: str, at: int) -> bool:
    """Return whether a sentence tells only what was expected before: which is neither an outcome nor an aim any more."""
    if not holds(text, _EXPECTED_ONCE_WORDS):
        return False
    once = _EXPECTED_ONCE.search(text, 0, at) or _IN_A_FORMER_BUDGET.match(text)
    return once is not None and once.end() <= at and _HOW_IT_CAME.search(text) is None


_CAME_TO = re.compile(
    r"\s*(?:thus\s|thereby\s|further\s)?(?:result|lead|bring|slow|fall|drop|declin|eas|register|record|tumbl|shrink|push|driv)\w*ing\b"
)
"""How a part opens that tells how far it went: began to weaken, |resulting in a decline of 1.1 per cent."""


def _in_brackets(text: str, cue: Cue) -> bool:
    """Return whether a cue stands beside the sentence: we will launch a grant [please refer to Annex B]."""
    return max(text.rfind(opening, 0, cue.start) for opening in "[(") > max(text.rfind(closing, 0, cue.start) for closing in "])")


_SUPPOSES = re.compile(
    r"(?<![a-z])[Ii]f\s[^.;]{3,240}?\b(?:were|was to|had)\b[^.;]*?,\s[^.;]*?\bwould\b|\bunlikely that\b[^.;]*\b(?:will|would)\b"
)
"""A sentence about what is only supposed, or held for unlikely: if nothing were done, spending would grow by 7 per cent."""


def _supposed(clause: Clause, cues: Sequence[Cue]) -> Judgement:
    """Return what a sentence states that only supposes something: a risk where what would come is a trouble, else nothing."""
    feared = any(cue.name == "trouble" for cue in cues)
    kind: Kind | None = "risk" if feared else None
    return Judgement((kind,) if kind else (), (kind,) * len(clause.figures))


def _is_talk_with_figures(clause: Clause, figures: Figures) -> bool:
    """Return whether a sentence of a speech tells of somebody met, or is talk whose numbers are small ones told by words: I have two
    files!"""
    if is_of_a_person(clause.text):
        return True
    words = all(figures[number].role == "count" and figures[number].text.isalpha() for number in clause.figures)
    return bool(clause.figures) and words and is_talk(by_itself(clause.text))


def _is_of_the_year_that_ends(clause: Clause, cues: Sequence[Cue], meta: ReportMeta) -> bool:
    """Return whether what a clause promises or expects is how the reviewed year will have turned out (a surplus is expected in 2017-18, and
    the reserve will reach …): by its own words, because it stands among revised estimates, or because it holds of the past."""
    if is_of_the_past(clause.text):
        return True
    if any(cue.name == "expected" for cue in cues) and is_of_the_year_that_ends(clause.text, meta):
        return True
    told = clause.section.title if clause.section is not None else ""
    return is_told_as_revised(told) and _AIMS.search(clause.text) is None and not lies_ahead(clause.text, meta)


_AIMS = re.compile(r"(?<![a-z])(?:we|i|the government)\s(?:will|shall|propose|plan|aim|must|intend)(?![a-z])", re.IGNORECASE)


def _always_holds(text: str) -> bool:
    return holds(text, _STANDING_WORDS) and _STANDING.search(text) is not None


_STANDING = re.compile(
    r"generally accepted accounting|(?:U\.?S\.? )?\bGAAP\b|accounting (?:standards?|principles|polic(?:y|ies)|guidance|estimates"
    r"|pronouncements?)|\bASU\b"
    r"|\bASC (?:Topic )?\d|\b[FI]ASB\b|forward-looking|preparation of (?:the |these )?(?:consolidated )?financial statements"
    r"|in conjunction with"
    r"|(?:is|are|be) (?:recogni[sz]ed|measured|recorded|amorti[sz]ed|depreciated|stated|classified|consolidated|carried"
    r"|accounted for) (?:when|at|as|on|over"
    r"|using|in accordance|only|under|to the extent|if|based)|lessees?\b|lessors?\b|right-of-use"
    r"|(?:is|are) required to (?:meet|report|file|disclose|submit|be filed|be disclosed)|annual (?:general )?meeting of"
    r"|words such as|refers? to|means\b"
    r"|for the purposes? of this|the term [“\"‘']"
    r"|(?-i:Act|Circular|Law|Code|Directive|Regulations?|[A-Z]{3,}A)(?: [A-Z]-?\d+)?(?: \([^)]*\))? (?:also )?(?:requires?"
    r"|provides?|defines?|directs?|mandates?)\b"
    r"|(?:will|shall|to) (?:then |also |soon )?(?:provide|announce|give|share|release|set out|elaborate on|speak (?:more )?(?:on"
    r"|about)|publish)"
    r" (?:more |further |the |full )*(?:details|information|particulars)|(?:will|shall) (?:elaborate|say more|tell you more)"
    r"|^(?:The|This|These|Our|Each)\s[^,.;]{3,60}\s(?:is|are)\s"
    r"(?:based on|defined as|made up of|composed of|known as|referred to as|described in)"
    r"|i (?:will|shall) (?:just )?(?:give|cite|quote|mention|name|take) (?:just |only )?\w+ (?:examples?|cases?)",
    re.IGNORECASE,
)
_STANDING_WORDS = (
    "accounting", "gaap", "asu", "asc", "asb", "forward-looking", "financial statements", "in conjunction with", "recogni",
    "measured", "recorded", "amorti", "depreciated", "stated", "classified", "consolidated", "carried", "accounted", "lessee",
    "lessor", "right-of-use", "required to", "meeting of", "words such as", "refer", "means", "for the purpose", "the term",
    "require", "provide", "define", "direct", "mandate", "details", "information", "particulars", "elaborate", "say more",
    "tell you more", "based on", "made up of", "composed of", "known as", "described in", "example", "case",
)  # fmt: skip
"""Rules that always hold (of accounting, of meetings), definitions, and what is said of the report itself: nothing was done or promised."""


def _kind_of_key(key: str, text: str, stand: Stance) -> Kind:
    if _TARGET_KEY.search(key):
        return "target"
    troubled = _OPEN_KEY.search(key) or (_TROUBLE_KEY.search(key) and not _DONE_KEY.search(key))
    if troubled and not _ZERO.search(text):
        return "risk"
    return "target" if stand == "plan" else "achievement"


def _parts(text: str, cues: Sequence[Cue], stand: Stance, meta: ReportMeta) -> Iterator[_Part]:
    """Yield the parts of a sentence with the kind their verbs tell; a part without one goes with the main part before it."""
    if stand == "plan" and any(cue.name == "weak" for cue in cues) and lies_behind(text, meta):
        stand = "review"  # what a year that went brought, told among aims
    if any(cue.name == "ahead" for cue in cues):  # to meet the needs brought by the new trade, the Post will …
        cues = [cue for cue in cues if cue.name != "weak" or _BY_WHOM.match(text, cue.end) is None]
    goes_on = _GOES_ON.match(text)
    if goes_on is not None:
        yield _Part(0, goes_on.end("before"), "achievement", own=False)
        yield _Part(goes_on.end("before"), len(text), "target", own=True)
        return
    bounds = [0, *(found.end() if found[0].strip() else found.start() for found in _PART.finditer(text)), len(text)]
    main: Kind | None = None
    beside: Kind | None = None
    pending: list[tuple[int, int]] = []
    for start, end in pairwise(bounds):
        kind = _tense([cue for cue in cues if start <= cue.start < end], text, stand, meta, text[start:end])
        if kind is None and main is None:
            pending.append((start, end))
            continue
        if kind is None and start and _AFTER.match(text, start, end) is not None:
            yield _Part(start, end, "achievement", own=False)
            continue
        relative = _RELATIVE.match(text, start) is not None
        if relative and kind is not None and main is None:  # the line, which was to open in 2022, is now to open in 2026
            yield _Part(start, end, kind, own=True)
            beside = beside or kind
            continue
        if kind is not None and main is None:
            for first, last in pending:
                yield _Part(first, last, kind, own=False)
            pending = []
        if kind is not None and not (relative and main is not None):
            main = kind
        yield _Part(start, end, kind or main, own=kind is not None)
    place = _KIND_OF_STANCE.get(stand)
    if pending and place != "risk" and (lies_ahead(text, meta) or _is_budgeted(text, meta)):
        place = "target"
    elif pending and place == "target" and _MEASURE.match(text) is None and _VERB_FIRST.match(text) is None and lies_behind(text, meta):
        place = "achievement"
    for first, last in pending:
        if beside is not None:
            yield _Part(first, last, beside, own=False)
        elif _VERB_FIRST.match(text):
            yield _Part(first, last, "target", own=stand != "review")
        else:
            yield _Part(first, last, place, own=False)


_WHICH_WE = re.compile(
    r"(?<![a-z])(?:will|would|shall)\s(?:\w+\s){0,4}(?:the|these|those|its|our|all|any)\s(?:\w+\s){1,3}(?:we|i|they)\s$", re.IGNORECASE
)
"""Before a verb that only says which: this will bring the sums we devoted to …"""
_GOES_ON = re.compile(
    r"(?P<before>[-–—•\s]*(?:(?:and\s?)?\(?[a-z0-9]{1,3}[.)]\s*)?(?:following|further to|building on"
    r"|after)\s[^;]{5,200}?,)\s(?:we\s(?:shall|will)\s)?"
    r"to\s(?:further\s|also\s)?[a-z]+\s",
    re.IGNORECASE,
)
"""A measure that goes on from one that was taken: following the rise of the ceiling to $2 million, to raise it further to $3 million."""
_AFTER = re.compile(r"\s*(?:following|on top of)\s(?:the|an?)\s[^,;]*\b(?:last|previous)\s(?:year|month|[A-Z])")
"""What went before a measure: following the injection of $1.5 billion last year."""


def _tense(cues: Sequence[Cue], text: str, stand: Stance, meta: ReportMeta, part: str) -> Kind | None:
    """Return the kind that the first telling verb of a part states; what a `part` that says its year expects is expected of that one."""
    later = any(cue.name in ("ahead", "expected") for cue in cues)
    certain = any(cue.name == "ahead" and not text.startswith("would", cue.start) for cue in cues)
    for cue in cues:
        if cue.name == "weak" and _LISTS.search(text, 0, cue.start) is not None:
            continue  # new initiatives include …, and improving the care provided by the homes
        if cue.name == "weak" and later and _BY_WHOM.match(text, cue.end) is not None:
            continue  # the body established by the minister will …
        if cue.name in ("back", "weak") and certain and _WHO.search(text, 0, cue.start) is not None and _main_verb_is_to_come(text, cues):
            continue  # those who have signed up will receive …
        if cue.name == "back" and later and text[cue.start : cue.end].lower() in _STILL:
            continue  # we currently plan …
        if cue.name in ("back", "weak") and certain and _TOLD.match(text, cue.start) is not None:
            continue  # the mayor has announced that the city will …; that it would was told before
        if cue.name == "ahead" and _ALREADY_PUT.match(text, cue.start) and _LAST_TIME.search(text, 0, cue.start) is not None:
            return "achievement"  # in last year's Budget, I proposed …
        if cue.name == "ahead" and text[cue.start : cue.end].lower() in ("decided", "resolved") and lies_behind(text, meta):
            return "achievement"  # in 2024, the agency decided to take samples
        if cue.name == "ahead":
            return "risk" if stand == "problems" and text.startswith("would", cue.start) else "target"
        if cue.name == "expected":
            return expected(part if says_which_year(part) else text, meta)
        if cue.name == "back" or (cue.name == "weak" and stand != "plan"):
            return "target" if _is_set_for_later(text, cue, meta) else "achievement"
    return None


def _is_set_for_later(text: str, cue: Cue, meta: ReportMeta) -> bool:
    """Return whether what a plan tells as done is a sum or a goal that it sets: the allocation for 2006-07 has been fixed at …"""
    if holds(text, _GOAL_DONE_WORDS) and _GOAL_SET.search(text) is not None:
        return True
    put = meta.kind in OF_PLANS and _FOR_A_YEAR.search(text) is not None and _PUT_AT.match(text, cue.start) is not None
    return put and lies_ahead(text, meta)


_PUT_AT = re.compile(
    r"(?:(?:has|have|was|were|is|are)\s(?:also\s|now\s)?(?:been\s)?)?"
    r"(?:fixed|set|enhanced|increased|raised|stepped up|provided|allocated|allotted|budgeted|placed|kept|pegged|earmarked|reduced|proposed"
    r"|estimated)\b",
    re.IGNORECASE,
)
_FOR_A_YEAR = re.compile(r"\b[Ff]or\s(?:the\s)?(?:next|coming|ensuing|(?:FY\s?|financial year\s|fiscal year\s|year\s)?(?:19|20)\d\d)")
_GOAL_SET = re.compile(
    r"\b(?:target|goal|objective)s?\s(?:for|of|to)\s[^.;,]{3,60}\s(?:was|were|(?:has|have)\sbeen|is|are)\s(?:set|fixed|placed|pegged)\s(?:at|to)\b",
    re.IGNORECASE,
)
"""A goal that was set is a goal: the target for growth was set at 8 per cent."""


def _main_verb_is_to_come(text: str, cues: Sequence[Cue]) -> bool:
    """Return whether a will stands in a part of a sentence that is no relative clause's."""
    return any(
        cue.name == "ahead" and text[cue.start : cue.end].lower() in ("will", "shall") and _WHO.search(text, 0, cue.start) is None
        for cue in cues
    )


_LISTS = re.compile(
    r"(?<![a-z])(?:initiatives|measures|proposals|plans|steps|priorities|tasks)\s[^.;]{0,40}?(?:include|comprise|cover)s?\s", re.IGNORECASE
)
"""A verb that only lists what is to be done: a participle behind it tells which things are meant."""
_INSTEAD = re.compile(r"(?<![a-z])(?:instead\sof|rather\sthan|in\splace\sof)\s", re.IGNORECASE)
_STILL = frozenset({"currently", "so far", "to date", "already"})
_ALREADY_PUT = re.compile(r"(?:i\s)?(?:proposed|set aside|put forward)(?![a-z])", re.IGNORECASE)
_LAST_TIME = re.compile(r"(?<![a-z])(?:last|previous|earlier)(?![a-z])", re.IGNORECASE)
_TOLD = re.compile(
    r"(?:(?:has|have|had)\s)?(?:also\s|already\s|recently\s|just\s)?(?:announced|said|stated|confirmed|decided|agreed|indicated"
    r"|declared|promised"
    r"|pledged|resolved|noted|explained|mentioned|made\s(?:it\s)?clear)\s(?:(?:in|at|on|earlier|today"
    r"|yesterday)\s[^,;]{0,40}?)?that(?![a-z])",
    re.IGNORECASE,
)
"""What is told of what is to come is told, and what is to come is meant."""
_BY_WHOM = re.compile(r"\s+(?:jointly\s)?(?:by|under)\s+(?!\d|about|over|more|nearly|some|almost|around|an? )")


def _kind_at(
    text: str, cues: Sequence[Cue], parts: Sequence[_Part], figure: FoundFigure, at: int, stand: Stance, meta: ReportMeta
) -> Kind | None:
    """Return the kind of a figure: by the last telling verb before it in its part, else by its part, else by the place."""
    part = next((part for part in parts if part.start <= at < part.end), None)
    if part is None:
        return None
    before = [
        cue
        for cue in cues
        if part.start <= cue.start < at
        and not (cue.name == "back" and _WHICH_WE.search(text, part.start, cue.start) is not None)
        and cue.name in ("ahead", "back", "weak", "expected")
    ]
    kind = (_tense(before[-1:], text, stand, meta, text[part.start : part.end]) if before else None) or part.kind
    of_whom = kind == "achievement" and bool(before) and _WHO.search(text, part.start, before[-1].start) is not None
    if of_whom and any(cue.name == "ahead" and at < cue.start < part.end for cue in cues):
        return "target"  # those who have worked here for 6 years and earn $1,600 will be allowed to …
    if kind is None:
        trouble = [cue for cue in cues if cue.name == "trouble" and part.start <= cue.start < part.end]
        if trouble and not _is_met(text, cues, trouble[0]):
            return "risk"
        if meta.kind == "budget" and _MEASURES_MEANT.search(text) is not None:
            return "target"
        if (
            lies_ahead(text, meta)
            or _FROM_THEN_ON.match(text) is not None
            or _IF_WE.match(text) is not None
            or _MAY_COME.search(text, part.start, at) is not None
        ):
            return "target"
        if figure.bound in ("at_least", "at_most") and figure.role != "count" and any(cue.name == "ahead" for cue in cues):
            return "target"
        return "achievement"
    if kind == "risk" and figure.base is None and any(cue.name == "back" for cue in before):
        return "achievement"
    return kind


def _is_budgeted(text: str, meta: ReportMeta) -> bool:
    """Return whether a budget tells the balance that it plans: after these measures, the Overall Budget Balance is a deficit of …"""
    return meta.kind == "budget" and _BUDGETED.search(text) is not None and not lies_behind(text, meta)


_BUDGETED = re.compile(
    r"(?:overall|basic|primary|total)\s(?:budget\s|fiscal\s)?(?:balance|position|surplus|deficit)\s(?:is|remains)\s(?!expected|estimated|now|revised)"
    r"|(?<![a-z])can\snow\s[a-z]+"
    r"|\b(?:allocation|outlay|provision)s?\s(?:for\s[^,.;\d]{2,50}\s)?(?:is|are|stands at)\s(?:about\s|over\s)?(?:R|[A-Z]{0,3}[$£€])"
    r"|\b(?:is|are)\sbeing\s(?:increased|raised|enhanced|stepped up|reduced|cut|doubled|provided|allocated|extended)\b",
    re.IGNORECASE,
)
"""In a budget, the balance of its year told in the present tense, and what its measures allow: firms can now claim up to $40,000."""
_MEASURES_MEANT = re.compile(
    r"(?<![a-z])(?:the|these|this)\s(?:above\s|said\s|following\s|new\s)?(?:[a-z]+\s|\d+\s)?(?:relief\s|tax\s)?"
    r"(?:adjustments?|measures?|proposals?|concessions?|changes|initiatives?|enhancements?|package)\s(?:also\s)?"
    r"(?:includes?|involves?|costs?|benefits?|comprises?|amounts?|reduces?)(?![a-z])",
    re.IGNORECASE,
)
"""What a budget's measures do, told in the present tense: they are still to be taken."""
_FROM_THEN_ON = re.compile(
    r"(?:From|With effect from|Effective|Starting(?: from)?|As from|Beginning)\s(?:on\s)?(?:\d{1,2}\s)?"
    rf"{MONTHS}(?:\s\d{{1,2}})?(?:,?\s20\d\d)?,\s"
)
"""How a sentence in the present tense opens that tells what is to be: from 1 April, fares rise by 4.6%."""
_MAY_COME = re.compile(
    r"(?<![a-z])(?:could|may|might)\s(?:also\s|then\s|well\s|eventually\s|[a-z]+ly\s)?(?:grow|rise|fall|reach|increase|exceed|cost|save|generate|add"
    r"|create|result|amount|yield|deliver|decline|drop|double|triple|total|require|take|raise|bring|be)(?![a-z])"
)
"""Before a figure that may come: the market could grow by 8% a year."""


_IF_WE = re.compile(
    r"(?:But |And )?[Ii]f (?:we|this|these|the [a-z]+|all)\s[^,.;]{3,80},\s(?:we|it|this|they|there|our [a-z]+)\s"
    r"(?:can|could|may|might|would)\s"
)
"""What follows if something succeeds is still to come: If we achieve this, we can raise incomes by a third."""
_WHO = re.compile(r"(?<![a-z])(?:who|that|which)\s(?:[a-z]+\s){0,2}$")


def _without_figures(text: str, cues: Sequence[Cue], parts: Sequence[_Part], stand: Stance, meta: ReportMeta) -> Judgement:
    """Return what a sentence without figures states: a trouble, a promise, a deed; what only claims or explains states nothing."""
    if _INTRODUCES.search(text) or _IS_TITLE.fullmatch(text) is not None:
        return Judgement((), ())
    if _names_trouble(text, cues, parts) and not is_long_past(text, meta):
        return Judgement(("risk",), (), "section" if stand == "problems" else "own")
    if _WE.search(text):
        return Judgement(("target",), ())
    if stand == "problems" and _NOT_DONE.search(text) is not None:
        return Judgement(("risk",), (), "section")
    own = [part for part in parts if part.own]
    main = [part for part in own if _RELATIVE.match(text, part.start) is None and _ALTHOUGH.match(text, part.start) is None]
    kind = next((part.kind for part in main), own[0].kind if own else None)
    if kind == "achievement" and _CASE.match(text) is not None:
        return Judgement((), ())
    if kind is None and (_FROM_THEN_ON.match(text) is not None or (_WILL_BE.search(text) is not None and lies_ahead(text, meta))):
        return Judgement(("target",), ())
    if kind is not None:
        return Judgement((kind,), ())
    if stand == "plan" and _VERB_FIRST.match(text):
        return Judgement(("target",), (), "section")
    if stand == "problems" and len(text) > _LEAST_CLAIM and _ABOUT_RISKS.search(text) is None and _MITIGATED.search(text) is None:
        return Judgement(("risk",), (), "section")
    return Judgement((), ())


_TITLE_WORD = r"(?:[A-Z][\w’'-]*|(?:FY ?)?\d{4}(?:[-–/]\d\d)?)"
_IS_TITLE = re.compile(rf"[A-Z][\w’'-]*(?:\s(?:{_TITLE_WORD}|for|of|the|and|in|on|to|an?)){{0,6}}\s{_TITLE_WORD}")
"""A heading that stands among the sentences: Outlook for 2001."""
_ALTHOUGH = re.compile(r"(?:\d{1,3}\.\s?)?(?:(?:And|But|So), )?(?:While|Although|Though|Whereas|Even though)\s")
"""How a part opens that only sets the scene for the main one: While our firms have used them, |we have to help …"""
_MITIGATED = re.compile(
    r"(?<![a-z])(?:hedged|insured|mitigat\w+|monitor(?:s|ed)?|reviews?|in place|safeguards?"
    r"|procedures|covered by|diversified|tested regularly)(?![a-z])",
    re.IGNORECASE,
)
"""Among risks, what is done about them: exposure is hedged."""
_NOT_DONE = re.compile(
    r"(?<![a-z])(?:(?:has|have|is|are) (?:still )?not|has yet to|have yet to|yet to be|lacks?|never)(?![a-z])", re.IGNORECASE
)
"""Among problems, what is not there or not done is one."""
_WILL_BE = re.compile(
    r"(?<![a-z])(?:starts?|begins?|opens?|closes?|takes? effect|comes? into (?:force|effect)|runs? (?:from|until)"
    r"|ends?|expires?|rises?|falls?|commences?|matures?"
    r"|launches|applies|(?:could|may|might)\s(?!have\b)(?:[a-z]+ly\s)?[a-z]+)(?![a-z])",
    re.IGNORECASE,
)
"""Verbs that tell what is to come in the present tense, or may come: the line opens in May 2026."""
_LEAST_CLAIM = 24
_CASE = re.compile(r"(?:If|Where|Whenever|In cases? where|In the event)\s(?![^,]{0,80}\b(?:had|were)\b)[^,]{5,160},", re.IGNORECASE)
"""What holds whenever a case arises is no deed: if the bill is higher, the tenant owes the difference."""
_INTRODUCES = re.compile(r"(?:[:–—-]|\bfollowing(?:\s\w+){0,3}[.:])\s*$")
"""A sentence that only introduces what follows states nothing itself."""


def sounds_troubled(text: str) -> bool:
    """Return whether a text has a word of trouble, whatever is done about it."""
    return any(cue.name == "trouble" for cue in find_cues(text))


def _names_trouble(text: str, cues: Sequence[Cue], parts: Sequence[_Part], within: Sequence[_Part] | None = None) -> bool:
    """Return whether a sentence, or the parts of it in `within`, names a trouble that nothing is done about."""
    return any(
        cue.name == "trouble"
        and (within is None or any(part.start <= cue.start < part.end for part in within))
        and not _is_met(text, cues, cue)
        and _is_at_risk(text, cues, parts, cue)
        for cue in cues
    )


def _only_announces(text: str) -> bool:
    """Return whether a sentence says that there are troubles and none of them: we face two important challenges."""
    words = [word.lower() for word in re.findall(r"[A-Za-z]+", text)]
    return len(words) <= _LONGEST_ANNOUNCEMENT and _announcing().issuperset(words)


_LONGEST_ANNOUNCEMENT = 20


@cache
def _announcing() -> frozenset[str]:
    """Return the words of sentences that only say that there are troubles."""
    return frozenset(row["word"] for row in read_table("en/announcing_words.tsv", ("word",)))


def _is_met(text: str, cues: Sequence[Cue], trouble: Cue) -> bool:
    """Return whether the words before a trouble say that something is done about it: to address the shortage."""
    if _EASED.match(text, trouble.end) is not None:
        return True
    begin = max((found.end() for found in _PART.finditer(text, 0, trouble.start)), default=0)
    return any(
        cue.name == "relief"
        and cue.end <= trouble.start
        and trouble.start - cue.end
        <= (_RELIEF_REACH_IN_PART if cue.start >= begin or _LISTED.fullmatch(text, cue.end, trouble.start) else _RELIEF_REACH)
        for cue in cues
    )


_LISTED = re.compile(r"\s(?:[a-z-]+\s){0,4}[a-z-]+(?:,\s(?:[a-z-]+\s){0,3}[a-z-]+)*,?\s(?:and|or)\s(?:[a-z-]+\s)?", re.IGNORECASE)
"""Between a relief and the last trouble of a list: to curb desertification, rock desertification, and |soil erosion."""
_EASED = re.compile(
    r"[^.,;]{0,90}?\b(?:eased|abated|receded|subsided|diminished)\b"
    r"|[^.,;]{0,40}?\b(?:remain(?:s|ed)?|stay(?:s|ed)?|is|are|was|were)\s(?:relatively\s|largely\s|generally\s|quite\s|fairly\s|still\s)?"
    r"(?:moderate|mild|low|contained|subdued|manageable|benign|limited|modest|muted|tame|in check|under control)\b"
    r"|[^.;]{0,140}?(?<!not )(?<!never )\b(?:been|was|were|is|are|basically|largely|finally)\s(?!not\b)"
    r"(?:[a-z]+ly\s)?(?:declining|falling|shrinking|receding|easing|overcome|resolved|solved|eased|reduced|addressed|reversed|lifted|removed|cleared|halved|contained|mended"
    r"|rebuilt|restored"
    r"|repaired|eliminated|arrested|halted|stopped|corrected|averted|remedied|wiped out"
    r"|(?:brought|put) (?:under control|to an end))\b|[^.;]{0,140}?\b(?:brought under control|found (?:employment|jobs|work))\b",
    re.IGNORECASE,
)
"""Behind a trouble: it is over. Pressure on rents eased; the problem was basically solved."""


def _is_at_risk(text: str, cues: Sequence[Cue], parts: Sequence[_Part], trouble: Cue) -> bool:
    """Return whether a sentence with a trouble names it, instead of telling what is done about it or only touching it in passing."""
    part = next((part for part in parts if part.start <= trouble.start < part.end), None)
    if part is None:
        return True
    if _ELSEWHERE.match(text) is not None:
        return False
    if (meant := _IN_ORDER.match(text)) is not None and trouble.start < meant.end():
        return False
    if _REASON.search(text, 0, trouble.start) is not None and any(cue.name != "trouble" for cue in cues):
        return False
    if _LOOKING.match(text) is not None and "," not in text[: trouble.start]:
        return False
    touched = _IN_PASSING.search(text, 0, trouble.start)
    if touched is not None and touched[0].lower() == "which " and _MAY_HARM.match(text, trouble.start) is not None:
        touched = None  # which could raise our costs: said of what went before
    if touched is not None or _OF_THOSE.search(text, 0, trouble.start) is not None or _ABOUT_RISKS.search(text) is not None:
        return False
    did_from = part.start if _BUT.match(text, part.start) is not None else 0
    if _WE_DID.search(text, did_from, trouble.start) is not None or _IF.search(text, part.start, trouble.start) is not None:
        return False
    if not part.own and _WE.search(text, 0, part.start) is not None and _BUT.match(text, part.start) is None:
        return False  # we must cut costs, and mend our weaknesses
    inside = text[part.start : part.end]
    return (_WE.search(inside) is None and _HELPS.search(inside) is None) or _NOT_ABLE.search(inside) is not None


_REPORTED = (
    "say", "says", "state", "states", "stated", "report", "reports", "found", "find", "note", "noted", "risk", "aware", "indicate", "show",
    "shows", "is", "mean", "means",
)  # fmt: skip
_IN_PASSING = re.compile(
    rf"(?<![\w-])(?:which|who|whose|whom|where|even if|although|though|{''.join(rf'(?<!{word} )' for word in _REPORTED)}that)\s"
    r"|(?<![\w-])(?:focus on|insights? into|understand(?:s|ing)?(?: of)?|learn(?:ed)? about"
    r"|meet|needs? and|(?<!come )(?<!came )(?<!comes )(?<!coming )under|having|in times of|in the event of|in case of|so as to"
    r"|in order to|avoid(?:ed|ing)?|identify(?:ing)?"
    r"|assess(?:ing|ment of)?"
    r"|manage(?:ment of)?|strategic)\s(?:[a-z]+\s){0,3}$",
    re.IGNORECASE,
)
"""Before a trouble, these only touch it: firms that face challenges, to focus on the challenges."""
_OF_THOSE = re.compile(
    r"(?<![a-z])(?:those|people|persons|families|households|students|enterprises|firms|companies|groups)\s(?:with|in|facing|who\shave)\s(?:[a-z-]+\s){0,2}$"
)
"""Before a trouble that says for whom something is done: families with financial |difficulties."""
_ELSEWHERE = re.compile(
    r"\W*(?:\d{1,3}\.\s?)?(?:[A-Z][^,;]{0,60},\s)?(?:(?:In|Across|Among)\s)?(?:many|some|these|those|other|most|several|(?:our\s|the\s)?neighbou?ring)\s"
    r"(?:\w+\s){0,2}(?:countries|economies|nations|cities(?=\s(?:have|had|are|were)))(?![a-z])",
    re.IGNORECASE,
)
"""A sentence about other countries: their troubles are not the place's."""
_IN_ORDER = re.compile(
    r"\W*(?:\d{1,3}\.\s?)?(?:In order to|With a view to|To)\s(?-i:[a-z]+)\s[^.;]*?,\s(?:we|i|the government)\s", re.IGNORECASE
)
"""What a measure is for: to address the want of care and the failure to serve, we …"""
_REASON = re.compile(
    r"(?<![\w-])(?:given|in view of|in (?:the )?light of|amid(?:st)?|due (?:\w+ )?to|owing to|because of|as a result of|thanks to"
    r"|attribut(?:able|ed) to|reflecting|having regard to"
    r"|(?<!is )(?<!are )(?<!now )(?<!still )(?<!also )(?:faced with|confronted (?:with|by))"
    r"|(?:hard |badly )?hit by|dragged(?: down)? by"
    r"|weighed down by|undermined by|affected by|caught in|when|since"
    r"|(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )(?<!also )(?<!still )(?:facing|experiencing))"
    r"\s[^,;]*$|(?<![a-z])(?:during|after|throughout) (?:the|an?|that|this) (?:[a-z]+ ){0,2}$"
    r"|^(?:\d{1,3}\.\s?)?(?:(?:However|But|Yet|And), )?(?:With|As)\s[^,;]*$|against (?:the|a) backdrop of\s[^;]*$",
    re.IGNORECASE,
)
"""A trouble that is only the reason for something else is told with that."""
_LOOKING = re.compile(
    r"\W*(?:\d{1,3}\.\s?)?(?:Taking|Considering|Having|Coming|Emerging|Learning|Drawing|Looking|Recovering|Reflecting|Leaving|Weathering"
    r"|Surmounting|Overcoming)\s[^,;.]{4,100},\s"
)
"""How a sentence opens that only looks at a trouble before it tells what was: taking recession and recovery together, …"""
_WE_DID = re.compile(
    r"(?<![a-z])(?:we|i|the (?:government|council|group|company|board|department|agency))\s(?:have\s|has\s)?(?:also\s|then\s|[a-z]+ly\s)*"
    r"(?!(?:faced|experienced|suffered|encountered|failed|missed|needed|remained|noticed|recogni[sz]ed)(?![a-z]))"
    r"(?:[a-z]{2,}ed|brought|cut|fought|met|kept|took|overcame|dealt|held|built|made|set|gave|put|began|withstood)(?![a-z])",
    re.IGNORECASE,
)
"""What we did about a trouble is an outcome: we cut overcapacity."""
_BUT = re.compile(r"\s*(?:but|although|though|whereas|however|yet)\b", re.IGNORECASE)
_IF = re.compile(r"(?<![a-z])if\s[^,;]*$", re.IGNORECASE)
_ABOUT_RISKS = re.compile(
    r"(?:principal|key|main|emerging|these|those|following|our)\srisks?\b[^.]{0,60}\b(?:unchanged|set out|described|reviewed"
    r"|below|on page"
    r"|summari[sz]ed|listed|outlined|register)"
    r"|risks?\b[^.]{0,30}\b(?:manageable|under control|contained|balanced)"
    r"|\b(?:rarely|seldom|hardly ever|not|never|no longer) an?\s"
    r"(?:(?:major|serious|significant|material|real)\s)?(?:problem|issue|concern|challenge|risk)\b"
    r"|not (?:be )?susceptible"
    r"|risk (?:management|register|appetite|framework|committee|assessments?|factors)",
    re.IGNORECASE,
)
"""What is said of risks in general names none."""
_HELPS = re.compile(
    r"(?<![a-z])(?:will help|are helping|is helping|have helped|has helped|take seriously|well placed|initiatives? to)(?![a-z])",
    re.IGNORECASE,
)
_FORESEES = (
    r"(?:expect|anticipate|foresee)\s(?:(?:to\s(?:see|face)|an?|more|much|some|even|still|greater|higher|further|increased|increasing|growing|heightened"
    r"|continued|rising|considerable|significant|global|economic|external|geopolitical)\s){0,5}(?:uncertaint|volatil|turbulen|headwind|instabilit|downside\srisk)[a-z]*"
)
_NOT_ABLE = re.compile(
    r"(?<![a-z])(?:not have|not be able|unable|face|faces|facing|risk of|brace (?:ourselves )?for|prepared that"
    r"|prepared? for (?:slower|lower|weaker|harder|tougher|the worst)|in for (?:harder|tougher|difficult|tough)"
    rf"|will\s(?:{_FELT})|{_FORESEES})(?![a-z])",
    re.IGNORECASE,
)
"""What we face, expect or will feel is a trouble, though we say it of ourselves: we expect greater uncertainty."""
