"""What the command prints: lines, or one JSON document; a reader may hang up at any time."""

import json
import os
import sys
from collections.abc import Mapping
from typing import Any, TextIO

import click

_UNPRINTABLE = dict.fromkeys({*range(0x20), *range(0x7F, 0xA0)} - {0x09, 0x0A})


def say(*lines: str, to_errors: bool = False) -> None:
    """Print lines without the control characters that a terminal would obey.

    Parameters
    ----------
    *lines
        Each may hold several lines itself.
    to_errors
        Print where errors go.
    """
    text = "".join(f"{line}\n" for line in lines).translate(_UNPRINTABLE)
    try:
        click.echo(text, nl=False, err=to_errors)
    except BrokenPipeError:
        hang_up(sys.stderr if to_errors else sys.stdout)


def say_json(document: Mapping[str, Any]) -> None:
    """Print one JSON document, in ASCII so that it survives any terminal and pipe.

    Parameters
    ----------
    document
        What JSON can hold.
    """
    say(json.dumps(document, indent=2))


def hang_up(stream: TextIO) -> None:
    """Send what is printed from now on nowhere, as nobody reads it.

    Parameters
    ----------
    stream
        Standard output or standard error, whose reader has gone.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
