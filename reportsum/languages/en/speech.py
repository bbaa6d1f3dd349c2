"""What an English speaker says of the speech itself, of people met, of what others will tell, or asks: no fact of the report."""

from __future__ import annotations

from reportsum import lazy_re as re

_MORE = r"(?:more|further|the|full|additional|other)\s"
_DETAILS = re.compile(
    rf"(?<![a-z])(?:(?:{_MORE}){{0,2}}(?:details|information|particulars)\b[^.;]{{0,80}}\bwill\s(?:also\s)?be\s"
    r"(?:released|announced|provided|given|set out|published|shared|found|made available|unveiled)"
    rf"|will\s(?:also\s|then\s)?(?:provide|give|announce|share|release|set out|(?:speak|talk) about|say|reveal|unveil)\s(?:{_MORE}){{0,2}}"
    r"(?:on this|about this|details|particulars|more(?=\s(?:on|about)\b|[.,;]))(?![a-z])"
    r"|(?:will|shall)\s(?:also\s|then\s)?(?:provide|give)\s(?:an?|further"
    r"|regular)\supdates?(?![a-z])(?!\sto\s(?:its|their|the)\s(?:systems?|software))"
    rf"|(?:will|shall)\s(?:also\s|then\s)?go\s(?:deeper\s)?into\s(?:{_MORE}|these\s|those\s)*(?:details?|particulars|depth|specifics)(?![a-z])"
    r"|(?:will|shall)\s(?:also\s|then\s)?(?:elaborate|speak more|say more|talk more|expound)(?![a-z])"
    r"|^The\sMinisters?\sfor\s[^.;]{3,80}\swill\s(?:also\s|then\s)?(?:speak|talk)(?![a-z]))",
    re.IGNORECASE,
)
"""Who will tell more of it, and when."""
_WILL_PROPOSE = re.compile(
    r"(?:[A-Z][^,.;]{3,60}, )?I (?:will|shall|am going to) (?:also |now |then )*"
    r"(?:put forward|make|table|present|introduce|propose|announce|unveil)"
    r" (?:a (?:number|series|range|set|package) of|several|some|various|further|more) (?:[a-z-]+ ){0,2}"
    r"(?:proposals?|suggestions|announcements|measures|initiatives|recommendations|changes)"
    r"(?: (?:today|now|later|shortly|in (?:this|my|the) (?:[A-Za-z]+ )?(?:Budget|[Ss]peech|[Aa]ddress|[Ss]tatement)))?\W*$"
)
"""That proposals will follow, and none of them: I will also put forward a number of proposals."""
_SOME = r"(?:just |only |you |some |a few |an? |one |two |three |four |several |a number of |many )*"
_NOW = (
    r"(?:\s(?:will|shall|would (?:first |also )?like to|want to|wish to|now|also|just|have|am going to|come|turn|move|begin|start"
    r"|first|next|then"
    r"|briefly))*\s"
)
_LEAVING = r"(?:(?:Having|After|Before|With that)\b[^,.;]{0,90},\s)?"
_MY_NEXT = rf"{_LEAVING}(?:I|[Ll]et me){_NOW}(?:discuss|go (?:through|over)|run through|cover|deal with (?:each|these|them))(?![a-z])"
_MOVES_ON = re.compile(
    rf"{_MY_NEXT}|{_LEAVING}(?:I|We){_NOW}(?:illustrate|elaborate|highlight|explain|mention|outline|summari[sz]e|touch (?:up)?on"
    r"|turn(?:\snow)? to|move(?: now)? on|come(?: now)? to|conclude|speak|talk|dwell|recap|recall"
    rf"|(?:state|cite|take|share|use) {_SOME}examples?|give {_SOME}(?:examples?|overview|sense|idea|update|account))(?![a-z])"
    rf"|{_LEAVING}(?:[Ll]et|[Aa]llow|[Pp]ermit) (?:me|us)(?![a-z])|May I(?![a-z])"
    r"|(?:I|We) have (?:already |earlier )?(?:referred to|mentioned|alluded to)(?![a-z])"
    r"|(?:I|We) (?:have )?(?:now |just )?(?:spoken|spoke|explained|described|dealt with|covered|set out) (?:about|of|how|why|the)\s"
    rf"|(?:There|Here) (?:is|are) {_SOME}(?:more |other |key |important |main |broad )*"
    r"(?:points?|examples?|lessons?|things|reasons|questions|issues|aspects|messages|observations|remarks)(?![a-z])"
    r"|Put (?:simply|another way|differently)[:,]|Take (?:\w+[\s-]){1,12}(?:as an|for) example"
    r"|(?:An?|One|The|Another) (?:\w+ )?lesson (?:we|that we|I|learn)",
)
"""How a speaker moves on, sums up, takes an example."""
_MET_AMONG = (
    r"(?:One|Some|Two|Many|Several) of the (?:people|persons|residents|workers|students|teachers|pioneers|families|seniors|young people)\b"
    r"[^.]{0,60}\b(?:I|we)\s(?:met|spoke|talked|visited)"
)
_NAMED = (
    r"(?:Mr|Mrs|Ms|Mdm|Madam|Miss)\.? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*(?:, (?:\d+|who|an?)\b[^.]*)?"
    r" (?!will\b|has (?:announced|said)|announced|proposed)[a-z]"
)
"""Mrs Lee, 74, runs …; but not Mr Lee announced …."""
_I_MET = (
    r"(?:He|She) (?!will\b)[a-z]|I (?:recently |also |once |have )*(?:met|visited|spoke with|spoke to|remember|gained|learn(?:ed|t)|heard"
    r"|listened)(?![a-z])"
    r"|I (?:was|am) (?:very |also |truly )?(?:pleased|glad|happy|delighted|privileged|honou?red|touched) to"
    r" (?:meet|have met|visit|speak with)(?![a-z])"
)
_TOLD_ME = r"(?:When|As) I (?:spoke|talked|met|visited|listened)\b[^.;]{0,60}, (?:he|she|they|one)\b|[^.;]{0,90}\btold me\b"
_COUPLES = r"(?:Mr and Mrs|Mr & Mrs) [A-Z][a-z]"
_WISHES = r"(?:I|We) (?:[a-z]+ly )?(?:hope|wish) (?!to\b)[A-Za-z]"
_PERSON = re.compile("|".join((_MET_AMONG, _NAMED, _I_MET, _TOLD_ME, _COUPLES, _WISHES)))
"""Somebody met, and what is told of them."""
_IMPRESSED = (
    r"(?:I|We) (?:am|are|was|were) (?:very |also |truly |deeply |greatly |most |particularly |especially )*"
    r"(?:impressed|touched|moved|inspired|humbled|struck|amazed|proud|honou?red|privileged|encouraged|heartened|grateful|indebted)"
    r" (?:by|with|at|of|to|when|for)\b(?! (?:announce|report|inform|say|present)\b)"
)
_CONFIDENCE = (
    r"(?:I|We) (?:also |still )?(?:have|had) (?:every|absolute|full|great|complete|utmost|much|total) (?:confidence|faith|trust)\b"
    r"|(?:[A-Z][^.;]{0,60}, )?(?:I|we) (?:have|had) the (?:great |distinct )?(?:honou?r|privilege|pleasure)\b"
    r"|It is (?:also |only )?(?:proper|fitting|appropriate|timely|right and proper) (?:to|that)\b"
)
_PRAISES = (
    r"(?:(?:Full|Much|Great|All|Due|(?:A|The) (?:[a-z]+ )?(?:part|share) of the|Much of the|The) )?"
    r"[Cc]redit (?:for this )?(?:should |must |also |rightly )*(?:go(?:es)?|is due) to\b"
    r"|(?:I|We) (?:would like to |wish to |want to |also )*"
    r"(?:pay tribute|salute|applaud|commend|congratulate|remember|honou?r (?:the|this|our|these|those))\b"
)
_EXAMPLES = r"(?:An?|One|Another|A good|One good|Some) examples? (?:of|is|are)\b"
_YOU = r"(?:When|If|As|Where|Whether|Should|Once) you\b|You (?:can|may|will|have|know|see|want|need)\b"
_REMEMBERS = r"It (?:gave|taught|reminded|showed|reminds|gives|fills) (?:me|us)\b|When I (?:first|was|entered|joined|started|took)\b"
_CANNOT = r"We (?:cannot|can never) (?:change|afford|ignore|expect|simply|escape|turn|stop|predict)\b|No (?:one|country|government) can\b"
_THEY_SAY = (
    r"(?:Many|Some|Several|A number of) (?:[a-z]+ ){1,4}?(?:have (?:provided|given|shared) (?:feedback|suggestions|views|ideas)"
    r"|(?:are|have been) (?:concerned|worried|asking|wondering)|(?:have |also )?(?:asked|suggested|told|argued|commented|remarked))\b"
)
_STRESSES = (
    r"I (?:have to|must|should|would|want to|wish to) (?:also |again )?"
    r"(?:point out|emphasi[sz]e|stress|reiterate|say|admit|add|remind|note)\b"
)
_FEELS = re.compile(
    r"(?:\d{1,3}\.\s?)?"
    r"(?:(?:And|But|So|Yet|Indeed|Finally|Also|In addition|For example|Of course|From (?:all )?(?:these|those) [a-z]+), )?"
    rf"(?:{'|'.join((_IMPRESSED, _CONFIDENCE, _PRAISES, _EXAMPLES, _YOU, _REMEMBERS, _CANNOT, _THEY_SAY, _STRESSES))})"
)
"""What a speaker feels or remembers, whom he praises, what holds for anybody: I am impressed with …; when you want to lay a pipe …"""
_NOT_JUST = (
    r"\b(?:will not|won't|is not|are not|was not|cannot) (?:just |only |merely )*(?:be )?"
    r"(?:just|only|merely) (?:about|a matter of)\b"
)
_EVERYBODY = (
    r"^\W*(?:(?:In addition|Moreover|Also), )?[Ee]very (?!year|month|week|quarter)(?:[a-z]+ ){1,3}"
    r"(?:should|must|has to|needs to|deserves?)\b"
)
_WITHOUT_IT = r"\bis (?:difficult|impossible|hard|unthinkable)(?:, if not impossible,)? (?:in an?|without|unless)\b"
_TRUTH = re.compile(rf"{_WITHOUT_IT}|{_NOT_JUST}|{_EVERYBODY}|!\W*$")
"""What is always true, or only exclaimed: every firm should pay some taxes; better jobs will not be just about schools."""
_OF_PERSONS = (
    r"(?:patients|people|seniors|workers|residents|citizens|students|families|households|parents|caregivers"
    r"|employees|young people|the elderly"
    r"|firms|companies|businesses|consumers|members|pensioners|Singaporeans|residents)"
)
_THERE_MAY_BE = r"There (?:may|might|will) (?:also |still )?be (?:people|those|some|many|others|times|cases)\b"
_BOTH_SIDES = (
    r"There (?:are|remain) (?:still |also )?(?:many|a number of|several|both|various) [^.;]*\b(?:conditions"
    r"|factors|opportunities|strengths)\b"
    r"[^.;]*\b(?:challenges|risks|difficulties|problems|weaknesses)\b"
)
_WHAT_A_YEAR = (
    r"(?:It|This|This year|The year|(?:The year )?(?:1[6-9]|20)\d\d|The coming year) (?:is|will be|was) (?:also )?(?:an?|the)"
    r" (?:[a-z]+ )?(?:important|crucial|critical|decisive|pivotal|significant|key|major|historic)"
    r" (?:year|period|stage|time|turning point|milestone|moment)\b"
)
_HARD_YEARS = (
    r"(?:Indeed, )?(?:The (?:last|past) (?:[a-z-]+ ){0,5}(?:years?|months|decades?)|(?:19|20)\d\d) (?:has|have) been"
    r" (?:an? )?(?:very |most |truly )?(?:challenging|difficult|hard|tough|trying|turbulent|eventful|good|great|extraordinary)\b"
    r"|(?:It|This|That) (?:is|will be) (?:also )?an? (?:[a-z]+ )?challenge\b"
    r"|(?:(?:19|20)\d\d|The (?:year|years|months) ahead|This year|Next year) (?:will|is going to|is set to) be (?:also )?(?:an? )?"
    r"(?:very )?(?:challenging|difficult|hard|tough|busy|exciting)(?: (?:year|one|time))?\W*$"
)
_THEY_NEED = (
    rf"(?:[A-Z][^,;.]{{3,50}}, )?(?:(?:[Mm]any|[Mm]ost|[Ss]ome|[Aa]ll)(?: of (?:the|our))? )?(?:[A-Za-z-]+ ){{0,2}}?(?i:{_OF_PERSONS})"
    r" (?:also |often |still |usually |typically |now )*(?:have to|need to|require|prefer|tend to|depend on|rely on|often face)\b"
)
_OPENS_CHANCES = (
    r"(?:[A-Z][\w’'-]* ){1,8}?(?:development|initiative|plan|strategy|agreement|project) (?:will|would|can|should) (?:also )?"
    r"(?:bring|offer|provide|present|create|open up)(?: about)? (?:[a-z]+ ){0,4}?(?:opportunities|benefits|impetus|possibilities|room)\b"
)
_THANKS_TO_ALL = (
    r"[^.;]{5,120}\b(?:is|are) (?:a|the) (?:result|outcome|fruit)s? of the (?:[a-z]+ )?(?:actions|hard work|efforts|wisdom|struggle)\b"
)
_WELL_PLACED = r"We are (?:now )?in an? (?:much |far )?(?:excellent|good|strong|stronger|better|unique|favou?rable) position\b"
_A_BUDGET_FOR = (
    r"(?:This|It|(?:This )?(?:year[’']s )?Budget(?: (?:19|20)\d\d)?) (?:is|will be) (?:also |therefore |thus )?an? (?:[a-z-]+ )?"
    r"[Bb]udget (?:for|of|that|to|shaped|about|which|with)\b"
)
_WE_MUST_BE = (
    r"(?:[Ww]e|[Ee]veryone)(?: all)? (?:must|should|need to|have to|will) (?:all |also |always |continue to )?"
    r"(?:(?:be|remain|stay) (?:more |ever |always |fully )*(?:mindful|vigilant|united|patient|bold|confident|resolute|humble|realistic"
    r"|hardworking|courageous|open-minded|adaptable|nimble|steadfast|steady|grateful|proud|brave|tough)\b"
    r"|(?:join hands|stand (?:together|united|firm|as one)|work (?:hand in hand|as one)|forge ahead"
    r"|rise to (?:the|this) (?:challenge|occasion)|pull together|march (?:on|forward)|keep (?:the )?faith)\b)"
)
_ALWAYS_SAID = (
    _HARD_YEARS, _A_BUDGET_FOR, _WE_MUST_BE, _THERE_MAY_BE, _BOTH_SIDES, _WHAT_A_YEAR, _THEY_NEED, _OPENS_CHANCES, _THANKS_TO_ALL,
    _WELL_PLACED,
)  # fmt: skip
_IN_GENERAL = re.compile("|".join(_ALWAYS_SAID))
"""What holds at all times or for anybody, and how important a year is: patients also have to spend on drugs."""
_THOUGHTS = (
    r"Marxism|Mao Zedong Thought|Deng Xiaoping Theory|Theory of Three Represents|important thought of Three Represents"
    r"|(?:Scientific|scientific) Outlook on Development|Xi Jinping Thought|banner of socialism"
)
_PRINCIPLES = (
    r"(?:fundamental|guiding) principles? (?:of|and system)\b.{0,60}\b(?:Party|Congress|Committee)"
    r"|absolute leadership|more closely around the (?:CPC |Party )?Central Committee"
)
_CREED = re.compile(f"{_THOUGHTS}|{_PRINCIPLES}")
"""What a party believes, by which everything is to be done."""
_IS_DEFINED = re.compile(
    r"\b(?:is|are) (?:currently |now )?(?:defined as|taken to mean)\b|\bby definition\b"
    r"|\bcannot be (?:directly )?compared\b|\bstands adjourned\b"
)
_RULE = re.compile(
    r"(?:The\s)?(?:[A-Z][\w.&/-]*(?:\s(?:of|and|on|for|the|to)(?=\s))*[\s,]{1,2})+(?:(?:Appendix|Section|Part"
    r"|Chapter|Title|No\.)\s[A-Z\d]+\s)?"
    r"(?:also\s|further\s|generally\s)?(?:requires?|provides? (?:guidance|that|for)|directs?|mandates?|stipulates?|defines?"
    r"|instructs?|specif(?:y|ies))\s(?:guidance\s)?"
    r"(?:(?:for|that|all|each|every|federal|executive|public|listed)\s)*"
    r"(?:agenc(?:y|ies)|departments|companies|employers|entit(?:y|ies)|institutions|issuers|bodies|registrants|persons|firms)(?![a-z])"
)
"""What a law or a circular demands of everybody, always."""
_ANY_CASE = (
    r"(?:Any|Each|Every)\s(?:new\s|such\s|other\s)?"
    r"(?:program(?:me)?|project|applicant|recipient|grantee|agency|entity|payment|contract|case|claim"
    r"|employee|member|supplier|vendor|office|activity|transaction|invoice)"
    r"(?:\s[^,.;]{0,90}?)?(?:\s(?:must|shall|may|can)\b"
    r"|\s(?:is|are)\s(?:then\s|also\s)?(?:required|reviewed|assessed|expected|subject|evaluated)\b"
    r"|\s(?:also\s|then\s)?[a-z]{3,}s\s(?:the|a|an|its|and)\b)"
)
"""Each project must …; any claim is reviewed."""
_CASES_THAT = (
    r"(?:All\s|The\s)?(?:[A-Z]?[a-z]+\s)?"
    r"(?:programs|programmes|projects|applicants|recipients|grantees|agencies|entities|payments|contracts|claims|vendors|cases)\s"
    r"(?:that|which|who)\s(?:is|are|have|do|exceed|meet|fail)\b[^.;]{0,160}?\b(?:must|shall|may|(?:is|are) (?:then )?required)\b"
)
"""Projects that exceed the limit must …."""
_IF_A_CASE = r"If\s(?:the|a|an|any|no)\s[^.;]{5,160}?,\s(?:it|they|the\s[a-z]+)\s(?:must|shall|is required|are required|has to|have to)\b"
_CASE_RULE = re.compile("|".join((_ANY_CASE, _CASES_THAT, _IF_A_CASE)), re.IGNORECASE)
"""How a procedure is told: what any program must do, what follows if a case arises."""
_LEADS_IN = re.compile(r"(?:In addition to|Besides|Apart from|Beyond|As part of) [^,;.]{5,120},\s")
_ASKS = re.compile(r"\?[”’\"')\]]*$")
_QUOTES = re.compile(r"[“\"‘'][^“”\"]*[.!?,][”\"’']\W*$|.{0,60}\b(?:proverb|saying|adage|motto)\b", re.IGNORECASE)


