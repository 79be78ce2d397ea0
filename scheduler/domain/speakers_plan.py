"""A list of speakers as it is handed out: estimates, and why each stands where it does."""

from pydantic import Field

from scheduler.domain.estimates import Estimate
from scheduler.domain.forum import Forum
from scheduler.domain.list_of_speakers import Stretch
from scheduler.domain.programme import LevelResult, Status
from scheduler.domain.value import Identifier, Value


class Room(Value):
    """How many statements fit at a limit in seconds; ``is_own`` marks the forum's own limit."""

    limit: int
    fit: int
    is_own: bool = False


class Entry(Value):
    """A line of the list: an estimate, what was inscribed, and why it is out of the plain order.

    ``place`` counts the statements of the whole list from 1 on, ``plain`` is the place in the plain order;
    both are 0 for a right of reply. ``spoken`` tells that the statement has been made.
    """

    estimate: Estimate
    level: str = ""
    language: str = ""
    on_behalf_of: str = ""
    place: int = 0
    plain: int = 0
    spoken: bool = False
    because: str = ""


class Outcome(Value):
    """What an event has done to the list: sentences, or one sentence that says why it could not be done."""

    what: str
    changes: tuple[str, ...] = ()
    refused: str = ""


class NotListed(Value):
    """A party without a place in the list, and why."""

    party: Identifier
    because: str


class SpeakersPlan(Value):
    """A list of speakers with all that is said about it.

    ``wanted`` is how many are inscribed, or may be where nobody is yet; ``longest`` the longest limit in
    seconds at which all of them fit. ``figures`` are sentences on limits and change-over with their source
    and certainty; ``compression`` says which step was taken, if any. ``says`` has the words of the clauses
    by which the list was made.
    """

    forum: Forum
    stretches: tuple[Stretch, ...]
    rooms: tuple[Room, ...]
    wanted: int
    inscribed: bool
    longest: int
    figures: tuple[str, ...] = ()
    compression: str = ""
    says: dict[str, str] = Field(default_factory=dict)
    status: Status = "unknown"
    levels: tuple[LevelResult, ...] = ()
    entries: tuple[Entry, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    not_listed: tuple[NotListed, ...] = ()
    impossible: tuple[str, ...] = ()
