"""An amount that is a figure → the figure as it is told: bound, sign, role, base, unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from reportsum import lazy_re as re

from ...figures.figure import FoundFigure
from ...models import Bound, FigureBase, Role
from .bounds import bound_after, bound_before
from .changes import change_before, change_behind
from .quantities import Quantity
from .recognising import role_of_key
from .units import Place, Unit, settled

Way = Literal["", "rank", "fraction", "multiple", "from", "to"]


class Read(NamedTuple):
    """An amount, the words before it in its sentence, and how it was told where its place says so."""

    quantity: Quantity
    left: str
    way: Way


_CAME = (
    r"(?:up|down|improve[ds]?|improvement|rising|falling|increase[ds]?|decrease[ds]?|rose|rise|risen|fell|fall|fallen|drop|dropped"
    r"|decline[ds]?|jump|jumped|rebound|rebounded|narrowed|widened|reduced)"
)
_BY_HOW_MUCH = r"(?:[^.;\d]{0,20}\s)?"
_FROM_ONLY = re.compile(
    rf"(?<![a-z])(?:{_CAME}\s{_BY_HOW_MUCH}from|improvement\s{_BY_HOW_MUCH}(?:over|on))\s"
    r"(?:(?:the|a|an|level|of|about|around|over|just|nearly|under|less|more|than|some|previous|estimated)\s){0,4}$",
    re.IGNORECASE,
)
_TO_FROM = re.compile(r"\sto\s(?:an?\s|about\s|some\s)*[^\s\d]{0,4}\d[\d.,]*(?:%|\s[a-z]+){0,2}\sfrom\s(?:the\s|about\s|an?\s)?$")
"""Rose to 3.2 billion, from|2.9 billion."""
_FROM_TODAYS = re.compile(
    r"(?<![a-z])from\s(?:the\s|an?\s|its\s|their\s)?(?:existing|current|present|previous|original|initial)\s(?:(?:level|rate|cap|maximum|total|limit|figure)\s)?"
    r"(?:of\s)?(?:about\s|around\s|over\s)?$",
    re.IGNORECASE,
)
"""1,000 firms, from the existing 500."""
_INSTEAD_OF = re.compile(
    r"(?<![a-z])(?:instead of|rather than|in place of)\s(?:the\s)?(?P<now>(?:current|existing|present|previous)\s)?$", re.IGNORECASE
)
_NOW_BEHIND = re.compile(r"\s(?:currently|at present|now|today|previously|before|as at present)\b", re.IGNORECASE)
_OUT_OF_PLANNED = re.compile(
    r"\bout of (?:the |its |our |a )?(?:total |originally )?(?:proposed|planned|targeted|scheduled|committed|promised)(?: total of)?\s$",
    re.IGNORECASE,
)
"""Launched 21 out of the proposed|23 maps."""
_FROM_LEVEL = re.compile(
    r"(?<![a-z])(?<!start )(?<!starts )(?<!starting )(?<!beginning )(?<!begins )(?<!ranging )(?<!ranges )"
    r"from\s(?:(?:its|their|the|a)\s(?:[a-z-]+\s){0,3}(?:low|high|peak|trough|level|rate|total|record)\s(?:of|at)\s|(?:the|its|their)\s(?:[a-z-]+\s){1,3})?"
    r"(?:(?:the|a|an|about|over|around|just|nearly|some)\s)*$",
    re.IGNORECASE,
)
_TO_LEVEL = re.compile(
    r"[^.;\n]{0,70}?\sto\s(?:(?:about|over|around|just|nearly|some|almost|more than|less than|an?|the|latest|current|present|estimated"
    r"|projected|expected|forecast)\s)*$"
)
"""From its low of 3.2 per cent in the summer to the latest 3.4."""
_COMPARED = re.compile(
    r"(?<![a-z])(?:compare[ds]\s(?:with|to)|versus|vs\.?|against|as against|relative to)\s(?:(?:just|only|about"
    r"|around|over|an?|the|level|rate|total|figure|of|some|average|our|original|initial|previous"
    r"|last\syear's)\s){0,5}$",
    re.IGNORECASE,
)
AS_AGAINST = re.compile(r"(?:^|,\s|\n)\W*[Aa]s against\s(?:the\s|about\s|only\s)?$")
"""How a value opens that the one behind it is set against: as against|Rs.12 crore this year, it will be Rs.18 crore."""
_NUMBER = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|half|third)\b", re.IGNORECASE)
_INSURED = re.compile(
    r"\b(?:insur|protect|vaccinat|immuni[sz]|guard|cover|fight|act|campaign|combat|defend)[a-z]*\sagainst\s(?:(?:about|around|over|some)\s)?$",
    re.IGNORECASE,
)
"""What a deed is against, which compares nothing: insured against|12 risks."""
_BRACKETED = re.compile(
    r"\((?:(?:in\s)?(?:FY|H[12]|Q[1-4])?\s?(?:19|20)\d\d(?:[-/]\d\d)?(?:\s(?:H[12]|Q[1-4]))?|\d{1,2}\s[A-Z][a-z]+\s(?:19|20)\d\d|last year"
    r"|prior year|previous year|prior period|the year before|previously)\s?[:,]?\s$",
    re.IGNORECASE,
)
_EARLIER_BEHIND = re.compile(
    r"\s(?:a year earlier|a year ago|one year earlier|the year before"
    r"|(?:in|for|at) (?:the )?(?:previous|prior|preceding|same) (?:year|period|quarter|half))(?![a-z])",
    re.IGNORECASE,
)
_DATED_BEHIND = re.compile(r"\s(?:as\s)?(?:at|in|for)\s[^()]{0,24}(?:(?:19|20)\d\d(?:[-/]\d\d)?|last year)\)", re.IGNORECASE)
"""Behind a value in brackets: (£58.0m at 31 March 2024)."""
_GOAL = re.compile(
    r"(?<![a-z])(?:targets?|goals?|forecasts?|budgets?|plans?|projections?|guidance|ceiling|threshold|quota|budgeted"
    r"|planned)\s(?:(?:of|for|at)\s)?(?:[a-z]+\s){0,3}$",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"(?<![a-z])(?:compare[ds]|beyond|against|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|above|below|beat|than|versus|vs"
    r"|missed|short of|under|over|met|meeting|ahead of|behind|within|close to|in line with|near|nearing)(?![a-z])(?:[^.;]|\.\d){0,40}$",
    re.IGNORECASE,
)
_GOAL_BEHIND = re.compile(
    r"(?:,?\sor\s[\d.]+(?:%|\sper\scent|\spercent)\sof\sGDP|\sof\sGDP)?,?\s(?:that\s|which\s)?(?:we|I|the\s[A-Z]?[a-z]+)\s(?:had\s|have\s)?(?:originally\s|previously\s|initially\s|first\s)?"
    r"(?:budgeted|planned|projected|forecast|estimated|expected)(?![a-z])"
    r"|(?:\s(?!that\b|which\b)[a-z]+){0,4}\s(?:that|which)\s(?:was|were|is|had\sbeen)\s(?:originally\s|previously\s|initially\s|first\s)?"
    r"(?:targeted|budgeted|planned|projected|forecast(?:ed)?|expected|estimated|anticipated)(?![a-z])"
    r"|\s(?:originally|previously|initially)\s(?:targeted|budgeted|planned|projected|forecast|expected|estimated)(?![a-z])"
    r"|\s(?:[a-z-]+\s)?(?:target|goal|forecast|threshold|ceiling|requirement|benchmark)(?![a-z])",
    re.IGNORECASE,
)
_TO_BETWEEN = re.compile(r"(?:\s[a-z]+){0,4},?\sto\s(?:between\s)?(?:an?\s|about\s)?[-−–]?[\d$£€]")
"""Behind a range that another one takes the place of: from between 1% and 2%|to between 0% and 1%."""
_BY_WHICH = re.compile(
    r"(?<![a-z])(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|beat(?:ing)?|missed|fell short of|overshot)\s[^.;,\d]{0,50}\sby\s[a-z ]{0,8}$"
)
"""Before how far something is from its goal, which is no goal: revenue exceeded our projection by|$1.2 billion."""
_HAD_FORESEEN = re.compile(
    r"(?<![a-z])had\s(?:originally\s|previously\s|initially\s|first\s|earlier\s)?"
    r"(?:forecast(?:ed)?|projected|expected|budgeted|estimated|anticipated|predicted)\s(?!that\s)[^.;,\d]{0,40}$",
    re.IGNORECASE,
)
"""Before what was foreseen, by which the outcome is measured: the Government had forecast a fall of|2% to 5%."""
_YEARLY = re.compile(
    r"(?<![a-z])(?:average\s(?:annual|yearly)|(?:annual|yearly)\saverage|annually\son\saverage"
    r"|compound(?:ed)?\sannual|cagr|average\sof|averaging|averaged)[^.;\d]{0,50}$",
    re.IGNORECASE,
)
_YEARLY_ALWAYS = re.compile(r"annual|yearly|annually|cagr", re.IGNORECASE)
_YEARLY_BEHIND = re.compile(
    r"\s(?:(?:a|per|every|each)\syear|annually|per\sannum|yearly)\son\saverage|\son\saverage\s(?:(?:a|per|every"
    r"|each)\syear|annually)|\s(?:average\sannual|annual\saverage|cagr)(?![a-z])",
    re.IGNORECASE,
)
_ON_AVERAGE = re.compile(r"(?<![a-z])on average[^.;\d]{0,60}$", re.IGNORECASE)
_YEARLY_NEAR = re.compile(r"[^.;,\d]{0,40}?\s(?:(?:a|per|every|each)\syear|annually|per\sannum)(?![a-z])", re.IGNORECASE)
"""On average, we will build|12 piers a year."""
_RATE_AVERAGED = re.compile(
    r"\b(?:annual|yearly)\s(?:[a-z]+\s){0,2}(?:growth|increase|rate)[^.;,\d]{0,50}\s"
    r"(?:averaged|averages|will average|averaging)\s(?:about\s|around\s)?$",
    re.IGNORECASE,
)
"""The annual growth rate averaged|2.6 per cent."""
_AVERAGE_RATE = re.compile(
    r"\baverage\s(?:[a-z]+\s){0,2}(?:growth|increase|expansion)(?:\srate)?\s(?:of|at|was|is)\s(?:about\s|around\s|only\s)?$", re.IGNORECASE
)
_OVER_YEARS = re.compile(
    r"\s(?:a\syear\s)?(?:over|during|in|for|from)\s(?:the\s)?(?:decade|period|(?:past|last|next|coming|preceding|previous)\s(?:[a-z]+\s)?(?:years|decades?)"
    r"|(?:19|20)\d\d(?:\s(?:to|and)|[-–]))",
    re.IGNORECASE,
)
"""The average trend growth rate of|2.9 per cent over the decade from 2007 to 2016."""
_YEARLY_TOO = re.compile(
    r",?\s(?:and|while|whereas)\s[^.;\d]{5,90}?\s(?:rose|grew|increased|went up|fell|declined|dropped|decreased|expanded"
    r"|advanced)\s(?:by\s)?$",
    re.IGNORECASE,
)
"""Between two of a pair: rose by an annual average of 8%, and rural incomes rose by |9%."""
_A_YEAR = re.compile(r"\s(?:(?:a|per|every|each)\syear|annually|per\sannum)(?![a-z])", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(?:,|,? and| while)?(?: (?!was|were|is|are|reach|account|stood|total|made|to\b|at\b|of\b"
    r"|with\b)[\w'’-]+){0,8}(?: by)? (?:another |a further )?$",
    re.IGNORECASE,
)
_MOST_BEHIND = 60
_AFTER_A_CHANGE = re.compile(
    r",?\s(?:after|following)\s(?:an?\s)?(?:[a-z]+\s)?(?:(?:contract|shrink|declin|fall|dropp|grow|expand|ris|increas|decreas)ing|contraction|decline|fall|rise|growth|increase)\s"
    r"(?:by\s|of\s)?(?:about\s|only\s|just\s|an?\s)?$"
)
_TIME_BEHIND = re.compile(
    r"\s(?:last\syear|in\s(?:FY\s?)?(?:19|20)\d\d|(?:in\s)?the\s(?:year\sbefore|(?:previous|preceding)\s[a-z]+))(?![a-z])"
)
"""A change of the year before that another one follows on: to grow by 15%, after contracting by|6%|last year."""
_BEYOND_PLANNED = re.compile(
    r"(?<![a-z])(?:beyond|above|below|than|against|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|short of|ahead of)\s(?:the|its|our|their)\s"
    r"(?:originally\s|initially\s)?(?:targeted|planned|expected|projected|budgeted|anticipated|forecast)\s$"
)
"""Before what was aimed at or foreseen: more shops than the targeted|25 to 30."""
_POSITIONS = frozenset({"above", "below", "beyond", "under"})


class _Last(NamedTuple):
    end: int
    role: Role
    sign: int
    unit: str | None
    left: str
    yearly: bool


def settled_figures(text: str, reads: Sequence[Read], place: Place | None) -> tuple[FoundFigure, ...]:
    """Return the figures of a text in order; a bare sign is the currency of `place`."""
    figures: list[FoundFigure] = []
    last: _Last | None = None
    for index, read in enumerate(reads):
        if index and (unit := _unit_of_last(text, reads[index - 1].quantity, read.quantity)) is not None:
            read.quantity.unit = unit
        following = reads[index + 1].quantity.start if index + 1 < len(reads) else len(text)
        figure, sign = _settled(text, read, place, last, following)
        if figures and figure.bound == "exact" and text.startswith(_EACH, figure.end):
            figure = replace(figure, bound=_shared_bound(text, figures[-1], figure))
        figures.append(figure)
        left = last.left if last is not None and _goes_on_growing(text, read.quantity, last) else read.left
        last = _Last(figure.end, figure.role, sign, figure.unit_code, left, figure.yearly_average)
    return tuple(figures)


_EACH = (" respectively", ", respectively")


def _shared_bound(text: str, last: FoundFigure, figure: FoundFigure) -> Bound:
    """Return the bound of the first of two values that are told together: over $4 million and|$7 million respectively."""
    together = last.unit_code == figure.unit_code and text[last.end : figure.start] == " and " and last.bound != "range"
    return last.bound if together else figure.bound


def _unit_of_last(text: str, last: Quantity, quantity: Quantity) -> Unit | None:
    """Return the unit of an amount that only says by how much the one before it is more: 1.2 trillion yuan,|400 billion more than."""
    bare = quantity.unit is None and bool(quantity.scale) and last.unit is not None and last.unit.kind == "money"
    if not bare or text[last.end : quantity.start] not in (", ", " or ") or _MORE_THAN.match(text, quantity.end) is None:
        return None
    return last.unit


_MORE_THAN = re.compile(r"\s(?:more|less|higher|lower)\sthan\b")


def _settled(text: str, read: Read, place: Place | None, last: _Last | None, following: int) -> tuple[FoundFigure, int]:
    quantity, way = read.quantity, read.way
    unit = settled(quantity.unit, place) if quantity.unit is not None else None
    left = read.left
    bound, words = _bound(text, quantity, left)
    # "by more than", "an increase of over": the words of the bound are no part of what governs the number
    role, sign = _role(text, quantity, way, left[:words], last)
    negative = quantity.negative != (sign < 0) if not quantity.negative else True
    value, low, high = quantity.value, None, None
    if quantity.high is not None:
        low, high = (quantity.value, quantity.high) if not negative else (-quantity.high, -quantity.value)
        bound = "range"
    amount = None if low is not None else value * quantity.factor
    name = unit.name if unit else ""
    code = "1" if way in ("rank", "fraction") else unit.code if unit else None
    told = FoundFigure(
        start=quantity.start,
        end=quantity.end,
        text=text[quantity.start : quantity.end],
        value=None if low is not None else -value if negative else value,
        unit=_unit_as_written(text, quantity, name),
        amount=amount if amount is None or not negative else -amount,
        base_unit=name,
        low=low,
        high=high,
        bound=bound,
        role=role,
        base="earlier" if _is_of_another_year(text, quantity, left) else _base(text, quantity, way, left[:words], following, last),
        yearly_average=_is_yearly(text, quantity, left) or (role == "change" and _goes_on_yearly(text, quantity, unit, last)),
        unit_code=code,
    )
    return told, sign


def _unit_as_written(text: str, quantity: Quantity, name: str) -> str:
    """Return scale and unit: "million pounds", "%"; a penny keeps its word, since the amount is told in pounds."""
    if quantity.unit is not None and quantity.unit.factor != 1:
        return re.sub(r"^[^A-Za-z¢]*", "", text[quantity.start : quantity.end]).strip() or name
    return " ".join(filter(None, (quantity.scale, name)))


def _bound(text: str, quantity: Quantity, left: str) -> tuple[Bound, int]:
    """Return the bound, and where in `left` its words begin."""
    before, at = bound_before(left)
    after = bound_after(text, quantity.end)
    if before is not None and _is_of_another_year(text, quantity, left):
        return "exact", at
    if before == "above" and quantity.unit is not None and quantity.unit.kind == "duration" and left[at:].strip().lower() == "over":
        before = None  # over 30 days tells how long it took
    if after is not None:
        return after[0], at
    if left[at:].split(" ")[0].lower() in _POSITIONS:
        at = len(left)  # fell below 5: a place is reached, nothing fell by 5
    return before or "exact", at


def _role(text: str, quantity: Quantity, way: Way, left: str, last: _Last | None) -> tuple[Role, int]:
    """Return the role, and -1 where the figure is a fall."""
    if way == "rank":
        return "rank", 0
    if way == "multiple" or (quantity.unit is not None and quantity.unit.kind == "multiple"):
        return "multiple", 0
    kind = quantity.unit.kind if quantity.unit is not None else ""
    sign = 0 if way == "from" or way == "to" else change_before(left) or change_behind(text, quantity.end)
    if way == "fraction":
        return ("change", sign) if sign and not left.rstrip().lower().endswith(" to") else ("share", 0)
    if kind in ("percent", "points"):
        part_of = text.startswith(" of ", quantity.end)  # was cut by 50%, and over |95% of new projects may …
        if not sign and way == "" and not part_of and last is not None and last.sign and last.role in ("change", "change_pp"):
            between = text[last.end : quantity.start]
            if len(between) < _MOST_BEHIND and (quantity.shared or _GOES_ON.fullmatch(between)):
                sign = last.sign
        if kind == "points":
            return "change_pp", sign
        if not sign and (_is_of_growth(left) or _goes_on_growing(text, quantity, last)):
            return "change", 0
        if not sign and last is not None and (beside := _told_beside_a_change(text, quantity, last)):
            return "change", beside
        if not sign and way == "" and (quantity.negative or _PLUS_SIGN.search(left) is not None):
            return "change", 0
        return ("change", sign) if sign else ("share", 0)
    if kind == "duration":
        return "other", 0
    # by how much an amount falls is told by its name (reduction in revenue) and is no negative amount
    return ("level" if kind else role_of_key(left) or "count"), 0


_PLUS_SIGN = re.compile(r"(?:^|[\s(])\+\s?$")
"""Before a rate told with its sign: our packaging division (+|14%)."""
_TURNED = (
    r"(?:to\s)?(?:swing|swung|bounc|rebound|return|climb|jump|improv|surg|soar|plung|inch|sank|sink|dip|strengthen|weaken|expand|moderat|slow|eas|decelerat|accelerat|reduc|quicken|pick|averag|recover|edg|stay|remain|stand|stood|reach|hit|f[ae]ll|drop"
    r"|declin|r[io]s|c[ao]m|w[ae]|is)[a-z]*"
)
_WHERE_OR_WHEN = r"\s(?:in|for|of|during|over)\s(?:the\s)?(?!about|around)[a-z]+(?:\s(?!at\b|to\b|from\b|of\b)[a-z]+){0,3}"
_IN_YEAR = r"\s(?:(?:in|for|of|during|over)\s(?:the\s)?(?:FY\s?)?(?:19|20)\d\d(?:[-–/]\d\d)?(?:\sas\sa\swhole)?|(?:last|this|next)\syear)"
_OF_GROWTH = re.compile(
    r"(?<![a-z])(?<!to )(?<!to economic )(?<!to GDP )(?<!to the )(?<!to overall )"
    r"(?:growth(?:\srate)?|rate\sof\s(?:growth|increase|expansion))"
    rf"(?:{_WHERE_OR_WHEN}|{_IN_YEAR})??,?\s"
    rf"(?:(?:(?:will|would|should|could|may|to)\sbe\s)|(?:(?:has|have|had|will|would|should|could|may|can|to|(?:is|was)\s(?:likely|expected|forecast|projected)\sto)\s)?{_TURNED}\s(?:up\s|down\s|sharply\s|slightly\s|further\s|back\s|in\s)?)?"
    r"(?:from\s[a-z]+(?:\s[a-z]+){0,3}\sto\s)?(?:from|to|at|of)?\s?(?:an?\s|the\s|just\s|only\s|mere\s|about\s|around\s|some\s|nearly\s|estimated\s)*$",
    re.IGNORECASE,
)
"""Before a rate at which something grows: growth for the fourth quarter at a mere|1.3 per cent. It is a change, not a share."""


_TO_EXPAND = re.compile(
    r"\b(?:target|goal)\sfor\s(?:expanding|increasing|raising)\s[^.;,\d]{3,50}(?:\([^()]{1,8}\)\s)?(?:is|was|at|of)\s(?:set\sat\s)?$",
    re.IGNORECASE,
)
"""Before how far something is to grow: the target for expanding credit is|9 per cent."""


_GROWTH_FORECAST = re.compile(
    r"\b(?:(?:GDP|[Gg]rowth|[Ee]conomic)\s(?:growth\s)?(?:forecast|projection|outlook)s?|forecasts?\sfor\s(?:[A-Za-z]+\s){0,3}growth)\b"
    r"(?:[^.;]|\.\d){0,60}$"
)
"""Before a rate that is foreseen of growth: has cut the GDP forecast to|2%."""


def _is_of_growth(left: str) -> bool:
    if "orecast" in left and _GROWTH_FORECAST.search(left) is not None:
        return True
    spoken = "rowth" in left or "ate of " in left  # spares most figures the pattern
    return (spoken and _OF_GROWTH.search(left) is not None) or (" for " in left and _TO_EXPAND.search(left) is not None)


def _goes_on_growing(text: str, quantity: Quantity, last: _Last | None) -> bool:
    """Return whether a rate is what growth came to from the rate before it: growth slowed from 3.9 per cent … to|2.0 per cent."""
    if last is None or last.role != "change" or last.unit != "%" or not _is_of_growth(last.left):
        return False
    between = text[last.end : quantity.start]
    if " than the " in between and _THAN_PAST.search(between):
        return True
    return _ON_TO.fullmatch(between) is not None


_ON_TO = re.compile(r"(?:(?!\swith\s|\swhile\s|\sas\s)[^,;.]){0,50}\sto\s(?:an?\s|just\s|only\s|mere\s|about\s|around\s)*")
"""Between the rate that growth came from and where it came to; a growth of 6% |with unemployment rising to| 7% tells of two things."""


def _told_beside_a_change(text: str, quantity: Quantity, last: _Last) -> int:
    """Return 1 or -1 where a rate is a change as the figure before it: the one it came from (grew by 4%, up from|1.9%), or the same in
    per cent (an increase of $18 billion or|six per cent); else 0."""
    between = text[last.end : quantity.start]
    if last.role == "change" and last.unit == "%" and _CAME_FROM.fullmatch(between):
        return 1
    return change_before(last.left) if last.role in ("level", "count") and _OR_RATE.fullmatch(between) else 0


_CAME_FROM = re.compile(
    r"(?:\s(?:in|for)\s(?:FY\s?)?(?:(?:19|20)\d\d|the\syear))?,?\s"
    r"(?:(?:up|down|improving|recovering|accelerating|slowing)\s(?:[a-z]+ly\s)?from"
    r"|an?\s(?:[a-z]+\s)?(?:improvement\s(?:over|on|from)|(?:rise|drop|fall|slowdown|acceleration|deceleration)\sfrom))\s(?:the\s)?"
    r"(?:about\s|just\s|only\s|a\s)*"
)
_OR_RATE = re.compile(r"(?:\s[a-z]+)?,?\s\(?or\s(?:about\s|some\s|nearly\s|over\s)*")
_THAN_PAST = re.compile(
    r"\b(?:lower|higher|slower|faster|less|more|better|worse|larger|smaller|greater)\sthan\s(?:the|our|its|their)\s(?:[a-z-]+\s){1,4}of\s"
    r"(?:about\s|around\s|some\s|nearly\s)?$"
)
_THAN_THE = re.compile(
    r"\b(?:(?:lower|higher|slower|faster|less|more|fewer|better|worse|larger|smaller|greater)\sthan|surpassing|exceeding|beating|above|below)\sthe\s$"
)
_OF_A_YEAR = re.compile(
    r"\s(?:recorded\s|registered\s|seen\s)?(?:(?:in|for|of)\s(?:FY\s?)?(?:19|20)\d\d(?![\d,])|(?:(?:in|of)\s)?(?:last\syear|the\syear\sbefore)(?![a-z]))"
)
"""Slower than the|5 per cent|in 2019: what a value is compared with, and no bound."""
_EXCEEDING = re.compile(r"\b(?:exceed(?:s|ed|ing)?|above|below)\sthe\s(?:[a-z-]+\s){1,6}of\s(?:about\s)?$")
_OVER_PAST = re.compile(
    r"(?:\s[a-z]+)?\s(?:over|in|for|during|of)\s(?:the\s)?(?:(?:past|last|previous|preceding)\s|(?:decade|years?|[a-z]+\syears)\sbefore\b)"
)
"""Much lower than the average of|3.9 per cent|over the past ten years: what is compared with, told with the years it comes from."""


def _base(text: str, quantity: Quantity, way: Way, left: str, following: int, last: _Last | None) -> FigureBase | None:
    if way == "from" or _follows_a_change(text, quantity, left, last):
        return "earlier"
    if quantity.high is not None and left.endswith("from between ") and _TO_BETWEEN.match(text, quantity.end) is not None:
        return "earlier"
    if left.endswith((" by ", " by about ", " by around ", " by some ")) and _BY_WHICH.search(left) is not None:
        return None
    if _AGAINST.search(left) and (_GOAL.search(left) or _GOAL_BEHIND.match(text, quantity.end)):
        return "goal"
    if _OUT_OF_PLANNED.search(left) or _BEYOND_PLANNED.search(left) or ("had" in left and _HAD_FORESEEN.search(left)):
        return "goal"
    if (instead := _INSTEAD_OF.search(left)) is not None and (instead["now"] or _NOW_BEHIND.match(text, quantity.end)):
        return "earlier"
    if left.endswith("(") and _DATED_BEHIND.match(text, quantity.end):
        return "earlier"
    if AS_AGAINST.search(left) and following < len(text):
        return "earlier"
    if _INSURED.search(left) or (left.endswith("against ") and _NUMBER.search(left) is None):
        return None
    if _EARLIER_BEHIND.match(text, quantity.end) or any(
        earlier.search(left) for earlier in (_FROM_ONLY, _TO_FROM, _FROM_TODAYS, _BRACKETED, _COMPARED)
    ):
        return "earlier"
    if _OVER_PAST.match(text, quantity.end) and (_THAN_PAST.search(left) or _EXCEEDING.search(left)):
        return "earlier"
    if _FROM_LEVEL.search(left) and _TO_LEVEL.match(text[quantity.end : following]):
        return "earlier"
    return None


def _follows_a_change(text: str, quantity: Quantity, left: str, last: _Last | None) -> bool:
    """Return whether a rate is that of the year before, which the change told before it follows on."""
    if last is None or last.role != "change" or (" after " not in left and " following " not in left):
        return False
    return _TIME_BEHIND.match(text, quantity.end) is not None and _AFTER_A_CHANGE.search(left) is not None


def _is_of_another_year(text: str, quantity: Quantity, left: str) -> bool:
    """Return whether a value is that of another time, which one told before it is higher or lower than."""
    return left.endswith(" the ") and _THAN_THE.search(left) is not None and _OF_A_YEAR.match(text, quantity.end) is not None


def _goes_on_yearly(text: str, quantity: Quantity, unit: Unit | None, last: _Last | None) -> bool:
    """Return whether a figure is the second of a pair whose first is a yearly average."""
    if last is None or not last.yearly or unit is None or unit.code != last.unit:
        return False
    return _YEARLY_TOO.fullmatch(text, last.end, quantity.start) is not None


def _is_yearly(text: str, quantity: Quantity, left: str) -> bool:
    """Return whether the figure is an average over the years it speaks of."""
    found = _YEARLY.search(left)
    if found is not None and (_YEARLY_ALWAYS.search(found[0]) or _A_YEAR.match(text, quantity.end)):
        return True
    if "averag" in left and (
        _RATE_AVERAGED.search(left)
        or (_ON_AVERAGE.search(left) and _YEARLY_NEAR.match(text, quantity.end))
        or (_AVERAGE_RATE.search(left) and _OVER_YEARS.match(text, quantity.end))
    ):
        return True
    return _YEARLY_BEHIND.match(text, quantity.end) is not None
