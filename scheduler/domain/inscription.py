"""What parties and their speakers have asked for: inscriptions, and what happens to a list of speakers."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from scheduler.domain.value import Identifier, Value
from scheduler.domain.window import Window

EventKind = Literal["announced", "closed", "absent", "swap", "withdrawn", "right-of-reply", "called"]
"""What may happen to a list: see ``SpeakersEvent``."""


class Inscription(Value):
    """A party on the list of speakers.

    ``level`` is the speaker's, as the protocol names it. A statement ``on_behalf_of`` a group has the group's
    limit. ``available`` are the only times at which the speaker can be there, where any are named;
    ``unavailable`` those at which not.
    """

    party: Identifier
    level: Identifier
    inscribed: datetime
    on_behalf_of: str = ""
    available: tuple[Window, ...] = ()
    unavailable: tuple[Window, ...] = ()
    language: str = ""


class SpeakersEvent(Value):
    """Something that happens to a list of speakers at a point in time.

    ``announced``: from now on the list is known, and later inscriptions change it. ``closed``: nobody is
    inscribed any more. ``absent``: a speaker is not there when called, or says so before; ``available`` may
    say when it can be there after all. ``swap``: ``party`` and ``other`` have agreed to change places.
    ``withdrawn``: a party does not wish to speak. ``right-of-reply``: a party asks for it. ``called``: a
    party has the floor, earlier or later than was planned.
    """

    at: datetime
    event: EventKind
    party: Identifier | None = None
    other: Identifier | None = Field(default=None, alias="with")
    available: tuple[Window, ...] = ()
    note: str = ""
