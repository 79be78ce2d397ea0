"""Agendas that a file does not carry, derived from the forum's data where there is only one way."""

from dataclasses import dataclass, field
from itertools import pairwise

from scheduler.domain.agenda import lay_out_only, segment_times
from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.domain.timetable import Placement, SegmentTime


@dataclass
class Agendas:
    """Segments of a timetable, and what is to be said about them.

    ``unjudged`` names the sessions whose agendas are not known.
    """

    segments: list[SegmentTime] = field(default_factory=list)
    unjudged: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


def complete(forum: Forum, placements: list[Placement], carried: list[SegmentTime]) -> Agendas:
    """Complete the agendas of a timetable.

    Parameters
    ----------
    forum
        The forum.
    placements
        Where its meetings are held.
    carried
        The segments that the file has; a session with any of them is left as it is.

    Returns
    -------
    Agendas
        With the segments carried and derived.
    """
    agendas = Agendas(list(carried))
    known, derived = {segment.session for segment in carried}, []
    by_meeting = {placement.meeting: placement for placement in placements}
    for session in forum.sessions:
        if session.segments and session.session not in known:
            fault = _derive(session, by_meeting, agendas)
            if fault:
                agendas.unjudged.append(session.session)
                agendas.said.append(f"the agenda of {session.session} is not judged: {fault}")
            else:
                derived.append(session.session)
    if derived:
        names = ", ".join(derived)
        agendas.said.insert(0, f"the file has no agenda for {names}: derived from the forum's data")
    return agendas


def _derive(session: Session, places: dict[str, Placement], agendas: Agendas) -> str:
    """Add the only possible agenda of a session, or say why there is none."""
    held = []
    for meeting in session.sittings:
        place = places.get(meeting.id)
        if place is None:
            return f"the file has none, and {meeting.id} is not placed"
        if place.end - place.start != meeting.minutes:
            return f"the file has none, and {meeting.id} does not last {meeting.minutes} minutes"
        held.append(place)
    if any(later.start < place.end for place, later in pairwise(held)):
        return "the file has none, and its meetings are not held one after the other"
    ends = lay_out_only(session)
    if ends is None:
        return "the file has none, and the forum's data allows several"
    agendas.segments += segment_times(session, ends, tuple(held))
    return ""
