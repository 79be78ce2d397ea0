"""Interpretation teams suffice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.forum import Forum
from scheduler.domain.session import Meeting
from scheduler.domain.timetable import Placement, Timetable
from scheduler.domain.verdict import Breach
from scheduler.domain.window import Window
from scheduler.rules import TimetableRule

if TYPE_CHECKING:
    from scheduler.board import Board


class InterpretationTeams(TimetableRule):
    """The venue's interpretation teams suffice for the interpreted meetings, at once and per week.

    Why: a meeting without interpreters cannot begin, and interpreters need their rest.
    """

    FORUM = {
        "interpretation": {"teams": 1, "meetings-per-week": 2},
        "sessions": {
            "round-table-1": {"interpretation": True},
            "round-table-2": {"interpretation": True},
            "round-table-4": {"interpretation": True},
        },
    }
    KEPT = (
        """day-1 10:00-13:00 hall  round-table-1
           day-1 10:00-13:00 annex round-table-3
           day-2 10:00-13:00 hall  round-table-2
           day-8 10:00-13:00 hall  round-table-4""",
    )
    BROKEN = {
        """day-1 10:00-13:00 hall  round-table-1
           day-1 12:00-15:00 annex round-table-2
           day-8 10:00-13:00 hall  round-table-4""": (
            "2 interpreted meetings are held at once at 12:00 on day-1 "
            "(round-table-1, round-table-2); the venue has 1 interpretation team"
        ),
        """day-1 10:00-13:00 hall round-table-1
           day-1 15:00-18:00 hall round-table-2
           day-7 10:00-13:00 hall round-table-4""": (
            "3 interpreted meetings are held in the week of 2030-01-07; 1 interpretation team can serve 2"
        ),
    }

    def post(self, board: Board) -> None:
        offer, meetings = board.forum.venue.interpretation, _interpreted(board.forum)
        board.at_most(offer.teams, [(meeting.id, 1) for meeting in meetings])
        for week in _weeks(board.forum):
            board.at_most_within(
                offer.teams * offer.meetings_per_week, [meeting.id for meeting in meetings], week
            )

    def grounds(self, forum: Forum) -> Iterator[str]:
        names = ", ".join(one.title for one in forum.sessions if one.interpretation) or "no session"
        week = forum.venue.interpretation.meetings_per_week
        yield f"the venue has {_teams(forum)} for {week} meetings a week; interpreted: {names}"

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        places = timetable.of(_interpreted(forum))
        yield from self._at_once(forum, places)
        yield from self._per_week(forum, places)

    def _at_once(self, forum: Forum, places: list[Placement]) -> Iterator[Breach]:
        for start in sorted({place.start for place in places}):
            here = [place for place in places if place.start <= start < place.end]
            if len(here) > forum.venue.interpretation.teams:
                names = ", ".join(forum.meeting_name(place.meeting) for place in here)
                at, number = forum.clock.words(start), len(here)
                count = f"{number} interpreted meetings are held at once at {at} ({names})"
                yield self.breach(here[-1].meeting, f"{count}; the venue has {_teams(forum)}")

    def _per_week(self, forum: Forum, places: list[Placement]) -> Iterator[Breach]:
        offer, weeks = forum.venue.interpretation, dict[tuple[int, int], list[str]]()
        for place in places:
            on = forum.clock.instant(place.start).date()
            weeks.setdefault(on.isocalendar()[:2], []).append(on.isoformat())
        for dates in weeks.values():
            if len(dates) > offer.teams * offer.meetings_per_week:
                count = f"{len(dates)} interpreted meetings are held in the week of {min(dates)}"
                limit = offer.teams * offer.meetings_per_week
                yield self.breach(min(dates), f"{count}; {_teams(forum)} can serve {limit}")


def _interpreted(forum: Forum) -> list[Meeting]:
    sessions = forum.session_by_id
    return [meeting for meeting in forum.meetings if sessions[meeting.session].interpretation]


def _teams(forum: Forum) -> str:
    teams = forum.venue.interpretation.teams
    return f"{teams} interpretation team{'' if teams == 1 else 's'}"


def _weeks(forum: Forum) -> Iterator[Window]:
    """Yield a window from the first to the last day of the forum in each week."""
    clock, weeks = forum.clock, dict[tuple[int, int], list[str]]()
    for day in clock.days:
        weeks.setdefault(day.date.isocalendar()[:2], []).append(day.name)
    for names in weeks.values():
        start, end = clock.midnight(names[0]), clock.midnight_after(names[-1])
        yield Window(start=start, end=end, words=f"{names[0]} to {names[-1]}")
