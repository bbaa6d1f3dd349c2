"""What a sentence that only points speaks on about: the name that the sentence before it gives to its figure.

The remaining $300 will be paid in May, it rose by 8 per cent, this brings the total to 900: such a sentence tells a part, a change or a
total of what was named just before. Payments whose kind the sentence before tells, growth that is the economy's, and the industry of a
wage are carried the same way.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportsum import lazy_re as re

from .referring import named_before
from .subjects import done_to

_AT_A_TIME = r"(?:(?:A\s|Ten\s|Five\s|This\s|Last\s|Today|In\s|By\s)[^,;.]{0,24},\s)?"
_ABOUT_LAST = re.compile(
    r"\s*(?:(?:this|it|that)\s(?:is|was|will\sbe)\s(?:[a-z]+ly\s|much\s|slightly\s)?(?:higher|lower|more|less|larger|smaller)\sthan\b"
    r"|(?:this|it|that)\s(?:has\s)?(?:also\s|already\s|nearly\s|almost\s|more\sthan\s)?"
    r"(?:doubled|tripled|quadrupled|halved|rose|risen|grew|grown|fell|fallen|increased|decreased|declined|dropped|exceeded|surpassed)\b"
    r"|(?:I|we|the\sGovernment)\s(?:will|shall|would|propose\sto|(?:intend|plan|expect|aim)\sto|(?:am|are|is)\sgoing\sto|have|has)\s(?:therefore\s|also\s|further\s)*"
    r"(?:rais|increas|lower|reduc|extend|lift|cut|expand|doubl|tripl|enhanc)(?:e|ed)?\s(?:this|it|that)\s(?:further\s)?(?:to|by|from)\b"
    rf"|{_AT_A_TIME}it\s(?:was|is|will\sbe|stood\sat|now\sstands\sat)\s(?:only\s|just\s|about\s|around\s|still\s)*[\d$£€]"
    r"|of\sth(?:is|ese),?\s(?:about\s|around\s|some\s|nearly\s|over\s|more\sthan\s)?[\d$£€])",
    re.IGNORECASE,
)
"""A sentence that speaks on about the quantity of the one before it."""


_WITH_OTHERS = r"(?:(?:Together|Combined|Along|Coupled)\swith\s[^,;.]{3,90}|With\s(?:this|these)(?:\s[a-z-]+){0,3}|In\s(?:all|total)),\s"
_BRINGS = r"(?:(?:will|would|has|have|also|now)\s){0,2}(?:(?:bring|take|push|raise|lift)(?:s|d|ed|ing)?|brought|taken)"
_TO_TOTAL = re.compile(
    rf"\W*(?:{_WITH_OTHERS})?(?:this|it|that|these|which)\s{_BRINGS}\s(?:the|our|its)\s(?:[a-z]+\s){{0,2}}?"
    r"(?:total|tally|sum|amount|number|figure)\s(?:(?:so\sfar|to\sdate)\s)?to\b",
    re.IGNORECASE,
)
"""A sentence that tells what the amount before it comes to with others: this brings the total to|900."""


_QUANTITIES = r"rate|ratio|price|fee|levy|tax|duty|wage|threshold|deficit|surplus|quota|ceiling|cap|limit"
_GIVEN = r"rebate|grant|subsidy|allowance|payout|credit|bonus|top-up|incentive"
_THE_SAME = re.compile(
    rf"\W*(?:The|This|That)\s(?:new\s)?(?P<noun>{_QUANTITIES}|{_GIVEN})\s(?:will|would|is|was|has|had|rose|fell|stood|reached)\b"
)
"""A sentence about a quantity that the one before it told in full: the CPF contribution rate. The rate|will be raised."""


_IT_BECOMES = re.compile(
    r"\W*(?:it|this|these|they)\s(?:will|would|is\sto|are\sto|was|were|has\sbeen|have\sbeen)\s(?:then\s|also\s|further\s)?(?:be\s)?"
    r"(?:raised|lowered|increased|reduced|cut|brought|adjusted|kept)\s(?:further\s|again\s|down\s|up\s)?(?:to|by|from|at)\b",
    re.IGNORECASE,
)
"""A sentence that tells what the quantity before it comes to: it will be lowered to|18%."""
_THIS_CHANGE = re.compile(
    r"\b(?:extend|continue|maintain|reverse|prolong)(?:ed|ing)?\sthis\s(?P<noun>reduction|increase|cut|waiver|freeze)\b"
)
"""What is done with the change before it: extend this|reduction by six months."""


_MORE_OF_IT = re.compile(
    r"\W*(?:I|[Ww]e|[Tt]he\sGovernment)\s(?:will|shall|have)\s(?:now\s|also\s)?(?:inject|add|put\sin|contribute)(?:ed)?\s"
    r"(?:another|an\sadditional|a\sfurther)\s[$£€]?\d[\d.,]*(?:\s[a-z]+illion)?[.;]?\s*$"
)
"""A sentence that tells that more is put into what the one before it is about: I will inject another $2 billion."""


_CAPPED = re.compile(r"\s*(?:this|it|these|they|the\s[a-z]+)\s(?:will|would|is|are)\s(?:be\s)?(?:also\s)?capped\sat\b", re.IGNORECASE)
"""A sentence that tells the most that what the one before it tells may come to."""


_WHICH_PART = r"(?:first|initial|second|remaining|other|final)"
_PART_OF = r"(?:(?:first|initial|further|second|final)\s(?:sum|amount|tranche|instalment|payment)|balance|remainder|rest)\sof"
_PART = re.compile(
    rf"\s*(?:The|And\sthe|An?)\s(?:{_WHICH_PART}|{_PART_OF})\s[$£€]?\d[\d.,]*\s(?:[a-z]+illion\s)?(?:will|would|is|are|was|were)\s"
)
"""A sentence that tells a part of a sum apart: the first $300|will be paid in June."""


_BEGUN_WITH = re.compile(
    r"(?:start|begin|started|began|starting|make|made|makes|including|provide|set aside)\s(?:off\s)?(?:with\s)?an?\s"
    r"(?:initial\s|first\s|one-off\s|further\s)*"
    r"(?:injection|allocation|contribution|provision|top-up|sum|deposit|endowment)\sof\s(?:about\s|over\s|up\sto\s)?[\d$£€]",
    re.IGNORECASE,
)
"""What is given to what the sentence before it sets up."""


_FOR_THAT = re.compile(r"\bfor\s(?:this|these|that)\s(?:purposes?|ends?)\b|\bto\s(?:that|this)\send\b", re.IGNORECASE)


_BY_SUM = re.compile(
    r"\s*(?:this|the)\s(?:increase|rise|decrease|fall|drop|decline|reduction)\sof\s"
    r"|\s*(?:Yet|However|But|Still|Nevertheless|Even\sso),?\sthere\s(?:was|is|will\sbe|has\sbeen)\s(?:still\s|only\s|also\s)*an?\s"
    r"(?:[a-z-]+\s){0,2}(?:increase|rise|decrease|reduction|fall|drop|decline|gain|growth)\sof\s"
    r"|\s*(?:this|it|that)\s(?:is|was|represents|represented|marks)\s(?:an?|about|nearly|over|more than)\s"
    r"(?:[\d.]+\s?(?:%|per\s?cent)\s)?(?:[a-z-]+\s){0,2}(?:increase|rise|decrease|reduction|fall|drop|decline|gain)\b",
    re.IGNORECASE,
)
"""A sentence that says by how much the quantity before it changed."""


_GREW = re.compile(
    r"\W*(?:(?:For|In)\s[^,]{2,24},\s)?(?:[Tt]here\swas\san?\s(?:[a-z-]+\s)?growth|(?:\d{1,3}\.)?An?\s[\d.]+\s?(?:%|per\scent|percent)\s(?:[a-z-]+\s)?(?:growth|expansion|contraction)|(?:[A-Z][a-z-]+\s)?[Gg]rowth)\s"
    r"(?:was|slowed|eased|picked|reached|of|in\s(?:the|that|20|Q)|for\s(?:the|20))"
)
_ECONOMY = re.compile(
    r"(?:\d{1,3}\.\s?)?(?:Overall,\s|On\sthe\swhole,\s)?(?:[Tt]he\s(?P<economy>(?:(?:local|domestic|[A-Z][\w.’'-]*)\s){1,3}economy)|Our\s(?P<our>economy))\s"
)
"""A sentence whose growth is that of the economy before it: the Mainland economy is slowing. A 6.4 per cent growth was recorded."""


def still_of(text: str, given: str | None) -> str | None:
    """Return what a sentence without figures says that "it" suffered or did, when the one before is about a trade or an economy."""
    return given if given is not None and _OF_WHAT_FARES.search(given) is not None and _IT_FARES.search(text) is not None else None


_OF_WHAT_FARES = re.compile(r"\b(?:economy|sector|industry|market|trade)$")
_IT_FARES = re.compile(
    r"(?:^\W*|,\s)[Ii]t\s(?:has|had|was|is|remains|remained)\s(?:been\s|also\s|now\s|again\s)*(?:hit|hurt|affected|recover|slow|stabili|weak)"
)


def done_next(text: str, before: str | None) -> str | None:
    """Return what a sentence with only a pronoun says that is done with it: we built 90 boats. These|will be sold by May."""
    if before is None or not _DONE_NEXT.match(text):
        return None
    things, _, done = before.rpartition(" ")
    return things if things and done in _JUST_DONE else before


_JUST_DONE = frozenset({"built", "opened", "launched", "added", "completed", "planned", "created", "started", "approved"})
_IS_TO_BE = r"(?:(?:will|should|would)\s(?:also\s|all\s|then\s)?be|(?:are|is)\s(?:expected|due|scheduled|set)\sto\sbe)"
_DONE_NEXT = re.compile(
    rf"\W*(?:It|They|These|This|Both)\s{_IS_TO_BE}\s(?:progressively\s|fully\s)?"
    r"(?:completed|ready|opened|delivered|launched|implemented|rolled\sout|introduced|operational|finished)\b"
)


def carried_name(text: str, before: str, name: str | None) -> str | None:
    """Return what a sentence costs, or by how much it changed, that has only a pronoun for it; None where it says no such thing.

    `name` is what the last measure of the sentence before it is named. What a deed is done to names its cost.
    """
    if _BY_SUM.match(text) or _ABOUT_LAST.match(text):
        return re.sub(r"^(?:increase|growth|rise|reduction|fall|drop|decline) in ", "", name) if name is not None else None
    if name is not None and (_PART.match(text) or _TO_TOTAL.match(text)):
        return name
    if name is not None and _MORE_OF_IT.match(text):
        return name
    if name is not None and _CAPPED.match(text):
        return f"cap on {name}"
    if _GREW.match(text) and (grown := _ECONOMY.match(before)) is not None:
        return f"growth of the {grown['economy'] or grown['our']}"
    if (pointing := _THE_SAME.match(text)) is not None:
        told = named_before(pointing["noun"], [before])
        return told or (name if name is not None and pointing["noun"] in name else None)
    if name is not None and _IT_BECOMES.match(text):
        return re.sub(r"^(?:increase|reduction|lowering|raising) (?:in|of) (?:the )?", "", name)
    if name is not None and (change := _THIS_CHANGE.search(text)) is not None:
        return name if name.startswith(change["noun"]) else f"{change['noun']} in {name}"
    if _BEGUN_WITH.search(text) or _FOR_THAT.search(text):
        return done_to(before)
    return None


def bare_growth(text: str, before: Sequence[str]) -> str | None:
    """Return the growth that a sentence only calls so: that of the economy where its other quantities or the outlook are the economy's."""
    if not (("rowth " in text and _GROWTH_ALONE.match(text)) or _WE_GREW.match(text)):
        return None
    if _WE_GREW.match(text):
        return "economic growth" if any(_ECONOMYS.search(told) for told in before) else None
    if any(_ECONOMYS.search(told) for told in (text, *before)):
        return "economic growth"
    return "growth" if _GROWTH_FORESEEN.search(text) else None


