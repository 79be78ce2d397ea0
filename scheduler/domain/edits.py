"""Changes of a forum's data that a planner can make, each as one small step in one file."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from scheduler.domain.clause import Clause
from scheduler.domain.clock import Period
from scheduler.domain.forum import Forum, SetAside
from scheduler.domain.maybe import natural
from scheduler.domain.room import Closure
from scheduler.domain.session import Duty, Session


class Edit(ABC):
    """One change."""

    @abstractmethod
    def made_in(self, forum: Forum) -> Forum:
        """Make the change.

        Parameters
        ----------
        forum
            The forum.

        Returns
        -------
        Forum
            As it is read when the same change is made in its files.
        """


@dataclass(frozen=True)
class RoomOpened(Edit):
    """A room of the venue is open to the forum."""

    room: str

    def made_in(self, forum: Forum) -> Forum:
        """Add the room in its place."""
        more = (one for one in forum.venue.rooms if one.room == self.room)
        return forum.replace(rooms=tuple(sorted((*forum.rooms, *more), key=lambda one: natural(one.room))))


@dataclass(frozen=True)
class ClosureDropped(Edit):
    """A room is no longer closed at a time."""

    closure: Closure

    def made_in(self, forum: Forum) -> Forum:
        """Leave the closure out."""
        return forum.replace(closures=tuple(one for one in forum.closures if one != self.closure))


@dataclass(frozen=True)
class PinDropped(Edit):
    """What a pin holds is free; ``clause`` is its name, such as ``pins/at-talk``."""

    clause: str

    def made_in(self, forum: Forum) -> Forum:
        """Leave the pin's clause out."""
        return forum.replace(clauses=tuple(_without_pin(forum, self.clause)))


@dataclass(frozen=True)
class Shortened(Edit):
    """A session has shorter meetings: ``minutes`` has the length of each."""

    session: str
    minutes: tuple[int, ...]

    def made_in(self, forum: Forum) -> Forum:
        """Change the lengths, of two changes to the shorter; where the file has one number it stays one."""

        def shorter(session: Session) -> Session:
            lengths = tuple(map(min, self.minutes, session.lengths))
            return session.replace(minutes=lengths[0] if isinstance(session.minutes, int) else lengths)

        return _with_session(forum, self.session, shorter)


@dataclass(frozen=True)
class ClauseSetAside(Edit):
    """The forum does not follow a clause, and says why."""

    clause: str
    because: str

    def made_in(self, forum: Forum) -> Forum:
        """Add it to what is set aside."""
        aside = (*forum.set_aside, SetAside(clause=self.clause, because=self.because))
        return forum.replace(set_aside=tuple(sorted(aside, key=lambda one: natural(one.clause))))


@dataclass(frozen=True)
class TeamsSet(Edit):
    """So many interpretation teams work for this forum."""

    teams: int

    def made_in(self, forum: Forum) -> Forum:
        """Change what the venue offers to this forum."""
        offer = forum.venue.interpretation.replace(teams=self.teams)
        return forum.replace(venue=forum.venue.replace(interpretation=offer))


@dataclass(frozen=True)
class PeriodAdded(Edit):
    """The official hours have one period more."""

    period: Period

    def made_in(self, forum: Forum) -> Forum:
        """Add the period in its place."""
        periods = (*forum.clock.periods, self.period)
        ordered = tuple(sorted(periods, key=lambda one: (one.start, one.end, one.name)))
        return forum.replace(clock=forum.clock.replace(periods=ordered))


@dataclass(frozen=True)
class DutiesFreed(Edit):
    """What a party does in a session is with nobody yet."""

    session: str
    party: str

    def made_in(self, forum: Forum) -> Forum:
        """Take the party, and the gender of the person, out of its duties there."""
        return _with_session(forum, self.session, lambda session: _without_duties(session, self.party))


@dataclass(frozen=True)
class AbsenceLifted(Edit):
    """A party is there all the time."""

    party: str

    def made_in(self, forum: Forum) -> Forum:
        """Empty the times at which it is not."""
        there = (one.replace(unavailable=()) if one.party == self.party else one for one in forum.parties)
        return forum.replace(parties=tuple(there))


def edited(forum: Forum, edits: Iterable[Edit]) -> Forum:
    """Make changes in a forum.

    Parameters
    ----------
    forum
        The forum.
    edits
        Changes, in any order.

    Returns
    -------
    Forum
        The forum as it is read when the same changes are made in its files.
    """
    # Pins are dropped from the last: those behind a dropped one may change their number.
    order = sorted(edits, key=lambda one: natural(one.clause) if isinstance(one, PinDropped) else [])
    for edit in reversed(order):
        forum = edit.made_in(forum)
    return forum


def _with_session(forum: Forum, name: str, change: Callable[[Session], Session]) -> Forum:
    sessions = (change(one) if one.session == name else one for one in forum.sessions)
    return forum.replace(sessions=tuple(sessions))


def _without_duties(session: Session, party: str) -> Session:
    duties = (one.replace(party=None, gender=None) if one.party == party else one for one in session.duties)
    return session.replace(duties=tuple(sorted(duties, key=_duty_order)))


def _duty_order(duty: Duty) -> tuple[str, str, str]:
    return duty.role, duty.party or "", duty.segment or ""


def _without_pin(forum: Forum, name: str) -> Iterator[Clause]:
    """Yield the other clauses; pins that would have the same name but for their number move up."""
    dropped = next(one for one in forum.clauses if one.clause == name)
    names = iter([one.clause for one in forum.clauses if _is_like(one, dropped)])
    for clause in forum.clauses:
        if clause.clause != name:
            yield clause.replace(clause=next(names)) if _is_like(clause, dropped) else clause


def _is_like(one: Clause, other: Clause) -> bool:
    """Tell whether two clauses are pins with one verb of things with one id."""
    if (one.mandate, one.rule) != (other.mandate, other.rule):
        return False
    return [*one.options["what"].values()] == [*other.options["what"].values()]
