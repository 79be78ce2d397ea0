"""``hemicycle milestones``: what has to be done by when, before and after a forum."""

from datetime import date
from pathlib import Path

import click

from scheduler.cli.date_type import IsoDate
from scheduler.cli.endings import BAD, INTERRUPTED, KEPT
from scheduler.cli.forum_folder import forum_argument
from scheduler.cli.option_types import OutputFolder
from scheduler.cli.printing import say, say_json
from scheduler.cli.verb import Verb, json_option


@click.command(
    cls=Verb,
    short_help="List what has to be done by when, before and after a forum.",
    examples={
        "hemicycle milestones data/imrf-2022": (
            "List the milestones with their last days, and write them to outputs/imrf-2022/."
        ),
        "hemicycle milestones data/imrf-2022 --today 2022-03-01": (
            "Say too what was due and what was late on 1 March 2022."
        ),
    },
    codes=(KEPT, BAD, INTERRUPTED),
    meanings={KEPT: "done, whatever is late"},
)
@forum_argument
@click.option("--today", type=IsoDate(), metavar="DATE", help="Say what is due and what is late on this day.")
@click.option("--output", type=OutputFolder(), metavar="FOLDER", help="Write here, not to outputs/FORUM.")
@json_option
def milestones(forum: Path, today: date | None, output: Path | None, as_json: bool) -> int:
    """List the milestones of a forum, each with its last day and the clause that sets it.

    A milestone is done before or after the forum, such as a report. Its last day follows from the days of
    the forum; working days leave out weekends and the venue's holidays. What a clause only wishes for is
    listed apart. milestones.csv and calendars/milestones.ics are written, and do not depend on --today.
    """
    from scheduler.cli import milestones_words as words  # noqa: PLC0415  (so that --help stays quick)
    from scheduler.use_cases import milestones as use_case  # noqa: PLC0415

    answer = use_case.milestones(forum, output, today)
    if as_json:
        say_json(words.document(answer))
    else:
        say(*words.lines(answer, Path.cwd()))
    return KEPT
