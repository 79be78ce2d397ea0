"""``hemicycle why-not``: say what forbids a place for a meeting, or what it would cost."""

from pathlib import Path

import click

from scheduler.cli.endings import BAD, BROKEN, FAULT, IMPOSSIBLE, INTERRUPTED, KEPT, NOTHING_FOUND
from scheduler.cli.forum_folder import forum_argument
from scheduler.cli.option_types import Seconds
from scheduler.cli.printing import say, say_json
from scheduler.cli.progress import progress
from scheduler.cli.verb import Verb, json_option


@click.command(
    "why-not",
    cls=Verb,
    short_help="Say what forbids a place for a meeting, or its price.",
    examples={
        "hemicycle why-not data/imrf-2022 round-table-4 --day day-2 --period afternoon": (
            "Say why round table 4 is not held on the second afternoon."
        ),
        "hemicycle why-not data/imrf-2022 hearing-1 --day hearing-day --at 09:30": (
            "Say why the hearing does not begin at 09:30."
        ),
    },
    codes=(KEPT, BROKEN, BAD, IMPOSSIBLE, NOTHING_FOUND, FAULT, INTERRUPTED),
    meanings={
        KEPT: "it can be held there, and the price is said",
        BROKEN: "it is forbidden there, and what forbids it is said",
        IMPOSSIBLE: "no programme of the forum exists, wherever the meeting is",
        NOTHING_FOUND: "neither was found out in the time given",
    },
)
@forum_argument
@click.argument("meeting", metavar="MEETING")
@click.option("--day", required=True, metavar="DAY", help="Name of a day, such as day-2.")
@click.option("--period", metavar="PERIOD", help="Name of a period, inside which the meeting is to lie.")
@click.option("--at", metavar="HH:MM", help="The time at which it is to begin.")
@click.option("--room", metavar="ROOM", help="Id of a room of the venue; without it, any room.")
@click.option(
    "--time-limit",
    type=Seconds(),
    metavar="SECONDS",
    help="Look for the answer no longer than so many seconds.",
)
@json_option
def why_not(  # noqa: PLR0913, PLR0917 - one argument for each option
    forum: Path,
    meeting: str,
    day: str,
    period: str | None,
    at: str | None,
    room: str | None,
    time_limit: float | None,
    as_json: bool,
) -> int:
    """Say why a meeting is not held at some time: what forbids it, or what it would cost.

    The price is how much each level of the objective changes from the best timetable, and the moves that
    follow, as few as possible. What forbids the place are the fewest clauses and facts that cannot stand
    together with it, verified by a second configuration of the solver.
    """
    from scheduler.cli import why_not_words as words  # noqa: PLC0415  (so that --help stays quick)
    from scheduler.solving import Limits  # noqa: PLC0415
    from scheduler.use_cases import why_not as use_case  # noqa: PLC0415

    if (period is None) == (at is None):
        said = "both --period and --at say when" if at else "neither --period nor --at says when"
        raise click.UsageError(f"{said}. Maybe only --period morning")
    with progress(hidden=as_json) as line, words.usage():
        answer = use_case.why_not(
            forum,
            meeting,
            day,
            period=period,
            at=at,
            room=room,
            limits=Limits(seconds=time_limit),
            tell=line.tell,
        )
    if as_json:
        say_json(words.document(answer))
    else:
        say(*words.lines(answer))
    return words.ending(answer)
