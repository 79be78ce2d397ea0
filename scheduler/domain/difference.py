"""What is otherwise in one programme than in another, meeting by meeting."""

from collections.abc import Iterable, Iterator
from datetime import date, time, timedelta
from typing import Literal, get_args

from scheduler.domain.given_state import GivenDuty, GivenState
from scheduler.domain.release import GivenMeeting
from scheduler.domain.segment_difference import (
    Exchanged,
    SegmentDifference,
    exchanged_segments,
    segments_of_both,
)
from scheduler.domain.value import Value

DifferenceKind = Literal["cancelled", "added", "day", "date", "time", "room", "title", "segment", "duty"]
"""How a meeting can differ; ``date`` is a day of the same name on another date."""

KINDS: tuple[DifferenceKind, ...] = get_args(DifferenceKind)
"""All kinds, those first that concern delegates most."""

MOVES: frozenset[DifferenceKind] = frozenset({"day", "date", "time", "room"})
"""Kinds that change where or when a meeting is."""


class MeetingDifference(Value):
    """A meeting with all that is otherwise; ``before`` or ``now`` is ``None`` where it is not held.

    ``segments`` of a meeting that is not held on one side are those that another meeting has taken over,
    or given up. ``relieved`` and ``appointed`` are duties that somebody has no longer, and has now.
    """

    meeting: str
    kinds: tuple[DifferenceKind, ...]
    before: GivenMeeting | None = None
    now: GivenMeeting | None = None
    segments: tuple[SegmentDifference, ...] = ()
    relieved: tuple[GivenDuty, ...] = ()
    appointed: tuple[GivenDuty, ...] = ()

    @property
    def sides(self) -> tuple[GivenMeeting, ...]:
        """The meeting before and now, as far as it is held."""
        return tuple(one for one in (self.before, self.now) if one is not None)

    @property
    def shown(self) -> GivenMeeting:
        """The meeting now, else as it was."""
        return self.sides[-1]


class Difference(Value):
    """Two programmes, and the meetings that differ, in the order of time."""

    before: GivenState
    now: GivenState
    meetings: tuple[MeetingDifference, ...] = ()

    @property
    def has_two_zones(self) -> bool:
        """Whether the times of the two programmes are in different zones."""
        return self.before.timezone != self.now.timezone

    @property
    def counts(self) -> dict[DifferenceKind, int]:
        """How many meetings differ in each kind, those without any left out."""
        found = {kind: sum(kind in one.kinds for one in self.meetings) for kind in KINDS}
        return {kind: count for kind, count in found.items() if count}


def difference(before: GivenState, now: GivenState) -> Difference:
    """Compare two programmes.

    Days are the same by their names, and by their dates where one of them has no name, or only its name
    is another. Times are those of the wall clock, and segments count from the start of their meeting.
    Agendas and duties are compared where both programmes know them. Who attends is not compared.

    Parameters
    ----------
    before, now
        The two programmes.

    Returns
    -------
    Difference
        Each meeting at most once, with all its kinds.
    """
    older, newer, moved = before.by_id, now.by_id, exchanged_segments(before, now)
    names = sorted({*older, *newer}, key=lambda name: ((newer.get(name) or older[name]).start, name))
    sides = before, now
    found = (_compared(name, (older.get(name), newer.get(name)), sides, moved) for name in names)
    return Difference(before=before, now=now, meetings=tuple(one for one in found if one.kinds))


def _compared(
    meeting: str,
    held: tuple[GivenMeeting | None, GivenMeeting | None],
    sides: tuple[GivenState, GivenState],
    moved: Exchanged,
) -> MeetingDifference:
    (old, new), (before, now) = held, sides
    if old is None or new is None:
        kind: DifferenceKind = "added" if old is None else "cancelled"
        segments = tuple(moved.get(meeting, {}).values())
        return MeetingDifference(meeting=meeting, kinds=(kind,), before=old, now=new, segments=segments)
    segments = tuple(segments_of_both(old, new, sides, moved))
    relieved, appointed = _duties(meeting, before, now), _duties(meeting, now, before)
    kinds = list(_kinds(old, new, sides))
    kinds += ["segment"] if segments else []
    kinds += ["duty"] if relieved or appointed else []
    return MeetingDifference(
        meeting=meeting,
        kinds=tuple(kinds),
        before=old,
        now=new,
        segments=segments,
        relieved=relieved,
        appointed=appointed,
    )


