"""Draws tables at random, knows what each of their values means, and writes them in every form they may come in."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from html import escape
from random import Random

import docx
from reportlab.lib.pagesizes import A4, landscape  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # type: ignore[import-untyped]
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle  # type: ignore[import-untyped]

from .documents import FONT

TITLE = "青石县2021年国民经济和社会发展统计公报"
INTRODUCTION = "全县经济运行平稳，各项事业取得新的进步。"
LABELS = [
    "地方税收", "商品房销售", "存款余额", "客运周转", "茶叶产值", "公路养护",
    "社会救助", "用水用电", "快递业务", "园区产出", "水产养殖", "旅游接待",
]  # fmt: skip
MONEY = {"亿元": 10**8, "万元": 10**4}
COUNTS = {"家": 1, "万吨": 10**4, "公顷": 1, "人": 1}
BASE = {"亿元": "元", "万元": "元", "家": "家", "万吨": "吨", "公顷": "公顷", "人": "人", "%": "%"}


@dataclass(frozen=True)
class Truth:
    """What a value means."""

    text: str
    amount: Decimal
    base_unit: str
    changes: bool
    period: str
    kind: str


@dataclass
class Drawn:
    """A table: lines above it, rows of heads and body with merged cells as (text, rows, columns), and the truth of its values."""

    above: list[str]
    heads: list[list[tuple[str, int, int]]]
    body: list[list[str]]
    truths: list[Truth] = field(default_factory=list)

    def placed_heads(self) -> list[tuple[str, int, int, int, int]]:
        """The cells of the heads: text, row, column, and over how many rows and columns they reach."""
        taken: set[tuple[int, int]] = set()
        placed = []
        for number, row in enumerate(self.heads):
            column = 0
            for text, high, wide in row:
                while (number, column) in taken:
                    column += 1
                placed.append((text, number, column, high, wide))
                taken.update((number + down, column + right) for down in range(high) for right in range(wide))
        return placed

    def rows(self) -> list[list[str]]:
        """All rows in all places, what a merged cell says in each of them."""
        filled = [[""] * max(map(len, self.body)) for _ in self.heads]
        for text, row, column, high, wide in self.placed_heads():
            for down in range(high):
                filled[row + down][column : column + wide] = [text] * wide
        return [*filled, *self.body]


@dataclass(frozen=True)
class _Column:
    words: str
    unit: str
    """ "" when the table or its rows say it."""
    period: str
    kind: str
    changes: bool = False


def draw(random: Random) -> Drawn:
    """Return a table: indicators in its rows, or places in its rows and indicators above; sometimes with columns that hold no values."""
    drawn = _of_places(random) if random.random() < 0.3 else _of_indicators(random)
    if random.random() < 0.2:
        _insert(drawn, 0, "序号", [str(number + 1) for number in range(len(drawn.body))])
    if random.random() < 0.2:
        notes = [random.choice(["县发改委", "", "已验收"]) for _ in drawn.body]
        _insert(drawn, len(drawn.body[0]), random.choice(["备注", "责任单位"]), notes)
    return drawn


def _insert(drawn: Drawn, place: int, head: str, cells: list[str]) -> None:
    """Put a column without values into a table, at its beginning or its end."""
    first = drawn.heads[0]
    first.insert(0 if place == 0 else len(first), (head, len(drawn.heads), 1))
    for row, cell in zip(drawn.body, cells, strict=True):
        row.insert(place, cell)


def _of_places(random: Random) -> Drawn:
    used: set[str] = set()
    names = random.sample(["地区生产总值", "财政收入", "工业投资", "粮食产量"], random.randint(1, 3))
    heads, truths = [("地区", 1, 1)], []
    body = [[place] for place in random.sample(["东塘镇", "西岭乡", "北河镇", "南坪街道", "中原乡"], random.randint(2, 4))]
    body.append(["合计"])
    for name in names:
        unit = "万吨" if name.endswith("产量") else random.choice([*MONEY])
        heads.append((f"{name}（{unit}）", 1, 1))
        grows = random.random() < 0.6
        if grows:
            heads.append((random.choice(["增长（%）", "同比±%", "增速（%）"]), 1, 1))
        ranks = random.random() < 0.3
        if ranks:
            heads.append(("位次", 1, 1))
        for row in body:
            text = _number(random, used, whole=False, signed=False)
            row.append(text)
            amount = Decimal(text.replace(",", "")) * {**MONEY, **COUNTS}[unit]
            truths.append(Truth(text, amount, BASE[unit], changes=False, period="2021", kind="achievement"))
            if grows:
                text = _number(random, used, whole=False, signed=True)
                row.append(text)
                truths.append(Truth(text, Decimal(text.replace(",", "")), "%", changes=True, period="2021", kind="achievement"))
            if ranks:
                row.append("-" if row[0] == "合计" else str(random.randint(1, 9)))
    return Drawn([], [heads], body, truths)


def _of_indicators(random: Random) -> Drawn:
    unit = random.choice([*MONEY, *COUNTS])
    place = random.choice(["line", "head", "column", "label"])
    columns = _columns(random, unit if place == "head" else "")
    two_levels = random.random() < 0.35
    labels = random.sample(LABELS, random.randint(2, 5))
    used: set[str] = set()
    above = [random.choice(["主要指标", "表1 完成情况", "分项数据"])] if random.random() < 0.5 else []
    if place == "line":
        above.append(f"单位：{unit}")
    lead = [random.choice(["指标", "项目", "指标名称"]), *(["单位"] if place == "column" else [])]
    heads = _heads(lead, columns, two_levels=two_levels)
    drawn = Drawn(above, heads, [])
    for number, label in enumerate(labels):
        row = [_label(random, label, number) + (f"（{unit}）" if place == "label" else ""), *([unit] if place == "column" else [])]
        for column in columns:
            if random.random() < 0.08:
                row.append(random.choice(["-", "—"]))
                continue
            text = _number(random, used, whole=unit in ("家", "人") and not column.changes, signed=column.changes)
            row.append(text)
            value = Decimal(text.replace(",", ""))
            scale, base = (1, "%") if column.unit == "%" else ({**MONEY, **COUNTS}[unit], BASE[unit])
            drawn.truths.append(Truth(text, value * scale, base, column.changes, column.period, column.kind))
        drawn.body.append(row)
    return drawn


def _columns(random: Random, unit: str) -> list[_Column]:
    done = "achievement"
    year, before = _Column("2021年", unit, "2021", done), _Column("2020年", unit, "2020", done)
    growth = _Column("增长（%）", "%", "2021", done, changes=True)
    later = _Column("增长（%）", "%", "2022", "target", changes=True)
    half, goal = _Column("1-6月完成", unit, "2021H1", done), _Column("全年目标", unit, "2021", "target")
    return random.choice(
        [
            [year],
            [year, growth],
            [year, before, growth],
            [before, year],
            [goal, half],
            [goal, half, _Column("完成率（%）", "%", "2021H1", done)],
            [_Column("2021年执行数", unit, "2021", done), _Column("2022年预算数", unit, "2022", "target"), later],
            [year, _Column("比上年增减额", unit, "2021", done, changes=True)],
            [_Column("3月末", unit, "2021-03", done), _Column("比年初增加额", unit, "2021-03", done, changes=True)],
            [goal, _Column("1-9月完成", unit, "2021-01/2021-09", done)],
            [_Column("绝对数", unit, "2021", done), growth],
            [_Column("3月末", unit, "2021-03", done), _Column("6月末", unit, "2021-06", done)],
            [_Column("上半年", unit, "2021H1", done), _Column("同比增长%", "%", "2021H1", done, changes=True)],
        ]
    )


def _heads(lead: list[str], columns: list[_Column], *, two_levels: bool) -> list[list[tuple[str, int, int]]]:
    words = [column.words + (f"（{column.unit}）" if column.unit and column.unit != "%" else "") for column in columns]
    if not two_levels or len(columns) < 2:
        return [[(text, 1, 1) for text in [*lead, *words]]]
    return [[*((text, 2, 1) for text in lead), ("数据情况", 1, len(columns))], [(text, 1, 1) for text in words]]


def _label(random: Random, label: str, number: int) -> str:
    return random.choice(["", "", f"{number + 1}.", "其中：" if number else ""]) + label


def _number(random: Random, used: set[str], *, whole: bool, signed: bool) -> str:
    while True:
        value = random.randint(11, 98765) if whole else Decimal(random.randint(11, 987654)) / 10
        text = f"{value:,}" if random.random() < 0.5 else f"{value}"
        text = f"-{text}" if signed and random.random() < 0.3 else text
        if text not in used and text.lstrip("-") not in used and not (value == int(value) and 1900 <= value <= 2100):
            used.update((text, text.lstrip("-")))
            return text


def spoil(random: Random, drawn: Drawn) -> None:
    """Break a table as converters do: its heads are lost, a row loses a cell, or two heads say the same."""
    how = random.choice(["no heads", "a cell less", "one head twice"])
    values = [place for place, text in enumerate(drawn.body[0]) if any(truth.text == text for truth in drawn.truths)]
    if how == "no heads" and len(values) > 1:
        drawn.heads = []
    elif how == "one head twice" and len(values) > 1 and len(drawn.heads) == 1:
        drawn.heads[0][values[1]] = drawn.heads[0][values[0]]
    else:
        del random.choice(drawn.body)[random.choice(values or [1])]


# --- the forms ---------------------------------------------------------------------------------------------------------------


def _text(drawn: Drawn, lines: list[str]) -> bytes:
    return "\n\n".join([TITLE, "一、综合", INTRODUCTION, *drawn.above, "\n".join(lines), "二、其他", INTRODUCTION]).encode()


def markdown(drawn: Drawn) -> bytes:
    rows = [f"| {' | '.join(row)} |" for row in drawn.rows()]
    return _text(drawn, [*rows[: len(drawn.heads)], "|" + "---|" * len(drawn.body[0]), *rows[len(drawn.heads) :]])


def tabs(drawn: Drawn) -> bytes:
    return _text(drawn, ["\t".join(row) for row in drawn.rows()])


def aligned(drawn: Drawn) -> bytes:
    rows = drawn.rows()
    widths = [max(_width(row[place]) for row in rows if place < len(row)) for place in range(max(map(len, rows)))]
    return _text(drawn, ["".join(cell + " " * (widths[n] - _width(cell) + 3) for n, cell in enumerate(row)).rstrip() for row in rows])


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _html(drawn: Drawn) -> str:
    def row(cells: list[tuple[str, int, int]]) -> str:
        return "<tr>" + "".join(f'<td rowspan="{high}" colspan="{wide}">{escape(text)}</td>' for text, high, wide in cells) + "</tr>"

    return f"<table>{''.join(row(cells) for cells in [*drawn.heads, *[[(text, 1, 1) for text in row] for row in drawn.body]])}</table>"


def html_in_markdown(drawn: Drawn) -> bytes:
    return _text(drawn, [_html(drawn)])


def web_page(drawn: Drawn) -> bytes:
    above = "".join(f"<p>{escape(line)}</p>" for line in drawn.above)
    return (
        f"<!DOCTYPE html><html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>一、综合</p><p>{INTRODUCTION}</p>"
        f"{above}{_html(drawn)}<p>二、其他</p><p>{INTRODUCTION}</p></body></html>"
    ).encode()


def word_file(drawn: Drawn) -> bytes:
    document = docx.Document()
    for line in (TITLE, "一、综合", INTRODUCTION, *drawn.above):
        document.add_paragraph(line)
    rows = drawn.rows()
    table = document.add_table(len(rows), len(rows[0]))
    for text, row, column, high, wide in drawn.placed_heads():
        cell = table.cell(row, column)
        (cell.merge(table.cell(row + high - 1, column + wide - 1)) if (high, wide) != (1, 1) else cell).text = text
    for number, values in enumerate(drawn.body, start=len(drawn.heads)):
        for place, text in enumerate(values):
            table.cell(number, place).text = text
    for line in ("二、其他", INTRODUCTION):
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def pdf_file(drawn: Drawn, rules: tuple[tuple[object, ...], ...] = (("GRID", (0, 0), (-1, -1), 0.5, "black"),)) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    style = ParagraphStyle("body", fontName=FONT, fontSize=11, leading=18, wordWrap="CJK")
    placed = drawn.placed_heads()
    spans = [("SPAN", (at, row), (at + wide - 1, row + high - 1)) for _, row, at, high, wide in placed if high * wide > 1]
    table = Table(drawn.rows(), style=TableStyle([("FONT", (0, 0), (-1, -1), FONT, 10), *rules, *spans]))
    file = io.BytesIO()
    story = [*(Paragraph(line, style) for line in (TITLE, "一、综合", INTRODUCTION, *drawn.above)), table]
    SimpleDocTemplate(file, pagesize=landscape(A4)).build([*story, *(Paragraph(line, style) for line in ("二、其他", INTRODUCTION))])
    return file.getvalue()


ABOVE_AND_BELOW = (("LINEABOVE", (0, 0), (-1, 0), 1, "black"), ("LINEBELOW", (0, -1), (-1, -1), 1, "black"))


def pdf_with_open_sides(drawn: Drawn) -> bytes:
    return pdf_file(drawn, (("INNERGRID", (0, 0), (-1, -1), 0.25, "black"), *ABOVE_AND_BELOW))


def pdf_with_three_lines(drawn: Drawn) -> bytes:
    return pdf_file(drawn, (*ABOVE_AND_BELOW, ("LINEBELOW", (0, 0), (-1, 0), 0.5, "black")))


def pdf_without_lines(drawn: Drawn) -> bytes:
    return pdf_file(drawn, ())


FORMS: dict[str, Callable[[Drawn], bytes]] = {
    "markdown": markdown,
    "tabs": tabs,
    "aligned": aligned,
    "html_in_markdown": html_in_markdown,
    "web_page": web_page,
    "docx": word_file,
    "pdf": pdf_file,
    "pdf_with_open_sides": pdf_with_open_sides,
    "pdf_with_three_lines": pdf_with_three_lines,
    "pdf_without_lines": pdf_without_lines,
}
