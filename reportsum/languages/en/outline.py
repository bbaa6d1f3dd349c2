"""An English working text → its section tree.

A heading is a line of its own without a sentence: marked (#), labelled (I., 2.1, Part II, Chapter 3), in capitals, or in title case above
a paragraph. Paragraph numbers of speeches ("64.Hong Kong is …") head nothing. Levels come from the marks where there are any, else from
the order in which the kinds of headings appear. What a section is about (review, plan, problems) its words say, else the heading above.
"""

from __future__ import annotations

from dataclasses import field

from reportsum import lazy_re as re
from reportsum.values import dataclass

from ...headings import Outline, Section
from ...headings.layout import Line, find_lines
from ...models import Stance
from ...spans import Span
from .titles import FRONT_LINES, find_title

LONGEST = 110
"""Characters of a heading."""
MOST_WORDS = 14
_MARK = re.compile(r"(?P<marks>#{1,6})\s+(?P<title>.+?)\s*#*$")
_LABEL = re.compile(
    r"(?P<label>(?:part|chapter|section|annex|appendix|volume)\s(?:[IVXLC]+|\d{1,3}|[A-Z])[.:]?|[IVX]{1,5}\."
    r"|[A-H]\.|\d{1,2}(?:\.\d{1,2}){0,3}\.?|\([ivx]{1,4}\)|\([A-Za-z]\)|\(\d{1,2}\))"
    r"[\s–—-]+(?P<title>[A-Z“\"‘'].*)$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[\[(（](?P<title>[A-Z][^\[\]()（）]{2,})[\])）]")
"""A heading in brackets of its own: [Increasing Commercial Land]."""
_ENDS_SENTENCE = re.compile(r"[.;,]$|[a-z]:$")
_GERUND = re.compile(r"(?:[A-Z][a-z]+ly )?[A-Z]?[a-z]{3,}ing\b(?!.*[.;] )")
"""A numbered heading that says what is done, with a full stop: 1. Strengthening macro-control."""
_BULLET = re.compile(r"[-–—•▪■●*>|]")
_KEYED = re.compile(r"[\w -]+:\s*\S|^-\s|^---")
_SMALL = frozenset("a an and as at but by for from in into of on or over per the to under up via with vs".split())  # noqa: SIM905
_WORD = re.compile(r"[A-Za-z][A-Za-z’'&-]*")
_NOISE = re.compile(r"[^\w\s&,:’'“”\"()/.–—-]|(?:\b\w\b\s){3}")
_LEAST_BODY = 60
"""Characters of the paragraph below a heading that only its title case shows."""
_LEAST_BELOW_LABEL = 16
"""The same below a heading that its label shows."""
_MOST_TO_A_LINE = 1
"""With more unmarked headings than other lines they are none: a list of names, a table, a bad scan."""

