"""reportsum: official reports in, typed and source-grounded JSON digests out.

    import reportsum

    digest = reportsum.digest("report.txt")
    for target in digest.targets:
        print(target.metric, [figure.text for figure in target.figures], target.evidence[0].quote)

The way of the data, one module a step:

    reading        bytes and files → text
    cleaning       text → working text, with the way back to the source
    headings       headings → section tree;  metadata  title, genre, place, periods
    figures        every quantity;  clauses  numbered sentences;  measures  what a figure measures
    chunking       sections → pieces small enough for one request
    extraction     a model or the rules point at clauses and figures (a draft); the code writes the items
    merging, linking, headlines, ranking, summarizing, pipeline     items of all chunks → the digest
    models         the digest itself, a published contract

Out of a digest lead `writing`, `verifying`, `view`, `panels`, `export`, `compare` and `evaluate`.

Everything listed in `__all__` is public and loads on first use; importing reportsum loads none of it.
"""

from __future__ import annotations

import gc
import importlib
from typing import TYPE_CHECKING, Any

from ._version import __version__

if TYPE_CHECKING:
    from .comparing import Comparison, compare
    from .digesting import BatchError, Progress, adigest, adigest_many, digest, digest_each, digest_many
    from .errors import (
        AuthenticationError,
        BudgetSpentError,
        InputError,
        InvalidAnswerError,
        ModelError,
        OutputError,
        ReportsumError,
        RequestRefusedError,
        ServerUnavailableError,
        SettingsError,
    )
    from .export import to_frames
    from .extraction.base import Extractor, ScriptedExtractor
    from .extraction.drafts import AchievementDraft, ChunkDraft, Mention, RiskDraft, TargetDraft
    from .languages import find_figures
    from .models import Achievement, Digest, Evidence, Figure, Item, Risk, Target
    from .outlining import outline
    from .panels import Panel, panel
    from .planning import Plan, plan
    from .reading import SourceText, find_reports, from_text, read
    from .running import DigestedReport, LiveProgress, RunRecord
    from .settings import Settings
    from .verifying import Finding, verify
    from .view import render_view, write_view

_HOMES = {
    "comparing": ("Comparison", "compare"),
    "digesting": ("BatchError", "Progress", "adigest", "adigest_many", "digest", "digest_each", "digest_many"),
    "errors": (
        "AuthenticationError", "BudgetSpentError", "InputError", "InvalidAnswerError", "ModelError", "OutputError", "ReportsumError",
        "RequestRefusedError", "ServerUnavailableError", "SettingsError",
    ),
    "export": ("to_frames",),
    "extraction.base": ("Extractor", "ScriptedExtractor"),
    "extraction.drafts": ("AchievementDraft", "ChunkDraft", "Mention", "RiskDraft", "TargetDraft"),
    "languages": ("find_figures",),
    "models": ("Achievement", "Digest", "Evidence", "Figure", "Item", "Risk", "Target"),
    "outlining": ("outline",),
    "panels": ("Panel", "panel"),
    "planning": ("Plan", "plan"),
    "reading": ("SourceText", "find_reports", "from_text", "read"),
    "running": ("DigestedReport", "LiveProgress", "RunRecord"),
    "settings": ("Settings",),
    "verifying": ("Finding", "verify"),
    "view": ("render_view", "write_view"),
}  # fmt: skip
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Achievement",
    "AchievementDraft",
    "AuthenticationError",
    "BatchError",
    "BudgetSpentError",
    "ChunkDraft",
    "Comparison",
    "Digest",
    "DigestedReport",
    "Evidence",
    "Extractor",
    "Figure",
    "Finding",
    "InputError",
    "InvalidAnswerError",
    "Item",
    "LiveProgress",
    "Mention",
    "ModelError",
    "OutputError",
    "Panel",
    "Plan",
    "Progress",
    "ReportsumError",
    "RequestRefusedError",
    "Risk",
    "RiskDraft",
    "RunRecord",
    "ScriptedExtractor",
    "ServerUnavailableError",
    "Settings",
    "SettingsError",
    "SourceText",
    "Target",
    "TargetDraft",
    "__version__",
    "adigest",
    "adigest_many",
    "compare",
    "digest",
    "digest_each",
    "digest_many",
    "find_figures",
    "find_reports",
    "from_text",
    "outline",
    "panel",
    "plan",
    "read",
    "render_view",
    "to_frames",
    "verify",
    "write_view",
]


def __getattr__(name: str) -> Any:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'reportsum' has no attribute {name!r}")
    collects = gc.isenabled()
    gc.disable()  # modules are there to stay: to walk over them while they load takes a tenth of the time
    try:
        value = getattr(importlib.import_module(f".{home}", __name__), name)
    finally:
        if collects:
            if not gc.get_freeze_count():  # all that is there becomes old, without a walk
                gc.freeze()
                gc.unfreeze()
            gc.enable()
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
