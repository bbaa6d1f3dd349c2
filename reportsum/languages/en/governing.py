"""What governs a figure: the verb, the preposition or the noun before it → what the figure measures.

The subject of a verb that turns out so (sales|grew by), the object of one that moves something (cut tax|by), the noun that it is of.
"""

from __future__ import annotations

from reportsum import lazy_re as re

from .accepting import (
    accepted_name,
    changed_thing,
    has_content,
    heads_bare,
    is_agent,
    is_pronoun,
    only_bare,
    subject_of,
)
from .changing import changed_behind, gain_behind, share_of
from .changing_hands import SHORT, passed_on, pays_a_share
from .counting import COUNTS, SERVED, served_by
from .objects import STATES, is_endeavour
from .phrases import Group, Range, Sentence
from .places import Place, is_money, phrase_before, without_opening
from .purposes import TAKES, given_behind, given_for, purpose_of, source_of
from .words import class_of, participle


def governing_name(place: Place, *, generic: bool) -> str | None:
    """Return what the verb or the preposition before a figure says it measures."""
    return _governed(place, place.left, generic=generic, depth=0)


def _governed(place: Place, left: int, *, generic: bool, depth: int) -> str | None:
    sentence = place.sentence
    before = sentence.words[left - 1] if left else None
    if before is None:
        return _opening(place)
    if before.tag == "comma" and left > 1 and sentence.words[place.at - 1].lower in ("from", "to", "by", "at"):
        return None
    if before.lower == "worth":
        found = phrase_before(sentence, left - 1)
        return sentence.name(found)
    if before.lower == "of":
        return _of_noun(place, left - 1, generic=generic, depth=depth)
    if before.tag in ("preposition", "particle", "subordinator") and before.lower in LEVELS:
        return _levelled(place, left - 1, before.lower, generic=generic, depth=depth)
    group = sentence.group_ending(left)
    if group is not None:
        return _of_verb(place, group, None, None, generic=generic)
    if before.tag in ("noun", "close"):
        if left < place.at and sentence.words[left].lower == "between":
            return _levelled(place, left, "between", generic=generic, depth=depth)  # raised prices|between 40% and 80%
        return _behind_noun(place, left, generic=generic)
    if before.tag in ("comma", "stop", "conjunction", "subordinator"):
        return _opening(place)
    return _behind_figure(place)


def moved_by(place: Place, by: int) -> str | None:
    """Return what is moved by a figure that "by" stands some words before."""
    return _levelled(place, by, "by", generic=False, depth=0)


LEVELS = frozenset("by to at from in under over above below within up down between against than with into for on around near as".split())  # noqa: SIM905


