"""``calendars/milestones.ics``: the last days of milestones, each a whole day."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from scheduler.domain.address import web_address
from scheduler.domain.event_history import EventStatus, releases_of
from scheduler.domain.forum import Forum
from scheduler.domain.last_day import LastDay
from scheduler.domain.permanent_ids import milestone_id
from scheduler.domain.programme import Programme
from scheduler.publishing.calendar_head import FOOT, common_head, name_lines
from scheduler.publishing.calendar_lines import folded, text_line
from scheduler.publishing.heading_words import forum_title, placeholder_words
from scheduler.publishing.milestone_rows import MilestoneRow, milestone_rows
from scheduler.publishing.milestone_words import cited_words, counted_words, done_words
from scheduler.publishing.plain_words import clean
from scheduler.publishing.wall_times import utc

PATH = "calendars/milestones.ics"


def calendar(programme: Programme) -> dict[str, bytes]:
    """Write the last days as a calendar.

    Parameters
    ----------
    programme
        With the last days that the forum's clauses set; its timetable has no part in it.

    Returns
    -------
    dict of str to bytes
        The calendar (RFC 5545, RFC 7986) by its path. Without a last day there is none: it would empty
        the calendars of those who have subscribed to it.
    """
    forum = programme.forum
    rows = milestone_rows(forum, programme.last_days)
    shown = [(row, row.last) for row in rows if row.last]
    if not shown:
        return {}
    head = common_head(programme, max(_changed(forum, row) for row, _ in shown))
    names = name_lines(forum_title(programme), "milestones", "milestones")
    events = b"".join(_event(forum, row, last) for row, last in shown)
    return {PATH: b"".join((head, names, events, FOOT))}


def _event(forum: Forum, row: MilestoneRow, last: LastDay) -> bytes:
    """Write a VEVENT (RFC 5545, 3.6.1) that takes no time in the reader's calendar."""
    page = web_address(forum.url)
    return b"".join(
        (
            b"BEGIN:VEVENT\r\n",
            *map(folded, _stamps(forum, row, last)),
            f"DTSTART;VALUE=DATE:{last.on:%Y%m%d}\r\n".encode(),
            f"DTEND;VALUE=DATE:{last.on + timedelta(days=1):%Y%m%d}\r\n".encode(),
            text_line("SUMMARY", _summary(forum, row)),
            text_line("DESCRIPTION", _description(forum, row, last)),
            folded(f"URL:{page}") if page else b"",
            b"CATEGORIES:milestone\r\nCLASS:PUBLIC\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n",
        )
    )


def _stamps(forum: Forum, row: MilestoneRow, last: LastDay) -> Iterator[str]:
    changed = f"{_changed(forum, row):%Y%m%dT%H%M%SZ}"
    yield f"UID:{milestone_id(forum, last.milestone, last.clause.clause)}"
    yield f"DTSTAMP:{changed}"
    yield f"CREATED:{_created(forum):%Y%m%dT%H%M%SZ}"
    yield f"LAST-MODIFIED:{changed}"
    yield f"SEQUENCE:{_sequence(forum)}"
    yield f"STATUS:{_status(forum)}"


def _created(forum: Forum) -> datetime:
    releases = releases_of(forum)
    return _stamp(releases[0].released if releases else forum.as_of)


def _changed(forum: Forum, row: MilestoneRow) -> datetime:
    """Return when the last day was given out, or the milestone was done after that."""
    given, done = _stamp(forum.release.released if forum.release else forum.as_of), row.milestone.done
    begun = datetime.combine(done, time(0), forum.clock.zone).astimezone(UTC) if done else given
    return max(given, begun)


def _stamp(moment: datetime) -> datetime:
    return utc(moment).replace(microsecond=0)


def _stands(forum: Forum) -> bool:
    """Tell whether the forum's days are those of its last release, as far as that has said them."""
    days = {day.name: day.date for day in forum.clock.days}
    return forum.release is not None and forum.release.days in ({}, days)


def _sequence(forum: Forum) -> int:
    """Count by releases, so that it rises when days of the forum move, before and with a release of that."""
    return 2 * forum.release.number + (not _stands(forum)) if forum.release else 0


def _status(forum: Forum) -> EventStatus:
    published = forum.release is not None and forum.release.status == "published"
    return "CONFIRMED" if published and _stands(forum) and not forum.placeholder else "TENTATIVE"


def _summary(forum: Forum, row: MilestoneRow) -> str:
    what = "Wished by this day" if row.is_wish else "Last day"
    said = f"{'Done' if row.milestone.done else what}: {row.name}"
    return f"Placeholder: {said}" if forum.placeholder else said


def _description(forum: Forum, row: MilestoneRow, last: LastDay) -> str:
    """Put together the paragraphs of plain text that a calendar shows below the title."""
    by = "Wished" if last.is_wish else "Due"
    paragraphs = (
        placeholder_words(forum),
        clean(last.clause.says).strip(),
        f"{by} {counted_words(last, forum.clock)}.",
        f"Clause {cited_words(last)}.",
        f"Done on {done_words(row)}." if row.milestone.done else "",
        web_address(forum.url),
    )
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
