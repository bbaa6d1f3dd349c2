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
from typing import NamedTuple

from reportsum import lazy_re as re

from ...annotating import Clause, Measure
from ...figures.figure import FoundFigure
from .bounds import bound_before
from .deeds import with_deed
from .phrases import Group, Range, Sentence
from .words import Word, class_of, cut_words

_KEYED = re.compile(r"^[\s>|•-]*(?P<key>[A-Za-z][\w ().&/'’%-]{1,200}?)(?:,? (?:FY ?)?(?:19|20)\d\d)?:\s*['\"\[]{0,3}(?:[\d$£€(.]|-\d)")


def read_english(text: str, clause: Clause, figures: Sequence[FoundFigure]) -> tuple[Measure, ...]:
    """Return the measures of an English clause; each figure stands in exactly one."""
    if not clause.figures:
        return (Measure(plain_name(text[clause.start : clause.end]), ()),)
    keyed = _KEYED.match(text[clause.start : clause.end])
    if keyed is not None and _is_key(keyed["key"]):
        return tuple(Measure(keyed["key"].strip(), (number,)) for number in clause.figures)  # a list under a key: a value a year
    drafts: list[tuple[str | None, list[int]]] = []
    places = _places(text, clause, figures)
    for place in places:
        number, figure = place.number, figures[place.number]
        name = _name(place)
        shared = _respective(places, place)
        if shared is not None and (own := next((draft for draft in drafts if shared in draft[1]), None)) is not None:
            own[1].append(number)
            continue
        last = figures[drafts[-1][1][-1]] if drafts else None
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
            and figure.role == "share"
            and (
                _is_share_of_last(text[last.end : figure.start])
                or (text[last.end : figure.start] == ", " and _OF_TOTAL.match(text, figure.end) is not None)
            )
        ):
            name = None
        if drafts and drafts[-1][0] is not None and name is not None and _LIMIT.fullmatch(name):
            name = drafts[-1][0] if name.split()[-1] in drafts[-1][0] else f"{name} for {drafts[-1][0]}"
        elif not drafts and name is not None and _LIMIT.fullmatch(name) and (limited := _done_to(clause.text, any_length=True)) is not None:
            name = name if name.split()[-1] in limited else f"{name} for {limited}"  # waiving rates, subject to a ceiling
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
    return tuple(Measure(name, tuple(numbers)) for name, numbers in drafts)


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
        and _is_money(last)
        and figure.role == "count"
        and re.fullmatch(re.escape(last_name) + " [a-z]+", name) is not None
    )


_INSTEAD = re.compile(r",? (?:instead of|rather than|in place of) (?:the )?(?:current |existing |present )?", re.IGNORECASE)
_CHANGE_IN = re.compile(r"(?:increase|reduction|rise|fall|drop|decline|growth|change) in ")
_TO_LEVEL = re.compile(r",? to (?:(?:about|around|over|nearly|a record) )?")
_OF_TOTAL = re.compile(
    r"\sof (?:the|its|our|their|all|this) (?:[a-z]+ ){0,1}?(?:total|overall|whole|entire|planned|aggregate)\b", re.IGNORECASE
)
_LIMIT = re.compile(r"(?:[a-z]+ ){0,2}(?:ceiling|cap|limit)", re.IGNORECASE)


# --- places ---------------------------------------------------------------------------------------------------------------------


class _Place(NamedTuple):
    """A figure in its sentence."""

    number: int
    figure: FoundFigure
    sentence: Sentence
    at: int
    """Its place among the words."""
    left: int
    """Where the words end that stand before it and the words of its bound."""


def _places(text: str, clause: Clause, figures: Sequence[FoundFigure]) -> list[_Place]:
    """Return the clause's figures, in text order, each in its part of the sentence: what stands in brackets is a part of its own."""
    words = cut_words(text, clause.start, clause.end, [(number, figures[number]) for number in clause.figures])
    places: dict[int, _Place] = {}
    for part in _parts(words):
        sentence = Sentence(text, part)
        for at, word in enumerate(part):
            if word.figure is not None:
                places[word.figure] = _Place(word.figure, figures[word.figure], sentence, at, _left_of(text, part, at))
    return [places[number] for number in clause.figures]


_MOST_IN_PART = 240
"""Words. What is longer is no sentence that anybody wrote; it is read piece by piece, so that the time stays linear."""


def _parts(words: Sequence[Word]) -> list[list[Word]]:
    """Return the sentence without what stands in brackets, and what stands in each pair of them; the sentence's beginning first."""
    parts: list[list[Word]] = [[]]
    open_: list[list[Word]] = []
    for word in words:
        if word.tag == "open":
            open_.append([])
            parts.append(open_[-1])
        elif word.tag == "close":
            if open_:
                open_.pop()
        else:
            (open_[-1] if open_ else parts[0]).append(word)
    return [part[at : at + _MOST_IN_PART] for part in parts for at in range(0, max(1, len(part)), _MOST_IN_PART)]


def _left_of(text: str, part: Sequence[Word], at: int) -> int:
    """Return how many words stand before a figure, without those of its bound (more than) and what opens a quantity (a total of)."""
    start = part[at].start
    begin = part[at - 1].end if at and part[at - 1].tag == "figure" else part[0].start
    before = text[begin:start]
    bound = begin + bound_before(before)[1]
    left = at
    if any(word.lower in _NOUNS_OF_BOUNDS for word in part[:at] if word.start >= bound):
        return at
    while left and part[left - 1].start >= bound and part[left - 1].tag not in ("figure", "stop", "comma"):
        if _BOUND_VERB.match(part[left - 1].lower):
            break
        left -= 1
    return _without_opening(part, left)


def _without_opening(part: Sequence[Word], left: int) -> int:
    while left:
        word = part[left - 1]
        if (
            word.text[0].isdigit()
            or word.tag in ("verb", "ed", "ing")
            or not (word.tag == "adverb" or word.lower in class_of("opening") or word.lower in _WHOSE)
        ):
            break
        left -= 1
    return left


_BOUND_VERB = re.compile(r"(?:exceed|surpass|topp?|pass|approach|reach)(?:s|es|ed|ing)?$")
_NO_VERBS = frozenset({"existing", "revised", "estimated", "staggering", "whopping"})
_NOUNS_OF_BOUNDS = frozenset({"ceiling", "cap", "limit"})
"""A bound that is a name as well: subject to a ceiling of $900."""
_WHOSE = frozenset({"the", "its", "our", "their", "a", "an"})


# --- naming ---------------------------------------------------------------------------------------------------------------------


def _name(place: _Place) -> str | None:
    """Return the name of a figure; None where nothing in its part of the sentence names it."""
    handed = _handed_out(place)
    if handed is not None:
        return handed
    if place.figure.role == "count" and (whole := _out_of(place)) is not None:
        return whole
    if place.figure.role == "rank" and place.left and place.sentence.words[place.left - 1].lower in ("rank", "ranks"):
        group = place.sentence.group_ending(place.left)
        if group is None and place.left > 1 and place.sentence.words[place.left - 2].tag == "noun":
            return _accepted(place.sentence, place.sentence.before(place.left - 1))  # a noun by its look: network coverage ranks|first
        return None if group is None else _in_terms_of(place) or _subject(place.sentence, group)  # GDP grew to $5tn and now ranks|second
    if place.figure.role == "rank" and (measured := _in_terms_of(place)) is not None:
        return measured
    counted = _counted(place)
    if counted is not None and place.figure.role == "count":
        aim = _of(place)
        return aim if aim is not None and _AIM.search(aim) else with_deed(place.sentence, place.left, counted)
    if place.figure.role == "count" and _is_generic_behind(place):
        return _qualified(place, place.at + 1) or _measured(place, generic=True) or _as_for(place)
    if counted is not None and _is_modifier(place):
        return _spread(place, counted) or counted
    return _measured(place, generic=False) or counted or _as_for(place)