def _of_noun(place: Place, end: int, *, generic: bool, depth: int) -> str | None:
    """Return the noun that a figure is of; a noun that names nothing (an increase of) is passed over."""
    sentence = place.sentence
    if [word.lower for word in sentence.words[max(0, end - 3) : end]] == ["at", "a", "rate"] and (
        levied := _levied(place, end)
    ) is not None:
        return levied
    found = phrase_before(sentence, end)
    if found is None:
        return _behind_figure(place)
    joint = next((at for at in range(found.end - 2, found.first, -1) if sentence.words[at].tag == "conjunction"), None)
    if joint is not None and sentence.words[joint + 1].lower == "the" and sentence.head(Range(joint + 1, found.end)) in class_of("bare"):
        found = Range(joint + 1, found.end)  # the forecast in the Budget and the trend growth rate|of
    if (raised := _raised_from(place, found)) is not None:
        return raised
    worth = next((at for at in range(found.first + 1, found.end) if sentence.words[at].lower == "worth"), None)
    if worth is not None and only_bare(sentence, Range(worth, found.end)):
        name = sentence.name(Range(found.first, worth))  # months of rebates worth a total|of
        return re.sub(r"^(?:months?|years?) of ", "", name) if name is not None else None
    changed = changed_thing(sentence, found)
    if changed is not None:
        return sentence.name(changed)
    if (rate := _rate_at(sentence, found)) is not None:
        return rate
    name = sentence.name(found)
    if name is not None and heads_bare(sentence, found) and not has_content(sentence, found):
        name = None
    opens = without_opening(sentence.words, found.first)
    if name is None and depth < 2 and [word.lower for word in sentence.words[found.end - 2 : found.end]] == ["growth", "rate"]:
        name = "growth rate" if not opens or sentence.words[opens - 1].tag in ("comma", "conjunction", "stop") else None
    if name is None and is_money(place.figure) and sentence.head(found) == "loss":
        return "loss"  # reported a loss of|$27 million
    if (price := _priced(sentence, found)) is not None:
        return accepted_name(sentence, price)
    before = sentence.words[without_opening(sentence.words, found.first) - 1].lower if found.first else ""
    if sentence.head(found) in _MARKS and before in _AT_MARK:
        name = None  # remains above the red line|of 120 million hectares
    if name is not None and sentence.head(found) in _OF_WHOM and (owner := _owner(sentence, found)) is not None:
        return f"{name} of {owner}"
    if before == "with" and sentence.head(found) in _OF_WHOM and name is not None:
        whose = sentence.before(without_opening(sentence.words, found.first) - 1)
        of_whom = accepted_name(sentence, whose) if whose is not None and sentence.group_ending(whose.end) is None else None
        if of_whom is not None and whose is not None and sentence.head(whose) in _OF_WHOM and " of " in of_whom:
            of_whom = of_whom.split(" of ", 1)[1].removeprefix("the ")  # the output of the mill, with a capacity|of
        return f"{name} of {of_whom}" if of_whom is not None else name  # steel mills with a capacity|of 78 million tons
    if name is None:
        if depth > 2:
            return None
        first = found.first
        return (
            changed_behind(place)
            or _governed(place, without_opening(sentence.words, first), generic=generic, depth=depth + 1)
            or _sum_done(place, found)
        )
    if (got := _received(place, found, name)) is not None:
        return got
    if sentence.head(found) in class_of("given") and place.figure.role == "level":
        if before == "with" and (whom := _provided(sentence, without_opening(sentence.words, found.first) - 1)) is not None:
            return f"{name} for {whom}"
        governed = None if depth else _governed(place, without_opening(sentence.words, found.first), generic=generic, depth=3)
        return given_for(place, name) or governed or (name if name.endswith("s") else None)
    if re.fullmatch(r"[A-Z][A-Z&]{1,5}", name) and sentence.words[found.first].lower in ("a", "an"):
        return name  # receive a PHG|of $20,000
    return None if is_agent(name) else name


def _raised_from(place: Place, found: Range) -> str | None:
    """Return what is raised or lowered from what its present value is called by: raise the ceiling|from the average wage of $1,900."""
    sentence, opens = place.sentence, without_opening(place.sentence.words, found.first)
    if opens < 3 or sentence.words[opens - 1].lower != "from" or place.figure.role not in ("level", "share"):
        return None
    held = sentence.before(opens - 1, inner=True)
    group = sentence.group_ending(without_opening(sentence.words, held.first)) if held is not None else None
    moves = group is not None and not group.passive and group.verb is not None and group.verb.base in _RAISES
    return accepted_name(sentence, held) if moves else None


def _without_start(sentence: Sentence, found: Range | None) -> Range | None:
    """Return a phrase without what a quantity came from: raise the ceiling|from the current wage|of $1,900 to."""
    if found is None:
        return None
    words = sentence.words
    at = next((at for at in range(found.first + 1, found.end - 2) if words[at].lower == "from" and words[at + 1].tag == "determiner"), None)
    return Range(found.first, at) if at is not None and words[at + 2].lower in ("current", "existing", "present") else found


_RAISES = frozenset({"raise", "lower", "increase", "reduce", "cut", "lift"})


def _rate_at(sentence: Sentence, found: Range) -> str | None:
    """Return a rate that a deed stands before, when the figure is the rate's: restoration of the pier levy rate|of 36%."""
    joint = next((at for at in range(found.end - 1, found.first, -1) if sentence.words[at].tag == "preposition"), None)
    if joint is None or sentence.words[found.end - 1].lower not in ("rate", "ratio") or sentence.words[joint].lower not in ("of", "in"):
        return None
    rate = Range(joint + 1, found.end)
    name = sentence.name(rate) if not only_bare(sentence, rate) else None
    return re.sub(r"^(?:current|existing|present|previous) ", "", name) if name is not None else None


