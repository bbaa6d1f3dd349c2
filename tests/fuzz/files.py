"""DOCX, PDF and HTML files with something wrong in them: a text, or one error of our own, within time and memory."""

from __future__ import annotations

import io
import itertools
import random
import re
import resource
import sys
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator
from typing import NamedTuple

from reportsum.digesting import digest
from reportsum.errors import InputError
from reportsum.reading import read_bytes
from reportsum.settings import Settings
from tests.documents import pdf_file, raw_word_file, web_page

KEPT: tuple[int, ...] = (4055, 200673)
"""Seeds of files that broke something once."""
MOST_SECONDS = 12.0
"""Own work of this process and its readers on one file: more is a failure, as is a run out of memory."""

REPORT = "某市2022年工作报告\n一、工作回顾\n全市地区生产总值11379.6亿元,增长2.1%。\n1.新建学校3所。\n二、工作安排\n确保建成3条道路。\n" * 3
TOKENS = (
    b"<div>", b"</div>", b"<table>", b"<tr><td>", b"</table>", b"<td rowspan='9999999' colspan='9999999'>",
    b"<ol start='99999999999'>", b"<li>", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<script>", b"</script>", b"<p", b"&#x110000;",
    b"&#0;", b"&amp;", b"&nbsp;", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"<meta charset='utf-16'>", b"<meta charset='gbk'>", b"<h1>",
    b"<h9>", b"<br>", b"<svg><math>", b"<select>", b"<body>", b"<html>", b"'", b'"', b">", b"<", b"=", "增长５％".encode(), "𝟑٣".encode(),
    b"\xe5\xa2", b"1" * 400, b"(" * 300, b"\t" * 50, b"<w:p>", b"</w:p>", b"<w:tbl>", b"<w:tr><w:tc>",
    b"<w:gridSpan w:val='99999999'/>", b"<w:vMerge/>", b"<w:t>", b"<w:br/>", b"<w:tab/>",
    b"<w:numPr><w:ilvl w:val='8'/><w:numId w:val='1'/></w:numPr>", b"<w:outlineLvl w:val='99'/>", b"<w:pStyle w:val='a'/>", b"<w:del>",
    b"endobj", b"endstream", b"stream\n", b"/Length 999999999", b"/Kids[3 0 R 3 0 R]", b"/Parent 3 0 R", b"xref", b"trailer", b"<<",
    b">>", b"/Filter/FlateDecode", b"BT", b"ET", b"Tj", b"9999999999 0 obj", b"-1", b"1e999",
)  # fmt: skip

Make = Callable[[random.Random], bytes]


class Odd(NamedTuple):
    """A file and what it is called."""

    name: str
    data: bytes


def odd_file(seed: int) -> Odd:
    """Return the file that `seed` stands for."""
    chance = random.Random(seed)
    kind = ("html", "docx", "pdf")[seed % 3]
    make: dict[str, Make] = {"html": _page, "docx": _word, "pdf": _pdf}
    return Odd(f"{seed}.{kind}", make[kind](chance))


def _page(chance: random.Random) -> bytes:
    return _spoilt(chance, web_page(REPORT * chance.choice((1, 1, 5))))


