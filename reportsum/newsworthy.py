"""Which items tell a reader something by themselves, so that a digest may lead with them.

Comes in: an item with its salience and rank. Goes out: yes or no. What leads in the end, and in which order, is `leading`'s choice; which
problems do is said in `problems`. The words stand in `data/leading_words.tsv`.
"""

from __future__ import annotations

from functools import cache

from reportsum import lazy_re as re

from .cutting import is_chinese
from .models import Achievement, Figure, Item, Risk, Target
from .openers import by_itself, points_back
from .tables import Row, read_table
from .traits import holds_something, is_money, is_named, is_only_of_elsewhere, own_figures, own_part

LAST_WITHOUT_FIGURE = 40
"""Up to this rank a task without a figure may lead: what is named late and last is no front page."""
_YEARS = re.compile(r"(?:19|20)\d\d")


def is_newsworthy(item: Item, *, in_words: bool = True, place: str | None = None) -> bool:
    """Return whether an item tells something by itself: nothing routine, no step of a procedure, no general measure, no slogan.

    `in_words`: the report sets hardly any goal in figures, so that those in words may lead. `place`: whose report it is.
    """
    if item.salience == "routine":
        return False
    if isinstance(item, Risk):
        return True
    part = own_part(item)
    if _is_torn(item) or _is_a_step(item, part) or _is_beside_the_point(item, part):
        return False
    if item.indicator is None and is_only_of_elsewhere(_quote(item), place, item.metric or ""):
        return False
    own = own_figures(item)
    if item.figures or item.indicator is not None:
        if _says("compares", part) or _says("compares", _quote(item)):
            return False
        return item.indicator is not None or not own or not all(_only_sorts(figure, item, part) for figure in own)
    if is_chinese(part):
        return _is_task(item, part, in_words=in_words) if isinstance(item, Target) else _is_outcome(item, part)
    if isinstance(item, Target) and item.deadline:
        return not _says("compares", part)
    if item.salience == "headline" and _is_dated(item):
        return True
    if _says("pledge", _quote(item)) or _says("pledge", by_itself(_quote(item))):
        return _says("begun", part) and is_named(part)
    return (isinstance(item, Target) and _is_owned(item)) or holds_something(item.statement, planned=isinstance(item, Target))


def _quote(item: Item) -> str:
    """Return what the report itself says of an item, without the sentence that an English one was told behind."""
    return item.evidence[0].quote if item.evidence else item.statement


def is_procedure(text: str) -> bool:
    """Return whether a text tells of a step of a procedure, a paper to hand in, a condition to meet."""
    return _procedure().search(text) is not None


def is_spoken(text: str) -> bool:
    """Return whether a text speaks of us, him or the chair, as the members of a council do."""
    return _says("spoken", text)


def _is_torn(item: Item) -> bool:
    """Return whether a row cannot be understood: it points back, ends with a page's number, or its rank is of nobody knows what."""
    nameless = item.metric is None and not any(map(is_money, own_figures(item)))
    if (nameless or not item.figures) and _says("torn", item.statement):
        return True
    if item.indicator is None and points_back(item.statement):
        return True
    own = own_figures(item)
    if item.metric is not None or not own:
        return False
    return {figure.role for figure in own} == {"rank"} or all(_in_brackets(figure, item) for figure in own)


def _in_brackets(figure: Figure, item: Item) -> bool:
    """Return whether a Chinese statement tells a figure beside its matter: 完成任务后（自公布之日起不超过2年）."""
    before = item.statement.partition(figure.text)[0]
    return before.rfind("（") > before.rfind("）")


def _is_a_step(item: Item, part: str) -> bool:
    """Return whether an item tells of a procedure; the paper that proves a sum demands the sum."""
    papers = any(map(is_money, own_figures(item)))
    return is_procedure(_words("proof").sub("", part) if papers else part) or _says("conditions", item.statement)


def _is_beside_the_point(item: Item, part: str) -> bool:
    """Return whether an item is ceremony, an example, a standing rule, another place's, or one trade's share in what was reached."""
    if _says("ceremony", part):
        return True
    if is_chinese(part):
        return False
    if _says("example", item.statement) or (isinstance(item, Target) and (_says("example", _quote(item)) or _says("past", part))):
        return True
    if item.indicator is not None:
        return False
    if _says("elsewhere", part) or (_says("standing", _quote(item)) and not isinstance(item, Risk)):
        return True
    if _says("bare", item.metric or "") and not any(map(is_money, own_figures(item))):
        return True
    return isinstance(item, Achievement) and _says("of_a_trade", item.metric or "")