_STANCES: tuple[tuple[Stance, re.Pattern[str]], ...] = (
    (
        "problems",
        re.compile(
            r"\b(?:principal risks|risks?(?: and uncertainties| factors| management)?|challenges?|problems?"
            r"|difficulties|threats|headwinds|weaknesses|issues facing)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "plan",
        re.compile(
            r"\b(?:outlook|plans?|planned|objectives?|targets?|goals?|priorities|tasks|next (?:year|steps)"
            r"|looking (?:ahead|forward)|(?:way|road|years?) ahead|future|going forward|proposals?|prospects|strateg(?:y|ic)"
            r"|estimates for|budget for|recommendations?"
            r"|suggestions|work for|guidance|forecasts?|towards?|tomorrow|major areas of work|initiatives|requirements)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "review",
        re.compile(
            r"\b(?:review|reviewed|performance|results|achievements?|accomplishments|highlights|overview|progress"
            r"|past (?:year|five years|decade)|looking back|outturn|revised estimates|report on|operations|year in"
            r"|retrospect|activities|financial position"
            r"|statement of|recovery|summary)\b",
            re.IGNORECASE,
        ),
    ),
)
_NO_PROBLEM = re.compile(
    r"(?:embrac|address|tackl|meet|overcom|manag(?!ement challenges)|mitigat|prepar|respond|rising to)\w*[^.]{0,40}$|risk management",
    re.IGNORECASE,
)


def heading_stance(title: str) -> Stance | None:
    """Return what the words of a heading announce; None when they announce nothing.

    >>> heading_stance("Principal risks and uncertainties"), heading_stance("Outlook for 2026"), heading_stance("Housing")
    ('problems', 'plan', None)
    """
    found: tuple[int, Stance] | None = None
    for stance, pattern in _STANCES:
        match = pattern.search(title)
        if match is None or (stance == "problems" and _NO_PROBLEM.search(title[: match.end()])):
            continue
        if found is None or match.start() < found[0]:
            found = (match.start(), stance)
    return found[1] if found is not None else None


@dataclass(slots=True)
class _Heading:
    """A heading line."""

    line: Line
    label: str | None
    title: str
    rank: str
    """What kind of heading it is: headings of one kind stand on one level."""
    depth: int = 0
    children: list[_Heading] = field(default_factory=list)
    end: int = 0


def find_outline(text: str) -> Outline:
    """Return the outline of an English text; an empty one when there are no headings."""
    lines = find_lines(text)
    boilerplate: list[Span] = []
    headings: list[_Heading] = []
    title = " ".join((find_title(lines) or "").lower().split())
    named_at = next((index for index, line in enumerate(lines) if title and " ".join(line.text.lower().split()) in title), 0)
    for index, line in enumerate(lines):
        heading = _heading(lines, index)
        if heading is None or (index < FRONT_LINES and _SALUTATION.match(line.text.strip()) and not _INTRODUCTION.match(line.text.strip())):
            continue
        if index < FRONT_LINES and title and heading.rank != "#" and (heading.title.lower() in title or index < named_at):
            boilerplate.append(Span(line.start, line.end))
            continue
        if headings and headings[-1].title.lower() == heading.title.lower() and _nothing_between(text, headings[-1].line.end, line.start):
            boilerplate.append(Span(line.start, line.end))
            continue
        headings.append(heading)
    unmarked = [heading for heading in headings if heading.rank in ("title", "capitals")]
    if len(unmarked) > _MOST_TO_A_LINE * (len(lines) - len(unmarked)):
        headings = [heading for heading in headings if heading not in unmarked]
    if (
        headings
        and headings[0].rank == "#"
        and sum(heading.rank == "#" for heading in headings) == 1
        and not text[: headings[0].line.start].strip(" -\n")
    ):
        boilerplate.insert(0, Span(headings[0].line.start, headings[0].line.end))  # the title of the whole
        headings = headings[1:]
    _set_depths(headings)
    return Outline(_sections(headings, len(text)), (), tuple(sorted([*boilerplate, *_front(lines)])))


def _nothing_between(text: str, start: int, end: int) -> bool:
    return not text[start:end].strip()


def _heading(lines: list[Line], index: int) -> _Heading | None:
    """Return the heading that a line is; None for prose, bullets, tables, keys and values."""
    line = lines[index]
    text = line.text.strip()
    marked = _MARK.match(text)
    if marked is not None and not (marked["marks"] == "#" and marked["title"][0].islower()):
        return _Heading(line, None, marked["title"].strip("* "), marked["marks"])
    bracketed = _BRACKETED.fullmatch(text)
    if bracketed is not None and len(text) <= LONGEST and _is_title(bracketed["title"]) and _body_below(lines, index):
        return _Heading(line, None, " ".join(bracketed["title"].split()), "bracketed")
    if (
        len(text) > LONGEST
        or len(text) < 3
        or _BULLET.match(text)
        or _KEYED.match(text)
        or "|" in text
        or "\t" in text
        or _NOISE.search(text)
    ):
        return None
    bold = text.startswith("**") and text.endswith("**")
    text = text.strip("*_ ")
    labelled = _LABEL.match(text)
    title = labelled["title"] if labelled is not None else text
    if labelled is not None and _GERUND.match(title) is not None:
        title = title.removesuffix(".")
    words = _WORD.findall(title)
    if not words or len(words) > MOST_WORDS or _ENDS_SENTENCE.search(title) or not title[0].isupper():
        return None
    initial = labelled is not None and _INITIAL.fullmatch(labelled["label"]) is not None and _NO_TITLE.search(title) is not None
    if labelled is not None and not initial and _body_below(lines, index, _LEAST_BELOW_LABEL):
        return _Heading(line, labelled["label"], title, _rank_of_label(labelled["label"]))
    capitals = title.upper() == title and sum(map(len, words)) > 3
    if capitals and index and lines[index - 1].text.rstrip().endswith(("—", "–")):
        return None  # the second line of a table's title
    if capitals and _body_below(lines, index):
        return _Heading(line, None, title, "capitals")
    if bold or (_is_title_case(words) and not _NO_TITLE.search(title) and _body_below(lines, index)):
        return _Heading(line, None, title, "title")
    return None


def _is_title(text: str) -> bool:
    words = _WORD.findall(text)
    telling = [word for word in words if word.lower() not in _SMALL]
    capital = sum(word[0].isupper() for word in telling)
    plain = not _ENDS_SENTENCE.search(text) and not _NO_TITLE.search(text)
    return plain and len(words) <= MOST_WORDS and capital >= _MOSTLY * max(1, len(telling))


def _rank_of_label(label: str) -> str:
    if label[0].isdigit():
        return f"digit{label.rstrip('.').count('.')}"
    if label.lower().startswith(("part", "chapter", "section", "annex", "appendix", "volume")):
        return label.split()[0].lower()
    return "roman" if re.fullmatch(r"[IVX]+\.", label) else "letter" if label[0].isalpha() else "bracket"


def _is_title_case(words: list[str]) -> bool:
    """Return whether words stand as in a title: the long ones begin with capitals, or it is short and begins with one."""
    telling = [word for word in words if word.lower() not in _SMALL]
    large = sum(word[0].isupper() for word in telling)
    return bool(telling) and (
        large >= _MOSTLY * len(telling) or (len(words) <= _SHORT_TITLE and words[0][0].isupper() and large == 1 and len(words) > 1)
    )


_MOSTLY = 0.7
"""Such a share of a title's words begins with a capital."""
_SHORT_TITLE = 7
_INITIAL = re.compile(r"[A-H]\.")
"""A letter that may be a label or a person's initial."""
_NO_TITLE = re.compile(
    r",\s[a-z]|\b[A-Z]\.\s|\s-\s|\d{1,2},?\s(?:19|20)\d\d$|^(?:19|20)?\d+$|^Notes?\s?\d*$|\b(?:and|of|the|for|to|in|or|with"
    r"|Ended)$|\b(?:Mr|Mrs|Ms|Dr|Prof)\b"
    r"|\b(?:Premier|Minister|President|Chairman|Director|Secretary)\sof\b"
)
"""Names and offices, list entries, dates, and lines that go on below."""


def _body_below(lines: list[Line], index: int, least: int = _LEAST_BODY) -> bool:
    """Return whether a paragraph, or headings and then a paragraph, stand below a line."""
    for line in lines[index + 1 : index + 5]:
        if len(line.text) >= least:
            return True
        if _ENDS_SENTENCE.search(line.text):
            return len(line.text) >= least // 2
    return False


def _set_depths(headings: list[_Heading]) -> None:
    """Give each heading its depth: Markdown marks by their number, labels in the order in which they appear; headings without either stand
    beside the first labels where they come before them (a foreword), else below the labels they follow."""
    marks = sorted({heading.rank for heading in headings if heading.rank.startswith("#")}, key=len)
    labels: list[str] = []
    plain: list[str] = []
    for heading in headings:
        if heading.rank.startswith("#"):
            heading.depth = marks.index(heading.rank) + 1
            continue
        known = plain if heading.rank in ("title", "capitals", "bracketed") else labels
        if heading.rank not in known:
            known.append(heading.rank)
        if known is labels:
            heading.depth = len(marks) + labels.index(heading.rank) + 1
        else:
            heading.depth = len(marks) + len(labels) + (0 if labels else plain.index(heading.rank)) + 1


def _sections(headings: list[_Heading], end: int) -> tuple[Section, ...]:
    roots: list[_Heading] = []
    open_ones: list[_Heading] = []
    for heading in headings:
        while open_ones and open_ones[-1].depth >= heading.depth:
            open_ones.pop().end = heading.line.start
        (open_ones[-1].children if open_ones else roots).append(heading)
        open_ones.append(heading)
    for heading in open_ones:
        heading.end = end
    return tuple(_section(heading, str(number), 1, "context") for number, heading in enumerate(roots, 1))


def _section(heading: _Heading, number: str, level: int, above: Stance) -> Section:
    stance = heading_stance(heading.title) or above
    children = tuple(_section(child, f"{number}.{place}", level + 1, stance) for place, child in enumerate(heading.children, 1))
    line = heading.line
    return Section(number, level, heading.label, heading.title, line.start, heading.end, Span(line.start, line.end), stance, None, children)


_SALUTATION = re.compile(
    r"(?:mr\.?|madam|mdm|mrs|ms)\s(?:speaker|president|chairman|chair)\b.{0,60}$|(?:fellow|esteemed|dear"
    r"|honou?rable)\s[\w\s]{3,40},?$|---+$|\\+$|(?:delivered|presented|published|issued|released|dated?)\s(?:on|at|by|:).*$|\[?introduction\]?$",
    re.IGNORECASE,
)
_INTRODUCTION = re.compile(r"introduction$", re.IGNORECASE)
_SALUTATION_LINES = 40


def _front(lines: list[Line]) -> list[Span]:
    """Return the lines of the front that state nothing: salutations, rules."""
    return [Span(line.start, line.end) for line in lines[:_SALUTATION_LINES] if _SALUTATION.match(line.text.strip())]
