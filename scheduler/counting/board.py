"""A board without a solver: it notes what narrows single meetings, and passes over all other verbs.

To pass over a verb only makes more possible, so what is impossible here is impossible.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, cast

from scheduler.counting.stretches import Stretches, beside, widest
from scheduler.domain.clause import Clause
from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.domain.window import Window
from scheduler.rules import Rule, TimetableRule

if TYPE_CHECKING:
    from scheduler.board import Board


class CountingBoard:
    """The verbs of ``scheduler.board.Board`` that rules post with, in minutes.

    Their parameters are described there.

    Each note has the number of the clause that made it. ``times`` are the stretches in which a meeting has
    to lie, ``times_in`` those in which it has to lie in one room, ``rooms`` the rooms it may be held in, and
    ``sessions`` what one party has to attend from beginning to end. ``placed`` and ``one_by_one`` are the
    clauses by which every meeting is held and a room holds one at a time; ``None`` without such a clause.
    ``closing`` and ``absences`` are the clauses that speak of closed rooms and of absent parties.

    Parameters
    ----------
    forum
        The forum.
    rules
        Those of its clauses. What its last release breaks is not posted: it may stay.
    """

    def __init__(self, forum: Forum, rules: Sequence[Rule]) -> None:
        self.forum = forum
        self.clauses: tuple[Clause, ...] = tuple(rule.clause for rule in rules)
        self.times: dict[str, list[tuple[int, Stretches]]] = {one.id: [] for one in forum.meetings}
        self.times_in: dict[tuple[str, str], list[tuple[int, Stretches]]] = {}
        self.rooms: dict[str, list[tuple[int, frozenset[str]]]] = {one.id: [] for one in forum.meetings}
        self.sessions: list[tuple[int, tuple[str, ...]]] = []
        self.placed: int | None = None
        self.one_by_one: int | None = None
        self.closing: set[int] = set()
        self.absences: set[int] = set()
        self.stays = self.placings = self
        self._number = 0
        for number, rule in enumerate(rules):
            self._number = number
            if isinstance(rule, TimetableRule) and rule.clause.clause not in forum.spared:
                rule.post(cast("Board", self))

    def numbers(self, meetings: Iterable[str]) -> frozenset[int]:
        """Return the clauses that narrow some meetings.

        Parameters
        ----------
        meetings
            Ids of meetings.

        Returns
        -------
        frozenset of int
            Numbers of clauses.
        """
        notes: list[tuple[int, object]] = []
        for meeting in meetings:
            notes += [*self.times[meeting], *self.rooms[meeting]]
            for room in self.forum.rooms:
                notes += self.times_in.get((meeting, room.room), ())
        return frozenset(number for number, _ in notes)

    # verbs that are understood

    def place_all(self) -> None:
        """Let every meeting be held."""
        self.placed = self._number

    def one_at_a_time(self) -> None:
        """Let no room hold two meetings at once."""
        self.one_by_one = self._number

    def one_track_in_room(self) -> None:
        """Let a room hold one track in a period: nothing that counting uses."""

    def within(self, meeting: str, windows: Iterable[Window]) -> None:
        """Hold a meeting wholly inside one of some windows."""
        self._note(meeting, widest((window.start, window.end) for window in windows))

    def outside(self, meeting: str, window: Window) -> None:
        """Keep a meeting from sharing a minute with a window."""
        self._note(meeting, beside(window.start, window.end))

    def away(self, session: Session, segment: str | None, window: Window) -> None:
        """Keep a session from sharing a minute with a window; a mere segment may be anywhere."""
        if segment is None:
            self.absences.add(self._number)
            for meeting in session.sittings:
                self.outside(meeting.id, window)

    def in_room(self, meeting: str, rooms: Iterable[str]) -> None:
        """Hold a meeting in one of some rooms."""
        self.rooms[meeting].append((self._number, frozenset(rooms)))

    def close(self, room: str, window: Window) -> None:
        """Keep all meetings out of a room for some time, with what it takes to set up and clear away."""
        self.closing.add(self._number)
        for one in self.forum.meetings:
            self._note_in(one.id, room, beside(window.start - one.teardown, window.end + one.setup))

    def hold(self, meeting: str, start: int, room: str) -> None:
        """Hold a meeting at a time in a room."""
        self._note(meeting, ((start, start + self._minutes(meeting)),))
        self.in_room(meeting, [room])

    def never(self, meeting: str, start: int, room: str) -> None:
        """Keep a meeting from beginning at a time in a room."""
        self._note_in(meeting, room, beside(start - 1 + self._minutes(meeting), start + 1))

    def keep_out(self, meeting: str, room: str, window: Window) -> None:
        """Keep a meeting that is held in a room from sharing a minute with a window."""
        self._note_in(meeting, room, beside(window.start, window.end))

    def apart(self, stays: Sequence[tuple[Session, str | None]]) -> None:
        """Let a party be in one place at a time; only what it attends from beginning to end is noted."""
        whole = dict.fromkeys(session.session for session, segment in stays if segment is None)
        self.sessions.append((self._number, tuple(whole)))

    def _minutes(self, meeting: str) -> int:
        return self.forum.meeting_by_id[meeting].minutes

    def _note(self, meeting: str, stretches: Stretches) -> None:
        self.times[meeting].append((self._number, stretches))

    def _note_in(self, meeting: str, room: str, stretches: Stretches) -> None:
        self.times_in.setdefault((meeting, room), []).append((self._number, stretches))

    # verbs that are passed over

    def _pass_over(self, *_: object, **__: object) -> None:
        """Allow more than the verb does."""

    before = never_together = at_most = at_most_within = some_touching = _pass_over
    follows = one_free = same_room = agenda = _pass_over
