"""A session's agenda on its own clock: minutes from the start of its first meeting, breaks cut out.

The session's clock is what makes an agenda independent of when and where its meetings are held.
"""

from bisect import bisect_left
from functools import partial
from itertools import accumulate, pairwise

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
    possible = _possible(session)
    if not possible[0] & 1 or not session.segments:
        return None
    ends = [0]
    for segment, following in zip(session.segments, possible[1:], strict=True):
        earliest = ends[-1] + segment.least
        ends.append(earliest + _lowest(following >> earliest))
    return tuple(ends)


def lay_out_only(session: Session) -> tuple[Minutes, ...] | None:
    """Fill a session's meetings with its segments, where there is only one way to do it.

    Parameters
    ----------
    session
        A session; one without segments has nothing to lay out.

    Returns
    -------
    tuple of int or None
        As from ``lay_out``; ``None`` also when the segments can fill the meetings in several ways.
    """
    ends, limits = lay_out(session), breaks(session)
    if ends is None:
        return None
    following = _possible(session)[1:]
    for segment, start, end, possible in zip(session.segments, ends, ends[1:], following, strict=False):
        latest = limits[-1] if segment.most is None else start + segment.most
        if not segment.over_breaks:
            latest = min(latest, next((limit for limit in limits if limit > start), start))
        if (possible & ((2 << latest) - 1)).bit_length() - 1 != end:
            return None
    return ends


def shortest_lengths(session: Session) -> tuple[Minutes, ...] | None:
    """Find how long the segments of a session last at least, however its meetings are filled.

    Parameters
    ----------
    session
        A session; one without segments has nothing to lay out.

    Returns
    -------
    tuple of int or None
        Minutes, one number for each segment; ``None`` when the segments cannot fill the meetings exactly.
    """
    possible = _possible(session)
    if not possible[0] & 1 or not session.segments:
        return None
    lengths, starts = [], 1
    for segment, following in zip(session.segments, possible[1:], strict=True):
        most = sum(session.lengths) if segment.most is None else min(segment.most, sum(session.lengths))
        ends = partial(_ends, session, segment, starts, following)
        lengths.append(bisect_left(range(most), 1, key=lambda longest: min(1, ends(longest))))
        starts = ends(most)
    return tuple(lengths)


def _ends(session: Session, segment: Segment, starts: int, following: int, longest: Minutes) -> int:
    """Return the minutes, as bits, at which a segment of at most some length can end."""
    found, wanted = 0, longest - segment.least + 1
    for first, last in _blocks(session, segment):
        within = (2 << last) - (1 << first)
        ends, lengths = (starts & within) << segment.least, 1
        while lengths < wanted:
            step = min(lengths, wanted - lengths)
            ends |= ends << step
            lengths += step
        found |= ends & within
    return found & following if wanted > 0 else 0


def _blocks(session: Session, segment: Segment) -> list[tuple[Minutes, Minutes]]:
    """Return the stretches of the session's clock in each of which a segment can lie."""
    limits = breaks(session)
    return [(0, limits[-1])] if segment.over_breaks else list(pairwise(limits))


def _possible(session: Session) -> list[int]:
    """Return for each segment the minutes, as bits, from which it and the rest can fill the meetings."""
    limits = breaks(session)
    possible = [1 << limits[-1]]
    for segment in reversed(session.segments):
        blocks = _blocks(session, segment)
        starts = 0
        for first, last in blocks:
            within = (2 << last) - (1 << first)
            starts |= _before(possible[0] & within, segment, limits[-1]) & within
        possible.insert(0, starts)
    return possible


def _before(ends: int, segment: Segment, total: Minutes) -> int:
    """Return the bits from which some length of a segment leads to one of the ends."""
    most = total if segment.most is None else min(segment.most, total)
    starts, lengths = ends >> segment.least, 1
    wanted = most - segment.least + 1
    while lengths < wanted:
        step = min(lengths, wanted - lengths)
        starts |= starts >> step
        lengths += step
    return starts if wanted > 0 else 0


def _lowest(bits: int) -> int:
    return (bits & -bits).bit_length() - 1


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
