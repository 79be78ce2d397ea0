"""Runs of the command within the test's own process, and answers for it to print."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from scheduler.cli.command import run
from scheduler.domain.programme import Programme
from scheduler.use_cases.check import CheckAnswer
from scheduler.use_cases.schedule import ScheduleAnswer
from tests.publishing.programmes import forum, programme, timetable


@dataclass(frozen=True)
class Run:
    """What a run printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.err == ""
        return json.loads(self.out)


def hemicycle(capsys: pytest.CaptureFixture[str], *arguments: object) -> Run:
    """Run the command."""
    code = run([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return Run(code, printed.out, printed.err)


def scheduled(of: Programme | None = None, **changes: Any) -> ScheduleAnswer:
    """Return an answer of the use case ``schedule``, with some fields changed."""
    of = of or programme()
    paths = (
        "timetable.json",
        "report.md",
        "calendars/all.ics",
        "calendars/rooms/a.ics",
        "calendars/rooms/b.ics",
    )
    fields: dict[str, Any] = {
        "forum": of.forum,
        "status": of.status,
        "programme": of,
        "files": tuple(Path("outputs/imrf-2022", path) for path in paths),
    }
    return ScheduleAnswer(**(fields | changes))


def checked(**changes: Any) -> CheckAnswer:
    """Return an answer of the use case ``check``, with some fields changed."""
    of = forum()
    fields: dict[str, Any] = {"forum": of, "timetable": timetable(of), "verdict": programme().verdict}
    return CheckAnswer(**(fields | changes))
