"""Digests with something wrong in them: one error of our own, or every command does its work."""

from __future__ import annotations

import contextlib
import copy
import io
import json
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportsum.cli import main as command
from reportsum.digesting import digest
from reportsum.errors import ReportsumError
from reportsum.models import Digest
from reportsum.reading import from_text
from reportsum.settings import Settings

KEPT: tuple[int, ...] = (598, 788, 880, 1244, 3755, 25468, 27126)
"""Seeds of mutants that broke something once."""

TEXT = """某市2022年国民经济和社会发展计划执行情况与2023年计划的报告
一、2022年工作回顾
2022年,全市地区生产总值11379.6亿元,增长2.1%,列全省第四。一般公共预算收入613亿元,下降5.6%。三次产业结构为4.6:48.9:46.5。
新建学校3所,优良天数比率从82.1%提高到84.5%,新增就业12万人左右。
二、存在的问题
部分企业经营困难,消费恢复不及预期,社会消费品零售总额仅完成计划的92%。
三、2023年工作安排
力争地区生产总值增长5%以上,新开工亿元以上项目300个,确保6月底前建成3条道路(市交通局负责)。
| 指标 | 2022年实绩 | 2023年目标 |
|---|---|---|
| 地区生产总值(亿元) | 11379.6 | 12000 |
| 居民人均可支配收入增速(%) | 4.8 | 5.5 |
"""
FORMATS = ("jsonl", "csv", "sqlite", "xlsx", "parquet", "duckdb")
VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 7, 10**6, 10**30, 10**70, 0.1, -2.5, 1e300, 1e-300, float("nan"), float("inf"),
    "", " ", "x", "好" * 5000, "\ud83d", "\x00\x1b[2J\r\n\u202e", "<script>alert(1)</script>", "=HYPERLINK(\"http://x\")", "../../x", "%",
    "2022", "0001-01-01", "9999-12-31", "2022-02-30", "1E+999999999", "NaN", "own", "headline", "change", "i0000000000", "f0", "s0",
    [], [None], [[]], ["x"], [1, 2, 3], {}, {"a": 1}, {"start": 0, "end": 10**9}, {"start": -1, "end": 0},
)  # fmt: skip


def good() -> str:
    """Return a digest to begin with."""
    return digest(from_text(TEXT, "report.txt"), Settings(engine="rules")).to_json()


def mutant(seed: int, text: str) -> str:
    """Return the digest `text` with one to four things wrong in it."""
    chance = random.Random(seed)
    if chance.random() < 0.1:
        return _torn(chance, text)
    whole = json.loads(text)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        _spoil(chance, whole)
    return json.dumps(whole, ensure_ascii=chance.random() < 0.5)


def _torn(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text))
    before, behind = text[:at], text[at:]
    return chance.choice((before, before + behind[chance.randrange(1, 40) :], before + chance.choice('"{}[],:0e-\\u') + behind))


def _spoil(chance: random.Random, whole: Any) -> None:
    """Change one place of a value, deep ones as often as shallow ones."""
    holder, key = whole, None
    while isinstance(holder, dict | list) and holder:
        key = chance.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))
        inner = holder[key]
        if not isinstance(inner, dict | list) or not inner or chance.random() < 0.12:
            break
        holder = inner
    if key is None:
        return
    old = holder[key]
    change = chance.random()
    if change < 0.12:
        del holder[key]
    elif change < 0.2 and isinstance(holder, list):
        holder.insert(key, copy.deepcopy(old))
    elif change < 0.28 and isinstance(holder, dict):
        holder[chance.choice(("x", "id", "metric", "figures", "\ud83d"))] = copy.deepcopy(chance.choice(VALUES))
    elif change < 0.5 and isinstance(old, int | float) and not isinstance(old, bool):
        holder[key] = chance.choice((old + 1, old - 1, -old, old * 1000, old + 0.5, 0))
    elif change < 0.6 and isinstance(old, str):
        holder[key] = chance.choice((old + "x", old[1:], old[::-1], old * 50, old.upper()))
    else:
        holder[key] = copy.deepcopy(chance.choice(VALUES))


def use(path: Path, source: Path, folder: Path, seed: int) -> Iterator[str]:
    """Do with a digest file what users do; yield what became of each step. Raises what should never be raised."""
    try:
        made = Digest.load(path)
    except ReportsumError as error:
        yield f"load: {type(error).__name__}"
        return
    again = folder / "again.json"
    made.save(again)
    assert Digest.load(again) == made, "a digest is saved and loaded unchanged"
    form = FORMATS[seed % len(FORMATS)]
    steps = (
        ("show", str(path)),
        ("verify", str(path), "--source", str(source)),
        ("view", str(path), "--source", str(source), "--out", str(folder / "page.html")),
        ("compare", str(path), "--all", "--out", str(folder / "table.html")),
        ("export", str(path), "--to", form, "--out", str(folder / f"export-{seed}-{form}")),
    )
    for step in steps:
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            code = command(step)
        said.getvalue().encode("utf-8")
        yield f"{step[0]}: {int(code)}"


def run(seeds: Iterator[int], until: float) -> tuple[dict[str, int], list[tuple[int, str]]]:
    """Try mutants until the time is over; return how often what became of them, and what broke with its traceback."""
    counts: dict[str, int] = {}
    broken: list[tuple[int, str]] = []
    text = good()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "report.txt"
        source.write_text(TEXT, encoding="utf-8")
        path = folder / "mutant.json"
        for seed in seeds:
            if time.monotonic() > until:
                break
            path.write_text(mutant(seed, text), encoding="utf-8", errors="surrogatepass")
            try:
                for became in use(path, source, folder, seed):
                    counts[became] = counts.get(became, 0) + 1
            except Exception:  # noqa: BLE001  # the very thing that is looked for
                broken.append((seed, traceback.format_exc()))
    return counts, broken


def main() -> int:
    """Try as many mutants as asked for."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    counts, broken = run(iter(range(first, first + number)), time.monotonic() + 24 * 3600)
    print("\n".join(f"{count:7} {became}" for became, count in sorted(counts.items())))
    for seed, trace in broken:
        print(f"\nseed {seed}\n{trace}")
    return bool(broken)


if __name__ == "__main__":
    sys.exit(main())
