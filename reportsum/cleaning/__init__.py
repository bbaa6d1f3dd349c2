"""Source text → working text: noise out, offsets kept.

Comes in: the decoded source. Goes out: the working text, the map back to the source, the language, and what each rule did. The
rules stand in `RULES` in the order they run; each is a function from text to `Change`, in the module named after what it
knows. The working text has simplified characters, half-width digits and letters, "\\n" between paragraphs, and no page furniture.
Punctuation stays as written. Structure (headings, titles) is the business of later steps.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..models import Language
from ..spans import OffsetMap
from .banners import drop_banners
from .characters import drop_damage, end_lines, narrow, plain_spaces, unify_radicals
from .edits import Change
from .furniture import drop_furniture
from .lines import join_lines
from .markup import drop_tags, resolve_entities
from .script import drop_pinyin, judge_language, simplify
from .spacing import tidy_spaces

__all__ = ["RULES", "CleanText", "RuleCount", "clean"]

RULES: tuple[tuple[str, Callable[[str], Change | None]], ...] = (
    ("line_ends", end_lines),
    # entities before tags: &lt;br&gt; is a tag once it is resolved
    ("entities", resolve_entities),
    ("tags", drop_tags),
    ("damage", drop_damage),
    ("spaces", plain_spaces),
    ("full_width", narrow),
    ("radicals", unify_radicals),
    # pinyin before simplifying, so that phrases are whole again; both before all rules that know words
    ("pinyin", drop_pinyin),
    ("traditional", simplify),
    ("banners", drop_banners),
    # page numbers and headers stand between the halves of a sentence: out before lines are joined
    ("page_furniture", drop_furniture),
    ("broken_lines", join_lines),
    ("spacing", tidy_spaces),
)


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
    for name, rule in RULES:
        change = rule(text)
        if change is None:
            continue
        text = change.text
        if change.offsets is not None:
            offsets = offsets.then(change.offsets)
        counts.append(RuleCount(name, change.times))
    return CleanText(text, source, offsets, judge_language(source), tuple(counts))
