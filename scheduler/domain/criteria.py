"""What planners compare programmes by beside the levels of their objective: rooms, teams, minutes, moves.

Each criterion is measured on a timetable alone, whatever clauses its forum has, so that programmes of
different forums can be compared by it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType
from typing import Literal

from scheduler.domain.criteria_hours import days_used, half_days_used, overtime_minutes
from scheduler.domain.difference import MOVES, difference
from scheduler.domain.forum import Forum
from scheduler.domain.given_state import named_state, state_of_release
from scheduler.domain.release import GivenMeeting
from scheduler.domain.speakers_list import SpeakersList
from scheduler.domain.timetable import Placement, Timetable

Measure = Callable[[Forum, Timetable], int | None]
"""Counts something of a timetable; ``None`` where nothing is known of it."""


@dataclass(frozen=True)
class Criterion:
    """Something that is counted, in ``unit``, with less or more of it being better."""

    id: str
    title: str
    unit: str
    better: Literal["less", "more"]
    measure: Measure


def measured(forum: Forum, timetable: Timetable) -> dict[str, int | None]:
    """Measure a timetable by every criterion.

    Parameters
    ----------
    forum
        The forum.
    timetable
        One of its timetables; meetings that the forum does not have are not looked at.

    Returns
    -------
    dict of str to int or None
        By the id of the criterion, in the order in which they are shown; ``None`` where nothing is known.
    """
    known = _known(forum, timetable)
    return {name: criterion.measure(forum, known) for name, criterion in CRITERIA.items()}


def _known(forum: Forum, timetable: Timetable) -> Timetable:
    """Leave out meetings that the forum does not have."""
    known = tuple(place for place in timetable.placements if place.meeting in forum.meeting_by_id)
    return timetable if len(known) == len(timetable.placements) else timetable.replace(placements=known)


def _at_once(places: Iterable[Placement]) -> int:
    """Return the most placements that share a minute."""
    all_of_them = list(places)
    return max(
        (sum(one.start <= start < one.end for one in all_of_them) for start in _starts(all_of_them)),
        default=0,
    )


def _starts(places: Iterable[Placement]) -> set[int]:
    return {place.start for place in places}


def _meeting_minutes(_forum: Forum, timetable: Timetable) -> int:
    return sum(place.end - place.start for place in timetable.placements)


def _rooms_used(_forum: Forum, timetable: Timetable) -> int:
    return len({place.room for place in timetable.placements})


def _interpreted(forum: Forum, timetable: Timetable) -> list[Placement]:
    meetings = (one for session in forum.sessions if session.interpretation for one in session.sittings)
    return timetable.of(meetings)


def _teams_at_the_peak(forum: Forum, timetable: Timetable) -> int:
    return _at_once(_interpreted(forum, timetable))


def _interpretation_meetings(forum: Forum, timetable: Timetable) -> int:
    """Return the interpreted meetings of the fullest week, which is what a venue's teams are counted by."""
    weeks: dict[tuple[int, int], int] = {}
    for place in _interpreted(forum, timetable):
        week = forum.clock.instant(place.start).date().isocalendar()[:2]
        weeks[week] = weeks.get(week, 0) + 1
    return max(weeks.values(), default=0)