def _only_sorts(figure: Figure, item: Item, part: str) -> bool:
    """Return whether a figure only says which ones are meant: the lowest 20%, firms with sales of more than $1 million, 2000吨以上货船."""
    before, _, after = part.partition(figure.text)
    if not is_chinese(part):
        return _says("group", before.rstrip()) or _says("planned", after) or _counts_parts(figure, after, item)
    if _says("around", before.rpartition("，")[2]) or (_says("for_a_class", before) and _says("class", after)):
        return True
    if _says("tasks", figure.text + after):
        return True
    if isinstance(item, Target) and _says("event", figure.text) and _says("soft", part):
        return True
    if figure.role == "count" or is_money(figure) or (figure.role == "share" and _says("state_of", after)):
        return False
    return _says("sort", after) and not _says("deed", before) if not figure.text.endswith("小时") else _says("service", after)


def _counts_parts(figure: Figure, after: str, item: Item) -> bool:
    """Return whether an English figure counts the parts of a plan, which give the item its name: two incentive schemes."""
    counted = _words("parts").search(figure.text + after)
    return counted is not None and (item.metric is None or item.metric.split()[-1] in counted[0])


def _is_outcome(item: Item, part: str) -> bool:
    """Return whether an outcome without a figure, in Chinese, holds something that can be looked up."""
    if _says("praise", part) or item.metric is None:
        return _says("fulfilled", part)
    if item.salience == "headline" and _is_dated(item):
        return True
    if _says("general", part):
        return is_named(part)
    return _says("fulfilled", part) or holds_something(item.statement, planned=False)


def _is_task(item: Target, part: str, *, in_words: bool) -> bool:
    """Return whether a target without a figure, in Chinese, names a work, a rule, a pilot or a state reached: what can be looked for."""
    opens = _opens(part, item.metric)
    if _is_vague(opens, item.metric) or _says("organises", part) or _says("compares", part):
        return False
    dated = item.deadline is not None or (item.salience == "headline" and _is_dated(item))
    if dated and (_says("reached", part) or (in_words and item.salience == "headline" and item.basis.period == "own")):
        return True
    if item.rank > LAST_WITHOUT_FIGURE:
        return False
    if _says("pilot", item.statement):
        return True
    if _says("enforces", part):
        return False
    if _says("binds", part):
        return is_named(part) or _says("whole", part)
    return _is_work(item, opens, in_words=in_words)


def _is_work(item: Target, opens: str, *, in_words: bool) -> bool:
    """Return whether a task is a work that is new and called by a name: who does it is not enough."""
    if _says("rule", opens):
        return True
    made = _says("made", opens)
    whole = _says("whole", opens)
    if _says("general", opens):
        return whole and made
    if whole or _says("level", opens):
        return not _says("soft", opens)
    if _says("soft", opens) or _says("of_all", opens):
        return False
    dated = item.deadline is not None or _says("dated", item.statement)
    return is_named(opens) or (made and (dated or (in_words and _is_owned(item))))


def _is_dated(item: Item) -> bool:
    return item.period is not None and item.basis.period in ("own", "carried")


def _is_owned(item: Target) -> bool:
    """Return whether the owner is called by its name, not by its part in the matter (各地主管部门, 申报主体)."""
    return _says("body", item.owner or "")


def _is_vague(opens: str, name: str | None) -> bool:
    """Return whether an aim in words says only that things will be better or many, by whatever year."""
    vague = _says("better", opens) or _says("many", opens) or _says("many", name or "")
    return vague and re.search(r"\d", _YEARS.sub("", opens)) is None


def _opens(part: str, name: str | None) -> str:
    """Return the piece between commas in which a task of this name stands, else the first."""
    parts = part.rstrip("。；").rpartition("：")[2].split("，")
    called = (name or "").rstrip("等")
    return next((one for end in (called, called[-4:]) if end for one in parts if end in one), parts[0])


def _says(tells: str, text: str) -> bool:
    return _words(tells).search(text) is not None


@cache
def _words(tells: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row['words']})" for row in _rows() if row["tells"] == tells))


@cache
def _rows() -> tuple[Row, ...]:
    return read_table("leading_words.tsv", ("tells", "words", "why"))


@cache
def _procedure() -> re.Pattern[str]:
    return re.compile("|".join(row["words"] for row in read_table("procedure_words.tsv", ("words", "why"))))
