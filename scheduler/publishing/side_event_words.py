"""How many side events have a slot, and why others have none, in sentences."""

from scheduler.domain.forum import Forum
from scheduler.domain.side_events import Hindrance, LeftOut, SideEvent, SideEventPlan
from scheduler.publishing.plain_words import one_line, spelled
from scheduler.publishing.side_event_rows import title_of
from scheduler.publishing.wall_times import hours

_NOT_FOUND = "No plan of the side events was found in the time given. Maybe a longer --time-limit."
_SEVERAL = 4


def counted(plan: SideEventPlan) -> str:
    """Say how many side events have a slot.

    Parameters
    ----------
    plan
        Who gets which slot.

    Returns
    -------
    str
        One or two sentences.
    """
    if not plan.found:
        return _NOT_FOUND
    whole, placed, slots = (
        len(plan.side_events.side_events),
        len(plan.placements),
        len(plan.side_events.slots),
    )
    have = "has a slot" if placed == 1 else "have a slot"
    said = f"{placed} of {whole} side events {have}; the forum has {slots} slot{'' if slots == 1 else 's'}."
    if plan.proven:
        return f"{said} No better plan exists: this is proven." if placed < whole else said
    return f"{said} A better plan may exist: the time given was too short for a proof."


def asked_words(one: SideEvent) -> str:
    """Name a side event and what was asked for.

    Parameters
    ----------
    one
        The side event.

    Returns
    -------
    str
        Such as ``Safe routes (Red Cross, 60 minutes, in person, 40 people)``.
    """
    parts = [one_line(one.organiser), f"{one.minutes} minutes", one.mode.replace("-", " ")]
    if one.size is not None:
        parts.append(f"{one.size} people")
    return f"{title_of(one)} ({', '.join(parts)})"


def hindrance_words(forum: Forum, plan: SideEventPlan, left: LeftOut) -> list[str]:
    """Say what keeps a side event from each slot.

    Parameters
    ----------
    forum
        The forum.
    plan
        Who gets which slot.
    left
        A side event without one.

    Returns
    -------
    list of str
        Sentences with a full stop, one for each reason, slots in the order of time.
    """
    return [_hindrance(forum, plan, one) for one in left.hindrances]


def _hindrance(forum: Forum, plan: SideEventPlan, one: Hindrance) -> str:
    because = one_line(one.because)
    if one.others:
        titles = _joined([title_of(plan.side_events.by_id[other]) for other in one.others])
        verb = "has" if len(one.others) == 1 else "have"
        because = f"{titles} {verb} {'it' if len(one.slots) == 1 else 'them'}. {because}"
    return f"{_slots(forum, plan, one.slots)}: {because}."


def _slots(forum: Forum, plan: SideEventPlan, slots: tuple[str, ...]) -> str:
    """Name slots; all of them, or those of a day together."""
    if len(slots) == len(plan.side_events.slots) > 1:
        return f"All {len(slots)} slots"
    by_day: dict[str, list[str]] = {}
    for slot in slots:
        window, clock = plan.side_events.slot_by_id[slot].window, forum.clock
        start, end = clock.instant(window.start), clock.instant(window.end)
        day = clock.day_of(window.start)
        by_day.setdefault(spelled(day.name) if day else start.date().isoformat(), []).append(
            hours(start, end)
        )
    return "; ".join(f"{day} {_joined(times)}" for day, times in by_day.items())


def _joined(words: list[str]) -> str:
    """Join words; of many the first few."""
    if len(words) > _SEVERAL:
        return f"{', '.join(words[:_SEVERAL])} and {len(words) - _SEVERAL} more"
    return " and ".join([part for part in (", ".join(words[:-1]), words[-1]) if part])
