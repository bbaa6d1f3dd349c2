"""Does an English statement without figures hold something that can be checked, or is it a general measure?

What can be checked: a thing called by its name (a project, a body, a programme), a time, an instrument of law or tax, a work that is
built. The reporting place, its government, parties and parts of the world are no such names: everything in a report is about them.
"""

from __future__ import annotations

from functools import cache

from reportsum import lazy_re as re

from ...tables import read_table

_RUN = re.compile(
    r"(?<![\w“])[A-Z][\w&’'.-]*[\w]?(?:(?:\s(?:of|for|on|in|and|&))?(?:\sthe)?\s[A-Z][\w&’'-]*)*",
)
"""Words with capitals, and what joins them: Belt and Road Initiative."""
_LABEL = re.compile(r"^(?:\d{1,3}\.\s?|[(（]?[a-z0-9]{1,3}[)）.]\s|[-–—•*]\s?)+")
_ACRONYM = re.compile(r"[A-Z][A-Z&]{2,}")
_OPENS_WITH_YEAR = re.compile(
    r"(?:over|in|during|for|throughout) the (?:past|last) [\w -]{1,14}(?:years|decades)|"
    r"^\W*(?:(?:In|During|Over|Throughout|For|Looking ahead (?:for|to))\s)(?:the\s(?:year\s)?)?(?:19|20)\d\d(?:[-–/]\d\d)?,?\s"
)
_EDITION = re.compile(r"\bBudgets? (?:for )?(?:FY)?(?:19|20)\d\d(?:[-–/]\d\d)?\b")
"""A budget called by its year."""
_ORDINAL = re.compile(r"\b\d+(?:st|nd|rd|th)\b")
_TIME = re.compile(
    r"(?<![A-Za-z\d.])(?<![A-Z][-\u2010\u2011\u2013])(?<![Cc]ovid[-\u2010\u2011\u2013])\d[\d.,]*(?![A-Za-z\d])"
    r"|\b(?:next (?:month|quarter|week|spring|summer|autumn)|later this year|mid-?year"
    r"|by (?:the )?(?:end of|next)"
    r"|(?:January|February|March|April|June|July|August|September|October|November|December)\b"
    r"|(?:in|by|last|next|early|late|mid-) ?May\b|\bMay(?= \d)"
    r"|(?:first|second|third|fourth) (?:half|quarter) of)"
)
"""A number or a month; but what a thing is called by is none: COVID-19."""
_LONG_AGO = re.compile(
    r"\b(?:\d+|[a-z]+)(?:[- ](?:odd|plus|some))? (?:years|decades) ago\b|\b\d+[- ]years?[- ](?:[a-z]+ )?(?:history|journey|tradition)\b"
)
"""How far back a speaker looks: a 60-year history, stronger than we were 60 years ago."""
_LARGEST_COUNTRY = re.compile(
    r"(?:, |\bas )(?:the|one of the) (?:world[’']s )?(?:second[- ])?(?:largest|biggest|most populous) (?:[a-z]+ )?(?:countr|nation|econom)"
    r"[a-z]+(?: (?:in|of) the world)?(?=,)"
)
"""What a place is called beside its name: China, |the largest developing country in the world|, has …."""
_LAWS = r"legislat(?:ion|ive amendments?)"
_RELIEFS = (
    r"(?:tax|levy|levies|fees?|dut(?:y|ies)|tariffs?|licen[cs]e fees?|rates) (?:concession|cut|relief|rebate|deduction|waiver|exemption"
    r"|holiday)|(?:remov(?:e[sd]?|ing)|scrap(?:s|ped|ping)?|do(?:es|ing)? away with|did away with) (?:the |all )?(?:[\w$-]+ ){0,5}"
    r"(?:tax(?:es)?|lev(?:y|ies)|fees?|dut(?:y|ies)|charges?|tolls?|surcharges?)|(?:waive|abolish|repeal|exempt|outlaw|ban)(?:s|ed|d|ing)?\b"
)
_SETS_UP = (
    r"(?:set(?:s|ting)? up|establish(?:es|ed|ing)?|launch(?:es|ed|ing)?|conven(?:e|es|ed|ing)|appoint(?:s|ed|ing)?|form(?:s|ed|ing)?)"
    r" an? (?:[\w-]+ ){0,4}?"
    r"(?:working group|task ?force|committee|commission|council|fund|agency|authority|panel|centre|center|inquiry|scheme|register|hotline"
    r"|platform)"
)
"""Set up a working group."""
_SCHEMES = r"licensing (?:regime|scheme)|(?:concession|voucher|loan|grant|guarantee|subsidy|pension|scholarship) scheme"
_BUILDINGS = (
    r"(?:new|second|third) (?:airport|runway|hospital|railway|metro|tunnel|bridge|motorway|campus|stadium|museum|terminal|power station"
    r"|power plant|prison|university)"
)
_OF_OWNERS = r"dividend|share (?:buyback|repurchase)|merger|acquisition of"
_REPLACES = r"(?:tax|duty|levy|fee|scheme|system) [a-z ]{0,20}(?:replaced|abolished|scrapped|phased out)\b"
_FIRST_OF_ALL = (
    r"(?:largest|biggest|highest|lowest|longest|busiest|freest|safest|oldest)(?: [\w-]+){0,4} (?:in"
    r"|of) (?:the (?:world|country|region|nation)|Asia|Europe|its kind|history)"
    r"|(?:world|country|region|nation|Asia|Europe)[’']s (?:largest|biggest|highest|lowest|longest|busiest|freest|safest|top|leading|most)"
    r"|the (?:(?:world|country|region|nation|continent)[’']s )?only (?!way|means|thing|reason|option|path|one|time|chance|hope|road"
    r"|answer)(?:[a-z]+ ){1,4}(?:to|in|with|that)\b"
    r"|second only to|record levels?|(?:longest|fastest|strongest|slowest|weakest|steepest|sharpest|deepest)(?: [\w-]+){0,5}"
    r" (?:of any|in (?:over |more than |nearly |almost )?(?:a|two|three|four|five|ten|twenty|\d+) (?:decades?|years|century)|since)\b"
    r"|(?:\d+|two|three|four|five|six|seven|eight|nine|ten) consecutive"
    r"|(?:record|all-time|historic) (?:high|low)|(?:ranked|ranks|came|placed|rated) (?:first|top)"
)
_INSTRUMENT = re.compile(
    rf"\b(?:{_REPLACES}|{_FIRST_OF_ALL}|{_LAWS}|{_RELIEFS}|{_SETS_UP}|{_SCHEMES}|{_BUILDINGS}|{_OF_OWNERS})", re.IGNORECASE
)
"""What a government or company does that stands for itself: a law, a relief, a body, a scheme, a building, a deal."""
_TALK = re.compile(
    r"(?:I|We) (?:firmly |also |truly )?(?:believe|hope|trust|think|feel|wish|would like|am (?:confident|glad|pleased|honou?red"
    r"|impressed|grateful)"
    r"|are (?:confident|glad|pleased|grateful|proud)|know)\b|(?:In my (?:opinion|view)|As (?:I|we) (?:all )?(?:know|said"
    r"|mentioned))\b|Let (?:us|me)\b"
)
"""How a speaker speaks of what he thinks."""
_YEAR = re.compile(
    r"(?:(?:first|second|third|fourth) (?:half|quarter) of )?(?<![\d.,$£€-])(?:1[6-9]|20)\d\d(?:[-–/]\d{2,4})?(?![\d%]|,\d|\.\d)"
)
"""A year, a half or a quarter of one: since when something was done."""
_PRAISE = re.compile(
    r"\b(?:(?:been|were|was|is|are) (?:very |also )?well received|work(?:s|ing|ed) well|bear(?:s|ing)? fruit|pa(?:id|ying) off"
    r"|(?:is|are|were) significant improvements|(?:solid|strong|firm|sound) (?:foundation|base|basis) for|success story"
    r"|a (?:better|brighter) (?:future|life|tomorrow|society|home|place|country|world|nation|[A-Z][a-z]+)"
    r"|fortitude|play(?:s|ed|ing)? an? (?:[a-z]+ )?(?:important|key|vital|crucial|major|pivotal|significant) (?:role|part))\b"
)
"""How a thing is praised: the scheme is working well tells nothing to look up."""
_LEAST = 2
"""So many words of its own a name has; one beside words that call nothing by themselves (Hong Kong Airport)."""


