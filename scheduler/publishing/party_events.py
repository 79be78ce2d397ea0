"""The events of a party's own calendar: what concerns it, and no other party's business."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from scheduler.domain.programme import Programme
from scheduler.publishing.calendar_event import EventWriter
from scheduler.publishing.calendar_events import ShownEvent
from scheduler.publishing.held import Held, held_meetings
from scheduler.publishing.party_words import own_parts, party_words
from scheduler.publishing.statement_events import statement_events

_Words = tuple[str, tuple[str, ...], tuple[str, ...]]
"""What makes the words of a meeting: its id, the party's own part, and the meetings beside it."""


class PartyEvents:
    """Writes the events of parties; what is alike for several of them is written once.

    Parameters
    ----------
    programme
        What is handed out.
    events
        All its events, as they stand in the calendar of all.
    """

    def __init__(self, programme: Programme, events: tuple[ShownEvent, ...]) -> None:
        meetings = held_meetings(programme)
        self._forum, self._events = programme.forum, events
        self._of_party = _numbered(one.parties for one in events)
        self._of_meeting = _numbered((one.meeting,) for one in events)
        self._held = {one.meeting.id: one for one in meetings}
        self._parts = own_parts(programme.forum, meetings)
        self._beside = _beside(meetings)
        self._statements = statement_events(programme, meetings)
        self._writer = EventWriter(programme, meetings)
        self._written: dict[_Words, ShownEvent] = {}

    def of(self, party: str) -> tuple[ShownEvent, ...]:
        """Find what concerns a party.

        Parameters
        ----------
        party
            Id of a party.

        Returns
        -------
        tuple of ShownEvent
            The meetings that it attends or speaks in, in the order of time, with its own words; its
            statements; and what is cancelled. Events with the same words are the same for all.
        """
        held, gone = self._meetings(party)
        return (*held, *self._statements.get(party, ()), *gone)

    def meetings(self, party: str) -> dict[str, ShownEvent]:
        """Find the meetings among what concerns a party.

        Parameters
        ----------
        party
            Id of a party.

        Returns
        -------
        dict of str to ShownEvent
            The same events as in ``of`` without its statements, by meeting.
        """
        held, gone = self._meetings(party)
        return {one.meeting: one for one in (*held, *gone)}

    def _meetings(self, party: str) -> tuple[list[ShownEvent], list[ShownEvent]]:
        """Return the events of meetings that are held, in the party's own words, and of those gone."""
        spoken = {one.meeting for one in self._statements.get(party, ())}
        numbers = set(self._of_party.get(party, ())).union(*(self._of_meeting.get(one, ()) for one in spoken))
        own = [self._events[number] for number in sorted(numbers)]
        held = [one for one in own if not one.cancelled]
        there = {one.meeting for one in held}
        return [self._shown(one, party, there) for one in held], [one for one in own if one.cancelled]

    def _shown(self, event: ShownEvent, party: str, there: set[str]) -> ShownEvent:
        parts = self._parts.get((party, event.meeting), ())
        beside = tuple(one for one in self._beside[event.meeting] if one in there)
        words = (event.meeting, parts, beside)
        if words not in self._written:
            self._written[words] = self._with_words(event, parts, beside)
        return self._written[words]

    def _with_words(self, event: ShownEvent, parts: tuple[str, ...], beside: tuple[str, ...]) -> ShownEvent:
        held, others = self._held[event.meeting], tuple(self._held[one] for one in beside)
        return replace(event, block=self._writer.block(held, party_words(held, self._forum, parts, others)))


def _numbered(names: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """Return for each name at which places it is named."""
    found: dict[str, list[int]] = {}
    for number, some in enumerate(names):
        for name in some:
            found.setdefault(name, []).append(number)
    return found


def _beside(meetings: Sequence[Held]) -> dict[str, list[str]]:
    """Find the meetings that share time with each, however little; they come in the order of time."""
    found: dict[str, list[str]] = {held.meeting.id: [] for held in meetings}
    for number, held in enumerate(meetings):
        for other in meetings[number + 1 :]:
            if other.placement.start >= held.placement.end:
                break
            found[held.meeting.id].append(other.meeting.id)
            found[other.meeting.id].append(held.meeting.id)
    return found
