"""``hemicycle import``: the folder of a forum, made from the file of another tool."""

from pathlib import Path
from typing import Any

import click

from scheduler.cli.endings import BAD, KEPT
from scheduler.cli.printing import say, say_json
from scheduler.cli.release_options import Instant
from scheduler.cli.verb import Verb, json_option


@click.command(
    "import",
    cls=Verb,
    short_help="Make a forum of another tool's programme, or bring it up to date.",
    examples={
        "hemicycle import schedule.xml --as summer-2027": (
            "Make data/summer-2027 from a schedule of frab, c3voc or pretalx; its programme is release 1."
        ),
        "hemicycle import sessions.csv --as summer-2027 --timezone Europe/Berlin": (
            "Make it from a table with the columns session, title, room, date, start, end, speakers."
        ),
        "hemicycle import newer.xml --as summer-2027 --replace": (
            "Bring it up to date, also where files were changed by hand."
        ),
    },
    codes=(KEPT, BAD),
    meanings={KEPT: "done"},
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE")
@click.option("--as", "name", required=True, metavar="NAME", help="Of the forum: it is made in data/NAME.")
@click.option("--timezone", default="", metavar="ZONE", help="Of the programme, such as Europe/Berlin.")
@click.option("--replace", is_flag=True, help="Write files again that were changed by hand since the import.")
@click.option(
    "--released", type=Instant(), metavar="TIME", help="When the programme was given out; now, if left out."
)
@json_option
def import_programme(file: Path, as_json: bool, **said: Any) -> int:
    """Make data/NAME from FILE: schedule.xml or .json, JSON of pretalx, CSV, XLSX, CoSPLib.

    The programme in FILE becomes release 1. What FILE does not say is derived, marked as an assumption,
    and told. Where NAME was imported before, its ids and releases stay, and its data is brought up to
    date; what was changed by hand is not lost without --replace.
    """
    from scheduler.cli import import_words as words  # noqa: PLC0415  (so that --help stays quick)
    from scheduler.use_cases import import_programme as use_case  # noqa: PLC0415
    from scheduler.use_cases.release_time import NotYet  # noqa: PLC0415

    try:
        answer = use_case.import_programme(file, use_case.Wish(**said))
    except (use_case.CannotImport, NotYet) as error:
        raise click.UsageError(str(error)) from None
    if as_json:
        say_json(words.document(answer))
    else:
        say(*words.lines(answer))
    return KEPT
