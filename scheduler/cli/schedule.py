"""``hemicycle schedule``: find the best timetable of a forum and write it."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scheduler.cli.endings import BAD, BROKEN, FAULT, IMPOSSIBLE, INTERRUPTED, KEPT, NOTHING_FOUND
from scheduler.cli.forum_folder import forum_argument
from scheduler.cli.option_types import FORMAT_NAMES, OutputFolder, time_limit_option
from scheduler.cli.printing import say, say_json
from scheduler.cli.progress import Progress, progress
from scheduler.cli.verb import Verb, json_option

if TYPE_CHECKING:
    from scheduler.solving import Limits


@click.command(
    cls=Verb,
    short_help="Find the best timetable of a forum and write it.",
    examples={
        "hemicycle schedule data/imrf-2022": (
            "Solve the forum and write every format to outputs/imrf-2022/."
        ),
        "hemicycle schedule data/imrf-2022 --formats json,ics --output draft": (
            "Write only timetable.json and the calendars, to another folder."
        ),
        "hemicycle schedule data/imrf-2022 --from-scratch --time-limit 60": (
            "Pass over the last release, and stop after a minute with the best found."
        ),
        "hemicycle schedule data/imrf-2022 --time-limit 60 --reproducible": (
            "Stop after so much work that every run stops with the same timetable."
        ),
    },
    codes=(KEPT, BROKEN, BAD, IMPOSSIBLE, NOTHING_FOUND, FAULT, INTERRUPTED),
)
@forum_argument
@click.option("--output", type=OutputFolder(), metavar="FOLDER", help="Write here, not to outputs/FORUM.")
@click.option(
    "--formats",
    type=FORMAT_NAMES,
    metavar="NAME,…",
    help="Write only these of: json, csv, xlsx, txt, html, ics, notices, milestones, side-events, report, "
    "run. Those of hemicycle export may be named too.",
)
@time_limit_option
@click.option(
    "--reproducible",
    is_flag=True,
    help="Let --time-limit count work instead of seconds, about one each, done by one worker: slower, but "
    "what it cuts off is the same, byte for byte, on every run. Never goes on from an earlier run.",
)
@click.option(
    "--from-scratch",
    is_flag=True,
    help="Solve from nothing, as if nothing had been released and no earlier run had found anything.",
)
@click.option(
    "--freeze",
    multiple=True,
    metavar="WHAT",
    help="Hold session:ID, meeting:ID, room:ID, day:ID or party:ID where the last release has it.",
)
@json_option
def schedule(  # noqa: PLR0913, PLR0917 - one argument for each option
    forum: Path,
    output: Path | None,
    formats: tuple[str, ...] | None,
    time_limit: float | None,
    reproducible: bool,
    from_scratch: bool,
    freeze: tuple[str, ...],
    as_json: bool,
) -> int:
    """Find the best timetable of a forum, have it judged, and write it.

    Clauses of tier physical, mandate and practice are kept; preferences are minimised level by
    level, each with its proof. A timetable that is proven best is the same, byte for byte, on
    every run; one without that proof ends with 0 too, and says so.

    Ctrl-C ends the search, once something is found: the best so far is judged and written. A second
    Ctrl-C ends the run at once. As long as the forum's data does not change, the next run goes on from
    there, with what was proven already.
    """
    from scheduler.cli import schedule_words as words  # noqa: PLC0415  (so that --help stays quick)
    from scheduler.cli.findings import data_breaches, shortages_found  # noqa: PLC0415
    from scheduler.cli.interruption import first_stops  # noqa: PLC0415
    from scheduler.publishing import FORMATS  # noqa: PLC0415
    from scheduler.solving import Limits  # noqa: PLC0415
    from scheduler.use_cases import schedule as use_case  # noqa: PLC0415

    if freeze and from_scratch:
        raise click.UsageError("--freeze keeps to a release that --from-scratch passes over. Maybe only one")
    if reproducible and time_limit is None:
        raise click.UsageError("--reproducible is about what --time-limit cuts off. Maybe --time-limit 60")
    limits = Limits(seconds=time_limit, reproducible=reproducible, anytime=True)
    with progress(hidden=as_json) as line, words.usage(), first_stops(lambda: _stopped(limits, line)):

        def at_once(lines: Iterable[str]) -> None:
            if not as_json:
                with line.paused():
                    say(*lines, "")

        answer = use_case.schedule(
            forum,
            output,
            formats or tuple(FORMATS),
            limits,
            from_scratch=from_scratch,
            freeze=freeze,
            on_breaches=lambda breaches: at_once(data_breaches(breaches)),
            on_shortages=lambda shortages: at_once(shortages_found(shortages)),
            on_earlier=lambda earlier: at_once(words.earlier(earlier, Path.cwd())),
            tell=line.tell,
        )
    if as_json:
        say_json(words.document(answer))
    else:
        say(*words.lines(answer, Path.cwd()))
    return words.ending(answer)


def _stopped(limits: "Limits", line: Progress) -> bool:
    """End the search at Ctrl-C where something is found, and say so."""
    stops = limits.deadline.stop()
    if stops:
        line.tell("stopping with the best found; a second Ctrl-C ends at once")
    return stops
