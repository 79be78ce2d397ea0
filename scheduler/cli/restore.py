"""``hemicycle restore``: make an older release the current one, by a new release."""

from pathlib import Path
from typing import Any

import click

from scheduler.cli.endings import BAD, BROKEN, INTERRUPTED, KEPT, NOTHING_FOUND
from scheduler.cli.forum_folder import forum_argument
from scheduler.cli.option_types import OutputFolder, ReleaseNumber
from scheduler.cli.printing import say, say_json
from scheduler.cli.release_options import LATE, STATUSES, order, release_options
from scheduler.cli.verb import Verb, json_option


@click.command(
    cls=Verb,
    short_help="Make an older release the current one, by a new release.",
    examples={
        "hemicycle restore data/imrf-2022 1": "Give out the timetable of release 1 again, as a draft.",
        'hemicycle restore data/imrf-2022 1 --status published --note "As before"': (
            "Publish it, if it still breaks nothing."
        ),
    },
    codes=(KEPT, BROKEN, BAD, NOTHING_FOUND, INTERRUPTED),
    meanings={NOTHING_FOUND: LATE},
)
@forum_argument
@click.argument("number", type=ReleaseNumber(), metavar="N")
@click.option(
    "--status", type=click.Choice(STATUSES), default="draft", show_default=True, help="Of the new release."
)
@click.option(
    "--output", type=OutputFolder(), metavar="FOLDER", help="The outputs are here, not in outputs/FORUM."
)
@release_options
@json_option
def restore(
    forum: Path,
    number: int,
    output: Path | None,
    time_limit: float | None,
    as_json: bool,
    **said: Any,
) -> int:
    """Make the timetable of an older release the current one.

    Nothing is rewritten: a new release is made with the old timetable, and the releases between
    stay as they are. The outputs are then made again.
    """
    said["note"] = said["note"] or f"The timetable of release {number}"
    words_of = order(said)
    from scheduler.cli import release_words as words  # noqa: PLC0415  (so that --help stays quick)
    from scheduler.solving import Limits  # noqa: PLC0415
    from scheduler.use_cases.release import restore as use_case  # noqa: PLC0415

    with words.usage():
        answer = use_case(
            forum,
            number,
            words_of,
            output,
            limits=Limits(seconds=time_limit),
            on_made=words.teller(as_json, Path.cwd()),
        )
    if as_json:
        say_json(words.document(answer))
    else:
        say(*words.lines(answer, Path.cwd(), number))
    return words.ending(answer)