def _provided(sentence: Sentence, end: int) -> str | None:
    """Return whom something is provided with: provide each yard|with funding of."""
    whom = phrase_before(sentence, end)
    opens = without_opening(sentence.words, whom.first) if whom is not None else 0
    if opens and sentence.words[opens - 1].tag == "figure":
        opens = without_opening(sentence.words, opens - 1)  # provide 400 yards with|a grant of
    group = sentence.group_ending(opens) if whom is not None else None
    gives = group is not None and group.verb is not None and "give" in group.verb.does and not group.passive
    return sentence.name(whom) if gives else None


def _received(place: Place, found: Range, name: str) -> str | None:
    """Return what somebody receives, with who it is: small farms will receive a rebate|of $300."""
    sentence = place.sentence
    group = sentence.group_ending(without_opening(sentence.words, found.first))
    if group is None or group.verb is None or group.passive or group.verb.base not in ("receive", "get") or len(name.split()) > 3:
        return None
    if any(word.tag == "pronoun" for word in sentence.words[max(0, group.first - 6) : group.first]):
        return None
    who = _bare_subject(sentence, group)
    return f"{name} for {sentence.within(who)}" if who is not None else None


def _bare_subject(sentence: Sentence, group: Group) -> str | None:
    """Return the short name of a verb's subject; what bounds it is left out: firms|with turnover below $2 million."""
    figure = next((at for at in range(group.first - 1, -1, -1) if sentence.words[at].tag == "figure"), None)
    if figure is None:
        who = subject_of(sentence, group)
    else:
        first = next((at for at in range(figure) if sentence.words[at].lower in ("with", "of", "below", "earning", "aged")), None)
        who = sentence.name(sentence.before(first, inner=True)) if first else None
    return who if who is not None and len(who.split()) <= 5 and not is_agent(who) else None


def _levied(place: Place, end: int) -> str | None:
    """Return what is levied or pays at a rate: the tolls will be charged at a rate|of 3 per cent; we extend|the rebate, at a rate of."""
    group = next((group for group in reversed(place.sentence.groups) if group.end <= end and group.finite), None)
    if group is None:
        return None
    if (subject := subject_of(place.sentence, group)) is not None or group.passive:
        return subject
    return accepted_name(place.sentence, place.sentence.behind(group.end))


def _priced(sentence: Sentence, found: Range) -> Range | None:
    """Return what is told with its price: the acquisition of a yard|for a consideration of."""
    at = next((at for at in range(found.end - 1, found.first, -1) if sentence.words[at].lower in ("for", "at")), None)
    if at is None or sentence.words[found.end - 1].lower not in ("consideration", "price", "premium"):
        return None
    return Range(found.first, at)


def _sum_done(place: Place, found: Range) -> str | None:
    """Return a sum with what was done with it: the sum of|$3 million was obligated."""
    sentence = place.sentence
    group = next((group for group in sentence.groups if group.first == place.at + 1), None)
    if sentence.head(found) not in ("sum", "amount") or group is None or not group.passive:
        return None
    return f"{sentence.head(found)} {sentence.words[group.main].text}"


_MARKS = frozenset(
    [
        "top",
        "bottom",
        "middle",
        "midpoint",
        "end",
        "range",
        "expectations",
        "guidance",
        "consensus",
        "line",
        "threshold",
        "target",
        "benchmark",
        "limit",
        "floor",
        "mark",
        "standard",
        "goal",
        "ceiling",
        "cap",
    ]
)


_AT_MARK = frozenset({"above", "below", "at", "within", "under", "against", "over", "than"})


_OF_WHOM = frozenset("capacity area length output value population membership maturity workforce".split())  # noqa: SIM905
"""What belongs to what it is told with: steel mills with a capacity of."""