_PARAGRAPH = re.compile(r"^\d{1,3}\.\s?")


_HOW_HARD = re.compile(
    r"(?:It|This|That) (?:is|will be|will not be) (?:not |also )?(?:an? |the |our )?(?:[a-z]+ly |very |most )*"
    r"(?:challenging|ambitious|difficult|tall|realistic|achievable|easy|hard|long|important|big)\b(?: (?:but|and|yet) [a-z]+)?"
    r"(?: (?:target|goal|task|order|journey|challenge|decision|undertaking|step))?\.?$"
    r"|Should [^,;.]{5,90}, (?:we|the Government) (?:will|shall|are|is|stand)\b|None of (?:this|these) (?:will|is|are)\b"
    r"|[^.;]{0,400}\b(?:[Ww]e|I) (?:can be|can remain|are|am|remain) (?:[a-z]+ )?(?:confident|convinced|optimistic|hopeful)\b"
    r"|[^.;]{5,400}\b(?:will (?:not|never)|can(?:not| never)) be (?:shaken|deterred|daunted)\b"
)
"""How hard or sure a thing is: it is a challenging target; should prices fall, we will act."""
_SITTING = re.compile(
    r"\bproceed to read\b|\bNotice of Motion\b|\bQuestion (?:again )?(?:put|proposed)\b|^Order[.!,:]|\bI now (?:call|invite)\b"
    r"|\bI suspend\b|\btake the [Cc]hair\b"
    r"|\bseeks? leave\b|\b(?:[Ss]itting|House|meeting) (?:is |was )?(?:now )?(?:resumed|suspended|adjourned|adjourns|stands)\b"
    r"|\bI (?:commend|move) th(?:is|e) (?:Budget|Bill|Statement|[Mm]otion)\b"
)
"""What the chair of a house says, and how a motion is put."""
_BEAR_WITH_ME = r"[^.;]{0,60}\b(?:bear with me|stay (?:alert|awake|with me))\b"
_MY_WISH = r"[^.;]{0,30}\b[Mm]y (?:[a-z-]+ ){0,3}(?:wish|wishes|hope|dream) (?:is|are|for|would be)\b"
_SPOKE_HERE = (
    r"(?:[^,.;]{3,30}, )?I (?:have )?(?:addressed|spoken? (?:in|to|before)|st(?:oo|an)d before) (?:this |the )?"
    r"(?:Parliament|House|Council|Assembly)\b"
    r"|(?:[^,.;]{3,30}, )?I (?:have )?(?:had|presented|delivered|given?|gave) "
    r"(?:[a-z]+ ){1,3}(?:Budgets?|(?:Budget )?[Ss]peech(?:es)?)\b(?! of)"
)
_OF_MY_SPEECH = re.compile(
    rf"{_BEAR_WITH_ME}|{_MY_WISH}|{_SPOKE_HERE}|"
    r"I (?:will|shall|have|am|had)\b[^.;]{0,90}\b(?:my|the|this|his) (?:speech|statement|remarks)\b"
    r"|(?:Rally|Unite|Stand) (?:as one|together|united|behind|around)\b"
)
"""What a speaker says of the speech, and calls: I will do my best to get through the speech; stand together as one people."""


