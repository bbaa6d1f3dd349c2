"""An English sentence of a report → as it stands by itself: without the words that only join it to others.

What goes: openers (In addition, And; table en/openers.tsv), the dash of a list, where a reader is sent (please refer to Annex A), what
the speaker says of the speech (as I have just announced; the second change is that …). Whether a sentence speaks of one before it (This
will cost …) is told here too. Chinese sentences have their own words in `cutting`.
"""

from __future__ import annotations

from functools import cache, lru_cache

from reportsum import lazy_re as re

from .tables import read_table

_KNOWN = 2048
"""Sentences are remembered: each is asked about by several steps."""
_SENT_ELSEWHERE = re.compile(
    r"\s*\((?:the same|here and) below\)|\s*\[(?:please )?(?:refer|see)(?:(?-i:[A-Z])|\b)[^\]\n]{1,90}\]"
    r"|\s*\((?:please )?(?:refer to|see)\s[^)\n]{1,90}\)"
    r"|\s*\((?:table|figure|chart|annex|appendix|box|note)s? [A-Z0-9][^)\n]{0,20}\)"
    r"|\s*\[(?:table|figure|chart|annex|appendix|box|note)s? [A-Z0-9][^\]\n]{0,20}\]|(?<=[\w%)’'])\[\d{1,3}\]"
    r"|\s*[\[(](?:loud |prolonged |thunderous )?(?:applause|laughter|cheers|interruption)[.!]?[\])]",
    re.IGNORECASE,
)
_SAID = (
    r"(?:(?:have|had|has)\s)?(?:(?:just|already|also|earlier)\s)?(?:announced|mentioned|said|noted|outlined"
    r"|described|explained|highlighted|stated"
    r"|spoke of|pointed out|set out)"
)
_BEFORE = r"(?:\s(?:earlier|just now|above|before|previously|a moment ago|at the outset|in my (?:opening|introduction)))"
_AS_I_SAID = re.compile(
    rf"(?:^|,?\s)as\s(?:I\s)?{_SAID}{_BEFORE}?(?:(?=[.;:])|,\s?|$)"
    rf"|,?\s(?:which|that)\sI\s{_SAID}{_BEFORE}(?=[,.;:])"
    rf"|,?\s(?:which|that)\sI\s(?:have\s)?just\s\w+ed(?=[,.;:])",
    re.IGNORECASE,
)
_THE_POINT_IS = (
    r"(?:The|My|Our|A) (?:first|second|third|fourth|fifth|next|last|final|other|another|main|key) (?:[a-z]+ )?"
    r"(?:change|measure|point|thing|move|step|element|aspect|initiative|proposal|area) is that\s+(?=\S)"
)
_LET_ME_SAY = (
    r"(?:Let me|I (?:also )?(?:wish|want|would like) to) (?:first |now |also |just )?"
    r"(?:highlight|add|stress|point out|emphasi[sz]e|note|mention) that\s+(?=\S)"
)
_GLAD_TO_SAY = r"I am (?:very |also )?(?:pleased|happy|glad|proud|delighted) to (?:announce|report|say|note|inform the House) that\s+(?=\S)"
_ANNOUNCES = re.compile("|".join((_THE_POINT_IS, _LET_ME_SAY, _GLAD_TO_SAY)))
_LABEL = re.compile(
    r"(?:(?:and|or)\s?)?\((?:[a-z]|[ivx]{2,4})\)\s?|[a-z]\)\s"
    r"|(?:Resolution|Recommendation|Objective|Goal|Priority|Strategy|Measure|Action|Step|Finding|Initiative|Proposal"
    r"|Point) \d{1,2}[:.]\s"
    r"|(?:Thanks to|As a result of|Because of|Building on|Given) (?:all )?(?:these|this|those|such|the above) [a-z-]+"
    r"(?: [a-z-]+){0,3}, (?=\S)"
)
_ABOVE = re.compile(r"\b(?:above|afore)[- ]?(?:noted|mentioned|said|described|named)\s(?=[A-Za-z])", re.IGNORECASE)
_ADDRESSES = re.compile(
    r"(?:\[?\"?\d{1,3}\.\s?)?(?:(?:Mr\.?|Mrs|Ms|Mdm|Madam|Hon(?:ourable)?)\s(?:Deputy\s)?(?:Speaker|President|Chairman|Chair|[Mm]embers)"
    r"|Sir|Madam|Fellow\s(?:[Dd]eputies|[Cc]itizens|[A-Z]\w+)|(?:[Ee]steemed|[Hh]onou?rable)\s(?:[Dd]eputies|[Mm]embers))"
    r"(?:,\s(?:Sir|Madam|and\s[a-z ]{3,30}))?,\s(?=\S)"
)
"""Whom a speaker speaks to: Mr Speaker, Sir, |the dock will open."""
_LIST_OF_FACTS = re.compile(r"(?:To|to) the fact that\s(?=\S)|[Tt]hat (?=(?:about |over |more than |nearly |some )?\d)")
"""A part of a list of what a speaker refers to: that 40 boats were built."""
_HAS_DASH = re.compile("--|[–—•▪■●]")
_SPEAKS = (
    "announced", "mentioned", "said", "noted", "outlined", "described", "explained", "highlighted", "stated", "spoke", "pointed",
    "set out", "just",
)  # fmt: skip
"""One of these stands in whatever a speaker says of what he has said."""
_DASH = re.compile(r"(?:^|(?<=[:;,.]) ?)\s*(?:--|[–—•▪■●])\s+(?=\w)")
_JOINED_INSIDE = re.compile(
    r",\s(?:hence|therefore|thus|however|moreover|furthermore|nevertheless|nonetheless|meanwhile|accordingly"
    r"|consequently|in turn|in addition),(?=\s[a-z])"
)
_THIS = (
    r"(?:This|That)\s(?!year\b|financial\b|fiscal\b|month\b|quarter\b|week\b|time\b|Budget\b|term\b|report\b|Government\b|country\b"
    r"|decade\b|century\b)[a-z]"
    r"|(?:These|Those|Such)\s[a-z]"
    r"|(?:This|These)\s(?:[A-Z]{0,3}[$£€¥]\s?)?\d(?!\d{3}[\s,])"
)
"""This will cost …, but not this year."""
_IT = r"It\s(?!(?:is|was|has been|will be|remains|would be)\s(?:\w+ly\s|also\s|therefore\s)?\w+\s(?:that|to|for)\b|is estimated|takes\b)"
"""It will open …, but not it is estimated that …."""
_THE_SUM = (
    r"The\s(?:(?:first|second|third|next|last|final|other|remaining|full|entire)\s)?"
    r"(?:[A-Z]{0,3}[$£€¥]\s?\d|\d[\d.,]*\s(?:million|billion|trillion)\b)"
    r"|The\s(?:remaining|other)\s\d[\d.,]*\s?(?:%|per\s?cent\b)"
)
"""The $5 million will …; the first $500 will be paid in May."""
_THE_SAME = (
    r"The\s(?:above|said|aforementioned|former|latter|same|additional|extra|enhanced|revised|proposed"
    r"|further)\s[a-z]+\s(?!of|to|in|for|on|from|by|between)[a-z]"
)
_THE_MEASURE = (
    r"The\s(?:[a-z]+\sand\s)?(?:(?:two|three|four|five|six)\s(?:[a-z]+\s)?[a-z]+s|enhancements?|extension"
    r"|reduction|proposals?|changes?|increases?|measures?|schemes?|programmes?|initiatives?|package"
    r"|arrangements?|concessions?|moves?|adjustments?|exercise|allowance|subsidy|grant|injection|subvention|review)"
    r"\s(?:will|would|is|are|was|were|has|have|may|can|aims?|seeks?)\s"
)
"""The scheme will …: which, was said before."""
_UNDER_THESE = (
    r"(?:In|Under|With|Through|For|By|From|At|On|To achieve)\s(?:all\s)?(?:these|this|those|such)\s"
    r"(?!year|month|quarter|week|financial|fiscal|Budget|regard|end)[a-z][^,.]{1,40},\s"
)
_THEY = (
    r"(?:These|Those|This|That|They),\s[a-z]"
    r"|(?:They|He|She|Which|Who)\s(?![^.]*\?)|Both\s(?![^,.;]{1,70}?\sand\s)|(?:Its|Their|His|Her)\s[a-z]"
)
_POINTS_BACK = re.compile("|".join((_THIS, _IT, _THE_SUM, _THE_SAME, _THE_MEASURE, _UNDER_THESE, _THEY)))


