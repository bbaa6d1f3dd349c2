"""Until when a target is to be met, where a line of its own says so (完成时限:2024年11月底). Dates in a promise are read by `periods`."""

from __future__ import annotations

import re

_DUE = re.compile(r"(?:完成|办结|办理|整改|实施|建设)?(?:时限|时间|期限|截止日期)(?:要求)?[】\])）]?[:：]\s*([^,，;；。()（）\n]{2,40})")
_LONGEST = 60
"""A line that says nothing else is not longer."""


def find_due(text: str) -> str | None:
    """Return the words of the time limit that a line names; None when it names none.

    >>> find_due("完成时限：2024年11月底"), find_due("改造老旧小区56个。")
    ('2024年11月底', None)
    """
    if len(text) > _LONGEST or (":" not in text and "：" not in text):
        return None
    found = _DUE.search(text)
    return found[1].strip() if found is not None else None