def _owner(sentence: Sentence, found: Range) -> str | None:
    """Return whose an area or a population is that a sentence opens with or that is had: with an area of 3 hectares, the bay|is small."""
    opens = without_opening(sentence.words, found.first)
    group = sentence.group_ending(opens)
    if group is not None and group.verb is None and sentence.words[group.main].tag == "have":
        return sentence.name(sentence.before(group.first))
    if opens != 1 or sentence.words[0].lower != "with" or " " in (sentence.name(found) or " "):
        return None
    comma = next((at for at in range(found.end, len(sentence.words)) if sentence.words[at].tag == "comma"), None)
    main = next((other for other in sentence.groups if comma is not None and other.first > comma and other.finite), None)
    whose = sentence.name(sentence.before(main.first)) if main is not None else None
    return whose if whose is not None and len(whose.split()) <= SHORT else None


def _levelled(place: Place, end: int, preposition: str, *, generic: bool, depth: int) -> str | None:
    """Return what stands at, rises by, falls to a figure behind a preposition."""
    sentence = place.sentence
    before = sentence.words[end - 1] if end else None
    if before is None:
        return _opening(place) or (_said_of(place) if preposition in ("at", "with") else None)
    if before.lower == "of" and preposition == "between":
        return _of_noun(place, end - 1, generic=generic, depth=depth)
    upwards = False
    while (before is not None and before.tag in ("particle", "adverb")) or (before is not None and before.lower == "up"):
        upwards = upwards or before.lower in ("up", "down")
        end -= 1
        before = sentence.words[end - 1] if end else None
    came = before is not None and before.lower == "in" and end > 1 and sentence.words[end - 2].lower in ("come", "came", "comes", "coming")
    if came:
        end -= 1  # growth came in|at 3%
        before = sentence.words[end - 1]
    if before is not None and before.tag == "preposition" and before.lower in ("to", "by", "at", "from") and end > 1:
        return _levelled(place, end - 1, before.lower, generic=generic, depth=depth)  # to within, by over
    if before is not None and before.tag == "conjunction" and end > 1 and sentence.words[end - 2].tag == "preposition":
        end -= 2  # at or above
        before = sentence.words[end - 1] if end else None
    if before is None or before.tag == "figure":
        return None
    behind = sentence.time_from(place.at + 1) or place.at + 1
    closed = behind < len(sentence.words) and sentence.words[behind].tag == "comma"
    if before.tag == "comma" and preposition == "at" and place.figure.role == "share" and (told := _told_before(place, end)) is not None:
        return told  # the impact is small, at|1% of expenses
    if before.tag == "comma" and preposition == "at" and is_money(place.figure) and (limit := _set_at(sentence, end)) is not None:
        return limit
    if before.tag == "comma" and preposition == "at" and (most := _that_is_the_most(sentence, end - 1)) is not None:
        return most
    if before.tag == "comma" and preposition == "at" and closed and end > 1:
        return accepted_name(sentence, sentence.before(end - 1, inner=True))  # the jobless rate, at|2.5 per cent, fell
    if before.tag == "comma" and (upwards or preposition in ("up", "down")) and any(word.tag == "figure" for word in sentence.words[:end]):
        return None  # to 120 yuan a head,|up 50%: of the amount before it
    if before.tag == "comma" and preposition in ("from", "to", "by", "up"):
        # raised the deduction for boats, from 150%
        end -= 1
        end = _before_time(sentence, end)
        before = sentence.words[end - 1] if end else None
        if before is None or before.tag == "figure":
            return None
    group = sentence.group_ending(end)
    if group is not None:
        return _of_verb(place, group, None, preposition, generic=generic)
    if before.tag == "stop" and preposition == "at" and (kept := _kept_at(sentence, end)) is not None:
        return kept
    if before.tag == "comma" and preposition == "with" and (done := sentence.group_ending(end - 1)) is not None and not done.passive:
        close = next((at for at in range(place.at, len(sentence.words)) if sentence.words[at].tag == "comma"), None)
        return sentence.name(sentence.behind(close + 1)) if close is not None else None  # launched,|with $1 billion,|the scheme
    if before.tag in ("comma", "stop", "conjunction"):
        told = _opening(place)
        if told is None and preposition == "with" and depth:
            told = _told_before(place, end) or (_given_before(place, end - 1) if before.tag == "comma" else None)
        return told
    found = _without_start(sentence, sentence.before(end, inner=True))
    if found is None:
        return None
    if found.first and sentence.words[found.first - 1].lower == "than":
        compared = sentence.group_ending(without_opening(sentence.words, found.first - 2)) if found.first > 1 else None
        return _of_verb(place, compared, None, preposition, generic=generic) if compared is not None else None
    per = found.first > 1 and sentence.words[found.first - 1].lower == "per"  # from $7 per month in 2030 to|$9
    opens = found.first - (2 if per else 1)
    stepped = preposition == "to" and "figure" in (sentence.words[found.first].tag, sentence.words[max(0, opens)].tag)
    of_it = found.first > 1 and sentence.words[found.first - 1].lower == "of" and sentence.words[found.first - 2].tag == "figure"
    stepped = stepped or (preposition == "to" and of_it)  # from 3% of GDP before 2030 to|6%
    if stepped:  # expands by 3 481 posts to|191 816
        verb = next((group for group in reversed(sentence.groups) if group.end <= found.first), None)
        return subject_of(sentence, verb) if verb is not None and verb.verb is not None and "turn" in verb.verb.does else None
    if only_bare(sentence, found) and depth < 2:
        return _governed(place, without_opening(sentence.words, found.first), generic=generic, depth=depth + 1)
    governing = sentence.group_ending(without_opening(sentence.words, found.first))
    if governing is not None:
        return _of_verb(place, governing, found, preposition, generic=generic)
    stages = sentence.words[found.first].lower in _STAGES and found.end - found.first == 1 and sentence.words[found.first - 1].lower == "in"
    if stages and (raised := sentence.group_ending(found.first - 1)) is not None:
        return _of_verb(place, raised, None, preposition, generic=generic)  # will be raised in stages|from $15
    if preposition in ("for", "on", "with", "in") and place.figure.role == "count":
        return None
    name = accepted_name(sentence, found)
    moved = _moved_before(sentence, found.first) if preposition == "by" and place.figure.role in ("level", "count") else None
    return name if name is None or moved is None else f"{moved} in {name}"


