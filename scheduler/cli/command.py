"""The command above all verbs, and the sentences with which a run ends badly."""

import sys
import traceback
from collections.abc import Sequence

import click

from scheduler.cli.alternatives import alternatives
from scheduler.cli.check import check
from scheduler.cli.compare import compare
from scheduler.cli.diff import diff
from scheduler.cli.endings import BAD, FAULT, INTERRUPTED, MEANINGS
from scheduler.cli.explain import explain
from scheduler.cli.fragility import fragility
from scheduler.cli.import_programme import import_programme
from scheduler.cli.layouts import layouts
from scheduler.cli.milestones import milestones
from scheduler.cli.new import new
from scheduler.cli.printing import say, say_json
from scheduler.cli.release import release
from scheduler.cli.releases import releases
from scheduler.cli.restore import restore
from scheduler.cli.roll_forward import roll_forward
from scheduler.cli.rules import rules
from scheduler.cli.schedule import schedule
from scheduler.cli.speakers import speakers
from scheduler.cli.verb import Verbs
from scheduler.cli.why import why
from scheduler.cli.why_not import why_not
from scheduler.version import VERSION

_INTERRUPTED = "Interrupted; no file is half written"


def _version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        say(f"hemicycle {VERSION}")
        ctx.exit()


@click.group(
    cls=Verbs,
    examples={
        "hemicycle schedule data/imrf-2022": "Find the best timetable, and write it to outputs/imrf-2022/.",
        "hemicycle check data/imrf-2022 outputs/imrf-2022/timetable.json": "Judge a timetable.",
        "hemicycle rules data/imrf-2022": "List the clauses that bind the forum.",
    },
    codes=tuple(MEANINGS),
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version."
)
def hemicycle() -> None:
    """Schedule intergovernmental forums.

    Sessions and rooms follow from a mandate's clauses, every timetable is judged independently,
    and it is handed out as tables and calendars.
    """


for _verb in (schedule, check, rules, release, releases, restore, diff, explain, why, why_not, fragility):
    hemicycle.add_command(_verb)
for _verb in (alternatives, compare, layouts, milestones, new, roll_forward, speakers):
    hemicycle.add_command(_verb)
hemicycle.add_command(import_programme)


def run(arguments: Sequence[str], heard: Sequence[int] = ()) -> int:
    """Run the command.

    Parameters
    ----------
    arguments
        What stands behind ``hemicycle`` on the command line.
    heard
        Holds something once the run was interrupted, whatever a library made of it.

    Returns
    -------
    int
        The exit code, one of ``scheduler.cli.endings``.
    """
    as_json = "--json" in arguments
    try:
        return int(hemicycle.main(list(arguments), prog_name="hemicycle", standalone_mode=False) or 0)
    except click.Abort:
        return _end(INTERRUPTED, _INTERRUPTED, as_json)
    except click.ClickException as error:
        return _refuse(error, as_json)
    except OSError as error:
        return _end(BAD, _file_sentence(error), as_json)
    except Exception as error:  # the exit code 1 of an uncaught one would say that a rule is broken
        return _end(INTERRUPTED, _INTERRUPTED, as_json) if heard else _fail(error, as_json)


def _fail(error: Exception, as_json: bool) -> int:
    """Say what is wrong with the data, or that we are."""
    problems = getattr(error, "problems", None)
    if problems is None:
        traceback.print_exc(file=sys.stderr)
        return _end(FAULT, f"This is a fault of hemicycle: {type(error).__name__}: {error}", as_json)
    return _end(BAD, _count(len(problems)), as_json, [str(problem) for problem in problems])


def _refuse(error: click.ClickException, as_json: bool) -> int:
    """Say what is wrong with the command line."""
    if as_json:
        return _end(error.exit_code, error.format_message(), as_json)
    error.show()
    return error.exit_code


def _end(code: int, sentence: str, as_json: bool, problems: Sequence[str] = ()) -> int:
    """Say why the run ends, and return its exit code."""
    if as_json:
        say_json({"error": sentence, "problems": list(problems)})
    else:
        say(f"{sentence}{':' if problems else '.'}", *(f"  {one}" for one in problems), to_errors=True)
    return code


def _count(problems: int) -> str:
    what = f"{problems} problems" if problems != 1 else "1 problem"
    return f"Bad data, nothing was written; {what}"


def _file_sentence(error: OSError) -> str:
    """Say which file could not be read or written, and why."""
    where = error.filename2 or error.filename
    reason = error.strerror or str(error)
    if isinstance(error, FileExistsError | NotADirectoryError):
        return f"{where} is a file, or lies below one, where a folder is needed"
    return f"Cannot use {where}: {reason}" if where else f"Cannot write: {reason}"
