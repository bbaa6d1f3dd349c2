"""What English figures measure: the words around a figure → its name.

A quantity is named by the subject of its verb ("retail sales|grew by 5.2 percent"), by the noun it is of ("a surplus|of $30 billion"), by
the object that is changed ("cut salaries tax|by 75 per cent"), or by the noun it counts ("12.44 million|urban jobs"). A change without a
name of its own ("an increase of 6.9%") speaks of the quantity before it. Where no noun names it, the name is None: function words never
are a name.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from reportsum import lazy_re as re

from ...annotating import Clause, Measure
from ...figures.figure import FoundFigure
from ...tables import read_table
from .bounds import bound_before

MOST_WORDS = 12
"""A name is cut to so many words."""

_DETERMINERS = (
    r"(?:the|an?|its|our|their|his|this|these|those|that|all|each|every|another|some|any|such|both|more|most|a total of|total number of)"
)
_VERBS = (
    r"(?:grew|grow|grows|grown|growing|rose|rise|risen|rising|increased|increases|increasing|fell|fallen|falling"
    r"|dropped|dropping|declined|declining|decreased|decreasing|reached|reaches|reach|reaching"
    r"|totall?ed|totall?ing|totals|total(?=\s+$)|amount(?:ed|s|ing)?|stood|stands|stand|exceed(?:ed|s|ing)?|surpass(?:ed|es"
    r"|ing)?|expanded|expanding|jumped|climbed|slipped|slid|shrank|contracted|averaged|averaging|averages|was|were"
    r"|is|are"
    r"|be|been|being|became|becomes|come|came|remain(?:ed|s|ing)?|hit|topped|account(?:s|ed|ing)?(?=\sfor)|represent(?:s|ed"
    r"|ing)?|rank(?:s|ed|ing)?|went|edged|recovered|rebounded|doubled|tripled|quadrupled|(?:will|would|to|could)\scost|registered"
    r"|recorded|posted|accelerated|slowed"
    r"|reduced|lowered|lifted|trimmed|halved|up|down|flat|ahead|unchanged"
    r"|numbered|doubling|tripling|amounting|averaging|accounting|standing|jumping|climbing|expanding|comprise[sd]?"
    r"|saw|sees|experienced|moderat(?:ed|es|ing)|eas(?:ed|es|ing)|rebounding|recovering|rang(?:ed|es|ing)|hover(?:ed|s|ing)|soar(?:ed"
    r"|s|ing)|surg(?:ed|es|ing)"
    r"|plung(?:ed|es|ing)|tumbled|plummeted|swelled|advanced|picked up|shrunk|outpaced|outstripped|dipped|deepened|trended"
    r"|equal(?:s|led)?|narrowed|widened|improved|strengthened|weakened|kept|maintained|had|has|have|will|would"
    r"|shall|should|must|may|can|could|did|does|expected|estimated|projected|forecast)"
)
_SUBJECT = re.compile(
    rf"(?P<subject>[^,;:()]*?)\s(?:(?:now|also|have|has|had|both|all|already|further|again|together|currently|only"
    rf"|still|alone|each)\s)*(?P<verb>{_VERBS})(?![\w-])(?P<rest>[^;]*)$",
    re.IGNORECASE,
)
_OF = re.compile(r"(?P<noun>[^,;:()]*?)\sof\s(?:an?\s|the\s|between\s)?$", re.IGNORECASE)
_CHANGE_VERBS = (
    r"(?:reduc(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|cut(?:s|ting)?|lower(?:s|ed|ing)?"
    r"|rais(?:e|ed|ing)|expand(?:s|ed|ing)?|extend(?:s|ed|ing)?|improv(?:e|es|ed|ing)|boost(?:s|ed|ing)?|bring(?:s"
    r"|ing)?(?:\sdown)?|brought(?:\sdown)?"
    r"|lighten(?:s|ed|ing)?|slash(?:ed|es|ing)?|shorten(?:s|ed|ing)?|trim(?:med|ming|s)?|reliev(?:e|ed|es|ing)|grow|limit(?:s|ed)?"
    r"|cap(?:s|ped)?|keep(?:ing)?|kept|hold(?:ing)?|control(?:ling)?|maintain(?:ed)?|enhanc(?:e|ed)|lift(?:ed)?"
    r"|adjust(?:ed)?|waiv(?:e|ed)|upgrad(?:e|ed)|provid(?:e|es|ed|ing)|inject(?:ed)?|allocat(?:e|ed)|set aside"
    r"|dr(?:ive|ives|ove|iving)(?:\sup|\sdown)?|push(?:es|ed|ing)?(?:\sup|\sdown)?"
    r"|earmark(?:ed)?|spend|spent|invest(?:ed)?|grant(?:ed)?|disburse[d]?|forecasts?|estimates?|projects?|put|target)"
)
_OBJECT = re.compile(
    rf"(?<![\w-])(?<!the\s)(?<!our\s)(?<!its\s)(?<!an\s)(?<!\sa\s){_CHANGE_VERBS}\s(?P<object>[^,;:()]+?)"
    r"(?:\s(?:by|to|at|from|below|above|within|under|up to)\s(?:an?\s|the\s|about\s|around\s)?|\s)$",
    re.IGNORECASE,
)
_CHANGE = (
    r"(?:increases?|decreases?|rise|fall|drop|decline|growth|reduction|gain|improvement|expansion|contraction"
    r"|change|uplift|jump|surge|cut|total|average|rate|level|amount|sum|figure|value|number"
    r"|year-on-year (?:increase|growth|rise|decrease|decline|fall)"
    r"|(?:annual|yearly|average annual|average|real|nominal|further|sharp|slight|modest|overall|net|cumulative"
    r"|an annual|compound annual)(?: (?:average|annual))? (?:growth|increase|rate|growth rate|rise|decrease"
    r"|decline|average))"
)
_BARE_CHANGE = re.compile(
    rf"^(?:{_DETERMINERS}\s)?(?:(?:average|annual|overall|further|sharp|slight|net|total|low|high|record|solid"
    rf"|steady|strong|new|mild|modest|moderate|robust|marginal|significant|substantial|remarkable|healthy|rapid|visible|mere|real"
    rf"|notable)\s)*{_CHANGE}$",
    re.IGNORECASE,
)
_STOP_AFTER = re.compile(
    r"\s(?:was|were|is|are|be|been|being|has|have|had|will|would|shall|should|must|may|can|could|to|in|by|from|for"
    r"|at|on|with|that|which|who|whom|where|when|while|over|through|throughout|during|since|compared|and|as|under"
    r"|after|before|into"
    r"|between|including|this|last|next|than|or|but|across|within|per|each|if|so|because|until|around|against"
    r"|toward|towards|among|amid|via|up|down|respectively|annually|year|currently|now|already|so far|took"
    r"|took part|lost|joined|received|benefited|got|made|did|do|use|used|became|moved)(?![\w-])"
    r"|[,;:.!?()\n“”\"]|\s[–—-]\s",
    re.IGNORECASE,
)
_AFTER_NOUN = re.compile(r"[\s-]+(?:(?:worth\sof|of)\s)?(?P<noun>[A-Za-z“\"‘'(].*)", re.DOTALL)
_NO_NOUN = re.compile(
    r"(?:ago|in|by|to|from|for|at|on|and|or|over|up|down|higher|lower|more|less|fewer|per|each|a|an|year|years"
    r"|compared|respectively|as|against|than|with|increase|decrease|rise|fall|growth|drop|decline|reduction|when"
    r"|while|which|that|this|last"
    r"|next|annually|is|was|were|are|has|have|will|within|under|through|during|since|after|before|if|but|plus"
    r"|points?|so|not|out|mainly|largely|yoy|year-on-year|better|worse|faster|slower|between|among|into|until"
    r"|across|on average|total|overall|cheaper|short|off|ahead|above|below|both)(?![\w-])",
    re.IGNORECASE,
)
_WORTH = re.compile(r"[\s-]+(?:(?:worth\s)?of|in|for)\s(?P<noun>(?:the\s|its\s|our\s|all\s|their\s)?[A-Za-z][^,;:.()]*)", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:\W|(?:(?:this|last|next) (?:year|month|quarter)['’]s|(?:FY|fiscal year|financial year)\s?(?:19|20)\d\d(?:[-–/]\d{2,4})?"
    r"|etc\.|of(?!\swhich)|out(?!\sof)|ahead|aside|forward|together|my|us|them|into"
    r"|although|though|despite|whereas|and|but"
    r"|also|or|of which|among (?:them|these|which)|while|with|as a result|in addition|moreover"
    r"|furthermore|however|meanwhile|therefore|thus|hence|overall|there|here|then|so|first|second|third|finally"
    r"|similarly|for example|for instance"
    r"|in (?:total|all|particular|fact|real terms)|on the (?:expenditure|revenue|other) side|at the same time"
    r"|in the (?:past|same) (?:year|period)|during (?:the|this) (?:year|period)|this year|last year|next year|this"
    r"|that|these|those|it|they|we|i|he|she|who|which|our|its|their|the|an?|as|if|when|by|to|from|for|at|on|will"
    r"|shall|would|should|must|may|can|have|has|had|be|is|are|was|were|been|being"
    r"|government will|continue|further|more than|over|about|some|nearly|around|approximately|a total of|total of"
    r"|another|an additional|additional|bringing|registering|raising|reaching|recording|achieving|posting"
    r"|totall?ing|including|such as|namely|both|all|only|just|up|down|up to|at least|estimated|expected|to be|not"
    r"|no|than|with|up from|down from|compared|respectively|per cent|percent|million|billion|trillion|currently"
    r"|now|already|again|in|above|below|higher|lower|mainly|largely|mostly|primarily|partly|roughly|significantly"
    r"|substantially|sharply|steadily|slightly|successfully|actively|considerably|markedly|marginally|modestly"
    r"|gradually|rapidly|quickly|directly|effectively|fully|continuously|vigorously|jointly|notably|especially"
    r"|particularly|merely|solely|actually|annually"
    r"|(?:in|by|during|since|at|over|for|as of|from|until|of)\s(?:the\s)?(?:end of\s|course of\s|first half of\s"
    r"|second half of\s|early\s|late\s|mid-)?(?:(?:fiscal year|financial year|FY)\s?)?(?:(?:19"
    r"|20)\d\d(?:[-–/]\d{2,4})?|this year|last year|next year|the year|(?:past|next|coming|last"
    r"|first)\s\w+\s(?:years?|months?|weeks?|decades?)))(?![\w-])[\s,]*)+",
    re.IGNORECASE,
)
_TRAIL = re.compile(
    r"(?:[\s,]+(?:by|to|at|of|from|over|about|some|nearly|around|approximately|almost|roughly|up|down|and|or|the"
    r"|an?|was|were|is|are|be|been|being|will|would|has|have|had|in|for|with|on|than|as|that|which|also|both|all"
    r"|further|only|just|more|its|our|their|this|these|it|they"
    r"|now|respectively|year-on-year|year on year|yoy|per|set|expected|estimated|projected|forecast|alone"
    r"|currently|already|together|again|still|between|including|but|while|should|shall|must|may|can|could|not|no"
    r"|into|through|during|under|kept|reach|amount|average|total|mainly|largely|mostly|primarily|partly|roughly"
    r"|significantly|substantially|sharply|steadily|slightly|successfully|actively|considerably|markedly"
    r"|marginally|modestly|gradually|rapidly|quickly|directly|effectively|fully|continuously|vigorously|jointly"
    r"|notably|especially|particularly|merely|solely|actually|annually|back|aside|subject|whose|within|onto|who|whom|well|accordingly"
    r"|another"
    r"|starting"
    r"|beginning|upon|later|even"
    r"|(?:for|in|of|during|over)\s(?:the\s)?(?:(?:financial|fiscal|calendar)\s)?(?:year\s(?:of\s)?)?(?:FY\s?)?(?:19"
    r"|20)\d\d(?:[-–/]\d{2,4})?"
    r"|(?:in|for|during|over)\s(?:the\s)?(?:past|last|next|new|coming|current|same|first|second|third|fourth)\s(?:\w+\s)?(?:years?"
    r"|months?"
    r"|quarters?|half|decade)(?:\sof(?:\s(?:19|20)\d\d(?:[-–/]\d\d)?)?)?|(?:for|of|in)\s(?:the|this|last|next)\s(?:new\s"
    r"|coming\s)?(?:financial\s"
    r"|fiscal\s)?year"
    r"|(?:last|this|next)\s(?:year|quarter|month)))+$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_INTRO = re.compile(r"^[^,;:]{2,60},\s(?=[a-z“]|the\s|[A-Z])")
_INTRO_WORD = re.compile(
    r"^(?:however|therefore|thus|hence|indeed|finally|then|likewise|upon|apart|besides|unlike|alongside|through|in|on|at|by|for"
    r"|during|since|as|with|despite|given|over|after|before|under"
    r"|according|to|if|when|while"
    r"|compared|due|based|owing|thanks|following|throughout|from|of|among|although|though|because|once|last|this"
    r"|next|first|second|third|overall|meanwhile|moreover|also|furthermore)(?![\w-])",
    re.IGNORECASE,
)
_KEYED = re.compile(r"^[\s>|•-]*(?P<key>[A-Za-z][\w ().&/'’%-]{1,200}?)(?:,? (?:FY ?)?(?:19|20)\d\d)?:\s*['\"\[]{0,3}[-\d$£€(.]")
_WORD = re.compile(r"[A-Za-z][\w’'-]*")
_ONE_LETTER = re.compile(r"^\W*(?:\(?[a-z0-9ivx]{1,4}[.)]|[-–—•▪■●*]+)\s*", re.IGNORECASE)
_PERSONS = frozenset("we i it they he she you who which what there this that these those us them one".split())  # noqa: SIM905


@cache
def _empty_words() -> frozenset[str]:
    """Return words that cannot make a name by themselves."""
    return frozenset(row["word"] for row in read_table("en/empty_words.tsv", ("word",), key="word"))


def read_english(text: str, clause: Clause, figures: Sequence[FoundFigure]) -> tuple[Measure, ...]:
    """Return the measures of an English clause; each figure stands in exactly one."""
    if not clause.figures:
        return (Measure(plain_name(text[clause.start : clause.end]), ()),)
    keyed = _KEYED.match(text[clause.start : clause.end])
    if keyed is not None:
        return tuple(Measure(keyed["key"].strip(), (number,)) for number in clause.figures)  # a list under a key: a value a year
    drafts: list[tuple[str | None, list[int]]] = []
    before = clause.start
    handed = _handed_out(text, clause, figures)
    for number in clause.figures:
        figure = figures[number]
        name = handed.get(number) or _name(text, clause, figure, before)
        goes_on = figure.role == "share" and (
            _SHARE_LEAD.fullmatch(text, before, figure.start) is not None or _SHARE_END.search(text, before, figure.start) is not None
        )
        if drafts and name == drafts[-1][0] and (figure.role == "level") != (figures[drafts[-1][1][-1]].role == "level"):
            name = None  # 97 convictions and recovered|$52 million: what was counted is no money
        if drafts and goes_on and number not in handed:
            name = None
        last = figures[drafts[-1][1][-1]] if drafts else None
        if last is not None and last.base is not None and last.unit_code == figure.unit_code and number not in handed:
            name = (
                None if _STEP.fullmatch(text, last.end, figure.start) else name
            )  # from $200,000 to|$400,000 to help: what follows is no name
        if drafts and drafts[-1][0] is not None and name is not None and _LIMIT.fullmatch(name):
            name = f"{name} for {drafts[-1][0]}"
        if (name is None and drafts and _goes_with(text, figure, figures[drafts[-1][1][-1]])) or (
            drafts and name is not None and name == drafts[-1][0]
        ):
            drafts[-1][1].append(number)
        else:
            drafts.append((name, [number]))
        before = figure.end
    return tuple(Measure(name, tuple(numbers)) for name, numbers in drafts)


_LIST_JOINT = re.compile(r",?\s(?:and|or)\s|,\s|\s&\s")
_BETWEEN_LISTED = re.compile(r"\s*(?:,\s*(?:and\s)?|and\s|,?\sor\s)\s*(?:by\s|to\s)?")


def _handed_out(text: str, clause: Clause, figures: Sequence[FoundFigure]) -> dict[int, str]:
    """Return the names that a list hands out to a list of figures: "A, B and C fell by 1%, 2% and 3% respectively"."""
    names: dict[int, str] = {}
    run: list[int] = []
    for number in clause.figures:
        if run and not _BETWEEN_LISTED.fullmatch(text, figures[run[-1]].end, figures[number].start):
            run = []
        run.append(number)
        after = text[figures[number].end : figures[number].end + 16].lstrip(" ,")
        if len(run) < 2 or not after.startswith("respectively"):
            continue
        left = " ".join(_ASIDE.sub("", text[clause.start : figures[run[0]].start]).split()) + " "
        found = _SUBJECT.search(re.sub(r",(?=\s)", "\x00", _without_intro(left)))
        if found is not None:
            subjects = [_clean(piece) for piece in _LIST_JOINT.split(found["subject"].replace("\x00", ",")) if piece.strip()]
            subjects = subjects[-len(run) :]
            subjects = _shared_head(subjects)
            if len(subjects) == len(run) and all(subjects):
                names.update((one, name) for one, name in zip(run, subjects, strict=True) if name)
    return names


_KIND_ALONE = re.compile(
    r"(?P<head>.+\sof\s)(?:urban|rural|domestic|foreign|public|private|male|female|primary|secondary|local"
    r"|overseas)"
)


def _shared_head(subjects: list[str | None]) -> list[str | None]:
    """Return two names with what they share: "income of urban|and rural residents" is income of urban residents, of rural residents."""
    if len(subjects) != 2 or subjects[0] is None or subjects[1] is None or (kind := _KIND_ALONE.fullmatch(subjects[0])) is None:
        return subjects
    return [f"{subjects[0]} {subjects[1].split()[-1]}", kind["head"] + subjects[1]]


_NEW_SUBJECT = re.compile(r"[;:]|\.\s")


def _goes_with(text: str, figure: FoundFigure, last: FoundFigure) -> bool:
    """Return whether a figure without a name speaks of the quantity before it: its change, its rank, what it came from or went to."""
    between = _BASE_BRACKET.sub(" ", text[last.end : figure.start])
    if _STEP.fullmatch(between):
        return True
    if _NEW_SUBJECT.search(between):
        return False
    if figure.role == "share" and (_SHARE_LEAD.fullmatch(between) or _SHARE_END.search(between)):
        return True  # reserves of $870 billion, representing|35.2 per cent of GDP
    if figure.role in ("change", "change_pp", "rank", "multiple") or figure.base is not None or last.base is not None:
        return True
    return figure.unit_code == last.unit_code and len(between) < _NEAR


_SHARE_LEAD = re.compile(
    r"[\s,(–—-]*(?:or|representing|accounting for|equivalent to|equal to|which (?:is|was|represents|accounts for)|that is|i\.e\.|being|at"
    r"|making up)?"
    r"(?:\s(?:about|around|some|nearly|over|more than|almost))?\s*",
    re.IGNORECASE,
)
_SHARE_END = re.compile(
    r"(?<![a-z])(?:representing|accounting for|equivalent to|equal to|making up|which (?:is|was|represents|accounts for))"
    r"(?:\s(?:about|around|some|nearly|over|more than|almost))?\s$",
    re.IGNORECASE,
)
_BASE_BRACKET = re.compile(r"\s*\((?:[^():]{0,30}(?:(?:19|20)\d\d|year|period|half|quarter)[^():]{0,12}):\s*$", re.IGNORECASE)
"""What opens the value of an earlier time: (H1 2024:|£388.5m)."""
_STEP = re.compile(
    r"[\s,(]*(?:to|from|or|vs\.?|versus|compared with|against|and now|to reach|to exceed|to surpass)?\s*(?:(?:just|about|around|over"
    r"|nearly|a record)\s)?",
    re.IGNORECASE,
)
"""From a change to the level it led to: up 6.2% to|£412.6m."""
_NEAR = 40
_BOUND_VERB = re.compile(r"(?:not\s)?(?:exceed|surpass|top|pass|approach)", re.IGNORECASE)
"""Words that bound a figure and are the verb of its subject."""


def _name(text: str, clause: Clause, figure: FoundFigure, before: int) -> str | None:
    """Return the name of a figure; None where nothing in its clause names it."""
    segment = text[before : figure.start]
    segment_whole = " ".join(segment.split()) + " "
    words = bound_before(segment)[1]
    segment = segment if _BOUND_VERB.match(segment, words) else segment[:words]
    right = text[figure.end : clause.end]
    left = _ASIDE.sub("", " ".join(segment.split()) + " ")
    first = before == clause.start
    left = _ONE_LETTER.sub("", left) if first else left
    left = re.sub(r",(?=\s(?:from|to|by)\s$)", "", left)
    left = _FROM_LEVEL.sub(" from ", _SAID_OF.sub("", left))
    if (ceiling := _CEILING.search(segment_whole)) is not None:
        return ceiling["name"]
    behind = _behind(figure, right)
    of = _of(left)
    if behind is not None and figure.role == "count":
        return of if of is not None and _AIM.search(of) else behind
    if behind is not None and of is None and _is_modifier(figure, right):
        if _FUND.fullmatch(behind):
            return _given_for(behind, right[right.find(behind) + len(behind) :]) or behind
        return behind
    if behind is not None and of is None and figure.role == "level" and _OPENS.search(left):
        return behind  # nothing before it in its part: 24,500 kilometres of|rivers
    if of is not None and figure.role == "level" and _GIVEN.search(of):
        return _given_for(of, right)
    if figure.role == "count" and _BARE_BEHIND.match(right) and _TOLD_OF.search(left) is None:
        return _served(left, right)  # 230 000|people: nothing before says who they are
    goes_on = not first and _GOES_ON.match(left) is None  # a new part opens with a comma
    if behind is not None and _WORTH_OF.match(right):
        return behind
    if figure.role == "share" and of is None and _OPENS.search(left) and (whole := _share_of(right)) is not None:
        return whole
    named = of or _object(left, figure) or _subject(left, first=first) or (None if goes_on else _standing(left)) or _changed_in(left, right)
    if of is None and figure.role == "level" and (what := _money_in(right)) is not None:
        return what
    if named is not None and not _AGENT.fullmatch(named):
        return named
    if figure.role == "level" and (what := behind or _purpose(right)) is not None:
        return what
    if first and (topic := _AS_FOR.match(left)) is not None:
        return behind or _clean(topic["noun"])
    return behind or (_share_of(right) if figure.role == "share" else None) or (_label(left, right) if first else None)


_BARE_BEHIND = re.compile(r"\s(?:people|persons|units|places|posts|individuals)(?![\w-])", re.IGNORECASE)
_TOLD_OF = re.compile(
    r"(?<![\w-])(?:by|to|at|reach(?:ed|es)?|was|were|is|are|total(?:s|led|ed)|exceed(?:s|ed)?|number(?:s|ed)|had"
    r"|has)\s$",
    re.IGNORECASE,
)
"""What stands right before a figure that its subject amounts to."""
_SERVED = re.compile(
    r"(?:^|[,;:]\s|(?<=\s))(?P<subject>[^,;:]*?)\s?(?:(?:now|has|have|had|will|already|also|currently|further|only)\s)*(?<![\w-])"
    r"(?P<verb>cover|benefit|employ|assist|serv|help)(?:e|s|es|ed|ing)?\s$",
    re.IGNORECASE,
)
_SERVED_HOW = {"cover": "covered", "employ": "employed", "assist": "assisted", "serv": "served", "help": "helped", "benefit": "benefiting"}


def _served(left: str, right: str) -> str | None:
    """Return people with what is done for them: "schemes cover|900 million people", people covered by schemes."""
    found = _SERVED.search(left)
    counted = _BARE_BEHIND.match(right)
    if found is None or counted is None:
        return None
    verb = found["verb"].lower()
    by = _clean(re.split(r"[,;:]\s|\sand\s(?=basic|other|the)", found["subject"])[-1])
    named = by is not None and not _AGENT.fullmatch(by) and not _VERB.search(by) and len(by.split()) <= MOST_WORDS // 2
    return f"{counted[0].strip()} {_SERVED_HOW[verb]}" + (f" {'from' if verb == 'benefit' else 'by'} {by}" if named else "")


_WORTH_OF = re.compile(r"\s*worth\sof\s")
_GOES_ON = re.compile(r"\s?(?:[,;(–—-]|and\s)", re.IGNORECASE)
"""Where a new part may begin behind a figure; 2.8 percent|of GDP in 2009 to: this belongs to the figure."""
_SAID_OF = re.compile(
    r"(?:(?<=the\s)|(?<=a\s)|(?<=an\s)|(?<=its\s)|(?<=our\s)|(?<=their\s)|(?<=total\s)|(?<=['’]s\s))"
    r"(?:estimated|projected|forecast|expected|anticipated|revised|budgeted|increased|reduced|expanded|improved|lowered"
    r"|reported)\s(?=[a-z])",
    re.IGNORECASE,
)
"""A participle before its noun is no verb: the|estimated|costs."""
_FROM_LEVEL = re.compile(
    r"\sfrom\s(?:its|the|an?|their|our)\s(?:(?:present|current|previous|original|existing|recent|earlier|last|record)\s)?"
    r"(?:low|high|peak|trough|current|present|existing|previous|original|level|estimate)(?:\s(?:level|figure|rate|of))*\s$",
    re.IGNORECASE,
)
"""Where a change began is no name: dropped|from a peak of."""
_LIMIT = re.compile(r"(?:[a-z]+ ){0,2}(?:ceiling|cap|limit)", re.IGNORECASE)
_CEILING = re.compile(r"(?:subject to|with) an? (?P<name>(?:[a-z]+ ){0,2}(?:ceiling|cap|limit))(?: of)? $", re.IGNORECASE)
_OPENS = re.compile(
    r"(?:^|[,;:]\s|\s[–—-]{1,2}\s)\W*(?:(?:and|or|also|another|an|additional|a|total of|some|over|nearly|the)\s)*$", re.IGNORECASE
)
_GIVEN = re.compile(
    r"(?:^|\s)(?:provision|funding|allocation|injection|grant|sum|subsidy|subsidies|loan|budget|subvention|commitment|package"
    r"|appropriation)$",
    re.IGNORECASE,
)
"""Money that is given is named with what it is given for."""
_GIVEN_FOR = re.compile(
    r"\s(?:(?:will be|was|were|has been|have been|is|to be)\s[a-z]+ed\s(?:to|for)\s(?:the\s)?(?:[^,;:.()]{2,60}?\s(?=to\s))?"
    r"|to\s(?:the\s)?[A-Z][^,;:.()]{2,60}?\s(?=to\s)|for\s(?:the\s)?(?P<who>[^,;:.()]{2,60}?)\s(?=to\s))?"
    r"(?P<joint>to\s(?!the|an?\s)[a-z]+(?:\s(?:out|up|on))?|for|on|into)\s(?P<noun>[A-Za-z][^;:.()]*)"
)
_FUND = re.compile(r"fund|loan|package|programme|program|scheme|grant|facility", re.IGNORECASE)
_AS_FOR = re.compile(r"(?:as for|regarding|as regards|turning to)\s(?P<noun>[^,;:.]{3,60}),\s", re.IGNORECASE)
_GIVING = re.compile(
    r"(?:granting|giving|providing|offering|paying|grant|give|provide|offer|pay)\s(?:each|every"
    r"|all)?\s?(?P<who>[a-z].{2,60}?)\san?\s(?P<given>(?:[a-z-]+\s){0,3}[a-z]+)",
    re.IGNORECASE,
)
"""Whom money is given to, before it: granting each household a|subsidy."""
_LABEL_END = re.compile(r"[\s.;,)]*$")


def _given_for(given: str, right: str) -> str | None:
    """Return what is given with what it is for: "provision|$16 billion for|universities"; without whom it is given to."""
    if (to := _GIVING.fullmatch(given)) is not None:
        return f"{to['given']} for {to['who']}"
    given = re.sub(r"^.*\s(?:an?|the)\s", "", given)
    found = _GIVEN_FOR.match(_TIME_BEHIND.sub("", " " + " ".join(right.split())))
    purpose = _clean(_cut(found["noun"])) if found is not None else None
    if found is None or purpose is None or _DIGIT.search(purpose):
        return given if " " in given else None
    return f"{given} {found['joint']} {purpose}"


def _label(left: str, right: str) -> str | None:
    """Return the noun phrase of a line without a verb: "Surveyed unemployment rate within|5.5 percent;"."""
    if _LABEL_END.fullmatch(right) is None or _VERB.search(left.strip().partition(" ")[2]) or re.search(r"[,;:]", left):
        return None
    return _clean(left)


_TWO_NOUNS = re.compile(
    r"\sand\s[a-z-]+(?<!ing)(?=$|[,.;:]|\s(?:of|in|for|to|by|on|at|with|over|during|and|was|were|is|are|will|has"
    r"|have)\s)"
)
_TWO_NAMES = re.compile(r"\sand(?:\s[A-Z][\w’'-]+)+")
_TIME_BEHIND = re.compile(
    r"^\s(?:each year|a year|annually|in total|(?:in|over|for|during|within)\s(?:the\s)?(?:(?:coming|next|past|following|current"
    r"|last)\s)?(?:\w+\s)?"
    r"(?:years?|months?|(?:19|20)\d\d(?:[-–/]\d\d)?)(?:\sfrom\s[\d–/-]+(?:\sonwards)?)?)(?=\s)"
)


def _cut(noun: str) -> str:
    """Return a noun phrase up to what no longer belongs to it; two nouns joined by "and" are one: science and technology."""
    noun = re.sub(r"^(?:the|an?|our|its|their)\s", "", noun)
    end = _STOP_AFTER.search(noun)
    if end is None:
        return noun
    name = noun[: end.start()]
    joined = _TWO_NAMES.match(noun, end.start()) if name[:1].isupper() else _TWO_NOUNS.match(noun, end.start()) if " " not in name else None
    if joined is None:
        return name
    if noun.startswith(" of ", joined.end()):
        further = _STOP_AFTER.search(noun, joined.end())  # the construction and repair|of several hospitals
        return noun[: further.start()] if further is not None else noun
    return noun[: joined.end()]


_AIM = re.compile(r"\s(?:target|goal|supply|capacity|quota|plan)$", re.IGNORECASE)
"""What things are counted towards names them better than the things: a public housing supply target of 280 000|units."""
_AGENT = re.compile(
    r"(?:(?:central|local|federal|state|provincial|city|county|hksar|hong kong|singapore|uk|us|welsh"
    r"|scottish)\s)?(?:governments?|council|board|ministry|department|agency|group|company|authority|commission"
    r"|bank|treasury|parliament|congress|committee"
    r"|mti|mof|city|county|university|corporation|hong kong|china|singapore|macao|taiwan|mainland|united states|united kingdom"
    r"|country|nation)(?: authorities)?",
    re.IGNORECASE,
)
"""Who gives or spends names no quantity."""
_PURPOSE = re.compile(
    r"\s+(?:for|into|in|on|towards?|under|to)\s(?:(?:help\s|further\s"
    r"|continue to\s)?(?P<verb>[a-z]+(?<!ing)(?:\s(?:out|up))?)\s(?=(?:the|an?|our|its|their|more"
    r"|[A-Za-z]+)\s))?(?P<noun>[A-Za-z][^,;:.()]*)"
)


_MONEY_IN = re.compile(
    r"\s+in\s(?!(?:total|cash|all|real|nominal|value|each|this|that|the|an?|fiscal|terms|aggregate|addition|order|place|line|force"
    r"|excess|early|late|mid"
    r"|respect|order|return|line|comparison|our|its|their)(?![a-z]))(?P<noun>[a-z][^,;:.()]*)"
)


def _money_in(right: str) -> str | None:
    """Return what an amount is told in: "$1.4 billion|in questioned costs"."""
    found = _MONEY_IN.match(" " + " ".join(right.split()))
    if found is None:
        return None
    end = _STOP_AFTER.search(found["noun"])
    name = _clean(found["noun"][: end.start()] if end is not None else found["noun"])
    return None if name is None or _DIGIT.search(name) else name


def _purpose(right: str) -> str | None:
    """Return what money is given for: "$400 million|into the Fund", "$200 million|to install traffic detectors"; not to whom."""
    flat = _TIME_BEHIND.sub("", " " + " ".join(right.split()))
    if (given := _GIVEN_FOR.match(flat)) is not None and given.start("joint") > 1 and given["joint"].startswith("to "):
        name = _clean(_cut(given["noun"]))
        if name is not None and not _DIGIT.search(name):
            return name
    found = _PURPOSE.match(flat)
    if found is None:
        return None
    noun = flat[found.start("noun") : found.end("noun")]
    if found["verb"] and not flat.lstrip().startswith("to "):
        noun = f"{found['verb']} {noun}"
    name = _clean(_cut(noun))
    return None if name is None or _DIGIT.search(name) or _AGENT.fullmatch(name) or _RECIPIENT.fullmatch(name) else name


_RECIPIENT = re.compile(r"(?:[A-Z][A-Z&]{1,5}|purpose|matter|period|departments|agencies|bureaux|organi[sz]ations)")
"""To whom money is given is not what for."""
_DIGIT = re.compile(r"\d")


def _of(left: str) -> str | None:
    """Return the noun that a figure is of: "overall economic growth|of 2.4 per cent"."""
    found = _OF.search(left)
    if found is None:
        return None
    if _ON_TOP.search(found["noun"]):
        return None
    if _THOSE_SERVED.search(found["noun"]):
        return None
    noun = _noun_at_end(found["noun"])
    if noun is None or _BARE_CHANGE.match(noun) or _WORK.fullmatch(noun):
        # "an increase in exports of 5%" names exports, "an increase of 5%" nothing
        return None
    return noun


_THOSE_SERVED = re.compile(r"benefit(?:s|ed|ing)?\s(?:an?\s|the\s)?(?:total\s|estimated\s)?(?:headcount|number|total)$", re.IGNORECASE)
"""How many benefit is the headcount of no body."""
_WORK = re.compile(r"(?:the\s)?(?:construction|completion|renovation|installation|purchase|provision|addition|creation)", re.IGNORECASE)
"""Work on things names no quantity, the things do: construction of|40 kilometres of road."""
_STANDING = re.compile(
    r"(?P<subject>[^,;:()]+?)\s(?:at|to|from)\s(?:an?\s)?(?:(?:record|new|high|low|all-time|level|of)\s)*$",
    re.IGNORECASE,
)
_CHANGE_OF = re.compile(
    r"(?:reduction|increase|decrease|growth|rise|fall|drop|decline|improvement|cut|saving)s?\sof\s(?:an?\s|at least\s|about\s)?$",
    re.IGNORECASE,
)
_IN_WHAT = re.compile(r"\s(?:in|of)\s(?P<noun>[A-Za-z][^,;:()]*)")


def _standing(left: str) -> str | None:
    """Return what stands at a level without a verb: "order book at a record|£1.2bn"."""
    found = _STANDING.search(left)
    return _clean(found["subject"]) if found is not None else None


def _changed_in(left: str, right: str) -> str | None:
    """Return what a change behind which it is named is of: "a reduction of|50% in emissions"."""
    found = _IN_WHAT.match(" ".join(right.split()) if right[:1] != " " else " " + " ".join(right.split()))
    if found is None or _CHANGE_OF.search(left) is None:
        return None
    end = _STOP_AFTER.search(found["noun"])
    name = _clean(found["noun"][: end.start()] if end is not None else found["noun"])
    return None if name is None or _DIGIT.fullmatch(name[:1]) else name


_ON_TOP = re.compile(
    r"(?<![a-z])(?:on top|because|instead|ahead|in front|as part|in case|in excess|in terms|on account|regardless|outside|inside|out)$",
    re.IGNORECASE,
)


_CHANGE_NOUNS = (
    ("down", "reduction in"),
    ("reduc", "reduction in"),
    ("lower", "reduction in"),
    ("cut", "reduction in"),
    ("slash", "reduction in"),
    ("lighten", "reduction in"),
    ("trim", "reduction in"),
    ("increas", "increase in"),
    ("rais", "increase in"),
    ("boost", "increase in"),
    ("up", "increase in"),
    ("expand", "increase in"),
    ("grow", "increase in"),
    ("lift", "increase in"),
)
"""What changes by a sum is told with the noun of its verb: reduce revenue by $3 billion, reduction in revenue."""


def _object(left: str, figure: FoundFigure) -> str | None:
    """Return the object of the last verb that changes something by or to the figure; what changes by a sum is told with its verb."""
    found, start = None, 0
    while (match := _OBJECT.search(left, start)) is not None:
        found, start = match, match.start() + 1
    if found is None:
        return None
    if found["object"].startswith("to "):
        return None  # increased to cover
    name = _clean(found["object"])
    if name is not None and figure.role == "level" and left.endswith("by "):
        verb = left[found.start() : found.start("object")].lower()
        change = next((noun for stem, noun in _CHANGE_NOUNS if verb.startswith(stem) or stem in verb.split()), None)
        return f"{change} {name}" if change is not None else name  # reduce tax revenue by $3 billion: no level of tax revenue
    return name


def _subject(left: str, *, first: bool) -> str | None:
    """Return the subject of the verb before a figure: of the nearest part of the sentence that has one."""
    text = _without_intro(left) if first else left
    parts = _PARTS.split(text)
    for place in range(len(parts) - 1, -1, -1):
        found = _SUBJECT.search(parts[place].strip() + " ")
        if found is None:
            continue
        if _THAT_OF.search(found["subject"]) or _DOES.match(found["subject"]):
            return None  # that with Russia increased: what "that" is stands before
        subject = re.split(r"(?<![\w-])(?:that|where|when|because|if|while|but|whereas|although|though)\s", found["subject"])[-1]
        if (beside := re.search(r"(?<![\w-])with\s", subject)) is not None and (
            not beside.start() or _VERB.search(subject, 0, beside.start())
        ):
            subject = subject[beside.end() :]
        if (
            place
            and _LIST_TAIL.fullmatch(found["subject"])
            and _LIST_HEAD.fullmatch(parts[place - 1])
            and not _VERB.search(parts[place - 1])
        ):
            name = _clean(f"{parts[place - 1].strip()}, {found['subject'].strip()}")
            return None if name is None or _BARE_CHANGE.match(name) else name
        if _VERB.search(subject) or not first:
            subject = re.split(r"\sand\s", subject)[-1]  # tourism was weak and|arrivals dropped by
        name = _clean(subject)
        if name is None and place:
            name = _clean(parts[0])  # the total, including fees, was
        return None if name is None or _BARE_CHANGE.match(name) else name
    return None


_DOES = re.compile(r"\W*(?:this|it|these|we|i|they|which)\s(?:[a-z]+ly\s)?[a-z]+ed\s", re.IGNORECASE)
_THAT_OF = re.compile(r"(?<![\w-])(?:that|those)\s(?:with|of|in|for|from)\s", re.IGNORECASE)
_LIST_TAIL = re.compile(r"(?!(?:and|the|its|our)\s)\s*[a-z][\w-]*(?:\s[\w-]+){0,3}\s(?:and|or)\s[\w-]+(?:\s[\w-]+){0,3}")
_LIST_HEAD = re.compile(
    r"(?!(?:in|on|at|by|for|with|as|to|despite|after|under|over|through)\s)"
    r"(?:and\s|but\s)?[^,;:]*?\s(?:of|to|for|on|between)\s[\w\s-]+",
    re.IGNORECASE,
)
"""The ends of a list in a subject: loans to agriculture,|rural areas and farmers."""
_PARTS = re.compile(r"[,;:]\s|\s[–—]\s")
_VERB = re.compile(rf"(?<![\w-]){_VERBS}(?![\w-])", re.IGNORECASE)


def _without_intro(left: str) -> str:
    """Return a sentence without what opens it before its subject: "In 2015, ", "Despite the slowdown, "."""
    text = _ONE_LETTER.sub("", left)
    while (intro := _INTRO.match(text)) is not None and _INTRO_WORD.match(text):
        text = text[intro.end() :]
    return text


def _noun_at_end(text: str) -> str | None:
    """Return the noun phrase that ends `text`, back to its verb or determiner."""
    pieces = re.split(
        rf"(?<![\w-])(?:(?:(?:we|i|they|it)\s)?(?:will|shall|should|would|must|to|can|may|could)\s(?:[a-z]+ly\s"
        rf"|also\s|not\s)?[a-z]+|(?:we|i|they|it)\s(?:[a-z]+ly\s|also\s)?[a-z]+|{_VERBS}|{_CHANGE_VERBS}|with|to|by"
        rf"|recording|registering|set up|saw|see|include[sd]?|including|subject to|other than|that|which|and|posted|record|recorded"
        rf"|than|but|because|consist(?:s|ed|ing)? of|comprises?|expects?|forecasts?|made|makes?|making|allocating|achiev(?:e|ed|ing)"
        rf"|generat(?:e|ed|ing)|representing)\s",
        text,
        flags=re.IGNORECASE,
    )
    return _clean(pieces[-1])


def _behind(figure: FoundFigure, right: str) -> str | None:
    """Return the noun behind a figure: what it counts, or what the money is for."""
    if figure.role == "multiple" and _MULTIPLYING.search(figure.text) and (object_ := _MULTIPLIED.match(right)) is not None:
        return _clean(re.split(r"\s(?:from|to|by|in|over|within|during|and)\s", object_["noun"])[0])
    if figure.role in ("change", "change_pp", "rank", "multiple"):
        return None
    if figure.role == "share":
        return None
    flat = " ".join(right.split()) if "\n" in right else right
    if (part := _OF_WHICH.match(" " + flat.strip())) is not None:
        return _clean(_cut(part["noun"]))
    if figure.role == "count":
        flat = re.sub(r"^\s(?:plus|odd|or more|or so)(?=\s)", "", flat)
    found = _AFTER_NOUN.match(flat)
    if found is None or _NO_NOUN.match(found["noun"]):
        return None
    noun = found["noun"]
    proper = _PROPER.match(noun)
    end = _STOP_AFTER.search(noun, proper.end() if proper is not None else 0)
    name = noun[: end.start()] if end is not None else noun
    stop = end
    while (
        stop is not None
        and noun.startswith(" and ", stop.start())
        and not _PLURAL.search(name)
        and (figure.role == "count" or name.endswith(("sized", "length", "small", "large", "term", "scale")))
        and not re.match(r"\w+ing\s", noun[stop.end() + 1 :])
    ):
        stop = _STOP_AFTER.search(noun, stop.end() + 1)  # 46 audit and|evaluation reports
        name = noun[: stop.start()] if stop is not None else noun
    name = _PEOPLE_DO.sub(r"\1", name)
    if _GENERIC.fullmatch(name.strip()):
        return _qualified(name, noun[len(name) :])
    past = _PAST_INSIDE.search(name)
    name = name[: past.start()] if past is not None else name
    if end is not None and past is None and figure.role == "count" and (done := _PARTICIPLE.match(noun, end.start())) is not None:
        name = f"{name} {done['done']}"
    return _clean(name)


_MULTIPLYING = re.compile(r"(?:doubl|tripl|quadrupl|halv)(?:e|es|ed|ing)$", re.IGNORECASE)
_MULTIPLIED = re.compile(
    r"\s(?:the (?!(?:following|next|same|previous|year|past))|our |its |their |his "
    r"|her )(?P<noun>[a-z][^,;:.()]*)",
    re.IGNORECASE,
)
"""What a verb of multiplying takes: doubling|the funding ceiling."""
_OF_WHICH = re.compile(r"\s(?:of which|of whom|of them|of these)\s(?:are|were|is|was|will be)\s(?P<noun>[a-z][^,;:.()]*)")
_PLURAL = re.compile(r"(?:s|people|staff|children|men|women|personnel)\s*$")
_GENERIC = re.compile(
    r"(?:people|persons|units|cases|items|investment|deaths|posts|(?:other )?provinces|ones|places"
    r"|individuals)",
    re.IGNORECASE,
)
"""Nouns that name nothing by themselves."""
_PEOPLE_DO = re.compile(
    r"^(people|persons|residents|households|students|workers)\s(?:live|work|need|want|die|use|study|hold"
    r"|own)(?![\w-]).*$"
)
_QUALIFIED = re.compile(
    r"\s(?P<joint>(?:in|with|of|from|under|without|for|aged|living in|covered by|affected by)\s)(?!(?:the\s)?(?:past|last|next|coming"
    r"|first|second|same|this"
    r"|end|year|whole|total|place|need\b|over|each|mid|late|early|\d)(?![a-z]))(?P<rest>[A-Za-z][^,;:.()]*)"
)
_DONE = re.compile(
    r"\s(?:are|were|was|is|have been|has been|will be|should be|are to be|can be)\s(?:(?:now|also|already|currently"
    r"|newly)\s)?(?P<done>[a-z]+ed|built|given)"
    r"(?:\s(?P<joint>by|out of|in|from|under|with|to)\s(?!(?:\d|the\s(?:past|last|next|end|year)))(?P<rest>[A-Za-z][^,;:.()]*))?"
)


def _qualified(name: str, after: str) -> str | None:
    """Return a noun that says little with what qualifies it: "people|covered by insurance", "deaths|in accidents"; None without."""
    if (found := _QUALIFIED.match(after)) is not None and (rest := _clean(_cut(found["rest"]))) is not None:
        return f"{name} {found['joint'].strip()} {rest}"
    if (done := _DONE.match(after)) is not None:
        rest = _clean(_cut(done["rest"])) if done["rest"] else None
        return f"{name} {done['done']}" + (f" {done['joint']} {rest}" if rest else "")
    return None


_PROPER = re.compile(r"(?:[A-Z][\w’'&-]*\s(?:(?:and|of|for|the|&|in|on)\s){0,2}){1,8}(?=[A-Z])")
"""The beginning of a name in capitals, which may hold prepositions: Innovation and Technology Venture|Fund."""
_PAST_INSIDE = re.compile(
    r"(?<=s)\s(?:[a-z]{2,}ed|themselves|lift|rose|fell|grew|spent|won|left|gave|went|saw|held|met|worth"
    r"|fulfil)(?![\w-])"
)
_PARTICIPLE = re.compile(
    r"\s(?:were|was|have been|has been|will be|to be|are to be|should be)\s(?:also\s|newly\s)?(?P<done>created"
    r"|built|completed|opened|added|trained|employed|renovated|established|screened|registered|delivered|helped"
    r"|treated|installed)(?![\w-])"
)


def _is_modifier(figure: FoundFigure, right: str) -> bool:
    """Return whether money stands before its noun like an adjective: a $2 billion fund."""
    return figure.role == "level" and right[:1] in (" ", "-", "\n") and not _WORTH.match(right)


_NO_WHOLE = re.compile(
    r"(?:(?:this|these|that|those|them|it|which|whom)(?![\w-])"
    r"|(?:the\s|our\s|its\s)?(?:nominal\s)?(?:GDP|gross domestic product|total|original total|national income)(?![\w-]))",
    re.IGNORECASE,
)
"""A whole that names no share of it."""


def _share_of(right: str) -> str | None:
    """Return what a share is of: "70%|of the costs of products"."""
    found = _WORTH.match(" ".join(right.split()) if right[:1] != " " else " " + " ".join(right.split()))
    if found is None or not right.lstrip().startswith("of"):
        return None
    noun = found["noun"]
    if _NO_WHOLE.match(noun):
        return None
    noun = re.split(r"(?<=s)\s(?:benefit|pay|receive|enjoy|earn|own|use|live)(?![\w-])", noun)[0]
    end = _STOP_AFTER.search(noun)
    return _clean(noun[: end.start()] if end is not None else noun)


_DOING = re.compile(
    r"^(?:(?:in |by )?[a-z]{2,}(?:ing|ed)\s(?:an?|the|its|our|their|another|up)|consists?|expects?|forecasts?|projects?|estimates?)\s",
    re.IGNORECASE,
)
"""A verb before a determiner governs the noun: reflecting an|increase, completed the|afforestation."""
_CHANGE_IN = re.compile(
    r"^(?:an?\s|the\s)?(?:(?:average|overall|sharp|further|net|annual|slight|cumulative|real|total|year-on-year)\s)*"
    r"(?:increases?|decreases?|rise|fall|drop|decline|reductions?|rebound|pick-up|improvement|change|cut|higher than|lower than"
    r"|more than|less than)\s(?:in|of|to|for|on)?\s?(?:the\s)?(?=[a-z])",
    re.IGNORECASE,
)
"""What changes is named behind its change: a reduction in|energy consumption."""
_ACT = re.compile(
    r"(?!(?:fund|spend|hous|train|farm|bank|financ|manufactur|shipp|lend|borrow|sav|park|min|school|publish|advertis|cater|nurs|print"
    r"|engineer|process|fish|surplus fund)ing$)(?:in |by )?[a-z]+ing$|(?!supply$|elderly$|family$|assembly$)[a-z]+ly$",
    re.IGNORECASE,
)
"""A participle or an adverb alone names nothing."""


_ONLY_TIME = re.compile(
    r"(?:(?:past|last|next|coming|first|previous|following)\s)?(?:\w+\s)?(?:years?|months?|quarters?|decades?|half)(?:\sof\s(?:19"
    r"|20)\d\d)?",
    re.IGNORECASE,
)
_PRONOUN_INSIDE = re.compile(r"[a-z]\s(?:them|us)(?:\s|$)")
_WE_DO = re.compile(
    r"^(?:we|i|they)\s(?:(?:have|had|will|shall|also|further|now|all|[a-z]+ly)\s)*[a-z]+\s(?:(?:to|up|out|aside|back|down"
    r"|that)\s)?(?=\S)",
    re.IGNORECASE,
)
"""Who does it, and the verb: we increased|central spending."""
_FINITE = re.compile(r"\s(?:is|are|was|were|will|would|has|have|had|can|should|must|could|may|shall|do|does|did)\s", re.IGNORECASE)
"""A name that holds such a verb is half a sentence."""
_DEED = re.compile(
    r"^(?:to\s)?(?:commence|take forward|fulfill?|distribute|examine|implement|develop|provide|strengthen|improve|promote|encourage"
    r"|establish|launch|introduce|ensure|accelerate|expand|enhance"
    r"|create|install|purchase|upgrade|renovate|construct|conduct|carry out|set up|build|facilitate|foster|optimi[sz]e|deepen|maintain"
    r"|explore|continue|providing|improving|developing|building|promoting|creating|supporting|enhancing|strengthening|expanding"
    r"|implementing)"
    r"\s(?:out\s|up\s|to\s)?(?:the\s|an?\s|our\s|its\s|more\s)?(?=[A-Za-z])",
    re.IGNORECASE,
)
"""A bare verb before its object is no part of the name."""
_ONE_VERB = re.compile(rf"{_VERBS}|{_CHANGE_VERBS}", re.IGNORECASE)


def _clean(words: str) -> str | None:
    """Return a name without function words at its ends; None when nothing is left that names."""
    text = _WE_DO.sub("", _ASIDE.sub("", words).strip(" ,.;:'\"“”‘’-–—*#>|\\") + " ").strip()
    while True:
        shorter = _LEAD.sub("", _CHANGE_IN.sub("", _DEED.sub("", _DOING.sub("", text + " ")))).strip(" ,.;:'\"“”‘’-–—")
        shorter = _TRAIL.sub("", shorter).strip(" ,.;:'\"“”‘’-–—")
        if shorter == text:
            break
        text = shorter
    if not text or len(text) < 2 or text.endswith(("'s", "’s")) or _ACT.match(text) or _ONE_VERB.fullmatch(text) or _FINITE.search(text):
        return None
    if _ONLY_TIME.fullmatch(text) or _PRONOUN_INSIDE.search(text):
        return None
    found = _WORD.findall(text)
    if not found or all(word.lower() in _empty_words() or word.lower() in _PERSONS for word in found):
        return None
    if len(text.split()) > MOST_WORDS:
        text = _shortened(text)
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        text = re.sub(r"[\"“”]", "", text)
    return text or None


def _shortened(text: str) -> str:
    """Return a long name cut at its last preposition within MOST_WORDS words."""
    words = text.split()[:MOST_WORDS]
    joined = " ".join(words)
    cut = max(joined.rfind(f" {word} ") for word in ("in", "for", "to", "and", "of", "with", "that", "which", "from", "by", "on"))
    return _TRAIL.sub("", joined[:cut] if cut > len(joined) // 3 else joined)


# --- clauses without figures ----------------------------------------------------------------------------------------------------

_PASSIVE = re.compile(
    r"^(?P<subject>[^,;:]*?)\s(?:will|shall|should|must|has|have|had|was|were|is|are|can|may|would)\s(?:also\s"
    r"|now\s|not\s|all\s|both\s)?(?:be\s|been\s|being\s)?[a-z]+",
    re.IGNORECASE,
)
_COMPLIED = re.compile(r"(?:found|be|is|are|was|were|been)\s(?P<name>(?:non-?)?compliant\s(?:with|in)\s[^,;:.]+)", re.IGNORECASE)
"""What an audit says of a body: compliant with the Act."""
_TOLD = re.compile(
    r"^(?P<subject>(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir|[A-Z][\w’'-]+)\s[^,;:.]{2,80}?)\s(?:(?:[a-z]+ly|often|still|now"
    r"|also)\s)?(?:receives?|received|targets?|focus(?:es|ed)?|requires?|required|grew|rose|fell|dropped"
    r"|declined|decreased|increased"
    r"|remained|remains|improved|expanded|became|moved|maintained|recorded|continued|strengthened|slowed|eased|moderated"
    r"|stabili[sz]ed|recovered"
    r"|rebounded|weakened|narrowed|widened|accelerated|deepened|stands?|stood)(?![\w-])"
)
_ACTIVE = re.compile(
    r"(?:^|(?<![\w-])(?:we|i|I|it|they|government|council|group|company|board|agency|department"
    r"|(?:This|These|It)(?=\s(?:will|would|should|shall|has|have|had|can)\s)|(?!(?:The|This|These|Those|That|Our|An?|Its|Their|All|In"
    r"|On|For|At|By|With|As|To|Of|Some|Many|Over|More|New|Such|Each|Every|Through|After"
    r"|From|Under)\s)[A-Z][A-Za-z]+)\s)(?:(?:will|shall|should|must|needs? to|(?:have|has) to|have|has|had|would|plan to|aim to|intend to"
    r"|propose to|want to|seek to)\s)?"
    r"(?:(?:also|further|all along|already|always|better|soon|resolve to|resolved to|strived to|sought to|endeavou?red to|decided to"
    r"|agreed to|begun to|started to|continue to"
    r"|continued to|fully|actively|steadily|[a-z]+ly|work to|work hard to|strive to"
    r"|move faster to|take steps to|(?:an|the) opportunity to|help|not|be|then|now)\s)*(?P<verb>(?!(?:will|shall|should|must"
    r"|would|can|may|could|to|not|by|in|of|on|as|at|it|we|an|my|or|if|so|is|was|were|are|am|is|be|been"
    r"|being|the|our|its|this|these|those|that|all|some|many|their|his|her|with|for"
    r"|and)\s)[a-z]{2,})\s(?P<object>[^,;:.]+(?:(?:,\s[a-z][\w-]*(?<!ed)(?<!ing)){1,3},?\sand\s[a-z][^,;:.]*)?)",
)
_RISK = re.compile(
    r"(?<![\w’'-])(?P<risk>(?:(?!(?:a|an|the|is|are|was|were|be|been|that|which|has|have|had|will|face|faces|facing|faced|from"
    r"|of|in|to|and|with|by|as|still|some|many|these|there|saw|made|add|adds|causing|caused|take|takes|highlight|tackled|had|see|sees"
    r"|experienced|suffer|suffered|include|includes|pose|poses|create|creates|creating|under|on)\s)"
    r"[\w’'-]+\s){0,3}(?:risks?|challenges?|uncertaint(?:y|ies)|pressures?|shortages?|shortfalls?|problems?"
    r"|difficult(?:y|ies)|constraints?|weakness(?:es)?|threats?|headwinds?|delays?"
    r"|overcapacity|deficits?|imbalances?|slowdown|downturn|bottlenecks?|backlog|volatility|disruptions?|losses"
    r"|decline|fall|drop|fraud)(?![\w-])(?:\s(?:of|in|to|from|for|with)\s[^,;:.]+)?)",
    re.IGNORECASE,
)
_SETTING = re.compile(r"(?:serious|major|main|big|great|real)\s(?:problem|challenge|issue|difficulty)s?(?:\s|$)", re.IGNORECASE)
"""A trouble that only says what another thing is: overcapacity is a|serious problem."""
_SUBORDINATE = re.compile(
    r"\s(?:so that|in order to|so as to|which|that|who|where|when|while|because|as well as|by|to|with|through|if"
    r"|from|under|after|before|until|into|at)(?![\w-])",
    re.IGNORECASE,
)


def plain_name(text: str) -> str | None:
    """Return what a clause without figures is about: the subject of its passive, the object of its verb; None where neither is plain."""
    sentence = _QUOTED.sub(lambda quoted: quoted[0].replace(",", "\x00"), _KEY.sub("", " ".join(text.split())))
    name = _plain(_without_intro(_ASIDE.sub("", sentence)))
    return name.replace("\x00", ",") if name is not None else None


_AND_DO = re.compile(
    r"\sand\s[a-z]+\s(?:an?|the|our|its|their|more|them|it|early|forward)\s|\sand\s(?:become|make|help|allow|enable"
    r"|ensure|take|give)\s"
)
"""A second verb with its object: control costs|and reduce the need."""
_KEY = re.compile(r"^\w+:\s[\"'“]?")
"""A label before a sentence: detail: The board was…"""
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
"""A comma within quotes ends no part of a sentence."""


def _plain(sentence: str) -> str | None:
    passive = _PASSIVE.match(sentence)
    if (
        passive is not None
        and (subject := _clean(re.split(r"(?<![\w-])(?:that|whether|where)\s", passive["subject"])[-1])) is not None
        and len(subject.split()) <= MOST_WORDS
        and not _AGENT.fullmatch(subject)
        and not _RECIPIENT.fullmatch(subject)
    ):
        return subject
    if passive is not None and (complied := _COMPLIED.search(sentence)) is not None:
        return _clean(complied["name"])
    told = _TOLD.match(sentence)
    if (
        told is not None
        and (subject := _clean(told["subject"])) is not None
        and not re.match(r"(?:we|i|they|it|this|these|there|all this|he|she)\b", told["subject"], re.IGNORECASE)
        and not _AGENT.fullmatch(subject)
        and not _RECIPIENT.fullmatch(subject)
    ):
        return subject
    active = _ACTIVE.search(sentence)
    if active is None:
        return None
    held = re.sub(r"^to\s(?!the\s|an?\s|our\s)[a-z]+\s", "", active["object"])
    held = _AND_DO.split(held)[0]
    end = _SUBORDINATE.search(held)
    name = _clean(held[: end.start()] if end is not None else held)
    # "strengthen economic, trade and financial contacts": a lone word before a comma is half a name
    return None if name is not None and ((" " not in name and name.islower()) or _GENERIC.fullmatch(name)) else name


def name_of_risk(text: str) -> str | None:
    """Return the trouble that a clause names, with what it is of; None where no noun names it."""
    flat = " ".join(text.split())
    for found in _RISK.finditer(flat):
        if _SETTING.match(found["risk"]):
            subject = _subject(flat[: found.start()], first=True)
            if subject is not None:
                return subject
            continue
        held = found["risk"]
        end = _STOP_RISK.search(held)
        name = _clean(held[: end.start()] if end is not None else held)
        if name is not None:
            return name
    return None


_STOP_RISK = re.compile(
    r"\s(?:that|which|who|when|while|because|has|have|had|is|are|was|were|will|would|may|might|could|can|should|and (?:failed|we|it"
    r"|they))(?![\w-])",
    re.IGNORECASE,
)
