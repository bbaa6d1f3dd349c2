"""Imported by the fork server of test_llm_kills: loads, once, all that a run loads on its way to the first request."""

from __future__ import annotations

import reportsum.cache
import reportsum.running  # noqa: F401
from reportsum.extraction.llm.calling import OpenAIClient
from reportsum.pipeline import digest_by_rules
from reportsum.reading import from_text
from reportsum.settings import Settings

OpenAIClient(Settings(model="m", base_url="http://127.0.0.1:9/v1"))
digest_by_rules(from_text("某市报告\n一、回顾\n完成投资12亿元,增长5%。\n"), Settings())
