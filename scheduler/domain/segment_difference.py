"""Segments that lie otherwise in one programme than in another: in their meeting, or in another one."""

from collections.abc import Iterator

from scheduler.domain.given_state import GivenState
from scheduler.domain.release import GivenMeeting, GivenSegment
from scheduler.domain.value import Value


class SegmentDifference(Value):
    """A segment that lies otherwise; ``before`` or ``now`` is ``None`` where it does not lie anywhere.

    Where it lies in another meeting than before, ``left`` is the one in which it lay, and ``entered``
    the one in which it lies now.
    """

    segment: str
    before: GivenSegment | None = None
    now: GivenSegment | None = None
    left: GivenMeeting | None = None
    entered: GivenMeeting | None = None

    @property
    def sides(self) -> tuple[GivenSegment, ...]:
        """The segment before and now, as far as it lies in a meeting."""
        return tuple(one for one in (self.before, self.now) if one is not None)


Exchanged = dict[str, dict[str, SegmentDifference]]
"""Segments that lie in other meetings than before, by both meetings and by id."""


def exchanged_segments(before: GivenState, now: GivenState) -> Exchanged:
    """Find the segments that lie in other meetings than before.

    Parameters
    ----------
    before, now
        The two programmes.

    Returns
    -------
    dict of str to dict of str to SegmentDifference
        By the meeting that was left, and by the one that was entered. A segment that only lies in fewer
        or in more of its meetings than before is not among them.
    """
    unknown = {*before.unjudged, *now.unjudged}
    older, newer = _places(before, unknown), _places(now, unknown)
    meetings = before.by_id, now.by_id
    found: Exchanged = {}
    for segment in (name for name in older if name in newer):
        left = (name for name in older[segment] if name not in newer[segment])
        entered = (name for name in newer[segment] if name not in older[segment])
        for source, target in zip(left, entered, strict=False):
            one = SegmentDifference(
                segment=segment,
                before=older[segment][source],
                now=newer[segment][target],
                left=meetings[0][source],
                entered=meetings[1][target],
            )
            found.setdefault(source, {})[segment] = found.setdefault(target, {})[segment] = one
    return found


def _places(state: GivenState, unknown: set[str]) -> dict[str, dict[str, GivenSegment]]:
    """Return the parts of each segment by their meetings, in the order of time."""
    found: dict[str, dict[str, GivenSegment]] = {}
    for part in sorted(state.segments or (), key=lambda one: (one.start, one.end, one.id)):
        if part.session not in unknown:
            found.setdefault(part.id, {})[part.meeting] = part
    return found


def segments_of_both(
    old: GivenMeeting, new: GivenMeeting, sides: tuple[GivenState, GivenState], moved: Exchanged
) -> Iterator[SegmentDifference]:
    """Compare the agendas of a meeting that is held in both programmes.

    Parameters
    ----------
    old, new
        The meeting before and now.
    sides
        The two programmes.
    moved
        What ``exchanged_segments`` found in them.

    Yields
    ------
    SegmentDifference
        In the order of time; none where one of the programmes does not know the agenda.
    """
    before, now = sides
    unknown = {*before.unjudged, *now.unjudged}
    if before.segments is None or now.segments is None or {old.session, new.session} & unknown:
        return
    older = {one.id: one for one in before.segments_of(old.id)}
    newer = {one.id: one for one in now.segments_of(new.id)}
    elsewhere = moved.get(new.id, {})
    for name in dict.fromkeys((*newer, *older)):
        was, is_now = older.get(name), newer.get(name)
        if name in elsewhere:
            yield elsewhere[name]
        elif was is None or is_now is None or _part(old, was, is_now) != _part(new, is_now, was):
            yield SegmentDifference(segment=name, before=was, now=is_now)


def _part(meeting: GivenMeeting, one: GivenSegment, other: GivenSegment) -> tuple[int, int, str]:
    """Return start and end on the meeting's own clock, and the title where both have one."""
    title = one.title if other.title else ""
    return meeting.minutes_until(one.start), meeting.minutes_until(one.end), title
