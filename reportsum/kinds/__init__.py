"""Says of every clause whether it states an achievement, a target or a risk, and of every figure which of them it belongs to."""

from ..annotating import Judgement
from .judging import KindReading, judge_clauses, read_kinds

__all__ = ["Judgement", "KindReading", "judge_clauses", "read_kinds"]
