"""Is an English number a figure? Years, dates, labels, footnote marks, names with numbers and spans of time are none."""

from __future__ import annotations

from functools import cache
from typing import Literal

from reportsum import lazy_re as re

from ...periods import ENGLISH_MONTHS
from ...tables import read_table
from .quantities import Quantity

MONTHS = rf"(?:{'|'.join(ENGLISH_MONTHS)}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
_MONTH_BEFORE = re.compile(rf"(?<![A-Za-z]){MONTHS}\s$|(?<![A-Za-z]){MONTHS}\s\d{{1,2}}(?:st|nd|rd|th)?\s?(?:,|-|–|to|and)\s?$")
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?\s(?:day\sof\s|of\s)?{MONTHS}(?![A-Za-z])")
DATE = re.compile(
    r"(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?!\d)|\d{1,2}[/.]\d{1,2}[/.](?:19|20)?\d{2}(?!\d)"
    r"|\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?|hours|hrs|GMT|UTC)(?![a-z])|(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])"
    r"|\d{1,2}\s?(?:[ap]\.m\.|[ap]m(?![a-z])|o'clock)"
    r"|(?:19|20)\d{2}\s?[-–—/]\s?(?:(?:19|20)\d{2}|\d{2})(?![\d,.]?\d|\s?%)|(?:19|20)\d{2}s?(?![\d,%]|\.\d"
    r"|\s?(?:percent|per\scent|billion|million))"
    r"|\d+(?:st|nd|rd|th)(?![a-z])|\d+(?:\.\d+){2,}|911(?=\s(?:incident|attack|terror))"
)
"""Dates, times of the day, years, spans of years, ordinals, versions."""
_OLD_YEAR = re.compile(r"1[5-8]\d{2}(?![\d,%]|\.\d)")
_OLD_YEAR_BEFORE = re.compile(
    r"(?:in|of|by|since|from|to|and|until|till|year|around|about|early|late|before|after|between|circa|,|\()\s?$", re.IGNORECASE
)
_LINE_LABEL = re.compile(r"(?:\d{1,3}[.)](?!\d)|\d{1,3}\s*$|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+[A-Z])")
_NOTE_MARK = frozenset("%’”\"'])*")
_STOP = (
    "of|in|and|to|or|by|for|at|on|from|as|is|was|were|are|be|a|an|the|than|that|which|with|when|where|while|but"
    "|has|had|have|will|would|we|he|she|it"
    "|they|i|if|not|so|respectively|am|pm|hrs|january|february|march|april|may|june|july|august|september|october"
    "|november|december|pp|see|per|p|since"
    "|during|after|before|under|over|through|until|into|also|this|these|its|our|et|al"
)
_NOUN_AFTER = re.compile(rf"[ \n](?:[(“\"']?)(?!(?:{_STOP})(?![\w-]))[A-Za-z][\w'’&-]+", re.IGNORECASE)
_SMALL_NOUN = re.compile(rf"[ \n](?!(?:{_STOP})(?![\w-]))[a-z][\w'’-]+")
_OF_THEM = re.compile(r"[ \n](?:out )?of (?:\d+ [a-z]+|the|its|our|their|these|those|them|his|all|which|whom)\b")
_OF_WHICH = re.compile(r"(?<![a-z])of (?:which|whom|these|them),? (?:(?:about|around|some|over|nearly|more than|only) )?$", re.IGNORECASE)
_OF_A_KIND = re.compile(
    r"(?:^|[.;]\s|\n)\s*(?:\d{1,3}\.\s?)?Of\s(?:the|these|those|our|its|their|all|a total of)\s[^.;]{3,90},\s"
    r"(?:(?:about|around|some|over|nearly|more than|only|all but)\s)?$"
)
"""Of the 63 audits planned,|58 were completed: the things stand before."""
_STANDS_ALONE = re.compile(r"[ \n](?:have|has|had|are|were|is|was|will|would|came|come|went|did|do)\b")
"""Of the 410 firms, of which|350 have: the things are told before."""
_PLUS = re.compile(r"-plus [a-z]")
_PLUS_YEARS = re.compile(r"[ -]plus (?:years|decades|months)\b")
"""Over the past 30|plus years: a time."""
_PER_BEFORE = re.compile(r"(?<![a-z])(?:per|for each|for every|out of every)\s$", re.IGNORECASE)
_CAPITAL = re.compile(r"[ -][A-Z]")
_OUT_OF = re.compile(r"(?<![a-z])(?:out of|in every|(?:one|two|three|four|\d) in)\s(?:every\s)?$", re.IGNORECASE)
_NO_PLURAL = "(?:is|was|has|its|us|as|does|this|thus|yes|less|always|perhaps|across|towards|besides|business|process|progress|access)"
_PLURAL_AFTER = re.compile(
    rf"[ \n](?:(?!(?:{_STOP})(?![\w-]))[A-Za-z][\w'’/-]*,?[ \n](?:and )?){{0,3}}?(?!{_NO_PLURAL}(?![\w-]))"
    r"(?:[A-Za-z][\w'’-]*s|people|children|women|men|staff|personnel|aircraft|countrymen|households?|percent)(?![\w'’])"
)
_VALUE_BEFORE = re.compile(
    r"(?:(?<![a-z])(?:to|from|by|reached|reaching|totall?ed|totall?ing|numbered|numbering|was|were|is|are|at|stood"
    r"|total of|than|number of .{3,60} (?:to|from|of))"
    r"(?:\s(?:only|just|an?|the|existing|current|previous|original|present|latest))*\s)$",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\s(?:a year earlier|a year ago|the year before|(?:in|at|for)\s(?:the\s)?(?:previous|prior|preceding)\s)", re.IGNORECASE
)
"""Behind a number that a value came from: down from 351 a year earlier."""
_FROM_TODAYS = re.compile(
    r"(?<![a-z])from\s(?:the\s|its\s|their\s)?(?:existing|current|present|previous|original|initial)\s$", re.IGNORECASE
)
"""1,000 firms, from the existing 500."""
_AIM_BEFORE = re.compile(r"(?<![a-z])(?:target|goal|limit|average|score|maximum|minimum) of\s$", re.IGNORECASE)
_COUNTED_BEFORE = re.compile(
    r"(?<![a-z])(?:number|numbers|total|totals|count|headcount|cases|visits|population)(?![a-z])[^.;]{0,170}$", re.IGNORECASE
)
_KEYED = re.compile(r"(?:^|\n)[ \t>|•-]*(?P<key>[A-Za-z][\w ().&/'’%-]{1,200}?)[ \t]?[:=|][ \t]*['\"\[]{0,3}$")
_KEYED_LIST = re.compile(r"(?:^|\n)[ \t]*(?P<key>[A-Za-z]\w+): ['\"]?\[[\d.,eE+ -]*$")
_NO_KEY = re.compile(
    r"_[a-z]{1,4}\d+(?:_\d+)?$|year|date|(?:^|[_ ])id$|phone|tel|fax|version|page|isbn|issn|code|no\.?$|number$|postcode|zip|url",
    re.IGNORECASE,
)
_IS_BEFORE = re.compile(r"(?<![a-z])(?:is|are|was|were|been|be)\s$", re.IGNORECASE)
"""An approach is two-fold: it has two parts."""
_SIZE_OF = re.compile(
    r"[\d,.]+[- ](?:ton|tonne|metric-ton)(?:-class)?\s(?:[a-z]+\s)?(?:ship|vessel|berth|tanker|freighter|carrier|dock|truck|press|class)",
    re.IGNORECASE,
)
"""What class a thing is of, as its name says: berths for 10,000-ton ships."""
_PERIOD_BEFORE = re.compile(
    r"(?<![a-z])(?:past|last|next|first|previous|coming|following|every|within|recent|preceding|few|another|over"
    r"|for|in|of|the|after|later|than|ago|to|between|least|about|nearly|almost|some|only|up)"
    r"(?:\s(?:the|past|next|last|first|another|a))*\s$",
    re.IGNORECASE,
)
_PROLONGED = re.compile(
    r"(?:extend|prolong|shorten|cut|reduc|length)[^.;]{0,80}\sby\s(?:another\s|a\sfurther\s|an\sadditional\s)?$", re.IGNORECASE
)
_EXPECTANCY = re.compile(r"expectancy|average age|median age|mean age|lifespan|average length|average term|maturity|tenor", re.IGNORECASE)
_MEASURED_TIME = re.compile(
    r"(?:time|times|wait|waiting|delay|duration|turnaround|average|median|number of|inventory|sales outstanding"
    r"|days|cut|from|reduced|lost)",
    re.IGNORECASE,
)