def is_of_a_person(text: str) -> bool:
    """Return whether a sentence, with figures or without, tells of somebody the speaker met.

    >>> is_of_a_person("Mr Tan, 74, runs a shop with 3 helpers."), is_of_a_person("Mr Lee, Minister for Ports, announced 30 boats.")
    (True, False)
    """
    return _SOMEBODY_MET.match(text) is not None and _OF_OFFICE.search(text) is None


_SOMEBODY_MET = re.compile("|".join((_MET_AMONG, _NAMED, _COUPLES)))
_OF_OFFICE = re.compile(
    r"\b(?:Minister|Secretary|President|Premier|Chairman|Chairperson|Commissioner|Governor|Mayor|Chief Executive|Director)\b"
)


_OF_THE_PAST = re.compile(
    r"(?:\d{1,3}\.\s?)?(?:(?:In the past|Previously|Formerly|Traditionally|In earlier (?:years|days)),\s"
    r"|During the (?:[A-Za-z-]+ ){0,4}(?:recession|crisis|crises|tsunami|turmoil|outbreak|epidemic|slump|SARS)\b(?![^,;]*\d)[^,;]{0,60},\s)"
)


def is_of_the_past(text: str) -> bool:
    """Return whether a sentence opens on a time that is over, and no one in particular.

    >>> is_of_the_past("In the past, 20% of stalls stood empty."), is_of_the_past("In the past year, 20% stood empty.")
    (True, False)
    """
    return _OF_THE_PAST.match(text) is not None


