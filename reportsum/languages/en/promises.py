"""What an English fact says besides its figures: outcome, commitment, owner, cause."""

from __future__ import annotations

from collections.abc import Sequence

from reportsum import lazy_re as re

from ...annotating import Clause
from ...figures.figure import FoundFigure
from ...models import Commitment, Outcome
from ...spared import holds
from .elsewhere import FORECASTERS

_PART = re.compile(r"[,;:](?=\s)|\s(?=(?:while|but|whereas|although|though)\s)")
_ENSURE = (
    r"(?<!\bto )(?<!\bto help )(?<!\bto better )(?<!\bto further )(?<!\bhelps )(?<!\bhelp )ensure"
    r"|(?<=(?:need|have) to )ensure|(?<=needs to )ensure"
)
"""Not what something else is done for: set up a mechanism to|ensure funding."""
_MUST = re.compile(
    rf"(?<![a-z])(?:must|(?<!\bwe )(?<!\bI )(?<!\band )(?<!\balso )shall|{_ENSURE}"
    r"|(?<=will )guarantee|(?<=must )guarantee|(?<=to )guarantee"
    r"|(?<=we )guarantee|(?<!who )(?<!that )(?<!which )is required|(?<!who )(?<!that )(?<!which )are required"
    r"|(?<!is )(?<!are )required to|no (?:less"
    r"|fewer|more|lower|higher) than|not exceed"
    r"|strictly|within(?=\s(?:about\s|around\s)?[\d.]+\s?(?:%|per\s?cent)))(?![a-z])",
    re.IGNORECASE,
)
_STRIVE = re.compile(
    r"(?<![a-z])(?:strive|striving|aim(?:s|ing)?|(?<!which are )(?<!who are )(?<!that are )(?<!firms )(?<!companies )seek(?:s|ing)? to"
    r"|endeavou?rs?|work hard to|works? towards?|hopes? to"
    r"|(?<!will )(?<!also )target(?:s|ing)?|try to|look to)(?![a-z])",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"(?<![a-z])(?:will|shall|intend(?:s|ing)?|plan(?:s|ned|ning)?|preparing to"
    r"|propos(?:e|es|ed|ing)|is to|are to|to be|going to|scheduled|due to"
    r"|earmark(?:ed)?|set aside|allocate|should"
    r"|need to|(?<=\bwe )have to|(?<=government )has to|budget(?:ed)?)(?![a-z])",
    re.IGNORECASE,
)

_MISSED = re.compile(
    r"(?:fell short of|failed to (?:meet|reach|achieve)|missed|below|behind|did not (?:meet|reach|achieve)"
    r"|not (?:met|achieved|reached))[^.;]{0,50}"
    r"(?:target|goal|objective|forecast|plan|budget|guidance|schedule)|failed to (?:meet|reach|achieve)",
    re.IGNORECASE,
)
_MISSED_WORDS = ("target", "goal", "objective", "forecast", "plan", "budget", "guidance", "schedule", "failed")
_EXCEEDED = re.compile(
    r"(?:exceed(?:ed|ing|s)?|surpass(?:ed|ing|es)?|above|beat(?:ing)?|ahead of|higher than|better than"
    r"|over-?fulfill?ed|over-?achieved)[^.;]{0,50}"
    r"(?:target|goal|objective|forecast|plan(?:ned)?|budget(?:ed)?|guidance|expect(?:ations?|ed)|anticipated|schedule|estimated?|estimates|project(?:ed|ions?))",
    re.IGNORECASE,
)
_EXCEEDED_WORDS = (
    "target",
    "goal",
    "objective",
    "forecast",
    "plan",
    "budget",
    "guidance",
    "expect",
    "anticipated",
    "schedule",
    "estimate",
    "project",
)
_MET = re.compile(
    r"(?<![a-z])(?:(?:met|achieved|reached|attained|fulfill?ed|hit|accomplished|in line with)[^.;]{0,50}(?:targets?|goals?"
    r"|objectives?"
    r"|(?-i:forecasts?|plan|budget|guidance))|on (?:target|plan|budget|schedule))(?![a-z])",
    re.IGNORECASE,
)
_MET_WORDS = ("target", "goal", "objective", "forecast", "plan", "budget", "guidance", "schedule")
_PARTIAL = re.compile(r"(?:partly|partially|\bpartial(?:ly)?) (?:met|achieved|completed|implemented)|\d per ?cent complete", re.IGNORECASE)
_PARTIAL_WORDS = ("part", "complete")
_EXPECTED = re.compile(
    r"(?<![a-z])(?<!originally )(?<!had )(?<!previously )(?<!initially )(?<!earlier )(?<!original )(?<!than-)(?<!as-)"
    r"(?:expect(?:s|ed)?|forecast(?:s)?|estimat(?:e|ed)|projected|revised estimate|anticipated?)(?![a-z-])"
    r"(?!\s(?:earlier|originally|previously|last|a year ago|(?:that\s)?(?:I|we)\s(?:had\s)?made|(?:in|by|at)\s"
    r"(?:(?:my|its|our|the|their)\s)?(?:last|previous|original|earlier)))",
    re.IGNORECASE,
)
_EXPECTED_WORDS = ("expect", "forecast", "estimat", "projected", "anticipate")
_OUTCOMES: tuple[tuple[Outcome, re.Pattern[str], tuple[str, ...]], ...] = (
    ("missed", _MISSED, _MISSED_WORDS),
    ("exceeded", _EXCEEDED, _EXCEEDED_WORDS),
    ("met", _MET, _MET_WORDS),
    ("partial", _PARTIAL, _PARTIAL_WORDS),
    ("expected", _EXPECTED, _EXPECTED_WORDS),
)
_COMPARED_WITH_PLAN = re.compile(
    r"(?:than|as|was|were)\s(?:originally\s)?(?:expected|forecast|estimated|projected)(?![a-z])",
    re.IGNORECASE,
)