@cache
def _labels() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = read_table("en/label_words.tsv", ("word", "kind"), key="word")
    label = "|".join(re.escape(row["word"]).replace(r"\ ", r"\s") for row in rows if row["kind"] in ("label", "both"))
    name = "|".join(re.escape(row["word"]).replace(r"\ ", r"\s") for row in rows if row["kind"] == "name")
    return re.compile(rf"(?<![A-Za-z])(?:{label})[.:]?[\s-]{{0,2}}(?:[A-Z]-?)?$|#$", re.IGNORECASE), re.compile(
        rf"(?:{name})", re.IGNORECASE
    )


_LABEL_LIST = re.compile(r"(?:\d+[a-z]?(?:,| and| to|[-–])\s?)+$")


def is_label(left: str) -> bool:
    """Return whether the words before a number make it a label: Table 3, paragraphs 4 and 7."""
    labels = _labels()[0]
    if labels.search(left):
        return True
    listed = _LABEL_LIST.search(left)
    return listed is not None and labels.search(left[: listed.start()]) is not None


_IN_KEY = re.compile(r"[\w ()&/%-]{0,120}:[ \t]*-?[\d.]+(?:[eE][-+]?\d+)?[ \t]*$", re.MULTILINE)
"""Behind a number that is part of a key: Outstanding 6 months to 1 year: 0.02."""
_YEAR_VALUE = re.compile(r"(?:19|20)\d\d")
_RATE_KEY = re.compile(r"rate|share|percent|ratio|proportion", re.IGNORECASE)
_AMOUNT_KEY = re.compile(
    r"amount|amt(?![a-z])|funds?(?![a-z])|total|cost|revenue|balance|value|outlay|expenditure|paid|payments|unrecovered|recovered|collectable"
    r"|outstanding|returned",
    re.IGNORECASE,
)


