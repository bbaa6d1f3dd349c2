"""Which place a report speaks for: from its title, else from the names it uses most. (first version)"""

from __future__ import annotations

import re
from collections import Counter

_NAME = re.compile(r"([\u4e00-\u9fff]{2,8}?(?:特别行政区|自治[区州县旗]|[省市县区州旗盟]))")
_FULL = re.compile(r"(?:^|[\s关于在、，,。：:“《—─-])([\u4e00-\u9fff]{2,3}(?:省|市|县|区|州|旗|盟))")
_NOT = re.compile(r"^(?:我|全|各|本|该|市|省|县|区|城|社|园|地|山|灾|新|老|开发|主城|中心|每|两|三|百|建设)|(?:地|社|园|城|辖|校|片|港|景|发|市|县|山|库|灾|新|示范|院|片|试验)区$|城市$|超市$|上市$|九?县市$")


def find_place(text: str, title: str | None, delivery: str | None) -> str | None:
    """Return the full name of the place; None when no name stands out."""
    for words in (title, delivery):
        if words:
            match = _FULL.search(re.sub(r"关于|\d{4}年|在", " ", words))
            if match and not _NOT.search(match[1]):
                return match[1]
    names = Counter(name for name in _FULL.findall(text[:200_000]) if not _NOT.search(name))
    return names.most_common(1)[0][0] if names else None
