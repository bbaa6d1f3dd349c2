"""HTML pages → text: the article without the page around it, one block a line, tables as rows with bars.

Blocks of links (menus, share buttons, related pages, attached files) are no text and go first. trafilatura finds where the article is; the
text itself is taken from that part of the page whole, since a finder that weighs paragraphs may drop one, and a report must not lose any.
The title and the lines that name issuer and date, which pages put above the article, go in front.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from reportsum import lazy_re as re

from ..errors import InputError, SettingsError
from ..tabular import GridCell, write_rows
from .encodings import decode
from .headings import as_heading

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # lxml ships no types

MAX_BYTES = 12 * 1024 * 1024
"""Longest page. Pages come near it only with pictures inside them."""
MAX_ELEMENTS = 120_000
_MAX_RAW_DEPTH = 2000
_MAX_DEPTH = 250
"""Without formatting. The deepest pages of old content systems come to some sixty."""

_MAX_ATTRIBUTES = 1000
_TOO_COMPLICATED = ("is built too deep or of too many parts for a page", "Open the page in a browser and save it as text.")

_TAG = re.compile(r"""<[a-zA-Z](?>[^>"']+|"[^"]*"|'[^']*')*+""")
"""An opening tag, pictures in its attributes included; atomic, so that no tag is gone through twice."""
_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")
_UNHOLDABLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]"
    "|&#(?:[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]|[fF]{3}[eEfF])(?![0-9a-fA-F])|0*(?:[0-8]|1[124-9]|2[0-9]|3[01]|6553[45])(?![0-9]));?"
)
"""Characters that the tree takes in and then refuses to move: control characters and the like, plain or as references."""
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_-]{2,20})", re.IGNORECASE)
_CODECS = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs", "big5-hkscs": "big5hkscs"}

_DROPPED = (
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "object",
    "embed",
    "select",
    "button",
    "textarea",
    "input",
    "rt",
    "rp",
)
_FORMATTING = ("span", "font", "b", "strong", "i", "em", "u", "s", "ins", "big", "small", "mark", "tt", "bdo")
_BLOCKS = frozenset(
    re.findall(
        "[a-z0-9]+",
        "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6"
        " header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul",
    )
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

_WHITE = re.compile("[ \t\r\n\f]+")
_NOTHING = re.compile(r"\s+")
_METADATA = re.compile(
    "(?:来源|來源|发布时间|发布日期|發布日期|发文日期|成文日期|公开日期|日期|时间|发布机构|发文机关|文号|索引号)[ \u00a0\u3000]*[:：]"
)
_LONGEST_METADATA = 200
_META_TITLES = ("ArticleTitle", "og:title")
_SITE = re.compile(r"[_|]|\s[-–—]\s|-(?=[^-]*(?:网|门户|平台|政府)[^-]*$)")
_LEAST_LINKS = 3
_LINKED = 0.45
"""A block with so many links and this share of its characters in them only leads elsewhere."""
_SENTENCE = re.compile("[，。；]")
_LEAST_SENTENCE = 15
_VALUE = re.compile(r"[-−+]?\d[\d,.]*(?:%|‰|[万亿]?[元吨人户个家亩])?")
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|zip|rar|7z|jpe?g|png)$", re.IGNORECASE)
_ATTACHED = re.compile(r"(?:附件|附表|附|相关附件|附件下载|下载|文件下载)?[:：]?[\d一二三四五六七八九十.、．（）()\-·•\[\]【】]*")
_LONGEST_OFFER = 400
_OFFERING = frozenset({"p", "li", "ul", "ol", "div", "td", "tr", "table", "span", "dd", "dl"})
_FORM_LABEL = re.compile(r"[^\s:：|]{2,8}[:：]")
"""索引号：, 发文机关： in the table of a document's particulars."""
_MOST_TO_FIND = 8000
"""Elements up to which trafilatura is asked, at some 0.2 ms each; a longer page is weighed by its prose alone."""
_LEAST_PROSE = 20
_MOST_TO_SEARCH = 1_000_000
_LEAST_KNOWN = 4
_OPENING = 24
"""Characters by which a paragraph is known again."""
_SHARE = 0.9
"""The article is the deepest part of the page that holds this much of what trafilatura took from it."""


class Page(NamedTuple):
    """The text of a page and the encoding it was in."""

    text: str
    encoding: str


