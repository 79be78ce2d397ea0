"""``hemicycle explain``: say why no programme of a forum exists, and what it would take."""

from pathlib import Path

import click

from scheduler.cli.endings import BAD, IMPOSSIBLE, KEPT, NOTHING_FOUND
from scheduler.cli.forum_folder import forum_argument
from scheduler.cli.option_types import time_limit_option
from scheduler.cli.printing import say, say_json
from scheduler.cli.progress import progress
from scheduler.cli.verb import Verb, json_option


@click.command(
    cls=Verb,
    short_help="Say why no programme of a forum exists.",
    examples={
        "hemicycle explain data/imrf-2022": "Say which clauses and facts cannot stand together, if any.",
        "hemicycle explain data/imrf-2022 --all 5": "Find up to five such sets, the smallest first.",
    },
    codes=(KEPT, BAD, IMPOSSIBLE, NOTHING_FOUND),
    meanings={
        KEPT: "a programme exists",
        IMPOSSIBLE: "proven impossible, and explained",
        NOTHING_FOUND: "neither was found out in the time given",
    },
)
@forum_argument
@click.option(
    "--all",
    "most",
    type=click.IntRange(1, 1000),
    metavar="N",
    help="Find up to N different sets, the smallest first. Without it: sets that are there independently.",
)
@time_limit_option
@json_option
def explain(forum: Path, most: int | None, time_limit: float | None, as_json: bool) -> int:
    """Say why no programme of a forum exists: clauses and facts that cannot stand together.

    Each set is smallest: without any one member a programme is possible, as far as the set goes. Both are
    verified by a second configuration of the solver. Physical clauses and the official hours are given in
    every set.
    """
    from scheduler.cli import explain_words as words  # noqa: PLC0415  (so that --help stays quick)
    from scheduler.solving import Limits  # noqa: PLC0415
    from scheduler.use_cases import explain as use_case  # noqa: PLC0415

    with progress(hidden=as_json) as line:
        answer = use_case.explain(forum, most, Limits(seconds=time_limit), tell=line.tell)
    if as_json:
        say_json(words.document(answer))
    else:
        say(*words.lines(answer))
    return words.ending(answer)
