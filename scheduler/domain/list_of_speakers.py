"""A list of speakers to the second, and the debate in which it is called.

Times are seconds on the forum's axis: 60 times its minutes. A stretch is a part of the debate that lies in
one meeting; a call is a party that waits to be given the floor.
"""

from functools import cached_property

from pydantic import Field

from scheduler.domain.value import Identifier, Value

Second = int
"""A point on the forum's axis in seconds since midnight of its first day."""

Times = tuple[tuple[Second, Second], ...]
"""Pairs of first and last seconds, sorted and apart from one another."""


class Stretch(Value):
    """The part of the debate that lies in one meeting, in seconds on the forum's axis."""

    meeting: Identifier
    day: str
    start: Second
    end: Second


class Call(Value):
    """A party that is to be given the floor once.

    ``rank`` is its level's place in the protocol, 0 being the highest. ``seconds`` is its limit. ``there``
    are the times at which its speaker can be there; ``free`` tells that this is the whole debate.
    ``meeting`` is the one in which the list before had it; ``excused`` says why its place is not that of
    the plain order.
    """

    party: Identifier
    level: str = ""
    rank: int = 0
    seconds: int = Field(gt=0)
    there: Times = ()
    free: bool = True
    meeting: str | None = None
    excused: str = ""


class Reply(Value):
    """A right of reply: the first or second of a party in a meeting, at the end of whose day it is given."""

    party: Identifier
    meeting: Identifier
    number: int = Field(ge=1)
    seconds: int = Field(gt=0)


class Statement(Value):
    """A party with the floor, in seconds on the axis; ``reply`` is 0 unless it is a right of reply."""

    party: Identifier
    meeting: Identifier
    start: Second
    end: Second
    reply: int = 0


class Debate(Value):
    """What a list of speakers is made for.

    ``calls`` stand in the order in which they would be called if everybody could always be there. ``made``
    are statements of the past, which stay, and ``called`` their calls. ``replanned`` tells that there was a
    list before, to which as much as possible is kept. Stretches begin where nothing has been said yet.
    """

    stretches: tuple[Stretch, ...]
    calls: tuple[Call, ...]
    change_over: int = Field(ge=0)
    made: tuple[Statement, ...] = ()
    called: tuple[Call, ...] = ()
    replies: tuple[Reply, ...] = ()
    replanned: bool = False

    @cached_property
    def said(self) -> frozenset[Statement]:
        """The statements of the past."""
        return frozenset(self.made)

    @cached_property
    def call_by_party(self) -> dict[str, Call]:
        """Calls by party."""
        return {call.party: call for call in self.calls}

    @cached_property
    def place_by_party(self) -> dict[str, int]:
        """Places in the plain order, from 0 on, by party."""
        return {call.party: place for place, call in enumerate(self.calls)}

    @cached_property
    def stretch_by_meeting(self) -> dict[str, Stretch]:
        """Stretches by meeting."""
        return {stretch.meeting: stretch for stretch in self.stretches}

    @cached_property
    def needed(self) -> int:
        """The seconds that all statements to come take with their change-overs."""
        return sum(call.seconds + self.change_over for call in self.calls)

    @cached_property
    def room(self) -> int:
        """The seconds that are left of the debate."""
        return sum(one.end - one.start for one in self.stretches)

    @cached_property
    def shares(self) -> dict[str, int]:
        """The seconds of all statements, divided among the meetings by the time the debate has in each."""
        room = {
            one.meeting: max(0, one.end - one.start - self.reserved(one.meeting)) for one in self.stretches
        }
        everything = self.needed
        whole = sum(room.values()) or 1
        return {meeting: everything * one // whole for meeting, one in room.items()}

    def reserved(self, meeting: str) -> int:
        """Return the time that rights of reply take at the end of a meeting.

        Parameters
        ----------
        meeting
            One of the stretches'.

        Returns
        -------
        int
            Seconds, a change-over with each.
        """
        return sum(one.seconds + self.change_over for one in self.replies if one.meeting == meeting)


class ListOfSpeakers(Value):
    """Statements in the order of time, those of the past among them."""

    statements: tuple[Statement, ...]

    @cached_property
    def by_party(self) -> dict[str, Statement]:
        """The statement of each party, rights of reply left out."""
        return {one.party: one for one in self.statements if not one.reply}

    @cached_property
    def order(self) -> tuple[Statement, ...]:
        """The statements in the order of time, rights of reply left out."""
        return tuple(one for one in self.statements if not one.reply)
