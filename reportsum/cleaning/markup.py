"""Rules about remains of markup: character entities, stray tags, the bold of Markdown.

They know remains inside text, not whole pages: a file that is HTML goes through the HTML reader first.
"""

from __future__ import annotations

from reportsum import lazy_re as re

from .edits import Change, Edit, apply_edits

# &nbsp; &#12288; &#x3000; and what was escaped twice (&amp;nbsp;); nbsp, ensp and emsp also without their semicolon;
# <U+00A0>, as R and some data sets write what their locale cannot show
_ENTITY = re.compile(
    r"<[Uu]\+([0-9a-fA-F]{4,6})>"
    r"|&(?:amp;)?(?:(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});|(nbsp|ensp|emsp)(?![a-zA-Z]))"
)

_INLINE = (
    "span|font|a|b|i|u|em|strong|sup|sub|small|big|img|o:p|st1:[a-z]+|input|label|center|section|article|tbody|thead"
    "|link|meta|html|body|head"
)
_BLOCK = "p|br|div|tr|td|th|table|li|ul|ol|h[1-6]|hr|dd|dt|dl|blockquote|pre|title"
# Attributes end at the bracket; 500 characters bound the search, and a "<" in between means it was no tag.
# The case is left open inside, so that the engine can scan for the bracket in front.
_TAG = re.compile(rf"<(?=[/a-zA-Z])/?(?i:({_BLOCK})|{_INLINE})(?:\s[^<>]{{0,500}}|/)?>")
_BOLD = re.compile(r"\*\*(?=[^\s*])([^*\n]{1,800})(?<=[^\s*])\*\*")
_LINE_BEGINS = re.compile(r"(?:^|\n)[ \t　>]*(?:[-+•][ \t]+|#{1,6}[ \t]+)?$")
_LINE_ENDS = re.compile(r"[ \t　]*(?:\n|$)")
_HEADED = re.compile(r"[ \t　]+[^\s]")
_STOPPED = ("。", "！", "？", "；", "：", "!", "?", ";", ":", "，", ",", "、")
_LONGEST_HEAD = 30
_SHORTEST_SENTENCE = 80
"""Characters from which a bold line with a full stop is text, and no heading."""
_COMMENT_OPEN, _COMMENT_CLOSE = "<!--", "-->"


def resolve_entities(text: str) -> Change | None:
    """Turn character entities into their characters.

    >>> resolve_entities("增长&nbsp;5&#37;&middot;全年").text
    '增长\\xa05%·全年'
    >>> resolve_entities("2023年<U+00A0>工作").text
    '2023年\\xa0工作'
    """
    if "&" not in text and "<U+" not in text and "<u+" not in text:
        return None
    import html  # a table of two thousand names, which most reports do not need

    edits = []
    for found in _ENTITY.finditer(text):
        name = f"#x{found[1]}" if found[1] else found[2] or found[3]
        plain = html.unescape(f"&{name};")
        if len(plain) == 1:
            edits.append(Edit(found.start(), found.end(), plain))
    return apply_edits(text, edits)


def drop_emphasis(text: str) -> Change | None:
    """Drop the marks of bold words; a line that is bold as a whole keeps them, for they make it a heading.

    Where bold words open a paragraph without a stop, they are a heading inside it and get one.

    >>> drop_emphasis("规上工业增加值增长**8.5%**，**一是**项目少").text
    '规上工业增加值增长8.5%，一是项目少'
    >>> drop_emphasis("- **产业升级** 新增企业12家。").text
    '- 产业升级。 新增企业12家。'
    """
    edits: list[Edit] = []
    for found in _BOLD.finditer(text):
        words = found[1]
        closing = ""
        told = words.endswith(_STOPPED) or (words.endswith(".") and len(words) >= _SHORTEST_SENTENCE)
        if not told and _LINE_BEGINS.search(text, max(0, found.start() - 12), found.start()) is not None:
            if _LINE_ENDS.match(text, found.end()):
                continue
            if len(words) <= _LONGEST_HEAD and _HEADED.match(text, found.end()):
                closing = "。"
        edits += (Edit(found.start(), found.start() + 2), Edit(found.end() - 2, found.end(), closing))
    return apply_edits(text, edits, len(edits) // 2)


def drop_tags(text: str) -> Change | None:
    """Drop stray tags and comments; a tag that ends a line or a paragraph becomes a line end where none is.

    >>> drop_tags("推进。</span>2+2”码头<br>二是</p>").text
    '推进。2+2”码头\\n二是'
    """
    if "<" not in text:
        return None
    edits: list[Edit] = []
    for start, end, block in _tags(text):
        breaks = block and start > 0 and end < len(text) and "\n" not in text[start - 1] + text[end]
        if breaks and edits and edits[-1].end == start and edits[-1].replacement:
            breaks = False
        edits.append(Edit(start, end, "\n" if breaks else ""))
    return apply_edits(text, edits)


def _tags(text: str) -> list[tuple[int, int, bool]]:
    """Return (start, end, whether it breaks the line) of tags and comments, in order."""
    comments = _comments(text)
    found = [(m.start(), m.end(), m[1] is not None) for m in _TAG.finditer(text)]
    if not comments:
        return found
    outside, current = [], 0
    for tag in found:
        while current < len(comments) and comments[current][1] <= tag[0]:
            current += 1
        if current == len(comments) or tag[1] <= comments[current][0]:
            outside.append(tag)
    return sorted([*outside, *comments])


def _comments(text: str) -> list[tuple[int, int, bool]]:
    found = []
    start = text.find(_COMMENT_OPEN)
    while start >= 0:
        close = text.find(_COMMENT_CLOSE, start)
        if close < 0:
            break
        end = close + len(_COMMENT_CLOSE)
        found.append((start, end, False))
        start = text.find(_COMMENT_OPEN, end)
    return found
