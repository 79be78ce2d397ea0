"""What ``hemicycle schedule`` says of side events."""

from collections.abc import Iterator
from typing import Any

from scheduler.cli.findings import folded
from scheduler.domain.forum import Forum
from scheduler.domain.programme import Programme
from scheduler.domain.side_events import SideEventPlacement, SideEventPlan
from scheduler.publishing.side_event_words import asked_words, counted, hindrance_words, wish_reasons
from scheduler.publishing.slots_words import slots_words


def side_event_lines(programme: Programme) -> Iterator[str]:
    """Say how many side events have a slot, and name those of which no wish is met, and those without one.

    Parameters
    ----------
    programme
        With its plan of side events, if there is one.

    Yields
    ------
    str
        Lines; none where nobody asks for a slot.
    """
    plan, forum = programme.side_events, programme.forum
    if plan is None:
        return
    yield from ("", "Side events")
    yield from folded(counted(plan))
    for place in plan.placements:
        yield from _not_as_wished(forum, plan, place)
    for left in plan.left_out:
        yield from folded(f"No slot: {asked_words(plan.side_events.by_id[left.side_event])}")
        for said in hindrance_words(forum, plan, left):
            yield from folded(said, 4)


def _not_as_wished(forum: Forum, plan: SideEventPlan, place: SideEventPlacement) -> Iterator[str]:
    """Say of a side event of which no wish is met where it is, and why."""
    one = plan.side_events.by_id[place.side_event]
    if one.wishes and one.missed(place.start, place.end) == len(one.wishes):
        where = slots_words(forum, plan.side_events, [place.slot])
        yield from folded(f"Not as wished: {asked_words(one)} has the slot {where}.")
        for said in wish_reasons(forum, plan, one.side_event):
            yield from folded(said, 4)


def side_events_document(programme: Programme) -> dict[str, Any]:
    """Put the side events into JSON.

    Parameters
    ----------
    programme
        With its plan of side events, if there is one.

    Returns
    -------
    dict
        With one key, ``side-events``; empty where nobody asks for a slot.
    """
    plan, clock = programme.side_events, programme.forum.clock
    if plan is None:
        return {}
    placed = [
        {
            "side-event": one.side_event,
            "slot": one.slot,
            "start": clock.instant(one.start).isoformat(),
            "end": clock.instant(one.end).isoformat(),
            "because": wish_reasons(programme.forum, plan, one.side_event),
        }
        for one in plan.placements
    ]
    left = [
        {"side-event": one.side_event, "because": hindrance_words(programme.forum, plan, one)}
        for one in plan.left_out
    ]
    levels = [{**one.model_dump(mode="json"), "proven": one.proven} for one in plan.levels]
    standing = {"found": plan.found, "proven": plan.proven}
    return {"side-events": {**standing, "placed": placed, "left-out": left, "levels": levels}}
