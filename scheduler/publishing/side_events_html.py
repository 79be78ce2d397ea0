"""``side-events.html``: side events by day and slot, and why others have no slot."""

from scheduler.domain.address import web_address
from scheduler.domain.programme import Programme
from scheduler.domain.side_events import SideEventPlan
from scheduler.publishing.heading_words import dates, forum_title, place, placeholder_words
from scheduler.publishing.pages import page_of
from scheduler.publishing.plain_words import one_line
from scheduler.publishing.side_event_files import MARK
from scheduler.publishing.side_event_rows import (
    by_day,
    for_whom,
    rows_of,
    speakers_of,
    title_of,
    where,
    wish_words,
)
from scheduler.publishing.side_event_words import asked_words, counted, hindrance_words, wish_reasons
from scheduler.publishing.wall_times import zone_words


def page(programme: Programme, plan: SideEventPlan) -> bytes:
    """Write the page.

    Parameters
    ----------
    programme
        What is handed out.
    plan
        Who gets which slot.

    Returns
    -------
    bytes
        HTML in UTF-8 without scripts; it asks for nothing beside itself, and what comes from planners'
        files is escaped.
    """
    forum, rows = programme.forum, rows_of(programme.forum, plan)
    values = {
        "title": forum_title(programme),
        "mark": MARK,
        "placeholder": placeholder_words(forum),
        "dates": dates(programme),
        "place": place(programme),
        "zone": zone_words(forum.clock.timezone, (row.start for row in rows)),
        "counted": counted(plan),
        "days": by_day(rows),
        "title_of": title_of,
        "where": lambda row: where(forum, row.shown, row.slot),
        "for_whom": lambda row: for_whom(forum, row.slot),
        "speakers": lambda one: speakers_of(forum, one),
        "wish": lambda row: wish_words(row.shown, row.place),
        "reasons": lambda row: wish_reasons(forum, plan, row.shown.side_event),
        "left": [
            (asked_words(plan.side_events.by_id[one.side_event]), hindrance_words(forum, plan, one))
            for one in plan.left_out
        ],
        "assumed": [
            (len(things), sum(one.is_assumption for one in things), what)
            for things, what in (
                (plan.side_events.slots, "slots"),
                (plan.side_events.side_events, "side events"),
            )
        ],
        "set_aside": plan.side_events.set_aside,
    }
    return page_of("side-events.html.j2", {"one_line": one_line, "web_address": web_address}, values)