_FORECAST_MOVED = re.compile(
    r"\b(?:has|have)\s(?:[a-z]+\s){0,2}(?:raised|lifted|lowered|cut|revised|upgraded|downgraded|trimmed)\s(?:[\w’'-]+\s){0,8}?(?:forecasts?|projections?|estimates?)(?![a-z])"
)
"""A forecast that somebody has moved is moved, not expected: the IMF has lowered its forecasts."""

_NAME = r"[A-Z][\w&’'-]*(?:\s(?:of|for|and|the|on|[A-Z][\w&’'-]*))*"
_NAMES = rf"{_NAME}?(?:\s\([A-Z]{{2,8}}\))?(?:(?:,|,? and)\s(?:the\s)?{_NAME}?(?:\s\([A-Z]{{2,8}}\))?)*?"
"""One body or several: the Harbour Authority (HA), the Fish Board and the Ministry of Ropes."""
_PROMISES = (
    r"\s(?:will|shall|must|plans? to|aims? to|intends? to|(?:is|are) to|(?:has|have) agreed to"
    r"|(?:is|are) (?:also |now |currently )?(?:considering|planning|preparing|working (?:on|to|towards|with)|seeking to|drawing up))\s"
)
_WITH = r"(?:together|jointly|along|in\s(?:partnership|collaboration|consultation|conjunction))\swith"
_APPOSED = rf"(?:,\s(?:(?:our|the|an?)\s[^,;.]{{3,60}}|{_WITH}\s[^,;.]{{3,80}}),)?"
"""The Harbour Authority (HA), our port operator, must …; the Board, together with the Council, will …"""
_OWNER = (
    re.compile(
        r"(?:responsible|responsibility|lead(?:\sagency|\sdepartment)?|owner|action by|led by"
        r"|(?<=be )(?:implemented|undertaken|administered|carried out|overseen|delivered|run|managed|coordinated|spearheaded) by)"
        rf"(?::|\s(?:of|is|lies with|for this:))?\s(?:the\s)?(?P<owner>{_NAME})"
    ),
    re.compile(
        r"^(?:[-–—•\s]|\(?[a-z0-9]{1,3}[.)]\s*)*(?:(?:In addition|Next|To this end|Also|Moreover|Furthermore|Besides|Meanwhile"
        rf"|Separately|However), )?(?:the\s|The\s)?(?P<owner>{_NAMES}){_APPOSED}{_PROMISES}"
    ),
    re.compile(
        r"^(?:\d{1,3}\.\s?)?(?:In|On|To|From|Building|Apart|As|With|For|By|Over|During|Under|Following|Upon|After|Starting"
        rf"|Besides)\s[^.;,]{{2,120}},\s(?:the\s)?(?P<owner>{_NAMES}){_PROMISES}"
    ),
)
_ASKED = re.compile(
    r"\b(?:asked|tasked|commissioned|directed|instructed|entrusted|appointed|designated|(?:will|shall)\s(?:ask|task|commission))\s(?:the\s)?"
    rf"(?P<owner>{_NAME}(?:\s\([A-Z]{{2,8}}\))?)\s(?:to|with|as)\s"
)
"""Who has been told to do it."""
_SHORT_NAME = re.compile(r"\s\([A-Z]{2,8}\)$")
_NO_OWNER = frozenset({
    "we", "i", "it", "they", "this", "that", "these", "those", "he", "she", "you", "there", "government", "the budget", "budget", "growth",
    "economy", "our",
})  # fmt: skip
_BODY = re.compile(
    r"ministr|department|agency|authority|commission|council|board|committee|office|bureau|bank|university"
    r"|institute|corporation|service|treasury|secretar|minister|trust|fund|association|federation|centre|center"
    r"|company|group|police|court|parliament|administration|exchange|limited"
    r"|(?-i:\b[A-Z]{2,6}$|^[A-Z]{2,6}(?= and ))",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"(?:because of|due (?:mainly |largely |primarily |partly )?to|owing to|as a result of|caused by|on account of"
    r"|stemming from|driven by|result(?:ed|ing)? from|attributable to|because|reflecting|amid"
    r"|affected by(?: an? (?:array|number|range) of| various| several)?(?: factors,? (?:such as|including|like))?"
    r"|given)\s(?P<cause>[^.;]{4,160})",
    re.IGNORECASE,
)


