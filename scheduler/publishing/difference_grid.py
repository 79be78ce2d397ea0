"""The grids of two programmes, day by day, with what each cell has to say of a change."""

from dataclasses import dataclass
from datetime import date

from scheduler.domain.difference import (
    MOVES,
    Difference,
    MeetingDifference,
    dates_of,
    day_key,
    renamed_days,
)
from scheduler.domain.given_state import GivenState
from scheduler.domain.release import GivenMeeting
from scheduler.domain.room import Room
from scheduler.domain.session import Meeting, Session
from scheduler.domain.timetable import Placement
from scheduler.publishing.day_grid import DayGrid, day_grid
from scheduler.publishing.days import HeldDay
from scheduler.publishing.difference_words import is_now, title_of, was
from scheduler.publishing.held import Held
from scheduler.publishing.plain_words import spelled
from scheduler.publishing.wall_times import long_date


@dataclass(frozen=True)
class Mark:
    """What a cell says of a change: a class of its look, a symbol, and the words that the symbol means."""

    look: str
    symbol: str
    words: str


@dataclass(frozen=True)
class ComparedDay:
    """A day of either programme; a grid is ``None`` where no meeting is held on it."""

    id: str
    heading: str
    before: DayGrid | None
    now: DayGrid | None


def compared_days(found: Difference) -> tuple[ComparedDay, ...]:
    """Draw the grids of both programmes for every day.

    Parameters
    ----------
    found
        A difference.

    Returns
    -------
    tuple of ComparedDay
        In the order of the dates now, days that are no more by their dates then.
    """
    renamed = renamed_days(found.before, found.now)
    older = {renamed.get(name, name): on for name, on in dates_of(found.before).items()}
    newer = dates_of(found.now)
    names = sorted({*older, *newer}, key=lambda name: (newer.get(name) or older[name], name))
    old_names = {now: before for before, now in renamed.items()}
    return tuple(
        ComparedDay(
            id=name,
            heading=_heading((old_names.get(name, name), name), older.get(name), newer.get(name)),
            before=_grid(found.before, old_names.get(name, name)),
            now=_grid(found.now, name),
        )
        for name in names
    )


def _heading(names: tuple[str, str], before: date | None, now: date | None) -> str:
    dates = _then_and_now(*(long_date(on) for on in (before, now) if on))
    if names[1] in {on.isoformat() for on in (before, now) if on}:
        return dates
    return f"{_then_and_now(*map(spelled, names))}, {dates}"


def _then_and_now(*words: str) -> str:
    """Put what was and what is behind each other where they differ."""
    different = dict.fromkeys(words)
    return " before, ".join(different) + (" now" if len(different) > 1 else "")


def _grid(state: GivenState, day: str) -> DayGrid | None:
    held = sorted(
        (_held(one, state) for one in state.meetings if day_key(one) == day),
        key=lambda one: (one.start, one.meeting.id),
    )
    rooms = {one.room.room: one.room for one in held}
    if not held:
        return None
    on = HeldDay(date=held[0].start.date(), day=None, meetings=tuple(held))
    return day_grid(on, tuple(rooms[name] for name in sorted(rooms)))


def _held(one: GivenMeeting, state: GivenState) -> Held:
    """Stand in for a meeting that its forum may not have any more, with as much as a grid shows."""
    start, end = (int(moment.timestamp()) // 60 for moment in (one.start, one.end))
    meeting = Meeting.model_construct(
        id=one.id, session=one.session, kind=one.kind, title=one.title, position=1, minutes=end - start
    )
    session = Session.model_construct(
        session=one.session, kind=one.kind, title=one.title, minutes=end - start
    )
    return Held(
        meeting=meeting,
        session=session,
        room=Room.model_construct(room=one.room, name=state.room_name(one.room)),
        placement=Placement(meeting=one.id, room=one.room, start=start, end=end),
        start=one.start,
        end=one.end,
        day=None,
        segments=(),
        duties=(),
    )


def marks_before(found: Difference) -> dict[str, tuple[Mark, ...]]:
    """Say in the old grid what becomes of each meeting.

    Parameters
    ----------
    found
        A difference.

    Returns
    -------
    dict of str to tuple of Mark
        By meeting; those that stay as they are have none.
    """
    return {one.meeting: tuple(_before(one, found)) for one in found.meetings if one.before}


def _before(one: MeetingDifference, found: Difference) -> list[Mark]:
    marks = []
    if "cancelled" in one.kinds:
        marks.append(Mark("cancelled", "✕", "Cancelled"))
    if MOVES.intersection(one.kinds):
        marks.append(Mark("moved", "→", f"Moves to {is_now(one, found)}"))
    return marks + _otherwise(one, f'Is now called "{title_of(one.shown)}"')


def marks_now(found: Difference) -> dict[str, tuple[Mark, ...]]:
    """Say in the new grid where each meeting comes from.

    Parameters
    ----------
    found
        A difference.

    Returns
    -------
    dict of str to tuple of Mark
        By meeting; those that are as they were have none.
    """
    return {one.meeting: tuple(_now(one, found)) for one in found.meetings if one.now}


def _now(one: MeetingDifference, found: Difference) -> list[Mark]:
    marks = []
    if "added" in one.kinds:
        marks.append(Mark("added", "+", "Added"))
    if MOVES.intersection(one.kinds):
        marks.append(Mark("moved", "←", f"Moved from {was(one, found)}"))
    return marks + _otherwise(one, f'Was called "{title_of(one.sides[0])}"')


def _otherwise(one: MeetingDifference, called: str) -> list[Mark]:
    marks = [Mark("reworded", "≠", called)] if "title" in one.kinds else []
    marks += [Mark("reworded", "↕", "Segments shifted")] if "segment" in one.kinds else []
    return marks + ([Mark("reworded", "☰", "Other duties")] if one.relieved or one.appointed else [])