def _out_of(place: _Place) -> str | None:
    """Return the things that a number of is told out of all of them: launched 21|out of the proposed 23|maps."""
    words, at = place.sentence.words, place.at + 1
    if [word.lower for word in words[at : at + 2]] != ["out", "of"]:
        return None
    whole = next((other for other in range(at + 2, min(at + 6, len(words))) if words[other].tag == "figure"), None)
    found = place.sentence.behind(whole + 1) if whole is not None else None
    name = place.sentence.name(found)
    return with_deed(place.sentence, place.left, name) if name is not None else None


def _in_terms_of(place: _Place) -> str | None:
    """Return what a rank is told of behind it: ranked second in Asia|in terms of exports."""
    words = place.sentence.words
    for at in range(place.at + 1, min(place.at + 12, len(words) - 2)):
        if [word.lower for word in words[at : at + 3]] == ["in", "terms", "of"]:
            ends = (other for other in range(at + 3, len(words)) if words[other].tag in ("comma", "stop", "figure", "subordinator"))
            return place.sentence.name(Range(at + 3, next(ends, len(words))))
    return None


def _spread(place: _Place, counted: str) -> str | None:
    """Return what is told of an extent: soil erosion on|246,000 square kilometers of land."""
    sentence, left = place.sentence, place.left
    if (
        place.figure.role not in ("level", "count")
        or _is_money(place.figure)
        or not left
        or sentence.words[left - 1].lower not in ("on", "across")
    ):
        return None
    name = _accepted(sentence, sentence.before(left - 1))
    return None if name is None else f"{name} {sentence.words[left - 1].text} {counted}"


_AIM = re.compile(r"(?:^|\s)(?:target|goal|supply|capacity|quota|plan|population|stock)$", re.IGNORECASE)
"""What things are counted towards names them better than the things: a public housing supply target of 280 000|units."""


def _measured(place: _Place, *, generic: bool) -> str | None:
    """Return what the verb or the preposition before a figure says it measures."""
    return _governed(place, place.left, generic=generic, depth=0)


def _governed(place: _Place, left: int, *, generic: bool, depth: int) -> str | None:
    sentence = place.sentence
    before = sentence.words[left - 1] if left else None
    if before is None:
        return _opening(place)
    if before.tag == "comma" and left > 1 and sentence.words[place.at - 1].lower in ("from", "to", "by", "at"):
        return None
    if before.lower == "worth":
        found = _phrase_before(sentence, left - 1)
        return sentence.name(found)
    if before.lower == "of":
        return _of_noun(place, left - 1, generic=generic, depth=depth)
    if before.tag in ("preposition", "particle", "subordinator") and before.lower in _LEVELS:
        return _levelled(place, left - 1, before.lower, generic=generic, depth=depth)
    group = sentence.group_ending(left)
    if group is not None:
        return _of_verb(place, group, None, None, generic=generic)
    if before.tag in ("noun", "close"):
        return _behind_noun(place, left, generic=generic)
    if before.tag in ("comma", "stop", "conjunction", "subordinator"):
        return _opening(place)
    return _behind_figure(place)


_LEVELS = frozenset("by to at from in under over above below within up down between against than with into for on around near as".split())  # noqa: SIM905


def _of(place: _Place) -> str | None:
    left = place.left
    if left and place.sentence.words[left - 1].lower == "of":
        found = _phrase_before(place.sentence, left - 1)
        return place.sentence.name(found)
    return None


def _phrase_before(sentence: Sentence, end: int) -> Range | None:
    """Return the noun phrase that ends at a place, back to the verb, mark or preposition that governs it."""
    found = sentence.before(end, inner=True)
    if found is None:
        return None
    first = found.first
    for at in range(first, end):
        word = sentence.words[at]
        if (word.tag == "preposition" and word.lower in _GOVERNS and at > first) or word.lower == "than":
            first = at + 1
        if word.tag == "determiner" and at > first and sentence.words[at - 1].tag == "noun":
            first = at  # granting each keeper|a subsidy
    return Range(first, end) if first < end else None


_GOVERNS = frozenset("with by to at from despite including than over above below beyond through under via after during into within".split())  # noqa: SIM905
"""Prepositions that a figure's own noun stands behind: closed the year with a headcount of 3 412."""


def _of_noun(place: _Place, end: int, *, generic: bool, depth: int) -> str | None:
    """Return the noun that a figure is of; a noun that names nothing (an increase of) is passed over."""
    sentence = place.sentence
    found = _phrase_before(sentence, end)
    if found is None:
        return _behind_figure(place)
    changed = _changed(sentence, found)
    if changed is not None:
        return sentence.name(changed)
    name = sentence.name(found)
    if name is not None and _heads_bare(sentence, found) and not _has_content(sentence, found):
        name = None
    before = sentence.words[_without_opening(sentence.words, found.first) - 1].lower if found.first else ""
    if sentence.head(found) in _MARKS and before in _AT_MARK:
        name = None  # remains above the red line|of 120 million hectares
    if before == "with" and sentence.head(found) in _OF_WHOM and name is not None:
        whose = sentence.before(_without_opening(sentence.words, found.first) - 1)
        of_whom = _accepted(sentence, whose) if whose is not None and sentence.group_ending(whose.end) is None else None
        return f"{name} of {of_whom}" if of_whom is not None else name  # steel mills with a capacity|of 78 million tons
    if name is None:
        if depth > 2:
            return None
        first = found.first
        return _changed_behind(place) or _governed(place, _without_opening(sentence.words, first), generic=generic, depth=depth + 1)
    if sentence.head(found) in class_of("given") and place.figure.role == "level":
        governed = None if depth else _governed(place, _without_opening(sentence.words, found.first), generic=generic, depth=3)
        return _given(place, name) or governed
    return None if _is_agent(name) else name


_MARKS = frozenset("line threshold target benchmark limit floor mark standard goal ceiling cap".split())  # noqa: SIM905
_AT_MARK = frozenset({"above", "below", "at", "within", "under", "against", "over", "than"})
_OF_WHOM = frozenset("capacity area length output value population membership".split())  # noqa: SIM905
"""What belongs to what it is told with: steel mills with a capacity of."""


def _heads_bare(sentence: Sentence, found: Range) -> bool:
    return sentence.head(found) in class_of("bare")


def _has_content(sentence: Sentence, found: Range) -> bool:
    """Return whether a phrase whose last noun is bare is a name all the same: unemployment|rate, growth in exports."""
    words = [word for word in sentence.words[found.first : found.end] if word.tag in ("noun", "number")]
    return any(
        word.lower not in class_of("bare")
        and word.lower not in class_of("degree")
        and word.tag == "noun"
        and not word.lower.endswith("est")
        for word in words
    )


def _changed(sentence: Sentence, found: Range) -> Range | None:
    """Return what a change is of that is told before its figure: an increase in|exports of 5%."""
    at = found.first
    while at < found.end and (sentence.words[at].tag in ("determiner", "adverb") or sentence.words[at].lower in class_of("degree")):
        at += 1
    if (
        at + 1 < found.end
        and sentence.words[at].lower in class_of("change")
        and sentence.words[at + 1].lower in ("in", "of", "to", "for", "on")
    ):
        return Range(at + 2, found.end) if at + 2 < found.end else None
    return None


def _changed_behind(place: _Place) -> str | None:
    """Return what a change is of that is told behind its figure: a reduction of|50% in emissions."""
    words, at = place.sentence.words, place.at + 1
    if place.figure.role not in ("change", "level", "change_pp", "count") or at + 1 >= len(words) or words[at].lower not in ("in", "of"):
        return None
    if place.sentence.time_from(at) is not None:
        return None
    found = place.sentence.behind(at + 1)
    name = place.sentence.name(found)
    return None if found is None or name is None or _is_agent(name) or place.sentence.head(found) in class_of("manner") else name


