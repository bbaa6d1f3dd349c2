"""Which field of policy an item belongs to: metric, statement and headings → topic.

cues      the words that lean to a field, from `data/topics.tsv`, and where a text holds them
chinese   what of a Chinese name and sentence tells its field
english   what of an English one does, and what only stands beside
weighing  what name, sentence and headings say, weighed against one another → the topic
"""

from __future__ import annotations

from .cues import ELSEWHERE
from .weighing import field_of_indicator, names_a_field, plain_field, topic_of

__all__ = ["ELSEWHERE", "field_of_indicator", "names_a_field", "plain_field", "topic_of"]
