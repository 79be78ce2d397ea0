"""The calendars that go with notices: of the events of a party's own those that have been touched."""

from collections.abc import Iterator
from datetime import datetime

from scheduler.domain.event_history import releases_of
from scheduler.domain.programme import Programme
from scheduler.publishing.calendar_event import event_stamp
from scheduler.publishing.calendar_events import shown_events, zone_of
from scheduler.publishing.calendar_head import FOOT, common_head, name_lines
from scheduler.publishing.cancelled_events import withdrawn_block
from scheduler.publishing.heading_words import forum_title
from scheduler.publishing.notice_text import Notice
from scheduler.publishing.party_events import PartyEvents


class NoticeCalendars:
    """Writes calendars of a programme's events in the words of the parties, each written once.

    Parameters
    ----------
    programme
        What is handed out.
    """

    def __init__(self, programme: Programme) -> None:
        self._programme = programme
        events = shown_events(programme)
        self._concerned = PartyEvents(programme, events)
        self._gone = {one.meeting: one for one in events if one.cancelled}
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
            The events of the meetings as the party's own calendar has them, byte for byte, and no others
            (RFC 5545). A meeting that is no longer for the party is CANCELLED in it, to strike it out
            where it was imported.
        """
        events = list(self._events(notice))
        head = common_head(self._programme, max(changed for changed, _ in events))
        title = forum_title(self._programme)
        lines = name_lines(title, f"parties/{notice.party}", f"changes for {notice.name}")
        body = b"".join(block for _, block in events)
        zone = self._zone if b";TZID=" in body else b""
        return b"".join((head, lines, zone, body, FOOT))

    def _events(self, notice: Notice) -> Iterator[tuple[datetime, bytes]]:
        """Yield stamps and events; who is no longer among the parties has no calendar, and what is gone."""
        own = self._gone | self._concerned.meetings(notice.party)
        for name in (one.meeting for one in notice.meetings):
            if name in notice.left:
                yield event_stamp(releases_of(self._programme.forum)[-1].released), self._struck_out(name)
            else:
                yield own[name].changed, own[name].block

    def _struck_out(self, meeting: str) -> bytes:
        if meeting not in self._withdrawn:
            self._withdrawn[meeting] = withdrawn_block(self._programme, meeting)
        return self._withdrawn[meeting]
