"""All settings, in one frozen model: from arguments, the environment (REPORTSUM_*) or a TOML file. Unknown names are refused."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Settings(BaseModel):
    """How a report is digested."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    engine: Literal["auto", "llm", "rules"] = "auto"
    """Who reads the chunks; auto takes the LLM when a model is configured, else the rules."""
    max_chunk_chars: int = Field(default=2400, ge=200)
    """Upper bound of a chunk, in characters of the working text."""
