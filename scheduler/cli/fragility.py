"""``hemicycle fragility``: what becomes of the programme when a room, an officer or a team is lost."""

from pathlib import Path

import click

from scheduler.cli.endings import BAD, BROKEN, FAULT, IMPOSSIBLE, INTERRUPTED, KEPT, NOTHING_FOUND
from scheduler.cli.forum_folder import forum_argument
from scheduler.cli.option_types import OutputFolder, time_limit_option
from scheduler.cli.printing import say, say_json
from scheduler.cli.progress import progress
from scheduler.cli.verb import Verb, json_option


@click.command(
    cls=Verb,
    short_help="Say what becomes of a programme when something is lost.",
    examples={
        "hemicycle fragility data/imrf-2022": (
            "Take away every room, officer and interpretation team in turn, and write to "
            "outputs/imrf-2022-fragility/."
        ),
        "hemicycle fragility data/imrf-2022 --time-limit 60": (
            "Stop after a minute; the next run goes on from what is kept."
        ),
    },
    codes=(KEPT, BROKEN, BAD, IMPOSSIBLE, NOTHING_FOUND, FAULT, INTERRUPTED),
    meanings={
        KEPT: "done",
        BROKEN: "the forum's own data breaks a rule, and is to be put right first",
        IMPOSSIBLE: "the forum is impossible already, without any loss",
    },
)
@forum_argument
@click.option(
    "--output", type=OutputFolder(), metavar="FOLDER", help="Write here, not to outputs/FORUM-fragility."
)
@time_limit_option
@click.option("--no-kept", is_flag=True, help="Solve all again, whatever earlier runs have kept.")
@json_option
def fragility(
    forum: Path, output: Path | None, time_limit: float | None, no_kept: bool, as_json: bool
) -> int:
    """Say for every loss how many meetings move at least, or which clauses make that impossible.

    Lost are every open room in every half-day, every officer (a party with a duty or a statement) in every
    half-day and at all times, and one interpretation team after the other. Moves are counted from the last
    release; where there is none, from the best programme. What a loss comes to is kept, so that a second run
    solves only what has changed.
    """
    from scheduler.cli import fragility_words as words  # noqa: PLC0415  (so that --help stays quick)
    from scheduler.solving import Limits  # noqa: PLC0415
    from scheduler.use_cases import fragility as use_case  # noqa: PLC0415

    with progress(hidden=as_json) as line:
        answer = use_case.fragility(
            forum, output, Limits(seconds=time_limit), keeping=not no_kept, tell=line.tell
        )
    if as_json:
        say_json(words.document(answer))
    else:
        say(*words.lines(answer, Path.cwd()))
    return words.ending(answer)
