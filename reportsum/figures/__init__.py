"""Figures: every quantity of a text, read exactly, with its place.

folding    any script → one script, same offsets
numerals   Chinese and Arabic numerals → Decimal
numbers    the number at a place, and the multiples (万, 亿) that go to its unit
units      the unit behind a number
reading    number + unit, ranges, lists with one unit
parts      百分之五, 三分之一, ratios, 翻番
rank_words 第一, 第37位, 前三, 首位
contexts   the words around a number that the rules ask for
columns   heads and labels of tables: unit, time, goal, growth, name
cells     the values in tables, with what row and column say
phrases    idioms, quotations, titles: names with numbers in them
recognising is it a figure? (with ranking for ranks, timing for durations, years, ages and scores)
bounds     超 近 约 以上 左右
inclusive  does the number itself belong to its bound?
scales     steps of a scale, bounded as one of them is
bases      the value compared from, the goal measured against, yearly averages
roles      change or share, and which way
qualifiers the figure, worded
finding    all of it, over a whole text
"""

from .bounds import as_goal
from .cells import table_cautions
from .figure import FoundFigure
from .finding import find_figures

__all__ = ["FoundFigure", "as_goal", "find_figures", "table_cautions"]