def role_of_key(left: str) -> Literal["share", "level"] | None:
    """Return what a value is by its key: a share for a rate, a level for an amount; None where no key stands before it or it tells nothing.

    >>> role_of_key("Overpayment_Rate: "), role_of_key("Amount_Recovered: "), role_of_key("Cases: ")
    ('share', 'level', None)
    """
    key = _KEYED.search(left) or _KEYED_LIST.search(left)
    if key is None:
        return None
    return "share" if _RATE_KEY.search(key["key"]) else "level" if _AMOUNT_KEY.search(key["key"]) else None


_NUMBERED = re.compile(
    r"(?<![a-z])(?:numbered|numbering)\s(?:about\s|only\s|some\s)?$|(?:numbered|numbering)\s[\d,]+,\s(?:up|down)\sfrom\s$"
)
"""Behind what has been counted: injuries numbered|11, down from|16."""
_ANOTHER = re.compile(r"(?<![a-z])(?:another|a further|the other|the remaining|an additional)\s$", re.IGNORECASE)
"""40 officers were hired, and another|25 are to be."""
_COUNT_REACH = 24
_COUNTS_SO_MANY = re.compile(
    r"(?<![a-z])(?:total\sof|no\s(?:more|less|fewer)\sthan|(?:more|fewer|less)\sthan|approximately|as\smany\sas|at\sleast|nearly|almost|only"
    r"|some|another|was|were|are|been|have|had|"
    r"(?:employ|train|help|assist|benefit|serv|open|complet|plant|restor|creat|support|recruit|install|deliver|add|repair|inspect|provid|hous|rehous"
    r"|resettl|award|connect|renovat|upgrad|mov|remov|receiv|visit)(?:s|es|ed|ing)?|built|build(?:s|ing)?)\s$",
    re.IGNORECASE,
)
"""Behind these a number counts, and no year stands: there were|2000 inns, we planted|2010 trees."""
_OF_YEARS = (
    r"was|is|has|as|its|this|census|levels|prices|figures|results|terms|totals|estimates|values|rates|sales|years|accounts|elections|budgets|forecasts|targets|goals|commitments"
    r"|revenues|exports|imports|earnings|profits|dividends|wages|increases|reductions|cuts|taxes|returns|statistics|reforms|measures|proposals|plans"
    r"|games|olympics|floods|riots|fires|protests|models|editions|awards|guidelines|standards|rules|regulations|recommendations|projections"
    r"|outcomes|expenditures|outlays|payments|bonuses|grants|costs|expenses|policies|talks|agreements|conferences|reports|reviews|ones"
)
"""Things that a year before them tells apart: the 2019 levels, the 2020 elections."""
_SO_MANY = re.compile(rf"(?:19|20)\d\d\s(?:[a-z-]+\s)?(?!(?:{_OF_YEARS})\b)(?:square|cubic|[a-z]+[a-z]s(?<!ss))(?![a-z-])")
"""What looks like a year and counts things: a total of 2030 trees, no more than 1950 square feet."""
_FOR_SO_MANY = re.compile(r"(?<![a-z])(?:for|(?<!\d\s)to|these|with|among|of)\s$", re.IGNORECASE)
_ROUND_MANY = re.compile(
    r"(?:19|20)[05]0\s(?!(?:and|or|to|the|all|our|with|while)\s)(?:[a-z]+\s)?(?:hotels|guesthouses|inns|restaurants|shops|firms|companies|enterprises|factories|villages"
    r"|households|families|residents|students|schools"
    r"|pupils|teachers|doctors|nurses|patients|officers|workers|farmers|drivers|operators|agents|traders|vehicles|buses|taxis|flats|homes|trees|beds"
    r"|people|persons|children|seniors)(?![a-z-])"
)
"""A round number before things of which there are many is no year where they get, or are, something: the licence fees for|2000 hotels."""


