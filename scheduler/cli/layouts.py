"""``hemicycle layouts``: every combination of what may be otherwise in a forum, each solved to its proof."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from scheduler.cli.endings import BAD, FAULT, INTERRUPTED, KEPT, NOTHING_FOUND
from scheduler.cli.forum_folder import forum_argument
from scheduler.cli.option_types import OutputFolder, time_limit_option
from scheduler.cli.printing import say, say_json
from scheduler.cli.progress import progress
from scheduler.cli.verb import Verb, json_option

if TYPE_CHECKING:
    from scheduler.executing import Executor


@click.command(
    cls=Verb,
    short_help="Compare every layout that layouts.yaml asks for.",
    examples={
        "hemicycle layouts data/imrf-2030": (
            "Solve every layout of data/imrf-2030/layouts.yaml, and write to outputs/imrf-2030-layouts/."
        ),
        "hemicycle layouts data/imrf-2030 --cluster tcp://10.0.0.5:8786": "Let a Dask cluster do the work.",
    },
    codes=(KEPT, BAD, NOTHING_FOUND, FAULT, INTERRUPTED),
    meanings={
        KEPT: "done: every layout is solved, or proven impossible",
        NOTHING_FOUND: "some layouts were not found out in the time given; the others are written",
    },
)
@forum_argument
@click.option(
    "--output", type=OutputFolder(), metavar="FOLDER", help="Write here, not to outputs/FORUM-layouts."
)
@time_limit_option
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="NUMBER",
    help="So many processes do the work, not one for each core.",
)
@click.option("--cluster", metavar="ADDRESS", help="Let the Dask cluster with this scheduler do the work.")
@click.option("--no-kept", is_flag=True, help="Solve all again, whatever earlier runs have kept.")
@json_option
def layouts(  # noqa: PLR0913, PLR0917 - one for each option
    forum: Path,
    output: Path | None,
    time_limit: float | None,
    workers: int | None,
    cluster: str | None,
    no_kept: bool,
    as_json: bool,
) -> int:
    """Solve every combination of the values in layouts.yaml, and say which are best.

    Layouts that are the same problem are solved once. What each comes to is kept, so that an interrupted run
    goes on where it was, and a changed axis solves only what is new.
    """
    if workers is not None and cluster is not None:
        raise click.UsageError(
            "--workers is for this machine. Maybe leave it out, as the cluster has its own"
        )
    from scheduler.cli import layouts_words as words  # noqa: PLC0415  (so that --help stays quick)
    from scheduler.executing import NoCluster  # noqa: PLC0415
    from scheduler.solving import Limits  # noqa: PLC0415
    from scheduler.use_cases import layouts as use_case  # noqa: PLC0415

    executor = _executor(workers, cluster)
    try:
        with progress(hidden=as_json) as line:
            answer = use_case.layouts(
                forum, executor, output, Limits(seconds=time_limit), keeping=not no_kept, tell=line.tell
            )
    except NoCluster as none:
        raise click.UsageError(str(none)) from None
    if as_json:
        say_json(words.document(answer))
    else:
        say(*words.lines(answer, Path.cwd()))
    return words.ending(answer)


def _executor(workers: int | None, cluster: str | None) -> "Executor":
    if cluster is not None:
        from scheduler.executing.on_cluster import OnCluster  # noqa: PLC0415

        return OnCluster(cluster)
    from scheduler.executing.on_cores import OnCores  # noqa: PLC0415

    return OnCores(workers)
