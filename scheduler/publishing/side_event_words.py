"""How many side events have a slot, and why others have none or another, in sentences."""

from collections.abc import Sequence

from scheduler.domain.forum import Forum
from scheduler.domain.side_events import Hindrance, LeftOut, SideEvent, SideEventPlan
from scheduler.publishing.plain_words import one_line
from scheduler.publishing.side_event_rows import nth, title_of
from scheduler.publishing.slots_words import joined, slots_words

_NOT_FOUND = "No plan of the side events was found in the time given. Maybe a longer --time-limit."


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


def wish_reasons(forum: Forum, plan: SideEventPlan, side_event: str) -> list[str]:
    """Say why a side event is not held when it is wished more.

    Parameters
    ----------
    forum
        The forum.
    plan
        Who gets which slot.
    side_event
        Id of one that has a slot.

    Returns
    -------
    list of str
        One text of whole sentences for each wish before the one that is met; none where it is held as
        wished first, or nothing is wished.
    """
    wishes = plan.side_events.by_id[side_event].wishes
    found = (one.missed for one in plan.not_as_wished if one.side_event == side_event)
    return [
        f"Wished {nth(number)} was {one_line(wishes[number].words)}{_missed(forum, plan, reasons)}"
        for missed in found
        for number, reasons in enumerate(missed)
    ]


def _missed(forum: Forum, plan: SideEventPlan, reasons: Sequence[Hindrance]) -> str:
    """Say the only reason behind a colon, several in sentences of their own, each with its slots."""
    if len(reasons) == 1:
        return f": {_because(plan, reasons[0])}."
    return " ".join([".", *(_hindrance(forum, plan, one) for one in reasons)])


def _hindrance(forum: Forum, plan: SideEventPlan, one: Hindrance) -> str:
    return f"{slots_words(forum, plan.side_events, one.slots)}: {_because(plan, one)}."


def _because(plan: SideEventPlan, one: Hindrance) -> str:
    because = one_line(one.because)
    if not one.others:
        return because
    titles = joined([title_of(plan.side_events.by_id[other]) for other in one.others])
    verb = "has" if len(one.others) == 1 else "have"
    there = "it" if len(one.slots) == 1 else "them"
    return f"{titles} {verb} {there}. {because[:1].upper()}{because[1:]}"