_FRONT = "(?:In|On|At|For|During|With|From|After|By|As|Under|Through|To|Of|Upon|Since|Before|Among|Besides|Within|Following|Throughout)"
_TIME_OR_PLACE = (
    "(?:years?|months?|quarters?|weeks?|time|financial|fiscal|Budget|term|reports?|Government|country|decade|century|period|end|spring"
    "|summer|autumn|fall|winter|session|morning|afternoon|regard|point)"
)
"""Behind "this", what is known without a sentence before."""
_IS = "(?:is|are|was|were|has|have|had|will|would|can|should|may)"
_HIS_BEHIND = (
    rf"{_FRONT}\s(?:(?:all|both|each|most|some|the \w+) (?:of )?)?(?:his|her)\s[a-z]"
    rf"|{_FRONT}\b[^;.]{{0,110}}?\s(?:he|she)\s[a-z]"
    rf"|{_FRONT}\s(?:its|their)\s[^;.]{{0,60}},?\s(?:it|they)\s[a-z]"
)
"""In his term …; in May he was elected."""
_WHEN_DONE = (
    r"(?:Upon|After|On|When|Once|Until|Following)\s(?:its\s|their\s)?(?:full\s|fully\s)?"
    r"(?:complet|implement|approv|finish|commission|open|deploy)[a-z]+"
    rf"[^.;]{{0,30}}?\s(?:it|they)\s(?:also\s)?{_IS}\b"
)
"""Upon completion it will …."""
_SO_FAR = (
    r"(?:To date|So far|Today|Currently|At present|Now|Since then|(?:By|In|Since) (?:19|20)\d\d|Over time|In total"
    r"|Altogether|Overall|All in all|(?:Last|This|Next) year|Then)"
    r",?\s(?:it|they)\s(?!(?:is|was|has been)\s(?:\w+ly\s)?\w+\s(?:that|to|for)\b|takes\b)"
    rf"|(?:In total|Altogether|Overall|All in all|Together|In all),?\s(?:this|that|these|those)\s(?:[a-z]+\s){{0,3}}?{_IS}\b"
)
_HAVING_DONE = (
    r"[A-Z][a-z]+ed\b[^,.;]{0,40},?\s(?:it|he|she|they)\s[a-z]"
    rf"|(?:Subject to|If|Once|When) (?:[a-z]+ed|approval|funding|[a-z]+ approval),\s(?:it|they)\s{_IS}\b"
)
_HOW_MANY_OF_THEM = (
    r"The (?:remaining|other|largest|biggest|smallest|first|last)?\s?(?:one|two|three|four|five|six|seven|eight|nine|ten)\s?"
    r"(?:largest|biggest|smallest|others?)?\s(?:accounted|account|make|made|were|are|will|have|had|is|was)\b"
)
"""The five largest accounted for half of it."""
_THE_REST = (
    r"The total (?:commitment|cost|expenditure|provision|outlay|funding|investment|spending|bill)"
    r" (?:will|would|is|was|amounts?|comes?|stands?)\b|The (?:cost|expenditure|commitment|outlay) (?:involved|incurred) "
    rf"|(?:(?:A|One|Two|Three) years? ago,? the|The) (?:figure|number|share|rate|total|proportion)\s{_IS}\b|"
    rf"The (?:results?|outcome|rest|remainder|others?|two|latter|former)\s(?:of (?:this|these|that|those)\b|so far|showed?|shows|{_IS}\b)"
    r"|All (?:of )?(?:the )?(?:two|three|four|five|six|seven|eight) [a-z]+s? "
    r"|(?:One|Another|Others|Some|Several|Most|Many|Half|All|Each|Both|Two|Three|Four|Five|Six|None|Neither|Either)\s"
    r"(?:of (?:these|those|them|which|whom)\b|(?:is|are|was|were|has|have|had|will)\b)"
)
"""The rest will follow; two have opened."""
_OF_THESE = (
    rf"(?:Of|From|Among|After|Besides|Beyond) (?:this|these|that|those),|{_FRONT}\s(?:[a-z]+\s){{0,6}}?(?:these"
    rf"|such(?!\sas)|this\s(?!{_TIME_OR_PLACE})"
    r"|those\s(?!\w+(?:ing|ed)\b|(?:who|with|in|at|of|from|aged|whose|below|above"
    r"|under|on|without|that|which|already)\b))"
    rf"|[A-Z][^.;]{{3,90}}?,\s(?:this|these)\s(?!{_TIME_OR_PLACE})(?:[a-z]+\s){{1,4}}{_IS}\b"
    rf"|(?:If|When|Once|As|Unless|Until)\s[^,.;]{{2,50}}?\s(?:this|these|it|them)\b(?!\s(?:is|was|are|were|year|time|term|month))[^,.;]{{0,30}},"
    rf"|[A-Z][^.;]{{0,70}}?\s(?:of|for|to|in|on|from|with|by|that|about|under|through)\s(?:these|this)\s(?!{_TIME_OR_PLACE})[a-z]"
)
"""The limits of these countries."""
_POINTS_BACK_INSIDE = re.compile("|".join((_HIS_BEHIND, _WHEN_DONE, _SO_FAR, _HAVING_DONE, _HOW_MANY_OF_THEM, _THE_REST, _OF_THESE)))
"""An opening whose pronoun stands behind a phrase of time or manner: in May he was elected; the limits of these countries."""
_FIRST_SENTENCE = re.compile(r".{12,}?[a-z)%”][.!](?=\s[A-Z])", re.DOTALL)
_FOR_THIS = re.compile(
    r"\b(?:for (?:this|that|these|those|such) purposes?|for the purpose(?=[,.;]| and )|to (?:this|that) end"
    r"|in (?:this|that) (?:respect|regard|area))\b"
    r"(?=[,.;]| and )"
    r"|^(?:We|I|The Government) (?:will|shall) (?:also )?(?:start|begin|do so|do this|do that|achieve this|support this|complement this)"
    r"(?: with| by|(?=[,.;]))"
    r"|^(?:Some|Many|Most|All|None|Several|Half|Each|One|Both) of (?:them|these|those)"
    r"(?:,|\s(?:is|are|was|were|has|have|had|will|would|can|may|must|should)\b)"
)
"""Words inside a sentence that mean what the one before it names: for this purpose; we will start with …"""
_DONE_TO_THIS = re.compile(
    r"(?:[A-Z][^,;.]{2,60},\s)?(?:[Ww]e|I|[Tt]he [Gg]overnment)\s(?:(?:will|shall|have|am|are|propose to|plan to"
    r"|intend to|would|should|must)\s)?"
    r"(?:(?:also|now|already|just|further|therefore|thus|hence)\s)*(?!like |do |hope |think |feel |know |believe )"
    r"[a-z]+\s(?:this|these|it)"
    r"(?=\s(?:to|by|from|for|until|till|further|into|with|in|at|through|over|because|so|very|well|successfully)\b|[.,;])"
)
"""What is done to what the sentence before names: we will raise this to $400."""
_THE_NTH_PART = re.compile(r"The (?:first|second|third|next|last|final|initial) (?:phase|stage|batch|round|tranche|part)\b")
_BARE_SHARE = re.compile(
    r"(?:(?:and|about|over|another|nearly) )?[\d.,]+(?:%| per ?cent)? (?:in|for|on|to|from|of|by|at) [^.:]{3,400}[.;]?$"
)
"""A part of a list between semicolons whose verb stands before it: 23% in roads;"""
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|may|must|should|[a-z]{3,}ed|went|rose|fell|grew|came|made|built|spent|saw)\b"
)
_OF_THEM = re.compile(
    r"(?P<before>(?:(?:By|In|From|Over|Within|To|For) [^,;:]{2,40}?,? )?"
    r"(?:[Ww]e|I|[Tt]he (?:[a-z]+ )?[Gg]overnment|[Tt]he [Bb]oard)\s[^,;:]{0,120}?)\b(?:their (?=[a-z])|them\b"
    r"|some of (?:them|these|those)\b)"
)
_PLURAL = re.compile(
    r"\b(?!(?:this|its|has|was|is|as|does|plus|dollars|euros|pounds|yes|us|always|towards|across|besides|process|access|business)\b)"
    r"[A-Za-z-]{2,}s\b|\b(?:people|children|men|women|and|who|those|public|youth|elderly|police|staff|poor|disabled|unemployed)\b"
)
"""Before "their", whose may be meant: support firms in their development."""


