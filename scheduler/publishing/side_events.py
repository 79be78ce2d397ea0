"""What is handed out of side events: a page, a table and a calendar; nothing where nobody asks for a slot."""

from scheduler.domain.programme import Programme
from scheduler.publishing.side_event_files import PAGE, TABLE
from scheduler.publishing.side_events_csv import table
from scheduler.publishing.side_events_html import page
from scheduler.publishing.side_events_ics import calendar


def publish(programme: Programme) -> dict[str, bytes]:
    """Write the plan of side events; the timetable has no part in it.

    Parameters
    ----------
    programme
        With its plan of side events.

    Returns
    -------
    dict of str to bytes
        Page, table and calendar by path. Without a plan there is none of them, and without a side event
        that has a slot no calendar.
    """
    plan = programme.side_events
    if plan is None:
        return {}
    return {PAGE: page(programme, plan), TABLE: table(programme, plan)} | calendar(programme)