def _duties(meeting: str, state: GivenState, other: GivenState) -> tuple[GivenDuty, ...]:
    """Return the duties in a meeting that one programme has and the other has not."""
    if state.duties is None or other.duties is None:
        return ()
    also = {(one.party, one.role) for one in other.duties[meeting]}
    own = {(one.party, one.role): one for one in state.duties[meeting]}
    return tuple(own[key] for key in sorted(own.keys() - also))


def _kinds(
    old: GivenMeeting, new: GivenMeeting, sides: tuple[GivenState, GivenState]
) -> Iterator[DifferenceKind]:
    other_date, other_zone = old.start.date() != new.start.date(), sides[0].timezone != sides[1].timezone
    if _is_other_day(old, new, sides):
        yield "day"
    elif other_date:
        yield "date"
    if _time(old, other_zone) != _time(new, other_zone):
        yield "time"
    if old.room != new.room:
        yield "room"
    if old.title and new.title and old.title != new.title:
        yield "title"


def _is_other_day(old: GivenMeeting, new: GivenMeeting, sides: tuple[GivenState, GivenState]) -> bool:
    if not (old.day and new.day):
        return old.start.date() != new.start.date()
    return old.day != new.day and renamed_days(*sides).get(old.day) != new.day


def renamed_days(before: GivenState, now: GivenState) -> dict[str, str]:
    """Find the days that only have another name.

    Parameters
    ----------
    before, now
        Two programmes.

    Returns
    -------
    dict of str to str
        The name now by the name before: on the same date, and neither name is known to the other
        programme.
    """
    new = {on: name for name, on in now.days.items() if name not in before.days}
    return {name: new[on] for name, on in before.days.items() if name not in now.days and on in new}


def day_key(meeting: GivenMeeting) -> str:
    """Return what a meeting's day is known by.

    Parameters
    ----------
    meeting
        A meeting with its times in the zone of its programme.

    Returns
    -------
    str
        The day's name, or its date outside the named days.
    """
    return meeting.day or meeting.start.date().isoformat()


def _time(one: GivenMeeting, with_offset: bool) -> tuple[time, int, timedelta | None]:
    """Return start on the wall clock and length; between two zones the offset tells them apart."""
    minutes = one.minutes_until(one.end)
    return one.start.time(), minutes, one.start.utcoffset() if with_offset else None


def without_kinds(found: Difference, hidden: Iterable[DifferenceKind]) -> Difference:
    """Leave kinds of differences out.

    Parameters
    ----------
    found
        A difference.
    hidden
        Kinds that are not looked at.

    Returns
    -------
    Difference
        Without meetings that differ in nothing else.
    """
    aside = frozenset(hidden)
    kept = []
    for one in found.meetings:
        kinds = tuple(kind for kind in one.kinds if kind not in aside)
        segments = () if "segment" in aside else one.segments
        without = {"relieved": (), "appointed": ()} if "duty" in aside else {}
        if kinds:
            kept.append(one.replace(kinds=kinds, segments=segments, **without))
    return found.replace(meetings=tuple(kept))


def dates_of(state: GivenState) -> dict[str, date]:
    """Tell on which dates the days of a programme lie.

    Parameters
    ----------
    state
        A programme.

    Returns
    -------
    dict of str to datetime.date
        By the day's name, or its date outside the named days; only days with a meeting, in their order.
    """
    found = {day_key(one): one.start.date() for one in state.meetings}
    return dict(sorted(found.items(), key=lambda item: (item[1], item[0])))