def paid_as(given: str | None) -> str | None:
    """Return what a payment is that a sentence tells whom it goes to, when the one before names it: more ferry rebates. Crews get."""
    return given if given is not None and _PAID.search(given) is not None else None


_PAID = re.compile(
    r"\b(?:[Rr]ebates?|[Vv]ouchers?|[Gg]rants?|[Bb]onus(?:es)?|[Cc]redits?|[Aa]llowances?|[Bb]ursar(?:y|ies)|[Pp]ayments?)\b"
)
_FORESEEN = r"(?:projected|forecast(?:ed)?|expected|estimated)"
_FORESEES = r"(?:expect|project|forecast)(?:s|ed)?\s(?:overall\s|full-year\s)?"
_OF_YEAR = r"(?:this\syear\s|next\syear\s|(?:in|for)\s20\d\d\s|for\sthe\s(?:(?:full|whole)\s)?year\s(?:as\sa\swhole\s)?)?"
_ON_THE_WHOLE = (
    r"(?:Overall|On\sthe\swhole|All\sin\sall|(?:Barring|Taking|Given)\s[^,.;]{3,60}"
    r"|(?:For|In)\s[^,]{0,12}(?:20\d\d|year|half|quarter)[^,]{0,12})"
)
_GROWTH_ALONE = re.compile(
    rf"\W*(?:{_ON_THE_WHOLE},\s)?(?:(?:[Oo]verall\s|[Ff]ull-year\s)?[Gg]rowth\s{_OF_YEAR}"
    r"(?:is|was|will|has|should|could|came|averaged|reached|slowed|picked|eased|edged|dipped|rebounded|moderated|rose|fell)\s"
    rf"|[^,;.]{{1,90}}?\s{_FORESEES}growth\s{_OF_YEAR}(?:of|to\sbe|at|to\scome)\s)"
)
_GROWTH_FORESEEN = re.compile(rf"[Gg]rowth\s(?:[a-z0-9]+\s){{0,3}}{_FORESEEN}|\b{_FORESEES}growth\b")
"""Growth that somebody foresees needs no further name: it is that of what the report is of."""
_WE_GREW = re.compile(r"\W*We\s(?:also\s|only\s)?(?:grew|expanded|contracted|shrank)\sby\b")
_ECONOMYS = re.compile(
    r"\b(?:Ministry\sof\s(?:Trade|Finance|Econom)|Treasury|[Cc]entral\s[Bb]ank|[Ii]nflation|[Uu]nemployment|GDP|(?:[Oo]ur|[Tt]he)\s(?:[A-Za-z]+\s)?economy|economic\s(?:growth|outlook|conditions))\b"
)