def read_webpage(data: bytes, source: str) -> Page:
    """Return the article of a page. Raises InputError when there is none, SettingsError when the extra is not installed."""
    if len(data) > MAX_BYTES:
        raise InputError(source, f"has {len(data):,} bytes, more than the {MAX_BYTES:,} of any page", "Save the article alone, as text.")
    page, encoding = _decoded(data, source)
    root = _parsed(page, source)
    article = _article(root)
    lines = list(_lines(article))
    if not any(line.strip() for line in lines):
        raise InputError(source, "holds no text", "If the page shows text in a browser, save what it shows as text.")
    return Page("\n".join([*_front(root, article, lines), *lines]), encoding)


def _decoded(data: bytes, source: str) -> tuple[str, str]:
    named = _CHARSET.search(data[:8192])
    codec = _CODECS.get(named[1].decode().lower()) if named else None
    found = decode(data)
    if codec and (found is None or found.encoding not in ("utf-8", "utf-16", "utf-32")):
        return data.decode(codec, "replace"), codec
    if found is None:
        raise InputError(source, "is not text, or damaged beyond reading", "Save the page anew, as UTF-8.")
    return found.text, found.encoding


def _parsed(page: str, source: str) -> HtmlElement:
    """Return the page's tree, without what is never shown."""
    try:
        from lxml import etree, html  # type: ignore[import-untyped]
    except ImportError as error:
        raise _missing(error) from error
    _check_attributes(page, source)
    # huge_tree: without it the parser drops, and does not say so, what is nested deep or longer than ten million characters
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    data = _UNHOLDABLE.sub("", page).encode("utf-8", "replace")
    try:
        root: HtmlElement | None = html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise InputError(source, f"is damaged ({error})", "Open the page in a browser and save it as text.") from error
    if root is None:
        raise InputError(source, "holds no text", "Open the page in a browser and save it as text.")
    _check_size(root, source, _MAX_RAW_DEPTH)
    etree.strip_elements(root, *_DROPPED, with_tail=False)
    etree.strip_tags(root, *_FORMATTING)
    _check_size(root, source, _MAX_DEPTH)
    for element in [element for element in root.iter() if _HIDDEN.search(element.get("style") or "")]:
        if element is not root and element.getparent() is not None:
            element.drop_tree()
    _drop_links(root)
    return root


def _drop_links(root: HtmlElement) -> None:
    """Drop the blocks that only lead elsewhere: lists of links, and lines that offer a file."""
    body = root.find("body")
    if body is None:
        return
    said: dict[Any, tuple[int, int, int, bool]] = {}
    for element in reversed(list(body.iter())):
        said[element] = _said(element, said)
    whole = said[body][0]
    stack = [child for child in body if child in said]
    while stack:
        element = stack.pop()
        length, linked, links, prose = said[element]
        leads_on = links >= _LEAST_LINKS and not prose and linked >= _LINKED * length and 2 * length < whole
        offers = links >= 1 and length <= _LONGEST_OFFER and element.tag in _OFFERING and _offers_files(element)
        if leads_on or offers:
            before = element.getprevious()
            if offers and before is not None and _ATTACHED.fullmatch(_NOTHING.sub("", before.text_content())):
                before.drop_tree()  # <p>附件：</p>
            element.drop_tree()
        else:
            stack.extend(child for child in element if child in said)


def _said(element: HtmlElement, said: dict[Any, tuple[int, int, int, bool]]) -> tuple[int, int, int, bool]:
    """Return (characters, those inside links, links, whether a sentence or value stands outside links) of an element and those below it."""
    own = [_NOTHING.sub("", piece or "") for piece in (element.text, *(child.tail for child in element))]
    inner = [said[child] for child in element if child in said]
    length = sum(map(len, own)) + sum(one[0] for one in inner)
    if element.tag == "a":
        return length, length, 1, False
    prose = any(len(piece) >= _LEAST_SENTENCE and _SENTENCE.search(piece) for piece in own) or any(one[3] for one in inner)
    if element.tag in ("td", "th"):
        # the numbers of a table whose rows are named by links are no dates of related pages
        prose = prose or any(_VALUE.fullmatch(piece) for piece in own)
    return length, sum(one[1] for one in inner), sum(one[2] for one in inner), prose


def _offers_files(element: HtmlElement) -> bool:
    """Whether all that an element says is a link to a file, or several, with the word for attachments before."""
    for link in element.iter("a"):
        if not (_FILE.search(link.get("href") or "") or _FILE.search((link.text_content() or "").strip())):
            return False
    outside = _NOTHING.sub("", "".join(piece or "" for piece in element.xpath(".//text()[not(ancestor::a)]")))
    return _ATTACHED.fullmatch(outside) is not None


