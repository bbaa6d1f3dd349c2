"""The command line: parse, one library call, render, exit with a named code.

Data goes to stdout, progress and talk to stderr. Each command is a module of this package with
`add_arguments` and `run`; it is imported only when it is the one asked for, so that
`reportsum --help` stays fast.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence

from ..errors import ReportsumError
from .commands import command_module, help_text, parse
from .endings import drop_stdout, ended_like_ctrl_c, open_streams
from .exits import Exit
from .screens import StdoutError, complain, flush, say


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` (default: that of the process) and return the exit code, see `exits`."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    open_streams()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # an ASCII terminal gets escapes instead of a crash
    options = parse(arguments)
    if options.command is None:
        sys.stderr.write(help_text() + "\n")
        return Exit.USAGE
    try:
        with ended_like_ctrl_c():
            code: Exit = command_module(options.command).run(options)
            flush()
    except StdoutError as error:
        complain(error)
        drop_stdout()
        return Exit.USAGE
    except ReportsumError as error:
        complain(error)
        return Exit.USAGE
    except KeyboardInterrupt:
        say("interrupted; what was finished is kept")
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # The reader of our output (head, less) has seen enough.
        drop_stdout()
        return Exit.PIPE_CLOSED
    return code