@cache
def _openers() -> re.Pattern[str]:
    rows = list(read_table("en/openers.tsv", ("words", "bare"), key="words"))
    for row in rows:
        if row["bare"] not in ("yes", "no"):
            raise row.wrong(f'"{row["bare"]}" is neither yes nor no.')
    plain = "|".join(re.escape(row["words"]) for row in sorted(rows, key=lambda row: -len(row["words"])))
    bare = "|".join(re.escape(row["words"]) for row in rows if row["bare"] == "yes")
    return re.compile(rf"(?:(?:{plain}),|(?i:{bare})(?=\s[A-Za-z]))\s+(?=\S)", re.IGNORECASE)


@lru_cache(maxsize=_KNOWN)
def by_itself(text: str) -> str:
    """Return an English sentence without what only joins it to its speech.

    >>> by_itself("In addition, as I have just announced, the levy will rise by $50 [Please refer to Annex B].")
    'The levy will rise by $50.'
    >>> by_itself("Madam Speaker, the quay was built [seeChart 1]. [Applause.]"), by_itself("That 40 boats were built;")
    ('The quay was built.', '40 boats were built;')
    """
    said = _SENT_ELSEWHERE.sub("", text) if "(" in text or "[" in text else text
    said = _ABOVE.sub("", said) if "bove" in said or "fore" in said else said
    said = _JOINED_INSIDE.sub("", _DASH.sub(" ", said) if _HAS_DASH.search(said) is not None else said).strip()
    if any(word in said for word in _SPEAKS):
        said = _AS_I_SAID.sub(_joint, said).strip()
    previous = None
    while said != previous:
        previous = said
        for pattern in (_ADDRESSES, _LABEL, _openers(), _ANNOUNCES, _LIST_OF_FACTS):
            found = pattern.match(said)
            if found is not None:
                said = said[found.end() :]
    if not said:
        return text
    return said[0].upper() + said[1:] if said != text and (text[:1].isupper() or text[:1] in "-–—•(") else said


