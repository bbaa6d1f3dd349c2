"""The progress bar on stderr."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING

from .screens import talk_console

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from ..running import LiveProgress


class ReportBar:
    """A bar of reports done, with a word on chunks while a model reads; nothing at all when quiet."""

    def __init__(self, total: int, *, quiet: bool) -> None:
        self._total = total
        self._quiet = quiet
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> ReportBar:
        if not self._quiet:
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

            detail = TextColumn("{task.fields[detail]}")
            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), detail)
            self._bar = Progress(*columns, console=talk_console())
            self._task = self._bar.add_task("reports", total=self._total, detail="")
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.stop()

    def advance(self) -> None:
        """Count one report more."""
        if self._bar is not None and self._task is not None:
            self._bar.advance(self._task)

    def follow(self, live: LiveProgress) -> None:
        """Show how far a model has come."""
        if self._bar is not None and self._task is not None:
            detail = f"chunks {live.chunks}/{live.chunks_known}, {live.cached} cached, {live.failed} failed"
            self._bar.update(self._task, detail=f"{detail}, {live.tokens_per_second:.0f} tokens/s")
