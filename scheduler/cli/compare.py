"""``hemicycle compare``: several programmes side by side."""

from pathlib import Path

import click

from scheduler.cli.endings import BAD, KEPT
from scheduler.cli.forum_folder import ForumFolder
from scheduler.cli.option_types import OutputFolder
from scheduler.cli.printing import say, say_json
from scheduler.cli.verb import Verb, json_option


@click.command(
    cls=Verb,
    short_help="Put several programmes side by side.",
    examples={
        "hemicycle compare data/imrf-2022@1 outputs/imrf-2026": (
            "Compare the programme of 2022 with the timetable that was scheduled for 2026."
        ),
        "hemicycle compare data/imrf-2022@1 data/imrf-2022@last draft.csv --json": (
            "Put a table of meetings beside two releases, as JSON."
        ),
    },
    codes=(KEPT, BAD),
    meanings={KEPT: "done"},
)
@click.argument("programmes", metavar="A B [C]…", nargs=-1)
@click.option(
    "--forum",
    type=ForumFolder(),
    metavar="data/FORUM",
    help="The forum of files that do not name it; of the others, or data/FORUM, if left out.",
)
@click.option(
    "--output",
    type=OutputFolder(),
    metavar="FOLDER",
    help="Write comparison.html here, not to outputs/comparison.",
)
@json_option
def compare(programmes: tuple[str, ...], forum: Path | None, output: Path | None, as_json: bool) -> int:
    """Put from 2 to 12 programmes side by side, of one forum or of several.

    Each is a release (data/FORUM@2, data/FORUM@last, data/FORUM@published), a forum's folder (its last
    release), a folder that hemicycle schedule or alternatives wrote, or a timetable: timetable.json, a CSV,
    an XLSX or an iCalendar file.

    Compared are what each pays at every level of the objective, what it comes to by every criterion (rooms,
    interpretation teams, speakers, overtime and others), and where its meetings are held. Days are the same
    by their names, whatever their dates. A page with small grids is written too.
    """
    from scheduler.cli import compare_words as words  # noqa: PLC0415  (so that --help stays quick)
    from scheduler.use_cases import compare as use_case  # noqa: PLC0415
    from scheduler.use_cases.diff_sides import NoSuchSide  # noqa: PLC0415

    try:
        answer = use_case.compare(programmes, output, forum)
    except NoSuchSide as error:
        raise click.UsageError(str(error)) from None
    if as_json:
        say_json(words.document(answer))
    else:
        say(*words.lines(answer))
    return KEPT