def _levelled(place: _Place, end: int, preposition: str, *, generic: bool, depth: int) -> str | None:
    """Return what stands at, rises by, falls to a figure behind a preposition."""
    sentence = place.sentence
    before = sentence.words[end - 1] if end else None
    if before is None:
        return _opening(place)
    while (before is not None and before.tag in ("particle", "adverb")) or (before is not None and before.lower == "up"):
        end -= 1
        before = sentence.words[end - 1] if end else None
    if before is not None and before.tag == "preposition" and before.lower in ("to", "by", "at", "from") and end > 1:
        return _levelled(place, end - 1, before.lower, generic=generic, depth=depth)  # to within, by over
    if before is not None and before.tag == "conjunction" and end > 1 and sentence.words[end - 2].tag == "preposition":
        end -= 2  # at or above
        before = sentence.words[end - 1] if end else None
    if before is None or before.tag == "figure":
        return None
    if before.tag == "comma" and preposition in ("up", "down") and any(word.tag == "figure" for word in sentence.words[:end]):
        return None  # to 120 yuan a head,|up 50%: of the amount before it
    if before.tag == "comma" and preposition in ("from", "to", "by", "up"):
        # raised the deduction for boats, from 150%
        end -= 1
        before = sentence.words[end - 1] if end else None
        if before is None or before.tag == "figure":
            return None
    group = sentence.group_ending(end)
    if group is not None:
        return _of_verb(place, group, None, preposition, generic=generic)
    if before.tag == "comma" and preposition == "with" and (done := sentence.group_ending(end - 1)) is not None and not done.passive:
        close = next((at for at in range(place.at, len(sentence.words)) if sentence.words[at].tag == "comma"), None)
        return sentence.name(sentence.behind(close + 1)) if close is not None else None  # launched,|with $1 billion,|the scheme
    if before.tag in ("comma", "stop", "conjunction"):
        return _opening(place) or (_told_before(place, end) if preposition == "with" and depth else None)
    found = sentence.before(end, inner=True)
    if found is None:
        return None
    if found.first and sentence.words[found.first - 1].lower == "than":
        compared = sentence.group_ending(_without_opening(sentence.words, found.first - 2)) if found.first > 1 else None
        return _of_verb(place, compared, None, preposition, generic=generic) if compared is not None else None
    stepped = preposition == "to" and "figure" in (sentence.words[found.first].tag, sentence.words[max(0, found.first - 1)].tag)
    if stepped:  # expands by 3 481 posts to|191 816
        verb = next((group for group in reversed(sentence.groups) if group.end <= found.first), None)
        return _subject(sentence, verb) if verb is not None and verb.verb is not None and "turn" in verb.verb.does else None
    if _only_bare(sentence, found) and depth < 2:
        return _governed(place, _without_opening(sentence.words, found.first), generic=generic, depth=depth + 1)
    governing = sentence.group_ending(_without_opening(sentence.words, found.first))
    if governing is not None:
        return _of_verb(place, governing, found, preposition, generic=generic)
    if preposition in ("for", "on", "with", "in") and place.figure.role == "count":
        return None
    name = _accepted(sentence, found)
    moved = _moved_before(sentence, found.first) if preposition == "by" and place.figure.role in ("level", "count") else None
    return name if name is None or moved is None else f"{moved} in {name}"


def _moved_before(sentence: Sentence, first: int) -> str | None:
    """Return the noun of a verb that governs a second object: cut steel by 5 tonnes and|coal by 7."""
    if not first or sentence.words[first - 1].tag != "conjunction":
        return None
    group = next((group for group in reversed(sentence.groups) if group.end <= first), None)
    return _CHANGE_OF.get(group.verb.base) if group is not None and group.verb is not None and "move" in group.verb.does else None


def _only_bare(sentence: Sentence, found: Range) -> bool:
    return _heads_bare(sentence, found) and not _has_content(sentence, found)


def _of_verb(place: _Place, group: Group, held: Range | None, preposition: str | None, *, generic: bool) -> str | None:
    """Return what a figure measures that is told with a verb: `held` is the verb's object where one stands before the figure."""
    sentence = place.sentence
    does = group.verb.does if group.verb is not None else frozenset({"turn"})
    if held is not None:
        if sentence.head(held) in class_of("agent") or _is_pronoun(sentence, held):
            return _subject(sentence, group) or _purpose(place)  # cost the Government|$8.4bn
        if _only_bare(sentence, held):
            return _subject(sentence, group) if "turn" in does else None
        if group.verb is None and sentence.words[group.main].tag == "be":
            return _subject(sentence, group)
        if preposition is None:
            bounded = any(
                word.lower in ("than", "within", "below", "under", "above", "over") for word in sentence.words[place.left : place.at]
            )
            return _accepted(sentence, held) if bounded and "give" not in does else None  # keep the rate|no higher than 4.6%
        name = _accepted(sentence, held) or (sentence.name(held) if "move" in does and held.end - held.first <= 2 else None)
        if name is not None and place.figure.role in ("level", "count") and preposition == "by" and "move" in does:
            return f"{_CHANGE_OF.get(group.verb.base if group.verb else '', 'change')} in {name}"
        return name
    if place.figure.role in ("share", "level") and (gain := _gain_behind(place)) is not None:
        return gain
    if "turn" in does and _goes_on_with_what_was_done(sentence, group):
        return None  # will complete 18 800 homes, representing an increase of|20 per cent
    if group.passive:
        given = _given_behind(place) if "give" in does and preposition is None else None
        return given or _subject(sentence, group) or _given_behind(place)
    if "turn" in does and not (place.figure.role == "count" and generic and group.verb is None):
        has = sentence.words[group.main].tag == "have" and place.figure.role == "level" and _is_money(place.figure)
        if has and (purpose := _purpose(place)) is not None:
            return purpose  # the plan has|$45 million for roads
        subject = _subject(sentence, group)
        if generic and subject is not None and group.verb is not None and group.verb.base in _SERVED and not _COUNTS.search(subject):
            return _served(place, group)  # the programme reached|2.1 million people
        if subject is not None and preposition in ("by", None) and place.figure.role in ("level", "count") and group.verb is not None:
            moved = _CHANGE_OF.get(group.verb.base)
            return f"{moved} in {subject}" if moved is not None else subject
        if subject is not None:
            return subject
        return _given_behind(place) if place.figure.role == "level" else _share_of(place) if place.figure.role == "share" else None
    if place.figure.role == "share" and "act" in does and (whole := _share_of(place)) is not None:
        return whole  # responded to 96% of calls
    if place.figure.role in ("change", "change_pp", "share", "rank", "multiple"):
        return (
            _subject(sentence, group)
            if preposition is not None or place.figure.role != "share"
            else _share_of(place) or _subject(sentence, group)
        )
    if generic:
        return _served(place, group) or _able_to(sentence, group)
    if place.figure.role == "level" and group.verb is not None and group.verb.base in _TAKES and _given_behind(place) is None:
        return _source(place) or _subject(sentence, group)
    if preposition is None or "give" in does:
        return _given_behind(place) or (
            (_subject(sentence, group) if "give" in does or "act" in does else None) if place.figure.role == "level" else None
        )
    return _subject(sentence, group)


def _gain_behind(place: _Place) -> str | None:
    """Return what is gained or saved that is told behind its figure: reap 9%|in manpower savings."""
    words, at = place.sentence.words, place.at + 1
    if at + 1 >= len(words) or words[at].lower != "in":
        return None
    found = place.sentence.behind(at + 1, prepositions=frozenset())
    return place.sentence.name(found) if found is not None and place.sentence.head(found) in ("savings", "gains", "losses") else None


def _able_to(sentence: Sentence, group: Group) -> str | None:
    """Return who has what a verb hangs on: the land supply has a capacity|to produce."""
    if sentence.words[group.first].tag != "to":
        return None
    held = sentence.before(group.first, inner=True)
    owner = sentence.group_ending(_without_opening(sentence.words, held.first)) if held is not None else None
    return _subject(sentence, owner) if owner is not None and owner.verb is None else None


