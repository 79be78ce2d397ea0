"""``hemicycle export``: a forum's timetable for apps, screens and search engines."""

from pathlib import Path

import click

from scheduler.cli.endings import BAD, BROKEN, FAULT, IMPOSSIBLE, INTERRUPTED, KEPT, NOTHING_FOUND
from scheduler.cli.forum_folder import forum_argument
from scheduler.cli.option_types import EXCHANGE_FORMAT_NAMES, OutputFolder, time_limit_option
from scheduler.cli.printing import say, say_json
from scheduler.cli.progress import progress
from scheduler.cli.verb import Verb, json_option


@click.command(
    cls=Verb,
    short_help="Write a forum's timetable for apps, screens and search engines.",
    examples={
        "hemicycle export data/imrf-2022 --format frab-xml": (
            "Write outputs/imrf-2022/schedule.xml, which conference apps and room screens read."
        ),
        "hemicycle export data/imrf-2022 --format json-ld --format jcal --output site": (
            "Write site/schedule.jsonld and site/calendars/all.jcal."
        ),
    },
    codes=(KEPT, BROKEN, BAD, IMPOSSIBLE, NOTHING_FOUND, FAULT, INTERRUPTED),
)
@forum_argument
@click.option(
    "--format",
    "formats",
    type=EXCHANGE_FORMAT_NAMES,
    multiple=True,
    metavar="NAME",
    help="One of: frab-xml, frab-json, json-ld, jcal. May be given several times; at least once.",
)
@click.option("--output", type=OutputFolder(), metavar="FOLDER", help="Write here, not to outputs/FORUM.")
@time_limit_option
@json_option
def export(
    forum: Path,
    formats: tuple[tuple[str, ...], ...],
    output: Path | None,
    time_limit: float | None,
    as_json: bool,
) -> int:
    """Write a forum's timetable in formats of other programs.

    The timetable is the one that hemicycle schedule wrote last; where there is none, or the forum's files
    have changed since then, it is scheduled first. frab-xml and frab-json are read by apps and screens of
    conferences, json-ld by search engines, jcal by web pages that show calendars. Meetings are known again
    by their permanent ids, in every release.
    """
    from scheduler.cli import export_words as words  # noqa: PLC0415  (so that --help stays quick)
    from scheduler.use_cases import export as use_case  # noqa: PLC0415

    if not formats:
        raise click.UsageError("no format is named. Maybe --format frab-xml")
    named = tuple(dict.fromkeys(name for names in formats for name in names))
    answer = use_case.export(forum, named, output)
    if answer is None:
        return _scheduled(forum, named, output, time_limit, as_json=as_json)
    if as_json:
        say_json(words.document(answer))
    else:
        say(*words.lines(answer, Path.cwd()))
    return words.ending(answer)


def _scheduled(
    forum: Path, formats: tuple[str, ...], output: Path | None, time_limit: float | None, *, as_json: bool
) -> int:
    """Schedule the forum; the timetable is written too, so that the next export is of the same one."""
    from scheduler.cli import schedule_words as words  # noqa: PLC0415  (it imports the solver)
    from scheduler.cli.findings import data_breaches  # noqa: PLC0415
    from scheduler.solving import Limits  # noqa: PLC0415
    from scheduler.use_cases import schedule as use_case  # noqa: PLC0415

    with progress(hidden=as_json) as line:
        written, limits = ("json", "run", *formats), Limits(seconds=time_limit)
        answer = use_case.schedule(forum, output, written, limits, tell=line.tell)
    if as_json:
        say_json(words.document(answer))
    else:
        breaches = (*data_breaches(answer.breaches), "") if answer.breaches else ()
        say(*breaches, *words.lines(answer, Path.cwd()))
    return words.ending(answer)