def counts_things(text: str, start: int) -> bool:
    """Return whether a number that looks like a year counts the things named behind it.

    >>> counts_things("grants for 2000 farmers", 11), counts_things("In 2000 farmers had grants", 3)
    (True, False)
    >>> counts_things("We planted 2015 trees", 11), counts_things("The 2015 elections were held", 4)
    (True, False)
    """
    reach = max(0, start - _COUNT_REACH)
    if _SO_MANY.match(text, start) is not None and _COUNTS_SO_MANY.search(text, reach, start) is not None:
        return True
    return _ROUND_MANY.match(text, start) is not None and _FOR_SO_MANY.search(text, reach, start) is not None


def skip_at(text: str, start: int) -> int | None:
    """Return where a date, a year, an ordinal or a name with a number ends that begins at `start`; None when none does."""
    found = DATE.match(text, start)
    if found is not None and counts_things(text, start):
        return None
    if found is None and text[start].isalpha():
        found = _labels()[1].match(text, start)
    return found.end() if found else None


_LONGER = re.compile(r"\s(?:increase|rise|gain|improvement|reduction|cut|fall|decline|extension)\sin\s(?:the\s|average\s|mean\s)?[a-z]+")
"""Behind a length of time that is what is gained or lost: a one-year increase in life expectancy."""
_GROUP = re.compile(r"\b(?:in|of|to|for|among)\s(?:the\s|our\s)?(?:lowest|poorest|bottom|top|richest|highest)\s$")
"""Wages of those in the lowest|20%: who they are, no share of anything."""
_ONLY = re.compile(r"(?<![a-z])only\s$", re.IGNORECASE)
"""Only one was found: how many of those told of before."""