def of_industry(text: str, before: str, name: str) -> str:
    """Return a name of the labour market with the industry that the sentence before is about: the unemployment rate|in the retail trade.

    A sentence that opens with its quantity (The unemployment rate fell) speaks on about what the one before it speaks about.
    """
    if not _LABOUR.search(name) or not text.lstrip().startswith("The ") or " " not in name:
        return name
    told = _INDUSTRY.search(before)
    if told is None or "industry" in text or "sector" in text or re.search(r"\b(?:our|overall|[Nn]ational|territory)\b", text):
        return name
    return f"{name} in {told['industry']}"


def of_unit(text: str, before: str, name: str) -> str:
    """Return a quantity of a business with the unit that the sentence before brings in: our ferry arm NFC did well.|Turnover grew.

    Only a quantity that a company as a whole has too, and that its sentence says no owner of: there the unit tells which is meant.
    """
    if name.lower() not in _OF_A_COMPANY or not _OPENS_BARE.match(text):
        return name
    if (told := _UNIT.search(before)) is None or _OWNED.search(text):
        return name
    return f"{told['unit']} {name[:1].lower()}{name[1:]}"


_OF_A_COMPANY = frozenset({
    "turnover", "revenue", "revenues", "sales", "market share", "operating profit", "profit", "operating margin", "margin", "volumes",
    "earnings", "headcount", "like-for-like sales", "comparable sales", "operating costs", "trading profit", "net sales", "output",
})  # fmt: skip
_OPENS_BARE = re.compile(
    r"\W*(?:Turnover|Revenues?|Sales|Market\sshare|Operating|Profits?|Margins?|Volumes|Earnings|Headcount|Like-for-like|Comparable|Trading|Net|Output)\s"
)
_OWNED = re.compile(r"\b(?:[Gg]roup|[Cc]ompany|[Oo]verall|[Tt]otal|[Cc]onsolidated|[Oo]ur)\b")
_UNIT = re.compile(
    r"\W*(?:Our|The|Its)\s(?:[a-z-]+\s){0,4}?(?:distributor|subsidiary|division|business|arm|unit|operator|brand|chain|segment|company),?\s"
    r"(?P<unit>[A-Z]{2,6}|[A-Z][\w’'&-]+(?:\s[A-Z][\w’'&-]+){0,2}),?\s(?:also\s|again\s|has\s)*[a-z]+"
)
"""A sentence that brings in a unit of a company by its name: our pharmaceutical distributor UPD|also performed well."""


