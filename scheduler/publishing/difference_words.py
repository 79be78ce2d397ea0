"""Differences between two programmes, in sentences for planners and delegates."""

from collections.abc import Iterator
from datetime import datetime

from scheduler.domain.difference import (
    MOVES,
    Difference,
    DifferenceKind,
    MeetingDifference,
)
from scheduler.domain.given_state import GivenDuty, GivenState
from scheduler.domain.release import GivenMeeting, GivenSegment
from scheduler.domain.segment_difference import SegmentDifference
from scheduler.publishing.plain_words import named, one_line, spelled
from scheduler.publishing.wall_times import hours, long_date

HEADINGS: dict[DifferenceKind, str] = {
    "cancelled": "Cancelled",
    "added": "Added",
    "day": "Moved to another day",
    "date": "On another date",
    "time": "Moved to another time",
    "room": "Moved to another room",
    "title": "Retitled",
    "segment": "Segments shifted",
    "duty": "Other duties",
}
"""What each kind is called above a list."""

_COUNTED: dict[DifferenceKind, str] = {
    "cancelled": "cancelled",
    "added": "added",
    "day": "moved to another day",
    "date": "on another date",
    "time": "moved to another time",
    "room": "moved to another room",
    "title": "retitled",
    "segment": "with segments shifted",
    "duty": "with other duties",
}


def title_of(meeting: GivenMeeting) -> str:
    """Name a meeting.

    Parameters
    ----------
    meeting
        As it was given out.

    Returns
    -------
    str
        Its title on one line, or its id.
    """
    return named(meeting.title, meeting.id)


def room_of(meeting: GivenMeeting, state: GivenState) -> str:
    """Name the room of a meeting.

    Parameters
    ----------
    meeting
        As it was given out.
    state
        The programme to which it belongs.

    Returns
    -------
    str
        The room's name on one line, or its id.
    """
    return named(state.room_name(meeting.room), meeting.room)


def day_of(meeting: GivenMeeting) -> str:
    """Say on which day a meeting is held.

    Parameters
    ----------
    meeting
        With its times in the zone of its programme.

    Returns
    -------
    str
        Such as ``day-1 (Tuesday 17 May 2022)``.
    """
    on = long_date(meeting.start.date())
    return f"{meeting.day} ({on})" if meeting.day else on


def was(one: MeetingDifference, found: Difference) -> str:
    """Say where and when a meeting was to be held.

    Parameters
    ----------
    one
        A meeting that differs.
    found
        The difference to which it belongs.

    Returns
    -------
    str
        Room, hours, day and date, between two zones also the zone; empty for an added meeting.
    """
    return _place(one.before, found.before, found) if one.before else ""


def is_now(one: MeetingDifference, found: Difference) -> str:
    """Say where and when a meeting is held now.

    Parameters
    ----------
    one
        A meeting that differs.
    found
        The difference to which it belongs.

    Returns
    -------
    str
        As ``was``; empty for a cancelled meeting.
    """
    return _place(one.now, found.now, found) if one.now else ""


def _place(meeting: GivenMeeting, state: GivenState, found: Difference) -> str:
    zone = f", {state.timezone} time" if found.has_two_zones else ""
    return f"{room_of(meeting, state)}, {hours(meeting.start, meeting.end)} on {day_of(meeting)}{zone}"


def sentences(one: MeetingDifference, found: Difference) -> Iterator[str]:
    """Say all that is otherwise with a meeting.

    Parameters
    ----------
    one
        A meeting that differs.
    found
        The difference to which it belongs.

    Yields
    ------
    str
        Sentences without a full stop; the first one says where it is and was, if that has changed.
    """
    title = title_of(one.shown)
    if "added" in one.kinds:
        yield f"{title} is added: {is_now(one, found)}"
    elif "cancelled" in one.kinds:
        yield f"{title} is cancelled; it was to be held in {was(one, found)}"
    elif MOVES.intersection(one.kinds):
        yield _move(one, found)
    yield from more_sentences(one)