_STAGES = frozenset({"stages", "phases", "steps", "instalments", "installments", "tranches", "increments"})


def _set_at(sentence: Sentence, end: int) -> str | None:
    """Return the cap or the fee that a sentence brings in at a value behind a comma: introduce a cap on dues,|at $80,000."""
    group = next((group for group in sentence.groups if group.finite and group.end < end and not group.passive), None)
    found = sentence.behind(group.end) if group is not None else None
    return sentence.name(found) if found is not None and sentence.head(found) in _SET else None


def _that_is_the_most(sentence: Sentence, end: int) -> str | None:
    """Return what is said to be the most of its kind, whose value stands behind a comma: the deficit is the largest since 1990,|at $9bn."""
    group = next((group for group in reversed(sentence.groups) if group.finite and group.end < end), None)
    if group is None or sentence.words[group.main].tag != "be":
        return None
    first = next((at for at in range(group.end, end) if sentence.words[at].tag != "adverb"), end)
    most = sentence.words[first + 1 : first + 3] if sentence.words[first].lower == "the" else []
    told = any(word.lower.endswith("est") for word in most[: 2 if most and most[0].tag == "number" else 1])
    return subject_of(sentence, group) if told else None


_SET = frozenset({"cap", "ceiling", "limit", "threshold", "fee", "levy", "charge", "price", "rate", "wage"})


def _kept_at(sentence: Sentence, end: int) -> str | None:
    """Return what is kept so at a value that a dash opens: we kept the levy low –|at $5."""
    group = next((group for group in reversed(sentence.groups) if group.finite and group.end < end), None)
    keeps = group is not None and group.verb is not None and not group.passive and group.verb.base in ("keep", "set", "hold", "fix")
    found = sentence.behind(group.end) if keeps and group is not None else None
    if found is None or found.end != end - 1:
        return None
    return accepted_name(sentence, Range(found.first, found.end - 1) if sentence.words[found.end - 1].lower in STATES else found)