def _check_attributes(page: str, source: str) -> None:
    """Refuse a page with an element of a thousand attributes: the parser compares each with all before it."""
    for tag in _TAG.finditer(page):
        if tag.end() - tag.start() > _MAX_ATTRIBUTES and len(_QUOTED.sub(" ", tag[0]).split()) > _MAX_ATTRIBUTES:
            raise InputError(source, *_TOO_COMPLICATED)


def _check_size(root: HtmlElement, source: str, max_depth: int) -> None:
    """Refuse trees on which the steps to come would run long or deep."""
    from lxml import etree

    depth = count = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth > max_depth or count > MAX_ELEMENTS:
            raise InputError(source, *_TOO_COMPLICATED)


def _article(root: HtmlElement) -> HtmlElement:
    """Return the part of the page that holds the article; the whole body when no part stands out."""
    body = root.find("body")
    whole = root if body is None else body
    elements = list(whole.iter())
    taken = _taken(root) if len(elements) <= _MOST_TO_FIND else None
    weights: dict[Any, int] = {}
    for element in reversed(elements):
        # children come before their parents so
        weight = weights.get(element, 0) + _own_weight(element, taken)
        if weight:
            weights[element] = weight
            parent = element.getparent()
            weights[parent] = weights.get(parent, 0) + weight
    total = weights.get(whole, 0)
    if not total:
        return whole
    best = whole
    while True:
        inner = next((child for child in best if weights.get(child, 0) >= total * _SHARE), None)
        if inner is None or inner.tag in ("p", "tr", "td") or inner.tag not in _BLOCKS:
            return best
        if inner.tag == "table" and not _is_layout(inner):
            return best  # all there is, is a table of values
        best = inner


def _taken(root: HtmlElement) -> str | None:
    """Return the text that trafilatura takes for the article, without white space; None when it is too long to be searched."""
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise _missing(error) from error
    from copy import deepcopy

    found = bare_extraction(deepcopy(root), include_comments=False, include_tables=True, favor_recall=True)
    text = _NOTHING.sub("", str(getattr(found, "text", None) or ""))
    return text if len(text) <= _MOST_TO_SEARCH else None


def _own_weight(element: HtmlElement, taken: str | None) -> int:
    """Return how much of the text that stands directly in `element` belongs to the article; without `taken`, how much prose it is.

    What a link says does not count: navigation is made of links.
    """
    if element.tag == "a":
        return 0
    weight = 0
    for piece in (element.text, *(child.tail for child in element)):
        bare = _NOTHING.sub("", piece or "")
        if taken is None:
            weight += len(bare) if len(bare) >= _LEAST_PROSE else 0
        elif len(bare) >= _LEAST_KNOWN and bare[:_OPENING] in taken:
            weight += len(bare)
    return weight


def _front(root: HtmlElement, article: HtmlElement, lines: list[str]) -> Iterator[str]:
    """Give the title and the lines of issuer and date, where the article does not begin with them."""
    begun = _NOTHING.sub("", "".join(lines[:12]))
    title = _title(root)
    if title and _NOTHING.sub("", title) not in begun:
        yield title
    for line in _lines_before(root, article):
        bare = _NOTHING.sub("", line)
        if len(bare) <= _LONGEST_METADATA and _METADATA.search(line) and bare not in begun:
            yield line


def _title(root: HtmlElement) -> str | None:
    for name in _META_TITLES:
        for meta in root.iter("meta"):
            if name in (meta.get("name"), meta.get("property")) and (meta.get("content") or "").strip():
                return _WHITE.sub(" ", meta.get("content")).strip()
    headings = [text for heading in root.iter("h1") if (text := _WHITE.sub(" ", heading.text_content()).strip())]
    if len(headings) == 1:
        return headings[0]
    named = root.findtext(".//title") or ""
    return _SITE.split(_WHITE.sub(" ", named).strip())[0].strip() or None


def _lines_before(root: HtmlElement, article: HtmlElement) -> list[str]:
    """Return the lines of the page that stand before the article."""
    lines: list[str] = []
    node = article
    while node is not root and node is not None:
        before = [line for sibling in reversed(list(node.itersiblings(preceding=True))) for line in _lines(sibling)]
        lines = before + lines
        node = node.getparent()
    return lines


