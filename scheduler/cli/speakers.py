"""``hemicycle speakers``: how many speakers fit, and the list of who is called when."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from scheduler.cli.endings import BAD, FAULT, IMPOSSIBLE, INTERRUPTED, KEPT, NOTHING_FOUND
from scheduler.cli.forum_folder import forum_argument
from scheduler.cli.option_types import OutputFolder, time_limit_option
from scheduler.cli.printing import say, say_json
from scheduler.cli.speaking_limit import SpeakingLimit
from scheduler.cli.verb import Verb, json_option

if TYPE_CHECKING:
    from scheduler.domain.speakers_plan import SpeakersPlan


@click.command(
    cls=Verb,
    short_help="Say how many speakers fit, and make the list of who is called when.",
    examples={
        "hemicycle speakers data/imrf-2022": (
            "Say how many statements fit at which limit; with inscriptions.csv, write the list to "
            "outputs/imrf-2022/."
        ),
        "hemicycle speakers data/imrf-2022 --limit 2:30": "The same with statements of 2 minutes 30 seconds.",
        "hemicycle speakers data/imrf-2022 --compress": (
            "Shorten statements by the forum's compression rule until all of them fit."
        ),
    },
    codes=(KEPT, BAD, IMPOSSIBLE, NOTHING_FOUND, FAULT, INTERRUPTED),
    meanings={IMPOSSIBLE: "the statements do not fit, or not at times at which their speakers can be there"},
)
@forum_argument
@click.option(
    "--limit",
    type=SpeakingLimit(),
    metavar="M:SS",
    help="How long a statement lasts, in place of the data's limit.",
)
@click.option("--compress", is_flag=True, help="Shorten statements by the compression rule until all fit.")
@click.option("--output", type=OutputFolder(), metavar="FOLDER", help="Write here, not to outputs/FORUM.")
@time_limit_option
@json_option
def speakers(  # noqa: PLR0913, PLR0917 - one argument for each option
    forum: Path,
    limit: int | None,
    compress: bool,
    output: Path | None,
    time_limit: float | None,
    as_json: bool,
) -> int:
    """Make the list of speakers of a forum's general debate.

    First it is said how many statements fit at which limit. Then those in inscriptions.csv are put in
    order: by level, by inscription within a level, each at a time at which its speaker can be there, with
    the fewest and shortest departures from that order. What speakers-events.csv says has happened changes
    the rest of the list as little as possible. The list is written as a page, a PDF and a workbook.
    """
    from scheduler.cli import speakers_words as words  # noqa: PLC0415  (so that --help stays quick)
    from scheduler.use_cases import speakers as use_case  # noqa: PLC0415

    if limit is not None and compress:
        raise click.UsageError("--limit and --compress both say how long a statement lasts. Maybe only one")
    asked, said = use_case.Asked(limit, compress), []

    def at_once(plan: "SpeakersPlan") -> None:
        said.append(plan)
        if not as_json:
            say(*words.room_lines(plan))

    answer = use_case.speakers(forum, output, asked, time_limit, at_once)
    if as_json:
        say_json(words.document(answer))
    else:
        say(*(() if said else words.room_lines(answer.plan)), *words.lines(answer, Path.cwd()))
    return words.ending(answer)
