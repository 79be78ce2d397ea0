"""``hemicycle roll-forward``: from one edition of a forum to another."""

import click

from scheduler.cli.endings import BAD, KEPT
from scheduler.cli.printing import say, say_json
from scheduler.cli.verb import Verb, json_option


@click.command(
    "roll-forward",
    cls=Verb,
    short_help="Say what carries over to another edition of a forum.",
    examples={
        "hemicycle roll-forward imrf-2022 imrf-2030": (
            "Say what carries over from 2022, and what has to be decided for 2030."
        ),
        "hemicycle roll-forward imrf-2026 imrf-2030 --json": "The same of 2026, as JSON.",
    },
    codes=(KEPT, BAD),
    meanings={KEPT: "done"},
)
@click.argument("before", metavar="FORUM")
@click.argument("now", metavar="LATER")
@json_option
def roll_forward(before: str, now: str, as_json: bool) -> int:
    """Say what carries over from FORUM to LATER, and what has to be decided again.

    Their mandates are compared clause by clause, each with its paragraph. Both are names of forums, in
    data/ or among those that come with the program, or folders.
    """
    from scheduler.cli import roll_forward_words as words  # noqa: PLC0415  (so that --help stays quick)
    from scheduler.use_cases import roll_forward as use_case  # noqa: PLC0415
    from scheduler.use_cases.forum_names import NoSuchForum  # noqa: PLC0415

    try:
        answer = use_case.roll_forward(before, now)
    except NoSuchForum as error:
        raise click.UsageError(str(error)) from None
    if as_json:
        say_json(words.document(answer))
    else:
        say(*words.lines(answer))
    return KEPT