@cache
def _common() -> frozenset[str]:
    words = {word for row in read_table("en/common_names.tsv", ("kind", "words")) for word in row["words"].split("|")}
    for row in read_table("en/places.tsv", ("place", "adjective", "dollar", "yen", "pound", "rupee", "name")):
        for name in (row["place"], *row["adjective"].split("|")):
            words.update(name.lower().split())
    return frozenset(words)


@cache
def _openers() -> frozenset[str]:
    rows = read_table("en/common_names.tsv", ("kind", "words"))
    return frozenset(word for row in rows if row["kind"] == "opener" for word in row["words"].split("|")) - {"the"}


def calls_by_name(text: str) -> bool:
    """Return whether a thing is called by its name.

    >>> calls_by_name("We will extend the Harbour Light Scheme."), calls_by_name("The Government of Singapore will support SMEs.")
    (True, False)
    """
    text = _LABEL.sub("", text)
    if _PRAISE.search(text) is not None:
        return False
    found = list(_RUN.finditer(text))
    if found and not found[0].start() and _ACTS_ALWAYS.match(text, found[0].end()) is not None and _ACRONYM.fullmatch(found[0][0]):
        del found[0]  # who acts: HMRC continues to …
    return any(_is_name(run[0], opens=not text[: run.start()].strip(" “\"'(")) for run in found)