def is_figure(text: str, found: Quantity, left: str) -> bool:
    """Return whether an amount is a figure; `left` is the line's or sentence's text before it."""
    if _PLUS_YEARS.match(text, found.end):
        return False
    if _PER_BEFORE.search(left) and (found.plain or found.unit is None or found.unit.kind != "percent"):
        return False  # per 100,000 hours, for each five-cent move
    if found.unit is not None:
        if found.unit.kind == "multiple":
            return not (text[: found.end].endswith("fold") and _IS_BEFORE.search(left))
        if found.unit.kind == "percent" and _GROUP.search(left) is not None:
            return False
        if found.unit.kind in ("money", "percent", "points"):
            return True
        if _SIZE_OF.match(text, found.start) is not None:
            return False
        if found.unit.kind == "duration":
            if _LONGER.match(text, found.end) is not None:
                return True
            return (
                not (found.spelled and found.value == 1) and not text.startswith(" ago", found.end) and _is_measured_time(text, found, left)
            )
        return text[found.start - 1 : found.start] not in ("/", "_")
    if found.scale:
        return True
    return _is_count(text, found, left)


def _is_measured_time(text: str, found: Quantity, left: str) -> bool:
    """Return whether a length of time is what is measured (life expectancy is 75 years), not when something is (for 75 years)."""
    assert found.unit is not None
    if found.unit.name in ("years", "months"):
        return _EXPECTANCY.search(left) is not None or _PROLONGED.search(left) is not None
    return _MEASURED_TIME.search(left) is not None or not _PERIOD_BEFORE.search(left)


def _is_count(text: str, found: Quantity, left: str) -> bool:
    start, end = found.start, found.end
    before, after = text[start - 1 : start], text[end : end + 1]
    if text.startswith(_YEARS_OF_MONEY, end) and _KNOWN_FEW.search(left):
        return False  # in seven of the past 40 financial years
    if found.spelled and text[start].isupper() and before == " " and text[start - 2 : start - 1].isalnum() and _CAPITAL.match(text, end):
        return False  # the Three Initiatives
    if found.spelled and _STANDS_ALONE.match(text, end) is not None and (_ONLY.search(left) or _OF_A_KIND.search(left)):
        return True  # only one was found; of the 63 audits, five were dropped
    if found.spelled:
        return (
            found.value >= 2
            and _YEARS_BEFORE.match(text, end) is None
            and not _OUT_OF.search(left)
            and not (
                found.value <= _FEW
                and (_KNOWN_FEW.search(left) or (left.lower().endswith(_POINTED_AT) and " each" not in text[end : end + _EACH_WITHIN]))
            )
            and not text.startswith(" out of ", end)
            and after != "-"
            and not (found.value <= _FEW and _KNOWN.search(left) and _SUCH.match(text, end))
            and (_OF_THEM.match(text, end) is not None or _counts_things(text, found))
        )
    if (
        before in ("/", "_", "#", "@", "+", "&", "=", ".")
        or after in ("/", "_", "@", "°")
        or (after in (":", "-", "–") and text[end + 1 : end + 2].isalnum() and not _PLUS.match(text, end))
    ):
        return False
    if before in _NOTE_MARK and before and not found.negative and text[start - 2 : start - 1] != "[":
        return False
    valued = role_of_key(left) is not None or "," in text[start:end]
    if after.isalpha() or (before == "(" and after == ")") or (is_label(left) and not valued) or _is_dated(text, start, end, left):
        return False
    written = text[start:end]
    if _OLD_YEAR.fullmatch(written) and (_OLD_YEAR_BEFORE.search(left) or not _SMALL_NOUN.match(text, end)):
        return False
    if len(written) > 1 and written[0] == "0" and written[1].isdigit():
        return False
    line_start = text.rfind("\n", 0, start) + 1
    if ":" not in left and text[line_start : line_start + 1].isalpha() and _IN_KEY.match(text, end):
        return False
    if not text[line_start:start].strip(" \t(•*-–—|>#") and _LINE_LABEL.match(text, start):
        return False
    key = _KEYED.search(left) or _KEYED_LIST.search(left)
    if key is not None:
        return _NO_KEY.search(key["key"]) is None or (valued and not _YEAR_VALUE.fullmatch(written))
    if "," in written or " " in written:
        return True
    if _NUMBERED.search(left) or (_ANOTHER.search(left) and _STANDS_ALONE.match(text, end)):
        return True
    if ((_OF_WHICH.search(left) or _OF_A_KIND.search(left)) and _STANDS_ALONE.match(text, end)) or _PLUS.match(text, end):
        return True
    if _OF_THEM.match(text, end) or _SMALL_NOUN.match(text, end) or (_NOUN_AFTER.match(text, end) and not _ends_line(text, end)):
        return not _is_page_head(text, line_start, start, end)
    if _VALUE_BEFORE.search(left) is None and not _FROM_TODAYS.search(left):
        return False
    if _EARLIER.match(text, end) or _FROM_TODAYS.search(left):
        return True
    return "." in written or _AIM_BEFORE.search(left) is not None or _COUNTED_BEFORE.search(left) is not None


