"""What stands at the head and at the foot of every calendar."""

from datetime import datetime

from scheduler.domain.address import web_address
from scheduler.domain.programme import Programme
from scheduler.publishing.calendar_lines import folded, text_line

_REFRESH = "PT6H"
"""How often a subscriber should look for changes."""
_COLORS = {
    "all": ("steelblue", "#4682B4"),
    "cancellations": ("firebrick", "#B22222"),
    "rooms": ("seagreen", "#2E8B57"),
    "sessions": ("slateblue", "#6A5ACD"),
    "parties": ("peru", "#CD853F"),
    "milestones": ("goldenrod", "#DAA520"),
    "side-events": ("teal", "#008080"),
}
FOOT = b"END:VCALENDAR\r\n"


def common_head(programme: Programme, changed: datetime, method: str = "") -> bytes:
    """Write the properties that tell nothing of whom a calendar is for.

    Parameters
    ----------
    programme
        What is handed out.
    changed
        When the newest of the calendar's events changed, in UTC.
    method
        Such as ``CANCEL`` (RFC 5546, 1.4); none for calendars that are subscribed to.

    Returns
    -------
    bytes
        From BEGIN:VCALENDAR on, without UID: a calendar with a UID of its own is taken for one single
        event by some readers.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//hemicycle//hemicycle//EN", "CALSCALE:GREGORIAN"]
    lines += [f"METHOD:{method}"] if method else []
    lines.append(f"LAST-MODIFIED:{changed:%Y%m%dT%H%M%SZ}")
    lines += [f"REFRESH-INTERVAL;VALUE=DURATION:{_REFRESH}", f"X-PUBLISHED-TTL:{_REFRESH}"]
    page = web_address(programme.forum.url)
    lines += [f"URL:{page}"] if page else []
    return b"".join(map(folded, lines))


def name_lines(title: str, path: str, name: str) -> bytes:
    """Write the properties by which a reader tells one calendar from another.

    Parameters
    ----------
    title
        The forum's title.
    path
        Where the calendar lies, such as ``rooms/conference-room-4``; it decides the colour.
    name
        The room, session or party the calendar is for, or what else sets it apart; empty for the
        calendar of all.

    Returns
    -------
    bytes
        Names and colours (RFC 7986, 5.1 and 5.9), each also as the property that older readers
        know.
    """
    full = f"{title}: {name}" if name else title
    color, apple = _COLORS[path.partition("/")[0]]
    colors = f"COLOR:{color}\r\nX-APPLE-CALENDAR-COLOR:{apple}\r\n"
    return text_line("NAME", full) + text_line("X-WR-CALNAME", full) + colors.encode()
