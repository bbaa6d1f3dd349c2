"""What the exit codes of `reportsum` mean."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes; scripts may rely on them."""

    OK = 0
    """Everything that was asked for is there, whole."""
    USAGE = 2
    """Bad usage or input: nothing could be done."""
    PARTIAL = 3
    """Some report or chunk failed, or something did not hold; the rest is done and written."""
    INTERRUPTED = 130
    """Ctrl-C; what was finished before is kept."""
    PIPE_CLOSED = 141
    """The reader of our output went away (`| head`)."""
