"""``hemicycle check``: judge a timetable that somebody made by hand or elsewhere."""

from pathlib import Path

import click

from scheduler.cli.endings import BAD, BROKEN, KEPT
from scheduler.cli.forum_folder import forum_argument
from scheduler.cli.printing import say, say_json
from scheduler.cli.verb import Verb, json_option


@click.command(
    cls=Verb,
    short_help="Judge a timetable made by hand or elsewhere.",
    examples={
        "hemicycle check data/imrf-2022 outputs/imrf-2022/timetable.json": (
            "Judge a timetable that hemicycle wrote."
        ),
        "hemicycle check data/imrf-2022 draft.xlsx": (
            "Judge a sheet with the columns meeting, room, start, end; a CSV has the same."
        ),
        "hemicycle check data/imrf-2022 calendar.ics --json": "Judge a calendar, and answer in JSON.",
    },
    codes=(KEPT, BROKEN, BAD),
)
@forum_argument
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE")
@json_option
def check(forum: Path, file: Path, as_json: bool) -> int:
    """Judge a timetable: timetable.json, a CSV, an XLSX or an iCalendar file.

    Lists every clause that it breaks, with paragraph, tier, names and times, what its preferences
    cost, what is still open, and what the file does not say. A preference is never a reason to
    end with 1.
    """
    from scheduler.cli import check_words as words  # noqa: PLC0415  (so that --help stays quick)
    from scheduler.use_cases import check as use_case  # noqa: PLC0415

    answer = use_case.check(forum, file)
    if as_json:
        say_json(words.document(answer))
    else:
        say(*words.lines(answer))
    return KEPT if answer.kept else BROKEN
