"""What of an English name and sentence tells a field, and what only stands beside: who lives where, the speech, examples, reasons."""

from __future__ import annotations

from functools import lru_cache

from reportsum import lazy_re as re

from .cues import KNOWN, WHOLE, Score, done_to_anything, hits, of_anything, scores_of, with_head

_FIELDS = re.compile(
    r" (?:such as|including) in (?:[a-z-]+ ){0,2}[a-z-]+(?:, (?:[a-z-]+ ){0,2}[a-z-]+)+,? and (?:[a-z-]+ ){0,2}[a-z-]+"
    r"| in (?:[a-z-]+ ){0,2}[a-z-]+(?:, (?:[a-z-]+ ){0,2}[a-z-]+)+,? and other (?:key |policy |important )?(?:areas|fields|sectors|domains)"
)
"""Fields side by side that something is for: the needs of the future, such as in schooling, transport and health."""
_DWELLINGS = ("flat", "home", "propert", "apartment")
_DWELLERS = re.compile(
    r"\b(?:[Hh]ouseholds|[Ff]amilies|[Tt]hose|[Rr]esidents|[Pp]eople|[Ss]eniors|[Tt]enants|[Ll]iving|[Ll]ive)"
    r"(?: who live| living)? in (?:an? |the |our )?(?:[\w-]+ ){0,6}?(?:flats?|homes?|properties|property|apartments?)\b"
)
"""Who gets something, by where they live, is no matter of housing: households in two-room flats."""
_THE_SPEECH = re.compile(
    r"\b(?:[Tt]his|[Ll]ast|[Ii]n the|[Aa]t the|(?:[Tt]his|[Ll]ast|[Nn]ext) year[’']s)(?: [A-Z]?[a-z]+)? Budget\b"
    r"(?! (?:deficit|surplus|balance|position))|\bBudget(?: for)? (?:FY ?)?(?:19|20)\d\d\b"
)
"""A speech called by its name is no field where its sentence names one: in this Budget, we will build bridges."""
_MEASURED_BY = re.compile(r"\(?\d[\d.,]*\s?(?:%|per ?cent) of (?:the )?(?:GDP|gross domestic product)\b\)?")
"""What a sum is measured by is not what it is: grants of $1.2 billion (0.3% of GDP)."""
_TAIL = 3
"""So many code points of a name's end find its part of the sentence."""
_SPENT_ON = re.compile(
    r"(?:[\w’'-]+ ){0,4}?(?:expenditures?|spending|outlays?|funding|funds|investment|provisions?|allocations?|budgets?|resources|money)"
    r" (?:on|for|in) ",
    re.IGNORECASE,
)
_HAS_ACCESS = re.compile(r"(?:[\w’'-]+ ){1,5}?(?:with access|connected|linked) to ")


def without_fields(text: str) -> str:
    """Return a text without the fields side by side that something is done in: it is about none of them."""
    if " in " in text and any(word in text for word in _DWELLINGS):
        text = _DWELLERS.sub("families", text)
    if "Budget" in text or "GDP" in text:
        besides = _MEASURED_BY.sub("", _THE_SPEECH.sub("", text))
        if any(score >= WHOLE and topic not in of_anything() for topic, score in scores_of(besides)):
            text = besides
    listed = " such as in " in text or " including in " in text or " and other " in text
    return _FIELDS.sub("", text) if listed else text


def own_part(metric: str, statement: str) -> str:
    """Return the part of a sentence, between its commas, that a name's last word stands in; "" where it is not one of several."""
    last = metric.rpartition(" ")[2]
    at = statement.find(last) if len(last) > _TAIL else -1
    if at < 0:
        return ""
    start = max((statement.rfind(stop, 0, at) for stop in _STOPS), default=-1) + 1
    end = min((found for stop in _STOPS if (found := statement.find(stop, at + len(last))) >= 0), default=len(statement))
    return statement[start:end] if (start, end) != (0, len(statement)) else ""


_STOPS = (", ", "; ", ". ")


def numerator(metric: str) -> str:
    """Return what money is spent on (government spending on schools), and what people have access to (homes with access to broadband)."""
    spent = (_SPENT_ON.match(metric) or _HAS_ACCESS.match(metric)) if " " in metric else None
    return metric[spent.end() :] if spent is not None and scores_of(metric[spent.end() :]) else metric


def scores_of_name(name: str) -> tuple[Score, ...]:
    """Return what the words of a name lean to, its head noun more than those beside it."""
    scores = scores_of(name)
    return with_head(scores, _head_of(name)) if len(scores) > 1 else scores


def _head_of(name: str) -> int | None:
    """Return the field of an English name's head noun, the last word before its first preposition; None where nouns stand side by side
    or the head tells a change, not what changes (growth rate of revenue)."""
    head = _JOINTS.split(name.lower(), maxsplit=1)[0]
    if " and " in head or "," in head or " or " in head:
        return None
    found = [hit for hit in hits(head) if not hit[0].endswith("ed")]
    if not found or not head.endswith(found[-1][0]):
        return None
    word, topic, weight = found[-1]
    return topic if weight >= WHOLE and topic not in done_to_anything() and not word.endswith("growth rate") else None


_JOINTS = re.compile(r" (?:as|of|for|in|on|at|from|to|with|by|under|through|between|among|that|which|who|whose) ")


@lru_cache(maxsize=KNOWN)
def scores_beside(statement: str) -> tuple[Score, ...]:
    """Return what the parts of an English sentence say that only lean on its main clause: examples, reasons, purposes, means."""
    beside = " ; ".join(found[0] for found in _BESIDE.finditer(statement))
    if not beside:
        return ()
    main = scores_of(_BESIDE.sub("", statement))
    return scores_of(beside) if any(score >= WHOLE and topic not in of_anything() for topic, score in main) else ()


_BEFORE_MAIN = r"^(?:To|By|With|As|Given|Despite|Amid|In view of|In line with|Due to|Owing to|Because|If|When) [^,]{12,150}(?=, )"
_EXAMPLES = r"(?:such as|including|like|ranging from) (?:(?:[^,.;:]{2,60}, ){1,8}?(?:[^,.;:]+ )?and [^,.;:]+|[^,.;:]{6,150})"
_JOINED_BY = (
    r"(?:because|while|whereas|despite|amid|due to|owing to|given|compared with|in order to|so as to|so that|thus|thereby|using"
    r"|by [a-z]+ing|with a view to|in response to|in the face of)"
)
_BESIDE = re.compile(rf"(?:{_BEFORE_MAIN}|[ ,—–](?:{_EXAMPLES}|{_JOINED_BY} [^,.;:]{{6,150}}))")