def more_sentences(one: MeetingDifference) -> Iterator[str]:
    """Say what is otherwise with a meeting beside its place.

    Parameters
    ----------
    one
        A meeting that differs.

    Yields
    ------
    str
        Sentences on title, segments and duties, without a full stop.
    """
    title = title_of(one.shown)
    if "title" in one.kinds:
        yield f'"{title_of(one.sides[0])}" is now called "{title}"'
    for part in one.segments:
        yield segment_sentence(part) if part.entered else f"In {title}, {segment_sentence(part)}"
    duties = [f"{_officer(duty)} has {_role(duty)}" for duty in one.appointed]
    duties += [f"{_officer(duty)} no longer has {_role(duty)}" for duty in one.relieved]
    if duties:
        yield f"In {title}, {'; '.join(duties)}"


def _officer(duty: GivenDuty) -> str:
    return named(duty.name, duty.party)


def _role(duty: GivenDuty) -> str:
    return f"the role {spelled(duty.role).lower()}"


def _move(one: MeetingDifference, found: Difference) -> str:
    before, now = one.sides
    title = title_of(now)
    if MOVES.intersection(one.kinds) == {"date"} and now.day and before.room == now.room:
        dates = f"{long_date(now.start.date())}, no longer {long_date(before.start.date())}"
        where = f"{room_of(now, found.now)}, {hours(now.start, now.end)}"
        return f"{title} is on another date: {now.day} is {dates}; {where}"
    if found.has_two_zones and _on_the_wall(before) == _on_the_wall(now):
        return f"{title} keeps its hours, in another zone: from {was(one, found)} to {is_now(one, found)}"
    if _lasts_otherwise(one):
        length = f"lasts from {hours(now.start, now.end)}, no longer from {hours(before.start, before.end)}"
        return f"{title} {length}; {room_of(now, found.now)}, {day_of(now)}"
    return f"{title} moves from {was(one, found)} to {is_now(one, found)}"


def _on_the_wall(one: GivenMeeting) -> tuple[str, datetime, datetime]:
    """Return where a meeting is, and when by the clocks of its own zone."""
    return one.room, one.start.replace(tzinfo=None), one.end.replace(tzinfo=None)


def _lasts_otherwise(one: MeetingDifference) -> bool:
    """Tell whether a meeting begins where and when it did, and only ends at another time."""
    before, now = one.sides
    return (before.start, before.room) == (now.start, now.room) and MOVES.intersection(one.kinds) == {"time"}


def segment_sentence(part: SegmentDifference) -> str:
    """Say what is otherwise with a segment.

    Parameters
    ----------
    part
        A segment that differs.

    Returns
    -------
    str
        Without a full stop, and without the meeting's title where the segment lies in the same meeting.
    """
    *_, shown = part.sides
    title, held = _segment_title(shown), hours(shown.start, shown.end)
    if part.before is None:
        return f"{title} is added, {held}"
    if part.now is None:
        return f"{title} is taken out; it was {held}"
    return f"{title} {_held(part, part.before, part.now)}{_called(part.before, shown)}"


def _held(part: SegmentDifference, before: GivenSegment, now: GivenSegment) -> str:
    held, was_held = hours(now.start, now.end), hours(before.start, before.end)
    if part.left and part.entered:
        place, old = title_of(part.entered), title_of(part.left)
        return f"is held in {place}, {held}, instead of in {old}, {was_held}"
    return f"is held {held} instead of {was_held}" if was_held != held else f"stays at {held}"


def _called(before: GivenSegment, now: GivenSegment) -> str:
    """Say what a segment was called, where that is known and has changed."""
    changed = before.title and now.title and before.title != now.title
    return f"; it was called {_segment_title(before)}" if changed else ""


def _segment_title(part: GivenSegment) -> str:
    return f'"{named(part.title, one_line(part.id))}"'


def counted(found: Difference) -> str:
    """Count the meetings that differ, by kind.

    Parameters
    ----------
    found
        A difference.

    Returns
    -------
    str
        Such as ``3 meetings differ: 1 cancelled, 2 moved to another room``.
    """
    number = len(found.meetings)
    if not number:
        return "No meeting differs"
    parts = ", ".join(f"{count} {_COUNTED[kind]}" for kind, count in found.counts.items())
    return f"{number} meeting{'s differ' if number > 1 else ' differs'}: {parts}"