_LABOUR = re.compile(
    r"\b(?:unemployment|employment|underemployment|wages?|pay|earnings|salary|salaries|income|vacanc(?:y|ies)|productivity)\b"
)
_INDUSTRY = re.compile(
    r"(?P<industry>the\s(?:[a-z-]+\s){1,3}?(?:industry|sector|trades?))\s"
    r"(?:has|have|had|is|was|remains?|remained|continue[sd]?|saw|improved|grew|recovered|picked|expanded|suffered|faces?|needs?)\b"
)
"""A sentence about an industry: prospects of|the logistics sector|have brightened."""


_OF_COST = re.compile(
    r"(?<![a-z])(?:cost(?:s|ing)?\s(?P<whom>the\s(?:Government|taxpayers?|Exchequer|Treasury|public\spurse|State|City|Council))"
    r"|(?P<sum>(?:(?:additional|annual|recurrent|total|capital|extra|one-off|non-recurrent|yearly)\s)+"
    r"(?:expenditure|spending|outlays?|costs?|revenue))\sof)"
    r"\s(?:about\s|around\s|approximately\s|some\s|nearly\s|over\s|up\sto\s|more\sthan\s|close\sto\s|an\sestimated\s|a\stotal\sof\s)*$"
)


_COST_WITHIN = 120
"""Characters before a sum that may call it a cost."""


def name_of_cost(left: str) -> str | None:
    """Return what a sum is that a sentence only calls a cost, by the words before it: will cost the Government|$110 million."""
    found = _OF_COST.search(left[-_COST_WITHIN:])
    if found is None:
        return None
    return found["sum"] or f"cost to {found['whom']}"
