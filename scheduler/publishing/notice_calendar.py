"""The calendars that go with notices: of all events of a programme those that have been touched."""

from scheduler.domain.event_history import events_now, releases_of
from scheduler.domain.programme import Programme
from scheduler.publishing.calendar_event import event_blocks, event_stamp
from scheduler.publishing.calendar_events import zone_of
from scheduler.publishing.calendar_head import FOOT, common_head, name_lines
from scheduler.publishing.cancelled_events import cancelled_blocks, withdrawn_block
from scheduler.publishing.heading_words import forum_title
from scheduler.publishing.notice_text import Notice


class NoticeCalendars:
    """Writes calendars of a programme's events, each written once.

    Parameters
    ----------
    programme
        What is handed out.
    """

    def __init__(self, programme: Programme) -> None:
        self._programme = programme
        self._blocks = event_blocks(programme) | cancelled_blocks(programme)
        self._stamps = {name: event_stamp(one.changed) for name, one in events_now(programme).items()}
        self._zone = zone_of(programme)
        self._withdrawn: dict[str, bytes] = {}

    def of(self, notice: Notice) -> bytes:
        """Write the calendar that goes with a notice.

        Parameters
        ----------
        notice
            What one party is to be told.

        Returns
        -------
        bytes
            The events that the calendars of the programme have, and no others (RFC 5545). A meeting that
            is no longer for the party is CANCELLED in it, to strike it out where it was imported.
        """
        names = [one.meeting for one in notice.meetings]
        stamps = [self._stamps[name] for name in names if name not in notice.left]
        if notice.left:
            stamps.append(event_stamp(releases_of(self._programme.forum)[-1].released))
        head = common_head(self._programme, max(stamps))
        title = forum_title(self._programme)
        lines = name_lines(title, f"parties/{notice.party}", f"changes for {notice.name}")
        body = b"".join(self._block(name, notice) for name in names)
        zone = self._zone if b";TZID=" in body else b""
        return b"".join((head, lines, zone, body, FOOT))

    def _block(self, meeting: str, notice: Notice) -> bytes:
        if meeting not in notice.left:
            return self._blocks[meeting]
        if meeting not in self._withdrawn:
            self._withdrawn[meeting] = withdrawn_block(self._programme, meeting)
        return self._withdrawn[meeting]