def _joint(found: re.Match[str]) -> str:
    """Return what stands instead of what a speaker says of his speech: the comma of an opener before it stays."""
    if not found.start() or not found[0].rstrip().endswith(","):
        return ""
    return ", " if found.start() <= _LONGEST_OPENER else " "


_LONGEST_OPENER = 20
_ACTOR = re.compile(r"(?P<who>We|I|The Government)\s(?:(?P<aux>will|shall|should|must|need to|have)\s)?(?=[a-z])")
_NO_VERB = re.compile(
    r"(?:the|a|an|its|our|their|some|all|more|most|many|each|every|this|that|these|those|over|about|nearly|almost"
    r"|and|but|or|nor|while|with|in|on|at|for"
    r"|to|of|by|from|as|if|when|\w+ing|[a-z-]+s)\b"
)
_DID = re.compile(r"[a-z]+ed\b|(?:built|made|set|put|gave|took|held|began|kept|saw|brought|led|won|cut|met|drew|wrote|spent|paid|grew)\b")


def with_actor(text: str, lead: str) -> str:
    """Return a part of an English sentence, cut at its semicolons, as a sentence: with who acts in the `lead` of that sentence, or at least
    with a capital.

    >>> with_actor("opened two docks;", "We built a quay;"), with_actor("build a dock.", "We will widen the canal;")
    ('We opened two docks;', 'We will build a dock.')
    >>> with_actor("the quay was built.", "We will widen the canal;")
    'The quay was built.'
    """
    actor = _ACTOR.match(lead)
    if actor is not None and not _NO_VERB.match(text):
        done = _DID.match(text) is not None
        if done == (actor["aux"] in (None, "have")):
            return f"{actor[0]}{text}"
    return text[:1].upper() + text[1:]