def _before_time(sentence: Sentence, end: int) -> int:
    """Return where the words end that a time stands behind: has risen steadily and strongly|over the past five years."""
    start = next((at for at in range(max(1, end - 8), end) if sentence.time_from(at) == end), None)
    if start is None:
        return end
    while start > 1 and sentence.words[start - 1].tag == "adverb" and sentence.words[start - 2].tag == "conjunction":
        start -= 2  # steadily|and strongly
    return start


def _said_of(place: Place) -> str | None:
    """Return the subject that a sentence opens with the value of: at|19 per cent of GDP, spending is low."""
    sentence, words = place.sentence, place.sentence.words
    comma = next((at for at in range(place.at + 1, min(place.at + 8, len(words))) if words[at].tag == "comma"), None)
    main = next((group for group in sentence.groups if comma is not None and group.first > comma and group.finite), None)
    return subject_of(sentence, main) if main is not None and sentence.before(main.first) is not None else None


def _moved_before(sentence: Sentence, first: int) -> str | None:
    """Return the noun of a verb that governs a second object: cut steel by 5 tonnes and|coal by 7."""
    if not first or sentence.words[first - 1].tag != "conjunction":
        return None
    group = next((group for group in reversed(sentence.groups) if group.end <= first), None)
    return _CHANGE_OF.get(group.verb.base) if group is not None and group.verb is not None and "move" in group.verb.does else None


def _of_verb(place: Place, group: Group, held: Range | None, preposition: str | None, *, generic: bool) -> str | None:
    """Return what a figure measures that is told with a verb: `held` is the verb's object where one stands before the figure."""
    sentence = place.sentence
    does = group.verb.does if group.verb is not None else frozenset({"turn"})
    if held is not None and group.verb is not None and group.verb.base == "take" and sentence.head(held) in ("place", "effect"):
        return subject_of(sentence, group)  # the merger will take|place
    if (passed := passed_on(place, group, held, preposition)) is not None:
        return passed
    if held is None and pays_a_share(place, group):
        return None
    if held is not None:
        if sentence.head(held) in class_of("agent") or is_pronoun(sentence, held):
            return subject_of(sentence, group) or purpose_of(place)  # cost the Government|$8.4bn
        if only_bare(sentence, held):
            return subject_of(sentence, group) if "turn" in does else _of_verb(place, group, None, None, generic=generic)
        if (group.verb is None and sentence.words[group.main].tag == "be") or _is_state(sentence, group, held):
            return subject_of(sentence, group)
        if preposition is None:
            bounded = any(
                word.lower in ("than", "within", "below", "under", "above", "over", "between")
                for word in sentence.words[place.left : place.at]
            )
            return accepted_name(sentence, held) if bounded and "give" not in does else None  # keep the rate|no higher than 4.6%
        name = accepted_name(sentence, held) or (sentence.name(held) if "move" in does and held.end - held.first <= 2 else None)
        if name is not None and place.figure.role in ("level", "count") and preposition == "by" and "move" in does:
            return f"{_CHANGE_OF.get(group.verb.base if group.verb else '', 'change')} in {name}"
        return name
    if place.figure.role == "share" and group.verb is not None and group.verb.base in _HOLDS and (whole := share_of(place)) is not None:
        holder = subject_of(sentence, group)
        done = participle(group.verb.base)
        whole = whole.removesuffix(f" {done}")
        return whole if holder is None else f"{whole} {done} by {sentence.within(holder)}"  # women hold|46% of posts
    if place.figure.role in ("share", "level") and (gain := gain_behind(place)) is not None:
        return gain
    if "turn" in does and _goes_on_with_what_was_done(sentence, group):
        return None  # will complete 18 800 homes, representing an increase of|20 per cent
    if group.passive or _is_absolute(sentence, group):
        given = given_behind(place) if "give" in does and preposition is None else None
        moved = _CHANGE_OF.get(group.verb.base) if preposition == "by" and group.verb is not None else None
        if moved is not None and place.figure.role in ("level", "count") and (subject := subject_of(sentence, group)) is not None:
            return f"{moved} in {sentence.within(subject)}"  # the polluted area was reduced by|1,200 hectares
        return given or subject_of(sentence, group) or given_behind(place)
    counts = place.figure.role == "count" and generic and group.verb is None
    if "turn" in does and (not counts or (sentence.words[group.main].tag == "be" and subject_of(sentence, group) is not None)):
        has = sentence.words[group.main].tag == "have" and place.figure.role == "level" and is_money(place.figure)
        if has and (purpose := purpose_of(place)) is not None:
            return purpose  # the plan has|$45 million for roads
        subject = subject_of(sentence, group)
        if generic and subject is not None and group.verb is not None and group.verb.base in SERVED and not COUNTS.search(subject):
            return served_by(place, group)  # the programme reached|2.1 million people
        if subject is not None and preposition in ("by", None) and place.figure.role in ("level", "count") and group.verb is not None:
            level = any(word.lower in ("below", "above", "past", "beyond") for word in sentence.words[place.left : place.at])
            moved = _CHANGE_OF.get(group.verb.base) if not level else None  # waiting lists fell below|7,000
            return f"{moved} in {sentence.within(subject)}" if moved is not None else subject
        if subject is not None:
            return subject
        return given_behind(place) if place.figure.role == "level" else share_of(place) if place.figure.role == "share" else None
    if place.figure.role == "share" and "act" in does and (whole := share_of(place)) is not None:
        return whole  # responded to 96% of calls
    if place.figure.role in ("change", "change_pp", "share", "rank", "multiple"):
        return (
            subject_of(sentence, group)
            if preposition is not None or place.figure.role != "share"
            else share_of(place) or subject_of(sentence, group)
        )
    if generic:
        return served_by(place, group) or _able_to(sentence, group)
    if place.figure.role == "level" and group.verb is not None and group.verb.base in TAKES and given_behind(place) is None:
        return source_of(place) or subject_of(sentence, group)
    if preposition is None or "give" in does:
        return given_behind(place) or (
            (subject_of(sentence, group) if "give" in does or "act" in does else None) if place.figure.role == "level" else None
        )
    return subject_of(sentence, group)


