"""How English budgets and plans tell what a scheme gives: in orders, in terms in the present tense, in cases made up to show it.

A point of a list that begins with a bare verb orders something still to be done: (a) waive the fees for 800 agents. What follows a
promise and tells in the present tense how it works is promised with it: We will start the scheme. Firms can claim up to $5,000. A case
that only shows how it works (Take a couple who earn $2,000 …; If a firm spends $10,000, it gets $4,000 back) is no fact.
"""

from __future__ import annotations

from typing import Literal

from reportsum import lazy_re as re

from .words import verbs

_LABELLED = re.compile(
    r"\W{0,3}(?:and\s)?(?:\([a-z]{1,3}\)|\(\d{1,2}\)|[a-z]\)|\d{1,2}\))\s?(?P<verb>[A-Za-z]+(?:-[a-z]+)?)\s(?P<next>[\w$£€’'-]+)"
)
_BEHIND_A_NOUN = frozenset({
    "of", "for", "in", "on", "to", "by", "from", "with", "at", "and", "is", "are", "was", "were", "has", "have", "had", "will", "would",
})  # fmt: skip
"""Behind these a word that may be both is a noun: (a) support for 50 firms."""


def is_order(text: str) -> bool:
    """Return whether a labelled point begins with what is to be done.

    >>> is_order("(a) waive the fees for 800 agents;"), is_order("(b) support for 50 firms;"), is_order("(c) cut fares by 5%;")
    (True, False, False)
    """
    point = _LABELLED.match(text)
    if point is None:
        return False
    verb = verbs().get(point["verb"].lower())
    if verb is None or verb.form != "base" or verb.same:  # cut may be what was done
        return False
    return not (verb.noun and point["next"].lower() in _BEHIND_A_NOUN)


_ALLOWED = (
    r"(?<![a-z])(?:can|may)\s(?:also\s|now\s|then\s|each\s|thus\s)?"
    r"(?:receive|claim|apply|enjoy|get|use|opt|choose|qualify|deduct|defer|draw|tap|borrow|obtain|earn|save|offset|expect)(?![a-z])"
)
_BOUND = (
    r"(?<![a-z])(?:is|are)\s(?:also\s|each\s)?(?:capped|limited|set|fixed|eligible|entitled|subject\sto|available"
    r"|computed|payable)(?![a-z])"
)
_GIVES = (
    r"^(?:The|This|These|It|They)\s(?:[a-z]+\s){0,3}?"
    r"(?:covers?|includes?|consists?\sof|comprises?|amounts?\sto|lasts?|runs?|provides?|offers?|applies|apply|costs?|pays?)\s"
)
_TERMS = re.compile(rf"{_ALLOWED}|{_BOUND}|{_GIVES}")
_AS_IT_IS = re.compile(
    r"(?<![a-z])(?:existing|currently|current|at present|today|now|already|so far|to date|last|previous(?:ly)?"
    r"|has|have|had|was|were)(?![a-z])",
    re.IGNORECASE,
)
"""What is told with one of these is so already."""


def are_terms(text: str) -> bool:
    """Return whether a sentence tells in the present tense what a scheme gives, and not that it has been so.

    >>> are_terms("Firms can claim up to $5,000 a year."), are_terms("At present, firms can claim $3,000.")
    (True, False)
    """
    return _TERMS.search(text) is not None and _AS_IT_IS.search(text) is None


_SOMEBODY = (
    r"(?:[\w’'-]+\s){0,4}?(?:couple|family|household|worker|student|senior|firm|company|SME|business|person"
    r"|taxpayer|employer|individual|patient"
    r"|employee|retiree|pensioner|undergraduate|graduate|woman|man|contractor|[\w-]+-year-old)\b"
)
_TAKE = (
    rf"(?:Take|Consider|Suppose|Imagine|Picture)\s(?:the\s(?:example|case)\sof\s|that\s)?(?:an?|one"
    rf"|two)\s{_SOMEBODY}|Take\s(?:the\s(?:example|case)\sof\s|(?:Mr|Mrs|Ms|Mdm|Madam|Miss)\b)"
)
_FOR_EXAMPLE = rf"(?:For\s(?:example|instance)|As an (?:example|illustration)|To illustrate),?\s(?:if\s)?(?:an?|one)\s{_SOMEBODY}"
_IF_SOMEBODY = (
    rf"If\s(?:an?|one)\s{_SOMEBODY}[^.;]{{3,140}},\s(?:it|he|she|they|the\s[a-z]+)\s(?:will|would|can|could|gets?|receives?|pays?)\b"
)
_CASE = re.compile(rf"(?:\d{{1,3}}\.\s?)?(?:{_TAKE}|{_FOR_EXAMPLE}|{_IF_SOMEBODY})")
_TOLD_AT_LENGTH = re.compile(r"(?:\d{1,3}\.\s?)?(?:Let me illustrate|To illustrate)(?![a-z])")
_OF_THE_CASE = re.compile(
    r"\b(?:he|she|they|his|her|their|someone|(?:the|this|that)\s(?:\w+\s)?(?:couple|family|household|worker"
    r"|student|senior|firm|company|SME|business"
    r"|employer|patient|contractor))\b",
    re.IGNORECASE,
)
_OWN_PROMISE = re.compile(
    r"(?:[A-Z][a-z]+(?:\s[a-z]+)?,\s)?(?:We|I|This Budget|[Tt]he Government)\s(?:also\s)?(?:will|shall|propose|have|has|am|are|is)(?![a-z])"
)

Case = Literal["", "short", "long"]
"""Whether a case made up to show something is being told: in its paragraph, or over several."""


def case_at(text: str, before: Case, *, goes_on: bool) -> Case:
    """Return whether a sentence tells of a case made up to show how something works; `before` holds for the sentence before it, `goes_on`
    tells whether it stands in the same paragraph.

    >>> case_at("Take a couple who earn $2,000 a month.", "", goes_on=False), case_at("They will pay $3.", "short", goes_on=True)
    ('short', 'short')
    >>> case_at("For example, a new pier opened in May.", "", goes_on=False), case_at("We will build huts.", "short", goes_on=True)
    ('', '')
    """
    if "llustrate" in text and _TOLD_AT_LENGTH.match(text) is not None:
        return "long"
    if _CASE.match(text) is not None:
        return before or "short"
    if not before or _OWN_PROMISE.match(text) is not None or not (goes_on or before == "long"):
        return ""
    return before if goes_on or _OF_THE_CASE.search(text, 0, _FIRST_WORDS) is not None else ""


_FIRST_WORDS = 60
"""So many characters of a paragraph say whether it goes on with a case."""