def _teams_needed(forum: Forum, timetable: Timetable) -> int | None:
    """Return the teams for the peak and for the fullest week; ``None`` where a team works no meetings."""
    each = forum.venue.interpretation.meetings_per_week
    fullest = _interpretation_meetings(forum, timetable)
    if fullest and not each:
        return None
    return max(_teams_at_the_peak(forum, timetable), -(-fullest // max(1, each)))


def _parallel_of_one_kind(forum: Forum, timetable: Timetable) -> int | None:
    """Return the most meetings of one kind at once, of kinds that several sessions have."""
    kinds: dict[str, list[Placement]] = {}
    for kind in _shared_kinds(forum):
        sessions = (one for one in forum.sessions if one.kind == kind)
        kinds[kind] = timetable.of(meeting for one in sessions for meeting in one.sittings)
    return max(map(_at_once, kinds.values()), default=None)


def _shared_kinds(forum: Forum) -> list[str]:
    kinds = [session.kind for session in forum.sessions]
    return sorted({kind for kind in kinds if kinds.count(kind) > 1})


def _meetings_at_once(_forum: Forum, timetable: Timetable) -> int:
    return _at_once(timetable.placements)


def _lists_of_speakers(forum: Forum, timetable: Timetable) -> list[tuple[int, SpeakersList]] | None:
    """Return the minutes of each stretch in which a list of speakers is called, with that list."""
    listed = [
        (session, segment, segment.list_of_speakers)
        for session in forum.sessions
        for segment in session.segments
        if segment.list_of_speakers is not None
    ]
    known = timetable.segments_by_session
    if not listed or not all(session.session in known for session, _, _ in listed):
        return None
    return [
        (end - start, speakers)
        for session, segment, speakers in listed
        for start, end, _ in timetable.times_of(session, segment.segment)
    ]


def _general_debate(forum: Forum, timetable: Timetable) -> int | None:
    stretches = _lists_of_speakers(forum, timetable)
    return None if stretches is None else sum(minutes for minutes, _ in stretches)


def _speakers_at(limit: int) -> Measure:
    """Return what counts the statements of so many minutes; none of them is broken by a break."""

    def speakers(forum: Forum, timetable: Timetable) -> int | None:
        stretches = _lists_of_speakers(forum, timetable)
        if stretches is None:
            return None
        return sum(minutes * 60 // (limit * 60 + one.change_over_seconds) for minutes, one in stretches)

    return speakers


def _parties_torn(forum: Forum, timetable: Timetable) -> int:
    """Count each party once for each pair of meetings of two of its sessions held at once."""
    torn = 0
    for one, other in combinations(timetable.placements, 2):
        if one.overlaps(other):
            first, second = (forum.meeting_by_id[place.meeting].session for place in (one, other))
            torn += _attending_both(forum, first, second) if first != second else 0
    return torn


def _attending_both(forum: Forum, one: str, other: str) -> int:
    first, second = (forum.attendance(forum.session_by_id[name]) for name in (one, other))
    return len({*first}.intersection(second))


def _moves(forum: Forum, timetable: Timetable) -> int | None:
    """Count the meetings that have another day, date, time, length or room than in the last release."""
    if forum.release is None:
        return None
    before = state_of_release(forum.release, forum).replace(segments=None)
    meetings = tuple(_given(forum, place) for place in timetable.placements)
    now = named_state(forum, forum.clock.timezone, meetings, (), {})
    return sum(not MOVES.isdisjoint(one.kinds) for one in difference(before, now).meetings)


def _given(forum: Forum, place: Placement) -> GivenMeeting:
    start, end = forum.clock.instant(place.start), forum.clock.instant(place.end)
    return GivenMeeting(id=place.meeting, room=place.room, start=start, end=end)


_ALL = (
    Criterion("rooms-used", "Rooms used", "rooms", "less", _rooms_used),
    Criterion(
        "interpretation-teams-at-the-peak",
        "Interpretation teams at the peak",
        "teams",
        "less",
        _teams_at_the_peak,
    ),
    Criterion(
        "interpretation-meetings",
        "Interpreted meetings in the fullest week",
        "meetings",
        "less",
        _interpretation_meetings,
    ),
    Criterion(
        "interpretation-teams-needed",
        "Interpretation teams needed",
        "teams",
        "less",
        _teams_needed,
    ),
    Criterion(
        "parallel-round-tables",
        "Most meetings of one kind at once, such as round tables",
        "meetings",
        "less",
        _parallel_of_one_kind,
    ),
    Criterion("meetings-at-once", "Most meetings at once", "meetings", "less", _meetings_at_once),
    Criterion("days-used", "Days used", "days", "less", days_used),
    Criterion("half-days-used", "Half-days used", "half-days", "less", half_days_used),
    Criterion("general-debate-minutes", "Time for the general debate", "minutes", "more", _general_debate),
    Criterion("speakers-at-3-minutes", "Speakers at 3 minutes each", "speakers", "more", _speakers_at(3)),
    Criterion("speakers-at-5-minutes", "Speakers at 5 minutes each", "speakers", "more", _speakers_at(5)),
    Criterion("meeting-minutes", "Time in meetings", "minutes", "more", _meeting_minutes),
    Criterion("overtime-minutes", "Overtime", "minutes", "less", overtime_minutes),
    Criterion("parties-torn", "Parties torn between two meetings", "parties", "less", _parties_torn),
    Criterion("moves-from-the-last-release", "Moves from the last release", "meetings", "less", _moves),
)

CRITERIA: MappingProxyType[str, Criterion] = MappingProxyType({one.id: one for one in _ALL})
"""All criteria by their ids, in the order in which they are shown."""
