"""Slots with the side events in them, as every output for people shows them."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from scheduler.domain.clock import Day
from scheduler.domain.forum import Forum
from scheduler.domain.side_events import SideEvent, SideEventPlacement, SideEventPlan, Slot
from scheduler.publishing.plain_words import named, one_line, spelled
from scheduler.publishing.wall_times import hours, long_date

_WISHES = ("first", "second", "third")


@dataclass(frozen=True)
class SideEventRow:
    """A slot, and the side event in it; ``place`` is ``None`` where the slot is free.

    ``start`` and ``end`` are those of the side event, else of the slot, in the forum's zone.
    """

    slot: Slot
    day: Day | None
    start: datetime
    end: datetime
    place: SideEventPlacement | None
    shown: SideEvent | None

    @property
    def hours(self) -> str:
        """When it begins and ends."""
        return hours(self.start, self.end)

    @property
    def heading(self) -> str:
        """Name and date of the day."""
        name = spelled(self.day.name) if self.day else ""
        return ", ".join(part for part in (name, long_date(self.start.date())) if part)


def rows_of(forum: Forum, plan: SideEventPlan) -> tuple[SideEventRow, ...]:
    """List every slot, one row for each side event in it.

    Parameters
    ----------
    forum
        The forum.
    plan
        Who gets which slot.

    Returns
    -------
    tuple of SideEventRow
        In the order of time.
    """
    found: list[SideEventRow] = []
    for slot in plan.side_events.slots:
        own = [one for one in plan.placements if one.slot == slot.slot]
        found += [_row(forum, plan, slot, one) for one in own or (None,)]
    return tuple(sorted(found, key=lambda row: (row.start, row.slot.slot)))


def _row(forum: Forum, plan: SideEventPlan, slot: Slot, place: SideEventPlacement | None) -> SideEventRow:
    start, end = (place.start, place.end) if place else (slot.window.start, slot.window.end)
    return SideEventRow(
        slot=slot,
        day=forum.clock.day_of(start),
        start=forum.clock.instant(start),
        end=forum.clock.instant(end),
        place=place,
        shown=plan.side_events.by_id[place.side_event] if place else None,
    )


def by_day(rows: tuple[SideEventRow, ...]) -> list[tuple[str, str, tuple[SideEventRow, ...]]]:
    """Put rows together by the date on which they begin.

    Parameters
    ----------
    rows
        In the order of time.

    Returns
    -------
    list of tuple
        An id for each day, its name and date, and its rows.
    """
    groups = ((on, tuple(group)) for on, group in groupby(rows, key=lambda row: row.start.date()))
    return [(on.isoformat(), group[0].heading, group) for on, group in groups]


def title_of(one: SideEvent) -> str:
    """Return a side event's title on one line."""
    return named(one.title, one.side_event)


def where(forum: Forum, one: SideEvent, slot: Slot) -> str:
    """Say where a side event is held.

    Parameters
    ----------
    forum
        The forum.
    one
        The side event.
    slot
        Its slot.

    Returns
    -------
    str
        The room's name, or ``virtual``.
    """
    return one_line(forum.room_name(slot.room)) if one.mode == "in-person" and slot.room else "virtual"


def for_whom(forum: Forum, slot: Slot) -> str:
    """Say what a slot is for.

    Parameters
    ----------
    forum
        The forum.
    slot
        One of its slots.

    Returns
    -------
    str
        Such as ``virtual, or in person in Conference Room 4``.
    """
    room = f"in person in {one_line(forum.room_name(slot.room))}" if slot.room else ""
    return ", or ".join(part for part in ("virtual" if "virtual" in slot.modes else "", room) if part)


def speakers_of(forum: Forum, one: SideEvent) -> str:
    """Name those who speak.

    Parameters
    ----------
    forum
        The forum.
    one
        The side event.

    Returns
    -------
    str
        Names, or nothing.
    """
    return "; ".join(named(forum.party_name(speaker), speaker) for speaker in one.speakers)


def wish_words(one: SideEvent, place: SideEventPlacement) -> str:
    """Say which wish is met.

    Parameters
    ----------
    one
        A side event.
    place
        Its slot.

    Returns
    -------
    str
        Such as ``as wished first``; nothing where nothing was wished.
    """
    missed = one.missed(place.start, place.end)
    if missed == len(one.wishes):
        return "not as wished" if one.wishes else ""
    return f"as wished {nth(missed)}" if missed < len(_WISHES) else f"as wished, {nth(missed)}"


def nth(number: int) -> str:
    """Say the place of a wish.

    Parameters
    ----------
    number
        Counted from 0.

    Returns
    -------
    str
        Such as ``first``, or ``number 4``.
    """
    return _WISHES[number] if number < len(_WISHES) else f"number {number + 1}"