def _goes_on_with_what_was_done(sentence: Sentence, group: Group) -> bool:
    """Return whether a participle behind a comma goes on with things counted before it, not with the subject."""
    words = sentence.words
    if words[group.first].tag != "ing" or not group.first or words[group.first - 1].tag != "comma":
        return False
    main = next((other for other in reversed(sentence.groups) if other.finite and other.end <= group.first), None)
    acts = main is not None and not main.passive and main.verb is not None and not main.verb.does & {"turn", "say"}
    return acts and any(word.tag == "figure" for word in words[: group.first])


_CHANGE_OF = {
    "reduce": "reduction", "lower": "reduction", "cut": "reduction", "slash": "reduction", "lighten": "reduction", "trim": "reduction",
    "decrease": "reduction", "shrink": "reduction", "bring": "change", "increase": "increase", "raise": "increase", "boost": "increase",
    "expand": "increase", "grow": "growth", "lift": "increase", "extend": "extension",
    "rise": "rise", "fall": "fall", "drop": "drop", "decline": "decline",
}  # fmt: skip
"""What changes by a sum is told with the noun of its verb: reduce revenue by $3 billion, reduction in revenue."""


def _subject(sentence: Sentence, group: Group) -> str | None:
    return _accepted(sentence, sentence.before(group.first))


def _accepted(sentence: Sentence, found: Range | None, *, whole: bool = False) -> str | None:
    """Return a range's name if it can name a quantity: no bare noun, nobody who acts; `whole`: with the change that is told of it."""
    if found is None:
        return None
    changed = None if whole else _changed(sentence, found)
    if changed is not None:
        found = changed
    if _only_bare(sentence, found) and changed is None:
        return None
    last = sentence.words[found.end - 1]
    if found.end - found.first > 1 and last.lower in _RISES and sentence.words[found.end - 2].lower.endswith("s"):
        found = Range(found.first, found.end - 1)  # see bursaries increase
    name = sentence.name(found)
    return None if name is None or _is_agent(name) else name


_RISES = frozenset({"increase", "rise", "fall", "drop", "decline", "grow", "decrease", "shrink"})


def _is_pronoun(sentence: Sentence, found: Range) -> bool:
    return all(word.tag in ("pronoun", "determiner") for word in sentence.words[found.first : found.end])


def _is_agent(name: str) -> bool:
    """Return whether a name is of somebody who acts: the Government, a city council, an abbreviation."""
    words = name.lower().split()
    if len(words) == 1 and re.fullmatch(r"[A-Z][A-Z&]{1,5}", name) and name not in _MEASURES_IN_CAPITALS:
        return True
    if " and " in name and len(words) <= 6:
        return all(_is_agent(re.sub(r"^the ", "", piece)) for piece in name.split(" and "))  # the Government and the regulators
    return (
        bool(words)
        and len(words) <= 3
        and (words[-1] in class_of("agent") or name.lower() in class_of("agent"))
        and " of " not in name.lower()
    )


_MEASURES_IN_CAPITALS = frozenset(
    {"GDP", "GNP", "GNI", "CPI", "PPI", "PMI", "RPI", "FDI", "EBITDA", "EBIT", "EPS", "ODA", "GVA", "VAT", "GST", "MPF"}
)


def _behind_noun(place: _Place, left: int, *, generic: bool) -> str | None:
    """Return the noun directly before a figure: a line without a verb, or a verb's object before its sum."""
    sentence = place.sentence
    found = sentence.before(left, inner=True)
    if found is None:
        return None
    if found.first and sentence.words[_without_opening(sentence.words, found.first) - 1].lower in _LEVELS:
        end = _without_opening(sentence.words, found.first) - 1
        return _levelled(place, end, sentence.words[end].lower, generic=generic, depth=1)  # from the wartime 12.8 per cent
    group = sentence.group_ending(_without_opening(sentence.words, found.first))
    if group is not None:
        return _of_verb(place, group, found, None, generic=generic)
    return _accepted(sentence, found)


# --- behind a figure ------------------------------------------------------------------------------------------------------------


def _counted(place: _Place) -> str | None:
    """Return the noun behind a figure that it counts or describes: 415|new homes, a $2 billion|fund, 24,500 kilometres of|rivers."""
    sentence, figure = place.sentence, place.figure
    if figure.role in ("change", "change_pp", "rank", "multiple"):
        return _multiplied(place)
    if figure.role == "share":
        return _rate_behind(place)
    at = place.at + 1
    words = sentence.words
    if at < len(words) and words[at].tag == "particle":
        at += 1
    if at < len(words) and words[at].lower == "plus":
        at += 1
    if at + 1 < len(words) and words[at].lower in ("more", "fewer", "less") and words[at + 1].tag == "noun" and figure.role == "count":
        at += 1  # 20,000|more construction workers
    if at + 1 < len(words) and words[at].lower == "worth" and words[at + 1].lower == "of":
        at += 2
    elif at + 1 < len(words) and words[at].lower == "of" and words[at + 1].lower in ("which", "whom", "them", "these"):
        return _of_which(place, at + 2)
    elif at < len(words) and words[at].lower in ("of", "in") and figure.role == "level":
        if words[at].lower == "in" and (figure.base_unit == "" or not _is_money(figure)):
            return None
        if sentence.time_from(at) is not None or at + 1 >= len(words) or (words[at + 1].tag == "determiner" and words[at].lower == "in"):
            return None
        at += 1
    found = sentence.behind(at)
    if found is None or sentence.time_from(at) is not None or words[at].lower in _COMPARED:
        return None
    if words[at].tag in ("determiner",) and words[at - 1].lower != "of":
        return None
    head = sentence.head(found)
    if head in class_of("bare") and not _has_content(sentence, found):
        return None
    if head in class_of("time"):
        return None
    if head in class_of("generic") and found.end - found.first == 1:
        return _qualified(place, at)
    if head in class_of("given") and figure.role == "level":
        return _given(place, head, end=found)
    name = sentence.name(found)
    return _with_done(sentence, found, name) if figure.role == "count" else name


_COMPARED = frozenset("more less fewer higher lower better worse faster slower larger smaller cheaper".split())  # noqa: SIM905


def _is_money(figure: FoundFigure) -> bool:
    return figure.unit_code is not None and len(figure.unit_code) == 3 and figure.unit_code.isupper()


def _is_modifier(place: _Place) -> bool:
    """Return whether a quantity stands before its noun like an adjective, or is of it: a $2 billion fund, 40 kilometres of road."""
    words, at = place.sentence.words, place.at + 1
    left = place.sentence.words[place.left - 1] if place.left else None
    determined = place.at > place.left and words[place.at - 1].tag == "determiner"  # construction of the|1 000-hectare islands
    if left is not None and left.lower == "of" and _of(place) is not None and not determined:
        return False
    if left is not None and (group := place.sentence.group_ending(place.left)) is not None and words[at].lower in ("in", "of"):
        subject = _subject(place.sentence, group)
        return not (group.verb is not None and "turn" in group.verb.does and subject is not None and words[at].lower == "in")
    return at < len(words) and place.figure.role in ("level", "share")


def _is_generic_behind(place: _Place) -> bool:
    at = place.at + 1
    words = place.sentence.words
    return at < len(words) and words[at].lower in class_of("generic")


def _qualified(place: _Place, at: int) -> str | None:
    """Return a noun that says little with what qualifies it: people|covered by insurance, deaths|in accidents; None without."""
    sentence = place.sentence
    found = sentence.behind(at, prepositions=_OF_GENERIC)
    name = sentence.name(found)
    if found is None or name is None:
        return None
    if " " in name:
        return name
    group = next((group for group in sentence.groups if group.first == found.end), None)
    if group is None or not group.passive:
        return None
    done = " ".join(word.text for word in sentence.words[group.main : group.end])
    if (
        group.end < len(sentence.words)
        and sentence.words[group.end].lower in ("by", "in", "under", "with", "of", "from")
        and sentence.time_from(group.end) is None
    ):
        by = sentence.name(sentence.behind(group.end + 1))
        if by is not None:
            return f"{name} {done} {sentence.words[group.end].text} {by}"
    return f"{name} {done}"


