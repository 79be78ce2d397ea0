"""``hemicycle alternatives``: several programmes of one forum that are equally good."""

import re
from pathlib import Path
from typing import Any

import click

from scheduler.cli.endings import BAD, BROKEN, FAULT, IMPOSSIBLE, INTERRUPTED, KEPT, NOTHING_FOUND
from scheduler.cli.forum_folder import forum_argument
from scheduler.cli.option_types import OutputFolder, time_limit_option
from scheduler.cli.printing import say, say_json
from scheduler.cli.progress import progress
from scheduler.cli.verb import Verb, json_option

_SLACK = re.compile(r"([1-9][0-9]{0,2})=([0-9]{1,9})", re.ASCII)


class Slack(click.ParamType[tuple[int, int]]):
    """A level and what it may cost more."""

    name = "slack"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        """Return the level and the units.

        Parameters
        ----------
        value
            As written.
        param, ctx
            Of the run.

        Returns
        -------
        tuple of int
            The number of the level, and units of that level.
        """
        written = _SLACK.fullmatch(str(value))
        if written is None:
            self.fail(f"'{value}' is no level with what it may cost more. Maybe 3=1", param, ctx)
        return int(written[1]), int(written[2])


@click.command(
    cls=Verb,
    short_help="Find several programmes that are equally good.",
    examples={
        "hemicycle alternatives data/imrf-2022 --from-scratch": (
            "Write five programmes that are as different as possible to outputs/imrf-2022-alternatives/."
        ),
        "hemicycle alternatives data/imrf-2026 --count 3 --distance 4": (
            "Three programmes of which any two differ by four meetings or more."
        ),
        "hemicycle alternatives data/imrf-2026 --slack 6=20": "Let level 6 cost up to 20 more than it must.",
        "hemicycle alternatives data/imrf-2026 --all": "Count and list every one.",
    },
    codes=(KEPT, BROKEN, BAD, IMPOSSIBLE, NOTHING_FOUND, FAULT, INTERRUPTED),
    meanings={
        KEPT: "done; where fewer were found than asked for, it says what is proven",
        NOTHING_FOUND: "no programme was proven to be the best in the time given",
    },
)
@forum_argument
@click.option("--count", type=click.IntRange(1, 999), metavar="K", help="So many programmes; 5 if not said.")
@click.option(
    "--distance",
    type=click.IntRange(1, 999),
    metavar="N",
    help="Any two differ in the time or room of so many meetings at least; 1 if not said.",
)
@click.option(
    "--slack",
    type=Slack(),
    multiple=True,
    metavar="LEVEL=N",
    help="Let a level cost up to N more than it must; levels are numbered as schedule lists them.",
)
@click.option("--from-scratch", is_flag=True, help="Solve from nothing, as if nothing had been released.")
@click.option("--all", "every", is_flag=True, help="List every programme, one a line, and count them.")
@click.option(
    "--output", type=OutputFolder(), metavar="FOLDER", help="Write here, not to outputs/FORUM-alternatives."
)
@time_limit_option
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    metavar="N",
    help="Solve with so many threads; the answer is the same.",
)
@json_option
def alternatives(  # noqa: PLR0913, PLR0917 - one argument for each option
    forum: Path,
    count: int | None,
    distance: int | None,
    slack: tuple[tuple[int, int], ...],
    from_scratch: bool,
    every: bool,
    output: Path | None,
    time_limit: float | None,
    workers: int | None,
    as_json: bool,
) -> int:
    """Find programmes that are equal at every level, and as different from each other as possible.

    The first is the one of hemicycle schedule. Of each is said what sets it apart, and of all what is
    proven: that none are farther apart, or that there are no more. Two programmes differ in a meeting when
    its time or its room differs; minutes of agendas do not count. Programmes count once that only exchange
    what nothing tells apart, such as two rooms that are alike.
    """
    from scheduler.cli import alternatives_words as words  # noqa: PLC0415  (so that --help stays quick)
    from scheduler.solving import Limits  # noqa: PLC0415
    from scheduler.solving.alternatives import Wanted  # noqa: PLC0415
    from scheduler.use_cases import alternatives as use_case  # noqa: PLC0415
    from scheduler.use_cases.alternatives_start import NoSuchLevel  # noqa: PLC0415

    if every and (count or distance):
        raise click.UsageError("--all lists every programme, whatever --count and --distance. Maybe only one")
    asked = use_case.Asked(Wanted(count or 5, distance or 1), dict(slack), every, from_scratch)
    limits = Limits(seconds=time_limit, workers=workers or 0)
    with progress(hidden=as_json) as line:
        try:
            answer = use_case.alternatives(forum, output, asked, limits, line.tell)
        except NoSuchLevel as error:
            raise click.UsageError(str(error)) from None
    if as_json:
        say_json(words.document(answer))
    else:
        say(*words.lines(answer, Path.cwd()))
    return words.ending(answer)