def is_rule(text: str) -> bool:
    """Return whether a sentence tells what a law or a circular demands of everybody.

    >>> is_rule("PIRA requires agencies to review all programs above $10 million."), is_rule("The Board requires $5 million to build it.")
    (True, False)
    """
    return (
        _RULE.match(text) is not None
        or _CASE_RULE.match(text) is not None
        or ((leads := _LEADS_IN.match(text)) is not None and _CASE_RULE.match(text, leads.end()) is not None)
        or _IS_DEFINED.search(text) is not None
    )


def is_talk(text: str) -> bool:
    """Return whether a sentence without figures only serves the speech.

    >>> is_talk("The Minister for Ports will provide more details."), is_talk("Mr Lim has fished here all his life.")
    (True, True)
    >>> is_talk("We will provide free ferries."), is_talk("The Minister for Ports will open the dock in May.")
    (False, False)
    """
    return (
        _ASKS.search(text) is not None
        or _DETAILS.search(text) is not None
        or _MOVES_ON.match(text) is not None
        or _PERSON.match(_PARAGRAPH.sub("", text)) is not None
        or _WILL_PROPOSE.match(_PARAGRAPH.sub("", text)) is not None
        or _QUOTES.match(text) is not None
        or _FEELS.match(text) is not None
        or _TRUTH.search(text) is not None
        or _IN_GENERAL.match(_PARAGRAPH.sub("", text)) is not None
        or _CREED.search(text) is not None
        or _SITTING.search(text) is not None
        or _OF_MY_SPEECH.match(text) is not None
        or _HOW_HARD.match(text) is not None
    )