def _respective(places: Sequence[_Place], place: _Place) -> int | None:
    """Return the level that a change of a list is of: $17,000 in towns, and $5,000 in villages, up|9% and 8% respectively."""
    if place.figure.role not in ("change", "change_pp", "share"):
        return None
    listed = _figures_listed(place)
    if listed is None:
        return None
    first, _, count = listed
    before = [other for other in places if other.at < first and other.sentence is place.sentence]
    before = [other for other in before if other.figure.role in ("level", "count")][-count:]
    if len(before) != count or len({other.figure.unit_code for other in before}) != 1:
        return None
    return before[sum(word.tag == "figure" for word in place.sentence.words[first : place.at])].number


_OF_GENERIC = frozenset("of per in for on with from to between among against without via under".split())  # noqa: SIM905


def _figures_listed(place: _Place) -> tuple[int, int, int] | None:
    """Return where a list of figures that ends in "respectively" begins and ends, and how many they are."""
    words, at = place.sentence.words, place.at
    first = last = at
    joints = ("comma", "conjunction")
    while first >= 2 and words[first - 1].tag in joints:
        back = first - 1 - (words[first - 2].tag in joints)
        if back < 1 or words[back - 1].tag != "figure":
            break
        first = back - 1
    while last + 2 < len(words) and words[last + 1].tag in joints:
        on = last + 2 + (words[last + 2].tag in joints)
        if on >= len(words) or words[on].tag != "figure":
            break
        last = on
    after = words[last + 1 : last + 4]
    count = sum(word.tag == "figure" for word in words[first : last + 1])
    if count < 2 or not any(word.lower == "respectively" for word in after):
        return None
    return first, last, count


def _handed_out(place: _Place) -> str | None:
    """Return the name that a list hands out to one of a list of figures: "A, B and C fell by 1%, 2% and 3% respectively"."""
    listed = _figures_listed(place)
    if listed is None:
        return None
    words, at = place.sentence.words, place.at
    first, _, count = listed
    left = _without_opening(words, first)
    if left and words[left - 1].lower in _LEVELS:
        left -= 1
    group = place.sentence.group_ending(left)
    found = place.sentence.before(group.first) if group is not None else place.sentence.before(left)
    if found is None:
        return None
    pieces = _listed(place.sentence, found)
    begin = found.first
    while (
        group is not None
        and len(pieces) < count
        and begin > 1
        and words[begin - 1].tag in ("conjunction", "comma")
        and words[begin - 2].tag == "noun"
    ):
        end = begin = begin - 1  # "fell 14%, and A|and B fell 9% and 13% respectively"
        while begin and words[begin - 1].tag in ("noun", "determiner"):
            begin -= 1
        pieces.insert(0, Range(begin, end))
    names = _shared_head([place.sentence.name(piece) for piece in pieces])
    position = sum(word.tag == "figure" for word in words[first:at])
    return names[position] if len(names) == count else None


def _listed(sentence: Sentence, found: Range) -> list[Range]:
    pieces, first = [], found.first
    for at in range(found.first, found.end + 1):
        if at == found.end or sentence.words[at].tag in ("comma", "conjunction"):
            if at > first:
                pieces.append(Range(first, at))
            first = at + 1
    return pieces


_OF_ALL = re.compile(r"[^,]*?\b(?:prices?|values?|outputs?|production|sales|exports|imports|number|yields?|rates?|emissions?) of ")
_KIND_ALONE = re.compile(r"(?P<head>.+\sof\s)(?:urban|rural|domestic|foreign|public|private|male|female|primary|secondary|local|overseas)")


def _shared_head(names: list[str | None]) -> list[str | None]:
    """Return two names with what they share: "income of urban|and rural residents" is income of urban residents, of rural residents."""
    of_all = _OF_ALL.match(names[0] or "")
    if (
        of_all is not None
        and len(names) > 1
        and not any(" of " in (name or " of ") for name in names[1:])
        and not _KIND_ALONE.fullmatch(names[0] or "")
    ):
        return [names[0], *(f"{of_all[0]}{name}" for name in names[1:])]  # prices of rice,|oats and wheat
    if len(names) != 2 or names[0] is None or names[1] is None or (kind := _KIND_ALONE.fullmatch(names[0])) is None:
        return names
    return [f"{names[0]} {names[1].split()[-1]}", kind["head"] + names[1]]


def _with_done(sentence: Sentence, found: Range, name: str | None) -> str | None:
    """Return things with what was done to them: new homes|completed."""
    group = next((group for group in sentence.groups if group.first == found.end), None)
    if (
        name is None
        or group is None
        or not group.passive
        or sentence.words[group.first].tag not in ("be", "have")
        or group.end - group.first > 3
        or sentence.words[group.main].lower not in class_of("done")
    ):
        return name
    return f"{name} {sentence.words[group.main].text}"


def _of_which(place: _Place, at: int) -> str | None:
    sentence = place.sentence
    group = next((group for group in sentence.groups if group.first == at), None)
    return sentence.name(sentence.behind(group.end)) if group is not None and group.verb is None else None


def _multiplied(place: _Place) -> str | None:
    """Return the noun that a change stands before, or the object of a verb of multiplying: a 5%|rise in prices, doubling|the ceiling."""
    sentence, at = place.sentence, place.at + 1
    words = sentence.words
    if at >= len(words):
        return None
    if place.figure.role == "multiple" and re.match(r"(?:doubl|tripl|quadrupl|halv)(?:e|es|ed|ing)$", place.figure.text, re.IGNORECASE):
        if words[at].tag in ("determiner", "noun") and sentence.time_from(at) is None:
            return sentence.name(sentence.behind(at))
        return _accepted(sentence, sentence.before(place.at, inner=False))  # with spending on parks|doubling
    while at < len(words) and (words[at].lower in class_of("degree") or words[at].tag == "adverb"):
        at += 1
    joined = at + 1 < len(words) and words[at].lower in class_of("change") and words[at + 1].lower in ("in", "of", "on", "to", "for")
    if joined and sentence.time_from(at + 1) is None:
        return sentence.name(sentence.behind(at + 2))
    if at + 1 < len(words) and words[at].lower in ("more", "fewer", "less") and words[at + 1].tag == "noun":
        return sentence.name(sentence.behind(at + 1))
    return None


def _rate_behind(place: _Place) -> str | None:
    """Return the rate that a share stands before: a 4%|unemployment rate."""
    sentence, at = place.sentence, place.at + 1
    if at < len(sentence.words) and sentence.words[at].lower == "off":
        return sentence.name(sentence.behind(at + 1))  # 50%|off their bills
    if at < len(sentence.words) and sentence.words[at].tag == "noun" and sentence.words[at - 1].end < sentence.words[at].start:
        found = sentence.behind(at)
        if found is not None and sentence.head(found) not in _NO_RATE and not _only_bare(sentence, found):
            return sentence.name(found)
    return None


_NO_RATE = frozenset(
    {"higher", "lower", "better", "worse", "year", "complete", "full", "owned", "female", "male", "short", "ahead", "annually", "effective"}
)


def _share_of(place: _Place) -> str | None:
    """Return what a share is of: 70%|of households have."""
    sentence, at = place.sentence, place.at + 1
    words = sentence.words
    if at + 1 >= len(words) or words[at].lower != "of" or words[at + 1].lower in _NO_WHOLE:
        return None
    found = sentence.behind(at + 1, most=10)
    name = sentence.name(found)
    return None if name is None or _WHOLE.fullmatch(name) else name


_NO_WHOLE = frozenset("this these that those them it which whom us".split())  # noqa: SIM905
_WHOLE = re.compile(r"(?:nominal\s)?(?:GDP|gross domestic product|total|original total|national income)", re.IGNORECASE)
"""A whole that names no share of it."""


def _opening(place: _Place) -> str | None:
    """Return the name of a figure that opens its part of the sentence: 70%|of households have."""
    if place.figure.role == "share":
        share = _share_of(place)
        if share is not None:
            return share
    after = place.sentence.words[place.at + 1 : place.at + 2]
    if place.figure.role == "level" and after and (after[0].tag == "ed" or _is_money(place.figure)):
        return _purpose(place)  # and 1.8 trillion yuan|invested in highways
    return _changed_behind(place) or _told_before(place, place.left) if place.figure.role == "change" else None


