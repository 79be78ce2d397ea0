"""``hemicycle why``: say where else a meeting could be, and what holds it where it is."""

from pathlib import Path

import click

from scheduler.cli.endings import BAD, FAULT, IMPOSSIBLE, INTERRUPTED, KEPT, NOTHING_FOUND
from scheduler.cli.forum_folder import forum_argument
from scheduler.cli.option_types import Seconds
from scheduler.cli.printing import say, say_json
from scheduler.cli.progress import progress
from scheduler.cli.verb import Verb, json_option


@click.command(
    cls=Verb,
    short_help="Say what holds a meeting where it is, and where else it could be.",
    examples={
        "hemicycle why data/imrf-2022 round-table-1": (
            "Say where else round table 1 could be, at what price, and what holds it where it is."
        ),
        "hemicycle why data/imrf-2022 plenary-1 --json": "The same of the first plenary meeting, in JSON.",
    },
    codes=(KEPT, BAD, IMPOSSIBLE, NOTHING_FOUND, FAULT, INTERRUPTED),
    meanings={
        KEPT: "done",
        IMPOSSIBLE: "no programme of the forum exists, wherever the meeting is",
        NOTHING_FOUND: "not all of it was found out in the time given",
    },
)
@forum_argument
@click.argument("meeting", metavar="MEETING")
@click.option(
    "--time-limit", type=Seconds(), metavar="SECONDS", help="Look for answers no longer than so many seconds."
)
@json_option
def why(forum: Path, meeting: str, time_limit: float | None, as_json: bool) -> int:
    """Say why a meeting is where it is.

    Asked about is every room at the beginning of every period of every day in which the meeting fits:
    whether it could be there without loss, at what price, or what forbids it; and what of this holds it
    where the best timetable has it.
    """
    from scheduler.cli import why_words as words  # noqa: PLC0415  (so that --help stays quick)
    from scheduler.solving import Limits  # noqa: PLC0415
    from scheduler.use_cases import why as use_case  # noqa: PLC0415

    with progress(hidden=as_json) as line, words.usage():
        answer = use_case.why(forum, meeting, Limits(seconds=time_limit), tell=line.tell)
    if as_json:
        say_json(words.document(answer))
    else:
        say(*words.lines(answer))
    return words.ending(answer)