def lacks_verb(text: str) -> bool:
    """Return whether a part of an English sentence, cut at its semicolons, is a share or sum alone, whose verb stands before it.

    >>> lacks_verb("23% in roads and bridges;"), lacks_verb("23% of it was spent on roads;")
    (True, False)
    """
    return _BARE_SHARE.match(text) is not None and _FINITE.search(text) is None


_GOES_ON_WITHOUT_VERB = re.compile(
    r"(?:Then|At|Up|Down|Rising|Falling)\s(?:(?:about|over|around|just|some|nearly|from|by|to)\s)*(?:[A-Z]{0,3}[$£€¥]\s?)?\d[^;]{2,160}$"
)
"""How a sentence opens that leaves the verb of the one before it unsaid: At 1.2% this year."""


_LATIN = re.compile(r"[A-Za-z]")


@lru_cache(maxsize=_KNOWN)
def points_back(text: str) -> bool:
    """Return whether an English sentence speaks of something before it: its first words only point there.

    >>> points_back("This will cost $5 million."), points_back("This year, exports rose."), points_back("It is expected that prices fall.")
    (True, False, False)
    """
    if _LATIN.search(text) is None:  # a Chinese sentence: spared six patterns
        return False
    if _POINTS_BACK.match(text) is not None or _POINTS_BACK_INSIDE.match(text) is not None:
        return True
    first = _FIRST_SENTENCE.match(text)
    said = first[0] if first is not None else text
    if _FOR_THIS.search(said) is not None or _DONE_TO_THIS.match(said) is not None or _THE_NTH_PART.match(said) is not None:
        return True
    if lacks_verb(said) or (_GOES_ON_WITHOUT_VERB.match(said) is not None and _FINITE.search(said) is None):
        return True
    whose = _OF_THEM.match(said)
    return whose is not None and _PLURAL.search(whose["before"]) is None
