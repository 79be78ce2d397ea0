"""The command ``hemicycle``: one file a verb, each parses, calls one use case, prints and ends.

Nothing but click is imported before a verb is run, so that ``--help`` answers at once.
"""

import gc
import os
import sys
from contextlib import suppress

from scheduler.cli.interruption import listen


def main() -> None:
    """Run the command with the arguments of the process, and end the process.

    The exit code is one of those that ``hemicycle --help`` lists.
    """
    # Most of a short run is importing: what is imported stays, so looking for garbage in it is lost time.
    gc.set_threshold(100_000)
    # No other package may change how our data is read, and asking all of them takes time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    heard = listen()
    try:
        from scheduler.cli.command import run  # noqa: PLC0415  (so that its imports can be interrupted)

        code = run(sys.argv[1:], heard)
    except KeyboardInterrupt:
        sys.stderr.write("Interrupted; no file is half written.\n")
        code = 130
    end(code)


def end(code: int) -> None:
    """End the process at once: taking the solver and its libraries apart takes longer than a solve.

    Parameters
    ----------
    code
        The exit code.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):  # closed, or never opened
            stream.flush()
    os._exit(code)
