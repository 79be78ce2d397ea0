"""``hemicycle releases``: list what was given out."""

from pathlib import Path

import click

from scheduler.cli.endings import BAD, KEPT
from scheduler.cli.forum_folder import forum_argument
from scheduler.cli.printing import say, say_json
from scheduler.cli.verb import Verb, json_option


@click.command(
    cls=Verb,
    short_help="List the releases of a forum.",
    examples={
        "hemicycle releases data/imrf-2022": "List what was given out, when, and as what.",
        "hemicycle releases data/imrf-2022 --json": "The same for other programs.",
    },
    codes=(KEPT, BAD),
)
@forum_argument
@json_option
def releases(forum: Path, as_json: bool) -> int:
    """List the releases of a forum: number, status, time, note, and what was answered for."""
    from scheduler.cli import releases_words as words  # noqa: PLC0415  (so that --help stays quick)
    from scheduler.use_cases.releases import releases as use_case  # noqa: PLC0415

    found = use_case(forum)
    if as_json:
        say_json(words.document(found))
    else:
        say(*words.lines(found))
    return KEPT
