"""What is said of a release on the command line: its status, note, time, and who answers for what."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from scheduler.cli.option_types import time_limit_option

if TYPE_CHECKING:
    from scheduler.use_cases.release import Order

_NO_REASON = 'its --because is empty. Maybe --because "The interpreters have agreed"'
STATUSES = ("draft", "tentative", "published")
LATE = "no timetable in the time given: the release is made, but not its outputs"
"""What the exit code of no timetable means for a release."""
_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)", re.ASCII)


class Instant(click.ParamType[datetime]):
    """A date and time with its offset (RFC 3339)."""

    name = "instant"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Return the time.

        Parameters
        ----------
        value
            As it was typed.
        param, ctx
            As click gives them.

        Returns
        -------
        datetime
            With its offset.
        """
        from scheduler.reading.release_checks import YEARS  # noqa: PLC0415  (so that --help stays quick)

        if _INSTANT.fullmatch(value) and int(value[:4]) in YEARS:
            with suppress(ValueError):
                return datetime.fromisoformat(value)
        return self.fail(
            f"'{value}' is no date and time with an offset. Maybe 2022-04-29T12:00:00-04:00", param, ctx
        )


class Note(click.ParamType[str]):
    """Words on one line."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the words.

        Parameters
        ----------
        value
            As they were typed.
        param, ctx
            As click gives them.

        Returns
        -------
        str
            Without spaces around them.
        """
        words = str(value).strip()
        return words if words.isprintable() else self.fail("holds a control character", param, ctx)


_OPTIONS = (
    click.option("--note", type=Note(), default="", metavar="TEXT", help="What is to be said of it."),
    click.option(
        "--released",
        type=Instant(),
        metavar="TIME",
        help="When it is given out, such as 2022-04-29T12:00:00-04:00; now, if left out.",
    ),
    click.option(
        "--acknowledge",
        multiple=True,
        metavar="CLAUSE",
        help="A clause of practice that it breaks and you answer for; needs --because.",
    ),
    click.option(
        "--because", type=Note(), multiple=True, metavar="TEXT", help="Why; one for each --acknowledge."
    ),
    time_limit_option,
)


def release_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a verb the options of a release.

    Parameters
    ----------
    command
        What the verb does.

    Returns
    -------
    callable
        The same with its options.
    """
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def order(said: dict[str, Any]) -> "Order":
    """Put together what was said of a release.

    Parameters
    ----------
    said
        The values of the options, by their names.

    Returns
    -------
    Order
        For the use case.
    """
    from scheduler.use_cases.release import Order  # noqa: PLC0415  (so that --help stays quick)

    clauses, reasons = said["acknowledge"], said["because"]
    if len(clauses) != len(reasons):
        given = f"{len(clauses)} --acknowledge and {len(reasons)} --because"
        raise click.UsageError(f"there are {given}. Maybe give each --acknowledge a --because of its own")
    empty = next((clause for clause, reason in zip(clauses, reasons, strict=True) if not reason), None)
    if empty is not None:
        raise click.UsageError(f"the clause '{empty}' is acknowledged without a reason: {_NO_REASON}")
    if len({*clauses}) < len(clauses):
        raise click.UsageError("a clause is acknowledged twice. Maybe leave one of them out")
    return Order(said["status"], said["note"], said["released"], dict(zip(clauses, reasons, strict=True)))