def _is_absolute(sentence: Sentence, group: Group) -> bool:
    """Return whether a participle tells what was done to a thing that "with" opens: , with the number of poor|reduced by 2 million."""
    subject = sentence.before(group.first) if sentence.words[group.first].tag == "ed" and group.end - group.first == 1 else None
    opens = without_opening(sentence.words, subject.first) if subject is not None else 0
    return opens > 0 and sentence.words[opens - 1].lower == "with"


def _is_state(sentence: Sentence, group: Group, held: Range) -> bool:
    """Return whether what stands behind a verb only says how something is: the rate remained|stable at 5%, held|steady at 5%."""
    if group.verb is None or sentence.words[held.first].tag == "determiner":
        return False
    return group.verb.base in _STAYS or (held.end - held.first == 1 and sentence.head(held) in _STANDING)


_STAYS = frozenset("remain stay become prove seem appear look".split())  # noqa: SIM905
_STANDING = frozenset("steady stable flat firm high low strong constant level".split())  # noqa: SIM905
"""How something holds, stands or runs at a value."""


_HOLDS = frozenset({"hold", "occupy", "fill", "own", "generate", "produce", "supply", "employ"})


def _able_to(sentence: Sentence, group: Group) -> str | None:
    """Return who has what a verb hangs on: the land supply has a capacity|to produce."""
    if sentence.words[group.first].tag != "to":
        return None
    held = sentence.before(group.first, inner=True)
    owner = sentence.group_ending(without_opening(sentence.words, held.first)) if held is not None else None
    return subject_of(sentence, owner) if owner is not None and owner.verb is None else None


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
    "enhance": "increase",
    "underspend": "underspend", "overspend": "overspend", "rise": "rise", "fall": "fall", "drop": "drop", "decline": "decline",
}  # fmt: skip
"""What changes by a sum is told with the noun of its verb: reduce revenue by $3 billion, reduction in revenue."""


