"""``hemicycle explain``: say why no programme of a forum exists, and what it would take."""

from pathlib import Path
from typing import Any

import click

from scheduler.cli.endings import BAD, IMPOSSIBLE, KEPT, NOTHING_FOUND
from scheduler.cli.forum_folder import forum_argument
from scheduler.cli.option_types import time_limit_option
from scheduler.cli.printing import say, say_json
from scheduler.cli.progress import progress
from scheduler.cli.verb import Verb, json_option


@click.command(
    cls=Verb,
    short_help="Say why no programme of a forum exists, and what it would take.",
    examples={
        "hemicycle explain data/imrf-2022": "Say which clauses and facts cannot stand together, if any.",
        "hemicycle explain data/imrf-2022 --all 5 --ways-out 0": (
            "Find up to five such sets, the smallest first, and look for no way out."
        ),
        "hemicycle explain data/imrf-2022 --apply 2": (
            "Write the second of the ways out into the forum's files; comments stay."
        ),
    },
    codes=(KEPT, BAD, IMPOSSIBLE, NOTHING_FOUND),
    meanings={
        KEPT: "a programme exists, or a way out was written into the forum's files",
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
@click.option(
    "--ways-out",
    type=click.IntRange(0, 100),
    default=3,
    metavar="N",
    help="How many ways out to look for, the cheapest first; 3 if left out.",
)
@click.option(
    "--apply",
    "chosen",
    type=click.IntRange(1, 100),
    metavar="K",
    help="Write way out K into the forum's files, with their comments as they are.",
)
@time_limit_option
@json_option
def explain(  # noqa: PLR0913, PLR0917 - one argument for each option
    forum: Path,
    most: int | None,
    ways_out: int,
    chosen: int | None,
    time_limit: float | None,
    as_json: bool,
) -> int:
    """Say why no programme of a forum exists: clauses and facts that cannot stand together.

    Each set is smallest: without any one member a programme is possible, as far as the set goes. Both are
    verified by a second configuration of the solver. Physical clauses and the official hours are given in
    every set.

    Then come the cheapest ways out, each with the programme that it yields: what to open, drop, shorten, add
    or set aside. No mandate is ever set aside.
    """
    from scheduler.cli import explain_ways  # noqa: PLC0415  (so that --help stays quick)
    from scheduler.cli import explain_words as words  # noqa: PLC0415
    from scheduler.cli.findings import shortages_found  # noqa: PLC0415
    from scheduler.solving import Limits  # noqa: PLC0415
    from scheduler.use_cases import explain as use_case  # noqa: PLC0415
    from scheduler.use_cases import ways_out as further  # noqa: PLC0415

    limits, count = Limits(seconds=time_limit), max(ways_out, chosen or 0)
    with progress(hidden=as_json) as line:

        def at_once(shortages: Any) -> None:
            if not as_json:
                with line.paused():
                    say(*shortages_found(shortages), "")

        answer = use_case.explain(
            forum, most, limits.half() if count else limits, on_shortages=at_once, tell=line.tell
        )
        if not as_json:
            with line.paused():
                say(*words.lines(answer))
        stands = answer.clashes or answer.breaches
        ways = further.ways_out(forum, count, limits, tell=line.tell) if count and stands else None
    files = explain_ways.apply(forum, ways, chosen)
    if as_json:
        say_json(explain_ways.document(answer, ways, files))
    else:
        say(*explain_ways.ways_lines(answer, ways, chosen, files))
    return KEPT if files else words.ending(answer)
