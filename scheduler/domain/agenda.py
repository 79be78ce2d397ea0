"""A session's agenda on its own clock: minutes from the start of its first meeting, breaks cut out.

The session's clock is what makes an agenda independent of when and where its meetings are held.
"""

from itertools import accumulate

from scheduler.domain.session import Segment, Session
from scheduler.domain.timetable import Placement, SegmentTime
from scheduler.domain.value import Minutes


def breaks(session: Session) -> tuple[Minutes, ...]:
    """Return where the meetings of a session begin and end on its own clock.

    Parameters
    ----------
    session
        A session with one or more meetings.

    Returns
    -------
    tuple of int
        0, the end of each meeting but the last in minutes, and the session's whole length.
    """
    return (0, *accumulate(session.lengths))


def lay_out(session: Session) -> tuple[Minutes, ...] | None:
    """Fill a session's meetings with its segments, each ending as early as the rest allows.

    Parameters
    ----------
    session
        A session; one without segments has nothing to lay out.

    Returns
    -------
    tuple of int or None
        Ends of the segments in minutes on the session's clock, the first entry being 0; ``None``
        when the segments cannot fill the meetings exactly.
    """
    limits = breaks(session)
    ends = _fill(session.segments, 0, limits)
    return None if ends is None else (0, *ends)


def _fill(
    segments: tuple[Segment, ...], start: Minutes, limits: tuple[Minutes, ...]
) -> tuple[Minutes, ...] | None:
    """Return the earliest ends of the segments from ``start`` on, or None."""
    total = limits[-1]
    if not segments:
        return () if start == total else None
    segment, rest = segments[0], segments[1:]
    most = total - start if segment.most is None else min(segment.most, total - start)
    first = total - start if not rest else segment.least
    for length in range(max(first, segment.least), most + 1):
        if not segment.over_breaks and _crosses(start, start + length, limits):
            break
        following = _fill(rest, start + length, limits)
        if following is not None:
            return (start + length, *following)
    return None


def _crosses(start: Minutes, end: Minutes, limits: tuple[Minutes, ...]) -> bool:
    return any(start < limit < end for limit in limits)


def segment_times(
    session: Session, ends: tuple[Minutes, ...], placements: tuple[Placement, ...]
) -> list[SegmentTime]:
    """Put an agenda on the forum's axis.

    Parameters
    ----------
    session
        A session with segments.
    ends
        Ends of its segments in minutes on the session's clock, the first entry being 0.
    placements
        Where its meetings are held, in the order of their positions.

    Returns
    -------
    list of SegmentTime
        One for each meeting in which a segment has at least one minute.
    """
    limits = breaks(session)
    times: list[SegmentTime] = []
    for segment, start, end in zip(session.segments, ends, ends[1:], strict=False):
        for placement, begins, stops in zip(placements, limits, limits[1:], strict=False):
            first, last = max(start, begins), min(end, stops)
            if first < last:
                times.append(
                    SegmentTime(
                        session=session.session,
                        segment=segment.segment,
                        meeting=placement.meeting,
                        start=placement.start + first - begins,
                        end=placement.start + last - begins,
                    )
                )
    return times