def _lines(element: HtmlElement) -> Iterator[str]:
    """Give the lines that `element` shows, blank ones left out."""
    writer = _Writer()
    writer.write(element)
    yield from (line for line in writer.finish() if line.strip())


class _Writer:
    """Writes elements as lines; white space collapses as in a browser, except no-break and ideographic spaces."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line: list[str] = []

    def finish(self) -> list[str]:
        self._end_line()
        return self._lines

    def write(self, element: HtmlElement) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag == "br":
            self._end_line()
        elif tag == "table" and not _is_layout(element):
            self._end_line()
            self._write_table(element)
        elif tag in _HEADINGS:
            self._end_line()
            self._write_heading(element, _HEADINGS[tag])
        else:
            self._write_inside(element, block=tag in _BLOCKS)

    def _write_inside(self, element: HtmlElement, *, block: bool, label: str = "") -> None:
        if block:
            self._end_line()
        self._say(label)
        self._say(element.text)
        number = _first_number(element)
        for child in element:
            if number is not None and child.tag == "li":
                # a browser shows the number, though it stands nowhere in the page
                self._write_inside(child, block=True, label=f"{number}. ")
                number += 1
            else:
                self.write(child)
            self._say(child.tail)
        if block:
            self._end_line()

    def _write_heading(self, heading: HtmlElement, level: int) -> None:
        for line in _inner_lines(heading):
            # the first level is the page's title
            self._lines.append(as_heading(line, level) if level > 1 else line)

    def _write_table(self, table: HtmlElement) -> None:
        caption = table.find("caption")
        if caption is not None:
            self._lines.extend(_inner_lines(caption))
        rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr") if _table_of(row) is table]
        if all(len(row) <= 1 for row in rows):
            # a table of one column only frames its text
            self._lines.extend(line for row in rows for cell in row for line in _inner_lines(cell))
            return
        form = _form_lines(rows)
        if form:
            self._lines += form
            return
        self._lines += write_rows([[_grid_cell(cell) for cell in row] for row in rows])

    def _say(self, text: str | None) -> None:
        if text:
            self._line.append(text)

    def _end_line(self) -> None:
        if self._line:
            line = _WHITE.sub(" ", "".join(self._line)).strip(" ")
            if line:
                self._lines.append(line)
            self._line = []


def _inner_lines(element: HtmlElement) -> Iterator[str]:
    writer = _Writer()
    writer._write_inside(element, block=True)
    yield from writer.finish()


def _form_lines(rows: list[list[HtmlElement]]) -> list[str]:
    """Return the lines of a form (索引号：014284567): its cells are labels with a colon and what they ask for. None of another table."""
    lines = []
    for row in rows:
        words = [" ".join(_inner_lines(cell)) for cell in row]
        pairs = list(zip(words[::2], words[1::2], strict=False))
        if len(words) % 2 or not all(_FORM_LABEL.fullmatch(_NOTHING.sub("", label)) for label, _ in pairs):
            return []
        lines += [_NOTHING.sub("", label) + value for label, value in pairs if value]
    return lines


def _grid_cell(cell: HtmlElement) -> GridCell:
    return GridCell(" ".join(_inner_lines(cell)), _reach(cell, "rowspan"), _reach(cell, "colspan"), head=cell.tag == "th")


def _reach(cell: HtmlElement, name: str) -> int:
    """Return over how many rows or columns a cell reaches."""
    written = (cell.get(name) or "").strip()
    return max(1, int(written)) if written.isdecimal() and len(written) < 5 else 1


def _is_layout(table: HtmlElement) -> bool:
    """Return whether a table only lays the page out: it holds another table, or whole paragraphs of prose."""
    if next(table.iterdescendants("table"), None) is not None:
        return True
    paragraphs = sum(len(paragraph.text_content()) > 60 for paragraph in table.iter("p"))
    cells = sum(1 for _ in table.iter("td", "th"))
    return paragraphs > 2 * max(cells, 1)


def _table_of(row: HtmlElement) -> HtmlElement | None:
    return next(row.iterancestors("table"), None)


def _first_number(element: HtmlElement) -> int | None:
    """Return the number of the first item of an ordered list; None for any other element."""
    if element.tag != "ol":
        return None
    start = element.get("start") or "1"
    return int(start) if start.isdecimal() and len(start) < 6 else 1


def _missing(error: ImportError) -> SettingsError:
    return SettingsError(f"reading HTML needs the package {error.name}: pip install 'reportsum[documents]'")