def _told_before(place: _Place, end: int) -> str | None:
    """Return what the clause before a place is about: exports grew,|with growth of 3%."""
    sentence = place.sentence
    if any(word.tag == "figure" for word in sentence.words[:end]):
        return None  # then the figure goes with that one
    group = next((group for group in reversed(sentence.groups) if group.finite and group.end <= end), None)
    return _subject(sentence, group) if group is not None and not group.passive else None


_AS_FOR = frozenset(
    {("as", "for"), ("as", "regards"), ("in", "respect"), ("turning", "to"), ("with", "regard"), ("on",), ("regarding",), ("for",)}
)


def _as_for(place: _Place) -> str | None:
    """Return what a sentence says at its beginning that it speaks of: as for harbour spending, the estimate is."""
    words = place.sentence.words
    while words and words[0].tag in ("number", "stop"):
        words = words[1:]
    opening = next((words_ for words_ in _AS_FOR if tuple(word.lower for word in words[: len(words_)]) == words_), None)
    end = next((at for at, word in enumerate(words) if word.tag == "comma"), None)
    if opening is None or end is None or not len(opening) < end < place.at:
        return None
    shift = len(place.sentence.words) - len(words)
    name = place.sentence.name(Range(len(opening) + shift, end + shift))
    return None if name is None or _is_agent(name) else name


def _behind_figure(place: _Place) -> str | None:
    return _share_of(place) if place.figure.role == "share" else _given_behind(place) if place.figure.role == "level" else None


def _given(place: _Place, name: str, end: Range | None = None) -> str | None:
    """Return what is given with what it is for: provision of|$16 billion for universities."""
    at = end.end if end is not None else place.at + 1
    sentence = place.sentence
    if end is None and (whom := _given_to(place)) is not None:
        return f"{name} for {whom}"
    whole = sentence.name(end) if end is not None else name
    purpose = _purpose(place, at)
    joint = _joint(place, at)
    if purpose is None or (whole is not None and purpose in whole):
        return whole if whole is not None and " " in whole else None
    return f"{whole or name} {joint} {purpose}"


def _given_to(place: _Place) -> str | None:
    """Return whom something is given to that stands between the verb and what is given: granting|each keeper|a subsidy of."""
    sentence, words = place.sentence, place.sentence.words
    found = _phrase_before(sentence, place.left - 1) if place.left and words[place.left - 1].lower == "of" else None
    if found is None or not found.first or words[found.first - 1].tag != "noun":
        return None
    whom = sentence.before(found.first)
    group = sentence.group_ending(whom.first) if whom is not None else None
    return sentence.name(whom) if group is not None and group.verb is not None and "give" in group.verb.does else None


_TAKES = frozenset({"bring", "transfer", "draw", "raise", "collect", "receive", "earn", "generate", "recover", "secure", "attract"})


def _source(place: _Place) -> str | None:
    """Return where money comes from: we raised|£5.3m through public fundraising."""
    sentence, at = place.sentence, place.at + 1
    if at >= len(sentence.words) or sentence.words[at].lower not in ("from", "through"):
        return None
    name = sentence.name(sentence.behind(at + 1))
    return None if name is None or _is_agent(name) else name


def _given_behind(place: _Place) -> str | None:
    return _purpose(place) if place.figure.role in ("level", "count") and (place.figure.role == "level") else None


_FOR = frozenset("for on into in towards toward under".split())  # noqa: SIM905


def _purpose_at(place: _Place, at: int | None = None) -> tuple[int, str] | None:
    """Return where the purpose of what is given begins and what joins it: behind times, and behind whom it is given to."""
    sentence, at = place.sentence, place.at + 1 if at is None else at
    words = sentence.words
    recipients = 0
    while at < len(words):
        if (time := sentence.time_from(at)) is not None:
            at = time
            continue
        word = words[at]
        group = next((group for group in sentence.groups if group.first == at), None)
        if group is not None and word.tag == "to":
            verb = words[group.main]
            return group.end, f"to {verb.text}" if verb.tag == "verb" else "for"
        if group is not None and (group.passive or (word.tag == "ed" and group.verb is not None and "give" in group.verb.does)):
            at = group.end
            continue
        if word.tag == "adverb":
            at += 1
            continue
        if word.lower == "from" and (source := sentence.behind(at + 1)) is not None:
            at = source.end
            continue
        if word.lower == "as" and word.tag in ("preposition", "subordinator") and sentence.behind(at + 1) is not None:
            return at + 1, "as"
        if word.tag != "preposition" or word.lower not in (*_FOR, "to"):
            return None
        found = sentence.behind(at + (2 if at + 1 < len(words) and words[at + 1].tag == "figure" else 1))
        gerund = next((group for group in sentence.groups if group.first == at + 1 and words[group.main].tag == "ing"), None)
        if gerund is not None:
            return gerund.end, "for"
        if found is not None and sentence.head(found) in class_of("manner"):
            return None
        if found is None:
            return None
        name = sentence.name(found)
        if (bare := sentence.behind(at + 1, prepositions=frozenset())) is not None and _is_agent(sentence.name(bare) or ""):
            found, name = bare, sentence.name(bare)  # into the ITF for launching a scheme
        follows = next((group for group in sentence.groups if group.first == found.end), None)
        to_whom = (
            (word.lower in ("to", "into") and name is not None and re.fullmatch(r"[A-Z][A-Z&]{1,5}", name))
            or word.lower == "to"
            or name is None
            or _is_agent(name)
            or sentence.head(found) in _RECIPIENTS
        )
        if recipients < 1 and (
            (to_whom and (follows is not None or found.end < len(words)))
            or (follows is not None and words[follows.first].tag == "to" and word.lower == "for")
        ):
            at, recipients = found.end, recipients + 1
            continue
        return (at + 1, word.lower) if not to_whom else None
    return None


_RECIPIENTS = frozenset("departments agencies bureaux organisations organizations purpose matter period people them us authorities".split())  # noqa: SIM905


def _purpose(place: _Place, at: int | None = None) -> str | None:
    found = _purpose_at(place, at)
    if found is None:
        return None
    sentence, at = place.sentence, found[0]
    words = sentence.words
    if at + 1 < len(words) and words[at].tag == "conjunction" and words[at + 1].tag in ("verb", "ing"):
        at += 2  # to enhance or|refurbish facilities
    if at < len(words) and words[at].tag == "figure":
        at += 2 if at + 1 < len(words) and words[at + 1].lower in ("more", "additional", "new") else 1
    at = _behind_whom(sentence, at)
    found_ = sentence.behind(at)
    if found_ is not None and found_.end - found_.first == 2 and words[found_.first].lower in ("their", "its", "them"):
        return None  # to support|their development
    name = sentence.name(found_)
    return None if name is None or _is_agent(name) or any(c.isdigit() for c in name) else name


def _behind_whom(sentence: Sentence, at: int) -> int:
    """Return where the deed begins that somebody short-named is helped with: to support|NGOs in|building homes."""
    whom = sentence.behind(at, prepositions=frozenset())
    verb = sentence.group_ending(at)
    helps = (
        verb is not None
        and verb.verb is not None
        and verb.verb.base in ("support", "help", "assist", "encourage", "enable", "allow", "subsidise")
    )
    if whom is None or not helps or whom.end + 1 >= len(sentence.words):
        return at
    deed = next((group for group in sentence.groups if group.first in (whom.end, whom.end + 1)), None)
    acts = deed is not None and sentence.words[deed.main].tag in ("ing", "verb") and sentence.words[whom.end].lower in ("in", "to")
    return deed.end if deed is not None and acts and sentence.behind(deed.end) is not None else at


def _joint(place: _Place, at: int) -> str:
    found = _purpose_at(place, at)
    return found[1] if found is not None else "for"


