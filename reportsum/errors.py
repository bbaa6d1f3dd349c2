"""Every error this library raises, grouped by who can act on it.

    ReportsumError
    ├── InputError            the user's files: missing, unreadable, empty, binary, damaged, too large
    ├── SettingsError         the user's settings: unknown name, impossible value, missing key or package
    ├── ModelError            the model or its server
    │   ├── AuthenticationError   401/403, wrong or missing key: no retry helps
    │   ├── RequestRefusedError   400/404/422: the server does not take this request
    │   ├── ServerUnavailableError  connection, 408/409/429/5xx until the deadline
    │   ├── InvalidAnswerError    the answers stayed unusable
    │   └── BudgetSpentError      the requests or the money of the run are used up
    ├── OutputError           a digest or export could not be written (disk full, no permission)
    ├── TableError            a data file of this library is wrong: our own bug
    └── UnexpectedError       anything else, caught at the net around a report or chunk: our own bug, or a library's

Facts are attributes, so that callers never parse a message. A message says what happened, where, and what to do next; it never
contains a key or a whole report.
"""

from __future__ import annotations

import os
import traceback
from pathlib import PurePath
from typing import Self

from .foreign import scrubbed, shown


class ReportsumError(Exception):
    """Root of all errors raised on purpose by reportsum."""


class InputError(ReportsumError):
    """A source cannot be read as a report. `source` names it, `remedy` says what the user can do."""

    def __init__(self, source: str | os.PathLike[str], problem: str, remedy: str) -> None:
        super().__init__(f"{source}: {problem}. {remedy}")
        self.source = str(source)
        self.problem = problem
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str, str]]:
        # An error made in another process must come back whole: one that cannot be unpickled would break the pool.
        return type(self), (self.source, self.problem, self.remedy)


class SettingsError(ReportsumError):
    """A setting is unknown, impossible or missing."""


class ModelError(ReportsumError):
    """The model, or the server that runs it, did not do its part."""


class AuthenticationError(ModelError):
    """The server refuses the key (401, 403)."""


class RequestRefusedError(ModelError):
    """The server refuses the request itself (400, 404, 422)."""


class ServerUnavailableError(ModelError):
    """The server could not be reached, or kept failing until the deadline."""


class InvalidAnswerError(ModelError):
    """The model's answers stayed unusable in every attempt."""


class BudgetSpentError(ModelError):
    """The run has made as many requests, or spent as much, as it may. What was answered is kept."""


class OutputError(ReportsumError):
    """A result could not be written. `target` names the file."""

    def __init__(self, target: str | os.PathLike[str], problem: str, remedy: str) -> None:
        super().__init__(f"{target}: {problem}. {remedy}")
        self.target = str(target)
        self.problem = problem
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[OutputError], tuple[str, str, str]]:
        return type(self), (self.target, self.problem, self.remedy)


class UnexpectedError(ReportsumError):
    """A report or chunk failed in a way that nobody foresaw. `place` names it, `trace` is the traceback for a bug report, without keys."""

    def __init__(self, place: str, problem: str, trace: str) -> None:
        super().__init__(
            f"{place}: {problem}. This is a fault of reportsum, and the others go on without this one. "
            "Please tell the maintainers, with the traceback in the run record."
        )
        self.place = place
        self.problem = problem
        self.trace = trace

    @classmethod
    def of(cls, place: str, error: Exception) -> Self:
        """Return the error that stands for `error`."""
        frames = traceback.extract_tb(error.__traceback__)
        where = f" ({PurePath(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
        words = shown(str(error), _WORDS_SHOWN)
        trace = scrubbed("".join(traceback.format_exception(error, limit=_FRAMES_KEPT)), parts=False)
        return cls(place, f"{type(error).__name__}{where}{': ' if words else ''}{words}", trace[:_TRACE_KEPT])

    def __reduce__(self) -> tuple[type[UnexpectedError], tuple[str, str, str]]:
        return type(self), (self.place, self.problem, self.trace)


_WORDS_SHOWN = 200
_FRAMES_KEPT = -30
"""The innermost ones; a recursion has thousands."""
_TRACE_KEPT = 20_000


class TableError(ReportsumError):
    """A table shipped with the library is wrong. The message names file and row."""
