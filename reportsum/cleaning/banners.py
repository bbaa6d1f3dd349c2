"""The rule about hijacked pages: a spam site's name written over words of the report.

Attackers replace frequent words of a page (我市, the place name) by their banner, and put it before the title. What was there
is lost; the banner goes, so that the sentence around it reads on. Table: banners.tsv.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import NamedTuple

from reportsum import lazy_re as re

from ..tables import read_table
from .edits import Change, Edit, apply_edits

_SEPARATOR = r"[ ]?[_\-|·•—–－＿｜()（）【】\[\]]{1,2}[ ]?"
_STRONG_SEPARATOR = re.compile(r"[_|＿｜]")
"""Hardly ever between words of a report."""


_ECHO = re.compile("[_＿]")
_LEAST_ECHO = 3
_REACH = 40
"""Characters on either side of a brand that its banner may take up."""


class _Patterns(NamedTuple):
    suspicious: re.Pattern[str]
    """Any brand or name: the quick look."""
    run: re.Pattern[str]
    """A run of banner words, with separators inside."""
    proof: re.Pattern[str]
    """A sign or a strong separator: no banner is without."""
    brand: re.Pattern[str]
    sign: re.Pattern[str]


def drop_banners(text: str) -> Change | None:
    """Drop banners, and their first part where it stands before a title ("澳门皇冠:海安市…").

    >>> drop_banners("报告澳门皇冠_皇冠足球比分-官网2022年上半年计划执行情况").text
    '报告2022年上半年计划执行情况'
    """
    patterns = _patterns()
    if not patterns.suspicious.search(text) and "_" not in text and "＿" not in text:
        return None
    banners = {run for run in _runs(text, patterns) if _is_banner(run, patterns)} | {*_echoes(text, patterns)}
    if not banners:
        return None
    return apply_edits(text, [Edit(m.start(), m.end()) for m in _everywhere(banners, patterns).finditer(text)])


def _runs(text: str, patterns: _Patterns) -> Iterator[str]:
    """Give what may be banners: runs of banner words around every brand. The text between brands is not looked at."""
    done = 0
    for found in patterns.suspicious.finditer(text):
        start, end = max(found.start() - _REACH, done), found.end() + _REACH
        if found.start() < done or not patterns.proof.search(text, start, end):
            continue
        for run in patterns.run.finditer(text, start, end):
            done = run.end()
            yield run[0]


def _echoes(text: str, patterns: _Patterns) -> Iterator[str]:
    """Give banners of brands that no table knows, by their habit of naming themselves twice: 某某体育app_某某体育官网."""
    for found in _ECHO.finditer(text):
        before, after = text[max(found.start() - _REACH // 2, 0) : found.start()], text[found.end() : found.end() + _REACH]
        length = max((n for n in range(_LEAST_ECHO, 9) if len(after) >= n and after[:n] in before), default=0)
        tail = patterns.run.match(after, length) if length and after[:length].isalnum() else None
        if tail and patterns.sign.search(tail[0]):
            yield before[before.index(after[:length]) :] + found[0] + after[: tail.end()]


def _is_banner(run: str, patterns: _Patterns) -> bool:
    joined = re.search(f"(?!^){_SEPARATOR}(?!$)", run) is not None
    if patterns.brand.search(run):
        return _STRONG_SEPARATOR.search(run) is not None or patterns.sign.search(run) is not None
    return joined and patterns.suspicious.search(run) is not None and patterns.sign.search(run) is not None


def _everywhere(banners: set[str], patterns: _Patterns) -> re.Pattern[str]:
    """Return the pattern of these banners wherever they stand, and of their branded parts at the head of a line before a colon."""
    whole = "|".join(map(re.escape, sorted(banners, key=len, reverse=True)))
    parts = {part for banner in banners for part in re.split(_SEPARATOR, banner) if patterns.suspicious.search(part)}
    head = "|".join(map(re.escape, sorted(parts, key=len, reverse=True)))
    return re.compile(f"(?:{whole})[:：]?|^[ ]*(?:{head})(?:[:：]|[ ]*$)", re.MULTILINE)


@functools.cache
def _patterns() -> _Patterns:
    rows = sorted(read_table("banners.tsv", ("word", "kind"), key="word"), key=lambda row: -len(row["word"]))
    for row in rows:
        if row["kind"] not in ("brand", "name", "sign", "site"):
            raise row.wrong(f'the kind is "{row["kind"]}", expected brand, name, sign or site.')

    def any_of(*kinds: str) -> str:
        return "|".join(re.escape(row["word"]) for row in rows if row["kind"] in kinds)

    # atomic groups: a run is read once, so a megabyte of such words takes a megabyte's time
    words = f"(?>(?:{any_of('brand', 'name', 'sign', 'site')}|(?<![A-Za-z0-9])[A-Za-z0-9.]{{2,16}}(?=[_|(（]))++)"
    return _Patterns(
        suspicious=re.compile(any_of("brand", "name")),
        run=re.compile(f"{words}(?>{_SEPARATOR}{words})*+[)）】\\]]?"),
        proof=re.compile(f"[_|＿｜]|{any_of('sign')}"),
        brand=re.compile(any_of("brand")),
        sign=re.compile(any_of("sign")),
    )
