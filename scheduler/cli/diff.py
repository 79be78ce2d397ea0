"""``hemicycle diff``: what is otherwise in one programme than in another."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from scheduler.cli.diff_options import KIND_NAMES, Concerned, Page
from scheduler.cli.endings import BAD, BROKEN, KEPT
from scheduler.cli.forum_folder import ForumFolder
from scheduler.cli.printing import say, say_json
from scheduler.cli.verb import Verb, json_option

if TYPE_CHECKING:
    from scheduler.domain.difference import DifferenceKind
    from scheduler.use_cases.diff_only import Concern


@click.command(
    cls=Verb,
    short_help="Say what is otherwise in one programme than in another.",
    examples={
        "hemicycle diff data/imrf-2022@1 outputs/imrf-2022": (
            "Compare release 1 with the timetable that was scheduled last."
        ),
        "hemicycle diff data/imrf-2022@published draft.csv --only party=Egypt": (
            "Say what a table of meetings changes for Egypt since the last published release."
        ),
        "hemicycle diff data/imrf-2022@1 data/imrf-2022 --hide room --html diff.html": (
            "Show release 1 and the last one side by side on a page, rooms passed over."
        ),
    },
    codes=(KEPT, BROKEN, BAD),
    meanings={KEPT: "done", BROKEN: "with --exit-code: there are differences"},
)
@click.argument("before", metavar="A")
@click.argument("now", metavar="B")
@click.option(
    "--forum",
    type=ForumFolder(),
    metavar="data/FORUM",
    help="The forum of files that do not name it; of the other side, or data/FORUM, if left out.",
)
@click.option(
    "--hide",
    type=KIND_NAMES,
    metavar="KIND,…",
    help="Pass over these of: cancelled, added, day, date, time, room, title, segment, duty.",
)
@click.option(
    "--only",
    type=Concerned(),
    multiple=True,
    metavar="WHAT=NAME",
    help=(
        "Only what concerns a party, session, room or day, by its id or name, then or now. A party is "
        "concerned as in notices: when it attends what is moved, added or cancelled, has a duty where a "
        "title or agenda differs, or gets or loses a duty."
    ),
)
@click.option("--html", "page", type=Page(), metavar="FILE", help="Write a page with both grids too.")
@click.option("--exit-code", is_flag=True, help="End with 1 when there are differences.")
@json_option
def diff(  # noqa: PLR0913, PLR0917 - one argument for each option
    before: str,
    now: str,
    forum: Path | None,
    hide: "tuple[DifferenceKind, ...] | None",
    only: "tuple[tuple[Concern, str], ...]",
    page: Path | None,
    exit_code: bool,
    as_json: bool,
) -> int:
    """Say what is otherwise in B than in A.

    A and B are each a release (data/FORUM@2, data/FORUM@last, data/FORUM@published), a forum's folder
    (its last release), a folder that hemicycle schedule wrote, or a timetable: timetable.json, a CSV, an
    XLSX or an iCalendar file. Days are the same by their names, whatever their dates.

    Compared are places, times, titles, agendas and duties, as far as both sides carry them. Who attends
    is not compared: the notices in outputs/FORUM/notices say for whom a meeting is new, or no longer.
    """
    from scheduler.cli import diff_words as words  # noqa: PLC0415  (so that --help stays quick)
    from scheduler.use_cases import diff as use_case  # noqa: PLC0415
    from scheduler.use_cases.diff_only import NoSuchConcern  # noqa: PLC0415
    from scheduler.use_cases.diff_sides import NoSuchSide  # noqa: PLC0415

    try:
        answer = use_case.diff(before, now, forum=forum, hide=hide or (), only=only, page=page)
    except (NoSuchSide, NoSuchConcern) as error:
        raise click.UsageError(str(error)) from None
    if as_json:
        say_json(words.document(answer))
    else:
        say(*words.lines(answer))
    return BROKEN if exit_code and answer.difference.meetings else KEPT