def _counts_things(text: str, found: Quantity) -> bool:
    """Return whether a number word counts things; few of what only orders a speech (three tasks, two sides) are no figure."""
    things = _PLURAL_AFTER.match(text, found.end)
    if things is None:
        return False
    last = things[0].split()[-1].lower()
    return found.value > _FEW or (last not in _uncounted() and "consecutive" not in things[0])


_FEW = 10
_KNOWN = re.compile(r"(?<![a-z])(?:the|these|those|its|their|our|my|your|his|her|said)\s(?:other\s|remaining\s|above\s)?$", re.IGNORECASE)
_SUCH = re.compile(r"\s(?:pillar|key|main|major|core|priority|strategic|central|critical|basic|guiding|traditional|special)\s")
"""The four pillar industries: their number is told with their name, it is no news."""
_YEARS_BEFORE = re.compile(
    r"\s(?:previous|past|preceding|prior|consecutive|successive|straight|following|full)\s(?:years|months|quarters|decades|terms)\b"
)
"""Behind a number that counts only time: three|previous years of strong growth."""
_POINTED_AT = ("these ", "those ")
"""Before a few that were just told of: problems in these|six economies. Where each of them gets something, their number counts."""
_EACH_WITHIN = 60
_YEARS_OF_MONEY = (" financial years", " fiscal years")
_KNOWN_FEW = re.compile(r"(?<![a-z])(?:previous|past|last|next|coming|first|recent|latter|said|above)\s$", re.IGNORECASE)
"""Before a few that were told of already or come in order: my previous two Budgets."""


@cache
def _uncounted() -> frozenset[str]:
    rows = read_table("en/label_words.tsv", ("word", "kind"), key="word")
    return frozenset(row["word"] for row in rows if row["kind"] in ("uncounted", "both"))


def _ends_line(text: str, end: int) -> bool:
    return text.startswith("\n", end)


def _is_page_head(text: str, line_start: int, start: int, end: int) -> bool:
    """Return whether a line like "EXHIBITS 29" or "Contents . . . 43" ends with a page number."""
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    if text[end:line_end].strip():
        return False
    head = text[line_start:start].strip()
    return head.endswith((".", "…", "_")) or head.isupper()


def _is_dated(text: str, start: int, end: int, left: str) -> bool:
    return end - start <= 2 and (_MONTH_BEFORE.search(left) is not None or _MONTH_AFTER.match(text, end) is not None)
