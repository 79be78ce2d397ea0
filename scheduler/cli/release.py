"""``hemicycle release``: freeze a timetable as the next release."""

from pathlib import Path
from typing import Any

import click

from scheduler.cli.endings import BAD, BROKEN, INTERRUPTED, KEPT, NOTHING_FOUND
from scheduler.cli.forum_folder import forum_argument
from scheduler.cli.option_types import OutputFolder
from scheduler.cli.printing import say, say_json
from scheduler.cli.release_options import LATE, STATUSES, order, release_options
from scheduler.cli.verb import Verb, json_option


@click.command(
    cls=Verb,
    short_help="Freeze the current timetable as the next release.",
    examples={
        'hemicycle release data/imrf-2022 --status draft --note "For the bureau"': (
            "Freeze what was last scheduled to outputs/imrf-2022."
        ),
        "hemicycle release data/imrf-2022 --status published --timetable own.xlsx": (
            "Publish a timetable made by hand, if it breaks nothing; a breach of practice needs "
            "--acknowledge CLAUSE --because TEXT."
        ),
    },
    codes=(KEPT, BROKEN, BAD, NOTHING_FOUND, INTERRUPTED),
    meanings={NOTHING_FOUND: LATE},
)
@forum_argument
@click.option("--status", type=click.Choice(STATUSES), required=True, help="How far it can be relied on.")
@click.option(
    "--timetable",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Freeze this timetable, and not the one last scheduled.",
)
@click.option(
    "--output", type=OutputFolder(), metavar="FOLDER", help="The outputs are here, not in outputs/FORUM."
)
@release_options
@json_option
def release(
    forum: Path,
    timetable: Path | None,
    output: Path | None,
    time_limit: float | None,
    as_json: bool,
    **said: Any,
) -> int:
    """Freeze the current timetable as the next numbered release, which never changes afterwards.

    A timetable that breaks a mandate cannot be published; a breach of practice has to be answered
    for. The outputs are then made again, so that calendars bear the release's date and status.
    """
    words_of = order(said)
    from scheduler.cli import release_words as words  # noqa: PLC0415  (so that --help stays quick)
    from scheduler.solving import Limits  # noqa: PLC0415
    from scheduler.use_cases.release import release as use_case  # noqa: PLC0415

    with words.usage():
        answer = use_case(
            forum,
            words_of,
            timetable,
            output,
            limits=Limits(seconds=time_limit),
            on_made=words.teller(as_json, Path.cwd()),
        )
    if as_json:
        say_json(words.document(answer))
    else:
        say(*words.lines(answer, Path.cwd()))
    return words.ending(answer)