_COUNTS = re.compile(r"(?:number|population|total|attendance|membership|workforce|employment|headcount|force|turnout)s?(?:\s(?:of|in)\s|$)")
_SERVED = {
    "reach": "reached",
    "cover": "covered",
    "employ": "employed",
    "assist": "assisted",
    "serve": "served",
    "help": "helped",
    "benefit": "benefiting",
    "train": "trained",
}


def _served(place: _Place, group: Group) -> str | None:
    """Return people with what is done for them: "schemes cover|900 million people", people covered by schemes."""
    verb = group.verb.base if group.verb is not None else ""
    who = place.sentence.words[place.at + 1].text
    if verb not in _SERVED:
        found = place.sentence.behind(place.at + 1)
        return place.sentence.name(found) if found is not None and found.end - found.first > 1 else None
    by = _subject(place.sentence, group)
    return f"{who} {_SERVED[verb]}" + (f" {'from' if verb == 'benefit' else 'by'} {by}" if by is not None else "")


# --- what goes together ---------------------------------------------------------------------------------------------------------

_NEW_SUBJECT = re.compile(r"[;:]|\.\s")


def _goes_with(text: str, figure: FoundFigure, last: FoundFigure) -> bool:
    """Return whether a figure without a name speaks of the quantity before it: its change, its rank, what it came from or went to."""
    between = _BASE_BRACKET.sub(" ", text[last.end : figure.start])
    if _STEP.fullmatch(between) or _BY_HOW_MUCH.search(between):
        return True
    if _NEW_SUBJECT.search(between):
        return False
    if figure.role == "share" and (_SHARE_LEAD.fullmatch(between) or _SHARE_END.search(between)):
        return True  # reserves of $870 billion, representing|35.2 per cent of GDP
    if figure.role in ("change", "change_pp", "rank", "multiple") or figure.base is not None or last.base is not None:
        return True
    return figure.unit_code == last.unit_code and len(between) < _NEAR


