"""English words that name a span of time → `Period`; words that set a date → deadline.

Known here: calendar years, financial years (FY2024, 2015-16, the year ended 31 March 2025), halves, quarters, months, and what stands
against the report's own time (last year, this year, over the next three years). A time that is only compared with (than in 2023, over
2002, from the previous year) is never the clause's own. English names a time behind its figure as often as before it ("7,100 in 2003,
12,900 in 2008"): the span of a time behind reaches back to the end of the time before it, so that whoever asks what holds at a figure
gets the right one.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator, Sequence

from reportsum import lazy_re as re

from ...models import Period
from ...periods import (
    ENGLISH_MONTHS,
    FIRST_YEAR,
    LAST_YEAR,
    FinancialYear,
    NamedPeriod,
    financial_year,
    has_years,
    is_financial_year,
    make_period,
    months,
)
from ...spans import Span
from ...spared import holds
from .recognising import MONTHS, counts_things
from .since import has_gone_on, until_now

_NUMBER = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12,
}  # fmt: skip
_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": 4, "final": 4}
_PLANS = {"sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14}
_YEAR = r"(?:19|20)\d\d"
_COUNT = rf"(?:{'|'.join(_NUMBER)}|\d{{1,2}})"

_TIME = re.compile(
    rf"""
    (?<![\w$£€.,-])(?:
      (?:the\s)?(?P<ended>(?:financial\s|fiscal\s)?year|(?:six|nine|three|twelve|6|9|3|12)\smonths|half[\s-]year|quarter|period)\s(?:ended|ending|to)\s(?:on\s)?
        (?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<endmonth>{MONTHS})|(?P<endmonth2>{MONTHS})\s(?P<day2>\d{{1,2}})|(?:the\s)?(?:end\sof\s)?(?P<endmonth3>{MONTHS})),?\s(?P<endyear>{_YEAR})
    | (?P<spancount>{_COUNT})\syears\s(?:leading\s(?:up\s)?to|up\sto|to|ended|ending)\s(?:the\send\sof\s)?(?P<spanyear>{_YEAR})
    | (?P<runs>{_COUNT})[-\s]years?\s(?:period\s)?(?:(?:starting|beginning|commencing)\s(?:from|in|on)|from)\s(?:the\s)?
        (?:(?:\d{{1,2}}\s)?(?P<runmonth>{MONTHS})\s(?:\d{{1,2}},\s)?)?(?P<runyear>{_YEAR})(?P<runfiscal>[-–/]\d\d(?!\d))?
    | mid-?\s?(?P<mid>{_YEAR})(?![-–/]\d\d(?!\d))
    | (?P<fiscalfrom>{_YEAR})\s?[-–/]\s?\d\d\s(?:to|through|and)\s(?P<fiscalto>{_YEAR})\s?[-–/]\s?\d\d(?!\d)
    | FY\s?(?P<fyfrom>{_YEAR})(?:\s?[-–—]\s?|\s(?:to|through|and)\s)FY\s?(?P<fyto>{_YEAR})(?!\d)
    | (?P<fromyear>{_YEAR})\s?(?:-|–|—|to|through|and)\s?(?:(?:the\s)?end[-\s](?:of\s)?)?(?P<toyear>{_YEAR})
    | (?P<frombegin>{_YEAR})\s(?:to|through|until)\s(?:(?:the\send\sof|mid-?)\s?)?(?P<tomonth>(?-i:{MONTHS}))\s(?P<tomonthyear>{_YEAR})
    | (?:(?:FY|fiscal\s(?:year\s)?|financial\syear\s)\s?)?(?P<fiscal>{_YEAR})\s?[-–/]\s?(?P<fiscal2>\d\d)(?!\d)
    | (?:YA|year\sof\sassessment)\s?(?P<ya>{_YEAR})(?!\d)
    | (?:FY|fiscal\s(?:year\s)?(?:\(FY\)\s)?|financial\syear\s(?:\(FY\)\s)?)\s?(?P<fy>{_YEAR}|\d\d)(?!\d)
    | (?:(?:from|between|during)\s)?(?:\d{{1,2}}\s)?(?P<firstmonth>(?-i:{MONTHS}))(?:\s\d{{1,2}})?
        \s?(?:to|through|until|–|(?<=\d)-|-(?=\s?[A-Z]))\s?
        (?:\d{{1,2}}\s)?(?P<lastmonth>(?-i:{MONTHS}))(?![a-z])(?:\s\d{{1,2}}(?!\d))?(?:,?\s(?P<monthsyear>{_YEAR}))?
    | (?:in\s|on\s)?(?:(?P<andmonth>(?-i:{MONTHS}))\sand\s)?(?:\d{{1,2}}\s)?
        (?P<relmonth>(?-i:{MONTHS}))\s(?:\d{{1,2}},?\s)?(?:of\s)?(?P<monthrel>this|last|next)\syear
    | (?P<monthrel2>this|last|next)\s(?P<relmonth2>(?-i:{MONTHS}))(?!\s\d{{4}})
    | (?:as\s)?(?:in|by|from|until|during|early|late|mid|before|at|to|on|up\sto|as\sof)\s(?:the\s)?(?:early\s|late\s|mid-?)?
        (?:(?:end|middle|beginning)(?:[-\s]of)?[-\s])?(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?
        (?P<baremonth>(?-i:{MONTHS}))(?:\s\d{{1,2}}(?:st|nd|rd|th)?(?:\s?(?:to|and|-|–)\s?\d{{1,2}}(?!\d|,\d|\s{MONTHS}))?)?(?!,?\s{_YEAR}(?!\d|,\d)|\s\d{{1,2}}(?!\d)|\s(?:of\s(?:\d|this|last|next)|this\syear
        |last\syear|next\syear|(?:and|to|or)\s(?:\d|{MONTHS}))|\s?[-–]|\w)
    | (?P<part>(?:the\s)?(?:first|second|third|fourth|last|final|1st|2nd|3rd|4th)\s(?:half|quarter)(?!s)
        |(?:the\s)?first\s(?:two|three)\squarters|[HQ][1-4](?!\w)
        |(?:the\s)?first\s(?:two|three|four|five|six|seven|eight|nine|ten|eleven|[2-9]|1[01])\smonths)
        (?!\s(?:of\s)?{_YEAR}[-–/]\d\d(?!\d))
        (?:\s(?:of\s)?(?:(?:FY|fiscal\s)?(?P<partyear>{_YEAR})|(?P<partrel>this\syear|last\syear|next\syear|the\syear)))?
    | (?P<halfyear>{_YEAR})\s?(?P<half>[HQ][1-4])
    | (?<=in\s)the\s(?P<nextquarter>third|fourth)(?=[.,;])
    | end[-\s](?:of[-\s])?(?:(?P<endofmonth>{MONTHS}),?\s)?(?P<yearend>{_YEAR})(?![-–/]\d\d(?!\d))
    | (?P<month>{MONTHS}),?\s(?:of\s(?=\d{{4}}))?(?:(?P<monthday>\d{{1,2}}),\s)?(?P<monthyear>{_YEAR})
    | \d{{1,2}}\s(?P<dmonth>{MONTHS})\s(?P<dyear>{_YEAR})
    | (?P<relative>the\syear\s(?:that\shas\s)?just\s(?:passed|past|ended|gone)
        |(?:this|last|next)\s(?:financial\s|fiscal\s)?year|(?:the\s)?(?:current|last|next)\sFY(?!\s?\d)|the\syear\sbefore
        |the\s(?:previous|preceding|prior|past|coming|ensuing|current|next|last)\s(?:financial\s|fiscal\s)?year(?!s)
        |the\s(?:previous|coming|ensuing|current|next|last)\sfiscal(?=[.,;]|\s(?:and|but|while)\b))
    | (?:(?:over|in|during|for|within|of|on)\s(?:the\s)?|the\s)(?P<back>past|last)
        \s(?:(?P<backcount>{_COUNT})\s(?:financial\s|fiscal\s)?years|(?P<backdecades>{_COUNT}\s)?decades?)
    | (?:in|over|through)\s(?:my|our|the)\s(?:previous|past|last)\s(?P<budgets>{_COUNT})\sBudgets
    | (?:over|in|during|for|within|of)\s(?:the\s)?(?P<ahead>next|coming)
        \s(?:(?:{_COUNT}\s(?:to|or)\s)?(?P<aheadcount>{_COUNT})\s(?:financial\s|fiscal\s)?years|(?P<aheaddecades>{_COUNT}\s)?decades?)
    | in\s(?:(?:about|around|some)\s)?(?:{_COUNT}\sto\s)?(?P<intime>{_COUNT})\syears['’]\stime
    | over\s(?:a\speriod\sof\s)?(?P<overcount>{_COUNT})\syears(?!\sago|\sold|\sof\sage|['’])
    | for\s(?:(?:more\sthan|over|nearly|almost|about|some)\s)?(?P<forcount>{_COUNT})\s
        (?P<inarow>(?:consecutive|straight|successive)\s)?years(?!\s(?:from|starting|beginning|commencing|to|leading|up|ended|ending|period)\b)(?P<running>\s(?:in\sa\srow|running|on\send))?
    | (?:the\s)?(?P<decadeend>end\sof\s(?:the|this)\sdecade)
    | (?P<whole>(?:the|a)\s(?:whole|full|entire)\syear|the\syear\sas\sa\swhole|(?<=for\s)the\syear(?=[.,;]))
    | (?:the\s)?first\s(?P<firstyears>{_COUNT})\syears\sof\sthe\s(?P<firstplan>\d{{1,2}}th|{"|".join(_PLANS)})\sFive-Year\sPlan(?:\speriod)?
    | (?P<now>at\spresent|currently
        |(?<!until\s)today(?=,?\s(?:the|it|they|we|he|she|its|their|our|some|about|over|more|all|there|[A-Z])\b)|to\sdate|so\sfar(?!\s(?:this|in)\s)|as\sof\snow|(?<=\d\s)now(?=[.,;])|now(?=\s(?:total|rank|stand|exceed|account|number|cover|employ
        |approach|serve|make|operate
        |at\s|over|about|around|more|some|nearly|almost|\d)))
    | (?:the\s)?(?P<plan>\d{{1,2}}th|{"|".join(_PLANS)})\sFive-Year\sPlan(?:\speriod)?
    | (?P<ago>a|{_COUNT})\s(?P<agounit>years?|decades?)\sago(?![a-z])
    | (?:in|during|throughout|of)\s(?:the\s)?(?:early\s|late\s|mid-?)?(?P<decade>(?:19|20)\d0)['’]?s(?![a-z])
    | (?P<year>{_YEAR})(?!\d|s\b|,\d|%|\.\d|-year|\s(?:homes|people|jobs|schools)\b)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_MONTHS_SHORT = tuple(month[:3] for month in ENGLISH_MONTHS)
_NAMES_OF_TIMES = ("year", "decade", "quarter", "half", "month", "present", "today", "to date", "so far", "now", "budgets", "currently")
_HAS_YEAR = re.compile(r"(?:19|20)\d\d|[Ff][Yy]|[HhQq][1-4]|(?:to|so)\s(?:date|far)", re.IGNORECASE)


def _may_name_a_time(text: str) -> bool:
    """Return whether a text holds anything that a time is named by; most do not, and plain words are found much sooner than patterns."""
    if holds(text, _NAMES_OF_TIMES) or any(month in text for month in _MONTHS_SHORT):
        return True
    return _HAS_YEAR.search(text) is not None


_COMPARED = re.compile(
    r"(?<![a-z])(?:than|than\s(?:in|at|for|during)|compared\s(?:with|to)|versus|vs\.?|against|over|on|from|above|below|since"
    r"|relative\sto|(?:in|by)\scontrast\s(?:to|with)|unlike(?:\sin)?|exceeding|beyond|as\sin|up\sfrom|down\sfrom|that\sof|level\sof|levels\sof|of\sthe\s\w+\sof)"
    r"\s(?:the\s(?:same\speriod\s(?:in|of)\s|end\sof\s|level\sof\s|figure\s(?:for|in)\s|(?:revised\s|original\s"
    r"|latest\s)?(?:estimates?|budget|outturn|forecast)\s(?:for|of|in)\s)?)?(?:that\s(?:in|of|for)\s)?$",
    re.IGNORECASE,
)
_THAN = re.compile(
    r"(?:than|compared\s(?:with|to)|versus|vs\.?|against|as\sin|up|down|(?:rose|fell|up|down|increased?|decreased?|rise|fall"
    r"|growth|drop)\s(?:[\w.%$-]+\s){0,4}from)\s"
    r"(?:in\s|at\s|that\s|those\s|of\s|the\s|end\s|level\s|figures?\s){0,4}$",
    re.IGNORECASE,
)
_FROM_GROWTH = re.compile(
    r"(?<![a-z])from\s(?:an?\s|the\s|its\s|their\s)?(?:[a-z-]+\s){0,2}(?:growth|decline|contraction|expansion|increases?|fall|loss|deficit|surplus)\sin\s$"
)
"""Before the time of a growth without a number that another has come from: rebounded from marginal growth in|1999, to 4.1%."""
_FROM_LEVEL = re.compile(
    r"(?<![a-z])(?:from|than|below|above)\s(?:its|their|the|an?)\s(?:[a-z-]+\s){0,2}(?:peaks?|trough|bottom|lows?|highs?|level)\s"
    r"(?:(?:recorded|seen|reached)\s)?(?:in|of|at)\s(?:the\s|early\s|late\s|mid-)?$",
    re.IGNORECASE,
)
"""Before the time of a level without a number that is compared with: up by 180,000 from its trough in|2009."""
_THAN_THAT = re.compile(
    r"(?<![a-z])(?:than|as|with|to|above|below|from|against|exceed(?:s|ed|ing)?)\s(?:that|those)\s(?:(?:seen|recorded|achieved|registered)\s)?$"
)
"""Before past years of which only the same value is compared with: lower than that|in the past four years."""
_SINCE = re.compile(r"(?<![a-z])(?<!has )(?<!have )(?:ever\s)?since\s[^,;.]*$", re.IGNORECASE)
"""A time that only says since when: since its launch in 2009."""
_SINCE_AGO = re.compile(r"(?<![a-z])since\s(?:[a-z]+\s){2,8}$", re.IGNORECASE)
_RISEN = re.compile(r"(?<![a-z])(?:increase|rise|growth|fall|decrease|decline|drop|grown|risen|up)\s[^,;.]*$", re.IGNORECASE)
_BEGINS = re.compile(
    r"(?:starting|effective|with\seffect|as|beginning|commencing|onwards?|effect)\sfrom\s(?:the\s)?$"
    r"|(?:commenc|start|begin|operat|introduc|implement|open|launch|appl|available|effective"
    r"|phase)\w*\s(?:[a-z]+\s){0,4}from\s(?:the\s)?$",
    re.IGNORECASE,
)
_ONWARDS = re.compile(r"\sonwards?(?![a-z])", re.IGNORECASE)
_SAME_PERIOD = re.compile(
    r"(?:same|corresponding|equivalent|comparable)\s(?:period|quarter|half|months?|time)\s(?:of|in|the|a)?\s?(?:the\s)?$", re.IGNORECASE
)
_BEFORE = re.compile(r"previous|preceding|prior|before", re.IGNORECASE)
"""Inside a sentence the year before is what its own year is compared with."""
_NAME_AFTER = re.compile(
    r"\s(?:Budget|Bill|Act|Plan|Strategy|Policy\sAddress|Census|Olympic|Games|Agreement|Programme|Report|Summit|Convention"
    r"|Regulations?)\b"
    r"|['’]s\s(?:[A-Z][a-z]|(?:budget|forecast|report|target|plan|estimate|level|figure|speech|address|conference|meeting|review)\b)"
)
_DURING = re.compile(r"(?:during|over|in|throughout|for)\s(?:the\s)?$", re.IGNORECASE)
_SET_OUT_IN = re.compile(
    r"\b(?:set|laid|put|forth|out|down|outlined|stated|included|contained|specified|defined|listed|targets?|goals?|tasks)\sin\s(?:the\s)?$",
    re.IGNORECASE,
)
"""Before a plan that is meant as a document: the tasks set forth in the Eleventh Five-Year Plan."""
_PRICES = re.compile(
    r"\s(?:constant\s)?(?:prices?|dollars|price\slevels?|terms|baseline|base\syear|census|levels?)(?![a-z])", re.IGNORECASE
)
"""Behind a year by which something is only measured: at 2010 prices."""
_OF_AN_EVENT = re.compile(
    r"(?:(?-i:Act|Law|Order|Code|Treaty|Convention|Constitution|Bill|Amendments?|Accord|Protocol|Declaration|Charter)\sof"
    r"|(?:crisis|outbreak|epidemic|(?-i:SARS)|recession|earthquake|tsunami|war|handover|typhoon|hurricane|floods?|Olympics|Games"
    r"|World\sCup)\s(?:of|in)"
    r"|aged?\s(?:\d+\s)?(?:or\s(?:above|over|more)\s|and\s(?:above|over)\s)?in|years\sold\s(?:or\s(?:above|older)\s)?in"
    r"|born\s(?:in|before|after))\s$",
    re.IGNORECASE,
)
"""Before a year that tells which law or event is meant, or how old somebody is."""
_EDITION = re.compile(r"(?:^|\W)(?:Budget|Vision|Agenda|Strategy|Horizon|Blueprint|Roadmap|Expo)\s$")
_EVENT = re.compile(
    r"\s(?:[A-Z][a-z]+\s){1,4}(?:of\s)?[A-Z][a-z]+|\s(?:Consensus|Accords?|Communiqu[eé]|Declaration|Protocol|Survey|Exhibition)\b"
)
_EXPIRES = re.compile(r"\b(?:due|scheduled|set|meant|planned) to (?:expire|end|lapse|cease|run out)\s(?:(?:in|on|at|by)\s)?(?:the\s)?$")
"""Before the time at which something ends that is told to go on: the scheme, due to expire|next year, will be renewed."""
_FOLLOWING = re.compile(
    r"\W*(?:\d{1,3}\.|\(?[a-z]\))?\s?(?:(?:following|further to|on top of) (?:the|an?|our|its|my)"
    r"|after (?:an? )?(?:[a-z]+ )?(?:period|decade|spell|run|stretch|years) of) [^,;.\d]*",
    re.IGNORECASE | re.DOTALL,
)
"""How a sentence opens that goes on from what was done at a time: following the rise of the ceiling in|2015, …"""
_SET_AGAINST = re.compile(r"\W*(?:\d{1,3}\.\s?)?[Aa]s against\s(?:[^,;]|,\d)*")
"""How a sentence opens with a value of another time: as against $12 million|this year, the outlay will be …"""
_AFTER_DOING = re.compile(r"\W*(?:\d{1,3}\.\s?)?(?:After|Since|Having)\s(?:first\s)?[a-z]+(?:ing|ed)\s[^,;.\d]*\sin\s", re.DOTALL)
"""How a sentence opens with what was done before its own fact: after opening its first shop in|2004, it opened …"""
_WHEN_WE = re.compile(r"\W*(?:\d{1,3}\.\s?)?When (?:I|we) (?:first |last )?(?:presented|delivered|introduced|tabled) [^,;.]*")
"""How a sentence opens with when a Budget was presented, which is not its own time: When I presented the FY2017 Budget|last year, …"""
_BUT_THEN = re.compile(r"\W*(?:\d{1,3}\.\s?)?(?:However|But|Yet|And|Moreover|Indeed|In fact|Still),?\s")
"""What only joins a sentence that opens with a time of its own: However,|last year's growth of 9% exceeded all expectations."""
_RESULT = re.compile(
    r"\W*(?:\d{1,3}\.\s?)?(?:As a result of|Due to|Owing to|Because of|Thanks to|Given|In view of|In (?:the )?light of) [^,;.\d]*",
    re.DOTALL,
)
"""How a sentence opens with its cause: as a result of heated trading|last year, dues will be higher."""
_THE = re.compile(r"(?:the|a|this|its|our)\s$", re.IGNORECASE)
"""A year that opens a name: the 2020 Island School Diploma."""
_NAME_BEFORE = re.compile(
    r"[\w,;“\"(’]\s?(?!(?:In|By|For|Since|During|Of|From|Until|To|Year|Years|Fiscal|Financial|End|Early|Late|Mid|On|At|Through"
    r"|Over|And|The"
    r"|Spring|Summer|Autumn|Fall|Winter|Half|Quarter|Calendar|Christmas|Easter|Chapter|Before|After|Around|About)\s)(?!"
    + MONTHS
    + r"\s)[A-Z][a-z]{2,}\s$"
)
"""A year that closes a name: Made in China 2025, Vision 2030."""
_REFERRED = re.compile(
    r"(?<!was)(?<!were)(?<!been)(?<!is)(?<!are)(?<!being)(?<![a-z]ly)(?<!(?i:\bwe))(?<!(?i:\bit))(?<!and)(?<!also)\s"
    r"(?:released|published|announced|adopted|promulgated|issued|enacted|unveiled|put\sforward|set\sout|passed|proposed|agreed|signed)"
    r"\s(?:in|on|at)\s(?:the\s|my\s|our\s)?(?:\d{1,2}\s)?$"
)
"""A year that tells which document or decision is meant, not when the fact is: the Blueprint released in 2017."""
_SET_UP = re.compile(
    r"(?<!was)(?<!were)(?<!been)(?<!is)(?<!are)(?<!being)(?<![a-z]ly)(?<!(?i:\bwe))(?<!(?i:\bit))(?<!and)(?<!also)\s"
    r"(?:set\sup|established|founded|launched|created|introduced|built|opened|formed|completed|started"
    r"|rolled\sout)\s(?:back\s)?in\s(?:early\s|late\s|mid-?)?$"
)
_PUT_IN = re.compile(
    r"(?<!was)(?<!were)(?<!been)(?<!be)(?<!is)(?<!are)(?<![a-z]ly)(?<!and)(?<!also)\s(?:implemented|introduced|launched|opened|completed|acquired|made|announced)\s"
    r"in\s(?:the\s)?$"
)
"""Before a half or a quarter that tells which thing is meant: offset by price increases implemented in|H2."""
_OVER_IT = re.compile(r"\W*(?:\d{1,3}\.\s?)?[Oo]ver\s$")
_HAS_BEEN = re.compile(r"\b(?:has|have|'ve|’ve)\s(?:now\s|also\s)?been\s(?![a-z]+ed\b)[^,;.]{0,60}$")
"""Before the years that something has gone on for: the port has been profitable|for 12 years."""
_GOES_ON_WITH_VERB = re.compile(r",?\s(?:has|have|had|is|are|was|were|will|can|would|now|[a-z]{3,}(?<!s)s)\s")
"""A year that tells which thing is meant: the Fund set up in 1994 has helped 3,000 people."""
_LEADING = re.compile(
    r"(?:^|[,;:]\s|\.\s|--\s?|\(|\band\s|\bwhile\s|\bbut\s)(?:(?:and|while|but|also|however)[,\s]+)?(?:in|by|for|during|at|as\sof"
    r"|as\sat|over|throughout|since|from|until|on)?\s?(?:the\s)?(?:(?:end|middle|beginning|course|whole)\sof\s)?(?:early\s|late\s"
    r"|mid-?)?(?:the\s)?$",
    re.IGNORECASE,
)
_OPENING = 60


def periods_in(
    text: str, default: Period | None, *, spoken_in: int | None = None, years: FinancialYear | None = None
) -> tuple[NamedPeriod, ...]:
    """Return every span of time that `text` names as its own, in order; see `reportsum.periods.periods_in`.

    `years` tells how those the text speaks of count their financial years; without it 2018-19 are two calendar years.

    >>> [named.period.label for named in periods_in("Sales rose from 7 in 2003 to 12 in FY2008", None)]
    ['2003', '2008']
    """
    if not _may_name_a_time(text):
        return ()
    text = _NOTE_MARK.sub(lambda mark: " " * len(mark[0]), text)
    text = _PARAGRAPH_NUMBER.sub(lambda mark: " " * len(mark[0]), text, count=1)
    return tuple(_named(text, default, spoken_in, years))


_YEARLY_FIRST = re.compile(
    r"(?<![a-z])(?:annual|yearly|full-year)\s(?:[a-z]+\s){0,2}?(?:growth|increase|decrease|decline|rise|fall|drop|rate|average)(?![a-z])(?:[^;.]|\.\d)*?(?P<joint>[,;]\s|\s(?:and|but|while)\s)",
    re.IGNORECASE,
)
"""A value of the whole year, told before that of a part of it: an annual growth of 3.5 per cent, but|the growth in the fourth quarter …"""
_YEARLY_THEN = re.compile(
    r"(?:[,;]\s(?:with|and|while|but|bringing|taking)|\s(?:and|but|while))\s(?:the\s|its\s|an?\s)?(?=(?:annual|full-year|yearly)\s)"
)
"""The same told behind the part: 6.4 per cent in the fourth quarter, with|the annual rate at 6.6."""


_NOTE_MARK = re.compile(r"(?<=%)\d{1,2}(?=(?:last|this|next|in|over|during|from|by)\s)")
"""The number of a note that sticks to the words behind it: by 5.3%3last year."""
_PARAGRAPH_NUMBER = re.compile(r"^\d{1,3}\.(?=[A-Za-z])")
"""The number of a paragraph that sticks to its first word: 59.Last year saw."""


def _named(text: str, default: Period | None, spoken_in: int | None, years: FinancialYear | None) -> Iterator[NamedPeriod]:
    end, last = 0, None
    times = [named for named in _TIME.finditer(text) if not (named["year"] and counts_things(text, named.start("year")))]
    for number, match in enumerate(times):
        left = text[max(0, match.start() - _OPENING) : match.start()]
        if match["whole"]:
            if last is not None and last.start.year == last.end.year:  # -8% in the fourth quarter, -2.5% for the whole year
                yield NamedPeriod(Span(_part_of(text, end, match.start(), _PARTS), match.end()), make_period(str(last.start.year)))
                end = match.end()
            continue
        if match["ago"] and default is not None and (ever := _SINCE_AGO.search(left)) is not None:
            # has risen by 11% since we began four years ago
            years_since = _years_back(default, spoken_in, _count(match["ago"]) if match["ago"].lower() != "a" else 1)
            if years_since is not None and match["agounit"].lower().startswith("year"):
                yield NamedPeriod(Span(max(end + 2 if end else 0, match.start() - len(left) + ever.start()), match.end()), years_since)
                end, last = match.end(), years_since
                continue
        if match["ahead"] and _MEANS_YEARS.match(text, match.end()) is not None:
            continue
        if match["part"] and _is_conceded(text, match.start(), times[:number]):
            continue
        since = has_gone_on(text, match.start(), match.end())
        if not since and (_is_compared(text, match, left, default, spoken_in) or _tells_which(text, match, left, default)):
            continue
        if match["nextquarter"]:  # 4 per cent in the third quarter and three in the fourth
            is_quarter = last is not None and "Q" in last.label
            period = _part(f"{match['nextquarter']} quarter", last.start.year) if last is not None and is_quarter else None
        else:
            period = _resolved(match, default, spoken_in, years)
        if since and period is not None:
            if default is not None and _is_to_come(default, spoken_in):
                continue  # what has been done is not promised
            period = until_now(period, default) or (period if period.start.year == spoken_in else None)
        if period is None:
            continue
        than = _THAN_THE.search(text, max(0, match.start() - _LONGEST_LEVEL), match.start()) if match["back"] or match["year"] else None
        if than is not None and _NUMBER_TOLD.search(than["level"]) is None:
            continue
        if than is not None and default is not None:  # far above the average of $4 million in the past five years
            at = than.start()
            if not end:
                yield NamedPeriod(Span(0, at), default)
            yield NamedPeriod(Span(max(at, end) + 2, match.end()), period)
            end = match.end()
            continue
        came_to = text.startswith(" to ", match.end())
        if came_to and number + 1 < len(times) and _PARTS.search(text, match.end(), times[number + 1].start()) is None:
            base = None  # from 3.9 in 2011 to 10.2 in 2018
        else:
            base = (_FROM_VALUE if came_to else _BASE_OF).search(text, 0, match.start()) if not end else None
        if default is not None and base is not None:
            # up from 2.4% in 2016: the time of the value compared from, and not of what is told
            after = default if came_to else _year_after(period, default)
            at = base.start() if came_to or not base["at"] else base.start("at")
            yield NamedPeriod(Span(0, at), after)
            yield NamedPeriod(Span(at + 2, match.end()), period)
            end, last = match.end(), after
            if came_to:  # up from 2.8% in the second quarter to the latest 3.4%
                yield NamedPeriod(Span(end + 2, end + 2), after)
                end += 2
            elif (goes_on := _PARTS.search(text, end)) is not None:  # up from 2.4% in 2016, and wages rose
                end = max(goes_on.end(), end + 2)
                yield NamedPeriod(Span(end, end), after)
            continue
        again = _BASE_OF.search(text, end, match.start()) if end and last is not None else None
        if default is not None and last is not None and again is not None and not again["at"] and last.start > period.start:
            # 1.97% in 2012, up from 1.4% in 2007, and 74% of it …: what follows is of the first time again
            yield NamedPeriod(Span(max(again.start(), end + 2), match.end()), period)
            end = match.end()
            if (goes_on := _PARTS.search(text, end)) is not None:
                end = max(goes_on.end(), end + 2)
                yield NamedPeriod(Span(end, end), last)
            continue
        last = period
        if match["year"] and years is not None and text[match.start() - 1 : match.start()] == "(" and text.startswith(":", match.end()):
            period = years.named(int(match["year"]))  # revenue of £812m (2024: £765m), in a report on a financial year
        if default is not None and text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 1] == ":":
            # (H1 2024: £44m): the time of a value compared from, and of nothing outside its bracket
            if not end:
                yield NamedPeriod(Span(0, 0), default)
            close = text.find(")", match.end())
            yield NamedPeriod(Span(match.start(), match.end()), period)
            end = match.end()
            if close > 0:
                yield NamedPeriod(Span(max(close + 1, end + 2), max(close + 1, end + 2)), default)
                end = close + 1
            continue
        leads = _LEADING.search(left) is not None and (not left or text[match.end() : match.end() + 1] in (",", " ", ""))
        parts = _TO_THIS if match["now"] else _FROM_THEN if match["ago"] else _PARTS
        start = match.start() if leads or not end else min(max(end + 2, _part_of(text, end, match.start(), parts)), match.start())
        if not leads and not end:
            start = _part_of(text, 0, match.start(), _FROM_THEN) if match["ago"] else 0
        if start > 2 and not end and match["ago"] and default is not None:
            yield NamedPeriod(Span(0, start - 2), default)  # 31 rangers, against 28 two years ago
        if match["part"] and not end and not leads and period.start.year == period.end.year:
            whole = make_period(str(period.start.year))
            if (yearly := _YEARLY_FIRST.search(text, 0, match.start())) is not None:
                start = yearly.end("joint")
                yield NamedPeriod(Span(0, yearly.start("joint")), whole)
            elif (yearly := _YEARLY_THEN.match(text, match.end())) is not None:
                yield NamedPeriod(Span(start, match.end()), period)
                end = yearly.end()
                yield NamedPeriod(Span(end, end), whole)
                continue
        yield NamedPeriod(Span(start, match.end()), period)
        end = match.end()
        then = _SINCE_THEN.match(text, end)
        if then is not None and (to_now := until_now(period, default)) is not None:  # first sold in 1998 and has since sold 2 million
            yield NamedPeriod(Span(then.end() - 1, then.end()), to_now)
            end = then.end()


_PROPOSED = re.compile(r"(?:proposed|announced|introduced|set\sout|put\sforward|made)\s$")
"""Before the Budgets that tell which measures are meant: the concessions proposed|in my previous two Budgets."""
_THAN_FORECAST = re.compile(
    r"\bthan\s(?:was\s|we\s|had\s|been\s|originally\s|previously\s)*(?:forecast(?:ed)?|projected|estimated|expected|planned|predicted|announced)\s"
    r"(?:in\s|at\s)?(?:the\s|early\s|late\s)?$",
    re.IGNORECASE,
)
"""Before the time of a forecast that is only compared with: lower than forecast in November."""
_VALUE_OF = (
    r"(?:the\s|an?\s|about\s|around\s|only\s|just\s|nearly\s|some\s|over\s|(?:less|more)\sthan\s)*[^\s\w]?(?:[A-Z]{2,3}\$?|\$)?\s?[\d.,]+(?:\s\d{3})*\s?"
    r"(?:%|per\scent|percent|[a-z]+)?(?:\s(?!to\s)[a-z]+){0,2}\s(?:in|for|at|during|recorded\sin|seen\sin)\s(?:the\s|early\s|late\s)?$"
)
_BASE_OF = re.compile(
    r"(?<![a-z])(?:(?:up|down|higher|lower|increased?|decreased?|rise|rose|risen|fell|fallen|decline|drop|improved|recovered|slowed)\sfrom|improvement\s(?:over|on|from)"
    r"|compared\s(?:with|to)|(?:as\s)?against|to\s(?:an?\s|about\s|some\s)*(?:[A-Z]{2,3})?[$£€]?\d[\d.,]*(?:%|\s[a-z]+){0,2}\s(?P<at>from)"
    r"|(?:more|less|higher|lower|faster|slower|fewer|better|larger)\sthan|surpassing|exceeding|beating)\s" + _VALUE_OF
)
"""Between a fact and the time of the value that it is compared from: up from 2.4% in|2016."""
_LEVEL = r"(?:peaks?|trough|bottom|lows?|highs?|level|rate|record)"
_FROM_VALUE = re.compile(rf"(?<![a-z])from\s(?:(?:its|their|the|an?)\s(?:[a-z-]+\s){{0,2}}{_LEVEL}\s(?:of|at)\s)?{_VALUE_OF}")
"""Before the time of a value that has come to another one: from 2.8% in|2016 to 3.4%."""
_THAN_THE = re.compile(
    r"(?<![a-z])(?:(?:higher|lower|more|less|faster|slower|better|worse|larger|smaller|greater|fewer|longer|shorter)\sthan"
    r"|exceed(?:s|ed|ing)?|above|below)\s(?:the|an?|our|its|their|that)\s"
    r"(?P<level>(?:(?!(?:and|but|because|as|when|while|who|which|has|have|is|are|we|they|it)\s)[^\s,;]+\s){1,12})$"
)
"""Before past years, or a year, the level of that time that a fact is compared with: lower than the average rate of 4.5% over |the past
decade; higher than the range of 30% to 36% that was targeted in |2003."""
_LONGEST_LEVEL = 120
_NUMBER_TOLD = re.compile(r"\d|per ?cent")
_MEANS_YEARS = re.compile(r",\s(?:between|from)\s(?:the\s)?(?:19|20)\d\d\s(?:and|to)\s")
"""Behind years that are told once more by their numbers: in the next decade, between 2021 and 2030."""


_SINCE_THEN = re.compile(r"(?!-)[^.;]{0,48}?\b(?:has|have)\s(?:ever\s)?since\s")
"""Behind the year in which something began that has gone on ever since."""
_FROM_THEN = re.compile(r"[,;]\s|\s(?:and|but|while|or|than|against|from|to|with|versus)\s")
"""Before the years that have passed since a value, or behind it, stands what it is compared with: against 28 two years ago."""
_MADE = re.compile(
    r"(?<!was)(?<!were)(?<!been)(?<!is)(?<!are)(?<!being)(?<![a-z]ly)(?<!(?i:\bwe))(?<!(?i:\bit))(?<!(?i:\bhe))(?<!they)(?<!and)(?<!also)"
    r"\s(?:(?:first|originally|newly|last|all)\s)?"
    r"(?:built|made|written|painted|published|printed|signed|founded|established|launched|created|introduced|formed|constructed|acquired"
    r"|purchased|bought|donated|issued|granted|erected|cast|carved|designed|drawn|dating|dated|discovered|excavated|enacted|passed|adopted"
    r"|damaged|destroyed|lost|sunk|wrecked|borrowed|taken out|drawn down|leased|born|manufactured|produced|composed|invented|patented"
    r"|commissioned|planted|set up|described|caught|taken|shot|opened|started|begun|completed)"
    r"(?:\sby\s(?:the\s|our\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,4})?"
    r"(?P<when>\s(?:back\s)?(?:in|between|from|by"
    r"|around|about|circa|before|after)?\s?(?:1[5-8]\d\d\s(?:and|to)\s)?(?:the\s)?(?:early\s|late\s|about\s)?)$"
)
"""Before a time, what was done to a thing then that tells which one is meant: a tractor built in|1902."""
_OPENS_MADE = re.compile(r"\W*(?:\d{1,3}\.\s?)?[A-Z][a-z]+(?:ed|uilt|ade|ritten|et up)\s(?:up\s)?(?:in\s)?$")
"""The same at the head of a sentence: Opened|five years ago, the hall …"""
_RELEASED = re.compile(
    r"\b(?:report|paper|study|plan|blueprint|statement|strategy|review|proposals?|recommendations?)\s"
    r"(?:released|published|issued|announced|unveiled|submitted|tabled|delivered)\s$",
    re.IGNORECASE,
)
"""Before last year, where it tells which document is meant: in its report released|last year."""
_WHICH_WAS = re.compile(r"\b(?:which|that|who)\s(?:was|were|had been)\s[^,;.]{0,40}$")
"""Before last year, where it only tells which thing is meant: the hall, which was opened to the public|last year."""
_FORESEEN = re.compile(
    r"(?:forecast(?:ed)?|projected|estimated|expected|planned|budgeted|predicted|announced|\bWhereas|\bWhile|\bAlthough|\bUnlike)\s$"
)
"""Before the years since something was foreseen, or since what a sentence only sets its own time against."""
_IN_YEAR = re.compile(rf",?\s\(?(?:in\s)?{_YEAR}(?!\d)")
"""Behind years ago that are told once more by the year: 10 years ago, in 2004."""
_THING_OF = re.compile(
    r"(?i:\b(?:the|this|that)\s)(?!(?i:end|start|beginning|middle|close|summer|spring|autumn|fall|winter|course|rest|remainder|half"
    r"|quarter|month|months|year|years|week|part|part|decade|days?|first|second|third|fourth|last|whole|budget|level|average|season|eve"
    r"|rate|total|peak|highs?|lows?)\s)[a-z]+\sof\s$"
)
"""Before a year by which a thing is called: the bridge of|1936."""
_VERB_BEFORE = re.compile(
    r"(?<![a-z])(?:was|were|is|are|has|have|had|will|can|includes?|holds?|contains?|came|gave|took|saw|sent|bought|got|made|held|built|paid|repaid|sold"
    r"|spent|lent|lost|won|met|cut|put|set|began|rose|fell|grew|drew|kept|left|led|ran|wrote|brought|caught|sought|found|chose|[a-z]{3,}ed)\s"
)


_BY_THE_RULES = re.compile(r"\W*(?:\d{1,3}\.\s?)?(?:Under|Pursuant to|According to|In accordance with|In line with|Based on)\s[^,;]*")
"""How a sentence opens with what it is done by, whose year is not its own: Under the rules enacted in|2008, we …"""


_DESPITE = re.compile(r"\b(?:despite|notwithstanding|in spite of|amid)\s[^,;.\d]*", re.IGNORECASE)


def _is_conceded(text: str, start: int, before: Sequence[re.Match[str]]) -> bool:
    """Return whether a part of a year stands in a concession behind what is told of the whole year: fell by 4% for the year as a whole
    despite a rise in the second half."""
    whole = next((time.end() for time in before if time["whole"]), None)
    if whole is None:
        return False
    conceded = _DESPITE.search(text, whole, start)
    return conceded is not None and conceded.end() == start


def _tells_which(text: str, match: re.Match[str], left: str, default: Period | None) -> bool:
    """Return whether a time before the report's own only tells which thing is meant, and not when the fact was."""
    if default is None or not (
        match["year"] or match["month"] or match["fromyear"] or match["ago"] or match["decade"] or match["relative"]
    ):
        return False
    if match["relative"]:
        then = match["relative"].lower().startswith("last")
        if then and _RELEASED.search(left) is not None:
            return True
        return then and (_WHICH_WAS.search(left) is not None or ((made := _MADE.search(left)) is not None and made.start() > 0))
    if match["decade"]:
        return _MADE.search(left) is not None
    if match["ago"]:
        opens = _OPENS_MADE.match(left) is not None and len(left) < _OPENING
        return opens or _FORESEEN.search(left) is not None or _IN_YEAR.match(text, match.end()) is not None
    named = int(match["year"] or match["monthyear"] or match["toyear"])
    if named >= default.start.year or text.startswith(" when ", match.end()):
        return False
    if _THING_OF.search(left):
        return match["year"] is not None
    if (made := _MADE.search(left)) is None and (made := _MADE.search(left + " ")) is None:
        return False
    thing = left[: made.start()]
    follows = text[match.end() : match.end() + 1]
    if thing.endswith(","):
        return follows == ","  # the Trust, founded in 1987, …
    before = text[: match.start() - len(left) + made.start()]
    return _VERB_BEFORE.search(before) is not None or _BY_THE_RULES.fullmatch(before) is not None


def _year_after(base: Period, default: Period) -> Period:
    """Return the time of what is compared with `base`: the calendar year behind it, where a report on a financial year names one, else
    the report's own."""
    following = base.start.year + 1
    calendar_year = (base.start.month, base.end.month) == (1, 12) and base.start.year == base.end.year
    if calendar_year and is_financial_year(default) and following == default.start.year:
        return make_period(str(following))
    return default


def _part_of(text: str, begin: int, end: int, parts: re.Pattern[str]) -> int:
    """Return where the last part of a sentence between two times begins: what stands in the part of the first is the first one's."""
    return max((found.end() for found in parts.finditer(text, begin, end)), default=begin)


_PARTS = re.compile(r"[,;]\s|\s(?:and|but|while)\s(?=[a-z])")
_TO_THIS = re.compile(r"[,;]\s|\s(?:and|but|while|which|that|to)\s")
"""Before the present stands what has come of the time before: at 22 per cent a year | to over eight million at present."""


_SPANS = (
    "fiscalfrom", "fyfrom", "fromyear", "frombegin", "back", "ahead", "forcount", "ended", "spanyear", "runs", "now", "decadeend",
    "firstplan",
)  # fmt: skip
"""The groups of times that nothing is compared with."""
_FORESEES = re.compile(r"['’]s\s(?:[a-z]+\s)?(?:forecast|outlook|prospects)\b")
"""Behind the time that what is feared is feared for: downside risks to this year|'s forecast."""


def _is_compared(text: str, match: re.Match[str], left: str, default: Period | None, now: int | None) -> bool:
    """Return whether a time is only compared with, or part of a name."""
    if _NAME_AFTER.match(text, match.end()) or _SAME_PERIOD.search(left):
        return not (match["relative"] and _FORESEES.match(text, match.end()) and default is not None and _is_to_come(default, now))
    if match["plan"] and not match[0].endswith("period") and (_DURING.search(left) is None or _SET_OUT_IN.search(left)):
        return True  # the Plan itself
    if match["overcount"] and _RISEN.search(left):
        return True  # an increase of 70 per cent over ten years
    if match["year"] and (_PRICES.match(text, match.end()) or _EDITION.search(left) or _OF_AN_EVENT.search(left)):
        return True
    if (_FOLLOWING.fullmatch(text, 0, match.start()) and not match["ahead"]) or _WHEN_WE.fullmatch(text, 0, match.start()):
        return True
    if match["year"] and text.startswith(",", match.end()) and _AFTER_DOING.fullmatch(text, 0, match.start()):
        return True
    if match["relative"] and text.startswith(",", match.end()):
        opening = _RESULT.fullmatch(text, 0, match.start()) or _SET_AGAINST.fullmatch(text, 0, match.start())
        if opening is not None:
            return True
    if match["part"] and "," in text[match.end() :] and _RESULT.fullmatch(text, 0, match.start()):
        return True  # given brisk trading in the fourth quarter, duties are higher
    if match["year"] and _THE.search(left) and _EVENT.match(text, match.end()):
        return True
    if (match["year"] and _NAME_BEFORE.search(left)) or _REFERRED.search(left):
        return True
    if (match["year"] or match["month"]) and _SET_UP.search(left) and _GOES_ON_WITH_VERB.match(text, match.end()):
        return True
    if match["budgets"] and _PROPOSED.search(left):
        return True
    if match["part"] and not match["partyear"] and _PUT_IN.search(left) is not None:
        return True
    if _THAN_FORECAST.search(left) or _EXPIRES.search(left):
        return True
    possessive = match["relative"] and "last" in match["relative"].lower() and text.startswith(("'s ", "’s "), match.end())
    if possessive and left.strip() and _BUT_THEN.fullmatch(text, 0, match.start()) is None:
        return True  # to consider last year's price changes
    if match["relative"] and left.strip() and _BEFORE.search(match["relative"]):
        return True
    if match["back"] and _THAN_THAT.search(left):
        return True
    if _SINCE.search(left) or _FROM_LEVEL.search(left) or (text.startswith((" to ", ", to "), match.end()) and _FROM_GROWTH.search(left)):
        return True
    named_on = next((name for name in ("month", "dmonth", "relmonth", "relmonth2", "baremonth") if match[name]), None)
    spans = any(match[name] for name in _SPANS)
    if match["relative"] and match["relative"].lower().startswith("the past"):
        return False  # over the past year is during it
    if (
        match["relative"]
        and _OVER_IT.search(left) is not None
        and (_OVER_IT.match(left) is not None or text.startswith(" alone", match.end()))
    ):
        return False  # over the last year alone, 8,000 boats were mended
    if spans or _BEGINS.search(left) or _ONWARDS.match(text, match.end()):
        return False
    if match["year"] and now is not None and int(match["year"]) > now and not left.lower().endswith("beyond "):
        return False  # what is still to come is nothing to compare with: in phases from 2031
    if named_on is not None:
        return _THAN.search(left) is not None  # on 3 July, from 1 March: when, not from what
    return _COMPARED.search(left) is not None and not re.search(r"(?:from|over)\s\d[^.;]*$", left[-6:])


def _resolved(match: re.Match[str], default: Period | None, spoken_in: int | None, years: FinancialYear | None) -> Period | None:
    now = spoken_in if spoken_in is not None else default.end.year if default is not None else None
    if match["ended"]:
        return _ended(match)
    if match["spanyear"]:
        return _years(int(match["spanyear"]) - _count(match["spancount"]) + 1, int(match["spanyear"]))
    if match["runs"]:
        return _running(match, years)
    if match["mid"]:
        return months(int(match["mid"]), 6, 6)
    if match["now"]:
        return _at_present(match["now"], default, spoken_in, opens=not match.string[: match.start()].strip())
    if match["ago"]:
        count = 1 if match["ago"].lower() == "a" else _count(match["ago"])
        return _years_ago(default, count * (10 if match["agounit"].lower().startswith("decade") else 1))
    if match["decade"]:
        return _years(int(match["decade"]), int(match["decade"]) + 9)
    if match["decadeend"]:
        return _year(now - now % 10 + 9, None) if now is not None else None
    if match["relmonth"] or match["relmonth2"]:
        here = _relative((match["monthrel"] or match["monthrel2"]).lower() + " year", now, default)
        last = month_number(match["relmonth"] or match["relmonth2"])
        first = month_number(match["andmonth"]) if match["andmonth"] else last
        return months(here, min(first, last), last) if here is not None else None
    if match["firstmonth"]:
        return _between_months(match, default, now)
    if match["baremonth"]:
        return _month_here(month_number(match["baremonth"]), default, now)
    if match["fiscalfrom"]:
        begins, last = (years.begins if years else 1), int(match["fiscalto"])
        last_year = financial_year(last, begins) if years else make_period(f"{last}/{last + 1}")
        return _from_to(financial_year(int(match["fiscalfrom"]), begins), last_year)
    if match["tomonth"]:
        last = month_number(match["tomonth"])
        return (
            make_period(f"{match['frombegin']}-01/{match['tomonthyear']}-{last:02}") if match["frombegin"] < match["tomonthyear"] else None
        )
    if match["fyfrom"]:
        named = [years.named(int(match[name])) if years else make_period(match[name]) for name in ("fyfrom", "fyto")]
        return _from_to(*named)
    if match["fromyear"]:
        return _years(int(match["fromyear"]), int(match["toyear"]))
    if match["fiscal"]:
        first = int(match["fiscal"])
        last = first - first % 100 + int(match["fiscal2"])
        last += 100 if last < first else 0
        if years is not None and last == first + 1:
            return financial_year(first, years.begins)
        return _years(first, last) if last - first <= _LONGEST_SPAN else None
    if match["fy"]:
        year = int(match["fy"])
        year = year if year > 99 else 2000 + year
        return years.named(year) if years is not None else _year(year, default)
    if match["ya"]:
        return _year(int(match["ya"]), None)
    if match["part"]:
        year_words, relative = match["partyear"], match["partrel"]
        of_the_year = relative and relative.lower() == "the year" and default is not None and is_financial_year(default)
        relative = None if of_the_year else relative
        part_year = (
            int(year_words) if year_words else _relative(relative, now, default) if relative else _year_here(match["part"], default, now)
        )
        return _part(match["part"], part_year)
    if match["halfyear"]:
        return _part(match["half"], int(match["halfyear"]))
    if match["yearend"]:
        last = month_number(match["endofmonth"]) if match["endofmonth"] else 12
        return months(int(match["yearend"]), last, last)
    if match["month"] or match["dmonth"]:
        return months(int(match["monthyear"] or match["dyear"]), *(2 * [month_number(match["month"] or match["dmonth"])]))
    if match["relative"]:
        if default is None and "current" in match["relative"].lower():
            return None  # which one it is, a report that looks back does not say
        if re.search(r"coming|ensuing", match["relative"].lower()) and default is not None and not has_years(default):
            return _coming(default, now)
        if spoken_in is None and default is not None and not has_years(default) and re.search(r"\spast\s", match["relative"]):
            return default  # in the past year, says a report on it
        if years is not None and years.is_this_year and default is not None and is_financial_year(default) and spoken_in is not None:
            return _of_financial_years(match["relative"], default, now)
        if spoken_in is None and default is not None and is_financial_year(default):
            shift = (_relative(match["relative"], default.end.year, None) or 0) - default.end.year
            return financial_year(default.start.year + shift, default.start.month)
        relative_year = _relative(match["relative"], now, default)
        if years is not None and relative_year is not None and re.search(r"financial|fiscal|FY", match["relative"], re.IGNORECASE):
            by_number = years.named(relative_year) if "FY" in match["relative"] else financial_year(relative_year, years.begins)
            return _financial(match["relative"], default, now) or by_number
        return _year(relative_year, default) if relative_year is not None else None
    if match["back"]:
        return _years_back(default, spoken_in, _count(match["backcount"]) if match["backcount"] else _decades(match["backdecades"]))
    if match["budgets"]:
        return (
            _years_back(default, now, _count(match["budgets"]))
            if default is None or not is_financial_year(default)
            else _from_to(financial_year(default.start.year - _count(match["budgets"]) + 1, default.start.month), default)
        )
    if match["ahead"]:
        return _ahead(default, now, _count(match["aheadcount"]) if match["aheadcount"] else _decades(match["aheaddecades"]))
    if match["intime"]:
        return _year(now + _count(match["intime"]), None) if now is not None else None
    if match["forcount"]:  # have been fighting the fever for three years
        gone_on = match["inarow"] or match["running"] or _HAS_BEEN.search(match.string, 0, match.start()) is not None
        to_come = default is None or _is_to_come(default, spoken_in)
        return None if to_come or not gone_on else _years_back(default, spoken_in, _count(match["forcount"]))
    if match["overcount"]:  # what is planned over five years is begun with the planned one
        return _ahead(default, now, _count(match["overcount"])) if default is not None and _is_to_come(default, now) else None
    if match["plan"]:
        return _five_years(match["plan"], 5)
    if match["firstplan"]:
        return _five_years(match["firstplan"], _count(match["firstyears"]))
    return _year(int(match["year"]), default)


def _five_years(plan: str, count: int) -> Period | None:
    """Return the first `count` years of a five-year plan, by its number: 11th, Eleventh."""
    number = _PLANS.get(plan.lower()) or int(plan.lower().removesuffix("th"))
    first = 1966 + 5 * (number - 3)
    return _years(first, first + count - 1) if number >= 3 and 1 <= count <= 5 else None


def _ended(match: re.Match[str]) -> Period | None:
    year, month = int(match["endyear"]), month_number(match["endmonth"] or match["endmonth2"] or match["endmonth3"])
    length = {"six": 6, "6": 6, "nine": 9, "9": 9, "three": 3, "3": 3}.get(match["ended"].split()[0].lower(), 12)
    length = 6 if match["ended"].lower().startswith("half") else 3 if match["ended"].lower() == "quarter" else length
    return ended(year, month, length)


def ended(year: int, month: int, length: int) -> Period:
    """Return the period of `length` months that ends with `month` of `year`."""
    first = month - length + 1
    if first >= 1:
        return months(year, first, month)
    return make_period(f"{year - 1}-{first + 12:02}/{year}-{month:02}")


def month_number(name: str) -> int:
    """Return the number of a month by its name or its first three letters."""
    return next(number for number, month in enumerate(_MONTHS_SHORT, 1) if month == name[:3].capitalize())


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBER[word.lower()]


def _running(match: re.Match[str], years: FinancialYear | None) -> Period | None:
    """Return the years that something runs for from a date: two years from 1 March 2013."""
    year, count = int(match["runyear"]), _count(match["runs"])
    begins = month_number(match["runmonth"]) if match["runmonth"] else years.begins if years is not None and match["runfiscal"] else 1
    if not (year >= FIRST_YEAR and year + count <= LAST_YEAR and 1 <= count <= _LONGEST_SPAN):
        return None
    if begins == 1:
        return _years(year, year + count - 1)
    return make_period(f"{year}-{begins:02}/{year + count}-{begins - 1:02}")


def _decades(words: str | None) -> int:
    return 10 * (_count(words.strip()) if words else 1)


def _coming(default: Period, now: int | None) -> Period | None:
    """Return the coming year: the one that a report plans, behind the one that it reviews."""
    if _is_to_come(default, now):
        return default
    if is_financial_year(default):
        return financial_year(default.start.year + 1, default.start.month)
    return _year(max(default.end.year + 1, now or 0), None)


def _financial(words: str, default: Period | None, now: int | None) -> Period | None:
    """Return this, the last or the next financial year: as budgets count, from the one they review, which has not ended when they speak."""
    if default is None or not is_financial_year(default):
        return None
    if _is_to_come(default, now) and words.lower().startswith("this"):
        return default  # what a budget will do this financial year it does in the year that it plans
    reviewed = default.start.year - (1 if _is_to_come(default, now) else 0)
    first = _relative(words, reviewed, None)
    return financial_year(first, default.start.month) if first is not None else None


def _of_financial_years(words: str, default: Period, now: int | None) -> Period | None:
    """Return this, the last or the next year where years are financial ones: this is the one that ends when a budget is told."""
    first = _relative(words, default.start.year - (1 if _is_to_come(default, now) else 0), None)
    return financial_year(first, default.start.month) if first is not None else None


def _is_to_come(default: Period, now: int | None) -> bool:
    """Return whether a report speaks of what it plans."""
    return now is not None and default.start.year >= now


_UNTIL_NOW = frozenset({"so far", "to date"})
"""What has been reached so far was reached over all the years that are reviewed."""
_OF_THE_SPEECH = frozenset({"at present", "currently"})
"""What is so at present is so when the report is given, after the year that it reviews."""


def _at_present(words: str, default: Period | None, now: int | None, *, opens: bool) -> Period | None:
    """Return what a report calls the present: the time it reviews, of several years the last; where a sentence `opens` with such words,
    the year in which it is given; None where it speaks of what is to come."""
    if default is None or _is_to_come(default, now):
        return None
    if words.lower() in _UNTIL_NOW:
        return default
    if opens and now is not None and words.lower() in _OF_THE_SPEECH and not is_financial_year(default) and default.end.year < now:
        return make_period(str(now))
    return make_period(str(default.end.year)) if has_years(default) and not is_financial_year(default) else default


def _month_here(month: int, default: Period | None, now: int | None) -> Period | None:
    """Return a month without a year: that of the reviewed period; of what is to come that of the year in which the report speaks."""
    if default is None or _is_to_come(default, now):
        return months(now, month, month) if now is not None else None
    if is_financial_year(default):
        return months(default.start.year if month >= default.start.month else default.end.year, month, month)
    return months(default.end.year, month, month)


def _between_months(match: re.Match[str], default: Period | None, now: int | None) -> Period | None:
    """Return the time from one month to another: from March 17 to May 7."""
    first, last = month_number(match["firstmonth"]), month_number(match["lastmonth"])
    if match["monthsyear"]:
        year = int(match["monthsyear"])
        return months(year, first, last) if first <= last else make_period(f"{year - 1}-{first:02}/{year}-{last:02}")
    begins, ends = _month_here(first, default, now), _month_here(last, default, now)
    if begins is None or ends is None or begins.start >= ends.end:
        return begins
    return begins if begins == ends else make_period(f"{begins.start:%Y-%m}/{ends.end:%Y-%m}")


def _year(year: int, default: Period | None) -> Period | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if default is not None and default.start.year == year == default.end.year:
        return default
    return make_period(str(year))


def _years(first: int, last: int) -> Period | None:
    if not FIRST_YEAR <= first <= last <= LAST_YEAR:
        return None
    return make_period(f"{first}/{last}" if first != last else str(first))


def _relative(words: str, now: int | None, default: Period | None) -> int | None:
    words = words.lower()
    if now is None:
        return None
    if words == "the year":
        return default.end.year if default is not None else now
    if re.search(r"last|previous|preceding|prior|past|before|just", words):
        return now - 1
    return now + 1 if re.search(r"next|coming|ensuing", words) else now


def _from_to(first: Period, last: Period) -> Period | None:
    if first.start > last.start or last.end.year > LAST_YEAR or last.end.year - first.start.year > _LONGEST_SPAN:
        return None
    if (first.start.month, last.end.month) == (1, 12):
        return make_period(f"{first.start.year}/{last.end.year}")
    return make_period(f"{first.start:%Y-%m}/{last.end:%Y-%m}")


_LONGEST_SPAN = 30


def _year_here(part: str, default: Period | None, now: int | None) -> int | None:
    """Return the year of a half or quarter without one: that in which it lies within `default`, which may be a financial year."""
    if default is None:
        return now
    if is_financial_year(default):
        here = _part(part, default.start.year)
        return default.start.year if here is not None and here.end >= default.start else default.end.year
    return default.end.year


def _part(words: str, year: int | None) -> Period | None:
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    words = words.lower().removeprefix("the ")
    if words[0] in "hq" and words[1:].isdigit():
        number, size = int(words[1:]), 6 if words[0] == "h" else 3
    elif "quarters" in words:
        return months(year, 1, 3 * _count(words.split()[1]))
    elif "months" in words:
        return months(year, 1, _count(words.split()[1]))
    else:
        number, size = _ORDINAL[words.split()[0]], 6 if words.endswith("half") else 3
        number = min(number, 2) if size == 6 else number
    return months(year, size * (number - 1) + 1, size * number) if number * size <= 12 else None


_DAYS_OF_TWO_MONTHS = 59


def _years_back(default: Period | None, now: int | None, count: int) -> Period | None:
    """Return the years that end with `default`, or with the year before where that is the one in which the report speaks."""
    if default is None or has_years(default):
        return default
    last = default.start.year if is_financial_year(default) else default.end.year
    if now is not None and default.start.year >= now:
        last = now - 1
    elif now is None and (default.end - default.start).days < _DAYS_OF_TWO_MONTHS:
        last -= 1  # what is dated by a month stands within a year that is not over
    return _years(last - count + 1, last)


def _years_ago(default: Period | None, count: int) -> Period | None:
    """Return the year so many before the one that a report reviews."""
    if default is None or has_years(default):
        return None
    if is_financial_year(default):
        return financial_year(default.start.year - count, default.start.month)
    return _years(default.end.year - count, default.end.year - count)


def _ahead(default: Period | None, now: int | None, count: int) -> Period | None:
    first = now if now is not None else default.start.year if default is not None else None
    return _years(first, first + count - 1) if first is not None else None


# --- deadlines ------------------------------------------------------------------------------------------------------------------

_DUE = re.compile(
    r"(?<![a-z])(?<!upon )(?<!after )(?<!following )(?P<by>by|before|until|till|no\slater\sthan|not\slater\sthan|complet(?:ed"
    r"|ion)\sin|to(?=\s(?:(?:the\s)?end[-\s]|\d{1,2}\s[A-Z]|[A-Z][a-z]+\s(?:\d{1,2},\s)?(?:19|20)\d\d))"
    r"|(?-i:(?:complet|open|operat|deliver|launch|finish|introduc|implement|start|begin|commenc|roll|publish|submit|releas|effect|force)\w*"
    r"\s(?:[a-z]+\s){0,3}(?:in|from|on)))\s(?:around\s|about\s|at\sthe\slatest\s)?(?:the\s)?"
    r"(?P<edge>(?:end|close|middle|beginning|early|late|mid)(?:[-\s]of)?[-\s]?(?:the\s)?)?(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s)?",
    re.IGNORECASE,
)
"""Before a time, what wants something done until then."""
_HYPHENED = re.compile(r"(?<![a-z])(end|mid|early|late)-(?=[\dA-Z])")
_EXTENDED = re.compile(r"(?<![a-z])(?:extend|prolong|postpon|defer|continu)", re.IGNORECASE)
"""Before a date with "to" that is a new end."""
_CERTAIN = re.compile(r"by|before|un?till?|no|to|complet(?:ed|ion)\sin", re.IGNORECASE)
_YEAR_END = re.compile(
    r"(?:year[-\s]end|(?:the\s)?end\sof\sthe\syear"
    r"|(?<!half\sof\s)(?<!quarter\sof\s)(?<!start\sof\s)(?<!beginning\sof\s)(?<!part\sof\s)(?<=of\s)the\syear(?=[\s.,;]|$)"
    r"|within\s(?:the|this)\syear)(?![\w-])",
    re.IGNORECASE,
)
_MONTH_AFTER = re.compile(rf"(?P<month>(?-i:{MONTHS}))(?![a-z])(?:\s(?P<day>\d{{1,2}})(?!\d))?(?:,?\s(?P<year>{_YEAR}))?", re.IGNORECASE)


def find_deadline(text: str, plan_period: Period | None, years: FinancialYear | None = None) -> str | None:
    """Return the date ("2022-06-30") or month ("2022-06") by which the words want something done; None when they set none.

    >>> find_deadline("We will complete the line by the end of June 2026.", None)
    '2026-06'
    """
    text = _HYPHENED.sub(r"\1 ", text) if "-" in text else text
    for due in _DUE.finditer(text):
        if due["by"].lower() == "to" and _EXTENDED.search(text, 0, due.start()) is None:
            continue
        if (found := _due_at(text, due, plan_period, years)) is not None:
            return found
    return f"{plan_period.start.year}-12" if plan_period is not None and "year" in text.lower() and _YEAR_END.search(text) else None


def _due_at(text: str, due: re.Match[str], plan_period: Period | None, years: FinancialYear | None) -> str | None:
    """Return the deadline that stands behind the words of `due`: the end of the time named there, and of a month its day."""
    now = plan_period.start.year if plan_period is not None else None
    month = _MONTH_AFTER.match(text, due.end())
    if month is not None and not _THAT_YEAR.match(text, month.end()):
        year = int(month["year"]) if month["year"] else now
        if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
            return None
        day = due["day"] or month["day"]
        number = month_number(month["month"])
        if day and 1 <= int(day) <= calendar.monthrange(year, number)[1]:
            return f"{year}-{number:02}-{int(day):02}"
        return f"{year}-{number:02}"
    part = _PART_OF_THIS_YEAR.match(text, due.end()) if month is None else None
    if part is not None and now is not None:
        first = _part(part["part"], now + (1 if part["year"] == "next" else 0))
        return f"{first.end.year}-{first.end.month:02}" if first is not None else None
    if not _CERTAIN.match(due["by"]) and month is None:
        return None
    if text.startswith("decade", due.end()) and now is not None:
        return f"{now - now % 10 + 9}-12"
    time = _TIME.match(text, due.end())
    if time is None or time["now"] or time["back"]:
        return None
    named = _resolved(time, plan_period, now, years if time["fy"] else None)
    if named is None:
        return None
    if time["fiscal"] and named.end.year == named.start.year + 1:
        return f"{named.end.year}-{plan_period.end.month if plan_period is not None and is_financial_year(plan_period) else 3:02}"
    if month is None and due["edge"] and not due["edge"].lower().startswith(("end", "close", "late")):
        return f"{named.end.year}-06"
    end = named.end.month if not is_financial_year(named) or plan_period is None or time["fy"] else 12
    return f"{named.end.year if end != _DECEMBER or not is_financial_year(named) else named.start.year}-{end:02}"


_PART_OF_THIS_YEAR = re.compile(
    r"(?P<part>(?:first|second|third|fourth|last)\s(?:half|quarter))\s(?:of\s)?(?P<year>this|next)\syear", re.IGNORECASE
)
_THAT_YEAR = re.compile(r"\s(?:of\s)?(?:this|last|next)\s(?:financial\s)?year", re.IGNORECASE)
_DECEMBER = 12


# --- dates ----------------------------------------------------------------------------------------------------------------------

_DATE = re.compile(
    rf"(?P<m>{MONTHS})\s(?P<d>\d{{1,2}}),?\s(?P<y>{_YEAR})|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<m2>{MONTHS}),?\s(?P<y2>{_YEAR})",
    re.IGNORECASE,
)
_KEYED_DATE = re.compile(
    r"^[*_# ]*(?:[Dd]ate|[Pp]ublished|[Dd]elivered)(?: on)?[*_]*:[*_]*\s+[\"']?"
    r"(?P<date>(?:19|20)\d\d-\d\d-\d\d)(?!\d)",
    re.MULTILINE,
)
"""A date that a key says, in Markdown or not: **Date:** 1999-02-26."""
_NO_PUBLICATION = re.compile(
    r"(?:[-–—]|ended|ending|year|as at|at|as of|from|to|until|since|between|and|effect from|by|before|with effect|period)\s(?:on\s)?$",
    re.IGNORECASE,
)


_RANGE_BEHIND = re.compile(r":|\s?(?:-|–|—|to|through)\s?(?:[A-Z]|\d)")


def find_date(text: str) -> dt.date | None:
    """Return the first full date of a text that ends no period; None when there is none."""
    keyed = _KEYED_DATE.search(text)
    if keyed is not None:
        try:
            return dt.date.fromisoformat(keyed["date"])
        except ValueError:
            pass  # 1999-02-31 is no day
    for match in _DATE.finditer(text):
        if _NO_PUBLICATION.search(text[max(0, match.start() - 20) : match.start()]) or _RANGE_BEHIND.match(text, match.end()):
            continue
        year, month, day = int(match["y"] or match["y2"]), month_number(match["m"] or match["m2"]), int(match["d"] or match["d2"])
        if FIRST_YEAR <= year <= LAST_YEAR and 1 <= day <= calendar.monthrange(year, month)[1]:
            return dt.date(year, month, day)
    return None
