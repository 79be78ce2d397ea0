"""What stands at the head and at the foot of every calendar."""

from scheduler.domain.address import web_address
from scheduler.domain.programme import Programme
from scheduler.publishing.calendar_lines import folded, text_line
from scheduler.publishing.calendar_stamp import calendar_stamp

_REFRESH = "PT6H"
"""How often a subscriber should look for changes."""
_COLORS = {
    "all": ("steelblue", "#4682B4"),
    "rooms": ("seagreen", "#2E8B57"),
    "sessions": ("slateblue", "#6A5ACD"),
    "parties": ("peru", "#CD853F"),
}
FOOT = b"END:VCALENDAR\r\n"


def common_head(programme: Programme) -> bytes:
    """Write the properties that all calendars of a programme share.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    bytes
        From BEGIN:VCALENDAR on, without METHOD and UID: those belong to messages, and a calendar
        with a UID of its own is taken for one single event by some readers.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//hemicycle//hemicycle//EN", "CALSCALE:GREGORIAN"]
    lines.append(f"LAST-MODIFIED:{calendar_stamp(programme).changed:%Y%m%dT%H%M%SZ}")
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
        The room, session or party the calendar is for; empty for the calendar of all.

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
