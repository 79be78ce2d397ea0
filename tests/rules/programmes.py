"""The printed programme of 2022, with some of its meetings held elsewhere or at other times.

A line places a meeting: ``day-2 15:00-18:00 conference-room-4 round-table-4``.
"""

from math import gcd
from pathlib import Path

from ortools.sat.python import cp_model

from scheduler.board import pin
from scheduler.domain.agenda import lay_out, segment_times
from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Placement, SegmentTime, Timetable, arranged
from scheduler.domain.window import time_of_day
from scheduler.judging import judge
from scheduler.reading import read_forum
from scheduler.rules import active_rules
from scheduler.solving.posting import post
from scheduler.solving.tick import of_timetable, tick_of
from tests.mini import lines_of
from tests.rules.changes import Change, both

FOLDER = Path(__file__).parents[2] / "data" / "imrf-2022"
ROUND_TABLES = tuple(f"round-table-{number}" for number in range(1, 5))


def edition() -> Forum:
    """Read the forum of 2022 as it stands in the repository."""
    return read_forum(FOLDER).forum


def printed(forum: Forum, *lines: str) -> Timetable:
    """Hold the meetings of the printed programme, some of them as the lines say.

    Agendas are laid out again. A line that ends in ``-`` and a meeting leaves that meeting out.
    """
    places = {place.meeting: place for place in forum.release.timetable.placements}
    out = {line.removeprefix("- ") for line in lines if line.startswith("- ")}
    for day, start, end, room, meeting in lines_of("\n".join(one for one in lines if one[0] != "-")):
        first, last = (forum.clock.minute(day, time_of_day(at)) for at in (start, end))
        places[meeting] = Placement(meeting=meeting, room=room, start=first, end=last)
    kept = [place for meeting, place in places.items() if meeting not in out]
    return arranged(kept, _agendas(forum, places))


def _agendas(forum: Forum, places: dict[str, Placement]) -> list[SegmentTime]:
    parts: list[SegmentTime] = []
    for session in forum.sessions:
        if session.segments:
            here = tuple(places[meeting.id] for meeting in session.sittings)
            parts += segment_times(session, lay_out(session), here)
    return parts


def with_agenda(forum: Forum, timetable: Timetable, session: str, *ends: int) -> Timetable:
    """Hold a session's segments up to some minutes of its own clock."""
    one = forum.session_by_id[session]
    places = tuple(timetable.of(one.sittings))
    others = [part for part in timetable.segments if part.session != session]
    return arranged(list(timetable.placements), others + segment_times(one, (0, *ends), places))


def all_of(names: tuple[str, ...], change) -> Change:
    """Make one change to several sessions, by their names."""
    return both(*(change(name) for name in names))


def broken(forum: Forum, timetable: Timetable) -> set[str]:
    """Name the clauses that the judge finds broken, under all clauses of a forum."""
    return {breach.clause for breach in judge(forum, active_rules(forum), timetable).breaches}


def whole_model(forum: Forum, timetable: Timetable, without: set[str] = frozenset()) -> int:
    """Solve the model of all clauses but some, with a timetable pinned in it."""
    rules = [rule for rule in active_rules(forum) if rule.clause.clause not in without]
    board = post(forum, rules, gcd(tick_of(forum, rules), *of_timetable(timetable)), starts={})
    pin(board, timetable)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return solver.solve(board.model)