_ACTS_ALWAYS = re.compile(
    r"\s(?:also |now |currently |has |have )?(?:continu|will|is|are|remain|work|aim|seek|support|help|striv|should|must|can|play|commit)"
)
"""How a body's standing work is told."""


def _is_name(run: str, *, opens: bool) -> bool:
    words = [re.sub(r"['’]s$", "", word).strip(".,") for word in run.split()]
    if opens and words[0].lower() in _openers():
        words = words[1:]  # its capital only opens the sentence: As the Prime Minister
    capital = [word for word in words if word[:1].isupper()]
    own = [word for word in capital if word.lower() not in _common()]
    if opens and own and own[0] == words[0] and not _ACRONYM.fullmatch(own[0]):
        own = own[1:] if len(own) == 1 or len(capital) == 1 else own  # its capital may only open the sentence
    if any(_ACRONYM.fullmatch(word) for word in own):
        return True
    return len(own) >= _LEAST or (len(own) == 1 and len(capital) > _LEAST)


def holds_something(text: str, *, planned: bool) -> bool:
    """Return whether a statement holds a time, a named thing, or an instrument that anybody can check for; `planned`: it is a target. A
    bare year says until when something is to be done, and of what was done next to nothing.

    >>> holds_something("We stepped up our efforts in 2018.", planned=False)
    False
    >>> holds_something("A bill on waste follows in 2019.", planned=True)
    True
    """
    bare = _EDITION.sub("Budget", _ORDINAL.sub("", _OPENS_WITH_YEAR.sub("", _LABEL.sub("", text))))
    bare = _LONG_AGO.sub("", bare) if "year" in bare or "decade" in bare else bare
    bare = _LARGEST_COUNTRY.sub("", bare) if "est " in bare or "populous" in bare else bare
    if _TALK.match(bare) is not None or _PRAISE.search(bare) is not None:
        return False
    dated = bare if planned else _YEAR.sub("", bare)
    return _TIME.search(dated) is not None or _INSTRUMENT.search(bare) is not None or calls_by_name(bare)
