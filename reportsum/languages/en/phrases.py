"""The parts of an English sentence: its words → verb groups, what stands before a verb, what stands behind a figure.

Comes in: the tagged words of one part of a sentence (brackets apart). Goes out: verb groups with what they do (`is expected to rise` is
one group, its main verb is rise), the range of words that is a verb's subject, the range that a noun phrase behind a place takes, and the
text of a range as a name. Ranges are places of words, their end exclusive. What a figure measures is for `names`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reportsum import lazy_re as re

from ...periods import ENGLISH_MONTHS
from .words import Verb, Word, class_of, past_only, verbs

MOST_WORDS = 12
"""So many words of a noun phrase are read behind a figure or a verb."""
_MOST_IN_PIECE, _MOST_IN_LAST = 5, 7
"""Words of one piece of a list, and of its last two with the "and" between them."""
_MOST_PIECES = 4
_MOST_OF_PROPER = 8
LONGEST = 14
"""A name is cut to so many words."""


class Range(NamedTuple):
    first: int
    end: int


class Group(NamedTuple):
    """A verb with what helps it: has been raised, is expected to rise, continuing to grow."""

    first: int
    end: int
    main: int
    """Place of its last verb."""
    verb: Verb | None
    """None for be and have alone."""
    passive: bool
    finite: bool


_VERBAL = frozenset({"modal", "be", "have", "do", "to", "verb", "ed", "ing"})
_WITHIN = frozenset({"adverb", "not"})
_COMPARATIVES = frozenset("greater higher lower better further larger smaller stronger new total".split())  # noqa: SIM905
"""What opens a noun phrase of its own behind "and"."""
_LINKS = frozenset("likely unlikely able set due ready bound".split())  # noqa: SIM905
_MONTHS_YEARS = re.compile(
    r"(?:end|mid|early|late)-(?:year|january|june|march|december|(?:19|20)\d\d)|(?:fy|cy)?(?:19|20)\d\d(?:[-–/]\d{2,4})?|(?:fy|cy)\d\d|[hq][1-4]",
    re.IGNORECASE,
)
MONTHS = frozenset(month.lower() for month in ENGLISH_MONTHS)
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_LASTING = re.compile(r"(?:\w+)-(?:year|month|week|day|quarter)s?")


@lru_cache(maxsize=20_000)
def _is_date(lower: str) -> bool:
    return _MONTHS_YEARS.fullmatch(lower) is not None


_BEFORE_PARTICIPLE = frozenset("unless if when as once until where than while though although whether".split())  # noqa: SIM905
"""Behind these a form in -ed alone is no finite verb: unless|justified, as|planned."""
_RELATIVE = frozenset({"which", "who", "that", "whose"})


class _Told(dict[int, str]):
    """What is told of the words of a sentence, by their places; beyond its ends "". Asked a hundred times a sentence."""

    def __missing__(self, place: int) -> str:
        return ""


class Sentence:
    """One part of a sentence: its words, their verb groups."""

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self.text = text
        self.words = words
        self._tag = _Told(enumerate([word.tag for word in words])).__getitem__
        self._lower = _Told(enumerate([word.lower for word in words])).__getitem__
        self.groups = self._groups()
        self._group_at = {place: group for group in self.groups for place in range(group.first, group.end)}

    # --- verbs ------------------------------------------------------------------------------------------------------------------

    def _groups(self) -> tuple[Group, ...]:
        words, groups, at = self.words, [], 0
        while at < len(words):
            if words[at].tag not in _VERBAL:
                at += 1
                continue
            group = self._group_from(at)
            groups.append(group)
            at = group.end
        return tuple(self._with_finite(groups))

    def _group_from(self, first: int) -> Group:
        words = self.words
        main, at = first, first + 1
        while at < len(words):
            word = words[at]
            if (
                word.tag in _WITHIN
                or (word.lower in ("all", "both", "each") and self._tag(at + 1) in (*_VERBAL, "adverb"))
                or (words[main].tag == "be" and word.lower in _LINKS and self._tag(at + 1) == "to")
            ):
                at += 1
                continue
            if (inserted := self._inserted(main, at)) is not None:
                at = inserted
                continue
            if word.tag not in _VERBAL:
                break
            if word.tag == "to" and not self._takes_to(main):
                break
            if words[main].lower in ("help", "helps", "helped", "helping") and word.tag == "verb":
                main, at = at, at + 1
                continue
            if words[main].tag in ("ed", "verb", "ing") and word.tag in ("ed", "verb", "modal", "be", "have", "do"):
                break
            if words[main].tag in ("ed", "verb") and word.tag == "ing" and not (self._verb(main) and "go_on" in self._verb(main).does):  # type: ignore[union-attr]
                break
            main, at = at, at + 1
        end = main + 1
        if self._tag(end) == "particle" and words[main].tag in ("verb", "ed", "ing"):
            end += 1
        verb = self._verb(main)
        helper = next((place for place in range(main - 1, first - 1, -1) if words[place].tag in _VERBAL), None)
        passive = words[main].tag == "ed" and helper is not None and words[helper].tag == "be"
        opens = words[first].lower == "being" and self._tag(first - 1) in ("stop", "")  # Being the hub of trade, the port|is
        return Group(
            first,
            end,
            main,
            verb,
            passive,
            finite=words[first].tag in ("modal", "be", "have", "do", "verb", "ed") and not opens,
        )

    def _inserted(self, main: int, place: int) -> int | None:
        """Return where a verb goes on behind what is put between it and its helper: must|at the same time|preserve."""
        if self.words[main].tag not in ("modal", "have", "be"):
            return None
        if self._lower(place) == "since" and self._tag(place + 1) in ("ed", "be"):
            return place + 1  # has since|fallen
        end = self.time_from(place)
        if end is None and self._tag(place) == "comma":
            end = next((at + 1 for at in range(place + 1, min(place + 14, len(self.words))) if self._tag(at) == "comma"), None)
        goes_on = end is not None and self._tag(end) in ("verb", "ed", "be", "have", "adverb") and end > place
        return end if goes_on else None

    def _takes_to(self, main: int) -> bool:
        verb, tag = self._verb(main), self.words[main].tag
        return tag in ("be", "have") or (verb is not None and ("go_on" in verb.does or ("say" in verb.does and tag in ("ed", "verb"))))

    def _verb(self, place: int) -> Verb | None:
        return verbs().get(self.words[place].lower) if self.words[place].tag in ("verb", "ed", "ing") else None

    def _with_finite(self, groups: Sequence[Group]) -> list[Group]:
        """Return the groups, participles behind nouns (people covered by schemes) told from finite verbs."""
        told: list[Group] = []
        for index, group in enumerate(groups):
            alone = self.words[group.first].tag == "ed"
            if alone and group.finite and self._lower(group.first) not in past_only():
                before = self._tag(group.first - 1)
                holds = self._tag(group.end) in ("determiner", "pronoun") and self.time_from(group.end) is None
                follows = (
                    not holds  # extended|a project
                    and before != "pronoun"
                    and (later := self._behind_aims(groups, index + 1)) is not None
                    and self._joined(group.end, later.first)
                    and self._tag(later.first - 1) != "pronoun"
                )
                main = next((other for other in reversed(told) if other.finite), None)
                leads = main is not None and self._joined(main.end, group.first)
                opens = self._tag(0) == "preposition" and self._joined(0, group.first) and self._comma_behind(group.end)
                by = (
                    self._lower(group.end) == "by"
                    and self._tag(group.end + 1) not in ("figure", "adverb")
                    and not self._is_opening(group.end + 1)
                )
                aside = (
                    self._tag(group.end) == "comma"
                    and any(other.finite for other in groups[index + 1 :])
                    and self._comma_before(group.first)
                )
                hangs = before == "subordinator" and self._lower(group.first - 1) in _BEFORE_PARTICIPLE
                begun = before == "comma" and holds and index == 0 and self._tag(0) == "noun"  # the curator, Dr. Reed,|continued his work
                aside = aside or self._apposed(groups[index + 1 :], group)
                if not begun and (aside or opens or hangs or before in ("comma", "preposition", "open", "") or follows or leads or by):
                    group = group._replace(finite=False)
            told.append(group)
        return told

    def _apposed(self, later: Sequence[Group], group: Group) -> bool:
        """Return whether only an apposition parts a participle from its verb: gifts received at the Fair, a show, last year|rose."""
        main = next((other for other in later if other.finite), None)
        if main is None or self._tag(group.end) != "preposition":
            return False
        between = self.words[group.end : main.first]
        commas = [at for at in range(group.end, main.first) if self._tag(at) == "comma"]
        plain = not any(word.tag in ("conjunction", "subordinator", "pronoun", "stop") for word in between)
        return plain and len(commas) == 2 and self._tag(commas[0] + 1) == "determiner"

    def _behind_aims(self, groups: Sequence[Group], index: int) -> Group | None:
        """Return the finite verb at a number of `groups`, infinitives passed over: bonds issued|to replace debt|reached."""
        while index < len(groups) and self.words[groups[index].first].tag == "to":
            index += 1
        return groups[index] if index < len(groups) and groups[index].finite else None

    def _comma_before(self, place: int) -> bool:
        return any(word.tag == "comma" for word in self.words[max(0, place - 4) : place])

    def _comma_behind(self, place: int) -> bool:
        return any(word.tag == "comma" for word in self.words[place : place + 6])

    def _joined(self, first: int, end: int) -> bool:
        """Return whether nothing between two places opens another part of the sentence."""
        return all(word.tag not in ("comma", "stop", "subordinator", "conjunction") for word in self.words[first:end])

    def _is_opening(self, place: int) -> bool:
        return self._lower(place) in class_of("opening")

    def group_ending(self, place: int) -> Group | None:
        """Return the verb group that ends at a place (exclusive), adverbs and particles behind it not counted."""
        while place > 0 and (self._tag(place - 1) in ("adverb", "not") or self._tag(place - 1) == "particle"):
            if (group := self._group_at.get(place - 1)) is not None:
                return group
            place -= 1
        return self._group_at.get(place - 1)

    # --- times ------------------------------------------------------------------------------------------------------------------

    def time_from(self, place: int) -> int | None:
        """Return where a phrase ends that begins at a place and only says when: in 2018, over the past five years, last year."""
        if self._lower(place) == "on" and self._lower(place + 1) == "time":
            return None  # trains that arrive on time
        at = place + 1 if self._tag(place) == "preposition" else place
        if at > place and self._lower(at) == "to":
            at += 1
        first, last = at, None
        while at < len(self.words):
            lower = self._lower(at)
            if lower in class_of("time") or _is_date(lower):
                last = at + 1
            elif lower.endswith("'s") and lower[:-2] in class_of("time"):
                return None if at == place else last
            elif not (
                lower in class_of("within_time")
                or ("-" in lower and _LASTING.fullmatch(lower))
                or (self._tag(at) == "figure" and last is None)
                or (self._tag(at) == "number" and (last == at or _ORDINAL.fullmatch(lower) is not None))
                or (at == first and lower.isdigit() and len(lower) < 3 and self._lower(at + 1) in MONTHS)  # until|31 March
            ):
                break
            at += 1
        if last is not None and self._lower(last) in ("ended", "ending"):
            date = last + 1
            while self._tag(date) == "number" or self._lower(date) in class_of("time"):
                date += 1
            last = date if date > last + 1 else last  # for the year|ended 31 March 2025
        bare = self._lower(place) == "of" and last == first + 1 and not _is_date(self._lower(first))  # number of days
        if last is None or bare or self._tag(last) == "noun" or (last == first + 1 and self._tag(first) == "noun" and place == first):
            return None
        if place == first and self._tag(first) not in ("determiner", "number"):
            return None
        if place == first and place and _is_date(self._lower(first)) and self.words[place - 1].text[:1].isupper():
            return None  # Harbour Plan 2030
        return last

    # --- ranges -----------------------------------------------------------------------------------------------------------------

    def before(self, place: int, *, back_to: int = 0, inner: bool = False) -> Range | None:
        """Return the noun phrase, with all that belongs to it, that stands before a verb or a preposition at `place`; None without.

        `inner`: one that a preposition governs counts as well (from a peak|of): a subject never stands behind one.
        """
        end = place
        while self._tag(place) == "adverb" and self._tag(place + 1) in ("adverb", "preposition"):
            place += 1  # the number of ships|sharply by
        while end > back_to and (self._tag(end - 1) in ("adverb", "not") or self._group_at.get(end - 1) is self._group_at.get(place, 0)):
            end -= 1
        if self._tag(place) == "to" and not inner and (bidden := self._bidden(end, back_to)) is not None:
            return bidden  # allow|small yards|to contribute
        if self._tag(end - 1) == "comma" and (conceded := self._conceded(end - 1, back_to)) is not None:
            end = conceded  # exports, though slowing in May,|still grew
        if self._tag(end - 1) == "comma" and (named := self._examples_before(end - 1, back_to)) is not None:
            end = named  # investments in transport, such as the Ring Line,|will rise
        if self._tag(end - 1) == "comma" and (aside := self._figure_aside(end - 1, back_to)) is not None:
            end = aside  # the jobless rate, at|2.5 per cent,|was
        if (since := self._relative_before_time(end, back_to)) is not None:
            end = since  # the visitors, who last year|numbered
        joint = self._tag(end - 1)
        if joint == "preposition" and self._tag(place) == "ing":
            return None  # in attracting
        if end > back_to and not inner and (joint == "conjunction" or (joint == "comma" and self._tag(place) == "ing")):
            shared = self._verb_before(end - 1, back_to)
            if shared is not None:
                return self.before(shared.first, back_to=back_to)  # exports were held back and|grew by
            if joint == "comma":  # paying the fees of pupils,|involving $5 million
                begins = self.groups and self.groups[0].first == 0 and self._tag(0) == "ing" and self.groups[0].end < end
                alone = begins and not any(word.tag == "figure" for word in self.words[:place])
                if begins:
                    return self.behind(self.groups[0].end) if alone else None
                return self.before(end - 1, back_to=back_to)  # the new grant,|involving $5 million, is
        if self._tag(end - 1) == "subordinator" and self._lower(end - 1) in _RELATIVE and end - 1 > back_to:
            end -= 1
            while self._tag(end - 1) == "comma":
                end -= 1
            told = self.before(end, back_to=back_to, inner=True) if end > back_to else None
            inner_verb = next(
                (group for group in reversed(self.groups) if told is not None and told.first < group.first < told.end and group.finite),
                None,
            )
            if told is not None and (least := self._behind_bound(told)) is not None:
                return Range(least, told.end)  # pay crews at least|the Pier Wage, which is
            if told is not None and inner_verb is not None and inner_verb.end < told.end:
                return Range(inner_verb.end, told.end)  # rules that meet the needs of visitors, who|numbered: the nearest
            return told
        first = self._start_of(end, back_to, of_verb=self._tag(place) not in ("preposition", "determiner"))
        pieces: list[Range] = []
        at = first
        for place_ in range(first, end + 1):
            if place_ == end or self._tag(place_) == "comma":
                pieces.append(Range(at, place_))
                at = place_ + 1
        opens = pieces[-1].first
        absolute = self._tag(place) == "ed" and self._lower(opens) == "with" and self._tag(opens - 1) in ("comma", "stop", "")
        participle = absolute or self._tag(place) in ("ing", "preposition", "figure")  # , with the number of poor|reduced by
        return self._subject_of(pieces, inner=inner, beside=participle)

    def _behind_bound(self, told: Range) -> int | None:
        """Return where what is behind "at least" or "at most" begins in a phrase."""
        bounds = (
            at + 2 for at in range(told.first + 1, told.end - 2) if self._lower(at) == "at" and self._lower(at + 1) in ("least", "most")
        )
        return next((at for at in bounds if self._tag(at) == "determiner"), None)

    def _bidden(self, end: int, back_to: int) -> Range | None:
        """Return who is allowed or led to do what an infinitive tells."""
        verb = next((group for group in reversed(self.groups) if back_to <= group.first and group.end < end), None)
        if verb is None or verb.passive or self._lower(verb.main) not in _BIDS or not self._joined(verb.end, end):
            return None
        return self.behind(verb.end) if self.behind(verb.end) == Range(verb.end, end) else None

    def _conceded(self, comma: int, back_to: int) -> int | None:
        """Return where a subject ends behind which a concession without a verb of its own stands between commas."""
        for at in range(comma - 1, max(back_to, comma - 24), -1):
            group = self._group_at.get(at)
            if self._tag(at) == "stop" or (group is not None and group.finite):
                return None
            one_of = self._lower(at + 1) == "one" and self._lower(at + 2) == "of"
            as_told = self._lower(at + 1) == "as" and self._tag(at + 2) == "ed"  # dues, as measured by the board,
            if self._tag(at) == "comma" and (one_of or as_told or self._lower(at + 1) in _CONCEDES):
                return at if self._tag(at - 1) in ("noun", "close") and at > back_to else None
        return None

    def _examples_before(self, comma: int, back_to: int) -> int | None:
        """Return where a name ends whose examples stand between commas behind it; None where none do."""
        for at in range(comma - 1, back_to, -1):
            group = self._group_at.get(at)
            if self._tag(at) in ("stop", "figure") or (group is not None and group.finite):
                return None
            if self._lower(at) == "such" and self._lower(at + 1) == "as":
                return at - 1 if self._tag(at - 1) == "comma" else None
        return None

    def _figure_aside(self, comma: int, back_to: int) -> int | None:
        """Return where a subject ends behind which its value stands between commas; None where none does."""
        opened = next((at for at in range(comma - 1, max(back_to, comma - 6), -1) if self._tag(at) == "comma"), None)
        if opened is None or self._tag(comma - 1) != "figure" or self._lower(opened + 1) not in ("at", "now", "currently", "of"):
            return None
        return opened

    def _relative_before_time(self, end: int, back_to: int) -> int | None:
        """Return where a relative pronoun ends that only a time parts from its verb."""
        for at in range(end - 1, max(back_to, end - 5), -1):
            if self._tag(at) == "subordinator" and self._lower(at) in _RELATIVE:
                return at + 1 if at + 1 < end and self.time_from(at + 1) == end else None
        return None

    def _verb_before(self, place: int, back_to: int) -> Group | None:
        """Return the last verb of the clause before a joint that does not stand in a clause of its own."""
        found = [group for group in self.groups if back_to <= group.first and group.end <= place and group.finite]
        return next(
            (group for group in reversed(found) if not self._is_relative(group) and self._tag(group.first - 1) != "subordinator"), None
        )

    def _start_of(self, end: int, back_to: int, *, of_verb: bool) -> int:
        at = end
        while at > back_to:
            word = self.words[at - 1]
            if word.tag == "stop" and not self._is_dash_within(at - 1):
                break
            aside = of_verb and (
                self._lower(at) == "of" or (self._lower(at - 2) == "of" and at == end)
            )  # revenue, more than half|of all, rose
            if word.tag == "figure" and self._tag(at) != "noun" and not aside:
                break
            if word.tag == "subordinator":
                inner = any(group.finite and at <= group.first < end for group in self.groups)
                if not (inner and word.lower in _RELATIVE and self._tag(at - 2) in ("noun", "comma", "preposition")):
                    break
            if word.tag == "conjunction" and not of_verb and self._lower(at) in ("a", "an"):
                break
            if word.lower in _CIRCUMSTANCE and (not of_verb or self._tag(end) == "ing") and self._is_circumstance(at - 1):
                break  # the epidemic|through the introduction of measures costing
            opens = at - 4 if self._tag(at - 3) == "noun" else at - 3
            pair = (
                word.tag == "conjunction"
                and self.is_attribute_pair(at - 1)
                and self._tag(opens) in ("preposition", "determiner", "ed", "verb", "ing")
            )  # of scientific and|technical progress
            joint = word.tag == "comma" or (word.tag == "conjunction" and of_verb)
            if joint and not pair and self._clause_before(at - 1, back_to) and not self._within_list(at - 1, back_to):
                break
            told = self._tag(at - 2) == "noun" or self._lower(at - 2) in _RELATIVE  # the plan|we made, the plan that|we made
            contact = of_verb and at < end and told and self._group_at.get(at) is not None
            if word.tag == "pronoun" and not contact:
                break  # the time|it takes to; but: to ease the change|we will
            group = self._group_at.get(at - 1)
            if group is not None:
                if group.finite and not (of_verb and self._is_relative(group)):
                    break
                if not group.finite and (not self._qualifies(group, of_verb=of_verb) or self._says_on(group)):
                    break
                at = group.first
                continue
            at -= 1
        return at

    def _is_circumstance(self, place: int) -> bool:
        """Return whether how, why or amid what stands at a place, behind a noun: demand is weak|as the rise in the rate from 4%."""
        return self._tag(place - 1) == "noun" and self._tag(place + 1) == "determiner" and self._lower(place - 1) not in ("such", "same")

    def _qualifies(self, group: Group, *, of_verb: bool) -> bool:
        """Return whether a participle or infinitive belongs to the noun before it: services needed|, for obtaining|, efforts to merge."""
        before, tag = self._tag(self._skip_back(group.first)), self.words[group.first].tag
        if tag == "to" and self._lower(group.first - 1) in ("taken", "needed", "required"):
            return True  # the time taken|to approve a plan
        if tag == "to":
            return of_verb and before in ("noun", "ed")  # bonds issued|to replace debt
        at = group.first - 1
        if tag == "ing" and before == "preposition" and self._lower(at) in ("for", "on") and self._tag(at - 1) == "noun":
            return True  # the allowance for|maintaining a parent
        inserted = (
            tag == "ed" and of_verb and before == "comma" and self._tag(at - 1) in ("noun", "close") and self._comma_behind(group.end)
        )
        return before in ("noun", "close") or inserted or (tag == "ing" and of_verb and before in ("preposition", "comma"))

    def _says_on(self, group: Group) -> bool:
        """Return whether a clause of its own hangs on a participle: , meaning|the ratio will rise."""
        return self._lower(group.first) in _MEANING and self._tag(group.first - 1) == "comma"

    def _skip_back(self, place: int) -> int:
        """Return the place before one, adverbs passed over."""
        while self._tag(place - 1) in _WITHIN:
            place -= 1
        return place - 1

    def _is_relative(self, group: Group) -> bool:
        at = group.first - 1
        while at >= 0 and self._tag(at) in ("adverb", "noun", "determiner"):
            at -= 1
        if self._tag(at) == "pronoun" and at == group.first - 1 and self._tag(at - 1) == "noun":
            return True  # the time it takes
        if self._tag(at) == "pronoun" and at == group.first - 1:
            at -= 1  # the plan that we made
        return self._tag(at) == "subordinator" and self._lower(at) in _RELATIVE and self._tag(at - 1) in ("noun", "preposition", "comma")

    def _clause_before(self, place: int, back_to: int) -> bool:
        """Return whether what stands before a comma or an "and" is a clause of its own."""
        for at in range(place - 1, back_to - 1, -1):
            if self._tag(at) in ("stop", "subordinator") and self._lower(at) != "than":
                return False
            if self._tag(at) == "figure" and self._tag(place) == "conjunction" and place - at < 4:
                return True
            group = self._group_at.get(at)
            if group is not None and group.finite and not self._is_relative(group):
                return True
        return False

    def _within_list(self, place: int, back_to: int) -> bool:
        """Return whether a comma or an "and" joins things behind a preposition, and no clauses: loans to fishing, forestry|and crofters."""
        comma = place
        while comma > back_to and self._tag(comma) != "comma":
            if self._tag(comma - 1) not in ("noun", "comma"):
                return False
            comma -= 1
        at = place + 1
        while self._tag(place) == "comma" and self._tag(at) == "noun":
            at += 1
        goes_on = at > place + 1 and self._tag(at) in ("conjunction", "comma")
        if self._tag(comma - 1) != "noun" or (self._tag(place) == "comma" and not goes_on):
            return False
        at = comma - 1
        while at > back_to and self._tag(at) in ("noun", "comma"):
            at -= 1
        return self._tag(at) == "preposition" and self._tag(at - 1) == "noun"

    def _subject_of(self, pieces: Sequence[Range], *, inner: bool, beside: bool) -> Range | None:
        last = pieces[-1]
        ends = last.first >= last.end or self.time_from(last.first) == last.end  # Dues from the Pier Fair, a show, last year|rose
        aside = len(pieces) - 2 if len(pieces) > 2 and ends else None
        for index in range(len(pieces) - 1, -1, -1):
            first, end = pieces[index]
            joined = any(self._tag(place) == "conjunction" for place in range(first, end))
            if index == aside and not (joined and self._is_listed(pieces, index)):
                continue  # the forces, full of drive,|have
            while first < end and self._tag(first) in ("conjunction", "adverb", "particle"):
                if self._lower(first).endswith("ly") and self._is_manner(list(range(first, end))):
                    break  # competitively|priced piers
                first += 1
            if inner and index == len(pieces) - 1 and self.time_from(first) != end:
                while first + 1 < end and self._tag(first) == "preposition":
                    first += 1
            while first < end and (time := self.time_from(first)) is not None and self._tag(first) != "preposition" and time <= end:
                first = time
            starts = first == 0 or self._tag(first - 1) == "stop"
            if starts and self._tag(first) == "preposition" and (time := self.time_from(first)) is not None and time < end:
                first = time  # In the third quarter|sales rose
            if first >= end or self._tag(first) in ("preposition", "ing", "ed", "to", "subordinator") or self._lower(first) in _ASIDE:
                if beside and self._lower(first) == "with" and first + 1 < end and index == len(pieces) - 1:
                    return Range(first + 1, end)
                continue
            if 0 < index < len(pieces) - 1 and any(
                self._group_at.get(place) is not None and place + 1 == end for place in range(first, end)
            ):
                continue  # all sizes included,
            if index and self._is_listed(pieces, index) and any(self._tag(place) == "conjunction" for place in range(*pieces[index])):
                head = index
                while head and self._is_listed(pieces, head):
                    head -= 1
                opens = [n for n in range(head, index + 1) if self._lower(pieces[n].first) in ("including", "such")]
                if not opens and self._tag(pieces[head].first) != "preposition":
                    return Range(pieces[head].first, end)
                # the total, including fees, fines and dues,
                return self._subject_of(pieces[: opens[0] if opens else head], inner=False, beside=False)
            if index and self._lower(pieces[index].first) == "and" and (head := self._opens_list(pieces, index)) < index:
                return Range(pieces[head].first, end)
            return Range(first, end)
        return None

    def _opens_list(self, pieces: Sequence[Range], index: int) -> int:
        """Return the piece that opens a list which ends in ", and": practices like working from home,|online shopping,|and delivery."""
        head = index
        while head and index - head < _MOST_PIECES:
            first, end = pieces[head - 1]
            groups = {group for at in range(first, end) if (group := self._group_at.get(at)) is not None}
            if first >= end or self._tag(first) not in ("noun", "determiner", "ing", "number") or self.time_from(first) is not None:
                break
            if any(group.finite or self.words[group.main].tag != "ing" for group in groups) or end - first > _MOST_IN_LAST:
                break
            head -= 1
        opens = self._tag(pieces[head].first)
        if any(self.words[at].text[:1].isupper() for at in range(*pieces[index])):
            return index  # the keeper, a diver, and his aide Elvira Reed
        return index if opens == "ing" and head == index - 1 else head

    def _is_listed(self, pieces: Sequence[Range], index: int) -> bool:
        """Return whether a piece goes on with a list that the piece before it begins: loans to forestry,|villages and islands."""
        first, end = pieces[index - 1]
        tail = pieces[index].first
        if first >= end or self._tag(tail) in ("determiner", "pronoun") or self._tag(first) in ("ing", "ed", "subordinator", "adverb"):
            return False
        if self._tag(first) == "preposition" and self._lower(first) != "including":
            return False
        if self.time_from(first) is not None:
            return False
        return all(self._group_at.get(place) is None for place in range(first, end)) and any(
            self._tag(place) == "noun" for place in range(first, end)
        )

    def behind(self, place: int, *, most: int = MOST_WORDS, prepositions: frozenset[str] | None = None) -> Range | None:
        """Return the noun phrase that begins at a place, with what qualifies it; None where none begins."""
        head = self._simple(place)
        if head is None:
            return None
        end, opened = head, place
        allowed = _QUALIFIERS if prepositions is None else prepositions
        while end < len(self.words) and end - place < most:
            tag, lower = self._tag(end), self._lower(end)
            further: int | None = None
            of_proper = self._goes_on_proper(end)
            joins = tag == "preposition" and (lower in allowed or of_proper)
            if joins and self.time_from(end) is None and self._tag(end + 1) != "figure":
                outside = lower == "outside" and self._lower(end + 1) == "of"
                further = None if self._is_gerund(end) else self._simple(end + (2 if outside else 1))
                if further is None:
                    further = self._gerund_object(end + 1)
                if further is not None and (self._before_figure(further) or self._lower(further - 1) in class_of("manner")):
                    break  # firms with loans of $24 billion: the loans are the figure's
            elif tag == "conjunction" and lower in ("and", "or", "&"):
                further = self._joined_noun(end + 1)
                if further is None and prepositions is not None and self._lower(end + 1) in ("the", "its", "our", "their"):
                    whole = self._simple(end + 1)
                    further = whole if whole is not None and self._tag(whole) in ("comma", "stop", "preposition", "") else None
                if further is None and (self._is_title_gerund(end + 1) or self._is_beside_gerund(place, end + 1)):
                    further = self._simple(end + 2)  # Rules on Letting and|Leasing the Quays
            elif tag == "comma":
                further = self._listed_noun(end + 1)
            elif tag == "determiner" and self._is_title_gerund(end - 1):
                further = self._simple(end)  # Rules on Leasing|the Quays
            elif self._is_participle(end):
                further = self._simple(self._group_at[end].end + 1)
            if further is None:
                break
            places = tag == "comma" and self._are_proper(end, further)
            if further - place > most + (_MOST_OF_PROPER if of_proper or places else 0):
                named = sum(self._tag(at) == "noun" for at in range(place, opened)) > 1 or places
                end = (
                    opened if tag == "comma" and named else end
                )  # in the north, the south, the east and …: the first of a list tells it wrong
                break
            opened = end if tag == "preposition" else opened
            end = further
        if self._goes_on_proper(end) and (joint := self._last_joint(place, end)) is not None:
            end = joint  # too long to hold the Agency|for Science whole: without it
        return Range(place, self._before_half(place, end))

    def _are_proper(self, first: int, end: int) -> bool:
        """Return whether all that a list goes on with are proper names: Australia,|New Zealand, Japan and the Free Trade Area."""
        return all(self.words[at].text[:1].isupper() for at in range(first, end) if self._tag(at) in ("noun", "number"))

    def _last_joint(self, place: int, end: int) -> int | None:
        """Return where the last "and" of a phrase stands before what has a determiner of its own."""
        return next((at for at in range(end - 1, place, -1) if self._tag(at) == "conjunction" and self._tag(at + 1) == "determiner"), None)

    def _is_title_gerund(self, place: int) -> bool:
        """Return whether a gerund within a title stands at a place, before what is done: Rules on|Leasing the Quays."""
        title = self._lower(place).endswith("ing") and self.words[place].text[0].isupper()
        return title and self._tag(place - 1) in ("preposition", "conjunction") and self._tag(place + 1) == "determiner"

    def _is_beside_gerund(self, place: int, at: int) -> bool:
        """Return whether a gerund at a place is one more thing that a preposition holds: (spent on) land|and dredging our bays."""
        held = self._tag(place - 1) == "preposition" and self._lower(place - 1) in ("on", "for") and not self._lower(place).endswith("ing")
        return held and self._tag(at) == "ing" and self._tag(at + 1) in ("determiner", "noun")

    def _goes_on_proper(self, place: int) -> bool:
        """Return whether a name in capitals goes on behind a preposition: the Association|of Coastal Towns, the Agency|for Science."""
        if self._lower(place) not in ("of", "for", "with") or not self.words[place - 1].text[0].isupper():
            return False
        at = place + 1
        while self._tag(at) == "determiner":
            at += 1
        return at < len(self.words) and self.words[at].text[0].isupper() and self._tag(at) == "noun"

    def _before_half(self, place: int, end: int) -> int:
        """Return where a phrase ends without a half of "between … and …" whose other half was not read."""
        between = next((at for at in range(place + 1, end) if self._lower(at) == "between"), None)
        if between is None:
            return end
        if self._tag(end) == "comma" and self._tag(end + 1) == "ing" and self._tag(between + 1) == "ing":
            return between  # between keeping prices, restructuring industry and …
        if any(self._tag(at) == "conjunction" for at in range(between, end)):
            return end
        other = self._simple(end + 1) if self._lower(end) == "and" else None  # between the State and|the schools
        return other or (end if self._lower(end - 1).endswith("s") and self._lower(end) != "and" else between)

    def _is_gerund(self, place: int) -> bool:
        """Return whether a figure or a verb stands behind a preposition: for|building homes, but: on|qualifying costs."""
        tag = self._tag(place + 1)
        return tag == "figure" or (tag == "ing" and (self._lower(place) in _BEFORE_GERUND or self._tag(place + 2) != "noun"))

    def _gerund_object(self, place: int) -> int | None:
        """Return where the object of a gerund ends that a preposition governs: a system for|buying and storing grain."""
        at = place
        while self._tag(at) == "ing" or (self._tag(at) == "conjunction" and self._tag(at + 1) == "ing"):
            at += 1
        return self._simple(at) if at > place else None

    def _is_participle(self, place: int) -> bool:
        """Return whether a participle that qualifies what stands before it begins at a place: people|covered by schemes."""
        group = self._group_at.get(place)
        if group is None or group.first != place or group.finite or self._tag(place) not in ("ed", "ing"):
            return False
        if self._lower(place) in ("owing", "according", "depending"):
            return False
        behind = group.end
        return self._tag(behind) == "preposition" and self._lower(behind) in _BEHIND_PARTICIPLE and self.time_from(behind) is None

    def _before_figure(self, place: int) -> bool:
        """Return whether a preposition follows that a figure stands behind."""
        at = place + 1
        while self._tag(at) in ("adverb", "determiner") or self._is_opening(at):
            at += 1
        return self._lower(place) in ("of", "at") and at - place < 5 and self._tag(at) == "figure"

    def _simple(self, place: int) -> int | None:
        """Return where the bare noun phrase ends that begins at a place: determiners, attributes, nouns."""
        at, last = place, None
        while at < len(self.words):
            tag = self._tag(at)
            if tag == "determiner" and last is not None and not (last == at and self._lower(at - 1).endswith(("'s", "’s"))):
                break  # but: the Harbour's|many piers
            if tag == "number" and last is not None and self.time_from(at) is not None:
                break  # three barges|last year
            if tag == "adverb" and last is not None and self._tag(at + 1) == "number":
                break  # the Harbour Fair|nearly ten years ago
            if tag == "noun" or (tag == "number" and at > place and last is not None and not _is_date(self._lower(at))):
                last = at + 1
            elif tag == "number" and _is_date(self._lower(at)):
                if last is None and self._tag(at + 1) == "noun" and self.words[at + 1].text[0].isupper():
                    at += 1
                    continue  # the 2031|Harbour Games
                break
            elif tag == "conjunction" and last is not None and self.is_attribute_pair(at):
                pass
            elif tag == "stop" and last is not None and self._is_dash_within(at):
                pass  # Ferry Voucher|– U-Save rebates
            elif tag == "conjunction" and at > place and self._is_half(at - 1):
                pass  # third- and|fourth-tier ports
            elif tag == "conjunction" and at > place and self._tag(at - 1) in ("ed", "ing") and self._is_participle_pair(at - 1):
                pass
            elif tag not in ("determiner", "adverb", "number") and not (
                (
                    (tag in ("ing", "ed") and last is None)
                    or (self._tag(at - 1) == "conjunction" and (tag == "ing" or (tag == "ed" and self._lower(at - 2).endswith("ed"))))
                )
                and (self._tag(at + 1) == "noun" or (last is None and self._is_participle_pair(at)))
            ):
                break
            at += 1
        return last

    def _is_dash_within(self, place: int) -> bool:
        """Return whether a dash joins two halves of a name in capitals: the Ferry Voucher|– U-Save rebates."""
        if self._lower(place) != "–" or not self.text.startswith(" – ", self.words[place].start - 1) or place < 2:
            return False
        if self.words[place - 1].text.isupper() and len(self.words[place - 1].text) > 2:
            return self.words[place + 1].text[:1].isupper()  # the CREW|– Cash
        before = all(self.words[at].text[:1].isupper() and self._tag(at) == "noun" for at in (place - 2, place - 1))
        return before and self.words[place + 1].text[:1].isupper() and self._tag(place + 2) == "noun"

    def _is_half(self, place: int) -> bool:
        """Return whether a word is half of one that another half follows: long-|and short-term."""
        return self.text.startswith("- ", self.words[place].end)

    def _is_participle_pair(self, place: int) -> bool:
        """Return whether a participle is joined with another attribute of one noun: sustained|and stable growth."""
        return [self._tag(at) for at in range(place + 1, place + 4)] == ["conjunction", "noun", "noun"]

    def is_attribute_pair(self, place: int) -> bool:
        """Return whether an "and" joins two attributes of one noun: small and medium-sized|farms, lower- and middle-income|homes."""
        before, after = self._lower(place - 1), self._lower(place + 1)
        if self.text.startswith("-", self.words[place - 1].end):
            return self._tag(place + 1) == "noun"
        return (
            self._tag(place + 2) == "noun"
            and not before.endswith("s")
            and not after.endswith("s")
            and after not in _COMPARATIVES
            and self._tag(place + 1) in ("noun", "ing", "ed")
        )

    def _joined_noun(self, place: int) -> int | None:
        if self._tag(place) != "noun":
            return None
        end = self._simple(place)
        if end is None or (end == place + 1 and self._lower(place) in class_of("change") and self._lower(end) == "in"):
            return None  # for the reserve and|changes in income
        group = self._group_at.get(end)
        if self._tag(end) in ("pronoun", "determiner") and (self._lower(end) in _OWN or self.time_from(end) is None):
            return None  # a verb that looks like a noun: and grant|them more power
        # A and B were built: both are the subject, unless a verb stands before them
        return None if group is not None and group.finite and any(other.finite and other.end <= place for other in self.groups) else end

    def _listed_noun(self, place: int) -> int | None:
        """Return where a list ends that goes on behind a comma: roads,|bridges and tunnels."""
        at = place
        for _ in range(4):
            if self._tag(at) == "conjunction":
                if at == place:
                    return None  # built airports, and|begun work: two are joined without a comma
                return self._joined_noun(at + 1)
            end = self._joined_noun(at)
            joined = end is not None and any(self._tag(within) == "conjunction" for within in range(at, end))
            closes = joined and end is not None and self._tag(end) != "comma" and not self._lower(at).endswith("ing")
            if end is None or end - at > (_MOST_IN_LAST if closes else _MOST_IN_PIECE):
                return None
            if joined:
                return end
            if self._tag(end) == "conjunction":
                return self._joined_noun(end + 1) or self._last_place(end + 1)
            if self._tag(end) != "comma":
                return None
            at = end + 1
        return None

    def _last_place(self, place: int) -> int | None:
        """Return where a list of places ends whose last has a determiner: in Japan, Korea and|the Mainland."""
        end = self._simple(place) if self._lower(place) == "the" else None
        if end is None or not all(self.words[at].text[:1].isupper() for at in (place - 2, end - 1)):
            return None
        return end if self._tag(end) in ("comma", "stop", "preposition", "") or self.time_from(end) is not None else None

    # --- names ------------------------------------------------------------------------------------------------------------------

    def name(self, found: Range | None, *, most: int = LONGEST) -> str | None:
        """Return the text of a range as a name: without times, without function words at its ends; None when nothing is left."""
        if found is None:
            return None
        kept = self._without_times(found)
        kept = self._bare_ends(kept)
        if len(kept) > most:
            kept = self._shortened(kept, most)
        if len(kept) > 2 and self._lower(kept[-2]) == "aged" and self._lower(kept[-1] + 2) in _OR_OVER:
            kept += (kept[-1] + 1, kept[-1] + 2)  # residents aged 65|and above
        if not kept or all(self._is_empty(place) for place in kept):
            return None
        told, last = "", None
        for place in kept:
            word = self.words[place]
            gap = "" if last is None else self.text[self.words[last].end : word.start] if place == last + 1 else " "
            address = gap == "." and last is not None and self.words[last].text.isalpha() and word.text[0].isalpha()  # Bay.sg
            gap = gap if gap.strip() in ("", "-", "‑", "/", "&", "%", "–") or address else " "
            told += ("" if last is None else gap) + word.text
            last = place
        if not re.search(r"[A-Za-z]{3}|[A-Z]{2}|[A-Z]&[A-Z]", told):
            return None  # 0 0 O, what a scan left
        told = " ".join(told.split()).strip(" ,'’‘-–—*#>|\\")
        if told.count("“") != told.count("”") or told.count('"') % 2:
            told = re.sub(r"[\"“”]", "", told)
        if told.lower() in class_of("within_time"):
            return None  # the early|measures
        return re.sub(r"\s,", ",", told) or None

    def _names_enough(self, kept: list[int]) -> bool:
        return sum(self._tag(at) == "noun" and not self._is_empty(at) for at in kept) > 1

    def within(self, name: str) -> str:
        """Return a name as it stands within a sentence: without the capital that the beginning of the sentence gave it."""
        first = next((word for word in self.words if word.tag not in ("number", "stop")), None)
        if first is not None and first.lower in ("the", "a", "an"):
            first = self.words[self.words.index(first) + 1] if self.words[-1] is not first else None
        opens = first is not None and name.startswith(first.text) and first.text[1:].islower()
        alone = not any(word[:1].isupper() for word in name.split()[1:]) or (
            first is not None and (first.lower in _WHICH or first.lower in class_of("receiver"))
        )
        return name[0].lower() + name[1:] if opens and alone else name

    def _without_times(self, found: Range) -> list[int]:
        kept: list[int] = []
        at = found.first
        while at < found.end:
            end = self.time_from(at)
            if end is not None and end <= found.end:
                at = end
            elif self._lower(at) == "of" and self._tag(at + 1) == "figure" and at + 2 >= found.end:
                at += 2  # spending|of $1.1bn
            elif self._lower(at) == "as" and self._lower(at + 1) == "a" and self._lower(at + 2) == "whole":
                at += 3
            elif kept and self._tag(at) == "pronoun" and self._group_at.get(at + 1) is not None:
                break  # the reforms|we carried out
            elif (
                kept
                and self._tag(at) == "subordinator"
                and self._lower(at) in _RELATIVE
                and self._tag(at + 1) != "be"
                and self._names_enough(kept)
            ):
                break  # yards in the bay|that repair trawlers
            elif kept and self._lower(at) in ("particularly", "especially", "notably"):
                break  # departments,|particularly the ministries
            elif kept and self._lower(at) in ("for", "with") and self._lower(at + 1) in _ADJUNCTS:
                break  # tax relief on films|for another ten years, revenue|with only two more staff
            elif self._lower(at).endswith("'s") and self._lower(at)[:-2] in class_of("time"):
                while kept and self._lower(kept[-1]) in class_of("within_time"):
                    kept.pop()
                at += 1
            else:
                kept.append(at)
                at += 1
        return kept

    def _bare_ends(self, kept: list[int]) -> list[int]:
        leading = ("determiner", "conjunction", "adverb", "comma", "preposition", "pronoun", "not", "particle", "stop", "number", "close")
        trailing = (
            "conjunction",
            "adverb",
            "comma",
            "preposition",
            "determiner",
            "not",
            "particle",
            "stop",
            "to",
            "pronoun",
            "subordinator",
            "close",
        )
        first, end = 0, len(kept)
        if end > 3 and self._is_told_when(kept):
            end -= 3  # a fund|that was set up in 2030
        figures = [at for at in range(end) if self._tag(kept[at]) == "figure"]
        if figures and figures[0] < end - 1 and all(self._is_empty(place) for place in kept[: figures[0]]):
            first = figures[0] + 1  # a total of about 2 000|ships
        if end > 2 and self._lower(kept[0]) in _ON_TOP and self._lower(kept[1]) == "of":
            first = 2
        elif many := self._many_of(kept):
            first = many
        while first < end and (self._tag(kept[first]) in leading or self._lower(kept[first]) in _LEADING):
            bare = self._tag(kept[first + 1] if first + 1 < end else -1) not in ("noun", "determiner")
            if self._is_half(kept[first]) or self._is_manner(kept[first:end]) or self._is_long_term(kept[first]):
                break
            if self._tag(kept[first]) == "number" and (bare or self._lower(kept[first]) in ("first", "second", "third", "fourth", "fifth")):
                break
            first += 1
        while end > first and (
            self._tag(kept[end - 1]) in trailing
            or (end - first > 2 and self._is_set_up(kept[end - 2 : end]))  # a fund|set up in 2030
            or self._lower(kept[end - 1]) in _TRAILING
            or (end - 2 >= first and self._tag(kept[end - 1]) == "number" and kept[end - 2] + 1 < kept[end - 1])  # opening on June|30
            or (end - 2 >= first and self._lower(kept[end - 1]) == "aged")
        ):
            end -= 1
        return kept[first:end]

    def _is_manner(self, kept: list[int]) -> bool:
        """Return whether an adverb opens a name that belongs to the attribute behind it: seasonally|adjusted, jointly|run yards."""
        told = len(kept) > 2 and kept[1] == kept[0] + 1 and self._tag(kept[0]) == "adverb" and self._tag(kept[1]) in ("noun", "ed")
        return told and self._lower(kept[0]).endswith("ly") and self._lower(kept[1]).endswith("ed") and self._lower(kept[0]) not in _WHEN

    def _is_told_when(self, kept: list[int]) -> bool:
        """Return whether a relative clause stands last that only says when something was done."""
        last = kept[-3:]
        said = self._lower(last[0]) in _RELATIVE and [self._tag(at) for at in last[1:]] == ["be", "ed"]
        return said and self.time_from(last[-1] + 1) is not None

    def _is_long_term(self, place: int) -> bool:
        return self._lower(place) in ("long", "short", "medium") and self._lower(place + 1) == "term"

    def _is_set_up(self, last: list[int]) -> bool:
        """Return whether a participle stands last whose particle does not belong to the name."""
        return [self._tag(at) for at in (*last, last[-1] + 1)] == ["noun", "ed", "particle"]

    def _many_of(self, kept: list[int]) -> int:
        """Return how many words only say that there are many: a large number of|firms."""
        at = 0
        while at < len(kept) and (self._tag(kept[at]) == "determiner" or self._lower(kept[at]) in _LARGE):
            at += 1
        large = at and (self._lower(kept[at - 1]) in _LARGE or (at == 1 and self._lower(kept[0]) == "a"))
        told = large and at + 2 < len(kept) and self._lower(kept[at]) in _MANY and self._lower(kept[at + 1]) == "of"
        return at + 2 if told else 0

    def _shortened(self, kept: list[int], most: int) -> list[int]:
        """Return a long name up to its last preposition or "and" within so many words."""
        for tags in (("preposition", "subordinator", "to", "ed", "ing"), ("comma",), ("conjunction",)):
            for end in range(most, most // 3, -1):
                if self._tag(kept[end]) in tags and not self._goes_on_proper(kept[end]):
                    return self._bare_ends(kept[:end])
        return kept[:most]

    def _is_empty(self, place: int) -> bool:
        word = self.words[place]
        return (
            word.lower in class_of("vague")
            or word.tag in ("determiner", "pronoun", "adverb", "preposition", "conjunction", "figure", "number")
            or word.lower in class_of("bare")
        )

    def head(self, found: Range) -> str:
        """Return the last noun before the first preposition of a range, in small letters: number of|homes → number."""
        last = ""
        for place in range(found.first, found.end):
            tag = self._tag(place)
            if tag in ("preposition", "comma", "subordinator", "ed", "ing", "to") and last:
                break
            if tag == "noun":
                last = self._lower(place)
        return last


_BIDS = frozenset("allow allows allowed allowing enable enables enabled enabling cause causes caused causing".split())  # noqa: SIM905
_CONCEDES = frozenset("though although while albeit if despite notwithstanding".split())  # noqa: SIM905
_OWN = frozenset({"our", "its", "their"})
_MEANING = frozenset({"meaning", "implying", "suggesting", "indicating", "showing", "ensuring"})
_TRAILING = frozenset({"other", "available", "possible", "necessary"})
_OR_OVER = frozenset("above over below under older younger more less".split())  # noqa: SIM905
_LARGE = frozenset("large great growing small considerable significant huge vast substantial wide broad whole full".split())  # noqa: SIM905
_MANY = frozenset("number numbers amount series range variety host raft lot multitude array".split())  # noqa: SIM905
_WHICH = frozenset("eligible affected qualifying existing local small smaller larger older younger retired needy poor most many".split())  # noqa: SIM905
"""Adjectives that bound a group, whose capital comes from the beginning of the sentence: Eligible|HDB households."""
_WHEN = frozenset("recently originally previously initially newly currently presently formerly finally".split())  # noqa: SIM905
"""Adverbs that only say when, which no name needs: the recently|opened pier."""
_ON_TOP = frozenset({"worth", "top", "excess", "front", "lieu", "spite", "terms"})
_LEADING = frozenset("additional other estimated expected projected further overall forecast".split())  # noqa: SIM905
_ASIDE = frozenset({"such", "thanks", "apart", "aside", "according", "owing", "regardless", "irrespective", "starting"})
"""How what stands before a comma begins that is not the subject: apart from the fee,|the tax rose."""
_CIRCUMSTANCE = frozenset({"as", "through", "amid", "despite", "because"})
_ADJUNCTS = frozenset({"another", "only", "just", "merely"})
"""Behind a preposition these tell how long or with how little something is done, which belongs to the deed and not to its object."""
_BEFORE_GERUND = frozenset({"for", "in", "by", "without", "of"})
_QUALIFIERS = frozenset("of per in for on with from to between among against without via outside".split())  # noqa: SIM905
_BEHIND_PARTICIPLE = frozenset("by in from with on to under out of at for".split())  # noqa: SIM905
