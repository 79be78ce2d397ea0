"""``side-events.csv``: one row for each slot, and one for each side event without one."""

import csv
from io import StringIO

from scheduler.domain.forum import Forum
from scheduler.domain.programme import Programme
from scheduler.domain.side_events import LeftOut, SideEvent, SideEventPlan
from scheduler.publishing.formulas import neutral
from scheduler.publishing.plain_words import one_line
from scheduler.publishing.side_event_files import HEAD
from scheduler.publishing.side_event_rows import (
    SideEventRow,
    for_whom,
    rows_of,
    speakers_of,
    title_of,
    where,
    wish_words,
)
from scheduler.publishing.side_event_words import hindrance_words, wish_reasons


def table(programme: Programme, plan: SideEventPlan) -> bytes:
    """Write the plan as CSV.

    Parameters
    ----------
    programme
        What is handed out.
    plan
        Who gets which slot.

    Returns
    -------
    bytes
        In UTF-8 with a head line (RFC 4180, lines ended by a line feed); slots in the order of time, then
        the side events without one. Cells that a spreadsheet would run as a formula begin with an
        apostrophe.
    """
    text, forum = StringIO(), programme.forum
    writer = csv.writer(text, lineterminator="\n")
    rows = [_slot(forum, plan, row) for row in rows_of(forum, plan)]
    rows += [_left(forum, plan, one) for one in plan.left_out]
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return f"{HEAD}{text.getvalue()}".encode()


def _slot(forum: Forum, plan: SideEventPlan, row: SideEventRow) -> list[str]:
    cells = [
        "placed" if row.shown else "free",
        row.day.name if row.day else "",
        row.start.date().isoformat(),
        f"{row.start:%H:%M}",
        f"{row.end:%H:%M}",
        row.slot.slot,
        for_whom(forum, row.slot),
    ]
    if row.shown is None or row.place is None:
        return [*cells, *[""] * 9]
    asked = _asked(forum, row.shown, where(forum, row.shown, row.slot))
    because = " ".join(wish_reasons(forum, plan, row.shown.side_event))
    return [*cells, *asked, wish_words(row.shown, row.place), row.shown.url, because]


def _left(forum: Forum, plan: SideEventPlan, left: LeftOut) -> list[str]:
    one = plan.side_events.by_id[left.side_event]
    asked = _asked(forum, one, one.mode.replace("-", " "))
    because = " ".join(hindrance_words(forum, plan, left))
    return ["no slot", *[""] * 6, *asked, "", one.url, because]


def _asked(forum: Forum, one: SideEvent, place: str) -> list[str]:
    people = "" if one.size is None else str(one.size)
    organiser = one_line(one.organiser)
    return [one.side_event, title_of(one), organiser, place, people, speakers_of(forum, one)]