def find_commitment(clause: Clause, figures: Sequence[FoundFigure]) -> Commitment | None:
    """Return how firmly the clause promises what `figures` measure; the part that holds the figure counts before the whole."""
    text = clause.text
    said = _firmness_at(text, clause.start, figures)
    return None if said == "plan" and _is_foreseen(text) else said


_FORECASTS = (
    r"(?:now\s|lately\s|also\s|currently\s|therefore\s|still\s)?"
    r"(?:forecasts?|expects?|estimates?|projects?|anticipates?|forecasted|expected|estimated|projected|foresees?)\s"
)
_CALLED_BODY = r"(?:Ministry|Authority|Board|Council|Department|Bank)(?:\s(?:of|and|[A-Z]\w+)){0,6}"
_OTHERS = rf"(?:{FORECASTERS}|(?!GDP|CPI|GNP)[A-Z]{{2,6}}\)?|{_CALLED_BODY}|economists|analysts|markets?)"
"""Who foresees: bodies by their letters or by what they are called."""
_FORESEES = re.compile(
    rf"\b(?:{_OTHERS}\s{_FORECASTS}|[Cc]onsensus (?:forecast )?is (?:that|for)\s"
    rf"|(?:[Ww]e|I|[Gg]overnment)\s{_FORECASTS}(?=[^.;]*\b(?:grow|growth|inflation|economy|economies|GDP|prices|property market)\b)"
    r"(?![^.;]*\b(?:expenditure|revenue|deficit|surplus|spending|costs?)\b))"
)
"""What somebody foresees of the economy is no promise: the IMF lately forecast that growth should reach 3.9 per cent."""
_AGENTS = re.compile(r"\b(?:I|[Ww]e|[Gg]overnment)\s(?:[a-z]+\s)?(?:will|shall|should|must|need|plan|intend|propose|have to)\b")
_OF_ITSELF = (
    r"(?:mean(?!\s[a-z]+ing)|soar|shrink|slow|weaken|moderate|soften|deteriorate|worsen|persist|linger|fluctuate|rebound|recover"
    r"|pick up|experience|face|dampen|hinder|hamper|weigh|drag|restrain|undermine|intensify|stabili[sz]e|come under"
    r"|see\s(?:[a-z]+\s){0,4}(?:growth|improvement|performance|slowdown|decline|pressure)"
    r"|contain\s(?:[a-z]+\s){0,2}pressure|be (?:hindered|affected|dampened))"
)
_STATES = r"(?:subdued|weak|high|low|modest|strong|resilient|challenging|positive|solid|stable|moderate|sound|uncertain|volatile|tight)"
_HAPPENS = re.compile(
    rf"\b(?:will|would|should)\s(?:likely|probably|inevitably|unavoidably|undoubtedly)\s"
    rf"|\b(?:will|would|should)\s(?:also\s|still\s|then\s|further\s|only\s|continue\sto\s|[a-z]+ly\s)*"
    rf"(?:{_OF_ITSELF}|(?:remain|stay|be)\s(?:[a-z]+ly\s)?{_STATES})(?![a-z])"
)
"""What comes by itself, foreseen: China's reopening will mean more demand; demand will remain weak."""


