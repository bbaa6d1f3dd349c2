"""A name as it was cut from its sentence → as it stands in a table: without the marks of notes, the numbers of paragraphs."""

from __future__ import annotations

from reportsum import lazy_re as re

_NOTE = re.compile(r"(?<=[a-z]{4})\d{1,2}(?=\s|$)")
"""The mark of a note behind its word: expenditure10."""
_NUMBERED = re.compile(r"^\d{1,3}\s(?=[A-Z][a-z])(?:(?:On|In|For|As for|Regarding) the [a-z ]+, |(?:Recently|Besides|Also)\s)?")
"""The number of a paragraph, and what its sentence opens with: 12 On the harbour, …"""
_HOW_MUCH = re.compile(
    r"^(?:slight|mere|sharp|steep|sizeable|sizable|immense|whopping|unprecedented|remarkable)\s(?=[a-z]+\s?[a-z])", re.IGNORECASE
)
"""How much it is, which the figure tells."""
_WELL = re.compile(r"^(?:robust|strong|vibrant|world-class|resilient|excellent|dynamic|trusted)\s(?=[A-Z][a-z])")
"""How good it is said to be: a robust|Coast Guard."""
_FASTER = re.compile(r"^(?:higher|lower|faster|slower|stronger|weaker)\s(?=[a-zA-Z][\w -]*\s(?:growth|inflation|demand)$)", re.IGNORECASE)
"""How growth compares, which the figure tells: stronger |tourism growth."""
_FRACTION = re.compile(r"^(?:half|one-third|two-thirds|one-quarter|three-quarters|one-fifth) of (?:the |their |its |our )?(?=[a-z])")
"""How much of it, which a figure tells: two-thirds of their|rent."""
_EXISTING = re.compile(r"^(?:[Ee]xisting|[Pp]resent)\s(?=[A-Z]{2}|[A-Z][a-z]+\s)")
"""That a scheme is there already, which its name does not need."""
_FROM_CURRENT = re.compile(r"\sfrom\s(?:the|its|our)\s(?:current|existing|present)\s.*$")
"""What it came from, which its figures tell: income ceiling|from the current average wage."""
_AT_RATE = re.compile(r"(?<=[a-z])\sof\s[\d.,]+\s?%(?:\sof\s[a-z ]+)?$")
"""What it comes to, which its figures tell: levy|of 4% of payroll."""
_WHOSE = re.compile(r"(?<=[a-z]\s)our\s(?=[A-Za-z])")
_NO_NOUN = re.compile(r"^(?:eligible|available|ready)\s(?:for|to)\s(?:an?\s|the\s)?(?=[a-z])", re.IGNORECASE)
"""What somebody is for a thing that is the measure: eligible for|a rebate."""
_LAST = re.compile(
    r"\s(?:in\s(?:the\s(?:foreseeable\s|near\s)?)?future|(?:for|over)\sthe\srest(?:\sof\s(?:the|this)\syear)?"
    r"|(?:ready|available)\sfor\suse|for\san?\s(?:initial|further|limited)\speriod|for\sthe\s(?:portion|part)"
    r"|nowadays|either|too|as well|so far|to date|on average)$"
)
_CUT_TIME = re.compile(r"\s(?:(?:in|over|for)\sthe\s(?:next|past|last|coming)(?:\s[a-z]+)?|in\s(?:the\s)?FY|from\s[\d.,]+\s?%?)$")
"""What is left of a time or a value whose number was a figure: supply in the next three|to four years."""
_CUT_FORM = re.compile(r"\sin\sthe\s(?:form|shape|case|event|course|area|field|context)$")
"""What is left of "in the form of" whose list was too long to tell."""


_SHEDS = (
    (_NOTE, ""), (_NUMBERED, ""), (_HOW_MUCH, ""), (_WELL, ""), (_LAST, ""), (_FASTER, ""), (_CUT_TIME, " "), (_CUT_FORM, " in the "),
    (_FRACTION, " of "), (_EXISTING, "e"), (_FROM_CURRENT, " from "), (_AT_RATE, " of "), (_NO_NOUN, ""), (_WHOSE, "our "),
)  # fmt: skip
"""What is shed, in this order, with what a name must hold for it."""


def tidied(name: str) -> str:
    """Return a name without what its sentence alone needed."""
    for shed, word in _SHEDS:
        if word in name:
            name = shed.sub("", name)
    return name.strip("\"“”'") if name.count('"') == 2 and name[0] == name[-1] == '"' else name