def _word(chance: random.Random) -> bytes:
    data = raw_word_file("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in REPORT.split("\n")))
    if chance.random() < 0.25:
        return _spoilt(chance, data)
    parts = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            parts[name] = archive.read(name)
    for name in ("word/styles.xml", "word/numbering.xml"):
        if chance.random() < 0.5:
            parts.setdefault(name, _LISTS)
    name = chance.choice(list(parts))
    spoil = _spoilt if chance.random() < 0.2 else _spoilt_xml
    parts[name] = spoil(chance, parts[name])
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


_ELEMENTS = (
    "w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:pPr", "w:numPr", "w:del", "w:ins", "w:sdt", "w:txbxContent", "mc:Choice",
    "mc:Fallback", "w:hyperlink", "w:ruby", "w:rt", "w:style", "w:abstractNum", "w:num", "w:lvl",
)  # fmt: skip
_MARKS = (
    "w:numId", "w:ilvl", "w:outlineLvl", "w:pStyle", "w:gridSpan", "w:vMerge", "w:start", "w:startOverride", "w:lvlText", "w:numFmt",
    "w:br", "w:tab", "w:noBreakHyphen", "w:basedOn", "w:name", "w:abstractNumId", "w:lvlOverride",
)  # fmt: skip
_GIVEN = ("", "0", "1", "8", "9", "-1", "99999999999999999999", "٣", "%1.%2.", "%9", "decimal", "bullet", "heading 1", "a", "好" * 3000)


def _spoilt_xml(chance: random.Random, part: bytes) -> bytes:
    """Return an XML part changed in its elements, well-formed still: what is refused at once tells nothing of the reader."""
    pieces = [piece for piece in re.split(r"(<[^>]+>)", part.decode("utf-8")) if piece]
    for _ in range(chance.choice((1, 3, 10, 40))):
        inner = [at for at, piece in enumerate(pieces) if at > 2 and not piece.startswith("<?")]
        at = chance.choice(inner)
        act = chance.random()
        if act < 0.4:
            pieces.insert(at, f'<{chance.choice(_MARKS)} w:val="{chance.choice(_GIVEN)}"/>')
        elif act < 0.7:
            name = chance.choice(_ELEMENTS)
            pieces[at:at] = [f"<{name}>", chance.choice(("", "增长5%", "x")), f"</{name}>"]
        elif act < 0.85:
            name, times = chance.choice(_ELEMENTS), chance.choice((1, 2, 30, 600))
            pieces[at:at] = [f"<{name}>" * times, "一", f"</{name}>" * times]
        else:
            pieces[at] = re.sub(r'w:val="[^"]*"', f'w:val="{chance.choice(_GIVEN)}"', pieces[at])
    return "".join(pieces).replace("<w:document ", '<w:document xmlns:mc="urn:mc" ', 1).encode()


_LISTS = b"""<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""


_PDF = pdf_file(REPORT)


def _pdf(chance: random.Random) -> bytes:
    return _spoilt(chance, _PDF)


def _spoilt(chance: random.Random, data: bytes) -> bytes:
    hurt = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 30))):
        at = chance.randrange(len(hurt) + 1)
        length = chance.choice((1, 2, 8, 200))
        act = chance.random()
        if act < 0.25:
            hurt[at : at + length] = chance.randbytes(length)
        elif act < 0.35:
            del hurt[at : at + length]
        elif act < 0.45:
            hurt[at:at] = hurt[at : at + length] * chance.choice((1, 10, 500))
        elif act < 0.5:
            del hurt[at:]
        elif act < 0.53:
            hurt[at:at] = chance.choice(TOKENS) * chance.choice((100, 3000))
        else:
            hurt[at:at] = chance.choice(TOKENS)
        if not hurt:
            break
    return bytes(hurt)


def own_seconds() -> float:
    """Return the work done so far: this process's and that of those it started which are over."""
    return sum(use.ru_utime + use.ru_stime for use in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


def run(seeds: Iterator[int], until: float) -> tuple[dict[str, int], list[tuple[int, str]]]:
    """Read files until the time is over, digest what they hold; return how often what became of them, and what broke."""
    counts: dict[str, int] = {}
    broken: list[tuple[int, str]] = []
    for seed in seeds:
        if time.monotonic() > until:
            break
        odd = odd_file(seed)
        begun = own_seconds()
        try:
            source = read_bytes(odd.data, odd.name)
            source.text.encode("utf-8")
            digest(source, Settings(engine="rules")).to_json()
            became = "read"
        except InputError as error:
            became = "timed out" if "time or memory" in error.problem else "refused"
        except Exception:  # noqa: BLE001  # the very thing that is looked for
            became = "broken"
            broken.append((seed, traceback.format_exc()))
        if (taken := own_seconds() - begun) > MOST_SECONDS:
            broken.append((seed, f"took {taken:.1f} s of work"))
        kind = odd.name.rpartition(".")[2]
        counts[f"{kind} {became}"] = counts.get(f"{kind} {became}", 0) + 1
    return counts, broken


def main() -> int:
    """Read files for as many seconds as asked for."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 1800.0
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    counts, broken = run(itertools.count(first), time.monotonic() + seconds)
    print("\n".join(f"{count:7} {became}" for became, count in sorted(counts.items())))
    here, readers = (resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(f"at most {here} MB here, {readers} MB in readers that are over")
    for seed, trace in broken:
        print(f"\nseed {seed}\n{trace}")
    return bool(broken)


if __name__ == "__main__":
    sys.exit(main())
