"""``hemicycle new``: the folder of a new edition, made from an earlier one."""

import click

from scheduler.cli.endings import BAD, KEPT
from scheduler.cli.printing import say, say_json
from scheduler.cli.verb import Verb, json_option


@click.command(
    cls=Verb,
    short_help="Make the folder of a new forum from an earlier one.",
    examples={
        "hemicycle new imrf-2034 --like imrf-2022 --first-day 2034-05-16": (
            "Make data/imrf-2034 from the forum of 2022, its day-1 on 16 May 2034."
        ),
        "hemicycle new imrf-2034 --mandate ares-73-326 --first-day 2034-05-16": (
            "Make it from the latest forum that follows the mandate."
        ),
    },
    codes=(KEPT, BAD),
    meanings={KEPT: "done"},
)
@click.argument("name", metavar="NAME")
@click.option("--like", metavar="FORUM", help="The forum to take over: a name, or a folder.")
@click.option("--mandate", metavar="MANDATE", help="Take over the latest forum that follows it.")
@click.option("--first-day", required=True, metavar="DATE", help="The date of day-1, such as 2034-05-16.")
@json_option
def new(name: str, like: str | None, mandate: str | None, first_day: str, as_json: bool) -> int:
    """Make data/NAME, complete and ready to be scheduled.

    Days keep their names and distances, sessions their agendas, side events their slots. Persons,
    releases, pins, closures, bookings, inscriptions, requests for side events and what was done of the
    milestones stay behind; comments say what is to be decided.
    Forums are looked up in data/, then among those that come with the program.
    """
    from scheduler.cli import new_words as words  # noqa: PLC0415  (so that --help stays quick)
    from scheduler.use_cases import new_forum as use_case  # noqa: PLC0415
    from scheduler.use_cases.forum_names import NoSuchForum  # noqa: PLC0415

    if bool(like) == bool(mandate):
        raise click.UsageError("say what it is made from. Maybe --like imrf-2022, or --mandate ares-73-326")
    try:
        answer = use_case.new_forum(name, first_day, like or "", mandate or "")
    except (use_case.CannotMake, NoSuchForum) as error:
        raise click.UsageError(str(error)) from None
    if as_json:
        say_json(words.document(answer))
    else:
        say(*words.lines(answer))
    return KEPT