_BY_HOW_MUCH = re.compile(
    r",\s(?:an?|representing an?|which is an?|marking an?)\s(?:[a-z-]+\s){0,3}"
    r"(?:increase|decrease|rise|fall|drop|decline|reduction|growth|gain|jump)\s(?:of|by)\s(?:[a-z]+\s){0,3}$",
    re.IGNORECASE,
)
"""What opens by how much the quantity before it changed: 537 billion yuan was spent, an increase of|30 billion yuan."""
_SHARE_LEAD = re.compile(
    r"[\s,(–—-]*(?:or|representing|accounting for|equivalent to|equal to|which (?:is|was|represents|accounts for)|that is|i\.e\.|being|at"
    r"|making up)?"
    r"(?:\s(?:about|around|some|nearly|over|more than|almost))?\s*",
    re.IGNORECASE,
)
_SHARE_END = re.compile(
    r"(?:(?<=,\s)or|(?<![a-z])(?:representing|accounting for|equivalent to|equal to|making up|which (?:is|was|represents|accounts for)))"
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

# --- statements without figures -------------------------------------------------------------------------------------------------

_COMPLIED = re.compile(r"(?:found|be|is|are|was|were|been)\s(?P<name>(?:non-?)?compliant\s(?:with|in)\s[^,;:.]+)", re.IGNORECASE)
"""What an audit says of a body: compliant with the Act."""


def plain_name(text: str) -> str | None:
    """Return what a clause without figures is about: the subject of its passive, the object of its verb; None where neither is plain."""
    flat = _KEY.sub("", text)
    if (complied := _COMPLIED.search(" ".join(flat.split()))) is not None:
        return complied["name"]
    sentence = Sentence(flat, _parts(cut_words(flat, 0, len(flat), ()))[0])
    main = [group for group in sentence.groups if _is_main(sentence, group)]
    for group in main:
        if not (_says(sentence, group) and group is not main[-1]):
            return _about(sentence, group)
    return None


_COSTS = re.compile(
    r"\s*(?:this|it|these|that|the|such)(?:\s(?:[a-z-]+\s){0,2}(?:measures?|proposals?|initiatives?|changes?|concessions?|reductions?"
    r"|arrangements?|scheme|extension))?\s(?:will|would|(?:is|are) (?:expected|estimated) to)(?:,?\s(?:together|in total|altogether),?)?"
    r"\s(?:cost|involve|require|result in)\b",
    re.IGNORECASE,
)
"""A sentence that says what the measure before it costs."""
_ABOUT_LAST = re.compile(
    r"\s*(?:(?:this|it|that)\s(?:has\s)?(?:also\s|already\s|nearly\s|almost\s|more\sthan\s)?"
    r"(?:doubled|tripled|quadrupled|halved|rose|risen|grew|grown|fell|fallen|increased|decreased|declined|dropped|exceeded|surpassed)\b"
    r"|(?:I|we|the\sGovernment)\s(?:will|shall|would|propose\sto|(?:am|are|is)\sgoing\sto|have|has)\s(?:therefore\s|also\s|further\s)*"
    r"(?:rais|increas|lower|reduc|extend|lift|cut|expand|doubl|tripl|enhanc)(?:e|ed)?\s(?:this|it|that)\s(?:further\s)?(?:to|by|from)\b"
    r"|of\sth(?:is|ese),?\s(?:about\s|around\s|some\s|nearly\s|over\s|more\sthan\s)?[\d$£€])",
    re.IGNORECASE,
)
"""A sentence that speaks on about the quantity of the one before it."""
_BEGUN_WITH = re.compile(
    r"(?:start|begin|started|began|starting|make|made|makes|including|provide|set aside)\s(?:off\s)?(?:with\s)?an?\s"
    r"(?:initial\s|first\s|one-off\s|further\s)*"
    r"(?:injection|allocation|contribution|provision|top-up|sum|deposit|endowment)\sof\s(?:about\s|over\s|up\sto\s)?[\d$£€]",
    re.IGNORECASE,
)
"""What is given to what the sentence before it sets up."""
_FOR_THAT = re.compile(r"\bfor\s(?:this|these|that)\s(?:purposes?|ends?)\b|\bto\s(?:that|this)\send\b", re.IGNORECASE)
_BY_SUM = re.compile(
    r"\s*(?:this|it|that)\s(?:is|was|represents|represented|marks)\s(?:an?|about|nearly|over|more than)\s(?:[a-z-]+\s){0,2}"
    r"(?:increase|rise|decrease|reduction|fall|drop|decline|gain)\b",
    re.IGNORECASE,
)
"""A sentence that says by how much the quantity before it changed."""


def carried_name(text: str, before: str, name: str | None) -> str | None:
    """Return what a sentence costs, or by how much it changed, that has only a pronoun for it; None where it says no such thing.

    `name` is what the last measure of the sentence before it is named. What a deed is done to names its cost.
    """
    if _BY_SUM.match(text) or _ABOUT_LAST.match(text):
        return re.sub(r"^(?:increase|growth|rise|reduction|fall|drop|decline) in ", "", name) if name is not None else None
    if _BEGUN_WITH.search(text) or _FOR_THAT.search(text):
        return _done_to(before)
    return (_done_to(before) or name) if _COSTS.match(text) and _done_to(before, any_length=True) is not None else None


def _done_to(text: str, *, any_length: bool = False) -> str | None:
    """Return the object of what a sentence says is done: I propose to waive|fees; None where its subject is no doer."""
    sentence = Sentence(text, _parts(cut_words(text, 0, len(text), ()))[0])
    main = next((group for group in sentence.groups if _is_main(sentence, group)), None)
    if main is None or main.passive or _accepted(sentence, sentence.before(main.first)) is not None:
        return None
    name = sentence.name(_held(sentence, main))
    return name if name is None or any_length or " " in name else None


def _is_main(sentence: Sentence, group: Group) -> bool:
    """Return whether a statement hangs on a verb: it is finite, or the statement begins with it, and stands in no clause of its own."""
    begins = group.first == 0 or sentence.words[group.first - 1].tag == "stop"
    alone = begins and not any(other.finite and other.first > group.first for other in sentence.groups)
    return (group.finite or alone) and not _is_subordinate(sentence, group)


def _says(sentence: Sentence, group: Group) -> bool:
    """Return whether a verb only says what follows: I believe that, we will make sure."""
    after = sentence.words[group.end].lower if group.end < len(sentence.words) else ""
    return (group.verb is not None and "say" in group.verb.does and not group.passive and after == "that") or after == "sure"


_KEY = re.compile(r"^\w+:\s[\"'“]?")
"""A label before a sentence: detail: The board was…"""
_OPENS_CLAUSE = frozenset("if when while where because although though unless as since whether once until before after so".split())  # noqa: SIM905


def _is_subordinate(sentence: Sentence, group: Group) -> bool:
    """Return whether a verb stands in a clause that another hangs on: if we act,|…; the plan that|was agreed."""
    for at in range(group.first - 1, -1, -1):
        word = sentence.words[at]
        if word.tag in ("comma", "stop"):
            return False
        if word.tag == "subordinator" or word.lower in _OPENS_CLAUSE:
            own = any(other.finite and at < other.first < group.first for other in sentence.groups)
            if own and word.lower in ("that", "which", "who", "where", "whose"):
                continue  # the fundamentals that sustain growth|have been cemented
            return not (word.lower == "that" and at and _says_at(sentence, at))
    return False


def _says_at(sentence: Sentence, at: int) -> bool:
    group = sentence.group_ending(at)
    return group is not None and group.verb is not None and "say" in group.verb.does and not group.passive


def _about(sentence: Sentence, group: Group) -> str | None:
    found = sentence.before(group.first)
    subject = _accepted(sentence, found, whole=True) if found is not None else None
    if subject is not None and (re.fullmatch(r"[A-Z][A-Z&]{1,5}", subject) or _is_proper(subject)):
        acts = not group.passive and group.verb is not None and "turn" not in group.verb.does
        subject = None if acts else subject
    if subject is not None and not group.passive and group.verb is not None and "act" in group.verb.does and _heads_agent(subject):
        subject = None  # the tripartite Harbour Council|oversees the works
    if subject is not None:
        return subject
    if group.passive or (group.verb is None and sentence.words[group.main].tag == "be"):
        return _bound_to(sentence, group)
    held = _held(sentence, group)
    if held is not None and sentence.head(held) in _ENDEAVOURS:
        deed = next((other for other in sentence.groups if other.first == held.end and sentence.words[other.first].tag == "to"), None)
        if deed is not None:
            goes_on = deed.end + 1 < len(sentence.words) and sentence.words[deed.end].tag == "conjunction"
            at = deed.end + 2 if goes_on else deed.end
            aim = sentence.name(sentence.behind(at, prepositions=_OBJECT_QUALIFIERS) or _held(sentence, deed))
            return None if aim is None or _is_proper(aim) or _is_agent(aim) else aim  # continue efforts to prevent|floods
    if held is None and (joined := _joined_verb(sentence, group)) is not None:
        held = _held(sentence, joined)
    if held is None or (held.end - held.first == 1 and sentence.head(held) in class_of("generic")):
        return None
    name = sentence.name(held)
    further = next((other for other in sentence.groups if other.first == held.end and sentence.words[other.first].tag == "to"), None)
    if name is not None and " " not in name and name.islower() and further is not None and further.verb is not None:
        aim = sentence.name(sentence.behind(further.end, prepositions=_OBJECT_QUALIFIERS))  # recommendations|to improve controls
        return f"{name} to {sentence.words[further.main].text} {aim}" if aim is not None else None
    return None if name is None or (" " not in name and name.islower()) or re.fullmatch(r"[A-Z][A-Z&]{1,5}", name) else name


_ENDEAVOURS = frozenset("effort efforts step steps action actions work measures everything endeavours endeavors".split())  # noqa: SIM905


def _heads_agent(name: str) -> bool:
    """Return whether a longer name is one of a body: the tripartite Harbour Council."""
    words = name.split()
    return len(words) > 1 and words[-1][:1].isupper() and words[-1].lower() in class_of("agent")


def _bound_to(sentence: Sentence, group: Group) -> str | None:
    """Return what somebody is bound to do something to: the Town is committed to increasing|the supply of berths."""
    if sentence.words[group.main].lower not in ("committed", "dedicated", "devoted") or group.end >= len(sentence.words):
        return None
    deed = next((other for other in sentence.groups if group.end <= other.first <= group.end + 1), None)
    if sentence.words[group.end].lower != "to" or deed is None:
        return None
    return sentence.name(sentence.behind(deed.end, prepositions=_OBJECT_QUALIFIERS))


def _held(sentence: Sentence, group: Group) -> Range | None:
    """Return the object of a verb, behind its preposition where it has one: decide on|the plan, consult with|residents."""
    words, at = sentence.words, group.end
    if at < len(words) and words[at].lower == "with":
        whom = sentence.behind(at + 1, prepositions=frozenset())
        if whom is not None and whom.end < len(words) and words[whom.end].lower == "on":
            at = whom.end  # working with the Authority|on fee cuts
    if group.verb is not None and "give" in group.verb.does:
        whom = sentence.behind(at, prepositions=_OBJECT_QUALIFIERS)
        if whom is not None and whom.end < len(words) and words[whom.end].tag == "determiner" and sentence.time_from(whom.end) is None:
            return sentence.behind(whom.end, prepositions=_OBJECT_QUALIFIERS)  # granting each keeper|a subsidy
    if at < len(words) and words[at].lower in ("on", "to", "with", "into", "upon") and words[at].tag == "preposition":
        at += 1
    return sentence.behind(at, prepositions=_OBJECT_QUALIFIERS)


def _joined_verb(sentence: Sentence, group: Group) -> Group | None:
    """Return the last of some verbs with one object: reformed and|improved the system."""
    at, found = group.end, None
    for other in sentence.groups:
        if (
            other.first > group.first
            and other.first >= at
            and all(word.tag in ("conjunction", "comma", "adverb") for word in sentence.words[at : other.first])
        ):
            at, found = other.end, other
    return found


_OBJECT_QUALIFIERS = frozenset("of in for on between among against".split())  # noqa: SIM905


def _is_proper(name: str) -> bool:
    """Return whether a name is one of a body: all its words but the smallest are in capitals."""
    return all(
        word[:1].isupper() or word.isdigit() or word in ("of", "the", "and", "for", "&", "on", "in", "under") for word in name.split()
    )


_SETTING = frozenset("serious major main big great real prominent key challenging critical".split())  # noqa: SIM905


def name_of_risk(text: str) -> str | None:
    """Return the trouble that a clause names, with what it is of; None where no noun names it."""
    flat = " ".join(text.split())
    sentence = Sentence(flat, _parts(cut_words(flat, 0, len(flat), ()))[0])
    words = sentence.words
    cause: str | None = None  # what brought the trouble about stands in for it: due to a decline in trade
    for at, word in enumerate(words):
        if word.lower not in class_of("trouble") or word.tag != "noun":
            continue
        first = at
        while first and words[first - 1].tag == "noun" and at - first < 4:
            first -= 1
        governing = sentence.group_ending(_without_opening(words, first))
        if (word.lower.startswith(("problem", "challenge", "difficult")) and governing is not None and governing.verb is None) or (
            governing is not None and governing.verb is not None and governing.verb.base in ("remain", "become", "constitute")
        ):
            # overcapacity is|a serious problem: what it is said of is the trouble
            subject = _subject(sentence, governing)
            if subject is not None:
                return subject
        if any(words[place].lower in _CAUSES for place in range(max(0, first - 4), first)) and not cause:
            cause = sentence.name(sentence.behind(first, prepositions=_OF_TROUBLE))
            continue
        name = sentence.name(sentence.behind(first, prepositions=_OF_TROUBLE))
        if name is not None and (first < at or " " in name or word.lower not in class_of("vague_trouble")):
            return name
    return cause


_CAUSES = frozenset({"due", "owing", "despite", "because", "given", "amid"})
_OF_TROUBLE = frozenset("of in to from for with on between among over".split())  # noqa: SIM905
