"""What English figures measure: the sentence around a figure → its name.

A figure stands in its sentence as the complement of a verb, behind a preposition, or before a noun, and that place says what names it:

- the subject of a verb that turns out so ("retail sales|grew by 5.2 percent"), or of a passive ("salaries tax|is cut by 75 per cent");
- the object of a verb that moves something ("cut salaries tax|by 75 per cent");
- the noun it is of ("a surplus|of $30 billion"), or that it counts ("12.44 million|urban jobs");
- the purpose of what is given ("allocate $4 million|for clinics").

A noun that only says what kind of number follows ("an increase of 6.9%") is passed over: what governs it governs the figure. A figure that
nothing in its own part names goes with the figure before it, or has no name. Who acts (the Government, we) names nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportsum import lazy_re as re

from ...annotating import Clause, Measure
from ...figures.figure import FoundFigure
from . import stepping
from .accepting import says_nothing
from .completing import purposed
from .deeds import done_behind, with_fate
from .listing import respective
from .naming import name_figure
from .phrases import Range, Sentence
from .places import Place, is_money, places_of
from .subjects import done_to, plain_name
from .words import class_of, cut_words

_KEYED = re.compile(r"^[\s>|•-]*(?P<key>[A-Za-z][\w ().&/'’%-]{1,200}?)(?:,? (?:FY ?)?(?:19|20)\d\d)?:\s*['\"\[]{0,3}(?:[\d$£€(.]|-\d)")


def read_english(text: str, clause: Clause, figures: Sequence[FoundFigure]) -> tuple[Measure, ...]:
    """Return the measures of an English clause; each figure stands in exactly one."""
    if not clause.figures:
        return (Measure(plain_name(text[clause.start : clause.end]), ()),)
    keyed = _KEYED.match(text[clause.start : clause.end])
    if keyed is not None and _is_key(keyed["key"]):
        return tuple(Measure(keyed["key"].strip(), (number,)) for number in clause.figures)  # a list under a key: a value a year
    drafts: list[tuple[str | None, list[int]]] = []
    places = places_of(text, clause, figures)
    brings = "bringing " in clause.text or "taking " in clause.text
    for place in places:
        number, figure = place.number, figures[place.number]
        name = name_figure(place)
        if name is not None and (" for " in name or " of " in name):
            name = _aimed_at(name)
        if name is not None and says_nothing(name):
            name = None
        if name is None and figure.role == "count":
            name = purposed(place)
        if name is not None and name in _CALLED_SHORT:
            name = _in_full(text[max(0, clause.start - _SAID_BEFORE) : figure.start], name)
        if (more := _how_much_more(text, figure)) is not None:
            name = _difference(place, name or (drafts[-1][0] if drafts else None), more)
        shared = respective(places, place)
        if shared is not None and (own := next((draft for draft in drafts if shared in draft[1]), None)) is not None:
            own[1].append(number)
            continue
        last = figures[drafts[-1][1][-1]] if drafts else None
        if last is not None and name is None and figure.unit_code == last.unit_code and _REST.search(text, last.end, figure.start):
            drafts[-1][1].append(number)
            continue  # the first $300 in June, and the remaining|$300 in May
        if brings and (brought := stepping.BRINGING.search(text, clause.start, figure.start)) is not None:
            name = brought["what"]  # bringing the total support to crews to|$9 million
        if (
            brings
            and name is None
            and drafts
            and (things := drafts[0][0]) is not None
            and stepping.TO_TOTAL.search(text, clause.start, figure.start)
        ):
            name = re.sub(r"^new ", "", _undone(things))  # opened 34 new stores, bringing the total to|512
        if last is not None and figure.unit_code == last.unit_code and stepping.in_steps(text, last, figure):
            drafts[-1] = (drafts[-1][0] or name, [*drafts[-1][1], number])
            continue  # $25 in 2024 and $45 in 2026, with a view to reaching|$50 by 2030
        if last is not None and figure.unit_code == last.unit_code and stepping.ALIKE.search(text, last.end, figure.start):
            drafts[-1][1].append(number)
            continue  # 1% to 3%, not very different from the|2% of last year
        if last is not None and last.role == "rank" and figure.role == "count" and _PLACES.match(text, figure.end):
            drafts[-1][1].append(number)
            continue  # ranked eighth, up|three places
        if last is not None and name in _CATEGORIES and last.role == "count" and text[last.end : figure.start].endswith(" in "):
            drafts[-1][1].append(number)
            continue  # 90 measures in|8 categories
        if (
            last is not None
            and last.base is not None
            and last.unit_code == figure.unit_code
            and _STEP.fullmatch(text, last.end, figure.start)
        ):
            name = None  # from $200,000 to|$400,000 to help: what follows is no name
        if last is not None and figure.base is not None and _INSTEAD.fullmatch(text, last.end, figure.start):
            name = None
        if (
            last is not None
            and figure.base is not None
            and figure.unit_code == last.unit_code
            and drafts[-1][0] is not None
            and _BESIDE.search(text, last.end, figure.start)
        ):
            name = None  # 3 per cent a year, lower than the trend growth of|3.4 per cent over the past ten years
        if last is not None and name is not None and figure.unit_code == last.unit_code and figure.role == last.role:
            between = text[last.end : figure.start]
            if (last.base == "earlier" and _ON_TO.fullmatch(between)) or _also_for(text, between, figure):
                name = None  # from 4 per cent of GDP this year to|3 per cent; 4% for new firms and|8% for old ones
            elif drafts[-1][0] is not None:
                name = _with_kind(name, drafts[-1][0])
        if (
            last is not None
            and figure.role == "share"
            and (
                _is_share_of_last(text[last.end : figure.start])
                or (text[last.end : figure.start] == ", " and _OF_TOTAL.match(text, figure.end) is not None)
            )
        ):
            name = None
        if name is not None and name in class_of("receiver") and drafts and (drafts[-1][0] or "").startswith("contribution of "):
            name = f"contribution of {name}"  # with employers contributing 17 points and employees|20
        if (
            last is not None
            and figure.role in ("multiple", "share")
            and _AS_MUCH_AS.match(text, figure.end)
            and _MEASURED.fullmatch(text, last.end, figure.start)
        ):
            drafts[-1][1].append(number)
            continue
        if (
            last is not None
            and figure.role == "share"
            and _SO_MUCH_OF.fullmatch(text, last.end, figure.start)
            and _OF_TOTAL.match(text, figure.end)
        ):
            drafts[-1][1].append(number)
            continue
        if last is not None and name is None and drafts[-1][0] is not None and figure.role == last.role == "count":
            name = _of_them(drafts[-1][0], place)
        if name is None and (involving := _INVOLVING.search(text, clause.start, figure.start)) is not None:
            name = _cost_of(
                place,
                text[clause.start : involving.start()],
                drafts[0][0] if drafts and is_money(figures[drafts[0][1][0]]) else None,
                spent=("total" not in involving[0] and "amount" not in involving[0]) or "cost" in involving[0],
            )
        if last is not None and drafts[-1][0] is not None:
            name = _that_with(drafts[-1][0], text[last.end : figure.start]) or name
        if name is None and drafts and drafts[-1][0] is not None and figure.role == "share" and (came := _came(text, clause, figure)):
            name = f"{_undone(drafts[-1][0])} {came['done']}"  # 143 recommendations,|91 per cent of which were accepted
        if last is not None and name is None and drafts[-1][0] is not None and _CAPPED.search(text, last.end, figure.start):
            name = f"cap on {drafts[-1][0]}"  # the rebate will be 30%, capped at|$900
        if last is not None and name is None and figure.role == last.role == "share" and (drafts[-1][0] or "").startswith("share of "):
            name = _also_among(drafts[-1][0] or "", text[last.end : figure.start], text[figure.end : clause.end])
        if (
            name is None
            and " growth " in text[clause.start : figure.start]
            and (grown := _GROWTH_OF.search(text, clause.start, figure.start))
        ):
            name = grown["what"].lower()  # , as|volume growth slowed to 1%
        if last is not None and name is not None and len(name.split()) < 3 and (drafts[-1][0] or "").endswith(" market share"):
            apart = figure.role == last.role == "share" and _AND_ONE_TO.search(text, last.end, figure.start) is not None
            name = f"{name} market share" if apart else name  # skincare market share grew to 36% and haircare to|28%
        if drafts and drafts[-1][0] is not None and name is not None and _LIMIT.fullmatch(name):
            name = drafts[-1][0] if name.split()[-1] in drafts[-1][0] else f"{name} for {drafts[-1][0].split(' for ')[0]}"
        elif (not drafts or drafts[-1][0] is None) and name is not None and _LIMIT.fullmatch(name):
            limited = done_to(clause.text, any_length=True) or _waived(clause.text)
            limited = limited or _subject_before(clause.text)
            if limited is not None:
                name = name if name.split()[-1] in limited else f"{name} for {limited}"  # waiving fees, subject to a ceiling
        if last is not None and name is None and drafts[-1][0] is not None and figure.unit_code == last.unit_code:
            level = _CHANGE_IN.match(drafts[-1][0])
            if level is not None and figure.role == last.role and _TO_LEVEL.fullmatch(text, last.end, figure.start):
                name = drafts[-1][0][level.end() :]  # an increase by 450,000, to|900,000
        if last is not None and (
            (name is None and _goes_with(text, figure, last)) or (name is not None and _is_same(name, drafts[-1][0], figure, last))
        ):
            drafts[-1][1].append(number)
        else:
            drafts.append((name, [number]))
    if len(drafts) > 1 and _is_set_against(text[clause.start : figures[drafts[0][1][0]].start], [figures[n] for n in drafts[0][1]]):
        measured_by = drafts.pop(0)
        drafts[0][1][:0] = measured_by[1]  # against the target of 56,270 boats,|47,546 boats have been built
    if all(name is None for name, _ in drafts) and all(_OF_ITS_KIND.match(text, figures[number].end) for number in clause.figures):
        return (Measure(plain_name(text[clause.start : clause.end]), clause.figures),)  # launch a parade, the first of its kind
    if all(name is None for name, _ in drafts) and any(figures[number].role in ("share", "change") for number in clause.figures):
        changed = done_to(clause.text) if _WE_MOVE.search(clause.text) else None
        if changed is not None:  # for small yards, I will raise the levy on dues above $30, from today's|4% to 6%
            return (Measure(changed, clause.figures),)
    return tuple(Measure(name, tuple(numbers)) for name, numbers in drafts)


_WE_MOVE = re.compile(
    r"(?:^|,\s)\W*(?:I|[Ww]e|[Tt]he\sGovernment)\s(?:will|shall|propose\sto|have|has)\s(?:also\s|therefore\s|further\s)*"
    r"(?:increase|raise|lower|reduce|cut)d?\s"
)


_OPENS_AGAINST = re.compile(
    r"(?:^|.*,\s)\W*(?:[Aa]s )?[Aa]gainst (?:(?:the|a|an|our|its) (?:[a-z]+ ){1,3}of )?(?:about |only )?", re.DOTALL
)


def _is_set_against(left: str, told: Sequence[FoundFigure]) -> bool:
    """Return whether the first values of a sentence are those that the ones behind them are set against."""
    return all(figure.base is not None for figure in told) and _OPENS_AGAINST.fullmatch(left) is not None


def _aimed_at(name: str) -> str:
    """Return what a target is set for, which its figure measures: target for growth of|broad money; any other name as it is."""
    aim = _AIM_FOR.match(name)
    return name[aim.end() :] if aim is not None else name


_AIM_FOR = re.compile(
    r"(?:[a-z]+ )?(?:targets?|goals?|forecasts?|projections?) for (?:the )?(?:(?:(?:growth|increases?|rises?|changes?) (?:of|in)"
    r"|expanding|increasing|raising|reducing|lowering|cutting) )?"
    r"(?:the |our |its )?(?=[A-Za-z])"
)


def _subject_before(text: str) -> str | None:
    """Return what a limit holds for that its sentence is about: medical costs are deductible, up to a limit."""
    told = _UP_TO_LIMIT.split(text)
    return plain_name(told[0]) if len(told) > 1 else None


_UP_TO_LIMIT = re.compile(r",\s(?:up|subject)\sto\san?\s(?:[a-z]+\s)?(?:limit|cap|ceiling)\s")


def _undone(name: str) -> str:
    """Return things without what was done with them, when something else was done with a share of them: claims|filed."""
    things, _, done = name.rpartition(" ")
    return things if things and done.endswith("ed") else name


def _came(text: str, clause: Clause, figure: FoundFigure) -> re.Match[str] | None:
    """Return what came of a share of the things told before it: 91 per cent|of which were accepted; of 500 plans, 50%|were accepted."""
    if (came := _OF_WHICH.match(text, figure.end)) is not None:
        return came
    return _DONE_TO_THEM.match(text, figure.end) if _OUT_OF.match(clause.text) else None


def _also_among(name: str, between: str, behind: str) -> str | None:
    """Return what another share of a whole is, or the whole: 86% of the crews are islanders and|65% female; None where it goes with it."""
    if _AND_OF_THEM.fullmatch(between) is None:
        return None
    whole = name.partition(" in ")[2]
    alone = _ONE_TRAIT.match(behind)
    return f"{alone['trait']} {whole}" if alone is not None else whole


_AND_OF_THEM = re.compile(r"[^.;]{0,60}?,?\s(?:and|while|but)\s(?:another\s|some\s|about\s|around\s)?")
_ONE_TRAIT = re.compile(r"\s(?:are\s|is\s)?(?P<trait>[a-z-]+)(?=[.;,]|$)")
_GROWTH_OF = re.compile(
    r"\b(?P<what>(?:volume|sales|revenue|profit|output|traffic|wage|price|rent)\sgrowth)\s(?:[a-z]+\s)?(?:to|of|by|at|was)\s(?:only\s|just\s|about\s)?$",
    re.IGNORECASE,
)
_AND_ONE_TO = re.compile(r"\s(?:and|while)\s(?:[a-z-]+\s)?[a-z-]+\s(?:to|by|from|at)\s$")
_OUT_OF = re.compile(r"\W*(?:Out\sof|Of)\s(?:the\s|all\s)*(?=[\d])")
_DONE_TO_THEM = re.compile(r"\s(?:was|were|(?:have|has)\s(?:since\s|already\s|now\s)?been|are|is)\s(?P<done>[a-z]+ed)\b")
_OF_WHICH = re.compile(r"\sof\s(?:which|whom|them)\s(?:was|were|are|have\sbeen)\s(?P<done>[a-z]+ed)\b")
_OF_ITS_KIND = re.compile(r"\sof\s(?:its|their)\skind\b")


def _waived(text: str) -> str | None:
    """Return the waiver that a limit holds for where what is waived is a tax whose name tells nothing alone: waiving rates."""
    found = _WAIVED.search(text)
    return f"waiver of {found['what']}" if found is not None else None


_WAIVED = re.compile(r"\b[Ww]aiv(?:e|es|ed|ing)\s(?:the\s)?(?P<what>(?:[a-z]+\s)?rates)\b")


_REST = re.compile(r"\bthe\s(?:remaining|other|rest|balance\sof)\s$")
_PLACES = re.compile(r"\s(?:places?|ranks?|positions?|spots?)\b")
_CATEGORIES = frozenset("categories fields aspects types groups batches phases".split())  # noqa: SIM905
"""What counted things are ordered in, which is no fact of its own."""
_CALLED_SHORT = frozenset({"Fund", "Scheme", "Programme", "Program", "Trust", "Reserve", "Package", "Initiative", "Account"})


def _in_full(left: str, name: str) -> str:
    """Return the full name that a sentence gave to what it then calls by its last word: a Farm Aid Fund, and put money into the|Fund."""
    told = re.findall(rf"(?:(?!The |This |Our |Its )[A-Z][\w’'-]+ (?:(?:of|and|for) )?){{1,6}}{name}(?![a-z])", left)
    return str(told[-1]) if told else name


_SAID_BEFORE = 1200


def _is_key(key: str) -> bool:
    """Return whether words before a colon are a key: no sentence, no time (Over the past five years:)."""
    sentence = Sentence(key, cut_words(key, 0, len(key), ()))
    return (
        bool(sentence.words)
        and not any(group.finite for group in sentence.groups)
        and sentence.words[0].tag not in ("preposition", "pronoun")
    )


def _is_share_of_last(between: str) -> bool:
    """Return whether a share is told of the figure before it: employ 230 000 people, or|six per cent."""
    return (_SHARE_LEAD.fullmatch(between) is not None and bool(between.strip(" ,"))) or _SHARE_END.search(between) is not None


def _is_same(name: str, last_name: str | None, figure: FoundFigure, last: FoundFigure) -> bool:
    """Return whether a name is the one before it; what money is for may be told with its deed: $12 million to hire|60 wardens."""
    if name == last_name or (last_name is not None and figure.base == "goal" and figure.role == last.role and last_name.startswith(name)):
        return True
    return (
        last_name is not None
        and is_money(last)
        and figure.role == "count"
        and re.fullmatch(re.escape(last_name) + " [a-z]+", name) is not None
    )


_OF_WHAT = r"(?:\sof\s[A-Z]{2,4}|\sa\syear)?"
_THEN = r"(?:\stoday|\snow|\scurrently|\s(?:this|last)\syear|\sin\s(?:FY ?)?(?:19|20)\d\d(?:[-–/]\d\d)?)?"
_ON_TO = re.compile(rf"{_OF_WHAT}{_THEN},?\sto\s(?:about\s|around\s|almost\s|nearly\s|over\s)?")
"""From a value of an earlier time to the one it came to: 4 per cent of GDP this year to|3 per cent."""
_FOR_SOME = re.compile(r"\sfor\s[a-z][a-z' -]{2,40}?,?\s(?:and|but)\s")


def _also_for(text: str, between: str, figure: FoundFigure) -> bool:
    """Return whether two values of one quantity are told for two groups: 4 per cent for new firms and|8 per cent for old ones."""
    return figure.unit_code == "%" and text.startswith(" for ", figure.end) and _FOR_SOME.fullmatch(between) is not None


_RATE = re.compile(
    r"(?P<which>(?:new|current|existing|headline|standard|basic|top|marginal|reduced|normal|average|overall)\s(?:[a-z]+\s)?)rate"
)
_KIND_OF_RATE = re.compile(r"(?:[a-z]+ )?(?P<kind>[A-Za-z]+ (?:tax|duty|interest|contribution) rate)\b")


def _with_kind(name: str, last_name: str) -> str:
    """Return a rate that says only which it is with the kind of rate told before it: the corporate tax rate is, the|headline rate."""
    if not name.endswith("rate") or (told := _RATE.fullmatch(name)) is None or (kind := _KIND_OF_RATE.search(last_name)) is None:
        return name
    return told["which"] + kind["kind"]


_INSTEAD = re.compile(r",? (?:instead of|rather than|in place of) (?:the )?(?:current |existing |present )?", re.IGNORECASE)


def _difference(place: Place, name: str | None, more: re.Match[str]) -> str | None:
    """Return what a sum is by which something differs from what it is compared with: dues are $6 million|higher than the estimate."""
    if name is None or _CHANGE_IN.match(name):
        return name
    bare = _ESTIMATE_FOR.sub("", place.sentence.within(name))
    if name.endswith(_SET_BESIDE):
        return name  # 20.6 per cent or|$104.7 billion higher than the estimate: one difference, told twice
    told = more.groupdict()
    if (aim := told.get("aim")) is not None:
        return f"{bare} {told.get('over') or ('below' if told.get('below') else 'above')} the {aim}"
    up = more["way"] in ("higher", "more")
    if more["year"] is not None:
        return f"{'increase' if up else 'reduction'} in {bare}"
    what = more["what"] or _FORESEEN[more["foreseen"].lower()]
    return f"{bare} {'above' if up else 'below'} the {what}"


def _how_much_more(text: str, figure: FoundFigure) -> re.Match[str] | None:
    """Return what says that a sum, or a rate of what was estimated, is how far something is from what it is compared with."""
    if is_money(figure) and figure.role == "level":
        if (by := _EXCEEDED_BY.search(text, max(0, figure.start - _EXCEEDED_REACH), figure.start)) is not None:
            return by
        more = _MORE_THAN.match(text, figure.end)
        reached = text.endswith(" to ", 0, figure.start)  # increases to $163.6 billion or 62 per cent higher than estimated
        return more or (None if reached else _MORE_THAN_TOO.match(text, figure.end))
    if figure.role == "change" and figure.unit_code == "%":
        more = _MORE_THAN.match(text, figure.end) or _MORE_THAN_TOO.match(text, figure.end)
        return more if more is not None and more["year"] is None else None  # 4% higher than last year is how it grew
    return None


_EXCEEDED_REACH = 70
_EXCEEDED_BY = re.compile(
    r"\b(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|beat|overshot|(?P<below>fell short of|missed))\s(?:the\s|our\s|its\s|their\s)"
    r"(?P<aim>(?:original\s|initial\s|revised\s)?(?:estimate|forecast|budget|projection|target))s?\sby\s(?:about\s|around\s|some\s|over\s)?$"
)
"""Before a sum by which something differs from what was foreseen: revenue exceeded our projection by|$1.2 billion."""
_ESTIMATE_FOR = re.compile(r"(?:[a-z]+ )?estimate (?:for|of) (?:the )?")
_MORE = (
    r"\s(?P<way>higher|lower|more|less)\sthan\s(?:in\s)?(?:the\s|our\s|its\s|their\s|a\s)?"
    r"(?:(?P<what>(?:[a-z]+\s)?(?:estimates?|forecast|budget|projection|target))|(?P<year>(?:last|previous|prior|preceding)\s[a-z]+)"
    r"|(?:was\s|we\s|had\s|been\s|initially\s|originally\s|previously\s|first\s){0,4}"
    r"(?P<foreseen>estimated|expected|projected|forecast|budgeted|planned|anticipated)(?!\s(?:figure|amount|level|sum|total)))\b"
    r"|\s(?P<over>above|below)\s(?:the\s|our\s|its\s|their\s)?(?P<aim>(?:original\s|initial\s|revised\s)?(?:estimate|forecast|budget|projection|target))s?\b"
)
_MORE_THAN = re.compile(_MORE)
_MORE_THAN_TOO = re.compile(rf",?\s\(?or\s[^\s\d]{{0,4}}\d[\d.,]*\s?(?:%|[a-z]+(?:\scent)?)\)?{_MORE}")
"""What says of an amount that it is how far something is from what it is compared with, also where the next one says so for both:
20.6 per cent|or $104.7 billion higher than the original estimate."""
_FORESEEN = {
    "estimated": "estimate", "expected": "expectation", "projected": "projection", "forecast": "forecast", "budgeted": "budget",
    "planned": "plan", "anticipated": "expectation",
}  # fmt: skip
_SET_BESIDE = tuple(f" the {what}" for what in (*_FORESEEN.values(), "original estimate", "revised estimate", "original estimates"))


def _that_with(name: str, between: str) -> str | None:
    """Return the name that a pronoun stands for, with whom else it is: trade with Chile grew by 90%, while|that with Peru."""
    told = _THAT_WITH.search(between) if " that " in between or " those " in between else None
    joint = f" {told['joint']} " if told is not None else ""
    return f"{name.rpartition(joint)[0]}{joint}{told['who']}" if told is not None and joint in name else None


_THAT_WITH = re.compile(
    r"\b(?:while|whereas|and|but)\s(?:that|those)\s(?P<joint>with|of|in|for|from|to)\s(?:the\s)?(?P<who>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*)(?:\s\([A-Z]+\))?\s"
)
_BESIDE = re.compile(
    r",[^,;.]*\b(?:than|exceeding|surpassing|above|below|compared (?:to|with)|against"
    r"|(?:rise|increase|fall|drop|decline|improvement) (?:from|over|on))\s"
    r"(?:(?:the|its|our|their|an?|industry|market|analysts['’]|private)\s[^,;.]*)?$"
)
"""What opens a value that the one before it is set beside."""


_CHANGE_IN = re.compile(r"(?:increase|reduction|rise|fall|drop|decline|growth|change) in ")


_TO_LEVEL = re.compile(r",? to (?:(?:about|around|over|nearly|a record) )?")


def _of_them(name: str, place: Place) -> str | None:
    """Return some of the things told before with what was done to them: 60 boats were saved, including 8|towed to the quay."""
    words, at = place.sentence.words, place.at + 1
    things = _THINGS.match(name)
    if (
        at < len(words)
        and things is not None
        and words[at].tag in ("be", "have", "modal")
        and words[place.at - 1].lower in ("further", "another")
    ):
        return things["things"]  # 56 bridges were strengthened and a further 23|are
    if things is not None and place.left > 1 and words[place.left - 1].lower in ("which", "whom") and words[place.left - 2].lower == "of":
        told = with_fate(place.sentence, Range(place.at, at), things["things"], left=place.left)  # of whom 55,000|have had a second one
        return told if told != things["things"] else None
    done = done_behind(place.sentence, at) if at < len(words) else None
    return f"{things['things']} {done}" if done is not None and things is not None else None


_THINGS = re.compile(r"(?P<things>[A-Za-z-]+(?: [A-Za-z-]+){0,3}?)(?= (?:that|with|of|in|from|[a-z]+ed)\b)")
_MEASURED = re.compile(r"(?:\s[A-Za-z-]+){0,9},\s(?:or\s)?(?:(?:more|less|nearly|almost|about|over|some|only|just|well|than)\s)*")
_AS_MUCH_AS = re.compile(r"\s(?:that|those|what|the\s(?:number|figure|level|amount|total|rate))\b")
"""Around how many times the like of another time or place a fact is: 240|boats in the bay, more than|double|that of last year."""
_SO_MUCH_OF = re.compile(r"(?:\s[a-z-]+){1,9},\s(?:or\s|about\s|some\s|nearly\s)?")
"""Between things and what share of all they are: 40|hulks in the bay,|60 per cent of the total."""


def _cost_of(place: Place, told: str, given: str | None, *, spent: bool) -> str | None:
    """Return what a sum is the cost of: what the sentence gives, or is about before it; None where that is only whom it is for.

    What only comes to a sum (three packages, totalling|$3 billion) is named itself: not `spent`.
    """
    done = given or done_to(told, any_length=True) or plain_name(told)
    whom = done is not None and done.split(" of ")[0].split()[-1].lower() in class_of("receiver")
    if done is None or whom:
        return None
    done = _COUNTED_OF.sub("", _ROUNDS_OF.sub("", done))
    if given is None and spent and (moved := _MOVED.search(told)) is not None and not done.startswith(("increase", "reduction")):
        done = f"{_MOVES[moved['how']]} in {place.sentence.within(done)}"  # the tax will be cut, at a cost of
    return f"cost of {place.sentence.within(done)}" if spent else done


_MOVES = {
    "cut": "reduction", "reduced": "reduction", "lowered": "reduction", "raised": "increase", "increased": "increase",
    "enhanced": "increase",
}  # fmt: skip
_MOVED = re.compile(r"\b(?:be|is|are|was|were|been)\s(?P<how>cut|reduced|lowered|raised|increased|enhanced)\b")
_COUNTED_OF = re.compile(r"^total of (?=\d)|(?:^|(?<=and )|(?<=^total of ))\d[\d,]*\s(?=[a-z])")
_ROUNDS_OF = re.compile(r"^(?:[a-z]+ )?(?:rounds?|series|batch(?:es)?) of (?:the )?")
_ROUNDED = r"(?:about\s|around\s|some\s|nearly\s|almost\s|over\s|more\sthan\s|close\sto\s|up\sto\s)?"
_INVOLVING = re.compile(
    r",?\s(?:involving|which\s(?:will|would)\s(?:involve|cost)|at)\s(?:an?|the)\s(?:total\s|additional\s|annual\s|estimated\s|further\s)*"
    rf"(?:expenditure|cost|outlay|commitment)\sof\s{_ROUNDED}$"
    rf"|,?\s(?:which\s)?(?:will\s|would\s)?(?:involv|cost)(?:ing|es?|s)?\sa\stotal\sof\s{_ROUNDED}$"
    rf"|,?\s(?:totall?ing|amounting\sto|adding\sup\sto)\s(?:a\stotal\sof\s)?{_ROUNDED}$"
)
"""What opens the cost of what the sentence tells before it."""
_OF_TOTAL = re.compile(
    r"\sof (?:the|its|our|their|all|this) (?:[a-z]+ ){0,1}?(?:total|overall|whole|entire|planned|aggregate)\b", re.IGNORECASE
)


_CAPPED = re.compile(r"\b(?:capped at|up to a (?:maximum|cap|limit) of|subject to a (?:maximum|cap) of|with a cap of)\s(?:about\s)?$")
"""What opens the most that the amount before it may come to."""


_LIMIT = re.compile(r"(?:[a-z]+ ){0,2}(?:ceiling|cap|limit)", re.IGNORECASE)


_NEW_SUBJECT = re.compile(r"[;:]|\.\s")


_CONCEDED = re.compile(r"(?<![a-z])(?:despite|notwithstanding|in spite of)\s(?:the|an?|its|our)\s[a-z]")
"""A margin of 2.7% despite the small rise of|1.3% granted: what is conceded is something else."""
_OF_ANOTHER = re.compile(
    r"(?<![a-z])(?:as|while|whereas|although|though)\s(?!(?:it|they|this|that|these|compared|against|well|of|at|in|from|expected)\s)"
    r"(?:[a-z’'-]+\s){1,5}?(?:rose|fell|grew|slowed|eased|accelerated|improved|declined|dropped|increased|decreased|recovered|rebounded)\s"
)
"""Prices rose 1.1%, as volume growth accelerated to|5.1%: the second part has a subject of its own."""


def _goes_with(text: str, figure: FoundFigure, last: FoundFigure) -> bool:
    """Return whether a figure without a name speaks of the quantity before it: its change, its rank, what it came from or went to."""
    between = _BASE_BRACKET.sub(" ", text[last.end : figure.start])
    if _STEP.fullmatch(between) or _BY_HOW_MUCH.search(between):
        return True
    if _NEW_SUBJECT.search(between) or _CONCEDED.search(between) or _OF_ANOTHER.search(between):
        return False
    if figure.role == "share" and (_SHARE_LEAD.fullmatch(between) or _SHARE_END.search(between)):
        return True  # reserves of $870 billion, representing|35.2 per cent of GDP
    if figure.role in ("change", "change_pp", "rank", "multiple") or figure.base is not None or last.base is not None:
        return True
    return figure.unit_code == last.unit_code and len(between) < _NEAR


_BY_HOW_MUCH = re.compile(
    r",\s(?:making|giving)\s(?:a\stotal\sof\s)?$|"
    r",\s(?:an?|representing an?|which is an?|marking an?)\s(?:[a-z-]+\s){0,3}"
    r"(?:increase|decrease|rise|fall|drop|decline|reduction|growth|gain|jump)\s(?:of|by)\s(?:[a-z]+\s){0,3}$"
    r"|,\s(?:which is\s)?(?:higher|lower|more|less)\sthan\s[^,;.]{1,40}\sby\s$",
    re.IGNORECASE,
)
"""What opens by how much the quantity before it changed: 537 billion yuan was spent, an increase of|30 billion yuan."""


_ROUGHLY = r"(?:\s(?:about|around|some|nearly|over|more than|almost))?"
_MAKES_UP = r"representing|accounting for|equivalent to|equal to|making up|which (?:is|was|represents|accounts for)"
_SHARE_LEAD = re.compile(rf"[\s,(–—-]*(?:or|{_MAKES_UP}|that is|i\.e\.|being|at)?{_ROUGHLY}\s*", re.IGNORECASE)
_SHARE_END = re.compile(rf"(?:(?<=,\s)or|(?<![a-z])(?:{_MAKES_UP})){_ROUGHLY}\s$", re.IGNORECASE)
"""What opens a share of the quantity before it: reserves of $870 billion, representing|35 per cent."""


_BASE_BRACKET = re.compile(r"\s*\((?:[^():]{0,30}(?:(?:19|20)\d\d|year|period|half|quarter)[^():]{0,12}):\s*$", re.IGNORECASE)
"""What opens the value of an earlier time: (H1 2024:|£388.5m)."""


_STEP = re.compile(
    r"(?:\s(?:last|this)\s(?:year|month|quarter)(?=\sto\s))?[\s,(]*"
    r"(?:to|from|or|vs\.?|versus|compared with|against|and now|to reach|to exceed|to surpass)?\s*"
    r"(?:(?:just|about|around|over|nearly|a record)\s)?",
    re.IGNORECASE,
)
"""From a change to the level it led to: up 6.2% to|£412.6m."""


_NEAR = 40
