"""The command ``hemicycle``: one file a verb, each parses, calls one use case, prints and ends.

Nothing but click is imported before a verb is run, so that ``--help`` answers at once.
"""

import sys


def main() -> None:
    """Run the command with the arguments of the process, and end the process.

    Raises
    ------
    SystemExit
        Always, with one of the exit codes that ``hemicycle --help`` lists.
    """
    from scheduler.cli.command import run  # noqa: PLC0415  (the package itself stays empty)

    sys.exit(run(sys.argv[1:]))