def _behind_noun(place: Place, left: int, *, generic: bool) -> str | None:
    """Return the noun directly before a figure: a line without a verb, or a verb's object before its sum."""
    sentence = place.sentence
    found = sentence.before(left, inner=True)
    if found is None:
        return None
    if found.first and sentence.words[without_opening(sentence.words, found.first) - 1].lower in LEVELS:
        end = without_opening(sentence.words, found.first) - 1
        return _levelled(place, end, sentence.words[end].lower, generic=generic, depth=1)  # from the wartime 12.8 per cent
    group = sentence.group_ending(without_opening(sentence.words, found.first))
    if group is None and sentence.words[found.first].tag == "ing" and found.first:
        group, found = sentence.group_ending(found.first + 1), Range(found.first + 1, found.end)  # , saving|drivers $3bn
    if group is not None:
        return _of_verb(place, group, found, None, generic=generic)
    return _had_by(sentence, found) or accepted_name(sentence, found)


def _had_by(sentence: Sentence, found: Range) -> str | None:
    """Return what bounds a group of people, whose it is: families with incomes|below $900, incomes of families."""
    at = next((at for at in range(found.first, found.end) if sentence.words[at].lower == "with"), None)
    owned = sentence.name(Range(at + 1, found.end)) if at is not None else None
    who = sentence.name(Range(found.first, at)) if at is not None else None
    if owned is None or who is None or " " in owned or sentence.head(found) not in class_of("receiver"):
        return None
    return f"{owned} of {sentence.within(who)}"


def _opening(place: Place) -> str | None:
    """Return the name of a figure that opens its part of the sentence: 70%|of households have."""
    if place.figure.role == "share":
        share = share_of(place)
        if share is not None:
            return share
    source = _comes_from(place)
    if source is not None:
        return source
    after = place.sentence.words[place.at + 1 : place.at + 2]
    if place.figure.role == "level" and after and (after[0].tag == "ed" or is_money(place.figure)):
        return given_behind(place)  # and 1.8 trillion yuan|invested in highways
    return changed_behind(place) or _told_before(place, place.left) if place.figure.role == "change" else None


def _comes_from(place: Place) -> str | None:
    """Return where a figure that opens its part of the sentence comes from: $12 billion came from|exports."""
    sentence, words = place.sentence, place.sentence.words
    group = next((group for group in sentence.groups if group.first == place.at + 1 and group.finite), None)
    if (
        group is not None
        and group.verb is not None
        and group.verb.base == "go"
        and sentence.words[group.end].lower in ("to", "towards", "into", "on")
    ):
        return sentence.name(sentence.behind(group.end + 1))  # $20 million will go to|primary schools
    if group is not None and group.verb is None and group.end + 1 < len(words) and words[group.end].lower == "for":
        return sentence.name(sentence.behind(group.end + 1))  # of which $400 million is for|new piers
    comes = group is not None and group.verb is not None and group.verb.base in ("come", "stem", "derive", "flow")
    if group is None or not comes or group.end >= len(words) or words[group.end].lower != "from":
        return None
    name = sentence.name(sentence.behind(group.end + 1))
    return None if name is None or is_agent(name) else name


def _given_before(place: Place, end: int) -> str | None:
    """Return what is set up with a sum: launched the Harbour Plan,|with a commitment of $2 million."""
    sentence = place.sentence
    sum_ = place.left > 1 and sentence.words[place.left - 2].lower in class_of("given")
    found = phrase_before(sentence, end) if sum_ and is_money(place.figure) and place.figure.role == "level" else None
    governed = sentence.group_ending(without_opening(sentence.words, found.first)) if found is not None else None
    return accepted_name(sentence, found) if found is not None and governed is not None and not is_endeavour(sentence, found) else None


def _told_before(place: Place, end: int) -> str | None:
    """Return what the clause before a place is about: exports grew,|with growth of 3%."""
    sentence = place.sentence
    group = next((group for group in reversed(sentence.groups) if group.finite and group.end <= end), None)
    if group is None or any(word.tag == "figure" for word in sentence.words[group.end : end]):
        return None  # then the figure goes with that one
    return subject_of(sentence, group) if not group.passive else None


def _behind_figure(place: Place) -> str | None:
    return share_of(place) if place.figure.role == "share" else given_behind(place) if place.figure.role == "level" else None