def _is_foreseen(text: str) -> bool:
    """Return whether a sentence only foresees what comes without anybody's doing."""
    return _FORESEES.search(text) is not None or (_HAPPENS.search(text) is not None and _AGENTS.search(text) is None)


def _firmness_at(text: str, start: int, figures: Sequence[FoundFigure]) -> Commitment | None:
    if figures:
        at = figures[-1].start - start
        starts = [0, *(found.end() for found in _PART.finditer(text))]
        begin = max(start for start in starts if start <= at)
        part = text[begin : figures[-1].end - start]
        if (said := _firmness(part)) is not None:
            return said
    return _firmness(text)


def _firmness(text: str) -> Commitment | None:
    if _MUST.search(text):
        return "must"
    if _STRIVE.search(text):
        return "strive"
    return "plan" if _PLAN.search(text) else None


def find_outcome(text: str, *, may_miss: bool) -> Outcome | None:
    """Return how a fact compares with the goal its clause names; None when it names none."""
    for outcome, pattern, words in _OUTCOMES:
        found = pattern.search(text) if holds(text, words) else None
        if found is None or (outcome == "missed" and not may_miss):
            continue
        if outcome == "expected" and _FORECAST_MOVED.search(text):
            return None
        if outcome == "expected" and (compared := _COMPARED_WITH_PLAN.search(text)) is not None:
            return outcome if pattern.search(text[: compared.start()]) is not None else None
        return outcome
    return None


def find_owner(text: str) -> str | None:
    """Return who is to do it, when the text says so: a body named as responsible, or as the subject of the promise."""
    for pattern in (*_OWNER, _ASKED):
        found = pattern.search(text)
        if found is None:
            continue
        owner = re.sub(r"\s(?:of|for|and|the|on)$", "", found["owner"]).strip()
        owner = _SHORT_NAME.sub("", owner) if owner.count("(") == 1 else owner
        if owner.lower() not in _NO_OWNER and _BODY.search(owner):
            return owner
    return None


def find_cause(text: str) -> str | None:
    """Return the cause the text gives; None when it gives none."""
    found = _CAUSE.search(" ".join(text.split()))
    if found is None:
        led = _AS.search(text) or _CAUSED.match(text) if " as " in text or "aused " in text or " led to " in text else None
        return " ".join(led["cause"].split()) if led is not None else None
    opens = found.start() < _OPENING
    return (_MAIN_CLAUSE if opens else _NEXT_CLAUSE).split(found["cause"])[0].strip(" ,")


_AS = re.compile(
    r"[\w%]\sas\s(?P<cause>(?:rising|falling|higher|lower|weak(?:er)?|mounting|soaring|slow(?:er|ing)?|declining|growing"
    r"|(?:the|an?)\s(?:increase|rise|fall|drop|decline|slowdown|shortage|surge|lack|loss))\s[^.;]{4,140}?)"
    r"(?=,?\s(?:led|leads|has|have|resulted|caused|reduced|weighed|pushed|dragged|hit)\s|,\s(?:which|while|but)\s|[.;]|$)"
)
"""Behind "as", what drives something: layoffs rose as|rising rents, coupled with weak trade, led to closures."""
_CAUSED = re.compile(
    r"(?:\w+,\s)?(?P<cause>(?!It|This|These|That|They|He|She|We|I|There)[A-Z][^.;,]{4,110}?)\s(?:have\s|has\s)?(?:also\s)?(?:caused|led\sto|resulted\sin)\san?\s"
)
"""A sentence whose subject is the cause: low tides|caused a 4% fall in traffic."""
_OPENING = 4
"""A cause that begins so near the start opens its sentence: what is caused follows it."""
_NEXT_CLAUSE = re.compile(r",\s(?:leading to|resulting in|and|but|which|while|whereas|it|we|they|this|there|I|he|she|thereby|thus|so|or)\s")
_MAIN_CLAUSE = re.compile(r",\s(?:and|but|which|while|it|we|they|this|these|there|I|he|she|the|our|its|their|[A-Z][a-z]+)\s")
