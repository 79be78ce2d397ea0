"""Slots for side events in few words: all of them, all of one length, or those of several days together."""

from collections.abc import Callable, Iterable

from scheduler.domain.forum import Forum
from scheduler.domain.side_events import SideEvents, Slot
from scheduler.publishing.plain_words import spelled
from scheduler.publishing.wall_times import hours

_SEVERAL = 4
"""So many are still named one by one."""


def joined(words: list[str]) -> str:
    """Join words; of many the first few.

    Parameters
    ----------
    words
        At least one.

    Returns
    -------
    str
        Such as ``A, B and C``, or ``A, B, C, D and 2 more``.
    """
    if len(words) > _SEVERAL:
        return f"{', '.join(words[:_SEVERAL])} and {len(words) - _SEVERAL} more"
    return _listed(words)


def slots_words(forum: Forum, side_events: SideEvents, slots: Iterable[str]) -> str:
    """Name some slots.

    Parameters
    ----------
    forum
        The forum.
    side_events
        All its slots.
    slots
        Ids of some of them, in the order of time.

    Returns
    -------
    str
        Such as ``All 20 slots``, ``All 15 slots of 60 minutes``, ``All 5 slots at 13:00-15:00``, ``All
        slots but Day 1 18:00-19:00``, or days with their hours.
    """
    some, whole = [side_events.slot_by_id[slot] for slot in slots], side_events.slots
    rest = [slot for slot in whole if slot not in some]
    if not rest and len(some) > 1:
        return f"All {len(some)} slots"
    if len(some) <= _SEVERAL:
        return _by_hours(forum, some)
    alike = (_alike(some, rest, lambda one: f"of {one.minutes} minutes"), _alike(some, rest, _at(forum)))
    few = f"All slots but {_by_hours(forum, rest)}" if len(rest) <= _SEVERAL else ""
    return next(filter(None, (*alike, few)), "") or f"{len(some)} slots, {_by_hours(forum, some)}"


def _alike(some: list[Slot], rest: list[Slot], words: Callable[[Slot], str]) -> str:
    """Say what the slots have in common, and no other has; nothing where they differ."""
    common = {words(slot) for slot in some}
    if len(common) > 1 or common & {words(slot) for slot in rest}:
        return ""
    return f"All {len(some)} slots {common.pop()}"


def _at(forum: Forum) -> Callable[[Slot], str]:
    return lambda slot: f"at {_hours(forum, slot)}"


def _by_hours(forum: Forum, slots: list[Slot]) -> str:
    """Name days with their hours, days of the same hours together."""
    by_day: dict[str, dict[str, None]] = {}
    for slot in slots:
        by_day.setdefault(_day(forum, slot), {})[_hours(forum, slot)] = None
    alike: dict[tuple[str, ...], list[str]] = {}
    for day, times in by_day.items():
        alike.setdefault(tuple(times), []).append(day)
    return "; ".join(f"{_listed(days)} {joined([*times])}" for times, days in alike.items())


def _day(forum: Forum, slot: Slot) -> str:
    day = forum.clock.day_of(slot.window.start)
    return spelled(day.name) if day else forum.clock.instant(slot.window.start).date().isoformat()


def _hours(forum: Forum, slot: Slot) -> str:
    clock = forum.clock
    return hours(clock.instant(slot.window.start), clock.instant(slot.window.end))


def _listed(words: list[str]) -> str:
    return " and ".join([part for part in (", ".join(words[:-1]), words[-1]) if part])
