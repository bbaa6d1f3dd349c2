"""Source text → working text: noise out, offsets kept.

Comes in: the decoded source. Goes out: the working text, the map back to the source, the language, and what each rule did. The
rules stand in `RULES` in the order they run; each is a function from text to `Change`, in the module named after what it
knows. The working text has simplified characters, half-width digits and letters, "\\n" between paragraphs, and no page furniture.
Punctuation stays as written. Structure (headings, titles) is the business of later steps.
"""

from __future__ import annotations

from collections.abc import Callable

from reportsum import lazy_re as re
from reportsum.values import dataclass

from ..models import Language
from ..spans import OffsetMap
from . import characters, misread, script
from .banners import drop_banners
from .edits import Change
from .furniture import drop_furniture
from .keyed import join_values
from .legends import drop_legends
from .lines import join_lines
from .listed import write_lists
from .markup import drop_emphasis, drop_tags, resolve_entities
from .misread import mend_marks
from .notes import drop_note_marks
from .rows import part_cells, write_html_rows
from .spacing import tidy_spaces

__all__ = ["RULES", "CleanText", "Rule", "RuleCount", "clean", "plain_name"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A cleaning rule."""

    name: str
    apply: Callable[[str], Change | None]
    signs: str | None = None
    """Characters, as inside a regex class, without which the rule has nothing to do; None when it has to look for itself."""


RULES = (
    # entities before tags: &lt;br&gt; is a tag once it is resolved
    Rule("entities", resolve_entities),
    # tables before other tags: between their cells and rows stand no tags, once they are written out
    Rule("html_tables", write_html_rows),
    Rule("tags", drop_tags),
    Rule("line_ends", characters.end_lines, characters.LINE_ENDS),
    Rule("damage", characters.drop_damage, characters.DAMAGE),
    # before radicals and scripts, which know the character that it is taken for
    Rule("misread_marks", mend_marks, misread.SIGNS),
    Rule("keyed_values", join_values, ":"),
    # values stand without their quotes by now
    Rule("keyed_lists", write_lists, ":"),
    Rule("note_marks", drop_note_marks),
    Rule("emphasis", drop_emphasis, "*"),
    Rule("spaces", characters.plain_spaces, characters.SPACES),
    Rule("full_width", characters.narrow, characters.WIDE),
    Rule("radicals", characters.unify_radicals, characters.RADICALS),
    # pinyin before simplifying, so that phrases are whole again; both before all rules that know words
    Rule("pinyin", script.drop_pinyin, script.TONED),
    Rule("traditional", script.simplify),
    Rule("banners", drop_banners),
    # page numbers and headers stand between the halves of a sentence: out before lines are joined
    Rule("page_furniture", drop_furniture),
    Rule("legends", drop_legends, "("),
    # the wide gaps between columns are still there: rows are told apart before lines are joined and spaces tidied
    Rule("aligned_tables", part_cells),
    Rule("broken_lines", join_lines),
    Rule("spacing", tidy_spaces),
)

_ANY_SIGN = re.compile("[" + "".join(rule.signs for rule in RULES if rule.signs) + "]")
_SIGNS = {rule.name: re.compile(f"[{rule.signs}]") for rule in RULES if rule.signs}


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often one rule changed something."""

    rule: str
    count: int


@dataclass(frozen=True, slots=True)
class CleanText:
    """The working text and the way back to the source."""

    text: str
    source: str
    offsets: OffsetMap
    language: Language
    counts: tuple[RuleCount, ...]
    """Only rules that changed something, in the order they ran."""


def clean(source: str) -> CleanText:
    """Return the working text of `source` with its offset map. Never raises; an empty source gives an empty working text.

    >>> cleaned = clean("完成投資１３７．５億元，增長&nbsp;６％。")
    >>> cleaned.text
    '完成投资137.5亿元，增长6%。'
    >>> cleaned.source[slice(*cleaned.offsets.to_source(4, 9))]
    '１３７．５'
    """
    text = source
    offsets = OffsetMap.identity(len(source))
    counts = []
    signs: str | None = None
    for rule in RULES:
        if rule.signs is not None:
            # one look for the signs of all rules of characters: most texts have none, and a look costs as much as a rule
            signs = _signs(text) if signs is None else signs
            if not _SIGNS[rule.name].search(signs):
                continue
        change = rule.apply(text)
        if change is None:
            continue
        text = change.text
        if change.offsets is not None:
            offsets = offsets.then(change.offsets)
        counts.append(RuleCount(rule.name, change.times))
    return CleanText(text, source, offsets, script.judge_language(source), tuple(counts))


def plain_name(name: str) -> str:
    """Return a file name as its words are read: digits, letters and percent signs as in the working text."""
    change = characters.narrow(name)
    return change.text if change else name


def _signs(text: str) -> str:
    """Return the distinct signs of any rule that occur in `text`."""
    return "".join(_ANY_SIGN.findall("".join(set(text))))
