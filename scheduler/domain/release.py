"""A numbered timetable that was given out."""

from datetime import datetime
from typing import Literal

from pydantic import AwareDatetime, Field

from scheduler.domain.timetable import Timetable
from scheduler.domain.value import CalendarDate, Identifier, Value

ReleaseStatus = Literal["draft", "tentative", "published"]
"""How far a release can be relied on; only ``published`` is a promise."""


class GivenMeeting(Value):
    """A meeting as it was given out, whatever has become of the forum's data since.

    ``day`` is the name the day had in the programme; empty outside the days of the forum. ``words``
    is a digest of all else that delegates saw of it: title, agenda, duties.
    """

    id: Identifier
    session: str = ""
    kind: str = ""
    title: str = ""
    room: Identifier
    day: str = ""
    start: AwareDatetime
    end: AwareDatetime
    words: str = ""

    def minutes_until(self, moment: datetime) -> int:
        """Count the minutes that really pass from its start.

        Parameters
        ----------
        moment
            With its offset.

        Returns
        -------
        int
            Whole minutes, also where the clocks are changed between.
        """
        return int(moment.timestamp() - self.start.timestamp()) // 60


class GivenSegment(Value):
    """The part of a segment in one meeting, as it was given out; its id is ``session/segment``."""

    id: str
    session: str = ""
    meeting: Identifier
    title: str = ""
    start: AwareDatetime
    end: AwareDatetime


class Acknowledgement(Value):
    """A breach of practice that somebody has answered for, and why.

    ``subject`` and ``sentence`` are the judge's; it lapses when the judge says anything else.
    """

    clause: str
    subject: str
    sentence: str
    because: str = Field(min_length=1)


class Release(Value):
    """A timetable with its number, its status, and the calendar ids of its meetings.

    ``timetable`` has the meetings on the days of the forum as it is now, found by the days' names;
    ``meetings`` and ``segments`` are what was given out, in ``timezone`` and on days with the names of
    ``days``; a release that only has a ``timetable`` was made on the forum's days of now. ``uids``
    holds a permanent calendar id for every meeting that ever was. ``inputs`` are digests of the files
    it was solved from, and ``facts`` that of the forum's data then; empty where it is not known.
    ``follows`` is the digest of the release before, ``because`` why meetings moved from that one.
    """

    number: int = Field(ge=1)
    status: ReleaseStatus
    released: datetime
    note: str = ""
    timetable: Timetable
    uids: dict[str, str] = Field(default_factory=dict)
    timezone: str = ""
    days: dict[Identifier, CalendarDate] = Field(default_factory=dict)
    meetings: tuple[GivenMeeting, ...] = ()
    segments: tuple[GivenSegment, ...] = ()
    acknowledged: tuple[Acknowledgement, ...] = ()
    inputs: dict[str, str] = Field(default_factory=dict)
    facts: str = ""
    follows: str = ""
    because: dict[str, str] = Field(default_factory=dict)
