"""``calendars/cancellations.ics``: what is cancelled, for those who do not subscribe but have imported."""

from scheduler.domain.programme import Programme
from scheduler.publishing.calendar_events import ShownEvent, calendar_body, zone_of
from scheduler.publishing.calendar_head import FOOT, common_head, name_lines
from scheduler.publishing.heading_words import forum_title

_PATH = "cancellations"


def cancellation_file(programme: Programme, events: tuple[ShownEvent, ...]) -> dict[str, bytes]:
    """Write the cancelled events as a message to calendars.

    Parameters
    ----------
    programme
        What is handed out.
    events
        All its events.

    Returns
    -------
    dict of str to bytes
        One file with METHOD:CANCEL (RFC 5546, 3.2.5) and every event that is cancelled; none when
        nothing is. Calendars know the events by their UIDs, and take them out or cross them out.
    """
    gone = tuple(event for event in events if event.cancelled)
    if not gone:
        return {}
    head = common_head(programme, max(event.changed for event in gone), method="CANCEL")
    names = name_lines(forum_title(programme), _PATH, "cancellations")
    body = calendar_body(zone_of(programme), gone)
    return {f"calendars/{_PATH}.ics": b"".join((head, names, body, FOOT))}
