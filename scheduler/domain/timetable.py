"""Placements of meetings and segments: what a forum's programme is, to the minute."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import combinations

from scheduler.domain.session import Meeting, Session
from scheduler.domain.value import Identifier, Minute, Value


class Placement(Value):
    """A meeting with its room, start and end, in minutes on the forum's axis."""

    meeting: Identifier
    room: Identifier
    start: Minute
    end: Minute

    def overlaps(self, other: "Placement") -> bool:
        """Tell whether two placements share at least one minute.

        Parameters
        ----------
        other
            Another placement of the same forum.

        Returns
        -------
        bool
            Wherever the two are held.
        """
        return self.start < other.end and other.start < self.end


def in_one_room(places: Sequence[Placement]) -> list[tuple[Placement, Placement]]:
    """Return the pairs of placements that are in the same room.

    Parameters
    ----------
    places
        Placements of one forum.

    Returns
    -------
    list of tuple
        In the order in which all pairs would come.
    """
    by_room: dict[str, list[int]] = {}
    for number, place in enumerate(places):
        by_room.setdefault(place.room, []).append(number)
    pairs = sorted(pair for numbers in by_room.values() for pair in combinations(numbers, 2))
    return [(places[one], places[other]) for one, other in pairs]


class SegmentTime(Value):
    """The part of a segment that lies in one meeting, in minutes on the forum's axis."""

    session: Identifier
    segment: Identifier
    meeting: Identifier
    start: Minute
    end: Minute


class Timetable(Value):
    """All placements of a forum, sorted by time, and the segments where they are known.

    ``segments`` is ``None`` when a source carried no agendas and none could be derived;
    ``unjudged`` names the sessions whose agendas are not known while those of others are.
    """

    placements: tuple[Placement, ...]
    segments: tuple[SegmentTime, ...] | None = None
    unjudged: tuple[Identifier, ...] = ()

    @cached_property
    def by_meeting(self) -> dict[str, Placement]:
        """Placements by the id of their meeting."""
        return {placement.meeting: placement for placement in self.placements}

    def of(self, meetings: Iterable[Meeting]) -> list[Placement]:
        """Return the placements of some meetings, in their order.

        Parameters
        ----------
        meetings
            Meetings of the forum; those without a place are passed over.

        Returns
        -------
        list of Placement
            At most one for each meeting.
        """
        places = self.by_meeting
        return [places[meeting.id] for meeting in meetings if meeting.id in places]

    @cached_property
    def segments_by_session(self) -> dict[str, tuple[SegmentTime, ...]]:
        """Segments of each session, in the order of time."""
        found: dict[str, list[SegmentTime]] = {}
        for segment in sorted(self.segments or (), key=lambda one: (one.start, one.end)):
            found.setdefault(segment.session, []).append(segment)
        return {session: tuple(parts) for session, parts in found.items()}

    def times_of(self, session: Session, segment: str | None) -> list[tuple[Minute, Minute, str]]:
        """Tell when a session, or one of its segments, is held.

        Parameters
        ----------
        session
            A session of the forum.
        segment
            Id of one of its segments, or ``None`` for all of it.

        Returns
        -------
        list of tuple
            Start, end and meeting of each stretch; empty where the timetable does not know.
        """
        if segment is None:
            return [(place.start, place.end, place.meeting) for place in self.of(session.sittings)]
        parts = self.segments_by_session.get(session.session, ())
        return [(part.start, part.end, part.meeting) for part in parts if part.segment == segment]


def arranged(
    placements: list[Placement],
    segments: list[SegmentTime] | None = None,
    unjudged: Iterable[str] = (),
) -> Timetable:
    """Put placements and segments in the one order in which every output shows them.

    Parameters
    ----------
    placements
        In any order.
    segments
        In any order, or ``None`` when nothing is known of them.
    unjudged
        Ids of the sessions whose segments are not known.

    Returns
    -------
    Timetable
        Sorted by start, then meeting.
    """
    parts = None
    if segments is not None:
        parts = tuple(sorted(segments, key=lambda one: (one.start, one.meeting, one.end)))
    return Timetable(
        placements=tuple(sorted(placements, key=lambda one: (one.start, one.meeting))),
        segments=parts,
        unjudged=tuple(sorted(set(unjudged))),
    )
